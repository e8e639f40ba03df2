"""予定 in the window: the month by the keyboard, the day's list, kinds, and the ways out."""

from collections.abc import Iterator
from datetime import date

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clair_desktop.app import pages
from clair_desktop.domain.agenda import EntryKind
from clair_desktop.domain.wording import Language
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey
from clair_desktop.services.office import Office
from clair_desktop.views.calendar import CalendarPage
from tests.output.pdf.reading import page_texts
from tests.presenters.stand import RememberingShell, opened_office
from tests.views.accessibility import nameless

EXCHANGE = CallKey("exchange_grant", 2026)
DUE = date(2026, 11, 30)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        days = CallEntry(deadline=DUE, hour="17時", source_title="令和8年度募集案内", locator="受付期間")
        opened.calls.new(EXCHANGE, days)
        yield opened


@pytest.fixture
def shell(tmp_path) -> RememberingShell:
    return RememberingShell(target=tmp_path / "予定.ics")


@pytest.fixture
def case(office):
    return office.cases.new("exchange_grant", 2026, {"title": "髙﨑市とバトルクリークの交流"})


@pytest.fixture
def gone() -> list[object]:
    return []


@pytest.fixture(params=list(Language))
def page(qtbot, request, office, shell, gone) -> CalendarPage:
    request.getfixturevalue("case")
    made = CalendarPage(request.param)
    qtbot.addWidget(made)
    made.resize(1190, 700)
    made.reload = pages._calendar(made, office, shell, request.param, opens=gone.append, go=gone.append)
    made.show()
    return made


def press(page: CalendarPage, *keys: Qt.Key) -> None:
    page.grid.setFocus()
    for key in keys:
        QTest.keyClick(page.grid, key)


def chosen(page: CalendarPage) -> date:
    return page.grid.cell(page.grid.currentRow(), page.grid.currentColumn()).day


def test_the_room_opens_at_today_and_its_month_in_both_calendars(page) -> None:
    assert chosen(page) == date(2026, 11, 20)
    heading = {Language.JA: "令和8年（2026年）11月", Language.EN: "November 2026"}
    assert page.heading.text() == heading[page._language]


def test_arrows_move_the_day_over_the_edges_of_the_month(page) -> None:
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert chosen(page) == date(2026, 11, 28)
    press(page, Qt.Key.Key_Down)
    assert chosen(page) == date(2026, 12, 5)
    assert "12" in page.heading.text() or "December" in page.heading.text()
    press(page, Qt.Key.Key_PageDown)
    assert chosen(page) == date(2027, 1, 5)
    press(page, Qt.Key.Key_Home)
    assert chosen(page) == date(2026, 11, 20)


def test_the_last_of_a_month_stays_the_last(page) -> None:
    page.wanted.put("R9.1.31")
    page._go()
    press(page, Qt.Key.Key_PageDown)
    assert chosen(page) == date(2027, 2, 28)


def test_a_day_is_gone_to_as_clerks_type_it_and_a_wrong_one_is_said(page) -> None:
    page.wanted.put("令和9年3月22日（月）")
    QTest.keyClick(page.wanted.box, Qt.Key.Key_Return)
    assert chosen(page) == date(2027, 3, 22)
    page.wanted.put("2月30日")
    QTest.keyClick(page.wanted.box, Qt.Key.Key_Return)
    assert page.wanted.box.property("invalid")
    assert chosen(page) == date(2027, 3, 22)


def test_enter_goes_to_the_days_list_and_from_there_to_the_case(page, case, gone) -> None:
    page.wanted.put("2026-11-30")
    page._go()
    press(page, Qt.Key.Key_Return)
    assert page.day_list.hasFocus()
    numbers = [one.entry.number for one in page.day_list.lines.lines]
    page.day_list.choose(numbers.index(case.number))
    QTest.keyClick(page.day_list, Qt.Key.Key_Return)
    assert gone == [case.id]
    page.day_list.choose(next(n for n, one in enumerate(page.day_list.lines.lines) if one.entry.kind is EntryKind.CALL))
    QTest.keyClick(page.day_list, Qt.Key.Key_Return)
    assert gone == [case.id, "calls"]


def test_a_deadline_says_its_hour_and_the_working_days_left(page, case) -> None:
    page.wanted.put("2026-11-30")
    page._go()
    line = next(one for one in page.day_list.lines.lines if one.entry.number == case.number)
    assert line.entry.clock.en == "17:00"
    assert line.left.words.ja == "あと10日（開庁日5日）"


def test_days_that_hold_more_than_their_room_count_the_rest(page) -> None:
    cell = next(
        page.grid.cell(row, column)
        for row in range(page.grid.rowCount())
        for column in range(7)
        if page.grid.cell(row, column).day == DUE
    )
    shown = page.grid.lines(cell, 1)
    assert shown == ["ほか2件"] if page._language is Language.JA else ["2 more"]
    assert len(page.grid.lines(cell, 5)) == 2


def test_a_closed_day_is_named_and_read_aloud(page) -> None:
    index = next(
        page.grid.model().index(row, column)
        for row in range(page.grid.rowCount())
        for column in range(7)
        if page.grid.cell(row, column).day == date(2026, 11, 23)
    )
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("勤労感謝の日" if page._language is Language.JA else "Labor Thanksgiving Day") in said


def test_kinds_are_left_out_and_come_back(page, case) -> None:
    page.kinds[EntryKind.DEADLINE].setChecked(False)
    assert not any(one.entry.number == case.number for one in page.month_list.lines.lines)
    page.kinds[EntryKind.DEADLINE].setChecked(True)
    assert any(one.entry.number == case.number for one in page.month_list.lines.lines)


def test_what_changed_elsewhere_stands_there_once_the_room_is_read_anew(page, office) -> None:
    office.calls.change(EXCHANGE, CallEntry(deadline=date(2026, 11, 27), source_title="訂正", locator="別紙"))
    page.reload()
    due = [one.entry.first for one in page.month_list.lines.lines if one.entry.kind is EntryKind.CALL]
    assert due == [date(2026, 11, 27)]


def test_the_month_is_written_for_other_calendars_and_as_pdf(page, shell, tmp_path) -> None:
    page.file.click()
    events = Calendar.from_ical((tmp_path / "予定.ics").read_bytes()).walk("VEVENT")
    assert len(events) == len(page.month_list.lines.lines)
    shell.target = tmp_path / "予定.pdf"
    page.month_pdf.click()
    assert "17:00" in "".join(page_texts(shell.target))
    page.list_pdf.click()
    assert shell.suggested[-1] == "040002_calendar_2026-11.pdf"
    shell.target = tmp_path / "ない" / "予定.pdf"
    page.month_pdf.click()
    assert shell.refused[-1].field == "out"


def test_cancelling_the_dialog_writes_nothing(page, shell, tmp_path) -> None:
    shell.target = None
    for act in (page.file, page.month_pdf, page.list_pdf):
        act.click()
    assert list(tmp_path.iterdir()) == []
    assert not shell.said


def test_another_language_goes_on_at_the_same_day(page, office, shell, gone) -> None:
    page.wanted.put("2027-03-22")
    page._go()
    page.set_language(Language.EN)
    pages._calendar(page, office, shell, Language.EN, opens=gone.append, go=gone.append)
    assert chosen(page) == date(2027, 3, 22)
    assert page.heading.text() == "March 2027"


def test_every_part_has_a_name(page) -> None:
    assert nameless(page) == []
