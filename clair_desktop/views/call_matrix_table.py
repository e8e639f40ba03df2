"""Municipalities by calls as one table: whole lines are chosen for an act, one cell is the current one."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.call_matrix import BodyRow, CallColumn
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.line_table import Index, LineColumn, LineTable
from clair_desktop.views.tagged import TagDelegate

_BODIES = 2  # columns before the calls: code and name
_HEAD = 52  # pixels for the call's name and its count below
_Flag = QItemSelectionModel.SelectionFlag


class CellDelegate(TagDelegate):
    """A cell with its tag; the current one is framed, so that one sees which call an act is about."""

    def __init__(self, table: "MatrixTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() >= _BODIES and self._table.is_current(index):
            painter.save()
            painter.setPen(QPen(QColor(theme.current().focus), 2))
            painter.drawRect(cast("Any", option).rect.adjusted(1, 1, -2, -2))  # Qt's stubs leave its attributes out
            painter.restore()


class MatrixTable(LineTable[BodyRow]):
    """Shown anew, it keeps its order, its place, its current cell and the lines that were chosen."""

    cell_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._calls: Sequence[CallColumn] = ()
        self._filling = False
        self.setItemDelegate(CellDelegate(self))
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())

    def show_rows(self, columns: Sequence[CallColumn], rows: Sequence[BodyRow], language: Language) -> None:
        chosen, current, call = self.chosen_keys(), self.chosen(), self.call()
        heads = self.horizontalHeader()
        section, way, top = heads.sortIndicatorSection(), heads.sortIndicatorOrder(), self.verticalScrollBar().value()
        self._filling, same = True, [one.key for one in columns] == [one.key for one in self._calls]
        self._calls = columns
        self.show_lines(matrix_columns(columns, language), rows)
        if same and section >= 0:
            self.sortByColumn(section, way)
        self._choose_again(chosen, current.key if current else None, call)
        self.verticalScrollBar().setValue(top)
        self._filling = False
        self._tell()

    def call(self) -> CallColumn | None:
        """The call of the current cell; in the columns of names, the first one."""
        place = self.currentIndex().column() - _BODIES
        return self._calls[max(place, 0)] if self._calls and place < len(self._calls) else None

    def chosen_rows(self) -> list[BodyRow]:
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines.lines[place] for place in places if place < len(self.lines.lines)]

    def chosen_keys(self) -> set[tuple[str, str]]:
        return {one.key for one in self.chosen_rows()}

    def is_current(self, index: Index) -> bool:
        current = self.currentIndex()
        return (index.row(), index.column()) == (current.row(), current.column())

    def _choose_again(
        self, chosen: set[tuple[str, str]], current: tuple[str, str] | None, call: CallColumn | None
    ) -> None:
        rows = self.lines.lines
        if not rows:
            return
        keys = [one.key for one in rows]
        calls = [one.key for one in self._calls]
        place = keys.index(current) if current in keys else 0
        column = _BODIES + (calls.index(call.key) if call and call.key in calls else 0)
        model = self.selectionModel()
        model.setCurrentIndex(self.lines.index(place, column), _Flag.ClearAndSelect | _Flag.Rows)
        for row, key in enumerate(keys):
            if key in chosen:
                model.select(self.lines.index(row, 0), _Flag.Select | _Flag.Rows)

    def _tell(self) -> None:
        if not self._filling:
            self.viewport().update()
            self.cell_chosen.emit()


def matrix_columns(columns: Sequence[CallColumn], language: Language) -> list[LineColumn[BodyRow]]:
    _ = words(language)
    heads: list[LineColumn[BodyRow]] = [
        LineColumn(_("Code"), lambda row: row.key[0] or "―", widest=90),
        LineColumn(_("Body"), lambda row: row.name.in_(language), lambda row: row.kana or row.name.ja, widest=200),
    ]
    return heads + [_call_column(one, language) for one in columns]


def _call_column(column: CallColumn, language: Language) -> LineColumn[BodyRow]:
    _ = words(language)
    waiting = _("%(open)d of %(asked)d yet to answer") % {
        "open": column.counts[CallAnswer.OPEN], "asked": column.asked
    }  # fmt: skip
    return LineColumn(
        f"{column.name.in_(language)}\n{waiting}",
        lambda row: row.cell(column.key).tag.words.in_(language),
        lambda row: (row.cell(column.key).order, row.cell(column.key).answered_on or date.max),
        tone=lambda row: row.cell(column.key).tag.tone,
        widest=250,
    )
