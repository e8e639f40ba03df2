"""The branch's calendar: everything that open cases, calls and holidays put on it between two days."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from clair_desktop.domain.agenda import JAPAN_ZONE, WISHED, Entry, EntryKind, Happening
from clair_desktop.domain.calls import DAY_WORDS
from clair_desktop.domain.deadlines import ARRIVAL_WORDS, Due
from clair_desktop.domain.holidays import JAPAN, DayKind, Holiday
from clair_desktop.domain.office_places import OFFICE_PLACES, zone_of
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.wording import Wording, same
from clair_desktop.services.call_sheets import CallSheet
from clair_desktop.services.calls import Calls
from clair_desktop.services.caseload import OpenCase, open_cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.holiday_tables import load_holidays

EVERYTHING = frozenset(EntryKind)
_NONE = Wording("", "")


class Agenda:
    def __init__(self, desk: Desk, calls: Calls) -> None:
        self._desk = desk
        self._calls = calls

    def collected(self) -> list[Entry]:
        """Everything that open cases and calls put on the calendar, of whatever day."""
        return [*self._of_cases(), *self._of_calls()]

    def entries(
        self,
        first: date,
        last: date,
        kinds: Iterable[EntryKind] = EVERYTHING,
        collected: Sequence[Entry] | None = None,
    ) -> list[Entry]:
        """Every entry that stands on one of the days, in order; whoever turns pages gives what was ``collected``."""
        wanted = frozenset(kinds)
        own = [one for one in (self.collected() if collected is None else collected) if one.kind in wanted]
        found = [*own, *_holidays(first, last, wanted)]
        return sorted((one for one in found if one.first <= last and one.last >= first), key=lambda one: one.order)

    def _of_cases(self) -> Iterator[Entry]:
        for key, programme in self._desk.programmes.items():
            with self._desk.database.reading() as work:
                years = work.caseload.open_years(key, programme.workflow.closed_states())
            for year in years:
                edition = self._desk.edition(key, year)
                for case in open_cases(self._desk, edition):
                    yield from _of_case(case, edition)

    def _of_calls(self) -> Iterator[Entry]:
        for sheet in self._calls.all():
            yield from _of_call(sheet)


def _of_case(case: OpenCase, edition: Edition) -> Iterator[Entry]:
    about = same(case.title) if case.title else edition.programme.name
    for due in edition.due(case.state.key, case.facts):
        if due.day and not due.deadline.happens:
            yield _deadline(case, due, due.day, about, edition.programme.name)
    declared = edition.programme.happenings
    for happening in declared(case.facts) if declared else ():
        yield _happening(case, happening, about)


def _deadline(case: OpenCase, due: Due, day: date, about: Wording, programme: Wording) -> Entry:
    arrival = ARRIVAL_WORDS[due.deadline.arrival] if due.deadline.arrival else _NONE
    how = Wording(f"（{arrival.ja}）" if arrival.ja else "", f" ({arrival.en})" if arrival.en else "")
    label, remark = due.deadline.label, due.remark or _NONE
    hour = case.facts.deadline_hour if due.deadline.key == "headquarters" else ""
    return Entry(
        key=f"{case.number}.{due.deadline.key}",
        kind=EntryKind.DEADLINE,
        first=day,
        last=day,
        title=Wording(f"{label.ja}{how.ja} {about.ja}", f"{label.en}{how.en}: {about.en}"),
        detail=Wording(f"{programme.ja} {remark.ja}".strip(), f"{programme.en} {remark.en}".strip()),
        begins=hour,
        case_id=case.id,
        number=case.number,
        due=True,
    )


def _happening(case: OpenCase, one: Happening, about: Wording) -> Entry:
    mark = WISHED if one.wished else _NONE
    return Entry(
        key=f"{case.number}.{one.key}",
        kind=one.kind,
        first=one.first,
        last=one.last,
        title=Wording(f"{one.title.ja}{mark.ja}", f"{one.title.en}{mark.en}"),
        detail=about,
        begins=one.begins,
        ends=one.ends,
        zone=zone_of(one.country) if one.country else JAPAN_ZONE,
        case_id=case.id,
        number=case.number,
        wished=one.wished,
    )


def _of_call(sheet: CallSheet) -> Iterator[Entry]:
    days, name, year = sheet.days, sheet.programme.name, sheet.edition.year
    for key, one in (("opens", days.opens), ("branch_deadline", days.branch_deadline), ("deadline", days.deadline)):
        if one.day:
            label = DAY_WORDS[key]
            yield Entry(
                key=f"call.{sheet.programme.key}.{year.start_year}.{sheet.round}.{key}",
                kind=EntryKind.CALL,
                first=one.day,
                last=one.day,
                title=Wording(f"{label.ja} {name.ja}", f"{label.en}: {name.en}"),
                detail=year.label(),
                begins=days.hour if key == "deadline" else "",
                due=key != "opens",
            )


def _holidays(first: date, last: date, wanted: frozenset[EntryKind]) -> Iterator[Entry]:
    table = load_holidays()
    places = [JAPAN] if EntryKind.HOLIDAY in wanted else []
    places += OFFICE_PLACES if EntryKind.OFFICE_HOLIDAY in wanted else []
    for place in places:
        for one in table.between(place, first, last):
            yield _holiday(one)


def _holiday(one: Holiday) -> Entry:
    said = Entry(
        f"{one.place}.{one.day}.{one.name.en}", EntryKind.HOLIDAY, one.day, one.day, one.said, same(one.source),
        place=one.place,
    )  # fmt: skip
    if one.place == JAPAN:
        return said
    city = OFFICE_PLACES[one.place].city
    worked = Wording("（出勤日）", " (worked)") if one.kind is DayKind.WORKDAY else _NONE
    title = Wording(f"{city.ja}：{one.said.ja}{worked.ja}", f"{city.en}: {one.said.en}{worked.en}")
    return replace(said, kind=EntryKind.OFFICE_HOLIDAY, title=title)
