"""The flat sheet that headquarters' programs read: row 1 heads, one case per row, one fact per cell.

It keeps the rules of e-Stat's 「表記方法」 (Ver. 1.2, items 1 to 3-2): no merged cells, formulas, objects, or spaces and
breaks for looks; numbers are numbers, units stand in the heads, days stand in ISO form beside the Japanese calendar.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import cast

from clair_desktop.domain.eras import japanese_date
from clair_desktop.domain.registers import IN_JAPANESE_CALENDAR, ColumnKind, RowsInTurn
from clair_desktop.domain.sealing import Sealing, TableSeal
from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.cells import Cell, Look, Shown, Value
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
class Tally:
    """What somebody who has gone through all rows knows: the seal, the sums of yen, the fingerprint."""

    seal: TableSeal
    totals: Mapping[str, int]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """The sheet's content: heads, rows, which columns hold days. Rows that come in turn are tallied as they pass."""

    register: ReadyRegister
    heads: list[str]
    rows: Sequence[list[Value]]
    days: list[bool]
    _tallies: list[Tally] = field(default_factory=list)

    @property
    def tally(self) -> Tally:
        if not self._tallies:
            for _ in self.passing():
                """Nobody has gone through them yet."""
        return self._tallies[0]

    def passing(self) -> Iterator[list[Value]]:
        """The rows; who goes through all of them leaves the tally behind."""
        places = _places(self.register)
        columns = [column for column in self.register.columns if column.sealed]
        sealing = Sealing(self.register.key, [(column.key, column.kind.value) for column in columns])
        covered = _picked([places[column.key] for column in columns])
        yen = {column.key: places[column.key] for column in self.register.columns if column.kind is ColumnKind.YEN}
        totals = dict.fromkeys(yen, 0)
        digest = hashlib.sha256(_printed(self.heads))
        for row in self.rows:
            sealing.add(covered(row))
            for key, place in yen.items():
                value = row[place]
                totals[key] += value if isinstance(value, int) else 0
            digest.update(_printed(row))
            yield row
        self._tallies[:] = [Tally(sealing.seal(), totals, digest.hexdigest())]


def data_table(register: ReadyRegister, language: Language) -> DataTable:
    """What the data sheet will say: a day's column is followed by its twin in the Japanese calendar."""
    beside = IN_JAPANESE_CALENDAR.in_(language)
    heads: list[str] = []
    days: list[bool] = []
    for column in register.columns:
        is_day = column.kind is ColumnKind.DATE
        heads += [column.head, column.head + beside] if is_day else [column.head]
        days += [True, False] if is_day else [False]
    dated = [place for place, column in enumerate(register.columns) if column.kind is ColumnKind.DATE]
    twins = [(place, place + number) for number, place in enumerate(dated, start=1)]
    rows: Sequence[list[Value]] = RowsInTurn(len(register.rows), lambda: (_line(row, twins) for row in register.rows))
    if not isinstance(register.rows, RowsInTurn):
        rows = list(rows)
    return DataTable(register, heads, rows, days)


def _places(register: ReadyRegister) -> dict[str, int]:
    """Where each column stands among its neighbours' twins."""
    places: dict[str, int] = {}
    place = 0
    for column in register.columns:
        places[column.key] = place
        place += 2 if column.kind is ColumnKind.DATE else 1
    return places


def _picked(places: Sequence[int]) -> Callable[[list[Value]], Sequence[Value]]:
    """What the seal covers: no twin in the Japanese calendar, and nothing that headquarters fills in."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: [row[place] for place in places]


def _line(row: Sequence[Value], twins: Sequence[tuple[int, int]]) -> list[Value]:
    """The row as the sheet has it; ``twins`` say where a day stands, and where its twin will."""
    line = [(flat(value) or None) if value.__class__ is str else value for value in row]
    for place, twin in twins:
        day = row[place]
        line.insert(twin, _in_japanese(day) if isinstance(day, date) else None)
    return line


_in_japanese = lru_cache(maxsize=4096)(japanese_date)


def fingerprint(lines: Iterable[Sequence[Value]]) -> str:
    """SHA-256 of heads and rows, each a JSON array on a line of its own, days in ISO form: anybody can check it."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(_printed(line))
    return digest.hexdigest()


def _printed(line: Sequence[Value]) -> bytes:
    return _JSON.encode(line).encode() + b"\n"


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no cell of ours holds {type(value).__name__}")


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_iso)


def data_sheet(table: DataTable, looks: Looks, lists: Mapping[tuple[str, ...], str], marks: PageMarks) -> Sheet:
    """``lists`` says where each set of choices stands in the lists sheet."""
    register = table.register
    styles = [look for column in register.columns for look in _looks(column, looks)]

    def rows() -> Iterator[Sequence[Shown]]:
        yield [Cell(head, looks.head) for head in table.heads]
        for row in table.passing():
            yield [(value, _fitting(value, look, looks)) for value, look in zip(row, styles, strict=True)]

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
    kind = value.__class__
    if kind is str:
        return looks.long_text if len(cast(str, value)) > _SHORT else look
    return looks.fraction if kind is float else look


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
