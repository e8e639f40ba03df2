"""The page of settings: the sender block goes up as typed, language and data are chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.branch_choice import BranchFinder
from clair_desktop.presenters.settings import SettingsPresenter
from clair_desktop.services.office import Office
from clair_desktop.views.branch_picker import BranchDialog
from clair_desktop.views.settings import SettingsPage
from tests.presenters.stand import TODAY, Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def page(qtbot, language, office) -> SettingsPage:
    made = SettingsPage(language)
    qtbot.addWidget(made)
    presenter = SettingsPresenter(made, office, RememberingShell(), language)
    made.bind(presenter)
    presenter.start()
    return made


@pytest.fixture
def presenter(page) -> Remembering:
    remembering = Remembering()
    page.bind(remembering)
    return remembering


def test_the_sender_block_goes_up_as_it_is_typed(page, presenter) -> None:
    page.branch.lines["phone"].put("022-211-2276")
    page.branch.flags["seal_omitted"].setChecked(False)
    page.branch.save.click()
    texts, flags = presenter.last("save")
    assert texts["phone"] == "022-211-2276"
    assert texts["sender_title_ja"] == "宮城県支部長"
    assert flags["seal_omitted"] is False


def test_what_is_typed_is_waiting_until_it_is_saved(page) -> None:
    assert not page.is_typing()
    page.branch.lines["phone"].put("022-211-2276")
    assert page.is_typing()
    page.branch.save.click()
    assert not page.is_typing()
    page.branch.flags["seal_omitted"].setChecked(False)
    assert page.is_typing()
    page.branch.save.click()
    page.branch.lines["email"].put("読めない")
    page.branch.save.click()
    assert page.is_typing()


def test_a_complaint_stands_at_its_line(page) -> None:
    page.show_complaint("email", Wording("読めません。", "Does not read."))
    assert page.branch.lines["email"].box.property("invalid")


def test_the_rules_are_one_click_away(page, presenter) -> None:
    page.rules.click()
    assert presenter.heard("open_rules")


def test_another_language_is_chosen_at_a_click(page, presenter, language) -> None:
    other = next(one for one in Language if one is not language)
    page.languages[other].click()
    assert presenter.last("choose_language") is other


def test_folder_version_and_licences_are_shown(page, presenter, office) -> None:
    assert page.folder.text() == str(office.folder)
    page.open_folder.click()
    assert presenter.heard("open_folder")
    licences = [part[1] for part in page.parts.lines.lines]
    assert "LGPL-3.0" in licences


def test_another_branch_is_found_and_chosen_by_the_keyboard(qtbot, page, office, language) -> None:
    dialog = BranchDialog(page, language, BranchFinder(office.names, TODAY.date()).find)
    qtbot.addWidget(dialog)
    dialog.picker.search.put("せんだい")
    qtbot.keyClick(dialog.picker.search.line, Qt.Key.Key_Return)
    assert dialog.result() == BranchDialog.DialogCode.Accepted
    assert dialog.picker.chosen() == "041009"


def test_every_box_has_a_name(page) -> None:
    boxes = [line.box for line in page.branch.lines.values()]
    assert all(one.accessibleName() for one in (*boxes, page.parts))


def test_what_is_typed_and_not_saved_survives_a_change_of_language(page, office, language) -> None:
    other = next(one for one in Language if one is not language)
    page.branch.lines["phone"].put("022-211-2276")
    page.set_language(other)
    presenter = SettingsPresenter(page, office, RememberingShell(), other)
    page.bind(presenter)
    presenter.start()
    assert page.branch.lines["phone"].text() == "022-211-2276"


def test_what_was_saved_and_undone_is_shown_as_it_now_is(page, office) -> None:
    page.branch.lines["phone"].put("022-211-2276")
    page.branch.save.click()
    office.undo()
    page._presenter.reload()
    assert page.branch.lines["phone"].text() == ""


def test_another_branch_brings_its_title_and_leaves_what_is_typed(page, office) -> None:
    page.branch.lines["phone"].put("022-214-1260")
    office.branch.choose_branch("041009")
    page._presenter.reload()
    assert page.branch.lines["sender_title_ja"].text() == "仙台市支部長"
    assert page.branch.lines["phone"].text() == "022-214-1260"
