"""Calls: every day kept in one place, the municipalities of a branch at one stroke, and an answer is never assumed."""

from datetime import date

import pytest

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.rulings import Mark
from clair_desktop.programmes.multicultural_grant.examples import EXAMPLES
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from tests.services.casework import GRANT, changed, grant, values

MULTICULTURAL = "multicultural_grant"
KNOWN, NEXT = CallKey(MULTICULTURAL, 2026), CallKey(MULTICULTURAL, 2027)
LEAFLET = {"source_title": "令和9年度募集案内", "locator": "受付期間"}
ENTRY = CallEntry(
    notice_on=date(2026, 7, 16),
    opens=date(2026, 7, 13),
    deadline=date(2026, 9, 30),
    hour="17時",
    branch_deadline=date(2026, 9, 16),
    ends="2月末",
    **LEAFLET,
)
ZAO, KURIHARA, SENDAI = "043010", "042137", "041009"


def test_a_window_that_sources_give_need_not_be_typed(office):
    days = office.calls.new(KNOWN).days
    assert (days.opens.day, days.deadline.day) == (date(2025, 7, 14), date(2025, 9, 30))
    assert days.deadline.source.mark is Mark.WEB
    assert (days.ends.words, days.ends.day) == ("2月末", date(2027, 2, 28))
    assert days.branch_deadline.day is None
    assert days.undecided == ["branch_deadline", "begins"]


@pytest.mark.parametrize(
    ("year", "opens", "deadline"),
    [
        (2026, date(2025, 7, 14), date(2025, 9, 30)),
        (2024, date(2023, 8, 1), date(2023, 9, 29)),
        (2023, date(2022, 8, 1), date(2022, 9, 30)),
        (2022, date(2021, 8, 2), date(2021, 9, 30)),
        (2018, date(2017, 8, 4), date(2017, 10, 6)),
    ],
)
def test_the_known_windows_are_listed_before_their_call_is_set_up(office, year, opens, deadline):
    found = {one.programme.key: one.days for one in office.calls.known(year)}
    assert (found[MULTICULTURAL].opens.day, found[MULTICULTURAL].deadline.day) == (opens, deadline)
    office.calls.new(CallKey(MULTICULTURAL, year))
    assert MULTICULTURAL not in {one.programme.key for one in office.calls.known(year)}


def test_the_windows_of_the_other_grants_are_known_as_far_as_sources_go(office):
    assert {(one.programme.key, one.days.deadline.day) for one in office.calls.known(2026)} == {
        (MULTICULTURAL, date(2025, 9, 30)),
        ("exchange_grant", date(2025, 10, 31)),
    }
    assert ("model_project_grant", date(2023, 10, 31)) in {
        (one.programme.key, one.days.deadline.day) for one in office.calls.known(2024)
    }
    assert office.calls.known(2027) == []


def test_last_years_deadline_is_no_deadline_of_this_year(office):
    days = office.calls.new(NEXT).days
    assert (days.opens.day, days.deadline.day) == (None, None)
    assert (days.ends.words, days.ends.day) == ("2月末", date(2028, 2, 29))
    assert days.ends.carried_forward
    assert set(days.undecided) == {"opens", "deadline", "branch_deadline", "begins", "ends"}


def test_what_the_branch_enters_becomes_a_ruling_with_its_source(office):
    days = office.calls.new(NEXT, ENTRY).days
    assert (days.opens.day, days.deadline.day, days.hour) == (date(2026, 7, 13), date(2026, 9, 30), "17:00")
    assert days.deadline.source.title.ja == "令和9年度募集案内"
    assert days.branch_deadline.day == date(2026, 9, 16)
    assert days.undecided == ["begins"]
    lines = {one.rule.key: one for one in office.rules.standing(MULTICULTURAL, 2027)}
    assert lines["headquarters_deadline"].entered
    assert lines["headquarters_deadline"].standing.ruling.value == date(2026, 9, 30)
    assert lines["branch_lead_days"].standing.ruling.value == 14
    assert lines["branch_lead_days"].standing.ruling.source.title.ja == "支部の定め（支部締切 令和8年9月16日）"
    assert not lines["execution_begins"].entered


def test_setting_up_a_call_is_one_act_with_its_rulings(office):
    before = office.rules.standing(MULTICULTURAL, 2027)
    office.calls.new(NEXT, ENTRY)
    assert office.undo().ja == "募集：2027年度 多文化共生のまちづくり促進事業"
    assert office.calls.all() == []
    assert office.rules.standing(MULTICULTURAL, 2027) == before


def test_the_deadlines_of_its_cases_follow_the_call(office):
    sheet = grant(office, 2027)
    key = CallKey(GRANT, 2027)
    office.calls.new(key, CallEntry(deadline=date(2026, 10, 30), **LEAFLET))
    assert office.cases.lines()[0].due_on == date(2026, 10, 30)
    office.calls.change(key, CallEntry(deadline=date(2026, 11, 6), **LEAFLET))
    assert office.cases.get(sheet.number).due[0].day == date(2026, 11, 6)
    assert office.cases.lines()[0].due_on == date(2026, 11, 6)


def test_the_branchs_deadline_moves_with_headquarters(office):
    office.calls.new(NEXT, ENTRY)
    days = office.calls.change(NEXT, CallEntry(deadline=date(2026, 10, 7), **LEAFLET)).days
    assert days.branch_deadline.day == date(2026, 9, 23)
    assert (days.hour, days.opens.day) == ("17:00", date(2026, 7, 13))
    assert office.calls.change(NEXT, CallEntry(hour="")).days.hour == ""


def test_a_notice_brings_the_days_of_a_call(office, tmp_path, clock):
    from clair_desktop.services.office import Office

    office.calls.new(NEXT, ENTRY)
    path = tmp_path / "募集.rules.json"
    office.notices.make(path, 2027, "宮城県支部", [MULTICULTURAL])
    other = Office.in_memory(clock=clock, who="仙台市支部")
    other.calls.new(NEXT)
    other.notices.take(other.notices.read(path))
    assert other.calls.get(NEXT).days.deadline.day == date(2026, 9, 30)
    other.close()


def test_what_a_declared_source_says_already_is_not_entered_again(office):
    office.calls.new(KNOWN, CallEntry(opens=date(2025, 7, 14), deadline=date(2025, 9, 30), **LEAFLET))
    assert not any(one.entered for one in office.rules.standing(MULTICULTURAL, 2026))


def test_a_second_call_of_the_year_has_days_of_its_own(office):
    office.calls.new(NEXT, ENTRY)
    second = CallKey(MULTICULTURAL, 2027, 2)
    days = office.calls.new(
        second,
        CallEntry(opens=date(2026, 12, 1), deadline=date(2027, 1, 15), branch_deadline=date(2027, 1, 8), **LEAFLET),
    ).days
    assert (days.deadline.day, days.branch_deadline.day) == (date(2027, 1, 15), date(2027, 1, 8))
    assert days.deadline.source.title.ja == "令和9年度募集案内"
    assert days.ends.day is None
    assert office.calls.get(NEXT).days.deadline.day == date(2026, 9, 30)
    assert [one.round for one in office.calls.all(2027)] == [1, 2]


def test_a_programme_without_rules_for_its_call_keeps_the_days_with_it(office):
    key = CallKey("executive_seminar", 2027)
    days = office.calls.new(key, CallEntry(opens=date(2026, 5, 1), ends="12月末", **LEAFLET)).days
    assert (days.opens.day, days.ends.day) == (date(2026, 5, 1), date(2027, 12, 31))
    assert days.opens.source.locator.ja == "受付期間"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2月末", date(2028, 2, 29)),
        ("2月28日", date(2028, 2, 28)),
        ("令和10年2月28日まで", date(2028, 2, 28)),
        ("3月31日", date(2028, 3, 31)),
        ("12月28日", date(2027, 12, 28)),
    ],
)
def test_the_end_of_february_is_computed_and_the_28th_is_literal(office, words, day):
    ends = office.calls.new(NEXT, CallEntry(ends=words, **LEAFLET)).days.ends
    assert (ends.words, ends.day, ends.carried_forward) == (words, day, False)


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"deadline": date(2026, 9, 30)}, "source_title"),
        ({"opens": date(2026, 10, 1), "deadline": date(2026, 9, 30), **LEAFLET}, "opens"),
        ({"deadline": date(2026, 9, 30), "branch_deadline": date(2026, 10, 1), **LEAFLET}, "branch_deadline"),
        ({"branch_deadline": date(2026, 9, 1)}, "deadline"),
        ({"opens": date(2026, 9, 10), "deadline": date(2026, 9, 30), "branch_deadline": date(2026, 9, 1), **LEAFLET},
         "opens"),
        ({"deadline": date(2062, 9, 30), **LEAFLET}, "deadline"),
        ({"notice_on": date(2006, 7, 1)}, "notice_on"),
        ({"hour": "夕方"}, "hour"),
        ({"hour": "24:30"}, "hour"),
        ({"hour": "17:60"}, "hour"),
        ({"ends": "年度内", **LEAFLET}, "ends"),
        ({"begins": "4月31日", **LEAFLET}, "begins"),
        ({"deadline": date(2026, 9, 30), "source_title": "要綱\x07"}, "source_title"),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_is_refused_by_its_field_and_leaves_nothing(office, entry, field):
    with pytest.raises(Refusal) as refused:
        office.calls.new(NEXT, CallEntry(**entry))
    assert refused.value.field == field
    assert office.calls.all() == []
    assert not any(one.entered for one in office.rules.standing(MULTICULTURAL, 2027))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("17:00", "17:00"), ("９時", "09:00"), ("17時30分", "17:30"), ("午後5時", "17:00"), ("9:00 a.m.", "09:00")],
)
def test_an_hour_is_read_as_it_is_typed(office, typed, kept):
    assert office.calls.new(NEXT, CallEntry(hour=typed)).days.hour == kept


def test_a_call_is_set_up_once_and_only_for_a_programme_that_runs(office):
    office.calls.new(NEXT)
    with pytest.raises(Refusal, match="already"):
        office.calls.new(NEXT)
    with pytest.raises(Refusal, match="ended with FY2025"):
        office.calls.new(CallKey("staff_exchange", 2026))
    with pytest.raises(Refusal, match="no programme"):
        office.calls.new(CallKey("rice_grant", 2027))
    with pytest.raises(Refusal, match="There is no call"):
        office.calls.new(CallKey(MULTICULTURAL, 20_270))
    with pytest.raises(Refusal, match="Set it up first"):
        office.calls.get(CallKey(GRANT, 2027))


@pytest.fixture
def call(office):
    """The call for FY2027 with every municipality of 宮城県支部 asked."""
    office.calls.new(NEXT, ENTRY)
    office.calls.ask(NEXT, every=True)
    return NEXT


def body(office, key, code):
    return next(one for one in office.calls.get(key).bodies if one.key[0] == code)


def test_every_municipality_of_the_branch_is_asked_at_one_stroke(office, call):
    bodies = office.calls.get(call).bodies
    assert len(bodies) == 34
    assert all(one.key[0].startswith("04") for one in bodies)
    assert {"宮城県蔵王町", "宮城県石巻市"} <= {one.name.ja for one in bodies}
    assert not {"宮城県", "宮城県仙台市"} & {one.name.ja for one in bodies}
    assert office.calls.get(call).counts == {CallAnswer.APPLYING: 0, CallAnswer.NOTHING: 0, CallAnswer.OPEN: 34}


def test_the_branch_of_a_designated_city_serves_that_city_alone(office):
    office.branch.choose_branch(SENDAI)
    assert office.calls.served() == [(SENDAI, "")]


def test_special_wards_are_served_by_tokyo(office):
    office.branch.choose_branch("130001")
    assert len([one for one in office.calls.served() if one[0].startswith("131")]) == 23


def test_nobody_is_served_before_the_branch_is_chosen(clock):
    from clair_desktop.services.office import Office

    office = Office.in_memory(clock=clock)
    with pytest.raises(Refusal, match="Choose the branch"):
        office.calls.served()
    office.close()


def test_asking_twice_asks_once(office, call):
    assert office.calls.ask(call, every=True) == 0
    assert office.calls.ask(call, ["蔵王町", "仙台市"], ["公益財団法人宮城県国際化協会"]) == 2
    assert office.calls.ask(call, others=["公益財団法人宮城県国際化協会 "]) == 0
    assert len(office.calls.get(call).bodies) == 36
    assert office.calls.get(call).bodies[-1].name.ja == "公益財団法人宮城県国際化協会"


def test_a_body_nobody_knows_is_refused_and_nobody_is_asked(office, call):
    with pytest.raises(Malformed):
        office.calls.ask(call, ["仙台市", "杜の都市"])
    with pytest.raises(Refusal, match="Name the bodies"):
        office.calls.ask(call, others=[" "])
    assert len(office.calls.get(call).bodies) == 34


def test_who_answered_what_and_when(office, call):
    answered = office.calls.answer(call, "蔵王町", CallAnswer.NOTHING, on=date(2026, 8, 20), note="電話 係長")
    assert (answered.name.ja, answered.answer, answered.answered_on, answered.note) == (
        "宮城県蔵王町",
        CallAnswer.NOTHING,
        date(2026, 8, 20),
        "電話 係長",
    )
    assert not answered.late
    assert office.calls.answer(call, KURIHARA, CallAnswer.APPLYING).answered_on == date(2026, 11, 20)
    assert body(office, call, KURIHARA).late
    assert office.calls.get(call).counts == {CallAnswer.APPLYING: 1, CallAnswer.NOTHING: 1, CallAnswer.OPEN: 32}


def test_an_answer_entered_by_mistake_is_open_again(office, call):
    office.calls.answer(call, ZAO, CallAnswer.NOTHING)
    back = office.calls.answer(call, ZAO, CallAnswer.OPEN)
    assert (back.answer, back.answered_on) == (CallAnswer.OPEN, None)


def test_a_body_that_was_not_asked_cannot_answer(office, call):
    with pytest.raises(Refusal, match="was not asked"):
        office.calls.answer(call, "仙台市", CallAnswer.NOTHING)


def test_a_body_without_a_code_answers_by_its_name_in_whatever_width(office, call):
    office.calls.ask(call, others=["ＡＢＣ国際協会"])
    assert office.calls.answer(call, "ABC国際協会", CallAnswer.NOTHING).name.ja == "ＡＢＣ国際協会"


def test_a_body_asked_by_mistake_is_taken_off_and_undo_puts_it_back(office, call):
    office.calls.take_back(call, "蔵王町")
    assert len(office.calls.get(call).bodies) == 33
    office.undo()
    assert len(office.calls.get(call).bodies) == 34


def apply(office, year=2027, received_on=date(2026, 9, 1), **changes):
    example = next(one for one in EXAMPLES if one.answers.get("applicant_kind") == "local_authority")
    answers = values(office, MULTICULTURAL, year, {**example.answers, **changes})
    return office.cases.new(MULTICULTURAL, year, answers, received_on=received_on)


def test_a_case_that_comes_in_answers_for_its_applicant(office, call):
    sheet = apply(office, applicant=ZAO)
    town = body(office, call, ZAO)
    assert (town.answer, town.answered_on) == (CallAnswer.APPLYING, date(2026, 9, 1))
    assert [(one.number, one.state.key, one.late) for one in town.cases] == [(sheet.number, "received", False)]
    assert not town.contradicts


def test_a_case_that_comes_late_says_so(office, call):
    apply(office, applicant=ZAO, received_on=date(2026, 9, 17))
    town = body(office, call, ZAO)
    assert town.late
    assert town.cases[0].late


def test_a_case_of_a_body_that_said_no_is_a_contradiction_until_it_is_withdrawn(office, call):
    office.calls.answer(call, ZAO, CallAnswer.NOTHING, on=date(2026, 8, 1))
    sheet = apply(office, applicant=ZAO)
    town = body(office, call, ZAO)
    assert (town.answer, town.contradicts) == (CallAnswer.NOTHING, True)
    office.steps.take(sheet.number, "withdraw", on=date(2026, 9, 2))
    assert not body(office, call, ZAO).contradicts


def test_cases_of_bodies_that_were_not_asked_are_seen(office, call):
    sheet = apply(office, applicant="222101")
    other = apply(office, 2026, applicant=ZAO)
    found = office.calls.get(call)
    assert [(one.number, one.name) for one in found.unasked] == [(sheet.number, "静岡県富士市")]
    assert other.number not in {case.number for one in found.bodies for case in one.cases}


def test_the_applicant_typed_anew_links_the_case_anew(office, call):
    sheet = apply(office, applicant=ZAO)
    changed(office, sheet, applicant=KURIHARA)
    assert body(office, call, ZAO).answer is CallAnswer.OPEN
    assert body(office, call, KURIHARA).cases[0].number == sheet.number


def test_a_case_belongs_to_the_round_that_had_opened_when_it_came(office, call):
    second = CallKey(MULTICULTURAL, 2027, 2)
    office.calls.new(second, CallEntry(opens=date(2026, 12, 1), **LEAFLET))
    office.calls.ask(second, [ZAO])
    first_case, later = apply(office, applicant=ZAO), apply(office, applicant=ZAO, received_on=date(2026, 12, 1))
    assert [one.number for one in body(office, call, ZAO).cases] == [first_case.number]
    assert [one.number for one in body(office, second, ZAO).cases] == [later.number]


def test_a_call_set_up_by_mistake_is_removed_with_its_list_and_comes_back(office, call):
    office.calls.remove(call)
    assert office.calls.all() == []
    office.undo()
    assert len(office.calls.get(call).bodies) == 34
