"""Headquarters' registers as CSV: one table a file, every value in quotation marks, in an encoding that keeps it all.

What the encoding lacks is named by table, row, field and character; nothing is replaced but what a person chose.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.substitutes import CP932, candidates, lacking
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.cells import Value
from clair_desktop.output.excel.data_sheet import DataTable, data_table
from clair_desktop.output.excel.guard import Place, is_risky
from clair_desktop.output.excel.meta_sheet import HEADS, Line, meta_lines
from clair_desktop.output.excel.ready import ready

UTF8 = "utf-8-sig"
_GUARD = "'"  # keeps Excel from taking a text for a formula (OWASP); meta says so
_MOST_TOLD = 20
_LACKING = Wording(
    "CP932（シフトJIS）にない文字が{count}件あるため、書き出しませんでした。代わりの文字を選ぶか、UTF-8で書き出してください。",
    "The workbook holds {count} characters that CP932 (Shift JIS) lacks, so nothing was written. "
    "Choose what shall stand for them, or write UTF-8.",
)
_ONE = Wording(
    "{place}：「{cluster}」（{code}）　候補：{candidates}", "{place}: “{cluster}” ({code}); might be: {candidates}"
)
_NONE_KNOWN = Wording("なし（代わりの文字を指定してください）", "none known (say what shall stand for it)")


@dataclass(frozen=True, slots=True)
class Lacking:
    """A character that the encoding lacks, where it stands, and what might stand for it."""

    place: Place
    cluster: str

    @property
    def candidates(self) -> list[str]:
        return candidates(self.cluster)

    @property
    def wording(self) -> Wording:
        known = "、".join(f"「{one}」" for one in self.candidates)
        code = "+".join(f"U+{ord(one):04X}" for one in self.cluster)
        told = Wording(known, known) if known else _NONE_KNOWN
        return _ONE.filled(place=self.place.wording, cluster=self.cluster, code=code, candidates=told)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """``register`` is the table's key, or ``meta``; ``rows`` counts without the heads."""

    register: str
    content: bytes
    rows: int


def lacking_in(workbook: FilledWorkbook) -> list[Lacking]:
    """Every character of texts and heads that CP932 lacks, place by place."""
    found = []
    for register in workbook.registers:
        for number, row in enumerate(register.rows, start=2):
            case = row[0] if row and isinstance(row[0], str) else ""
            for value, column in zip(row, register.columns, strict=True):
                if isinstance(value, str):
                    place = Place(register.name, column.head, number, case)
                    found += [Lacking(place, one) for one in lacking(value)]
    return found


def replaced(workbook: FilledWorkbook, chosen: Mapping[str, str]) -> FilledWorkbook:
    """The workbook with the chosen characters in the places of others."""
    if not chosen:
        return workbook
    return replace(workbook, registers=[_replaced(register, chosen) for register in workbook.registers])


def csv_files(workbook: FilledWorkbook, language: Language, encoding: str) -> list[CsvFile]:
    """Every table, then meta; a ``Refusal`` names all that the encoding lacks."""
    if encoding == CP932 and (wrong := lacking_in(workbook)):
        told = [one.wording for one in wrong[:_MOST_TOLD]]
        raise Refusal(_LACKING.filled(count=len(wrong)), field="csv", details=told)
    tables = [data_table(ready(register, language), language) for register in workbook.registers]
    files = [_file(table.register.key, [table.heads, *table.rows], encoding) for table in tables]
    lines: list[list[Value]] = [list(line) for line in _csv_meta(workbook, tables, language)]
    return [*files, _file("meta", [list(HEADS[:4]), *lines], encoding)]


def seal_in(workbook: FilledWorkbook, language: Language) -> str:
    """The seal that the workbook's meta sheet bears."""
    tables = [data_table(ready(register, language), language) for register in workbook.registers]
    return next(str(value) for item, _, _, value in meta_lines(workbook, tables, language) if item == "seal")


def _csv_meta(workbook: FilledWorkbook, tables: Sequence[DataTable], language: Language) -> Iterator[Line]:
    yield from meta_lines(workbook, tables, language)
    yield "text_guard", "", "", _GUARD


def _file(register: str, rows: Sequence[Sequence[Value]], encoding: str) -> CsvFile:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([_told(value) for value in row] for row in rows)
    return CsvFile(register, text.getvalue().encode(encoding), len(rows) - 1)


def _told(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return _GUARD + value if isinstance(value, str) and is_risky(value) else str(value)


def _replaced(register: FilledRegister, chosen: Mapping[str, str]) -> FilledRegister:
    rows = [[_with(value, chosen) if isinstance(value, str) else value for value in row] for row in register.rows]
    columns = [_choices(column, chosen) for column in register.columns]
    return replace(register, rows=rows, columns=columns)


def _choices(column: FilledColumn, chosen: Mapping[str, str]) -> FilledColumn:
    return replace(column, choices=[_with(one, chosen) for one in column.choices])


def _with(text: str, chosen: Mapping[str, str]) -> str:
    for cluster, instead in chosen.items():
        text = text.replace(cluster, instead)
    return text
