"""The printable sheet: A4 landscape, everything readable, nothing cut."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from clair_desktop.domain.registers import FilledRegister
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.text_width import lines_taken, pieces, text_width
from clair_desktop.output.excel.workbook import write_workbook
from tests.output.excel.books import COLUMNS, FUJI, MIYAGI, book, register, titled


def printed(tmp_path: Path, workbook: Any, language: Language = Language.JA) -> Any:
    write_workbook(workbook, tmp_path / "paper.xlsx", language)
    return load_workbook(tmp_path / "paper.xlsx").worksheets[1]


def test_it_is_a4_landscape_on_one_pages_width_with_repeated_heads(tmp_path: Path) -> None:
    sheet = printed(tmp_path, book())
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "B4"


def test_every_page_says_programme_year_branch_and_its_number(tmp_path: Path) -> None:
    sheet = printed(tmp_path, book())
    assert sheet.oddHeader.left.text == "経済活動助成事業 令和8年度"
    assert sheet.oddHeader.right.text == "宮城県支部"
    assert (sheet.oddFooter.left.text, sheet.oddFooter.center.text) == ("案件一覧", "&P / &N")
    assert sheet.oddFooter.right.text == "令和8年11月20日"


def test_the_table_adds_up_its_amounts_and_writes_days_in_the_language(tmp_path: Path) -> None:
    sheet = printed(tmp_path, book())
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == ["R8-0001", "R8-0002", "合計"]
    assert [sheet["F6"].value, sheet["G6"].value] == [3_300_001, 1_000_000]
    assert sheet["F4"].number_format == '#,##0_ ;"△"#,##0_ '
    assert sheet["I4"].value == "令和8年4月1日"
    english = printed(tmp_path, book(), Language.EN)
    assert (english["I4"].value, english["A6"].value) == ("1 April 2026", "Total")
    assert english["A2"].value == "2 in all, as of 20 November 2026"


def test_one_case_is_counted_in_good_english(tmp_path: Path) -> None:
    assert printed(tmp_path, book(register(FUJI)), Language.EN)["A2"].value == "1 in all, as of 20 November 2026"


def test_what_the_page_header_says_takes_no_column(tmp_path: Path) -> None:
    assert "実施年度" not in [cell.value for cell in printed(tmp_path, book())[3]]
    other_year = (MIYAGI[0], "令和7年度", *MIYAGI[2:])
    assert "実施年度" in [cell.value for cell in printed(tmp_path, book(register(FUJI, other_year)))[3]]


def test_line_breaks_that_a_clerk_typed_are_printed(tmp_path: Path) -> None:
    sheet = printed(tmp_path, titled("1 土葬の状況\r\n2 法制度"))
    assert sheet["D4"].value == "1 土葬の状況\n2 法制度"
    assert sheet["D4"].alignment.wrap_text


def test_rows_are_as_tall_as_their_longest_text(tmp_path: Path) -> None:
    sheet = printed(tmp_path, titled("短い件名", "一\n二\n三\n四"))
    assert sheet.row_dimensions[4].height == 16
    assert sheet.row_dimensions[5].height == 4 * 12 + 4


def test_a_text_taller_than_a_row_may_be_goes_on_below_and_nothing_is_lost(tmp_path: Path) -> None:
    long = "".join(f"{number}番目の質問について、現地の制度と運用を教えてください。" for number in range(200))
    sheet = printed(tmp_path, titled(long, "次の件"))
    rows = [(row[0].value, row[3].value) for row in sheet.iter_rows(min_row=4)]
    assert rows[0][0] == "R8-0001"
    assert {case for case, _ in rows[1:-2]} == {"R8-0001（続き）"}
    assert "".join(text for _, text in rows[:-2]) == long
    assert rows[-2] == ("R8-0002", "次の件")
    assert max(sheet.row_dimensions[row].height for row in range(4, sheet.max_row + 1)) <= 409
    assert [cell.value for cell in sheet[5]][4:8] == [None] * 4


def test_too_many_columns_make_days_take_two_lines(tmp_path: Path) -> None:
    days = [
        type(COLUMNS[9])(f"day_{number}", Wording(f"期日{number}", f"Day {number}"), COLUMNS[9].kind, 14)
        for number in range(14)
    ]
    filled = FilledRegister("days", Wording("期日", "Days"), days, [[date(2026, 11, 20)] * 14])
    sheet = printed(tmp_path, book(filled))
    assert sheet["A4"].value == "令和8年\n11月20日"
    assert sheet.row_dimensions[4].height == 28
    assert sheet.column_dimensions["A"].width == 10


@pytest.mark.parametrize("count", [1, 19])
def test_columns_share_the_page_and_none_is_narrower_than_a_case_number(tmp_path: Path, count: int) -> None:
    columns = [
        type(COLUMNS[4])(f"note_{n}", Wording(f"備考{n}", f"Note {n}"), COLUMNS[4].kind, 40) for n in range(count)
    ]
    filled = FilledRegister("notes", Wording("備考", "Notes"), columns, [["富士のほうじ茶の紹介を行う。" * 9] * count])
    widths = [dimension.width for dimension in printed(tmp_path, book(filled)).column_dimensions.values()]
    assert min(widths) >= 10
    assert sum(widths) <= max(185, 15 * count)


def test_fractions_keep_their_digits_on_paper(tmp_path: Path) -> None:
    sheet = printed(tmp_path, book())
    assert sheet["E5"].value == 2.5
    assert sheet["E5"].number_format == "#,##0.##########_ "


@pytest.mark.parametrize(
    ("text", "width"), [("R8-0001", 7), ("宮城県", 6), ("ﾌｼﾞ", 3), ("髙﨑", 4), ("静岡県富士市 222101", 19), ("", 0)]
)
def test_kanji_take_two_letters_room(text: str, width: int) -> None:
    assert text_width(text) == width


def test_a_cut_text_can_be_put_together_again() -> None:
    text = "How are remains moved when the period of a plot has ended?\n土葬の状況\n\n" * 40
    cut = pieces(text, 20, 28)
    assert len(cut) > 4
    assert all(lines_taken(piece, 20) <= 40 for piece in cut)
    assert "".join(cut).replace("\n", "") == text.replace("\n", "")
    assert not any(piece.startswith("s ") for piece in cut)


def test_a_word_longer_than_its_cell_is_broken() -> None:
    assert "".join(pieces("x" * 700, 20, 28)) == "x" * 700
