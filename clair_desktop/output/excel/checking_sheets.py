"""A workbook's sheets as tables: where the headings stand, what lies below them, and what lies beside."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from clair_desktop.domain.intake import FORMAT, meta_name
from clair_desktop.output.excel.cells import letters
from clair_desktop.output.excel.checking_grid import NOTHING, Grid, Seen, Spot
from clair_desktop.output.excel.meta_sheet import HEADS
from clair_desktop.output.excel.sheets import LISTS, META, PRINT_FORM

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
Span = tuple[int, int, int, int]  # top, left, bottom, right


@dataclass(frozen=True)
class Table:
    """Headings in one row and the rows below; ``declared`` where the file itself says that it is a table."""

    cells: Grid
    span: Span
    declared: bool

    @property
    def columns(self) -> range:
        return range(self.span[1], self.span[3] + 1)

    @property
    def rows(self) -> range:
        return range(self.span[0] + 1, self.span[2] + 1)

    def at(self, row: int, column: int) -> Seen:
        return self.cells.get(row, column) or NOTHING

    def head(self, column: int) -> str:
        return self.at(self.span[0], column).text.strip()

    def below(self, column: int) -> Sequence[tuple[int, Seen]]:
        """The cells below a heading that hold something, from the top."""
        return self.cells.filled(column, self.span[0], self.span[2])

    def rows_below(self, column: int) -> Sequence[int]:
        rows = self.cells.filled_rows(column)
        return rows[bisect_right(rows, self.span[0]) : bisect_right(rows, self.span[2])]

    @cached_property
    def filled_rows(self) -> Sequence[int]:
        """Every row below the headings in which something stands."""
        return sorted({row for column in self.columns for row in self.rows_below(column)})


@dataclass(frozen=True)
class CheckedSheet:
    """``is_form``: made to be printed or filled in; the items about tables of data do not ask of it."""

    name: str
    is_form: bool
    cells: Grid
    merged: Sequence[str]
    objects: Sequence[tuple[str, str]]  # kind and cell, which may be empty
    declared: Sequence[Span]

    @cached_property
    def tables(self) -> Sequence[Table]:
        if self.is_form or not self.cells:
            return []
        if self.declared:
            return [Table(self.cells, span, declared=True) for span in self.declared]
        found = _found(self.cells)
        return [found] if found else []


def checked_sheets(told: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterator[CheckedSheet]:
    """``told`` is what the reader gives of the workbook, its cells in grids; ``facts`` what its package says of each sheet beside."""
    grids = {one["name"]: one["cells"] for one in told["sheets"]}
    forms = _forms(told["names"], grids)
    for one in told["sheets"]:
        beside = facts.get(one["name"], {})
        yield CheckedSheet(
            one["name"], one["name"] in forms, one["cells"], one["merged"], beside.get("objects", ()),
            [span for ref in beside.get("tables", ()) if (span := span_of(ref))],
        )  # fmt: skip


def spot_of(at: str) -> Spot | None:
    match = _ADDRESS.fullmatch(at)
    return (int(match[2]), _number(match[1])) if match else None


def span_of(reference: str) -> Span | None:
    first, _, last = reference.partition(":")
    one, other = spot_of(first), spot_of(last or first)
    return (*one, *other) if one and other else None


def cell_at(row: int, column: int) -> str:
    return f"{letters(column)}{row}"


def _forms(names: Mapping[str, Sequence[str]], sheets: Mapping[str, Grid]) -> set[str]:
    """Sheets that our own workbooks declare to be forms: what is handed out, and what is printed beside the data."""
    format_at = names.get(meta_name("format"))
    if format_at and format_at[0] in sheets and _text(sheets[format_at[0]], format_at[1]) == FORMAT:
        return set(sheets)
    declared = {place[0] for name, place in names.items() if name.startswith(PRINT_FORM)}
    data = _data_sheets(sheets[META]) if META in sheets else set()
    return declared | (set(sheets) - data if data else set())


def _text(cells: Grid, at: str) -> str:
    spot = spot_of(at)
    return ((cells.get(*spot) if spot else None) or NOTHING).text


def _data_sheets(meta: Grid) -> set[str]:
    """Which sheets a workbook for headquarters says to be read by machines; none where it says nothing."""
    if tuple((meta.get(1, place) or NOTHING).text for place in range(1, 6)) != HEADS:
        return set()
    told = [meta.get(row, 4) for row, item in meta.column(1) if item.text == "sheet"]
    named = {one.text for one in told if one}
    return named | {LISTS, META} if named else set()


def _found(cells: Grid) -> Table | None:
    """The table of a sheet that declares none: the first row of words about as wide as the widest begins it."""
    widths = Counter(chain.from_iterable(map(cells.filled_rows, cells.columns)))
    if not widths:
        return None
    widest = max(widths.values())
    wide = sorted(row for row, width in widths.items() if 2 * width > widest)
    head = next((row for row in wide if _is_worded(cells, row)), wide[0])
    last = max((row for row, width in widths.items() if row >= head and (width > 1 or widest == 1)), default=head)
    used = [column for column in cells.columns if _has_between(cells.filled_rows(column), head, last)]
    return Table(cells, (head, used[0], last, used[-1]), declared=False)


def _is_worded(cells: Grid, row: int) -> bool:
    found = (cells.get(row, column) for column in cells.columns)
    return all(one.kind == "s" for one in found if one and not one.is_empty)


def _has_between(rows: Sequence[int], first: int, last: int) -> bool:
    place = bisect_left(rows, first)
    return place < len(rows) and rows[place] <= last


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
