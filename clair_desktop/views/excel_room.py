"""台帳・Excel: registers, workbooks for municipalities, and what comes back, each on a tab of its own."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.answers import AnswersPane
from clair_desktop.views.checks import ChecksPane
from clair_desktop.views.elements import column, label, pane, row
from clair_desktop.views.hand_outs import HandOutsPane
from clair_desktop.views.intakes import IntakesPane
from clair_desktop.views.joins import JoinsPane
from clair_desktop.views.lists import ListsPane
from clair_desktop.views.outgoing import OutgoingPane
from clair_desktop.views.registers import RegistersPage

Pane = RegistersPage | HandOutsPane | IntakesPane | ListsPane | AnswersPane | OutgoingPane | JoinsPane | ChecksPane
_ROOMY = 520  # pixels of height


class ExcelRoom(QWidget):
    """The presenters of its tabs live as long as it does: what was read, ticked or typed outlives a change of language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._title = label(size=theme.TITLE, bold=True)
        self.registers, self.hand_outs = RegistersPage(language), HandOutsPane(language)
        self.intakes, self.lists, self.answers = IntakesPane(language), ListsPane(language), AnswersPane(language)
        self.outgoing, self.joins, self.checks = OutgoingPane(language), JoinsPane(language), ChecksPane(language)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for one in self._panes():
            self.tabs.addTab(one, "")
        self._head = pane(row(self._title, None, margins=(theme.MARGIN, 8, theme.MARGIN, 4)))
        layout = column(self._head, self.tabs, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._name(language)

    def is_typing(self) -> bool:
        """Whether something was chosen here that quitting would lose."""
        return any(one.is_typing() for one in (self.hand_outs, self.intakes, self.lists, self.answers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the navigation names the room well enough."""
        super().resizeEvent(event)
        self._head.setVisible(self.height() >= _ROOMY)

    def set_language(self, language: Language) -> None:
        for one in self._panes():
            one.set_language(language)
        self._name(language)

    def _panes(self) -> tuple[Pane, ...]:
        return (
            self.registers, self.hand_outs, self.intakes, self.lists, self.answers, self.outgoing, self.joins, self.checks,
        )  # fmt: skip

    def _name(self, language: Language) -> None:
        _ = words(language)
        self._title.setText(_("Registers and Excel"))
        names = (
            _("Registers"), _("Workbooks to fill in"), _("Take in"), _("Lists"), _("Headquarters' answer"),
            _("Handed out"),
            _("Join"), _("Check"),
        )  # fmt: skip
        for one, name in zip(self._panes(), names, strict=True):
            self.tabs.setTabText(self.tabs.indexOf(one), name)
