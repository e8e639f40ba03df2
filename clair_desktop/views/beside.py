"""The list and the open case side by side; where there is little room, one instead of the other."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.case_entry import CaseEntryPane
from clair_desktop.views.elements import button, pane, row

NARROW = 980  # below this width there is room for either the list or the case
LIST_SHARE, LEAST_LIST = 0.43, 430


class Beside(QSplitter):
    """Made when the first case is opened."""

    def __init__(self, listed: QWidget, language: Language, put_away: Callable[[], None]) -> None:
        super().__init__()
        self._listed = listed
        self.entry = CaseEntryPane(language)
        self.entry.close_case.clicked.connect(lambda _on: put_away())
        self._back = button(name="plain", drawing="back", act=put_away)
        self._strip = pane(row(self._back, None, margins=(8, 4, 8, 0)))
        self._strip.setSizePolicy(self._strip.sizePolicy().Policy.Preferred, self._strip.sizePolicy().Policy.Fixed)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self.entry, 1)
        self._right = QWidget()
        self._right.setLayout(column)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(listed)
        self.addWidget(self._right)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self._right.hide()
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._back.setText(_("Back to the list"))
        self.entry.set_language(language)

    def is_open(self) -> bool:
        return not self._right.isHidden()

    def set_open(self, opened: bool) -> None:
        began = opened and not self.is_open()
        self._right.setVisible(opened)
        self._fit()
        if began:
            self._share()
        if opened and self._listed.isHidden():
            self.entry.tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().width() < NARROW <= event.size().width():
            self._share()

    def _share(self) -> None:
        share = max(LEAST_LIST, int(self.width() * LIST_SHARE))
        self.setSizes([share, self.width() - share])

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        self._listed.setMinimumWidth(0 if narrow else theme.NAVIGATION * 2)
        self._listed.setVisible(not (narrow and self.is_open()))
        self._strip.setVisible(narrow)
