"""The clock of an overseas office, whether it may be reached, and the hours it shares with Japan."""

from datetime import date, datetime, time, timedelta

import pytest

from clair_desktop.domain.office_hours import (
    JAPAN_TIME,
    USUAL_HOURS,
    Hours,
    Reach,
    ahead_words,
    local_time,
    shared_days,
    there_in_japan,
)
from clair_desktop.domain.office_places import OFFICE_PLACES, place_in
from clair_desktop.domain.offices import OVERSEAS_OFFICES
from clair_desktop.domain.working_days import WorkingDays
from clair_desktop.services.holiday_tables import load_holidays

DAYS = WorkingDays(load_holidays)
TABLE = load_holidays()


def at(office, *when):
    return local_time(OFFICE_PLACES[office], datetime(*when, tzinfo=JAPAN_TIME), USUAL_HOURS, TABLE)


def shared(office, day):
    (found,) = shared_days(OFFICE_PLACES[office], DAYS, date.fromisoformat(day), count=1)
    return found


def spans(found):
    return [(f"{one.japan_begins:%H:%M}", f"{one.japan_ends:%H:%M}", f"{one.begins:%H:%M}") for one in found.spans]


def test_every_office_has_its_place():
    assert list(OFFICE_PLACES) == [office.key for office in OVERSEAS_OFFICES]
    assert place_in("CN").office == "beijing"
    assert place_in("MY") is None


@pytest.mark.parametrize(
    ("office", "before", "after", "hours"),
    [
        ("new_york", (2026, 3, 8, 12), (2026, 3, 9, 12), (-14, -13)),
        ("new_york", (2026, 11, 1, 12), (2026, 11, 2, 12), (-13, -14)),
        ("london", (2026, 3, 29, 9), (2026, 3, 29, 21), (-9, -8)),
        ("london", (2026, 10, 25, 9), (2026, 10, 25, 21), (-8, -9)),
        ("sydney", (2026, 4, 4, 12), (2026, 4, 5, 12), (2, 1)),
        ("sydney", (2026, 10, 3, 12), (2026, 10, 4, 12), (1, 2)),
    ],
)
def test_the_difference_changes_when_the_clock_does(office, before, after, hours):
    assert tuple(at(office, *when).ahead // timedelta(hours=1) for when in (before, after)) == hours


@pytest.mark.parametrize("office", ["singapore", "seoul", "beijing"])
def test_where_there_is_no_summer_time_no_change_is_announced(office):
    assert at(office, 2026, 6, 1, 12).change is None
    assert not at(office, 2026, 6, 1, 12).summer


def test_the_next_change_of_the_clock_is_told():
    now = at("new_york", 2026, 10, 30, 12)
    assert (now.summer, now.change.day, now.change.ahead) == (True, date(2026, 11, 1), timedelta(hours=-14))
    assert ahead_words(now.ahead).ja == "日本より13時間遅い"
    assert ahead_words(now.ahead).en == "13 hours behind Japan"
    assert ahead_words(timedelta(hours=1)).en == "1 hour ahead of Japan"
    assert ahead_words(timedelta()).ja == "日本と同じ"


def test_nine_in_the_morning_in_japan_is_the_evening_before_in_new_york():
    now = at("new_york", 2026, 11, 27, 9)
    assert (now.local.date(), now.local.time()) == (date(2026, 11, 26), time(19))


@pytest.mark.parametrize(
    ("office", "when", "reach", "why"),
    [
        ("new_york", (2026, 11, 27, 0), Reach.CLOSED, "感謝祭"),
        ("new_york", (2026, 11, 28, 0), Reach.OPEN, None),
        ("beijing", (2027, 2, 8, 11), Reach.CLOSED, "春節"),
        ("singapore", (2027, 3, 10, 11), Reach.CLOSED, "ハリ・ラヤ・プアサ"),
        ("seoul", (2026, 9, 25, 11), Reach.CLOSED, "秋夕"),
        ("london", (2026, 12, 28, 19), Reach.CLOSED, "ボクシング・デー（振替）"),
        ("paris", (2026, 7, 14, 18), Reach.CLOSED, "革命記念日"),
        ("sydney", (2026, 6, 8, 11), Reach.CLOSED, "国王誕生日"),
        ("london", (2026, 11, 30, 17), Reach.BEFORE, None),
        ("sydney", (2026, 11, 30, 16), Reach.AFTER, None),
        ("sydney", (2026, 11, 28, 12), Reach.CLOSED, "土曜日"),
    ],
)
def test_an_office_is_open_or_not_on_its_own_day(office, when, reach, why):
    now = at(office, *when)
    assert (now.reach, now.why.name.ja if now.why else None) == (reach, why)


def test_a_saturday_worked_in_exchange_is_no_day_off_in_beijing():
    now = at("beijing", 2026, 2, 14, 11)
    assert (now.reach, now.worked) == (Reach.OPEN, True)


def test_beyond_the_table_the_holidays_are_said_to_be_unknown():
    assert not at("seoul", 2031, 1, 6, 11).holidays_known
    assert at("seoul", 2030, 1, 7, 11).holidays_known


@pytest.mark.parametrize(
    ("office", "day", "met"),
    [
        ("seoul", "2026-11-30", [("09:00", "17:00", "09:00")]),
        ("beijing", "2026-11-30", [("10:00", "17:15", "09:00")]),
        ("singapore", "2026-11-30", [("10:00", "17:15", "09:00")]),
        ("sydney", "2026-11-30", [("08:30", "15:00", "10:30")]),
        ("sydney", "2026-07-01", [("08:30", "16:00", "09:30")]),
        ("london", "2026-07-01", [("17:00", "17:15", "09:00")]),
        ("london", "2026-11-30", []),
        ("paris", "2026-07-01", [("16:00", "17:15", "09:00")]),
        ("paris", "2026-11-30", [("17:00", "17:15", "09:00")]),
        ("new_york", "2026-07-01", []),
        ("new_york", "2026-11-30", []),
    ],
)
def test_the_hours_shared_with_japan_follow_summer_time(office, day, met):
    assert spans(shared(office, day)) == met


@pytest.mark.parametrize(
    ("office", "first", "changes"),
    [("paris", "2026-10-19", {"16:00", "17:00"}), ("london", "2026-03-23", {None, "17:00"}),
     ("sydney", "2026-09-28", {"16:00", "15:00"})],
)  # fmt: skip
def test_two_weeks_over_a_change_of_the_clock_show_both_hours(office, first, changes):
    found = shared_days(OFFICE_PLACES[office], DAYS, date.fromisoformat(first))
    assert len(found) == 14
    told = {
        (f"{one.spans[0].japan_ends:%H:%M}" if office == "sydney" else f"{one.spans[0].japan_begins:%H:%M}")
        if one.spans
        else None
        for one in found
        if one.closed_here is None and one.closed_there is None
    }
    assert told == changes


def test_why_no_hour_is_shared_is_told_for_either_side():
    assert shared("seoul", "2026-11-28").closed_here.name.ja == "土曜日"
    assert shared("beijing", "2027-02-08").closed_there.name.ja == "春節"
    assert shared("seoul", "2026-11-23").closed_here.name.ja == "勤労感謝の日"
    assert spans(shared("seoul", "2026-11-23")) == []


def test_an_evening_in_japan_reaches_new_york_where_the_branch_stays_late():
    (found,) = shared_days(
        OFFICE_PLACES["new_york"], DAYS, date(2026, 11, 30), here=Hours(time(8, 30), time(23, 59)), count=1
    )
    assert spans(found) == [("23:00", "23:59", "09:00")]
    begins, ends = there_in_japan(OFFICE_PLACES["new_york"], date(2026, 11, 30), USUAL_HOURS)
    assert (f"{begins:%m-%d %H:%M}", f"{ends:%m-%d %H:%M}") == ("11-30 23:00", "12-01 07:00")


def test_hours_are_kept_and_read_as_they_are_written():
    assert str(Hours.read("08:30-17:15")) == "08:30-17:15"
    with pytest.raises(ValueError, match="half nine"):
        Hours.read("half nine")
