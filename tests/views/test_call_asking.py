"""The question whom to ask: all, some from the list, or others by their names."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.calls import AskWish, CallsPresenter
from clair_desktop.views.call_asking import AskDialog
from tests.presenters.stand import Remembering, RememberingShell
from tests.views.accessibility import nameless


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1198, 640)
    return made


@pytest.fixture
def presenter(office, language) -> CallsPresenter:
    return CallsPresenter(Remembering(), office, RememberingShell(), language, opens=lambda _id: None)


@pytest.fixture
def dialog(qtbot, page, presenter, language) -> Iterator[AskDialog]:
    wishes: list[AskWish] = []

    def asks(wish: AskWish) -> Refusal | None:
        wishes.append(wish)
        return None if wish.every or wish.codes or wish.others else Refusal(Wording("指定してください。", "Name them."))

    made = AskDialog(page, language, "募集", presenter.found, asks)
    made.wishes = wishes
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_that_the_branch_serves_are_offered_first(dialog) -> None:
    assert "34" in dialog.ways[0].text()
    dialog.add.click()
    assert dialog.wishes == [AskWish(every=True)]
    assert not dialog.isVisible()


def test_some_are_picked_from_the_list_after_a_search(dialog) -> None:
    dialog.ways[1].click()
    assert dialog.table.lines.rowCount() == 34
    dialog.search.put("富士市")
    dialog.table.choose(0)
    dialog.add.click()
    assert dialog.wishes == [AskWish(codes=["222101"])]


def test_bodies_without_a_code_are_named_and_nobody_at_all_is_refused_there(dialog) -> None:
    dialog.ways[2].click()
    dialog.add.click()
    assert dialog.isVisible()
    assert not dialog.trouble.isHidden()
    dialog.names.setPlainText("公益財団法人宮城県国際化協会\n\n")
    dialog.add.click()
    assert dialog.wishes[-1] == AskWish(others=["公益財団法人宮城県国際化協会"])


def test_the_question_whom_to_ask_has_a_name_for_everything(dialog) -> None:
    for way in dialog.ways:
        way.click()
        assert nameless(dialog) == []
