"""The page of cases: the list, and beside it (or, where there is little room, instead of it) the open case."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.case_list import CaseListPane
from clair_desktop.views.elements import button, pane, row

if TYPE_CHECKING:
    from clair_desktop.views.case_entry import CaseEntryPane

NARROW = 980  # below this width there is room for either the list or the case
LIST_SHARE = 0.43


class CasesPage(QWidget):
    """The entry is made when the first case is opened; until then nothing of it is loaded."""

    def __init__(self, language: Language, receives: Callable[[], None], puts_away: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._language = language
        self._puts_away = puts_away
        self.list = CaseListPane(language, receives)
        self.entry: CaseEntryPane | None = None
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.list)
        self._back = button(name="plain", drawing="back", act=self.put_away)
        self._strip = pane(row(self._back, None, margins=(8, 4, 8, 4)))
        self._strip.hide()
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.setSpacing(0)
        self._right_column.addWidget(self._strip)
        self._split.addWidget(self._right)
        self._right.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._back.setText(_("Back to the list"))
        self.list.set_language(language)
        if self.entry is not None:
            self.entry.set_language(language)

    def make_entry(self) -> "CaseEntryPane":
        from clair_desktop.views.case_entry import CaseEntryPane  # with everything a case needs

        self.entry = CaseEntryPane(self._language)
        self.entry.close_case.clicked.connect(lambda _on: self.put_away())
        self._right_column.addWidget(self.entry, 1)
        return self.entry

    def show_entry(self, case_id: int) -> None:
        if not self._right.isVisibleTo(self):
            self._right.show()
            self._share()
        self.list.mark(case_id)
        self._fit()

    def put_away(self) -> None:
        """Closes the case; what was typed is kept as a draft."""
        if self.entry is None or not self._right.isVisibleTo(self):
            return
        self._puts_away()
        self._right.hide()
        self.list.show()
        self.list.mark(None)
        self.list.focus_table()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._right.isVisibleTo(self):
            self.put_away()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        opened = self._right.isVisibleTo(self)
        self.list.setVisible(not (narrow and opened))
        self._strip.setVisible(narrow and opened)

    def _share(self) -> None:
        room = self.width()
        share = max(430, int(room * LIST_SHARE))
        self._split.setSizes([share, room - share])
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self.list.setMinimumWidth(theme.NAVIGATION * 2)
