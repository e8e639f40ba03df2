"""Somebody else saved the same case: both answers stand side by side, and the person chooses."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.conflicts import Conflict, Side
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, empty, label, mark, pane, row, scrolling


class ConflictsPanel(QFrame):
    """One line per field that differs. Nothing is saved until the button is pressed; nothing typed is dropped."""

    def __init__(self, resolve: Callable[[Mapping[str, Side]], None]) -> None:
        super().__init__()
        self._resolve = resolve
        self.choices: dict[str, dict[Side, QRadioButton]] = {}
        self.save: QPushButton | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(12, 10, 12, 10)
        mark(self, "tone", "warning")
        self.hide()

    def show_conflicts(self, found: Sequence[Conflict], language: Language) -> None:
        _ = words(language)
        empty(self._body)
        self.choices = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        for place, head in enumerate((_("Field"), _("Entered here"), _("Saved elsewhere"))):
            grid.addWidget(label(head, size=theme.CAPTION, bold=True), 0, place)
        for place, conflict in enumerate(found, start=1):
            self._line(grid, place, conflict, language)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        save = self.save = button(_("Save what is chosen"), name="primary", act=self._chosen)
        told = label(
            _("This case was saved elsewhere meanwhile. Nothing of yours is lost. Choose which answers to keep."),
            bold=True,
            wraps=True,
        )
        held = scrolling(pane(column(grid, None)))
        held.setMaximumHeight(240)
        made = QWidget()
        made.setLayout(column(told, held, row(None, save)))
        self._body.addWidget(made)
        self.show()
        save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, grid: QGridLayout, place: int, conflict: Conflict, language: Language) -> None:
        name = conflict.label.in_(language)
        group = QButtonGroup(self)
        grid.addWidget(label(name, wraps=True), place, 0)
        self.choices[conflict.key] = {}
        for column_, side, text in ((1, Side.MINE, conflict.mine), (2, Side.THEIRS, conflict.theirs)):
            choice = QRadioButton(text.replace("&", "&&") or "―")
            choice.setAccessibleName(f"{name}：{text or '―'}")
            choice.setToolTip(text)
            choice.setChecked(side is conflict.side)
            group.addButton(choice)
            self.choices[conflict.key][side] = choice
            grid.addWidget(choice, place, column_)

    def _chosen(self) -> None:
        sides = {key: next(side for side, one in pair.items() if one.isChecked()) for key, pair in self.choices.items()}
        self.hide()
        self._resolve(sides)
