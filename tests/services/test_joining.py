"""Headquarters joins the branches' registers: seals verified, newest versions, totals, faults by file, never half."""

import shutil

import openpyxl
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.readback import read_register
from clair_desktop.services.office import Office
from tests.services.casework import GRANT, grant, research

MIYAGI, SENDAI, SHIZUOKA = "040002", "041009", "220001"


@pytest.fixture
def folder(clock, tmp_path):
    """Registers of 宮城県支部 (two grants and research) and 静岡県支部 (a grant), as they arrived."""
    made = tmp_path / "受領"
    made.mkdir()
    for code, titles in ((MIYAGI, ("髙﨑の葛󠄀餅", "𠮷野の桜")), (SHIZUOKA, ("富士のほうじ茶",))):
        office = Office.in_memory(clock=clock, who="支部")
        office.branch.choose_branch(code)
        for title in titles:
            grant(office, title=title)
        office.registers.export(GRANT, 2025, made)
        if code == MIYAGI:
            research(office)
            office.registers.export("overseas_research", 2026, made)
        office.close()
    return made


@pytest.fixture
def out(tmp_path):
    return tmp_path / "統合.xlsx"


def of(read, name):
    return next(one for one in read.files if name in one.name)


def altered(path, sheet="data_cases", head="助成金申請額（円）", value=1):
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book[sheet][1]]
    column = next(place for place, text in enumerate(heads, start=1) if text and head in text)
    book[sheet].cell(2, column).value = value
    book.save(path)


def test_every_sound_register_is_joined_with_where_it_came_from(office, folder, out) -> None:
    read = office.joining.read(folder)
    assert read.is_whole
    made = office.joining.join(read, out)
    cases = read_register(out, "cases")
    assert [(row["branch"], row["programme"], row["title"]) for row in cases if row["programme"] == GRANT] == [
        ("宮城県支部", GRANT, "髙﨑の葛󠄀餅"),
        ("宮城県支部", GRANT, "𠮷野の桜"),
        ("静岡県支部", GRANT, "富士のほうじ茶"),
    ]
    assert made.rows["cases"] == 4
    assert len(read.missing) == 65
    assert len({row["case_key"] for row in cases}) == 4


def test_totals_stand_by_prefecture_programme_and_country(office, folder, out) -> None:
    office.joining.join(office.joining.read(folder), out)
    totals = {(row["group"], row["label"]): row for row in read_register(out, "totals")}
    assert totals["合計", "合計"]["cases"] == 4
    assert totals["合計", "合計"]["requested"] == 3 * 2_100_000
    assert totals["事業別", "経済活動助成事業"]["cases"] == 3
    assert totals["都道府県別", "静岡県"]["requested"] == 3 * 2_100_000
    countries = {label: row["cases"] for (group, label), row in totals.items() if group == "国別"}
    assert countries["（記載なし）"] == 3
    assert len(countries) == 6


def test_a_broken_seal_holds_everything_back_and_is_named_by_file(office, folder, out) -> None:
    altered(next(folder.glob("220001*")))
    read = office.joining.read(folder)
    assert not read.is_whole
    with pytest.raises(Refusal, match="1 files have faults") as refused:
        office.joining.join(read, out)
    assert any("220001" in one.ja and "合計が違います" in one.ja for one in refused.value.details)
    assert not out.exists()


def test_a_faulty_file_is_left_out_whole_where_that_is_asked_for(office, folder, out) -> None:
    altered(next(folder.glob("220001*")))
    office.joining.join(office.joining.read(folder), out, leave_out=True)
    assert {row["branch"] for row in read_register(out, "cases")} == {"宮城県支部"}
    assert {row["file"][:6] for row in read_register(out, "faults") if row["importance"] == "誤り"} == {"220001"}
    states = {row["file"][:6]: row["state"] for row in read_register(out, "files")}
    assert states == {"040002": "統合", "220001": "除外"}


def test_the_later_version_replaces_the_earlier_and_says_so(clock, office, folder, out) -> None:
    branch = Office.in_memory(clock=clock, who="支部")
    branch.branch.choose_branch(SENDAI)
    grant(branch, title="姉妹都市")
    branch.registers.export(GRANT, 2025, folder)
    grant(branch, title="青少年交流")
    branch.registers.export(GRANT, 2025, folder)
    branch.close()
    read = office.joining.read(folder)
    first, second = (one for one in read.files if one.branch == SENDAI)
    assert (first.replaced, second.replaced) == (True, False)
    assert "新しい第2版" in first.findings[-1].message.ja
    office.joining.join(read, out)
    assert sum(row["branch_code"] == SENDAI for row in read_register(out, "cases")) == 2


def test_the_same_file_twice_counts_once_and_two_of_one_version_are_a_fault(office, folder) -> None:
    path = next(folder.glob("220001*"))
    shutil.copy(path, folder / "コピー.xlsx")
    assert [one.counts for one in office.joining.read(folder).files if one.branch == SHIZUOKA] == [True, False]


def test_two_different_files_of_one_version_are_a_fault_of_both(clock, office, folder) -> None:
    branch = Office.in_memory(clock=clock, who="支部")
    branch.branch.choose_branch(SHIZUOKA)
    grant(branch, title="別の案件")
    branch.registers.export(GRANT, 2025, folder / "静岡_別.xlsx")
    branch.close()
    read = office.joining.read(folder)
    assert [one.is_faulty for one in read.files if one.branch == SHIZUOKA] == [True, True]


def test_files_that_are_no_registers_are_named_with_what_they_are(office, folder) -> None:
    openpyxl.Workbook().save(folder / "メモ.xlsx")
    (folder / "壊れた.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    (folder / "古い.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "~$開いている.xlsx").write_bytes(b"lock")
    (folder / "送付状.pdf").write_bytes(b"%PDF-1.7")
    read = office.joining.read(folder)
    faulty = {one.name: one.findings[0].message.ja for one in read.files if one.is_faulty}
    assert set(faulty) == {"メモ.xlsx", "壊れた.xlsx", "古い.xls"}
    assert "支部の台帳ではありません" in faulty["メモ.xlsx"]
    assert "壊れています" in faulty["壊れた.xlsx"]


def test_a_sample_among_real_registers_is_a_fault(clock, office, folder) -> None:
    from dataclasses import replace

    branch = Office.in_memory(clock=clock, who="支部")
    profile = branch.branch.choose_branch(SENDAI)
    branch.branch.put(replace(profile, demonstration=True))
    grant(branch)
    branch.registers.export(GRANT, 2025, folder)
    branch.close()
    assert [one.is_faulty for one in office.joining.read(folder).files if one.branch == SENDAI] == [True]


def test_sorting_and_renaming_at_headquarters_breaks_nothing(office, folder, out) -> None:
    path = next(folder.glob("040002_economic*"))
    book = openpyxl.load_workbook(path)
    book["data_cases"].title = "一覧（担当メモ付）"
    book.save(path)
    path.rename(folder / "宮城.xlsx")
    read = office.joining.read(folder)
    assert read.is_whole
    assert office.joining.join(read, out).rows["cases"] == 4


def test_the_joined_workbook_is_one_that_machines_can_read(office, folder, out) -> None:
    for language in Language:
        office.joining.join(office.joining.read(folder), out, language)
        checked = office.workbook_checks.check(out)
        broken = [one.findings[0].told.ja for one in checked.verdicts if one.holding.value == "broken"]
        assert broken == []


def test_an_earlier_join_in_the_same_folder_is_not_joined_again(office, folder) -> None:
    out = folder / "統合.xlsx"
    office.joining.join(office.joining.read(folder, without=out), out)
    assert office.joining.read(folder, without=out).is_whole


def test_an_empty_folder_and_none_are_refused(office, tmp_path) -> None:
    with pytest.raises(Refusal, match="no Excel workbook"):
        office.joining.read(tmp_path)
    with pytest.raises(Refusal, match="cannot be opened"):
        office.joining.read(tmp_path / "ない")


def test_locked_registers_are_joined_with_their_password(clock, office, folder, out) -> None:
    branch = Office.in_memory(clock=clock, who="支部")
    branch.branch.choose_branch(SENDAI)
    grant(branch)
    branch.registers.export(GRANT, 2025, folder, password="仙台2026")
    branch.close()
    assert [one.is_faulty for one in office.joining.read(folder).files].count(True) == 1
    assert office.joining.read(folder, password="仙台2026").is_whole
