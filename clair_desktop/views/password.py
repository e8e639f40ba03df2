"""The password of a workbook: asked for, used once, kept nowhere."""

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox
from clair_desktop.views.elements import button, column, keyed, label, row

_MARGINS = (20, 16, 20, 16)


class PasswordDialog(QDialog):
    """``twice`` asks for it again, where a slip would lock the file for good."""

    def __init__(self, over: QWidget, language: Language, name: str, why: str, *, twice: bool = False) -> None:
        super().__init__(over)
        _ = words(language)
        self._otherwise = _("The two are not the same.")
        self.setWindowTitle(_("Password"))
        self.line, self.again = QLineEdit(), QLineEdit()
        asked, again = AskedBox(self.line), AskedBox(self.again)
        asked.name(_("Password"), "P")
        again.name(_("The same again"), "A")
        again.setVisible(twice)
        self._again, self._twice = again, twice
        self.seen = QCheckBox(keyed(_("Show what is typed"), "S"))
        self.seen.toggled.connect(self._show)
        self._show(False)
        self.use = button(_("OK"), name="primary", act=self._accept)
        self.use.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        note = label(
            _("It is not kept anywhere. Who forgets it cannot open the file any more."), name="sub", wraps=True
        )
        told = label(why, wraps=True)
        self.setLayout(
            column(
                label(name, bold=True), told, asked, again, self.seen, note, row(None, back, self.use), gap=theme.GAP,
                margins=_MARGINS,
            )
        )  # fmt: skip
        self.setMinimumWidth(440)

    def ask(self) -> str | None:
        return self.line.text() if self.exec() == QDialog.DialogCode.Accepted else None

    def _accept(self) -> None:
        if self._twice and self.line.text() != self.again.text():
            self._again.complain(self._otherwise)
        elif self.line.text():
            self.accept()

    def _show(self, seen: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.again.setEchoMode(mode)
