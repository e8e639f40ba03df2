"""An office's emblem at the head of its letters: where, how large, in which colours, and told to whoever cannot see it."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from clair_desktop.domain.emblems import Emblem, EmblemPlace, FilledEmblem, faults
from clair_desktop.domain.kept_papers import content_hash, kept, read_kept
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.paper import MM
from tests.output.pdf.foreign import photograph
from tests.output.pdf.papers import ENGLISH_LETTER, LETTER, document, pack_of

LEFT, CENTRE, RIGHT = EmblemPlace
EMBLEM = FilledEmblem(
    "県章.png", "0" * 64, 15, LEFT, "宮城県の県章", content=photograph("PNG")
)  # twice as wide as high


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "進達.pdf"


def picture(path: Path) -> tuple[float, float, float, float]:
    """Where the only picture of the first page stands, in mm: from the left, from the top, its width and height."""
    page = pypdfium2.PdfDocument(path)[0]
    (found,) = [one for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, bottom, right, top = found.get_bounds()
    return left / MM, (page.get_height() - top) / MM, (right - left) / MM, (top - bottom) / MM


def first_line(path: Path) -> float:
    """How far below the top edge the first words begin, in mm."""
    page = pypdfium2.PdfDocument(path)[0]
    tops = [one.get_bounds()[3] for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
    return (page.get_height() - max(tops)) / MM


@pytest.mark.parametrize(("place", "left"), [(LEFT, 30), (CENTRE, 95), (RIGHT, 160)])
@pytest.mark.parametrize("letter", [LETTER, ENGLISH_LETTER])
def test_it_stands_at_the_head_of_the_type_area_as_high_as_asked(path: Path, letter, place, left) -> None:
    print_pack(pack_of(replace(letter, emblem=replace(EMBLEM, place=place))), path)
    assert picture(path) == pytest.approx((left, 25, 30, 15), abs=0.05)
    assert first_line(path) > 25 + 15 + 4


def test_it_is_told_and_the_file_stays_one_for_keeping_and_hearing(path: Path) -> None:
    print_pack(pack_of(replace(LETTER, emblem=EMBLEM)), path)
    with pikepdf.open(path) as pdf:
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert [str(one.Alt) for one in figures] == ["宮城県の県章"]
        claims = pdf.Root.Metadata.read_bytes()
    assert b"pdfaid" in claims
    assert b"pdfuaid" in claims


@pytest.mark.parametrize(("grey", "space"), [(False, "/DeviceRGB"), (True, "/DeviceGray")])
def test_black_and_white_papers_have_it_in_grey(path: Path, grey: bool, space: str) -> None:
    print_pack(pack_of(replace(LETTER, emblem=replace(EMBLEM, grey=grey))), path)
    with pikepdf.open(path) as pdf:
        (found,) = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert found.ColorSpace == space


def test_it_is_kept_with_the_pack_by_its_hash_and_letters_without_one_are_as_ever() -> None:
    pack = pack_of(replace(LETTER, emblem=EMBLEM))
    again = read_kept(kept(pack)).documents[0].content.emblem
    assert again == replace(EMBLEM, content=None)
    assert content_hash(pack) != content_hash(replace(pack, documents=[document(LETTER)]))
    assert b"mblem" not in kept(pack_of(LETTER))


@pytest.mark.parametrize(
    ("changed", "box", "told"),
    [
        ({"tall": 7}, "emblem_tall", "8〜30mm"),
        ({"tall": 31}, "emblem_tall", "8〜30mm"),
        ({"width": 900, "height": 100, "tall": 12}, "emblem_tall", "11mm以下"),
        ({"width": 60, "height": 40, "tall": 11}, "emblem_tall", "高さ10mmまで"),
        ({"alt_ja": " "}, "emblem_alt_ja", "読み上げる説明"),
    ],
)
def test_what_cannot_be_printed_well_is_said_at_its_box(changed, box, told) -> None:
    ((place, wording),) = faults(replace(Emblem("県章.png", "0", 400, 200, alt_ja="宮城県の県章"), **changed))
    assert (place, told in wording.ja) == (box, True)
