"""The first start: a branch or the sample office, and nothing in between."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.first_start import FirstStartPresenter
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office(branch=None) as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


@pytest.fixture
def presenter(view, office, shell) -> FirstStartPresenter:
    made = FirstStartPresenter(view, office, shell, Language.JA)
    made.start()
    return made


def test_all_67_branches_are_offered(view, presenter) -> None:
    assert len(view.last("show_branches")) == 67


def test_without_a_branch_nothing_begins_and_nothing_is_kept(presenter, view, office) -> None:
    presenter.speak(Language.EN)
    presenter.begin(None)
    assert view.heard("show_complaint")
    assert not view.heard("finish")
    assert (office.branch.get().branch, office.branch.get().language) == (None, Language.JA)


def test_a_chosen_branch_is_kept_with_the_language(presenter, view, office) -> None:
    presenter.speak(Language.EN)
    presenter.begin("040002")
    kept = office.branch.get()
    assert (kept.name.ja, kept.language, kept.demonstration) == ("宮城県支部", Language.EN, False)
    assert view.heard("finish")


def test_a_change_of_language_keeps_what_was_searched(presenter, view) -> None:
    presenter.search("みや")
    presenter.speak(Language.EN)
    assert [one.name.en for one in view.last("show_branches")] == [
        "Miyagi Prefecture Branch",
        "Miyazaki Prefecture Branch",
    ]


def test_the_sample_office_says_what_it_is_before_it_is_made(presenter, view, office, shell) -> None:
    shell.agrees = False
    presenter.demonstrate()
    assert "見本" in shell.questions[0].ja
    assert office.branch.get().branch is None
    assert not view.heard("finish")


def test_an_office_in_use_is_not_made_a_sample(presenter, view, office) -> None:
    office.branch.choose_branch("220001")
    presenter.demonstrate()
    assert view.heard("show_complaint")
    assert (office.branch.get().name.ja, office.branch.get().demonstration) == ("静岡県支部", False)
