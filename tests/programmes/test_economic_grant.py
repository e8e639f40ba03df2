"""ECO-01 … ECO-07: the boundary vectors, the years, the unit the branch enters, totals that must agree."""

from datetime import date

import pytest

from clair_desktop.domain.rulings import Verdict
from clair_desktop.programmes.economic_grant.examples import TEA
from tests.services.casework import GRANT, grant, rules_of, values


@pytest.fixture
def office(office):
    """The branch that serves Fuji."""
    office.branch.choose_branch("220001")
    return office


SOURCE = {"source_title": "経済活動助成事業実施要綱", "locator": "第6条"}


def application(eligible, requested, place="abroad", total=None, **changed):
    """Fuji's roasted tea with one eligible cost row and, where the total is larger, one that is not."""
    total = total or eligible
    rest = (
        [{"cost_item": "物品費", "amount": total - eligible, "eligibility": "not_eligible"}] if total > eligible else []
    )
    return {
        **TEA,
        "place": place,
        "total_cost": total,
        "eligible_cost": eligible,
        "requested": requested,
        "cost_breakdown": [{"cost_item": "委託料", "amount": eligible, "eligibility": "eligible"}, *rest],
        "funding": [
            {"source": "clair_grant", "amount": requested},
            {"source": "own_funds", "amount": total - requested},
        ],
        **changed,
    }


def judge(office, raw, year=2025):
    return office.cases.judge(GRANT, year, values(office, GRANT, year, raw))


def finding(judged, rule):
    (found,) = [one for one in judged.findings if one.rule == rule]
    return found


VECTORS = [
    ("abroad", 2_000_001, 1_000_000, 1_000_000),
    ("japan", 2_500_999, 1_250_499, 1_250_000),
    ("abroad", 9_999_999, 4_999_999, 4_999_000),
    ("abroad", 10_000_000, 5_000_000, 5_000_000),
    ("abroad", 10_000_001, 5_000_000, 5_000_000),
    ("japan", 5_999_999, 2_999_999, 2_999_000),
    ("japan", 6_000_000, 3_000_000, 3_000_000),
    ("japan", 6_000_001, 3_000_000, 3_000_000),
]


@pytest.mark.parametrize(("place", "cost", "most", "_thousands"), VECTORS)
def test_the_most_a_grant_may_be_is_met_exactly_and_one_yen_more_is_not(office, place, cost, most, _thousands):
    exact = judge(office, application(cost, most, place))
    assert exact.grant_maximum == most
    assert exact.verdict is Verdict.MET
    above = judge(office, application(cost, most + 1, place))
    assert above.verdict is Verdict.NOT_MET


@pytest.mark.parametrize(("place", "cost", "_yen", "most"), VECTORS)
def test_the_unit_of_a_thousand_applies_once_the_branch_enters_it_with_a_source(office, place, cost, _yen, most):
    office.rules.enter(GRANT, "rounding_unit", 2025, "1,000円", **SOURCE)
    exact = judge(office, application(cost, most, place))
    assert exact.grant_maximum == most
    assert exact.verdict is Verdict.MET
    above = judge(office, application(cost, most + 1, place))
    assert above.verdict is Verdict.NOT_MET
    assert above.grant_maximum == most


def test_a_cost_of_exactly_two_million_is_excluded_and_one_yen_more_is_not(office):
    assert judge(office, application(2_000_000, 1_000_000)).grant_maximum == 0
    at = finding(judge(office, application(2_000_000, 1_000_000)), "ECO-05")
    assert at.verdict is Verdict.NOT_MET
    assert at.working.ja == "2,000,000円≦2,000,000円"
    above = finding(judge(office, application(2_000_001, 1_000_000)), "ECO-05")
    assert above.verdict is Verdict.MET
    assert above.working.en == "¥2,000,001 > ¥2,000,000"


def test_the_floor_looks_at_the_eligible_cost_and_not_at_the_total(office):
    judged = judge(office, application(1_990_000, 995_000, total=2_400_000))
    assert finding(judged, "ECO-05").verdict is Verdict.NOT_MET
    assert judged.grant_maximum == 0
    assert {one.rule for one in judged.findings if one.verdict is Verdict.NOT_MET} == {"ECO-05"}


def test_half_of_the_cost_exactly_at_the_cap_is_shown_with_its_arithmetic(office):
    judged = judge(office, application(10_000_000, 5_000_000))
    assert finding(judged, "ECO-06").working.ja.startswith("10,000,000円×1/2＝5,000,000円")
    assert finding(judged, "ECO-07").working.ja == "上限額5,000,000円に対し5,000,000円"
    capped = judge(office, application(10_000_001, 5_000_001))
    assert finding(capped, "ECO-07").working.en == "¥5,000,001 against a cap of ¥5,000,000"
    assert finding(capped, "ECO-07").verdict is Verdict.NOT_MET


def test_an_undecided_unit_says_so_and_a_decided_one_is_named(office):
    asked = application(2_500_999, 1_250_000, "japan")
    assert "端数処理の単位は要確認" in finding(judge(office, asked), "ECO-06").working.ja
    office.rules.enter(GRANT, "rounding_unit", 2025, "1千円", **SOURCE)
    assert "1,000円未満切捨て" in finding(judge(office, asked), "ECO-06").working.ja


def test_a_unit_of_an_earlier_year_never_fails_a_case_by_itself(office):
    office.rules.enter(GRANT, "rounding_unit", 2024, "1,000", **SOURCE)
    judged = judge(office, application(2_500_999, 1_250_499, "japan"))
    assert finding(judged, "ECO-06").verdict is Verdict.UNDECIDED
    assert not finding(judged, "ECO-06").blocks


@pytest.mark.parametrize("rule", ["ECO-01", "ECO-02", "ECO-03", "ECO-04", "ECO-05", "ECO-06", "ECO-07"])
def test_2024_is_unknown_2025_decided_2026_carried_forward(office, rule):
    raw = application(4_200_000, 2_100_000)
    by_year = {year: finding(judge(office, raw, year), rule) for year in (2024, 2025, 2026, 2027)}
    assert [by_year[year].verdict.value for year in by_year] == ["undecided", "met", "undecided", "undecided"]
    assert by_year[2024].source is None
    assert by_year[2025].source.title.ja == "自治体国際化協会 事業概要（2025年6月現在）"
    assert "要確認" in by_year[2026].message.ja
    assert by_year[2026].source is by_year[2025].source


def test_a_case_of_2026_above_the_old_cap_is_not_blocked(office):
    judged = judge(office, application(12_000_000, 5_500_000), 2026)
    cap = finding(judged, "ECO-07")
    assert cap.verdict is Verdict.UNDECIDED
    assert "申請額が上限額を超えています" in cap.message.ja
    assert not cap.blocks


def test_the_branch_enters_the_cap_of_the_new_year_and_it_decides(office):
    office.rules.enter(GRANT, "cap_abroad", 2026, "600万円", **SOURCE)
    cap = finding(judge(office, application(12_000_000, 5_500_000), 2026), "ECO-07")
    assert cap.verdict is Verdict.MET
    assert cap.source.title.ja == "経済活動助成事業実施要綱"
    assert cap.source.mark.value == "entered"


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"directly_involved": "no"}, "ECO-01", "directly_involved"),
        ({"effect_expected": "no"}, "ECO-02", "effect_expected"),
        ({"useful_to_others": "no"}, "ECO-02", "useful_to_others"),
        ({"funding_only": "yes"}, "ECO-03", "funding_only"),
        ({"other_public_funding": "yes"}, "ECO-04", "other_public_funding"),
    ],
)
def test_each_condition_fails_on_its_own_question(office, changed, rule, field):
    judged = judge(office, application(4_200_000, 2_100_000, **changed))
    assert (finding(judged, rule).verdict, finding(judged, rule).field) == (Verdict.NOT_MET, field)
    assert judged.verdict is Verdict.NOT_MET


@pytest.mark.parametrize("source", ["national", "prefectural", "municipal_other", "public_body"])
def test_money_of_the_state_or_a_local_authority_excludes_whatever_was_ticked(office, source):
    rows = [
        {"source": "clair_grant", "amount": 2_100_000},
        {"source": source, "detail": "静岡県の輸出促進補助金", "amount": 500_000},
        {"source": "own_funds", "amount": 1_600_000},
    ]
    found = finding(judge(office, application(4_200_000, 2_100_000, funding=rows)), "ECO-04")
    assert found.verdict is Verdict.NOT_MET
    assert found.field == "funding"
    assert "500,000円" in found.working.ja


@pytest.mark.parametrize("source", ["fees", "donations", "own_funds", "other"])
def test_fees_and_donations_do_not_exclude(office, source):
    rows = [{"source": "clair_grant", "amount": 2_100_000}, {"source": source, "amount": 2_100_000}]
    assert judge(office, application(4_200_000, 2_100_000, funding=rows)).verdict is Verdict.MET


def test_a_public_subsidy_of_nothing_does_not_exclude(office):
    rows = [
        {"source": "clair_grant", "amount": 2_100_000},
        {"source": "own_funds", "amount": 2_100_000},
        {"source": "national", "amount": 0},
    ]
    assert judge(office, application(4_200_000, 2_100_000, funding=rows)).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("changed", "rule", "difference"),
    [
        ({"total_cost": 4_200_001}, {"cost_total", "funding_total"}, "差1円"),
        ({"eligible_cost": 4_199_999}, {"eligible_total"}, "差1円"),
        ({"requested": 1_900_000}, {"funding_grant"}, "差100,000円"),
    ],
)
def test_totals_of_breakdown_and_funding_agree_with_what_is_stated(office, changed, rule, difference):
    judged = judge(office, application(4_200_000, 2_000_000) | changed)
    failed = [one for one in judged.findings if one.verdict is Verdict.NOT_MET]
    assert {one.rule for one in failed} == rule
    assert all(difference in one.working.ja for one in failed)


def test_a_row_that_does_not_multiply_out_is_named_by_its_number(office):
    rows = [
        {
            "cost_item": "旅費",
            "unit_price": 350_000,
            "quantity": "4",
            "times": "1",
            "amount": 1_400_000,
            "eligibility": "eligible",
        },
        {
            "cost_item": "通訳料",
            "unit_price": 50_000,
            "quantity": "3",
            "times": "4",
            "amount": 500_000,
            "eligibility": "eligible",
        },
        {"cost_item": "委託料", "amount": 2_300_000, "eligibility": "eligible"},
    ]
    judged = judge(office, application(4_200_000, 2_100_000, cost_breakdown=rows))
    row = finding(judged, "cost_row")
    assert row.row == 2
    assert row.working.ja == "50,000×3×4＝600,000円"
    assert "2行目" in row.message.ja
    assert "row 2" in row.message.en


def test_fractions_of_a_quantity_multiply_out_exactly(office):
    row = {
        "cost_item": "謝金",
        "unit_price": 7_000,
        "quantity": "1.5日",
        "times": "400回",
        "amount": 4_200_000,
        "eligibility": "eligible",
    }
    assert judge(office, application(4_200_000, 2_100_000, cost_breakdown=[row])).verdict is Verdict.MET


def test_a_row_without_its_eligibility_or_amount_is_missing_by_number(office):
    rows = [{"cost_item": "旅費", "amount": 4_200_000}, {"cost_item": "委託料", "eligibility": "eligible"}]
    found = [
        one
        for one in judge(office, application(4_200_000, 2_100_000, cost_breakdown=rows)).findings
        if one.rule == "required"
    ]
    assert [one.row for one in found] == [1, 2]
    assert all(one.blocks for one in found)


def test_two_hundred_cost_rows_are_judged(office):
    rows = [{"cost_item": f"費目{n}", "amount": 21_000, "eligibility": "eligible"} for n in range(200)]
    assert judge(office, application(4_200_000, 2_100_000, cost_breakdown=rows)).verdict is Verdict.MET


def test_an_eligible_cost_above_the_total_is_not_met(office):
    judged = judge(office, application(4_200_000, 2_100_000, total_cost=4_000_000))
    assert finding(judged, "amount_order").field == "eligible_cost"


@pytest.mark.parametrize(
    ("later", "field"),
    [({"awarded": 2_100_001}, "awarded"), ({"awarded": 2_000_000, "final_amount": 2_000_001}, "final_amount")],
)
def test_neither_award_nor_final_amount_exceeds_what_came_before(office, later, field):
    judged = judge(office, application(4_200_000, 2_100_000, **later))
    assert finding(judged, "amount_order").field == field


def test_what_is_not_answered_is_missing_and_the_maximum_is_not_guessed(office):
    judged = judge(office, {})
    assert judged.verdict is Verdict.UNDECIDED
    assert judged.grant_maximum is None
    assert {one.field for one in judged.findings if one.missing} >= {
        "title",
        "applicant",
        "eligible_cost",
        "requested",
        "place",
    }
    assert judge(office, {"eligible_cost": 4_200_000}).grant_maximum is None


def test_a_period_that_ends_before_it_begins_is_not_met(office):
    judged = judge(office, application(4_200_000, 2_100_000, starts="2025-05-01", ends="2025-04-30"))
    assert finding(judged, "period").field == "ends"


def test_the_end_of_february_is_what_the_branch_enters_even_in_a_leap_year(office):
    office.rules.enter(GRANT, "execution_ends_by", 2027, "令和10年2月29日", **SOURCE)
    dates = {"starts": "2027-05-01"}
    on_time = judge(office, application(4_200_000, 2_100_000, **dates, ends="2028-02-29"), 2027)
    assert finding(on_time, "execution_window").verdict is Verdict.MET
    late = judge(office, application(4_200_000, 2_100_000, **dates, ends="2028-03-01"), 2027)
    assert finding(late, "execution_window").verdict is Verdict.NOT_MET


def test_a_received_case_says_the_same_as_the_check(office):
    sheet = grant(office)
    assert set(rules_of(sheet, office).values()) == {"met"}
    assert office.cases.judged(sheet).grant_maximum == 2_100_000


def test_the_application_is_called_in_the_year_before(office):
    sheet = grant(office, 2026)
    line = office.cases.lines()[0]
    assert (sheet.edition.year.start_year, line.project_year) == (2026, 2026)
    assert sheet.received_on == date(2026, 11, 20)
