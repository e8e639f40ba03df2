"""The directory's bodies in the window, in both languages and by the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from clair_desktop.app import pages
from clair_desktop.domain.directory import Attribute
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.directory_files import OfferedLine, ShownIntake, WrongCell
from clair_desktop.services.office import Office
from clair_desktop.views.body_dialogs import ValueDialog
from clair_desktop.views.directory import DirectoryPage
from clair_desktop.views.directory_intake import IntakeDialog
from clair_desktop.views.newer_values import NewerValues
from tests.presenters.stand import TODAY, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def page(qtbot, language, office) -> DirectoryPage:
    made = DirectoryPage(language)
    qtbot.addWidget(made)
    made.resize(1190, 700)
    pages._directory(made, office, RememberingShell(), language)
    made.show()
    return made


def texts(part, place: int) -> list[str]:
    model = part.table.lines
    return [model.data(model.index(row, place)) for row in range(model.rowCount())]


def choose(page, key: str) -> None:
    lines = [one.key for one in page.bodies.list.table.lines.lines]
    page.bodies.list.table.choose(lines.index(key))


def test_a_chosen_bodys_values_timeline_and_documents_are_shown(page, language) -> None:
    choose(page, "london")
    sheet = page.bodies.sheet
    assert Wording("2025年資料に記載なし", "not printed in 2025").in_(language) in texts(sheet.used, 1)
    assert "44-20-7839-8191" in texts(sheet.timeline, 2)
    assert sheet.editions.table.lines.columnCount() == 6
    assert "44-20-7839-8191" in texts(sheet.editions, 3)


def test_typing_finds_and_the_day_box_answers_enter(page, qtbot) -> None:
    page.bodies.list.search.line.setText("シンガポール")
    qtbot.waitUntil(lambda: page.bodies.list.table.lines.rowCount() == 1)
    box = page.bodies.sheet.day
    box.line.setText("R2.1.1")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert any("Battery Road" in text for text in texts(page.bodies.sheet.used, 1))


def test_a_value_is_entered_by_the_keyboard(page, qtbot, office) -> None:
    choose(page, "seoul")

    def fill() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ValueDialog) and one.isVisible())
        dialog.boxes["attribute"].box.setCurrentIndex(dialog.boxes["attribute"].box.findData("postal_code"))
        dialog.value.setPlainText("04538")
        dialog.keep.click()
        assert dialog.isVisible()  # without a source nothing is kept
        assert dialog.boxes["document"].box.property("invalid")
        dialog.boxes["document"].box.setText("ソウル事務所からの連絡")
        dialog.keep.click()

    QTimer.singleShot(0, fill)
    page.bodies.sheet.acts["enter"].click()
    assert office.directory.body("seoul").value(Attribute.POSTAL_CODE, TODAY.date()) == "04538"
    page.bodies.sheet.tabs.setCurrentIndex(3)
    assert page.bodies.sheet.acts["undo"].isVisible()
    page.bodies.sheet.acts["undo"].click()
    assert office.directory.body("seoul").value(Attribute.POSTAL_CODE, TODAY.date()) == ""


def test_only_what_can_be_done_is_offered(page) -> None:
    choose(page, "seoul")
    acts = page.bodies.sheet.acts
    assert acts["correct"].isEnabled()
    assert not acts["restore"].isVisible()
    page.bodies.sheet.tabs.setCurrentIndex(2)
    assert not acts["correct"].isEnabled()


def test_what_a_file_offers_and_what_is_wrong_stand_side_by_side(page, language, qtbot) -> None:
    name, item = Wording("甲協会", "A"), Wording("電話番号", "Telephone")
    shown = ShownIntake(
        "協会.csv",
        [OfferedLine(name, item, Wording("―", "–"), Wording("022", "022"), 2)],
        [WrongCell(Wording("B3", "B3"), Wording("半角で入力", "Type half width"))],
        5,
    )
    dialog = IntakeDialog(page, language, shown)
    qtbot.addWidget(dialog)
    assert dialog.tabs.currentIndex() == 1
    assert dialog.take.isEnabled()
    dialog.take.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_about_clair_is_searched_as_one_types(page, language, qtbot) -> None:
    page.about.list.search.line.setText("1989")
    qtbot.waitUntil(lambda: 0 < page.about.list.table.lines.rowCount() < 10)
    assert page.about.told.toPlainText()


def test_newer_values_are_offered_and_taken_back(qtbot, language) -> None:
    turned = []
    made = NewerValues(lambda: turned.append(made.newest))
    qtbot.addWidget(made)
    made.show_newer([], language, newest=False)
    assert made.isHidden()
    made.show_newer([Wording("電話：1 → 2", "Tel: 1 → 2")], language, newest=False)
    assert "1 → 2" in made.told.text()
    made.turn.click()
    assert turned == [True]
