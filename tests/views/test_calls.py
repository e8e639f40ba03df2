"""The room of calls in the window: one matrix, one press for an answer, nothing typed is lost, all by the keyboard."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.call_letters import CallLettersPresenter, Paper
from clair_desktop.presenters.call_matrix import BodyRow, Keep, MatrixSheet, MatrixWish
from clair_desktop.presenters.calls import CallKey, CallsPresenter
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.office import Office
from clair_desktop.views.calls import ADDRESSES, ANSWERS, CALLS, LETTERS, CallsPage
from tests.presenters.stand import Remembering, RememberingShell
from tests.views.accessibility import nameless
from tests.views.stand import commit, compose

KEY = CallKey("multicultural_grant", 2027)
OTHER = CallKey("exchange_grant", 2027)
ZAO, SHICHIKASHUKU = ("043010", ""), ("043028", "")
LEAFLET = {"source_title": "令和9年度募集案内", "locator": "受付期間"}


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def called(office) -> Office:
    """Two calls of the year; every municipality of 宮城県支部 asked in the first."""
    entry = CallEntry(deadline=date(2026, 12, 11), branch_deadline=date(2026, 11, 27), ends="2月末", **LEAFLET)
    office.calls.new(KEY, entry)
    office.calls.ask(KEY, every=True)
    office.calls.new(OTHER)
    return office


@pytest.fixture
def page(qtbot, language, called) -> Iterator[CallsPage]:
    made = CallsPage(language)
    qtbot.addWidget(made)
    made.resize(1198, 640)
    bind(made, called, language)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.letters.pages.show_pages(None)


def bind(page: CallsPage, office: Office, language: Language) -> None:
    presenter = CallsPresenter(page, office, RememberingShell(), language, opens=lambda _id: None)
    letters = CallLettersPresenter(page, office, RememberingShell(), language)
    page.hand_over(presenter, letters)
    page.bind(presenter, letters)
    presenter.start()
    letters.start()


@pytest.fixture
def presenter(page) -> Remembering:
    remembering = Remembering(found=())
    page.calls.bind(remembering)
    page.matrix.bind(remembering)
    return remembering


def put_current(page: CallsPage, body: tuple[str, str], column: int = 3) -> None:
    rows = [one.key for one in page.matrix.table.lines.lines]
    index = page.matrix.table.lines.index(rows.index(body), column)
    flags = QItemSelectionModel.SelectionFlag
    page.matrix.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def choose_call(page: CallsPage, key: CallKey) -> None:
    page.calls.choose(key)


def test_the_calls_of_the_year_stand_with_what_is_still_awaited(page, language) -> None:
    choose_call(page, KEY)
    told = page.calls.table.copied().split("\t")
    assert told[1:7] == (
        ["作成済", "あと7日（開庁日4日）", "あと21日（開庁日14日）", "34", "0", "0"]
        if language is Language.JA
        else ["Set up", "7 days left (4 working)", "21 days left (14 working)", "34", "0", "0"]
    )


def test_a_call_is_set_up_by_the_keyboard(page, presenter) -> None:
    choose_call(page, CallKey("economic_grant", 2027))
    page.calls.table.setFocus()
    QTest.keyClick(page.calls.table, Qt.Key.Key_Return)
    assert page.calls.days.make.hasFocus()
    QTest.keyClick(page.calls.days.make, Qt.Key.Key_Space)
    assert presenter.last("make") == "economic_grant"


def test_only_what_was_typed_anew_is_sent(page, presenter) -> None:
    choose_call(page, KEY)
    boxes = page.calls.days.boxes
    assert boxes["ends"].text() == "2月末"
    boxes["hour"].put("17時")
    page.calls.days.save.click()
    assert presenter.last("enter") == (KEY, {"hour": "17時"})


def test_nothing_changed_is_said_and_not_sent(page, presenter) -> None:
    choose_call(page, KEY)
    page.calls.days.save.click()
    assert not presenter.heard("enter")
    assert any("変更した箇所はありません" in text or "Nothing was changed" in text for text in texts(page))


def texts(page: CallsPage) -> list[str]:
    return [piece.text() for piece in page.calls.days.findChildren(type(page.calls.days._told))]


def test_a_refused_day_stays_typed_with_its_complaint_beside_it(page, called) -> None:
    choose_call(page, KEY)
    boxes = page.calls.days.boxes
    boxes["opens"].put("R8.12.12")
    boxes["source_title"].put("令和9年度募集案内")
    page.calls.days.save.click()
    assert boxes["opens"].box.property("invalid")
    assert boxes["opens"].text() == "R8.12.12"
    boxes["opens"].put("R8.10.13")
    page.calls.days.save.click()
    assert called.calls.get(KEY).days.opens.day == date(2026, 10, 13)
    assert boxes["source_title"].text() == ""
    assert page.calls.days.typed.changed() == {}


def test_what_is_typed_of_a_call_stays_with_it_over_others_and_over_a_reload(page, called) -> None:
    choose_call(page, KEY)
    page.calls.days.boxes["hour"].put("午後5時")
    choose_call(page, OTHER)
    assert page.calls.days.boxes["hour"].text() == ""
    called.calls.record(KEY, [ZAO], CallAnswer.NOTHING)
    page._presenter.reload()
    choose_call(page, KEY)
    assert page.calls.days.boxes["hour"].text() == "午後5時"


def test_enter_on_a_call_leads_to_its_answers(page) -> None:
    choose_call(page, KEY)
    QTest.keyClick(page.calls.table, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == ANSWERS
    assert page.matrix.call.currentData() == KEY
    assert len(page.matrix.table.lines.columns) == 3
    assert "34" in page.matrix.told()


def test_one_press_records_the_answer_of_the_current_cell(page, called) -> None:
    page.tabs.setCurrentIndex(ANSWERS)
    put_current(page, ZAO)
    page.matrix.answer.day.put("R8.11.2")
    commit(page.matrix.answer.note.box, "電話")
    page.matrix.answer.record[CallAnswer.NOTHING].click()
    body = next(one for one in called.calls.get(KEY).bodies if one.key == ZAO)
    assert (body.said, body.answered_on, body.note) == (CallAnswer.NOTHING, date(2026, 11, 2), "電話")
    assert page.matrix.table.chosen().key == ZAO
    assert page.matrix.answer.note.text() == "電話"


def test_the_cell_of_the_keyboard_says_which_call_is_meant(page, language) -> None:
    put_current(page, ZAO, 2)
    name = page.matrix.table.call().name.in_(language)
    assert page.matrix.answer.texts()[1] == name
    page.matrix.table.setFocus()
    QTest.keyClick(page.matrix.table, Qt.Key.Key_Right)
    assert page.matrix.answer.texts()[1] != name


def test_several_lines_are_recorded_together_and_notes_are_left(page, presenter) -> None:
    put_current(page, ZAO)
    page.matrix.table.setFocus()
    QTest.keyClick(page.matrix.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.matrix.answer.record[CallAnswer.NOTHING].click()
    key, bodies, answer, _on, note = presenter.last("record")
    assert (key, bodies, answer, note) == (KEY, [ZAO, SHICHIKASHUKU], CallAnswer.NOTHING, None)


def test_a_refused_answer_keeps_what_was_typed(page, called) -> None:
    put_current(page, ZAO)
    page.matrix.answer.day.put("R8.11.30")
    page.matrix.answer.record[CallAnswer.APPLYING].click()
    assert page.matrix.answer.day.box.property("invalid")
    assert page.matrix.answer.day.text() == "R8.11.30"
    page._presenter.reload()
    assert page.matrix.answer.day.text() == "R8.11.30"


def test_a_note_being_typed_stays_when_the_command_line_changes_the_call(page, called) -> None:
    put_current(page, ZAO)
    page.matrix.answer.note.put("係長不在、")
    called.calls.record(KEY, [SHICHIKASHUKU], CallAnswer.NOTHING)
    page._presenter.reload()
    assert page.matrix.table.chosen().key == ZAO
    assert page.matrix.answer.note.text() == "係長不在、"
    put_current(page, SHICHIKASHUKU)
    assert page.matrix.answer.note.text() == ""
    put_current(page, ZAO)
    assert page.matrix.answer.note.text() == "係長不在、"


def test_a_body_that_was_not_asked_is_put_on_the_list_from_its_cell(page, called) -> None:
    put_current(page, ZAO, 2)
    assert not page.matrix.answer.record[CallAnswer.NOTHING].isVisible()
    page.matrix.answer.ask.click()
    assert [one.key for one in called.calls.get(OTHER).bodies] == [ZAO]


def test_a_case_is_received_and_opened_from_the_cell(page, called, presenter) -> None:
    case = called.cases.new(KEY.programme, 2027, {"applicant": ZAO[0]})
    page._presenter.reload()
    put_current(page, ZAO)
    page.matrix.answer.receive.click()
    assert presenter.last("receive") == (KEY, ZAO)
    links = [one for one in page.matrix.answer.findChildren(QPushButton) if case.number in one.text()]
    links[-1].click()
    assert presenter.last("open_case") == case.number


def test_the_order_and_the_place_stay_when_an_answer_is_recorded(page, called) -> None:
    table = page.matrix.table
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    before = [one.key for one in table.lines.lines]
    put_current(page, ZAO)
    page.matrix.answer.record[CallAnswer.NOTHING].click()
    assert [one.key for one in table.lines.lines] == before
    assert table.chosen().key == ZAO


def test_the_search_and_the_filter_are_asked_of_the_presenter(page, presenter, qtbot) -> None:
    page.matrix.search.put("蔵王")
    qtbot.waitUntil(lambda: presenter.heard("narrow"))
    assert presenter.last("narrow") == MatrixWish(None, Keep.ALL, "蔵王")
    page.matrix.keep.setCurrentIndex(page.matrix.keep.findData(Keep.OPEN))
    page.matrix.keep.activated.emit(1)
    assert presenter.last("narrow") == MatrixWish(None, Keep.OPEN, "蔵王")


def test_another_language_keeps_the_year_the_search_and_what_is_typed(page, called) -> None:
    put_current(page, ZAO)
    page.matrix.answer.note.put("電話")
    page._presenter.narrow(MatrixWish(call=KEY))
    put_current(page, ZAO, 2)
    for language in Language:
        page.set_language(language)
        bind(page, called, language)
        assert page.matrix.call.currentData() == KEY
        assert page.matrix.answer.note.text() == "電話"


def test_two_thousand_bodies_make_no_widget_each(page, called) -> None:
    sheet = page.matrix._sheet
    row = page.matrix.table.lines.lines[0]
    rows = [BodyRow((f"{place:06}", ""), row.name, row.kana, row.cells) for place in range(1900)]
    page.matrix.show_matrix(MatrixSheet(sheet.wish, sheet.calls, sheet.columns, rows, 1900))
    before = len(page.findChildren(object))
    page.tabs.setCurrentIndex(ANSWERS)
    page.matrix.table.scrollToBottom()
    page.matrix.table.grab()
    assert page.matrix.table.lines.rowCount() == 1900
    assert len(page.findChildren(object)) == before


def test_an_empty_room_says_what_to_do(qtbot, language, office) -> None:
    made = CallsPage(language)
    qtbot.addWidget(made)
    bind(made, office, language)
    assert ("年度の募集" if language is Language.JA else "Calls of the year") in made.matrix.told()
    office.calls.new(KEY)
    made._presenter.reload()
    assert ("照会先を加える" if language is Language.JA else "Add bodies to ask") in made.matrix.told()
    made.tabs.setCurrentIndex(LETTERS)
    made.show()
    assert made.letters.told()
    assert not made.letters.save.isEnabled()


def test_letters_are_shown_and_those_without_an_address_named(page, language) -> None:
    page.tabs.setCurrentIndex(LETTERS)
    choose_letters(page)
    assert page.letters.pages.column.count() == 34
    assert ("宛先のない団体（34）" if language is Language.JA else "Without an address (34)") in page.letters.whom()
    page.letters.addresses.click()
    assert page.tabs.currentIndex() == ADDRESSES
    assert page.addresses.missing.isChecked()
    assert page.addresses.postal.box.hasFocus()


def choose_letters(page: CallsPage) -> None:
    keys = [page.letters.call.itemData(place) for place in range(page.letters.call.count())]
    page.letters.call.setCurrentIndex(keys.index(KEY))
    page.letters.call.activated.emit(page.letters.call.currentIndex())


def test_the_letters_are_about_the_call_last_looked_at(page) -> None:
    for column, key in ((3, KEY), (2, OTHER), (3, KEY)):
        page.tabs.setCurrentIndex(ANSWERS)
        put_current(page, ZAO, column)
        page.tabs.setCurrentIndex(LETTERS)
        assert page.letters.call.currentData() == key


def test_labels_begin_at_the_free_place_that_was_typed(page) -> None:
    page.tabs.setCurrentIndex(LETTERS)
    choose_letters(page)
    page.letters.papers[Paper.LABELS].click()
    assert page.letters.pages.column.count() == 3
    page.letters.first.box.setFocus()
    page.letters.first.put("12")
    QTest.keyClick(page.letters.first.box, Qt.Key.Key_Return)
    assert page.letters.pages.column.count() == 4
    page.letters.first.put("13")
    page.letters.make.click()
    assert page.letters.first.box.property("invalid")
    assert page.letters.told()
    assert not page.letters.print.isEnabled()


def test_a_number_being_typed_is_not_taken_by_a_reload(page, called) -> None:
    page.tabs.setCurrentIndex(LETTERS)
    choose_letters(page)
    page.letters.number.box.setFocus()
    page.letters.number.put("国際第")
    called.calls.record(KEY, [ZAO], CallAnswer.NOTHING)
    page._letters.reload()
    assert page.letters.number.text() == "国際第"


def test_addresses_are_entered_one_after_another(page, called) -> None:
    page.tabs.setCurrentIndex(ADDRESSES)
    page.addresses.show_missing()
    first = page.addresses.table.chosen().key
    page.addresses.postal.put("986-8501")
    page.addresses.lines.put("宮城県石巻市穀町14-1")
    page.addresses.section.put("市民協働課")
    QTest.keyClick(page.addresses.section.box, Qt.Key.Key_Return)
    assert called.addresses.of(first).lines == "宮城県石巻市穀町14-1"
    assert page.addresses.table.chosen().key != first
    assert page.addresses.lines.text() == ""
    page.addresses.missing.setChecked(False)
    page.addresses.table.choose(0)
    assert page.addresses.postal.text() == "986-8501"


def test_an_address_that_is_refused_stays_typed(page, called) -> None:
    page.tabs.setCurrentIndex(ADDRESSES)
    page.addresses.table.choose(0)
    page.addresses.postal.put("98")
    page.addresses.save.click()
    assert page.addresses.postal.box.property("invalid")
    page.addresses.table.choose(1)
    page.addresses.table.choose(0)
    assert page.addresses.postal.text() == "98"


def test_enter_does_nothing_while_an_input_method_composes(page, presenter) -> None:
    page.tabs.setCurrentIndex(ADDRESSES)
    page.addresses.bind(presenter)
    page.addresses.section.box.setFocus()
    compose(page.addresses.section.box, "ししょう")
    QTest.keyClick(page.addresses.section.box, Qt.Key.Key_Return)
    assert not presenter.heard("put_address")


def test_every_part_has_names_for_all_one_acts_upon(page) -> None:
    for part in (CALLS, ANSWERS, LETTERS, ADDRESSES):
        page.tabs.setCurrentIndex(part)
        QApplication.processEvents()
        assert nameless(page) == [], part
