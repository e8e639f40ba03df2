"""What headquarters' workbook holds, as data: one row per case, or one per part or row of a case."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, overload

from clair_desktop.domain.wording import Wording

# Stands behind the head of a day's twin; nothing is read from it.
IN_JAPANESE_CALENDAR = Wording("（和暦）", " (Japanese calendar)")

Row = TypeVar("Row")


class ColumnKind(StrEnum):
    TEXT = "text"
    YEN = "yen"
    NUMBER = "number"
    DATE = "date"  # written as a real date, with a column of its Japanese form beside it
    CHOICE = "choice"  # with a drop-down from the lists sheet


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register. ``source`` is a field's key or one of the spine's names (``SPINE``)."""

    source: str
    head: Wording | None = None  # None: the field's own label
    kind: ColumnKind | None = None  # None: follows from the field
    width: int = 16


# What every case knows beside its answers.
SPINE = (
    "case_number", "fiscal_year", "project_year", "branch", "branch_code", "applicant", "applicant_name", "state", "received_on",
    "due_on", "document_number", "transmitted_on", "case_key", "case_title", "line", "answer_outcome", "answer_amount",
    "answer_conditions", "answer_number", "answer_on",
)  # fmt: skip
# What a row of a register per part knows beside these.
ENCLOSURE_SPINE = (
    "enclosure_kind", "enclosure_name", "enclosure_pages", "enclosure_size", "enclosure_sha256",
)  # fmt: skip
FINDING_SPINE = ("finding_rule", "finding_verdict", "finding_message", "finding_source")
PART_SPINE = ("part", "part_name", "part_state", "part_answered_on", "part_note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One sheet of headquarters' workbook. ``of`` is "" (per case), "parts", "enclosures", "findings", or the key of
    a row table.
    """

    key: str
    name: Wording
    columns: Sequence[Column]
    of: str = ""


@dataclass(frozen=True, slots=True)
class FilledColumn:
    """``key`` is stable over the years; ``unit`` stands in the head, as 金額（円）.

    ``sealed`` is False where headquarters fills in, ``printed`` False where only programs read.
    """

    key: str
    head: Wording
    kind: ColumnKind
    width: int
    choices: Sequence[str] = ()
    sealed: bool = True
    printed: bool = True


class RowsInTurn(Sequence[Row]):
    """Rows that are made one after the other whenever they are gone through: ``len`` is known, nothing is held."""

    def __init__(self, count: int, rows: Callable[[], Iterator[Row]]) -> None:
        self._count = count
        self._rows = rows

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        return self._rows()

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return list(self)[index]


@dataclass(frozen=True, slots=True)
class FilledRegister:
    """A sheet ready to write: values are str, int, Fraction, date or None; very many rows may come in turn."""

    key: str
    name: Wording
    columns: Sequence[FilledColumn]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class FilledWorkbook:
    """Everything a workbook holds; ``meta`` are the lines of its meta sheet."""

    title: Wording
    registers: Sequence[FilledRegister]
    meta: Sequence[tuple[str, str | int]]
    sample: bool
