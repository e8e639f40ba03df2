"""Municipalities by the calls of a year: who is listed, what each cell says, and which are kept in sight."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.parties import Gazetteer, LocalAuthority
from clair_desktop.domain.place_names import kanji_key
from clair_desktop.domain.place_search import PlaceSearch
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.presenters.call_lines import NOT_ASKED, Cell, call_name, cell_of, cell_of_unasked
from clair_desktop.services.calls import CallKey

if TYPE_CHECKING:
    from clair_desktop.services.call_sheets import CallSheet, LinkedCase
    from clair_desktop.services.office import Office

BodyKey = tuple[str, str]  # a local authority's code, or "" and another body's name
NAMELESS = Wording("（申請団体が未入力の案件）", "(case without an applicant)")


class Keep(StrEnum):
    """Which bodies are kept in sight."""

    ALL = "all"
    OPEN = "open"
    DOUBTFUL = "doubtful"


KEEPS: Mapping[Keep, Wording] = {
    Keep.ALL: Wording("すべての団体", "All bodies"),
    Keep.OPEN: Wording("未回答の団体", "Bodies yet to answer"),
    Keep.DOUBTFUL: Wording("回答と案件が合わない団体", "Answer and cases differ"),
}


@dataclass(frozen=True, slots=True)
class MatrixWish:
    """``call`` is None where all the calls of the year stand side by side."""

    call: CallKey | None = None
    keep: Keep = Keep.ALL
    text: str = ""


@dataclass(frozen=True, slots=True)
class CallColumn:
    """A call as a column, with how many bodies answered what."""

    key: CallKey
    name: Wording
    asked: int
    counts: Mapping[CallAnswer, int]


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body with its cells; a call that did not ask it has none."""

    key: BodyKey
    name: Wording
    kana: str
    cells: Mapping[CallKey, Cell]

    def cell(self, call: CallKey) -> Cell:
        return self.cells.get(call, NOT_ASKED)


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """What the matrix shows: the rows kept out of ``total``, and all the calls one may choose between."""

    wish: MatrixWish
    calls: Sequence[CallColumn]
    columns: Sequence[CallColumn]
    rows: Sequence[BodyRow]
    total: int


class CallMatrix:
    """Whom a text names is found by name, reading, romaji or code, as elsewhere in the program."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        self._search = PlaceSearch(office.names) if isinstance(office.names, Gazetteer) else None

    def sheet(self, sheets: Mapping[CallKey, "CallSheet"], wish: MatrixWish) -> MatrixSheet:
        calls = [
            CallColumn(key, call_name(one.programme, one.round), len(one.bodies), one.counts)
            for key, one in sheets.items()
        ]
        columns = [one for one in calls if wish.call in (None, one.key)]
        rows = self._rows({one.key: sheets[one.key] for one in columns})
        kept = [row for row in rows if _kept(row, wish.keep)]
        return MatrixSheet(wish, calls, columns, self._matching(kept, wish.text), len(rows))

    def found(self, text: str) -> Sequence[LocalAuthority]:
        if text.strip():
            return self._search.authorities(text) if self._search else ()
        try:
            served = [code for code, _name in self._office.calls.served()]
        except Refusal:
            return ()
        return [one for code in served if (one := self._office.names.authority(code))]

    def _rows(self, sheets: Mapping[CallKey, "CallSheet"]) -> list[BodyRow]:
        today = self._office.clock.today()
        cells: dict[BodyKey, dict[CallKey, Cell]] = {}
        for key, sheet in sheets.items():
            for body in sheet.bodies:
                cells.setdefault(body.key, {})[key] = cell_of(body, sheet.days, today)
            for unasked, cases in _by_body(sheet.unasked).items():
                cells.setdefault(unasked, {})[key] = cell_of_unasked(cases)
        order = sorted(cells, key=lambda key: (not key[0], key))
        return [self._row(key, cells[key]) for key in order]

    def _row(self, key: BodyKey, cells: Mapping[CallKey, Cell]) -> BodyRow:
        known = self._office.names.authority(key[0]) if key[0] else None
        if known is None:
            return BodyRow(key, same(key[1] or key[0]) if any(key) else NAMELESS, "", cells)
        return BodyRow(key, known.full_name, known.kana, cells)

    def _matching(self, rows: Sequence[BodyRow], text: str) -> list[BodyRow]:
        found = list(rows)
        for word in text.split():
            codes = {one.code for one in self._search.authorities(word)} if self._search else set()
            key = kanji_key(word)
            found = [row for row in found if row.key[0] in codes or key in kanji_key(row.name.ja + row.name.en)]
        return found


def counted(rows: Sequence[BodyRow], column: CallColumn) -> Mapping[CallAnswer | None, int]:
    """How many of the rows answered what to a call; None counts those that were not asked."""
    said = Counter(_said(row.cell(column.key)) for row in rows)
    return {answer: said[answer] for answer in (*CallAnswer, None)}


def _said(cell: Cell) -> CallAnswer | None:
    if not cell.asked:
        return None
    return (
        CallAnswer.OPEN if cell.open else CallAnswer.NOTHING if cell.said is CallAnswer.NOTHING else CallAnswer.APPLYING
    )


def _kept(row: BodyRow, keep: Keep) -> bool:
    if keep is Keep.OPEN:
        return any(cell.open for cell in row.cells.values())
    return keep is Keep.ALL or any(cell.doubtful for cell in row.cells.values())


def _by_body(cases: Sequence["LinkedCase"]) -> Mapping[BodyKey, list["LinkedCase"]]:
    found: dict[BodyKey, list[LinkedCase]] = {}
    for case in cases:
        found.setdefault(case.body, []).append(case)
    return found
