"""A workbook just written, read again from the disk and held against what it should say, before anybody gets it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.etree.ElementTree import ParseError, fromstring
from zipfile import ZipFile

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.cells import Value
from clair_desktop.output.excel.spelling import Misspelled, OwnSheet, unspelled

_DAY_ZERO = date(1899, 12, 30)


def rows_in(path: Path, part: str, days: Sequence[bool]) -> Iterator[list[Value]]:
    """The rows of one sheet, heads first; ``days`` says which columns hold dates. A ``ValueError``: misspelled."""
    with ZipFile(path) as archive, archive.open(part) as file:
        sheet = OwnSheet(file)
        for _, row in sheet.rows():
            yield [_value(text, number, is_day) for (*_, text, _, number), is_day in zip(row, days, strict=True)]
        try:
            fromstring(sheet.frame)  # noqa: S314  # our own file, written a moment ago
        except ParseError as fault:
            raise Misspelled(part) from fault


def check_whole(path: Path, target: Path) -> None:
    """Every member of the file reads back as it was packed; ``target`` is the name a complaint gives."""
    with ZipFile(path) as archive:
        if broken := archive.testzip():
            raise unlike(target, broken)


def unlike(path: Path, what: str) -> Refusal:
    return Refusal(
        Wording(
            f"書き込んだ「{path.name}」を読み直したところ、内容が一致しません（{what}）。保存していません。"
            "もう一度実行し、繰り返すときは保存先のディスクを確かめてください。",
            f"“{path.name}” does not read back as written ({what}) and was not saved. "
            "Try again; if it happens again, have the disk checked.",
        )
    )


def _value(text: str, number: str, is_day: bool) -> Value:
    if text:
        return unspelled(text)
    if not number:
        return None
    if is_day:
        return _DAY_ZERO + timedelta(days=int(number))
    return int(number) if number.lstrip("-").isdigit() else float(number)
