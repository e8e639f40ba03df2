"""The rules for data that machines read (e-Stat's 表記方法 Ver. 1.2), as far as a program can see whether they hold."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

FLAT = ("data_", "lists", "meta")
_OBJECTS = ("drawing", "media", "embeddings", "vbaProject", "externalLinks", "comments", "ctrlProps", "printerSettings")


def broken_rules(path: Path) -> list[str]:
    """Every rule that a workbook breaks, in words; none for a good one."""
    book = load_workbook(path)
    broken = [f"2-7 an object: {name}" for name in ZipFile(path).namelist() if any(part in name for part in _OBJECTS)]
    for sheet in book:
        broken += [f"{sheet.title}: {rule}" for rule in _everywhere(sheet)]
        if sheet.title.startswith(FLAT):
            broken += [f"{sheet.title}: {rule}" for rule in _flat(sheet)]
        if sheet.title.startswith("data_"):
            broken += [f"{sheet.title}: {rule}" for rule in _data(sheet)]
    return broken


def _everywhere(sheet: Any) -> Iterator[str]:
    if len(sheet.title) > 31 or set(sheet.title) & set(r"\/?*[]:"):
        yield "a name that Excel does not allow"
    if sheet.merged_cells.ranges:
        yield "2-3 merged cells"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type in "fe":
                yield f"2-6 a formula or an error in {cell.coordinate}"
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and not str(rule.formula1).startswith("lists!$C$"):
            yield "a drop-down that holds its words itself"


def _flat(sheet: Any) -> Iterator[str]:
    heads = [cell.value for cell in sheet[1]]
    if not all(isinstance(head, str) and head.strip() for head in heads):
        yield "2-5 a column without a head"
    if len({str(head).casefold() for head in heads}) != len(heads):
        yield "two columns with one head"
    for row in sheet.iter_rows(min_row=2, values_only=True):
        if not any(value is not None for value in row):
            yield "3-1 a blank row"
        if any(isinstance(value, str) and (value != value.strip() or "\n" in value) for value in row):
            yield f"2-4 spaces or breaks for looks: {row}"
    tables = list(sheet.tables.values())
    if len(tables) != 1 or [column.name for column in tables[0].tableColumns] != heads:
        yield "3-2 not exactly one table with these heads"
    if sheet.auto_filter.ref:
        yield "a filter beside the table's own, which Excel repairs"


def _data(sheet: Any) -> Iterator[str]:
    heads = [str(cell.value) for cell in sheet[1]]
    columns = {head: _filled(sheet, place) for place, head in enumerate(heads, start=1)}
    for head, values in columns.items():
        if len({_kind(value) for value in values}) > 1:
            yield f"2-2 numbers and texts in one column: {head}"
        if any(_kind(value) == "day" for value in values) and not any(f"{head}{end}" in heads for end in _BESIDE):
            yield f"2-10 a day without its Japanese calendar: {head}"
        if head.endswith(_YEN) and any(not isinstance(value, int) for value in values):
            yield f"2-2 an amount that is no number: {head}"
    if not any("コード" in head or "code" in head for head in heads):
        yield "2-11 no authority code"


_BESIDE = ("（和暦）", " (Japanese calendar)")
_YEN = ("（円）", "(JPY)")


def _filled(sheet: Any, place: int) -> Sequence[object]:
    cells = next(sheet.iter_cols(min_col=place, max_col=place, min_row=2, values_only=True))
    return [value for value in cells if value is not None]


def _kind(value: object) -> str:
    if isinstance(value, datetime):
        return "day"
    return "text" if isinstance(value, str) else "number"
