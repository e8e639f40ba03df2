"""How an overseas office stands, in words: the difference, summer time, open or not and why, the shared hours."""

from datetime import date, datetime, timedelta

import pytest

from clair_desktop.domain import office_words
from clair_desktop.domain.office_hours import JAPAN_TIME, USUAL_HOURS, local_time, shared_days
from clair_desktop.domain.office_places import OFFICE_PLACES
from clair_desktop.domain.working_days import WorkingDays
from clair_desktop.services.holiday_tables import load_holidays

DAYS = WorkingDays(load_holidays)


def at(office, *when):
    return local_time(OFFICE_PLACES[office], datetime(*when, tzinfo=JAPAN_TIME), USUAL_HOURS, load_holidays())


def shared(office, day):
    (found,) = shared_days(OFFICE_PLACES[office], DAYS, date.fromisoformat(day), count=1)
    return found


@pytest.mark.parametrize(
    ("office", "when", "ja", "en"),
    [
        ("new_york", (2026, 11, 27, 9), "−14時間（前日）", "−14 h (the day before)"),
        ("new_york", (2026, 11, 27, 15), "−14時間（同じ日）", "−14 h (the same day)"),
        ("sydney", (2026, 11, 27, 23), "+2時間（翌日）", "+2 h (the next day)"),
        ("seoul", (2026, 11, 27, 9), "±0（同じ日）", "±0 (the same day)"),
    ],
)
def test_the_difference_says_which_day_it_is_there(office, when, ja, en):
    said = office_words.difference(at(office, *when))
    assert (said.ja, said.en) == (ja, en)


def test_half_an_hour_is_said():
    assert office_words.signed(timedelta(hours=-3, minutes=-30)).ja == "−3時間30分"
    assert office_words.signed(timedelta(hours=5, minutes=30)).en == "+5 h 30 min"


def test_summer_time_is_said_with_the_next_change():
    said = office_words.summer(at("new_york", 2026, 11, 27, 9))
    assert said.en == "standard time (−13 h from 14 March 2027)"
    assert said.ja.startswith("標準時（")
    assert office_words.summer(at("sydney", 2026, 11, 27, 9)).ja.startswith("夏時間（")
    assert office_words.summer(at("beijing", 2026, 11, 27, 9)).ja == "夏時間なし"


@pytest.mark.parametrize(
    ("office", "when", "settled", "ja"),
    [
        ("new_york", (2026, 11, 27, 0), False, "休み（感謝祭）"),
        ("sydney", (2026, 11, 28, 12), False, "休み（土曜日）"),
        ("london", (2026, 11, 30, 17), True, "始業前"),
        ("london", (2026, 11, 30, 17), False, "開庁日・時間は要確認（始業前か）"),
        ("beijing", (2026, 11, 30, 13), False, "昼休みの時間帯"),
        ("beijing", (2026, 2, 14, 11), True, "執務時間内。振替出勤日です"),
        ("seoul", (2031, 1, 6, 11), True, "執務時間内。祝日は要確認"),
    ],
)
def test_open_or_not_is_said_with_its_reason_and_no_hour_is_promised_that_is_not_known(office, when, settled, ja):
    assert office_words.standing(at(office, *when), settled=settled).ja == ja


def test_the_local_day_decides_whether_it_is_a_working_day():
    assert office_words.today(at("new_york", 2026, 11, 27, 9)).ja == "休み：感謝祭"
    assert office_words.today(at("new_york", 2026, 11, 28, 9)).en == "working day"
    assert office_words.today(at("beijing", 2026, 2, 14, 11)).en == "worked weekend"
    assert office_words.today(at("seoul", 2031, 1, 6, 11)).ja == "要確認"


def test_holidays_on_either_side_are_named_though_the_hours_never_meet():
    assert office_words.why_not(shared("new_york", "2026-11-26")).ja == "現地：感謝祭"
    assert office_words.why_not(shared("new_york", "2026-11-23")).ja == "日本：勤労感謝の日"
    assert office_words.why_not(shared("new_york", "2026-11-24")).ja == "執務時間が重なりません"
    assert office_words.why_not(shared("london", "2026-11-29")).en == "Japan: Sunday, there: Sunday"
    assert office_words.why_not(shared("seoul", "2026-11-24")).ja == ""


def test_their_hours_are_told_on_japans_clock():
    told = office_words.their_hours(OFFICE_PLACES["new_york"], date(2026, 11, 30), USUAL_HOURS)
    assert (told.ja, told.en) == ("23:00–翌7:00", "23:00–7:00 (next day)")
    day = shared("sydney", "2026-11-30")
    assert office_words.spans(day).ja == "8:30–15:00"
    assert office_words.spans(day, local=True).ja == "10:30–17:00"
    assert (office_words.shared_length(day).ja, office_words.shared_length(day).en) == ("6時間30分", "6 h 30 min")
    assert office_words.shared_length(shared("paris", "2026-11-30")).ja == "15分"
