"""From named cells to answers: every question read in its own words, every cell that is wrong told with its cure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.fields import Choices, Field, Rows
from clair_desktop.domain.intake import (
    At,
    CellFinding,
    Importance,
    asked_fields,
    field_name,
    option_name,
)
from clair_desktop.domain.parties import Names
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.intake_cells import Cell, ForeignBook, Place, given, read_otherwise
from clair_desktop.services.intake_rows import RowsReading, entry_code

_MARKS = frozenset("○◯〇●◎oOレ✓✔☑☒xX1") | {"TRUE", "はい", "yes", "Yes", "有"}
_NO_MARKS = frozenset("×✕-－―ー0☐□") | {"FALSE", "いいえ", "no", "No", "無"}
_LOST = Wording(
    "この欄が見つかりません（行の削除など）。記入用のExcelを使い直すか、案件に直接入力してください。",
    "The cell for this answer is gone, perhaps its line was deleted. Use the workbook afresh, or enter it in the case.",
)
_HIDDEN = Wording("非表示の行・列・シートにある値です。確かめてください。", "The value stands hidden. Please check it.")
_MERGED = Wording(
    "結合されたセルです。見えている値を読みました。確かめてください。",
    "The cell is merged; what shows was read. Check it.",
)
_NO_MARK = Wording(
    "○のほかの記入は読めません。当てはまる場合は○を付け、当てはまらない場合は空欄にしてください。",
    "Only ○ can be read. Mark what applies with ○ and leave the others blank.",
)


@dataclass(slots=True)
class Filled:
    """What a workbook says: answers that could be read, where each stands, and what is wrong.

    ``faulty`` are questions whose cell could not be read, ``rows_at`` the places of the rows that could.
    """

    answers: dict[str, object] = field(default_factory=dict)
    findings: list[CellFinding] = field(default_factory=list)
    places: dict[str, At] = field(default_factory=dict)
    rows_at: dict[str, list[At]] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    dropped: int = 0


def read_filled(edition: Edition, book: ForeignBook, names: Names, language: Language, rounding: Rounding) -> Filled:
    """Every question of the edition, in the order in which it is asked."""
    reading = Reading(book, names, language, rounding)
    for asked in asked_fields(edition):
        reading.take(asked)
    return reading.filled


class Reading:
    """Answers being read; ``filled`` is what was found so far."""

    def __init__(self, book: ForeignBook, names: Names, language: Language, rounding: Rounding) -> None:
        self._book, self._names, self._language, self._rounding = book, names, language, rounding
        self.filled = Filled()

    def take(self, asked: Field) -> None:
        if isinstance(asked, Rows):
            self._take_rows(asked)
        elif isinstance(asked, Choices):
            self._take_options(asked)
        else:
            self._take_cell(asked)

    def _take_rows(self, asked: Rows) -> None:
        table = RowsReading(asked, self._book, self._names, self._language, self._rounding)
        rows = table.read()
        self.filled.findings += table.findings
        self.filled.rows_at[asked.key] = table.at
        self.filled.dropped += table.dropped
        self.filled.places[asked.key] = table.head
        if rows:
            self.filled.answers[asked.key] = tuple(rows)
        if table.is_lost:
            self.filled.faulty.add(asked.key)

    def _take_cell(self, asked: Field) -> None:
        place = self._book.named(field_name(asked.key))
        if place is None:
            self._lost(asked)
            return
        cell = self._book.cell(place)
        at = At(place.sheet, place.cell, asked.label, cell.text)
        self.filled.places[asked.key] = at
        if cell.is_empty and not cell.formula:
            return
        self.filled.findings += remarks(self._book, place, at)
        self.read(asked, cell, at)

    def read(self, asked: Field, cell: Cell, at: At) -> None:
        """The answer of a cell, or what is wrong with it."""
        raw, said = given(asked, cell, at)
        self.filled.findings += said
        if any(one.importance is Importance.ERROR for one in said):
            self.filled.faulty.add(asked.key)
            return
        if isinstance(asked, Authority):
            raw = entry_code(raw)
        try:
            value = asked.accept(raw, self._names)
        except Malformed as complaint:
            self.filled.findings.append(CellFinding(at, "unreadable", Importance.ERROR, complaint.wording))
            self.filled.faulty.add(asked.key)
            return
        if value is not None:
            self.filled.answers[asked.key] = value
            shown = asked.show(value, self._language, self._names)
            self.filled.findings += read_otherwise(asked, cell, shown, at)

    def _take_options(self, asked: Choices) -> None:
        chosen: list[str] = []
        found = 0
        for option in asked.options:
            place = self._book.named(option_name(asked.key, option.key))
            if place is None:
                continue
            found += 1
            cell = self._book.cell(place)
            at = At(place.sheet, place.cell, option.label, cell.text)
            self.filled.places.setdefault(asked.key, at)
            chosen += [option.key] if self._is_marked(asked, cell, at) else []
        if found < len(asked.options):
            self._lost(asked)
        elif chosen and asked.key not in self.filled.faulty:
            self.filled.answers[asked.key] = tuple(chosen)

    def _is_marked(self, asked: Choices, cell: Cell, at: At) -> bool:
        mark = folded(cell.text) if cell.kind != "b" else ("TRUE" if cell.text == "1" else "FALSE")
        if not mark or mark in _NO_MARKS or cell.text.strip() in _NO_MARKS:
            return False
        if mark in _MARKS or cell.text.strip() in _MARKS:
            return True
        self.filled.findings.append(CellFinding(at, "no_mark", Importance.ERROR, _NO_MARK))
        self.filled.faulty.add(asked.key)
        return False

    def _lost(self, asked: Field) -> None:
        self.filled.findings.append(CellFinding(At("", "", asked.label), "lost_cell", Importance.ERROR, _LOST))
        self.filled.faulty.add(asked.key)


def remarks(book: ForeignBook, place: Place, at: At) -> Iterator[CellFinding]:
    """What is odd about where a value stands."""
    if book.is_hidden(place):
        yield CellFinding(at, "hidden", Importance.WARNING, _HIDDEN)
    if book.merge_at(place):
        yield CellFinding(at, "merged", Importance.ADVICE, _MERGED)


def placed(filled: Filled, key: str | None, row: int | None, label: Wording) -> At:
    """Where a finding about an answer belongs in the workbook."""
    rows: Sequence[At] = filled.rows_at.get(key or "", ())
    if row is not None and 0 < row <= len(rows):
        return rows[row - 1]
    places: Mapping[str, At] = filled.places
    return places.get(key or "", At("", "", label))
