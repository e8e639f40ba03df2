"""Working days of a branch, and where a deadline goes that falls on a closed day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.working_days import WEEKENDS_ONLY, LocalDay, Moving, WorkingDays, local_days_of
from clair_desktop.services.holiday_tables import load_holidays

MIYAGI = WorkingDays(load_holidays)
DAYS = st.dates(date(2001, 1, 1), date(2034, 12, 31))


@pytest.mark.parametrize(
    ("day", "ja", "en"),
    [
        ("2026-05-06", "振替休日", "Substitute Holiday"),
        ("2026-09-22", "国民の休日", "National Holiday"),
        ("2027-03-22", "振替休日", "Substitute Holiday"),
        ("2026-12-29", "年末年始の休日", "turn of the year"),
        ("2027-01-01", "元日", "New Year's Day"),
        ("2027-01-03", "年末年始の休日", "turn of the year"),
        ("2026-11-28", "土曜日", "Saturday"),
        ("2026-11-29", "日曜日", "Sunday"),
    ],
)
def test_the_branch_is_closed_and_says_why(day, ja, en):
    closure = MIYAGI.closure(date.fromisoformat(day))
    assert (closure.name.ja, closure.name.en, closure.settled) == (ja, en, True)


@pytest.mark.parametrize("day", ["2026-05-07", "2026-09-24", "2027-03-23", "2028-02-29", "2026-12-28", "2027-01-04"])
def test_the_branch_is_open(day):
    assert MIYAGI.is_open(date.fromisoformat(day))


def test_an_equinox_not_yet_announced_closes_the_branch_and_is_called_open():
    closure = MIYAGI.closure(date(2028, 3, 20))
    assert (closure.said.ja, closure.said.en) == ("春分の日（未確定）", "Vernal Equinox Day (not settled)")
    assert MIYAGI.doubtful(date(2028, 3, 1), date(2028, 3, 31))
    assert not MIYAGI.doubtful(date(2027, 3, 1), date(2027, 3, 31))


def test_after_the_last_year_of_the_table_only_weekends_are_known_and_that_is_said():
    assert MIYAGI.is_open(date(2036, 2, 11))
    assert not MIYAGI.covers(date(2036, 2, 11))
    assert MIYAGI.doubtful(date(2035, 12, 1), date(2036, 2, 11))


@pytest.mark.parametrize(
    ("branch", "day", "name"),
    [("470007", date(2026, 6, 23), "慰霊の日"), ("341002", date(2026, 8, 6), "平和記念日")],
)
def test_okinawa_and_hiroshima_city_close_on_a_day_of_their_own(branch, day, name):
    own = WorkingDays(load_holidays, local_days_of(branch))
    assert own.closure(day).name.ja == name
    assert MIYAGI.is_open(day)


def test_hiroshima_prefecture_is_not_hiroshima_city():
    assert local_days_of("340006") == frozenset()
    assert local_days_of(None) == frozenset()
    assert local_days_of("341002") == {LocalDay.HIROSHIMA}


@pytest.mark.parametrize(
    ("stated", "moving", "day"),
    [
        ("2026-05-06", Moving.NEXT, "2026-05-07"),
        ("2026-05-06", Moving.PREVIOUS, "2026-05-01"),
        ("2026-09-22", Moving.NEXT, "2026-09-24"),
        ("2026-09-22", Moving.PREVIOUS, "2026-09-18"),
        ("2027-03-22", Moving.NEXT, "2027-03-23"),
        ("2027-03-22", Moving.PREVIOUS, "2027-03-19"),
        ("2026-12-31", Moving.NEXT, "2027-01-04"),
        ("2028-02-29", Moving.NEXT, "2028-02-29"),
        ("2026-05-06", Moving.NONE, "2026-05-06"),
    ],
)
def test_a_deadline_on_a_closed_day_goes_where_the_branch_says(stated, moving, day):
    assert MIYAGI.moved(date.fromisoformat(stated), moving) == date.fromisoformat(day)


def test_days_left_are_counted_without_the_day_itself_and_with_the_last():
    friday, wednesday = date(2026, 5, 1), date(2026, 5, 7)
    assert MIYAGI.left(friday, wednesday) == 1
    assert MIYAGI.left(wednesday, friday) == -1
    assert MIYAGI.left(friday, friday) == 0
    assert MIYAGI.add(friday, 1) == wednesday
    assert MIYAGI.add(wednesday, -1) == friday


@given(DAYS, st.sampled_from(Moving))
def test_a_moved_day_is_open_unless_nothing_moves_it(day, moving):
    moved = MIYAGI.moved(day, moving)
    assert moved == day or (MIYAGI.is_open(moved) and not MIYAGI.is_open(day))
    assert moving is Moving.NONE or MIYAGI.is_open(moved)


@given(DAYS, st.integers(1, 60))
def test_as_many_days_are_left_as_were_added(day, count):
    assert MIYAGI.left(day, MIYAGI.add(day, count)) == count


def test_without_a_table_weekends_and_the_turn_of_the_year_are_known():
    assert WEEKENDS_ONLY.is_open(date(2026, 5, 6))
    assert not WEEKENDS_ONLY.is_open(date(2026, 12, 30))
    assert not WEEKENDS_ONLY.covers(date(2026, 5, 6))
