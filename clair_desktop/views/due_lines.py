"""The deadlines of a case under its title: each with its day, how long is left, and what a closed day does to it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.due_lines import DueLine, said
from clair_desktop.views import theme
from clair_desktop.views.elements import Badge, empty, label, row


class DueLines(QWidget):
    """A line for each; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.hide()

    def show_lines(self, lines: Sequence[DueLine], language: Language) -> None:
        empty(self._lines)
        for one in lines:
            self._lines.addWidget(_shown(one, language))
            if one.remark:
                self._lines.addWidget(label(one.remark.in_(language), size=theme.CAPTION, name="sub", wraps=True))
        self.setAccessibleName("\n".join(said(one).in_(language) for one in lines))
        self.setVisible(bool(lines))


def _shown(line: DueLine, language: Language) -> QWidget:
    made = QWidget()
    told = label(f"{line.label.in_(language)}　{line.when.in_(language)}".strip(), size=theme.CAPTION)
    policy = told.sizePolicy().Policy
    told.setSizePolicy(policy.Maximum, policy.Preferred)
    made.setLayout(row(told, Badge(line.left.words.in_(language), line.left.tone or "off"), None, gap=8))
    return made
