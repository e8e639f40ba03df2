"""Whether pages look alike, however they are written: for files that another program has made anew from ours."""

from pathlib import Path
from typing import Any

_BLOCK = 4  # points; a tick is about five
_DIFFERENT = 90  # of 255, on the average of one block: another program's edges give up to 65, a tick or digit 119


def unlike_pages(found: Path, wanted: Path) -> list[int]:
    """The pages, from 1, on which anything as large as a tick looks otherwise; both have as many pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(found) as one, pypdfium2.PdfDocument(wanted) as other:
        return [number + 1 for number in range(len(one)) if not _alike(_seen(one[number]), _seen(other[number]))]


def _seen(page: Any) -> Any:
    image = page.render(scale=1, grayscale=True).to_pil()
    page.close()
    return image.reduce(_BLOCK)


def _alike(one: Any, other: Any) -> bool:
    from PIL import ImageChops

    if any(abs(a - b) > 1 for a, b in zip(one.size, other.size, strict=True)):
        return False
    difference = ImageChops.difference(one, other.resize(one.size)).tobytes()  # one byte per block
    return max(difference, default=0) <= _DIFFERENT
