"""The tricky cases of domain.md §14 about grants and their amounts: 1–10, 25, 34, 36, 37 and 40."""

from datetime import date

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.programmes.economic_grant.examples import tea
from clair_desktop.programmes.exchange_grant.examples import homestay
from clair_desktop.programmes.model_project_grant.examples import water
from clair_desktop.programmes.multicultural_grant.examples import guide, single
from clair_desktop.services.cost_sheets import Variant
from clair_desktop.services.directory import headquarters_name
from tests.services.casework import changed, grant, material, values
from tests.tricky.judged import found, judged, one, open_question, received

ECO, IEX, MUL, MODEL = "economic_grant", "exchange_grant", "multicultural_grant", "model_project_grant"
TOWN, CITY = ("465348", "知名町長"), ("011002", "札幌市長")
ENTERED = {"source_title": "実施要綱", "locator": "第5条"}
LEAD = {"role": "lead", "kind": "local_authority", "authority": "465348"}
NPO = {"role": "member", "kind": "npo", "name": "（見本）NPO法人", "legal_personality": "yes"}


def test_case_01_an_eligible_cost_of_exactly_two_million_is_excluded_and_a_yen_more_is_not(office):
    assert one(judged(office, ECO, 2025, tea(eligible_cost=2_000_000)), "ECO-05").verdict == "not_met"
    assert one(judged(office, ECO, 2025, tea(eligible_cost=2_000_001)), "ECO-05").verdict == "met"


def test_case_01_the_eligible_cost_decides_and_never_the_total(office):
    said = judged(office, ECO, 2025, tea(total_cost=2_400_000, eligible_cost=1_990_000, requested=900_000))
    assert one(said, "ECO-05").verdict == "not_met"
    assert said.grant_maximum == 0


@pytest.mark.parametrize(
    ("place", "cost", "most"),
    [("abroad", 10_000_000, 5_000_000), ("japan", 6_000_000, 3_000_000), ("abroad", 9_999_999, 4_999_999)],
)
def test_case_02_half_of_the_cost_exactly_at_the_cap_and_of_odd_yen(office, place, cost, most):
    assert judged(office, ECO, 2025, tea(place=place, eligible_cost=cost)).grant_maximum == most


def test_case_03_a_project_half_in_japan_keeps_why_and_each_place_has_its_own_cap(office):
    reason = "参加者の7割が海外会場のため（農政担当課長の判断、2024-09-10）"
    for place, cap in (("abroad", "5,000,000円"), ("japan", "3,000,000円")):
        sheet = received(office, ECO, 2025, tea(place=place, place_reason=reason, requested=1_000_000))
        assert sheet.answers["place_reason"] == reason
        assert cap in one(office.cases.judged(sheet), "ECO-07").working.ja
    changes = office.history.of(sheet.number, office.branch.get().language)
    assert any(line.who == "宮城県支部 担当者" for line in changes)


def test_case_03_without_a_place_neither_cap_is_guessed(office):
    said = judged(office, ECO, 2025, {key: value for key, value in tea().items() if key != "place"})
    assert said.grant_maximum is None
    assert one(said, "ECO-07").verdict == "undecided"


SAPPORO_HOKKAIDO_TOWN = [
    {"role": "lead", "kind": "local_authority", "authority": "011002"},
    {"role": "member", "kind": "local_authority", "authority": "010006"},
    {"role": "member", "kind": "local_authority", "authority": "014583"},
]


def test_case_04_a_joint_project_of_two_branches_has_four_million_whatever_the_number_and_the_branch_is_asked(office):
    joint = {"applicant": "011002", "representative": "札幌市長", "joint_bodies": SAPPORO_HOKKAIDO_TOWN}
    for amount, verdict in ((4_000_000, "met"), (4_000_001, "not_met")):
        said = judged(office, MUL, 2024, guide(amount, **joint, co_branches="北海道支部"))
        assert one(said, "MUL-05").verdict == verdict
        assert open_question(one(said, "joint_branches"))
    sheet = received(office, MUL, 2024, guide(4_000_000, **joint, co_branches="北海道支部"))
    assert sheet.answers["co_branches"] == "北海道支部"


def test_case_05_a_town_with_an_npo_alone_cannot_be_decided_between_three_and_four_million(office):
    said = judged(office, MUL, 2024, guide(3_500_000, joint_bodies=[LEAD, NPO]))
    assert open_question(one(said, "MUL-05"))
    assert one(said, "MUL-05").working.ja == "上限額3,000,000円又は4,000,000円に対し3,500,000円"
    assert open_question(one(said, "joint_reading"))
    assert said.grant_maximum is None
    office.rules.enter(MUL, "joint_with_others", 2024, "はい", source_title="本部の回答")
    assert one(judged(office, MUL, 2024, guide(3_500_000, joint_bodies=[LEAD, NPO])), "MUL-05").verdict == "met"


def test_case_06_an_npo_alone_is_blocked_and_so_is_one_without_legal_personality(office):
    dates = {"starts": "2023-05-01", "ends": "2024-02-14"}
    alone = single(
        1_000_000, "", "理事長", applicant_kind="npo", requester_name="（見本）NPO法人", seat="465348", **dates
    )
    assert one(judged(office, MUL, 2023, alone), "applicant_eligible").verdict == "not_met"
    bodies = [
        LEAD,
        {"role": "member", "kind": "local_authority", "authority": "465330"},
        {**NPO, "legal_personality": "no"},
    ]
    said = judged(office, MUL, 2023, guide(1_000_000, joint_bodies=bodies, **dates))
    assert "not_met" in {finding.verdict for finding in found(said, "legal_personality")}


def test_case_07_a_request_of_499_999_is_below_the_floor_and_a_cut_below_it_is_asked_about(office):
    assert one(judged(office, MUL, 2024, single(499_999, *TOWN)), "MUL-06").verdict == "not_met"
    cut = judged(office, MUL, 2024, single(600_000, *TOWN, awarded=480_000))
    assert one(cut, "MUL-06").verdict == "met"
    assert open_question(one(cut, "floor_awarded"))


def test_case_08_a_project_of_2005_reopened_computes_one_half_and_names_the_former_corporation(office):
    said = judged(office, MODEL, 2005, water(starts="2005-05-09", ends="2006-03-31", eligible_cost=5_000_000))
    assert said.grant_maximum == 2_500_000
    assert "×1/2＝2,500,000円" in one(said, "rate").working.ja
    assert headquarters_name(date(2006, 3, 31)).ja.startswith("財団法人")
    assert headquarters_name(date(2014, 4, 1)).ja.startswith("一般財団法人")


def test_case_08_a_project_of_2012_says_that_its_rate_is_not_known(office):
    said = judged(office, MODEL, 2012, water(starts="2012-05-14", ends="2013-03-15"))
    assert open_question(one(said, "rate"))
    assert one(said, "rate").message.ja == "定めが確認できません（助成率・平成24年度）"
    assert said.grant_maximum is None


def test_case_09_each_year_of_a_plan_is_examined_and_the_second_must_be_enlarged(office):
    for novelty, verdict in (("new", "not_met"), ("continuing", "not_met"), ("expanded", "met")):
        plan = water(novelty=novelty, plan_years="3", plan_year="2", starts="2024-05-13", ends="2025-02-28")
        assert one(judged(office, MODEL, 2024, plan), "new_or_enlarged").verdict == verdict


def test_case_10_a_prefectures_subsidy_excludes_where_local_authorities_are_named_and_not_elsewhere(office):
    rows = [
        {"source": "clair_grant", "amount": 2_000_000},
        {"source": "prefectural", "detail": "県の輸出補助金", "amount": 800_000},
    ]
    assert one(judged(office, ECO, 2025, tea(funding=rows)), "ECO-04").verdict == "not_met"
    model = water(funding=rows, local_funding="yes", starts="2024-05-13", ends="2025-02-28")
    assert one(judged(office, MODEL, 2024, model), "double_funding").verdict == "not_met"
    printed = guide(1_000_000, starts="2023-05-01", ends="2024-02-14", local_funding="yes", funding=rows)
    assert one(judged(office, MUL, 2023, printed), "MUL-02-public").verdict == "met"


def test_case_25_an_order_before_the_award_is_warned_of_and_blocks_nothing(office):
    begun = {"call_round": "second", "first_order_on": "2025-05-20", "award_day": "2025-07-01", "awarded": 2_000_000}
    said = judged(office, IEX, 2025, homestay(**begun))
    assert open_question(one(said, "IEX-06"))
    assert one(said, "IEX-06").working.ja == "着手令和7年5月20日／交付決定令和7年7月1日"


def test_case_34_a_city_that_became_designated_changes_branch_and_cap_for_later_years_only(office):
    for year in (2011, 2012):
        office.rules.enter(MUL, "cap_small", year, "300万円", **ENTERED)
        office.rules.enter(MUL, "cap_large", year, "400万円", **ENTERED)
    asked = single(4_000_000, "431001", "熊本市長")
    assert one(judged(office, MUL, 2011, asked), "MUL-04").verdict == "not_met"
    assert one(judged(office, MUL, 2012, asked), "MUL-03").verdict == "met"
    bodies = [
        {"role": "lead", "kind": "local_authority", "authority": "431001"},
        {"role": "member", "kind": "local_authority", "authority": "432024"},
    ]
    joint = guide(1_000_000, applicant="431001", representative="熊本市長", joint_bodies=bodies)
    assert found(judged(office, MUL, 2012, joint, date(2012, 3, 31)), "joint_branches") == []
    assert open_question(one(judged(office, MUL, 2012, joint, date(2012, 4, 1)), "joint_branches"))


@pytest.mark.parametrize(
    "typed", ["１，２００，０００円", "1,200千円", "１２００千円", "120万円", "￥1,200,000", " 1200000 "]
)
def test_case_36_amounts_typed_full_width_with_commas_or_in_thousands_are_one_amount(office, typed):
    answers = values(office, ECO, 2025, tea(requested=typed))
    assert answers["requested"] == 1_200_000
    field = office.edition(ECO, 2025).field("requested")
    assert field.show(1_200_000, office.branch.get().language, office.names) == "1,200,000"


def test_case_37_sheets_that_disagree_after_an_edit_by_hand_are_not_exported_until_they_agree(office, tmp_path):
    rows = [{"cost_item": "旅費", "unit_price": 150_000, "quantity": "4", "times": "2", "amount": 1_190_000,
             "eligibility": "eligible"}]  # fmt: skip
    sheet = changed(office, grant(office, 2025), cost_breakdown=rows)
    for variant in Variant:
        out = tmp_path / f"{variant.value}.xlsx"
        with pytest.raises(Refusal) as refused:
            office.cost_sheets.export(sheet.number, variant, out)
        assert "1行目" in "".join(line.ja for line in refused.value.details)
        assert not out.exists()
    rows[0]["amount"] = 1_200_000
    money = {"total_cost": 1_200_000, "eligible_cost": 1_200_000, "requested": 600_000}
    funding = [{"source": "clair_grant", "amount": 600_000}, {"source": "own_funds", "amount": 600_000}]
    changed(office, office.cases.get(sheet.number), cost_breakdown=rows, funding=funding, **money)
    made = [office.cost_sheets.export(sheet.number, one, tmp_path / f"{one.value}.xlsx") for one in Variant]
    assert {(one.total_cost, one.eligible_cost, one.requested) for one in made} == {tuple(money.values())}


def test_case_40_withdrawn_after_the_selection_and_before_the_award_is_closed_without_an_award(office):
    sheet = office.enclosures.add(grant(office).number, [material(office, "見積書.pdf")], "quotation")
    sheet = office.steps.take(sheet.number, "transmit", document_number="国際第1号")
    sheet = office.steps.take(sheet.number, "select")
    changed(office, sheet, withdrawal_reason="相手都市の都合により実施できなくなったため。")
    sheet = office.steps.take(sheet.number, "transmit_withdrawal", document_number="国際第90号")
    assert (sheet.state.key, sheet.closed) == ("withdrawn", True)
    assert office.statistics.of_year(2025).total.amounts["awarded"] == 0


def test_case_40_a_final_amount_below_the_floor_after_a_partial_completion_is_asked_about(office):
    said = judged(office, MUL, 2024, single(1_000_000, *TOWN, awarded=1_000_000, final_amount=420_000))
    assert open_question(one(said, "floor_final_amount"))
    assert one(said, "floor_final_amount").working.ja == "420,000円＜下限額500,000円"
    assert one(said, "MUL-06").verdict == "met"
