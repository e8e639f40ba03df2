"""The window as a whole: its branch, what can be undone, what was left unfinished, who hears of changes."""

from collections.abc import Iterator, Sequence

import pytest

from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.main_window import MainWindowPresenter
from clair_desktop.presenters.recovery import Unfinished
from clair_desktop.services.office import Office
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import RememberingShell, opened_office


class RememberingWindow:
    def __init__(self) -> None:
        self.branch = Wording("", "")
        self.demonstration = False
        self.undo: Wording | None = None
        self.unfinished: Sequence[Unfinished] = ()
        self.typing = False

    def show_branch(self, name: Wording, *, demonstration: bool) -> None:
        self.branch, self.demonstration = name, demonstration

    def show_undo(self, title: Wording | None) -> None:
        self.undo = title

    def show_unfinished(self, unfinished: Sequence[Unfinished]) -> None:
        self.unfinished = unfinished

    def is_typing(self) -> bool:
        return self.typing


class TellingShell(RememberingShell):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[Wording] = []

    def tell(self, message: Wording) -> None:
        self.told.append(message)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> RememberingWindow:
    return RememberingWindow()


@pytest.fixture
def heard() -> list[frozenset[int]]:
    return []


@pytest.fixture
def shell() -> TellingShell:
    return TellingShell()


@pytest.fixture
def presenter(
    view: RememberingWindow, office: Office, shell: TellingShell, heard: list[frozenset[int]]
) -> MainWindowPresenter:
    made = MainWindowPresenter(view, office, shell, heard.append)
    made.start()
    return made


def test_the_branch_stands_in_the_window(presenter: MainWindowPresenter, view: RememberingWindow) -> None:
    assert view.branch.ja == "宮城県支部"
    assert not view.demonstration


def test_everyone_hears_which_case_has_changed(
    presenter: MainWindowPresenter, view: RememberingWindow, office: Office, heard: list[frozenset[int]]
) -> None:
    case = worked(office, GRANT)
    assert heard == [frozenset({case.id})]
    assert view.undo is not None
    assert view.undo.ja == "受付：経済活動助成事業"


def test_undo_says_what_was_undone(
    presenter: MainWindowPresenter, office: Office, shell: TellingShell, heard: list[frozenset[int]]
) -> None:
    worked(office, GRANT)
    presenter.undo()
    assert office.cases.lines() == []
    assert shell.said[-1].ja == "元に戻しました：受付：経済活動助成事業"
    assert heard[-1] == frozenset()


def test_nothing_is_undone_under_what_is_being_typed(
    presenter: MainWindowPresenter, view: RememberingWindow, office: Office, shell: TellingShell
) -> None:
    worked(office, GRANT)
    view.typing = True
    presenter.undo()
    assert len(office.cases.lines()) == 1
    assert "保存していない入力" in shell.told[-1].ja


def test_what_was_left_unfinished_is_offered_at_the_start(
    view: RememberingWindow, office: Office, shell: TellingShell, heard: list[frozenset[int]]
) -> None:
    case = worked(office, GRANT)
    office.drafts.keep(case.id, {"title": "途中"}, case.version)
    presenter = MainWindowPresenter(view, office, shell, heard.append)
    presenter.start()
    assert [one.number for one in view.unfinished] == [case.number]
    presenter.forget_unfinished()
    assert view.unfinished == ()
    assert office.drafts.find(case.id) is not None
