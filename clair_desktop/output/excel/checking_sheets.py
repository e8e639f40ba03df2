"""A workbook's sheets as tables: where the headings stand, what lies below them, and what lies beside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clair_desktop.domain.intake import FORMAT, meta_name
from clair_desktop.output.excel.cells import letters
from clair_desktop.output.excel.meta_sheet import HEADS
from clair_desktop.output.excel.sheets import LISTS, META, PRINT_FORM

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
Spot = tuple[int, int]  # row and column, counted from 1
Span = tuple[int, int, int, int]  # top, left, bottom, right


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a cell: its kind as the reader tells it, its text, and whether a formula gave it."""

    kind: str
    text: str
    formula: bool = False

    @property
    def is_text(self) -> bool:
        return self.kind == "s" and bool(self.text.strip())

    @property
    def is_empty(self) -> bool:
        return self.kind in ("s", "blank") and not self.text.strip()


NOTHING = Seen("blank", "")


@dataclass(frozen=True)
class Table:
    """Headings in one row and the rows below; ``declared`` where the file itself says that it is a table."""

    cells: Mapping[Spot, Seen]
    span: Span
    declared: bool

    @property
    def columns(self) -> range:
        return range(self.span[1], self.span[3] + 1)

    @property
    def rows(self) -> range:
        return range(self.span[0] + 1, self.span[2] + 1)

    def at(self, row: int, column: int) -> Seen:
        return self.cells.get((row, column), NOTHING)

    def head(self, column: int) -> str:
        return self.at(self.span[0], column).text.strip()

    @cached_property
    def filled(self) -> Mapping[int, Sequence[tuple[int, Seen]]]:
        """The cells below each heading that hold something, by column."""
        found: dict[int, list[tuple[int, Seen]]] = {column: [] for column in self.columns}
        top, left, bottom, right = self.span
        for (row, column), cell in self.cells.items():
            if top < row <= bottom and left <= column <= right and not cell.is_empty:
                found[column].append((row, cell))
        return {column: sorted(cells, key=lambda one: one[0]) for column, cells in found.items()}


@dataclass(frozen=True)
class CheckedSheet:
    """``is_form``: made to be printed or filled in; the items about tables of data do not ask of it."""

    name: str
    is_form: bool
    cells: Mapping[Spot, Seen]
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
    """``told`` is what the reader gives of the workbook, ``facts`` what its package says of each sheet beside."""
    forms = _forms(told)
    for one in told["sheets"]:
        beside = facts.get(one["name"], {})
        yield CheckedSheet(
            one["name"], one["name"] in forms, _grid(one["cells"]), one["merged"], beside.get("objects", ()),
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


def _grid(cells: Mapping[str, Sequence[Any]]) -> dict[Spot, Seen]:
    return {spot: Seen(str(one[0]), str(one[1]), len(one) > 2) for at, one in cells.items() if (spot := spot_of(at))}


def _forms(told: Mapping[str, Any]) -> set[str]:
    """Sheets that our own workbooks declare to be forms: what is handed out, and what is printed beside the data."""
    names: Mapping[str, Sequence[str]] = told["names"]
    sheets = {one["name"]: one["cells"] for one in told["sheets"]}
    format_at = names.get(meta_name("format"))
    if format_at and sheets.get(format_at[0], {}).get(format_at[1], ("", ""))[1] == FORMAT:
        return set(sheets)
    declared = {place[0] for name, place in names.items() if name.startswith(PRINT_FORM)}
    data = _data_sheets(sheets.get(META, {}))
    return declared | (set(sheets) - data if data else set())


def _data_sheets(meta: Mapping[str, Sequence[Any]]) -> set[str]:
    """Which sheets a workbook for headquarters says to be read by machines; none where it says nothing."""
    if tuple(str(meta.get(f"{letters(place)}1", ("", ""))[1]) for place in range(1, 6)) != HEADS:
        return set()
    items = {at[1:]: str(cell[1]) for at, cell in meta.items() if at.startswith("A")}
    named = {str(meta[f"D{row}"][1]) for row, item in items.items() if item == "sheet" and f"D{row}" in meta}
    return named | {LISTS, META} if named else set()


def _found(cells: Mapping[Spot, Seen]) -> Table | None:
    """The table of a sheet that declares none: the first row of words about as wide as the widest begins it."""
    by_row: dict[int, list[int]] = {}
    for (row, column), cell in cells.items():
        if not cell.is_empty:
            by_row.setdefault(row, []).append(column)
    if not by_row:
        return None
    widest = max(map(len, by_row.values()))
    wide = [row for row in sorted(by_row) if 2 * len(by_row[row]) > widest]
    worded = (row for row in wide if all(cells[row, column].kind == "s" for column in by_row[row]))
    head = next(worded, wide[0])
    last = max((row for row in by_row if row >= head and (len(by_row[row]) > 1 or widest == 1)), default=head)
    used = [column for row, columns in by_row.items() if head <= row <= last for column in columns]
    return Table(cells, (head, min(used), last, max(used)), declared=False)


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
