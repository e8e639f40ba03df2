"""A journey through the room of calls, by the keyboard: set up, asked, answered, received, undone, changed elsewhere."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.calls import CallKey
from clair_desktop.views.call_asking import AskDialog
from clair_desktop.views.calls import ANSWERS, CallsPage
from clair_desktop.views.main_window import CASES
from tests.journeys.desks import furnish, in_dialog, office_in, opened, press
from tests.presenters.entries import GRANT
from tests.views.stand import commit

KEY = CallKey(GRANT, 2027)
SHIROISHI = ("042064", "")
CONTROL = Qt.KeyboardModifier.ControlModifier


def room(desktop: Desktop) -> CallsPage:
    page = desktop.window.go("calls")
    assert isinstance(page, CallsPage)
    return page


def press_add(dialog: QDialog) -> None:
    assert isinstance(dialog, AskDialog)
    QTest.keyClick(dialog.add, Qt.Key.Key_Return)


def go_to(page: CallsPage, body: tuple[str, str]) -> None:
    table = page.matrix.table
    table.choose([one.key for one in table.lines.lines].index(body))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Right)


def test_a_call_is_set_up_asked_answered_and_its_case_received(tmp_path: Path, qtbot: QtBot) -> None:
    furnish(tmp_path)
    with opened(tmp_path) as desktop:
        QTest.keyClick(desktop.window, Qt.Key.Key_2, CONTROL)
        page = room(desktop)
        page.calls.choose(KEY)
        page.calls.table.setFocus()
        QTest.keyClick(page.calls.table, Qt.Key.Key_Return)
        QTest.keyClick(page.calls.days.make, Qt.Key.Key_Space)
        chosen = page.calls.table.chosen()
        assert chosen is not None
        assert chosen.key == KEY
        QTest.keyClick(page.calls.table, Qt.Key.Key_Return)
        assert page.tabs.currentIndex() == ANSWERS
        in_dialog(press_add)
        QTest.keyClick(page.matrix.add, Qt.Key.Key_Space)
        desktop.window.activateWindow()  # the platform of the tests does not, after a dialog
        qtbot.waitUntil(desktop.window.isActiveWindow)
        assert page.matrix.table.lines.rowCount() == 34
        go_to(page, SHIROISHI)
        QTest.keyClick(page.matrix.table, Qt.Key.Key_Return)
        qtbot.waitUntil(page.matrix.answer.day.box.hasFocus)
        QTest.keyClick(page.matrix.answer.record[CallAnswer.NOTHING], Qt.Key.Key_Space)
        assert desktop.office is not None
        assert desktop.office.calls.get(KEY).counts[CallAnswer.NOTHING] == 1
        page.matrix.table.setFocus()
        QTest.keyClick(page.matrix.table, Qt.Key.Key_Z, CONTROL)
        assert desktop.office.calls.get(KEY).counts[CallAnswer.NOTHING] == 0
        assert page.matrix.table.lines.lines[0].cell(KEY).open
        go_to(page, SHIROISHI)
        QTest.keyClick(page.matrix.answer.receive, Qt.Key.Key_Space)
        assert desktop.window.page() == CASES
        assert desktop.pane().texts()["applicant"] == "042064 宮城県白石市"
        go_to(room(desktop), SHIROISHI)
        assert "申請あり" in page.matrix.table.copied()


def test_what_the_command_line_records_is_seen_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    furnish(tmp_path)
    with office_in(tmp_path) as other:
        other.calls.new(KEY)
        other.calls.ask(KEY, every=True)
    with opened(tmp_path) as desktop:
        page = room(desktop)
        page.tabs.setCurrentIndex(ANSWERS)
        go_to(page, SHIROISHI)
        commit(page.matrix.answer.note.box, "係長に照会中")
        with office_in(tmp_path) as other:
            other.calls.answer(KEY, "蔵王町", CallAnswer.NOTHING)
        desktop.look()
        rows = {one.key: one for one in page.matrix.table.lines.lines}
        assert rows["043010", ""].cell(KEY).said is CallAnswer.NOTHING
        assert page.matrix.answer.note.text() == "係長に照会中"
        desktop.window.languages[Language.EN].click()
        assert page.matrix.answer.note.text() == "係長に照会中"
        QApplication.processEvents()


def test_what_is_typed_of_a_call_is_not_lost_by_quitting_unasked(tmp_path: Path) -> None:
    furnish(tmp_path)
    with office_in(tmp_path) as other:
        other.calls.new(KEY)
    with opened(tmp_path) as desktop:
        page = room(desktop)
        page.calls.choose(KEY)
        box = page.calls.days.boxes["notice_on"]
        box.put("R8.7.1")
        desktop.window.go(CASES)
        in_dialog(press("戻る"))
        assert not desktop.window.close()
        assert desktop.window.page() == "calls"
        assert box.text() == "R8.7.1"
        in_dialog(press("終了する"))
        assert desktop.window.close()
