"""Where on a foreign page a running number may stand: its margins are looked at as they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.output.pdf.foreign.boxes import MM, Seen

if TYPE_CHECKING:
    from PIL import Image

SPOTS = ("foot right", "foot centre", "foot left", "head right", "head left")
_FULL = (0,) * len(SPOTS)
EDGE = 12.0  # millimetres from the side
LOW, HIGH = 5.0, 12.0  # the strip along the foot or the head
_SCALE = 0.5  # 36 dots per inch: a hairline still darkens its dot
_MOST_DOTS = 4_000  # along a page of any size
_DARKER = 28  # grey levels that count as something standing there
_PALE = 128  # a number is not legible on a ground darker than this


@dataclass(frozen=True, slots=True)
class Room:
    """How many millimetres are free at each of ``SPOTS``, inward from the side or across the middle, of which page."""

    free: tuple[int, ...]
    page: Seen


def rooms(source: Path, pages: Sequence[Seen]) -> Iterator[Room]:
    """The room of each page in turn; the renderer does not know their user units."""
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        for number, seen in enumerate(pages):
            try:
                page = document[number]
                scale = min(_SCALE, _MOST_DOTS / max(page.get_size()))
                drawn = page.render(scale=scale, grayscale=True).to_pil()
                page.close()
            except pypdfium2.PdfiumError:  # a page that this renderer cannot draw counts as full
                yield Room(_FULL, seen)
            else:
                yield Room(_free(drawn, MM / seen.unit * scale), seen)


def _free(drawn: "Image.Image", millimetre: float) -> tuple[int, ...]:
    """Of a drawn page, so many dots to the millimetre."""
    low, high = round(LOW * millimetre), round(HIGH * millimetre)
    if drawn.height < 2 * high or high <= low:
        return _FULL
    foot = drawn.crop((0, drawn.height - high, drawn.width, drawn.height - low))
    head = drawn.crop((0, low, drawn.width, high))
    return (*_along(foot, millimetre), *_along(head, millimetre, centre=False))


def _along(strip: "Image.Image", millimetre: float, *, centre: bool = True) -> Iterator[int]:
    """Free millimetres from the right side, across the middle, and from the left side."""
    taken = _taken(strip)
    edge, middle = round(EDGE * millimetre), len(taken) // 2
    from_right = _run(taken[::-1][edge:])
    from_left = _run(taken[edge:])
    yield int(from_right / millimetre)
    if centre:
        yield int(2 * min(_run(taken[middle:]), _run(taken[:middle][::-1])) / millimetre)
    yield int(from_left / millimetre)


def _taken(strip: "Image.Image") -> list[int]:
    """For each column whether something stands in it; a strip too dark for print counts as full."""
    darkest, lightest = strip.getextrema()
    ground = _ground(strip)
    if ground < _PALE:
        return [1] * strip.width
    if darkest == lightest:
        return [0] * strip.width
    marked = strip.point([255 if abs(level - ground) > _DARKER else 0 for level in range(256)])
    columns, _rows = marked.getprojection()
    return [int(column) for column in columns]


def _ground(strip: "Image.Image") -> int:
    counts = strip.histogram()
    return counts.index(max(counts))


def _run(taken: list[int]) -> int:
    return next((place for place, one in enumerate(taken) if one), len(taken))
