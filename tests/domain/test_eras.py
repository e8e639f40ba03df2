"""Days as clerks type them and as papers show them; the era is decided by the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.eras import date_with_weekday, english_date, japanese_date, printed_date, read_day
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language

WORKING_DAY = date(2026, 4, 1)
DAYS = st.dates(date(1868, 10, 23), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2020, 1, 1), "令和2年1月1日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1868, 10, 23), "明治元年10月23日"),
        (date(2026, 11, 20), "令和8年11月20日"),
    ],
)
def test_the_day_decides_the_era_and_its_first_year_is_gannen(day, words):
    assert japanese_date(day) == words
    assert read_day(words) == day


def test_the_entry_shows_the_weekday_and_english_papers_spell_the_month():
    assert date_with_weekday(date(2026, 11, 20)) == "令和8年11月20日（金）"
    assert english_date(date(2026, 11, 20)) == "20 November 2026"
    assert printed_date(date(2019, 5, 1), Language.EN) == "1 May 2019"


@pytest.mark.parametrize(
    "typed",
    [
        "令和8年4月1日", "令和８年４月１日", "令和 8年 4月 1日", "令和8年4月1日（水）", "令和8年4月1日(水曜日)", "令和8.4.1", "令8.4.1",
        "R8.4.1", "r8.4.1", "Ｒ８．４．１", "R.8.4.1", "R08.04.01", "R8/4/1", "R8-4-1", "R080401", "㋿8年4月1日", "8.4.1", "8/4/1",
        "08-04-01", "080401", "０８０４０１", "20260401", "2026-04-01", "2026/4/1", "2026.4.1", "2026年4月1日", "２０２６年４月１日",
        "1 April 2026", "1 Apr. 2026", "1st April 2026", "April 1, 2026", "Apr 1 2026", " R8.4.1　",
    ],
)  # fmt: skip
def test_the_first_working_day_is_read_however_it_is_typed(typed):
    assert read_day(folded(typed)) == WORKING_DAY


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("平成31年5月1日", "令和元年5月1日"),
        ("H31.5.1", "令和元年5月1日"),
        ("R1.4.30", "平成31年4月30日"),
        ("昭和64年1月8日", "平成元年1月8日"),
    ],
)
def test_an_era_that_had_ended_is_refused_with_the_day_it_would_be(typed, said):
    with pytest.raises(Malformed) as refused:
        read_day(typed)
    assert said in refused.value.wording.ja
    assert said in refused.value.wording.en


def test_a_weekday_that_contradicts_its_day_is_said():
    with pytest.raises(Malformed) as refused:
        read_day("令和8年4月1日(月)")
    assert "水曜日" in refused.value.wording.ja
    assert "Wednesday" in refused.value.wording.en


@pytest.mark.parametrize("typed", ["26/4/1", "260401", "31.4.30"])
def test_a_bare_year_that_may_be_western_is_asked_back(typed):
    with pytest.raises(Malformed) as refused:
        read_day(typed)
    assert "西暦" in refused.value.wording.ja


@pytest.mark.parametrize(
    "typed",
    [
        "", "あした", "4月1日", "2026-04", "2026-13-01", "R8.2.29", "R0.4.1", "00.4.1", "1 Ma 2026", "1 Foo 2026", "20260229",
        "99991231", "0001-01-01", "1868-10-22", "R8.4.1.2", "8・4・1", "R8.4.1〜R8.5.1", "令和八年四月一日", "９" * 5000, "2026-4-1T10:00",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_in_both_languages(typed):
    with pytest.raises(Malformed) as refused:
        read_day(folded(typed))
    assert refused.value.wording.ja.endswith("。")
    assert refused.value.wording.en.endswith(".")
    assert len(refused.value.wording.ja) < 160


def test_the_29th_of_february_exists_in_leap_years_only():
    assert read_day("R10.2.29") == date(2028, 2, 29)
    with pytest.raises(Malformed):
        read_day("R9.2.29")


@given(DAYS)
def test_a_day_that_is_shown_reads_as_the_same_day(day):
    for shown in (date_with_weekday(day), japanese_date(day), english_date(day), day.isoformat()):
        assert read_day(folded(shown)) == day


@given(DAYS, st.integers(0, 36_500))
def test_every_readable_day_stands_a_century_of_days_being_added(day, days):
    assert day + timedelta(days=days)


def complaint_about(text):
    try:
        read_day(folded(text))
    except Malformed as complaint:
        return complaint
    return None


@given(st.text(max_size=40))
def test_any_text_reads_as_a_day_or_is_refused_in_words(text):
    complaint = complaint_about(text)
    assert complaint is None or (complaint.wording.ja and complaint.wording.en)
