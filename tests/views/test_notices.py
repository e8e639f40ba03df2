"""The dialogs of rule notices: everything said in words, going back is the default where something would change."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.notices import CHANGES, NoticeQuestion, ShownDifference, ShownEffect, ShownNotice
from clair_desktop.presenters.rule_lines import DECIDED
from clair_desktop.views.notices import NoticeDialog, TakingDialog
from tests.views.accessibility import nameless

GRANT = Wording("経済活動助成事業", "Economic grants")
DIFFERENCE = ShownDifference(
    GRANT, Wording("上限額", "cap"), FiscalYear(2027), Wording("5,000,000", "5,000,000"), DECIDED,
    Wording("2,000,000", "2,000,000"), "令和9年度募集要領 第4条", CHANGES,
)  # fmt: skip
EFFECT = ShownEffect(
    "R8-0001", "富士市のお茶", GRANT, Wording("判定：適合→不適合", "Verdict: Met → Not met"),
    Wording("上限額を超えています", "above the cap"),
)  # fmt: skip


def shown(changes: int = 1) -> ShownNotice:
    return ShownNotice("通知.json", "本部 経済交流課", date(2026, 11, 20), [DIFFERENCE], [EFFECT], changes)


@pytest.fixture(params=list(Language))
def language(request) -> Language:
    return request.param


@pytest.fixture
def over(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


def test_the_chosen_case_is_told_in_full_with_what_changes_and_why(over, language) -> None:
    dialog = TakingDialog(over, language, shown())
    told = dialog.effects.told.toPlainText()
    assert EFFECT.what.in_(language) in told
    assert EFFECT.why.in_(language) in told


def test_going_back_is_the_default_and_taking_is_offered_by_name(over, language) -> None:
    dialog = TakingDialog(over, language, shown())
    assert dialog.take.isEnabled()
    assert not dialog.take.isDefault()
    dialog.take.click()
    assert dialog.result() == TakingDialog.DialogCode.Accepted


def test_a_notice_that_changes_nothing_says_so_and_cannot_be_taken(over, language) -> None:
    dialog = TakingDialog(over, language, shown(0))
    assert not dialog.take.isEnabled()
    assert dialog.summary.text()


def test_year_and_sender_of_a_notice_go_up_as_chosen(over, language) -> None:
    dialog = NoticeDialog(
        over, language, NoticeQuestion([FiscalYear(2027), FiscalYear(2026)], FiscalYear(2026), "宮城県支部")
    )
    assert (dialog.year.currentData(), dialog.issuer.text()) == (FiscalYear(2026), "宮城県支部")


def test_all_that_can_be_acted_upon_has_a_name(over, language) -> None:
    question = NoticeQuestion([FiscalYear(2027)], FiscalYear(2027), "宮城県支部")
    for dialog in (TakingDialog(over, language, shown()), NoticeDialog(over, language, question)):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()
