"""Answers as typed, judged by the rules of a year beside the earlier cases of the branch's file."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from clair_desktop.domain.answers import read
from clair_desktop.domain.facts import Answers, Earlier, Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Edition, Example, Programme
from clair_desktop.domain.rulings import Finding, Mark, Ruling, Source
from clair_desktop.domain.wording import same
from clair_desktop.domain.workflow import Tone
from clair_desktop.services.gazetteer import load_gazetteer

NAMES = load_gazetteer()
TODAY = date(2026, 11, 20)
_ENTERED = Source(same("実施要領"), same("第3条"), Mark.ENTERED, TODAY)


def answers_of(programme: Programme, year: int, raw: Mapping[str, object]) -> Answers:
    reading = read(programme.edition(FiscalYear(year)).fields(), raw, NAMES)
    assert not reading.complaints, [one.wording.ja for one in reading.complaints]
    return reading.answers


def earlier_case(
    programme: Programme, year: int, raw: Mapping[str, object], number: str = "R7-0001", *, stopped: bool = False
) -> Earlier:
    return Earlier(number, programme.key, FiscalYear(year), answers_of(programme, year, raw), stopped)


Entered = Mapping[str, int | bool | str | Fraction | date]


def edition_of(programme: Programme, year: int, entered: Entered | None = None) -> Edition:
    """``entered`` are the branch's own rulings for the year."""
    rulings = {key: [Ruling(value, FiscalYear(year), _ENTERED)] for key, value in (entered or {}).items()}
    return programme.edition(FiscalYear(year), rulings)


def findings_of(
    programme: Programme,
    year: int,
    raw: Mapping[str, object],
    *,
    earlier: Sequence[Earlier] = (),
    on: date = TODAY,
    entered: Entered | None = None,
) -> list[Finding]:
    facts = Facts(answers_of(programme, year, raw), on, NAMES, earlier=earlier)
    return edition_of(programme, year, entered).findings(facts)


def due_days(
    programme: Programme, year: int, raw: Mapping[str, object], state: str, entered: Entered | None = None
) -> dict[str, date | None]:
    """The day of each deadline that counts in a state, by its key."""
    facts = Facts(answers_of(programme, year, raw), TODAY, NAMES)
    return {one.deadline.key: one.day for one in edition_of(programme, year, entered).due(state, facts)}


def the_finding(found: Sequence[Finding], rule: str) -> Finding:
    (one,) = [one for one in found if one.rule == rule]
    return one


def rules_not_met(found: Sequence[Finding]) -> set[str]:
    return {one.rule for one in found if one.verdict.value == "not_met"}


def worked_cases_in_one_file(programme: Programme) -> list[tuple[Example, list[Finding]]]:
    """Every worked case judged beside those before it, as the demonstration branch files them."""
    filed: list[Earlier] = []
    judged: list[tuple[Example, list[Finding]]] = []
    for number, example in enumerate(programme.examples, start=1):
        day = example.steps[0].on if example.steps else TODAY
        found = findings_of(programme, example.year, example.answers, earlier=list(filed), on=day)
        judged.append((example, found))
        ends = [programme.workflow.transition(step.key) for step in example.steps if step.part is None]
        last = programme.workflow.state(ends[-1].target) if ends and ends[-1] else None
        stopped = last is not None and last.tone is Tone.STOPPED
        filed.append(earlier_case(programme, example.year, example.answers, f"{number:04}", stopped=stopped))
    return judged
