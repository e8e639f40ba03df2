"""Boxes one types into: the input method, Enter, days by the arrows, the wheel, answers taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clair_desktop.domain.fields import YES_NO, Choice, Choices, Option, YesNo
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.views.boxes import AmountBox, ChoiceBox, ChoicesBox, DayBox, LineBox, LongBox, NameBox, YesNoBox
from tests.views.stand import Told, commit, compose

PLACES = [Option("abroad", Wording("海外", "Abroad")), Option("japan", Wording("国内", "In Japan"))]
PLACE = Choice(key="place", label=Wording("実施地", "Place"), options=PLACES)


Stage = Callable[..., None]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Shows boxes below one another, the first with the cursor in it."""
    kept: list[QWidget] = []

    def show(*boxes: QWidget) -> None:
        window = QWidget()
        kept.append(window)
        layout = QVBoxLayout(window)
        for box in boxes:
            layout.addWidget(box)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        boxes[0].setFocus()
        qtbot.waitUntil(boxes[0].hasFocus)

    return show


def test_what_the_input_method_commits_is_typed(stage: Stage) -> None:
    told = Told()
    box = LineBox(told.around())
    stage(box)
    compose(box, "みやぎ")
    assert box.value() == ""
    assert told.typed == 0
    commit(box, "宮城県")
    assert box.value() == "宮城県"
    assert told.typed == 1


def test_enter_goes_on_but_never_while_composing(stage: Stage) -> None:
    first, second = LineBox(Told().around()), LineBox(Told().around())
    stage(first, second)
    compose(first, "たかさき")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert first.hasFocus()
    commit(first, "髙﨑")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    assert first.value() == "髙﨑"


def test_a_box_says_when_it_is_left(stage: Stage) -> None:
    told = Told()
    first, second = LineBox(told.around()), LineBox(Told().around())
    stage(first, second)
    second.setFocus()
    assert told.left == 1


def test_the_arrows_go_a_day_on_and_back(stage: Stage) -> None:
    box = DayBox(Told().around())
    stage(box)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == "令和8年11月20日（金）"
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == "令和8年11月19日（木）"
    box.put("H31.4.30")
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == "令和元年5月1日（水）"


def test_a_day_is_picked_from_the_calendar(stage: Stage) -> None:
    told = Told(Language.EN)
    box = DayBox(told.around())
    stage(box)
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    calendar = menu.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    calendar.clicked.emit(calendar.selectedDate().addDays(3))
    assert box.value() == "23 November 2026"
    assert told.left == 1


def test_names_are_offered_while_they_are_typed(stage: Stage) -> None:
    told = Told(offers=["040002 宮城県", "041009 宮城県仙台市"])
    box = NameBox(told.around())
    stage(box)
    QTest.keyClicks(box, "miyagi")
    assert told.asked[-1] == "miyagi"
    assert box.completer().model().rowCount() == 2
    popup = box.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.value() == "041009 宮城県仙台市"
    assert told.left == 1
    assert not popup.isVisible()


@pytest.mark.parametrize("text", ["海外", "Abroad", "abroad"])
def test_a_choice_is_put_by_its_key_or_by_its_name_in_either_language(qtbot: QtBot, text: str) -> None:
    box = ChoiceBox(Told(Language.EN).around(), PLACE)
    qtbot.addWidget(box)
    box.put(text)
    assert box.value() == "Abroad"
    box.put("")
    assert box.value() == ""


def test_the_wheel_changes_a_choice_only_where_it_has_the_focus(stage: Stage) -> None:
    box, other = ChoiceBox(Told().around(), PLACE), LineBox(Told().around())
    stage(other, box)
    turn(box)
    assert box.value() == ""
    box.setFocus()
    turn(box)
    assert box.value() == "海外"


def turn(box: QWidget) -> None:
    no_button, none, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    here = QPointF(5, 5)
    event = QWheelEvent(here, here, QPoint(0, -120), QPoint(0, -120), no_button, none, phase, False)
    QApplication.sendEvent(box, event)


def test_yes_or_no_can_be_taken_back(stage: Stage, qtbot: QtBot) -> None:
    told = Told()
    box = YesNoBox(told.around(), YesNo(key="q", label=Wording("問", "Q"), options=YES_NO))
    stage(box)
    assert box.value() == ""
    qtbot.mouseClick(box.buttons[1], Qt.MouseButton.LeftButton)
    assert box.value() == "いいえ"
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert box.value() == ""
    assert told.left == 2


def test_any_number_of_options_is_ticked(qtbot: QtBot) -> None:
    box = ChoicesBox(Told().around(), Choices(key="c", label=Wording("区分", "Kind"), options=PLACES))
    qtbot.addWidget(box)
    box.put("海外\n国内")
    assert box.value() == "海外\n国内"
    box.buttons[0].setChecked(False)
    assert box.value() == "国内"


def test_a_long_text_grows_and_tab_goes_on(stage: Stage) -> None:
    box, after = LongBox(Told().around(), 3), AmountBox(Told().around())
    stage(box, after)
    low = box.height()
    box.put("一行\n" * 10)
    assert box.height() > low
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value().count("\n") == 11
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert after.hasFocus()
