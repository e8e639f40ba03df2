"""Comparing by keyboard, and going from a printed value to its box."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clair_desktop.domain.documents import Asked
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import CaseEntryPresenter
from clair_desktop.presenters.preview import PreviewPresenter
from clair_desktop.services.office import Office
from clair_desktop.views.case_entry import DOCUMENTS, ENTRY, CaseEntryPane
from clair_desktop.views.preview import PreviewPane
from clair_desktop.views.rows_table import RowsBox
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import ImmediateTasks, Remembering, RememberingShell, opened_office
from tests.views.accessibility import nameless


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def pane(qtbot: QtBot, office: Office) -> Iterator[CaseEntryPane]:
    """A case that was sent, and whose title was changed since."""
    case = worked(office, GRANT)
    sent = office.steps.take(case.number, "transmit", on=date(2026, 11, 20), document_number="国際第101号")
    office.cases.save(case.number, {**sent.answers, "title": "直した事業名"})
    made, shell = CaseEntryPane(Language.JA), RememberingShell()
    made.resize(760, 700)
    qtbot.addWidget(made)
    documents = PreviewPresenter(made.documents, office, shell, Language.JA, made.go_to_answer, tasks=ImmediateTasks())
    entry = CaseEntryPresenter(made, office, shell, Language.JA, [documents.show])
    made.bind(entry)
    made.documents.bind(documents)
    for other in (made.enclosures, made.history):
        other.bind(Remembering())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    entry.show(case.id)
    made.show_tab(DOCUMENTS)
    yield made
    made.documents.reader.show_pages(None)
    documents.close()


def test_changed_pages_are_listed_marked_and_turned_to_by_arrow_keys(pane: CaseEntryPane) -> None:
    documents = pane.documents
    documents.compare.trigger()
    comparison = documents.comparison
    assert comparison.isVisible()
    assert "国際第101号" in comparison.told.text()
    assert "直した事業名" in comparison.lines.item(0).text()
    last = comparison.lines.count() - 1
    QTest.keyClick(comparison.lines, Qt.Key.Key_End)
    assert comparison.lines.currentRow() == last
    assert documents.pages.page() > 0
    assert nameless(documents) == []


def test_the_pages_of_then_come_and_go_and_are_never_printed(
    pane: CaseEntryPane, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    documents = pane.documents
    documents.compare.trigger()
    now = documents.pages.column.pages()
    documents.comparison.turn.click()
    assert documents.comparison.shows_before
    then = documents.pages.column.pages()
    assert then is not None
    assert then is not now
    assert "直した事業名" not in then.text(0)
    monkeypatch.setattr("clair_desktop.views.printing.ask_and_print", lambda *_given, **_asked: False)
    documents.print.click()
    assert not documents.comparison.shows_before
    pages = documents.pages.column.pages()
    assert pages is not None
    assert "直した事業名" in pages.text(0)


def test_another_file_ends_the_comparison(pane: CaseEntryPane) -> None:
    pane.documents.compare.trigger()
    pane.documents.spoken["en"].click()
    assert not pane.documents.comparison.isVisible()


def test_ctrl_f_searches_from_any_box_of_the_documents(pane: CaseEntryPane) -> None:
    documents = pane.documents
    documents.number.setFocus()
    QTest.keyClick(documents.number, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert documents.reader.search.isVisible()


def press(documents: PreviewPane, asked: Asked) -> None:
    presenter = documents._presenter
    spot = next(one for one in presenter.spots() if one.asked == asked)
    documents.pages.go_to_page(spot.page)
    place = documents.pages.column.place_of(spot.page)
    factor = place.width() / documents.pages.column.pages().sizes[spot.page].width()
    at = place.topLeft().toPoint()
    at.setX(at.x() + int((spot.x + spot.width / 2) * factor))
    at.setY(at.y() + int((spot.y + spot.height / 2) * factor))
    QTest.mouseMove(documents.pages.column, at)
    QTest.mouseClick(documents.pages.column, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_press_on_a_value_goes_to_its_box(pane: CaseEntryPane) -> None:
    press(pane.documents, Asked("title"))
    assert pane.tabs.currentIndex() == ENTRY
    assert pane.focusWidget() is pane.form.frames["title"].box


def test_a_press_on_a_value_of_a_table_goes_to_its_cell(pane: CaseEntryPane) -> None:
    press(pane.documents, Asked("cost_breakdown", 2, "amount"))
    assert pane.tabs.currentIndex() == ENTRY
    box = pane.form.frames["cost_breakdown"].box
    assert isinstance(box, RowsBox)
    current = box.grid.currentIndex()
    assert current.row() == 1
    assert box.model.field.columns[current.column()].key == "amount"


def test_enter_on_a_found_value_goes_to_its_box(qtbot: QtBot, pane: CaseEntryPane) -> None:
    search = pane.documents.reader.search
    search.ask()
    search.line.setText("直した事業名")
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: search.current() is not None)
    QTest.keyClick(search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pane.tabs.currentIndex() == ENTRY
    assert pane.focusWidget() is pane.form.frames["title"].box
