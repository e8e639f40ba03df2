"""What a check may know of the branch's other cases, and which rows a table shows."""

from datetime import date

from clair_desktop.domain.documents import RowTable
from clair_desktop.domain.facts import Earlier, Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.services.gazetteer import load_gazetteer

TODAY, NAMES = date(2026, 11, 20), load_gazetteer()
ADVICE, GRANT = "advice", "grant"


def earlier(number, programme=ADVICE, year=2026, stopped=False, **answers):
    return Earlier(number, programme, FiscalYear(year), answers, stopped)


def numbers(facts, programme=ADVICE):
    return [one.number for one in facts.earlier_of(programme)]


def test_a_case_judged_alone_knows_no_others():
    assert numbers(Facts({"applicant": "042137"}, TODAY, NAMES)) == []


def test_only_the_same_bodys_cases_of_the_programme_count_whatever_their_year():
    others = [
        earlier("R8-0001", applicant="042137"),
        earlier("R7-0009", applicant="042137", year=2025),
        earlier("R8-0002", applicant="042153"),
        earlier("R8-0003", GRANT, applicant="042137"),
    ]
    assert numbers(Facts({"applicant": "042137"}, TODAY, NAMES, earlier=others)) == ["R8-0001", "R7-0009"]


def test_what_was_withdrawn_or_declined_counts_nowhere():
    others = [earlier("R8-0001", applicant="042137", stopped=True)]
    assert numbers(Facts({"applicant": "042137"}, TODAY, NAMES, earlier=others)) == []


def test_a_body_without_a_code_is_known_by_its_name_in_any_width():
    others = [earlier("R8-0001", requester_name="（公財）京都府国際センター")]
    assert numbers(Facts({"requester_name": "(公財)京都府国際センター"}, TODAY, NAMES, earlier=others)) == ["R8-0001"]


def test_a_case_that_names_nobody_is_nobodys_next():
    others = [earlier("R8-0001"), earlier("R8-0002", requester_name="")]
    assert numbers(Facts({}, TODAY, NAMES, earlier=others)) == []


def test_a_table_shows_all_rows_or_those_that_leave_a_column_empty():
    rows = [{"body": "042021"}, {"body": "042056", "answer": "none"}, {"body": "042153", "answer": ""}]
    assert [RowTable("bodies").shows(row) for row in rows] == [True, True, True]
    assert [RowTable("bodies", unanswered="answer").shows(row) for row in rows] == [True, False, True]
