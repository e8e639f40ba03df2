"""The flat sheet that headquarters' programs read: row 1 heads, one case per row, one fact per cell.

It keeps the rules of e-Stat's 「表記方法」 (Ver. 1.2, items 1 to 3-2): no merged cells, formulas, objects, or spaces and
breaks for looks; numbers are numbers, units stand in the heads, days stand in ISO form beside the Japanese calendar.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from clair_desktop.domain.eras import japanese_date
from clair_desktop.domain.registers import IN_JAPANESE_CALENDAR, ColumnKind, RowsInTurn
from clair_desktop.domain.sealing import SealedTable, TableSeal, seal_of
from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.cells import Cell, Look, Value
from clair_desktop.output.excel.guard import flat
from clair_desktop.output.excel.looks import Looks
from clair_desktop.output.excel.ready import ReadyColumn, ReadyRegister
from clair_desktop.output.excel.sheets import LAST_ROW, DropDown, PageMarks, Sheet, sheet_name, table_name
from clair_desktop.output.excel.text_width import text_width

_CALENDAR_WIDTH = 18
_FILTER_BUTTON = 3
_WIDEST = 60
_SHORT = 255  # the text format @ shows longer texts as #### in older Excels


@dataclass(frozen=True, slots=True)
class DataTable:
    """The sheet's content: heads, rows, which columns hold days, the fingerprint of heads and rows, and the seal."""

    register: ReadyRegister
    heads: list[str]
    rows: Sequence[list[Value]]
    days: list[bool]
    fingerprint: str
    seal: TableSeal


def data_table(register: ReadyRegister, language: Language) -> DataTable:
    """What the data sheet will say: a day's column is followed by its twin in the Japanese calendar."""
    beside = IN_JAPANESE_CALENDAR.in_(language)
    heads: list[str] = []
    days: list[bool] = []
    for column in register.columns:
        is_day = column.kind is ColumnKind.DATE
        heads += [column.head, column.head + beside] if is_day else [column.head]
        days += [True, False] if is_day else [False]
    rows: Sequence[list[Value]] = RowsInTurn(
        len(register.rows), lambda: (_line(row, register.columns) for row in register.rows)
    )
    if not isinstance(register.rows, RowsInTurn):
        rows = list(rows)
    return DataTable(register, heads, rows, days, fingerprint(chain([heads], rows)), seal_of(sealed(register, rows)))


def sealed(register: ReadyRegister, rows: Sequence[Sequence[Value]]) -> SealedTable:
    """What the seal covers: no twin in the Japanese calendar, and nothing that headquarters fills in."""
    places: list[int] = []
    columns: list[tuple[str, str]] = []
    place = 0
    for column in register.columns:
        if column.sealed:
            places.append(place)
            columns.append((column.key, column.kind.value))
        place += 2 if column.kind is ColumnKind.DATE else 1
    return SealedTable(
        register.key, columns, RowsInTurn(len(rows), lambda: ([row[at] for at in places] for row in rows))
    )


def _line(row: Sequence[Value], columns: Sequence[ReadyColumn]) -> list[Value]:
    line: list[Value] = []
    for value, column in zip(row, columns, strict=True):
        line.append((flat(value) or None) if isinstance(value, str) else value)
        if column.kind is ColumnKind.DATE:
            line.append(japanese_date(value) if isinstance(value, date) else None)
    return line


def fingerprint(lines: Iterable[Sequence[Value]]) -> str:
    """SHA-256 of heads and rows, each a JSON array on a line of its own, days in ISO form: anybody can check it."""
    digest = hashlib.sha256()
    for line in lines:
        plain = [value.isoformat() if isinstance(value, date) else value for value in line]
        digest.update(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return digest.hexdigest()


def data_sheet(table: DataTable, looks: Looks, lists: Mapping[tuple[str, ...], str], marks: PageMarks) -> Sheet:
    """``lists`` says where each set of choices stands in the lists sheet."""
    register = table.register
    styles = [look for column in register.columns for look in _looks(column, looks)]

    def rows() -> Iterator[list[Cell]]:
        yield [Cell(head, looks.head) for head in table.heads]
        for row in table.rows:
            yield [Cell(value, _fitting(value, look, looks)) for value, look in zip(row, styles, strict=True)]

    return Sheet(
        name=sheet_name(register.key),
        rows=RowsInTurn(1 + len(table.rows), rows),
        widths=_widths(register, table.heads),
        frozen_at="B2",
        table=table_name(register.key),
        heads=table.heads,
        drop_downs=_drop_downs(register, lists),
        title_rows="1:1",
        marks=marks,
    )


def _looks(column: ReadyColumn, looks: Looks) -> list[Look]:
    if column.kind is ColumnKind.DATE:
        return [looks.day, looks.text]
    return [looks.number if column.kind in (ColumnKind.YEN, ColumnKind.NUMBER) else looks.text]


def _fitting(value: Value, look: Look, looks: Looks) -> Look:
    if isinstance(value, float):
        return looks.fraction
    return looks.long_text if isinstance(value, str) and len(value) > _SHORT else look


def _widths(register: ReadyRegister, heads: Sequence[str]) -> list[float]:
    asked: list[int] = []
    for column in register.columns:
        asked += [column.width, _CALENDAR_WIDTH] if column.kind is ColumnKind.DATE else [column.width]
    return [
        min(_WIDEST, max(width, text_width(head) + _FILTER_BUTTON)) for width, head in zip(asked, heads, strict=True)
    ]


def _drop_downs(register: ReadyRegister, lists: Mapping[tuple[str, ...], str]) -> list[DropDown]:
    """A list for every choice column, down to the sheet's last row, so that added rows have it too."""
    found: list[DropDown] = []
    place = 0
    for column in register.columns:
        place += 1
        if column.choices:
            found.append(DropDown(place, LAST_ROW, lists[column.choices], column.head))
        place += column.kind is ColumnKind.DATE
    return found
