"""A programme in one year: which questions stand, what is missing, which deadlines come first."""

from dataclasses import replace
from datetime import date

import pytest

from clair_desktop.domain.deadlines import Deadline
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Option, Rows, Section, Text, Yen
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import EnclosureKind
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import same
from clair_desktop.programmes import programme
from clair_desktop.services.gazetteer import load_gazetteer

NAMES = load_gazetteer()
TODAY = date(2026, 11, 20)
COST_ITEM = Text(key="item", label=same("費目"), required=True)
FIELDS = [
    Text(key="title", label=same("事業名"), required=True),
    Choice(key="kind", label=same("区分"), options=[Option("joint", same("共同")), Option("single", same("単独"))]),
    Text(key="partner", label=same("構成団体"), required_when=("kind", "joint")),
    Rows(key="costs", label=same("経費"), columns=[COST_ITEM, Yen(key="amount", label=same("金額"))]),
    Text(key="old", label=same("旧項目"), until=FiscalYear(2025)),
    Text(key="new", label=same("新項目"), since=FiscalYear(2026)),
]  # fmt: skip
ENDED = Text(key="ended", label=same("廃止項目"), until=FiscalYear(2025))
LATER = Section("report", same("実績"), [Text(key="results", label=same("成果"), required=True)], stage="report")
BASE = replace(
    programme("economic_grant"),
    sections=[Section("project", same("事業"), FIELDS), LATER, Section("ended", same("廃止"), [ENDED])],
    checks=[], deadlines=(), enclosures=[EnclosureKind("budget", same("予算書"), required=True), EnclosureKind("other", same("その他"))],
)  # fmt: skip


def facts(enclosed=(), **answers):
    return Facts(answers, TODAY, NAMES, frozenset(enclosed))


def missing(year=2026, enclosed=(), **answers):
    found = BASE.edition(FiscalYear(year)).findings(facts(enclosed, **answers))
    assert all(one.missing and one.blocks and one.verdict is Verdict.UNDECIDED for one in found)
    return [(one.field, one.row) for one in found]


def test_questions_and_sections_stand_in_their_years():
    assert [field.key for field in BASE.edition(FiscalYear(2025)).fields()] == [
        "title",
        "kind",
        "partner",
        "costs",
        "old",
        "results",
        "ended",
    ]
    edition = BASE.edition(FiscalYear(2026))
    assert [section.key for section in edition.sections()] == ["project", "report"]
    assert edition.field("old") is None
    assert edition.field("new").key == "new"


def test_what_is_required_and_not_answered_is_missing():
    assert missing(enclosed=["budget"]) == [("title", None)]
    assert missing(enclosed=["budget"], title="ほうじ茶") == []


def test_a_required_paper_is_missing_until_it_is_enclosed():
    assert missing(title="ほうじ茶", enclosed=["other"]) == [(None, None)]


def test_a_question_may_be_required_by_another_answer():
    assert missing(enclosed=["budget"], title="ほうじ茶", kind="joint") == [("partner", None)]
    assert missing(enclosed=["budget"], title="ほうじ茶", kind="single") == []


def test_a_row_that_leaves_a_required_column_empty_is_named_by_its_number():
    rows = ({"item": "旅費", "amount": 1}, {"amount": 2}, {"item": "委託料"})
    assert missing(enclosed=["budget"], title="ほうじ茶", costs=rows) == [("costs", 2)]


def test_questions_of_a_later_stage_are_not_missing_from_the_application():
    assert ("results", None) not in missing()


def test_the_earliest_deadline_comes_first_and_undecided_ones_last():
    def deadline(key, day):
        return Deadline(key, same(key), ["received"], lambda facts, book: day)

    edition = replace(
        BASE, deadlines=[deadline("b", None), deadline("c", date(2027, 1, 5)), deadline("a", date(2026, 12, 1))]
    )
    found = edition.edition(FiscalYear(2026)).due("received", facts())
    assert [due.deadline.key for due in found] == ["a", "c", "b"]
    assert edition.edition(FiscalYear(2026)).due("checking", facts()) == []


@pytest.mark.parametrize(
    ("since", "until", "day", "taken"),
    [
        (None, None, TODAY, True),
        (None, 2025, date(2026, 3, 31), True),
        (None, 2025, date(2026, 4, 1), False),
        (2015, None, date(2015, 3, 31), False),
        (2015, None, date(2015, 4, 1), True),
    ],
)
def test_a_programme_takes_new_cases_in_its_years(since, until, day, taken):
    year = {"since": since and FiscalYear(since), "until": until and FiscalYear(until)}
    assert replace(BASE, **year).takes_new_cases(day) is taken


def test_the_years_with_rulings_are_those_of_every_rule():
    assert programme("economic_grant").years_with_rulings() == [2025]


def test_a_programme_without_a_formula_gives_no_maximum():
    assert programme("overseas_research").edition(FiscalYear(2025)).grant_maximum(facts()) is None
