"""設定: the sender block, the language, and the rules a branch enters with their sources."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
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
    made = SettingsPresenter(view, office, shell, Language.JA, spoken.append)
    made.start()
    return made


def rule(view: Remembering, key: str):
    return next(one for one in view.last("show_rules").rules if one.key == key)


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


def test_rules_of_2025_are_decided_and_those_of_2026_carried_forward(presenter, view) -> None:
    presenter.choose_rules("economic_grant", FiscalYear(2025))
    assert rule(view, "cap_abroad").standing.words.ja == "決定済"
    presenter.choose_rules("economic_grant", FiscalYear(2026))
    assert rule(view, "cap_abroad").standing.words.ja == "要確認（令和7年度の定め）"
    assert rule(view, "cap_abroad").value.ja == "5,000,000"


def test_a_year_before_every_document_knows_nothing(presenter, view) -> None:
    presenter.choose_rules("economic_grant", FiscalYear(2024))
    sheet = view.last("show_rules")
    assert rule(view, "rate").standing.words.ja == "定めが確認できません"
    assert sheet.to_confirm == len(sheet.rules)


@pytest.mark.parametrize(
    ("key", "typed", "shown"),
    [
        ("rounding_unit", "1,000円", "1,000"),
        ("rate", "2/3", "2/3"),
        ("headquarters_deadline", "令和8年10月30日", "令和8年10月30日"),
        ("branch_lead_days", "14日", "14"),
    ],
)
def test_what_headquarters_told_is_entered_as_it_is_typed(presenter, view, key, typed, shown) -> None:
    presenter.choose_rules("economic_grant", FiscalYear(2026))
    before = view.last("show_rules").to_confirm
    presenter.enter_rule(key, typed, "令和8年度募集要領", "第5条")
    entered = rule(view, key)
    assert (entered.value.ja, entered.standing.words.ja, entered.mark.ja) == (shown, "支部入力", "支部入力")
    assert (entered.source.title.ja, entered.source.locator.ja) == ("令和8年度募集要領", "第5条")
    assert view.last("show_rules").to_confirm == before - 1


@pytest.mark.parametrize(
    ("typed", "source", "field"),
    [("", "募集要領", "value"), ("いくらか", "募集要領", "value"), ("1,000円", " ", "source_title")],
)
def test_an_entry_without_value_or_source_is_refused_beside_its_box(presenter, view, typed, source, field) -> None:
    presenter.choose_rules("economic_grant", FiscalYear(2026))
    presenter.enter_rule("rounding_unit", typed, source, "")
    assert view.last("show_complaint")[0] == field
    assert not rule(view, "rounding_unit").entered


def test_an_own_entry_is_withdrawn_and_the_published_value_stands_again(presenter, view) -> None:
    presenter.choose_rules("economic_grant", FiscalYear(2025))
    presenter.enter_rule("cap_abroad", "4,000,000", "本部からの通知", "")
    assert rule(view, "cap_abroad").value.ja == "4,000,000"
    presenter.withdraw_rule("cap_abroad")
    assert rule(view, "cap_abroad").value.ja == "5,000,000"


def test_an_entry_of_one_year_does_not_decide_another(presenter, view) -> None:
    presenter.choose_rules("economic_grant", FiscalYear(2026))
    presenter.enter_rule("rounding_unit", "1,000円", "令和8年度募集要領", "")
    presenter.choose_rules("economic_grant", FiscalYear(2025))
    assert rule(view, "rounding_unit").value.ja == "―"


def test_the_data_folder_is_shown_and_opened(presenter, view, office, shell) -> None:
    assert view.last("show_about").folder == office.folder
    presenter.open_folder()
    assert shell.opened == [office.folder]
