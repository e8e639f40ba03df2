"""募集: what a clerk does with the calls of a year; every act can be undone, and what is refused is said at its place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language
from clair_desktop.domain.working_days import Moving
from clair_desktop.presenters.call_lines import KNOWN, SET_UP, UNKNOWN
from clair_desktop.presenters.call_matrix import Keep, counted
from clair_desktop.presenters.calls import AskWish, CallKey, CallsPresenter, MatrixWish, Part
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office

MULTICULTURAL, EXCHANGE, ANNOUNCEMENT = "multicultural_grant", "exchange_grant", "announcement"
KEY = CallKey(MULTICULTURAL, 2027)
ZAO, SHICHIKASHUKU, KURIHARA = ("043010", ""), ("043028", ""), ("042137", "")
LEAFLET = {"source_title": "令和9年度募集案内", "locator": "受付期間"}
ENTRY = CallEntry(deadline=date(2026, 12, 11), hour="17時", branch_deadline=date(2026, 11, 27), ends="2月末", **LEAFLET)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


@pytest.fixture
def opened() -> list[int]:
    return []


@pytest.fixture
def presenter(view, office, shell, opened) -> CallsPresenter:
    made = CallsPresenter(view, office, shell, Language.JA, opens=opened.append)
    made.start()
    return made


@pytest.fixture
def asked(office, presenter) -> CallsPresenter:
    """The call for FY2027, with every municipality of 宮城県支部 asked."""
    office.calls.new(KEY, ENTRY)
    office.calls.ask(KEY, every=True)
    presenter.choose_year(FiscalYear(2027))
    return presenter


def line(view: Remembering, programme: str, round_: int = 1):
    lines = view.last("show_calls").lines
    return next(one for one in lines if (one.key.programme, one.key.round) == (programme, round_))


def cell(view: Remembering, body: tuple[str, str], key: CallKey = KEY):
    return next(row for row in view.last("show_matrix").rows if row.key == body).cell(key)


def test_before_the_first_call_the_year_that_is_called_for_now_is_shown(presenter, view) -> None:
    sheet = view.last("show_calls")
    assert sheet.year == FiscalYear(2027)
    assert {one.standing for one in sheet.lines} == {UNKNOWN}
    assert "staff_exchange" not in {one.key.programme for one in sheet.lines}  # it has ended


def test_windows_that_sources_know_are_told_from_programmes_nobody_knows_of(presenter, view) -> None:
    presenter.choose_year(FiscalYear(2026))
    assert line(view, MULTICULTURAL).standing is KNOWN
    assert line(view, MULTICULTURAL).day("deadline").day == date(2025, 9, 30)
    assert line(view, MULTICULTURAL).day("ends").words == "2月末"
    assert line(view, "overseas_support").standing is UNKNOWN


def test_a_known_window_is_set_up_at_one_press_and_undone(presenter, view, office) -> None:
    presenter.choose_year(FiscalYear(2026))
    assert presenter.make(MULTICULTURAL) == CallKey(MULTICULTURAL, 2026)
    assert line(view, MULTICULTURAL).standing is SET_UP
    assert line(view, MULTICULTURAL).day("deadline").day == date(2025, 9, 30)
    office.undo()
    presenter.reload()
    assert line(view, MULTICULTURAL).standing is KNOWN


def test_the_next_press_makes_the_second_round(asked, view) -> None:
    assert asked.make(MULTICULTURAL) == CallKey(MULTICULTURAL, 2027, 2)
    assert line(view, MULTICULTURAL, 2).name.ja == "多文化共生のまちづくり促進事業（第2次）"


def test_days_left_stand_with_the_deadlines_as_long_as_answers_are_awaited(asked, view, office) -> None:
    shown = line(view, MULTICULTURAL)
    assert shown.day("branch_deadline").left.words.ja == "あと7日（開庁日4日）"
    assert shown.day("deadline").left.words.ja == "あと21日（開庁日14日）"
    assert (shown.day("deadline").hour, shown.day("ends").words) == ("17:00", "2月末")
    office.calls.change(KEY, CallEntry(branch_deadline=date(2026, 11, 18)))
    asked.reload()
    assert line(view, MULTICULTURAL).day("branch_deadline").left.words.ja == "2日超過"
    asked.record(KEY, [one.key for one in office.calls.get(KEY).bodies], CallAnswer.NOTHING, "", None)
    assert line(view, MULTICULTURAL).day("branch_deadline").left.words.ja == "締切済"


def test_a_day_is_entered_as_it_is_typed_with_its_source(asked, view, office) -> None:
    typed = {"opens": "R8.10.13", "notice_on": "令和8年10月16日", "source_title": "令和9年度募集案内", "locator": "1頁"}
    assert asked.enter(KEY, typed)
    opens = line(view, MULTICULTURAL).day("opens")
    assert (opens.day, opens.source.locator.ja, opens.sure) == (date(2026, 10, 13), "1頁", None)
    assert line(view, MULTICULTURAL).texts["notice_on"] == "令和8年10月16日（金）"
    assert office.undoable().ja == "募集の変更：2027年度 多文化共生のまちづくり促進事業"


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"opens": "R8.12.12", "source_title": "募集案内"}, "opens"),
        ({"branch_deadline": "R8.12.12"}, "branch_deadline"),
        ({"deadline": "R8.12.1"}, "source_title"),
        ({"deadline": "いつか", "source_title": "募集案内"}, "deadline"),
        ({"hour": "夕方"}, "hour"),
        ({"ends": "年度内", "source_title": "募集案内"}, "ends"),
        ({"notice_on": "R8.2.30"}, "notice_on"),
    ],
)
def test_days_that_cannot_be_are_refused_beside_their_box_and_nothing_is_kept(
    asked, view, office, texts, field
) -> None:
    before = office.calls.get(KEY).days
    assert not asked.enter(KEY, texts)
    part, where, _wording = view.last("show_complaint")
    assert (part, where) == (Part.DAYS, field)
    assert office.calls.get(KEY).days == before


def test_an_emptied_day_is_taken_back(asked, view) -> None:
    assert asked.enter(KEY, {"branch_deadline": "", "ends": ""})
    assert line(view, MULTICULTURAL).day("branch_deadline").day is None
    assert line(view, MULTICULTURAL).day("ends").sure is not None  # the words of an earlier year, to be confirmed


def test_a_day_that_a_published_source_gives_is_not_emptied(presenter, view) -> None:
    presenter.choose_year(FiscalYear(2026))
    key = presenter.make(MULTICULTURAL)
    assert not presenter.enter(key, {"deadline": ""})
    assert view.last("show_complaint")[1] == "deadline"


def test_all_that_the_branch_serves_some_and_others_without_a_code_are_asked(presenter, view, office, shell) -> None:
    office.calls.new(KEY, ENTRY)
    presenter.choose_year(FiscalYear(2027))
    assert presenter.ask(KEY, AskWish(codes=["041009"])) is None
    assert presenter.ask(KEY, AskWish(every=True)) is None
    assert presenter.ask(KEY, AskWish(others=["公益財団法人宮城県国際化協会"])) is None
    assert view.last("show_matrix").total == 36
    refusal = presenter.ask(KEY, AskWish())
    assert refusal is not None
    assert refusal.field == "bodies"
    presenter.ask(KEY, AskWish(every=True))
    assert shell.said[-1].ja == "すべて既に照会先にあります。"


def test_every_cell_says_where_the_body_stands(asked, view) -> None:
    assert cell(view, ZAO).tag.words.ja == "未回答 あと7日"
    asked.record(KEY, [ZAO], CallAnswer.NOTHING, "令和8年11月2日", "電話")
    assert (cell(view, ZAO).tag.words.ja, cell(view, ZAO).note) == ("該当なし 11月2日", "電話")
    asked.record(KEY, [ZAO], CallAnswer.APPLYING, "R8.11.4", "電話")
    assert cell(view, ZAO).tag.words.ja == "申請あり 11月4日・案件なし"
    asked.record(KEY, [ZAO], CallAnswer.OPEN, "", "")
    assert cell(view, ZAO).tag.words.ja == "未回答 あと7日"


def test_an_answer_after_the_branchs_deadline_is_late(asked, view, office) -> None:
    office.calls.change(KEY, CallEntry(branch_deadline=date(2026, 11, 10)))
    asked.record(KEY, [ZAO], CallAnswer.NOTHING, "R8.11.11", "")
    assert cell(view, ZAO).tag.words.ja == "該当なし 11月11日 期限後"


def test_several_bodies_answer_in_one_act_and_keep_their_own_notes(asked, view, office) -> None:
    asked.record(KEY, [ZAO], CallAnswer.OPEN, "", "係長に照会中")
    asked.record(KEY, [ZAO, SHICHIKASHUKU], CallAnswer.NOTHING, "", None)
    assert [cell(view, one).said for one in (ZAO, SHICHIKASHUKU)] == [CallAnswer.NOTHING] * 2
    assert cell(view, ZAO).note == "係長に照会中"
    assert office.undo().ja == "募集への回答：2団体"
    asked.reload()
    assert [cell(view, one).said for one in (ZAO, SHICHIKASHUKU)] == [CallAnswer.OPEN] * 2


@pytest.mark.parametrize("typed", ["R8.11.21", "いつか"])
def test_a_day_that_has_not_come_or_is_none_is_refused_at_its_box(asked, view, typed) -> None:
    assert not asked.record(KEY, [ZAO], CallAnswer.NOTHING, typed, "")
    assert view.last("show_complaint")[:2] == (Part.ANSWER, "on")
    assert cell(view, ZAO).said is CallAnswer.OPEN


def test_a_body_that_was_not_asked_is_named_and_nobody_of_the_others_is_recorded(asked, view, office) -> None:
    office.calls.drop(KEY, [ZAO])
    asked.reload()
    assert not asked.record(KEY, [ZAO, KURIHARA], CallAnswer.NOTHING, "", None)
    part, field, wording = view.last("show_complaint")
    assert (part, field) == (Part.ANSWER, "body")
    assert "宮城県蔵王町" in wording.ja
    assert cell(view, KURIHARA).said is CallAnswer.OPEN


def test_a_body_taken_off_with_its_answer_is_asked_about_first(asked, view, shell, office) -> None:
    asked.drop(KEY, [SHICHIKASHUKU])
    assert shell.questions == []
    asked.record(KEY, [ZAO], CallAnswer.NOTHING, "", "")
    shell.agrees = False
    asked.drop(KEY, [ZAO])
    assert len(shell.questions) == 1
    assert view.last("show_matrix").total == 33
    shell.agrees = True
    asked.drop(KEY, [ZAO])
    assert view.last("show_matrix").total == 32
    office.undo()
    asked.reload()
    assert cell(view, ZAO).said is CallAnswer.NOTHING


def test_a_case_is_received_from_its_cell_and_answers_for_the_body(asked, view, office, opened) -> None:
    asked.receive(KEY, ZAO)
    sheet = office.cases.by_id(opened[-1])
    assert (sheet.answers["applicant"], sheet.answers["applicant_kind"]) == ("043010", "local_authority")
    asked.reload()
    assert cell(view, ZAO).tag.words.ja == "申請あり 11月20日・案件のみ"
    assert [one.number for one in cell(view, ZAO).cases] == [sheet.number]
    asked.open_case(sheet.number)
    assert opened[-1] == sheet.id


def test_a_case_of_a_body_that_said_no_or_was_not_asked_is_seen(asked, view, office) -> None:
    asked.record(KEY, [ZAO], CallAnswer.NOTHING, "", "")
    asked.receive(KEY, ZAO)
    office.calls.drop(KEY, [KURIHARA])
    office.cases.new(MULTICULTURAL, 2027, {"applicant": KURIHARA[0]})
    asked.narrow(MatrixWish(keep=Keep.DOUBTFUL))
    asked.reload()
    assert {row.key for row in view.last("show_matrix").rows} == {ZAO, KURIHARA}
    assert cell(view, ZAO).tag.words.ja == "該当なし 11月20日・案件あり"
    assert cell(view, KURIHARA).tag.words.ja == "照会なし・案件あり"


def test_a_body_without_a_code_applies_by_its_name(asked, view, office, opened) -> None:
    body = ("", "公益財団法人宮城県国際化協会")
    asked.ask(KEY, AskWish(others=[body[1]]))
    asked.receive(KEY, body)
    assert office.cases.by_id(opened[-1]).answers["requester_name"] == body[1]
    asked.reload()
    assert len(cell(view, body).cases) == 1


def test_one_case_gathers_the_answers_of_all_for_the_reply_to_headquarters(presenter, view, office, opened) -> None:
    key = CallKey(ANNOUNCEMENT, 2027)
    office.calls.new(key)
    office.calls.ask(key, ["蔵王町", "七ヶ宿町"], ["公益財団法人宮城県国際化協会"])
    presenter.choose_year(FiscalYear(2027))
    presenter.record(key, [ZAO], CallAnswer.NOTHING, "R8.11.2", "電話")
    assert line(view, ANNOUNCEMENT).collects
    presenter.receive(key, ZAO)
    sheet = office.cases.by_id(opened[-1])
    assert "reply" in [pack.key for pack in office.documents.packs(sheet)]
    rows = list(sheet.answers["bodies"])
    assert rows[0] == {"body": "043010", "answer": "none", "answered_on": date(2026, 11, 2), "contents": "電話"}
    assert rows[1:] == [{"body": "043028"}, {"name": "公益財団法人宮城県国際化協会"}]


@pytest.mark.parametrize(
    ("text", "found"),
    [("蔵王", {ZAO}), ("ざおう", {ZAO}), ("043010", {ZAO}), ("zao", {ZAO}), ("栗原", {KURIHARA}), ("富士市", set())],
)
def test_a_body_is_found_by_name_reading_or_code(asked, view, text, found) -> None:
    asked.narrow(MatrixWish(text=text))
    assert {row.key for row in view.last("show_matrix").rows} == found
    assert view.last("show_matrix").total == 34


def test_only_those_yet_to_answer_are_kept_and_counted(asked, view) -> None:
    asked.record(KEY, [ZAO], CallAnswer.NOTHING, "", "")
    asked.narrow(MatrixWish(call=KEY, keep=Keep.OPEN))
    sheet = view.last("show_matrix")
    assert (len(sheet.rows), sheet.total) == (33, 34)
    assert counted(sheet.rows, sheet.columns[0])[CallAnswer.OPEN] == 33
    assert sheet.columns[0].counts[CallAnswer.NOTHING] == 1


def test_a_body_asked_in_one_call_is_not_asked_in_another(asked, view, office) -> None:
    other = CallKey(EXCHANGE, 2027)
    office.calls.new(other)
    asked.reload()
    assert cell(view, ZAO, other).tag.words.ja == "照会していない"
    asked.add(other, [ZAO])
    assert cell(view, ZAO, other).asked


def test_a_call_is_removed_only_when_confirmed_and_undo_brings_it_back(asked, view, shell, office) -> None:
    shell.agrees = False
    asked.remove(KEY)
    assert line(view, MULTICULTURAL).set_up
    shell.agrees = True
    asked.remove(KEY)
    assert not line(view, MULTICULTURAL).set_up
    office.undo()
    asked.reload()
    assert line(view, MULTICULTURAL).asked == 34


def test_what_the_command_line_records_is_there_after_a_reload(asked, view, office) -> None:
    office.calls.answer(KEY, "蔵王町", CallAnswer.NOTHING)
    asked.reload()
    assert cell(view, ZAO).said is CallAnswer.NOTHING


def test_a_branch_that_is_not_chosen_says_so_when_all_are_to_be_asked() -> None:
    with opened_office(None) as office:
        office.calls.new(KEY)
        presenter = CallsPresenter(Remembering(), office, RememberingShell(), Language.EN, opens=lambda _id: None)
        presenter.start()
        assert presenter.found("") == ()
        refusal = presenter.ask(KEY, AskWish(every=True))
        assert refusal is not None
        assert "支部を選んで" in refusal.wording.ja


def test_a_deadline_on_a_closed_day_says_so_and_where_the_branch_moves_it(asked, view, office) -> None:
    office.calls.change(KEY, CallEntry(deadline=date(2026, 11, 23), **LEAFLET))
    asked.reload()
    told = line(view, MULTICULTURAL).day("deadline").remark
    assert told.ja == (
        "11月23日は閉庁日（勤労感謝の日）です。繰下げ・繰上げの定めは確認できません。その日までに届くよう手配してください。"
    )
    office.days.put(replace(office.days.settings(), moving={f"{MULTICULTURAL}.headquarters": Moving.PREVIOUS}))
    asked.reload()
    told = line(view, MULTICULTURAL).day("deadline").remark
    assert told.ja == "11月23日は閉庁日（勤労感謝の日）のため、前開庁日の11月20日です。"
