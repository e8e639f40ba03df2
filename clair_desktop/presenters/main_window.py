"""The window as a whole: which branch it is, what can be undone, what was left unfinished, who hears of changes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import Shell
from clair_desktop.presenters.recovery import Recovery, Unfinished

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries


class MainWindowView(Protocol):
    def show_branch(self, name: Wording, *, demonstration: bool) -> None: ...

    def show_undo(self, title: Wording | None) -> None:
        """What would be undone; None where there is nothing."""
        ...

    def show_unfinished(self, unfinished: Sequence[Unfinished]) -> None: ...

    def is_typing(self) -> bool:
        """Whether the open case holds something that is not saved."""
        ...


class MainWindowPresenter:
    """``hear`` is told of every change: the list and the open case read themselves anew."""

    def __init__(
        self, view: MainWindowView, office: "Office", shell: Shell, hear: Callable[[frozenset[int]], None]
    ) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._hear = hear
        self._recovery = Recovery(office, shell)
        self._unfinished: Sequence[Unfinished] = ()

    def start(self) -> None:
        self._office.on_change(self._changed)
        self._show_branch()
        self._view.show_undo(self._office.undoable())
        self._unfinished = self._recovery.unfinished()
        self._view.show_unfinished(self._unfinished)

    def undo(self) -> None:
        """Undoes the newest act; what is typed and unsaved would stand upon it, so it must be saved or discarded first."""
        if self._view.is_typing():
            self._shell.tell(
                Wording(
                    "保存していない入力があります。保存するか破棄してから、もう一度「元に戻す」を実行してください。",
                    "Something typed is not saved. Save or discard it, then undo again.",
                )
            )
            return
        try:
            title = self._office.undo()
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            self._shell.say(Wording(f"元に戻しました：{title.ja}", f"Undone: {title.en}"))

    def throw_unfinished_away(self) -> None:
        if self._recovery.throw_away(self._unfinished):
            self.forget_unfinished()

    def forget_unfinished(self) -> None:
        """The person has seen what was unfinished."""
        self._unfinished = ()
        self._view.show_unfinished(())

    def look_again(self) -> None:
        """Something outside this window, such as the command line, has changed the cases."""
        self._changed(frozenset())

    def _changed(self, cases: frozenset[int]) -> None:
        self._view.show_undo(self._office.undoable())
        if not cases:
            self._show_branch()
        self._hear(cases)

    def _show_branch(self) -> None:
        profile = self._office.branch.get()
        self._view.show_branch(profile.name, demonstration=profile.demonstration)
