"""Long work of a page: told while it runs, given up by a word, and never two of them at once."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import Shell, Tasks
from clair_desktop.support.jobs import JobStopped
from clair_desktop.support.watch import Watch

T = TypeVar("T")
NOTHING_CHANGED = Wording("中止しました。何も変わっていません。", "Given up. Nothing was changed.")


class WorkingView(Protocol):
    def show_working(self, told: Wording, watch: Watch) -> None:
        """What is being done, how far it has come, and a way to give it up; the rest of the window stays free."""
        ...

    def hide_working(self) -> None: ...


class Working:
    def __init__(self, view: WorkingView, shell: Shell, tasks: Tasks) -> None:
        self._view = view
        self._shell = shell
        self._tasks = tasks
        self._watch: Watch | None = None

    @property
    def is_running(self) -> bool:
        return self._watch is not None

    def run(
        self,
        told: Wording,
        work: Callable[[Watch], T],
        done: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Does the work elsewhere; ``done`` hears of its outcome, unless the person has given it up."""
        if self._watch is not None:
            return
        watch = self._watch = Watch()
        self._view.show_working(told, watch)
        self._tasks.run(
            partial(work, watch),
            partial(self._ended, watch, done),
            partial(self._failed, watch, refused or self._shell.refuse),
        )

    def stop(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def _ended(self, watch: Watch, done: Callable[[T], None], result: T) -> None:
        self._forget()
        if watch.is_stopped:
            self._shell.say(NOTHING_CHANGED)
        else:
            done(result)

    def _failed(self, watch: Watch, refused: Callable[[Refusal], None], fault: Exception) -> None:
        self._forget()
        if watch.is_stopped or isinstance(fault, JobStopped):
            self._shell.say(NOTHING_CHANGED)
        elif isinstance(fault, Refusal):
            refused(fault)
        else:
            raise fault

    def _forget(self) -> None:
        self._watch = None
        self._view.hide_working()
