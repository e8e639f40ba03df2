"""A month as it hangs on the wall: a cell a day, with what stands on it as far as it fits."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from clair_desktop.domain.agenda import WEEKDAYS, EntryKind
from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.calendar import CalendarSheet, DayCell, ShownEntry
from clair_desktop.support.i18n import words
from clair_desktop.views import theme

_CELL = Qt.ItemDataRole.UserRole + 1
_PAD = 6
_MOVES: Mapping[int, int] = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
}  # fmt: skip
_TURNS: Mapping[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QTableWidget):
    """Arrows move by a day or a week, Page Up and Down by a month, Home goes to today, Enter into the day's list."""

    def __init__(
        self,
        moves: Callable[[int], None],
        turns: Callable[[int], None],
        chooses: Callable[[date], None],
        enters: Callable[[], None],
        today: Callable[[], None],
    ) -> None:
        super().__init__(6, 7)
        self._moves, self._turns, self._chooses, self._enters, self._today = moves, turns, chooses, enters, today
        self.spoken = Language.JA
        self._showing = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            head.setHighlightSections(False)
        self.verticalHeader().setMinimumSectionSize(52)
        self.setItemDelegate(_DayDelegate(self))
        self.currentCellChanged.connect(self._changed)
        self.cellDoubleClicked.connect(lambda *_place: self._enters())

    def show_sheet(self, sheet: CalendarSheet, language: Language) -> None:
        self.spoken = language
        self._showing = True
        self.setRowCount(len(sheet.weeks))
        self.setHorizontalHeaderLabels([one.in_(language) for one in WEEKDAYS])
        for row, week in enumerate(sheet.weeks):
            for column, cell in enumerate(week):
                item = QTableWidgetItem()
                item.setData(_CELL, (cell, cell.day == sheet.today))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told(cell, language, today=cell.day == sheet.today))
                self.setItem(row, column, item)
        self._showing = False
        self.show_day(sheet.chosen)

    def show_day(self, day: date) -> None:
        """Marks the day, without being told of it."""
        self._showing = True
        for row in range(self.rowCount()):
            for column in range(7):
                if self.cell(row, column).day == day:
                    self.setCurrentCell(row, column)
        self._showing = False

    def cell(self, row: int, column: int) -> DayCell:
        held: tuple[DayCell, bool] = self.model().index(row, column).data(_CELL)
        return held[0]

    def lines(self, cell: DayCell, room: int) -> list[str]:
        """What is written into a day with room for so many lines; what does not fit is counted."""
        shown = [line(one, self.spoken) for one in cell.entries if one.entry.kind is not EntryKind.HOLIDAY]
        if len(shown) <= room:
            return shown
        rest = len(shown) - max(room - 1, 0)
        _ = words(self.spoken)
        return [*shown[: max(room - 1, 0)], _("%(n)d more") % {"n": rest}]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._moves(_MOVES[event.key()])
        elif event.key() in _TURNS:
            self._turns(_TURNS[event.key()])
        elif event.key() == Qt.Key.Key_Home:
            self._today()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enters()
        else:
            super().keyPressEvent(event)

    def _changed(self, row: int, column: int, _row: int, _column: int) -> None:
        if not self._showing and row >= 0:
            self._chooses(self.cell(row, column).day)


class _DayDelegate(QStyledItemDelegate):
    def __init__(self, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._worn = theme.current()
        self._number, self._small = theme.font(bold=True), theme.font(theme.CAPTION)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell, today = index.data(_CELL)
        box = QRectF(option.rect)  # type: ignore[attr-defined]  # Qt's stubs leave an option's attributes out
        chosen = index.row() == self._grid.currentRow() and index.column() == self._grid.currentColumn()
        painter.save()
        painter.fillRect(box, QColor(self._ground(cell)))
        head = QFontMetrics(self._number).height()
        self._head(painter, box, cell, head, today=today)
        painter.setFont(self._small)
        metrics = QFontMetrics(self._small)
        painter.setPen(QColor(self._worn.text if cell.inside else self._worn.mute))
        room = int((box.height() - head - 6) // metrics.height())
        top = box.top() + head + 4
        for text in self._grid.lines(cell, room):
            fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) - 2 * _PAD)
            painter.drawText(QRectF(box.left() + _PAD, top, box.width() - 2 * _PAD, metrics.height()), 0, fitted)
            top += metrics.height()
        if chosen:
            painter.setPen(QPen(QColor(self._worn.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _ground(self, cell: DayCell) -> str:
        if not cell.inside:
            return self._worn.background
        return self._worn.surface if cell.working else self._worn.raised

    def _head(self, painter: QPainter, box: QRectF, cell: DayCell, height: int, *, today: bool) -> None:
        """The number, today in a frame, and why the branch is closed."""
        number = str(cell.day.day) if cell.inside else f"{cell.day.month}/{cell.day.day}"
        painter.setFont(self._number)
        width = QFontMetrics(self._number).horizontalAdvance(number)
        place = QRectF(box.left() + _PAD, box.top() + 2, width, height)
        if today:
            painter.setPen(QPen(QColor(self._worn.primary), 1.5))
            painter.drawRoundedRect(place.adjusted(-4, 0, 4, 0), 4, 4)
        painter.setPen(QColor(self._worn.mute if not cell.inside else self._worn.text))
        painter.drawText(place, 0, number)
        if cell.closed:
            painter.setFont(self._small)
            painter.setPen(QColor(self._worn.error if cell.inside else self._worn.mute))
            left = place.right() + 10
            room = QRectF(left, box.top() + 2, box.right() - left - 4, height)
            fitted = QFontMetrics(self._small).elidedText(
                cell.closed.in_(self._grid.spoken),
                Qt.TextElideMode.ElideRight,
                int(room.width()),
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitted)


def line(shown: ShownEntry, language: Language) -> str:
    """An entry in one line: its hour, then what it is."""
    return f"{shown.entry.clock.in_(language)} {shown.entry.title.in_(language)}".strip()


def told(cell: DayCell, language: Language, *, today: bool) -> str:
    """A day as it is read aloud, with everything that stands on it."""
    _ = words(language)
    day = date_with_weekday(cell.day) if language is Language.JA else english_date(cell.day)
    parts = [day, *([_("today")] if today else []), *([cell.closed.in_(language)] if cell.closed else [])]
    entries = [line(one, language) for one in cell.entries if one.entry.kind is not EntryKind.HOLIDAY]
    return "\n".join([*parts, *(entries or [_("nothing stands on it")])])
