"""Pages with what a reader needs: their numbers and size, small pages beside them, words looked for."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, label, name_tool, row, tool
from clair_desktop.views.page_column import Fit
from clair_desktop.views.page_search import Hit, PageSearch
from clair_desktop.views.pages import PageView
from clair_desktop.views.pdf_pages import PdfPages
from clair_desktop.views.thumbnails import Thumbnails

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def searches(event: QKeyEvent) -> bool:
    """Whether the key is one of those that look for words."""
    find = event.key() == Qt.Key.Key_F and event.modifiers() == _CONTROL
    return find or event.key() == Qt.Key.Key_F3


class PageReader(QWidget):
    """Ctrl+F looks for words, F3 and Shift+F3 go from place to place, F4 shows or hides the small pages."""

    def __init__(self, language: Language, chosen: Callable[[Hit], None] = lambda _hit: None) -> None:
        super().__init__()
        self.view = PageView()
        self.search = PageSearch(self.view, chosen)
        self.small = Thumbnails(self.view.go_to_page)
        self.small.hide()
        self._told = label(size=theme.CAPTION, name="sub")
        self._percent = label(size=theme.CAPTION, name="sub")
        self.turn_small = tool("forms", self.show_small)
        self.turn_small.setCheckable(True)
        self.smaller, self.larger = tool("minus", self.view.zoom_out), tool("plus", self.view.zoom_in)
        self.wide = button(name="chip", act=lambda: self.view.fit(Fit.WIDTH))
        self.whole = button(name="chip", act=lambda: self.view.fit(Fit.PAGE))
        self.look_for = tool("search", self.search.ask)
        for chip in (self.wide, self.whole):
            chip.setCheckable(True)
        zoom = (self.smaller, self._percent, self.larger, self.wide, self.whole)
        bar = row(self.turn_small, self._told, None, *zoom, self.look_for, gap=4, margins=(12, 2, 12, 2))
        beside = row(self.small, self.view, gap=0)
        beside.setStretch(1, 1)
        layout = column(bar, self.search, beside, gap=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.view.moved = self._tell
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.search.set_language(language)
        self.small.set_language(language)
        name_tool(self.turn_small, _("Small pages"), "F4")
        name_tool(self.smaller, _("Smaller"), "Ctrl+-")
        name_tool(self.larger, _("Larger"), "Ctrl++")
        name_tool(self.look_for, _("Search in the pages"), "Ctrl+F")
        self.wide.setText(_("Width"))
        self.wide.setToolTip(_("As wide as the window"))
        self.whole.setText(_("Whole page"))
        self.whole.setToolTip(_("The whole page in the window"))
        self._tell()

    def show_pages(self, pages: PdfPages | None) -> None:
        """The page that was looked at is looked at again, as far as there is one."""
        before = self.view.page()
        self.small.show_pages(None)
        self.view.show_pages(pages)
        self.small.show_pages(pages)
        self.view.go_to_page(before)
        self.search.pages_changed()
        self._tell()

    def show_small(self) -> None:
        self.small.setVisible(self.small.isHidden())
        self.turn_small.setChecked(not self.small.isHidden())
        if not self.small.isHidden():
            self.small.follow(self.view.page())

    def told(self) -> str:
        """Which page is looked at, and how large."""
        return f"{self._told.text()} {self._percent.text()}".strip()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.act_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if act := self.act_for(event):
            act()
        else:
            super().keyPressEvent(event)

    def act_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here, before the window's own keys."""
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_F and held == _CONTROL:
            return self.search.ask
        if key == Qt.Key.Key_F3:
            return self.search.go_back if held & _SHIFT else self.search.go_on
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            return self.search.choose
        return self.show_small if key == Qt.Key.Key_F4 and not held else None

    def _tell(self) -> None:
        _ = words(self._language)
        count, at = self.view.column.count(), self.view.page()
        self._told.setText(_("Page %(page)d of %(pages)d") % {"page": at + 1, "pages": count} if count else "")
        self._percent.setText(f"{self.view.percent()} %" if count else "")
        fit = self.view.column.fit
        self.wide.setChecked(fit is Fit.WIDTH)
        self.whole.setChecked(fit is Fit.PAGE)
        if not self.small.isHidden():
            self.small.follow(at)
