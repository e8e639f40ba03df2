"""台帳・Excel: registers, workbooks for municipalities, and what comes back, each on a tab of its own."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import column, label, pane, row
from clair_desktop.views.hand_outs import HandOutsPane
from clair_desktop.views.intakes import IntakesPane
from clair_desktop.views.registers import RegistersPage

_ROOMY = 520  # pixels of height


class ExcelRoom(QWidget):
    """The presenters of its tabs live as long as it does: what was read, ticked or typed outlives a change of language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._title = label(size=theme.TITLE, bold=True)
        self.registers = RegistersPage(language)
        self.hand_outs = HandOutsPane(language)
        self.intakes = IntakesPane(language)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for one in (self.registers, self.hand_outs, self.intakes):
            self.tabs.addTab(one, "")
        self._head = pane(row(self._title, None, margins=(theme.MARGIN, 8, theme.MARGIN, 4)))
        layout = column(self._head, self.tabs, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._name(language)

    def is_typing(self) -> bool:
        """Whether something was chosen here that quitting would lose."""
        return any(one.is_typing() for one in (self.hand_outs, self.intakes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the navigation names the room well enough."""
        super().resizeEvent(event)
        self._head.setVisible(self.height() >= _ROOMY)

    def set_language(self, language: Language) -> None:
        for one in (self.registers, self.hand_outs, self.intakes):
            one.set_language(language)
        self._name(language)

    def _name(self, language: Language) -> None:
        _ = words(language)
        self._title.setText(_("Registers and Excel"))
        names = {
            self.registers: _("Registers"),
            self.hand_outs: _("Workbooks to fill in"),
            self.intakes: _("Take in"),
        }
        for one, name in names.items():
            self.tabs.setTabText(self.tabs.indexOf(one), name)
