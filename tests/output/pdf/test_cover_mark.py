"""The mark on a cover: every square of the QR code where it must be, in the margin, and on the first sheet alone."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from clair_desktop.domain.filled_papers import ReleaseMark
from clair_desktop.output.pdf.cover_mark import modules, shown_hash
from clair_desktop.output.pdf.packs import print_pack
from tests.output.pdf.papers import LETTER, PACK, QUESTIONS, form, pack_of, table_form
from tests.output.pdf.reading import dark_share, page_texts

MARK = ReleaseMark("R8-0001", "R8-0001-P01", "8837201f427f8862" * 4)
SCALE = 8  # pixels to a point
MM = 72 / 25.4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "進達.pdf"


def seen_squares(path: Path, count: int) -> list[list[bool]]:
    """The middle of each square of the code as a scanner sees it: 13 mm wide, 20 mm from the right, 6 mm from below."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        width, height = page.get_size()
        picture = page.render(scale=SCALE, grayscale=True).to_pil()
    left, top, step = width - 33 * MM, height - 19 * MM, 13 * MM / count
    places = [round((left + (place + 0.5) * step) * SCALE) for place in range(count)]
    rows = [round((top + (place + 0.5) * step) * SCALE) for place in range(count)]
    return [[picture.getpixel((x, y)) < 128 for x in places] for y in rows]


@pytest.mark.parametrize("content", [LETTER, table_form(QUESTIONS)], ids=["upright", "lying"])
def test_the_code_stands_square_by_square_in_the_foot_margin(path: Path, content) -> None:
    print_pack(replace(pack_of(content, form()), mark=MARK), path)
    wanted = [list(row) for row in modules(MARK.line)]
    assert len(wanted) == 33
    assert seen_squares(path, len(wanted)) == wanted


def test_it_says_the_same_for_human_eyes_on_the_first_sheet_alone(path: Path) -> None:
    print_pack(replace(PACK, mark=MARK), path)
    said = page_texts(path)
    assert "R8-0001-P018837201f427f8862" in said[0]
    assert not any("R8-0001-P01" in page for page in said[1:])
    assert shown_hash(MARK.content_sha256) == "8837 201f 427f 8862"


def test_nothing_else_stands_where_the_code_stands(path: Path) -> None:
    """A letter that fills its sheet to the last line leaves the margin to the code."""
    long = replace(LETTER, paragraphs=[LETTER.paragraphs[0] * 3] * 9)
    print_pack(pack_of(long), path)
    assert dark_share(path, 0, (0.55, 0.93, 0.92, 0.985)) == 0


def test_letters_to_several_receivers_carry_it_among_the_properties_only(path: Path) -> None:
    print_pack(replace(PACK, mark=MARK, apart=True), path)
    assert not any("R8-0001-P01" in page for page in page_texts(path))
    with pypdfium2.PdfDocument(path) as document:
        assert document.get_metadata_value("Keywords") == MARK.line


def test_a_paper_without_a_release_carries_nothing(path: Path) -> None:
    print_pack(PACK, path)
    with pypdfium2.PdfDocument(path) as document:
        assert not document.get_metadata_value("Keywords")
