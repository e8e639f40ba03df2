"""The room of rules: two years in one table, one rule in full beside it, entered by the keyboard."""

import pytest
from PySide6.QtCore import Qt

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.rules import RulesPresenter
from clair_desktop.views.rules import RulesPage
from tests.presenters.stand import Remembering, RememberingShell
from tests.views.accessibility import nameless


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def page(qtbot, language, office) -> RulesPage:
    made = RulesPage(language)
    qtbot.addWidget(made)
    made.letters.bind(Remembering())
    presenter = RulesPresenter(made, office, RememberingShell(), language)
    made.bind(presenter, Remembering())
    presenter.start()
    presenter.choose("economic_grant", FiscalYear(2026))
    return made


@pytest.fixture
def presenter(page) -> Remembering:
    remembering = Remembering()
    page.bind(remembering, remembering)
    return remembering


def choose(page: RulesPage, key: str) -> None:
    keys = [one.now.key for one in page.table.lines.lines]
    page.table.choose(keys.index(key))


def test_a_complaint_stands_at_its_line(page) -> None:
    page.show_complaint("source_title", Wording("根拠を入力してください。", "Give the source."))
    assert page.entry.title.box.property("invalid")


def test_the_difference_of_two_years_stands_in_words_beside_both_values(page, language) -> None:
    choose(page, "cap_abroad")
    told = page.table.copied().split("\t")
    assert told[1] == ("値は同じ、確かさが違う" if language is Language.JA else "same value, less certain")
    assert (told[3], told[5]) == ("5,000,000", "5,000,000")


def test_only_what_differs_can_be_listed(page) -> None:
    page.differing.setChecked(True)
    assert page.table.lines.lines
    assert all(one.differs for one in page.table.lines.lines)


def test_another_pair_of_years_is_asked_for_by_its_boxes(page, presenter) -> None:
    page.beside.setCurrentIndex(page.beside.count() - 1)
    page.beside.activated.emit(page.beside.currentIndex())
    programme, year, beside = presenter.last("choose")
    assert (programme, year) == ("economic_grant", FiscalYear(2026))
    assert beside == page.beside.currentData()


def test_what_is_typed_for_one_year_does_not_stand_for_another(page) -> None:
    choose(page, "rounding_unit")
    page.entry.value.put("1,000円")
    page._presenter.choose("economic_grant", FiscalYear(2027))
    assert page.entry.value.text() == ""


def test_what_is_typed_for_a_rule_stays_with_it_and_stands_for_no_other_programme(page) -> None:
    choose(page, "rounding_unit")
    page.entry.value.put("1,000")
    assert page.is_typing()
    choose(page, "cap_abroad")
    assert page.entry.value.text() == ""
    page._presenter.choose("exchange_grant", FiscalYear(2026))
    choose(page, "rounding_unit")
    assert page.entry.value.text() == ""
    page._presenter.choose("economic_grant", FiscalYear(2026))
    choose(page, "rounding_unit")
    assert page.entry.value.text() == "1,000"


def test_notices_are_made_for_the_year_looked_at_and_taken(page, presenter) -> None:
    page.make.click()
    assert presenter.last("make") == FiscalYear(2026)
    page.take.click()
    assert presenter.heard("take")


def test_all_that_can_be_acted_upon_has_a_name(page) -> None:
    page.show()
    assert nameless(page) == []


def test_a_rule_shows_its_standing_its_source_and_how_to_type_it(page, language) -> None:
    choose(page, "cap_abroad")
    entry = page.entry
    assert entry.shown_texts()[0] in ("上限額（主として海外）", "cap (mainly abroad)")
    assert "5,000,000" in entry.shown_texts()
    assert any("2025" in text for text in entry.shown_texts())
    assert "令和8年度" in entry.shown_texts() or "FY2026" in entry.shown_texts()
    assert "令和7年度" in entry.shown_texts() or "FY2025" in entry.shown_texts()
    assert not entry.withdraw.isVisibleTo(entry)


def test_a_value_and_its_source_are_entered_by_the_keyboard(page, presenter, qtbot) -> None:
    choose(page, "rounding_unit")
    entry = page.entry
    entry.value.put("1,000円")
    entry.title.put("令和8年度募集要領")
    entry.place.put("第5条")
    qtbot.keyClick(entry.place.line, Qt.Key.Key_Return)
    assert presenter.last("enter_rule") == ("rounding_unit", "1,000円", "令和8年度募集要領", "第5条")


def test_an_own_entry_may_be_withdrawn_and_what_was_typed_is_gone(page, office, language) -> None:
    choose(page, "rounding_unit")
    page.entry.value.put("1,000円")
    page.entry.title.put("令和8年度募集要領")
    page.entry.enter.click()
    assert page.table.chosen().now.entered
    assert page.entry.withdraw.isVisibleTo(page.entry)
    assert page.entry.value.text() == ""
    page.entry.withdraw.click()
    assert not page.table.chosen().now.entered


def test_a_refused_entry_keeps_what_was_typed(page, language) -> None:
    choose(page, "headquarters_deadline")
    page.entry.value.put("令和8年2月30日")
    page.entry.title.put("通知")
    page.entry.enter.click()
    assert page.entry.value.text() == "令和8年2月30日"
    assert page.entry.value.box.property("invalid")


def test_only_what_is_to_be_confirmed_can_be_listed(page, office) -> None:
    choose(page, "rounding_unit")
    page.entry.value.put("1,000円")
    page.entry.title.put("令和8年度募集要領")
    page.entry.enter.click()
    whole = page.table.lines.rowCount()
    page.only.setChecked(True)
    assert page.table.lines.rowCount() == whole - 1
    assert not any(one.now.decided for one in page.table.lines.lines)
