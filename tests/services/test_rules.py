"""What the branch enters where no source gives a value, and undecided findings that a post closes with a reason."""

from datetime import date
from fractions import Fraction

import pytest

from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.rulings import Verdict
from tests.services.casework import GRANT, RESEARCH, changed, grant, research, rules_of

BY = {"source_title": "令和8年度実施要綱", "locator": "第5条"}


def line(office, rule, year=2026):
    (found,) = [one for one in office.rules.standing(GRANT, year) if one.rule.key == rule]
    return found


def test_every_rule_stands_somewhere_in_every_year(office):
    for year, known in ((2024, 0), (2025, 8), (2026, 8)):
        lines = office.rules.standing(GRANT, year)
        assert len(lines) == len(office.programmes()[GRANT].rules)
        assert sum(one.standing.ruling is not None for one in lines) == known
        assert sum(one.standing.decided for one in lines) == (8 if year == 2025 else 0)
        assert not any(one.entered for one in lines)


@pytest.mark.parametrize(
    ("rule", "typed", "value"),
    [
        ("cap_abroad", "600万円", 6_000_000),
        ("cap_abroad", "６，０００，０００", 6_000_000),
        ("rounding_unit", "1,000円", 1_000),
        ("rate", "1/2", Fraction(1, 2)),
        ("rate", "２分の１", Fraction(1, 2)),
        ("rate", "50%", Fraction(1, 2)),
        ("rate", "0.5", Fraction(1, 2)),
        ("rate", "1", Fraction(1)),
        ("report_due_days", "30日", 30),
        ("retention_years", "5年", 5),
        ("headquarters_deadline", "令和7年9月30日", date(2025, 9, 30)),
        ("headquarters_deadline", "R7.9.30", date(2025, 9, 30)),
        ("no_public_funding", "はい", True),
        ("no_public_funding", "いいえ", False),
    ],
)
def test_an_entry_is_read_as_its_rule_is_kept_and_applies(office, rule, typed, value):
    office.rules.enter(GRANT, rule, 2026, typed, **BY)
    entered = line(office, rule)
    assert entered.entered
    assert entered.standing.decided
    assert entered.standing.ruling.value == value
    assert entered.standing.ruling.source.title.ja == "令和8年度実施要綱"
    assert entered.standing.ruling.source.checked_on == date(2026, 11, 20)
    assert line(office, rule, 2027).standing.carried_forward


@pytest.mark.parametrize(
    ("rule", "typed"),
    [
        ("cap_abroad", "たくさん"), ("cap_abroad", ""), ("cap_abroad", "-1"), ("rounding_unit", "0"), ("rate", "2"), ("rate", "0"),
        ("rate", "1/0"), ("rate", "-1/2"), ("rate", "半分"), ("report_due_days", "40,000"), ("retention_years", "永年"),
        ("headquarters_deadline", "9月末"), ("headquarters_deadline", "99991231"), ("no_public_funding", "たぶん"), ("rate", "9" * 5000),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_refused_and_changes_nothing(office, rule, typed):
    with pytest.raises(Malformed) as refused:
        office.rules.enter(GRANT, rule, 2026, typed, **BY)
    assert refused.value.wording.ja.endswith("。")
    assert not line(office, rule).entered


def test_a_value_without_a_source_cannot_apply(office):
    with pytest.raises(Refusal) as refused:
        office.rules.enter(GRANT, "cap_abroad", 2026, "600万円", source_title=" ")
    assert refused.value.field == "source_title"


def test_an_unknown_rule_is_refused_with_those_there_are(office):
    with pytest.raises(Refusal) as refused:
        office.rules.enter(GRANT, "floor", 2026, "1", **BY)
    assert "rounding_unit" in refused.value.wording.ja


def test_a_corrected_entry_takes_the_place_of_the_first(office):
    office.rules.enter(GRANT, "cap_abroad", 2026, "600万円", **BY)
    office.rules.enter(GRANT, "cap_abroad", 2026, "650万円", **BY)
    assert line(office, "cap_abroad").standing.ruling.value == 6_500_000
    office.undo()
    assert line(office, "cap_abroad").standing.ruling.value == 6_000_000


def test_a_withdrawn_entry_lets_the_declared_value_apply_again(office):
    office.rules.enter(GRANT, "cap_abroad", 2025, "400万円", **BY)
    assert rules_of(grant(office, requested="2,100,000"), office)["ECO-07"] == "met"
    office.rules.withdraw(GRANT, "cap_abroad", 2025)
    back = line(office, "cap_abroad", 2025)
    assert (back.standing.ruling.value, back.entered) == (5_000_000, False)
    with pytest.raises(Refusal) as refused:
        office.rules.withdraw(GRANT, "cap_abroad", 2025)
    assert "上限額" in refused.value.wording.ja


def test_days_that_would_leave_the_calendar_cannot_be_entered(office):
    sheet = grant(office, 2026)
    office.rules.enter(GRANT, "headquarters_deadline", 2026, "2099-12-31", **BY)
    office.rules.enter(GRANT, "branch_lead_days", 2026, "36,500", **BY)
    office.steps.take(sheet.number, "return")
    dues = {one.deadline.key: one.day for one in office.cases.get(sheet.number).due}
    assert dues["headquarters"] == date(2099, 12, 31)
    assert dues["branch"].year == 2000


def decided(office, sheet, rule="ECO-07"):
    return [one for one in office.cases.judged(sheet).findings if one.rule == rule]


def test_a_post_closes_an_undecided_finding_with_a_reason(office):
    sheet = office.rules.decide(grant(office, 2026).number, "ECO-07", "本部に電話で確認済み", "国際政策課長")
    (cap,) = decided(office, sheet)
    assert cap.verdict is Verdict.MET
    assert "支部の判断：本部に電話で確認済み／国際政策課長" in cap.message.ja
    assert "decided by the branch" in cap.message.en
    assert sheet.decisions[0].on == date(2026, 11, 20)
    assert rules_of(sheet, office)["ECO-06"] == "undecided"


def test_a_second_decision_takes_the_place_of_the_first_and_undo_brings_it_back(office):
    number = grant(office, 2026).number
    office.rules.decide(number, "ECO-07", "電話で確認", "係長")
    sheet = office.rules.decide(number, "ECO-07", "文書で確認", "課長")
    assert [one.reason for one in sheet.decisions] == ["文書で確認"]
    office.undo()
    assert [one.reason for one in office.cases.get(number).decisions] == ["電話で確認"]


@pytest.mark.parametrize(("reason", "by"), [("", "課長"), ("確認済み", ""), (" ", "　")])
def test_a_decision_names_its_reason_and_its_post(office, reason, by):
    number = grant(office, 2026).number
    with pytest.raises(Refusal):
        office.rules.decide(number, "ECO-07", reason, by)
    assert not office.cases.get(number).decisions


@pytest.mark.parametrize("rule", ["ECO-05", "ECO-99", "required", ""])
def test_only_what_stands_undecided_is_decided(office, rule):
    number = grant(office, 2025).number
    with pytest.raises(Refusal) as refused:
        office.rules.decide(number, rule, "確認済み", "課長")
    assert "要確認の判定はありません" in refused.value.wording.ja
    assert not office.cases.get(number).decisions


def test_what_is_not_met_or_missing_cannot_be_decided_away(office):
    number = grant(office, 2025, requested="3,000,000").number
    for rule in ("ECO-06", "funding_grant"):
        with pytest.raises(Refusal):
            office.rules.decide(number, rule, "目をつぶる", "課長")


def test_nothing_is_decided_in_a_closed_case(office):
    number = office.steps.take(grant(office, 2026).number, "withdraw").number
    with pytest.raises(Refusal) as refused:
        office.rules.decide(number, "ECO-07", "確認済み", "課長")
    assert "閉じられている" in refused.value.wording.ja


def test_a_decision_does_not_outlive_an_answer_that_goes_missing(office):
    sheet = research(office)
    office.rules.decide(sheet.number, "RES-03", "近隣国として協議済み", "係長")
    assert {one.verdict for one in decided(office, office.cases.get(sheet.number), "RES-03")} == {Verdict.MET}
    assert office.rules.standing(RESEARCH, 2026)


def test_a_deadline_that_is_entered_counts_at_once_for_the_cases_that_lie_there(office):
    grant(office, 2025)
    grant(office, 2026)
    closed = office.steps.take(grant(office, 2026).number, "withdraw")
    office.rules.enter(GRANT, "headquarters_deadline", 2026, "R9.1.29", **BY)
    assert {line.number: line.due_on for line in office.cases.lines()} == {
        "R8-0001": None, "R8-0002": date(2027, 1, 29), "R8-0003": None,
    }  # fmt: skip
    assert office.cases.get(closed.number).version == closed.version
    office.rules.withdraw(GRANT, "headquarters_deadline", 2026)
    assert not any(line.due_on for line in office.cases.lines())
    office.undo()
    assert office.cases.lines()[1].due_on == date(2027, 1, 29)


def test_a_value_that_is_no_deadline_leaves_the_cases_as_they_are(office):
    sheet = grant(office, 2026)
    office.rules.enter(GRANT, "cap_abroad", 2026, "600万円", **BY)
    assert office.cases.get(sheet.number).version == sheet.version


@pytest.mark.parametrize("bad", ["要綱\x00", "要綱\ud800"])
def test_words_no_paper_can_carry_are_refused_by_their_question(office, bad):
    number = grant(office, 2026).number
    for field, act in (
        ("source_title", lambda: office.rules.enter(GRANT, "cap_abroad", 2026, "1", source_title=bad)),
        ("locator", lambda: office.rules.enter(GRANT, "cap_abroad", 2026, "1", source_title="要綱", locator=bad)),
        ("reason", lambda: office.rules.decide(number, "ECO-07", bad, "課長")),
        ("by", lambda: office.rules.decide(number, "ECO-07", "確認済み", bad)),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.field == field


def test_a_decision_falls_with_the_finding_it_was_made_about(office):
    sheet = office.rules.decide(grant(office, 2026).number, "ECO-06", "率の範囲内と確認", "課長")
    sheet = changed(office, sheet, contact="係長")
    assert rules_of(sheet, office)["ECO-06"] == "met", "another answer does not touch it"
    sheet = changed(office, sheet, requested="4,000,000")
    assert rules_of(sheet, office)["ECO-06"] == "undecided", "above the rate now: somebody must look again"
    assert not sheet.decisions
    office.undo()
    assert rules_of(office.cases.get(sheet.number), office)["ECO-06"] == "met"


def test_a_decision_on_a_country_does_not_cover_one_that_is_added(office):
    sheet = office.rules.decide(research(office, places=[{"country": "BR"}]).number, "RES-03", "協議済み", "係長")
    sheet = changed(office, sheet, places=[{"country": "BR"}, {"country": "MN"}])
    assert rules_of(sheet, office)["RES-03"] == "undecided"
