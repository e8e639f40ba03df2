"""What of a page is seen, and how large."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

MM = 72 / 25.4


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
    x0, y0, x1, y1 = visible_box(page)
    unit = float(page.obj.get("/UserUnit", 1)) / MM
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    return (height, width) if int(page.obj.get("/Rotate", 0)) % 180 else (width, height)
