"""A table over an array of ids: only the lines in sight are fetched, in blocks, however many cases there are."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.case_list import CaseOrder, ShownLine
from clair_desktop.presenters.words import Tag
from clair_desktop.support.i18n import words
from clair_desktop.views import theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
BLOCK = 128
KEPT_BLOCKS = 24
TAG = Qt.ItemDataRole.UserRole + 1
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class CaseColumn:
    """A column of the list; ``text`` gives words or a tag, ``narrowest`` is the width of list from which it is shown."""

    head: Wording
    text: Callable[[ShownLine, Language], str | Tag]
    order: CaseOrder
    width: int
    narrowest: int = 0


def _day(line: ShownLine, language: Language) -> str:
    return printed_date(line.received_on, language)


COLUMNS = (
    CaseColumn(Wording("期限", "Deadline"), lambda line, _: line.due, CaseOrder.DUE, 104),
    CaseColumn(Wording("番号", "No."), lambda line, _: line.number, CaseOrder.NUMBER, 84),
    CaseColumn(Wording("件名", "Title"), lambda line, _: line.title, CaseOrder.TITLE, 240),
    CaseColumn(Wording("団体", "Body"), lambda line, _: line.applicant, CaseOrder.APPLICANT, 150, 720),
    CaseColumn(Wording("事業", "Programme"), lambda line, to: line.programme.in_(to), CaseOrder.PROGRAMME, 170, 900),
    CaseColumn(Wording("年度", "Year"), lambda line, to: line.year.in_(to), CaseOrder.PROGRAMME, 84, 1100),
    CaseColumn(Wording("受付日", "Received"), _day, CaseOrder.RECEIVED, 140, 1000),
    CaseColumn(Wording("状態", "State"), lambda line, _: line.state, CaseOrder.STATE, 130),
)
TITLE = 2
SORTABLE = frozenset(column for column, one in enumerate(COLUMNS) if one.head.en != "Year")


class CaseModel(QAbstractTableModel):
    """What the list shows; ``fetch`` gives the lines of some ids, in their order, without those that have gone."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[ShownLine]], language: Language) -> None:
        super().__init__()
        self._fetch = fetch
        self._language = language
        self._ids: Sequence[int] = ()
        self._blocks: OrderedDict[int, dict[int, ShownLine]] = OrderedDict()

    def set_language(self, language: Language) -> None:
        self.beginResetModel()
        self._language = language
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
            return COLUMNS[section].head.in_(self._language)
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole, TAG):
            return None
        line = self.line(index.row())
        if line is None:
            return None
        told = COLUMNS[index.column()].text(line, self._language)
        if role == TAG:
            return (told.words.in_(self._language), told.tone) if isinstance(told, Tag) else None
        text = told.words.in_(self._language) if isinstance(told, Tag) else told
        return self._title(line, text) if index.column() == TITLE else text

    def _title(self, line: ShownLine, told: str) -> str:
        _ = words(self._language)
        told = told or _("(no title yet)")
        return f"{told}（見本）" if line.sample else told


class TagDelegate(QStyledItemDelegate):
    """Draws a tag as words in a frame; cells without one as text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told = index.data(TAG)
        if not told:
            super().paint(painter, option, index)
            return
        plain = cast("Any", QStyleOptionViewItem(option))  # Qt's stubs leave its attributes out
        self.initStyleOption(plain, index)
        plain.text = ""
        plain.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        draw_tag(painter, QRectF(plain.rect).adjusted(8, 0, -4, 0), told[0], told[1])


def draw_tag(painter: QPainter, room: QRectF, told: str, tone: str) -> None:
    worn = theme.current()
    fount = theme.font(theme.CAPTION)
    metrics = QFontMetrics(fount)
    told = metrics.elidedText(told, Qt.TextElideMode.ElideRight, int(room.width()) - 16)
    height = metrics.height() + 5
    frame = QRectF(room.left(), room.center().y() - height / 2, metrics.horizontalAdvance(told) + 16, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fount)
    ink = QColor(getattr(worn, tone) if tone else worn.sub)
    painter.setPen(QPen(ink, 1))
    if tone:
        painter.setBrush(QColor(getattr(worn, f"{tone}_soft")))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, told)
    painter.restore()
