"""A branch of 宮城県 on 20 November 2026, and what it says of answers typed as a clerk would."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

from clair_desktop.domain.answers import read
from clair_desktop.domain.facts import Answers, Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Example
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.support.clock import FixedClock

TODAY = date(2026, 11, 20)
_CLOCK = FixedClock(datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=9))))


def branch_of_miyagi() -> Office:
    office = Office.in_memory(clock=_CLOCK)
    office.branch.choose_branch("040002")
    return office


def answers_of(office: Office, key: str, year: int, raw: Mapping[str, object]) -> Answers:
    reading = read(office.programmes()[key].edition(FiscalYear(year)).fields(), raw, office.names)
    assert [complaint.wording.en for complaint in reading.complaints] == []
    return reading.answers


def findings(
    office: Office,
    key: str,
    year: int,
    raw: Mapping[str, object],
    *,
    on: date = TODAY,
    enclosed: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Every finding, with what the branch itself has entered laid over the declared rules."""
    facts = Facts(answers_of(office, key, year, raw), on, office.names, enclosed, days=office.days.calendar())
    entered = {line.rule.key: line.rule.rulings for line in office.rules.standing(key, year)}
    return office.programmes()[key].edition(FiscalYear(year), entered).findings(facts)


def verdicts(found: list[Finding], rule: str) -> list[Verdict]:
    return [finding.verdict for finding in found if finding.rule == rule]


def received(office: Office, key: str, year: int, raw: Mapping[str, object], on: date) -> CaseSheet:
    return office.cases.new(key, year, answers_of(office, key, year, raw), received_on=on)


def worked(office: Office, key: str, example: Example) -> CaseSheet:
    """A worked case taken through all its steps."""
    day = example.steps[0].on if example.steps else date(example.year, 10, 1)
    sheet = received(office, key, example.year, example.answers, day)
    for step in example.steps:
        if step.answers:
            more = answers_of(office, key, example.year, step.answers)
            sheet = office.cases.save(sheet.number, {**sheet.answers, **more})
        sheet = office.steps.take(sheet.number, step.key, part=step.part, on=step.on, document_number=step.number)
    return sheet
