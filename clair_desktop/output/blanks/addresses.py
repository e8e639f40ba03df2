"""Addresses of cells: B5, $B$5, 様式!B5 and ranges of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clair_desktop.output.excel.cells import letters

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_LAST = (1_048_576, 16_384)


class Area(NamedTuple):
    """A range, counted from 1, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def first(self) -> str:
        return f"{letters(self.left)}{self.top}"

    @property
    def size(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def cell(text: str) -> tuple[int, int] | None:
    """Row and column of an address; None where it is none."""
    found = _CELL.fullmatch(text.upper())
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    return (row, column) if row <= _LAST[0] and column <= _LAST[1] else None


def area(text: str) -> Area | None:
    first, _, last = text.partition(":")
    begin, end = cell(first), cell(last or first)
    if begin is None or end is None:
        return None
    return Area(min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1]))


def areas(text: str) -> Iterator[Area]:
    """The ranges of a list with spaces between them."""
    return (found for one in text.split() if (found := area(one)))


def on_a_sheet(text: str) -> tuple[str, Area] | None:
    """The sheet and the range of a reference such as '様式 1'!$B$5; None for anything else."""
    sheet, mark, place = text.strip().rpartition("!")
    found = area(place)
    if not mark or found is None or "," in text or "[" in sheet:
        return None
    return sheet.strip("'").replace("''", "'"), found
