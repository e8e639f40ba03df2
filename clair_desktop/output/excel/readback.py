"""A workbook of ours read again: rows by column key, whatever language the heads are in."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from clair_desktop.output.excel.cells import Value
from clair_desktop.output.excel.guard import unescaped
from clair_desktop.output.excel.sheets import META

Row = dict[str, Value]


def read_register(path: Path, register: str) -> list[Row]:
    """The rows of a register's data sheet by column key; the columns of the Japanese calendar are left out."""
    with _opened(path) as book:
        told = _meta(book)
        columns = {head: key for (item, of, key), head in told.items() if item == "column" and of == register}
        if not columns:
            raise KeyError(register)
        heads, *rows = _texts(book[str(told["sheet", register, ""])])
        return [
            {columns[str(head)]: value for head, value in zip(heads, row, strict=True) if head in columns}
            for row in rows
        ]


def read_meta(path: Path) -> dict[tuple[str, str, str], Value]:
    """The meta sheet's lines: (item, register, column) → value."""
    with _opened(path) as book:
        return _meta(book)


def read_choices(path: Path) -> dict[tuple[str, str], list[Value]]:
    """The lists sheet: (register, column) → its choices. A set that several columns share stands under the first."""
    with _opened(path) as book:
        choices: dict[tuple[str, str], list[Value]] = defaultdict(list)
        for register, column, choice in list(_texts(book["lists"]))[1:]:
            choices[str(register), str(column)].append(choice)
        return dict(choices)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    book = load_workbook(path, read_only=True)
    try:
        yield book
    finally:
        book.close()


def _meta(book: Any) -> dict[tuple[str, str, str], Value]:
    return {
        (str(item), str(register or ""), str(column or "")): value
        for item, register, column, value, _ in list(_texts(book[META]))[1:]
    }


def _texts(sheet: Any) -> Iterator[list[Value]]:
    sheet.reset_dimensions()  # openpyxl trusts a size noted in the file and loses cells beyond it
    for row in sheet.iter_rows(values_only=True):
        yield [_value(value) for value in row]


def _value(value: Any) -> Value:
    if isinstance(value, datetime):
        return value.date()
    return unescaped(value) if isinstance(value, str) else _plain(value)


def _plain(value: Any) -> Value:
    if value is None or isinstance(value, int | float | date):
        return value
    raise TypeError(f"no cell of ours holds {type(value).__name__}")
