"""The map as a widget: outlines filled with a hatch and a number per office, so that no colour need be told apart."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from clair_desktop.domain.coverage_map import Standing, outlines
from clair_desktop.domain.projection import REGIONS, Region, fit
from clair_desktop.views import theme

HATCHES = (
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.Dense6Pattern,
)
_NEAR = 10  # pixels within which a tiny territory is met
Shown = tuple[Standing, int, str]  # how it stands, the number of its office, what is said of it


class WorldMap(QWidget):
    """Hovering names a country, a click chooses it, the arrow keys go on to the next."""

    country_chosen = Signal(str)
    steps = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Mapping[str, Shown] = {}
        self._chosen = ""
        self.region: Region = REGIONS[0]
        self._drawn: list[tuple[str, QPolygonF]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_countries(self, countries: Mapping[str, Shown]) -> None:
        self._shown = countries
        self.update()

    def show_region(self, region: Region) -> None:
        self.region = region
        self._place()
        self.update()

    def choose(self, code: str) -> None:
        self._chosen = code
        self.setAccessibleDescription(self._shown[code][2] if code in self._shown else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(720, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)

    def country_at(self, place: QPointF) -> str:
        """The country under a point, the smallest first; a tiny one also from beside it."""
        for code, polygon in reversed(self._drawn):
            box = polygon.boundingRect()
            tiny = code in self._shown and self._shown[code][0] is not Standing.NOBODY and _tiny(box)
            if tiny and (box.center() - place).manhattanLength() < _NEAR:
                return code
        found = (code for code, shape in reversed(self._drawn) if shape.containsPoint(place, Qt.FillRule.OddEvenFill))
        return next(found, "")

    def _place(self) -> None:
        lies = fit(self.region, 6, 6, max(self.width() - 12, 1), max(self.height() - 12, 1))
        self._drawn = [
            (one.code, QPolygonF([QPointF(*lies.place(point)) for point in one.points])) for one in outlines()
        ]

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.current().surface))
        for code, polygon in self._drawn:
            self._draw(painter, code, polygon)
        self._draw_numbers(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, code: str, polygon: QPolygonF) -> None:
        standing, number, _said = self._shown.get(code, (Standing.NOBODY, 0, ""))
        draw_land(painter, polygon, standing, number, chosen=bool(code) and code == self._chosen)

    def _draw_numbers(self, painter: QPainter) -> None:
        """Once per country, upon its largest piece."""
        told: set[str] = set()
        for code, polygon in self._drawn:
            standing, number, _said = self._shown.get(code, (Standing.NOBODY, 0, ""))
            if standing is Standing.NOBODY or code in told:
                continue
            told.add(code)
            text = "?" if standing is Standing.ASKED else str(number)
            _draw_number(painter, polygon.boundingRect(), text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if code := self.country_at(event.position()):
            self.country_chosen.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if way:
            self.steps.emit(way)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            code = self.country_at(QPointF(event.pos()))
            said = self._shown[code][2] if code in self._shown else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


def draw_land(painter: QPainter, polygon: QPolygonF, standing: Standing, number: int, *, chosen: bool = False) -> None:
    worn = theme.current()
    grounds = {Standing.COVERED: worn.primary_soft, Standing.PART: worn.surface, Standing.ASKED: worn.warning_soft}
    lines = {Standing.PART: Qt.PenStyle.DashLine, Standing.ASKED: Qt.PenStyle.DotLine}
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn.selection if chosen else grounds.get(standing, worn.line_soft)))
    painter.drawPolygon(polygon)
    painter.setBrush(QBrush(QColor(worn.primary), HATCHES[number - 1]) if number else Qt.BrushStyle.NoBrush)
    line = QColor(worn.error if chosen else worn.input_line)
    painter.setPen(QPen(line, 1.6 if chosen else 0.8, lines.get(standing, Qt.PenStyle.SolidLine)))
    painter.drawPolygon(polygon)


def _tiny(box: QRectF) -> bool:
    return max(box.width(), box.height()) < 9


def _draw_number(painter: QPainter, box: QRectF, text: str) -> None:
    worn = theme.current()
    painter.setFont(theme.font(theme.CAPTION, bold=True))
    plate = QRectF(0, 0, 13, 15)
    plate.moveCenter(box.center())
    painter.setPen(QPen(QColor(worn.text), 1) if _tiny(box) else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn.surface))
    painter.drawRoundedRect(plate, 3, 3)
    painter.setPen(QColor(worn.text))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
