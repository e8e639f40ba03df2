"""The tab 時差・開庁: by the keyboard, for a screen reader, and on the clock's own minutes."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from clair_desktop.domain.office_hours import JAPAN_TIME
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.office_times import OfficeTimesPresenter
from clair_desktop.views.office_times import OfficeTimesPane
from tests.presenters.stand import RememberingShell, opened_office

MORNING = datetime(2026, 11, 27, 9, 0, tzinfo=JAPAN_TIME)


@pytest.fixture
def office():
    with opened_office() as opened:
        opened.clock.set(MORNING)
        yield opened


@pytest.fixture(params=list(Language))
def pane(qtbot, request, office):
    made = OfficeTimesPane(request.param)
    qtbot.addWidget(made)
    presenter = OfficeTimesPresenter(made, office, RememberingShell(), request.param)
    made.bind(presenter)
    presenter.start()
    made.resize(1100, 650)
    made.show()
    return made


def test_the_arrow_keys_go_from_office_to_office_and_the_days_follow(pane, qtbot):
    for _step in range(6):
        qtbot.keyClick(pane.offices, Qt.Key.Key_Down)
    assert pane.offices.chosen().office == "beijing"
    assert "010-86-10-6513-8791" in pane.told.toPlainText()
    assert len(pane.shared.lines.lines) == 14


def test_every_part_has_a_name_for_the_screen_reader(pane):
    assert all(part.accessibleName() for part in (pane.offices, pane.shared, pane.told))


def test_the_next_minute_keeps_the_office_that_was_chosen(pane, office, qtbot):
    pane.offices.choose(4)
    office.clock.set(MORNING + timedelta(minutes=1))
    pane._ticking.timeout.emit()
    assert pane.offices.chosen().office == "seoul"
    assert pane.offices.chosen().local.endswith("09:01")


def test_no_clock_is_looked_at_while_the_tab_is_away(pane):
    assert pane._ticking.isActive()
    pane.hide()
    assert not pane._ticking.isActive()


def test_the_sheet_is_copied_with_its_button(pane, qtbot):
    qtbot.mouseClick(pane.copying, Qt.MouseButton.LeftButton)
    assert "010-1-212-246-5542" in QGuiApplication.clipboard().text()
