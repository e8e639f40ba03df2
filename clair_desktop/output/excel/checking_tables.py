"""Items about sheets and tables as a whole: merged cells, formulas, objects, headings, units, areas, torn data."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from clair_desktop.domain.machine_reading import Holding
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.checking_cells import Told, is_numeric
from clair_desktop.output.excel.checking_sheets import CheckedSheet, Table, cell_at, span_of

_UNIT = re.compile(
    r"[(（\[［].+[)）\]］]|単位|円|％|%|人数|件数|回数|日数|泊数|年数|か国数|団体数|枚数|部数|頁数|ページ数|年齢|歳|率|"
    r"JPY|yen|percent|persons|participants|number of|pages|cases|count|rows|age\b",
    re.IGNORECASE,
)
_UNIT_HEADS = frozenset({"単位", "Unit", "unit"})  # a column that gives the unit row by row
_DITTO = frozenset({"〃", "″", "同上", "同左", "同", "々", '"', "do.", "ditto"})
_AREA_HEAD = re.compile(
    r"団体|自治体|地域|都道府県|市区町村|市町村|支部|国|所在|area|authority|prefecture|municipal|country|branch|body|place",
    re.IGNORECASE,
)
_AREA = re.compile(r"(?:北海道|東京都|京都府|大阪府|[^\s]{2,3}県)")
_ORDINAL = re.compile(r"番号|No|№|順|年|コード|code|number|\bline\b", re.IGNORECASE)
_OBJECT_WORDS = {
    "drawing": Wording("図形・画像・グラフ", "a drawing, picture or chart"),
    "chart": Wording("グラフ", "a chart"),
    "note": Wording("メモ", "a note"),
    "comments": Wording("メモ", "a note"),
    "threadedComment": Wording("コメント", "a comment"),
    "image": Wording("背景の画像", "a background picture"),
}
_OTHER_OBJECT = Wording("埋め込まれたオブジェクト", "an embedded object")


def said_of_sheets(sheet: CheckedSheet) -> Iterator[Told]:
    """Merged cells and objects trouble readers everywhere, formulas and tables only where data are read."""
    for reference in sheet.merged:
        span = span_of(reference)
        at = cell_at(span[0], span[1]) if span else reference
        cell = sheet.cells.get(*span[:2]) if span else None
        yield Told("2-3", Holding.BROKEN, at, "", cell.text if cell else "", _MERGED.filled(cells=reference))
    for kind, at in sheet.objects:
        yield Told("2-7", Holding.BROKEN, at, "", "", _OBJECT.filled(what=_OBJECT_WORDS.get(kind, _OTHER_OBJECT)))
    if sheet.is_form:
        return
    for spot, cell in sheet.cells.formulas():
        yield Told("2-6", Holding.BROKEN, cell_at(*spot), "", cell.text, _FORMULA)
    for table in sheet.tables:
        yield from _heads(table)
        yield from _torn(table)
    yield from _several(sheet)


def _heads(table: Table) -> Iterator[Told]:
    used = Counter(table.head(column).casefold() for column in table.columns)
    stated = _states_units(table)
    for column in table.columns:  # all that is asked of a column while it is unpacked
        yield from _heading(table, column, used)
        if not stated:
            yield from _unit(table, column)
    yield from _left_out(table)


def _heading(table: Table, column: int, used: Mapping[str, int]) -> Iterator[Told]:
    top, head = table.span[0], table.head(column)
    if not head and table.rows_below(column):
        yield Told("2-5", Holding.BROKEN, cell_at(top, column), "", "", _NO_HEAD)
    elif head and used[head.casefold()] > 1:
        yield Told("2-5", Holding.BROKEN, cell_at(top, column), head, head, _TWIN_HEAD)
    for row, cell in table.below(column):
        if cell.kind == "s" and cell.text.strip() in _DITTO:
            yield Told("2-5", Holding.BROKEN, cell_at(row, column), head, cell.text, _DITTO_SIGN)


def _left_out(table: Table) -> Iterator[Told]:
    """A first column that is filled only where it changes, as if the cells below were one."""
    first = table.span[1]
    rows = set(table.rows_below(first))
    if table.at(table.span[0], first).is_text and len(rows) > 1:
        for row in (row for row in table.filled_rows if row not in rows):
            yield Told("2-5", Holding.BROKEN, cell_at(row, first), table.head(first), "", _LEFT_OUT)


def _states_units(table: Table) -> bool:
    """Whether a column gives the unit row by row, or a line above the table gives it for all."""
    above = (cell for cell in table.cells.above(table.span[0]) if cell.kind == "s")
    return any(table.head(column) in _UNIT_HEADS for column in table.columns) or any(
        cell.text.strip().lstrip("(（").startswith(("単位", "Unit")) for cell in above
    )


def _unit(table: Table, column: int) -> Iterator[Told]:
    head = table.head(column)
    if not _UNIT.search(head) and not _ORDINAL.search(head) and is_numeric(table, column):
        yield Told("2-8", Holding.BROKEN, cell_at(table.span[0], column), head, head, _NO_UNIT)


def said_of_areas(sheets: Sequence[CheckedSheet]) -> Iterator[tuple[str, Told]]:
    """One table of the workbook tells of areas, or none does: whether it should, nobody can see."""
    tables = [(sheet.name, table) for sheet in sheets for table in sheet.tables]
    if tables and not any(_tells_areas(table) for _, table in tables):
        name, table = tables[0]
        top, left = table.span[:2]
        yield name, Told("2-11", Holding.UNJUDGED, cell_at(top, left), table.head(left), "", _NO_AREA)


def _tells_areas(table: Table) -> bool:
    return any(_AREA_HEAD.search(table.head(column)) or _holds_areas(table, column) for column in table.columns)


def _holds_areas(table: Table, column: int) -> bool:
    cells = table.below(column)
    named = sum(cell.kind == "s" and bool(_AREA.match(cell.text)) for _, cell in cells)
    return bool(cells) and 2 * named > len(cells)


def _torn(table: Table) -> Iterator[Told]:
    top, left, _, right = table.span
    filled = table.filled_rows
    for row, following in pairwise([top, *filled]):
        if following > row + 1 and not _begins_anew(table, following):
            yield Told("3-1", Holding.BROKEN, cell_at(row + 1, left), "", "", _BLANK_ROW)
    if table.declared and table.rows and filled and table.rows[-1] > filled[-1]:
        yield Told("3-1", Holding.BROKEN, cell_at(filled[-1] + 1, left), "", "", _BLANK_ROW)
    for column in range(left, right + 1):
        if not table.head(column) and not table.rows_below(column):
            yield Told("3-1", Holding.BROKEN, cell_at(top, column), "", "", _BLANK_COLUMN)


def _several(sheet: CheckedSheet) -> Iterator[Told]:
    for table in sheet.tables[1:]:
        yield Told("3-2", Holding.BROKEN, cell_at(*table.span[:2]), table.head(table.span[1]), "", _SECOND_TABLE)
    for table in sheet.tables:
        for row, following in pairwise(table.filled_rows):
            if following > row + 1 and _begins_anew(table, following):
                yield Told("3-2", Holding.BROKEN, cell_at(following, table.span[1]), "", "", _SECOND_TABLE)


def _begins_anew(table: Table, row: int) -> bool:
    """Whether words stand where the columns above hold numbers or days: the headings of another table."""
    below = [(column, table.at(row, column)) for column in table.columns if not table.at(row, column).is_empty]
    return (
        len(below) > 1
        and all(cell.kind == "s" for _, cell in below)
        and any(_is_of_figures(table, column, row) for column, _ in below)
    )


def _is_of_figures(table: Table, column: int, until: int) -> bool:
    return any(cell.kind in ("n", "d") for row, cell in table.below(column) if row < until)


_MERGED = Wording("セル{cells}が結合されています。結合を解いてください。", "The cells {cells} are merged. Split them.")
_OBJECT = Wording(
    "{what}があります。データのシートから除いてください。", "There is {what}. Take it out of the sheet of data."
)
_FORMULA = Wording("数式があります。値に直してください。", "There is a formula. Put its value in its place.")
_NO_HEAD = Wording("列の見出しがありません。", "The column has no heading.")
_TWIN_HEAD = Wording("同じ見出しの列が2つ以上あります。", "More than one column has this heading.")
_DITTO_SIGN = Wording(
    "「同上」などで省略されています。値を書いてください。", "A ditto mark stands for a value. Write the value."
)
_LEFT_OUT = Wording(
    "1列目の項目名が省略されています。すべての行に書いてください。",
    "The first column is left blank as if the cell above went on. Fill in every row.",
)
_NO_UNIT = Wording(
    "数値の単位がありません。見出しに「（円）」などと書いてください。",
    "No unit is stated. Put it in the heading, as in “(JPY)”.",
)
_NO_AREA = Wording(
    "団体コードや地域名の列が見当たりません。地域別のデータなら加えてください。",
    "No column of area codes or names is seen. If the data are by area, add one.",
)
_BLANK_ROW = Wording("空白の行がデータを分けています。", "A blank row tears the data apart.")
_BLANK_COLUMN = Wording("空白の列がデータを分けています。", "A blank column tears the data apart.")
_SECOND_TABLE = Wording(
    "1シートに2つ目の表があります。シートを分けてください。",
    "A second table stands on the sheet. Give it a sheet of its own.",
)
