"""Cells that hold a tag: a few words in a frame, in the colour of their tone."""

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from clair_desktop.views import theme

Index = QModelIndex | QPersistentModelIndex
TAG = Qt.ItemDataRole.UserRole + 1  # (words, tone), or None for a cell of plain text
_AROUND = 30  # pixels of frame and cell beside a tag's words


class TagDelegate(QStyledItemDelegate):
    """Draws a tag as words in a frame; cells without one as text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(TAG):
            cast("Any", option).text = ""  # Qt's stubs leave an option's attributes out

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A tag's words need their own room, which Qt, finding no text in the cell, does not see."""
        hint = super().sizeHint(option, index)
        if told := index.data(TAG):
            wide = QFontMetrics(theme.font(theme.CAPTION)).horizontalAdvance(told[0]) + _AROUND
            hint.setWidth(max(hint.width(), wide))
        return hint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if told := index.data(TAG):
            room = QRectF(cast("Any", option).rect).adjusted(8, 0, -4, 0)
            draw_tag(painter, room, told[0], told[1], theme.font(theme.CAPTION))


def draw_tag(painter: QPainter, room: QRectF, told: str, tone: str, fount: QFont) -> None:
    """Words in a frame at the left of the room; without a tone, words alone."""
    worn, metrics = theme.current(), QFontMetrics(fount)
    told = metrics.elidedText(told, Qt.TextElideMode.ElideRight, int(room.width()) - 16)
    height = metrics.height() + 5
    frame = QRectF(room.left(), room.center().y() - height / 2, metrics.horizontalAdvance(told) + 16, height)
    painter.save()
    painter.setFont(fount)
    painter.setPen(QColor(getattr(worn, tone) if tone else worn.sub))
    if tone:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(getattr(worn, f"{tone}_soft")))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, told)
    painter.restore()
