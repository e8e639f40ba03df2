"""Pictures among the blocks of a form: upright, whole, no larger than their dots allow, told to whoever cannot see them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from clair_desktop.domain.filled_papers import FilledPicture
from clair_desktop.domain.kept_papers import content_hash, kept, read_kept
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.ready_pictures import COARSEST, FINEST, ready_picture
from tests.output.pdf.foreign import photograph
from tests.output.pdf.papers import form, pack_of
from tests.output.pdf.reading import dark_share, page_texts

MOST = (450.0, 300.0)


def picture(content: bytes, name: str = "会場.jpg") -> FilledPicture:
    return FilledPicture("写真1　会場", "当日の資料・写真：会場", name, "0" * 64, content)


def printed(path: Path, *pictures: FilledPicture) -> Path:
    print_pack(pack_of(replace(form(), blocks=list(pictures))), path)
    return path


@pytest.mark.parametrize(
    ("content", "space"),
    [
        (photograph("JPEG"), "DeviceRGB"),
        (photograph("JPEG", "L"), "DeviceGray"),
        (photograph("JPEG", "CMYK"), "DeviceRGB"),
        (photograph("PNG", "RGBA"), "DeviceRGB"),
        (photograph("PNG", "1"), "DeviceGray"),
        (photograph("PNG", "P"), "DeviceRGB"),
    ],
)
def test_every_kind_of_picture_becomes_one_that_lasts(content: bytes, space: str) -> None:
    ready = ready_picture("会場", content, MOST)
    assert ready.space == space
    assert ready.content.startswith(b"\xff\xd8\xff")


def test_a_picture_stands_upright_as_the_camera_says() -> None:
    ready = ready_picture("会場", photograph("JPEG", orientation=6), MOST)
    assert ready.height > ready.width


def test_what_is_transparent_is_white() -> None:
    buffer = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(buffer, "PNG")
    ready = ready_picture("印", buffer.getvalue(), MOST)
    with Image.open(BytesIO(ready.content)) as shown:
        assert shown.getpixel((25, 25)) == (255, 255, 255)


def test_a_small_picture_is_not_blown_up_and_a_fine_one_is_reduced() -> None:
    small = ready_picture("小", photograph("PNG", size=(100, 50)), MOST)
    assert small.printed == pytest.approx((100 * 72 / COARSEST, 50 * 72 / COARSEST))
    large = ready_picture("大", photograph("JPEG", size=(6000, 3000)), MOST)
    assert large.printed == pytest.approx((450, 225))
    assert large.width == round(450 * FINEST / 72)


def test_pictures_stand_whole_with_their_captions_two_on_a_sheet(tmp_path: Path) -> None:
    path = printed(tmp_path / "写真.pdf", *[picture(photograph("JPEG", size=(1600, 1200)))] * 3)
    texts = page_texts(path)
    assert [one.count("写真1会場") for one in texts] == [2, 1]
    assert dark_share(path, 0, (0.14, 0.15, 0.9, 0.5)) > 0.1


def test_a_picture_is_a_figure_that_says_what_it_shows(tmp_path: Path) -> None:
    path = printed(tmp_path / "写真.pdf", picture(photograph("JPEG")))
    found = []

    def walk(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(element)
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                walk(kid)

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot.K[0])
        (figure,) = [one for one in found if str(one.S) == "/Figure"]
        assert str(figure.Alt) == "当日の資料・写真：会場"
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert 0 < left < right < 595
        assert 0 < bottom < top < 842
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.Filter == pikepdf.Name.DCTDecode
        assert "<pdfaid:part>2<" in pdf.Root.Metadata.read_bytes().decode()


def test_what_is_no_picture_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="会場"):
        printed(tmp_path / "写真.pdf", picture(b"\xff\xd8\xff\xe0 broken"))
    assert not (tmp_path / "写真.pdf").exists()


def test_the_same_picture_gives_the_same_bytes_and_is_kept_by_its_hash_alone(tmp_path: Path) -> None:
    one = picture(photograph("JPEG"))
    assert printed(tmp_path / "1.pdf", one).read_bytes() == printed(tmp_path / "2.pdf", one).read_bytes()
    pack = pack_of(replace(form(), blocks=[one]))
    again = read_kept(kept(pack))
    assert content_hash(again) == content_hash(pack)
    assert again.documents[0].content.blocks[0].content is None
