"""The window's own line icons: small SVG files of straight lines, curves and circles, drawn in a colour of the theme.

They are read here rather than by QtSvg, which costs more at the start than all the icons together.
"""

import re
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from clair_desktop.support.resources import resource

_SIDE = 24.0  # of every drawing
_STROKE = 1.9
_PATH = re.compile(r'<path d="([^"]+)"')
_CIRCLE = re.compile(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"')
_WORD = re.compile(r"[A-Za-z]|-?\d*\.?\d+")


@cache
def _drawing(name: str) -> QPainterPath:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    path = QPainterPath()
    for drawn in _PATH.findall(text):
        _follow(path, drawn)
    for x, y, radius in _CIRCLE.findall(text):
        path.addEllipse(QPointF(float(x), float(y)), float(radius), float(radius))
    return path


def _follow(path: QPainterPath, drawn: str) -> None:
    """The path commands M, L, H, V, C and Z; small letters count from where the pen is."""
    words = _WORD.findall(drawn)
    takes = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6}
    command = ""
    while words:
        if words[0].isalpha():
            command = words.pop(0)
        if command in "Zz":
            path.closeSubpath()
            continue
        count = takes[command.upper()]
        figures, words = [float(word) for word in words[:count]], words[count:]
        _stroke(path, command, figures)
        command = {"M": "L", "m": "l"}.get(command, command)


def _stroke(path: QPainterPath, command: str, figures: list[float]) -> None:
    here = path.currentPosition()
    origin = here if command.islower() else QPointF()
    if command in "Hh":
        path.lineTo(origin.x() + figures[0], here.y())
    elif command in "Vv":
        path.lineTo(here.x(), origin.y() + figures[0])
    else:
        points = [QPointF(x, y) + origin for x, y in zip(figures[::2], figures[1::2], strict=True)]
        {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo}[command.upper()](*points)  # type: ignore[operator]


def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    drawn = QPixmap(round(size * scale), round(size * scale))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(drawn.width() / _SIDE, drawn.height() / _SIDE)
    pen = QPen(QColor(colour), _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_drawing(name))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def icon(name: str, colour: str, *, chosen: str | None = None, size: int = 20) -> QIcon:
    """The icon at the screen's scale; ``chosen`` is its colour while its button is on."""
    app = QGuiApplication.instance()
    scale = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0  # of the sharpest screen
    made = QIcon()
    made.addPixmap(pixmap(name, colour, size, scale))
    if chosen:
        made.addPixmap(pixmap(name, chosen, size, scale), QIcon.Mode.Normal, QIcon.State.On)
    return made
