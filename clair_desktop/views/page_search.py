"""Words looked for in the pages: a line to type them in, how many places there are, one place to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import label, name_inner_buttons, name_tool, row, tool
from clair_desktop.views.page_column import Look, Mark
from clair_desktop.views.pages import PageView

_SLICE = 0.02  # seconds of looking, before the window has its turn again
_TYPING_ENDS = 200  # milliseconds


@dataclass(frozen=True, slots=True)
class Hit:
    """One found place; it has several parts where it runs over the end of a line."""

    page: int
    parts: list[QRectF]


class PageSearch(QWidget):
    """Looks through the pages of a view, a few at a time, and marks what is found. Hidden until it is asked for."""

    def __init__(self, view: PageView, chosen: Callable[[Hit], None]) -> None:
        super().__init__()
        self._view = view
        self._chosen = chosen
        self._hits: list[Hit] = []
        self._current: int | None = None
        self._looked = 0  # pages
        self._from = 0  # the page from which the first place is taken
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(120)
        self.line.installEventFilter(self)
        self.count = label(size=theme.CAPTION, name="sub")
        self.before, self.next = tool("up", self.go_back), tool("down", self.go_on)
        self.close_search = tool("close", self.end)
        self._typed = QTimer(self, singleShot=True, interval=_TYPING_ENDS)
        self._typed.timeout.connect(self._begin)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_on)
        self.line.textChanged.connect(lambda _text: self._typed.start())
        layout = row(self.line, self.before, self.next, self.count, self.close_search, margins=(12, 4, 12, 4))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.line.setPlaceholderText(_("Search in the pages"))
        self.line.setAccessibleName(_("Search in the pages"))
        name_inner_buttons(self.line, _("Clear"))
        name_tool(self.before, _("Previous place"), "Shift+F3")
        name_tool(self.next, _("Next place"), "F3")
        name_tool(self.close_search, _("Close the search"), "Esc")
        self._tell()

    def ask(self) -> None:
        """Shows the line with what was looked for, ready to be typed over."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if self.line.text() and not self._hits:
            self._begin()

    def end(self) -> None:
        """The marks go with the line."""
        self._stop()
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def pages_changed(self) -> None:
        """Another file is looked at; what is being looked for is looked for in it too, without turning its pages."""
        self._stop()
        if self.isVisible() and self.line.text().strip():
            self._from = self._view.column.count()  # so that no place is turned to by itself
            self._soon.start()
        self._tell()

    def go_on(self) -> None:
        self._step(1)

    def go_back(self) -> None:
        self._step(-1)

    def current(self) -> Hit | None:
        return None if self._current is None else self._hits[self._current]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return super().eventFilter(watched, event)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enter, control = (Qt.Key.Key_Return, Qt.Key.Key_Enter), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        act: Callable[[], None] | None = None
        if event.key() == Qt.Key.Key_Escape:
            act = self.end
        elif event.key() in enter and control:
            act = self.choose
        elif event.key() in enter:
            act = self.go_back if back else self.go_on
        if act is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True

    def choose(self) -> None:
        """Follows the place that is turned to."""
        if (hit := self.current()) is not None:
            self._chosen(hit)

    def _step(self, by: int) -> None:
        if self._typed.isActive():
            self._begin()
        elif self._hits:
            start = -1 if by > 0 else 0
            self._turn_to(((start if self._current is None else self._current) + by) % len(self._hits))

    def _begin(self) -> None:
        self._stop()
        self._from = self._view.page()
        if self.line.text().strip():
            self._look_on()
        self._tell()

    def _stop(self) -> None:
        self._typed.stop()
        self._soon.stop()
        self._hits, self._current, self._looked = [], None, 0
        self._show_marks()

    def _look_on(self) -> None:
        pages, until = self._view.column.pages(), monotonic() + _SLICE
        while pages is not None and self._looked < len(pages):
            found = pages.find(self._looked, self.line.text())
            self._hits += [Hit(self._looked, parts) for parts in found if parts]
            self._looked += 1
            if monotonic() > until:
                self._soon.start()
                break
        self._turn_to_first()
        self._show_marks()
        self._tell()

    def _turn_to_first(self) -> None:
        """The first place from the page that was looked at when the search began; after the last page, the first."""
        if self._current is not None or not self._hits or self._from >= self._view.column.count():
            return
        ahead = next((place for place, hit in enumerate(self._hits) if hit.page >= self._from), None)
        if ahead is not None or self.is_done():
            self._turn_to(ahead or 0)

    def _turn_to(self, place: int) -> None:
        self._current = place
        hit = self._hits[place]
        self._view.go_to_place(hit.page, hit.parts[0])
        self._show_marks()
        self._tell()

    def _show_marks(self) -> None:
        self._view.column.mark(
            [
                Mark(hit.page, part, Look.CURRENT if place == self._current else Look.FOUND)
                for place, hit in enumerate(self._hits)
                for part in hit.parts
            ]
        )

    def is_done(self) -> bool:
        """Whether every page was looked through."""
        return self._looked >= self._view.column.count()

    def _tell(self) -> None:
        _ = words(self._language)
        there = len(self._hits)
        at = 0 if self._current is None else self._current + 1
        if not self.line.text().strip() or not self._view.column.count():
            told = ""
        elif there:
            told = _("%(at)d of %(n)d") % {"at": at, "n": there}
        else:
            told = _("Not found") if self.is_done() else ""
        if told and not self.is_done():
            told += _(" (still looking)")
        self.count.setText(told)
        self.line.setAccessibleDescription(told)
        for one in (self.before, self.next):
            one.setEnabled(bool(there))
