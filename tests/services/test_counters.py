"""Counters across cases: what a body has had before is seen wherever a case is judged, and read only where it is asked."""

from datetime import date

import pytest
from sqlalchemy import event

from clair_desktop.domain.rulings import Verdict
from clair_desktop.programmes.promotion_adviser.examples import DYEING, HALAL
from clair_desktop.services.entering import EnteredRuling
from clair_desktop.services.notice_files import Notice
from clair_desktop.services.office import Office
from clair_desktop.services.steps import NotReady
from tests.services.casework import TODAY, changed, grant, material, values

ADVISER = "promotion_adviser"


def dispatch(office, received_on=date(2025, 9, 1), sample=False, **changes):
    raw = {**DYEING, **changes}
    answers = values(office, ADVISER, 2025, raw)
    sheet = office.cases.new(ADVISER, 2025, answers, received_on=received_on, sample=sample)
    return office.enclosures.add(sheet.number, [material(office, "事業概要.pdf")], "project_outline")


def counted(office, sheet):
    found = office.cases.judged(office.cases.get(sheet.number)).findings
    return next(one for one in found if one.rule == "dispatches_of_project")


def test_the_third_dispatch_of_a_project_is_refused_and_the_first_two_stay_as_they_were(office):
    first, second, third = dispatch(office), dispatch(office), dispatch(office)
    assert [counted(office, one).verdict for one in (first, second, third)] == [
        Verdict.MET,
        Verdict.MET,
        Verdict.NOT_MET,
    ]
    assert f"{first.number}、{second.number}" in counted(office, third).working.ja


def test_the_order_is_that_of_receipt_not_of_typing(office):
    late, also = dispatch(office), dispatch(office)
    early = dispatch(office, received_on=date(2025, 8, 1))
    assert counted(office, early).verdict is Verdict.MET
    assert counted(office, also).verdict is Verdict.NOT_MET
    assert counted(office, late).verdict is Verdict.MET


def test_the_step_is_held_back_by_it(office):
    dispatch(office)
    dispatch(office)
    third = dispatch(office)
    with pytest.raises(NotReady) as refused:
        office.steps.take(third.number, "transmit", document_number="国際第3号", on=TODAY)
    assert "dispatches_of_project" in {one.rule for one in refused.value.findings}


def test_a_withdrawn_one_does_not_count(office):
    first = dispatch(office)
    dispatch(office)
    office.steps.take(first.number, "withdraw", on=date(2025, 9, 2))
    assert counted(office, dispatch(office)).verdict is Verdict.MET


def test_what_is_being_typed_is_counted_for_the_body_and_title_that_are_typed(office):
    dispatch(office)
    dispatch(office)
    other = dispatch(office, applicant="042021")
    typed = {**other.answers, "applicant": "042137"}
    before, after = office.cases.preview(other, other.answers), office.cases.preview(other, typed)
    assert before.findings != after.findings
    assert next(one for one in after.findings if one.rule == "dispatches_of_project").verdict is Verdict.NOT_MET


def test_answers_that_no_case_holds_yet_are_counted_after_all_that_were_received(office):
    dispatch(office)
    dispatch(office)
    judged = office.cases.judge(ADVISER, 2025, values(office, ADVISER, 2025, DYEING))
    assert next(one for one in judged.findings if one.rule == "dispatches_of_project").verdict is Verdict.NOT_MET
    judged = office.cases.judge(ADVISER, 2025, values(office, ADVISER, 2025, HALAL))
    assert next(one for one in judged.findings if one.rule == "dispatches_of_project").verdict is Verdict.MET


def test_specimens_are_counted_among_themselves(office):
    dispatch(office, sample=True)
    dispatch(office, sample=True)
    assert counted(office, dispatch(office)).verdict is Verdict.MET
    assert counted(office, dispatch(office, sample=True)).verdict is Verdict.NOT_MET


def test_a_body_without_a_code_is_known_by_its_name(office):
    from clair_desktop.programmes.community_adviser.examples import EXAMPLES

    example = next(one for one in EXAMPLES if "requester_name" in one.answers)
    answers = values(office, "community_adviser", example.year, example.answers)
    wide = {**answers, "requester_name": str(answers["requester_name"]).replace("(", "（").replace(")", "）")}
    received = date(example.year, 6, 1)
    first = office.cases.new("community_adviser", example.year, wide, received_on=received)
    second = office.cases.new("community_adviser", example.year, answers, received_on=received)
    found = office.cases.judged(second).findings
    assert any(first.number in (one.working.ja if one.working else "") for one in found)


def test_the_simulator_counts_too(office):
    dispatch(office)
    dispatch(office)
    third = dispatch(office)
    entry = EnteredRuling(ADVISER, "dispatches_per_project", 2025, 3, "令和7年度実施要領", "", TODAY)
    (effect,) = [
        one for one in office.simulator.effects(Notice("本部", TODAY, [entry])) if one.verdict[0] is Verdict.NOT_MET
    ]
    assert effect.number == third.number
    assert {change.after for change in effect.changes if change.rule == "dispatches_of_project"} == {Verdict.MET}


@pytest.fixture
def statements(clock, tmp_path):
    """An office on disk, and the SQL that it sends."""
    office = Office.open(tmp_path, clock=clock, who="担当者")
    sent = []
    event.listen(office._desk.database._reader, "before_cursor_execute", lambda *told: sent.append(told[2]))
    yield office, sent
    office.close()


def test_a_grant_that_counts_nothing_asks_for_no_earlier_case(statements):
    office, sent = statements
    sheet = grant(office)
    sent.clear()
    office.cases.judged(sheet)
    assert not [one for one in sent if "FROM cases" in one]


def test_the_earlier_cases_of_a_body_are_one_query_by_index(statements):
    office, sent = statements
    for _ in range(3):
        dispatch(office)
    sheet = office.cases.get("R7-0003")
    sent.clear()
    office.cases.judged(sheet)
    (query,) = [one for one in sent if "FROM cases" in one]
    with office._desk.database.reading() as work:
        plan = work.caseload._session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", ("042137",)).all()
    assert "USING INDEX ix_cases_applicant" in str(plan)


def test_the_bodies_of_many_cases_are_looked_up_together_and_judged_as_one_by_one(statements):
    office, sent = statements
    for applicant in ("宮城県仙台市", "宮城県石巻市", "宮城県塩竈市") * 3:
        dispatch(office, applicant=applicant)
    sent.clear()
    together = dict(office.cases.judged_open())
    assert len([one for one in sent if "FROM cases" in one and "cases.applicant IN" in one]) == 1
    assert together == {number: office.cases.judged(office.cases.get(number)) for number in together}
    counted = [one for one in together.values() for one in one.findings if one.rule == "dispatches_of_project"]
    assert {one.verdict for one in counted} == {Verdict.MET, Verdict.NOT_MET}


def test_what_was_copied_is_counted_like_any_other(office):
    first = dispatch(office)
    office.copying.copy(first.number, 2025)
    third = changed(office, office.copying.copy(first.number, 2025).sheet, participants="市職員2人")
    assert counted(office, third).verdict is Verdict.NOT_MET
