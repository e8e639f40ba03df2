"""文面・宛名 on the screen: boxes that suit the line, what is declared above them, complaints at their box."""

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.letters import LettersPresenter
from clair_desktop.views.letters import LettersPart
from tests.presenters.stand import Remembering, RememberingShell
from tests.views.accessibility import nameless


@pytest.fixture(params=list(Language))
def part(request, qtbot, office) -> LettersPart:
    made = LettersPart(request.param)
    qtbot.addWidget(made)
    presenter = LettersPresenter(made, office, RememberingShell(), request.param)
    made.bind(presenter)
    presenter.choose("economic_grant", FiscalYear(2026))
    return made


def test_the_addressee_asks_for_its_own_boxes_and_a_text_for_both_languages(part) -> None:
    part.table.choose(0)
    assert set(part.entry.texts()) > {"division_ja", "email"}
    part.table.choose(1)
    assert set(part.entry.texts()) == {"ja", "en"}


def test_what_is_typed_goes_up_with_its_source(part) -> None:
    presenter = Remembering()
    part.bind(presenter)
    part.table.choose(1)
    part.entry.boxes["ja"].put("件名")
    part.entry.title.put("令和8年度事務連絡")
    part.entry.enter.click()
    wish = presenter.last("enter")
    assert (wish.document, wish.part, wish.source_title) == ("application/transmittal", "subject", "令和8年度事務連絡")
    assert wish.texts["ja"] == "件名"
    part.entry.reset.click()
    assert part.entry.texts()["ja"].startswith("{fiscal_year}")


def test_a_complaint_stands_at_its_box(part) -> None:
    part.table.choose(1)
    part.show_complaint("en", Wording("英語の文面を入力してください。", "Enter the English text."))
    assert part.entry.boxes["en"].box.property("invalid")


def test_all_that_can_be_acted_upon_has_a_name(part) -> None:
    part.bind(Remembering())
    part.show()
    assert nameless(part) == []


def test_a_place_is_put_in_at_the_cursor_of_the_text_that_was_worked_on(part) -> None:
    part.table.choose(1)
    part.entry.boxes["ja"].put("申請書")
    places = part.entry.help.places
    places.setCurrentIndex(places.findData("call_year"))
    part.entry.help.insert.click()
    assert "{call_year}" in part.entry.texts()["ja"]


def test_what_is_wrong_is_told_while_it_is_typed_and_the_difference_is_shown(part) -> None:
    part.table.choose(1)
    part.entry.boxes["ja"].put("{fiscal_yaer}の申請書")
    part.remark()
    assert any("fiscal_yaer" in one for one in part.entry.help.told())
    assert "<s " in part.entry.help._changes.text()
    part.entry.reset.click()
    part.remark()
    assert not part.entry.help._changes.isVisibleTo(part.entry.help)


def test_an_earlier_wording_is_put_back_into_the_boxes(part, office) -> None:
    text = Wording("{fiscal_year}の申請書", "Applications, {fiscal_year}")
    office.letters.enter(
        "economic_grant", "application/transmittal", "subject", 2026, text, source_title="令和8年度事務連絡"
    )
    part._presenter.reload()
    part.table.choose(1)
    part.entry.boxes["ja"].put("別の案")
    part.entry.help.bring_back.click()
    assert part.entry.texts() == {"ja": text.ja, "en": text.en}
