"""規程: two years side by side, and what a branch enters with its source."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.rules import RulesPresenter
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def presenter(view, office) -> RulesPresenter:
    made = RulesPresenter(view, office, RememberingShell(), Language.JA)
    made.start()
    return made


def compared(view: Remembering, key: str):
    return next(one for one in view.last("show_rules").rules if one.now.key == key)


def rule(view: Remembering, key: str):
    return compared(view, key).now


def test_rules_of_2025_are_decided_and_those_of_2026_carried_forward(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2025))
    assert rule(view, "cap_abroad").standing.words.ja == "決定済"
    presenter.choose("economic_grant", FiscalYear(2026))
    assert rule(view, "cap_abroad").standing.words.ja == "要確認（令和7年度の定め）"
    assert rule(view, "cap_abroad").value.ja == "5,000,000"


def test_a_year_before_every_document_knows_nothing(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2024))
    sheet = view.last("show_rules")
    assert rule(view, "rate").standing.words.ja == "定めが確認できません"
    assert sheet.to_confirm == len(sheet.rules)


def test_two_years_stand_side_by_side_and_their_difference_is_said_in_words(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2026), FiscalYear(2025))
    sheet = view.last("show_rules")
    assert (sheet.year, sheet.beside) == (FiscalYear(2026), FiscalYear(2025))
    cap = compared(view, "cap_abroad")
    assert (cap.now.value.ja, cap.then.value.ja) == ("5,000,000", "5,000,000")
    assert cap.then.standing.words.ja == "決定済"
    assert cap.difference.words.ja == "値は同じ、確かさが違う"
    assert cap.now.source.checked_on


def test_a_value_that_changes_between_two_years_is_marked(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2026), FiscalYear(2025))
    presenter.enter_rule("cap_abroad", "4,000,000", "令和8年度募集要領", "第4条")
    cap = compared(view, "cap_abroad")
    assert cap.differs
    assert (cap.now.value.ja, cap.then.value.ja, cap.difference.words.ja) == ("4,000,000", "5,000,000", "値が違う")


def test_what_one_year_alone_gives_and_what_neither_does_are_told_apart(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2025), FiscalYear(2024))
    assert compared(view, "cap_abroad").difference.words.ja == "一方だけ定めあり"
    assert compared(view, "rounding_unit").difference.words.ja == "どちらも定めなし"
    assert not compared(view, "rounding_unit").differs


def test_beside_a_year_stands_the_one_before_it_unless_another_is_chosen(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2026))
    assert view.last("show_rules").beside == FiscalYear(2025)


def test_every_programme_can_be_compared_over_twenty_years(presenter, view, office) -> None:
    for programme in office.programmes():
        presenter.choose(programme, FiscalYear(2026), FiscalYear(2005))
        assert len(view.last("show_rules").rules) == len(office.programmes()[programme].rules)


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
    presenter.choose("economic_grant", FiscalYear(2026))
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
    presenter.choose("economic_grant", FiscalYear(2026))
    presenter.enter_rule("rounding_unit", typed, source, "")
    assert view.last("show_complaint")[0] == field
    assert not rule(view, "rounding_unit").entered


def test_an_own_entry_is_withdrawn_and_the_published_value_stands_again(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2025))
    presenter.enter_rule("cap_abroad", "4,000,000", "本部からの通知", "")
    assert rule(view, "cap_abroad").value.ja == "4,000,000"
    presenter.withdraw_rule("cap_abroad")
    assert rule(view, "cap_abroad").value.ja == "5,000,000"


def test_an_entry_of_one_year_does_not_decide_another(presenter, view) -> None:
    presenter.choose("economic_grant", FiscalYear(2026))
    presenter.enter_rule("rounding_unit", "1,000円", "令和8年度募集要領", "")
    presenter.choose("economic_grant", FiscalYear(2025))
    assert rule(view, "rounding_unit").value.ja == "―"
