"""The directory's page: what stands in it, and what is asked by the keyboard alone."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel

from clair_desktop.domain.coverage import Purpose, RoutingVerdict
from clair_desktop.domain.publications import BROCHURE_SUPPORT_TABLE
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.directory import DirectoryPresenter, RouteSheet
from clair_desktop.services.office import Office
from clair_desktop.views.directory import DirectoryPage
from tests.presenters.stand import Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def page(qtbot, language, office) -> DirectoryPage:
    """The page with what the office really holds."""
    made = DirectoryPage(language)
    qtbot.addWidget(made)
    presenter = DirectoryPresenter(made, office, RememberingShell(), language)
    made.bind(presenter)
    presenter.start()
    return made


@pytest.fixture
def presenter(page) -> Remembering:
    remembering = Remembering()
    page.bind(remembering)
    return remembering


def column(table, place: int) -> list[str]:
    return [table.lines.data(table.lines.index(row, place)) for row in range(table.lines.rowCount())]


def test_every_list_is_filled_at_the_start(page) -> None:
    assert page.divisions.lines.rowCount() == 8
    assert page.branches.table.lines.rowCount() == 67


def test_enter_asks_for_the_office(page, presenter, qtbot) -> None:
    page.routing.country.put("タイ")
    page.routing.day.put("R8.4.1")
    page.routing.purposes[Purpose.SUPPORT].setChecked(True)
    qtbot.keyClick(page.routing.country.line, Qt.Key.Key_Return)
    assert presenter.last("route") == ("タイ", "", Purpose.SUPPORT, "R8.4.1")


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of its popup
def test_enter_while_composing_asks_nothing(page, presenter, qtbot) -> None:
    line = page.routing.country.line
    QApplication.sendEvent(line, QInputMethodEvent("たい", []))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not presenter.heard("route")
    committed = QInputMethodEvent("", [])
    committed.setCommitString("タイ")
    QApplication.sendEvent(line, committed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert presenter.last("route")[0] == "タイ"


def test_the_answer_says_office_verdict_reason_and_documents(page, language) -> None:
    reason = Wording("担当地域です。", "In its area.")
    offices = [Wording("パリ事務所", "Paris Office")]
    day = date(2026, 4, 1)
    country = Wording("モナコ", "Monaco")
    page.show_route(RouteSheet(country, day, offices, RoutingVerdict.COVERED, reason, (BROCHURE_SUPPORT_TABLE,)))
    told = " ".join(one.text() for one in page.routing.findChildren(QLabel))
    for said in (offices[0], reason, BROCHURE_SUPPORT_TABLE.title):
        assert said.in_(language) in told


def test_a_complaint_stands_beside_its_box_and_goes_with_the_next_question(page, presenter, language) -> None:
    page.show_complaint("day", Wording("日付として読めません。", "Not a date."))
    assert page.routing.day.box.property("invalid")
    assert page.routing.day.box.accessibleDescription() in ("日付として読めません。", "Not a date.")
    page.routing.ask.click()
    assert not page.routing.day.box.property("invalid")


def test_a_search_is_told_to_the_presenter_once_the_typing_rests(page, presenter, qtbot) -> None:
    page.branches.search.put("富士")
    qtbot.waitUntil(lambda: presenter.heard("search_branches"))
    assert presenter.last("search_branches") == "富士"


def test_chosen_lines_are_copied_by_the_keyboard(page, presenter, qtbot) -> None:
    page.branches.table.choose(3)
    qtbot.keyClick(page.branches.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("030007\t")
    assert presenter.heard("copied")


def test_every_table_and_box_has_a_name(page) -> None:
    tables = (
        page.bodies.list.table,
        page.bodies.sheet.used.table,
        page.bodies.sheet.timeline.table,
        page.bodies.sheet.editions.table,
        page.bodies.sheet.history.table,
        page.divisions,
        page.branches.table,
    )
    boxes = (page.routing.country.line, page.routing.area.line, page.routing.day.line, page.branches.search.line)
    assert all(one.accessibleName() for one in (*tables, *boxes))
