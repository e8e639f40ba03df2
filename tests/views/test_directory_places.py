"""The tab of municipalities and postal codes: typed into, walked and copied from by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.places import PlacesPresenter
from clair_desktop.views.directory_places import PlacesPane
from tests.presenters.stand import RememberingShell, opened_office
from tests.views.stand import compose


@pytest.fixture
def shell():
    return RememberingShell()


@pytest.fixture(params=list(Language))
def language(request):
    return request.param


@pytest.fixture
def pane(qtbot, language, shell):
    with opened_office() as office:
        made = PlacesPane()
        qtbot.addWidget(made)
        made.set_language(language)
        presenter = PlacesPresenter(made, office, shell)
        made.bind(presenter)
        presenter.start()
        made.resize(1100, 600)
        made.show()
        yield made


def column(table, place):
    return [table.lines.data(table.lines.index(row, place)) for row in range(table.lines.rowCount())]


def test_the_list_narrows_once_the_typing_rests(pane, qtbot):
    qtbot.keyClicks(pane.search.line, "miyagi")
    qtbot.waitUntil(lambda: pane.rows.table.lines.rowCount() == 41)
    assert column(pane.rows.table, 0)[0] == "040002"
    assert not pane.addresses.isVisible()


def test_enter_goes_to_what_was_found_and_the_line_is_copied(pane, qtbot, shell):
    pane.search.put("４９８－００００")
    qtbot.keyClick(pane.search.line, Qt.Key.Key_Return)
    assert column(pane.addresses.table, 1) == ["愛知県弥富市", "三重県桑名郡木曽岬町"]
    assert not pane.rows.isVisible()
    qtbot.keyClick(pane.addresses.table, Qt.Key.Key_Down)
    qtbot.keyClick(pane.addresses.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("498-0000\t三重県桑名郡木曽岬町\t")
    assert shell.said


def test_enter_while_composing_searches_nothing(pane, qtbot):
    before = pane.rows.table.lines.rowCount()
    compose(pane.search.line, "ふじ")
    qtbot.keyClick(pane.search.line, Qt.Key.Key_Return)
    assert pane.rows.table.lines.rowCount() == before


def test_a_ward_is_set_under_its_city_and_copied_by_its_name(pane, qtbot, language):
    pane.search.put("仙台市青葉区")
    qtbot.keyClick(pane.search.line, Qt.Key.Key_Return)
    city, ward = column(pane.rows.table, 1)
    assert ward.strip("　").startswith("└")
    pane.rows.table.choose(1)
    assert pane.rows.table.copied().split("\t")[1] == ("青葉区" if language is Language.JA else "Aoba Ward")
    assert "└" not in city


def test_a_wrong_check_digit_is_said_under_the_line(pane, qtbot):
    pane.search.put("041003")
    qtbot.keyClick(pane.search.line, Qt.Key.Key_Return)
    assert "041009" in pane._remark.text()
    assert pane._remark.isVisible()
    assert "041009" in pane.search.box.accessibleDescription()
    pane.search.put("041009")
    qtbot.keyClick(pane.search.line, Qt.Key.Key_Return)
    assert not pane._remark.isVisible()


def test_the_day_and_the_source_of_both_tables_stand_above_them(pane, language):
    day = "令和8年10月3日" if language is Language.JA else "3 October 2026"
    assert day in pane.rows.told()
    assert day in pane.addresses.told()
    assert all(one.table.accessibleName() for one in (pane.rows, pane.addresses))
