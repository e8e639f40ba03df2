"""A table whose lines can be ticked by mouse and by the space bar; ticks stay with their lines whatever is shown."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clair_desktop.views.line_table import NOWHERE, Index, LineModel, LineTable

Line = TypeVar("Line")
_Role = Qt.ItemDataRole


class TickedModel(LineModel[Line], Generic[Line]):
    """Ticks are kept by key, so that a search, another order or another language takes none away."""

    def __init__(self, key: Callable[[Line], Hashable], told: Callable[[], None]) -> None:
        super().__init__()
        self._key = key
        self._told = told
        self.ticked: set[Hashable] = set()

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if role == _Role.CheckStateRole and index.column() == 0:
            ticked = self._key(self.lines[index.row()]) in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else usual

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[int], *, on: bool) -> None:
        keys = {self._key(self.lines[row]) for row in rows}
        self.ticked = self.ticked | keys if on else self.ticked - keys
        self.dataChanged.emit(self.index(0, 0), self.index(max(0, self.rowCount() - 1), 0))
        self._told()

    def is_ticked(self, row: int) -> bool:
        return self._key(self.lines[row]) in self.ticked


class TickedTable(LineTable[Line], Generic[Line]):
    """The space bar turns the tick of the current line, and gives it to all lines that are chosen with it."""

    ticks_changed = Signal()

    def __init__(self, key: Callable[[Line], Hashable], parent: QWidget | None = None) -> None:
        self.ticks: TickedModel[Line] = TickedModel(key, self._tell_ticks)
        super().__init__("list", parent, self.ticks)
        self.ticks.setParent(self)

    def _tell_ticks(self) -> None:
        self.ticks_changed.emit()

    def tick_all(self, *, on: bool) -> None:
        """Every line that is shown; those that a search hides keep theirs."""
        self.ticks.tick(range(self.ticks.rowCount(NOWHERE)), on=on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() != Qt.Key.Key_Space or not 0 <= row < self.ticks.rowCount():
            super().keyPressEvent(event)
            return
        rows = {index.row() for index in self.selectionModel().selectedRows()} | {row}
        self.ticks.tick(sorted(rows), on=not self.ticks.is_ticked(row))
