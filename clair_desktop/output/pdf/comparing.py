"""Two files of one pack beside one another: which pages differ, in which words, and at which places.

Words are compared line by line; places are found on the drawn pages, so that a tick, a rule or a picture counts too.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from clair_desktop.support.jobs import Json, Progress

JOB = "compare_papers"
_PER_INCH = 72  # one dot a point
_CELL = 6  # points; places nearer than this are one
_FAINT = 40  # of 255
_FOOT = 48.0  # points at the foot, where the running number stands
_MARKED = 54.0  # where the mark of a release stands, below everything else
_RUNNING = re.compile(r"^(?:部内用|Forthebranchonly)?\d+/\d+$")
# The number and the hash of a release: they follow from the content, so they differ with it and say nothing more.
_MARK = re.compile(r"(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$|^\S+-P\d{2,}$")
Box = tuple[float, float, float, float]  # x, y, width, height from the upper left


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is not as it was; pages count from 0, and one that is new or gone has no number on the other side.

    ``words`` are the lines that differ, as (before, now); either may be empty. ``places`` are points on both pages.
    """

    before: int | None
    now: int | None
    words: Sequence[tuple[str, str]]
    places: Sequence[Box]


def compare(request: Json, progress: Progress) -> Json:
    """A job: the files ``before`` and ``now``, answered with what differs."""
    changes = changed_pages(Path(request["before"]), Path(request["now"]), progress)
    return {"changes": [[one.before, one.now, list(one.words), list(one.places)] for one in changes]}


def changed_pages(before: Path, now: Path, progress: Callable[[int], None] = lambda _done: None) -> list[PageChange]:
    import pypdfium2

    with pypdfium2.PdfDocument(before) as old, pypdfium2.PdfDocument(now) as new:
        texts = [_lines(old, progress, 0), _lines(new, progress, 25)]
        renumbered = len(old) != len(new)
        found = []
        pairs = list(_pairs(*texts))
        for done, (one, other) in enumerate(pairs):
            said, says = _at(texts[0], one), _at(texts[1], other)
            words = _words(_unmarked(said), _unmarked(says))
            foot = max(_FOOT * renumbered, _MARKED * (_is_marked(said) and _is_marked(says)))
            places = _places(old[one], new[other], foot) if one is not None and other is not None else []
            if one is None or other is None or words or places:
                found.append(PageChange(one, other, words, places))
            progress(50 + 50 * (done + 1) // len(pairs))
        return found


def _lines(document: Any, progress: Callable[[int], None], share: int) -> list[list[str]]:
    """The lines of every page, without its running number."""
    pages = []
    for number in range(len(document)):
        page = document[number]
        held = page.get_textpage()
        said = [" ".join(line.split()) for line in held.get_text_bounded().splitlines()]
        pages.append([line for line in said if line and not _RUNNING.match(line.replace(" ", ""))])
        held.close()
        page.close()
        progress(share + 25 * (number + 1) // len(document))
    return pages


def _at(pages: Sequence[list[str]], number: int | None) -> list[str]:
    return [] if number is None else pages[number]


def _unmarked(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not _MARK.search(line)]


def _is_marked(lines: Sequence[str]) -> bool:
    return any(_MARK.search(line) for line in lines)


def _pairs(before: Sequence[Sequence[str]], now: Sequence[Sequence[str]]) -> Iterator[tuple[int | None, int | None]]:
    """Each page with the one it was before: equal pages find one another, those between are paired in their order."""
    old, new = (["\n".join(_unmarked(page)) for page in pages] for pages in (before, now))
    for _kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        longer = max(last - first, end - start)
        for step in range(longer):
            yield first + step if first + step < last else None, start + step if start + step < end else None


def _words(before: Sequence[str], now: Sequence[str]) -> list[tuple[str, str]]:
    differing = []
    for kind, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for step in range(max(last - first, end - start)):
            one = before[first + step] if first + step < last else ""
            other = now[start + step] if start + step < end else ""
            differing.append((one, other))
    return differing


def _places(before: Any, now: Any, foot: float) -> list[Box]:
    """Where the drawn pages differ; so much of the foot does not count: only numbers have moved on there."""
    from PIL import Image, ImageChops

    width, height = now.get_size()
    if before.get_size() != (width, height):
        return [(0.0, 0.0, width, height)]
    pictures = [page.render(scale=_PER_INCH / 72, grayscale=True).to_pil() for page in (before, now)]
    differing = ImageChops.difference(*pictures).point([0 if value < _FAINT else 255 for value in range(256)])
    if foot:
        differing.paste(0, (0, int(height - foot), differing.width, differing.height))
    if differing.getbbox() is None:
        return []
    across, down = -(-differing.width // _CELL), -(-differing.height // _CELL)
    padded = Image.new("L", (across * _CELL, down * _CELL))
    padded.paste(differing)
    # A cell with a single differing dot must not be averaged away.
    cells = padded.reduce(_CELL).point([0 if value == 0 else 255 for value in range(256)])
    inked = {(at % across, at // across) for at, value in enumerate(cells.tobytes()) if value}
    return [_box(group) for group in _groups(inked)]


def _groups(cells: set[tuple[int, int]]) -> Iterator[set[tuple[int, int]]]:
    """Cells that touch, or nearly: a word is one place, not one for each letter."""
    left = set(cells)
    while left:
        group = {left.pop()}
        edge = set(group)
        while edge:
            near = {(x + dx, y + dy) for x, y in edge for dx in range(-3, 4) for dy in (-1, 0, 1)}
            edge = near & left
            left -= edge
            group |= edge
        yield group


def _box(group: set[tuple[int, int]]) -> Box:
    columns, rows = [x for x, _y in group], [y for _x, y in group]
    x, y = min(columns) * _CELL, min(rows) * _CELL
    return float(x), float(y), float((max(columns) + 1) * _CELL - x), float((max(rows) + 1) * _CELL - y)
