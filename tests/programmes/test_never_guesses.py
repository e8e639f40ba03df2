"""Over every programme and every year from FY2004 to FY2030: nothing is guessed, nothing unknown passes or blocks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.rulings import Finding, Mark, Ruling, Verdict
from clair_desktop.programmes import all_programmes
from tests.programmes.any_case import ENTERED, YEARS, Case, cases, exact_share, grants, worked_answers
from tests.programmes.judging import NAMES, TODAY

PROGRAMMES = all_programmes()
each_programme = pytest.mark.parametrize("key", PROGRAMMES)
with_a_maximum = pytest.mark.parametrize("key", [key for key, one in PROGRAMMES.items() if one.grant_maximum])
with_a_cost_table = pytest.mark.parametrize(
    "key", [key for key, one in PROGRAMMES.items() if one.edition(FiscalYear(2025)).field("cost_breakdown")]
)
RATES = st.sampled_from([Fraction(1, 2), Fraction(2, 3), Fraction(1, 3), Fraction(1)])
UNITS = st.sampled_from([1, 1_000])
JUDGED = (Verdict.MET, Verdict.NOT_MET)

# What a case contradicts by itself; no document is needed to say that sums, days or bodies do not agree.
OWN = {
    "cost_row", "cost_total", "eligible_total", "funding_total", "funding_grant", "amount_order", "period",
    "joint_bodies", "answers", "deadlines", "reply_in_time",
}  # fmt: skip
# Pages and notices that name no project year: they speak of every case, and say so by their source.
UNDATED = {
    ("overseas_research", "RES-01"), ("overseas_research", "RES-06"), ("overseas_support", "choice_founded"),
    ("overseas_support", "exchange_section"), ("overseas_support", "website_read"), ("staff_exchange", "held"),
}  # fmt: skip
FLOOR = "MUL-06"
# The rules that bound the amount requested.
LIMITS = {
    "economic_grant": {"ECO-05", "ECO-06", "ECO-07"},
    "exchange_grant": {"IEX-03", "IEX-03-cap"},
    "multicultural_grant": {"rate", "MUL-03", "MUL-04", "MUL-05", "MUL-06"},
    "model_project_grant": {"rate", "cap"},
}


def swept(programme: Programme) -> Iterator[Case]:
    """Every worked case in every year."""
    for year in YEARS:
        edition = programme.edition(FiscalYear(year))
        for answers in [{}, *worked_answers(programme)]:
            yield Case(programme, edition, answers)


def dated(programme: Programme) -> list[str]:
    """The rules that are kept as a calendar day."""
    return [rule.key for rule in programme.rules if rule.kind is date]


def limits(case: Case, findings: list[Finding] | None = None) -> list[Finding]:
    found = case.findings if findings is None else findings
    return [one for one in found if one.rule in LIMITS[case.programme.key]]


@each_programme
def test_every_figure_of_every_rule_has_a_source_with_its_place(key: str) -> None:
    programme = PROGRAMMES[key]
    for rule in programme.rules:
        for ruling in rule.rulings:
            source = ruling.source
            assert source.title.ja
            assert source.title.en
            assert source.locator.ja, rule.key
            assert source.mark in (Mark.SOURCE, Mark.WEB), rule.key


@each_programme
def test_what_is_judged_rests_on_a_ruling_of_the_cases_own_year_or_on_the_case_itself(key: str) -> None:
    """Neither a carried-forward nor an unknown rule ever passes or fails a case."""
    programme = PROGRAMMES[key]
    of_rulings = {ruling.source for rule in programme.rules for ruling in rule.rulings}
    for case in swept(programme):
        book = case.edition.book
        of_the_year = {
            one.ruling.source for one_rule in book.rules if (one := book.standing(one_rule)).decided and one.ruling
        }
        for finding in case.findings:
            if finding.verdict in JUDGED and finding.source is None:
                assert finding.rule in OWN, finding
            elif finding.verdict in JUDGED and finding.source in of_rulings:
                assert finding.source in of_the_year, (case.edition.year, finding)
            elif finding.verdict in JUDGED:
                assert (key, finding.rule) in UNDATED, finding


@each_programme
def test_without_any_ruling_nothing_is_judged_but_what_the_case_contradicts_itself(key: str) -> None:
    """A programme stripped of its rulings: no maximum, no pass, no failure that a document would have to give."""
    programme = PROGRAMMES[key]
    bare = replace(programme, rules=[replace(rule, rulings=()) for rule in programme.rules])
    for case in swept(bare):
        assert case.maximum is None
        judged = {one.rule for one in case.findings if one.verdict in JUDGED}
        assert judged <= OWN | {rule for of, rule in UNDATED if of == key}


@each_programme
@given(data=st.data())
def test_whatever_is_answered_an_unknown_or_carried_rule_never_blocks(key: str, data: st.DataObject) -> None:
    case = data.draw(cases(PROGRAMMES[key]))
    for finding in case.findings:
        if finding.wanting:
            assert finding.verdict is Verdict.UNDECIDED
            assert not finding.blocks
            assert all(not case.edition.book.standing(one).decided for one in finding.wanting)


@each_programme
@given(data=st.data())
def test_every_finding_says_rule_reason_source_and_what_would_mend_it(key: str, data: st.DataObject) -> None:
    case = data.draw(cases(PROGRAMMES[key]))
    for finding in case.findings:
        name, mend = case.edition.finding_name(finding.rule), case.edition.mend(finding)
        assert name.ja != finding.rule, "the rule is said in words, not by its number alone"
        assert name.en
        assert finding.message.ja
        assert finding.message.en
        assert (mend is None) is (finding.verdict is Verdict.MET)
        assert mend is None or (mend.ja.endswith("。") and mend.en)


def own_figures(answers: Mapping[str, object]) -> set[int]:
    """What the case itself says: its amounts, those of its rows, and what a column of them comes to."""
    found = {value for value in answers.values() if type(value) is int}
    for rows in answers.values():
        if isinstance(rows, tuple) and all(isinstance(row, Mapping) for row in rows):
            for column in {key for row in rows for key in row}:
                amounts = [value for row in rows if type(value := row.get(column)) is int]
                found |= {*amounts, sum(amounts)}
    return found


@each_programme
@given(data=st.data())
def test_a_figure_that_the_case_does_not_give_comes_with_its_source(key: str, data: st.DataObject) -> None:
    """A cap, floor or count in the words of a finding is the rulebook's, and the rulebook names who says so."""
    case = data.draw(cases(PROGRAMMES[key]))
    book = case.edition.book
    figures = {f"{value:,}円" for rule in book.rules if type(value := book.value(rule)) is int and value >= 1_000} - {
        f"{value:,}円" for value in own_figures(case.answers)
    }
    for finding in case.findings:
        said = finding.message.ja + (finding.working.ja if finding.working else "")
        if finding.rule not in OWN and figures & set(re.findall(r"[\d,]+円", said)):
            assert finding.source is not None, finding


@with_a_maximum
@given(data=st.data(), rate=RATES, unit=UNITS)
def test_the_maximum_is_never_rounded_up_and_never_above_rate_or_cap(
    key: str, data: st.DataObject, rate: Fraction, unit: int
) -> None:
    case = data.draw(grants(PROGRAMMES[key], {"rate": rate, "rounding_unit": unit}))
    share, maximum = exact_share(case), case.maximum
    if maximum is None:
        return
    assert share is not None
    assert 0 <= maximum <= share
    caps = [
        value for cap in case.edition.book.rules if cap.startswith("cap_") and (value := case.edition.book.yen(cap))
    ]
    assert maximum <= max(caps)
    assert maximum % unit == 0 or maximum in caps
    assert maximum in (0, *caps) or share - maximum < unit


@with_a_maximum
@given(data=st.data(), rate=RATES, unit=UNITS)
def test_what_is_requested_is_met_exactly_up_to_the_maximum(
    key: str, data: st.DataObject, rate: Fraction, unit: int
) -> None:
    """申請額 ≤ the maximum ⇔ met; where a limit is carried forward or unknown, neither met as a whole nor failed."""
    case = data.draw(grants(PROGRAMMES[key], {"rate": rate, "rounding_unit": unit}))
    requested, maximum = case.answers.get("requested"), case.maximum
    if not isinstance(requested, int) or maximum is None:
        return
    found = limits(case)
    above_the_rest = [one for one in found if one.rule != FLOOR]
    verdicts = {one.verdict for one in above_the_rest}
    if any(one.wanting for one in found):
        assert Verdict.UNDECIDED in {one.verdict for one in found}
        if requested <= maximum:
            assert Verdict.NOT_MET not in verdicts - {Verdict.UNDECIDED} or maximum == 0
    elif requested <= maximum:
        assert verdicts == {Verdict.MET} or maximum == 0
    else:
        assert Verdict.NOT_MET in {one.verdict for one in found}


def moved(case: Case, number: int) -> Case:
    """The same case with one eligible row called 対象外 and the eligible cost stated accordingly."""
    rows = list(case.answers["cost_breakdown"])  # type: ignore[call-overload]  # a table is a tuple of rows
    row = rows[number]
    rows[number] = {**row, "eligibility": "not_eligible"}
    cost = case.answers["eligible_cost"] - row["amount"]  # type: ignore[operator]  # both are yen
    return replace(case, answers={**case.answers, "cost_breakdown": tuple(rows), "eligible_cost": cost})


GRAVITY = {Verdict.NOT_MET: 0, Verdict.UNDECIDED: 1, Verdict.MET: 2}


def worst(findings: list[Finding]) -> dict[str, int]:
    """The gravest verdict of each rule."""
    found: dict[str, int] = {}
    for one in findings:
        found[one.rule] = min(found.get(one.rule, 2), GRAVITY[one.verdict])
    return found


@with_a_cost_table
@given(data=st.data(), rate=RATES, unit=UNITS)
def test_no_verdict_improves_when_a_cost_is_moved_out_of_the_eligible(
    key: str, data: st.DataObject, rate: Fraction, unit: int
) -> None:
    case = data.draw(grants(PROGRAMMES[key], {"rate": rate, "rounding_unit": unit}))
    rows = case.answers.get("cost_breakdown") or ()
    eligible = [n for n, row in enumerate(rows) if row.get("eligibility") == "eligible"]  # type: ignore[var-annotated, arg-type]  # a table is a tuple of rows
    if not eligible:
        return
    total = sum(rows[n]["amount"] for n in eligible)  # type: ignore[index]  # a table is a tuple of rows
    case = replace(case, answers={**case.answers, "eligible_cost": total})
    after = moved(case, data.draw(st.sampled_from(eligible)))
    before, later = worst(case.findings), worst(after.findings)
    assert {rule for rule, verdict in later.items() if verdict > before.get(rule, 2)} == set()
    assert case.edition.verdict(after.findings) in worse_or_same(case.edition.verdict(case.findings))
    if case.maximum is not None:
        assert after.maximum is not None
        assert after.maximum <= case.maximum


def worse_or_same(verdict: Verdict) -> set[Verdict]:
    return {one for one in Verdict if GRAVITY[one] <= GRAVITY[verdict]}


@each_programme
@pytest.mark.parametrize("year", YEARS)
def test_no_deadline_is_the_calendar_day_of_another_year(key: str, year: int) -> None:
    """A day that was set for one year is never shown as a deadline of the next."""
    programme, day = PROGRAMMES[key], date(year - 1, 11, 11)
    last_year = Ruling(day, FiscalYear(year - 1), ENTERED)
    edition = programme.edition(FiscalYear(year), {rule: [last_year] for rule in dated(programme)})
    for state in programme.workflow.states:
        for due in edition.due(state.key, Facts({}, TODAY, NAMES)):
            assert due.day != day, due.deadline.key
