"""Papers from elsewhere are bound in whole, upright and numbered, or refused by name before anything is written."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.pdf.enclosed import examined
from clair_desktop.output.pdf.packs import print_pack
from tests.output.pdf.foreign import changed, foreign_pdf, photograph, protected, saved, turned_by_their_tree
from tests.output.pdf.papers import LETTER, enclosure, form, pack_of
from tests.output.pdf.reading import dark_share, opened, page_texts

FOOT_RIGHT = (0.8, 0.93, 1.0, 1.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pack.pdf"


def bound(path: Path, *contents: bytes, **changes: object) -> list[str]:
    enclosures = [enclosure(f"資料{number}.pdf", content) for number, content in enumerate(contents, start=1)]
    print_pack(pack_of(LETTER, enclosures=enclosures, **changes), path)
    return page_texts(path)


def test_enclosures_follow_the_documents_and_share_their_numbers(path: Path) -> None:
    texts = bound(path, foreign_pdf("First of two", "Second of two"), foreign_pdf("Alone"))
    assert len(texts) == 4
    assert texts[0].endswith("1/4")
    assert ["Firstoftwo" in texts[1], "Secondoftwo" in texts[2], "Alone" in texts[3]] == [True] * 3
    assert ["2/4" in texts[1], "3/4" in texts[2], "4/4" in texts[3]] == [True] * 3


def test_the_outline_leads_to_each_enclosure(path: Path) -> None:
    bound(path, foreign_pdf("One", "Two"), foreign_pdf("Three"))
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [LETTER.subject, "添付資料1　資料1.pdf", "添付資料2　資料2.pdf"]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_the_number_stands_at_the_visible_foot_of_a_turned_page(path: Path, angle: int) -> None:
    bound(path, changed(foreign_pdf("Turned"), Rotate=angle))
    assert dark_share(path, 1, FOOT_RIGHT) > 0
    for elsewhere in ((0.8, 0.0, 1.0, 0.07), (0.0, 0.0, 0.2, 0.07), (0.0, 0.93, 0.2, 1.0)):
        assert dark_share(path, 1, elsewhere) == 0


@pytest.mark.parametrize("angle", [90, 270])
def test_a_rotation_inherited_from_the_page_tree_counts_too(path: Path, angle: int) -> None:
    bound(path, turned_by_their_tree(foreign_pdf("Turned"), angle))
    assert dark_share(path, 1, FOOT_RIGHT) > 0
    assert dark_share(path, 1, (0.0, 0.0, 0.2, 0.07)) == 0


def test_the_number_stands_in_the_visible_part_of_a_cropped_page(path: Path) -> None:
    bound(path, changed(foreign_pdf("Cropped"), MediaBox=[-100, -100, 700, 900], CropBox=[50, 300, 450, 600]))
    assert dark_share(path, 1, (0.7, 0.85, 1.0, 1.0)) > 0


def test_the_number_keeps_its_size_on_a_page_of_larger_units(path: Path) -> None:
    bound(path, changed(foreign_pdf("Plan"), UserUnit=2))
    with pikepdf.open(path) as pdf:
        assert b"0.5 0 0 0.5 0.00 0.00 cm" in pdf.pages[1].Contents[-1].read_bytes()


def with_marks(*corners: tuple[float, float]) -> bytes:
    """A page with black bars where its own numbers might stand."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for x, y in corners:
        canvas.rect(x, y, 120, 14, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


RIGHT, MIDDLE, LEFT = 440, 240, 40
FOOT, HEAD = 18, 812


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], FOOT_RIGHT),
        ([(RIGHT, FOOT)], (0.4, 0.93, 0.6, 1.0)),
        ([(RIGHT, FOOT), (MIDDLE, FOOT)], (0.0, 0.93, 0.2, 1.0)),
        ([(RIGHT, FOOT), (MIDDLE, FOOT), (LEFT, FOOT)], (0.8, 0.0, 1.0, 0.07)),
        ([(RIGHT, FOOT), (MIDDLE, FOOT), (LEFT, FOOT), (RIGHT, HEAD)], (0.0, 0.0, 0.2, 0.07)),
    ],
)
def test_the_number_stands_where_nothing_else_does(
    path: Path, taken: list[tuple[float, float]], free: tuple[float, float, float, float]
) -> None:
    bound(path, with_marks(*taken))
    before = path.with_name("foreign.pdf")
    before.write_bytes(with_marks(*taken))
    assert dark_share(path, 1, free) > dark_share(before, 0, free)
    for x, y in taken:
        corner = (x / 595, 1 - (y + 14) / 842, (x + 120) / 595, 1 - y / 842)
        assert dark_share(path, 1, corner) == pytest.approx(dark_share(before, 0, corner), abs=0.001)


def test_a_number_on_a_full_page_stands_on_white(path: Path) -> None:
    everywhere = [(x, y) for x in (RIGHT, MIDDLE, LEFT) for y in (FOOT, HEAD)]
    assert "2/2" in bound(path, with_marks(*everywhere))[1]
    corner = (RIGHT / 595, 1 - (FOOT + 14) / 842, (RIGHT + 120) / 595, 1 - FOOT / 842)
    assert dark_share(path, 1, corner) < 0.9


def test_fonts_of_a_foreign_page_are_not_disturbed(path: Path) -> None:
    texts = bound(path, foreign_pdf("Helvetica text of the other office"))
    assert "Helveticatextoftheotheroffice" in texts[1]


@pytest.mark.parametrize(
    ("form_of", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "L"), ("JPEG", "CMYK")]
)
def test_pictures_become_pages(path: Path, form_of: str, mode: str) -> None:
    picture = enclosure("現地写真", photograph(form_of, mode), f"image/{form_of.lower()}")
    print_pack(pack_of(LETTER, enclosures=[picture]), path)
    assert "2/2" in page_texts(path)[1]
    assert dark_share(path, 1, (0, 0, 1, 1)) > 0.02


def test_a_photograph_taken_upright_stands_upright(path: Path) -> None:
    """A camera held upright writes a lying picture and says how to turn it."""
    picture = enclosure("現地写真", photograph("JPEG", orientation=6), "image/jpeg")
    print_pack(pack_of(LETTER, enclosures=[picture]), path)
    upper, lower = dark_share(path, 1, (0, 0, 1, 0.5)), dark_share(path, 1, (0, 0.5, 1, 0.9))
    assert upper > 0.02
    assert lower == 0


def test_a_sample_is_marked_on_foreign_pages_as_well(path: Path) -> None:
    texts = bound(path, foreign_pdf("Foreign"), sample=True)
    assert "見本SAMPLE2/2" in texts[1]


def test_what_is_sent_apart_is_not_bound_in(path: Path) -> None:
    workbook = enclosure("経費.xlsx", None, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    assert print_pack(pack_of(LETTER, enclosures=[workbook]), path).pages == 1


@pytest.mark.parametrize("content", [protected(foreign_pdf("a")), protected(foreign_pdf("a"), user="kokusai")])
def test_a_protected_pdf_is_refused_by_name_and_nothing_is_written(path: Path, content: bytes) -> None:
    pack = pack_of(LETTER, enclosures=[enclosure("要綱.pdf", foreign_pdf("a")), enclosure("見積書.pdf", content)])
    with pytest.raises(Refusal) as refusal:
        print_pack(pack, path)
    assert "「見積書.pdf」" in refusal.value.wording.ja
    assert "protected" in refusal.value.wording.en
    assert list(path.parent.iterdir()) == []


WHOLE = foreign_pdf(*(f"page {number}" for number in range(9)))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"<html></html>", WHOLE[: len(WHOLE) * 8 // 10], WHOLE[:-60]])
def test_a_damaged_pdf_is_refused_by_name_and_nothing_is_written(path: Path, content: bytes) -> None:
    with pytest.raises(Refusal) as refusal:
        print_pack(pack_of(LETTER, enclosures=[enclosure("パンフレット.pdf", content)]), path)
    assert "「パンフレット.pdf」" in refusal.value.wording.ja
    assert list(path.parent.iterdir()) == []


def test_a_page_that_would_come_out_blank_is_found(path: Path) -> None:
    with opened(foreign_pdf("a")) as pdf:
        pdf.pages[0].Contents.write(b"no deflated stream", filter=pikepdf.Name.FlateDecode)
        content = saved(pdf)
    with pytest.raises(Refusal):
        print_pack(pack_of(LETTER, enclosures=[enclosure("写し.pdf", content)]), path)


@pytest.mark.parametrize("content", [b"no picture", photograph("JPEG")[:300]])
def test_a_damaged_picture_is_refused_by_name(path: Path, content: bytes) -> None:
    with pytest.raises(Refusal, match="現地写真"):
        print_pack(pack_of(LETTER, enclosures=[enclosure("現地写真", content, "image/jpeg")]), path)


def test_pages_are_counted() -> None:
    with examined([enclosure("要綱.pdf", WHOLE)]) as bound:
        assert bound[0].count == 9


def test_packs_with_enclosures_are_the_same_bytes_too(tmp_path: Path) -> None:
    pack = pack_of(form(), enclosures=[enclosure("要綱.pdf", WHOLE), enclosure("写真", photograph("PNG"), "image/png")])
    first, second = (print_pack(replace(pack), tmp_path / name).sha256 for name in ("a.pdf", "b.pdf"))
    assert first == second
