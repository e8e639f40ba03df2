"""A blank workbook as its own XML says: cells, merged ranges, names, protection, rules of entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.blanks.addresses import Area, area, areas, cell, on_a_sheet
from clair_desktop.output.blanks.package import BROKEN, Package
from clair_desktop.output.blanks.spans import Node
from clair_desktop.output.excel.guard import unescaped

_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
NO_ADDRESSES = Wording(
    "「{name}」のシート「{sheet}」は、セルに番地のない特殊な形式です。Excelで作られた様式を本部に求めてください。",
    "Sheet “{sheet}” of “{name}” has cells without addresses. Ask headquarters for a blank made with Excel.",
)


@dataclass(frozen=True, slots=True)
class Look:
    """What of a cell's style matters: whether it shows days, is locked, wraps, has lines around it, is bold."""

    dated: bool = False
    locked: bool = True
    ruled: bool = False
    bold: bool = False


@dataclass(slots=True)
class Rule:
    """A rule of entry (入力規則): where it counts, its kind and its two formulas."""

    areas: Sequence[Area]
    kind: str
    operator: str
    first: str
    second: str


@dataclass
class BookSheet:
    """One sheet. ``closed`` are ranges that cannot be filled, with the reason."""

    name: str
    part: str
    root: Node
    hidden: bool
    rows: Mapping[int, Node]
    cells: Mapping[tuple[int, int], Node]
    merged: Sequence[Area]
    protected: bool
    rules: Sequence[Rule]
    closed: list[tuple[Area, Wording]] = field(default_factory=list)

    def merged_at(self, row: int, column: int) -> Area | None:
        return self._covered.get((row, column))

    @cached_property
    def _covered(self) -> Mapping[tuple[int, int], Area]:
        small = (one for one in self.merged if one.size <= 100_000)
        return {
            (row, column): one
            for one in small
            for row in range(one.top, one.bottom + 1)
            for column in range(one.left, one.right + 1)
        }


class Book:
    """A workbook's sheets with what their cells show."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main[0]
        self.root = package.xml(self.main)
        properties = self.root.find("workbookPr")
        self.from_1904 = properties is not None and properties.attributes.get("date1904") in ("1", "true")

    @cached_property
    def sheets(self) -> Mapping[str, BookSheet]:
        held = self.root.find("sheets")
        parts = self.package.related(self.main, "worksheet")
        found = {}
        for one in held.all("sheet") if held else ():
            part = parts.get(one.attributes.get("id", ""))
            if part is not None:  # a sheet of charts or dialogs has no cells
                name = one.attributes.get("name", "")
                found[name] = self._sheet(name, part, hidden=one.attributes.get("state", "visible") != "visible")
        return found

    @cached_property
    def names(self) -> Mapping[str, tuple[str, Area]]:
        """Names of single cells or single merged cells of this workbook; none that Excel keeps for itself."""
        held = self.root.find("definedNames")
        found = {}
        for one in held.all("definedName") if held else ():
            name, where = one.attributes.get("name", ""), on_a_sheet(one.text())
            plain = not name.startswith("_xlnm") and one.attributes.get("hidden") not in ("1", "true")
            if where and plain and "localSheetId" not in one.attributes and self._is_one_cell(*where):
                found[name] = where
        return found

    @cached_property
    def named(self) -> Mapping[tuple[str, str], str]:
        """The name of a cell, by its sheet and address."""
        return {(sheet, where.first): name for name, (sheet, where) in reversed(list(self.names.items()))}

    @cached_property
    def strings(self) -> Sequence[str]:
        parts = list(self.package.related(self.main, "sharedStrings").values())
        return [_rich(one) for one in self.package.xml(parts[0]).all("si")] if parts else []

    @cached_property
    def looks(self) -> Sequence[Look]:
        parts = list(self.package.related(self.main, "styles").values())
        return list(_looks(self.package.xml(parts[0]))) if parts else []

    def look(self, sheet: BookSheet, row: int, column: int) -> Look:
        number = int(self.style(sheet, row, column) or 0)
        return self.looks[number] if number < len(self.looks) else Look()

    def style(self, sheet: BookSheet, row: int, column: int) -> str:
        """The number of the style a cell has, or would have where the file holds no such cell yet."""
        found = sheet.cells.get((row, column))
        if found is not None:
            return found.attributes.get("s", "")
        line = sheet.rows.get(row)
        if line is not None and line.attributes.get("customFormat") in ("1", "true"):
            return line.attributes.get("s", "")
        held = sheet.root.find("cols")
        for one in held.all("col") if held else ():
            if int(one.attributes.get("min", 0)) <= column <= int(one.attributes.get("max", 0)):
                return one.attributes.get("style", "")
        return ""

    def text(self, node: Node | None) -> str:
        """What a cell shows, as near as a file tells; numbers as they are kept."""
        if node is None:
            return ""
        kind, value = node.attributes.get("t", "n"), node.find("v")
        if kind == "inlineStr":
            held = node.find("is")
            return _rich(held) if held else ""
        if value is None:
            return ""
        if kind == "s":
            return self.strings[int(value.text())] if int(value.text()) < len(self.strings) else ""
        return unescaped(value.text()) if kind == "str" else value.text()

    def _is_one_cell(self, sheet: str, where: Area) -> bool:
        if sheet not in self.sheets:
            return False
        return where.size == 1 or self.sheets[sheet].merged_at(where.top, where.left) == where

    def _sheet(self, name: str, part: str, *, hidden: bool) -> BookSheet:
        root = self.package.xml(part)
        data = root.find("sheetData")
        if data is None:
            raise Refusal(BROKEN.filled(name=self.package.name, part=part))
        rows, cells = self._rows(name, data)
        merged = root.find("mergeCells")
        spans = [area(one.attributes.get("ref", "")) for one in merged.all("mergeCell")] if merged else []
        protection = root.find("sheetProtection")
        protected = protection is not None and protection.attributes.get("sheet") in ("1", "true")
        made = BookSheet(
            name, part, root, hidden, rows, cells, [one for one in spans if one], protected, list(_rules(root))
        )
        made.closed.extend(_arrays(cells))
        made.closed.extend(self._tables(part))
        return made

    def _rows(self, name: str, data: Node) -> tuple[dict[int, Node], dict[tuple[int, int], Node]]:
        rows: dict[int, Node] = {}
        cells: dict[tuple[int, int], Node] = {}
        for line in data.all("row"):
            number = line.attributes.get("r", "")
            if not number.isdecimal() or int(number) in rows:
                raise Refusal(NO_ADDRESSES.filled(name=self.package.name, sheet=name))
            rows[int(number)] = line
            for one in line.all("c"):
                at = cell(one.attributes.get("r", ""))
                if at is None or at[0] != int(number) or at in cells:
                    raise Refusal(NO_ADDRESSES.filled(name=self.package.name, sheet=name))
                cells[at] = one
        return rows, cells

    def _tables(self, part: str) -> Iterator[tuple[Area, Wording]]:
        for target in self.package.related(part, "table").values():
            table = self.package.xml(target).attributes
            where = area(table.get("ref", ""))
            if where and table.get("headerRowCount", "1") != "0":
                yield where._replace(bottom=where.top), TABLE_HEAD
        for target in self.package.related(part, "pivotTable").values():
            held = self.package.xml(target).find("location")
            where = area(held.attributes.get("ref", "")) if held else None
            if where:
                yield where, PIVOT


TABLE_HEAD = Wording("テーブルの見出しです", "it is the head of a table")
PIVOT = Wording("ピボットテーブルの中です", "it lies in a pivot table")
ARRAY = Wording("配列数式の中です", "it lies in an array formula")
FORMULA = Wording("数式が入っています", "it holds a formula")
LOCKED = Wording("シートの保護でロックされています", "it is locked by the sheet's protection")


def _arrays(cells: Mapping[tuple[int, int], Node]) -> Iterator[tuple[Area, Wording]]:
    for node in cells.values():
        formula = node.find("f")
        if formula is not None and formula.attributes.get("t") in ("array", "dataTable"):
            where = area(formula.attributes.get("ref", ""))
            if where:
                yield where, ARRAY


def _rules(root: Node) -> Iterator[Rule]:
    held = root.find("dataValidations")
    for one in held.all("dataValidation") if held else ():
        first, second = one.find("formula1"), one.find("formula2")
        yield Rule(
            list(areas(one.attributes.get("sqref", ""))),
            one.attributes.get("type", "none"),
            one.attributes.get("operator", "between"),
            first.text() if first else "",
            second.text() if second else "",
        )


def _looks(styles: Node) -> Iterator[Look]:
    formats = styles.find("numFmts")
    own = (
        {one.attributes.get("numFmtId"): one.attributes.get("formatCode", "") for one in formats.all("numFmt")}
        if formats
        else {}
    )
    ruled = [any("style" in side.attributes for side in one.children) for one in _children(styles, "borders")]
    bold = [one.find("b") is not None for one in _children(styles, "fonts")]
    for one in _children(styles, "cellXfs"):
        number = one.attributes.get("numFmtId", "0")
        guarded = one.find("protection")
        yield Look(
            dated=_shows_days(own[number]) if number in own else int(number) in _DATES,
            locked=guarded is None or guarded.attributes.get("locked", "1") in ("1", "true"),
            ruled=_nth(ruled, one.attributes.get("borderId", "0")),
            bold=_nth(bold, one.attributes.get("fontId", "0")),
        )


def _children(styles: Node, name: str) -> Sequence[Node]:
    held = styles.find(name)
    return held.children if held else ()


def _nth(flags: Sequence[bool], number: str) -> bool:
    return number.isdecimal() and int(number) < len(flags) and flags[int(number)]


def _shows_days(code: str) -> bool:
    return any(letter in _QUOTED.sub("", code).lower() for letter in "ydge") and "general" not in code.lower()


def _rich(held: Node) -> str:
    """A text with its runs joined; readings (furigana) beside them are no part of it."""
    runs = [one for one in held.children if one.name in ("t", "r")]
    texts = (one if one.name == "t" else one.find("t") for one in runs)
    return unescaped("".join(one.text() for one in texts if one))
