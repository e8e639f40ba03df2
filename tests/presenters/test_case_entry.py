"""Filling in a case: drafts, readings, saving, steps, and two people at the same case."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.case_entry import CaseEntryPresenter, StepWish
from clair_desktop.presenters.conflicts import Side
from clair_desktop.presenters.due_lines import said
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.presenters.entries import GRANT, RESEARCH, RememberingEntry, enclose_what_is_needed, worked
from tests.presenters.stand import TODAY, RememberingShell, opened_office

_SAID = {"source_title": "令和8年度募集案内", "locator": "受付期間"}


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> RememberingEntry:
    return RememberingEntry()


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


@pytest.fixture
def presenter(view: RememberingEntry, office: Office, shell: RememberingShell) -> CaseEntryPresenter:
    return CaseEntryPresenter(view, office, shell, Language.JA)


@pytest.fixture
def case(office: Office, presenter: CaseEntryPresenter) -> CaseSheet:
    received = worked(office, GRANT)
    presenter.show(received.id)
    return received


def test_a_case_is_shown_as_it_was_saved(case: CaseSheet, view: RememberingEntry) -> None:
    assert view.sheet.number == case.number
    assert view.boxes["applicant"] == "222101 静岡県富士市"
    assert view.boxes["requested"] == f"{case.answers['requested']:,}"
    assert view.saving[-1].unsaved is False


def test_what_is_typed_is_kept_as_a_draft(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    view.boxes["title"] = "髙﨑のほうじ茶"
    presenter.typed()
    draft = office.drafts.find(case.id)
    assert draft is not None
    assert draft.texts["title"] == "髙﨑のほうじ茶"
    assert view.saving[-1].unsaved
    assert view.saving[-1].drafted_at == TODAY


def test_a_draft_that_says_what_is_saved_is_none(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    before = view.boxes["title"]
    view.boxes["title"] = "別の事業名"
    presenter.typed()
    view.boxes["title"] = before
    presenter.typed()
    assert office.drafts.find(case.id) is None
    assert view.saving[-1].unsaved is False


def test_a_draft_left_by_a_crash_stands_in_the_boxes_again_and_says_so(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office, shell: RememberingShell
) -> None:
    view.boxes["title"] = "打ちかけの事業名"
    presenter.typed()
    after = RememberingEntry()
    CaseEntryPresenter(after, office, shell, Language.JA).show(case.id)
    assert after.boxes["title"] == "打ちかけの事業名"
    assert after.saving[-1].recovered
    assert after.saving[-1].drafted_at == TODAY


def test_leaving_a_case_keeps_what_is_typed_at_that_moment(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    other = worked(office, GRANT, 1)
    view.boxes["title"] = "書きかけ"
    presenter.show(other.id)
    kept = office.drafts.find(case.id)
    assert kept is not None
    assert kept.texts["title"] == "書きかけ"


def test_a_field_that_is_left_is_written_properly(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry
) -> None:
    view.boxes["requested"] = "１２００千円"
    presenter.left("requested")
    assert view.boxes["requested"] == "1,200,000"
    assert view.complaints["requested"] is None
    view.boxes["starts"] = "R8.4.1"
    presenter.left("starts")
    assert view.boxes["starts"] == "令和8年4月1日（水）"


def test_a_field_that_does_not_read_says_what_is_wrong_and_stays_as_typed(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry
) -> None:
    view.boxes["starts"] = "令和8年2月30日"
    presenter.left("starts")
    complaint = view.complaints["starts"]
    assert complaint is not None
    assert "2月30日" in complaint.wording.ja
    assert view.boxes["starts"] == "令和8年2月30日"


def test_an_amount_above_the_cap_is_judged_while_it_is_typed(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry
) -> None:
    view.boxes["requested"] = "999,000,000"
    presenter.typed()
    assert view.judged is not None
    assert any(finding.field == "requested" and finding.blocks for finding in view.judged.findings)


def test_saving_takes_what_was_typed(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office, shell: RememberingShell
) -> None:
    view.boxes["title"] = "宮城県産品の販路開拓"
    view.boxes["requested"] = "1,200,000円"
    assert presenter.save()
    saved = office.cases.get(case.number)
    assert saved.title == "宮城県産品の販路開拓"
    assert saved.answers["requested"] == 1_200_000
    assert office.drafts.find(case.id) is None
    assert case.number in shell.said[-1].ja


def test_what_does_not_read_is_not_saved_and_the_first_such_field_is_shown(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office, shell: RememberingShell
) -> None:
    view.boxes["requested"] = "たくさん"
    assert not presenter.save()
    assert view.gone_to == ["requested"]
    assert view.complaints["requested"] is not None
    assert "1件" in shell.said[-1].ja
    assert office.cases.get(case.number).answers == case.answers


def test_discarding_asks_first_and_goes_back_to_what_was_saved(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office, shell: RememberingShell
) -> None:
    view.boxes["title"] = "間違えて打った"
    presenter.typed()
    shell.agrees = False
    presenter.discard()
    assert view.boxes["title"] == "間違えて打った"
    shell.agrees = True
    presenter.discard()
    assert view.boxes["title"] == case.title
    assert office.drafts.find(case.id) is None


def test_a_step_saves_first_and_is_taken_on_the_day_given(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    view.boxes["title"] = "手続の前に直した"
    assert presenter.take_step(StepWish("begin_check", on="R8.11.19"))
    after = office.cases.get(case.number)
    assert after.title == "手続の前に直した"
    assert after.state.key == "checking"
    assert after.events[-1].on == TODAY.date() - timedelta(days=1)


def test_a_step_on_a_day_that_does_not_read_is_refused_in_words(
    case: CaseSheet, presenter: CaseEntryPresenter, shell: RememberingShell, office: Office
) -> None:
    assert not presenter.take_step(StepWish("begin_check", on="あした"))
    assert "日付" in shell.refused[-1].wording.ja
    assert office.cases.get(case.number).state.key == "received"


def test_a_step_that_is_not_ready_shows_what_holds_it_back(
    presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    bare = office.cases.new(GRANT, 2027)
    presenter.show(bare.id)
    assert not presenter.take_step(StepWish("transmit", document_number="国際第1号"))
    assert view.insisted
    assert all(finding.blocks for finding in view.insisted)
    assert view.gone_to
    assert office.cases.get(bare.number).state.key == "received"


def test_a_letter_without_its_number_is_refused(
    case: CaseSheet, presenter: CaseEntryPresenter, shell: RememberingShell, office: Office
) -> None:
    assert not presenter.take_step(StepWish("transmit"))
    assert "文書番号" in shell.refused[-1].wording.ja


def test_somebody_elses_save_is_shown_beside_mine_and_nothing_is_lost(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    view.boxes["title"] = "画面で直した事業名"
    office.cases.save(case.number, {**case.answers, "title": "命令で直した事業名", "requested": 1_000_000})
    presenter.refresh()
    assert view.boxes["title"] == "画面で直した事業名"
    assert not presenter.save()
    offered = {one.key: (one.mine, one.theirs, one.side) for one in view.conflicts}
    assert offered["title"] == ("画面で直した事業名", "命令で直した事業名", Side.MINE)
    assert offered["requested"][1:] == ("1,000,000", Side.THEIRS)
    draft = office.drafts.find(case.id)
    assert draft is not None
    assert draft.texts["title"] == "画面で直した事業名"


def test_the_answers_chosen_between_two_saves_are_saved(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    view.boxes["title"] = "画面で直した事業名"
    office.cases.save(case.number, {**case.answers, "title": "命令で直した事業名", "requested": 1_000_000})
    presenter.save()
    presenter.resolve({one.key: one.side for one in view.conflicts})
    saved = office.cases.get(case.number)
    assert saved.title == "画面で直した事業名"
    assert saved.answers["requested"] == 1_000_000


def test_a_change_elsewhere_is_shown_at_once_where_nothing_is_typed(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    office.cases.save(case.number, {**case.answers, "title": "命令で直した事業名"})
    presenter.refresh()
    assert view.boxes["title"] == "命令で直した事業名"


def test_a_draft_upon_an_older_save_is_compared_when_it_is_opened(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office, shell: RememberingShell
) -> None:
    view.boxes["title"] = "前の日に打った"
    presenter.typed()
    office.drafts.keep(case.id, view.texts(), case.version)
    saved = office.cases.save(case.number, {**case.answers, "title": "命令で直した"})
    office.drafts.keep(case.id, view.texts(), case.version)
    after = RememberingEntry()
    CaseEntryPresenter(after, office, shell, Language.JA).show(saved.id)
    assert [(one.mine, one.theirs) for one in after.conflicts if one.key == "title"] == [
        ("前の日に打った", "命令で直した")
    ]


def test_the_window_changes_its_language_without_losing_what_is_typed(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry
) -> None:
    view.boxes["starts"] = "令和8年5月2日"
    view.boxes["ends"] = "そのうち"
    presenter.speak(Language.EN)
    assert view.boxes["starts"] == "2 May 2026"
    assert view.boxes["ends"] == "そのうち"
    assert view.boxes["place"] == "Abroad"


def test_a_body_and_a_country_are_suggested_by_a_part_of_their_names(
    case: CaseSheet, presenter: CaseEntryPresenter
) -> None:
    assert "040002 宮城県" in presenter.suggest("applicant", None, "みやぎ")
    assert "シンガポール" in presenter.suggest("places", "country", "シンガ")
    assert presenter.suggest("title", None, "宮城") == ()


def test_an_undecided_finding_is_closed_by_a_post_with_a_reason(
    presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    shell = AnsweringShell(["本部に電話で確認", "係長"])
    presenter = CaseEntryPresenter(view, office, shell, Language.JA)
    presenter.show(worked(office, GRANT, 1).id)  # of a year whose rules are carried forward
    assert view.judged is not None
    undecided = next(f for f in view.judged.findings if f.verdict is Verdict.UNDECIDED and not f.missing)
    presenter.decide(undecided.rule)
    closed = [f for f in view.judged.findings if f.rule == undecided.rule]
    assert all(f.verdict is Verdict.MET for f in closed)
    assert "係長" in closed[0].message.ja


def test_each_office_of_a_research_request_takes_its_own_step(
    presenter: CaseEntryPresenter, view: RememberingEntry, office: Office, shell: RememberingShell, tmp_path: Path
) -> None:
    request = worked(office, RESEARCH, 1)
    enclose_what_is_needed(office, request, tmp_path)
    presenter.show(request.id)
    sounding = next(step for step in view.sheet.next_steps if step.opens_parts)
    assert presenter.take_step(StepWish(sounding.key, on="令和8年10月13日", document_number="国際第72号")), (
        shell.refused
    )
    first, second = view.sheet.parts[:2]
    answer = first.next_steps[0]
    assert presenter.take_step(StepWish(answer.key, part=first.key, note="12月中旬に回答"))
    states = {part.key: part.state.key for part in view.sheet.parts}
    assert states[first.key] == answer.target
    assert states[second.key] == second.state.key


def test_a_closed_case_is_read_and_not_drafted(
    case: CaseSheet, presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    assert presenter.take_step(StepWish("withdraw"))
    assert view.sheet.closed
    view.boxes["title"] = "閉じた後の入力"
    presenter.typed()
    presenter.leave()
    assert office.drafts.find(case.id) is None


def test_the_days_left_are_told_in_words(office: Office, view: RememberingEntry, shell: RememberingShell) -> None:
    request = worked(office, RESEARCH)
    CaseEntryPresenter(view, office, shell, Language.JA).show(request.id)
    assert view.shown is not None
    assert view.shown.tags[0].words == view.sheet.state.label
    assert len(view.shown.tags) == 2


class AnsweringShell(RememberingShell):
    """Answers questions for text in turn."""

    def __init__(self, answers: list[str]) -> None:
        super().__init__()
        self._answers = answers

    def ask_text(self, question: Wording, initial: str = "") -> str | None:
        self.questions.append(question)
        return self._answers.pop(0)


def test_every_deadline_of_the_case_is_told_with_its_hour_and_its_closed_day(
    presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    """23 November 2026 is 勤労感謝の日; nothing says where such a deadline goes."""
    days = CallEntry(deadline=date(2026, 11, 23), hour="17時", **_SAID)
    office.calls.new(CallKey("exchange_grant", 2026), days)
    presenter.show(worked(office, "exchange_grant", 1).id)
    shown = view.shown.due[0]
    assert shown.label.ja == "本部提出期限"
    assert shown.when == Wording("令和8年11月23日（月）17:00必着", "Mon 23 November 2026 17:00, must arrive")
    assert shown.left.words == Wording("あと3日（開庁日0日）", "3 days left (0 working)")
    assert shown.remark.ja.startswith("11月23日は閉庁日（勤労感謝の日）です。")
    assert said(shown).ja.startswith("本部提出期限：令和8年11月23日（月）17:00必着　あと3日（開庁日0日）　11月23日は")


def test_a_deadline_nobody_knows_stands_last_and_is_to_be_confirmed(case: CaseSheet, view: RememberingEntry) -> None:
    told = [(one.label.ja, one.when.ja, one.left.words.ja) for one in view.shown.due]
    assert told == [("本部提出期限", "", "期限 要確認"), ("支部締切", "", "期限 要確認")]


def test_the_window_and_the_command_line_reckon_the_same_working_days(
    presenter: CaseEntryPresenter, view: RememberingEntry, office: Office
) -> None:
    office.calls.new(CallKey("exchange_grant", 2026), CallEntry(deadline=date(2027, 1, 12), **_SAID))
    presenter.show(worked(office, "exchange_grant", 1).id)
    left = office.days.reckon(date(2027, 1, 12)).left
    assert view.shown.due[0].left.words.ja == f"あと53日（開庁日{left}日）"
    assert left == 31  # 20 of December until the 28th, five of November, six of January
