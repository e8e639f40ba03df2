"""A simple drawing of a blank: the sheet's own cells and merged cells, what is mapped, and a case's values in them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from clair_desktop.domain.blanks import DrawnSheet, Match, Place
from clair_desktop.domain.wording import Language
from clair_desktop.views import theme

_KEY = Qt.ItemDataRole.UserRole
_LETTER, _POINT = 7.2, 1.45  # pixels of a half-width letter, and of a point of height
_NARROWEST, _LOWEST = 14, 20


class BlankGrid(QTableWidget):
    """One sheet (or a document's paragraphs); arrow keys go from place to place."""

    def __init__(
        self, sheet: DrawnSheet, places: Mapping[str, Place], language: Language, chosen: Callable[[str], None]
    ) -> None:
        super().__init__(len(sheet.heights), len(sheet.widths))
        self.sheet = sheet
        self._places, self._language, self._chosen = places, language, chosen
        self._items: dict[tuple[int, int], QTableWidgetItem] = {}
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAutoScroll(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setMinimumSectionSize(1)
            head.hide()
        self._draw()
        self.currentCellChanged.connect(lambda *_: self._tell())

    def show_mapping(self, matches: Mapping[str, Match], shown: Mapping[str, str], labels: Mapping[str, str]) -> None:
        """Mapped places in the tone of what is chosen, with the case's value or else the name of what goes there."""
        worn = theme.current()
        for one in self.sheet.cells:
            item = self._items[one.row, one.column]
            mapped = one.place in matches
            told = shown.get(one.place) or (f"〔{labels.get(one.place, '')}〕" if mapped else one.text)
            item.setText(told)
            item.setBackground(QColor(worn.primary_soft if mapped else worn.surface))
            item.setForeground(QColor(worn.primary if mapped else worn.text))
            self._describe(item, one.place, told)

    def choose(self, key: str) -> bool:
        """Goes to a place without telling of it; whether the sheet has it."""
        found = next((one for one in self.sheet.cells if one.place == key), None)
        if found is None:
            return False
        self.blockSignals(True)
        self.setCurrentCell(found.row - 1, found.column - 1)
        self.blockSignals(False)
        self.horizontalScrollBar().setValue(0)  # the labels at the left stay in sight where there is room
        self.scrollToItem(self._items[found.row, found.column])
        return True

    def _draw(self) -> None:
        for place, wide in enumerate(self.sheet.widths):
            self.setColumnWidth(place, max(_NARROWEST, round(wide * _LETTER)) if wide else 0)
        for place, high in enumerate(self.sheet.heights):
            self.setRowHeight(place, max(_LOWEST, round(high * _POINT)) if high else 0)
        for one in self.sheet.cells:
            item = QTableWidgetItem(one.text)
            item.setData(_KEY, one.place)
            item.setFont(theme.font(theme.CAPTION, bold=one.bold))
            self.setItem(one.row - 1, one.column - 1, item)
            self._items[one.row, one.column] = item
            if one.rows > 1 or one.columns > 1:
                self.setSpan(one.row - 1, one.column - 1, one.rows, one.columns)

    def _describe(self, item: QTableWidgetItem, key: str, told: str) -> None:
        place = self._places.get(key)
        why = place.trouble.in_(self._language) if place and place.trouble else ""
        item.setToolTip("\n".join(one for one in (key, told, why) if one))
        if why:
            item.setForeground(QColor(theme.current().mute))

    def _tell(self) -> None:
        item = self._items.get((self.currentRow() + 1, self.currentColumn() + 1))
        if item is not None and item.data(_KEY):
            self.scrollToItem(item)
            self._chosen(str(item.data(_KEY)))
