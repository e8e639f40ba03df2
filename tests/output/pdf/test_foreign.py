"""Files that others made: each of the bad ones is bound in, remarked upon, shown to a person first, or refused by name."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from clair_desktop.domain.enclosed import Remark
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.pdf.foreign.examination import examine
from clair_desktop.output.pdf.foreign.found import PDF, Examined
from clair_desktop.output.pdf.packs import print_pack
from tests.output.pdf.bad_files import REFUSED, REMARKED, TO_BE_SEEN, fields, made, many_pages, scripted, tiff
from tests.output.pdf.foreign import changed, foreign_pdf, photograph, turned_by_their_tree
from tests.output.pdf.papers import LETTER, enclosure, pack_of
from tests.output.pdf.reading import dark_share, page_texts

NAME = "見積書{1}.pdf"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "plain.pdf"


def examined(content: bytes, target: Path, media_type: str = PDF) -> Examined:
    source = target.with_suffix("")
    source.write_bytes(content)
    return examine(NAME, media_type, source, target)


def remarks(found: Examined) -> set[Remark]:
    return {one.remark for one in found.condition.remarks}


@pytest.mark.parametrize("bad", REFUSED)
def test_what_cannot_be_a_paper_is_refused_with_its_name_and_the_cure(target: Path, bad: str) -> None:
    make, said = REFUSED[bad]
    with pytest.raises(Refusal) as refusal:
        examined(make(), target)
    assert f"「{NAME}」" in refusal.value.wording.ja
    assert NAME in refusal.value.wording.en
    assert said in refusal.value.wording.ja
    assert "差し替えて" in refusal.value.wording.ja or "添付して" in refusal.value.wording.ja


@pytest.mark.parametrize("bad", TO_BE_SEEN)
def test_what_may_show_otherwise_must_be_seen_by_a_person(target: Path, bad: str) -> None:
    make, remark = TO_BE_SEEN[bad]
    found = examined(make(), target)
    assert remark in remarks(found)
    assert found.condition.must_be_seen
    with pytest.raises(Refusal, match="looked at"):
        print_pack(pack_of(LETTER, enclosures=[enclosure(NAME, make())]), target.with_name("pack.pdf"))
    assert not target.with_name("pack.pdf").exists()


@pytest.mark.parametrize("odd", REMARKED)
def test_what_is_odd_is_bound_in_and_said(target: Path, odd: str) -> None:
    make, remark = REMARKED[odd]
    found = examined(make(), target)
    assert remark in remarks(found)
    assert not found.condition.must_be_seen
    assert "{" not in "".join(one.wording.ja + one.wording.en for one in found.condition.remarks)
    pack = print_pack(pack_of(LETTER, enclosures=[enclosure("資料.pdf", make())]), target.with_name("pack.pdf"))
    assert pack.pages == 1 + found.condition.pages


def test_a_repaired_file_says_so_in_the_words_of_the_window(target: Path) -> None:
    found = examined(TO_BE_SEEN["cut-trailer"][0](), target)
    assert found.condition.pages == 9
    assert found.condition.remarks[0].wording.ja.startswith("修復しました")


def test_what_pages_inherit_from_their_tree_is_seen(target: Path) -> None:
    assert Remark.TURNED in remarks(examined(turned_by_their_tree(foreign_pdf("Scan"), 90), target))


def test_a_plain_file_gives_nothing_to_remark(target: Path) -> None:
    assert examined(foreign_pdf("a", "b"), target).condition.remarks == ()


def test_remarks_name_their_pages(target: Path) -> None:
    turned = changed(foreign_pdf(*"abcdefgh"), MediaBox=[0, 0, 842, 1191])
    (remark,) = examined(turned, target).condition.remarks
    assert remark.wording.ja.startswith("1・2・3・4・5・6頁ほか計8頁はA4より大きい用紙（A3）です")


def test_nothing_that_acts_is_left_in_the_pages(target: Path) -> None:
    examined(made(scripted), target)
    with pikepdf.open(target) as pdf:
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages", "/Version"}
        assert not any(key in page.obj for page in pdf.pages for key in ("/AA", "/Annots"))
    assert b"JavaScript" not in target.read_bytes()


def test_what_was_typed_into_a_field_stands_on_the_page(target: Path) -> None:
    examined(made(fields("Sendai", drawn=False)), target)
    assert "Sendai" in page_texts(target)[0]


def test_a_field_that_was_drawn_looks_as_it_was_drawn(target: Path) -> None:
    examined(made(fields("髙﨑　花子", drawn=True)), target)
    assert dark_share(target, 0, (0.17, 0.85, 0.5, 0.88)) > 0.9


def test_five_thousand_pages_are_examined(target: Path) -> None:
    assert examined(many_pages(5_000), target).condition.pages == 5_000


def test_more_pages_than_anybody_reads_are_refused(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clair_desktop.output.pdf.foreign.opening.MOST_PAGES", 20)
    with pytest.raises(Refusal, match="21 pages"):
        examined(many_pages(21), target)


def page(mode: str = "L", size: tuple[int, int] = (400, 560), colour: object = 0) -> Image.Image:
    return Image.new(mode, size, colour)  # type: ignore[arg-type]


def test_every_frame_of_a_tiff_is_a_page(target: Path) -> None:
    found = examined(tiff(page("1"), page("L"), page("RGB", colour=(0, 0, 0))), target, "image/tiff")
    assert found.condition.pages == 3
    assert all(dark_share(target, number, (0.3, 0.3, 0.7, 0.7)) > 0.9 for number in range(3))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F", "YCbCr", "LAB"])
def test_pictures_of_every_depth_and_colour_are_pages(target: Path, mode: str) -> None:
    black = page("L").convert(mode) if mode not in {"I;16", "YCbCr", "LAB"} else page(mode, colour=0)
    assert examined(tiff(black), target, "image/tiff").condition.pages == 1


def test_sixteen_bits_of_grey_are_as_light_as_they_were(target: Path) -> None:
    grey = page("I;16", colour=0x4000)
    examined(tiff(grey), target, "image/tiff")
    assert dark_share(target, 0, (0.3, 0.3, 0.7, 0.7)) > 0.9
    examined(tiff(page("I;16", colour=0xF000)), target, "image/tiff")
    assert dark_share(target, 0, (0.3, 0.3, 0.7, 0.7)) == 0


def test_a_tiff_taken_upright_stands_upright(target: Path) -> None:
    examined(photograph("TIFF", orientation=6), target, "image/tiff")
    assert dark_share(target, 0, (0, 0, 1, 0.5)) > 0.02
    assert dark_share(target, 0, (0, 0.5, 1, 0.9)) == 0


def test_a_lying_picture_lies(target: Path) -> None:
    found = examined(photograph("PNG", size=(800, 500)), target, "image/png")
    assert remarks(found) == {Remark.LYING}


def test_a_picture_of_more_dots_than_print_has_is_reduced_and_said(target: Path) -> None:
    found = examined(tiff(page("1", (12_000, 9_000))), target, "image/tiff")
    assert Remark.PICTURE_REDUCED in remarks(found)


def test_a_picture_that_no_pc_could_hold_is_refused_with_its_size(target: Path) -> None:
    bomb = tiff(page("1", (40_000, 40_000)), compression="group4")
    with pytest.raises(Refusal) as refusal:
        examined(bomb, target, "image/tiff")
    assert "縮めた画像" in refusal.value.wording.ja


@pytest.mark.parametrize("kept", [20, 200, 2_000])
def test_a_picture_cut_short_is_refused(target: Path, kept: int) -> None:
    whole = tiff(Image.effect_noise((300, 300), 90).convert("RGB"))
    with pytest.raises(Refusal):
        examined(whole[:kept], target, "image/tiff")
