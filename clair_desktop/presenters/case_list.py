"""The list of cases: which are shown, in what order, and the receipt of a new one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.domain.working_days import WorkingDays
from clair_desktop.presenters.due_words import due_on_words
from clair_desktop.presenters.ports import Shell
from clair_desktop.presenters.tags import NOTHING, TO_CONFIRM, Tag, due_tag, state_tag
from clair_desktop.services.listing import CaseLine, CaseOrder, ListedProgramme, ListedState, Standing, Wanted, YearKind
from clair_desktop.support.clock import Clock

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

# The window knows these two by this module.
__all__ = [
    "STANDINGS",
    "YEAR_KINDS",
    "CaseListPresenter",
    "CaseListView",
    "CaseOrder",
    "ListChoices",
    "NewCaseChoices",
    "ShownLine",
    "ShownList",
    "Standing",
    "YearKind",
]

STANDINGS: Mapping[Standing, Wording] = {
    Standing.OPEN: Wording("未完了", "Open"),
    Standing.SOON: Wording("期限7日以内", "Due in 7 days"),
    Standing.RETURNED: Wording("差戻し", "Returned"),
    Standing.CLOSED: Wording("完了", "Closed"),
    Standing.ALL: Wording("すべて", "All"),
}

YEAR_KINDS: Mapping[YearKind, Wording] = {
    YearKind.PROJECT: Wording("実施年度", "Project year"),
    YearKind.CALL: Wording("募集年度", "Call year"),
    YearKind.CLOSING: Wording("完了年度", "Closing year"),
}


class ShownLine(NamedTuple):
    """One case as the list shows it."""

    id: int
    number: str
    title: str
    applicant: str
    programme: Wording
    year: Wording
    state: Tag
    due: Tag
    due_on: date | None
    due_words: Wording  # the day itself, and the working days left to it
    received_on: date
    sample: bool


class ShownList(NamedTuple):
    """Which cases are listed, by their ids in order, and what was asked for."""

    ids: Sequence[int]
    wanted: Wanted


class ListChoices(NamedTuple):
    """What the list can be narrowed to."""

    programmes: Sequence[tuple[str, Wording]]
    years: Sequence[tuple[int, Wording]]


class NewCaseChoices(NamedTuple):
    """What may be received: programmes, years and the ones offered first."""

    programmes: Sequence[tuple[str, Wording]]
    years: Sequence[tuple[int, Wording]]
    usual_year: Mapping[str, int]  # by programme: the year a case received today is for


class Lines(Protocol):
    """Where the lines come from: ``services.listing.Listing``."""

    def programmes(self) -> Mapping[str, ListedProgramme]: ...

    def declared(self) -> Mapping[str, ListedProgramme]: ...

    def ids(self, wanted: Wanted, today: date) -> Sequence[int]: ...

    def lines(self, ids: Sequence[int]) -> Sequence[CaseLine]: ...

    def years(self, kind: YearKind) -> Sequence[int]: ...


class CaseListView(Protocol):
    def show_choices(self, choices: ListChoices) -> None: ...

    def show_cases(self, shown: ShownList) -> None: ...

    def mark(self, case_id: int | None) -> None:
        """Shows which case is open, without opening it."""
        ...

    def ask_new_case(self, choices: NewCaseChoices) -> tuple[str, int] | None:
        """The programme and the project year of a case to be received."""
        ...


class CaseListPresenter:
    """Works on the quick listing alone until the office is there; only receiving a case needs the office."""

    def __init__(
        self,
        view: CaseListView,
        lines: Lines,
        shell: Shell,
        clock: Clock,
        opens: Callable[[int], None],
    ) -> None:
        self._view = view
        self._lines = lines
        self._shell = shell
        self._clock = clock
        self._opens = opens
        self._office: Office | None = None
        self._days: WorkingDays | None = None
        self._wanted = Wanted()
        self._programmes = lines.programmes()

    def start(self) -> None:
        self._view.show_choices(self._choices())
        self.reload()

    def take_office(self, office: "Office") -> None:
        """From now on cases can be received; what the list knows of the programmes is read from themselves."""
        self._office = office
        self._programmes = self._lines.declared()

    def reload(self) -> None:
        if self._office is not None:
            self._days = self._office.days.calendar()
        self._view.show_cases(ShownList(self._lines.ids(self._wanted, self._clock.today()), self._wanted))

    def search(self, text: str) -> None:
        self._want(replace(self._wanted, text=text))

    def choose_standing(self, standing: Standing) -> None:
        self._want(replace(self._wanted, standing=standing))

    def choose_programme(self, programme: str | None) -> None:
        self._want(replace(self._wanted, programme=programme))

    def choose_year(self, year: int | None) -> None:
        self._want(replace(self._wanted, year=year))

    def choose_year_kind(self, kind: YearKind) -> None:
        """Offers the years of that kind; only closed cases have a closing year."""
        if kind is self._wanted.year_kind:
            return
        standing = Standing.CLOSED if kind is YearKind.CLOSING else self._wanted.standing
        self._wanted = replace(self._wanted, year_kind=kind, year=None, standing=standing)
        self._view.show_choices(self._choices())
        self.reload()

    def sort(self, order: CaseOrder, *, descending: bool) -> None:
        self._want(replace(self._wanted, order=order, descending=descending))

    def open(self, case_id: int) -> None:
        if self._office is not None:
            self._opens(case_id)

    def block(self, ids: Sequence[int]) -> Sequence[ShownLine]:
        """The lines of some cases, ready to show; the list asks as they come into sight."""
        today = self._clock.today()
        return [self._shown(line, today) for line in self._lines.lines(ids)]

    def receive(self) -> bool:
        """Asks for programme and year, and receives a case; a programme that takes none says why. Whether one was."""
        if self._office is None:
            return False
        asked = self._view.ask_new_case(self._new_choices())
        if asked is None:
            return False
        try:
            sheet = self._office.cases.new(*asked)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return False
        self._shell.say(Wording(f"案件{sheet.number}を受け付けました。", f"Received case {sheet.number}."))
        self._view.show_choices(self._choices())
        self.reload()
        self._opens(sheet.id)
        return True

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.reload()

    def _shown(self, line: CaseLine, today: date) -> ShownLine:
        programme = self._programmes.get(line.programme)
        state = programme.states.get(line.state) if programme else None
        return ShownLine(
            id=line.id,
            number=line.number,
            title=line.title,
            applicant=line.applicant_name,
            programme=programme.name if programme else same(line.programme),
            year=FiscalYear(line.project_year).label(),
            state=state_tag(line.state, state.label, state.tone) if state else Tag(same(line.state), "off"),
            due=_deadline(line.due_on, state, today) if state else NOTHING,
            due_on=line.due_on,
            due_words=self._day_words(line.due_on, state, today),
            received_on=line.received_on,
            sample=line.sample,
        )

    def _day_words(self, day: date | None, state: ListedState | None, today: date) -> Wording:
        """Working days are told once the office is there, whose calendar they are."""
        if day is None or state is None or state.closed:
            return NOTHING.words
        return due_on_words(day, today, self._days)

    def _choices(self) -> ListChoices:
        years = [(year, FiscalYear(year).label()) for year in self._lines.years(self._wanted.year_kind)]
        return ListChoices([(key, one.name) for key, one in self._programmes.items()], years)

    def _new_choices(self) -> NewCaseChoices:
        this = FiscalYear.containing(self._clock.today())
        usual = {key: this.start_year + one.called_ahead for key, one in self._programmes.items()}
        years = [this.start_year + ahead for ahead in (1, 0, -1)]
        return NewCaseChoices(
            [(key, one.name) for key, one in self._programmes.items()],
            [(year, FiscalYear(year).label()) for year in years],
            usual,
        )


def _deadline(day: date | None, state: ListedState, today: date) -> Tag:
    """How near it is; where the programme sets one for the state that nobody knows yet, that it must be confirmed."""
    if state.closed:
        return NOTHING
    if day is not None:
        return due_tag(day, today)
    return TO_CONFIRM if state.has_deadline else NOTHING
