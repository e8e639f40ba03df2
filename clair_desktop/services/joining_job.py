"""Branches' registers read one after the other in the confined process: their facts, tables, and what their seals say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from clair_desktop.domain.intake import CellFinding
from clair_desktop.domain.parties import Names
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.sealing import BrokenSeal
from clair_desktop.output.excel import foreign
from clair_desktop.output.excel.sheets import META
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.intake_cells import ForeignBook
from clair_desktop.services.register_reading import ReadTable, RegisterBook, read_registers

JOB = "read_registers"
Json = dict[str, Any]


def read_all(asked: Mapping[str, Any], progress: Callable[[int], None]) -> Json:
    """The job's handler; ``progress`` is how many files are behind it, so that one that ends the process is known."""
    names, read = load_gazetteer(), []
    for number, path in enumerate(asked["paths"]):
        progress(number)
        read.append(_one(Path(path), asked["password"], names))
    return {"files": read}


def _one(path: Path, password: str | None, names: Names) -> Json:
    try:
        book, broken = _read(path, password, names)
    except Refusal as refusal:
        return {"refused": [refusal.wording.ja, refusal.wording.en]}
    if book is None:
        return {"refused": None}
    return {
        "sha256": sha256(path.read_bytes()).hexdigest(),
        "facts": dict(book.facts),
        "seal": book.seal.sha256,
        "broken": [[one.register, one.wording.ja, one.wording.en] for one in broken],
        "findings": [_finding(one) for one in book.findings],
        "tables": [_table(one) for one in book.tables.values()],
    }


def _read(path: Path, password: str | None, names: Names) -> tuple[RegisterBook | None, Sequence[BrokenSeal]]:
    """The sheets that bear our names first; all of them where somebody has renamed one."""
    book, broken = _only(path, password, names, _is_data)
    return (book, broken) if book is not None and not broken else _only(path, password, names, _any)


def _only(
    path: Path, password: str | None, names: Names, wanted: Callable[[str], bool]
) -> tuple[RegisterBook | None, Sequence[BrokenSeal]]:
    with foreign.opened(path, password) as opened:
        book = read_registers(ForeignBook(opened.read(_unseen, wanted)), names)
    return book, book.broken() if book else []


def _is_data(sheet: str) -> bool:
    return sheet == META or sheet.startswith("data_")


def _any(_: str) -> bool:
    return True


def _table(table: ReadTable) -> Json:
    keys = [one.key for one in table.columns]
    return {
        "key": table.key,
        "sheet": table.sheet,
        "columns": [[one.key, one.kind.value, one.head] for one in table.columns],
        "rows": [[_plain(row.values.get(key)) for key in keys] for row in table.rows],
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, date) else value  # a day as ISO 8601


def _finding(one: CellFinding) -> list[str]:
    at = one.at
    told = [at.sheet, at.cell, at.heading.ja, at.value[:200]]
    return [*told, one.rule, one.importance.value, one.message.ja, one.message.en]


def _unseen(_: int) -> None:
    """Files are counted, not their sheets."""
