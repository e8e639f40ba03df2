"""The page of forms: a tree of packs, the specimen's pages, and the list for a municipality."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.forms import FormsPresenter
from clair_desktop.services.office import Office
from clair_desktop.views.forms import FormsPage
from tests.presenters.stand import Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def made(qtbot, office) -> Iterator[FormsPage]:
    page = FormsPage(Language.JA)
    qtbot.addWidget(page)
    presenter = FormsPresenter(page, office, RememberingShell(), Language.JA)
    page.bind(presenter)
    presenter.start()
    yield page
    page.pages.show_pages(None)


@pytest.fixture
def presenter(made) -> Remembering:
    remembering = Remembering()
    made.bind(remembering)
    return remembering


def test_every_programme_stands_in_the_tree_with_its_packs(made, office) -> None:
    assert made.tree.topLevelItemCount() == len(office.programmes())
    for place, programme in enumerate(office.programmes().values()):
        item = made.tree.topLevelItem(place)
        assert item.text(0) == programme.name.ja
        asked = [one.name.ja for one in programme.packs if one.kept_for is None]
        assert [item.child(n).text(0) for n in range(item.childCount())] == asked


def test_papers_that_stay_at_the_branch_are_marked(made) -> None:
    papers = made.tree.findItems("控", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    english = made.tree.findItems("kept by the branch", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    assert papers or english


def test_the_first_pack_is_looked_at_from_the_start(made) -> None:
    assert made.pages.column.count() > 0
    assert made.asked.lines.rowCount() > 0
    assert made.save.isEnabled()


def test_the_arrow_keys_choose_another_pack(made, presenter, qtbot, office) -> None:
    qtbot.keyClick(made.tree, Qt.Key.Key_Down)
    key = next(iter(office.programmes()))
    assert presenter.last("choose") == (key, office.programmes()[key].packs[1].key)


def test_a_language_and_saving_are_told_to_the_presenter(made, presenter) -> None:
    made.spoken[2].click()
    assert presenter.last("choose_languages") == (Language.JA, Language.EN)
    made.save.click()
    assert presenter.heard("save")


def test_a_specimen_that_cannot_be_made_says_why(made, office) -> None:
    page = made.shown
    assert page is not None
    from dataclasses import replace

    made.show_pack(replace(page, specimen=None, trouble=Wording("書体にない文字です。", "No font has this character.")))
    assert made.pages.column.count() == 0
    assert made.trouble.text() == "書体にない文字です。"
    assert not made.save.isEnabled()


def test_the_list_for_a_municipality_is_copied_with_its_heads_and_enclosures(made, presenter) -> None:
    made.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == made.asked.lines.rowCount() + 2
    assert lines[1].split("\t")[1] == made.asked.lines.lines[0].label.ja
    assert presenter.heard("copied")


def test_every_part_has_a_name_in_both_languages(made) -> None:
    for language in Language:
        made.set_language(language)
        assert all(one.accessibleName() for one in (made.tree, made.pages, made.asked, *made.spoken))


def test_the_chosen_pack_stays_chosen_when_the_office_changes(made, office) -> None:
    presenter = FormsPresenter(made, office, RememberingShell(), Language.JA)
    made.bind(presenter)
    presenter.start()
    last = made.tree.topLevelItem(made.tree.topLevelItemCount() - 1)
    made.tree.setCurrentItem(last.child(1))
    chosen = made.shown.pack.key
    presenter.start()
    assert made.shown.pack.key == chosen
    assert made.tree.currentItem().text(0) == made.shown.pack.name.ja
