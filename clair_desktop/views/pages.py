"""Pages of a PDF, drawn from the very file: in the window as they scroll into sight, and on a printer."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from clair_desktop.views import theme

KEPT = 8  # drawn pages that are remembered
BETWEEN = 12
_POINTS = 72


class PdfPages:
    """A PDF in memory, so that its file is free while it is looked at."""

    def __init__(self, path: Path) -> None:
        from pypdfium2 import PdfDocument

        self._document = PdfDocument(path.read_bytes())
        self.sizes = [QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))]

    def __len__(self) -> int:
        return len(self.sizes)

    def draw(self, number: int, dots_per_inch: float) -> QImage:
        page = self._document[number]
        bitmap = page.render(scale=dots_per_inch / _POINTS, rev_byteorder=True, prefer_bgrx=True)
        drawn = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        copied = drawn.copy()
        bitmap.close()
        page.close()
        return copied

    def text(self, number: int) -> str:
        """The words of a page, for those who cannot see it."""
        page = self._document[number]
        held = page.get_textpage()
        told: str = held.get_text_bounded()
        held.close()
        page.close()
        return told

    def close(self) -> None:
        self._document.close()


class PageColumn(QWidget):
    """The pages below one another, as wide as ``zoom`` times the room."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self._places: list[QRectF] = []
        self.zoom = 1.0

    def show_pages(self, pages: PdfPages | None) -> None:
        if self._pages is not None and self._pages is not pages:
            self._pages.close()
        self._pages = pages
        self._drawn.clear()

    def lay(self, width: int) -> None:
        """Places the pages for a room of this width."""
        inner = max(120.0, (width - 2 * BETWEEN) * self.zoom)
        self._places = []
        top = float(BETWEEN)
        for size in self._pages.sizes if self._pages else []:
            place = QRectF(BETWEEN, top, inner, inner * size.height() / size.width())
            self._places.append(place)
            top += place.height() + BETWEEN
        self._drawn.clear()
        self.setFixedSize(int(inner + 2 * BETWEEN), int(top))
        self.update()

    def count(self) -> int:
        return len(self._places)

    def top_of(self, number: int) -> int:
        return int(self._places[number].top()) - BETWEEN

    def page_at(self, y: int) -> int:
        return next((n for n, place in enumerate(self._places) if place.bottom() > y), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.current().background))
        for number, place in enumerate(self._places):
            if place.intersects(QRectF(event.rect())):
                painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(theme.current().line))
                painter.drawImage(place, self._image(number, place))

    def _image(self, number: int, place: QRectF) -> QImage:
        if number in self._drawn:
            self._drawn.move_to_end(number)
            return self._drawn[number]
        if self._pages is None:
            return QImage()
        per_inch = place.width() / self._pages.sizes[number].width() * _POINTS * self.devicePixelRatioF()
        self._drawn[number] = self._pages.draw(number, per_inch)
        if len(self._drawn) > KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[number]


class PageView(QScrollArea):
    """Scrolls through a PDF; PageUp and PageDown go page by page, Ctrl with + and - zooms."""

    def __init__(self) -> None:
        super().__init__()
        self.column = PageColumn()
        self.setWidget(self.column)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pages: PdfPages | None) -> None:
        self.column.show_pages(pages)
        self.column.lay(self.viewport().width())
        self.verticalScrollBar().setValue(0)

    def page(self) -> int:
        return self.column.page_at(self.verticalScrollBar().value() + BETWEEN)

    def zoom_by(self, factor: float) -> None:
        self.column.zoom = min(4.0, max(0.4, self.column.zoom * factor))
        self.column.lay(self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        zooms = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Minus: 0.8}
        key = Qt.Key(event.key())
        if key in steps and self.column.count():
            target = min(self.column.count() - 1, max(0, self.page() + steps[key]))
            self.verticalScrollBar().setValue(self.column.top_of(target))
        elif key in zooms and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(zooms[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.column.lay(event.size().width())
