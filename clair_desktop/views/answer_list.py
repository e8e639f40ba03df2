"""Headquarters' own list: of which programme and year it is, and which of its words mean what."""

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.answers import Asked, ListQuestion
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.elements import button, column, keyed, label, row, scrolling

_MARGINS = (20, 16, 20, 16)


class AnswerListDialog(QDialog):
    """Heads and decisions that the program knows need nothing typed; others are named as the list names them."""

    def __init__(self, over: QWidget, language: Language, question: ListQuestion, why: str) -> None:
        super().__init__(over)
        _ = words(language)
        self._question, self._language = question, language
        self.setWindowTitle(_("Headquarters' own list"))
        self.programme, self.year = QComboBox(), QComboBox()
        asked, year = AskedBox(self.programme), AskedBox(self.year)
        asked.name(_("Programme"), "P")
        year.name(_("Project year"), "Y")
        offer(self.programme, [(one.name.in_(language), one.key) for one in question.programmes], question.programme)
        offer(self.year, [(one.label().in_(language), one) for one in question.years], question.year)
        self.programme.activated.connect(self._name_outcomes)
        self.heads = {item: AskedLine() for item in question.heads}
        for item, known in question.heads.items():
            self.heads[item].name(_("Head of the column “%(known)s”") % {"known": known[0]}, note="、".join(known))
        self.outcomes = AskedLine()
        self.read = button(keyed(_("Read it"), "R"), name="primary", act=self.accept)
        self.read.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        told = _("Leave blank what the list heads as below. Where it uses another word, type it as it stands there.")
        inner = QWidget()
        inner.setLayout(
            column(label(told, name="sub", wraps=True), *self.heads.values(), self.outcomes, None, gap=theme.GAP)
        )
        layout = column(
            label(why, wraps=True), row(asked, year), scrolling(inner), row(None, back, self.read), gap=theme.GAP,
            margins=_MARGINS,
        )  # fmt: skip
        layout.setStretch(2, 1)
        self.setLayout(layout)
        room = over.window().size()
        self.resize(min(620, room.width() - 60), min(600, room.height() - 40))
        self._name_outcomes()

    def ask(self) -> Asked | None:
        return self.asked() if self.exec() == QDialog.DialogCode.Accepted else None

    def asked(self) -> Asked:
        columns = {item: line.text().strip() for item, line in self.heads.items() if line.text().strip()}
        return Asked(self.programme.currentData(), self.year.currentData().start_year, columns, self._outcomes())

    def _outcomes(self) -> dict[str, str]:
        pairs = (one.partition("=") for one in self.outcomes.text().replace("、", ",").replace("＝", "=").split(","))
        return {left.strip(): right.strip() for left, mark, right in pairs if mark and left.strip() and right.strip()}

    def _name_outcomes(self, _place: int = 0) -> None:
        _ = words(self._language)
        known = self._question.outcomes.get(self.programme.currentData(), ())
        said = "、".join(one.words.in_(self._language) for one in known)
        note = _("Known: %(words)s. Where the list writes otherwise, say so: ○=%(first)s") % {
            "words": said, "first": known[0].words.in_(self._language) if known else ""
        }  # fmt: skip
        self.outcomes.name(_("Other words for the decisions"), note=note)
