"""The type area of a paper: where the next line goes, and when a new sheet begins."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from clair_desktop.domain.asked import Asked
from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import PageLayout
from clair_desktop.output.pdf.lines import Line, Type, analysed
from clair_desktop.output.pdf.numbering import label_of
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style, reads_as_japanese

BODY = Type(Style.MINCHO, 12)
TEXT = Type(Style.MINCHO, 10.5)
LABEL = Type(Style.GOTHIC, 9.5)
SMALL = Type(Style.GOTHIC, 8.5)
NOTE = Type(Style.MINCHO, 9)

_ASCENT = 0.88
_USUAL = PageLayout()


class Margins(NamedTuple):
    """In points."""

    top: float
    bottom: float
    left: float
    right: float


def margins_of(layout: PageLayout, *, landscape: bool, back: bool) -> Margins:
    """The binding edge (とじしろ) is the left one of an upright sheet, the upper one of a lying sheet.

    On the back of a sheet printed on both sides it is the opposite edge.
    """
    binding, other = (layout.left + layout.gutter) * MM, layout.right * MM
    first, last = (other, binding) if back and layout.mirrored else (binding, other)
    top, bottom = layout.top * MM, layout.bottom * MM
    return Margins(first, last, top, bottom) if landscape else Margins(top, bottom, first, last)


def no_running_head(_flow: "Flow") -> None:
    """No running head."""


class Flow:
    """A cursor that runs down the sheets; ``on_next_sheet`` puts the running head on sheets that continue."""

    def __init__(self, paper: Paper, layout: PageLayout = _USUAL) -> None:
        self.paper = paper
        self.layout = layout
        self.y = 0.0
        self.landscape = False
        # It is given the flow, since one that held it would keep both in memory.
        self.on_next_sheet: Callable[[Flow], None] = no_running_head
        self.x = self.width = self.height = self.bottom = 0.0
        """The type area of this sheet, in points: its left edge, its width and height, its lower edge from the top."""
        self._top = 0.0

    @property
    def room(self) -> float:
        """Points left on this sheet."""
        return self.bottom - self.y

    @property
    def at_top(self) -> bool:
        return self.y <= self._top

    def begin(self, *, landscape: bool = False) -> None:
        """A new document on a new sheet."""
        self.landscape = landscape
        sheet = self.paper.new_sheet(landscape=landscape)
        place = len(self.paper.sheets) + self.paper.bound_pages
        margins = margins_of(self.layout, landscape=landscape, back=place % 2 == 0)
        self.x, self.width = margins.left, sheet.width - margins.left - margins.right
        self.height, self.bottom = sheet.height - margins.top - margins.bottom, sheet.height - margins.bottom
        self.y = self._top = margins.top

    def next_sheet(self, *, landscape: bool | None = None) -> None:
        """The same document goes on, the same way up unless told otherwise."""
        self.begin(landscape=self.landscape if landscape is None else landscape)
        with self.paper.aside():
            self.on_next_sheet(self)
        self._top = self.y

    def need(self, height: float) -> None:
        """A new sheet unless so much room is left, or there is no more to gain."""
        if height > self.room and not self.at_top:
            self.next_sheet()

    def skip(self, height: float) -> None:
        """White space, which is not carried over to a new sheet."""
        if not self.at_top:
            self.y += height

    @contextmanager
    def answering(self, asked: Asked | None, least: float) -> Iterator[None]:
        """Whatever is put meanwhile is the answer to a question; it goes to a new sheet where ``least`` is not left."""
        sheet, top, room = len(self.paper.sheets), self.y, self.room
        yield
        if asked is None:
            return
        if len(self.paper.sheets) == sheet:
            self.paper.spot(self.x, top, self.width, self.y - top, asked)
            return
        if room >= least:
            self.paper.spot(self.x, top, self.width, room, asked, sheet=sheet)
        self.paper.spot(self.x, self._top, self.width, self.y - self._top, asked)

    def put(
        self,
        text: str,
        type_: Type = BODY,
        *,
        leading: float = 1.65,
        left: float = 0,
        width: float | None = None,
        alignment: Alignment | None = None,
        first_indent: float = 0,
        kind: str = "P",
    ) -> None:
        """A text broken into lines and carried over sheets.

        Japanese text is justified, its 。 and 、 hanging where there is no room, unless told otherwise. Lines of a
        paragraph that begins with a number stand behind the number.
        """
        measure = self.width - left if width is None else width
        beside = not first_indent and "\n" not in text and alignment in (None, Alignment.START)
        if label := label_of(plain(text)) if beside else "":
            behind = analysed(label, type_.style).one_line(type_.size).width * type_.size / 1000
            left, measure, first_indent = left + behind, measure - behind, -behind
        set_as = alignment or (Alignment.JUSTIFIED if reads_as_japanese(text) else Alignment.START)
        passage = analysed(text, type_.style)
        lines = passage.lines(measure, type_.size, first_indent, hanging=set_as is Alignment.JUSTIFIED)
        self.put_lines(
            lines,
            leading * type_.size,
            left=left,
            width=measure,
            alignment=set_as,
            first_indent=first_indent,
            kind=kind,
        )

    def put_lines(
        self,
        lines: Sequence[Line],
        leading: float,
        *,
        left: float,
        width: float,
        alignment: Alignment,
        first_indent: float = 0,
        kind: str = "P",
    ) -> None:
        """Lines one below the other; no single line of a paragraph is left alone at a sheet's foot or head."""
        with nullcontext() if self.paper.structure.in_text else self.paper.within(kind):
            self._put_lines(lines, leading, left=left, width=width, alignment=alignment, first_indent=first_indent)

    def _put_lines(
        self,
        lines: Sequence[Line],
        leading: float,
        *,
        left: float,
        width: float,
        alignment: Alignment,
        first_indent: float,
    ) -> None:
        start = 0
        while start < len(lines):
            count = fitting(len(lines) - start, int(self.room / leading + 0.01), must=self.at_top)
            for index in range(start, start + count):
                indent = first_indent if index == 0 else 0.0
                baseline = self.y + baseline_in(leading, lines[index].size)
                self.paper.line(
                    self.x + left + indent, baseline, lines[index], width=width - indent, alignment=alignment
                )
                self.y += leading
            start += count
            if start < len(lines):
                self.next_sheet()


def fitting(lines: int, places: int, *, must: bool) -> int:
    """How many of ``lines`` go into ``places`` without leaving one alone; ``must`` when a new sheet gives no more."""
    if lines <= places:
        return lines
    if lines - places == 1:
        places -= 1
    if places <= 1:
        return 1 if must else 0
    return places


def baseline_in(leading: float, size: float) -> float:
    """From the top of a line's strip to its baseline."""
    return (leading - size) / 2 + _ASCENT * size
