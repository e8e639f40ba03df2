"""The open case: its entry and the other tabs, made when the first case is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import CaseEntryPresenter
from clair_desktop.presenters.copying import CopyingPresenter
from clair_desktop.presenters.enclosures import EnclosuresPresenter
from clair_desktop.presenters.history import HistoryPresenter
from clair_desktop.presenters.ports import Shell, Tasks
from clair_desktop.presenters.preview import PreviewPresenter

if TYPE_CHECKING:
    from clair_desktop.services.office import Office
    from clair_desktop.views.case_entry import CaseEntryPane


class CaseDesk:
    """The presenters of one entry pane, wired to one another."""

    def __init__(
        self,
        pane: "CaseEntryPane",
        office: "Office",
        shell: Shell,
        language: Language,
        opens: Callable[[int], None],
        *,
        tasks: Tasks | None = None,
    ) -> None:
        self.pane = pane
        self.enclosures = EnclosuresPresenter(pane.enclosures, office, shell, tasks)
        self.documents = PreviewPresenter(pane.documents, office, shell, language, pane.go_to_answer, tasks=tasks)
        self.history = HistoryPresenter(pane.history, office, language)
        self.copying = CopyingPresenter(pane, office, shell, opens, self._is_saved)
        followers = (self.enclosures.show, self.documents.show, self.history.show, self.copying.show)
        self.entry = CaseEntryPresenter(pane, office, shell, language, followers)
        pane.enclosures.bind(self.enclosures)
        pane.documents.bind(self.documents)
        pane.history.bind(self.history)
        pane.bind_copying(self.copying)
        pane.bind(self.entry)

    def speak(self, language: Language) -> None:
        self.pane.set_language(language)
        self.entry.speak(language)
        self.history.speak(language)
        self.documents.speak(language)

    def hear(self, cases: frozenset[int]) -> None:
        """These cases have changed; no case named means that anything may have."""
        if not cases or self.entry.case_id in cases:
            self.entry.refresh()

    def print(self) -> None:
        if self.pane.documents.isVisible():
            self.documents.print()

    def _is_saved(self) -> bool:
        """Saves what is typed; False where something keeps it from being saved."""
        return not self.pane.is_typing() or self.entry.save()

    def close(self) -> None:
        self.entry.leave()
        self.documents.close()
