"""A register made ready for its sheets: heads with units, every value guarded, yen added up. Nothing is written yet."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, RowsInTurn
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.cells import EXACT, FIRST_DAY, Value, number
from clair_desktop.output.excel.guard import Place, guarded, is_plain

_YEN = Wording("（円）", " (JPY)")
_YEN_ENDINGS = ("（円）", "(円)", "(JPY)", "(yen)")
_TYPES: Mapping[ColumnKind, tuple[type, ...]] = {
    ColumnKind.TEXT: (str,),
    ColumnKind.CHOICE: (str,),
    ColumnKind.YEN: (int,),
    ColumnKind.NUMBER: (int, Fraction),
    ColumnKind.DATE: (date,),
}


@dataclass(frozen=True, slots=True)
class ReadyColumn:
    key: str
    head: str
    kind: ColumnKind
    width: int
    choices: tuple[str, ...]
    sealed: bool = True
    printed: bool = True


@dataclass(frozen=True, slots=True)
class ReadyRegister:
    """The columns and rows as sheets will have them."""

    key: str
    name: Wording
    columns: tuple[ReadyColumn, ...]
    rows: Sequence[tuple[Value, ...]]

    @property
    def totals(self) -> Mapping[str, int]:
        """The sums of the yen columns, by column key."""
        yen = {column.key: place for place, column in enumerate(self.columns) if column.kind is ColumnKind.YEN}
        return {key: sum(cast(int, row[place] or 0) for row in self.rows) for key, place in yen.items()}


def ready(register: FilledRegister, language: Language) -> ReadyRegister:
    """The register in one language; raises ``Refusal`` for what a workbook cannot hold."""
    columns = tuple(_ready_column(register, column, language) for column in register.columns)
    _refuse_twins(register.key, columns)
    rows: Sequence[tuple[Value, ...]] = RowsInTurn(
        len(register.rows),
        lambda: (_ready_row(register, number, row) for number, row in enumerate(register.rows, start=2)),
    )
    if not isinstance(register.rows, RowsInTurn):
        rows = tuple(rows)
    return ReadyRegister(register.key, register.name, columns, rows)


def headed(head: Wording, kind: ColumnKind, language: Language) -> str:
    """A column's head as it stands in a sheet: amounts name their unit."""
    said = head.in_(language)
    return said if kind is not ColumnKind.YEN or said.endswith(_YEN_ENDINGS) else said + _YEN.in_(language)


def _ready_column(register: FilledRegister, column: FilledColumn, language: Language) -> ReadyColumn:
    head = headed(column.head, column.kind, language)
    place = Place(register.name, column.head, 1)
    choices = tuple(guarded(choice, place) for choice in column.choices)
    return ReadyColumn(
        column.key, guarded(head, place), column.kind, column.width, choices, column.sealed, column.printed
    )


def _refuse_twins(register: str, columns: Sequence[ReadyColumn]) -> None:
    """Excel repairs, and so changes, a table with a head that is empty, broken over lines or there twice."""
    heads = [column.head for column in columns]
    twins = [head for head, times in Counter(head.casefold() for head in heads).items() if times > 1]
    odd = [head for head in heads if head != head.strip() or not head or "\n" in head]
    if twins or odd:
        raise ValueError(f"register {register}: heads must be filled, plain and different: {twins + odd}")


def _ready_row(register: FilledRegister, row: int, values: Sequence[object]) -> tuple[Value, ...]:
    case = values[0] if isinstance(values[0], str) else ""
    return tuple(
        [
            cast(Value, value)
            if value is None or _PLAIN[column.kind](value)
            else _ready_value(value, column, Place(register.name, column.head, row, case))
            for column, value in zip(register.columns, values, strict=True)
        ]
    )


def _is_small(value: object) -> bool:
    return type(value) is int and -EXACT < value < EXACT


def _is_late(value: object) -> bool:
    return type(value) is date and value >= FIRST_DAY


# What needs no second look, and so no place to name, by the kind of its column.
_PLAIN: Mapping[ColumnKind, Callable[[object], bool]] = {
    ColumnKind.TEXT: is_plain,
    ColumnKind.CHOICE: is_plain,
    ColumnKind.YEN: _is_small,
    ColumnKind.NUMBER: _is_small,
    ColumnKind.DATE: _is_late,
}


def _ready_value(value: object, column: FilledColumn, place: Place) -> Value:
    if isinstance(value, str) and column.kind in (ColumnKind.TEXT, ColumnKind.CHOICE):
        return guarded(value, place) or None
    if isinstance(value, bool) or type(value) not in _TYPES[column.kind]:
        raise TypeError(f"{place}: a column of kind {column.kind} cannot hold {type(value).__name__}")
    if isinstance(value, date):
        return _day(value, place)
    return _number(cast("int | Fraction", value), place)


def _day(value: date, place: Place) -> date:
    if value >= FIRST_DAY:
        return value
    where = place.wording
    raise Refusal(
        Wording(
            f"{where.ja}の日付（{value.isoformat()}）は古すぎてExcelでは扱えません。案件の日付を確かめてください。",
            f"The date in {where.en} ({value.isoformat()}) is too early for Excel. Check the date in the case.",
        )
    )


def _number(value: int | Fraction, place: Place) -> int | float:
    try:
        return number(value)
    except ValueError:
        where = place.wording
        raise Refusal(
            Wording(
                f"{where.ja}の数が大きすぎます（Excelで扱えるのは15桁まで）。案件の数を確かめてください。",
                f"The number in {where.en} is too large; Excel keeps 15 digits. Check the number in the case.",
            )
        ) from None
