"""A foreign workbook's cells by sheet and address, read as a stream: blank rows cost nothing, formulas are not run.

Not through openpyxl: it forgets which rows are hidden and which cells are merged when it streams, fills memory when it
does not, and finds no sheet at all in a Strict workbook. Names are matched without their namespace for that reason.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, Protocol, cast
from xml.etree.ElementTree import Element

from clair_desktop.output.excel.acts import TAKEN_IN, Act
from clair_desktop.output.excel.cells import letters, row_and_column
from clair_desktop.output.excel.guard import unescaped
from clair_desktop.output.excel.preflight import broken, read_foreign
from clair_desktop.output.excel.spelling import Misspelled, OwnSheet, unspelled

JOB = "read_foreign"
_CELL_END = re.compile(rb"</(?:\w+:)?c>")
_DAY_ONLY = re.compile(r"[ymdge]", re.IGNORECASE)
_TIME = re.compile(r"[hs]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_BUILT_IN_DAYS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_TEXTS = frozenset({"s", "str", "inlineStr"})
_BUILT_IN_TIMES = {18, 19, 20, 21, 45, 46, 47}
Json = dict[str, Any]


class Cells(Protocol):
    """What takes the cells of a sheet by their addresses."""

    def __setitem__(self, at: str, told: list[object], /) -> None: ...

    def __len__(self) -> int: ...


@dataclass(slots=True)
class _Sheet:
    name: str
    hidden: bool
    cells: "Cells"  # [kind, text] or [kind, text, "f"] behind a formula
    merged: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[list[int]] = field(default_factory=list)


def read(asked: Mapping[str, Any], progress: Callable[[int], None]) -> Json:
    """The job's handler: everything that stands in the workbook, as JSON."""
    with opened(Path(asked["path"]), asked.get("password")) as book:
        return book.read(progress)


@contextmanager
def opened(path: Path, password: str | None = None, act: Act = TAKEN_IN) -> Iterator["Book"]:
    """The workbook, once it is sure that reading it does no harm; what is wrong in it is refused in words."""
    content = read_foreign(path, password, act)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield Book(archive, path, act)
    except (KeyError, ValueError, IndexError, TypeError, OverflowError, SyntaxError, zipfile.BadZipFile) as fault:
        raise broken(path, act) from fault


class Book:
    """The package of a workbook that has passed the preflight; ``sheet_parts`` is known once it was read."""

    def __init__(self, archive: zipfile.ZipFile, path: Path, act: Act) -> None:
        self._archive = archive
        self._act = act
        self._path = path
        self._members = {name.replace("\\", "/").casefold(): name for name in archive.namelist()}
        self._count = 0
        self.sheet_parts: dict[str, str] = {}

    def read(
        self,
        progress: Callable[[int], None],
        wanted: Callable[[str], bool] = lambda _: True,
        cells: Callable[[], Cells] = dict,
    ) -> Json:
        """``wanted`` says of which sheets, by their names, the cells are read at all; ``cells`` makes what keeps them."""
        self._cells = cells
        main = self._related("", "officeDocument")
        targets = self._targets(main)
        top = self.tree(main)
        properties = next(_named(top, "workbookPr"), None)
        self._since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._texts = self._shared(main)
        self._days, self._times = self._styles(main)
        sheets = []
        listed = list(_named(top, "sheet"))
        for number, one in enumerate(listed, start=1):
            if not wanted(one.get("name", "")):
                continue
            target = targets[next(value for key, value in one.attrib.items() if local(key) == "id" and "}" in key)]
            hidden = one.get("state", "visible") != "visible"
            self.sheet_parts[one.get("name", "")] = target
            sheets.append(self._sheet(one.get("name", ""), target, hidden))
            progress(100 * number // (len(listed) + 1))
        return {"names": _names(top), "sheets": [_told(one) for one in sheets], "external": self._has_links()}

    def _has_links(self) -> bool:
        return any(name.startswith("xl/externallinks/") for name in self._members)

    def _open(self, name: str) -> Any:
        return self._archive.open(self._members[name.lstrip("/").casefold()])

    def tree(self, name: str) -> Element:
        from defusedxml.ElementTree import parse

        with self._open(name) as file:
            return cast(Element, parse(file, forbid_dtd=True).getroot())

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Every relation of a part: its id, its kind without namespace, the part it points to."""
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        if file.casefold() not in self._members:
            return
        for one in self.tree(file):
            if one.get("TargetMode") != "External":
                target = one.get("Target", "")
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                yield one.get("Id", ""), one.get("Type", "").rsplit("/", 1)[-1], posixpath.normpath(whole)

    def _related(self, part: str, kind: str) -> str:
        return next((target for _, of, target in self.relations(part) if of == kind), "xl/workbook.xml")

    def _targets(self, part: str) -> dict[str, str]:
        return {key: target for key, _, target in self.relations(part)}

    def _shared(self, main: str) -> list[str]:
        found = [target for _, kind, target in self.relations(main) if kind == "sharedStrings"]
        if not found:
            return []
        return [_words(element) for element in self._stream(found[0], "si")]

    def _styles(self, main: str) -> tuple[set[int], set[int]]:
        """Which styles show a day, and which a time of day alone."""
        found = [target for _, kind, target in self.relations(main) if kind == "styles"]
        if not found:
            return set(), set()
        top = self.tree(found[0])
        own = {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in _named(top, "numFmt")}
        formats = next(_named(top, "cellXfs"), Element("none"))
        days, times = set(), set()
        for place, one in enumerate(formats):
            number = int(one.get("numFmtId", "0"))
            code = _QUOTED.sub("", own.get(number, "")).split(";")[0]
            day = number in _BUILT_IN_DAYS if number not in own else bool(_DAY_ONLY.search(code) or _TIME.search(code))
            if day and code.casefold() not in ("general", "@"):
                days.add(place)
                if number in _BUILT_IN_TIMES or (code and not re.search(r"[ydge]", code, re.IGNORECASE)):
                    times.add(place)
        return days, times

    def _stream(self, name: str, *wanted: str) -> Iterator[Element]:
        """Elements of these names as they end; what was read is forgotten, and no entity is ever resolved."""
        with self._open(name) as file:
            yield from self._elements(file, *wanted)

    @staticmethod
    def _elements(file: IO[bytes], *wanted: str) -> Iterator[Element]:
        from lxml.etree import iterparse  # an order of magnitude quicker than defusedxml, which parses in Python

        found = iterparse(
            file, tag=[f"{{*}}{one}" for one in wanted], resolve_entities=False, load_dtd=False, no_network=True,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, element in found:
            yield cast(Element, element)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]

    def _sheet(self, name: str, part: str, hidden: bool) -> _Sheet:
        count = self._count
        with suppress(Misspelled, UnicodeDecodeError):
            return self._own_sheet(name, part, hidden)
        self._count = count
        made = _Sheet(name, hidden, self._cells())
        row_number = 0
        for element in self._stream(part, "row", "mergeCell", "col"):
            if local(element.tag) == "row":
                row_number = int(element.get("r") or row_number + 1)
                self._row(made, element, row_number)
            else:
                _note(made, element)
        return made

    def _own_sheet(self, name: str, part: str, hidden: bool) -> _Sheet:
        """A sheet that this program wrote and nobody has saved since; ``Misspelled`` of any other."""
        made = _Sheet(name, hidden, self._cells())
        with self._open(part) as file:
            sheet = OwnSheet(file)
            for _, row in sheet.rows():
                before = len(made.cells)
                for _, at, style, text, formula, number in row:
                    if text:
                        made.cells[at] = ["s", unspelled(text)]
                    elif number:
                        told = self._number(number, int(style))
                        made.cells[at] = [*told, "f"] if formula else told
                self._counted(len(made.cells) - before)
        for element in self._elements(io.BytesIO(sheet.frame), "mergeCell", "col"):
            _note(made, element)
        return made

    def _row(self, made: _Sheet, row: Element, number: int) -> None:
        column = 0
        before = len(made.cells)
        for cell in row:
            if local(cell.tag) != "c":
                continue
            at = cell.get("r")
            column = row_and_column(at)[1] if at else column + 1
            value = self._value(cell)
            if value is not None:
                made.cells[at or f"{letters(column)}{number}"] = value
        self._counted(len(made.cells) - before)
        if len(made.cells) > before and row.get("hidden") in ("1", "true"):
            made.hidden_rows.append(number)

    def _counted(self, more: int) -> None:
        self._count += more
        if self._count > self._act.cells:
            raise self._act.too_many_cells(self._path, max(self._count, self._whole_count()))

    def _whole_count(self) -> int:
        """How many cells of the workbook hold something, counted without reading what."""
        main = self._related("", "officeDocument")
        return sum(self._closed(part) for _, kind, part in self.relations(main) if kind == "worksheet")

    def _closed(self, part: str) -> int:
        count, tail = 0, b""
        with self._open(part) as file:
            while chunk := file.read(1 << 20):
                seen = tail + chunk
                last = seen.rfind(b">") + 1
                count += len(_CELL_END.findall(seen, 0, last))
                tail = seen[last:]
        return count

    def _value(self, cell: Element) -> list[object] | None:
        kind, raw, has_formula = cell.get("t", "n"), "", False
        for part in cell:
            name = local(part.tag)
            has_formula = has_formula or name == "f"
            if name == "v" and kind != "inlineStr":
                raw = part.text or ""
            elif name == "is" and kind == "inlineStr":
                raw = _words(part)
        if kind == "s" and raw:
            raw = self._texts[int(raw)]
        elif kind == "str":
            raw = unescaped(raw)
        if not raw:
            return ["blank", "", "f"] if has_formula and kind != "str" else ["s", "", "f"] if has_formula else None
        told: list[object] = ["s", raw] if kind in _TEXTS else self._told(kind, raw, int(cell.get("s", "0")))
        return [*told, "f"] if has_formula else told

    def _told(self, kind: str, raw: str, style: int) -> list[object]:
        if kind in ("b", "e"):
            return [kind, raw]
        return ["d", raw[:10]] if kind == "d" else self._number(raw, style)

    def _number(self, raw: str, style: int) -> list[object]:
        """A number, or the day or time that its format makes of it; days before March 1900 stay numbers."""
        value = float(raw)
        if style in self._times and 0 <= value < 1:
            minutes = round(value * 1440)
            return ["t", f"{minutes // 60 % 24:02}:{minutes % 60:02}"]
        if style not in self._days:
            return ["n", str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)]
        first = 0 if self._since_1904 else 61
        if not first <= value < 2_958_466:
            return ["bad_day", raw]
        zero = datetime(1904, 1, 1) if self._since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001  # a day has no zone
        return ["d", (zero + timedelta(days=int(value))).date().isoformat()]


def _note(made: _Sheet, element: Element) -> None:
    """What stands around the rows: cells merged, columns hidden."""
    if local(element.tag) == "mergeCell":
        made.merged.append(element.get("ref", ""))
    elif element.get("hidden") in ("1", "true"):
        made.hidden_columns.append([int(element.get("min", "1")), int(element.get("max", "1"))])


def _words(element: Element) -> str:
    """The text of an item without its phonetic runs: furigana stands beside the words, not among them."""
    found = ""
    for one in element:
        name = local(one.tag)
        if name == "t":
            found += one.text or ""
        elif name == "r":
            found += "".join([part.text or "" for part in one if local(part.tag) == "t"])
    return unescaped(found)


def _names(top: Element) -> dict[str, list[str]]:
    """Where each defined name points, as sheet and address; a name whose cell was deleted points nowhere."""
    found: dict[str, list[str]] = {}
    for one in _named(top, "definedName"):
        sheet, _, reference = (one.text or "").rpartition("!")
        plain = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
        name = one.get("name", "")
        if one.get("localSheetId") is None or name not in found:
            found[name] = [plain, "" if "#REF" in (one.text or "") else reference.replace("$", "")]
    return found


def _told(sheet: _Sheet) -> Json:
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "cells": sheet.cells,
        "merged": sheet.merged,
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
    }


def _named(top: Element, name: str) -> Iterator[Element]:
    return (one for one in top.iter() if local(one.tag) == name)


@lru_cache(maxsize=1024)
def local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]
