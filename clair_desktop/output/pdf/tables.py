"""Row tables: type and columns fitted to what stands in them, heads repeated, the total with its last row."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from clair_desktop.domain.documents import Cell, FilledTable
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.cells import PAD_X, Block, cell_block, text_block
from clair_desktop.output.pdf.flow import LABEL, TEXT, Flow
from clair_desktop.output.pdf.grids import Grid
from clair_desktop.output.pdf.lines import Alignment, Passage, Type, analysed

_SIZES = (10.0, 9.5, 9.0)
_LAST_SIZES = (8.5, 8.0)
# Texts up to so many ems stay on one line; where the columns are too many for that, shorter ones at least.
_ONE_LINE = (8.5, 5.5, 3.0)
_ANSWER_HEIGHT = 62.0  # room to write two or three lines by hand in a blank column
_GENEROUS = 1.5  # a column is not given more than this times what its longest text needs, while others can use it


def set_table(flow: Flow, table: FilledTable, language: Language) -> None:
    size, widths = _fitted(table, flow.width)
    type_, head_type = Type(TEXT.style, size), Type(LABEL.style, min(LABEL.size, size))
    flow.need(90)
    if table.unit:
        flow.put(table.unit, LABEL, leading=1.5, alignment=Alignment.END)
    head = [
        text_block(text, head_type, width, Alignment.CENTRE) for text, width in zip(table.heads, widths, strict=True)
    ]
    grid = Grid(flow, widths, head)
    rows = table.rows or [_nothing(table, language)]
    least = _ANSWER_HEIGHT if _blank_columns(table) else 0
    total = _blocks(table.total, type_, widths) if table.total else None
    for number, row in enumerate(rows, start=1):
        blocks = _blocks(row, type_, widths)
        keep = max(block.height for block in total) if total and number == len(rows) else 0
        grid.row(blocks, least=least, again=partial(Block.whole, blocks[0]), keep=keep)
    if total:
        grid.row(total)
    grid.close()
    flow.y += 8


def _blocks(row: Sequence[Cell], type_: Type, widths: Sequence[float]) -> list[Block]:
    return [cell_block(cell, type_, width) for cell, width in zip(row, widths, strict=True)]


def _nothing(table: FilledTable, language: Language) -> Sequence[Cell]:
    return [Cell(words.NOTHING.in_(language) if index == 0 else "") for index in range(len(table.heads))]


def _blank_columns(table: FilledTable) -> bool:
    """Whether a column is left empty for a hand to write in."""
    columns = zip_longest(*table.rows, fillvalue=Cell(""))
    return any(all(not cell.text and not cell.ticks for cell in column) for column in columns)


def _fitted(table: FilledTable, measure: float) -> tuple[float, list[float]]:
    """The largest type at which no word or number of the table must be cut, and the columns' widths in points."""
    asked = [width * measure / sum(table.widths) for width in table.widths]
    columns = _columns(table)
    tries = [(size, ems * size) for ems in _ONE_LINE for size in _SIZES] + [
        (size, 0.0) for size in _SIZES + _LAST_SIZES
    ]
    for size, one_line in tries:
        least = [_least_width(column, size, one_line) for column in columns]
        if sum(least) <= measure:
            most = [_most_width(column, size) for column in columns]
            return size, _shared(measure, asked, least, most)
    return _LAST_SIZES[-1], asked


def _columns(table: FilledTable) -> list[list[Passage]]:
    """Each column's head and then its texts; a column left empty for a hand has none."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    return [
        [analysed(head, LABEL.style), *(analysed(row[index].text, TEXT.style) for row in rows if row[index].text)]
        for index, head in enumerate(table.heads)
    ]


def _least_width(column: Sequence[Passage], size: float, one_line: float) -> float:
    """No word or number is cut, and no text up to ``one_line`` is broken."""
    natural = (passage.natural_width(size) for passage in column)
    longest = max(passage.longest_piece(size) for passage in column)
    return max(longest, *(width for width in natural if width <= one_line), 0) + 2 * PAD_X + 0.5


def _most_width(column: Sequence[Passage], size: float) -> float:
    if len(column) == 1:
        return float("inf")
    return max(passage.natural_width(size) for passage in column) * _GENEROUS + 2 * PAD_X


def _shared(measure: float, asked: Sequence[float], least: Sequence[float], most: Sequence[float]) -> list[float]:
    """The measure shared out as asked, but to no column less than it needs nor, while others can use it, far more."""
    widths = [max(need, min(width, enough)) for width, need, enough in zip(asked, least, most, strict=True)]
    over = sum(widths) - measure
    if over > 0:
        spare = [width - need for width, need in zip(widths, least, strict=True)]
        return [width - over * room / sum(spare) for width, room in zip(widths, spare, strict=True)]
    open_ended = [width if width < enough else 0.0 for width, enough in zip(widths, most, strict=True)]
    shares = open_ended if any(open_ended) else widths
    return [width - over * share / sum(shares) for width, share in zip(widths, shares, strict=True)]
