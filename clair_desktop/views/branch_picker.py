"""Choosing one of the 67 branches by typing: the list narrows, ↓ goes into it, Enter chooses."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.branch_choice import BranchChoice
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import button, column, keyed, label, name_inner_buttons, row
from clair_desktop.views.line_table import LineColumn, LineTable


class BranchPicker(QWidget):
    """A search line over the branches it found."""

    def __init__(self, searches: Callable[[str], None], done: Callable[[], None]) -> None:
        super().__init__()
        self.search = AskedLine(done)
        self.search.line.setClearButtonEnabled(True)
        self.search.line.textChanged.connect(searches)
        self.table = LineTable[BranchChoice]("list")
        self.table.line_opened.connect(done)
        self._language = Language.JA
        self.nothing = label(name="sub", wraps=True)
        self.nothing.hide()
        layout = column(self.search, self.nothing, self.table, gap=theme.SPACE)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.search.name(
            _("Find the branch"), "F", _("Name, reading, romaji or code; a town finds the branch that serves it")
        )
        name_inner_buttons(self.search.line, _("Clear the search"))
        self.table.setAccessibleName(_("Branches"))
        self.nothing.setText(_("Nothing is found. Type a part of the name, its reading, or the name of a town."))

    def show_branches(self, choices: Sequence[BranchChoice]) -> None:
        """The branches found; where it is only one, or something was typed, the first is chosen already."""
        self.table.show_lines(choice_columns(self._language), choices, stretch=2)
        self.nothing.setVisible(not choices)
        if choices and self.search.text().strip():
            self.table.choose(0)

    def chosen(self) -> str | None:
        found = self.table.chosen()
        return found.code if found else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ from the search line goes into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.line.hasFocus():
            self.table.setFocus()
            self.table.choose(max(self.table.currentIndex().row(), 0))
            return
        super().keyPressEvent(event)


class BranchDialog(QDialog):
    """Asks for another branch; going back changes nothing."""

    def __init__(self, over: QWidget, language: Language, find: Callable[[str], Sequence[BranchChoice]]) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Change the branch"))
        self.picker = BranchPicker(lambda text: self.picker.show_branches(find(text)), self._take)
        self.picker.set_language(language)
        self.picker.show_branches(find(""))
        self.take = button(keyed(_("Choose this branch"), "C"), name="primary", act=self._take)
        back = button(_("Go back"), act=self.reject)
        self.setLayout(column(self.picker, row(None, back, self.take), gap=theme.GAP, margins=(20, 16, 20, 16)))
        self.resize(560, 520)

    def ask(self) -> str | None:
        return self.picker.chosen() if self.exec() == QDialog.DialogCode.Accepted else None

    def _take(self) -> None:
        if self.picker.chosen():
            self.accept()


def choice_columns(language: Language) -> list[LineColumn[BranchChoice]]:
    _ = words(language)

    def remark(one: BranchChoice) -> str:
        if one.because:
            return _("serves %(town)s") % {"town": one.because.in_(language)}
        if one.designated_on:
            return _("designated city since %(day)s") % {"day": printed_date(one.designated_on, language)}
        return ""

    return [
        LineColumn(_("Branch"), lambda one: one.name.in_(language)),
        LineColumn(_("Reading"), lambda one: one.kana),
        LineColumn(_("Remark"), remark),
    ]
