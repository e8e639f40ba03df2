"""The sheet that people print: ruled, wrapped, with totals. Programs read the data sheet instead."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.registers import ColumnKind
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.cells import Cell, Look, Value
from clair_desktop.output.excel.looks import Looks
from clair_desktop.output.excel.ready import ReadyColumn, ReadyRegister
from clair_desktop.output.excel.sheets import PageMarks, Sheet
from clair_desktop.output.excel.text_width import lines_taken, pieces, text_width

_IN_PAGE_HEADER = ("fiscal_year", "project_year", "branch", "branch_code")
_PAGE = 185  # half-width letters across A4 landscape while ten-point type still prints at eight
_NARROWEST, _WIDEST = 10, 72
_MARGIN = 2  # what a column is wider than its widest text
_EDGE = 1  # what a cell keeps free of a line
_SPARE = 8  # every so many lines one may break early: no 、 or 。 begins a line
_TALLEST = 28  # lines in one row; Excel shows no row above 409 points
_HEAD_ROW = 3
_LINE, _AIR = 12.0, 4.0  # points; said for every row, since not every program fits rows to wrapped text by itself
_TITLE_HEIGHT, _COUNT_HEIGHT = 24.0, 18.0

_TOTAL = Wording("合計", "Total")
_NONE = Wording("該当なし", "None")
_CONTINUED = Wording("{case}（続き）", "{case} (continued)")
_COUNT = Wording("全{count}件（{day}現在）", "{count} in all, as of {day}")
_COUNT_OF_ONE = Wording("全1件（{day}現在）", "1 in all, as of {day}")


class _Room(NamedTuple):
    """How columns share a page: what a long text gets in any case, how wide a head's line is, whether days break."""

    text: int
    head: int
    breaks_days: bool


_ROOMY, _TIGHT = _Room(20, 14, breaks_days=False), _Room(15, 10, breaks_days=True)


class _Column(NamedTuple):
    """A column as printed: its place in the register, how it looks, its texts row by row, its width in letters."""

    place: int
    head: str
    total: int | None
    look: Look
    fraction_look: Look
    texts: list[str]
    width: int


def printable_sheet(register: ReadyRegister, language: Language, looks: Looks, title: str, marks: PageMarks) -> Sheet:
    columns = _columns(register, language, looks)
    above = [[Cell(title, looks.title)], [Cell(_count(register, language, marks.made_on), looks.subtitle)]]
    table = [[Cell(_broken(column.head), looks.printed_head) for column in columns]]
    for number, row in enumerate(register.rows):
        table += _printed_rows(columns, number, row, language)
    table += _last_rows(register, columns, language, looks)
    return Sheet(
        name=marks.name,
        rows=above + table,
        heights=[_TITLE_HEIGHT, _COUNT_HEIGHT, *(_height(row, columns) for row in table)],
        widths=[column.width for column in columns],
        frozen_at=f"B{_HEAD_ROW + 1}",
        title_rows=f"{_HEAD_ROW}:{_HEAD_ROW}",
        marks=marks,
    )


def _height(row: Sequence[Cell], columns: Sequence[_Column]) -> float:
    lines = [
        lines_taken(cell.value, column.width - _EDGE)
        for cell, column in zip(row, columns, strict=True)
        if isinstance(cell.value, str)
    ]
    tallest = max(lines, default=1)
    return (tallest + tallest // _SPARE) * _LINE + _AIR


def _columns(register: ReadyRegister, language: Language, looks: Looks) -> list[_Column]:
    """Where the columns are too many for the page, days take two lines and long texts less room."""
    kept = [place for place in range(len(register.columns)) if not _stands_above(register, place)]
    roomy = _drawn(register, kept, language, looks, _ROOMY)
    if sum(column.width for column in roomy) <= _PAGE:
        return roomy
    return _drawn(register, kept, language, looks, _TIGHT)


def _drawn(
    register: ReadyRegister, kept: Sequence[int], language: Language, looks: Looks, room: _Room
) -> list[_Column]:
    declared = [register.columns[place] for place in kept]
    texts = [[_shown(row[place], language, broken=room.breaks_days) for row in register.rows] for place in kept]
    sums = register.totals
    totals = [sums.get(column.key) for column in declared]
    wanted = [_wanted(*facts, room.head) for facts in zip(declared, texts, totals, strict=True)]
    widths = _shared(wanted, room.text)
    return [
        _Column(place, column.head, total, _look(column, looks), looks.printed_fraction, shown, width)
        for place, column, total, shown, width in zip(kept, declared, totals, texts, widths, strict=True)
    ]


def _stands_above(register: ReadyRegister, place: int) -> bool:
    """Whether only programs read it, or the page header says it already for every row: the year and the branch."""
    if not register.columns[place].printed:
        return True
    same = len({row[place] for row in register.rows}) == 1
    return same and place > 0 and register.columns[place].key in _IN_PAGE_HEADER


def _look(column: ReadyColumn, looks: Looks) -> Look:
    if column.kind in (ColumnKind.YEN, ColumnKind.NUMBER):
        return looks.printed_number
    return looks.printed_day if column.kind is ColumnKind.DATE else looks.printed_text


def _shown(value: Value, language: Language, *, broken: bool = False) -> str:
    """The value as printed, but for amounts, which only take the room of their text."""
    if isinstance(value, date):
        day = printed_date(value, language)
        return day.replace("年", "年\n", 1) if broken else day
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else str(value)


def _wanted(column: ReadyColumn, texts: Sequence[str], total: int | None, head: int) -> int:
    """The width that shows every line of the column whole, within reason."""
    lines = {line for text in texts for line in text.split("\n")}
    longest = max(map(text_width, [*lines, _shown(total, Language.JA)]))
    return max(_NARROWEST, min(_WIDEST, max(longest, _head_width(column.head, head)) + _MARGIN))


def _broken(head: str) -> str:
    """A head with its unit on a line of its own."""
    return head.replace(" (", "\n(").replace("（", "\n（")


def _head_width(head: str, most: int) -> int:
    """A long head takes two lines; an English one breaks between words."""
    name, *units = _broken(head).split("\n")
    words = name.split() if name.isascii() else [name]
    longest = max(map(text_width, [*words, *units]))
    return longest if longest <= most else max(most, -(-longest // 2))


def _shared(wanted: Sequence[int], least: int) -> list[int]:
    """Days, amounts and short texts get what they want; longer texts share what is left of the page."""
    sure = [min(width, least) for width in wanted]
    asked = sum(wanted) - sum(sure)
    share = min(1.0, max(0, _PAGE - sum(sure)) / asked) if asked else 0.0
    return [known + int((width - known) * share) for known, width in zip(sure, wanted, strict=True)]


def _printed_rows(
    columns: Sequence[_Column], number: int, row: Sequence[Value], language: Language
) -> list[list[Cell]]:
    """One row, or several where a text is taller than a row of Excel may be: no text is ever cut."""
    cut = [
        pieces(column.texts[number], column.width - _EDGE, _TALLEST)
        if isinstance(row[column.place], str | date)
        else None
        for column in columns
    ]
    return [
        [_printed(column, row, part, at, language) for column, part in zip(columns, cut, strict=True)]
        for at in range(max(len(part) if part else 1 for part in cut))
    ]


def _printed(column: _Column, row: Sequence[Value], part: list[str] | None, at: int, language: Language) -> Cell:
    value = row[column.place]
    if part is not None:
        return Cell(part[at] if at < len(part) else _again(column, value, language), column.look)
    if at or value is None:
        return Cell(None, column.look)
    return Cell(value, column.fraction_look if isinstance(value, float) else column.look)


def _again(column: _Column, value: Value, language: Language) -> str | None:
    """The case's number stands again beside a text that goes on."""
    return None if column.place else _CONTINUED.in_(language).format(case=value)


def _count(register: ReadyRegister, language: Language, day: str) -> str:
    wording = _COUNT_OF_ONE if len(register.rows) == 1 else _COUNT
    return wording.in_(language).format(count=f"{len(register.rows):,}", day=day)


def _last_rows(
    register: ReadyRegister, columns: Sequence[_Column], language: Language, looks: Looks
) -> list[list[Cell]]:
    """The totals, or the word that there is nothing."""
    blank = [Cell(None, looks.printed_text) for _ in columns[1:]]
    if not register.rows:
        return [[Cell(_NONE.in_(language), looks.printed_text), *blank]]
    if not register.totals:
        return []
    sums = [Cell(column.total, looks.total_text if column.total is None else looks.total_number) for column in columns]
    return [[Cell(_TOTAL.in_(language), looks.total_text), *sums[1:]]]
