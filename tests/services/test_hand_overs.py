"""Registers leave the branch numbered, sealed, locked where asked, and noted in the ledger of data handed out."""

import csv
import io
from dataclasses import replace
from datetime import date
from hashlib import sha256

import msoffcrypto
import openpyxl
import pytest

from clair_desktop.domain.hand_overs import Form, Medium
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.output.excel import locking
from clair_desktop.output.excel.readback import read_meta, read_register
from clair_desktop.programmes import all_programmes
from clair_desktop.services.hand_overs import Handing
from clair_desktop.services.outgoing_ledger import OutgoingFilter
from tests.output.pdf.reading import page_texts
from tests.services.casework import GRANT, RESEARCH, changed, grant, research

USB = Handing(to="本部 経済交流課", medium=Medium.USB, on=date(2026, 11, 24))


def refused(office, out, **how):
    password = how.pop("password", None)
    with pytest.raises(Refusal) as caught:
        office.registers.export(GRANT, 2025, out, handing=Handing(**how), password=password)
    return caught.value


def test_every_programme_gives_cases_costs_enclosures_findings_and_contacts(office, tmp_path):
    for key, programme in all_programmes().items():
        year = max([*programme.years_with_rulings(), 2025])
        registers = office.registers.rows(key, min(year, 2026), Language.JA).registers
        keys = [one.key for one in registers]
        assert {"cases", "enclosures", "findings"} <= set(keys), key
        assert ("costs" in keys) == any(one.key == "cost_breakdown" for s in programme.sections for one in s.fields)
        assert ("contacts" in keys) == (key != "announcement")


def test_enclosures_findings_and_contacts_tell_what_the_case_holds(office):
    sheet = research(office)
    told = {one.key: one for one in office.registers.rows(RESEARCH, 2026, Language.JA).registers}
    (enclosed,) = told["enclosures"].rows
    assert enclosed[0] == sheet.number
    assert "日本の墓地の状況.pdf" in enclosed
    assert {"適合", "判定不能（要確認）"} & {row[5] for row in told["findings"].rows}
    (contact,) = told["contacts"].rows
    assert sheet.answers["phone"] in contact


def test_the_default_name_tells_branch_programme_year_and_running_number(office, tmp_path):
    grant(office)
    assert office.hand_overs.name(GRANT, 2025) == "040002_economic_grant_R7_v1.xlsx"
    first = office.registers.export(GRANT, 2025, tmp_path)
    assert first.path.name == "040002_economic_grant_R7_v1.xlsx"
    assert office.registers.export(GRANT, 2025, tmp_path).path.name == "040002_economic_grant_R7_v2.xlsx"
    assert office.hand_overs.name(GRANT, 2026) == "040002_economic_grant_R8_v1.xlsx"


def test_rows_bear_a_key_that_stays_the_same_and_meta_bears_the_number(office, tmp_path):
    grant(office)
    keys = set()
    for number in (1, 2):
        path = office.registers.export(GRANT, 2025, tmp_path).path
        (row,) = read_register(path, "cases")
        keys.add(row["case_key"])
        assert {one["case_key"] for one in read_register(path, "costs")} == {row["case_key"]}
        assert [one["line"] for one in read_register(path, "costs")] == [1, 2, 3, 4, 5]
        meta = read_meta(path)
        assert (meta["hand_over", "", ""], meta["branch_code", "", ""]) == (number, "040002")
        assert len(str(meta["seal", "", ""])) == 64
    assert len(keys) == 1


def test_people_do_not_get_the_keys_on_paper(office, tmp_path):
    grant(office)
    book = openpyxl.load_workbook(office.registers.export(GRANT, 2025, tmp_path).path)
    assert "案件ID" in [cell.value for cell in book["data_cases"][1]]
    assert "案件ID" not in [cell.value for row in book["案件一覧"].iter_rows(max_row=4) for cell in row]


def test_headquarters_finds_a_sheet_to_answer_on_with_the_programmes_own_words(office, tmp_path):
    grant(office)
    path = office.registers.export(GRANT, 2025, tmp_path).path
    (row,) = read_register(path, "answers")
    assert row["case_number"] == "R8-0001"
    heads = [cell.value for cell in openpyxl.load_workbook(path)["data_answers"][1]]
    assert {"本部の決定", "決定した額（円）", "条件・理由", "本部の文書番号", "決定日"} <= set(heads)


def test_a_hand_over_is_a_line_of_the_ledger(office, tmp_path):
    grant(office)
    made = office.registers.export(GRANT, 2025, tmp_path, handing=USB)
    (line,) = office.outgoing.lines()
    assert (line.on, line.recipient, line.said("medium", Language.JA)) == (
        date(2026, 11, 24),
        "本部 経済交流課",
        "USBメモリ",
    )
    assert (line.cases, line.number, line.file_name) == (1, 1, made.path.name)
    assert line.sha256 == made.sha256 == sha256(made.path.read_bytes()).hexdigest()
    assert line.said("locked", Language.JA) == "なし"


def test_the_ledger_stays_when_acts_are_undone(office, tmp_path):
    grant(office)
    office.registers.export(GRANT, 2025, tmp_path)
    assert office.undoable().ja.startswith("受付")  # what has left is no act to take back
    office.undo()
    assert len(office.outgoing.lines()) == 1


def test_the_ledger_is_searched_and_printed(office, tmp_path):
    grant(office)
    office.registers.export(GRANT, 2025, tmp_path, handing=USB)
    office.registers.export(GRANT, 2025, tmp_path)
    assert len(office.outgoing.lines(OutgoingFilter(medium=Medium.USB))) == 1
    assert len(office.outgoing.lines(OutgoingFilter("経済交流課"))) == 1
    assert office.outgoing.lines(OutgoingFilter(since=date(2026, 11, 25))) == []
    printed = office.outgoing.print(OutgoingFilter(), tmp_path / "台帳.pdf", Language.JA)
    assert (printed.rows, printed.path.read_bytes()[:5]) == (2, b"%PDF-")
    assert [line.name.ja for line in office.ledger.lines()] == ["データ持出し台帳"]
    rows = read_register(
        office.outgoing.export(OutgoingFilter(), tmp_path / "台帳.xlsx", Language.EN).path, "handed_out"
    )
    assert [row["medium"] for row in rows] == ["(not said)", "USB stick"]


def test_the_printed_ledger_has_the_offices_own_look(office, tmp_path):
    profile = office.branch.get()
    office.branch.put(replace(profile, papers=replace(profile.papers, both_calendars=True)))
    printed = office.outgoing.print(OutgoingFilter(), tmp_path / "台帳.pdf", Language.JA)
    assert "令和8年（2026年）11月20日" in "".join(page_texts(printed.path))


def test_a_locked_workbook_opens_with_its_password_only(office, tmp_path):
    grant(office)
    made = office.registers.export(GRANT, 2025, tmp_path, password="みやぎ-2026")
    with made.path.open("rb") as file:
        book = msoffcrypto.OfficeFile(file)
        assert book.is_encrypted()
        book.load_key(password="みやぎ-2026")
        opened = io.BytesIO()
        book.decrypt(opened)
    assert "data_cases" in openpyxl.load_workbook(opened).sheetnames
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        locking.unlocked(made.path.read_bytes(), "みやぎ-2027")
    (line,) = office.outgoing.lines()
    assert line.said("locked", Language.EN) == "yes"


def test_a_password_needs_a_workbook_and_at_least_a_letter(office, tmp_path):
    grant(office)
    assert "CSVにはパスワード" in refused(office, tmp_path, form=Form.CSV_UTF8, password="x").wording.ja
    assert "255文字" in refused(office, tmp_path, password="").wording.ja
    assert office.outgoing.lines() == []


def test_csv_is_one_file_a_table_with_every_value_in_marks(office, tmp_path):
    changed(office, grant(office), title="=1+1、髙﨑と葛󠄀")
    made = office.registers.export(GRANT, 2025, tmp_path, handing=Handing(Form.CSV_UTF8))
    names = [one.path.name for one in made.files]
    assert names[0] == "040002_economic_grant_R7_v1_cases.csv"
    assert names[-1] == "040002_economic_grant_R7_v1_meta.csv"
    content = made.files[0].path.read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"')
    heads, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    told = dict(zip(heads, row, strict=True))
    assert told["事業名"] == "'=1+1、髙﨑と葛󠄀"  # guarded, as meta says
    assert told["助成金申請額（円）"] == "2100000"
    assert (told["実施期間（開始）"], told["実施期間（開始）（和暦）"]) == ("2025-05-01", "令和7年5月1日")
    assert len(office.outgoing.lines()) == len(made.files)
    assert {line.number for line in office.outgoing.lines()} == {1}


def test_what_cp932_lacks_is_named_by_row_field_and_character_and_nothing_is_written(office, tmp_path):
    changed(office, grant(office), title="森鷗外と𠮷野")
    refusal = refused(office, tmp_path, form=Form.CSV_CP932)
    assert "CP932" in refusal.wording.ja
    said = "\n".join(one.ja for one in refusal.details)
    assert "「案件一覧」の「事業名」（2行目、R8-0001）：「鷗」（U+9DD7）　候補：「鴎」" in said
    assert "「𠮷」（U+20BB7）　候補：なし（代わりの文字を指定してください）" in said
    assert list(tmp_path.glob("*.csv")) == []
    assert office.outgoing.lines() == []


def test_a_persons_choice_stands_for_it_and_the_ledger_says_so(office, tmp_path):
    changed(office, grant(office), title="森鷗外と𠮷野")
    found = {one.cluster: one.candidates for one in office.registers.lacking(GRANT, 2025)}
    assert found == {"鷗": ["鴎"], "𠮷": []}
    how = Handing(Form.CSV_CP932, replaced={"鷗": "鴎", "𠮷": "吉"})
    made = office.registers.export(GRANT, 2025, tmp_path, handing=how)
    assert "森鴎外と吉野" in made.files[0].path.read_bytes().decode("cp932")
    assert office.outgoing.lines()[0].replaced == "鷗→鴎、𠮷→吉"


def test_a_choice_that_helps_nothing_is_refused(office, tmp_path):
    grant(office)
    assert (
        "CP932（シフトJIS）にありません"
        in refused(office, tmp_path, form=Form.CSV_CP932, replaced={"𠮷": "𠮟"}).wording.ja
    )
    assert "書けるため" in refused(office, tmp_path, form=Form.CSV_CP932, replaced={"髙": "高"}).wording.ja


def test_a_file_that_cannot_take_its_place_is_not_in_the_ledger(office, tmp_path):
    grant(office)
    held = tmp_path / "台帳.xlsx"
    held.write_bytes(b"earlier")
    held.chmod(0o400)
    assert "読み取り専用" in refused(office, held).wording.ja
    assert (held.read_bytes(), office.outgoing.lines(), office.hand_overs.next_number(GRANT, 2025)) == (
        b"earlier",
        [],
        1,
    )
