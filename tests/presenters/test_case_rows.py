"""Row tables: pasted from a spreadsheet, moved, added up."""

import pytest

from clair_desktop.blocks.costs import COSTS
from clair_desktop.domain.fields import Rows
from clair_desktop.presenters.rows import filled, laid_in, moved, pasted, total

BREAKDOWN = next(field for field in COSTS.fields if isinstance(field, Rows) and field.key == "cost_breakdown")
KEYS = [column.key for column in BREAKDOWN.columns]


def test_cells_of_a_sheet_come_with_tabs_and_quoted_line_breaks() -> None:
    assert pasted('旅費\t1,200\r\n"謝金\r\n（講師）"\t"5""000"\r\n\r\n') == [
        ["旅費", "1,200"],
        ["謝金\n（講師）", '5"000'],
    ]


def test_pasted_cells_lie_from_the_chosen_cell_on_and_make_rows() -> None:
    laid = laid_in(BREAKDOWN, [{KEYS[0]: "旅費"}], (0, 1), [["東京～パリ", "100"], ["宿泊", "200"]])
    assert laid == [
        {KEYS[0]: "旅費", KEYS[1]: "東京～パリ", KEYS[2]: "100"},
        {KEYS[1]: "宿泊", KEYS[2]: "200"},
    ]


def test_cells_beyond_the_last_column_are_left_out() -> None:
    laid = laid_in(BREAKDOWN, [], (0, len(KEYS) - 1), [["最後", "余り"]])
    assert laid == [{KEYS[-1]: "最後"}]


def test_a_pasted_head_line_is_no_row() -> None:
    heads = [column.label.ja for column in BREAKDOWN.columns[:3]]
    assert laid_in(BREAKDOWN, [], (0, 0), [heads, ["旅費", "パリ", "1"]]) == [
        {KEYS[0]: "旅費", KEYS[1]: "パリ", KEYS[2]: "1"}
    ]


def test_a_row_is_carried_up_and_down_and_stays_at_the_edges() -> None:
    rows = [{"a": "1"}, {"a": "2"}, {"a": "3"}]
    assert [row["a"] for row in moved(rows, 2, -1)] == ["1", "3", "2"]
    assert moved(rows, 0, -1) == rows
    assert moved(rows, 2, 1) == rows


@pytest.mark.parametrize(("texts", "sum_of_them"), [(["1,200円", "３千円"], 4200), (["", "5"], 5), (["あとで"], None)])
def test_the_amounts_are_added_up_as_they_are_typed(texts: list[str], sum_of_them: int | None) -> None:
    assert BREAKDOWN.total is not None
    assert total(BREAKDOWN, [{BREAKDOWN.total: text} for text in texts]) == sum_of_them


def test_empty_rows_are_no_answer() -> None:
    assert filled([{"a": " "}, {"a": "x"}, {}]) == [{"a": "x"}]
