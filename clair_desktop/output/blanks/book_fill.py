"""A blank workbook filled: only the chosen cells change, in the sheet's own XML."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from clair_desktop.domain.blanks import NOT_A_PLACE, Entry
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.output.blanks.addresses import area
from clair_desktop.output.blanks.book import Book, BookSheet
from clair_desktop.output.blanks.book_places import find
from clair_desktop.output.blanks.spans import Change, Node, changed, inside, read, spelled, with_attributes
from clair_desktop.output.excel.cells import FIRST_DAY, letters, serial
from clair_desktop.output.excel.guard import escaped, is_risky

_BEFORE_1904 = 1462  # days between the two calendars of Excel
# What stands before <calcPr> in a workbook, by the schema.
_BEFORE_CALC = (
    "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames",
)  # fmt: skip


class BookFilling:
    """One filling of one workbook."""

    def __init__(self, book: Book, entries: Sequence[Entry]) -> None:
        self._book = book
        self.at: dict[str, dict[tuple[int, int], Entry]] = {}  # by sheet
        for one in entries:
            place = find(book, one.place)
            if place is None:
                raise Refusal(NOT_A_PLACE.filled(place=one.place), field=one.place)
            self.at.setdefault(place[0].name, {})[place[1], place[2]] = one
        self._quoted: dict[str, int] = {}  # styles that keep risky text from being taken for a formula

    @cached_property
    def touched(self) -> Mapping[str, bytes]:
        """The parts that differ from the blank, and nothing else."""
        package = self._book.package
        changes: dict[str, list[Change]] = {}
        for sheet in self._book.sheets.values():
            made = [*self._cells(sheet, self.at.get(sheet.name, {})), *_uncached(package.parts[sheet.part], sheet)]
            if made:
                changes[sheet.part] = made
        if any(True for one in self._book.sheets.values() for _cell in _formulas(one)):
            changes[self._book.main] = [self._reckoned()]
        if self._quoted:
            part = next(iter(package.related(self._book.main, "styles").values()))
            changes[part] = list(self._styles(part))
        return {part: changed(package.parts[part], made) for part, made in changes.items()}

    def _cells(self, sheet: BookSheet, entries: Mapping[tuple[int, int], Entry]) -> Iterator[Change]:
        rows: dict[int, dict[int, Entry]] = {}
        for (row, column), entry in entries.items():
            rows.setdefault(row, {})[column] = entry
        absent = {row: held for row, held in rows.items() if row not in sheet.rows}
        for row in rows.keys() - absent.keys():
            yield from self._row(sheet, row, rows[row])
        if absent:
            yield from self._new_rows(sheet, absent)
        if entries:
            yield from _dimension(self._book.package.parts[sheet.part], sheet, list(entries))

    def _row(self, sheet: BookSheet, row: int, entries: Mapping[int, Entry]) -> Iterator[Change]:
        line = sheet.rows[row]
        data = self._book.package.parts[sheet.part]
        fresh = {column: one for column, one in entries.items() if (row, column) not in sheet.cells}
        for column in entries.keys() - fresh.keys():
            node = sheet.cells[row, column]
            yield Change(node.start, node.end, self._cell(sheet, row, column, entries[column], line))
        if not fresh:
            return
        cells = b"".join(self._cell(sheet, row, column, fresh[column], line) for column in sorted(fresh))
        if line.empty:
            yield inside(data, line, cells)
            return
        yield with_attributes(data, line, {}, ["spans"])  # a hint for readers, which would no longer be true
        standing = sorted((column, node.start) for (at, column), node in sheet.cells.items() if at == row)
        places: dict[int, list[int]] = {}
        for column in sorted(fresh):
            places.setdefault(next((start for other, start in standing if other > column), line.inner_end), []).append(
                column
            )
        for place, columns in places.items():
            text = b"".join(self._cell(sheet, row, column, fresh[column], line) for column in columns)
            yield Change(place, place, text)

    def _new_rows(self, sheet: BookSheet, rows: Mapping[int, Mapping[int, Entry]]) -> Iterator[Change]:
        held = _required(sheet.root, "sheetData")
        data = self._book.package.parts[sheet.part]
        texts = {row: self._new_row(sheet, held, row, rows[row]) for row in sorted(rows)}
        if held.empty:
            yield inside(data, held, b"".join(texts.values()))
            return
        places: dict[int, list[bytes]] = {}
        for row, text in texts.items():
            after = [node.start for number, node in sheet.rows.items() if number > row]
            places.setdefault(min(after, default=held.inner_end), []).append(text)
        for place, made in places.items():
            yield Change(place, place, b"".join(made))

    def _new_row(self, sheet: BookSheet, held: Node, row: int, entries: Mapping[int, Entry]) -> bytes:
        cells = b"".join(self._cell(sheet, row, column, entries[column], held) for column in sorted(entries))
        name = held.called("row")
        return f'<{name} r="{row}">'.encode() + cells + f"</{name}>".encode()

    def _cell(self, sheet: BookSheet, row: int, column: int, entry: Entry, near: Node) -> bytes:
        style, value = self._book.style(sheet, row, column), entry.value
        if isinstance(value, str) and is_risky(value) and self._book.looks:
            style = str(self._quoted_twin(style))
        opened = f'<{near.called("c")} r="{letters(column)}{row}"' + (f' s="{style}"' if style else "")
        c, v, held, t = (near.called(name) for name in ("c", "v", "is", "t"))
        if isinstance(value, str):
            text = spelled(escaped(value))
            said = f'{opened} t="inlineStr"><{held}><{t} xml:space="preserve">{text}</{t}></{held}></{c}>'
            return said.encode()
        if isinstance(value, bool):
            return f'{opened} t="b"><{v}>{int(value)}</{v}></{c}>'.encode()
        return f"{opened}><{v}>{self._number(entry, value)}</{v}></{c}>".encode()

    def _number(self, entry: Entry, value: int | float | date) -> str:
        if not isinstance(value, date):
            return repr(value)
        if value < FIRST_DAY:
            told = Wording(
                f"「{entry.place}」：1900年3月1日より前の日付はExcelの日付にできません。文字列として対応付けてください。",
                f"“{entry.place}”: a day before 1 March 1900 is no date for Excel. Map it as text.",
            )
            raise Refusal(told, field=entry.place)
        return str(serial(value) - (_BEFORE_1904 if self._book.from_1904 else 0))

    def _quoted_twin(self, style: str) -> int:
        """The number of a style like this one under which text never becomes a formula."""
        known = style or "0"
        if known not in self._quoted:
            self._quoted[known] = len(self._book.looks) + len(self._quoted)
        return self._quoted[known]

    def _styles(self, part: str) -> Iterator[Change]:
        data = self._book.package.parts[part]
        held = _required(read(data, part), "cellXfs")
        twins = b"".join(_quoted_copy(data, held.children[int(one)]) for one in self._quoted)
        yield Change(held.inner_end, held.inner_end, twins)
        yield with_attributes(data, held, {"count": str(len(held.children) + len(self._quoted))})

    def _reckoned(self) -> Change:
        """The workbook reckons everything anew when it is opened."""
        data, root = self._book.package.parts[self._book.main], self._book.root
        calc = root.find("calcPr")
        if calc is not None:
            return with_attributes(data, calc, {"fullCalcOnLoad": "1"})
        last = max((one.end for one in root.children if one.name in _BEFORE_CALC), default=root.inner)
        return Change(last, last, f'<{root.called("calcPr")} fullCalcOnLoad="1"/>'.encode())


def _quoted_copy(data: bytes, style: Node) -> bytes:
    change = with_attributes(data, style, {"quotePrefix": "1"})
    return change.text + data[style.inner : style.end]


def _formulas(sheet: BookSheet) -> Iterator[Node]:
    return (one for one in sheet.cells.values() if one.find("f") is not None)


def _uncached(data: bytes, sheet: BookSheet) -> Iterator[Change]:
    """What formulas came to before is left out, for it may not be so any more."""
    for node in _formulas(sheet):
        value = node.find("v")
        if value is not None:
            yield Change(value.start, value.end, b"")
            yield with_attributes(data, node, {}, ["t"])


def _dimension(data: bytes, sheet: BookSheet, at: Sequence[tuple[int, int]]) -> Iterator[Change]:
    """The extent that some readers trust is widened where a cell lies outside of it."""
    node = sheet.root.find("dimension")
    told = area(node.attributes.get("ref", "")) if node else None
    if node is None or told is None or all(told.holds(*one) for one in at):
        return
    rows, columns = [row for row, _column in at], [column for _row, column in at]
    top, left = min(told.top, *rows), min(told.left, *columns)
    bottom, right = max(told.bottom, *rows), max(told.right, *columns)
    yield with_attributes(data, node, {"ref": f"{letters(left)}{top}:{letters(right)}{bottom}"})


def _required(root: Node, name: str) -> Node:
    found = root.find(name)
    if found is None:
        raise Refusal(same(name))
    return found
