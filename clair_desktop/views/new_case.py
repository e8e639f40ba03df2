"""The question before a case is received: which programme, which project year."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_list import NewCaseChoices
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, keyed, label, row


class NewCaseDialog(QDialog):
    """Asks for programme and year; the year offered first is the one a case received today is for."""

    def __init__(self, over: QWidget, language: Language, choices: NewCaseChoices) -> None:
        super().__init__(over)
        _ = words(language)
        self._choices = choices
        self.setWindowTitle(_("Receive a case"))
        self.programme, self.year = QComboBox(), QComboBox()
        for key, name in choices.programmes:
            self.programme.addItem(name.in_(language), key)
        for year, name in choices.years:
            self.year.addItem(name.in_(language), year)
        self.programme.currentIndexChanged.connect(self._offer_year)
        self._offer_year()
        self.receive = button(keyed(_("Receive"), "R"), name="primary", act=self.accept)
        self.receive.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(theme.SPACE)
        for asked_for, box in (
            (keyed(_("Programme"), "P"), self.programme),
            (keyed(_("Project year"), "Y"), self.year),
        ):
            asked = label(asked_for)
            asked.setTextFormat(Qt.TextFormat.AutoText)
            asked.setBuddy(box)
            box.setAccessibleName(asked_for.replace("&", ""))
            layout.addWidget(asked)
            layout.addWidget(box)
        layout.addSpacing(theme.GAP)
        layout.addLayout(row(None, back, self.receive))
        self.setMinimumWidth(420)

    def ask(self) -> tuple[str, int] | None:
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        return str(self.programme.currentData()), int(self.year.currentData())

    def _offer_year(self) -> None:
        usual = self._choices.usual_year.get(str(self.programme.currentData()))
        self.year.setCurrentIndex(max(0, self.year.findData(usual)))
