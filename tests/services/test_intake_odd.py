"""Workbooks as municipalities really send them: odd ones are read, each oddity is told at its cell."""

import re
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from clair_desktop.output.excel import foreign
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services import casework
from tests.services.forms import rules
from tests.services.oracles import unlike_calamine
from tests.services.spoilt import Paper


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """One workbook of 仙台市, handed out and filled in, for all the ways of spoiling it."""
    office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=casework.JAPAN)), who="宮城県支部")
    office.branch.choose_branch("040002")
    yield office, Paper.filled(office, tmp_path_factory.mktemp("forms") / "041009.xlsx")
    office.close()


@pytest.fixture
def read(filled, tmp_path):
    """Reads the workbook after it was spoilt."""
    office, paper = filled

    def call(spoil, **added):
        path = tmp_path / "041009_記入済.xlsx"
        path.write_bytes(spoil(paper.copy()).packed(**added))
        assert list(unlike_calamine(path)) == []  # another reader finds the same in every cell
        return office.intakes.read(path)

    return call


def merged(paper, name):
    part, at = paper.places[name]
    span = f'<mergeCells count="1"><mergeCell ref="{at}:F{at[1:]}"/></mergeCells>'
    return paper.change(part, "<pageMargins", f"{span}<pageMargins")


def hidden_sheet(paper):
    shown = 'name="申請内容" sheetId="2" state="visible"'
    return paper.change("xl/workbook.xml", shown, shown.replace("visible", "hidden"))


RIVERSIDE = ({"country": "US", "area": "リバーサイド市", "partner": "姉妹都市委員会"},)
MAIN, STRICT_MAIN = (
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATED = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def strict(paper):
    for part, content in paper.parts.items():
        if part.endswith((".xml", ".rels")):
            plain = content.replace(MAIN, STRICT_MAIN)
            paper.parts[part] = plain.replace(RELATED, b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    return paper


def shared(paper):
    """As Excel itself writes: texts in a part of their own, furigana beside them."""
    furigana = '<rPh sb="0" eb="1"><t>タカ</t></rPh><phoneticPr fontId="1"/>'
    texts = (
        f'<sst xmlns="{MAIN.decode()}"><si><t>先頭</t></si><si><r><t>髙</t></r><r><t>橋</t></r>{furigana}</si></sst>'
    )
    paper.parts["xl/sharedStrings.xml"] = texts.encode()
    relation = f'<Relationship Id="rId99" Type="{RELATED.decode()}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    paper.change("xl/_rels/workbook.xml.rels", "</Relationships>", f"{relation}</Relationships>")
    return paper.put("f_contact", "<v>1</v>", 't="s"')


def without_addresses(paper):
    for part in paper.sheets.values():
        paper.parts[part] = re.sub(rb'<row r="\d+"', b"<row", paper.parts[part])
    return paper


READ = [
    ("全角の数字", lambda p: p.say("f_total_cost", "１，２００，０００円"), "total_cost", 1_200_000, "read_as"),
    ("千円", lambda p: p.say("f_requested", "５００千円"), "requested", 500_000, "read_as"),
    ("文字の数", lambda p: p.say("f_requested", "500000"), "requested", 500_000, "read_as"),
    ("前後の空白", lambda p: p.say("f_requested", "　500,000 "), "requested", 500_000, ""),
    ("和暦の略記", lambda p: p.say("f_starts", "R8.5.1"), "starts", date(2026, 5, 1), "read_as"),
    ("全角の和暦", lambda p: p.say("f_starts", "令和８年５月１日"), "starts", date(2026, 5, 1), "read_as"),
    ("元年", lambda p: p.say("f_starts", "令和元年５月１日"), "starts", date(2019, 5, 1), "read_as"),
    ("書式のない通し番号", lambda p: p.number("f_starts", "46143", style=False), "starts", date(2026, 5, 1), "day_as_number"),
    ("八桁の日付", lambda p: p.number("f_starts", "20260501", style=False), "starts", date(2026, 5, 1), ""),
    ("時刻つきの日付", lambda p: p.number("f_starts", "46143.75"), "starts", date(2026, 5, 1), ""),
    ("ISO形式の日付", lambda p: p.put("f_starts", "<v>2026-05-01T00:00:00</v>", 't="d"'), "starts", date(2026, 5, 1), ""),
    ("数値の電話番号", lambda p: p.number("f_phone", "222140000"), "phone", "222140000", "number_as_text"),
    ("指数の金額", lambda p: p.number("f_total_cost", "1.2E6"), "total_cost", 1_200_000, ""),
    ("真偽値", lambda p: p.put("f_expansion_expected", "<v>1</v>", 't="b"'), "expansion_expected", "yes", ""),
    ("式の結果", lambda p: p.put("f_requested", "<f>A1*2</f><v>500000</v>"), "requested", 500_000, ""),
    ("文字の式の結果", lambda p: p.put("f_section", "<f>A1</f><v>交流企画課</v>", 't="str"'), "section", "交流企画課", ""),
    (
        "ふりがな",
        lambda p: p.put(
            "f_contact",
            '<is><t>髙橋</t><rPh sb="0" eb="2"><t>タカハシ</t></rPh><phoneticPr fontId="1"/></is>',
            't="inlineStr"',
        ),
        "contact", "髙橋", "",
    ),
    (
        "飾り文字とふりがな",
        lambda p: p.put(
            "f_contact", '<is><r><t>髙</t></r><r><t>橋</t></r><rPh sb="0" eb="1"><t>タカ</t></rPh></is>', 't="inlineStr"'
        ),
        "contact", "髙橋", "",
    ),
    ("等号で始まる文", lambda p: p.say("f_title", "=IMPORTDATA(1)"), "title", "=IMPORTDATA(1)", ""),
    ("エスケープに見える文", lambda p: p.say("f_title", "_x005F_x0041_"), "title", "_x0041_", ""),
    ("異体字と外字に近い字", lambda p: p.say("f_title", "葛󠄀城市と𠮷野町 ①㈱"), "title", "葛󠄀城市と𠮷野町 ①㈱", ""),
    ("長い文", lambda p: p.say("f_contents", "あ" * 32_767), "contents", "あ" * 32_767, ""),
    ("結合されたセル", lambda p: merged(p, "f_title"), "title", "姉妹都市提携70周年記念事業", "merged"),
    ("非表示のシート", hidden_sheet, "requested", 500_000, "hidden"),
    ("改名されたシート", lambda p: p.change("xl/workbook.xml", "申請内容", "申請書 (2)"), "requested", 500_000, ""),
    ("レ点", lambda p: p.say("o_category__culture", "レ"), "category", ("sister_anniversary", "culture", "youth"), ""),
    ("バツ", lambda p: p.say("o_category__culture", "×"), "category", ("sister_anniversary", "youth"), ""),
    ("団体コードだけ", lambda p: p.say("f_seat", "040002"), "seat", "040002", ""),
    ("名称だけの団体", lambda p: p.say("f_seat", "宮城県仙台市"), "seat", "041009", ""),
    ("国の別名", lambda p: p.say("t_places__country", "米国", rows=1), "places", RIVERSIDE, ""),
    ("厳密な形式", strict, "requested", 500_000, ""),
    ("共有された文字列", shared, "contact", "髙橋", ""),
    ("番地のないセル", without_addresses, "requested", 500_000, ""),
    ("外部リンク", lambda p: p, "requested", 500_000, "external_links"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "key", "value", "rule"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_an_odd_workbook_is_read_for_what_it_says(read, spoil, key, value, rule) -> None:
    added = {"xl__externalLinks__externalLink1.xml": b"<externalLink/>"} if rule == "external_links" else {}
    intake = read(spoil, **added)
    assert intake.answers[key] == value
    assert rules(intake, "error") == set()
    assert not rule or rule in rules(intake)


FAULTY = [
    ("読めない金額", lambda p: p.say("f_requested", "五十万くらい"), "unreadable", "f_requested"),
    ("負の金額", lambda p: p.number("f_requested", "-1"), "unreadable", "f_requested"),
    ("円未満の端数", lambda p: p.number("f_requested", "500000.5"), "unreadable", "f_requested"),
    ("桁の多すぎる金額", lambda p: p.number("f_requested", "1000000000000000"), "unreadable", "f_requested"),
    ("ない日付", lambda p: p.say("f_starts", "2026/2/30"), "unreadable", "f_starts"),
    ("1900年2月", lambda p: p.number("f_starts", "60"), "bad_day", "f_starts"),
    ("先の先の日付", lambda p: p.number("f_starts", "3000000"), "bad_day", "f_starts"),
    ("曜日違い", lambda p: p.say("f_starts", "令和8年5月1日（月）"), "unreadable", "f_starts"),
    ("選択肢にない値", lambda p: p.say("f_joint", "たぶん単独"), "unreadable", "f_joint"),
    ("エラー値", lambda p: p.put("f_requested", "<f>1/0</f><v>#DIV/0!</v>", 't="e"'), "error_cell", "f_requested"),
    ("結果のない式", lambda p: p.put("f_requested", "<f>A1*2</f>"), "no_value", "f_requested"),
    ("数になった団体コード", lambda p: p.number("f_seat", "40002"), "unreadable", "f_seat"),
    ("知らない国", lambda p: p.say("t_places__country", "ムー大陸", rows=1), "unreadable", ""),
    ("印でない記入", lambda p: p.say("o_category__culture", "検討中"), "no_mark", "o_category__culture"),
    ("制御文字", lambda p: p.say("f_title", "記念_x0007_事業"), "unreadable", "f_title"),
    ("真偽値の金額", lambda p: p.put("f_requested", "<v>1</v>", 't="b"'), "unreadable", "f_requested"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "rule", "name"), [row[1:] for row in FAULTY], ids=[row[0] for row in FAULTY])
def test_a_cell_that_cannot_be_read_is_named_with_what_to_do(read, filled, spoil, rule, name) -> None:
    intake = read(spoil)
    (found,) = [one for one in intake.findings if one.importance.value == "error"]
    assert found.rule == rule
    assert not name or found.at.cell == filled[1].places[name][1]
    assert found.message.ja.endswith("。") or "：" in found.message.ja
    assert found.message.en


def test_a_workbook_that_counts_from_1904_keeps_its_days(read) -> None:
    def spoil(paper):
        paper.change("xl/workbook.xml", "<workbookPr/>", '<workbookPr date1904="1"/>')
        return paper.number("f_starts", str(46143 - 1462)).number("f_ends", str(46356 - 1462))

    intake = read(spoil)
    assert (intake.answers["starts"], intake.answers["ends"]) == (date(2026, 5, 1), date(2026, 11, 30))


def test_rows_may_be_added_left_blank_and_totalled(read) -> None:
    def spoil(paper):
        paper.say("t_funding__source", "参加費等", rows=6).number("t_funding__amount", "0", rows=6)
        return paper.say("t_funding__source", "合 計", rows=8).number("t_funding__amount", "1200000", rows=8)

    intake = read(spoil)
    assert [row["amount"] for row in intake.answers["funding"]] == [500_000, 700_000, 0]
    assert "sum_row" in rules(intake, "warning")


def test_hidden_rows_are_read_and_pointed_out(read) -> None:
    def spoil(paper):
        part, at = paper.below("t_funding__source", 2)
        row = at.lstrip("ABC")
        return paper.change(part, f'<row r="{row}"', f'<row r="{row}" hidden="1"')

    intake = read(spoil)
    assert len(intake.answers["funding"]) == 2
    assert [one.at.cell for one in intake.findings if one.rule == "hidden"] == ["B6"]


def test_columns_may_be_moved_for_their_heads_are_named(read) -> None:
    def spoil(paper):
        text = paper.text("xl/workbook.xml")
        part = text.replace("t_funding__detail", "t_x").replace("t_funding__amount", "t_funding__detail")
        paper.parts["xl/workbook.xml"] = part.replace("t_x", "t_funding__amount").encode()
        for row, amount in ((1, "500000"), (2, "700000")):
            paper.number("t_funding__detail", amount, rows=row).put("t_funding__amount", "", rows=row)
        return paper

    assert [row["amount"] for row in read(spoil).answers["funding"]] == [500_000, 700_000]


def test_a_deleted_line_is_said_to_be_gone(read) -> None:
    def spoil(paper):
        text = paper.text("xl/workbook.xml")
        paper.parts["xl/workbook.xml"] = re.sub(r'(name="f_requested"[^>]*>)[^<]*', r"\1#REF!", text).encode()
        return paper

    intake = read(spoil)
    assert [one.at.heading.ja for one in intake.findings if one.rule == "lost_cell"] == ["助成金申請額"]


def test_a_million_blank_rows_cost_nothing(read) -> None:
    def spoil(paper):
        blank = "".join(f'<row r="{row}"/>' for row in range(200, 60_000))
        return paper.change(paper.sheets["財源内訳"], "</sheetData>", blank + '<row r="1048576"/></sheetData>')

    assert len(read(spoil).answers["funding"]) == 2


def test_another_body_than_the_one_it_was_made_for_is_pointed_out(read) -> None:
    assert "other_body" in rules(read(lambda p: p.say("f_applicant", "宮城県石巻市")), "warning")


def test_no_cell_differs_from_what_openpyxl_reads(filled, tmp_path) -> None:
    _, paper = filled
    path = tmp_path / "041009.xlsx"
    path.write_bytes(paper.packed())
    told = foreign.read({"path": str(path)}, lambda _: None)
    book = load_workbook(path, data_only=True)
    for sheet in told["sheets"]:
        theirs = {
            cell.coordinate: cell.value.date().isoformat() if isinstance(cell.value, datetime) else str(cell.value)
            for row in book[sheet["name"]].iter_rows()
            for cell in row
            if cell.value is not None
        }
        ours = {at: cell[1] for at, cell in sheet["cells"].items() if cell[0] != "blank" and cell[1]}
        assert ours == theirs
