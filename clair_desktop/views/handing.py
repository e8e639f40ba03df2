"""What is asked before a register leaves: its form, to whom, by which medium, and what stands for missing characters."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QWidget

from clair_desktop.domain.hand_overs import Form
from clair_desktop.domain.substitutes import fits
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.handing import FORMS, MEDIA, HandingQuestion, HandingWish, LackingLine, Substitutes
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.elements import button, column, keyed, label, row, scrolling

_MARGINS = (20, 16, 20, 16)


class HandingDialog(QDialog):
    """The password is asked for twice, for a slip would lock the file for good."""

    def __init__(self, over: QWidget, language: Language, question: HandingQuestion) -> None:
        super().__init__(over)
        _ = words(language)
        self._language = language
        self.setWindowTitle(_("Hand out the register"))
        what = _("%(programme)s, %(year)s, as no. %(number)d") % {
            "programme": question.programme.in_(language), "year": question.year.in_(language), "number": question.number,
        }  # fmt: skip
        self.form, self.medium = QComboBox(), QComboBox()
        asked_form, asked_medium = AskedBox(self.form), AskedBox(self.medium)
        asked_form.name(_("Form"), "F", _("CSV: one file for each table, beside the name you choose."))
        asked_medium.name(_("Medium"), "M")
        offer(self.form, [(name.in_(language), one) for one, name in FORMS], Form.XLSX)
        offer(self.medium, [(name.in_(language), one) for one, name in MEDIA], None)
        self.to, self.note = AskedLine(), AskedLine()
        self.to.name(_("To whom"), "T")
        self.to.line.setPlaceholderText(question.to.in_(language))
        self.note.name(_("Note"), "N")
        self.locked = QCheckBox(keyed(_("Lock it with a password"), "P"))
        self.form.activated.connect(self._fit)
        self.go = button(keyed(_("Choose where to save"), "S"), name="primary", act=self.accept)
        self.go.setDefault(True)
        told = label(_("It is noted in the ledger of data handed out."), name="sub", wraps=True)
        layout = column(
            label(what, bold=True, wraps=True), asked_form, self.locked, row(self.to, asked_medium), self.note, told,
            row(None, button(_("Go back"), act=self.reject), self.go), gap=theme.GAP, margins=_MARGINS,
        )  # fmt: skip
        self.setLayout(layout)
        self.setMinimumWidth(480)

    def ask(self) -> HandingWish | None:
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        password = self._password() if self.locked.isChecked() else None
        if self.locked.isChecked() and password is None:
            return None
        return self.wish(password)

    def wish(self, password: str | None = None) -> HandingWish:
        return HandingWish(
            self.form.currentData(), self.to.text(), self.medium.currentData(), self.note.text(), password
        )

    def _password(self) -> str | None:
        from clair_desktop.views.password import PasswordDialog

        _ = words(self._language)
        why = _("Whoever gets the file needs it. Tell it by another way than the file.")
        return PasswordDialog(self, self._language, self.windowTitle(), why, twice=True).ask()

    def _fit(self, _place: int) -> None:
        """Only a workbook can be locked."""
        is_workbook = self.form.currentData() is Form.XLSX
        self.locked.setEnabled(is_workbook)
        if not is_workbook:
            self.locked.setChecked(False)


class SubstitutesDialog(QDialog):
    """Nothing is replaced that nobody chose: every character begins without a choice."""

    def __init__(self, over: QWidget, language: Language, lines: Sequence[LackingLine]) -> None:
        super().__init__(over)
        _ = words(language)
        self._lines = lines
        self.setWindowTitle(_("Characters that CP932 (Shift JIS) lacks"))
        told = label(
            _(
                "Choose or type what shall stand for each of them in this file; the cases are not changed. "
                "Or go back and write UTF-8, which keeps them all."
            ),
            wraps=True,
        )
        self.boxes: list[QComboBox] = []
        inner = QWidget()
        pieces = [self._asked(one, language) for one in lines]
        inner.setLayout(column(*pieces, None, gap=theme.GAP))
        self.go = button(keyed(_("Replace them in the file"), "R"), name="primary", act=self.accept)
        back = button(_("Go back"), act=self.reject)
        layout = column(told, scrolling(inner), row(None, back, self.go), gap=theme.GAP, margins=_MARGINS)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        room = over.window().size()
        self.resize(min(560, room.width() - 60), min(520, room.height() - 40))
        self._judge()

    def ask(self) -> Substitutes | None:
        return self.chosen() if self.exec() == QDialog.DialogCode.Accepted else None

    def chosen(self) -> Substitutes:
        return {line.cluster: box.currentText() for line, box in zip(self._lines, self.boxes, strict=True)}

    def _asked(self, line: LackingLine, language: Language) -> AskedBox:
        box = QComboBox()
        box.setEditable(True)
        box.addItem("")
        box.addItems(list(line.candidates))
        box.currentTextChanged.connect(lambda _text: self._judge())
        self.boxes.append(box)
        asked = AskedBox(box, width=180)
        asked.name(f"「{line.cluster}」（{line.code}）", note=line.places.in_(language))
        return asked

    def _judge(self) -> None:
        """Only when each has a choice that the encoding holds."""
        self.go.setEnabled(all(text and fits(text) for text in self.chosen().values()))
