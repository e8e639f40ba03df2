"""文面・宛名 in the rulebook: what stands, what is typed, and the paper before anything is kept."""

from collections.abc import Iterator

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.letters import ADDRESSEE, LettersPresenter, LetterWish, typed_of
from clair_desktop.services.office import Office
from tests.presenters.entries import GRANT
from tests.presenters.stand import Remembering, RememberingShell, opened_office

DOCUMENT = "application/transmittal"
TEXTS = {"ja": "{fiscal_year}の申請書の提出", "en": "Applications, {fiscal_year}"}


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def presenter(office, view) -> LettersPresenter:
    made = LettersPresenter(view, office, RememberingShell(), Language.JA)
    made.choose(GRANT, FiscalYear(2026))
    return made


def line(view: Remembering, part: str, document: str = DOCUMENT):
    return next(one for one in view.last("show_letters").lines if (one.document, one.part) == (document, part))


def test_a_text_is_entered_shown_as_the_branchs_own_and_carried_into_the_next_year(presenter, view) -> None:
    assert line(view, "subject").standing.words.ja == "既定の文面"
    presenter.enter(LetterWish(DOCUMENT, "subject", TEXTS, "令和8年度事務連絡"))
    assert line(view, "subject").standing.words.ja == "支部入力"
    assert typed_of(line(view, "subject")) == TEXTS
    presenter.choose(GRANT, FiscalYear(2027))
    assert line(view, "subject").standing.words.ja == "前年度までの文面（令和8年度）"
    assert not line(view, "subject").own


def test_what_cannot_stand_is_said_beside_its_box_and_nothing_is_kept(presenter, view) -> None:
    presenter.enter(LetterWish(DOCUMENT, "subject", {**TEXTS, "en": "Applications"}, "令和8年度事務連絡"))
    field, wording = view.last("show_complaint")
    assert field == "en"
    assert "{fiscal_year}" in wording.ja
    presenter.enter(LetterWish(DOCUMENT, "subject", TEXTS))
    assert view.last("show_complaint")[0] == "source_title"
    presenter.reload()
    assert line(view, "subject").standing.words.ja == "既定の文面"


def test_the_addressee_is_entered_and_withdrawn(presenter, view) -> None:
    texts = typed_of(line(view, ADDRESSEE, "")) | {"division_ja": "経済交流課", "division_en": "Economic Exchange"}
    presenter.enter(LetterWish("", ADDRESSEE, texts, "令和8年度事務連絡"))
    shown = line(view, ADDRESSEE, "")
    assert (shown.text.ja, shown.own) == ("経済交流課 御中", True)
    presenter.withdraw(shown)
    assert line(view, ADDRESSEE, "").text.ja == "支部の設定の宛名"


def test_the_paper_is_shown_with_what_is_typed_or_why_it_cannot_be(presenter, view, office) -> None:
    presenter.look(LetterWish(DOCUMENT, "subject", TEXTS), None)
    path, trouble = view.last("show_paper")
    assert path.exists()
    assert trouble is None
    presenter.look(LetterWish(DOCUMENT, "subject", {"ja": "{rice}", "en": "{rice}"}), None)
    assert view.last("show_paper")[0] is None
    presenter.look(LetterWish("", ADDRESSEE, typed_of(line(view, ADDRESSEE, ""))), None)
    assert view.last("show_paper")[0] is not None
