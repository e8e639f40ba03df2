"""The window's own line icons: SVG files tinted with a colour of the theme, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from clair_desktop.support.resources import resource

_DRAWN_IN = "#1a1a1a"  # the colour the files hold


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg = QSvgRenderer(QByteArray(_drawing(name).replace(_DRAWN_IN, colour).encode()))
    svg.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def icon(name: str, colour: str, *, chosen: str | None = None, size: int = 20) -> QIcon:
    """The icon at the usual scales; ``chosen`` is its colour while its button is on."""
    made = QIcon()
    for scale in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(name, colour, size, scale))
        if chosen:
            made.addPixmap(pixmap(name, chosen, size, scale), QIcon.Mode.Normal, QIcon.State.On)
    return made
