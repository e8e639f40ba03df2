"""What happened to a case: who, when, what from and to."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.history import HistoryEntry, HistoryPresenter
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import Badge, column, empty, label, pane, row, rule, scrolling


class HistoryPane(QWidget):
    """Implements ``presenters.history.HistoryView``; the latest act stands first."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._entries: Sequence[HistoryEntry] = ()
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(20, theme.MARGIN, 20, theme.MARGIN)
        self._lines.setSpacing(theme.SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(pane(self._lines)))

    def bind(self, presenter: HistoryPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        self._language = language

    def in_sight(self) -> bool:
        return self.isVisible()

    def show_history(self, entries: Sequence[HistoryEntry]) -> None:
        self._entries = entries
        empty(self._lines)
        for entry in entries:
            self._lines.addWidget(self._entry(entry))
            self._lines.addWidget(rule())
        self._lines.addStretch(1)

    def told(self) -> list[str]:
        """The titles shown, the latest first."""
        return [entry.title.in_(self._language) for entry in self._entries]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if hasattr(self, "_presenter"):
            self._presenter.look()

    def _entry(self, entry: HistoryEntry) -> QWidget:
        _ = words(self._language)
        at = f"{printed_date(entry.at.date(), self._language)} {entry.at:%H:%M}"
        undone = [Badge(_("undone"), "off")] if entry.undone else []
        head = row(label(entry.title.in_(self._language), bold=True), *undone, None)
        told = [
            label(
                f"{change.what.in_(self._language)}：{change.old or '―'} → {change.new or '―'}",
                size=theme.CAPTION,
                wraps=True,
            )
            for change in entry.changes
        ]
        made = QWidget()
        made.setLayout(column(head, label(f"{at}　{entry.who}", size=theme.CAPTION, name="sub"), *told, gap=3))
        return made
