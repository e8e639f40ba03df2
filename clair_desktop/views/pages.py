"""Scrolling through the pages of a PDF by keyboard and mouse, at any size."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea

from clair_desktop.views.page_column import BETWEEN, Fit, PageColumn
from clair_desktop.views.pdf_pages import PdfPages

__all__ = ["PageView", "PdfPages"]

_STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)  # percent of the size on paper
_CONTROL = Qt.KeyboardModifier.ControlModifier


class PageView(QScrollArea):
    """PageUp and PageDown go page by page, Ctrl with Home and End to the first and last; Ctrl with +, - and 0 zooms."""

    def __init__(self) -> None:
        super().__init__()
        self.column = PageColumn()
        self.moved: Callable[[], None] = lambda: None  # another page, or another size, is looked at
        self.setWidget(self.column)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved())

    def show_pages(self, pages: PdfPages | None) -> None:
        self.column.show_pages(pages)
        self.column.lay(self.viewport().size())
        self.verticalScrollBar().setValue(0)
        self.moved()

    def page(self) -> int:
        return self.column.page_at(self.verticalScrollBar().value() + BETWEEN)

    def percent(self) -> int:
        return self.column.percent(self.page()) if self.column.count() else 100

    def go_to_page(self, number: int) -> None:
        if self.column.count():
            target = min(self.column.count() - 1, max(0, number))
            self.verticalScrollBar().setValue(self.column.top_of(target))

    def go_to_place(self, number: int, place: QRectF) -> None:
        """Scrolls only as far as it takes for the place to be seen."""
        seen = self.column.on_screen(number, place)
        self.ensureVisible(int(seen.center().x()), int(seen.center().y()), 60, min(120, self.viewport().height() // 3))

    def fit(self, fit: Fit) -> None:
        self.column.fit = fit
        self.column.zoom = 1.0
        self._lay_anew()

    def zoom_to(self, percent: float) -> None:
        self.column.fit, self.column.scale = Fit.OWN, self.column.factor_of_percent(percent)
        self._lay_anew()

    def zoom_in(self) -> None:
        now = self.percent()
        self.zoom_to(next((step for step in _STEPS if step > now), _STEPS[-1]))

    def zoom_out(self) -> None:
        now = self.percent()
        self.zoom_to(next((step for step in reversed(_STEPS) if step < now), _STEPS[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if act := self._acts(event):
            act()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL and event.angleDelta().y():
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or self.column.fit is Fit.PAGE:
            self._lay_anew()

    def _acts(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, control = Qt.Key(event.key()), bool(event.modifiers() & _CONTROL)
        plain: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to_page(self.page() + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to_page(self.page() - 1),
            Qt.Key.Key_Home: lambda: self.go_to_page(0),
            Qt.Key.Key_End: lambda: self.go_to_page(self.column.count() - 1),
        }
        zooms: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,  # the same key without Shift
            Qt.Key.Key_Semicolon: self.zoom_in,  # the key of + on a Japanese keyboard
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: lambda: self.zoom_to(100),
        }
        return (zooms if control else plain).get(key) or (plain.get(key) if control else None)

    def _lay_anew(self) -> None:
        """What was at the upper edge stays there."""
        number, share = self.page(), 0.0
        if self.column.count():
            place = self.column.place_of(number)
            share = (self.verticalScrollBar().value() - place.top()) / place.height()
        self.column.lay(self.viewport().size())
        if self.column.count():
            place = self.column.place_of(number)
            self.verticalScrollBar().setValue(round(place.top() + share * place.height()))
        self.moved()
