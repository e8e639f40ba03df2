"""The tricky cases of domain.md §14 about years and deadlines: 21–24."""

from datetime import date

import pytest

from clair_desktop.domain.deadlines import Arrival, in_time
from clair_desktop.domain.eras import japanese_date
from clair_desktop.domain.fiscal_year import EraChangeStyle, FiscalYear
from clair_desktop.programmes.exchange_grant.examples import homestay
from clair_desktop.programmes.multicultural_grant.examples import guide
from clair_desktop.programmes.overseas_support.examples import SAKE
from tests.services.casework import burial
from tests.tricky.judged import found, judged, one, open_question, received

IEX, MUL, SUPPORT = "exchange_grant", "multicultural_grant", "overseas_support"


def test_case_21_an_application_of_september_2025_belongs_to_project_year_2026(office):
    dates = {"starts": "2026-04-01", "ends": "2027-02-28"}
    sheet = received(office, IEX, 2026, homestay(**dates), date(2025, 9, 24))
    assert sheet.number.startswith("R7-")
    assert sheet.edition.year == FiscalYear(2026)
    assert one(judged(office, IEX, 2026, homestay(**dates)), "IEX-04").verdict == "met"
    assert [line.number for line in office.cases.lines(project_year=2026)] == [sheet.number]
    assert office.cases.lines(project_year=2025) == []


def test_case_21_a_grant_is_listed_by_each_of_its_three_years(office):
    dates = {"starts": "2025-04-01", "ends": "2026-02-28"}
    sheet = received(office, IEX, 2025, homestay(**dates), date(2024, 9, 24))
    numbers = [sheet.number]

    def listed(**year):
        return [line.number for line in office.cases.lines(**year)]

    assert listed(call_year=2024) == listed(project_year=2025) == listed(call_year=2024, project_year=2025) == numbers
    assert listed(closing_year=2024) == []
    office.steps.take(sheet.number, "withdraw", on=date(2026, 4, 10))
    assert listed(closing_year=2026) == listed(project_year=2025, closing_year=2026) == numbers
    assert listed(closing_year=2025) == listed(call_year=2025) == []


def test_case_21_a_survey_asked_for_in_march_may_be_answered_in_may(office):
    sheet = burial(office, reply_by="2027-05-21")
    assert not [one_ for one_ in office.cases.judged(sheet).findings if one_.blocks]
    assert [due.day for due in sheet.due] == [date(2027, 5, 21)]


def test_case_21_a_trip_over_the_31st_of_march_asks_which_year_counts(office):
    trip = {**SAKE, "starts": "2026-03-28", "ends": "2026-04-03", "itinerary": None, "slots": None}
    assert open_question(one(judged(office, SUPPORT, 2025, trip, date(2025, 10, 1)), "fiscal_year"))


def test_case_22_the_end_of_february_is_the_29th_in_a_leap_year_and_a_literal_28th_never_is(office):
    assert FiscalYear(2027).end_of_february == date(2028, 2, 29)
    for key, raw in ((MUL, guide), (IEX, homestay)):
        office.rules.enter(key, "execution_ends", 2027, "2月末", source_title="実施要綱")
        dates = {"starts": "2027-05-01", "ends": "2028-02-29"}
        leap = raw(1_000_000, **dates) if key == MUL else raw(**dates)
        rule = "MUL-07" if key == MUL else "IEX-04"
        said = [finding.verdict for finding in found(judged(office, key, 2027, leap), rule)]
        assert "not_met" not in said
    office.rules.enter(IEX, "execution_ends", 2027, "2月28日", source_title="実施要綱")
    office.rules.enter(IEX, "execution_begins", 2027, "4月1日", source_title="実施要綱")
    literal = judged(office, IEX, 2027, homestay(starts="2027-05-01", ends="2028-02-29"))
    assert one(literal, "IEX-04").verdict == "not_met"


def test_case_23_fiscal_2019_is_heisei_31_as_clair_prints_it_and_reiwa_gannen_where_an_office_prefers_it(office):
    assert FiscalYear(2019).label().ja == "平成31年度"
    assert FiscalYear(2019).label(EraChangeStyle.AS_NEW_ERA).ja == "令和元年度"
    assert japanese_date(date(2019, 4, 30)) == "平成31年4月30日"
    assert japanese_date(date(2019, 5, 1)) == "令和元年5月1日"


@pytest.mark.parametrize(("arrived", "verdict"), [("2025-10-31", "met"), ("2025-11-04", "not_met")])
def test_case_24_posted_on_the_friday_by_which_it_must_arrive_is_late(office, arrived, verdict):
    dates = {"starts": "2026-06-01", "ends": "2027-01-29"}
    said = judged(office, IEX, 2026, homestay(**dates, submitted_by="post", arrived_on=arrived))
    assert one(said, "arrival").verdict == verdict
    friday = date(2025, 10, 31)
    assert in_time(friday, Arrival.MUST_ARRIVE, sent=friday, arrived=date(2025, 11, 4)) is False
    assert in_time(friday, Arrival.POSTMARK, sent=friday, arrived=date(2025, 11, 4)) is True
    assert in_time(friday, Arrival.MUST_ARRIVE, sent=friday, arrived=None) is None


def test_case_24_the_branchs_own_earlier_deadline_is_missed_and_headquarters_is_not(office):
    office.rules.enter(IEX, "branch_lead_days", 2026, "14", source_title="支部の取決め")
    sheet = received(office, IEX, 2026, homestay(starts="2026-06-01", ends="2027-01-29"), date(2025, 10, 20))
    due = {one_.deadline.key: one_.day for one_ in sheet.due}
    assert due["branch"] == date(2025, 10, 17) < sheet.received_on < due["headquarters"] == date(2025, 10, 31)
    arrived = homestay(starts="2026-06-01", ends="2027-01-29", submitted_by="email", arrived_on="2025-10-30")
    assert one(judged(office, IEX, 2026, arrived), "arrival").verdict == "met"
