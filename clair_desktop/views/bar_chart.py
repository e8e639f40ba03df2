"""Bars drawn by ourselves: each with its name before it and its figure behind it, so that no colour need be told apart."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clair_desktop.views import theme

Bar = tuple[str, int]  # a name and its figure, which is not below nothing
_BAR, _PITCH, _EDGE = 16, 28, 12  # pixels: a bar's height, from bar to bar, around all of them


class BarChart(QWidget):
    """Lies on its side, one bar below the other; a screen reader is told every name and figure."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, title: str, bars: Sequence[Bar]) -> None:
        self._bars = bars
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(f"{name}: {figure:,}" for name, figure in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 2 * _EDGE + _PITCH * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(theme.CAPTION))
        for room, bar in zip(self.bars_drawn(), self._bars, strict=True):
            self._draw(painter, room, bar)
        painter.end()

    def bars_drawn(self) -> list[QRectF]:
        """Where the bars stand, as long as their figures are great; nothing is a bar of no length."""
        metrics = QFontMetrics(theme.font(theme.CAPTION))
        names = self._names(metrics)
        figures = max((metrics.horizontalAdvance(f"{figure:,}") for _name, figure in self._bars), default=0)
        room = max(0.0, self.width() - 2 * _EDGE - names - figures - 2 * theme.SPACE)
        most = max((figure for _name, figure in self._bars), default=0) or 1
        left, top = _EDGE + names + theme.SPACE, _EDGE + (_PITCH - _BAR) / 2
        return [
            QRectF(left, top + place * _PITCH, room * figure / most, _BAR)
            for place, (_name, figure) in enumerate(self._bars)
        ]

    def _names(self, metrics: QFontMetrics) -> float:
        widest = max((metrics.horizontalAdvance(name) for name, _figure in self._bars), default=0)
        return min(widest, self.width() * 0.4)

    def _draw(self, painter: QPainter, room: QRectF, bar: Bar) -> None:
        worn, metrics = theme.current(), QFontMetrics(painter.font())
        top, names = room.top() - (_PITCH - _BAR) / 2, self._names(metrics)
        name, figure = bar
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(worn.text))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(names))
        painter.drawText(QRectF(_EDGE, top, names + 1, _PITCH), middle | Qt.AlignmentFlag.AlignRight, shown)
        painter.fillRect(room, QColor(worn.primary))
        behind = QRectF(room.right() + 6, top, self.width() - room.right() - 6, _PITCH)
        painter.drawText(behind, middle | Qt.AlignmentFlag.AlignLeft, f"{figure:,}")
