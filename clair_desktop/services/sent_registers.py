"""What a register said when it was handed out: the base against which headquarters' answer is merged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from clair_desktop.domain.registers import ColumnKind, FilledRegister, FilledWorkbook
from clair_desktop.domain.sealing import Plain
from clair_desktop.domain.whole_registers import CASE_KEY, LINE, PART
from clair_desktop.domain.wording import Wording
from clair_desktop.model.hand_over_tables import HandOverRow
from clair_desktop.output.excel.cells import number
from clair_desktop.output.excel.guard import flat

Key = tuple[str, str]  # of a row: the case's key, and its part or line ("" in a table of cases)


@dataclass(frozen=True, slots=True)
class SentTable:
    """A table as it was sent: its columns' kinds, and its rows by their keys."""

    kinds: Mapping[str, ColumnKind]
    heads: Mapping[str, Wording]
    rows: Mapping[Key, Mapping[str, Plain]]


def told_by(workbook: FilledWorkbook, only: str = "") -> dict[str, object]:
    """What the workbook's tables say, as kept; ``only`` one of them."""
    return {one.key: _kept(one) for one in workbook.registers if only in ("", one.key)}


def sent_tables(rows: Sequence[HandOverRow]) -> dict[str, SentTable]:
    """The tables of one hand-over, whether they went in one workbook or as several files."""
    return {key: _read(cast("dict[str, object]", kept)) for row in rows for key, kept in row.told.items()}


def tables_of(workbook: FilledWorkbook) -> dict[str, SentTable]:
    """The tables as they would be sent now."""
    return {key: _read(cast("dict[str, object]", kept)) for key, kept in told_by(workbook).items()}


def key_of(values: Mapping[str, object]) -> Key:
    """What knows a row: the case, and which of its parts or lines."""
    line = values.get(PART) or values.get(LINE)
    return str(values.get(CASE_KEY) or ""), str(line or "")


def _kept(register: FilledRegister) -> dict[str, object]:
    """The sealed columns only: what headquarters fills in was empty."""
    places = [place for place, column in enumerate(register.columns) if column.sealed]
    return {
        "columns": [[register.columns[at].key, register.columns[at].kind.value] for at in places],
        "heads": [[register.columns[at].head.ja, register.columns[at].head.en] for at in places],
        "rows": [[_plain(row[at]) for at in places] for row in register.rows],
    }


def _plain(value: object) -> object:
    """As the cell holds it."""
    if isinstance(value, str):
        return flat(value) or None
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else number(value)  # type: ignore[arg-type]  # a register holds nothing else


def _read(kept: Mapping[str, object]) -> SentTable:
    columns = [(key, ColumnKind(kind)) for key, kind in cast("Sequence[Sequence[str]]", kept["columns"])]
    heads = {
        key: Wording(*pair)
        for (key, _), pair in zip(columns, cast("Sequence[Sequence[str]]", kept["heads"]), strict=True)
    }
    rows: dict[Key, Mapping[str, Plain]] = {}
    for row in cast("Sequence[Sequence[object]]", kept["rows"]):
        values = {key: _value(value, kind) for (key, kind), value in zip(columns, row, strict=True)}
        rows[key_of(values)] = values
    return SentTable(dict(columns), heads, rows)


def _value(value: object, kind: ColumnKind) -> Plain:
    if kind is ColumnKind.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    return cast("Plain", value)
