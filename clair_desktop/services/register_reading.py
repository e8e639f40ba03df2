"""A register read from a foreign workbook: its facts, its seals, and its tables by the columns' keys.

Rows may be sorted or hidden, columns moved or added, titles put above, sheets renamed: heads say what stands where.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from clair_desktop.domain.fields import Count, Day, Field, Text, Yen
from clair_desktop.domain.intake import At, CellFinding, Importance
from clair_desktop.domain.parties import Names
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.registers import IN_JAPANESE_CALENDAR, ColumnKind
from clair_desktop.domain.sealing import BookSeal, BrokenSeal, Plain, SealedTable, TableSeal, book_seal, broken_seals
from clair_desktop.domain.wording import same
from clair_desktop.output.excel.plain_table import cell_name
from clair_desktop.services.intake_cells import Cell, ForeignBook, Place, given, read_otherwise

META = "meta"
_HEADS = ("item", "register", "column", "value")
_TEXTS = frozenset({ColumnKind.TEXT, ColumnKind.CHOICE})
_DEEPEST_HEAD = 30  # a title and a few lines may have been put above a table
_TWINS = (IN_JAPANESE_CALENDAR.ja, IN_JAPANESE_CALENDAR.en)
_LABEL = same("")
_KINDS: Mapping[ColumnKind, Field] = {
    ColumnKind.YEN: Yen(key="yen", label=_LABEL, signed=True),
    ColumnKind.NUMBER: Count(key="number", label=_LABEL),
    ColumnKind.DATE: Day(key="day", label=_LABEL),
    ColumnKind.TEXT: Text(key="text", label=_LABEL, lines=2),
    ColumnKind.CHOICE: Text(key="text", label=_LABEL, lines=2),
}


@dataclass(frozen=True, slots=True)
class ReadColumn:
    key: str
    kind: ColumnKind
    head: str
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of a sheet: values by column key, in which columns they stand, and which of them cannot be read."""

    sheet: str
    row: int
    values: Mapping[str, Plain]
    columns: Mapping[str, int]
    cells: Sequence[Cell]
    faulty: frozenset[str]
    hidden: bool

    def at(self, column: ReadColumn) -> At:
        if column.key not in self.columns:
            return At(self.sheet, "", same(column.head), "")
        held = self.cells[list(self.columns).index(column.key)]
        return At(self.sheet, cell_name(self.row, self.columns[column.key]), same(column.head), held.text)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """``missing`` are columns whose heads are gone, ``added`` are heads that the register does not know."""

    key: str
    sheet: str
    columns: Sequence[ReadColumn]
    rows: Sequence[ReadRow]
    missing: Sequence[str]
    added: Sequence[str]
    findings: Sequence[CellFinding]

    @property
    def sealed(self) -> SealedTable:
        columns = [(one.key, one.kind.value) for one in self.columns if one.sealed]
        return SealedTable(self.key, columns, [[row.values.get(key) for key, _ in columns] for row in self.rows])


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """A branch's register as it was read, with what it says of itself."""

    facts: Mapping[str, str]
    seal: BookSeal
    tables: Mapping[str, ReadTable]

    def broken(self) -> list[BrokenSeal]:
        """What is not as its seals say; nothing where all hold."""
        return broken_seals(self.seal, [table.sealed for table in self.tables.values()])

    @property
    def findings(self) -> list[CellFinding]:
        return [one for table in self.tables.values() for one in table.findings]


def read_registers(book: ForeignBook, names: Names) -> RegisterBook | None:
    """The register; None where the workbook has no meta sheet of ours."""
    lines = list(_meta_lines(book))
    facts = {item: value for item, register, _, value in lines if not register}
    if "schema_version" not in facts or "programme" not in facts:
        return None
    told = {(item, register, column): value for item, register, column, value in lines}
    columns: dict[str, list[ReadColumn]] = defaultdict(list)
    for item, register, column, head in lines:
        if item in ("column", "answer"):
            kind = ColumnKind(told.get(("kind", register, column), ColumnKind.TEXT.value))
            columns[register].append(ReadColumn(column, kind, head, item == "column"))
    tables = {}
    for key, known in columns.items():
        read = read_table(book, key, known, names, told.get(("sheet", key, ""), ""))
        if read is not None:
            tables[key] = read
    return RegisterBook(facts, _told_seal(facts, told, list(columns)), tables)


def read_table(
    book: ForeignBook, key: str, columns: Sequence[ReadColumn], names: Names, sheet: str = ""
) -> ReadTable | None:
    """The table whose heads these are: on the sheet of that name, or on the sheet that bears most of them."""
    found = _heads_on(book, sheet, columns)
    if found is None:
        others = [at for name in book.sheets if (at := _heads_on(book, name, columns))]
        found = max(others, key=lambda at: len(at[2]), default=None)
    if found is None:
        return None
    name, head, places = found
    known = {place.column for place in places.values()}
    twins = {_folded(one.head + twin.strip()) for one in columns for twin in _TWINS}
    beside = [
        cell.text for column, cell in book.row(name, head) if column not in known and _folded(cell.text) not in twins
    ]
    reading = _Reading(book, names, columns, places)
    rows = [row for number in book.rows_below(name, head) if (row := reading.row(name, number))]
    missing = [one.key for one in columns if one.key not in places]
    return ReadTable(key, name, columns, rows, missing, beside, reading.findings)


class _Reading:
    def __init__(
        self, book: ForeignBook, names: Names, columns: Sequence[ReadColumn], places: Mapping[str, Place]
    ) -> None:
        self._book = book
        self._names = names
        self._columns = [(one, one.kind in _TEXTS) for one in columns if one.key in places]
        self._places = {one.key: places[one.key].column for one, _ in self._columns}
        self._across = list(self._places.values())
        self.findings: list[CellFinding] = []

    def row(self, sheet: str, number: int) -> ReadRow | None:
        """The row; None where none of the register's columns holds anything."""
        held = self._book.cells(sheet, number, self._across)
        if all(cell.is_empty for cell in held):
            return None
        values: dict[str, Plain] = {}
        faulty = set()
        for (one, is_text), cell in zip(self._columns, held, strict=True):
            if is_text:
                values[one.key] = _text(cell)
                continue
            value, is_wrong = self._value(one, cell, Place(sheet, number, self._places[one.key]))
            values[one.key] = value
            if is_wrong:
                faulty.add(one.key)
        hidden = self._book.is_hidden(Place(sheet, number, 1))
        return ReadRow(sheet, number, values, self._places, held, frozenset(faulty), hidden)

    def _value(self, column: ReadColumn, cell: Cell, place: Place) -> tuple[Plain, bool]:
        if cell.is_empty and not cell.formula:
            return None, False
        asked = _KINDS[column.kind]
        if (own := _as_excel_has_it(column.kind, cell)) is not None:
            return own, False
        at = At(place.sheet, place.cell, same(column.head), cell.text)
        raw, said = given(asked, cell, at)
        self.findings += said
        if any(one.importance is Importance.ERROR for one in said):
            return None, True
        try:
            value = asked.accept(raw, self._names)
        except Malformed as complaint:
            self.findings.append(CellFinding(at, "unreadable", Importance.ERROR, complaint.wording))
            return None, True
        self.findings += read_otherwise(asked, cell, _shown(value), at)
        return _plain(value), False


def _text(cell: Cell) -> str | None:
    """The words; spaces alone are none unless a formula gives them."""
    return None if not cell.text or (cell.is_empty and not cell.formula) else cell.text


def _as_excel_has_it(kind: ColumnKind, cell: Cell) -> Plain:
    """A real day or number, whatever a question would say of its size; None where the cell holds words."""
    if kind is ColumnKind.DATE:
        return date.fromisoformat(cell.text) if cell.kind == "d" else None
    if cell.kind != "n":
        return None
    number = float(cell.text)
    if number.is_integer():
        return int(cell.text) if cell.text.lstrip("-").isdigit() else int(number)
    return number if kind is ColumnKind.NUMBER else None


def _plain(value: object) -> Plain:
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value if isinstance(value, str | int | date) else None


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _heads_on(
    book: ForeignBook, sheet: str, columns: Sequence[ReadColumn]
) -> tuple[str, int, Mapping[str, Place]] | None:
    """The row on the sheet that bears most of the heads, at least the first of them and half of all."""
    if sheet not in book.sheets:
        return None
    by_head = {_folded(one.head): one.key for one in columns}
    best: Mapping[str, Place] = {}
    head = 0
    for number in [row for row in book.rows_below(sheet, 0) if row <= _DEEPEST_HEAD]:
        places: dict[str, Place] = {}
        for column, cell in book.row(sheet, number):
            key = by_head.get(_folded(cell.text))
            if key is not None and key not in places:
                places[key] = Place(sheet, number, column)
        if len(places) > len(best):
            best, head = places, number
    return (sheet, head, best) if 2 * len(best) >= len(columns) else None


def _folded(text: str) -> str:
    return "".join(text.split())


def _meta_lines(book: ForeignBook) -> Iterator[tuple[str, str, str, str]]:
    sheet = next((name for name in (META, *book.sheets) if name in book.sheets and _is_meta(book, name)), None)
    if sheet is None:
        return
    for number in book.rows_below(sheet, 1):
        texts = [book.cell(Place(sheet, number, column)).text for column in range(1, 5)]
        yield texts[0], texts[1], texts[2], texts[3]


def _is_meta(book: ForeignBook, sheet: str) -> bool:
    return tuple(book.cell(Place(sheet, 1, column)).text for column in range(1, 5)) == _HEADS


def _told_seal(
    facts: Mapping[str, str], told: Mapping[tuple[str, str, str], str], registers: Sequence[str]
) -> BookSeal:
    tables = {}
    for key in registers:
        totals = {
            column: _whole(value)
            for (item, register, column), value in told.items()
            if (item, register) == ("total_yen", key)
        }
        rows = _whole(told.get(("rows", key, ""), ""))
        tables[key] = TableSeal(rows, totals, told.get(("sha256", key, ""), ""))
    return BookSeal(book_seal(facts, {}).facts, tables, facts.get("seal", ""))


def _whole(text: str) -> int:
    """A count of the meta sheet; -1, which nothing can agree with, where it is none."""
    return int(text) if text.lstrip("-").isdigit() else -1
