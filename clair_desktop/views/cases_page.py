"""The page of cases: the list, and beside it the open case."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.views.case_list import CaseListPane

if TYPE_CHECKING:
    from clair_desktop.views.beside import Beside
    from clair_desktop.views.case_entry import CaseEntryPane


class CasesPage(QWidget):
    """What an open case needs is loaded when the first one is opened; ``puts_away`` keeps what was typed in it."""

    def __init__(self, language: Language, receives: Callable[[], None], puts_away: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._language = language
        self._puts_away = puts_away
        self.list = CaseListPane(language, receives)
        self._beside: Beside | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.list)

    def set_language(self, language: Language) -> None:
        self._language = language
        self.list.set_language(language)
        if self._beside is not None:
            self._beside.set_language(language)

    def make_entry(self) -> "CaseEntryPane":
        from clair_desktop.views.beside import Beside

        self._beside = Beside(self.list, self._language, self.put_away)
        self._layout.addWidget(self._beside)
        self._beside.show()  # at once, not at the loop's next turn, so that it can be typed into
        return self._beside.entry

    def show_entry(self, case_id: int) -> None:
        if self._beside is not None:
            self._beside.set_open(True)
        self.list.mark(case_id)

    def find_case(self) -> None:
        """To the search; where there is room for the case alone, that is put away first."""
        if self.list.isHidden():
            self.put_away()
        self.list.focus_search()

    def put_away(self) -> None:
        """Closes the case; what was typed is kept as a draft."""
        if self._beside is not None and self._beside.is_open():
            self._puts_away()
            self._beside.set_open(False)
            self.list.mark(None)
            self.list.focus_table()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)
