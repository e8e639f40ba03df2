"""必着 counts the day of arrival, 消印有効 that of sending; what nothing gives is undecided."""

from datetime import date

import pytest

from clair_desktop.domain.deadlines import ARRIVAL_WORDS, Arrival, in_time
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Mark, Ruling, Source
from clair_desktop.domain.wording import same
from clair_desktop.programmes import programme
from clair_desktop.services.gazetteer import load_gazetteer

NAMES = load_gazetteer()
FRIDAY, SATURDAY, MONDAY = date(2025, 10, 31), date(2025, 11, 1), date(2025, 11, 3)
GUIDE = Source(same("令和8年度募集案内"), same("申請期限"), Mark.ENTERED, date(2025, 7, 14))


@pytest.mark.parametrize(
    ("arrival", "sent", "arrived", "verdict"),
    [
        (Arrival.MUST_ARRIVE, FRIDAY, FRIDAY, True),
        (Arrival.MUST_ARRIVE, FRIDAY, MONDAY, False),
        (Arrival.MUST_ARRIVE, FRIDAY, None, None),
        (Arrival.MUST_ARRIVE, SATURDAY, None, False),
        (Arrival.POSTMARK, FRIDAY, MONDAY, True),
        (Arrival.POSTMARK, FRIDAY, None, True),
        (Arrival.POSTMARK, SATURDAY, SATURDAY, False),
    ],
)
def test_a_paper_sent_on_the_friday_is_late_where_it_must_arrive(arrival, sent, arrived, verdict):
    assert in_time(FRIDAY, arrival, sent=sent, arrived=arrived) is verdict


def test_both_kinds_are_named():
    assert ARRIVAL_WORDS[Arrival.MUST_ARRIVE].ja == "必着"
    assert ARRIVAL_WORDS[Arrival.POSTMARK].ja == "消印有効"


def due(state, answers, entered=()):
    rulings = {rule: [Ruling(value, FiscalYear(2026), GUIDE)] for rule, value in dict(entered).items()}
    edition = programme("economic_grant").edition(FiscalYear(2026), rulings)
    return {one.deadline.key: one.day for one in edition.due(state, Facts(answers, date(2026, 11, 20), NAMES))}


def test_a_deadline_that_nothing_gives_is_undecided_and_not_invented():
    assert due("received", {}) == {"headquarters": None, "branch": None}
    assert due("completed", {"completed_on": date(2027, 2, 19)}) == {"report": None}


def test_the_branchs_deadline_lies_its_lead_before_headquarters():
    entered = {"headquarters_deadline": date(2025, 9, 30), "branch_lead_days": 14}
    assert due("returned", {}, entered) == {"headquarters": date(2025, 9, 30), "branch": date(2025, 9, 16)}


def test_the_report_is_due_by_the_earlier_of_a_fixed_day_and_days_after_completion():
    entered = {"report_due_days": 30, "report_due_fixed": date(2027, 3, 10)}
    assert due("completed", {"completed_on": date(2027, 2, 19)}, entered) == {"report": date(2027, 3, 10)}
    assert due("completed", {"completed_on": date(2027, 1, 8)}, entered) == {"report": date(2027, 2, 7)}
    assert due("completed", {}, entered) == {"report": date(2027, 3, 10)}


def test_a_closed_case_has_no_deadline():
    for state in programme("economic_grant").workflow.closed_states():
        assert due(state, {"ends": date(2027, 2, 19)}) == {}
