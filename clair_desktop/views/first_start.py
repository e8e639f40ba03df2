"""The first start: a language, a branch out of 67, or the demonstration office; then the program begins."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.branch_choice import BranchChoice
from clair_desktop.presenters.first_start import FirstStartPresenter
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.branch_picker import BranchPicker
from clair_desktop.views.elements import button, column, keyed, label, row

_FRAME = 48  # pixels that the title bar and a margin take of the screen's height


class FirstStartDialog(QDialog):
    """Implements ``presenters.first_start.FirstStartView``; rejected when the person leaves without a branch."""

    def __init__(self, over: QWidget | None, language: Language) -> None:
        super().__init__(over)
        self._language = language
        self._title, self._explained = label(size=theme.TITLE, bold=True), label(wraps=True)
        self.languages = {Language.JA: QRadioButton("日本語(&J)"), Language.EN: QRadioButton("&English")}
        group = QButtonGroup(self)
        for spoken, radio in self.languages.items():
            group.addButton(radio)
            radio.clicked.connect(lambda _on, chosen=spoken: self._presenter.speak(chosen))
        self.picker = BranchPicker(self._search, self._begin)
        self.complaint = label(name="error", wraps=True)
        self.complaint.hide()
        self.begin = button(name="primary", act=self._begin)
        self._sample_note = label(name="sub", wraps=True)
        self.sample, self.leave = button(act=self._demonstrate), button(act=self.reject)
        self._lay_out()

    def bind(self, presenter: FirstStartPresenter) -> None:
        self._presenter = presenter

    def ask(self) -> bool:
        """Whether a branch was chosen (or the demonstration made); otherwise the program has nothing to do."""
        self.picker.search.line.setFocus()
        return self.exec() == QDialog.DialogCode.Accepted

    # FirstStartView

    def show_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.setWindowTitle(_("CLAIR Desktop"))
        self._title.setText(_("Which branch is this?"))
        self._explained.setText(
            _("Letters and registers carry the branch's name. It can be changed later in the settings.")
        )
        self.languages[language].setChecked(True)
        self.picker.set_language(language)
        self.begin.setText(keyed(_("Begin with this branch"), "B"))
        self.sample.setText(keyed(_("Try it with the sample office…"), "T"))
        self._sample_note.setText(
            _("The sample office is Miyagi Prefecture Branch with worked cases, every paper of which is marked 見本.")
        )
        self.leave.setText(keyed(_("Close the program"), "X"))
        self.complaint.hide()

    def show_branches(self, choices: Sequence[BranchChoice]) -> None:
        self.picker.show_branches(choices)

    def show_complaint(self, wording: Wording) -> None:
        self.complaint.setText(wording.in_(self._language))
        self.complaint.show()
        self.picker.search.line.setFocus()

    def finish(self) -> None:
        self.accept()

    def _search(self, text: str) -> None:
        self._presenter.search(text)

    def _begin(self) -> None:
        self._presenter.begin(self.picker.chosen())

    def _demonstrate(self) -> None:
        self._presenter.demonstrate()

    def _lay_out(self) -> None:
        head = row(self._title, None, *self.languages.values())
        acts = row(self.leave, None, self.sample, self.begin)
        layout = column(
            head, self._explained, self.picker, self.complaint, self._sample_note, acts,
            gap=theme.GAP, margins=(24, 16, 24, 16),
        )  # fmt: skip
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setMinimumSize(760, 400)
        self.resize(760, min(620, self.screen().availableGeometry().height() - _FRAME))
