"""Cells as a sheet's file spells them. A text has one spelling only, inline text: no text can become a formula."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
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
_EXACT = 10**15  # Excel keeps 15 digits of a number


class Look(NamedTuple):
    """The number of a shared style, and of its twin that keeps risky text from being taken for a formula."""

    style: int
    quoted: int


class Cell(NamedTuple):
    value: Value | Formula
    look: Look


def number(value: int | Fraction) -> int | float:
    """A number as Excel can keep it: whole ones exact, others to 15 digits."""
    if not -_EXACT < value < _EXACT:
        raise ValueError(f"Excel keeps 15 digits; {value} has more")
    return int(value) if value.denominator == 1 else float(f"{float(value):.15g}")


def serial(day: date) -> int:
    return (day - _DAY_ZERO).days


@cache
def letters(column: int) -> str:
    """A, B … Z, AA: the name of a column counted from 1."""
    rest, last = divmod(column - 1, 26)
    return (letters(rest) if rest else "") + chr(ord("A") + last)


def row_text(row: int, cells: Sequence[Cell], height: float | None = None) -> str:
    """One row, ready to stand in a sheet; ``row`` counts from 1, ``height`` is in points."""
    spelled = [_cell_text(f"{letters(column)}{row}", cell) for column, cell in enumerate(cells, start=1)]
    tall = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{row}"{tall}>{"".join(spelled)}</row>'


def _cell_text(at: str, cell: Cell) -> str:
    value = cell.value
    if isinstance(value, Formula):
        return f'<c r="{at}" s="{cell.look.style}"><f>{escape(value.text)}</f><v>{value.value}</v></c>'
    if isinstance(value, str) and value:
        style = cell.look.quoted if is_risky(value) else cell.look.style
        text = escape(escaped(value))
        return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    if value is None or value == "":
        return f'<c r="{at}" s="{cell.look.style}"/>'
    if isinstance(value, date):
        value = serial(value)
    return f'<c r="{at}" s="{cell.look.style}"><v>{value!r}</v></c>'
