"""Bilingual pages: every label in both languages, an answer once where it is the same, each part told in its language."""

from pathlib import Path

import pikepdf
import pytest

from clair_desktop.domain.documents import Form
from clair_desktop.domain.making_up import MakeUp
from clair_desktop.domain.wording import Language
from clair_desktop.services.specimens import specimen_of, specimen_year
from clair_desktop.services.verifying import Standing
from tests.output.pdf.reading import page_texts
from tests.services.casework import burial, grant

BILINGUAL = MakeUp(bilingual=True)


def printed(office, number, pack, out, made_up=BILINGUAL):
    return office.documents.print(number, pack, list(Language), out, made_up=made_up)


def bookmarks(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return [one.title for one in outline.root]


def languages(path: Path) -> set[str]:
    found: set[str] = set()

    def walk(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            if "/Lang" in element:
                found.add(f"{element.S} {element.Lang}")
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                walk(kid)

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot.K[0])
    return found


def test_a_form_stands_once_with_its_labels_in_both_languages(office, tmp_path):
    out = tmp_path / "一式.pdf"
    sheet = grant(office)
    apart = printed(office, sheet.number, "application", tmp_path / "別々.pdf", MakeUp())
    made = printed(office, sheet.number, "application", out)
    assert made.pages < apart.pages
    (first,) = [one for one in page_texts(out) if "申請団体Applicant" in one]
    assert "静岡県富士市FujiCity,ShizuokaPrefecture" in first
    assert "2,100,000円¥2,100,000" in "".join(page_texts(out))
    assert any(" / " in one for one in bookmarks(out))


def test_letters_stay_two_the_english_right_after_the_japanese(office, tmp_path):
    out = tmp_path / "一式.pdf"
    printed(office, grant(office).number, "application", out)
    texts = page_texts(out)
    japanese = next(number for number, one in enumerate(texts) if "（進達）" in one)
    assert "DearChairpersonoftheBoard" in texts[japanese + 1]


def test_an_answer_that_is_the_same_in_both_languages_stands_once(office, tmp_path):
    out = tmp_path / "一式.pdf"
    sheet = grant(office)
    printed(office, sheet.number, "application", out)
    (form,) = [one for one in page_texts(out) if "事業名Title" in one and "申請団体Applicant" in one]
    assert form.count("".join(str(sheet.answers["title"]).split())) == 1


def test_the_english_parts_are_told_as_english(office, tmp_path):
    out = tmp_path / "一式.pdf"
    printed(office, grant(office).number, "application", out)
    found = languages(out)
    assert "/Span en-GB" in found
    assert "/Sect ja-JP" in found


@pytest.mark.parametrize("contents", [False, True])
def test_a_bilingual_pack_is_proven_in_both_known_and_made_again(office, tmp_path, contents):
    out = tmp_path / "一式.pdf"
    made = printed(office, burial(office).number, "sounding", out, MakeUp(bilingual=True, contents=contents))
    assert office.verifying.verify(out).standing is Standing.RELEASED
    assert office.releases.again(made.pack_id, tmp_path / "昔.pdf").same_file


def holds_both(paper):
    """Forms for others are on one page in both languages; letters and the branch's own papers never are."""
    return isinstance(paper.layout, Form) and not paper.internal


def test_every_programmes_packs_can_be_bilingual(office, tmp_path):
    """Worked cases of every programme; forms whose sides differ in build follow one another."""
    for programme in office.programmes():
        desk, known = office.documents._desk, office.programmes()[programme]
        for declared in (one for one in known.packs if any(holds_both(paper) for paper in one.documents)):
            found = specimen_of(desk, known, declared.key)
            edition = desk.edition(programme, specimen_year(declared, found.example))
            pack = next(one for one in edition.packs() if one.key == declared.key)
            sheet = office.documents._worked(edition, found)
            made = office.documents._print(
                sheet, pack, list(Language), tmp_path / "見本.pdf", day=sheet.received_on, number="国際第1号",
                made_up=BILINGUAL,
            )  # fmt: skip
            assert made.pages


def test_the_choice_says_nothing_where_one_language_is_asked_for(office, tmp_path):
    sheet = grant(office)
    plain = office.documents.print(sheet.number, "application", [Language.JA], tmp_path / "1.pdf", made_up=MakeUp())
    other = office.documents.print(sheet.number, "application", [Language.JA], tmp_path / "2.pdf", made_up=BILINGUAL)
    assert plain.pages == other.pages
