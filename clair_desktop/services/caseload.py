"""The open cases of a year, read in one pass as facts: no sheet is built where facts suffice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from clair_desktop.domain.answers import loaded
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.workflow import State
from clair_desktop.model.caseload import OpenCaseRow
from clair_desktop.model.tables import DecisionRow
from clair_desktop.model.work import Work
from clair_desktop.services.branch import own_branch
from clair_desktop.services.day_settings import working_days
from clair_desktop.services.desk import Desk
from clair_desktop.services.earlier import Precedents, Receipt
from clair_desktop.services.reading import deadline_hour
from clair_desktop.services.sheets import Decision


@dataclass(frozen=True, slots=True)
class OpenCase:
    """An open case as its checks see it today; ``due_on`` is the day the list shows."""

    id: int
    number: str
    title: str
    state: State
    due_on: date | None
    receipt: Receipt
    facts: Facts
    decisions: Sequence[Decision]


def open_cases(desk: Desk, edition: Edition) -> Iterator[OpenCase]:
    """Every open case of the edition's programme and year, in the order in which they came.

    Read a few hundred at a time: whoever judges ten thousand of them keeps nobody from writing meanwhile.
    """
    states = {state.key: state for state in edition.programme.workflow.states}
    fields, today, precedents, own = list(edition.fields()), desk.clock.today(), Precedents(desk), own_branch(desk)
    with desk.database.reading() as work:
        days, hour = working_days(work.settings), deadline_hour(work, edition.programme.key, edition.year.start_year)
    for batch in _batches(desk, edition):
        precedents.expect(row.answers for row in batch.rows)
        for row in batch.rows:
            answers = loaded(fields, row.answers)
            receipt = Receipt(row.received_on, row.id, row.sample)
            earlier = precedents.before(receipt, answers)
            kinds = batch.kinds.get(row.id, frozenset())
            facts = Facts(
                answers,
                today,
                desk.names,
                kinds,
                earlier,
                branch="" if row.sample else own,
                received_on=row.received_on,
                days=days,
                deadline_hour=hour,
            )
            decisions = [Decision(d.rule, d.reason, d.decided_by, d.decided_on) for d in batch.decided.get(row.id, ())]
            yield OpenCase(row.id, row.number, row.title, states[row.state], row.due_on, receipt, facts, decisions)


class _Batch(NamedTuple):
    rows: Sequence[OpenCaseRow]
    kinds: Mapping[int, frozenset[str]]
    decided: Mapping[int, Sequence[DecisionRow]]


def _batches(desk: Desk, edition: Edition) -> Iterator[_Batch]:
    key, year, closed = edition.programme.key, edition.year.start_year, edition.programme.workflow.closed_states()
    last = 0
    while True:
        with desk.database.reading() as work:
            rows = work.caseload.open_cases(key, year, closed, after=last)
            ids = [row.id for row in rows]
            batch = _Batch(rows, work.caseload.enclosed_kinds(ids), work.caseload.decisions(ids))
        if not rows:
            return
        yield batch
        last = ids[-1]


def first_due_day(edition: Edition, state: str, facts: Facts) -> date | None:
    """The earliest deadline of the state whose day is known."""
    return next((due.day for due in edition.due(state, facts) if due.day), None)


def refresh_due_days(desk: Desk, work: Work, programme: str, first_year: int) -> None:
    """Bring the lists' days up to date after rulings of ``first_year`` changed: they are carried into later years."""
    declared = desk.programme(programme)
    for year in work.caseload.open_years(programme, declared.workflow.closed_states()):
        if year >= first_year:
            edition = desk.edition(programme, year)
            days = {one.id: (one.due_on, _due_day(edition, one)) for one in open_cases(desk, edition)}
            work.caseload.set_due_days({case: now for case, (was, now) in days.items() if was != now})


def _due_day(edition: Edition, case: OpenCase) -> date | None:
    return first_due_day(edition, case.state.key, case.facts)
