"""設定: the sender block, the language, the branch, and the way to the rules."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.settings import SettingsPresenter
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering(ask_branch="041009")


@pytest.fixture
def shell() -> RememberingShell:
    return RememberingShell()


@pytest.fixture
def spoken() -> list[Language]:
    return []


@pytest.fixture
def presenter(view, office, shell, spoken) -> SettingsPresenter:
    made = SettingsPresenter(view, office, shell, Language.JA, speak=spoken.append)
    made.start()
    return made


def test_the_sender_block_is_shown_and_kept(presenter, view, office) -> None:
    sheet = view.last("show_profile")
    texts = {**sheet.texts, "section_ja": "経済商工観光部 国際政策課", "phone": "022-211-2276"}
    presenter.save(texts, {**sheet.flags, "seal_omitted": False})
    kept = office.branch.get()
    assert kept.section == Wording("経済商工観光部 国際政策課", "経済商工観光部 国際政策課")
    assert kept.phone == "022-211-2276"
    assert not kept.seal_omitted


@pytest.mark.parametrize(("field", "text"), [("email", "宮城県"), ("email", "a b@c"), ("sender_title_ja", " ")])
def test_what_cannot_stand_on_a_letter_is_said_and_nothing_is_kept(presenter, view, office, field, text) -> None:
    before = office.branch.get()
    presenter.save({**view.last("show_profile").texts, field: text, "phone": "022"}, view.last("show_profile").flags)
    assert view.last("show_complaint")[0] == field
    assert office.branch.get() == before


def test_a_language_is_kept_and_spoken_at_once(presenter, office, spoken) -> None:
    presenter.choose_language(Language.EN)
    assert office.branch.get().language is Language.EN
    assert spoken == [Language.EN]


def test_another_branch_is_asked_for_twice_and_then_kept(presenter, view, office, shell) -> None:
    presenter.change_branch()
    assert "仙台市支部" in shell.questions[0].ja
    assert office.branch.get().sender_title.ja == "仙台市支部長"


def test_a_person_who_goes_back_keeps_the_branch(presenter, office, shell) -> None:
    shell.agrees = False
    presenter.change_branch()
    assert office.branch.get().name.ja == "宮城県支部"


def test_the_rules_are_one_click_away(view, office, shell) -> None:
    went: list[str] = []
    presenter = SettingsPresenter(view, office, shell, Language.JA, go_to_rules=lambda: went.append("rules"))
    presenter.open_rules()
    assert went == ["rules"]


def test_the_data_folder_is_shown_and_opened(presenter, view, office, shell) -> None:
    assert view.last("show_about").folder == office.folder
    presenter.open_folder()
    assert shell.opened == [office.folder]
