"""Row tables: type and columns fitted to what stands in them, heads repeated, the total with its last row."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from math import ceil, inf
from operator import itemgetter

from clair_desktop.domain.filled_papers import Cell, FilledTable
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.annexes import Annexes
from clair_desktop.output.pdf.carrying import Carried
from clair_desktop.output.pdf.cells import LEADING, PAD_X, Block, Strip, cell_block, text_block
from clair_desktop.output.pdf.flow import LABEL, TEXT, Flow
from clair_desktop.output.pdf.grids import Grid
from clair_desktop.output.pdf.lines import Passage, Type, analysed
from clair_desktop.output.pdf.spacing import Alignment

_SIZES = (10.0, 9.5, 9.0)
_LAST_SIZES = (8.5, 8.0)
# Texts up to so many ems stay on one line; where the columns are too many for that, shorter ones at least.
_ONE_LINE = (8.5, 5.5, 3.0, 0.0)
_DISLIKE_OF_SMALL = 0.15  # how much lower a table must become for one point less
_ANSWER_HEIGHT = 62.0  # room to write two or three lines by hand in the last column
_WALL_LINES = 4
_SLACK = 0.5  # against rounding, in points
_GENEROUS = 1.5  # a column is not given more than this times what its longest text needs, while others can use it


def set_table(flow: Flow, table: FilledTable, voice: words.Voice, annexes: Annexes | None = None) -> None:
    size, widths = _sized(table, flow.width)
    if annexes is not None and not table.wall:  # without its longest texts the table is fitted anew
        while (shorter := annexes.relieved(table, Type(TEXT.style, size), widths)) is not table:
            table = shorter
            size, widths = _sized(table, flow.width)
    type_, head_type = Type(TEXT.style, size), Type(LABEL.style, min(LABEL.size, size))
    flow.need(90)
    if table.unit:
        flow.put(table.unit, LABEL, leading=1.5, alignment=Alignment.END)
    head = [
        text_block(text, head_type, width, Alignment.CENTRE) for text, width in zip(table.heads, widths, strict=True)
    ]
    carried = Carried.of(table, type_, widths, voice) if table.total else None
    grid = Grid(flow, widths, head, carried)
    rows = table.rows or [_nothing(table, voice)]
    least = _ANSWER_HEIGHT if table.to_fill_in else 0
    total = _blocks(table.total, type_, widths) if table.total else None
    for number, row in enumerate(rows, start=1):
        blocks = _blocks(row, type_, widths)
        blocks = _from_the_top(blocks, type_) if table.wall else blocks
        keep = max(block.height for block in total) if total and number == len(rows) else 0
        grid.row(blocks, least=least, again=partial(Block.whole, blocks[0]), keep=keep)
        if carried:
            carried.done = number
    if total:
        grid.row(total)
    grid.close()
    flow.y += 8


def _blocks(row: Sequence[Cell], type_: Type, widths: Sequence[float]) -> list[Block]:
    return [cell_block(cell, type_, width) for cell, width in zip(row, widths, strict=True)]


def _from_the_top(blocks: Sequence[Block], type_: Type) -> list[Block]:
    """Every block as tall as the tallest, and each with room to write in."""
    tallest = max(_WALL_LINES, *(len(block.strips) for block in blocks))
    empty = Strip((), Alignment.START, LEADING * type_.size)
    return [Block.of([*block.strips, *[empty] * (tallest - len(block.strips))], block.asked) for block in blocks]


def _sized(table: FilledTable, measure: float) -> tuple[float, list[float]]:
    return _as_asked(table, measure) if table.wall else _fitted(table, measure)


def _as_asked(table: FilledTable, measure: float) -> tuple[float, list[float]]:
    return _SIZES[-1], [width * measure / sum(table.widths) for width in table.widths]


def _nothing(table: FilledTable, voice: words.Voice) -> Sequence[Cell]:
    return [Cell(voice.says(words.NOTHING) if index == 0 else "") for index in range(len(table.heads))]


@dataclass(frozen=True)
class _Column:
    """What stands in one column, in ems: the natural width of its head and every cell, and its longest word."""

    passages: Sequence[Passage]
    natural: Sequence[float]
    to_fill_in: bool

    @classmethod
    def of(cls, head: str, cells: Sequence[Cell], *, to_fill_in: bool) -> "_Column":
        passages = [analysed(head, LABEL.style), *(analysed(cell.text, TEXT.style) for cell in cells)]
        return cls(passages, [passage.natural_width(1) for passage in passages], to_fill_in)

    @cached_property
    def longest(self) -> float:
        longest = 0.0
        for width, passage in sorted(zip(self.natural, self.passages, strict=True), key=itemgetter(0), reverse=True):
            if width <= longest:
                break  # no word of the others is longer than their lines
            longest = max(longest, passage.longest_piece(1))
        return longest

    def least(self, size: float, one_line: float) -> float:
        """No word or number is cut, and no text up to ``one_line`` ems is broken."""
        whole = (width for width in self.natural if width <= one_line)
        return max(self.longest, *whole, 0) * size + 2 * PAD_X + _SLACK

    def whole(self, size: float) -> float:
        """No text is broken."""
        return max(self.natural) * size + 2 * PAD_X + _SLACK

    def most(self, size: float) -> float:
        return inf if self.to_fill_in else max(self.natural) * size * _GENEROUS + 2 * PAD_X


def _fitted(table: FilledTable, measure: float) -> tuple[float, list[float]]:
    """The type and the columns' widths at which no word or number is cut and the table stays low."""
    asked = [width * measure / sum(table.widths) for width in table.widths]
    rows = [*table.rows, *([table.total] if table.total else [])]
    last = len(table.heads) - 1
    columns = [
        _Column.of(head, [row[index] for row in rows], to_fill_in=table.to_fill_in and index == last)
        for index, head in enumerate(table.heads)
    ]
    if all(column.whole(_SIZES[0]) <= width for column, width in zip(columns, asked, strict=True)):
        return _SIZES[0], _shared(measure, asked, [0.0] * len(columns), [column.most(_SIZES[0]) for column in columns])
    for sizes in (_SIZES[:1], _SIZES, _LAST_SIZES):
        fits = [fit for size in sizes for ems in _ONE_LINE if (fit := _fit(columns, asked, measure, size, ems))]
        if fits:
            return min(fits, key=lambda fit: _height(columns, *fit) * (1 + _DISLIKE_OF_SMALL * (_SIZES[0] - fit[0])))
    return _LAST_SIZES[-1], asked


def _fit(
    columns: Sequence[_Column], asked: Sequence[float], measure: float, size: float, one_line: float
) -> tuple[float, list[float]] | None:
    least = [column.least(size, one_line) for column in columns]
    if sum(least) > measure:
        return None
    return size, _shared(measure, asked, least, [column.most(size) for column in columns])


def _height(columns: Sequence[_Column], size: float, widths: Sequence[float]) -> float:
    """About how many points all rows take."""
    rooms = [(width - 2 * PAD_X) / size for width in widths]
    lines = 0.0
    for row in zip(*(column.natural for column in columns), strict=True):
        lines += 0.5 + max(ceil(width / room - 0.02) for width, room in zip(row, rooms, strict=True))
    return lines * size


def _shared(measure: float, asked: Sequence[float], least: Sequence[float], most: Sequence[float]) -> list[float]:
    """The measure shared out as asked, but to no column less than it needs nor, while others can use it, far more."""
    widths = [max(need, min(width, enough)) for width, need, enough in zip(asked, least, most, strict=True)]
    over = sum(widths) - measure
    if over > 0:
        return _spent(widths, -over, [width - need for width, need in zip(widths, least, strict=True)])
    useful = [enough - width for width, enough in zip(widths, most, strict=True)]
    if inf in useful:
        return _spent(widths, -over, [1.0 if room == inf else 0.0 for room in useful])
    if sum(useful) >= -over:
        return _spent(widths, -over, useful)
    # Where all have enough, the wide ones take the rest: a running number has no use for it.
    return _spent(most, measure - sum(most), [width**2 for width in most])


def _spent(widths: Sequence[float], surplus: float, shares: Sequence[float]) -> list[float]:
    """A surplus, or a shortage, spread in proportion."""
    whole = sum(shares) or 1.0
    return [width + surplus * share / whole for width, share in zip(widths, shares, strict=True)]
