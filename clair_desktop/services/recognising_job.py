"""The child's side of recognising a file: what stands at its beginning, and what a workbook says of itself."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clair_desktop.domain.intake import META_KEYS
from clair_desktop.output.excel import foreign
from clair_desktop.output.excel.plain_table import read_plain
from clair_desktop.services.intake_cells import ForeignBook, Place
from clair_desktop.support.jobs import Json, Progress

JOB = "recognise"
_LARGEST_JSON = 20 << 20
_BEGINNINGS = ((b"%PDF-", "pdf"), (b"SQLite format 3\0", "cases"))
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".ods")
_META = "meta"


def recognise(asked: Mapping[str, Any], progress: Progress) -> Json:
    """Its kind in one word, with what it says of itself; a workbook that cannot be read is refused in words."""
    path = Path(asked["path"])
    with path.open("rb") as file:
        begins = file.read(1024)
    known = next((what for mark, what in _BEGINNINGS if mark in begins[:1024]), "")
    suffix = path.suffix.casefold()
    if known:
        return {"what": known}
    if suffix in _WORKBOOKS or (begins.startswith(_ZIP) and suffix == ""):
        return _workbook(path, asked.get("password"), progress)
    if begins.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json(path)
    if suffix in (".csv", ".tsv", ".txt"):
        rows = read_plain(path)[0].rows
        return {"what": "csv", "rows": max(0, len(rows) - 1), "heads": [list(row) for row in rows[:1]]}
    return {"what": "other"}


def _workbook(path: Path, password: str | None, progress: Progress) -> Json:
    told = foreign.read({"path": str(path), "password": password}, progress)
    book = ForeignBook(told)
    sheets = [str(one["name"]) for one in told["sheets"]]
    return {
        "what": "workbook",
        "form": {key: book.meta(key) for key in META_KEYS if book.meta(key)},
        "register": _facts(book, sheets),
        "sheets": sheets,
        "heads": [[cell.text for _, cell in book.row(one, 1)] for one in sheets],
        "rows": max((len(list(book.rows_below(one, 1))) for one in sheets), default=0),
    }


def _facts(book: ForeignBook, sheets: list[str]) -> dict[str, str]:
    """The facts of a register's own sheet: item, register, column, value."""
    if _META not in sheets:
        return {}
    found: dict[str, str] = {}
    for number in book.rows_below(_META, 1):
        item, register, _column, value = (book.cell(Place(_META, number, column)).text for column in range(1, 5))
        if item and not register:
            found.setdefault(item, value)
    return found


def _json(path: Path) -> Json:
    with path.open("rb") as file:
        content = file.read(_LARGEST_JSON + 1)
    try:
        told = json.loads(content.decode("utf-8-sig")) if len(content) <= _LARGEST_JSON else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        return {"what": "other"}
    return {"what": "json", "kind": str(told.get("kind", "")), "issued_by": str(told.get("issued_by", ""))}
