"""Lines of Japanese and English text: broken without offence, no character lost, set flush, justified or spread."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from clair_desktop.domain.emphasis import is_emphasised
from clair_desktop.output.pdf.characters import clusters, is_plain, joined
from clair_desktop.output.pdf.fonts import StackFont
from clair_desktop.output.pdf.kinsoku import BREAKS_LONG_WORDS, HANGING, SPACES, TRIMMED_AT_END, may_part, pieces
from clair_desktop.output.pdf.measures import Measures
from clair_desktop.output.pdf.spacing import JOINT, ROUNDING, Alignment, gaps, is_mixed, joins, joints
from clair_desktop.output.pdf.typefaces import Style, typefaces

_HALF = 500


class Type(NamedTuple):
    """A style and a size in points."""

    style: Style
    size: float


class Line(NamedTuple):
    """One line; ``width`` is its natural width in 1/1000 em, without the blank half a closing sign may lose, or hangs."""

    clusters: Sequence[str]
    width: float
    ends_paragraph: bool
    font: StackFont
    size: float
    mixed: bool = True
    """Whether Japanese and Latin letters may stand side by side."""

    @property
    def text(self) -> str:
        return joined(self.clusters)

    def measure(self, printed: Sequence[str]) -> float:
        """The width of some of its characters, in 1/1000 em."""
        return self.font.measure(printed)

    def indent(self) -> float:
        """Points of typed white at the line's head."""
        return self.measure(self.clusters[: self._white()]) * self.size / 1000

    def without_indent(self) -> "Line":
        white = self._white()
        return self._replace(clusters=self.clusters[white:], width=self.width - self.measure(self.clusters[:white]))

    def spaced(self, slack: float, alignment: Alignment) -> dict[int, float]:
        """Extra 1/1000 em after each character's index: what aligning adds, what stands between two scripts.

        Less the white that the line's font takes from beside narrow quotation marks.
        """
        widened = gaps(self.clusters, slack, alignment, ends_paragraph=self.ends_paragraph)
        for index in joints(self.clusters) if self.mixed else ():
            widened[index] = widened.get(index, 0.0) + JOINT
        tight = self.font.tightened
        for index, cluster in enumerate(self.clusters) if tight else ():
            before, after = tight.get(cluster, (0.0, 0.0))
            for place, white in ((index - 1, before), (index, after)):
                if white:
                    widened[place] = widened.get(place, 0.0) - white
        return widened

    def _white(self) -> int:
        return next((index for index, one in enumerate(self.clusters) if not one.isspace()), len(self.clusters))


class _Measured(NamedTuple):
    kind: str
    clusters: Sequence[str]
    width: float
    lead: float = 0.0
    """The little space before it where it goes on behind another piece."""


class Passage:
    """A text analysed once for its style; it can then be broken at any size and width."""

    def __init__(self, text: str, style: Style) -> None:
        self.font = typefaces().font(style, text)
        self.plain = is_plain(text)  # every code point is a character: lines and pieces are kept as strings
        self._joints = joints(text) if self.plain else []
        self.mixed = bool(self._joints) if self.plain else is_mixed(text)
        self._typed = text.replace("\t", " ")
        self._broken: dict[tuple[float, float, float, bool], Sequence[Line]] = {}
        self._pieces: list[_Measured] = []
        self._measured: Measures | None = None
        self._is_typed_on_one_line = self.plain and bool(self._typed) and "\n" not in self._typed
        if self._is_typed_on_one_line:
            self._arrange_whole()
        else:
            self._arrange_typed()

    def measure(self, printed: Sequence[str]) -> float:
        """The width of printed characters side by side, in 1/1000 em."""
        return self.font.measure(printed)

    def line(self, printed: Sequence[str], width: float, size: float, *, ends_paragraph: bool) -> Line:
        return Line(printed, width, ends_paragraph, self.font, size, self.mixed)

    def _arrange_whole(self) -> None:
        """Most texts fit on their line: where this one might be broken is not looked for before it has to be."""
        self._printed: Sequence[str] = self._typed
        self._whole_width = self.measure(self._typed) + JOINT * len(self._joints)
        self._is_one_line = self._typed[-1] not in SPACES

    def _arrange_typed(self) -> None:
        found = pieces(self._typed)
        self._arrange(found if self.plain else [(kind, clusters(piece)) for kind, piece in found])

    def _cut(self) -> Sequence[_Measured]:
        if not self._pieces:
            self._arrange_typed()
        return self._pieces

    def _arrange(self, found: Iterable[tuple[str, Sequence[str]]]) -> None:
        """The pieces of the text, each with its kind, measured."""
        measure = self.measure
        measured = [_measured(measure, kind, piece, mixed=self.mixed) for kind, piece in found]
        kept = [piece for piece in measured if piece.clusters or piece.kind == "line_end"]
        self._pieces = _led(kept) if self.mixed else kept
        printed = [cluster for piece in kept for cluster in piece.clusters]
        self._printed = "".join(printed) if self.plain else printed
        self._whole_width = sum([piece.width + piece.lead for piece in self._pieces])
        self._is_one_line = bool(kept) and kept[-1].kind == "text" and all(piece.kind != "line_end" for piece in kept)

    def lines(self, width: float, size: float, first_indent: float = 0, *, hanging: bool = False) -> Sequence[Line]:
        """Lines no wider than ``width``, all in points; ``first_indent`` shortens the first.

        With ``hanging`` a 。 or 、 for which there is no room stands in the margin (ぶら下げ).
        """
        asked = (width, size, first_indent, hanging)
        if asked not in self._broken:  # heads and labels recur in columns of the same width
            self._broken[asked] = self._lines(*asked)
        return self._broken[asked]

    def _lines(self, width: float, size: float, first_indent: float, hanging: bool) -> Sequence[Line]:
        em = 1000 / size
        if self._is_one_line and self._whole_width <= (width - first_indent) * em:
            return (self.one_line(size),)
        if self._is_typed_on_one_line and (
            filled := self._measures().filled(width * em, first_indent * em, hanging=hanging)
        ):
            return [
                self.line(self._typed[one.start : one.end], one.width, size, ends_paragraph=one.ends_paragraph)
                for one in filled
            ]
        return _Breaker(self, size, width * em, first_indent * em, hanging=hanging).broken(self._cut())

    def _measures(self) -> Measures:
        if self._measured is None:
            self._measured = Measures(self._typed, self.font.advances(self._typed), self._joints)
        return self._measured

    def one_line(self, size: float) -> Line:
        """The whole text on one line, for words that are never broken."""
        return self.line(self._printed, self._whole_width, size, ends_paragraph=True)

    def natural_width(self, size: float) -> float:
        """In points, of the widest line as typed."""
        if self._is_typed_on_one_line:
            return self._whole_width * size / 1000
        widths = [0.0]
        for piece in self._cut():
            if piece.kind == "line_end":
                widths.append(0.0)
            widths[-1] += piece.width + piece.lead
        return max(widths) * size / 1000

    def longest_piece(self, size: float) -> float:
        """In points: a column narrower than this cuts a word or a number."""
        if self._is_typed_on_one_line:
            return self._measures().longest_piece() * size / 1000
        return max((piece.width for piece in self._cut() if piece.kind == "text"), default=0.0) * size / 1000


def _measured(
    measure: Callable[[Sequence[str]], float], kind: str, printed: Sequence[str], *, mixed: bool = True
) -> _Measured:
    if kind == "line_end":
        return _Measured(kind, (), 0.0)
    width = measure(printed)
    return _Measured(kind, printed, width + JOINT * len(joints(printed)) if mixed and len(printed) > 1 else width)


def _led(measured: list[_Measured]) -> list[_Measured]:
    """The pieces, each with the little space that parts it from the one before."""
    for place, (one, following) in enumerate(pairwise(measured), start=1):
        if one.kind == following.kind == "text" and joins(one.clusters[-1], following.clusters[0]):
            measured[place] = following._replace(lead=JOINT)
    return measured


@lru_cache(maxsize=1024)
def analysed(text: str, style: Style) -> Passage:
    """A passage analysed before is not analysed again: labels, heads and amounts recur within and between packs."""
    if is_emphasised(text):
        from clair_desktop.output.pdf.emphasised import EmphasisedPassage

        return EmphasisedPassage(text, style)
    return Passage(text, style)


class _Breaker:
    """One pass over the pieces; every length is in 1/1000 em."""

    def __init__(self, passage: Passage, size: float, width: float, first_indent: float, *, hanging: bool) -> None:
        self._passage = passage
        self._plain = passage.plain
        self._hanging = hanging
        self._size = size
        self._width = max(width, 0)
        self._room = self._width - first_indent
        self._line: list[str] = []
        self._filled = 0.0
        self._space: _Measured | None = None
        self._at_paragraph_start = True
        self._lines: list[Line] = []

    def broken(self, measured: Sequence[_Measured]) -> list[Line]:
        for piece in measured:
            self._take(piece)
        if self._line or not self._lines or self._at_paragraph_start:
            self._end_line(ends_paragraph=True)
        elif not self._lines[-1].ends_paragraph:
            self._end_paragraph()
        return self._lines

    def _take(self, piece: _Measured) -> None:
        if piece.kind == "line_end":
            if self._line or self._at_paragraph_start or not self._lines:
                self._end_line(ends_paragraph=True)
            else:
                self._end_paragraph()
            self._at_paragraph_start = True
        elif piece.kind == "space":
            self._take_space(piece)
        else:
            self._take_text(piece)

    def _take_space(self, piece: _Measured) -> None:
        if self._at_paragraph_start and not self._line:
            self._put(piece)  # 字下げ, as typed
        elif self._line:
            self._space = piece

    def _take_text(self, piece: _Measured) -> None:
        gap = self._space.width if self._space else piece.lead if self._line else 0.0
        room = self._room - self._filled - gap
        if piece.width <= room + ROUNDING:
            self._put_after_space(piece)
        elif spared := self._spared(piece, room):
            self._put_after_space(piece._replace(width=piece.width - spared))
            self._end_line()
        elif piece.width > self._width + ROUNDING and len(piece.clusters) > 1:
            for part in self._parts(piece):
                self._take_text(part)
        elif self._line:
            self._end_line()
            self._take_text(piece)
        else:
            self._put(piece)  # not even one character fits: it stands alone

    def _spared(self, piece: _Measured, room: float) -> float:
        """What the piece's last sign gives up to end the line: its blank half, or all of its width where it may hang."""
        last, over = piece.clusters[-1], piece.width - room - ROUNDING
        if last not in TRIMMED_AT_END or self._passage.measure((last,)) != 1000:
            return 0.0
        if over <= _HALF:
            return _HALF
        return 1000.0 if self._hanging and last in HANGING and over <= 1000 else 0.0

    def _put_after_space(self, piece: _Measured) -> None:
        if self._space:
            self._put(self._space)
            self._space = None
        self._put(piece)

    def _put(self, piece: _Measured) -> None:
        self._filled += piece.width + (piece.lead if self._line and not self._line[-1].isspace() else 0.0)
        self._line += piece.clusters

    def _end_line(self, *, ends_paragraph: bool = False) -> None:
        printed = "".join(self._line) if self._plain else self._line
        self._lines.append(self._passage.line(printed, self._filled, self._size, ends_paragraph=ends_paragraph))
        self._line, self._filled, self._space = [], 0.0, None
        self._room = self._width
        self._at_paragraph_start = False

    def _end_paragraph(self) -> None:
        """The last sign of the paragraph has ended its line already, having given up its white."""
        self._lines[-1] = self._lines[-1]._replace(ends_paragraph=True)

    def _parts(self, piece: _Measured) -> Iterator[_Measured]:
        """A piece wider than any line, cut after / - . _ first, else between any two characters that may part."""
        parts = _cut(piece.clusters, lambda before, _: before in BREAKS_LONG_WORDS)
        if len(parts) == 1:
            parts = _cut(piece.clusters, may_part)
        if len(parts) == 1:
            parts = [[cluster] for cluster in piece.clusters]
        yield from _led([_measured(self._passage.measure, "text", part) for part in parts])


def _cut(cluster_list: Sequence[str], may_cut: Callable[[str, str], bool]) -> list[list[str]]:
    parts = [[cluster_list[0]]]
    for before, after in pairwise(cluster_list):
        if may_cut(before, after):
            parts.append([])
        parts[-1].append(after)
    return parts
