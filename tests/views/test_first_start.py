"""The first start, by the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.first_start import FirstStartPresenter
from clair_desktop.services.office import Office
from clair_desktop.views.first_start import FirstStartDialog
from tests.presenters.stand import RememberingShell, opened_office
from tests.programmes.few import few_programmes  # noqa: F401  # a fixture

Accepted = FirstStartDialog.DialogCode.Accepted


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office(branch=None) as opened:
        yield opened


@pytest.fixture(params=list(Language))
def dialog(qtbot, request, office) -> FirstStartDialog:
    made = FirstStartDialog(None, request.param)
    qtbot.addWidget(made)
    presenter = FirstStartPresenter(made, office, RememberingShell(), request.param)
    made.bind(presenter)
    presenter.start()
    return made


def test_typing_a_reading_and_enter_begins_with_that_branch(dialog, qtbot, office) -> None:
    dialog.picker.search.put("みやぎ")
    qtbot.keyClick(dialog.picker.search.line, Qt.Key.Key_Return)
    assert dialog.result() == Accepted
    assert office.branch.get().name.ja == "宮城県支部"


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of size hints
def test_the_arrow_goes_into_the_list_and_enter_chooses(dialog, qtbot, office) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    dialog.picker.search.line.setFocus()
    qtbot.waitUntil(dialog.picker.search.line.hasFocus)
    qtbot.keyClick(dialog.picker.search.line, Qt.Key.Key_Down)
    assert dialog.picker.table.hasFocus()
    qtbot.keyClick(dialog.picker.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.picker.table, Qt.Key.Key_Return)
    assert dialog.result() == Accepted
    assert office.branch.get().name.ja == "札幌市支部"


def test_without_a_branch_it_stays_open_and_says_what_to_do(dialog, office) -> None:
    dialog.begin.click()
    assert dialog.complaint.text()
    assert dialog.result() != Accepted
    assert office.branch.get().branch is None


def test_leaving_keeps_nothing(dialog, qtbot, office) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() != Accepted
    assert office.branch.get().branch is None


def test_a_search_without_result_says_so(dialog) -> None:
    dialog.picker.search.put("ナルニア")
    assert dialog.picker.nothing.isVisibleTo(dialog)
    assert dialog.picker.chosen() is None


def test_the_language_changes_the_dialog_at_once(dialog, office) -> None:
    before = dialog.picker.table.lines.data(dialog.picker.table.lines.index(0, 0))
    other = next(one for one, radio in dialog.languages.items() if not radio.isChecked())
    dialog.languages[other].click()
    assert dialog.picker.table.lines.data(dialog.picker.table.lines.index(0, 0)) != before
    dialog.picker.search.put("222101")
    dialog.begin.click()
    assert (office.branch.get().name.ja, office.branch.get().language) == ("静岡県支部", other)


def test_the_sample_office_is_miyagis_and_holds_sample_cases_only(few_programmes, dialog, office) -> None:  # noqa: F811  # the fixture
    dialog.sample.click()
    assert dialog.result() == Accepted
    assert (office.branch.get().name.ja, office.branch.get().demonstration) == ("宮城県支部", True)
    lines = office.cases.lines()
    assert lines
    assert all(line.sample for line in lines)
