"""A plain table on its way to and from other programs: one workbook sheet or a CSV file, every cell the text it is."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.archives import DAMAGED, Limits, unfit
from clair_desktop.output.excel.cells import letters
from clair_desktop.output.excel.guard import unescaped
from clair_desktop.output.excel.target import whole_file, write_through

_LARGEST = 20 << 20  # bytes
_LIMITS = Limits(part=64 << 20, total=120 << 20)
_MOST_ROWS = 20_000
_ENCODINGS = ("utf-8-sig", "cp932")  # what Excel writes as "CSV UTF-8", and as plain CSV on Japanese Windows
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet's rows as text; row 1 is ``rows[0]``. A CSV file is a sheet without a name."""

    name: str
    rows: Sequence[Sequence[str]]


def read_plain(path: Path) -> list[ReadSheet]:
    """Every sheet of a workbook, or the one of a CSV file; what cannot be read is refused in words."""
    try:
        content = path.read_bytes()[: _LARGEST + 1]
    except OSError as fault:
        raise Refusal(
            Wording(
                f"「{path}」を読めません。ファイルの場所と、他のプログラムで開いていないかを確かめてください。",
                f"“{path}” cannot be read. Check where it is and that no other program holds it.",
            )
        ) from fault
    if len(content) > _LARGEST:
        raise _unreadable(path)
    if content.startswith(b"PK"):
        return _workbook(path, content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise _unreadable(path)  # an old .xls, or one with a password
    return [ReadSheet("", _csv(path, content))]


def write_workbook(out: Path, name: str, rows: Sequence[Sequence[str]]) -> None:
    """Heads and rows as text, so that codes keep their zeros and nothing becomes a formula."""
    with whole_file(out) as part:
        write_through(part, partial(_write_workbook, name, rows))


def write_csv(out: Path, rows: Sequence[Sequence[str]]) -> None:
    """UTF-8 with a mark, which Excel recognises."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    content = text.getvalue().encode("utf-8-sig")
    with whole_file(out) as part:
        write_through(part, lambda file: _put(file, content))


def cell_name(row: int, column: int) -> str:
    """B7, counted from 1."""
    return f"{letters(column)}{row}"


def _put(file: IO[bytes], content: bytes) -> None:
    file.write(content)


def _write_workbook(name: str, rows: Sequence[Sequence[str]], file: IO[bytes]) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = name
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(number, place)
                cell.value, cell.data_type, cell.number_format = text, "s", "@"
                cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)
                cell.font = Font(name="BIZ UDGothic", bold=number == 1)
    for place, column in enumerate(zip(*rows, strict=True), start=1):
        longest = max(sum(1 if letter < "\u2000" else 2 for letter in text) for text in column)
        sheet.column_dimensions[cell_name(1, place)[:-1]].width = min(_WIDEST, longest + 3)
    sheet.auto_filter.ref = sheet.dimensions
    book.save(file)


def _workbook(path: Path, content: bytes) -> list[ReadSheet]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if unfit(archive.infolist(), _LIMITS):
                raise _unreadable(path)
        book: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [ReadSheet(sheet.title, _rows(sheet)) for sheet in book.worksheets]
        book.close()
    except (*DAMAGED, TypeError, IndexError, SyntaxError) as fault:
        raise _unreadable(path) from fault
    return sheets


def _rows(sheet: Any) -> list[list[str]]:
    sheet.reset_dimensions()
    rows = []
    for row in sheet.iter_rows(values_only=True):
        rows.append([_text(value) for value in row])
        if len(rows) > _MOST_ROWS:
            break
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unescaped(value).strip() if isinstance(value, str) else str(value)


def _csv(path: Path, content: bytes) -> list[list[str]]:
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        divider = "\t" if "\t" in text.split("\n", 1)[0] else ","
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=divider))
        except csv.Error as fault:
            raise _unreadable(path) from fault
        return [[cell.strip() for cell in row] for row in rows]
    raise _unreadable(path)


def _unreadable(path: Path) -> Refusal:
    return Refusal(
        Wording(
            f"「{path.name}」を表として読めません。Excelブック（.xlsx、パスワードなし）かCSVで保存し直してください。",
            f"“{path.name}” cannot be read as a table. Save it as an Excel workbook (.xlsx, no password) or as CSV.",
        )
    )
