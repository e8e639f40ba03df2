"""The box for a row table: typed into like a sheet, pasted into from one, its rows added, taken out and moved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from clair_desktop.domain.fields import Choice, Count, Day, Field, Rows, Text, Yen
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.presenters.rows import TypedRow, filled, laid_in, moved, pasted
from clair_desktop.support.i18n import words
from clair_desktop.views.boxes import AmountBox, Around, ChoiceBox, DayBox, LineBox, LongBox, NameBox, WordsBox
from clair_desktop.views.elements import button, column, name_tool, row, tool
from clair_desktop.views.rows_model import RowsModel

Index = QModelIndex | QPersistentModelIndex
CellBox = LineBox | LongBox | ChoiceBox
LEAST_ROWS, MOST_ROWS, TALLEST = 2, 9, 360


class CellDelegate(QStyledItemDelegate):
    """Opens for each cell the box of its column."""

    def __init__(self, table: "RowsGrid", field: Rows, around: Callable[[Field], Around]) -> None:
        super().__init__(table)
        self._field = field
        self._around = around

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        asked = self._field.columns[index.column()]
        box = cell_box(asked, self._around(asked))
        box.setParent(parent)
        box.setAccessibleName(asked.label.in_(self._around(asked).language))
        # What is typed is drafted as it is typed.
        if isinstance(box, ChoiceBox):
            box.activated.connect(lambda _row: self._keep(box))
        elif isinstance(box, LongBox):
            box.textChanged.connect(lambda: self.commitData.emit(box))
        else:
            box.goes_on = False
            box.textEdited.connect(lambda _text: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellBox):
            editor.put(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, CellBox) and isinstance(model, RowsModel):
            model.setData(index, editor.value())

    def _keep(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)


class RowsGrid(QTableView):
    """The grid itself. Tab leaves it, the arrows walk in it; copy and paste speak with a spreadsheet."""

    def __init__(self, model: RowsModel, around: Callable[[Field], Around], left: Callable[[], None]) -> None:
        super().__init__()
        self.model_ = model
        self._left = left
        self._language = around(model.field).language
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self, model.field, around))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._row_height = 32 + 19 * (_lines(model.field) - 1)
        self.setWordWrap(_lines(model.field) > 1)
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_cells: self._fit_columns())
        self.fit()

    def fit(self) -> None:
        """As tall as its rows, within limits; amounts are never cut short."""
        shown = min(MOST_ROWS, max(LEAST_ROWS, self.model_.rowCount()))
        self.setFixedHeight(min(TALLEST, shown * self._row_height + 36 + 16))
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for index in self.selectedIndexes():
                self.model_.setData(index, "")
            self._left()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next_row()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:  # Enter, and never while composing
            self._next_row()
        self._left()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_.index(0, 0))

    def paste(self) -> None:
        current = self.currentIndex()
        at = (current.row(), current.column()) if current.isValid() else (0, 0)
        at = (min(at[0], len(self.model_.rows)), at[1])
        self.model_.put(laid_in(self.model_.field, self.model_.rows, at, pasted(QGuiApplication.clipboard().text())))
        self.setCurrentIndex(self.model_.index(*at))
        self._left()

    def copy(self) -> None:
        chosen = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        lines: dict[int, list[str]] = {}
        for index in chosen:
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))

    def _next_row(self) -> None:
        """Enter goes to the row below, and makes one after the last."""
        current = self.currentIndex()
        below = current.row() + 1
        if below >= len(self.model_.rows):
            self.model_.put([*self.model_.rows, {}], tell=False)
        self.setCurrentIndex(self.model_.index(below, max(0, current.column())))

    def _fit_columns(self) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return
        header = self.horizontalHeader()
        for place, asked in enumerate(self.model_.field.columns):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            long = isinstance(asked, Text) and asked.lines > 1
            least = 104 if isinstance(asked, Yen) else 64 if isinstance(asked, Count) else 220 if long else 96
            self.setColumnWidth(place, max(least, min(220, self.sizeHintForColumn(place) + 12)))
            head = header.fontMetrics().horizontalAdvance(asked.label.in_(self._language)) + 22
            self.setColumnWidth(place, max(self.columnWidth(place), head))
        header.setStretchLastSection(True)


class RowsBox(QWidget):
    """The grid with the buttons that change its rows."""

    def __init__(self, field: Rows, around: Callable[[Field], Around]) -> None:
        super().__init__()
        mine = around(field)
        _ = words(mine.language)
        self.model = RowsModel(field, mine.language, mine.typed)
        self.grid = RowsGrid(self.model, around, mine.left)
        self.add = button(_("Add a row"), name="plain", drawing="plus", act=self.add_row)
        self.paste = button(_("Paste from Excel"), name="plain", drawing="paste", act=self.grid.paste)
        self.paste.setToolTip(_("Puts the copied cells of a sheet in from the chosen cell on (Ctrl+V)"))
        tools = (
            (tool("minus", self.remove_row), _("Delete the row")),
            (tool("up", lambda: self.move_row(-1)), _("Move the row up")),
            (tool("down", lambda: self.move_row(1)), _("Move the row down")),
        )
        for made, name in tools:
            name_tool(made, name)
        self.setLayout(column(self.grid, row(self.add, self.paste, None, *(made for made, _name in tools)), gap=2))
        self.setFocusProxy(self.grid)

    def value(self) -> list[dict[str, str]]:
        return filled(self.model.rows)

    def put(self, rows: Sequence[TypedRow]) -> None:
        if filled(rows) != self.value():
            self.model.put(rows, tell=False)

    def mark_wrong(self, place: int | None) -> None:
        self.model.mark_wrong(place)

    def go_to(self, number: int, column: str) -> None:
        """The cell of a row, counted from 1."""
        keys = [one.key for one in self.model.field.columns]
        if column in keys:
            self.grid.setCurrentIndex(self.model.index(number - 1, keys.index(column)))
            self.grid.setFocus()

    def add_row(self) -> None:
        current = self.grid.currentIndex()
        place = current.row() + 1 if current.isValid() else len(self.model.rows)
        place = min(place, len(self.model.rows))
        rows = list(self.model.rows)
        self.model.put([*rows[:place], {}, *rows[place:]], tell=False)
        self.grid.setCurrentIndex(self.model.index(place, 0))
        self.grid.setFocus()

    def remove_row(self) -> None:
        place = self.grid.currentIndex().row()
        if 0 <= place < len(self.model.rows):
            self.model.put([one for number, one in enumerate(self.model.rows) if number != place])
            self.grid.setCurrentIndex(self.model.index(min(place, len(self.model.rows) - 1), 0))

    def move_row(self, by: int) -> None:
        current = self.grid.currentIndex()
        target = current.row() + by
        if 0 <= current.row() < len(self.model.rows) and 0 <= target < len(self.model.rows):
            self.model.put(moved(self.model.rows, current.row(), by))
            self.grid.setCurrentIndex(self.model.index(target, current.column()))


def _lines(field: Rows) -> int:
    """How tall a row is, in lines of text."""
    return max(min(3, column.lines) if isinstance(column, Text) else 1 for column in field.columns)


def cell_box(field: Field, around: Around) -> CellBox:
    if isinstance(field, Text) and field.lines > 1:
        return LongBox(around, field.lines + 1)
    if isinstance(field, Choice):
        return ChoiceBox(around, field)
    if isinstance(field, Day):
        return DayBox(around)
    if isinstance(field, Authority | Country):
        return NameBox(around)
    if isinstance(field, Text):
        return WordsBox(around)
    return AmountBox(around) if isinstance(field, Yen | Count) else LineBox(around)
