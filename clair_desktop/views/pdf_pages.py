"""A PDF as pdfium reads it: pages drawn from the very file, their words, and where on the page the words stand."""

from collections.abc import Iterator
from ctypes import c_int
from math import ceil
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from clair_desktop.domain.searched import Passage, says

POINTS = 72
_LEAD, _TRAIL = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class PdfPages:
    """A PDF in memory, so that its file is free while it is looked at. Places are points from a page's upper left."""

    def __init__(self, path: Path) -> None:
        from pypdfium2 import PdfDocument

        self._document = PdfDocument(path.read_bytes())
        self.sizes = [QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))]

    def __len__(self) -> int:
        return len(self.sizes)

    def draw(self, number: int, dots_per_inch: float) -> QImage:
        return self._drawn(number, dots_per_inch / POINTS)

    def strips(self, number: int, dots_per_inch: float, rows: int) -> Iterator[tuple[int, QImage]]:
        """The page in strips of so many rows of dots, each with its first row: fine dots are never all in memory."""
        scale = dots_per_inch / POINTS
        height = ceil(self.sizes[number].height() * scale)
        for first in range(0, height, rows):
            rest = max(0, height - first - rows)
            # pdfium rounds what is cut off up; half a row less is the very row.
            yield first, self._drawn(number, scale, max(0, rest - 0.5) / scale, max(0, first - 0.5) / scale)

    def text(self, number: int) -> str:
        """The words of a page, for those who cannot see it."""
        page = self._document[number]
        held = page.get_textpage()
        told: str = held.get_text_bounded()
        held.close()
        page.close()
        return told

    def find(self, number: int, wanted: str) -> list[list[QRectF]]:
        """Where a page says what is wanted: for each place, its parts line by line."""
        page = self._document[number]
        held = page.get_textpage()
        try:
            if not says(held.get_text_range(), wanted):
                return []
            units = [_raw().FPDFText_GetUnicode(held, index) for index in range(held.count_chars())]
            starts, characters = _characters(units)
            found = Passage(characters).places(wanted)
            spans = [(starts[first], starts[last + 1]) for first, last in found]
            return [[_seen(page, box) for box in _boxes(held, first, end)] for first, end in spans]
        finally:
            held.close()
            page.close()

    def close(self) -> None:
        self._document.close()

    def _drawn(self, number: int, scale: float, below: float = 0, above: float = 0) -> QImage:
        page = self._document[number]
        bitmap = page.render(scale=scale, crop=(0, below, 0, above), rev_byteorder=True, prefer_bgrx=True)
        drawn = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
        bitmap.close()
        page.close()
        return drawn


def _raw() -> Any:
    from pypdfium2 import raw

    return raw


def _characters(units: list[int]) -> tuple[list[int], list[str]]:
    """Characters with where each begins and the last ends; a kanji of plane 2 may come in two halves."""
    starts: list[int] = []
    characters: list[str] = []
    index = 0
    while index < len(units):
        code = units[index]
        starts.append(index)
        index += 1
        if code in _LEAD and index < len(units) and units[index] in _TRAIL:
            code = 0x10000 + ((code - 0xD800) << 10) + units[index] - 0xDC00
            index += 1
        characters.append(chr(code))
    return [*starts, len(units)], characters


def _boxes(held: Any, first: int, end: int) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of the places that these characters fill, in the page's own coordinates."""
    return [held.get_rect(number) for number in range(held.count_rects(first, end - first))]


def _seen(page: Any, box: tuple[float, float, float, float]) -> QRectF:
    """The place as the page is seen: turned as it says, from the upper left of what it shows."""
    raw = _raw()
    width, height = page.get_size()
    corners = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = c_int(), c_int()
        raw.FPDF_PageToDevice(page, 0, 0, round(width * 100), round(height * 100), 0, x, y, across, down)
        corners.append((across.value / 100, down.value / 100))
    (x1, y1), (x2, y2) = corners
    return QRectF(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
