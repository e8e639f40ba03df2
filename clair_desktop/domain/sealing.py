"""The seal of a register: what a workbook says of its own data, and whether the data still are what it says.

The canonical form of a table is text: first a JSON array of the register's key and its columns' keys in their order,
then for each row the SHA-256, in hexadecimal, of its JSON array and a line feed; the rows' lines in their own order,
every line ended by a line feed. Whole numbers stand as such, others in their shortest form, days as ISO 8601, texts
exactly as in the cell, what is empty as null, all in UTF-8. So rows may be sorted, columns moved or added, and cells
dressed otherwise: the seal still holds. And a hundred thousand rows need not be held to be sealed.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from clair_desktop.domain.wording import Wording

SCHEMA = 2  # raised when sheets, columns' meaning or the canonical form change
# What the seal of the whole book covers beside its tables; what a book does not say counts as "".
SEALED_FACTS = (
    "schema_version", "programme", "project_year", "edition", "branch_code", "hand_over", "language", "sample",
    "made_on",
)  # fmt: skip
YEN = "yen"
Plain = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A register's data: columns as key and kind (domain.registers.ColumnKind), rows in the columns' order."""

    key: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[Plain]]


@dataclass(frozen=True, slots=True)
class TableSeal:
    """How many rows, what its yen columns add up to, and the SHA-256 of its canonical form."""

    rows: int
    totals: Mapping[str, int]
    sha256: str


@dataclass(frozen=True, slots=True)
class BookSeal:
    """What a book says of itself: its facts, the seal of each table, and one seal over all of it."""

    facts: Mapping[str, str]
    tables: Mapping[str, TableSeal]
    sha256: str


@dataclass(frozen=True, slots=True)
class BrokenSeal:
    """One thing that is not as the book says: ``item`` is rows, total_yen, sha256, seal, schema_version or missing."""

    item: str
    register: str
    column: str
    told: str
    found: str

    @property
    def wording(self) -> Wording:
        """What is wrong; the name of the register is its key, which its sheet bears."""
        return _BROKEN[self.item].filled(
            register=self.register, column=self.column, told=self.told or "—", found=self.found or "—"
        )


_BROKEN: Mapping[str, Wording] = {
    "schema_version": Wording(
        "台帳の形式の版が{told}です（このプログラムが読めるのは{found}まで）。プログラムを更新してください。",
        "The register's form is of version {told}; this program reads up to {found}. Update the program.",
    ),
    "missing": Wording("表「{register}」がありません。", "The table “{register}” is not there."),
    "rows": Wording(
        "表「{register}」の行数が違います（封印{told}行、実際{found}行）。",
        "The table “{register}” has {found} rows; its seal says {told}.",
    ),
    "total_yen": Wording(
        "表「{register}」の「{column}」の合計が違います（封印{told}円、実際{found}円）。",
        "The column “{column}” of “{register}” adds up to JPY {found}; its seal says JPY {told}.",
    ),
    "sha256": Wording(
        "表「{register}」の中身が、作成したときと違います。",
        "The contents of the table “{register}” are not what they were when it was made.",
    ),
    "seal": Wording(
        "metaシートの情報が、作成したときと違います。",
        "The facts on the meta sheet are not what they were when the book was made.",
    ),
}


class Sealing:
    """A table's seal in the making, for rows that pass by once; columns are keys and kinds."""

    def __init__(self, key: str, columns: Sequence[tuple[str, str]]) -> None:
        self._head = [key, *(column for column, _ in columns)]
        self._yen = {column: place for place, (column, kind) in enumerate(columns) if kind == YEN}
        self._totals = dict.fromkeys(self._yen, 0)
        self._digests: list[bytes] = []

    def add(self, row: Sequence[Plain]) -> None:
        self._digests.append(sha256(_line(row)).hexdigest().encode())
        for key, place in self._yen.items():
            value = row[place]
            self._totals[key] += value if isinstance(value, int) else 0

    def seal(self) -> TableSeal:
        canonical = sha256(_line(self._head))
        for digest in sorted(self._digests):
            canonical.update(digest + b"\n")
        return TableSeal(len(self._digests), self._totals, canonical.hexdigest())


def seal_of(table: SealedTable) -> TableSeal:
    """One pass over the rows, however many there are."""
    sealing = Sealing(table.key, table.columns)
    for row in table.rows:
        sealing.add(row)
    return sealing.seal()


def book_seal(facts: Mapping[str, object], tables: Mapping[str, TableSeal]) -> BookSeal:
    """The book's seal over its facts and its tables' seals, the tables in the order of their keys."""
    told = {key: str(facts.get(key, "")) for key in SEALED_FACTS}
    plain = [
        [[key, told[key]] for key in SEALED_FACTS],
        [[key, one.rows, sorted(one.totals.items()), one.sha256] for key, one in sorted(tables.items())],
    ]
    return BookSeal(told, tables, sha256(_line(plain)).hexdigest())


def broken_seals(told: BookSeal, found: Sequence[SealedTable]) -> list[BrokenSeal]:
    """What is not as the book says of itself; nothing where every seal holds."""
    version = told.facts.get("schema_version", "")
    if version != str(SCHEMA):
        return [BrokenSeal("schema_version", "", "", version, str(SCHEMA))]
    broken = list(_broken_book(told))
    tables = {one.key: one for one in found}
    for key, seal in told.tables.items():
        broken += _broken_table(key, seal, seal_of(tables[key])) if key in tables else [_missing(key)]
    return broken


def _broken_book(told: BookSeal) -> Iterator[BrokenSeal]:
    found = book_seal(told.facts, told.tables).sha256
    if found != told.sha256:
        yield BrokenSeal("seal", "", "", told.sha256, found)


def _broken_table(key: str, told: TableSeal, found: TableSeal) -> list[BrokenSeal]:
    broken = []
    if told.rows != found.rows:
        broken.append(BrokenSeal("rows", key, "", f"{told.rows:,}", f"{found.rows:,}"))
    for column, total in told.totals.items():
        now = found.totals.get(column, 0)
        if now != total:
            broken.append(BrokenSeal("total_yen", key, column, f"{total:,}", f"{now:,}"))
    if told.sha256 != found.sha256:
        broken.append(BrokenSeal("sha256", key, "", told.sha256, found.sha256))
    return broken


def _missing(key: str) -> BrokenSeal:
    return BrokenSeal("missing", key, "", "", "")


def _line(values: Sequence[object]) -> bytes:
    odd = "" in values or float in set(map(type, values))
    return _CANONICAL.encode([_plain(value) for value in values] if odd else values).encode() + b"\n"


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no table of ours holds {type(value).__name__}")


_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_day)


def _plain(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value
