"""The file a tab is about: its name, what it is, how many findings it has, and the ways to another one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.tags import Tag
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import Badge, FittedLabel, button, column, empty, keyed, label, row


class FileHead(QWidget):
    def __init__(
        self, choose: Callable[[], None], again: Callable[[], None], away: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self._name, self._facts = FittedLabel(), label(name="sub", wraps=True)
        self._badges = row(gap=6)
        self.choose = button(name="primary", act=choose)
        self.again, self.away = button(act=again), button(act=away)
        self._has_away = away is not None
        self._line = QWidget()
        facts = row(self._badges, self._facts, gap=theme.GAP)
        facts.setStretch(1, 1)
        self._line.setLayout(facts)
        self.setLayout(column(row(self._name, self.away, self.again, self.choose), self._line, gap=6))
        self.show_file(None, (), (), Language.JA)

    def set_language(self, language: Language, choose: str = "") -> None:
        _ = words(language)
        self.choose.setText(keyed(choose or _("Choose a file"), "I"))
        self.again.setText(keyed(_("Read it again"), "R"))
        self.away.setText(keyed(_("Put it away"), "W"))

    def show_file(self, path: Path | None, facts: Sequence[Wording], tags: Sequence[Tag], language: Language) -> None:
        self._name.put(path.name if path else "")
        self._name.setToolTip(str(path or ""))
        self._facts.setText(" ／ ".join(one.in_(language) for one in facts if one.in_(language)))
        empty(self._badges)
        for one in tags:
            self._badges.addWidget(Badge(one.words.in_(language), one.tone))
        self.again.setVisible(path is not None)
        self._line.setVisible(path is not None)
        self.away.setVisible(path is not None and self._has_away)
