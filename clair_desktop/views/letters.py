"""文面・宛名: what is declared beside what is entered, the boxes to word it anew, and the paper as it would look."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QSplitter, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.letters import (
    LetterHelp,
    LetterLine,
    LetterRemarks,
    LettersPresenter,
    LettersSheet,
    LetterWish,
    typed_of,
)
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, offer
from clair_desktop.views.elements import column, label, row
from clair_desktop.views.letter_entry import LetterEntry
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.pages import PageView, PdfPages

PAUSE = 700  # milliseconds without a keystroke after which the paper is drawn anew


class LettersPart(QWidget):
    """Implements ``presenters.letters.LettersView``; which line is chosen is the view's own."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: LettersSheet | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.remark)
        self._pause.timeout.connect(self.look)
        self.table = LineTable[LetterLine]("list")
        self.table.line_chosen.connect(self._show_chosen)
        self.entry = LetterEntry(self._enter, self._withdraw, self._pause.start)
        self.case = QComboBox()
        self.case.activated.connect(lambda _place: self.look())
        self._asked_case = AskedBox(self.case, width=260)
        self.pages, self._trouble = PageView(), label(name="error", wraps=True)
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: LettersPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.table.setAccessibleName(_("Wording and addressee"))
        self.pages.setAccessibleName(_("The paper as it would look"))
        self._asked_case.name(_("Look at it for"), "F")
        self.entry.set_language(language)

    # LettersView

    def show_letters(self, sheet: LettersSheet) -> None:
        _ = words(self._language)
        chosen, self._sheet = self.table.chosen(), sheet
        self.table.show_lines(letter_columns(self._language), sheet.lines)
        specimen: list[tuple[str, object]] = [(_("The worked example"), None)]
        offer(self.case, specimen + [(number, number) for number in sheet.cases], self.case.currentData())
        keys = [(one.document, one.part) for one in sheet.lines]
        key = (chosen.document, chosen.part) if chosen else None
        self.table.choose(keys.index(key) if key in keys else 0)
        self._show_chosen()

    def show_complaint(self, field: str, wording: Wording) -> None:
        self.entry.complain(field, wording)

    def show_paper(self, path: Path | None, trouble: Wording | None) -> None:
        self.pages.show_pages(PdfPages(path) if path else None)
        self._trouble.setText(trouble.in_(self._language) if trouble else "")
        self._trouble.setVisible(trouble is not None)

    def show_help(self, help_: LetterHelp) -> None:
        self.entry.help.show_help(help_)

    def show_remarks(self, remarks: LetterRemarks) -> None:
        self.entry.help.show_remarks(remarks)

    # What the person does

    def remark(self) -> None:
        """Also where the paper is not in sight."""
        line = self.table.chosen()
        if line is not None:
            self._presenter.remark(line, self.entry.texts())

    def look(self) -> None:
        """Draws the paper, where it can be seen."""
        wish = self._wish()
        if wish is not None and self.isVisible():
            self._presenter.look(wish, self.case.currentData())

    def _wish(self) -> LetterWish | None:
        line = self.table.chosen()
        if line is None:
            return None
        source, place = self.entry.sourced()
        return LetterWish(line.document, line.part, self.entry.texts(), source, place)

    def _enter(self) -> None:
        wish = self._wish()
        if wish is not None:
            self._presenter.enter(wish)

    def _withdraw(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self._presenter.withdraw(line)

    def _show_chosen(self) -> None:
        line = self.table.chosen()
        if line is not None and self._sheet is not None:
            self.entry.show_line(self._sheet.programme, line, typed_of(line), self._sheet.year)
            self._presenter.choose_line(line)
            self._pause.start(0)

    def _lay_out(self) -> None:
        self._trouble.hide()
        looked = QWidget()
        looked.setLayout(column(row(self._asked_case, None), self._trouble, self.pages, gap=theme.SPACE))
        over = QSplitter(Qt.Orientation.Vertical)
        over.addWidget(self.table)
        over.addWidget(looked)
        over.setSizes([240, 360])
        over.setChildrenCollapsible(False)
        layout = row(over, self.entry, gap=0)
        layout.setStretch(0, 1)
        self.entry.setFixedWidth(380)
        self.setLayout(layout)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's own event, handed on as it came
        self._pause.start(0)


def letter_columns(language: Language) -> list[LineColumn[LetterLine]]:
    _ = words(language)
    return [
        LineColumn(_("Paper"), lambda one: one.paper.in_(language), widest=230),
        LineColumn(_("Part of the paper"), lambda one: one.name.in_(language), widest=150),
        LineColumn(
            _("How it stands"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone
        ),
        LineColumn(_("Text"), lambda one: one.text.in_(language).replace("\n", " / "), widest=420),
    ]
