"""A row table while it is typed: texts by row and column, and a last line with what a column comes to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from clair_desktop.domain.fields import Count, Rows, Yen
from clair_desktop.domain.wording import Language
from clair_desktop.presenters import rows as typed_rows
from clair_desktop.presenters.rows import TypedRow
from clair_desktop.support.i18n import words
from clair_desktop.views import theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class RowsModel(QAbstractTableModel):
    """``changed`` hears of everything that was typed, moved or pasted. There is always one row to type into."""

    def __init__(self, field: Rows, language: Language, changed: Callable[[], None]) -> None:
        super().__init__()
        self.field = field
        self._language = language
        self._changed = changed
        self._rows: list[dict[str, str]] = [{}]
        self._wrong: int | None = None

    @property
    def rows(self) -> Sequence[TypedRow]:
        return self._rows

    def put(self, rows: Sequence[TypedRow], *, tell: bool = True) -> None:
        self.beginResetModel()
        self._rows = [dict(row) for row in rows] or [{}]
        self.endResetModel()
        if tell:
            self._changed()

    def mark_wrong(self, row: int | None) -> None:
        """Shows which row (from 1) a complaint is about."""
        self._wrong = None if row is None else row - 1
        self._redraw()

    def is_total(self, row: int) -> bool:
        return row == len(self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + (self.field.total is not None)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.field.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role == _Role.DisplayRole:
            if orientation is Qt.Orientation.Vertical:
                return "" if self.is_total(section) else str(section + 1)
            return self.field.columns[section].label.in_(self._language)
        if role == _Role.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self._total(column) if self.is_total(row) else self._rows[row].get(self._key(column), "")
        if role == _Role.ToolTipRole and not self.is_total(row):
            return self._rows[row].get(self._key(column)) or None
        if role == _Role.TextAlignmentRole:
            return self._alignment(column)
        if self.is_total(row):
            looks = {_Role.FontRole: theme.font(bold=True), _Role.BackgroundRole: QColor(theme.current().raised)}
            return looks.get(_Role(role))
        if role == _Role.BackgroundRole and row == self._wrong:
            return QColor(theme.current().error_soft)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.is_total(index.row()) else usual | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or self.is_total(index.row()):
            return False
        key, text = self._key(index.column()), str(value)
        if self._rows[index.row()].get(key, "") != text:
            self._rows[index.row()][key] = text
            self._redraw()
            self._changed()
        return True

    def _key(self, column: int) -> str:
        return self.field.columns[column].key

    def _total(self, column: int) -> str:
        if self._key(column) == self.field.total:
            total = typed_rows.total(self.field, self._rows)
            return "―" if total is None else f"{total:,}"
        _ = words(self._language)
        return _("Total") if column == 0 else ""

    def _alignment(self, column: int) -> int:
        right = isinstance(self.field.columns[column], Yen | Count)
        return int(
            (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        )

    def _redraw(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
