"""Lines of Japanese and English text: broken without offence, no character lost, set flush, justified or spread."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from clair_desktop.output.pdf.characters import clusters, is_plain
from clair_desktop.output.pdf.fonts import StackFont
from clair_desktop.output.pdf.kinsoku import BREAKS_LONG_WORDS, INSEPARABLE, TRIMMED_AT_END, may_part, pieces
from clair_desktop.output.pdf.typefaces import Style, typefaces

_ROUNDING = 0.5  # 1/1000 em, far below what an eye or a printer sees
_HALF = 500
_WIDEST_GAP = 150
_WIDEST_SPACE = 900


class Alignment(Enum):
    START = auto()
    END = auto()
    CENTRE = auto()
    JUSTIFIED = auto()
    SPREAD = auto()  # 均等割付


@dataclass(frozen=True, slots=True)
class Type:
    """A style and a size in points."""

    style: Style
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``width`` is its natural width in 1/1000 em, without the blank half a closing sign may lose."""

    clusters: Sequence[str]
    width: float
    ends_paragraph: bool
    font: StackFont
    size: float

    @property
    def text(self) -> str:
        return "".join(self.clusters)

    def indent(self) -> float:
        """Points of typed white at the line's head."""
        return self.font.measure(self.clusters[: self._white()]) * self.size / 1000

    def without_indent(self) -> "Line":
        white = self._white()
        return replace(
            self, clusters=self.clusters[white:], width=self.width - self.font.measure(self.clusters[:white])
        )

    def _white(self) -> int:
        return next((index for index, one in enumerate(self.clusters) if not one.isspace()), len(self.clusters))


class _Measured(NamedTuple):
    kind: str
    clusters: Sequence[str]
    width: float


class Passage:
    """A text analysed once for its style; it can then be broken at any size and width."""

    def __init__(self, text: str, style: Style) -> None:
        self.font = typefaces().font(style, text)
        split = list if is_plain(text) else clusters
        measure = self.font.measure
        measured = (
            _Measured(kind, printed := () if kind == "line_end" else split(piece), measure(printed))
            for kind, piece in pieces(text.replace("\t", " "))
        )
        self._pieces = [piece for piece in measured if piece.clusters or piece.kind == "line_end"]

    def lines(self, width: float, size: float, first_indent: float = 0) -> list[Line]:
        """Lines no wider than ``width``, all in points; ``first_indent`` shortens the first."""
        em = 1000 / size
        return _Breaker(self.font, size, width * em, first_indent * em).broken(self._pieces)

    def one_line(self, size: float) -> Line:
        """The whole text on one line, for words that are never broken."""
        printed = [cluster for piece in self._pieces for cluster in piece.clusters]
        return Line(printed, sum(piece.width for piece in self._pieces), ends_paragraph=True, font=self.font, size=size)

    def natural_width(self, size: float) -> float:
        """In points, of the widest line as typed."""
        widths = [0.0]
        for piece in self._pieces:
            if piece.kind == "line_end":
                widths.append(0.0)
            widths[-1] += piece.width
        return max(widths) * size / 1000

    def longest_piece(self, size: float) -> float:
        """In points: a column narrower than this cuts a word or a number."""
        return max((piece.width for piece in self._pieces if piece.kind == "text"), default=0.0) * size / 1000


@lru_cache(maxsize=1024)
def analysed(text: str, style: Style) -> Passage:
    """A passage analysed before is not analysed again: labels, heads and amounts recur within and between packs."""
    return Passage(text, style)


class _Breaker:
    """One pass over the pieces; every length is in 1/1000 em."""

    def __init__(self, font: StackFont, size: float, width: float, first_indent: float) -> None:
        self._font = font
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
        return self._lines

    def _take(self, piece: _Measured) -> None:
        if piece.kind == "line_end":
            self._end_line(ends_paragraph=True)
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
        gap = self._space.width if self._space else 0.0
        room = self._room - self._filled - gap
        if piece.width <= room + _ROUNDING:
            self._put_after_space(piece)
        elif self._fits_without_its_blank_half(piece, room):
            self._put_after_space(piece._replace(width=piece.width - _HALF))
            self._end_line()
        elif piece.width > self._width + _ROUNDING and len(piece.clusters) > 1:
            for part in self._parts(piece):
                self._take_text(part)
        elif self._line:
            self._end_line()
            self._take_text(piece)
        else:
            self._put(piece)  # not even one character fits: it stands alone

    def _fits_without_its_blank_half(self, piece: _Measured, room: float) -> bool:
        last = piece.clusters[-1]
        return last in TRIMMED_AT_END and self._font.width(last) == 1000 and piece.width - _HALF <= room + _ROUNDING

    def _put_after_space(self, piece: _Measured) -> None:
        if self._space:
            self._put(self._space)
            self._space = None
        self._put(piece)

    def _put(self, piece: _Measured) -> None:
        self._line += piece.clusters
        self._filled += piece.width

    def _end_line(self, *, ends_paragraph: bool = False) -> None:
        self._lines.append(Line(self._line, self._filled, ends_paragraph, self._font, self._size))
        self._line, self._filled, self._space = [], 0.0, None
        self._room = self._width
        self._at_paragraph_start = False

    def _parts(self, piece: _Measured) -> Iterator[_Measured]:
        """A piece wider than any line, cut after / - . _ first, else between any two characters that may part."""
        parts = _cut(piece.clusters, lambda before, _: before in BREAKS_LONG_WORDS)
        if len(parts) == 1:
            parts = _cut(piece.clusters, may_part)
        if len(parts) == 1:
            parts = [[cluster] for cluster in piece.clusters]
        for part in parts:
            yield _Measured("text", part, self._font.measure(part))


def _cut(cluster_list: Sequence[str], may_cut: Callable[[str, str], bool]) -> list[list[str]]:
    parts = [[cluster_list[0]]]
    for before, after in pairwise(cluster_list):
        if may_cut(before, after):
            parts.append([])
        parts[-1].append(after)
    return parts


def gaps(line: Line, slack: float, alignment: Alignment) -> dict[int, float]:
    """Extra 1/1000 em after each character's index; empty where the line should stay as it is.

    Justified lines widen between kanji and kana and at spaces, never inside words, numbers or ——.
    """
    last = len(line.clusters) - 1
    if slack <= _ROUNDING or last < 1:
        return {}
    if alignment is Alignment.SPREAD:
        return dict.fromkeys(range(last), slack / last)
    if alignment is not Alignment.JUSTIFIED or line.ends_paragraph:
        return {}
    spaces = [i for i in range(1, last) if line.clusters[i] == " "]
    between = [i for i, pair in enumerate(pairwise(line.clusters)) if _may_widen(*pair)]
    share = slack / (len(spaces) + len(between)) if spaces or between else 0
    if share <= _WIDEST_GAP:
        return dict.fromkeys(between + spaces, share)
    rest = (slack - _WIDEST_GAP * len(between)) / len(spaces) if spaces else _WIDEST_SPACE + 1
    if rest > _WIDEST_SPACE:
        return {}
    return dict.fromkeys(between, float(_WIDEST_GAP)) | dict.fromkeys(spaces, rest)


def tightened(line: Line, widened: dict[int, float]) -> dict[int, float]:
    """The same gaps, less the white that the line's font takes from beside narrow quotation marks."""
    tight = line.font.tightened
    if not tight:
        return widened
    closed = dict(widened)
    for index, cluster in enumerate(line.clusters):
        before, after = tight.get(cluster, (0.0, 0.0))
        for place, white in ((index - 1, before), (index, after)):
            if white:
                closed[place] = closed.get(place, 0.0) - white
    return closed


def _may_widen(before: str, after: str) -> bool:
    if before in INSEPARABLE and after in INSEPARABLE:
        return False
    return (_is_wide(before) or _is_wide(after)) and before != " " and after != " "


def _is_wide(cluster: str) -> bool:
    return "\u2e80" <= cluster[0] <= "\ua97f" or "\uf900" <= cluster[0] <= "\uffef" or cluster[0] >= "\U00020000"
