"""Enclosed pictures gathered on pages of photographs: ours, proven, made again as they were."""

import pikepdf
import pytest

from clair_desktop.domain.making_up import MakeUp
from clair_desktop.domain.wording import Language
from clair_desktop.services.verifying import Standing
from tests.output.pdf.foreign import photograph
from tests.output.pdf.reading import page_texts
from tests.services.casework import burial

GATHERED = MakeUp(gathered=True, contents=True)


@pytest.fixture
def number(office, papers):
    sheet = burial(office)
    for line in sheet.enclosures:
        office.enclosures.remove(sheet.number, line.id)
    files = [papers("墓地.jpg", photograph("JPEG", size=(1600, 1200))), papers("標識.png", photograph("PNG", "L"))]
    return office.enclosures.add(sheet.number, files, "other").number


def printed(office, number, out, made_up=GATHERED, languages=(Language.JA,)):
    return office.documents.print(number, "sounding", list(languages), out, made_up=made_up)


def test_pictures_stand_on_a_page_with_captions_and_are_not_bound_in(office, number, tmp_path):
    out = tmp_path / "一式.pdf"
    printed(office, number, out)
    texts = page_texts(out)
    (page,) = [one for one in texts if "写真1墓地" in one]
    assert "写真2標識" in page
    assert any("「写真」に掲載" in one for one in texts)
    letter = texts[0]
    assert "写真" in letter
    assert "墓地.jpg" not in letter
    with pikepdf.open(out) as pdf:
        assert "<pdfaid:part>2<" in "".join(pdf.Root.Metadata.read_bytes().decode().split())


def test_the_pack_is_known_and_made_again_though_the_pictures_have_gone(office, number, tmp_path):
    out = tmp_path / "一式.pdf"
    made = printed(office, number, out)
    for line in office.cases.get(number).enclosures:
        office.enclosures.remove(number, line.id)
    assert office.verifying.verify(out).standing is Standing.RELEASED
    assert office.releases.again(made.pack_id, tmp_path / "昔.pdf").same_file


def test_without_pictures_there_is_no_such_page(office, tmp_path):
    out = tmp_path / "一式.pdf"
    printed(office, burial(office).number, out)
    assert not any("写真" in one for one in page_texts(out))


def test_bilingual_captions_and_attached_others(office, number, papers, tmp_path):
    office.enclosures.add(number, [papers("内訳.xlsx", b"PK\x03\x04")], "other")
    out = tmp_path / "一式.pdf"
    printed(office, number, out, MakeUp(gathered=True, bilingual=True, attached=True), Language)
    assert any("写真1墓地Photograph1:墓地" in one for one in page_texts(out))
    with pikepdf.open(out) as pdf:
        assert [name[3:] for name in pdf.attachments] == ["内訳.xlsx"]
