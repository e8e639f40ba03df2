"""What a sheet is made of, before any library is asked to write it; the fixed names of sheets and tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clair_desktop.output.excel.cells import Shown

LISTS = "lists"
META = "meta"
PRINT_FORM = "print_form"  # the defined name by which a sheet says that it is made to be printed, not read
LAST_ROW = 1_048_576
_KEY = re.compile(r"[a-z][a-z0-9_]{0,24}")
_ILLEGAL = re.compile(r"[\\/?*\[\]:\x00-\x1f]")
_LONGEST_NAME = 31


class DropDown(NamedTuple):
    """A list to choose from in one column, from row 2 down; ``choices`` is a range, never the words themselves."""

    column: int
    last_row: int
    choices: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """What stands above and below every printed page; ``sample`` is empty for real papers."""

    programme: str
    branch: str
    name: str
    made_on: str
    sample: str
    tab_colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """``rows`` are complete, heads and all; ``heights`` (points) are theirs, as far as they are given.

    ``title_rows`` are repeated on every printed page.
    """

    name: str
    rows: Sequence[Sequence[Shown]]
    widths: Sequence[float]
    frozen_at: str
    title_rows: str
    marks: PageMarks
    table: str = ""
    heads: Sequence[str] = ()
    drop_downs: Sequence[DropDown] = ()
    heights: Sequence[float] = ()


def sheet_name(register: str) -> str:
    """The data sheet's name: the same in both languages and every year, so that programs find it."""
    return f"data_{_checked(register)}"


def table_name(register: str) -> str:
    return f"table_{_checked(register)}"


def printable_name(name: str, taken: Sequence[str]) -> str:
    """The printable sheet's name after the register's own, as Excel allows it and different from the others."""
    plain = _ILLEGAL.sub("", name).strip("' ")[:_LONGEST_NAME] or "print"
    others = {other.casefold() for other in taken}
    number, free = 1, plain
    while free.casefold() in others or free.casefold() == "history":  # Excel keeps this name for itself
        number += 1
        free = f"{plain[: _LONGEST_NAME - 3]} {number}"
    return free


def _checked(register: str) -> str:
    if not _KEY.fullmatch(register):
        raise ValueError(f"a register's key is short, small ASCII letters, digits and _: {register!r}")
    return register
