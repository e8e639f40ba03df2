"""Words of a line that are underlined or raised: broken and justified with the others, then drawn run after run.

Where a line may end is decided by the bare text, so that setting a word off moves no line's end but through its width.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from clair_desktop.domain.emphasis import Emphasis, runs
from clair_desktop.output.pdf.characters import clusters
from clair_desktop.output.pdf.kinsoku import pieces
from clair_desktop.output.pdf.lines import Line, Passage
from clair_desktop.output.pdf.spacing import JOINT, Alignment, is_mixed
from clair_desktop.output.pdf.typefaces import Style, typefaces

RAISED_SIZE = 0.77
"""Of the size around it: a mark raised in the 10.5 points of forms has 8 points still."""

_AT_RAISED = 0.4
"""Of the widest little space, what may stand between a raised mark and its word: poppler takes more for a space."""

_RISE = 0.33
_BELOW = 0.17  # from the baseline down to the line under a word


class Marked(str):
    """A printed character that knows how it is set off."""

    __slots__ = ("emphasis",)
    emphasis: Emphasis

    @classmethod
    def of(cls, cluster: str, emphasis: Emphasis) -> "Marked":
        made = cls(cluster)
        made.emphasis = emphasis
        return made


def _emphasis(cluster: str) -> Emphasis:
    return cluster.emphasis if isinstance(cluster, Marked) else Emphasis.NONE


def _scale(cluster: str) -> float:
    return RAISED_SIZE if _emphasis(cluster) & Emphasis.RAISED else 1.0


class EmphasisedLine(Line):
    """A line that is drawn in runs."""

    __slots__ = ()

    def measure(self, printed: Sequence[str]) -> float:
        return sum(self.font.width(one) * _scale(one) for one in printed)


class EmphasisedPassage(Passage):
    """A text with marks; it is broken as the same text would be without them, but for what is raised.

    A raised mark of reference stays with the word it stands behind.
    """

    def __init__(self, text: str, style: Style) -> None:
        told = [(part, emphasis) for part, emphasis in runs(text.replace("\t", " ").replace("\r\n", "\n"))]
        bare = "".join(part for part, _emphasis in told)
        self.font = typefaces().font(style, bare)
        self.mixed = is_mixed(bare)
        self.plain = self._is_typed_on_one_line = False
        self._broken = {}
        self._arrange(_kept_together(_pieces(bare, told)))

    def measure(self, printed: Sequence[str]) -> float:
        return sum(self.font.width(one) * _scale(one) for one in printed)

    def line(self, printed: Sequence[str], width: float, size: float, *, ends_paragraph: bool) -> Line:
        return EmphasisedLine(printed, width, ends_paragraph, self.font, size, self.mixed)


Piece = tuple[str, Sequence[str]]


def _pieces(bare: str, told: Sequence[tuple[str, Emphasis]]) -> Iterator[Piece]:
    """The pieces of the bare text, their characters marked."""
    each = [emphasis for part, emphasis in told for _ in part]
    at = 0
    for kind, piece in pieces(bare):
        start = bare.index(piece, at)
        at = start + len(piece)
        printed = list(_marked(piece, each[start:at]))
        if kind != "space":
            yield kind, printed
            continue
        for underlined, white in groupby(printed, key=lambda one: bool(_emphasis(one) & Emphasis.UNDERLINED)):
            yield "text" if underlined else kind, list(white)  # a line to write on does not go at a line's end


def _marked(piece: str, each: Sequence[Emphasis]) -> Iterator[Marked]:
    for emphasis, places in groupby(range(len(piece)), key=each.__getitem__):
        yield from (Marked.of(one, emphasis) for one in clusters("".join(piece[place] for place in places)))


def _kept_together(found: Iterator[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for kind, piece in found:
        raised = bool(piece) and _emphasis(piece[0]) & Emphasis.RAISED
        if raised and kind == "text" and kept and kept[-1][0] == "text":
            kept[-1] = kind, [*kept[-1][1], *piece]
        else:
            kept.append((kind, piece))
    return kept


class Run(NamedTuple):
    """Characters of one line that are set off alike, in points from where the line begins and from its baseline."""

    x: float
    rise: float
    line: Line  # without characters where nothing is drawn but a line under white
    widened: Mapping[int, float]
    underlined: tuple[float, float] | None  # from the run's beginning
    below: float
    attributes: str  # what the structure tells of it
    told: bool  # its white would mislead readers


class _Placed(NamedTuple):
    """A line with the place of each character and the white behind it, in 1/1000 em."""

    line: EmphasisedLine
    places: Sequence[float]
    widened: Mapping[int, float]
    spread: bool


def runs_of(line: EmphasisedLine, width: float | None, alignment: Alignment) -> Iterator[Run]:
    """The line in its runs; ``width`` is the measure it is aligned in."""
    slack = 0.0 if width is None else width * 1000 / line.size - line.width
    widened = _closer(line, line.spaced(slack, alignment), alignment)
    places = [_shift(alignment, slack)]
    for index, one in enumerate(line.clusters):
        places.append(places[-1] + line.measure((one,)) + widened.get(index, 0.0))
    placed = _Placed(line, places, widened, alignment is Alignment.SPREAD)
    for emphasis, indices in groupby(range(len(line.clusters)), key=lambda index: _emphasis(line.clusters[index])):
        yield _run(placed, list(indices), emphasis)


def _closer(line: EmphasisedLine, widened: dict[int, float], alignment: Alignment) -> dict[int, float]:
    """No white that reads as a space but where one was typed; what is taken off goes to the other gaps.

    A run that were told by its text would have a space behind it in pdfium, so runs are told only where a line is spread.
    """
    if alignment is Alignment.SPREAD:
        return widened
    most = {
        index: limit for index, gap in widened.items() if gap > 0 and (limit := _widest_at(line, index)) is not None
    }
    close = {index: min(widened[index], limit) for index, limit in most.items()}
    over = sum(widened[index] - gap for index, gap in close.items())
    if alignment is not Alignment.JUSTIFIED or line.ends_paragraph or not over:
        return widened | close
    room = sum(limit - close[index] for index, limit in most.items())
    share = min(1.0, over / room) if room else 0.0
    close = {index: gap + (most[index] - gap) * share for index, gap in close.items()}
    spaces = [index for index, gap in widened.items() if gap > 0 and index not in most]
    rest = max(over - room, 0.0) / len(spaces) if spaces else 0.0
    return widened | close | {index: widened[index] + rest for index in spaces}


def _widest_at(line: EmphasisedLine, index: int) -> float | None:
    """In 1/1000 em; None beside a typed space, where any white will do. Readers measure by the smaller of two types."""
    beside = line.clusters[index : index + 2] if index >= 0 else ()
    if len(beside) < 2 or any(one.isspace() for one in beside):
        return None
    one, other = beside
    at_border = _scale(one) != _scale(other)
    return JOINT * min(_scale(one), _scale(other)) * (_AT_RAISED if at_border else 1.0)


def _run(placed: _Placed, indices: Sequence[int], emphasis: Emphasis) -> Run:
    """White at its head moves it and is not drawn, as at the head of a line."""
    line, places, widened = placed.line, placed.places, placed.widened
    first = next((index for index in indices if not line.clusters[index].isspace()), indices[-1] + 1)
    drawn = range(first, indices[-1] + 1)
    scale = RAISED_SIZE if emphasis & Emphasis.RAISED else 1.0
    printed = [line.clusters[index] for index in drawn]
    between = {place: widened[index] / scale for place, index in enumerate(drawn[:-1]) if index in widened}
    part = Line(printed, 0.0, ends_paragraph=False, font=line.font, size=line.size * scale, mixed=False)
    em, x, last = line.size / 1000, places[first], indices[-1]
    ends = places[last] + line.measure(line.clusters[last : last + 1])
    under = ((places[indices[0]] - x) * em, (ends - x) * em) if emphasis & Emphasis.UNDERLINED else None
    rise = _RISE * line.size if emphasis & Emphasis.RAISED else 0.0
    return Run(
        x * em, rise, part, between, under, _BELOW * line.size, _told(emphasis, rise) if printed else "", placed.spread
    )


def _told(emphasis: Emphasis, rise: float) -> str:
    """What the structure says of a run: its language where it is another, and how it is set off."""
    language = "/Lang (en-GB) " if emphasis & Emphasis.ENGLISH else ""
    raised = f"/BaselineShift {rise:.2f} " if emphasis & Emphasis.RAISED else ""
    underlined = "/TextDecorationType /Underline " if emphasis & Emphasis.UNDERLINED else ""
    layout = f"/A <</O /Layout {raised}{underlined}>> " if raised or underlined else ""
    return f"{language}{layout}"


def _shift(alignment: Alignment, slack: float) -> float:
    if alignment is Alignment.END:
        return slack
    return slack / 2 if alignment is Alignment.CENTRE else 0.0
