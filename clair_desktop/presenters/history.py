"""What happened to the open case."""

from collections.abc import Sequence
from typing import Protocol

from clair_desktop.domain.wording import Language
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet, HistoryEntry

__all__ = ["HistoryEntry", "HistoryPresenter", "HistoryView"]


class HistoryView(Protocol):
    def in_sight(self) -> bool: ...

    def show_history(self, entries: Sequence[HistoryEntry]) -> None: ...


class HistoryPresenter:
    """The journal is read only when somebody looks."""

    def __init__(self, view: HistoryView, office: Office, language: Language) -> None:
        self._view = view
        self._office = office
        self._language = language
        self._sheet: CaseSheet | None = None

    def show(self, sheet: CaseSheet) -> None:
        self._sheet = sheet
        if self._view.in_sight():
            self.look()

    def look(self) -> None:
        """Somebody turned to the history."""
        if self._sheet is not None:
            self._view.show_history(self._office.history.of(self._sheet.number, self._language))

    def speak(self, language: Language) -> None:
        self._language = language
        if self._view.in_sight():
            self.look()
