"""A read-only table of lines, whatever they are: sorted by its heads, searched within, copied by the keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from clair_desktop.domain.place_names import plain
from clair_desktop.views import theme
from clair_desktop.views.columns_model import TAG, TagDelegate

Line = TypeVar("Line")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_PADDED = "QTableView::item { padding: 0 5px; }"  # cells stand under their heads


@dataclass(frozen=True, slots=True)
class LineColumn(Generic[Line]):
    """A head, the text of a line, and the value that sorts it; numbers stand right and are never cut short.

    Where ``tone`` gives one, the text stands in a frame of that tone; ``copied`` is what is copied instead of the text.
    """

    head: str
    text: Callable[[Line], str]
    order: Callable[[Line], Any] | None = None  # None: by the text
    number: bool = False
    tone: Callable[[Line], str] | None = None
    widest: int = 340  # pixels that a text is given at first
    copied: Callable[[Line], str] | None = None


class LineModel(QAbstractTableModel, Generic[Line]):
    """Texts are made only for the lines that are seen; the search folds widths, kana of old kanji and cases."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[LineColumn[Line]] = ()
        self._all: list[Line] = []
        self._shown: list[Line] = []
        self._searched: dict[int, str] = {}
        self._wanted = ""

    @property
    def lines(self) -> Sequence[Line]:
        """The lines shown, in the order shown."""
        return self._shown

    @property
    def columns(self) -> Sequence[LineColumn[Line]]:
        return self._columns

    def show_lines(self, columns: Sequence[LineColumn[Line]], lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._columns, self._all, self._searched = columns, list(lines), {}
        self._shown = self._found()
        self.endResetModel()

    def keep(self, text: str) -> None:
        """Shows only the lines that hold every word of a text."""
        self.beginResetModel()
        self._wanted = text
        self._shown = self._found()
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self._shown[index.row()])
        if role == TAG and column.tone:
            line = self._shown[index.row()]
            return (column.text(line), column.tone(line)) if column.text(line) else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        value = self._columns[column].order or self._columns[column].text
        falling = order is Qt.SortOrder.DescendingOrder
        for lines in (self._all, self._shown):
            # What is not known stands last, whichever way one looks.
            known = sorted((one for one in lines if value(one) is not None), key=value, reverse=falling)
            lines[:] = [*known, *(one for one in lines if value(one) is None)]
        self._searched = {}
        self.layoutChanged.emit()

    def _found(self) -> list[Line]:
        words = [plain(word) for word in self._wanted.split()]
        if not words:
            return list(self._all)
        return [line for place, line in enumerate(self._all) if all(word in self._text(place) for word in words)]

    def _text(self, place: int) -> str:
        if place not in self._searched:
            line = self._all[place]
            self._searched[place] = plain("\x1f".join(column.text(line) for column in self._columns))
        return self._searched[place]


class LineTable(QTableView, Generic[Line]):
    """The table itself: whole lines are chosen, Tab leaves it, Ctrl+C copies the chosen lines with tabs between."""

    line_chosen = Signal()
    line_opened = Signal()
    copied_lines = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, lines: LineModel[Line] | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.lines: LineModel[Line] = lines or LineModel(self)
        self._stretch, self._narrowest = -1, 0
        self.setModel(self.lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.setItemDelegate(TagDelegate(self))
        self.setStyleSheet(_PADDED)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads = self.horizontalHeader()
        heads.setResizeContentsPrecision(60)
        heads.setHighlightSections(False)
        heads.setSortIndicatorClearable(True)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.line_chosen.emit())
        self.activated.connect(lambda *_: self.line_opened.emit())

    def show_lines(self, columns: Sequence[LineColumn[Line]], lines: Sequence[Line], *, stretch: int = -1) -> None:
        """New lines; the column ``stretch`` takes the room that is left."""
        self.setSortingEnabled(False)
        self.lines.show_lines(columns, lines)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.fit(stretch)

    def fit(self, stretch: int = -1) -> None:
        """Every column as wide as its texts, within reason; ``stretch`` also takes what is left."""
        self.resizeColumnsToContents()
        for place, column in enumerate(self.lines.columns):
            wide = self.columnWidth(place) + 12
            self.setColumnWidth(place, wide if column.number else min(wide, column.widest))
        self._stretch = stretch
        self._narrowest = self.columnWidth(stretch) if stretch >= 0 else 0
        self._spread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        if self._stretch < 0:
            return
        columns = range(len(self.lines.columns))
        others = sum(self.columnWidth(place) for place in columns if place != self._stretch)
        self.setColumnWidth(self._stretch, max(self._narrowest, self.viewport().width() - others))

    def chosen(self) -> Line | None:
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def choose(self, place: int) -> None:
        self.setCurrentIndex(self.lines.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
            self.copied_lines.emit()
            return
        super().keyPressEvent(event)

    def copied(self) -> str:
        """The chosen lines as text that a spreadsheet takes: one line each, tabs between."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return "\n".join(self._told(self.lines.lines[row]) for row in rows)

    def all_copied(self) -> str:
        """Every line shown, under the heads."""
        heads = "\t".join(column.head for column in self.lines.columns)
        return "\n".join([heads, *(self._told(line) for line in self.lines.lines)])

    def _told(self, line: Line) -> str:
        return "\t".join((column.copied or column.text)(line).replace("\n", " ") for column in self.lines.columns)
