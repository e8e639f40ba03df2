"""Whether machines can read a workbook: each item has its verdict, and what we write ourselves holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from clair_desktop.domain.machine_reading import ITEMS, Holding
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.excel import checking, foreign
from clair_desktop.output.excel.acts import CHECKED, TAKEN_IN
from clair_desktop.output.excel.checking_grid import Grid, Seen
from clair_desktop.services.office import Office
from clair_desktop.services.workbook_checks import CheckedWorkbook
from clair_desktop.support.clock import FixedClock
from tests.services.casework import JAPAN
from tests.services.libreoffice import PROGRAM, resaved_by_openpyxl, saved_again, unlike
from tests.services.oracles import unlike_calamine
from tests.services.writers import every_workbook, examples

HEADS = ("団体コード", "団体名", "事業名", "申請額（円）", "年度（西暦）")
TOWNS = (
    ("041009", "宮城県仙台市", "姉妹都市提携70周年記念事業", 500_000, 2026),
    ("222101", "静岡県富士市", "富士のほうじ茶海外販路開拓事業", 1_200_000, 2026),
    ("040002", "宮城県", "県産品の欧州販路開拓", 2_100_001, 2026),
)
# The directory quotes its sources letter by letter, and is taken in again unchanged; nothing there is ours to mend.
QUOTED = {"directory": {"2-9"}}
Change = Callable[[Any], object]


@pytest.fixture
def checked(office: Office, tmp_path: Path) -> Callable[[Change], CheckedWorkbook]:
    """A plain list of three towns with one thing done to it, checked."""

    def check(change: Change) -> CheckedWorkbook:
        book = Workbook()
        sheet = book.active
        for row in (HEADS, *TOWNS):
            sheet.append(row)
        change(sheet)
        path = tmp_path / "一覧.xlsx"
        book.save(path)
        return office.workbook_checks.check(path)

    return check


def put(cell: str, value: object) -> Change:
    return lambda sheet: sheet.__setitem__(cell, value)


def second_table(sheet: Any) -> None:
    for row in ((), ("費目", "区分", "備考", "金額（円）"), ("旅費", "対象", "往復", 1_000)):
        sheet.append(row)


def tables(sheet: Any) -> None:
    sheet["G1"], sheet["G2"] = "国", "米国"
    sheet.add_table(Table(displayName="towns", ref="A1:E4"))
    sheet.add_table(Table(displayName="places", ref="G1:G2"))


def test_a_plain_list_holds_under_every_item(checked) -> None:
    found = checked(lambda sheet: None)
    assert [one.item.number for one in found.verdicts] == [item.number for item in ITEMS]
    assert {one.holding for one in found.verdicts} == {Holding.HOLDS}
    assert found.is_readable


@pytest.mark.parametrize(
    ("item", "change", "cell"),
    [
        ("2-1", put("D2", "500,000円（250,000円）"), "D2"),
        ("2-2", put("D2", "500,000円"), "D2"),
        ("2-2", put("D2", "▲５００"), "D2"),
        ("2-2", put("D2", "未定"), "D2"),
        ("2-3", lambda sheet: sheet.merge_cells("B2:B3"), "B2"),
        ("2-4", put("B2", "仙台市　"), "B2"),
        ("2-4", put("C2", "姉妹都市\n記念事業"), "C2"),
        ("2-4", put("B1", "団　体　名"), "B1"),
        ("2-5", put("C1", None), "C1"),
        ("2-5", put("C1", "団体名"), "C1"),
        ("2-5", put("B3", "〃"), "B3"),
        ("2-5", put("A3", None), "A3"),
        ("2-6", put("D4", "=D2+D3"), "D4"),
        ("2-7", lambda sheet: setattr(sheet["D2"], "comment", Comment("確認中", "支部")), "D2"),
        ("2-8", put("D1", "申請額"), "D1"),
        ("2-9", put("C2", "①記念事業"), "C2"),
        ("2-9", put("C2", "ｷﾈﾝ事業"), "C2"),
        ("2-9", put("C2", "外字\ue000"), "C2"),
        ("2-12", put("D3", "－"), "D3"),
        ("3-1", lambda sheet: sheet.insert_rows(3), "A3"),
        ("3-1", lambda sheet: sheet.insert_cols(3), "C1"),
        ("3-2", second_table, "A6"),
        ("3-2", tables, "G1"),
    ],
)  # fmt: skip
def test_a_broken_item_is_told_with_its_sheet_and_cell(checked, item: str, change: Change, cell: str) -> None:
    found = checked(change)
    (verdict,) = [one for one in found.verdicts if one.item.number == item]
    assert verdict.holding is Holding.BROKEN
    assert ("Sheet", cell) in [(one.at.sheet, one.at.cell) for one in verdict.findings]
    assert not found.is_readable


def test_years_in_the_japanese_calendar_alone_are_told(checked) -> None:
    def only_japanese(sheet: Any) -> None:
        sheet["E1"] = "年度"
        for row in range(2, 5):
            sheet.cell(row, 5, "令和8年度")

    (verdict,) = [one for one in checked(only_japanese).verdicts if one.item.number == "2-10"]
    assert (verdict.holding, verdict.count) == (Holding.BROKEN, 3)


@pytest.mark.parametrize(
    ("item", "change"),
    [
        ("2-1", put("C2", "記念式典、植樹")),
        ("2-9", put("B2", "髙﨑市")),
        ("2-9", put("B2", "葛󠄀城市")),
        ("2-12", put("D3", None)),
        ("2-11", lambda sheet: sheet.delete_cols(1, 2)),
    ],
)
def test_what_no_program_can_judge_is_left_to_a_person(checked, item: str, change: Change) -> None:
    found = checked(change)
    assert [one.item.number for one in found.verdicts if one.holding is Holding.UNJUDGED] == [item]
    assert found.is_readable


@pytest.mark.parametrize("value", ["041009", "022-214-0000", "髙", "2026/4/1", "令和8年度（2026年度）", "Nguyễn Văn"])
def test_codes_numbers_of_telephones_and_names_are_no_faults(checked, value: str) -> None:
    assert checked(put("B2", value)).is_readable


def test_a_sheet_without_a_table_is_not_judged_as_one(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    Workbook().save(path)
    counts = office.workbook_checks.check(path).counts
    assert counts == {"holds": 3, "broken": 0, "cannot_be_judged": 12}


def test_a_csv_of_ours_holds_and_one_typed_by_hand_is_judged_item_by_item(office: Office, tmp_path: Path) -> None:
    ours = tmp_path / "台帳.csv"
    ours.write_bytes(
        '"団体コード","団体名","年度（西暦）","申請額（円）"\r\n"040002","宮城県","2026","1200000"\r\n'.encode(
            "utf-8-sig"
        )
    )
    assert office.workbook_checks.check(ours).is_readable
    typed = tmp_path / "手入力.csv"
    typed.write_bytes(
        "団体コード,団体名,,申請額（円）\n040002,宮 城 県,2026\n041009,仙台市①,2026,1200千円\n".encode("cp932")
    )
    broken = {one.item.number for one in office.workbook_checks.check(typed).verdicts if one.holding is Holding.BROKEN}
    assert broken >= {"4-1", "4-5", "4-8", "4-12"}
    garbled = tmp_path / "壊.csv"
    garbled.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(Refusal, match="cannot be checked"):
        office.workbook_checks.check(garbled)


def test_a_file_that_cannot_be_read_is_refused_in_words(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "一覧.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(Refusal, match="cannot be checked: it is in an old format"):
        office.workbook_checks.check(path)


def test_a_workbook_beyond_what_is_judged_is_refused_with_its_number_and_the_limit(checked, monkeypatch) -> None:
    monkeypatch.setattr(checking, "CHECKED", replace(CHECKED, cells=15))
    with pytest.raises(Refusal) as refused:
        checked(lambda sheet: None)
    assert "点検できません：値のあるセルが多すぎます（20セル、15セルまで）。シートを分けて" in refused.value.wording.ja
    assert "(20; at most 15). Check its sheets apart." in refused.value.wording.en


def test_a_file_to_be_taken_in_is_refused_at_its_own_limit_in_its_own_words(checked) -> None:
    path = checked(lambda sheet: None).path
    with (
        pytest.raises(Refusal, match=r"cannot be taken in: it has too many cells \(20; at most 15\)"),
        foreign.opened(path, act=replace(TAKEN_IN, cells=15)) as book,
    ):
        book.read(lambda _: None)
    assert TAKEN_IN.cells < CHECKED.cells


@pytest.mark.parametrize("addresses", [("A1", "A2", "A3"), ("A3", "A1", "A2"), ("A1", "A3", "A2")])
def test_cells_in_any_order_stand_in_their_rows(addresses) -> None:
    grid = Grid.of({at: ["s", f"{at}の髙﨑𠮷"] for at in addresses})
    grid["A2"] = ["n", "1200000", "f"]
    grid["B2"] = ["s", "　"]
    assert grid.column(1) == [
        (1, Seen("s", "A1の髙﨑𠮷")),
        (2, Seen("n", "1200000", True)),
        (3, Seen("s", "A3の髙﨑𠮷")),
    ]
    assert list(grid.formulas()) == [((2, 1), Seen("n", "1200000", True))]
    assert (list(grid.filled_rows(1)), list(grid.filled_rows(2))) == ([1, 2, 3], [])
    assert (grid.get(3, 1), grid.get(3, 2), grid.get(1, 9)) == (Seen("s", "A3の髙﨑𠮷"), None, None)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, list[Path]]]:
    """Every workbook of one year, in both languages; the soak writes those of all years."""
    office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN)), who="宮城県支部")
    office.branch.choose_branch("040002")
    examples(office, latest=True)
    yield office, list(every_workbook(office, tmp_path_factory.mktemp("written"), range(2026, 2027)))
    office.close()


def test_every_workbook_that_we_write_holds_under_every_item(written) -> None:
    office, files = written
    assert len(files) > 100
    assert [told for path in files for told in broken_items(office, path)] == []


def broken_items(office: Office, path: Path) -> Iterator[str]:
    quoted = next((items for name, items in QUOTED.items() if path.name.startswith(name)), set())
    for one in office.workbook_checks.check(path).verdicts:
        if one.holding is Holding.BROKEN and one.item.number not in quoted:
            yield f"{path.name}: {one.findings[0].told.ja}"


def test_two_readers_find_the_same_in_each_cell_of_every_workbook(written) -> None:
    _, files = written
    assert [said for path in files for said in unlike_calamine(path)] == []


def test_every_oracle_that_is_here_finds_the_same_in_the_largest_of_each_kind(written, tmp_path: Path) -> None:
    """openpyxl is everywhere; LibreOffice, which reckons formulas too, where it is installed, and in the soak always."""
    _, files = written
    chosen = largest_of_each_kind([path for path in files if "_en" not in path.stem])
    kinds = {path.stem.split("_")[0] for path in chosen}
    assert {"040002", "041009", "statistics", "ledger", "directory"} <= kinds
    for again in [resaved_by_openpyxl, *([saved_again] if PROGRAM else [])]:
        saved = again(chosen, tmp_path)
        assert [said for path in chosen for said in unlike(path, saved[path])] == []


def test_a_cell_that_another_program_changed_would_be_noticed(written, tmp_path: Path) -> None:
    _, files = written
    path = next(path for path in files if path.name.startswith("040002_exchange_grant_2026_ja"))
    other = resaved_by_openpyxl([path], tmp_path)[path]
    book = load_workbook(other)
    book["data_cases"]["A2"] = "R8-9999"
    book.save(other)
    (said,) = unlike(path, other)
    assert "data_cases!A2" in said


def largest_of_each_kind(files: Sequence[Path]) -> list[Path]:
    """One register, form, cost sheet, statistic, ledger and directory; the soak takes them all, in both languages."""
    largest: dict[str, Path] = {}
    for path in sorted(files, key=lambda one: one.stat().st_size):
        kind = path.stem.partition("_")[0]
        largest["cost" if "-" in kind else kind] = path
    return [path for path in files if path in largest.values()]
