"""What of a page is seen, and how large."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

MM = 72 / 25.4


def visible_box(page: "pikepdf.Page") -> tuple[float, float, float, float]:
    """Viewers show no more of the crop box than lies in the media box."""
    crop, media = ([float(edge) for edge in box] for box in (page.cropbox, page.mediabox))
    xs, ys = sorted(crop[::2]), sorted(crop[1::2])
    media_xs, media_ys = sorted(media[::2]), sorted(media[1::2])
    return max(xs[0], media_xs[0]), max(ys[0], media_ys[0]), min(xs[1], media_xs[1]), min(ys[1], media_ys[1])


def shown_size(page: "pikepdf.Page") -> tuple[float, float]:
    """Width and height in millimetres as the page is seen, whatever its boxes, rotation and unit."""
    x0, y0, x1, y1 = visible_box(page)
    unit = float(page.obj.get("/UserUnit", 1)) / MM
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    return (height, width) if int(page.obj.get("/Rotate", 0)) % 180 else (width, height)
