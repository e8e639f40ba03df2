"""A municipality's workbook as it was read: its own facts, its named cells, and what a cell gives for a question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from clair_desktop.domain.fields import Count, Day, Field, Text, Yen, YesNo
from clair_desktop.domain.intake import At, CellFinding, Importance, meta_name
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.cells import row_and_column
from clair_desktop.output.excel.plain_table import cell_name

_SERIAL = re.compile(r"[2-6]\d{4}")  # 1954 to 2091 as Excel counts days
_DAY_ZERO = date(1899, 12, 30)

ERROR_CELL = Wording(
    "Excelのエラー値です。式を確かめ、値を入力し直してください。",
    "The cell shows an error of Excel's. Enter the value.",
)
NO_VALUE = Wording(
    "式の結果が保存されていません。Excelで開いて保存し直すか、値を入力してください。",
    "The result of the formula was not saved. Open the file in Excel and save it again, or enter the value.",
)
BAD_DAY = Wording(
    "Excelの日付として読めない数です。「2026/4/1」のように入力し直してください。",
    "The number is no day that Excel can tell. Enter it like 2026/4/1.",
)
_AS_NUMBER = Wording(
    "数値として入力されています。先頭の0が失われていないか確かめてください。",
    "The answer was entered as a number. Check that no leading 0 was lost.",
)
_AS_DAY = Wording(
    "日付として入力されています。{day}と読みました。", "The answer was entered as a day and read as {day}."
)
_AS_SERIAL = Wording(
    "日付の書式がありません。Excelの通し番号とみて{day}と読みました。確かめてください。",
    "The cell has no date format. It was read as Excel's serial number, {day}. Please check.",
)


class Cell(NamedTuple):
    """What stands in a cell: its kind as the reader tells it (s, n, d, t, b, e, bad_day, blank) and its text."""

    kind: str = ""
    text: str = ""
    formula: bool = False

    @property
    def is_empty(self) -> bool:
        return self.kind == "" or (self.kind in ("blank", "s") and not self.text.strip())


_NO_CELL = Cell()
_NO_CELLS: Mapping[int, Sequence[object]] = {}
Grid = Mapping[int, Mapping[int, Sequence[object]]]  # by row and column, counted from 1


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's sheet, row and column, counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        return cell_name(self.row, self.column)


class ForeignBook:
    """The workbook by names, sheets and cells."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._names: Mapping[str, Sequence[str]] = told["names"]
        self._sheets = {str(one["name"]): one for one in told["sheets"]}
        self._merged = {
            name: [span for ref in one["merged"] if (span := _span(ref))] for name, one in self._sheets.items()
        }
        self.has_links = bool(told["external"])
        self._grids: dict[str, Grid] = {}
        self._hidden_rows = {name: frozenset(one["hidden_rows"]) for name, one in self._sheets.items()}

    def meta(self, key: str) -> str:
        place = self.named(meta_name(key))
        return self.cell(place).text if place else ""

    def has_name(self, name: str) -> bool:
        return name in self._names

    def named(self, name: str) -> Place | None:
        """Where a name points; None where it is gone or its cell was deleted."""
        sheet, reference = self._names.get(name, ("", ""))
        at = _place(reference.split(":")[0])
        return Place(sheet, *at) if at and sheet in self._sheets else None

    def cell(self, place: Place) -> Cell:
        """The cell; of a merged one the value that shows there."""
        top = self.merge_at(place) if self._merged[place.sheet] else None
        row, column = (top[0], top[1]) if top else (place.row, place.column)
        return _cell(self._grid(place.sheet).get(row, _NO_CELLS).get(column))

    def own(self, place: Place) -> Cell:
        """The cell itself, whatever it is merged with."""
        return _cell(self._grid(place.sheet).get(place.row, _NO_CELLS).get(place.column))

    def cells(self, sheet: str, row: int, columns: Sequence[int]) -> Sequence[Cell]:
        """What shows in these columns of a row."""
        if self._merged[sheet]:
            return [self.cell(Place(sheet, row, column)) for column in columns]
        held = self._grid(sheet).get(row, _NO_CELLS)
        return [_cell(held.get(column)) for column in columns]

    def merge_at(self, place: Place) -> tuple[int, int, int, int] | None:
        spans = self._merged[place.sheet]
        return next((s for s in spans if s[0] <= place.row <= s[2] and s[1] <= place.column <= s[3]), None)

    def merges(self, sheet: str) -> Sequence[tuple[int, int, int, int]]:
        return self._merged[sheet]

    def rows_below(self, sheet: str, head: int) -> Iterator[int]:
        return iter(sorted(row for row in self._grid(sheet) if row > head))

    def _grid(self, sheet: str) -> Grid:
        """The sheet's cells by row and column; those whose address is none are left out."""
        if sheet not in self._grids:
            rows: dict[int, dict[int, Sequence[object]]] = {}
            for at, told in self._sheets[sheet]["cells"].items():
                if place := _place(at):
                    rows.setdefault(place[0], {})[place[1]] = told
            self._grids[sheet] = rows
        return self._grids[sheet]

    @property
    def sheets(self) -> Sequence[str]:
        return list(self._sheets)

    def row(self, sheet: str, row: int) -> Iterator[tuple[int, Cell]]:
        """Every filled cell of a row with its column, from left to right."""
        for column, told in sorted(self._grid(sheet).get(row, _NO_CELLS).items()):
            cell = _cell(told)
            if not cell.is_empty:
                yield column, cell

    def is_hidden(self, place: Place) -> bool:
        told = self._sheets[place.sheet]
        if told["hidden"] or place.row in self._hidden_rows[place.sheet]:
            return True
        return any(first <= place.column <= last for first, last in told["hidden_columns"])


def given(asked: Field, cell: Cell, at: At) -> tuple[object, list[CellFinding]]:
    """What a cell gives for a question, before the question reads it, and what there is to say about the cell."""
    faults = {"e": ("error_cell", ERROR_CELL), "blank": ("no_value", NO_VALUE), "bad_day": ("bad_day", BAD_DAY)}
    if cell.kind in faults and not (cell.kind == "blank" and not cell.formula):
        rule, wording = faults[cell.kind]
        return None, [CellFinding(at, rule, Importance.ERROR, wording)]
    if cell.kind == "b":
        return (cell.text == "1" if isinstance(asked, YesNo) else "TRUE" if cell.text == "1" else "FALSE"), []
    if cell.kind == "n":
        return _number(asked, cell, at)
    if cell.kind == "d" and isinstance(asked, Text):
        return cell.text, [_said(at, "day_as_text", Importance.ADVICE, _AS_DAY.filled(day=cell.text))]
    return cell.text, []


def _number(asked: Field, cell: Cell, at: At) -> tuple[object, list[CellFinding]]:
    if isinstance(asked, Authority):
        return int(float(cell.text)), []  # which the question itself refuses: 040002 has lost its zero
    if isinstance(asked, Day) and _SERIAL.fullmatch(cell.text):
        day = (_DAY_ZERO + timedelta(days=int(cell.text))).isoformat()
        return day, [_said(at, "day_as_number", Importance.WARNING, _AS_SERIAL.filled(day=day))]
    if isinstance(asked, Text):
        return cell.text, [_said(at, "number_as_text", Importance.WARNING, _AS_NUMBER)]
    return cell.text, []


def read_otherwise(asked: Field, cell: Cell, shown: str, at: At) -> list[CellFinding]:
    """Says how words were read as a number or a day, so that nobody need trust it blindly."""
    if cell.kind != "s" or not isinstance(asked, Yen | Day | Count) or cell.text.strip() == shown:
        return []
    wording = Wording(f"「{shown}」と読みました。", f"Read as “{shown}”.")
    return [_said(at, "read_as", Importance.ADVICE, wording)]


def _said(at: At, rule: str, importance: Importance, wording: Wording) -> CellFinding:
    return CellFinding(at, rule, importance, wording)


def _cell(told: Sequence[object] | None) -> Cell:
    return Cell(str(told[0]), str(told[1]), len(told) > 2) if told else _NO_CELL


def _place(at: str) -> tuple[int, int] | None:
    with suppress(ValueError):
        return row_and_column(at)
    return None


def _span(reference: str) -> tuple[int, int, int, int] | None:
    parts = [place for one in reference.split(":") if (place := _place(one))]
    return (*parts[0], *parts[1]) if len(parts) == 2 and reference.count(":") == 1 else None
