"""Running numbers and 見本 on pages that were made elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from clair_desktop.output.pdf.foreign.boxes import MM, visible_box
from clair_desktop.output.pdf.foreign.room import EDGE, SPOTS, Room
from clair_desktop.output.pdf.watermark import watermark

if TYPE_CHECKING:
    import pikepdf

_AROUND = 3.0  # millimetres of white between the number and what stands beside it


@dataclass(frozen=True, slots=True)
class Stamp:
    """What goes on every bound page: text in fonts the pack already embeds, and the outlines of 見本 if it is one."""

    runs: Sequence[tuple[str, str]]  # font resource and hex code of each character
    width: float
    size: float = 9


class Pen:
    """Writes on the pages of one pack; ``fonts`` are the pack's own, which all its numbers share."""

    def __init__(self, pdf: "pikepdf.Pdf", fonts: "pikepdf.Object") -> None:
        self._pdf = pdf
        self._fonts = fonts
        self._saved = pdf.make_stream(b"q\n")

    def stamp(self, page: "pikepdf.Page", text: Stamp, room: Room, sample: str) -> None:
        """Put a page's running number in its visible margin where nothing stands, whatever its boxes, rotation, unit.

        ``sample`` is the word drawn palely across a sample, or empty. Where every margin is full the number stands at
        the foot, right, on a white ground.
        """
        import pikepdf

        width, height, matrix = upright(page)
        spot = free_spot(room, text.width / MM)
        x, y = _place(spot or SPOTS[0], width, height, text.width)
        white = f"1 g {x - 3:.2f} {y - 3:.2f} {text.width + 6:.2f} {text.size + 5:.2f} re f" if spot is None else ""
        drawn = [f"Q q {matrix} cm {white} 0 g BT 1 0 0 1 {x:.2f} {y:.2f} Tm {_shown(text)} ET"]
        if sample:
            drawn.append(f"/ClairPale gs {watermark(sample, width, height)}")
            pale = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
            _resources(page, "/ExtGState")["/ClairPale"] = pale
        there = _resources(page, "/Font")
        for name in {font for font, _ in text.runs}:
            if _own(name) not in there:
                there[_own(name)] = self._fonts[name]
        ours = self._pdf.make_stream(" ".join((*drawn, "Q")).encode())
        page.obj["/Contents"] = pikepdf.Array([self._saved, *_contents(page), ours])


def _shown(text: Stamp) -> str:
    """One operator for each stretch of one font."""
    shown = []
    for font, run in groupby(text.runs, itemgetter(0)):
        shown.append(f"{_own(font)} {text.size} Tf <{''.join(code for _, code in run)}> Tj")
    return " ".join(shown)


def _contents(page: "pikepdf.Page") -> list["pikepdf.Object"]:
    import pikepdf

    contents = page.obj.get("/Contents")
    if contents is None:
        return []
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def free_spot(room: Room, width: float) -> str | None:
    """The first spot with room for so many millimetres and a little white around; None where every margin is full."""
    return next((spot for spot, free in zip(SPOTS, room.free, strict=True) if free >= width + _AROUND), None)


def _place(spot: str, width: float, height: float, taken: float) -> tuple[float, float]:
    """Where the text begins: its left end and baseline, from the lower left corner of the upright page."""
    across = {
        "right": width - EDGE * MM - taken,
        "centre": (width - taken) / 2,
        "left": EDGE * MM,
    }
    edge, side = spot.split()
    return across[side], 7 * MM if edge == "foot" else height - 10 * MM


def upright(page: "pikepdf.Page") -> tuple[float, float, str]:
    """The visible width and height in points, and the matrix from upright points to the page's own space."""
    x0, y0, x1, y1 = visible_box(page)
    unit = float(page.obj.get("/UserUnit", 1))
    one = f"{1 / unit:.6f}".rstrip("0").rstrip(".")
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    match int(page.obj.get("/Rotate", 0)) % 360:
        case 90:
            return height, width, f"0 {one} -{one} 0 {x1:.2f} {y0:.2f}"
        case 180:
            return width, height, f"-{one} 0 0 -{one} {x1:.2f} {y1:.2f}"
        case 270:
            return height, width, f"0 -{one} {one} 0 {x0:.2f} {y1:.2f}"
        case _:
            return width, height, f"{one} 0 0 {one} {x0:.2f} {y0:.2f}"


def _resources(page: "pikepdf.Page", kind: str) -> "pikepdf.Object":
    import pikepdf

    if "/Resources" not in page.obj:
        page.obj["/Resources"] = pikepdf.Dictionary()
    if kind not in page.obj["/Resources"]:
        page.obj["/Resources"][kind] = pikepdf.Dictionary()
    return page.obj["/Resources"][kind]


def _own(font: str) -> str:
    """A name that no font of the foreign page has."""
    return f"/Clair{font[1:]}"
