"""The map of coverage as a sheet: outlines with a hatch and a number per office, so that it reads in black and white."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.coverage_map import Standing, outlines
from clair_desktop.domain.filled_papers import FilledForm, FilledPack
from clair_desktop.domain.projection import REGIONS, Region, fit
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf.binding import mark_sheet
from clair_desktop.output.pdf.flow import Flow
from clair_desktop.output.pdf.forms import set_form
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.packs import PrintedPack, put_in_place
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.typesetting import made_at

_TITLE, _SMALL, _NUMBER = Type(Style.GOTHIC, 13), Type(Style.GOTHIC, 8.5), Type(Style.BOLD, 7.5)
_PITCH = 3.2  # points between the lines of a hatch
# The slope of each office's hatch, and whether it is crossed; None draws level lines. The number is printed besides.
_HATCHES: Mapping[int, Sequence[str]] = {
    1: ("rising",), 2: ("falling",), 3: ("level",), 4: ("upright",), 5: ("rising", "falling"), 6: ("level", "upright"),
    7: ("rising", "level"),
}  # fmt: skip
_SMALLEST = 9.0  # points: a territory drawn smaller gets a ring around it
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class MapSheet:
    """What the picture needs: its words, and by country how it stands and the number of its office."""

    title: str
    legend: Sequence[str]
    standings: Mapping[Standing, str]
    note: str
    countries: Mapping[str, tuple[Standing, int]]


def print_map(sheet: MapSheet, pack: FilledPack, path: Path) -> PrintedPack:
    """The map first, then the pack's table; read back before the file takes its place."""
    warnings = check_glyphs(pack)
    paper = Paper(pack.title, "en-GB" if pack.language == "en" else "ja-JP", made_at(pack.made_on))
    _draw(paper, sheet)
    _set_table(paper, pack)
    texts = [one.texts for one in paper.sheets]
    count = len(texts)
    content = paper.finished(lambda drawn, number: mark_sheet(drawn, f"{number}/{count}", sample=pack.sample))
    put_in_place(content, path, texts)
    return PrintedPack(path, count, hashlib.sha256(content).hexdigest(), warnings)


def _set_table(paper: Paper, pack: FilledPack) -> None:
    for document in pack.documents:
        if isinstance(document.content, FilledForm):
            flow = Flow(paper, pack.layout)
            flow.begin(landscape=True)
            set_form(flow, document.content, Language(pack.language))


def _draw(paper: Paper, sheet: MapSheet) -> None:
    """The world with Asia below it, Europe beside them, and the legend under Europe."""
    page = paper.new_sheet(landscape=True)
    paper.bookmark(sheet.title)
    left, width = 40.0, page.width - 80
    paper.text(left, 46, sheet.title, _TITLE, width=width, alignment=Alignment.CENTRE)
    _picture(paper, sheet, REGIONS[0], (left, 56, width * 0.6, 216))
    _picture(paper, sheet, REGIONS[1], (left + width * 0.62, 56, width * 0.38, 308))
    _picture(paper, sheet, REGIONS[2], (left, 282, width * 0.34, 246))
    _legend(paper, sheet, left + width * 0.37, 384)
    paper.text(left, page.height - 52, sheet.note, _SMALL)


def _picture(paper: Paper, sheet: MapSheet, region: Region, box: Box) -> None:
    x, y, width, height = box
    lies = fit(region, x, y, width, height)
    top = paper.sheet.height
    frame = f"{x:.2f} {top - y - height:.2f} {width:.2f} {height:.2f} re"
    paper.drawn(f"q {frame} W n")
    numbers: dict[str, tuple[float, float, str, bool]] = {}
    for outline in outlines():
        standing, number = sheet.countries.get(outline.code, (Standing.NOBODY, 0))
        points = [lies.place(point) for point in outline.points]
        paper.drawn(_land(points, top, standing, number))
        if standing is not Standing.NOBODY and outline.code not in numbers:
            numbers[outline.code] = _number_at(points, "?" if standing is Standing.ASKED else str(number))
    paper.drawn("Q")
    for at_x, at_y, text, small in numbers.values():
        if x < at_x < x + width and y < at_y < y + height:
            _put_number(paper, at_x, at_y, text, ringed=small)
    paper.frame(x, y, width, height)


def _land(points: Sequence[tuple[float, float]], top: float, standing: Standing, number: int) -> str:
    path = " ".join(f"{x:.2f} {top - y:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(points)) + " h"
    grey = {Standing.COVERED: 0.86, Standing.PART: 0.97, Standing.ASKED: 1.0}.get(standing, 0.94)
    dash = "[2 1.5] 0 d" if standing in (Standing.PART, Standing.ASKED) else "[] 0 d"
    filled = f"q {grey} g {path} f Q"
    hatched = f"q {path} W n {_hatch(points, top, number)} Q" if number else ""
    return f"{filled} {hatched} q 0.35 G 0.4 w {dash} {path} S Q"


def _hatch(points: Sequence[tuple[float, float]], top: float, number: int) -> str:
    xs, ys = [x for x, _ in points], [top - y for _, y in points]
    west, east, south, north = min(xs), max(xs), min(ys), max(ys)
    lines = []
    for kind in _HATCHES[number]:
        lines += _lines(kind, (west, south, east, north))
    return f"0.45 G 0.3 w {' '.join(lines)} S" if lines else ""


def _lines(kind: str, box: Box) -> list[str]:
    """Lines on a grid of the whole sheet, so that neighbours of one office join."""
    west, south, east, north = box
    if kind == "level":
        return [f"{west:.1f} {at:.1f} m {east:.1f} {at:.1f} l" for at in _steps(south, north)]
    if kind == "upright":
        return [f"{at:.1f} {south:.1f} m {at:.1f} {north:.1f} l" for at in _steps(west, east)]
    tall, slope = north - south, 1 if kind == "rising" else -1
    low, high = (south, north) if slope > 0 else (north, south)
    return [f"{at:.1f} {low:.1f} m {at + tall:.1f} {high:.1f} l" for at in _slanted(west - tall, east, slope * south)]


def _steps(least: float, most: float) -> list[float]:
    first = int(least // _PITCH)
    return [place * _PITCH for place in range(first, int(most // _PITCH) + 2)]


def _slanted(least: float, most: float, shift: float) -> list[float]:
    return [at + shift % _PITCH for at in _steps(least, most)]


def _number_at(points: Sequence[tuple[float, float]], text: str) -> tuple[float, float, str, bool]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    small = max(max(xs) - min(xs), max(ys) - min(ys)) < _SMALLEST
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, text, small


def _put_number(paper: Paper, x: float, y: float, text: str, *, ringed: bool) -> None:
    """On white, so that the hatch does not run through it; a tiny territory gets a frame."""
    paper.drawn(f"q 1 g {x - 3.2:.2f} {paper.sheet.height - y - 4.2:.2f} 6.4 8.4 re f Q")
    if ringed:
        paper.frame(x - 3.8, y - 4.8, 7.6, 9.6, 0.4)
    paper.text(x - 6, y + 2.7, text, _NUMBER, width=12, alignment=Alignment.CENTRE)


def _legend(paper: Paper, sheet: MapSheet, left: float, top: float) -> None:
    for place, name in enumerate(sheet.legend):
        y = top + place * 20
        _swatch(paper, left, y, Standing.COVERED, place + 1)
        paper.text(left + 34, y + 10, name, _SMALL)
    said = sheet.standings
    parts = sorted({number for standing, number in sheet.countries.values() if standing is Standing.PART})
    others = [(Standing.PART, number, f"{number}　{said[Standing.PART]}") for number in parts]
    others += [(Standing.ASKED, 0, f"？　{said[Standing.ASKED]}"), (Standing.NOBODY, 0, said[Standing.NOBODY])]
    for place, (standing, number, name) in enumerate(others):
        y = top + place * 20
        _swatch(paper, left + 190, y, standing, number)
        paper.text(left + 224, y + 10, name, _SMALL)


def _swatch(paper: Paper, x: float, y: float, standing: Standing, number: int) -> None:
    corners = [(x, y), (x + 26, y), (x + 26, y + 14), (x, y + 14)]
    paper.drawn(_land(corners, paper.sheet.height, standing, number))
