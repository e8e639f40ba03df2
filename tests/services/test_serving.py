"""A body that another branch serves is said to be so where it is chosen; nothing is ever blocked by it."""

from datetime import date

import pytest

from clair_desktop.domain.rulings import Verdict
from tests.services.casework import GRANT, changed, grant, values

KUMAMOTO, KUMAMOTO_CITY = "430005", "431001"
LAST_DAY, DESIGNATED = date(2012, 3, 31), date(2012, 4, 1)


def received(office, branch, applicant, on=None, *, sample=False):
    office.branch.choose_branch(branch)
    answers = values(office, GRANT, 2025, {"applicant": applicant})
    return office.cases.new(GRANT, 2025, answers, received_on=on, sample=sample)


def said(office, sheet):
    return [one for one in office.cases.judged(sheet).findings if one.rule == "applicant_branch"]


def test_a_town_of_another_prefecture_is_said_to_belong_to_another_branch(office):
    (finding,) = said(office, received(office, "040002", "222101"))
    assert finding.verdict is Verdict.UNDECIDED
    assert finding.field == "applicant"
    assert "静岡県支部" in finding.message.ja
    assert "宮城県支部" in finding.message.ja
    assert "Shizuoka Prefecture Branch" in finding.message.en


@pytest.mark.parametrize(("branch", "body"), [("040002", "040002"), ("040002", "043028"), ("041009", "041009")])
def test_the_branchs_own_bodies_are_not_remarked_upon(office, branch, body):
    assert said(office, received(office, branch, body)) == []


def test_a_designated_city_does_not_belong_to_its_prefectures_branch(office):
    (finding,) = said(office, received(office, "040002", "041009"))
    assert "仙台市支部" in finding.message.ja


def test_a_special_ward_belongs_to_tokyos_branch(office):
    assert said(office, received(office, "130001", "131016")) == []
    assert said(office, received(office, "140007", "131016"))


def test_case_34_kumamoto_city_belonged_to_the_prefecture_until_it_was_designated(office):
    (since,) = said(office, received(office, KUMAMOTO, KUMAMOTO_CITY, LAST_DAY))
    assert "2012年4月1日" in since.message.ja.replace("平成24年", "2012年")
    assert "熊本市支部" in since.message.ja
    (another,) = said(office, received(office, KUMAMOTO, KUMAMOTO_CITY, DESIGNATED))
    assert "受付日" in another.message.ja


def test_case_34_the_citys_own_branch_receives_it_from_that_day_on(office):
    assert said(office, received(office, KUMAMOTO_CITY, KUMAMOTO_CITY, DESIGNATED)) == []
    assert said(office, received(office, KUMAMOTO_CITY, KUMAMOTO_CITY, LAST_DAY))


def test_samples_of_bodies_all_over_japan_are_not_remarked_upon(office):
    assert said(office, received(office, "040002", "222101", sample=True)) == []


def test_before_a_branch_is_chosen_nothing_is_said(office):
    judged = office.cases.judge(GRANT, 2025, values(office, GRANT, 2025, {"applicant": "222101"}))
    assert any(one.rule == "applicant_branch" for one in judged.findings)


def test_it_holds_no_step_back_and_a_post_may_close_it(office):
    sheet = grant(office)
    assert said(office, sheet)
    checked = office.steps.take(sheet.number, "begin_check")
    assert checked.state.key != sheet.state.key
    office.rules.decide(sheet.number, "applicant_branch", "静岡県支部と協議のうえ、この支部で受け付ける。", "係長")
    (closed,) = said(office, office.cases.get(sheet.number))
    assert closed.verdict is Verdict.MET
    moved = changed(office, office.cases.get(sheet.number), applicant="141003")
    (again,) = said(office, moved)
    assert again.verdict is Verdict.UNDECIDED


def test_the_seat_decides_for_a_body_without_a_code(office):
    answers = {"applicant_kind": "npo", "requester_name": "国際交流の会", "seat": "222101"}
    found = office.cases.judge("exchange_grant", 2026, values(office, "exchange_grant", 2026, answers)).findings
    (finding,) = [one for one in found if one.rule == "applicant_branch"]
    assert finding.field == "seat"
