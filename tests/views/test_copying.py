"""Copying a case: an entry of the case's menu, a question for the year, and an answer that says what is different."""

import pytest
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.copying import ChangedRule, CopiedCase, YearQuestion
from clair_desktop.presenters.rule_lines import CARRIED, DECIDED, ShownRule
from clair_desktop.presenters.words import Tag
from clair_desktop.views.case_entry import CaseEntryPane
from clair_desktop.views.copying import CopiedDialog, YearDialog
from tests.presenters.stand import Remembering
from tests.views.accessibility import nameless

CAP = Wording("上限額", "cap")
QUESTION = YearQuestion("R7-0001", FiscalYear(2025), [FiscalYear(2027), FiscalYear(2026)], FiscalYear(2026))


def standing(tag: Tag) -> ShownRule:
    return ShownRule("cap", CAP, tag, tag is DECIDED, False, same("5,000,000"), None, same(""), same(""))


COPIED = CopiedCase(
    "R7-0001", "R8-0002", FiscalYear(2026), [ChangedRule(CAP, standing(DECIDED), standing(CARRIED))],
    [(Wording("区分", "Category"), Wording("この年度には、この項目がありません。", "This year does not ask it."))],
)  # fmt: skip


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def over(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


def test_the_menu_of_the_case_offers_the_copy(qtbot, language) -> None:
    pane, copying = CaseEntryPane(language), Remembering()
    qtbot.addWidget(pane)
    pane.bind_copying(copying)
    assert pane.menu.accessibleName()
    assert pane.copy in pane.menu.menu().actions()
    pane.copy.trigger()
    assert copying.heard("copy")


def test_the_usual_year_is_offered_first(over, language) -> None:
    dialog = YearDialog(over, language, QUESTION)
    assert dialog.year.currentData() == FiscalYear(2026)
    assert dialog.copy.isDefault()


def test_changed_rules_and_answers_left_behind_are_told_with_their_reasons(over, language) -> None:
    dialog = CopiedDialog(over, language, COPIED)
    assert CAP.in_(language) in dialog.changes.told.toPlainText()
    assert COPIED.dropped[0][1].in_(language) in dialog.dropped.told.toPlainText()


def test_a_copy_without_any_difference_says_so(over, language) -> None:
    dialog = CopiedDialog(over, language, CopiedCase("R7-0001", "R8-0002", FiscalYear(2026), [], []))
    assert dialog.advice.text() in (
        "扱いが変わる定めはありません。すべての回答を写しました。", "No rule stands differently; all answers were carried."
    )  # fmt: skip


def test_all_that_can_be_acted_upon_has_a_name(over, language) -> None:
    for dialog in (YearDialog(over, language, QUESTION), CopiedDialog(over, language, COPIED)):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()
