"""募集: the calls of a year, what the municipalities answered, letters and labels to them, and their addresses."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTabWidget, QWidget

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_letters import CallLettersPresenter, LettersSheet
from clair_desktop.presenters.call_matrix import MatrixSheet, MatrixWish
from clair_desktop.presenters.calls import CallKey, CallsPresenter, CallsSheet, Part
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import offer
from clair_desktop.views.call_addresses import AddressesPart
from clair_desktop.views.call_letters import LettersPart
from clair_desktop.views.call_list import CallListPart
from clair_desktop.views.call_matrix import MatrixPart
from clair_desktop.views.elements import column, keyed, label, pane, row

CALLS, ANSWERS, LETTERS, ADDRESSES = range(4)


class CallsPage(QWidget):
    """Implements ``presenters.calls.CallsView`` and ``presenters.call_letters.LettersView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._presenter: CallsPresenter | None = None
        self._letters: CallLettersPresenter | None = None
        self._title, self.year = label(size=theme.TITLE, bold=True), QComboBox()
        self._year_name = label()
        self._year_name.setTextFormat(Qt.TextFormat.AutoText)
        self._year_name.setBuddy(self.year)
        self.year.setMinimumWidth(150)
        self.year.activated.connect(self._choose_year)
        self.calls, self.matrix = CallListPart(language), MatrixPart(language)
        self.letters, self.addresses = LettersPart(language), AddressesPart(language)
        self.calls.answers_wanted.connect(self._show_answers)
        self.letters.addresses_wanted.connect(self._show_missing)
        self.matrix.table.cell_chosen.connect(self._follow_call)
        self._followed: CallKey | None = None
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part in (self.calls, self.matrix, self.letters, self.addresses):
            self.tabs.addTab(part, "")
        head = row(self._title, None, self._year_name, self.year, gap=theme.SPACE, margins=(16, 8, 16, 4))
        layout = column(pane(head), self.tabs, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_language(language)

    def is_typing(self) -> bool:
        """Whether something is typed here that was not kept."""
        parts = self.calls.days.typed, self.matrix.answer.typed, self.addresses.typed
        return any(one.waiting() for one in parts)

    def bind(self, presenter: CallsPresenter, letters: CallLettersPresenter) -> None:
        self._presenter, self._letters = presenter, letters
        self.calls.bind(presenter)
        self.matrix.bind(presenter)
        self.letters.bind(letters)
        self.addresses.bind(letters)

    def hand_over(self, presenter: CallsPresenter, letters: CallLettersPresenter) -> None:
        """Others follow, in another language: they go on with the year, the search and the wish of those before."""
        if self._presenter is not None and self._letters is not None:
            presenter.look_at(self._presenter.looked_at)
            letters.wish = self._letters.wish

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Calls"))
        self._year_name.setText(keyed(_("Project year"), "Y"))
        self.year.setAccessibleName(_("Project year"))
        names = (_("Calls of the year"), _("Answers by body"), _("Reminders and labels"), _("Addresses"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        for part in (self.calls, self.matrix, self.letters, self.addresses):
            part.set_language(language)

    # CallsView

    def show_calls(self, sheet: CallsSheet) -> None:
        offer(self.year, [(one.label().in_(self._language), one) for one in sheet.years], sheet.year)
        self.calls.show_calls(sheet)
        self.matrix.show_calls(sheet)

    def show_matrix(self, sheet: MatrixSheet) -> None:
        self.matrix.show_matrix(sheet)

    def show_complaint(self, part: Part, field: str, wording: Wording) -> None:
        complain = self.calls.days.complain if part is Part.DAYS else self.matrix.answer.complain
        complain(field, wording)

    # LettersView

    def in_sight(self) -> bool:
        return self.letters.isVisible()

    def show_letters(self, sheet: LettersSheet) -> None:
        self.letters.show_letters(sheet)
        self.addresses.show_letters(sheet)

    def show_file(self, path: Path, warnings: Sequence[Wording]) -> None:
        self.letters.show_file(path, warnings)

    def show_no_file(self, field: str, refusal: Refusal | None) -> None:
        self.letters.show_no_file(field, refusal)

    def show_address_complaint(self, field: str, wording: Wording) -> None:
        self.addresses.complain(field, wording)

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
        from clair_desktop.views.printing import ask_and_print

        return ask_and_print(path, title, self, monochrome=monochrome)

    # What the person does

    def _choose_year(self, _place: int) -> None:
        if self._presenter is not None:
            self._presenter.choose_year(self.year.currentData())

    def _show_answers(self, key: CallKey) -> None:
        """The answers to one call, ready for the keyboard."""
        if self._presenter is not None:
            self._presenter.narrow(MatrixWish(call=key))
        self.matrix.search.put("")
        self.tabs.setCurrentIndex(ANSWERS)
        self.matrix.table.setFocus()

    def _follow_call(self) -> None:
        """The papers are about the call that was last looked at."""
        call = self.matrix.table.call()
        if call is not None and call.key != self._followed and self._letters is not None:
            self._followed = call.key
            self._letters.turn_to(call.key)

    def _show_missing(self) -> None:
        self.tabs.setCurrentIndex(ADDRESSES)
        self.addresses.show_missing()
