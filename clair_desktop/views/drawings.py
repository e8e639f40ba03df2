"""Pages drawn one at a time between other work of the window, and remembered only as far as memory is spared.

pdfium works in one thread only; a page a time keeps the window answering.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from clair_desktop.views.pdf_pages import POINTS, PdfPages

_MOST_DOTS = 24_000_000  # of one page: 96 MB


class Drawings(QObject):
    """The pictures of one file's pages. ``arrived`` is told the number of each page that was drawn."""

    def __init__(self, over: QObject, most_bytes: int, arrived: Callable[[int], None]) -> None:
        super().__init__(over)
        self._most = most_bytes
        self._arrived = arrived
        self._pages: PdfPages | None = None
        self._kept: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._wanted: dict[int, float] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_next)

    def look_at(self, pages: PdfPages | None) -> None:
        self._pages = pages
        self._kept.clear()
        self._wanted.clear()

    def picture(self, number: int, dots_per_inch: float) -> QImage | None:
        """The page as it was last drawn, if it was; one that is not sharp, or not there, is drawn soon."""
        if self._pages is None:
            return None
        per_inch = self._bearable(number, dots_per_inch)
        kept = self._kept.get(number)
        if kept is None or abs(kept[0] - per_inch) > 0.01:
            self._wanted[number] = per_inch
            self._soon.start()
        else:
            self._wanted.pop(number, None)
        if kept is None:
            return None
        self._kept.move_to_end(number)
        return kept[1]

    def only(self, numbers: Collection[int]) -> None:
        """What has gone out of sight need not be drawn."""
        self._wanted = {number: per_inch for number, per_inch in self._wanted.items() if number in numbers}

    def kept_bytes(self) -> int:
        return sum(image.sizeInBytes() for _per_inch, image in self._kept.values())

    def _bearable(self, number: int, dots_per_inch: float) -> float:
        size = self._pages.sizes[number] if self._pages else None
        dots = size.width() * size.height() * (dots_per_inch / POINTS) ** 2 if size else 0
        return dots_per_inch if dots <= _MOST_DOTS else float(dots_per_inch * (_MOST_DOTS / dots) ** 0.5)

    def _draw_next(self) -> None:
        if self._pages is None or not self._wanted:
            return
        number = next(iter(self._wanted))
        per_inch = self._wanted.pop(number)
        self._kept[number] = per_inch, self._pages.draw(number, per_inch)
        self._kept.move_to_end(number)
        while len(self._kept) > 1 and self.kept_bytes() > self._most:
            self._kept.popitem(last=False)
        self._arrived(number)
        if self._wanted:
            self._soon.start()
