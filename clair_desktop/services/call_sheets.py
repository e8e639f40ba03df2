"""A call as it is shown: its days, every body asked with its answer, and the cases that came of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.calls import CallAnswer, CallDays
from clair_desktop.domain.programme import Edition, Programme
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Wording, same
from clair_desktop.domain.workflow import State, Tone
from clair_desktop.model.calls import BodyKey, CallCase
from clair_desktop.model.tables import CallBodyRow, CallRow
from clair_desktop.model.work import Work
from clair_desktop.services.call_days import FIRST_ROUND, days_of
from clair_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """A case received for the call; ``late`` where it came after the branch's deadline."""

    number: str
    name: str
    state: State
    received_on: date
    late: bool
    body: BodyKey


@dataclass(frozen=True, slots=True)
class AskedBody:
    """A body and where it stands. A case that came in answers for it; ``contradicts`` where it had said 該当なし.

    ``said`` is what the body itself answered, whatever came in.
    """

    key: BodyKey
    name: Wording
    answer: CallAnswer
    answered_on: date | None
    late: bool
    note: str
    reminded_on: date | None
    cases: Sequence[LinkedCase]
    contradicts: bool
    said: CallAnswer

    @property
    def only_case(self) -> bool:
        """A case came in, an answer did not."""
        return self.said is CallAnswer.OPEN and bool(self.cases)

    @property
    def awaited_case(self) -> bool:
        """It answered that it applies, and no case that stands has come."""
        return self.said is CallAnswer.APPLYING and all(one.state.tone is Tone.STOPPED for one in self.cases)


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A call with everything that follows from it; ``unasked`` are cases of bodies that were not asked."""

    programme: Programme
    edition: Edition
    round: int
    notice_on: date | None
    days: CallDays
    bodies: Sequence[AskedBody]
    unasked: Sequence[LinkedCase]

    @property
    def counts(self) -> Mapping[CallAnswer, int]:
        """How many bodies answered what; every answer is there, with 0 where nobody gave it."""
        counted = Counter(one.answer for one in self.bodies)
        return {answer: counted[answer] for answer in CallAnswer}

    @property
    def open_bodies(self) -> list[AskedBody]:
        return [one for one in self.bodies if one.answer is CallAnswer.OPEN]


def sheet_of_call(desk: Desk, work: Work, call: CallRow) -> CallSheet:
    """The call as it stands now; cases are linked by their applicant each time it is read."""
    edition = desk.edition(call.programme, call.project_year)
    days = days_of(edition, call, call.round)
    by_body: dict[BodyKey, list[LinkedCase]] = {}
    for case in _cases(desk, work, call):
        linked = _linked(edition.programme, case, days.branch_deadline.day)
        by_body.setdefault(_key(case.applicant, case.applicant_name), []).append(linked)
    bodies = [_asked(desk, row, by_body.pop(_key(row.body, row.name), []), days) for row in work.calls.bodies(call.id)]
    unasked = [case for cases in by_body.values() for case in cases]
    return CallSheet(edition.programme, edition, call.round, call.notice_on, days, bodies, unasked)


def body_name(desk: Desk, key: BodyKey) -> Wording:
    """A local authority's full name from the register, or another body's as typed."""
    known = desk.names.authority(key[0])
    return known.full_name if known else same(key[1] or key[0])


def _key(code: str, name: str) -> BodyKey:
    return (code, "") if code else ("", folded(name))


def _asked(desk: Desk, row: CallBodyRow, cases: Sequence[LinkedCase], days: CallDays) -> AskedBody:
    said = CallAnswer(row.answer) if row.answer else CallAnswer.OPEN
    standing = [case for case in cases if case.state.tone is not Tone.STOPPED]
    answer = CallAnswer.APPLYING if said is CallAnswer.OPEN and cases else said
    answered_on = row.answered_on or (min(case.received_on for case in cases) if cases else None)
    due = days.branch_deadline.day
    return AskedBody(
        key=(row.body, row.name),
        name=body_name(desk, (row.body, row.name)),
        answer=answer,
        answered_on=answered_on,
        late=answered_on is not None and due is not None and answered_on > due,
        note=row.note,
        reminded_on=row.reminded_on,
        cases=cases,
        contradicts=said is CallAnswer.NOTHING and bool(standing),
        said=said,
    )


def _linked(programme: Programme, case: CallCase, due: date | None) -> LinkedCase:
    late = due is not None and case.received_on > due
    return LinkedCase(
        number=case.number,
        name=case.applicant_name,
        state=programme.workflow.state(case.state),
        received_on=case.received_on,
        late=late,
        body=(case.applicant, "" if case.applicant else case.applicant_name),
    )


def _cases(desk: Desk, work: Work, call: CallRow) -> list[CallCase]:
    """The cases of the year that came while this round was the latest to have opened."""
    others = [one for one in work.calls.all(call.project_year) if one.programme == call.programme]
    begun = {one.round: _begun(desk, one) for one in others}
    found = []
    for case in work.calls.cases(call.programme, call.project_year):
        opened = [round_ for round_, day in begun.items() if round_ > FIRST_ROUND and day and day <= case.received_on]
        if max(opened, default=FIRST_ROUND) == call.round:
            found.append(case)
    return found


def _begun(desk: Desk, call: CallRow) -> date | None:
    opens = days_of(desk.edition(call.programme, call.project_year), call, call.round).opens.day
    return opens or call.notice_on
