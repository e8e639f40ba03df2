"""A filled workbook as JSON and back, for the process that writes it; columns of days and numbers are spelled out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook, RowsInTurn
from clair_desktop.domain.wording import Wording

Json = dict[str, Any]


def workbook_to_json(workbook: FilledWorkbook) -> Json:
    return {
        "title": _wording_to_json(workbook.title),
        "registers": [_register_to_json(register) for register in workbook.registers],
        "meta": [list(line) for line in workbook.meta],
        "sample": workbook.sample,
    }


def workbook_from_json(sent: Mapping[str, Any], *, in_turn: bool = False) -> FilledWorkbook:
    """What was sent, equal to the original but for tuples where it had other sequences; or its rows come in turn."""
    return FilledWorkbook(
        title=_wording(sent["title"]),
        registers=tuple(_register(register, in_turn=in_turn) for register in sent["registers"]),
        meta=tuple((str(key), value) for key, value in sent["meta"]),
        sample=sent["sample"],
    )


def _register_to_json(register: FilledRegister) -> Json:
    return {
        "key": register.key,
        "name": _wording_to_json(register.name),
        "columns": [_column_to_json(column) for column in register.columns],
        "rows": list(_converted(register.rows, register.columns, _TO_JSON)),
    }


def _register(sent: Mapping[str, Any], *, in_turn: bool) -> FilledRegister:
    columns = tuple(_column(column) for column in sent["columns"])
    rows: Sequence[Sequence[object]] = RowsInTurn(
        len(sent["rows"]), lambda: (tuple(row) for row in _converted(sent["rows"], columns, _FROM_JSON))
    )
    return FilledRegister(
        key=sent["key"],
        name=_wording(sent["name"]),
        columns=columns,
        rows=rows if in_turn else tuple(rows),
    )


def _column_to_json(column: FilledColumn) -> Json:
    return {
        "key": column.key,
        "head": _wording_to_json(column.head),
        "kind": column.kind.value,
        "width": column.width,
        "choices": list(column.choices),
        "sealed": column.sealed,
        "printed": column.printed,
    }


def _column(sent: Mapping[str, Any]) -> FilledColumn:
    return FilledColumn(
        key=sent["key"],
        head=_wording(sent["head"]),
        kind=ColumnKind(sent["kind"]),
        width=sent["width"],
        choices=tuple(sent["choices"]),
        sealed=sent["sealed"],
        printed=sent["printed"],
    )


def _converted(
    rows: Iterable[Sequence[Any]], columns: Sequence[FilledColumn], by_kind: Mapping[ColumnKind, Callable[[Any], Any]]
) -> Iterator[list[Any]]:
    """The rows with what JSON lacks converted; most columns pass as they are."""
    odd = [(place, by_kind[column.kind]) for place, column in enumerate(columns) if column.kind in by_kind]
    for row in rows:
        line = list(row)
        for place, convert in odd:
            if line[place] is not None:
                line[place] = convert(line[place])
        yield line


def _day(value: date) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a column of days holds no {type(value).__name__}")


def _number(value: int | Fraction) -> int | str:
    if isinstance(value, int | Fraction):
        return value if isinstance(value, int) else str(value)
    raise TypeError(f"a column of numbers holds no {type(value).__name__}")


_TO_JSON: Mapping[ColumnKind, Callable[[Any], Any]] = {ColumnKind.DATE: _day, ColumnKind.NUMBER: _number}
_FROM_JSON: Mapping[ColumnKind, Callable[[Any], Any]] = {
    ColumnKind.DATE: date.fromisoformat,
    ColumnKind.NUMBER: lambda sent: Fraction(sent) if isinstance(sent, str) else sent,
}


def _wording_to_json(wording: Wording) -> list[str]:
    return [wording.ja, wording.en]


def _wording(sent: list[str]) -> Wording:
    return Wording(*sent)
