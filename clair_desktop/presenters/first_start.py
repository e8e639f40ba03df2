"""The first start: which branch this is and in which language, or a look at the demonstration office."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.branch_choice import BranchChoice, BranchFinder
from clair_desktop.presenters.ports import Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

DEMONSTRATION = Wording(
    "見本の支部（宮城県支部）をこのフォルダーに作ります。案件はすべて見本で、どの書類にも「見本」と入ります。"
    "実際の事務には、空のフォルダーを別に用意して使ってください。",
    "This makes a demonstration office (Miyagi Prefecture Branch) in this folder. All its cases are samples, and every "
    "paper is marked so. For real work, start with another, empty folder.",
)
MAKE_DEMONSTRATION = Wording("見本を作って始める", "Make the sample and begin")


class FirstStartView(Protocol):
    def show_branches(self, choices: Sequence[BranchChoice]) -> None: ...

    def show_language(self, language: Language) -> None: ...

    def show_complaint(self, wording: Wording) -> None: ...

    def finish(self) -> None: ...


class FirstStartPresenter:
    """Nothing is kept until a branch is chosen; the choice of the branch is the last thing written."""

    def __init__(self, view: FirstStartView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._finder = BranchFinder(office.names, office.clock.today())
        self._typed = ""

    def start(self) -> None:
        self._view.show_language(self._language)
        self._view.show_branches(self._finder.all())

    def search(self, text: str) -> None:
        self._typed = text
        self._view.show_branches(self._finder.find(text))

    def speak(self, language: Language) -> None:
        self._language = language
        self._view.show_language(language)
        self._view.show_branches(self._finder.find(self._typed))

    def begin(self, branch: str | None) -> None:
        """Keeps language and branch; without a branch nothing is kept and the view says what to do."""
        if branch is None:
            self._view.show_complaint(Wording("支部を一覧から選んでください。", "Choose the branch from the list."))
            return
        try:
            self._office.branch.put(replace(self._office.branch.get(), language=self._language))
            self._office.branch.choose_branch(branch)
        except Refusal as refusal:
            self._view.show_complaint(refusal.wording)
            return
        self._view.finish()

    def demonstrate(self) -> None:
        """Makes the demonstration office, after saying what that is; a folder in use is refused and stays as it is."""
        from clair_desktop.services.demonstration import fill_demonstration

        if not self._shell.confirm(DEMONSTRATION, MAKE_DEMONSTRATION):
            return
        try:
            fill_demonstration(self._office)
        except Refusal as refusal:
            self._view.show_complaint(refusal.wording)
            return
        self._office.branch.put(replace(self._office.branch.get(), language=self._language))
        self._view.finish()
