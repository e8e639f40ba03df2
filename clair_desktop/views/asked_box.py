"""One question outside a case: its label above, the box, and under it what is wrong with what was typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from clair_desktop.views.elements import column, keyed, label, mark

Box = QLineEdit | QComboBox | QPlainTextEdit


class Line(QLineEdit):
    """One line. Enter does ``done`` or goes on to the next box, but never while an input method is composing."""

    def __init__(self, done: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._done = done
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._composing:
            return
        elif self._done:
            self._done()
        else:
            self.focusNextPrevChild(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composing = False


class AskedBox(QWidget):
    """Label, support text, box and complaint; the box carries all of them for a screen reader."""

    def __init__(self, box: Box, *, width: int = 0) -> None:
        super().__init__()
        self.box = box
        self._label = label()
        self._label.setTextFormat(Qt.TextFormat.AutoText)
        self._label.setBuddy(box)
        self._note, self._complaint = label(name="mute", wraps=True), label(name="error", wraps=True)
        self._note.hide()
        self._complaint.hide()
        if width:
            box.setMaximumWidth(width)
        self.setLayout(column(self._label, self._note, box, self._complaint, gap=3))

    def name(self, text: str, key: str = "", note: str = "") -> None:
        """Gives the question its words; ``key`` is its access key."""
        self._label.setText(keyed(text, key) if key else text)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(note)

    def complain(self, text: str) -> None:
        """Says what is wrong and goes there, or with an empty text that nothing is."""
        self.tell(text)
        if text:
            self.box.setFocus()
            _bring_into_sight(self)

    def tell(self, text: str) -> None:
        """Says what is wrong while somebody may be typing elsewhere."""
        self._complaint.setText(text)
        self._complaint.setVisible(bool(text))
        self.box.setAccessibleDescription(text or self._note.text())
        mark(self.box, "invalid", bool(text))


def _bring_into_sight(widget: QWidget) -> None:
    """Qt scrolls to a box that Tab reaches, not to one that is sent the focus."""
    over = widget.parentWidget()
    while over is not None and not isinstance(over, QScrollArea):
        over = over.parentWidget()
    if over is not None:
        over.ensureWidgetVisible(widget)


def offer(combo: QComboBox, entries: Sequence[tuple[str, object]], chosen: object) -> None:
    """Gives a combo its entries anew, texts with what they stand for, and chooses one."""
    combo.clear()
    for place, (text, value) in enumerate(entries):
        combo.addItem(text, value)
        if value == chosen:
            combo.setCurrentIndex(place)


class AskedLine(AskedBox):
    """A question answered in one line."""

    def __init__(self, done: Callable[[], None] | None = None, *, width: int = 0) -> None:
        self.line = Line(done)
        super().__init__(self.line, width=width)

    def text(self) -> str:
        return self.line.text()

    def put(self, text: str) -> None:
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)
