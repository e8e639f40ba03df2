"""Calls as they are kept: each once, its bodies with it, everything journalled and taken back whole."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import CallRow

CALL, ASK, UNDO = Wording("募集", "Call"), Wording("照会", "Ask"), Wording("元に戻す", "Undo")
TOWNS = [("043010", ""), ("042137", ""), ("", "みやぎ国際交流協会")]


@pytest.fixture
def call(database):
    with database.work(CALL) as work:
        return work.calls.add(CallRow(programme="economic_grant", project_year=2027, notice_on=date(2026, 7, 14)))


def asked(database, call):
    with database.work(ASK) as work:
        work.calls.ask(call.id, TOWNS)
    return call


def test_a_call_is_found_by_programme_year_and_round(database, call):
    with database.work(CALL) as work:
        work.calls.add(CallRow(programme="economic_grant", project_year=2026))
        work.calls.add(CallRow(programme="economic_grant", project_year=2027, round=2))
    with database.reading() as work:
        assert work.calls.find("economic_grant", 2027, 1).notice_on == date(2026, 7, 14)
        assert work.calls.find("economic_grant", 2025, 1) is None
        assert [(one.project_year, one.round) for one in work.calls.all()] == [(2027, 1), (2027, 2), (2026, 1)]
        assert [one.project_year for one in work.calls.all(2026)] == [2026]


def test_the_same_call_is_not_kept_twice(database, call):
    with pytest.raises(IntegrityError), database.work(CALL) as work:
        work.calls.add(CallRow(programme="economic_grant", project_year=2027))


def test_bodies_stand_in_code_order_and_those_without_a_code_last(database, call):
    asked(database, call)
    with database.reading() as work:
        assert [(one.body, one.name) for one in work.calls.bodies(call.id)] == [TOWNS[1], TOWNS[0], TOWNS[2]]


def test_an_answer_no_office_knows_is_not_kept(database, call):
    asked(database, call)
    with pytest.raises(IntegrityError), database.work(ASK) as work:
        work.calls.bodies(call.id)[0].answer = "maybe"


def test_a_call_and_its_bodies_are_removed_and_brought_back_together(database, call):
    asked(database, call)
    with database.work(CALL) as work:
        work.calls.remove(work.calls.find("economic_grant", 2027, 1))
    with database.work(UNDO) as work:
        work.journal.undo_last()
    with database.reading() as work:
        assert len(work.calls.bodies(work.calls.find("economic_grant", 2027, 1).id)) == 3


def test_answers_are_journalled(database, call):
    asked(database, call)
    with database.work(Wording("回答", "Answer")) as work:
        body = work.calls.bodies(call.id)[0]
        body.answer, body.answered_on = "nothing", date(2026, 8, 1)
    with database.work(UNDO) as work:
        assert work.journal.undo_last().ja == "回答"
        assert work.calls.bodies(call.id)[0].answer == ""


def test_an_address_is_kept_changed_and_forgotten(database):
    town = ("043010", "")
    with database.work(ASK) as work:
        work.addresses.put(town, postal_code="989-0851", lines="宮城県刈田郡蔵王町", section="総務課")
        work.addresses.put(town, postal_code="989-0892", lines="宮城県刈田郡蔵王町", section="")
        assert work.addresses.get(town).postal_code == "989-0892"
        work.addresses.put(("", "みやぎ国際交流協会"), postal_code="", lines="仙台市", section="")
        assert len(work.addresses.all()) == 2
        work.addresses.put(town, postal_code="", lines="", section="")
        assert work.addresses.get(town) is None
