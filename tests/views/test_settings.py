"""The page of settings: the sender block goes up as typed, rules are entered beside their table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from clair_desktop.domain.fiscal_year import FiscalYear
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
    presenter.choose_rules("economic_grant", FiscalYear(2026))
    return made


@pytest.fixture
def presenter(page) -> Remembering:
    remembering = Remembering()
    page.bind(remembering)
    return remembering


def choose(page: SettingsPage, key: str) -> None:
    keys = [one.key for one in page.rules.table.lines.lines]
    page.rules.table.choose(keys.index(key))


def test_the_sender_block_goes_up_as_it_is_typed(page, presenter) -> None:
    page.branch.lines["phone"].put("022-211-2276")
    page.branch.flags["seal_omitted"].setChecked(False)
    page.branch.save.click()
    texts, flags = presenter.last("save")
    assert texts["phone"] == "022-211-2276"
    assert texts["sender_title_ja"] == "宮城県支部長"
    assert flags["seal_omitted"] is False


def test_a_complaint_stands_at_its_line(page) -> None:
    page.show_complaint("email", Wording("読めません。", "Does not read."))
    assert page.branch.lines["email"].box.property("invalid")
    page.show_complaint("source_title", Wording("根拠を入力してください。", "Give the source."))
    assert page.rules.entry.title.box.property("invalid")


def test_a_rule_shows_its_standing_its_source_and_how_to_type_it(page, language) -> None:
    choose(page, "cap_abroad")
    entry = page.rules.entry
    assert entry.shown_texts()[0] in ("上限額（主として海外）", "cap (mainly abroad)")
    assert "5,000,000" in entry.shown_texts()
    assert any("2025" in text for text in entry.shown_texts())
    assert not entry.withdraw.isVisibleTo(entry)


def test_a_value_and_its_source_are_entered_by_the_keyboard(page, presenter, qtbot) -> None:
    choose(page, "rounding_unit")
    entry = page.rules.entry
    entry.value.put("1,000円")
    entry.title.put("令和8年度募集要領")
    entry.place.put("第5条")
    qtbot.keyClick(entry.place.line, Qt.Key.Key_Return)
    assert presenter.last("enter_rule") == ("rounding_unit", "1,000円", "令和8年度募集要領", "第5条")


def test_an_own_entry_may_be_withdrawn_and_what_was_typed_is_gone(page, office, language) -> None:
    choose(page, "rounding_unit")
    page.rules.entry.value.put("1,000円")
    page.rules.entry.title.put("令和8年度募集要領")
    page.rules.entry.enter.click()
    assert page.rules.table.chosen().entered
    assert page.rules.entry.withdraw.isVisibleTo(page.rules.entry)
    assert page.rules.entry.value.text() == ""
    page.rules.entry.withdraw.click()
    assert not page.rules.table.chosen().entered


def test_a_refused_entry_keeps_what_was_typed(page, language) -> None:
    choose(page, "headquarters_deadline")
    page.rules.entry.value.put("令和8年2月30日")
    page.rules.entry.title.put("通知")
    page.rules.entry.enter.click()
    assert page.rules.entry.value.text() == "令和8年2月30日"
    assert page.rules.entry.value.box.property("invalid")


def test_only_what_is_to_be_confirmed_can_be_listed(page, office) -> None:
    choose(page, "rounding_unit")
    page.rules.entry.value.put("1,000円")
    page.rules.entry.title.put("令和8年度募集要領")
    page.rules.entry.enter.click()
    whole = page.rules.table.lines.rowCount()
    page.rules.only.setChecked(True)
    assert page.rules.table.lines.rowCount() == whole - 1
    assert not any(one.decided for one in page.rules.table.lines.lines)


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
    rules = [page.rules.programme, page.rules.year, page.rules.table, page.rules.entry.value.box, page.parts]
    assert all(one.accessibleName() for one in (*boxes, *rules))


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
