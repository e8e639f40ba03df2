"""The tabs of 台帳・Excel that came last: answers, lists, the ledger, joining and checking, by keyboard in both languages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.hand_overs import Form, Medium
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.answer_lines import DifferenceLine, PlannedLine, ShownAnswer
from clair_desktop.presenters.answers import LetterLine, ListQuestion
from clair_desktop.presenters.checks import ShownCheck, VerdictLine
from clair_desktop.presenters.hand_outs import BodyLine
from clair_desktop.presenters.handing import HandingQuestion, LackingLine
from clair_desktop.presenters.intake_lines import FindingLine
from clair_desktop.presenters.joins import FileLine, ShownFolder
from clair_desktop.presenters.lists import ListChoices, ListWish, QuestionLine, RowLine, ShownList
from clair_desktop.presenters.outgoing import OutgoingSheet, SentLine
from clair_desktop.presenters.registers import ProgrammeChoice
from clair_desktop.presenters.tags import Tag
from clair_desktop.presenters.typed_days import TypedSpan
from clair_desktop.services.answer_taking import LINES_MOVED
from clair_desktop.services.answers import Taken
from clair_desktop.views.answer_list import AnswerListDialog
from clair_desktop.views.excel_room import ExcelRoom
from clair_desktop.views.handing import HandingDialog, SubstitutesDialog
from clair_desktop.views.lists import COLUMNS, ROWS
from tests.presenters.stand import Remembering
from tests.views.accessibility import nameless
from tests.views.test_registers import sheet as registers_sheet

GRANT = Wording("経済活動助成事業", "Economic grants")
YEAR = Wording("令和7年度", "FY2025")
ERROR = Tag(Wording("誤り", "Error"), "error")
FINDING = FindingLine(
    ERROR, "data_cases", "D3", same("申請額"), "五十万", Wording("読めません。", "Unreadable."), "unreadable", 1
)
DIFFERENCE = DifferenceLine(
    "cases/R7-0001/requested", Tag(Wording("値の相違", "Value altered"), "error"),
    Tag(Wording("要判断", "to decide"), "warning"), "R7-0001", same("助成金申請額"), "data_cases D2",
    same("2,100,000円"), same("2,100,000円"), same("1,900,000円"),
    [("keep", Wording("支部の値のまま", "Keep the branch's")), ("take", Wording("戻ってきた値", "Take the returned"))], None,
    Wording("（未決定）", "(undecided)"),
)  # fmt: skip
PLANNED = PlannedLine("R7-0002", "", same("採択"), same("採択"), same("2026-11-18"), "自国経第55号", same(""), ERROR)
ANSWER = ShownAnswer(
    Path("台帳.xlsx"), GRANT, YEAR, 1, [], [DIFFERENCE], [PLANNED], [FINDING], 1, 1, 1, 0, 0
)  # fmt: skip
LISTED = ShownList(
    Path("要望一覧.xlsx"), GRANT, YEAR, "要望一覧", ["番号", "事業名", "申請額"], ["備考"], "番号",
    [QuestionLine("title", same("事業名"), True, "事業名"), QuestionLine("requested", same("申請額"), True, "")],
    [
        RowLine(2, ERROR, same("新しい案件"), same("事業名：→茶"), same(""), True),
        RowLine(3, ERROR, same("新しい案件"), same(""), same("読めません"), False),
    ],
    [FINDING], [],
)  # fmt: skip
CHOICES = ListChoices(
    [ProgrammeChoice("exchange_grant", GRANT)], [FiscalYear(2026), FiscalYear(2027)],
    [BodyLine("", same("（なし）"), "", same("")), BodyLine("042021", same("石巻市"), "", same("市"))],
    ListWish("exchange_grant", FiscalYear(2026)),
)  # fmt: skip
FOLDER = ShownFolder(
    Path("台帳"), [FileLine("仙台.xlsx", ERROR, same("仙台市支部"), GRANT, "2025", "1", [FINDING])],
    [Wording("北海道支部", "Hokkaido Branch")], [], 1, 1,
)  # fmt: skip
CHECK = ShownCheck(
    Path("要望一覧.xlsx"), ["要望一覧"], [], [], [VerdictLine("2-3", "1-4", same("結合"), ERROR, 1, [FINDING])], False
)
OUTGOING = OutgoingSheet(
    [SentLine({"file_name": same("台帳.xlsx"), "medium": Wording("USBメモリ", "USB stick")})],
    [("file_name", Wording("ファイル名", "File")), ("medium", Wording("媒体", "Medium"))],
    [(None, Wording("すべて", "All")), (Medium.USB, Wording("USBメモリ", "USB stick"))], "", None, TypedSpan(), date(2026, 11, 20),
)  # fmt: skip


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def presenter() -> Remembering:
    return Remembering()


@pytest.fixture
def room(qtbot, language, presenter) -> ExcelRoom:
    made = ExcelRoom(language)
    qtbot.addWidget(made)
    presenter.is_deciding = presenter.is_matching = False
    for one in (made.answers, made.lists, made.outgoing, made.joins, made.checks):
        one.bind(presenter)
    made.registers.show_registers(registers_sheet())
    made.answers.show_answer(ANSWER)
    made.lists.show_choices(CHOICES)
    made.lists.show_list(LISTED)
    made.outgoing.show_outgoing(OUTGOING)
    made.joins.show_folder(FOLDER)
    made.checks.show_check(CHECK)
    return made


def test_a_difference_is_told_three_ways_and_decided_by_a_word(room, presenter, language) -> None:
    pane = room.answers
    told = pane.differences.told.toPlainText()
    assert "2,100,000円" in told
    assert "1,900,000円" in told
    assert [one.isChecked() for one in pane.options] == [False, False]
    pane.options[1].click()
    assert presenter.last("decide") == ("cases/R7-0001/requested", "take")


def test_where_a_returned_value_cannot_be_taken_the_reason_stands_beside_what_can_be_said(room, language) -> None:
    kept = replace(DIFFERENCE, options=DIFFERENCE.options[:1], why_not=LINES_MOVED)

    def is_told() -> bool:
        told = (one for one in room.answers.findChildren(QLabel) if one.isVisibleTo(room.answers))
        return LINES_MOVED.in_(language) in [one.text() for one in told]

    room.answers.show_answer(replace(ANSWER, differences=[kept]))
    assert len(room.answers.options) == 1
    assert is_told()
    room.answers.show_answer(ANSWER)
    assert not is_told()


def test_recording_is_offered_while_there_is_something_to_record(room, presenter) -> None:
    room.answers.record.click()
    assert presenter.heard("take")
    room.answers.show_answer(replace(ANSWER, recorded=0))
    assert not room.answers.record.isEnabled()
    room.answers.show_answer(replace(ANSWER, is_stale=True))
    assert not room.answers.record.isEnabled()


def test_after_recording_the_letters_are_offered_and_what_was_not_made_says_why(room, presenter, tmp_path) -> None:
    pane = room.answers
    pane.show_answer(replace(ANSWER, taken=Taken([("R7-0002", same("採択"))], 0, [("R7-0002", "notice")])))
    assert not pane.record.isVisibleTo(pane)
    pane.letters.click()
    assert presenter.heard("make_letters")
    pane.show_letters([LetterLine("R7-0002", None), LetterLine("R7-0003", same("宛名がありません"))], tmp_path)
    assert "R7-0003: 宛名がありません" in pane.made.text()
    pane.open.click()
    assert presenter.last("open_folder") == tmp_path


def test_a_question_gets_another_column(room, presenter) -> None:
    pane = room.lists
    pane.tabs.setCurrentIndex(COLUMNS)
    pane.questions.choose(1)
    pane.answering.setCurrentIndex(pane.answering.findData("申請額"))
    pane.answering.activated.emit(pane.answering.currentIndex())
    assert presenter.last("match") == ("requested", "申請額")
    pane.key.setCurrentIndex(0)
    pane.key.activated.emit(0)
    assert presenter.last("know_rows_by") == ""


def test_rows_that_can_be_taken_are_ticked_and_faulty_ones_never_go(room, presenter) -> None:
    pane = room.lists
    pane.tabs.setCurrentIndex(ROWS)
    assert pane.rows.ticks.ticked == {2}
    pane.rows.ticks.tick([1], on=True)
    pane.take.click()
    assert presenter.last("take") == [2]
    pane.rows.ticks.tick([0], on=False)
    assert not pane.take.isEnabled()
    assert pane.is_typing()


def test_the_programme_year_and_body_of_a_list_are_said(room, presenter) -> None:
    pane = room.lists
    pane.body.setCurrentIndex(1)
    pane.body.activated.emit(1)
    assert presenter.last("wish") == ListWish("exchange_grant", FiscalYear(2026), "042021")


def test_the_ledger_is_searched_by_medium_and_written(room, presenter, tmp_path) -> None:
    pane = room.outgoing
    pane.medium.setCurrentIndex(1)
    pane.medium.activated.emit(1)
    assert presenter.last("search") == ("", Medium.USB, TypedSpan())
    pane.pdf.click()
    pane.export.click()
    assert presenter.heard("save_pdf")
    assert presenter.heard("export")
    pane.show_written(tmp_path / "持出し台帳.pdf")
    pane.folder.click()
    assert presenter.heard("open_folder")


def test_the_findings_of_a_file_and_of_an_item_stand_beside_it(room, presenter, language) -> None:
    assert "五十万" in room.joins.findings.told.toPlainText()
    assert "D3" in room.checks.findings.told.toPlainText()
    room.joins.join.click()
    assert presenter.last("join") is language


def test_what_is_shown_stays_in_another_language(room) -> None:
    for chosen in (Language.EN, Language.JA):
        room.set_language(chosen)
        assert room.answers.shown is ANSWER
        assert room.lists.shown is LISTED
        assert room.lists.rows.ticks.ticked == {2}
        assert room.joins.shown is FOLDER
        assert room.checks.shown is CHECK


def test_all_that_can_be_acted_upon_has_a_name(room) -> None:
    room.show()
    for place in range(room.tabs.count()):
        room.tabs.setCurrentIndex(place)
        for inner in (room.answers.tabs, room.lists.tabs):
            for one in range(inner.count()):
                inner.setCurrentIndex(one)
                assert nameless(room) == []


def test_without_a_file_every_tab_says_what_to_do(qtbot, language) -> None:
    empty = ExcelRoom(language)
    qtbot.addWidget(empty)
    for one in (empty.intakes, empty.answers, empty.lists):
        assert one._empty.text()
    assert not empty.is_typing()


def test_only_a_workbook_can_be_locked(room, language) -> None:
    dialog = HandingDialog(room, language, HandingQuestion(GRANT, YEAR, 2, Wording("本部", "Headquarters")))
    dialog.locked.setChecked(True)
    dialog.form.setCurrentIndex(dialog.form.findData(Form.CSV_UTF8))
    dialog.form.activated.emit(dialog.form.currentIndex())
    assert not dialog.locked.isEnabled()
    assert not dialog.locked.isChecked()
    dialog.to.put("経済交流課")
    dialog.medium.setCurrentIndex(dialog.medium.findData(Medium.USB))
    wish = dialog.wish()
    assert (wish.form, wish.to, wish.medium, wish.password) == (Form.CSV_UTF8, "経済交流課", Medium.USB, None)
    dialog.show()
    assert nameless(dialog) == []
    dialog.close()


def test_no_character_is_replaced_before_each_has_a_choice_that_fits(room, language) -> None:
    lines = [
        LackingLine("鷗", "U+9DD7", 1, same("案件一覧 2行目"), ["鴎"]),
        LackingLine("𠮷", "U+20BB7", 1, same("案件一覧 3行目"), []),
    ]
    dialog = SubstitutesDialog(room, language, lines)
    assert not dialog.go.isEnabled()
    dialog.boxes[0].setCurrentIndex(1)
    dialog.boxes[1].setCurrentText("𠮷")
    assert not dialog.go.isEnabled()
    dialog.boxes[1].setCurrentText("吉")
    assert dialog.go.isEnabled()
    assert dialog.chosen() == {"鷗": "鴎", "𠮷": "吉"}
    dialog.show()
    assert nameless(dialog) == []
    dialog.close()


def test_headquarters_own_list_is_read_by_the_words_that_the_clerk_names(room, language) -> None:
    question = ListQuestion(
        [ProgrammeChoice("economic_grant", GRANT)], [FiscalYear(2026)], "economic_grant", FiscalYear(2026),
        {"outcome": ["採否", "可否"]}, {"economic_grant": []},
    )  # fmt: skip
    dialog = AnswerListDialog(room, language, question, "…")
    dialog.heads["outcome"].put("判定")
    dialog.outcomes.put("○＝採択、×=不採択")
    asked = dialog.asked()
    assert (asked.programme, asked.year) == ("economic_grant", 2026)
    assert asked.columns == {"outcome": "判定"}
    assert asked.outcomes == {"○": "採択", "×": "不採択"}
    dialog.show()
    assert nameless(dialog) == []
    dialog.close()
