"""What may be filled in a blank workbook, and a simple drawing of it."""

from collections.abc import Iterator, Sequence

from clair_desktop.domain.blanks import BlankKind, Drawn, DrawnSheet, Layout, Place
from clair_desktop.domain.wording import Wording
from clair_desktop.output.blanks.addresses import Area, area, on_a_sheet
from clair_desktop.output.blanks.book import FORMULA, LOCKED, Book, BookSheet
from clair_desktop.output.excel.cells import letters

_MOST_ROWS, _MOST_COLUMNS = 200, 100
_WIDTH, _HEIGHT = 8.43, 15.0
_FAR = 8  # cells that a label may be away
_LONGEST_LABEL = 40


def layout(book: Book) -> Layout:
    """Names first, then every drawn cell; a cell has one key, its name where it has one."""
    found: dict[str, Place] = {}
    for name, (sheet, where) in book.names.items():
        found[name] = place_at(book, book.sheets[sheet], where.top, where.left, key=name)
    drawn = [_drawn(book, one, found) for one in book.sheets.values() if not one.hidden]
    return Layout(BlankKind.WORKBOOK, list(found.values()), drawn)


def find(book: Book, key: str) -> tuple[BookSheet, int, int] | None:
    """Where a place is; None where the workbook has none such. A covered cell of a merged one is none."""
    named = book.names.get(key) or on_a_sheet(key)
    if named is None or named[0] not in book.sheets:
        return None
    sheet, where = book.sheets[named[0]], named[1]
    merged = sheet.merged_at(where.top, where.left)
    if merged is not None and (merged.top, merged.left) != (where.top, where.left):
        return None
    return (sheet, where.top, where.left) if where.size == 1 or merged == where else None


def key_of(book: Book, sheet: BookSheet, row: int, column: int) -> str:
    at = f"{letters(column)}{row}"
    return book.named.get((sheet.name, at)) or f"{sheet.name}!{at}"


def place_at(book: Book, sheet: BookSheet, row: int, column: int, *, key: str = "") -> Place:
    node, look = sheet.cells.get((row, column)), book.look(sheet, row, column)
    label, near = _label(book, sheet, row, column)
    holds = book.text(node)
    trouble = _trouble(sheet, row, column, locked=look.locked)
    choices, longest = _limits(book, sheet, row, column)
    known = key or key_of(book, sheet, row, column)
    return Place(
        key=known,
        label=label,
        name=known if "!" not in known else "",
        holds=holds,
        trouble=trouble,
        choices=choices,
        longest=longest,
        dated=look.dated,
        likely=not holds and trouble is None and bool(label) and (near or look.ruled),
    )


def _drawn(book: Book, sheet: BookSheet, found: dict[str, Place]) -> DrawnSheet:
    rows, columns = _extent(sheet)
    shown = (min(rows, _MOST_ROWS), min(columns, _MOST_COLUMNS))
    cells = []
    for row in range(1, shown[0] + 1):
        for column in range(1, shown[1] + 1):
            merged = sheet.merged_at(row, column)
            if merged is None or (merged.top, merged.left) == (row, column):
                place = place_at(book, sheet, row, column)
                found.setdefault(place.key, place)
                cells.append(_cell(book, sheet, row, column, place))
    return DrawnSheet(
        sheet.name, _widths(sheet, shown[1]), _heights(sheet, shown[0]), cells, cut=(rows, columns) != shown
    )


def _cell(book: Book, sheet: BookSheet, row: int, column: int, place: Place) -> Drawn:
    merged, look = sheet.merged_at(row, column) or Area(row, column, row, column), book.look(sheet, row, column)
    return Drawn(
        row, column, place.holds, merged.bottom - row + 1, merged.right - column + 1, place.key, look.bold, look.ruled
    )


def _extent(sheet: BookSheet) -> tuple[int, int]:
    rows = [row for row, _column in sheet.cells] + [one.bottom for one in sheet.merged]
    columns = [column for _row, column in sheet.cells] + [one.right for one in sheet.merged]
    return max(rows, default=1), max(columns, default=1)


def _widths(sheet: BookSheet, most: int) -> Sequence[float]:
    form = sheet.root.find("sheetFormatPr")
    usual = float((form.attributes.get("defaultColWidth") if form else None) or _WIDTH)
    widths = [usual] * most
    held = sheet.root.find("cols")
    for one in held.all("col") if held else ():
        wide = 0.0 if one.attributes.get("hidden") in ("1", "true") else float(one.attributes.get("width", usual))
        last = min(int(one.attributes.get("max", 0)), most)
        for column in range(int(one.attributes.get("min", 1)), last + 1):
            widths[column - 1] = wide
    return widths


def _heights(sheet: BookSheet, most: int) -> Sequence[float]:
    form = sheet.root.find("sheetFormatPr")
    usual = float((form.attributes.get("defaultRowHeight") if form else None) or _HEIGHT)
    lines = (sheet.rows.get(row) for row in range(1, most + 1))
    return [_height(one.attributes, usual) if one else usual for one in lines]


def _height(attributes: dict[str, str], usual: float) -> float:
    return 0.0 if attributes.get("hidden") in ("1", "true") else float(attributes.get("ht", usual))


def _trouble(sheet: BookSheet, row: int, column: int, *, locked: bool) -> Wording | None:
    node = sheet.cells.get((row, column))
    merged = sheet.merged_at(row, column) or Area(row, column, row, column)
    for where, reason in sheet.closed:
        if where.holds(row, column) or merged.holds(where.top, where.left):
            return reason
    if node is not None and node.find("f") is not None:
        return FORMULA
    return LOCKED if sheet.protected and locked else None


def _limits(book: Book, sheet: BookSheet, row: int, column: int) -> tuple[Sequence[str], int | None]:
    """The only texts, and the most letters, that the sheet's rules of entry allow."""
    choices: Sequence[str] = ()
    longest = None
    for rule in sheet.rules:
        if not any(one.holds(row, column) for one in rule.areas):
            continue
        if rule.kind == "list":
            choices = list(_listed(book, sheet, rule.first))
        if rule.kind == "textLength":
            longest = _most_letters(rule.operator, rule.first, rule.second)
    return choices, longest


def _listed(book: Book, sheet: BookSheet, formula: str) -> Iterator[str]:
    """The entries of a list; nothing where they are reckoned, which only Excel can do."""
    if formula.startswith('"') and formula.endswith('"'):
        yield from (one.strip() for one in formula[1:-1].split(",") if one.strip())
        return
    name = formula.lstrip("=")
    where = book_names_range(book, name) or on_a_sheet(name) or _own(sheet, name)
    if where is None or where[0] not in book.sheets or where[1].size > 2000:
        return
    held = book.sheets[where[0]]
    for row in range(where[1].top, where[1].bottom + 1):
        for column in range(where[1].left, where[1].right + 1):
            text = book.text(held.cells.get((row, column)))
            if text:
                yield text


def book_names_range(book: Book, name: str) -> tuple[str, Area] | None:
    """The range of a defined name, whatever its size."""
    held = book.root.find("definedNames")
    rows = held.all("definedName") if held else iter(())
    return next((on_a_sheet(one.text()) for one in rows if one.attributes.get("name") == name), None)


def _own(sheet: BookSheet, text: str) -> tuple[str, Area] | None:
    found = area(text)
    return (sheet.name, found) if found else None


def _most_letters(operator: str, first: str, second: str) -> int | None:
    told = second if operator == "between" else first
    if not told.isdecimal() or operator not in ("between", "lessThan", "lessThanOrEqual", "equal"):
        return None
    return int(told) - (operator == "lessThan")


def _label(book: Book, sheet: BookSheet, row: int, column: int) -> tuple[str, bool]:
    """The text at the left, else above, and whether it is the very neighbour at the left."""
    beside = _text_towards(book, sheet, row, column, (0, -1))
    return beside if beside[0] else (_text_towards(book, sheet, row, column, (-1, 0))[0], False)


def _text_towards(book: Book, sheet: BookSheet, row: int, column: int, step: tuple[int, int]) -> tuple[str, bool]:
    for away in range(1, _FAR):
        row, column = row + step[0], column + step[1]
        if row < 1 or column < 1:
            break
        merged = sheet.merged_at(row, column)
        if merged:
            row, column = merged.top, merged.left
        text = " ".join(book.text(sheet.cells.get((row, column))).split())
        if text:
            return text[:_LONGEST_LABEL], away == 1
    return "", False
