"""What a notice would do to the open and the drafted cases, before anybody takes it."""

import hashlib
from datetime import date
from fractions import Fraction

import pytest

from clair_desktop.domain.answers import texts
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.services.notice_files import Notice, NoticeEntry
from clair_desktop.services.office import Office
from tests.services.casework import GRANT, TODAY, changed, grant, research

NEXT = 2027


def ruling(rule, value, year=NEXT):
    return NoticeEntry(GRANT, rule, year, value, "令和9年度実施要綱", "第5条", TODAY)


def notice(*entries):
    return Notice("本部 経済交流課", TODAY, entries)


@pytest.fixture
def sheet(office):
    """Fuji City's tea for FY2027, judged by the rulings of FY2025 carried forward."""
    return grant(office, NEXT)


def test_a_new_cap_decides_what_was_undecided_and_says_why(office, sheet):
    (effect,) = office.simulator.effects(notice(ruling("cap_abroad", 2_000_000)))
    assert (effect.number, effect.project_year, effect.draft) == (sheet.number, NEXT, False)
    assert effect.grant_maximum == (2_100_000, 2_000_000)
    (change,) = effect.changes
    assert (change.rule, change.before, change.after) == ("ECO-07", Verdict.UNDECIDED, Verdict.NOT_MET)
    assert "上限額を超えています" in change.message.ja
    assert change.source.title.ja == "令和9年度実施要綱"
    assert effect.verdict == (Verdict.UNDECIDED, Verdict.NOT_MET)
    assert effect.due == []


def test_a_deadline_moves_for_the_states_in_which_it_counts(office, sheet):
    closed = grant(office, NEXT)
    office.steps.take(closed.number, "withdraw")
    (effect,) = office.simulator.effects(notice(ruling("headquarters_deadline", date(2026, 10, 30))))
    assert effect.number == sheet.number
    assert [(one.label.ja, one.before, one.after) for one in effect.due] == [("本部提出期限", None, date(2026, 10, 30))]


def test_a_later_deadline_than_the_first_is_told_too(office, sheet):
    office.rules.enter(GRANT, "headquarters_deadline", NEXT, "2026-10-30", source_title="募集案内")
    office.steps.take(sheet.number, "return")
    (effect,) = office.simulator.effects(notice(ruling("branch_lead_days", 10)))
    assert [(one.label.ja, one.before, one.after) for one in effect.due] == [("支部締切", None, date(2026, 10, 20))]


def test_what_stays_as_it_is_is_not_listed(office, sheet):
    office.rules.enter(GRANT, "rate", NEXT, "1/2", source_title="電話での照会")
    assert office.simulator.effects(notice(ruling("retention_years", 5))) == []
    same = office.simulator.effects(notice(NoticeEntry(GRANT, "rate", NEXT, Fraction(1, 2), "要綱", "", TODAY)))
    assert same == []
    assert office.simulator.effects(notice()) == []


def test_a_year_before_the_notices_own_is_left_alone(office, sheet):
    earlier = grant(office, 2026)
    effects = office.simulator.effects(notice(ruling("cap_abroad", 1_000_000)))
    assert [one.number for one in effects] == [sheet.number]
    effects = office.simulator.effects(notice(ruling("cap_abroad", 1_000_000, 2026)))
    assert [(one.number, one.verdict[1]) for one in effects] == [
        (earlier.number, Verdict.NOT_MET),
        (sheet.number, Verdict.UNDECIDED),
    ]


def test_a_closed_case_and_other_programmes_are_left_alone(office, sheet):
    research(office, NEXT)
    office.steps.take(sheet.number, "withdraw")
    assert office.simulator.effects(notice(ruling("cap_abroad", 1))) == []


def test_what_is_typed_and_not_saved_is_judged_beside_what_is_kept(office, sheet):
    answers = {**sheet.answers, "requested": 1_900_000, "eligible_cost": 3_800_000}
    typed = {**texts(sheet.edition.fields(), answers, Language.JA, office.names), "starts": "来年の春"}
    office.drafts.keep(sheet.id, typed, sheet.version)
    kept, draft = office.simulator.effects(notice(ruling("cap_abroad", 2_000_000)))
    assert (kept.draft, kept.changes[0].after) == (False, Verdict.NOT_MET)
    assert (draft.draft, draft.changes[0].after) == (True, Verdict.MET)
    assert draft.grant_maximum == (1_900_000, 1_900_000)


def test_a_draft_that_says_what_is_kept_is_not_told_twice(office, sheet):
    office.drafts.keep(sheet.id, texts(sheet.edition.fields(), sheet.answers, Language.JA, office.names), sheet.version)
    assert len(office.simulator.effects(notice(ruling("cap_abroad", 2_000_000)))) == 1


def test_a_decision_of_the_branch_counts_on_both_sides(office, sheet):
    office.rules.decide(sheet.number, "ECO-07", "本部に電話で確認", "係長")
    (effect,) = office.simulator.effects(notice(ruling("cap_abroad", 2_000_000)))
    assert (effect.changes[0].before, effect.changes[0].after) == (Verdict.MET, Verdict.NOT_MET)
    (effect,) = office.simulator.effects(notice(ruling("cap_abroad", 2_500_000)))
    assert (effect.changes[0].before, effect.changes[0].after) == (Verdict.MET, Verdict.MET)


def test_enclosures_that_are_there_are_seen(office):
    sheet = research(office, 2026)
    (_,) = [one for one in office.cases.get(sheet.number).enclosures if one.kind == "japan_situation"]
    rule = next(rule for rule in office.programmes()["overseas_research"].rules if rule.kind is int)
    entry = NoticeEntry("overseas_research", rule.key, 2026, 36_500, "通知", "", TODAY)
    effects = office.simulator.effects(notice(entry))
    assert all(change.rule != "enclosure" for one in effects for change in one.changes)


def test_the_simulation_says_what_taking_then_does(office, sheet):
    sent = notice(ruling("cap_abroad", 2_000_000), ruling("headquarters_deadline", date(2026, 10, 30)))
    (effect,) = office.simulator.effects(sent)
    before = office.cases.judged(office.cases.get(sheet.number))
    office.notices.take(sent)
    after = office.cases.judged(office.cases.get(sheet.number))
    assert effect.verdict == (before.verdict, after.verdict)
    assert effect.grant_maximum == (before.grant_maximum, after.grant_maximum)
    assert office.cases.lines()[0].due_on == effect.due[0].after
    assert office.simulator.effects(sent) == []


def test_a_simulation_leaves_nothing_behind(clock, tmp_path):
    office = Office.open(tmp_path, clock=clock, who="担当者")
    sheet = grant(office, NEXT)
    path = tmp_path / "cases.clair"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    names = sorted(one.name for one in tmp_path.iterdir())
    assert office.simulator.effects(notice(ruling("cap_abroad", 1_000_000)))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == names
    assert office.cases.get(sheet.number).edition.book.value("cap_abroad") == 5_000_000
    office.close()


def test_answers_are_read_as_they_are_kept(office, sheet):
    """Saving again what the simulator judged makes no difference to it."""
    again = changed(office, sheet, title="富士のほうじ茶")
    (effect,) = office.simulator.effects(notice(ruling("cap_abroad", 2_000_000)))
    assert effect.title == again.title
