"""What stands in one cell of a table: lines of text and ticked boxes, broken to the cell's width."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from clair_desktop.domain.asked import Asked
from clair_desktop.domain.filled_papers import Cell
from clair_desktop.output.pdf.flow import baseline_in
from clair_desktop.output.pdf.lines import Line, Type, analysed
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import reads_as_japanese

PAD_X, PAD_Y = 3.8, 3.5
LEADING = 1.4
_TALL = 200.0
_AFTER_BOX, _BETWEEN_TICKS = 1.1, 1.2  # of the type size


class Segment(NamedTuple):
    """A line at its place in a strip; ``tick`` draws a box before it, ticked or empty."""

    x: float
    line: Line
    tick: bool | None = None


class Strip(NamedTuple):
    """One line's height of a cell."""

    segments: Sequence[Segment]
    alignment: Alignment
    leading: float

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        for segment in self.segments:
            size = segment.line.size
            baseline, left = top + baseline_in(self.leading, size), x + segment.x
            if segment.tick is None:
                paper.line(left, baseline, segment.line, width=width - segment.x, alignment=self.alignment)
            else:
                paper.tick_box(left, baseline, size, ticked=segment.tick)
                paper.line(left + _AFTER_BOX * size, baseline, segment.line)


class Block(NamedTuple):
    """The strips of one cell; in a row of moderate height they stand in the middle."""

    strips: Sequence[Strip]
    height: float
    """In points, with the white above and below."""
    asked: Asked | None = None

    @classmethod
    def of(cls, strips: Sequence[Strip], asked: Asked | None = None) -> "Block":
        return cls(strips, sum([strip.leading for strip in strips]) + 2 * PAD_Y, asked)

    def asking(self, asked: Asked | None) -> "Block":
        """The same in answer to a question."""
        return Block(self.strips, self.height, asked) if asked else self

    def whole(self) -> "Block":
        return self

    def cut(self, count: int) -> tuple["Block", "Block"]:
        return Block.of(self.strips[:count], self.asked), Block.of(self.strips[count:], self.asked)

    def draw(self, paper: Paper, x: float, y: float, width: float, height: float) -> None:
        top = y + PAD_Y + (max(height - self.height, 0) / 2 if height < _TALL else 0)
        for strip in self.strips:
            strip.draw(paper, x + PAD_X, top, width - 2 * PAD_X)
            top += strip.leading
        if self.asked:
            paper.spot(x, y, width, height, self.asked)


@lru_cache(maxsize=1024)  # labels and heads recur from form to form
def text_block(text: str, type_: Type, width: float, alignment: Alignment | None = None) -> Block:
    """A text in a cell of this outer width."""
    return Block.of(_text_strips(text, type_, width - 2 * PAD_X, alignment))


def cell_block(cell: Cell, type_: Type, width: float) -> Block:
    """A printed value: choices as boxes, numbers at the right, text that none of the boxes says below them."""
    if not cell.ticks:
        return unticked(cell, type_, width).asking(cell.asked)
    strips = list(_tick_strips(cell.ticks, type_, width - 2 * PAD_X))
    if unsaid(cell):
        strips += unticked(cell, type_, width).strips
    return Block.of(strips, cell.asked)


def unticked(cell: Cell, type_: Type, width: float) -> Block:
    """The text of a printed value alone, without its boxes."""
    return text_block(unsaid(cell), type_, width, Alignment.END if cell.number else None)


def unsaid(cell: Cell) -> str:
    """The text that none of the boxes says."""
    if not cell.ticks:
        return cell.text
    said = {label for label, _ in cell.ticks}
    return "\n".join(line for line in cell.text.split("\n") if line not in said)


def stacked(*blocks: Block) -> Block:
    return Block.of([strip for block in blocks for strip in block.strips])


def _text_strips(text: str, type_: Type, inner: float, alignment: Alignment | None) -> list[Strip]:
    lines = analysed(text.rstrip("\n"), type_.style).lines(inner, type_.size)
    leading = LEADING * type_.size
    if alignment is None:  # a single line is never widened
        alignment = Alignment.JUSTIFIED if len(lines) > 1 and reads_as_japanese(text) else Alignment.START
    return [Strip((Segment(0, line),), alignment, leading) for line in lines]


def _tick_strips(ticks: Sequence[tuple[str, bool]], type_: Type, inner: float) -> Iterator[Strip]:
    """As many choices beside one another as fit; a long one goes on below itself."""
    indent = _AFTER_BOX * type_.size
    row: list[Segment] = []
    x = 0.0
    for label, ticked in ticks:
        lines = analysed(label, type_.style).lines(inner - indent, type_.size)
        width = indent + lines[0].width * type_.size / 1000
        if row and (x + width > inner or len(lines) > 1):
            yield _tick_strip(row, type_)
            row, x = [], 0.0
        row.append(Segment(x, lines[0], ticked))
        x += width + _BETWEEN_TICKS * type_.size
        for line in lines[1:]:
            yield _tick_strip(row, type_)
            row, x = [Segment(indent, line)], inner
    if row:
        yield _tick_strip(row, type_)


def _tick_strip(row: Sequence[Segment], type_: Type) -> Strip:
    return Strip(tuple(row), Alignment.START, LEADING * type_.size)
