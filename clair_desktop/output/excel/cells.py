"""Cells as a sheet's file spells them. A text has one spelling only, inline text: no text can become a formula."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from clair_desktop.output.excel.guard import escaped, is_risky


class Formula(NamedTuple):
    """A formula that this program writes itself, and the number it gives: no text from outside becomes one."""

    text: str
    value: int


Value = str | int | float | date | None  # what a cell holds, once it has been guarded

FIRST_DAY = date(1900, 3, 1)  # before it, Excel counts a 29 February 1900 that never was
_DAY_ZERO = date(1899, 12, 30)
_COLUMN = re.compile("[A-Z]{1,3}")
_MOST_DIGITS = 7  # of a row's number
EXACT = 10**15  # Excel keeps 15 digits of a number


class Look(NamedTuple):
    """The number of a shared style, and of its twin that keeps risky text from being taken for a formula."""

    style: int
    quoted: int


class Cell(NamedTuple):
    value: Value | Formula
    look: Look


Shown = tuple[Value | Formula, Look]  # a cell, or the same two where there are very many


def number(value: int | Fraction) -> int | float:
    """A number as Excel can keep it: whole ones exact, others to 15 digits."""
    if not -EXACT < value < EXACT:
        raise ValueError(f"Excel keeps 15 digits; {value} has more")
    return int(value) if value.denominator == 1 else float(f"{float(value):.15g}")


def serial(day: date) -> int:
    return (day - _DAY_ZERO).days


@cache
def letters(column: int) -> str:
    """A, B … Z, AA: the name of a column counted from 1."""
    rest, last = divmod(column - 1, 26)
    return (letters(rest) if rest else "") + chr(ord("A") + last)


@lru_cache(maxsize=1 << 14)
def column_number(name: str) -> int:
    """1 for A, 27 for AA; a ``ValueError`` for what is no column's name."""
    if not _COLUMN.fullmatch(name):
        raise ValueError(name)
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def row_and_column(at: str) -> tuple[int, int]:
    """7 and 2 for B7; a ``ValueError`` for what is no cell's address."""
    name = at.rstrip("0123456789")
    row = at[len(name) :]
    if not 0 < len(row) <= _MOST_DIGITS:
        raise ValueError(at)
    return int(row), column_number(name)


@cache
def _columns(count: int) -> list[str]:
    return [letters(column) for column in range(1, count + 1)]


def row_text(row: int, cells: Sequence[Shown], height: float | None = None) -> str:
    """One row, ready to stand in a sheet; ``row`` counts from 1, ``height`` is in points."""
    spelled = [
        _cell_text(f"{column}{row}", value, look)
        for column, (value, look) in zip(_columns(len(cells)), cells, strict=True)
    ]
    tall = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{row}"{tall}>{"".join(spelled)}</row>'


def _cell_text(at: str, value: Value | Formula, look: Look) -> str:
    if isinstance(value, str) and value:
        text = value if value.isalnum() else escape(escaped(value))
        style = look[1] if is_risky(value) else look[0]
        return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    if value is None or value == "":
        return f'<c r="{at}" s="{look[0]}"/>'
    if isinstance(value, Formula):
        return f'<c r="{at}" s="{look[0]}"><f>{escape(value.text)}</f><v>{value.value}</v></c>'
    if isinstance(value, date):
        value = serial(value)
    return f'<c r="{at}" s="{look[0]}"><v>{value!r}</v></c>'
