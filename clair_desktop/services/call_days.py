"""Where a call's days stand: in the year's rulebook wherever the programme declares a rule for them, else on the call.

A day is kept in one place (decision 0070), so a rule notice brings it and the deadlines of cases follow it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from clair_desktop.blocks.grant_terms import month_day
from clair_desktop.domain.calls import BEGINS, BRANCH_LEAD, DATED, DEADLINE, ENDS, OPENS, CallDay, CallDays
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Source
from clair_desktop.model.tables import CallRow
from clair_desktop.services.rulebooks import entered_source

FIRST_ROUND = 1


@dataclass(frozen=True, slots=True)
class CallEntry:
    """What the branch enters of a call; ``None`` leaves it as it is. ``begins`` and ``ends`` in the source's words.

    ``cleared`` names the days whose entry is taken back.
    """

    notice_on: date | None = None
    opens: date | None = None
    deadline: date | None = None
    hour: str | None = None
    branch_deadline: date | None = None
    begins: str | None = None
    ends: str | None = None
    source_title: str = ""
    locator: str = ""
    cleared: frozenset[str] = frozenset()

    @property
    def by_rule(self) -> Mapping[str, date | str]:
        """What headquarters' call says, by the rule that holds it."""
        said = {OPENS: self.opens, DEADLINE: self.deadline, BEGINS: self.begins, ENDS: self.ends}
        return {rule: value for rule, value in said.items() if value is not None}


def in_rulebook(edition: Edition, rule: str, round_: int) -> bool:
    """Whether the year's rulebook holds this day: a second round (2次募集) has days of its own."""
    return round_ == FIRST_ROUND and rule in edition.book.rules


def days_of(edition: Edition, call: CallRow | None, round_: int = FIRST_ROUND) -> CallDays:
    """Every day of a call, from the rulebook or from the call itself."""
    kept = _kept(call) if call else {}
    days = {
        rule: _by_rule(edition, rule)
        if in_rulebook(edition, rule, round_)
        else _typed(edition, kept.get(rule, ""), call)
        for rule in (OPENS, DEADLINE, BEGINS, ENDS)
    }
    return CallDays(
        opens=days[OPENS],
        deadline=days[DEADLINE],
        hour=call.deadline_hour if call else "",
        branch_deadline=_branch_deadline(edition, days[DEADLINE], call, round_),
        begins=days[BEGINS],
        ends=days[ENDS],
    )


def _kept(call: CallRow) -> Mapping[str, date | str | None]:
    return {
        OPENS: call.opens_on,
        DEADLINE: call.deadline_on,
        BEGINS: call.execution_begins,
        ENDS: call.execution_ends,
    }


def _by_rule(edition: Edition, rule: str) -> CallDay:
    """A deadline of an earlier year is no deadline of this one; words like 「2月末」 are computed anew, to be confirmed."""
    standing = edition.book.standing(rule)
    if standing.ruling is None or (standing.carried_forward and rule in DATED):
        return CallDay()
    return _day(edition, standing.ruling.value, standing.ruling.source, carried_forward=standing.carried_forward)


def _typed(edition: Edition, value: date | str | None, call: CallRow | None) -> CallDay:
    if not value or call is None or call.checked_on is None:
        return CallDay()
    return _day(edition, value, entered_source(call.source_title, call.locator, call.checked_on))


def _day(edition: Edition, value: object, source: Source, *, carried_forward: bool = False) -> CallDay:
    if isinstance(value, date):
        return CallDay(value, "", source, carried_forward)
    words = str(value)
    return CallDay(month_day(words, edition.year), words, source, carried_forward)


def _branch_deadline(edition: Edition, deadline: CallDay, call: CallRow | None, round_: int) -> CallDay:
    """Kept as days before headquarters' deadline where the rulebook has a rule for it, so that the two move together."""
    if not in_rulebook(edition, BRANCH_LEAD, round_):
        return CallDay(call.branch_deadline_on if call else None)
    standing = edition.book.standing(BRANCH_LEAD)
    lead = edition.book.yen(BRANCH_LEAD)
    if deadline.day is None or lead is None or standing.ruling is None:
        return CallDay()
    return CallDay(deadline.day - timedelta(days=lead), "", standing.ruling.source, standing.carried_forward)
