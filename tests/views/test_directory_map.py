"""The map's tab: the table and the picture choose one another, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.directory_map import MapPresenter
from clair_desktop.views.directory_map import MapPane
from tests.presenters.stand import RememberingShell, opened_office


@pytest.fixture
def shell(tmp_path):
    return RememberingShell(target=tmp_path / "map.pdf")


@pytest.fixture(params=list(Language))
def pane(qtbot, request, shell):
    with opened_office() as office:
        made = MapPane()
        qtbot.addWidget(made)
        made.set_language(request.param)
        presenter = MapPresenter(made, office, shell, request.param)
        made.bind(presenter)
        presenter.start()
        made.resize(1100, 650)
        made.show()
        yield made


def chosen(pane):
    return pane.table.chosen().country.code


def middle(pane, code):
    shapes = [shape for drawn, shape in pane.map._drawn if drawn == code]
    return shapes[0].boundingRect().center()


def test_a_click_on_the_map_chooses_the_line_and_says_why(pane, qtbot):
    qtbot.mouseClick(pane.map, Qt.MouseButton.LeftButton, pos=middle(pane, "AU").toPoint())
    assert chosen(pane) == "AU"
    assert any(said in pane._reason.text() for said in ("シドニー事務所", "Sydney Office"))


def test_the_arrow_keys_go_from_country_to_country(pane, qtbot):
    before = chosen(pane)
    qtbot.keyClick(pane.map, Qt.Key.Key_Right)
    assert chosen(pane) != before
    qtbot.keyClick(pane.map, Qt.Key.Key_Left)
    assert chosen(pane) == before
    assert pane.map.accessibleDescription()


def test_a_tiny_territory_is_met_from_beside_it(pane):
    assert pane.map.country_at(middle(pane, "SG") + QPointF(3, 2)) == "SG"


def test_another_day_shows_another_map_and_a_wrong_one_is_said(pane, qtbot):
    pane.day.put("2016-04-01")
    qtbot.keyClick(pane.day.line, Qt.Key.Key_Return)
    assert pane.map._shown["LK"][1] == 0
    pane.day.put("R8.2.30")
    qtbot.keyClick(pane.day.line, Qt.Key.Key_Return)
    assert pane.day.box.property("invalid")


def test_the_map_is_saved_as_pdf(pane, shell):
    pane.save.click()
    assert shell.target.exists()
    assert shell.said


def test_parts_of_the_world_are_shown_larger(pane):
    small = middle(pane, "CH")
    pane.region.setCurrentIndex(1)
    pane.region.activated.emit(1)
    assert pane.map.region.key == "europe"
    assert middle(pane, "CH") != small
    pane.grab()


def test_purposes_are_chosen(pane):
    pane.purpose.setCurrentIndex(pane.purpose.findData(Purpose.RESEARCH))
    pane.purpose.activated.emit(0)
    assert pane.map._shown["IT"][1] == 3


def test_the_table_behind_the_map_is_reached_and_walked_by_the_keyboard(pane, qtbot):
    pane.map.setFocus()
    qtbot.keyClick(pane.map, Qt.Key.Key_Tab)
    assert pane.table.hasFocus()
    before = chosen(pane)
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert chosen(pane) != before
    assert pane.map._chosen == chosen(pane)


def test_the_chosen_country_is_told_with_its_documents(pane):
    pane._choose_country("LK")
    assert any(said in pane._reason.text() for said in ("（根拠：", "(source: "))


def legend(pane):
    return [one.text() for one in pane.findChildren(QLabel) if one.objectName() == "sub" and one.isVisible()]


def test_the_legend_explains_the_hatch_of_a_country_answered_for_in_part(pane):
    assert any(one.startswith("3 ") and one.endswith(("一部の地域のみ", "in part only")) for one in legend(pane))
    pane.purpose.setCurrentIndex(pane.purpose.findData(Purpose.RESEARCH))
    pane.purpose.activated.emit(0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(one.endswith(("一部の地域のみ", "in part only")) for one in legend(pane))
