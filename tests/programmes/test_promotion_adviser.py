"""プロモーションアドバイザー: two dispatches per project, in principle two projects, and what the text leaves open."""

from datetime import datetime, timedelta, timezone

import pytest

from clair_desktop.domain.documents import Form
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.programmes.promotion_adviser import PROGRAMME
from clair_desktop.programmes.promotion_adviser.examples import DYEING, FACILITY
from clair_desktop.services.office import Office
from clair_desktop.services.steps import NotReady
from clair_desktop.support.clock import FixedClock
from tests.programmes.judging import answers_of, earlier_case, findings_of, the_finding, worked_cases_in_one_file

MET, NOT_MET, UNDECIDED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED


def dyeing(**changed):
    return {**DYEING, **changed}


def dispatch(year=2025, number="R7-0001", stopped=False, **changed):
    """An earlier dispatch to 栗原市 for its dyed textiles."""
    day = {"preferred_days": [{"day": f"{year}-09-18"}]}
    return earlier_case(PROGRAMME, year, dyeing(**day, **changed), number, stopped=stopped)


def of_project(year=2025, raw=DYEING, **how):
    return the_finding(findings_of(PROGRAMME, year, raw, **how), "dispatches_of_project")


def of_body(year=2025, raw=DYEING, **how):
    return the_finding(findings_of(PROGRAMME, year, raw, **how), "projects_of_body")


def test_a_third_dispatch_for_one_project_is_not_met_and_names_the_first_two():
    third = of_project(earlier=[dispatch(number="R7-0001"), dispatch(number="R7-0004")])
    assert third.verdict is NOT_MET
    assert third.working.ja == "今回を含め令和7年度3回、通算3回（台帳：R7-0001、R7-0004、台帳外0回）"
    assert "派遣回数" in third.source.locator.ja


def test_the_first_two_dispatches_are_met():
    assert of_project().verdict is MET
    assert of_project(earlier=[dispatch()]).verdict is MET


def test_a_dispatch_that_was_withdrawn_or_declined_counts_nowhere():
    assert of_project(earlier=[dispatch(), dispatch(stopped=True), dispatch(stopped=True)]).verdict is MET


def test_dispatches_another_register_holds_are_counted_too():
    assert of_project(raw=dyeing(dispatches_unrecorded="1"), earlier=[dispatch()]).verdict is NOT_MET


def test_a_title_in_other_widths_and_spaces_is_the_same_project():
    typed = dispatch(title=" 特産品である　染め物の 海外販路開拓事業 ")
    assert of_project(earlier=[typed, dispatch()]).verdict is NOT_MET


def test_a_project_of_the_same_title_of_another_body_is_another_project():
    others = [dispatch(applicant="042153"), dispatch(applicant="042153")]
    assert of_project(earlier=others).verdict is MET


def test_one_project_across_two_fiscal_years_is_undecided_because_no_source_names_the_period():
    found = of_project(earlier=[dispatch(2024, "R6-0001"), dispatch(2024, "R6-0002")])
    assert found.verdict is UNDECIDED
    assert not found.blocks
    assert "令和7年度1回、通算3回" in found.working.ja


@pytest.mark.parametrize(("by_year", "verdict"), [(True, MET), (False, NOT_MET)])
def test_how_to_count_is_decided_once_the_branch_enters_it(by_year, verdict):
    two_last_year = [dispatch(2024, "R6-0001"), dispatch(2024, "R6-0002")]
    assert of_project(earlier=two_last_year, entered={"counts_per_fiscal_year": by_year}).verdict is verdict


def test_a_limit_carried_forward_never_blocks_a_third_dispatch():
    days = {"preferred_days": [{"day": "2026-12-01"}]}
    found = of_project(2026, dyeing(dispatches_unrecorded="2", **days))
    assert found.verdict is UNDECIDED
    assert not found.blocks
    assert "前年度までの資料による" in found.message.ja


def test_a_third_project_asks_for_a_reason_and_then_leaves_it_to_headquarters():
    two = [dispatch(title="一つ目の事業"), dispatch(title="二つ目の事業")]
    asked = of_body(earlier=two)
    assert (asked.verdict, asked.missing, asked.field) == (UNDECIDED, True, "exception_reason")
    given = of_body(raw=dyeing(exception_reason="輸入制度が変わったため。"), earlier=two)
    assert (given.verdict, given.blocks) == (UNDECIDED, False)
    assert "本部の判断" in given.message.ja


def test_a_second_dispatch_for_a_project_is_no_second_project():
    assert of_body(earlier=[dispatch(), dispatch(title="二つ目の事業")]).verdict is MET


def test_a_third_project_of_several_years_is_undecided_and_asks_no_reason():
    before = [dispatch(2023, "R5-0001", title="一つ目の事業"), dispatch(2024, "R6-0001", title="二つ目の事業")]
    found = of_body(earlier=before)
    assert (found.verdict, found.missing) == (UNDECIDED, False)


def test_a_special_ward_is_asked_about_and_not_refused():
    ward = dyeing(applicant="131041", representative="新宿区長")
    found = the_finding(findings_of(PROGRAMME, 2025, ward), "eligible_body")
    assert (found.verdict, found.blocks) == (UNDECIDED, False)
    assert "都道府県・市町村" in found.working.ja


@pytest.mark.parametrize("code", ["040002", "041009", "042137", "043419"])
def test_a_prefecture_and_every_city_and_town_is_named(code):
    assert the_finding(findings_of(PROGRAMME, 2025, dyeing(applicant=code)), "eligible_body").verdict is MET


def test_a_later_text_that_names_wards_admits_them():
    ward = dyeing(applicant="131041", preferred_days=[{"day": "2026-12-01"}])
    entered = {"eligible_bodies": "都道府県、市区町村"}
    assert the_finding(findings_of(PROGRAMME, 2026, ward, entered=entered), "eligible_body").verdict is MET


def test_a_project_under_way_is_asked_about():
    found = the_finding(findings_of(PROGRAMME, 2025, dyeing(stage="implementation")), "planning_stage")
    assert (found.verdict, found.blocks) == (UNDECIDED, False)


def test_a_day_of_another_fiscal_year_belongs_to_another_case():
    found = findings_of(PROGRAMME, 2025, dyeing(preferred_days=[{"day": "2026-04-01"}, {"day": "2026-03-31"}]))
    one = the_finding(found, "period")
    assert (one.verdict, one.row) == (NOT_MET, 1)


def test_an_event_ends_after_it_begins():
    backwards = [{"day": "2025-09-18", "from_time": "午後4時", "to_time": "午後1時30分"}]
    assert the_finding(findings_of(PROGRAMME, 2025, dyeing(preferred_days=backwards)), "period").verdict is NOT_MET


def test_no_paper_bears_a_form_number_because_none_is_known():
    layouts = [document.layout for pack in PROGRAMME.packs for document in pack.documents]
    assert [one.form_number for one in layouts if isinstance(one, Form) and one.form_number] == []


def test_worked_cases_filed_in_one_branch_are_judged_as_they_say():
    for example, found in worked_cases_in_one_file(PROGRAMME):
        for rule, verdict in example.expect.items():
            assert {one.verdict for one in found if one.rule == rule} == {verdict}, (example.title.ja, rule)


@pytest.fixture
def branch():
    """宮城県支部, in memory."""
    now = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=9)))
    opened = Office.in_memory(clock=FixedClock(now), who="宮城県支部 担当者")
    opened.branch.choose_branch("040002")
    yield opened
    opened.close()


def test_a_third_dispatch_is_not_transmitted(branch):
    raw = {**FACILITY, "dispatches_unrecorded": "2"}
    sheet = branch.cases.new(PROGRAMME.key, 2025, answers_of(PROGRAMME, 2025, raw))
    with pytest.raises(NotReady) as refusal:
        branch.steps.take(sheet.number, "transmit", document_number="国際第90号")
    assert [one.rule for one in refusal.value.findings] == ["dispatches_of_project"]


def test_the_scheme_takes_no_case_of_a_year_before_it_was_created(branch):
    with pytest.raises(Refusal, match="FY2015"):
        branch.cases.new(PROGRAMME.key, 2014, {})
