"""The entry of a case: for every programme, present and future, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clair_desktop.domain.fields import Rows
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.case_entry import Judged, Saving, StepWish
from clair_desktop.presenters.conflicts import Conflict, Side
from clair_desktop.programmes import all_programmes
from clair_desktop.services.office import Office
from clair_desktop.views.boxes import LineBox, LongBox
from clair_desktop.views.case_entry import DOCUMENTS, ENTRY, PARTS, CaseEntryPane
from clair_desktop.views.rows_table import RowsBox
from tests.presenters.entries import GRANT, RESEARCH, worked
from tests.presenters.stand import TODAY, Remembering, received_on
from tests.views.accessibility import nameless
from tests.views.stand import RememberingTypist, commit, shown_case


@pytest.fixture(params=sorted(all_programmes()))
def programme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    assert isinstance(request.param, Language)
    return request.param


@pytest.fixture
def typist() -> RememberingTypist:
    return RememberingTypist()


def entry(qtbot: QtBot, typist: RememberingTypist, language: Language) -> CaseEntryPane:
    pane = CaseEntryPane(language)
    pane.resize(690, 640)
    qtbot.addWidget(pane)
    pane.bind(typist)
    for one in (pane.enclosures, pane.documents, pane.history):
        one.bind(Remembering())
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    return pane


@pytest.fixture
def pane(qtbot: QtBot, typist: RememberingTypist, language: Language) -> CaseEntryPane:
    return entry(qtbot, typist, language)


@pytest.fixture
def japanese(qtbot: QtBot, typist: RememberingTypist) -> CaseEntryPane:
    return entry(qtbot, typist, Language.JA)


def test_every_programme_is_filled_in_and_read_back(
    pane: CaseEntryPane, typist: RememberingTypist, office: Office, programme: str, language: Language
) -> None:
    case = worked(office, programme)
    shown = shown_case(office, case.id, language)
    pane.show_case(shown)
    assert pane.texts() == shown.texts
    assert list(pane.form.frames) == [field.key for field in case.edition.fields()]
    QTest.mouseClick(pane.save, Qt.MouseButton.LeftButton)
    assert typist.heard("save")


def test_every_step_is_confirmed_before_it_is_taken(
    pane: CaseEntryPane, typist: RememberingTypist, office: Office, programme: str, language: Language
) -> None:
    case = worked(office, programme)
    pane.show_case(shown_case(office, case.id, language))
    for step in (one for one in case.next_steps if not one.side):
        button = pane.steps.buttons[step.key]
        assert button.text() == step.label.in_(language)
        assert button.toolTip() == button.accessibleDescription() == step.will.in_(language)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        confirmation = pane.steps.confirmation
        assert confirmation is not None
        confirmation.number.put("国際第1号")
        QTest.mouseClick(confirmation.do, Qt.MouseButton.LeftButton)
    assert [wish.step for wish in typist.wishes()] == [one.key for one in case.next_steps if not one.side]
    assert all(wish.on for wish in typist.wishes())


def test_everything_one_acts_upon_has_a_name(
    pane: CaseEntryPane, office: Office, programme: str, language: Language
) -> None:
    case = worked(office, programme)
    pane.show_case(shown_case(office, case.id, language))
    pane.show_judged(office.cases.judged(case), ())
    pane.findings.set_open(True)
    for tab in range(pane.tabs.count()):
        pane.show_tab(tab)
        assert nameless(pane) == []


def test_tab_goes_through_the_questions_in_their_order(
    pane: CaseEntryPane, office: Office, programme: str, language: Language
) -> None:
    declared = office.programmes()[programme]
    case = office.cases.new(programme, 2025 if declared.until else 2026, received_on=received_on(declared))
    pane.show_case(shown_case(office, case.id, language))
    for name in pane.form.frames:
        pane.form.go_to(name)  # unfolds every section
    QApplication.processEvents()
    pane.begin()
    QApplication.processEvents()
    visited = []
    for _step in range(400):
        here = pane.focusWidget()
        owner = next((key for key, frame in pane.form.frames.items() if here and frame.isAncestorOf(here)), None)
        if here is None or not pane.form.isAncestorOf(here):
            break
        if owner is not None and owner not in visited:
            visited.append(owner)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert visited == list(pane.form.frames)


def test_a_language_is_changed_while_a_case_is_open(japanese: CaseEntryPane, office: Office) -> None:
    case = worked(office, GRANT)
    japanese.show_case(shown_case(office, case.id, Language.JA))
    japanese.set_language(Language.EN)
    japanese.show_case(shown_case(office, case.id, Language.EN))
    assert japanese.tabs.tabText(ENTRY) == "Entry"
    assert japanese.form.frames["starts"].value() == "1 May 2025"
    japanese.set_language(Language.JA)
    assert japanese.save.text() == "保存(&S)"


def test_what_is_typed_is_told_within_a_second(
    japanese: CaseEntryPane, typist: RememberingTypist, office: Office, qtbot: QtBot
) -> None:
    case = office.cases.new(GRANT, 2027)
    japanese.show_case(shown_case(office, case.id, Language.JA))
    title = japanese.form.frames["title"].box
    assert isinstance(title, LineBox)
    commit(title, "髙﨑のほうじ茶")
    assert not typist.heard("typed")
    qtbot.waitUntil(lambda: bool(typist.heard("typed")), timeout=1000)
    assert japanese.texts()["title"] == "髙﨑のほうじ茶"


def test_a_shown_case_is_not_taken_for_typing(
    japanese: CaseEntryPane, typist: RememberingTypist, office: Office
) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    assert not japanese.form.is_waiting()
    assert not typist.heard("typed")


def test_a_field_left_by_the_keyboard_is_told_by_its_key(
    japanese: CaseEntryPane, typist: RememberingTypist, office: Office
) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    japanese.go_to("requested")
    QTest.keyClick(japanese.form.frames["requested"].box, Qt.Key.Key_Return)
    assert ("requested",) in typist.heard("left")


def test_a_complaint_stands_under_its_field_and_is_read_out(japanese: CaseEntryPane, office: Office) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    complaint = Malformed(Wording("日付として読めません。", "Not a date."), field="starts")
    japanese.show_field("starts", "あした", complaint)
    frame = japanese.form.frames["starts"]
    assert frame.complaint.text() == "日付として読めません。"
    assert frame.box.property("invalid") is True
    assert "日付として読めません。" in frame.box.accessibleDescription()
    japanese.show_field("starts", "令和8年4月1日（水）", None)
    assert frame.complaint.isHidden()
    assert frame.value() == "令和8年4月1日（水）"


def test_a_complaint_about_a_table_marks_its_row(japanese: CaseEntryPane, office: Office) -> None:
    case = worked(office, GRANT)
    japanese.show_case(shown_case(office, case.id, Language.JA))
    rows = next(field for field in case.edition.fields() if isinstance(field, Rows))
    japanese.show_field(rows.key, japanese.texts()[rows.key], Malformed(Wording("1行目", "Row 1"), row=1))
    box = japanese.form.frames[rows.key].box
    assert isinstance(box, RowsBox)
    assert box.model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is not None


FINDINGS = [
    Finding("cap", Verdict.NOT_MET, Wording("上限額を超えています。", "Above the cap."), "requested"),
    Finding("required", Verdict.UNDECIDED, Wording("事業名を入力", "Enter the title"), "title", missing=True),
    Finding("floor", Verdict.UNDECIDED, Wording("定めが確認できません", "No provision known"), "eligible_cost"),
    Finding("period", Verdict.MET, Wording("期間内です。", "Within the period."), "starts"),
]


def test_findings_stand_beside_their_fields_and_in_a_list_that_leads_to_them(
    japanese: CaseEntryPane, office: Office
) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    japanese.show_judged(Judged(FINDINGS, Verdict.NOT_MET, 3_000_000), ())
    said = {key: frame.found() for key, frame in japanese.form.frames.items() if frame.found()}
    assert said == {"requested": ["上限額を超えています。"], "eligible_cost": ["定めが確認できません"]}
    assert [badge.text() for badge in japanese.findings.badges()] == ["不適合 1", "未入力 1", "要確認 1", "適合 1"]
    assert japanese.findings.maximum.text() == "助成額の上限 3,000,000円"
    japanese.findings.toggle()
    japanese.findings.links()["requested"].click()
    assert japanese.form.frames["requested"].box.hasFocus()


def test_what_holds_a_step_back_stands_beside_its_field_too(japanese: CaseEntryPane, office: Office) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    japanese.show_tab(DOCUMENTS)
    japanese.show_judged(Judged(FINDINGS, Verdict.NOT_MET, None), FINDINGS[:2])
    assert japanese.form.frames["title"].found() == ["事業名を入力"]
    assert japanese.tabs.currentIndex() == ENTRY
    assert japanese.findings.list.isVisible()
    assert japanese.findings.maximum.isHidden()


def test_the_saving_is_told_in_words(japanese: CaseEntryPane, office: Office) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    japanese.show_saving(Saving(True, TODAY))
    assert japanese.told() == "未保存（下書きを保持：令和8年11月20日 09:00）"
    assert japanese.is_typing()
    assert japanese.banner() == ""
    japanese.show_saving(Saving(True, TODAY, recovered=True))
    assert "前回の入力途中（令和8年11月20日 09:00）" in japanese.banner()
    japanese.show_saving(Saving(False))
    assert japanese.told() == "保存済み"
    assert not japanese.is_typing()


def test_both_answers_are_shown_and_the_chosen_ones_go_up(
    japanese: CaseEntryPane, typist: RememberingTypist, office: Office
) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    found = [
        Conflict("title", Wording("事業名", "Title"), "画面の名前", "命令の名前", Side.MINE),
        Conflict("requested", Wording("申請額", "Requested"), "1", "2", Side.THEIRS),
    ]
    japanese.show_conflicts(found)
    choice = japanese.conflicts.choices["title"]
    assert choice[Side.MINE].isChecked()
    choice[Side.THEIRS].click()
    assert japanese.conflicts.save is not None
    japanese.conflicts.save.click()
    assert typist.heard("resolve") == [({"title": Side.THEIRS, "requested": Side.THEIRS},)]


def test_a_closed_case_can_be_read_and_not_changed(japanese: CaseEntryPane, office: Office) -> None:
    case = worked(office, GRANT)
    office.steps.take(case.number, "withdraw")
    japanese.show_case(shown_case(office, case.id, Language.JA))
    title = japanese.form.frames["title"].box
    assert isinstance(title, LineBox)
    assert title.isReadOnly()
    assert not japanese.form.frames["place"].box.isEnabled()
    assert japanese.save.isHidden()
    assert "終了" in japanese.told()


def test_a_step_is_given_up_by_escape_and_done_by_control_and_enter(
    japanese: CaseEntryPane, typist: RememberingTypist, office: Office
) -> None:
    case = worked(office, GRANT)
    japanese.show_case(shown_case(office, case.id, Language.JA))
    japanese.steps.buttons["transmit"].click()
    confirmation = japanese.steps.confirmation
    assert confirmation is not None
    assert confirmation.number.hasFocus()
    QTest.keyClick(confirmation.number, Qt.Key.Key_Escape)
    assert japanese.steps.confirmation is None
    japanese.steps.buttons["transmit"].click()
    confirmation = japanese.steps.confirmation
    assert confirmation is not None
    commit(confirmation.number, "国際第80号")
    QTest.keyClick(confirmation.number, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert typist.wishes() == [StepWish("transmit", None, "令和8年11月20日（金）", "国際第80号", "")]


def test_only_programmes_with_offices_have_that_tab(japanese: CaseEntryPane, office: Office) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    assert not japanese.tabs.isTabVisible(PARTS)
    japanese.show_case(shown_case(office, worked(office, RESEARCH).id, Language.JA))
    assert japanese.tabs.isTabVisible(PARTS)


def test_the_questions_stand_in_one_column_where_there_is_little_room(japanese: CaseEntryPane, office: Office) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    starts, ends = (japanese.form.frames[key] for key in ("starts", "ends"))
    QApplication.processEvents()
    assert starts.y() == ends.y()
    japanese.resize(480, 640)
    QApplication.processEvents()
    assert starts.y() < ends.y()


def test_a_later_section_opens_when_a_step_needs_it(japanese: CaseEntryPane, office: Office) -> None:
    japanese.show_case(shown_case(office, worked(office, GRANT).id, Language.JA))
    results = japanese.form.frames["results"].box
    assert isinstance(results, LongBox | LineBox)
    QApplication.processEvents()
    assert not results.isVisibleTo(japanese)
    japanese.go_to("results")
    assert results.isVisibleTo(japanese)


def test_questions_asked_no_longer_are_shown_where_an_older_case_answered_them(
    pane: CaseEntryPane, office: Office, language: Language
) -> None:
    """海外活動支援: a letter was typed by hand until FY2026."""
    declared = office.programmes()["overseas_support"]
    assert declared.edition(FiscalYear(2026)).field("letter_dear") is not None
    assert declared.edition(FiscalYear(2027)).field("letter_dear") is None
    for answers, shown in (({}, False), ({"letter_dear": "Mayor"}, True)):
        case = office.cases.new("overseas_support", 2026, answers, received_on=received_on(declared))
        pane.show_case(shown_case(office, case.id, language))
        QApplication.processEvents()
        assert pane.form.frames["letter_dear"].isVisible() is shown
