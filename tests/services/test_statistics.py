"""Cases counted and amounts summed; every case once in the total, and the total is what the lists add up to."""

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.statistics import as_rows
from tests.services.casework import GRANT, RESEARCH, changed, grant, research


@pytest.fixture
def cases(office):
    """Two grants of FY2025, one withdrawn grant of FY2026, a request in five countries."""
    grant(office)
    changed(office, grant(office), requested=1_000_000, awarded=900_000, applicant="仙台市")
    office.steps.take(grant(office, 2026).number, "withdraw")
    research(office)


def lines(office, year, by, programme=None):
    return {one.key: one for one in office.statistics.of_year(year, by, programme).lines}


def test_by_programme(office, cases):
    found = office.statistics.of_year(2025)
    assert [(one.key, one.cases, one.amounts) for one in found.lines] == [
        (GRANT, 2, {"requested": 3_100_000, "awarded": 900_000, "final_amount": 0})
    ]
    assert found.total.cases == 2
    assert found.total.amounts["requested"] == 3_100_000


def test_by_year_and_over_all_years(office, cases):
    found = office.statistics.of_year(None, "year")
    assert [(one.key, one.label.ja, one.cases) for one in found.lines] == [
        ("2025", "令和7年度", 2),
        ("2026", "令和8年度", 2),
    ]
    assert found.total.cases == 4
    assert lines(office, None, "programme").keys() == {GRANT, RESEARCH}


def test_by_state(office, cases):
    found = lines(office, 2026, "state")
    assert found["withdrawn"].label.ja == "取下げ"
    assert sum(one.cases for one in found.values()) == 2


def test_a_state_that_programmes_call_alike_is_one_line_and_counts_them_all(office):
    ended = {grant(office, 2026).number: "closed", research(office).number: "completed"}
    with office._desk.database.work(Wording("完了", "Closed")) as work:
        for number, state in ended.items():
            work.cases.get(number).state = state
    found = office.statistics.of_year(2026, "state")
    assert [(line.label.ja, line.cases) for line in found.lines] == [("完了", 2)]
    assert found.lines[0].amounts["requested"] == 2_100_000
    assert found.total.cases == 2


def test_by_body(office, cases):
    found = lines(office, 2025, "body")
    assert {one.label.ja: one.cases for one in found.values()} == {"静岡県富士市": 1, "宮城県仙台市": 1}
    assert set(found) == {"222101", "041009"}


def test_a_body_without_a_code_is_counted_by_its_name_in_whatever_width(office):
    for name in ("ＡＢＣ協議会", "ABC協議会"):
        research(office, requester_kind="related_body", requester_name=name, applicant=None)
    assert [one.cases for one in office.statistics.of_year(2026, "body").lines] == [2]


def test_a_case_of_five_countries_stands_in_five_lines_and_once_in_the_total(office, cases):
    found = office.statistics.of_year(2026, "country", RESEARCH)
    assert len(found.lines) == 5
    assert {one.cases for one in found.lines} == {1}
    assert found.total.cases == 1


def test_by_category_programmes_keep_their_own_words(office, cases):
    found = office.statistics.of_year(2025, "category", GRANT)
    assert [(one.label.ja, one.cases) for one in found.lines] == [("海外販路開拓", 2)]
    assert [one.label.ja for one in office.statistics.of_year(2026, "category", RESEARCH).lines] == ["（記載なし）"]


def test_an_unknown_group_or_programme_is_refused(office):
    with pytest.raises(Refusal, match="no group “moon”"):
        office.statistics.of_year(2025, "moon")
    with pytest.raises(Refusal, match="no programme"):
        office.statistics.of_year(2025, "state", "rice_grant")


def test_a_year_without_cases_is_an_empty_table(office):
    found = office.statistics.of_year(1999)
    assert found.lines == []
    assert as_rows(found, Language.EN) == [
        ["By programme", "Cases", "Requested (JPY)", "Awarded (JPY)", "Final (JPY)"],
        ["Total", 0, 0, 0, 0],
    ]


def test_the_table_ends_with_its_total(office, cases):
    head, *body, total = as_rows(office.statistics.of_year(2025, "body"), Language.JA)
    assert head == ["団体別", "件数", "申請額（円）", "決定額（円）", "確定額（円）"]
    assert [sum(row[column] for row in body) for column in (1, 2, 3)] == total[1:4]


def test_the_years_with_cases_the_latest_first(office, cases):
    assert office.statistics.years() == [2026, 2025]
