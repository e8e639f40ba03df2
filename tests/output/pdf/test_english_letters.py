"""English letters in block style, as partners and offices abroad expect them."""

from dataclasses import replace
from pathlib import Path

import pytest

from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.typesetting import typeset
from tests.output.pdf.papers import ENGLISH_LETTER, PACK, document
from tests.output.pdf.reading import page_texts, places


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letter.pdf"


def test_an_english_letter_is_a_block(path: Path) -> None:
    print_pack(replace(PACK, documents=[document(ENGLISH_LETTER, "en")]), path)
    found = places(
        path, "20 November 2026", "Ref. No.", "Secretary General", "Dear Sir", "Subject:", "Yours sincerely,"
    )
    assert len({round(place[0]) for place in found}) <= 2
    assert [place[3] for place in found] == sorted((place[3] for place in found), reverse=True)
    assert "令和" not in page_texts(path)[0]


@pytest.mark.parametrize("paragraphs", range(1, 14))
def test_no_sheet_of_an_english_letter_holds_its_enclosures_or_contact_alone(paragraphs: int) -> None:
    said = ["Our delegation will be in Seoul from 8 to 10 December 2026 and would gladly hear of the air route."]
    letter = replace(
        ENGLISH_LETTER, paragraphs=said * paragraphs, items=[], enclosed=["List of Questions", "Itinerary"]
    )
    sheets = typeset(replace(PACK, documents=[document(letter, "en")])).sheets
    closing = [number for number, sheet in enumerate(sheets) if "Yours sincerely," in sheet.texts]
    assert closing == [len(sheets) - 1]
    text = " ".join(sheets[-1].texts)
    assert "List of Questions" in text
    assert "Itinerary" in text


def test_the_lines_of_an_item_begin_under_its_first_line(path: Path) -> None:
    items = [("Venue", "Sendai International Center\nAobayama, Aoba-ku, Sendai"), ("Reply by", "29 January 2027")]
    print_pack(replace(PACK, documents=[document(replace(ENGLISH_LETTER, items=items), "en")]), path)
    head, first, second = places(path, "Venue:", "Sendai International", "Aobayama")
    assert second[0] == pytest.approx(first[0], abs=1)
    assert head[0] < first[0]


def test_under_a_long_head_they_begin_where_the_head_does(path: Path) -> None:
    items = [("Arrangements that we should like you to make for us", "An interpreter\nA room for twelve")]
    print_pack(replace(PACK, documents=[document(replace(ENGLISH_LETTER, items=items), "en")]), path)
    head, second = places(path, "Arrangements", "A room for twelve")
    assert second[0] == pytest.approx(head[0], abs=1)


@pytest.mark.parametrize("length", [57, 58, 78])
def test_the_number_of_an_enclosure_never_ends_a_line(length: int) -> None:
    """Where room is short the list runs on, and breaks before a number and not behind it."""
    letter = replace(
        ENGLISH_LETTER,
        items=[],
        paragraphs=["We should be glad to hear how passengers change."] * 32,
        enclosed=["List of Questions", "x" * length, "Itinerary"],
    )
    sheets = typeset(replace(PACK, documents=[document(letter, "en")])).sheets
    lines = [text for sheet in sheets for text in sheet.texts]
    assert any(line.startswith("Enclosures: (1)") for line in lines)
    assert not [line for line in lines if line.rstrip().endswith(("(1)", "(2)", "(3)"))]
