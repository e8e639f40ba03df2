"""Answers of many bodies in one act, and entries taken back: what the room of calls asks of the services."""

from datetime import date

import pytest

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from tests.services.test_calls import (
    ENTRY,
    KNOWN,
    KURIHARA,
    LEAFLET,
    MULTICULTURAL,
    NEXT,
    SENDAI,
    ZAO,
    apply,
    body,
)


@pytest.fixture
def call(office):
    """The call for FY2027 with every municipality of 宮城県支部 asked."""
    office.calls.new(NEXT, ENTRY)
    office.calls.ask(NEXT, every=True)
    return NEXT


def test_several_bodies_answer_in_one_act_and_one_undo_takes_it_back(office, call):
    both = [(ZAO, ""), (KURIHARA, "")]
    office.calls.answer(call, ZAO, CallAnswer.OPEN, note="係長に照会中")
    office.calls.record(call, both, CallAnswer.NOTHING, on=date(2026, 8, 20))
    assert [(body(office, call, key[0]).said, body(office, call, key[0]).note) for key in both] == [
        (CallAnswer.NOTHING, "係長に照会中"),
        (CallAnswer.NOTHING, ""),
    ]
    assert office.undo().ja == "募集への回答：2団体"
    assert {body(office, call, key[0]).said for key in both} == {CallAnswer.OPEN}


def test_one_body_that_was_not_asked_keeps_all_from_being_recorded(office, call):
    with pytest.raises(Refusal, match="Sendai City"):
        office.calls.record(call, [(ZAO, ""), (SENDAI, "")], CallAnswer.NOTHING)
    with pytest.raises(Refusal, match="Choose a body"):
        office.calls.record(call, [], CallAnswer.NOTHING)
    assert body(office, call, ZAO).said is CallAnswer.OPEN


def test_an_answer_of_a_day_to_come_is_a_slip_of_the_hand(office, call):
    with pytest.raises(Refusal, match="yet to come") as refused:
        office.calls.answer(call, ZAO, CallAnswer.NOTHING, on=date(2026, 11, 21))
    assert refused.value.field == "on"


def test_bodies_are_taken_off_in_one_act(office, call):
    office.calls.take_back(call, "蔵王町", "栗原市")
    assert len(office.calls.get(call).bodies) == 32
    assert office.undo().ja == "照会先の取消：2団体"
    assert len(office.calls.get(call).bodies) == 34


def test_an_answer_without_a_case_and_a_case_without_an_answer_are_told_apart(office, call):
    office.calls.answer(call, KURIHARA, CallAnswer.APPLYING)
    sheet = apply(office, applicant=ZAO)
    town, city = body(office, call, ZAO), body(office, call, KURIHARA)
    assert (town.only_case, town.awaited_case) == (True, False)
    assert (city.only_case, city.awaited_case) == (False, True)
    office.calls.answer(call, ZAO, CallAnswer.APPLYING)
    office.steps.take(sheet.number, "withdraw", on=date(2026, 9, 2))
    assert body(office, call, ZAO).awaited_case


@pytest.mark.parametrize("field", ["opens", "deadline", "branch_deadline", "ends", "notice_on"])
def test_an_entry_can_be_taken_back_day_by_day(office, field):
    before = office.calls.new(CallKey(MULTICULTURAL, 2028)).days
    office.calls.new(NEXT, ENTRY)
    sheet = office.calls.change(NEXT, CallEntry(cleared=frozenset({field})))
    if field == "notice_on":
        assert sheet.notice_on is None
    else:
        assert (getattr(sheet.days, field).day is None) == (getattr(before, field).day is None)
        assert field in sheet.days.undecided
    office.undo()
    assert office.calls.get(NEXT).days.undecided == ["begins"]


def test_a_day_kept_with_the_call_itself_can_be_taken_back(office):
    key = CallKey("executive_seminar", 2027)
    office.calls.new(key, CallEntry(opens=date(2026, 5, 1), ends="12月末", **LEAFLET))
    days = office.calls.change(key, CallEntry(cleared=frozenset({"opens", "ends"}))).days
    assert (days.opens.day, days.ends.day) == (None, None)


def test_what_a_published_source_says_is_not_taken_back(office):
    office.calls.new(KNOWN)
    with pytest.raises(Refusal, match="published source") as refused:
        office.calls.change(KNOWN, CallEntry(cleared=frozenset({"deadline"})))
    assert refused.value.field == "deadline"
