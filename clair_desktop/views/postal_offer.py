"""Addresses offered to whoever types a postal code: nothing is put in unasked, and Ctrl+Z takes it out again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QPlainTextEdit

from clair_desktop.domain.postal import begun_code, code_at_end

TextBox = QLineEdit | QPlainTextEdit
Suggests = Callable[[str], Sequence[str]]
WHOLE_CODE = 7
_MOST_SEEN = 10


class PostalOffer(QObject):
    """Of a box. The code just typed before the cursor is replaced by the address one chooses, and nothing else is.

    ``takes`` does something else with the chosen one; then the box holds a code and nothing besides.
    """

    def __init__(
        self,
        box: TextBox,
        suggests: Suggests,
        *,
        taken: Callable[[], None] | None = None,
        takes: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(box)
        self._box, self._suggests, self._taken, self._takes = box, suggests, taken, takes
        self._code = ""
        self._offered = QStringListModel(self)
        self._made: QCompleter | None = None
        if isinstance(box, QLineEdit):
            box.textEdited.connect(lambda _text: self._offer())
        else:
            box.textChanged.connect(self._offer)

    @property
    def popup(self) -> QAbstractItemView:
        return self._completer().popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QAbstractItemView) and isinstance(event, QKeyEvent):
            chosen, pressed = watched.currentIndex(), event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen.isValid():
                watched.hide()
                self._take(str(chosen.data()))
                return True
            if pressed and event.key() == Qt.Key.Key_Escape:
                watched.hide()
                return True
        return super().eventFilter(watched, event)

    def offered(self) -> list[str]:
        """What is offered now."""
        return self._offered.stringList() if self._is_open() else []

    def _offer(self) -> None:
        if not self._box.hasFocus() or self._box.isReadOnly():
            return
        before = self._before_cursor()
        code = begun_code(before) if self._takes else code_at_end(before)
        found = list(self._suggests(code)) if len([one for one in code if one.isdigit()]) == WHOLE_CODE else []
        if not found:
            if self._is_open():
                self.popup.hide()
            return
        self._code = code
        self._offered.setStringList(found)
        self._completer().complete()

    def _is_open(self) -> bool:
        return self._made is not None and self._made.popup().isVisible()

    def _completer(self) -> QCompleter:
        """Made at the first offer: a form has a hundred boxes, and few of them are ever typed a code into."""
        if self._made is None:
            self._made = QCompleter(self._offered, self)
            self._made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self._made.setMaxVisibleItems(_MOST_SEEN)
            self._made.setWidget(self._box)
            self._made.activated.connect(self._take)
            self._made.popup().installEventFilter(self)  # before its own, which would give Enter to the box first
        return self._made

    def _before_cursor(self) -> str:
        if isinstance(self._box, QLineEdit):
            return self._box.text()[: self._box.cursorPosition()]
        cursor = self._box.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _take(self, text: str) -> None:
        if self._takes:
            self._takes(text)
        elif self._before_cursor().endswith(self._code):
            self._replace(text)
            if self._taken:
                self._taken()

    def _replace(self, text: str) -> None:
        """In one step of the box's own undo."""
        if isinstance(self._box, QLineEdit):
            self._box.setSelection(self._box.cursorPosition() - len(self._code), len(self._code))
            self._box.insert(text)
            return
        cursor = self._box.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(self._code))
        cursor.insertText(text)
        self._box.setTextCursor(cursor)
