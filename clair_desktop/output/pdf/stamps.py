"""Running numbers and 見本 on pages that were made elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clair_desktop.output.pdf.watermark import watermark

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class Stamp:
    """What goes on every bound page: text in fonts the pack already embeds, and the outlines of 見本 if it is one."""

    runs: Sequence[tuple[str, str]]  # font resource and hex code of each character
    width: float
    size: float = 9


def stamp(page: "pikepdf.Page", text: Stamp, fonts: "pikepdf.Object", sample: str) -> None:
    """Put a page's running number at its visible foot, right, whatever its boxes, rotation and unit.

    ``fonts`` are the pack's own; ``sample`` is the word drawn palely across a sample, or empty.
    """
    import pikepdf

    width, height, matrix = upright(page)
    x, y = width - 12 * 72 / 25.4 - text.width, 7 * 72 / 25.4
    shown = " ".join(f"{_own(font)} {text.size} Tf <{code}> Tj" for font, code in text.runs)
    white = f"1 g {x - 3:.2f} {y - 3:.2f} {text.width + 6:.2f} {text.size + 5:.2f} re f"
    drawn = [f"Q q {matrix} cm {white} 0 g BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET"]
    if sample:
        drawn.append(f"/ClairPale gs {watermark(sample, width, height)}")
        pale = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
        _resources(page, "/ExtGState")["/ClairPale"] = pale
    for name in {font for font, _ in text.runs}:
        _resources(page, "/Font")[_own(name)] = fonts[name]
    page.contents_add(b"q", prepend=True)
    page.contents_add(" ".join((*drawn, "Q")).encode())


def upright(page: "pikepdf.Page") -> tuple[float, float, str]:
    """The visible width and height in points, and the matrix from upright points to the page's own space."""
    x0, y0, x1, y1 = _box(page)
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


def _box(page: "pikepdf.Page") -> tuple[float, float, float, float]:
    """The visible part of the page: viewers show no more of the crop box than lies in the media box."""
    crop, media = ([float(edge) for edge in box] for box in (page.cropbox, page.mediabox))
    xs, ys = sorted(crop[::2]), sorted(crop[1::2])
    media_xs, media_ys = sorted(media[::2]), sorted(media[1::2])
    return max(xs[0], media_xs[0]), max(ys[0], media_ys[0]), min(xs[1], media_xs[1]), min(ys[1], media_ys[1])


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
