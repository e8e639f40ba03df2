"""IEX-01 … IEX-06: the boundary vectors, the years, bodies without a code, windows and starts that are only warned of."""

from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.answers import read
from clair_desktop.domain.branches import branch_for
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.exchange_grant import PROGRAMME
from clair_desktop.programmes.exchange_grant.examples import NEXT_YEAR, costs, homestay
from clair_desktop.services.gazetteer import load_gazetteer
from tests.services.casework import values

KEY = "exchange_grant"
SOURCE = {"source_title": "国際交流支援事業実施要綱", "locator": "第5条"}
NAMES = load_gazetteer()
ASSOCIATION = {
    "applicant_kind": "international_association",
    "applicant": "",
    "requester_name": "（見本）茨城県の地域国際化協会",
    "seat": "080004",
    "representative": "理事長",
}


def judge(office, raw, year=2025):
    return office.cases.judge(KEY, year, values(office, KEY, year, raw))


def finding(judged, rule):
    (found,) = [one for one in judged.findings if one.rule == rule]
    return found


def verdicts(judged):
    return {one.rule: one.verdict for one in judged.findings}


@pytest.mark.parametrize(
    ("place", "cost", "by_yen", "by_thousand"),
    [
        ("abroad", 10_000_000, 5_000_000, 5_000_000),
        ("abroad", 10_000_001, 5_000_000, 5_000_000),
        ("japan", 5_999_999, 2_999_999, 2_999_000),
        ("japan", 6_000_000, 3_000_000, 3_000_000),
        ("japan", 6_000_001, 3_000_000, 3_000_000),
        ("japan", 300_001, 150_000, 150_000),
    ],
)
def test_half_of_the_eligible_cost_up_to_the_cap_and_one_yen_more_is_not_met(office, place, cost, by_yen, by_thousand):
    judged = judge(office, costs(cost, by_yen, place=place))
    assert judged.grant_maximum == by_yen
    assert (verdicts(judged)["IEX-03"], verdicts(judged)["IEX-03-cap"]) == (Verdict.MET, Verdict.MET)
    above = judge(office, costs(cost, by_yen + 1, place=place))
    assert Verdict.NOT_MET in (verdicts(above)["IEX-03"], verdicts(above)["IEX-03-cap"])
    office.rules.enter(KEY, "rounding_unit", 2025, "1,000", **SOURCE)
    assert judge(office, costs(cost, by_thousand, place=place)).grant_maximum == by_thousand


@given(cost=st.integers(0, 20_000_000), requested=st.integers(0, 6_000_000), place=st.sampled_from(["abroad", "japan"]))
def test_what_is_asked_is_met_exactly_up_to_the_maximum(cost, requested, place):
    edition = PROGRAMME.edition(FiscalYear(2025))
    answers = read(edition.fields(), costs(cost, requested, place=place), NAMES).answers
    facts = Facts(answers, date(2026, 11, 20), NAMES)
    said = {one.rule: one.verdict for one in edition.findings(facts) if one.rule in ("IEX-03", "IEX-03-cap")}
    assert (requested <= edition.grant_maximum(facts)) is (set(said.values()) == {Verdict.MET})
    assert edition.grant_maximum(facts) * 2 <= cost


def test_the_base_is_the_eligible_cost_and_never_the_total(office):
    total = homestay(eligible_cost=6_000_000, total_cost=6_600_000, requested=3_000_001)
    assert verdicts(judge(office, total))["IEX-03"] is Verdict.NOT_MET


@pytest.mark.parametrize("rule", ["applicant_eligible", "IEX-01", "IEX-02", "IEX-03", "IEX-03-cap"])
def test_2024_is_unknown_2025_and_2026_decided_2027_carried_forward(office, rule):
    said = [verdicts(judge(office, homestay(), year))[rule].value for year in (2024, 2025, 2026, 2027)]
    assert said == ["undecided", "met", "met", "undecided"]


def test_the_literal_28_february_stays_the_28th_in_a_leap_year(office):
    in_time = judge(office, homestay(**NEXT_YEAR), 2026)
    assert "令和9年2月28日まで" in finding(in_time, "IEX-04").working.ja
    late = finding(judge(office, homestay(starts="2026-06-01", ends="2027-03-01"), 2026), "IEX-04")
    assert (late.verdict, late.field) == (Verdict.NOT_MET, "ends")
    leap = finding(judge(office, homestay(starts="2027-06-01", ends="2028-02-29"), 2027), "IEX-04")
    assert leap.verdict is Verdict.UNDECIDED
    assert "令和10年2月28日まで" in leap.working.ja
    assert not leap.blocks


def test_a_window_that_cannot_be_read_is_not_guessed(office):
    office.rules.enter(KEY, "execution_ends", 2026, "年度末の前", **SOURCE)
    assert finding(judge(office, homestay(**NEXT_YEAR), 2026), "IEX-04").verdict is Verdict.UNDECIDED


def test_the_deadline_of_2026_is_no_deadline_of_2027(office):
    for year, day in ((2026, date(2025, 10, 31)), (2027, None)):
        sheet = office.cases.new(KEY, year, values(office, KEY, year, homestay()))
        assert {due.deadline.key: due.day for due in sheet.due}["headquarters"] == day


def test_posted_on_the_friday_of_the_deadline_is_late_for_it_must_arrive(office):
    late = judge(office, homestay(**NEXT_YEAR, submitted_by="post", arrived_on="2025-11-03"), 2026)
    assert finding(late, "arrival").verdict is Verdict.NOT_MET
    assert "到着令和7年11月3日／期限令和7年10月31日" in finding(late, "arrival").working.ja
    assert finding(late, "IEX-04-email").verdict is Verdict.NOT_MET
    unknown = judge(office, homestay(starts="2027-06-01", ends="2028-02-25", arrived_on="2026-11-03"), 2027)
    assert finding(unknown, "arrival").verdict is Verdict.UNDECIDED


def test_an_association_without_a_code_applies_by_its_name_and_its_paper_says_so(office, tmp_path):
    answers = values(office, KEY, 2025, homestay(**ASSOCIATION))
    sheet = office.cases.new(KEY, 2025, answers)
    assert sheet.applicant_name.ja == "（見本）茨城県の地域国際化協会"
    assert verdicts(office.cases.judged(sheet))["applicant_eligible"] is Verdict.MET
    assert not [one for one in office.cases.judged(sheet).findings if one.blocks]
    assert branch_for(str(answers["seat"]), sheet.received_on).name.ja == "茨城県支部"
    out = tmp_path / "申請書一式.pdf"
    office.documents.print(sheet.number, "application", [Language.JA], out)
    with pypdfium2.PdfDocument(out) as document:
        letter = document[0].get_textpage().get_text_bounded()
    assert "茨城県の地域国際化協会" in letter


def test_a_body_without_a_code_must_be_named_and_seated(office):
    nameless = judge(office, homestay(**{**ASSOCIATION, "requester_name": "", "seat": ""}))
    assert {one.field for one in nameless.findings if one.missing} >= {"requester_name", "seat"}
    coded = judge(office, homestay(**{**ASSOCIATION, "applicant": "085464"}))
    assert finding(coded, "applicant_named").verdict is Verdict.NOT_MET


def test_a_citys_own_exchange_association_is_not_eligible_for_a_grant(office):
    judged = judge(office, homestay(**{**ASSOCIATION, "applicant_kind": "other_association"}))
    assert finding(judged, "applicant_eligible").verdict is Verdict.NOT_MET


def test_a_continuing_project_is_undecided_at_an_anniversary_and_not_met_otherwise(office):
    assert verdicts(judge(office, homestay(novelty="continuing")))["IEX-01"] is Verdict.NOT_MET
    marked = judge(office, homestay(novelty="continuing", anniversary="yes"))
    assert verdicts(marked)["IEX-01b"] is Verdict.UNDECIDED
    assert "IEX-01" not in verdicts(marked)


@pytest.mark.parametrize("year", [2025, 2026])
def test_other_public_money_is_undecided_for_no_source_speaks_of_it(office, year):
    judged = judge(office, homestay(state_funding="yes"), year)
    assert finding(judged, "double_funding").verdict is Verdict.UNDECIDED
    assert "定めが確認できません" in finding(judged, "double_funding").message.ja


def test_a_start_before_the_award_is_a_warning_with_the_days(office):
    begun = {"first_order_on": "2025-05-20", "award_day": "2025-07-01", "awarded": 2_000_000}
    judged = judge(office, homestay(call_round="second", **begun))
    assert finding(judged, "IEX-06").verdict is Verdict.UNDECIDED
    assert finding(judged, "IEX-06").working.ja == "着手令和7年5月20日／交付決定令和7年7月1日"
    first = verdicts(judge(office, homestay(call_round="first", **begun)))
    assert first["start_after_award"] is Verdict.UNDECIDED
    assert "IEX-06" not in first
    in_order = verdicts(judge(office, homestay(**{**begun, "first_order_on": "2025-07-01"})))
    assert "start_after_award" not in in_order


def test_a_contribution_is_only_warned_of(office):
    judged = judge(office, homestay(contribution_included="yes", contribution_in_public_interest="no"))
    assert finding(judged, "IEX-05").verdict is Verdict.UNDECIDED
    assert not finding(judged, "IEX-05").blocks


def test_joint_applications_are_undecided_until_the_branch_enters_the_answer(office):
    bodies = [
        {"role": "lead", "kind": "local_authority", "authority": "085464"},
        {"role": "member", "kind": "local_authority", "authority": "080004"},
    ]
    joint = homestay(joint="joint", joint_bodies=bodies)
    assert verdicts(judge(office, joint))["joint_rule"] is Verdict.UNDECIDED
    office.rules.enter(KEY, "joint_allowed", 2025, "はい", **SOURCE)
    assert verdicts(judge(office, joint))["joint_rule"] is Verdict.MET


@pytest.mark.parametrize(
    ("bodies", "said"),
    [
        ([("lead", "local_authority", "085464")], "2団体以上"),
        ([("lead", "local_authority", "085464"), ("lead", "local_authority", "080004")], "いま2団体"),
        ([("member", "local_authority", "085464"), ("member", "local_authority", "080004")], "いま0団体"),
        ([("lead", "local_authority", "080004"), ("member", "local_authority", "085464")], "申請団体と一致しません"),
        ([("lead", "local_authority", "085464"), ("member", "local_authority", "085464")], "2回記入"),
        ([("lead", "npo", "（見本）NPO法人"), ("member", "local_authority", "085464")], "幹事団体になれるのは"),
    ],
)
def test_joint_bodies_are_two_or_more_with_one_lead_that_applies(office, bodies, said):
    rows = [
        {"role": role, "kind": kind, "authority" if kind == "local_authority" else "name": who}
        for role, kind, who in bodies
    ]
    judged = judge(office, homestay(joint="joint", joint_bodies=rows))
    assert any(said in one.message.ja for one in judged.findings if one.rule == "joint_bodies" and one.blocks)


def test_joint_bodies_under_a_single_application_contradict_it(office):
    rows = [{"role": "lead", "kind": "local_authority", "authority": "085464"}]
    assert verdicts(judge(office, homestay(joint_bodies=rows)))["joint_bodies"] is Verdict.NOT_MET


def test_an_answer_that_denies_what_the_funding_shows_is_not_met(office):
    rows = [
        {"source": "clair_grant", "amount": 3_000_000},
        {"source": "public_body", "amount": 600_000},
        {"source": "own_funds", "amount": 3_000_000},
    ]
    assert verdicts(judge(office, homestay(funding=rows)))["funding_answers"] is Verdict.NOT_MET
    told = judge(office, homestay(funding=rows, local_funding="yes"))
    assert "funding_answers" not in verdicts(told)


@pytest.mark.parametrize(
    ("repayment", "verdict"), [(None, Verdict.UNDECIDED), (399_999, Verdict.NOT_MET), (400_000, Verdict.MET)]
)
def test_an_advance_above_the_final_amount_is_repaid_to_the_yen(office, repayment, verdict):
    money = {"awarded": 2_800_000, "advance": 2_800_000, "final_amount": 2_400_000, "actual_eligible_cost": 4_800_000}
    judged = judge(office, homestay(**money, **({"repayment": repayment} if repayment else {})))
    assert verdicts(judged)["repayment"] is verdict
    assert "400,000円" in finding(judged, "repayment").working.ja
    assert finding(judged, "advance").verdict is Verdict.UNDECIDED


def test_the_final_amount_stays_within_the_rate_of_what_was_spent(office):
    money = {"awarded": 2_800_000, "actual_eligible_cost": 5_000_000}
    assert verdicts(judge(office, homestay(**money, final_amount=2_500_000)))["final_share"] is Verdict.MET
    assert verdicts(judge(office, homestay(**money, final_amount=2_500_001)))["final_share"] is Verdict.NOT_MET
