"""The letter that the last step of a case calls for: its name, when it was made or what it lacks, and the way to it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import LetterThatFollows
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, label, mark, row


class LetterLine(QFrame):
    """``opens`` is told the pack when the person wants to see the letter."""

    def __init__(self, opens: Callable[[str], None]) -> None:
        super().__init__()
        mark(self, "tone", "info")
        self._pack = ""
        self._name, self._told = label(wraps=True), label(size=theme.CAPTION, name="sub", wraps=True)
        self.open = button(act=lambda: opens(self._pack))
        line = row(margins=(12, 6, 12, 6))
        line.addLayout(column(self._name, self._told, gap=2), 1)
        line.addWidget(self.open)
        self.setLayout(line)
        self.hide()

    def show_letter(self, follows: LetterThatFollows | None, language: Language) -> None:
        self.setHidden(follows is None)
        if follows is None:
            return
        _ = words(language)
        self._pack = follows.pack
        self._name.setText(_("Letter that follows: %(name)s") % {"name": follows.name.in_(language)})
        self._told.setText("\n".join(one.in_(language) for one in follows.told))
        self._told.setHidden(not follows.told)
        self.open.setText(_("Open the letter"))
        self.open.setAccessibleDescription(self._name.text())

    def told(self) -> str:
        """What is said; empty where no letter follows."""
        return "" if self.isHidden() else "\n".join(one.text() for one in (self._name, self._told) if one.text())
