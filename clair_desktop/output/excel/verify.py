"""A workbook just written, read again from the disk and held against what it should say, before anybody gets it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.cells import Value
from clair_desktop.output.excel.guard import unescaped

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DAY_ZERO = date(1899, 12, 30)


def rows_in(path: Path, part: str, days: Sequence[bool]) -> Iterator[list[Value]]:
    """The rows of one sheet, heads first; ``days`` says which columns hold dates. Not through openpyxl on purpose."""
    with ZipFile(path) as archive, archive.open(part) as file:
        rows = Element("none")
        for event, element in iterparse(file, ("start", "end")):  # noqa: S314  # our own file, written a moment ago
            if event == "start":
                rows = element if element.tag == f"{_MAIN}sheetData" else rows
            elif element.tag == f"{_MAIN}row":
                yield [_value(cell, is_day) for cell, is_day in zip(element, days, strict=True)]
                rows.clear()


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


def _value(cell: Element, is_day: bool) -> Value:
    if cell.get("t") == "inlineStr":
        return unescaped(cell[0][0].text or "")
    if not len(cell):
        return None
    text = cell[-1].text or ""  # behind a formula stands what it gives
    if is_day:
        return _DAY_ZERO + timedelta(days=int(text))
    return int(text) if text.lstrip("-").isdigit() else float(text)
