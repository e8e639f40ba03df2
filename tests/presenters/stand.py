"""What the tests of pages stand on: an office in memory on one day, a shell and views that remember."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from clair_desktop.domain.answers import read
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import FileKind
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock

TODAY = datetime(2026, 11, 20, 9, 0).astimezone()
MIYAGI = "040002"


@contextmanager
def opened_office(branch: str | None = MIYAGI) -> Iterator[Office]:
    """An office that is gone afterwards; a branch is chosen unless None is asked for."""
    office = Office.in_memory(clock=FixedClock(TODAY))
    if branch:
        office.branch.choose_branch(branch)
    try:
        yield office
    finally:
        office.close()


def receive_examples(office: Office) -> None:
    """The first worked cases of every programme, received and not yet taken further."""
    for key, programme in office.programmes().items():
        for example in programme.examples[:3]:
            fields = programme.edition(FiscalYear(example.year)).fields()
            answers = read(fields, example.answers, office.names).answers
            office.cases.new(key, example.year, answers, received_on=received_on(programme), sample=True)


def received_on(programme: Programme) -> date:
    """Today, or the last day on which an ended programme took cases."""
    return min(TODAY.date(), programme.until.last_day) if programme.until else TODAY.date()


class RememberingShell:
    """Answers as told beforehand and remembers what was asked and said."""

    def __init__(self, *, agrees: bool = True, target: Path | None = None, source: Path | None = None) -> None:
        self.agrees = agrees
        self.target = target
        self.source = source
        self.questions: list[Wording] = []
        self.said: list[Wording] = []
        self.told: list[Wording] = []
        self.refused: list[Refusal] = []
        self.suggested: list[str] = []
        self.offered: Sequence[str] = []
        self.opened: list[Path] = []

    def ask_text(self, question: Wording, initial: str = "") -> str | None:
        return initial

    def confirm(self, question: Wording, action: Wording, *, grave: bool = False) -> bool:
        self.questions.append(question)
        return self.agrees

    def say(self, message: Wording) -> None:
        self.said.append(message)

    def tell(self, message: Wording) -> None:
        self.told.append(message)

    def refuse(self, refusal: Refusal) -> None:
        self.refused.append(refusal)

    def pick_save(self, title: Wording, suggested: str, kinds: object) -> Path | None:
        self.suggested.append(suggested)
        return self.target

    def pick_file(self, title: Wording, kinds: Sequence[FileKind]) -> Path | None:
        self.offered = [ending for _called, endings in kinds for ending in endings]
        return self.source

    def open_file(self, path: Path) -> bool:
        self.opened.append(path)
        return self.agrees

    def open_folder(self, path: Path) -> None:
        self.opened.append(path)


class Remembering:
    """A view or a presenter that remembers, by verb, what it was called with; ``replies`` answers questions."""

    def __init__(self, **replies: object) -> None:
        self.calls: list[tuple[str, tuple[object, ...]]] = []
        self._replies = replies

    def __getattr__(self, verb: str) -> Callable[..., object]:
        def remembered(*given: object, **_named: object) -> object:
            self.calls.append((verb, given))
            return self._replies.get(verb)

        return remembered

    def last(self, verb: str) -> object:
        """The (first) thing the verb was last called with."""
        found = [given for called, given in self.calls if called == verb]
        return found[-1][0] if len(found[-1]) == 1 else found[-1]

    def heard(self, verb: str) -> bool:
        return any(called == verb for called, _given in self.calls)


class ImmediateTasks:
    """Does the work at once, where a window would let it be done elsewhere."""

    def run(self, work, done, failed) -> None:
        try:
            result = work()
        except Exception as fault:  # noqa: BLE001 - as the window's own tasks do
            failed(fault)
        else:
            done(result)


class PatientTasks:
    """Work that has begun and ends when the test says so."""

    def run(self, work, done, failed) -> None:
        self._parts = (work, done, failed)

    def end(self) -> None:
        ImmediateTasks().run(*self._parts)
