"""The panel of headquarters' blanks and the mapping window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from clair_desktop.domain.blanks import Match, Shape
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.blank_mapping import BlankMapping
from clair_desktop.presenters.blanks import BlanksPresenter
from clair_desktop.views.blank_mapping import BlankMappingDialog
from clair_desktop.views.blanks import BlanksPanel, ImportDialog
from tests.official_blanks import paper, workbook
from tests.presenters.stand import RememberingShell
from tests.services.casework import GRANT, grant
from tests.views.accessibility import nameless


@pytest.fixture
def shell(tmp_path) -> RememberingShell:
    file = tmp_path / "様式第1号.xlsx"
    file.write_bytes(workbook())
    return RememberingShell(source=file)


@pytest.fixture
def blank(office, shell):
    grant(office)
    return office.blanks.add(GRANT, 2025, shell.source, name="様式第1号", source="募集通知")


@pytest.fixture(params=list(Language))
def dialog(qtbot, request, office, blank, shell):
    made = BlankMappingDialog(None, BlankMapping(office, blank, shell, request.param))
    qtbot.addWidget(made)
    made.show()
    return made


def grid_text(dialog, cell: tuple[int, int]) -> str:
    return dialog.grids[0].item(*cell).text()


def test_a_place_chosen_in_the_drawing_is_mapped_and_shows_the_cases_value(dialog, office) -> None:
    dialog.grids[0].setCurrentCell(4, 1)
    assert dialog.places.chosen().place.key == "様式第1号!B5"
    dialog.value.setCurrentIndex(dialog.value.findData("applicant"))
    dialog.value.activated.emit(dialog.value.currentIndex())
    assert grid_text(dialog, (4, 1)) in ("静岡県富士市", "Fuji City, Shizuoka")
    assert dialog.places.chosen().match.value == "applicant"
    dialog.confirm.click()
    assert office.blanks.get(GRANT, 2025, "様式第1号").confirmed


def test_the_drawing_has_the_sheets_merged_cells_and_says_why_a_place_is_closed(dialog) -> None:
    assert dialog.grids[0].columnSpan(4, 1) == 6
    assert "C16" in dialog.grids[0].item(15, 2).toolTip()
    dialog.grids[0].setCurrentCell(15, 2)
    assert not dialog.value.isEnabled()
    assert dialog.note.text()


def test_typing_a_part_of_a_name_and_the_keyboard_alone_map_a_place(dialog, qtbot) -> None:
    dialog.places.setFocus()
    qtbot.keyClick(dialog.places, Qt.Key.Key_Down)
    place = dialog.places.chosen().place.key
    told = dialog.value.itemText(dialog.value.findData("title"))
    dialog.value.setEditText(told)
    dialog.value.completer().activated[str].emit(told)
    assert dialog._mapping._matches[place].value == "title"
    qtbot.keyClick(dialog.places, Qt.Key.Key_Down)
    assert dialog.places.chosen().place.key != place


def test_shapes_follow_the_value_and_the_most_characters_are_kept(dialog) -> None:
    dialog.grids[0].setCurrentCell(8, 1)
    dialog.value.setCurrentIndex(dialog.value.findData("ends"))
    dialog.value.activated.emit(0)
    dialog.shape.setCurrentIndex(dialog.shape.findData(Shape.ERA_YEAR))
    dialog.shape.activated.emit(0)
    dialog.longest.setText("2")
    dialog._put()
    match = dialog._mapping._matches["様式第1号!B9"]
    assert (match.shape, match.longest) == (Shape.ERA_YEAR, 2)
    assert grid_text(dialog, (8, 1)) == "8"


def test_everything_in_the_mapping_window_has_a_name(dialog) -> None:
    assert nameless(dialog) == []


def test_a_document_is_drawn_by_its_paragraphs_with_its_places_beside(qtbot, office, tmp_path) -> None:
    file = tmp_path / "様式第2号.docx"
    file.write_bytes(paper())
    blank = office.blanks.add(GRANT, 2025, file, name="様式第2号", source="募集通知")
    made = BlankMappingDialog(None, BlankMapping(office, blank, RememberingShell(), Language.JA))
    qtbot.addWidget(made)
    made.show()
    assert made.sheets.tabText(0) == "本文"
    assert grid_text(made, (0, 0)) == "様式第2号"
    made.grids[0].setCurrentCell(1, 1)
    assert made.places.chosen().place.key == "applicant"
    made.reject()


@pytest.fixture(params=list(Language))
def panel(qtbot, request, office, blank, shell):
    made = BlanksPanel(request.param)
    qtbot.addWidget(made)
    presenter = BlanksPresenter(made, office, shell, request.param)
    made.bind(presenter)
    presenter.start()
    made.show()
    return made


def test_only_a_confirmed_blank_can_be_filled_from_the_panel(panel, office, blank) -> None:
    assert panel.map.isEnabled()
    assert not panel.fill.isEnabled()
    office.blanks.map(blank, [Match("様式第1号!B5", "applicant")])
    panel._presenter.start()
    assert panel.fill.isEnabled()
    assert nameless(panel) == []


def test_a_file_is_imported_by_the_questions_it_needs(panel, office) -> None:
    def answer() -> None:
        dialog = next(
            one for one in QApplication.topLevelWidgets() if isinstance(one, ImportDialog) and one.isVisible()
        )
        dialog.keep.click()
        assert dialog.isVisible()  # a name is needed
        dialog.boxes["name"].put("様式第3号")
        dialog.boxes["source"].put("募集通知")
        dialog.keep.click()

    QTimer.singleShot(0, answer)
    panel.add.click()
    assert {one.name for one in office.blanks.every()} == {"様式第1号", "様式第3号"}
