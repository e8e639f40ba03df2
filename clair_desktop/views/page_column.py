"""The pages of a PDF below one another: only those in sight are drawn, with marks upon them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from clair_desktop.views import theme
from clair_desktop.views.drawings import Drawings
from clair_desktop.views.pdf_pages import POINTS, PdfPages

BETWEEN = 12
_KEPT_BYTES = 96_000_000
_SCREEN = 96  # logical dots per inch, at which a page is as large as on paper


class Fit(Enum):
    """How large pages are: as the room is wide, whole in the room, or at a size of their own."""

    WIDTH = "width"
    PAGE = "page"
    OWN = "own"


class Look(Enum):
    """What a mark says: found, found and turned to, differing from before."""

    FOUND = "found"
    CURRENT = "current"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place of a page, in points from its upper left."""

    page: int
    place: QRectF
    look: Look


class PageColumn(QWidget):
    """``zoom`` is the share of the room's width that a page takes where it fits the width; ``scale`` is of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._drawings = Drawings(self, _KEPT_BYTES, self._drawn)
        self._places: list[QRectF] = []
        self._bottoms: list[float] = []
        self._layers: dict[str, Sequence[Mark]] = {}
        self._marks: dict[int, list[Mark]] = {}
        self.zoom, self.scale, self.fit = 1.0, 1.0, Fit.WIDTH
        self.pressed: Callable[[int, QPointF], None] = _nothing_there
        self.leads: Callable[[int, QPointF], str] = _leads_nowhere
        self.setMouseTracking(True)

    def show_pages(self, pages: PdfPages | None) -> None:
        if self._pages is not None and self._pages is not pages:
            self._pages.close()
        self._pages = pages
        self._layers, self._marks = {}, {}
        self._drawings.look_at(pages)

    def pages(self) -> PdfPages | None:
        return self._pages

    def lay(self, room: QSize) -> None:
        """Places the pages for a room of this size."""
        sizes = self._pages.sizes if self._pages else []
        drawn = [self._drawn_size(size.width(), size.height(), room) for size in sizes]
        widest = max([room.width() - 2 * BETWEEN, *(width for width, _height in drawn)])
        self._places, top = [], float(BETWEEN)
        for width, height in drawn:
            self._places.append(QRectF(BETWEEN + (widest - width) / 2, top, width, height))
            top += height + BETWEEN
        self._bottoms = [place.bottom() for place in self._places]
        self.setFixedSize(int(widest + 2 * BETWEEN), int(top))
        self.update()

    def count(self) -> int:
        return len(self._places)

    def place_of(self, number: int) -> QRectF:
        return self._places[number]

    def top_of(self, number: int) -> int:
        return int(self._places[number].top()) - BETWEEN

    def page_at(self, y: int) -> int:
        return min(bisect_right(self._bottoms, y), max(0, len(self._places) - 1))

    def percent(self, number: int) -> int:
        """How large a page is shown, beside its size on paper."""
        if self._pages is None:
            return 100
        return round(self._factor(number) * POINTS / _SCREEN * 100)

    def factor_of_percent(self, percent: float) -> float:
        return percent / 100 * _SCREEN / POINTS

    def mark(self, marks: Sequence[Mark], layer: str = "found") -> None:
        """The marks of one layer, in place of those it had; the other layers keep theirs."""
        self._layers[layer] = marks
        self._marks = {}
        for one in (one for held in self._layers.values() for one in held):
            self._marks.setdefault(one.page, []).append(one)
        self.update()

    def on_screen(self, number: int, place: QRectF) -> QRectF:
        """A place of a page, where it stands in this column."""
        factor, corner = self._factor(number), self._places[number].topLeft()
        return QRectF(corner + place.topLeft() * factor, place.size() * factor)

    def pictured_bytes(self) -> int:
        """What the pictures of pages take in memory."""
        return self._drawings.kept_bytes()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(theme.current().background))
        seen = self.visibleRegion().boundingRect().united(event.rect())
        self._drawings.only(self._within(seen.top(), seen.bottom()))
        for number in self._within(event.rect().top(), event.rect().bottom()):
            self._paint_page(painter, number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (at := self._spot(event.position())):
            self.pressed(*at)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._spot(event.position())
        told = self.leads(*at) if at else ""
        self.setToolTip(told)
        self.setCursor(Qt.CursorShape.PointingHandCursor if told else Qt.CursorShape.ArrowCursor)

    def _paint_page(self, painter: QPainter, number: int) -> None:
        place = self._places[number]
        painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(theme.current().line))
        picture = self._drawings.picture(number, self._factor(number) * POINTS * self.devicePixelRatioF())
        if picture is None:
            painter.fillRect(place, QColor("white"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number + 1))
            return
        painter.drawImage(place, picture)
        for mark in self._marks.get(number, ()):
            _paint_mark(painter, self.on_screen(number, mark.place), mark.look)

    def _within(self, top: float, bottom: float) -> range:
        first = bisect_right(self._bottoms, top)
        last = first
        while last < len(self._places) and self._places[last].top() <= bottom:
            last += 1
        return range(first, last)

    def _spot(self, at: QPointF) -> tuple[int, QPointF] | None:
        number = bisect_right(self._bottoms, at.y())
        if number >= len(self._places) or not self._places[number].contains(at):
            return None
        return number, (at - self._places[number].topLeft()) * (1 / self._factor(number))

    def _factor(self, number: int) -> float:
        """Logical dots for a point of the page."""
        return self._places[number].width() / self._pages.sizes[number].width() if self._pages else 1.0

    def _drawn_size(self, width: float, height: float, room: QSize) -> tuple[float, float]:
        by_width = max(120.0, (room.width() - 2 * BETWEEN) * self.zoom) / width
        by_height = max(120.0, room.height() - 2 * BETWEEN) / height
        factor = {Fit.WIDTH: by_width, Fit.PAGE: min(by_width, by_height), Fit.OWN: self.scale}[self.fit]
        return width * factor, height * factor

    def _drawn(self, number: int) -> None:
        if number < len(self._places):
            self.update(self._places[number].toAlignedRect())


def _paint_mark(painter: QPainter, place: QRectF, look: Look) -> None:
    """A mark is a ground and a line, so that it is seen without colour too; paper stays white in every theme."""
    line = {Look.FOUND: "#b58900", Look.CURRENT: "#ac3e00", Look.CHANGED: "#ce0000"}[look]
    ground = QColor(line)
    ground.setAlpha({Look.FOUND: 50, Look.CURRENT: 90, Look.CHANGED: 20}[look])
    around = place.adjusted(-1, -1, 1, 1)
    painter.fillRect(around, ground)
    painter.setPen(QPen(QColor(line), 2.0 if look is Look.CURRENT else 1.0))
    painter.drawRect(around)


def _nothing_there(_page: int, _at: QPointF) -> None:
    """Where a press leads nowhere."""


def _leads_nowhere(_page: int, _at: QPointF) -> str:
    return ""
