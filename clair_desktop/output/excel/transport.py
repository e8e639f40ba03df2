"""A filled workbook as JSON and back, for the process that writes it; days and fractions carry a tag."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.wording import Wording

_DAY, _FRACTION = "day", "fraction"

Json = dict[str, Any]


def workbook_to_json(workbook: FilledWorkbook) -> Json:
    return {
        "title": _wording_to_json(workbook.title),
        "registers": [_register_to_json(register) for register in workbook.registers],
        "meta": [list(line) for line in workbook.meta],
        "sample": workbook.sample,
    }


def workbook_from_json(sent: Mapping[str, Any]) -> FilledWorkbook:
    """What was sent, equal to the original but for tuples where it had other sequences."""
    return FilledWorkbook(
        title=_wording(sent["title"]),
        registers=tuple(_register(register) for register in sent["registers"]),
        meta=tuple((str(key), value) for key, value in sent["meta"]),
        sample=sent["sample"],
    )


def _register_to_json(register: FilledRegister) -> Json:
    return {
        "key": register.key,
        "name": _wording_to_json(register.name),
        "columns": [_column_to_json(column) for column in register.columns],
        "rows": [[_value_to_json(value) for value in row] for row in register.rows],
    }


def _register(sent: Mapping[str, Any]) -> FilledRegister:
    return FilledRegister(
        key=sent["key"],
        name=_wording(sent["name"]),
        columns=tuple(_column(column) for column in sent["columns"]),
        rows=tuple(tuple(_value(value) for value in row) for row in sent["rows"]),
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


def _value_to_json(value: object) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    if isinstance(value, Fraction):
        return {_FRACTION: str(value)}
    raise TypeError(f"a register holds no {type(value).__name__}")


def _value(sent: Any) -> object:
    if not isinstance(sent, dict):
        return sent
    return date.fromisoformat(sent[_DAY]) if _DAY in sent else Fraction(sent[_FRACTION])


def _wording_to_json(wording: Wording) -> list[str]:
    return [wording.ja, wording.en]


def _wording(sent: list[str]) -> Wording:
    return Wording(*sent)
