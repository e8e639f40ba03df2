"""A past case taken into this year: answers go along, enclosures and outcomes stay, and this year's rules judge it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from clair_desktop.domain.fields import Choice, Count, Option, Rows, Text
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.services.copying import rule_changes
from tests.services.casework import GRANT, RESEARCH, changed, grant, material, research

LATER_STAGES = ("awarded", "award_day", "final_amount", "completed_on", "results")


def test_the_answers_go_along_and_the_case_begins_anew(office):
    old = grant(office, 2025)
    copied = office.copying.copy(old.number, 2026)
    sheet = copied.sheet
    assert sheet.number == "R8-0002"
    assert sheet.edition.year.start_year == 2026
    assert sheet.state.key == "received"
    assert sheet.answers == old.answers
    assert copied.dropped == []
    assert office.cases.get(old.number) == old


def test_enclosures_steps_and_outcomes_stay_where_they_are(office):
    old = office.enclosures.add(grant(office).number, [material(office)], "budget")
    old = changed(office, old, awarded=2_000_000, award_day="2025-06-01", results="試飲会3回")
    sheet = office.copying.copy(old.number, 2026).sheet
    assert sheet.enclosures == []
    assert sheet.events == []
    assert not set(sheet.answers) & set(LATER_STAGES)
    assert sheet.received_on == date(2026, 11, 20)


def test_it_is_judged_anew_by_this_years_rules_and_the_changed_ones_are_told(office):
    old = grant(office, 2025)
    office.rules.enter(GRANT, "cap_abroad", 2026, "100万円", source_title="令和8年度実施要綱")
    copied = office.copying.copy(old.number, 2026)
    found = {one.rule: one.verdict for one in office.cases.judged(copied.sheet).findings}
    assert found["ECO-07"] is Verdict.NOT_MET
    assert found["ECO-06"] is Verdict.UNDECIDED
    changes = {one.rule.key: one for one in copied.changes}
    assert changes["cap_abroad"].before.ruling.value == 5_000_000
    assert changes["cap_abroad"].after.ruling.value == 1_000_000
    assert changes["rate"].before.decided
    assert changes["rate"].after.carried_forward
    assert "rounding_unit" not in changes


def test_a_closed_case_is_compared_by_the_rulebook_it_was_judged_with(office):
    old = grant(office, 2025)
    office.steps.take(old.number, "withdraw")
    office.rules.enter(GRANT, "cap_abroad", 2025, "400万円", source_title="後から分かった要綱")
    changes = {one.rule.key: one for one in office.copying.copy(old.number, 2026).changes}
    assert changes["cap_abroad"].before.ruling.value == 5_000_000
    assert changes["cap_abroad"].after.ruling.value == 4_000_000


def test_two_years_stand_side_by_side(office):
    book = office.edition(GRANT, 2025).book
    assert rule_changes(book, book) == []
    assert {one.rule.key for one in rule_changes(office.edition(GRANT, 2024).book, book)} == {
        key for key in book.rules if book.standing(key).decided
    }


def test_quantities_and_tables_go_along_exactly(office):
    rows = [
        {"cost_item": "旅費", "unit_price": 1_000, "quantity": "2.5", "amount": 2_500, "eligibility": "eligible"},
        {"cost_item": "会場費", "amount": 100, "eligibility": "not_eligible"},
    ]
    old = changed(office, grant(office), cost_breakdown=rows)
    sheet = office.copying.copy(old.number, 2026).sheet
    assert sheet.answers["cost_breakdown"] == old.answers["cost_breakdown"]
    assert sheet.answers["cost_breakdown"][0]["quantity"] == Fraction(5, 2)


def from_2026(asked):
    """How FY2026 asks it: one question is gone, a choice is another, a table has lost a column."""
    until, since = replace(asked, until=FiscalYear(2025)), {"since": FiscalYear(2026)}
    if asked.key == "effect":
        return [until]
    if asked.key == "place":
        return [until, Choice(key="place", label=asked.label, options=[Option("moon", Wording("月", "Moon"))], **since)]
    if asked.key == "cost_breakdown":
        return [until, replace(asked, columns=[one for one in asked.columns if one.key != "remarks"], **since)]
    return [asked]


@pytest.fixture
def other_form(office, monkeypatch):
    declared = office.programmes()[GRANT]
    sections = [replace(one, fields=[f for asked in one.fields for f in from_2026(asked)]) for one in declared.sections]
    monkeypatch.setitem(office.programmes(), GRANT, replace(declared, sections=sections))


def test_what_this_years_form_does_not_take_is_left_behind_by_name(office, other_form):
    rows = [{"cost_item": "旅費", "amount": 2_500, "eligibility": "eligible", "remarks": "見積1"}]
    old = changed(office, grant(office), cost_breakdown=rows)
    copied = office.copying.copy(old.number, 2026)
    assert {one.field: one.label.ja for one in copied.dropped} == {
        "effect": "期待される経済効果",
        "place": "主たる実施地",
    }
    assert "項目がありません" in copied.dropped[0].reason.ja
    assert "選べません" in copied.dropped[1].reason.ja
    assert "place" not in copied.sheet.answers
    assert copied.sheet.answers["cost_breakdown"] == (
        {"cost_item": "旅費", "amount": 2_500, "eligibility": "eligible"},
    )


def test_an_unknown_case_or_an_impossible_year_is_refused(office):
    number = grant(office).number
    with pytest.raises(Refusal):
        office.copying.copy("R8-9999", 2026)
    with pytest.raises(Refusal):
        office.copying.copy(number, 20_26_0)
    assert len(office.cases.lines()) == 1


def test_copying_is_one_act(office):
    number = research(office).number
    office.copying.copy(number, 2027)
    office.undo()
    assert [line.number for line in office.cases.lines()] == [number]
    assert office.cases.get(number).edition.programme.key == RESEARCH


def test_every_kind_of_answer_can_go_along():
    """Rows, quantities and texts are given as a file would give them."""
    from clair_desktop.services.copying import _natural

    row = Rows(
        key="rows",
        label=Wording("表", "Table"),
        columns=[Count(key="n", label=Wording("数", "No.")), Text(key="t", label=Wording("文", "Text"))],
    )
    assert _natural(row, row, ({"n": Fraction(3, 2), "t": "𠮷野"},)) == [{"n": "1.5", "t": "𠮷野"}]
