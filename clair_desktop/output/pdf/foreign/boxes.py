"""What of a page is seen, and how large."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it is seen: points across and up, the user unit, and the matrix from there to the page's own space."""

    width: float
    height: float
    unit: float
    matrix: str


def seen(page: "pikepdf.Page") -> Seen:
    """Whatever the page's boxes, rotation and unit."""
    x0, y0, x1, y1 = visible_box(page)
    unit = float(page.obj.get("/UserUnit", 1))
    one = f"{1 / unit:.6f}".rstrip("0").rstrip(".")
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    match int(page.obj.get("/Rotate", 0)) % 360:
        case 90:
            return Seen(height, width, unit, f"0 {one} -{one} 0 {x1:.2f} {y0:.2f}")
        case 180:
            return Seen(width, height, unit, f"-{one} 0 0 -{one} {x1:.2f} {y1:.2f}")
        case 270:
            return Seen(height, width, unit, f"0 -{one} {one} 0 {x0:.2f} {y1:.2f}")
        case _:
            return Seen(width, height, unit, f"{one} 0 0 {one} {x0:.2f} {y0:.2f}")


def visible_box(page: "pikepdf.Page") -> tuple[float, float, float, float]:
    """Viewers show no more of the crop box than lies in the media box."""
    x0, y0, x1, y1 = _sorted(page.mediabox)
    if "/CropBox" not in page.obj:
        return x0, y0, x1, y1
    left, low, right, high = _sorted(page.cropbox)
    return max(x0, left), max(y0, low), min(x1, right), min(y1, high)


def _sorted(box: "pikepdf.Array") -> tuple[float, float, float, float]:
    """Either corner may come first."""
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def shown_size(page: "pikepdf.Page") -> tuple[float, float]:
    """Width and height in millimetres as the page is seen, whatever its boxes, rotation and unit."""
    shown = seen(page)
    return shown.width / MM, shown.height / MM
