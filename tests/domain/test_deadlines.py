"""必着 counts the day of arrival, 消印有効 that of sending; what nothing gives is undecided."""

from datetime import date, datetime, time, timedelta, timezone

import pytest

from clair_desktop.domain.deadlines import ARRIVAL_WORDS, Arrival, in_time
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Mark, Ruling, Source
from clair_desktop.domain.wording import same
from clair_desktop.domain.working_days import Moving, WorkingDays
from clair_desktop.programmes import programme
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.holiday_tables import load_holidays

NAMES = load_gazetteer()
JAPAN = timezone(timedelta(hours=9))
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


@pytest.mark.parametrize(
    ("arrived", "verdict"),
    [
        (datetime(2025, 10, 31, 17, 0, tzinfo=JAPAN), True),
        (datetime(2025, 10, 31, 17, 1, tzinfo=JAPAN), False),
        (FRIDAY, None),
        (datetime(2025, 10, 30, 23, 0, tzinfo=JAPAN), True),
        (SATURDAY, False),
    ],
)
def test_an_e_mail_on_the_last_day_is_judged_by_its_hour(arrived, verdict):
    assert in_time(FRIDAY, Arrival.MUST_ARRIVE, sent=FRIDAY, arrived=arrived, hour=time(17)) is verdict


def on_the_calendar(day, moving):
    days = WorkingDays(load_holidays, moving={"economic_grant.headquarters": moving})
    grant = programme("economic_grant").edition(
        FiscalYear(2027), {"headquarters_deadline": [Ruling(day, FiscalYear(2027), GUIDE)]}
    )
    due = grant.due("received", Facts({}, date(2026, 11, 20), NAMES, days=days))
    (found,) = [one for one in due if one.deadline.key == "headquarters"]
    return found


def test_a_fixed_day_does_not_move_by_itself_and_the_clerk_is_told_that_it_is_closed():
    due = on_the_calendar(date(2027, 3, 22), Moving.NONE)
    assert due.day == date(2027, 3, 22)
    assert "3月22日は閉庁日（振替休日）" in due.remark.ja
    assert "Substitute Holiday" in due.remark.en


@pytest.mark.parametrize(("moving", "day"), [(Moving.NEXT, date(2027, 3, 23)), (Moving.PREVIOUS, date(2027, 3, 19))])
def test_a_deadline_moves_where_the_branch_has_said_so(moving, day):
    due = on_the_calendar(date(2027, 3, 22), moving)
    assert (due.day, due.stated) == (day, date(2027, 3, 22))
    assert f"3月{day.day}日です" in due.remark.ja


def test_a_deadline_on_a_working_day_needs_no_remark():
    assert on_the_calendar(date(2027, 3, 23), Moving.NEXT).remark is None


def test_a_departure_on_a_sunday_is_no_deadline_on_a_closed_day():
    support = programme("overseas_support").edition(FiscalYear(2026))
    facts = Facts({"starts": date(2026, 11, 29)}, date(2026, 11, 20), NAMES, days=WorkingDays(load_holidays))
    remarks = {one.deadline.key: one.remark for one in support.due("received", facts)}
    assert remarks["departure"] is None
