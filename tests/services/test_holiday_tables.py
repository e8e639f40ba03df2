"""The shipped holidays: what two kept packages reckon, what is announced and what is still open."""

from datetime import date

import holidays
import jpholiday
import pytest

from clair_desktop.domain.holidays import JAPAN, DayKind
from clair_desktop.domain.office_places import OFFICE_PLACES
from clair_desktop.services.holiday_tables import load_holidays
from clair_desktop.support.resources import resource

TABLE = load_holidays()
HEAD = ["place", "day", "kind", "ja", "en", "status", "source"]


@pytest.mark.parametrize("year", range(2000, 2036))
def test_japans_holidays_are_those_of_both_packages(year):
    ours = {one.day: one.name.ja for one in TABLE.between(JAPAN, date(year, 1, 1), date(year, 12, 31))}
    assert ours == dict(holidays.country_holidays("JP", years=year, language="ja"))
    assert set(ours) == {day for day, _name in jpholiday.year_holidays(year)}


@pytest.mark.parametrize(
    ("office", "country", "part"),
    [("new_york", "US", "NY"), ("london", "GB", "ENG"), ("paris", "FR", None), ("singapore", "SG", None),
     ("seoul", "KR", None), ("sydney", "AU", "NSW"), ("beijing", "CN", None)],
)  # fmt: skip
def test_an_offices_holidays_are_those_of_the_package(office, country, part):
    theirs = holidays.country_holidays(country, subdiv=part, years=range(2020, 2031))
    ours = TABLE.between(office, date(2020, 1, 1), date(2030, 12, 31))
    days = {day for day in theirs if 2020 <= day.year <= 2030}
    assert {one.day for one in ours if one.kind is not DayKind.WORKDAY} == days
    worked = {day for day in theirs.weekend_workdays if 2020 <= day.year <= 2030}
    assert {one.day for one in ours if one.kind is DayKind.WORKDAY} == worked


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        ("2026-05-06", DayKind.SUBSTITUTE, "振替休日"),
        ("2026-09-22", DayKind.BETWEEN, "国民の休日"),
        ("2027-03-21", DayKind.HOLIDAY, "春分の日"),
        ("2027-03-22", DayKind.SUBSTITUTE, "振替休日"),
        ("2027-09-23", DayKind.HOLIDAY, "秋分の日"),
    ],
)
def test_days_that_are_announced_are_settled(day, kind, name):
    found = TABLE.holiday(JAPAN, date.fromisoformat(day))
    assert (found.kind, found.name.ja, found.settled) == (kind, name, True)


def test_the_equinoxes_of_2028_are_not_announced_and_marked_so():
    open_ = [one for one in TABLE.between(JAPAN, date(2028, 1, 1), date(2028, 12, 31)) if not one.settled]
    assert [(one.day, one.said.ja) for one in open_] == [
        (date(2028, 3, 20), "春分の日（未確定）"), (date(2028, 9, 22), "秋分の日（未確定）"),
    ]  # fmt: skip
    assert open_[0].said.en == "Vernal Equinox Day (not settled)"


def test_a_day_in_lieu_of_an_equinox_is_as_open_as_the_equinox():
    open_ = [one for one in TABLE.between(JAPAN, date(2028, 1, 1), date(2035, 12, 31)) if not one.settled]
    assert {one.name.ja for one in open_} == {"春分の日", "秋分の日", "振替休日", "国民の休日"}
    autumn = [(one.day.isoformat(), one.kind) for one in open_ if one.day.year == 2032 and one.day.month == 9]
    assert autumn == [("2032-09-21", DayKind.BETWEEN), ("2032-09-22", DayKind.HOLIDAY)]


def test_the_spring_festival_of_2027_is_known_but_its_days_in_exchange_are_not():
    spring = TABLE.between("beijing", date(2027, 2, 1), date(2027, 2, 28))
    assert [one.day.day for one in spring if one.settled] == [5, 6, 7, 8]
    assert [one.day.day for one in spring if not one.settled] == [9, 10]
    assert not any(
        one.kind is DayKind.WORKDAY for one in TABLE.between("beijing", date(2027, 1, 1), date(2030, 12, 31))
    )
    assert TABLE.worked("beijing", date(2026, 2, 14))


def test_hari_raya_is_announced_for_2027_and_an_estimate_for_2028():
    assert TABLE.holiday("singapore", date(2027, 3, 10)).said.ja == "ハリ・ラヤ・プアサ"
    assert TABLE.holiday("singapore", date(2028, 2, 28)).said.ja == "ハリ・ラヤ・プアサ（振替）（未確定）"
    assert TABLE.holiday("singapore", date(2028, 2, 28)).said.en == "Hari Raya Puasa (in lieu) (not settled)"


def test_the_table_is_readable_by_a_person_and_says_of_every_row_where_it_comes_from():
    head, *rows = [line.split("\t") for line in resource("tables", "holidays.tsv").read_text("utf-8").splitlines()]
    assert head == HEAD
    assert all(len(row) == len(HEAD) and all(row) for row in rows)
    assert {row[5] for row in rows} == {"settled", "estimated"}
    assert len({(row[0], row[1], row[3]) for row in rows}) == len(rows)


def test_every_place_says_for_which_years_it_is_known_and_what_is_not():
    for place in (JAPAN, *OFFICE_PLACES):
        known = TABLE.coverage(place)
        assert known.first_year <= 2020
        assert known.last_year >= 2030
        assert all((known.note.ja, known.note.en))
        days = [one.day for one in TABLE.between(place, date.min, date.max)]
        assert {day.year for day in days} == set(range(known.first_year, known.last_year + 1))
    assert TABLE.coverage(JAPAN).settled_until == 2027
    assert TABLE.coverage("beijing").settled_until == 2026
