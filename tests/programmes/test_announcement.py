"""照会・募集の回付: who answered what by when; 「該当なし」 is an answer, silence is named."""

from datetime import date

import pytest

from clair_desktop.domain.documents import RowTable
from clair_desktop.domain.rulings import Verdict
from clair_desktop.programmes.announcement import PROGRAMME
from clair_desktop.programmes.announcement.examples import AWARD, CANNES, STUDY_CAMP
from tests.programmes.judging import due_days, findings_of, rules_not_met, the_finding, worked_cases_in_one_file

MET, NOT_MET, UNDECIDED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED
FRIDAY, MONDAY = "2025-09-12", "2025-09-15"


def camp(**changed):
    return {**STUDY_CAMP, **changed}


def body(code, answer=None, day=None, **more):
    given = {"answer": answer, "answered_on": day} if answer else {}
    return {"body": code, **given, **more}


def found_of(rule, raw=STUDY_CAMP, year=2025, **how):
    return the_finding(findings_of(PROGRAMME, year, raw, **how), rule)


def test_nothing_to_report_is_an_answer():
    rows = [body("042021", "none", "2025-07-01"), body("042056", "answer", "2025-07-02")]
    found = found_of("answers", camp(bodies=rows))
    assert found.verdict is MET
    assert found.working.ja == "2団体：回答あり1、該当なし1、未回答0"


def test_those_who_have_not_answered_are_named_and_nothing_is_blocked():
    rows = [body("042021", "none", "2025-07-01"), body("042056"), {"name": "（見本）市国際交流協会"}]
    found = found_of("answers", camp(bodies=rows), on=date(2025, 7, 1))
    assert (found.verdict, found.blocks) == (UNDECIDED, False)
    assert found.message.ja == "回答を待っています：気仙沼市、（見本）市国際交流協会"


def test_after_the_branchs_deadline_silence_is_overdue():
    assert "期限を過ぎても" in found_of("answers", on=date(2025, 7, 5)).message.ja
    assert "待っています" in found_of("answers", on=date(2025, 7, 4)).message.ja


def test_a_reminder_lists_only_those_who_have_not_answered():
    (reminder,) = [pack for pack in PROGRAMME.packs if pack.key == "reminder"]
    blocks = [block for one in reminder.documents for block in getattr(one.layout, "blocks", ()) if not one.internal]
    (table,) = [block for block in blocks if isinstance(block, RowTable)]
    assert [table.shows(row) for row in ({"body": "042021"}, {"body": "042056", "answer": "none"})] == [True, False]


def test_the_reply_to_headquarters_lists_everybody():
    (reply,) = [pack for pack in PROGRAMME.packs if pack.key == "reply"]
    blocks = [block for one in reply.documents for block in getattr(one.layout, "blocks", ()) if not one.internal]
    (table,) = [block for block in blocks if isinstance(block, RowTable)]
    assert table.shows({"body": "042056", "answer": "none"})
    assert table.shows({"body": "042021"})


def test_an_answer_without_its_day_is_asked_for():
    found = found_of("answers_dated", camp(bodies=[body("042021"), {"body": "042056", "answer": "none"}]))
    assert (found.missing, found.row) == (True, 2)


def test_a_row_that_names_nobody_is_asked_for():
    found = found_of("bodies", camp(bodies=[body("042021"), {"contents": "希望者2人"}]))
    assert (found.missing, found.row) == (True, 2)


def test_a_body_is_asked_once():
    assert found_of("bodies", camp(bodies=[body("042021"), body("042056"), body("042021")])).verdict is NOT_MET


def test_the_branch_wants_its_answers_no_later_than_headquarters():
    assert found_of("deadlines", camp(branch_deadline="2025-07-11")).verdict is MET
    assert found_of("deadlines", camp(branch_deadline="2025-07-12")).verdict is NOT_MET


def test_an_answer_late_for_the_branch_may_be_in_time_for_headquarters():
    found = found_of("answers_in_time", camp(bodies=[body("042021", "answer", "2025-07-08")]))
    assert (found.verdict, found.blocks) == (UNDECIDED, False)
    assert "間に合います" in found.message.ja
    later = found_of("answers_in_time", camp(bodies=[body("042021", "answer", "2025-07-12")]))
    assert "本部に確認" in later.message.ja


@pytest.mark.parametrize(
    ("arrival", "sent", "arrived", "verdict"),
    [
        ("must_arrive", FRIDAY, MONDAY, NOT_MET),  # posted on the Friday by which it had to be there
        ("must_arrive", FRIDAY, FRIDAY, MET),  # the same Friday by e-mail
        ("must_arrive", FRIDAY, "", UNDECIDED),
        ("postmark", FRIDAY, MONDAY, MET),
        ("postmark", MONDAY, MONDAY, NOT_MET),
        ("", FRIDAY, FRIDAY, MET),
        ("", FRIDAY, MONDAY, UNDECIDED),  # headquarters' letter does not say which counts
        ("", MONDAY, MONDAY, NOT_MET),
    ],
)
def test_a_reply_is_in_time_by_arrival_or_postmark_as_the_letter_says(arrival, sent, arrived, verdict):
    raw = {**AWARD, "arrival": arrival, "sent_on": sent, "arrived_on": arrived}
    assert found_of("reply_in_time", raw).verdict is verdict


@pytest.mark.parametrize(
    ("subject", "year", "verdict"),
    [
        ("japan_france", 2024, MET),
        ("japan_france", 2025, UNDECIDED),  # every second year: that of 2024 is not carried forward
        ("japan_france", 2026, MET),
        ("japan_china_korea", 2025, MET),
        ("japan_china_korea", 2026, UNDECIDED),
    ],
)
def test_a_conference_is_known_only_of_the_years_the_brochure_names(subject, year, verdict):
    found = found_of("conference", {**CANNES, "subject": subject}, year)
    assert found.verdict is verdict
    assert not found.blocks


def test_the_branchs_deadline_is_reckoned_from_its_lead_until_one_is_set():
    due = due_days(PROGRAMME, 2025, camp(branch_deadline=""), "received", {"branch_lead_days": 7})
    assert due == {"branch": date(2025, 7, 4), "headquarters": date(2025, 7, 11)}
    due = due_days(PROGRAMME, 2025, camp(branch_deadline="2025-07-01"), "received", {"branch_lead_days": 7})
    assert due["branch"] == date(2025, 7, 1)


def test_what_asks_for_no_reply_counts_no_answers():
    raw = {key: value for key, value in STUDY_CAMP.items() if not key.endswith("_deadline")}
    found = findings_of(PROGRAMME, 2025, {**raw, "reply_wanted": "no"})
    assert not [one for one in found if one.rule in ("answers", "deadlines") or one.missing]


def test_a_reply_asked_for_needs_both_deadlines():
    raw = {key: value for key, value in STUDY_CAMP.items() if not key.endswith("_deadline")}
    asked = {one.field for one in findings_of(PROGRAMME, 2025, raw) if one.missing}
    assert asked == {"headquarters_deadline", "branch_deadline"}


def test_every_business_of_the_brochure_that_a_branch_relays_can_be_chosen():
    field = next(one for section in PROGRAMME.sections for one in section.fields if one.key == "subject")
    offered = {option.label.ja for option in field.options}
    for business in (
        "海外経済セミナー",
        "日本ふるさと名産食品展",
        "体験塾",
        "自治体国際交流表彰（総務大臣賞）",
        "JETプログラム",
    ):
        assert business in offered
    assert {"日中韓3か国地方政府交流会議", "日仏自治体交流会議", "市民国際プラザのセミナー"} <= offered


def test_worked_cases_filed_in_one_branch_are_judged_as_they_say():
    for example, found in worked_cases_in_one_file(PROGRAMME):
        for rule, verdict in example.expect.items():
            assert {one.verdict for one in found if one.rule == rule} == {verdict}, (example.title.ja, rule)
        expected = {rule for rule, verdict in example.expect.items() if verdict is NOT_MET}
        assert rules_not_met(found) == expected, example.title.ja
