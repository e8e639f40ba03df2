"""Small pieces every page is built of: labels, badges, buttons, cards, lines that flow."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clair_desktop.views import theme
from clair_desktop.views.icons import icon


def label(text: str = "", *, size: int = theme.BODY, bold: bool = False, name: str = "", wraps: bool = False) -> QLabel:
    """A plain-text label; ``name`` chooses its colour in the style sheet (sub, mute, error, required)."""
    made = Paragraph() if wraps else QLabel()
    made.setTextFormat(Qt.TextFormat.RichText if wraps else Qt.TextFormat.PlainText)
    made.setText(text)
    if size != theme.BODY or bold:
        made.setFont(theme.font(size, bold=bold))
    if name:
        made.setObjectName(name)
    if wraps:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class Paragraph(QLabel):
    """Plain text over several lines, with air between them, which a label has only for marked-up text."""

    def setText(self, text: str) -> None:
        self._plain = text
        lines = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
        super().setText(f'<p style="line-height: 130%">{lines}</p>' if text else "")

    def text(self) -> str:
        return self._plain


class FittedLabel(QLabel):
    """One bold line that is shortened in its middle where there is no room; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(theme.HEAD, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def put(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))


class Badge(QLabel):
    """A few words in a coloured frame; the words carry the meaning."""

    def __init__(self, text: str = "", tone: str = "off") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(theme.CAPTION))
        self.setMinimumHeight(self.fontMetrics().height() + 6)  # the frame stays off the words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put(text, tone)

    def put(self, text: str, tone: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        mark(self, "tone", tone)


def button(
    text: str = "", *, name: str = "", drawing: str = "", act: Callable[[], object] | None = None
) -> QPushButton:
    """A button; ``name`` chooses its look (primary, chip, plain, link), ``drawing`` its icon."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if name:
        made.setObjectName(name)
    if drawing:
        worn = theme.current()
        made.setIcon(icon(drawing, worn.on_primary if name == "primary" else worn.primary, size=18))
    if act is not None:
        made.clicked.connect(lambda *_ignored: act())
    return made


def keyed(text: str, key: str) -> str:
    """The text with its access key as is usual in its language: &Save, 保存(&S)."""
    place = text.upper().find(key) if text.isascii() else -1
    return f"{text}(&{key})" if place < 0 else f"{text[:place]}&{text[place:]}"


def tool(drawing: str, act: Callable[[], object]) -> QToolButton:
    """A small button that is only an icon; whoever makes it gives it a tooltip by ``name_tool``."""
    made = QToolButton()
    made.setIcon(icon(drawing, theme.current().sub, size=18))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setMinimumSize(30, 30)
    made.clicked.connect(lambda *_ignored: act())
    return made


def name_tool(made: QWidget, name: str, shortcut: str = "") -> None:
    made.setAccessibleName(name)
    made.setToolTip(f"{name}（{shortcut}）" if shortcut else name)


def name_inner_buttons(line: QLineEdit, fallback: str) -> None:
    """Gives the small buttons inside a line (clear, calendar) the names that Qt leaves out."""
    for inner in line.findChildren(QToolButton):
        named = [action.text() for action in inner.actions() if action.text()]
        inner.setAccessibleName(named[0] if named else fallback)


def mark(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and restyles."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def rule() -> QFrame:
    made = QFrame()
    made.setObjectName("line")
    return made


def row(
    *pieces: QWidget | QLayout | None, gap: int = theme.SPACE, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Pieces side by side; ``None`` is the space that stretches."""
    made = QHBoxLayout()
    _fill(made, pieces, gap, margins)
    return made


def column(
    *pieces: QWidget | QLayout | None, gap: int = theme.SPACE, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Pieces below one another; ``None`` is the space that stretches."""
    made = QVBoxLayout()
    _fill(made, pieces, gap, margins)
    return made


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    pieces: tuple[QWidget | QLayout | None, ...],
    gap: int,
    margins: tuple[int, int, int, int],
) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, QWidget):
            layout.addWidget(piece)
        else:
            layout.addLayout(piece)


def pane(layout: QLayout, name: str = "pane") -> QWidget:
    """A widget with a ground of its own (pane, page, card, bar, head) that holds a layout."""
    made = QWidget()
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(layout)
    return made


def scrolling(content: QWidget, name: str = "pane") -> QScrollArea:
    made = QScrollArea()
    made.setObjectName(name)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(content)
    return made


def shortcut(keys: str | QKeySequence.StandardKey, over: QWidget, act: Callable[[], object]) -> QShortcut:
    made = QShortcut(QKeySequence(keys), over)
    made.activated.connect(act)
    return made


def empty(layout: QLayout) -> None:
    """Removes everything a layout holds; the widgets are destroyed."""
    while (item := layout.takeAt(0)) is not None:
        if (held := item.widget()) is not None:
            held.hide()
            held.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)


class Flow(QLayout):
    """Lays its pieces in lines and breaks them where the width ends, as words in a text."""

    def __init__(self, gap: int = theme.SPACE) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # as above
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            hint.setWidth(min(hint.width(), rect.width()))  # one piece alone is never cut off at the edge
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            tallest = max(tallest, hint.height())
        return y + tallest - rect.y()
