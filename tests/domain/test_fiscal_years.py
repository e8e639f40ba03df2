"""The fiscal year: which days it holds, what an office prints for it, where its February ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.fiscal_year import EraChangeStyle, FiscalYear


@pytest.mark.parametrize(
    ("year", "ja", "prefix"),
    [
        (2026, "令和8年度", "R8"),
        (2025, "令和7年度", "R7"),
        (2020, "令和2年度", "R2"),
        (2019, "平成31年度", "H31"),
        (2018, "平成30年度", "H30"),
        (2005, "平成17年度", "H17"),
        (1989, "平成元年度", "H1"),
        (1988, "昭和63年度", "S63"),
    ],
)
def test_labels_are_those_of_clairs_own_list(year, ja, prefix):
    assert FiscalYear(year).label().ja == ja
    assert FiscalYear(year).label().en == f"FY{year}"
    assert FiscalYear(year).prefix() == prefix


def test_an_office_that_prefers_it_prints_reiwa_gannen():
    assert FiscalYear(2019).label(EraChangeStyle.AS_NEW_ERA).ja == "令和元年度"
    assert FiscalYear(2018).label(EraChangeStyle.AS_NEW_ERA).ja == "平成30年度"
    assert FiscalYear(2020).label(EraChangeStyle.AS_NEW_ERA).ja == "令和2年度"


@pytest.mark.parametrize("style", EraChangeStyle)
def test_no_first_year_is_ever_1(style):
    labels = [FiscalYear(year).label(style).ja for year in range(1868, 2100)]
    assert not [label for label in labels if label[2:] == "1年度"]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 3, 31), 2025),
        (date(2026, 4, 1), 2026),
        (date(2027, 1, 1), 2026),
        (date(2027, 3, 31), 2026),
        (date(2019, 4, 30), 2019),
        (date(2019, 5, 1), 2019),
    ],
)
def test_the_year_begins_on_the_first_of_april(day, year):
    assert FiscalYear.containing(day) == FiscalYear(year)


@pytest.mark.parametrize(
    ("year", "last"),
    [(2026, date(2027, 2, 28)), (2027, date(2028, 2, 29)), (2023, date(2024, 2, 29)), (2099, date(2100, 2, 28))],
)
def test_the_end_of_february_is_computed_and_knows_leap_years(year, last):
    assert FiscalYear(year).end_of_february == last


@given(st.dates(date(1869, 4, 1), date(2098, 12, 31)))
def test_every_day_lies_in_its_year_and_years_follow_one_another(day):
    year = FiscalYear.containing(day)
    assert year.first_day <= day <= year.last_day < year.next.first_day
    assert year < year.next
