"""様式・文書: packs, their specimens, and what a municipality must tell."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.asked import OPTIONAL, REQUIRED, asked_by, paper_of
from clair_desktop.presenters.forms import FormsPresenter
from clair_desktop.programmes import all_programmes
from clair_desktop.services.office import Office
from tests.presenters.stand import Remembering, RememberingShell, opened_office

PACKS = [(key, pack.key) for key, one in all_programmes().items() for pack in one.packs if pack.kept_for is None]


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def shell(tmp_path: Path) -> RememberingShell:
    return RememberingShell(target=tmp_path / "見本.pdf")


@pytest.fixture
def presenter(view: Remembering, office: Office, shell: RememberingShell) -> FormsPresenter:
    return FormsPresenter(view, office, shell, Language.JA)


def test_every_programme_stands_with_its_packs_its_division_and_its_source(presenter, view, office) -> None:
    presenter.start()
    entries = view.last("show_programmes")
    assert [one.key for one in entries] == list(office.programmes())
    assert all(one.desk.ja and one.source.title.ja and one.packs for one in entries)


def test_the_checklist_is_said_to_stay_at_the_branch(presenter, view) -> None:
    presenter.start()
    papers = [paper for one in view.last("show_programmes") for pack in one.packs for paper in pack.papers]
    assert {paper.name.ja for paper in papers if paper.internal}
    assert not any(paper.internal for paper in papers if paper.kind.ja.startswith("公文"))


@pytest.mark.parametrize(("programme", "pack"), PACKS)
def test_every_pack_has_a_specimen_that_can_be_looked_at(presenter, view, programme, pack) -> None:
    presenter.choose(programme, pack)
    page = view.last("show_pack")
    assert page.trouble is None
    assert page.specimen.read_bytes().startswith(b"%PDF")


def test_another_language_makes_another_specimen(presenter, view) -> None:
    presenter.choose(*PACKS[0])
    japanese = view.last("show_pack").specimen.read_bytes()
    presenter.choose_languages((Language.EN,))
    page = view.last("show_pack")
    assert page.languages == (Language.EN,)
    assert page.specimen.read_bytes() != japanese


def test_what_is_saved_is_what_was_looked_at(presenter, view, shell) -> None:
    presenter.choose(*PACKS[0])
    presenter.save()
    assert shell.target.read_bytes() == view.last("show_pack").specimen.read_bytes()
    assert shell.said


def test_a_language_chosen_before_any_pack_is_kept_for_the_first(presenter, view) -> None:
    presenter.choose_languages((Language.JA, Language.EN))
    assert not view.heard("show_pack")
    presenter.choose(*PACKS[0])
    assert view.last("show_pack").languages == (Language.JA, Language.EN)


def test_a_municipality_is_told_what_an_application_needs() -> None:
    programme = all_programmes()["economic_grant"]
    asked = {one.label.ja: one for one in asked_by(programme.packs[0], programme.edition(FiscalYear(2026)))}
    assert asked["事業名"].need == REQUIRED
    assert asked["FAX"].need == OPTIONAL
    assert "海外" in asked["主たる実施地"].how.ja


@pytest.mark.parametrize(("programme", "pack"), PACKS)
def test_a_list_for_a_municipality_is_worded_in_both_languages(programme, pack) -> None:
    declared = all_programmes()[programme]
    chosen = next(one for one in declared.packs if one.key == pack)
    for one in asked_by(chosen, declared.edition(FiscalYear(2026))):
        assert one.label.ja, one
        assert one.label.en, one
        assert one.how.ja, one
    assert all(paper_of(document).en for document in chosen.documents)
