"""Whole journeys through the window: received, checked, printed, stepped, undone, left and found again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_list import Standing
from clair_desktop.presenters.conflicts import Side
from clair_desktop.support.clock import FixedClock
from clair_desktop.views.boxes import LineBox
from clair_desktop.views.case_entry import DOCUMENTS, HISTORY, PARTS
from clair_desktop.views.main_window import PAGES
from clair_desktop.views.new_case import NewCaseDialog
from tests.journeys.desks import furnish, in_dialog, office_in, opened, press
from tests.presenters.entries import GRANT, RESEARCH
from tests.presenters.stand import TODAY
from tests.views.accessibility import nameless
from tests.views.stand import commit

CONTROL = Qt.KeyboardModifier.ControlModifier


def type_into(desktop: Desktop, key: str, text: str) -> None:
    """Typed as an input method types, then left by Enter."""
    box = desktop.pane().form.frames[key].box
    assert isinstance(box, LineBox)
    desktop.pane().go_to(key)
    box.selectAll()
    commit(box, text)
    QTest.keyClick(QApplication.activePopupWidget() or box, Qt.Key.Key_Return)  # the list of names offered takes keys


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_request_is_received_filled_in_checked_printed_and_transmitted(tmp_path: Path, qtbot: QtBot) -> None:
    furnish(tmp_path)
    with opened(tmp_path) as desktop:
        in_dialog(lambda dialog: receive(dialog, GRANT))
        desktop.cases.list.receive.click()
        desktop.window.activateWindow()  # the platform of the tests does not, after a dialog
        pane = desktop.pane()
        qtbot.waitUntil(pane.form.frames["applicant"].box.hasFocus)
        type_into(desktop, "applicant", "富士市")
        type_into(desktop, "title", "富士のほうじ茶の海外販路開拓")
        type_into(desktop, "requested", "２１００千円")
        assert pane.texts()["applicant"] == "222101 静岡県富士市"
        assert pane.texts()["requested"] == "2,100,000"
        QTest.keyClick(focused(), Qt.Key.Key_S, CONTROL)
        assert pane.told() == "保存済み"
        pane.steps.buttons["transmit"].click()
        confirmation = pane.steps.confirmation
        assert confirmation is not None
        commit(confirmation.number, "国際第80号")
        confirmation.do.click()
        assert pane.findings.list.isVisible()  # not ready yet, and it says why
        assert desktop.office is not None
        kept = desktop.office.cases.lines()[0]
        assert (kept.state, kept.title) == ("received", "富士のほうじ茶の海外販路開拓")


def receive(dialog: QDialog, programme: str) -> None:
    assert isinstance(dialog, NewCaseDialog)
    dialog.programme.setCurrentIndex(dialog.programme.findData(programme))
    dialog.receive.click()


def test_a_complete_application_is_transmitted_and_its_pack_is_the_one_shown(tmp_path: Path) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path) as desktop:
        desktop.open_case(case.id)
        pane = desktop.pane()
        pane.steps.buttons["transmit"].click()
        confirmation = pane.steps.confirmation
        assert confirmation is not None
        commit(confirmation.number, "国際第80号")
        confirmation.do.click()
        assert desktop.office is not None
        assert desktop.office.cases.get(case.number).state.key == "transmitted"
        pane.show_tab(DOCUMENTS)
        assert pane.documents.packs.currentData() == "application"
        assert pane.documents.number.text() == "国際第80号"
        assert pane.documents.told() == ""
        assert pane.documents.pages.column.count() >= 2
        assert "国際第80号" in pane.documents.pages.accessibleDescription().replace(" ", "").replace("　", "")
        pane.show_tab(HISTORY)
        assert f"{case.number}：本部へ進達する" in pane.history.told()


def test_each_office_answers_for_itself(tmp_path: Path) -> None:
    request = furnish(tmp_path, RESEARCH)[0]
    with opened(tmp_path) as desktop:
        paper = tmp_path / "日本の状況.txt"
        paper.write_text("日本の状況について", encoding="utf-8")
        assert desktop.office is not None
        desktop.office.enclosures.add(request.number, [paper], "japan_situation")
        desktop.open_case(request.id)
        pane = desktop.pane()
        pane.steps.buttons["sound_out"].click()
        assert pane.steps.confirmation is not None
        commit(pane.steps.confirmation.number, "国際第72号")
        pane.steps.confirmation.do.click()
        pane.show_tab(PARTS)
        assert len(pane.parts.bars) == 4
        key, bar = next(iter(pane.parts.bars.items()))
        bar.buttons["accept"].click()
        assert bar.confirmation is not None
        bar.confirmation.do.click()
        states = {part.key: part.state.key for part in desktop.office.cases.get(request.number).parts}
        assert states.pop(key) == "accepted"
        assert set(states.values()) == {"awaiting"}


def test_the_keyboard_alone_is_enough(tmp_path: Path, qtbot: QtBot) -> None:
    case = furnish(tmp_path, GRANT, RESEARCH)[0]
    with opened(tmp_path) as desktop:
        window, listed = desktop.window, desktop.cases.list
        qtbot.waitUntil(listed.table.hasFocus)
        QTest.keyClick(focused(), Qt.Key.Key_F, CONTROL)
        assert listed.search.hasFocus()
        commit(listed.search, "ほうじ茶")
        qtbot.waitUntil(lambda: listed.model.rowCount() == 1)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert listed.table.hasFocus()
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        pane = desktop.pane()
        for _stop in range(60):
            if pane.steps.buttons["transmit"].hasFocus():
                break
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClick(focused(), Qt.Key.Key_Space)
        assert pane.steps.confirmation is not None
        assert pane.steps.confirmation.number.hasFocus()
        commit(focused(), "国際第81号")
        QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
        assert desktop.office is not None
        assert desktop.office.cases.get(case.number).state.key == "transmitted"
        for place, key in enumerate(PAGES, start=1):
            QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + place), CONTROL)
            assert window.page() == key
        QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
        listed.focus_table()
        QTest.keyClick(focused(), Qt.Key.Key_Z, CONTROL)
        assert desktop.office.cases.get(case.number).state.key == "received"
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert not pane.isVisible()


def test_control_and_z_in_a_text_box_undoes_the_typing_and_not_the_office(tmp_path: Path) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path) as desktop:
        desktop.open_case(case.id)
        title = desktop.pane().form.frames["title"].box
        assert isinstance(title, LineBox)
        title.setFocus()
        before = title.text()
        commit(title, "髙")
        QTest.keyClick(title, Qt.Key.Key_Z, CONTROL)
        assert title.text() == before
        assert desktop.office is not None
        assert desktop.office.cases.get(case.number).title == before


def test_what_is_typed_when_the_window_closes_is_there_again(tmp_path: Path) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path) as desktop:
        desktop.open_case(case.id)
        title = desktop.pane().form.frames["title"].box
        assert isinstance(title, LineBox)
        title.setFocus()
        title.selectAll()
        commit(title, "書きかけの事業名")
        desktop.pane().form.tell()
        in_dialog(press("戻る"))
        assert not desktop.window.close()
        in_dialog(press("終了する"))
        assert desktop.window.close()
    with opened(tmp_path) as desktop:
        assert [link.text() for link in desktop.window.offers()] == [f"{case.number}を開く"]
        desktop.window.offers()[0].click()
        assert desktop.pane().texts()["title"] == "書きかけの事業名"
        assert "前回の入力途中" in desktop.pane().banner()
        assert desktop.window.offers() == []


def test_the_command_line_saves_under_the_windows_hands_and_nothing_is_lost(tmp_path: Path) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path) as desktop:
        desktop.open_case(case.id)
        pane = desktop.pane()
        type_into(desktop, "title", "画面の事業名")
        with office_in(tmp_path) as other:
            other.cases.save(case.number, {**case.answers, "title": "命令の事業名", "phone": "022-000-0000"})
        desktop.look()
        pane.save.click()
        assert pane.conflicts.isVisible()
        pane.conflicts.choices["title"][Side.MINE].click()
        assert pane.conflicts.save is not None
        pane.conflicts.save.click()
        assert desktop.office is not None
        saved = desktop.office.cases.get(case.number)
        assert (saved.title, saved.answers["phone"]) == ("画面の事業名", "022-000-0000")


def test_ones_own_typing_is_no_change_from_elsewhere(tmp_path: Path) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path) as desktop:
        desktop.open_case(case.id)
        pane = desktop.pane()
        type_into(desktop, "title", "書きかけ")
        pane.steps.buttons["transmit"].click()
        desktop.look()
        assert pane.steps.confirmation is not None
        assert pane.texts()["title"] == "書きかけ"


def test_a_case_received_by_the_command_line_appears_in_the_list(tmp_path: Path) -> None:
    furnish(tmp_path, GRANT)
    with opened(tmp_path) as desktop:
        assert desktop.cases.list.model.rowCount() == 1
        with office_in(tmp_path) as other:
            other.cases.new(RESEARCH, 2026)
        desktop.look()
        assert desktop.cases.list.model.rowCount() == 2


def test_the_language_changes_everywhere_without_a_restart_and_is_remembered(tmp_path: Path) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path, None) as desktop:
        desktop.open_case(case.id)
        for key in PAGES:
            desktop.window.go(key)
        desktop.window.languages[Language.EN].click()
        assert desktop.window.navigation["cases"].accessibleName() == "Cases"
        assert desktop.pane().save.text() == "&Save"
        assert desktop.pane().form.frames["starts"].value() == "1 May 2026"
        assert desktop.cases.list.chips[Standing.OPEN].text() == "Open"
    with opened(tmp_path, None) as desktop:
        assert desktop.language is Language.EN
        assert desktop.window.windowTitle() == "CLAIR Desktop"


@pytest.mark.parametrize("language", Language)
def test_every_page_has_names_for_all_one_acts_upon(tmp_path: Path, language: Language) -> None:
    furnish(tmp_path, GRANT)
    with opened(tmp_path, language) as desktop:
        for key in PAGES:
            desktop.window.go(key)
            QApplication.processEvents()
            assert nameless(desktop.window) == [], key


def test_the_first_start_asks_which_branch_this_is(tmp_path: Path) -> None:
    def choose(dialog: QDialog) -> None:
        assert any(radio.text() == "日本語(&J)" for radio in dialog.findChildren(QRadioButton))
        getattr(dialog, "_presenter").begin("040002")  # noqa: B009 - the list itself is tested with its page

    in_dialog(choose)
    with opened(tmp_path) as desktop:
        assert desktop.window.branch() == "宮城県支部"
        assert desktop.cases.list.model.rowCount() == 0


def test_a_second_window_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    furnish(tmp_path, GRANT)
    with opened(tmp_path), pytest.raises(Refusal, match="another window"):
        Desktop(tmp_path, clock=FixedClock(TODAY), who="担当者")
    with opened(tmp_path) as desktop:
        assert desktop.cases.list.model.rowCount() == 1


def test_there_is_one_window_and_no_stray_one(tmp_path: Path) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path) as desktop:
        desktop.open_case(case.id)
        for key in PAGES:
            desktop.window.go(key)
            QApplication.processEvents()
        seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert seen == [desktop.window]


@pytest.mark.parametrize("size", [(1366, 728), (910, 486), (1920, 1040)])
def test_nothing_is_out_of_reach_at_any_usual_size(tmp_path: Path, size: tuple[int, int]) -> None:
    case = furnish(tmp_path, GRANT)[0]
    with opened(tmp_path) as desktop:
        desktop.window.resize(*size)
        desktop.open_case(case.id)
        QApplication.processEvents()
        pane = desktop.pane()
        assert (desktop.window.width(), desktop.window.height()) == size
        narrow = size[0] < 1000
        assert desktop.cases.list.isVisible() is not narrow
        for widget in (pane.save, pane.close_case, *pane.steps.buttons.values()):
            within = widget.mapTo(desktop.window, widget.rect().bottomRight())
            assert 0 < within.x() < size[0]
            assert 0 < within.y() < size[1]
        assert pane.form.viewport().height() > 100
        if narrow:
            QTest.keyClick(pane, Qt.Key.Key_Escape)
            assert desktop.cases.list.isVisible()
