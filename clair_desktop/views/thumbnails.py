"""Small pages in a strip, with their numbers: one is chosen by arrow keys or a click, and looked at."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QListView

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views.drawings import Drawings
from clair_desktop.views.pdf_pages import POINTS, PdfPages

_SIDE = 96
_KEPT_BYTES = 12_000_000
_WIDTH = _SIDE + 44
_Index = QModelIndex | QPersistentModelIndex


class ThumbnailsModel(QAbstractListModel):
    """A page a row; its picture is drawn when the row comes into sight."""

    def __init__(self, over: QListView, ratio: Callable[[], float]) -> None:
        super().__init__(over)
        self._pages: PdfPages | None = None
        self._ratio = ratio
        self._language = Language.JA
        self._drawings = Drawings(self, _KEPT_BYTES, self._drawn)
        self._blank = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32)
        self._blank.fill(Qt.GlobalColor.transparent)

    def show_pages(self, pages: PdfPages | None) -> None:
        self.beginResetModel()
        self._pages = pages
        self._drawings.look_at(pages)
        self.endResetModel()

    def set_language(self, language: Language) -> None:
        self._language = language

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self._pages is None else len(self._pages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = index.row()
        if self._pages is None or not 0 <= number < len(self._pages):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(self._pages, number)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            _ = words(self._language)
            return _("Page %(page)d of %(pages)d") % {"page": number + 1, "pages": len(self._pages)}
        return None

    def only(self, first: int, last: int) -> None:
        self._drawings.only(range(first, last + 1))

    def _picture(self, pages: PdfPages, number: int) -> QImage:
        size, ratio = pages.sizes[number], self._ratio()
        per_inch = _SIDE / max(size.width(), size.height()) * POINTS * ratio
        picture = self._drawings.picture(number, per_inch)
        if picture is None:
            return self._blank
        picture.setDevicePixelRatio(ratio)
        return picture

    def _drawn(self, number: int) -> None:
        place = self.index(number)
        self.dataChanged.emit(place, place, [Qt.ItemDataRole.DecorationRole])


class Thumbnails(QListView):
    """``chosen`` is told the page that is turned to here; a page turned to elsewhere is only shown."""

    def __init__(self, chosen: Callable[[int], None]) -> None:
        super().__init__()
        self.model_ = ThumbnailsModel(self, self.devicePixelRatioF)
        self._chosen = chosen
        self._following = False
        self.setModel(self.model_)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setGridSize(QSize(_SIDE + 16, _SIDE + 36))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)
        self.setObjectName("thumbnails")
        self.selectionModel().currentChanged.connect(self._turned)

    def set_language(self, language: Language) -> None:
        self.model_.set_language(language)
        self.setAccessibleName(words(language)("Small pages"))

    def show_pages(self, pages: PdfPages | None) -> None:
        self._following = True
        self.model_.show_pages(pages)
        self._following = False

    def follow(self, number: int) -> None:
        """A page that is looked at now."""
        place = self.model_.index(number)
        if place.isValid() and place != self.currentIndex():
            self._following = True
            self.setCurrentIndex(place)
            self._following = False

    def _turned(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._following:
            self._chosen(now.row())
