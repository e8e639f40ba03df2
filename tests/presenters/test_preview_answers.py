"""From a place on a printed page to the question it answers."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from clair_desktop.domain.documents import Asked, Spot
from clair_desktop.domain.making_up import MakeUp
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.preview import PreviewPresenter
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.presenters.entries import GRANT, worked
from tests.presenters.stand import RememberingShell, opened_office
from tests.presenters.test_case_papers import RememberingPapers


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


def words_at(path: Path, spot: Spot) -> str:
    with pypdfium2.PdfDocument(path) as document:
        page = document[spot.page]
        top = page.get_height() - spot.y
        held = page.get_textpage()
        return held.get_text_bounded(spot.x, top - spot.height, spot.x + spot.width, top).strip()


def printed_answers(office: Office, case: CaseSheet, out: Path) -> dict[Asked, str]:
    made = office.documents.preview(case, "application", [Language.JA], out)
    return {spot.asked: words_at(made.path, spot) for spot in made.spots}


def test_every_printed_answer_is_known_by_its_question(office: Office, tmp_path: Path) -> None:
    case = worked(office, GRANT)
    found = printed_answers(office, case, tmp_path / "一式.pdf")
    assert "".join(found[Asked("title")].split()) == "".join(case.title.split())
    costs = case.answers["cost_breakdown"]
    for number, row in enumerate(costs, start=1):
        assert found[Asked("cost_breakdown", number, "amount")] == f"{row['amount']:,}"


def test_papers_behind_the_enclosures_are_counted_behind_them(office: Office, tmp_path: Path) -> None:
    case = worked(office, GRANT)
    bare = office.documents.preview(case, "application", [Language.JA], tmp_path / "一式.pdf")
    quotation = tmp_path / "見積書.pdf"
    with pikepdf.new() as bound:
        bound.add_blank_page(page_size=(595, 842))
        bound.add_blank_page(page_size=(595, 842))
        bound.save(quotation)
    office.enclosures.add(case.number, [quotation])
    full = office.documents.preview(office.cases.get(case.number), "application", [Language.JA], tmp_path / "綴り.pdf")
    assert full.pages >= bare.pages + 2
    found = printed_answers(office, office.cases.get(case.number), tmp_path / "綴り.pdf")
    assert "".join(found[Asked("title")].split()) == "".join(case.title.split())


def test_contents_dividers_and_blank_backs_move_the_answers_with_their_pages(office: Office, tmp_path: Path) -> None:
    case = worked(office, GRANT)
    quotation = tmp_path / "見積書.pdf"
    with pikepdf.new() as bound:
        bound.add_blank_page(page_size=(595, 842))
        bound.save(quotation)
    office.enclosures.add(case.number, [quotation])
    case = office.cases.get(case.number)
    everything = MakeUp(contents=True, dividers=True, fronts=True)
    made = office.documents.preview(case, "application", [Language.JA], tmp_path / "一式.pdf", made_up=everything)
    found = {spot.asked: words_at(made.path, spot) for spot in made.spots}
    costs = case.answers["cost_breakdown"]
    assert [found[Asked("cost_breakdown", number, "amount")] for number, _row in enumerate(costs, start=1)] == [
        f"{row['amount']:,}" for row in costs
    ]
    assert max(spot.page for spot in made.spots) < made.pages


def test_a_place_on_the_page_leads_to_its_question(office: Office) -> None:
    case, shell = worked(office, GRANT), RememberingShell()
    entered: list[Asked] = []
    view = RememberingPapers()
    presenter = PreviewPresenter(view, office, shell, Language.JA, entered.append)
    presenter.show(case)
    spot = next(one for one in presenter.spots() if one.asked == Asked("cost_breakdown", 1, "amount"))
    middle = spot.page, spot.x + spot.width / 2, spot.y + spot.height / 2
    name = presenter.answer_at(*middle)
    assert name is not None
    assert "1行目" in name.ja
    presenter.go_to_answer(*middle)
    assert entered == [spot.asked]
    presenter.close()


def test_a_place_of_no_field_says_so(office: Office) -> None:
    shell = RememberingShell()
    presenter = PreviewPresenter(RememberingPapers(), office, shell, Language.JA)
    presenter.show(worked(office, GRANT))
    assert presenter.answer_at(0, 5, 5) is None
    presenter.go_to_answer(0, 5, 5)
    assert "入力欄の値ではありません" in shell.said[-1].ja
    presenter.close()


@pytest.mark.parametrize("language", list(Language))
def test_an_item_of_a_letter_is_known_by_its_question(office: Office, tmp_path: Path, language: Language) -> None:
    case = worked(office, GRANT)
    made = office.documents.preview(case, "application", [language], tmp_path / "一式.pdf")
    letter = [spot for spot in made.spots if spot.page == 0]
    said = {spot.asked.field: "".join(words_at(made.path, spot).split()) for spot in letter}
    key = "title_en" if language is Language.EN and case.answers.get("title_en") else "title"
    assert "".join(str(case.answers[key]).split()) in said[key]
