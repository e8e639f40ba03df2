"""地域国際化推進アドバイザー: who may ask, how often in a year, how many hours are paid, and where the papers go."""

from datetime import date

import pytest

from clair_desktop.domain.documents import Form, Letter, Party
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Verdict
from clair_desktop.programmes.community_adviser import PROGRAMME
from clair_desktop.programmes.community_adviser.examples import CITY_ASSOCIATION, PLAIN_JAPANESE
from tests.programmes.judging import (
    due_days,
    earlier_case,
    findings_of,
    rules_not_met,
    the_finding,
    worked_cases_in_one_file,
)

MET, NOT_MET, UNDECIDED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
LONG = [{"day": "2024-11-16", "from_time": "13:00", "to_time": "17:30"}]


def training(**changed):
    return {**PLAIN_JAPANESE, **changed}


def lecture(**changed):
    return {**CITY_ASSOCIATION, **changed}


def used(number="R6-0001", raw=PLAIN_JAPANESE, stopped=False):
    return earlier_case(PROGRAMME, 2024, raw, number, stopped=stopped)


def uses(raw=PLAIN_JAPANESE, year=2024, **how):
    return the_finding(findings_of(PROGRAMME, year, raw, **how), "uses_in_year")


def hours(raw, year=2024, **how):
    return the_finding(findings_of(PROGRAMME, year, raw, **how), "paid_hours")


def test_of_a_lecture_of_four_and_a_half_hours_four_are_paid_and_the_rest_is_to_be_settled():
    found = hours(lecture(preferred_days=LONG))
    assert (found.verdict, found.blocks) == (UNDECIDED, False)
    assert found.working.ja == "13:00～17:30＝4時間30分、上限4時間、超過30分"
    assert found.field == "excess_by_host"


def test_a_host_that_pays_for_the_rest_settles_it():
    found = hours(lecture(preferred_days=LONG, excess_by_host="yes"))
    assert found.verdict is MET
    assert found.message.ja == "謝礼は4時間までをクレアが、残る30分を主催者が負担します。"


def test_exactly_four_hours_are_paid_in_full():
    four = [{"day": "2024-11-16", "from_time": "午後1時", "to_time": "午後5時"}]
    assert hours(lecture(preferred_days=four)).verdict is MET


def test_the_hours_that_came_about_are_judged_too():
    late = lecture(preferred_days=[{"day": "2024-11-16"}], held_from="13:00", held_to="17:01", held_on="2024-11-16")
    assert hours(late).working.ja.endswith("超過1分")


def test_the_first_use_of_a_year_is_met_the_second_depends_on_the_class_and_the_third_is_not_met():
    assert uses().verdict is MET
    second = uses(earlier=[used()])
    assert (second.verdict, second.blocks) == (UNDECIDED, False)
    third = uses(earlier=[used("R6-0001"), used("R6-0002")])
    assert third.verdict is NOT_MET
    assert "R6-0001、R6-0002" in third.working.ja


@pytest.mark.parametrize(("most", "verdict"), [(1, NOT_MET), (2, MET)])
def test_the_second_use_is_decided_once_the_branch_enters_the_limit_of_the_class(most, verdict):
    assert uses(earlier=[used()], entered={"uses_plain_japanese": most}).verdict is verdict


def test_the_limit_of_another_class_decides_nothing():
    assert uses(earlier=[used()], entered={"uses_disaster": 2}).verdict is UNDECIDED


def test_no_limit_of_a_class_goes_beyond_the_two_of_the_page():
    twice = [used("R6-0001"), used("R6-0002")]
    assert uses(earlier=twice, entered={"uses_plain_japanese": 3}).verdict is NOT_MET


def test_uses_of_another_year_and_uses_that_were_called_off_do_not_count():
    before = earlier_case(PROGRAMME, 2023, training(preferred_days=[{"day": "2023-10-19"}]), "R5-0001")
    assert uses(earlier=[before, before, used(stopped=True)]).verdict is MET


def test_a_body_without_a_code_is_counted_by_its_name():
    twice = [used("R6-0001", CITY_ASSOCIATION), used("R6-0002", CITY_ASSOCIATION)]
    assert uses(CITY_ASSOCIATION, earlier=twice).verdict is NOT_MET
    assert uses(lecture(requester_name="（見本）町国際交流協会"), earlier=twice).verdict is MET


def test_a_third_use_carried_forward_to_2026_never_blocks():
    days = [{"day": "2027-01-21", "from_time": "13:30", "to_time": "16:00"}]
    found = uses(training(uses_unrecorded="2", preferred_days=days), 2026)
    assert (found.verdict, found.blocks) == (UNDECIDED, False)


@pytest.mark.parametrize("kind", ["international_association", "other_association"])
def test_associations_are_eligible_here_a_citys_own_among_them(kind):
    assert the_finding(findings_of(PROGRAMME, 2024, lecture(applicant_kind=kind)), "eligible_body").verdict is MET


@pytest.mark.parametrize("kind", ["npo", "company", "other"])
def test_whether_others_are_covered_by_and_others_is_undecided(kind):
    found = the_finding(findings_of(PROGRAMME, 2024, lecture(applicant_kind=kind)), "eligible_body")
    assert (found.verdict, found.blocks) == (UNDECIDED, False)


def test_a_special_ward_is_a_municipality_here():
    ward = training(applicant="131041", representative="新宿区長")
    assert the_finding(findings_of(PROGRAMME, 2024, ward), "eligible_body").verdict is MET


def test_that_applications_closed_is_known_of_2024_and_said_of_no_other_year():
    assert the_finding(findings_of(PROGRAMME, 2024, PLAIN_JAPANESE), "still_open").verdict is UNDECIDED
    later = training(preferred_days=[{"day": "2025-10-22"}])
    assert not [one for one in findings_of(PROGRAMME, 2025, later) if one.rule == "still_open"]


def test_before_the_page_of_2024_nothing_is_known_and_nothing_refused():
    found = findings_of(PROGRAMME, 2023, lecture(uses_unrecorded="5", preferred_days=[{"day": "2023-11-16"}]))
    assert rules_not_met(found) == set()
    assert "定めが確認できません" in the_finding(found, "uses_in_year").message.ja


def test_the_papers_go_by_mail_without_number_or_seal_and_no_letter_to_headquarters_is_made():
    layouts = [document.layout for pack in PROGRAMME.packs for document in pack.documents]
    assert [one for one in layouts if isinstance(one, Letter) and one.to is Party.HEADQUARTERS] == []
    assert [step.key for step in PROGRAMME.workflow.transitions if step.numbered] == []


def test_the_only_form_numbers_are_the_documented_one_to_three_left_undivided():
    packs = PROGRAMME.edition(FiscalYear(2024)).packs()
    layouts = [document.layout for pack in packs for document in pack.documents]
    numbers = {one.form_number.ja for one in layouts if isinstance(one, Form) and one.form_number}
    assert numbers == {"様式第1号～第3号　記入内容"}


def test_the_report_is_due_once_the_branch_enters_the_days():
    held = training(held_on="2024-10-22")
    assert due_days(PROGRAMME, 2024, held, "held") == {"report": None}
    assert due_days(PROGRAMME, 2024, held, "held", {"report_due_days": 30}) == {"report": date(2024, 11, 21)}


def test_worked_cases_filed_in_one_branch_are_judged_as_they_say():
    for example, found in worked_cases_in_one_file(PROGRAMME):
        for rule, verdict in example.expect.items():
            assert {one.verdict for one in found if one.rule == rule} == {verdict}, (example.title.ja, rule)
