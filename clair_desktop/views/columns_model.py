"""A table over an array of ids: only the lines in sight are fetched, in blocks, however many cases there are."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.case_list import CaseOrder, ShownLine
from clair_desktop.presenters.tags import Tag
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.tagged import TAG, Index, TagDelegate, draw_tag

__all__ = ["COLUMNS", "SORTABLE", "TAG", "TITLE", "CaseModel", "LineDelegate", "TagDelegate"]

NOWHERE = QModelIndex()
BLOCK = 128
KEPT_BLOCKS = 24
_Role = Qt.ItemDataRole
_TOLD = frozenset(int(role) for role in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole))


class CaseColumn(NamedTuple):
    """A column of the list; ``text`` gives words or a tag, ``narrowest`` is the width of list from which it is shown."""

    head: Wording
    text: Callable[[ShownLine, Language], str | Tag]
    order: CaseOrder
    width: int
    narrowest: int = 0
    width_en: int = 0  # where English takes more room

    def width_in(self, language: Language) -> int:
        return self.width_en if self.width_en and language is Language.EN else self.width


def _day(line: ShownLine, language: Language) -> str:
    from clair_desktop.domain.eras import printed_date  # only where there is room for the column

    return printed_date(line.received_on, language)


COLUMNS = (
    CaseColumn(Wording("期限", "Deadline"), lambda line, _: line.due, CaseOrder.DUE, 108, 0, 128),
    CaseColumn(Wording("期限日", "Due on"), lambda line, to: line.due_words.in_(to), CaseOrder.DUE, 190, 1050, 240),
    CaseColumn(Wording("番号", "No."), lambda line, _: line.number, CaseOrder.NUMBER, 92),
    CaseColumn(Wording("件名", "Title"), lambda line, _: line.title, CaseOrder.TITLE, 240),
    CaseColumn(Wording("団体", "Body"), lambda line, _: line.applicant, CaseOrder.APPLICANT, 150, 720),
    CaseColumn(Wording("事業", "Programme"), lambda line, to: line.programme.in_(to), CaseOrder.PROGRAMME, 170, 900),
    CaseColumn(Wording("年度", "Year"), lambda line, to: line.year.in_(to), CaseOrder.PROGRAMME, 84, 1100),
    CaseColumn(Wording("受付日", "Received"), _day, CaseOrder.RECEIVED, 140, 1250),
    CaseColumn(Wording("状態", "State"), lambda line, _: line.state, CaseOrder.STATE, 132, 0, 156),
)
TITLE = 3
SORTABLE = frozenset(column for column, one in enumerate(COLUMNS) if one.head.en != "Year")


class CaseModel(QAbstractTableModel):
    """What the list shows; ``fetch`` gives the lines of some ids, in their order, without those that have gone."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[ShownLine]], language: Language) -> None:
        super().__init__()
        self._fetch = fetch
        self.language = language
        self._ids: Sequence[int] = ()
        self._blocks: OrderedDict[int, dict[int, ShownLine]] = OrderedDict()

    def set_language(self, language: Language) -> None:
        self.beginResetModel()
        self.language = language
        self.endResetModel()

    def show_ids(self, ids: Sequence[int]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._blocks.clear()
        self.endResetModel()

    def id_at(self, row: int) -> int:
        return self._ids[row]

    def row_of(self, case_id: int | None) -> int | None:
        """Where a case stands, if it is listed."""
        return next((row for row, listed in enumerate(self._ids) if listed == case_id), None)

    def line(self, row: int) -> ShownLine | None:
        """The line of a row; None where the case has gone since the ids were read."""
        number = row // BLOCK
        block = self._blocks.get(number)
        if block is None:
            found = self._fetch(self._ids[number * BLOCK : (number + 1) * BLOCK])
            block = self._blocks[number] = {line.id: line for line in found}
            if len(self._blocks) > KEPT_BLOCKS:
                self._blocks.popitem(last=False)
        return block.get(self._ids[row])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role == _Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section].head.in_(self.language)
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if role not in _TOLD:
            return None
        line = self.line(index.row())
        if line is None:
            return None
        told = self.told(line, index.column())
        return told.words.in_(self.language) if isinstance(told, Tag) else told

    def told(self, line: ShownLine, column: int) -> str | Tag:
        """What stands in one cell."""
        told = COLUMNS[column].text(line, self.language)
        return self._title(line, str(told)) if column == TITLE else told

    def _title(self, line: ShownLine, told: str) -> str:
        _ = words(self.language)
        told = told or _("(no title yet)")
        return f"{told}（見本）" if line.sample else told


class LineDelegate(QStyledItemDelegate):
    """Draws the words and tags of a line straight from it.

    Qt's own way asks the model some nine times for each cell; with Python behind it that is most of the first paint.
    The ground of the chosen row is drawn by the table.
    """

    def __init__(self, table: QTableView, model: CaseModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._worn = theme.current()
        self._usual, self._small = theme.font(), theme.font(theme.CAPTION)
        self._metrics = QFontMetrics(self._usual)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        if line is None:
            return
        room = QRectF(cast("Any", option).rect).adjusted(8, 0, -6, 0)  # Qt's stubs leave an option's attributes out
        told = self._model.told(line, index.column())
        if isinstance(told, Tag):
            draw_tag(painter, room, told.words.in_(self._model.language), told.tone, self._small)
            return
        chosen = index.row() == self._table.currentIndex().row()
        painter.setFont(self._usual)
        painter.setPen(QColor(self._worn.on_selection if chosen else self._worn.text))
        fitted = self._metrics.elidedText(told, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitted)
