"""Running numbers and 見本 on pages that were made elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from clair_desktop.output.pdf.foreign.boxes import MM
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

        seen = room.page
        spot = free_spot(room, text.width / MM)
        x, y = _place(spot or SPOTS[0], seen.width, seen.height, text.width)
        white = f"1 g {x - 3:.2f} {y - 3:.2f} {text.width + 6:.2f} {text.size + 5:.2f} re f" if spot is None else ""
        drawn = [f"Q q {seen.matrix} cm {white} 0 g BT 1 0 0 1 {x:.2f} {y:.2f} Tm {_shown(text)} ET"]
        if sample:
            drawn.append(f"/ClairPale gs {watermark(sample, seen.width, seen.height)}")
            pale = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
            _resources(page, "/ExtGState")["/ClairPale"] = pale
        there = _resources(page, "/Font")
        for name in {font for font, _ in text.runs}:
            if _own(name) not in there:
                there[_own(name)] = self._fonts[name]
        ours = self._pdf.make_stream(" ".join((*drawn, "Q")).encode())
        page.contents_add(self._saved, prepend=True)
        page.contents_add(ours)


def _shown(text: Stamp) -> str:
    """One operator for each stretch of one font."""
    shown = []
    for font, run in groupby(text.runs, itemgetter(0)):
        shown.append(f"{_own(font)} {text.size} Tf <{''.join(code for _, code in run)}> Tj")
    return " ".join(shown)


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


def _resources(page: "pikepdf.Page", kind: str) -> "pikepdf.Object":
    import pikepdf

    holder = page.obj
    if "/Resources" not in holder:
        holder["/Resources"] = pikepdf.Dictionary()
    resources = holder["/Resources"]
    if kind not in resources:
        resources[kind] = pikepdf.Dictionary()
    return resources[kind]


def _own(font: str) -> str:
    """A name that no font of the foreign page has."""
    return f"/Clair{font[1:]}"
