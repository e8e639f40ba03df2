"""Partners abroad are written to in their own letters, each text in one design, and a kanji's form is found by any selector."""

import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
import uharfbuzz as hb

from clair_desktop.output.pdf.characters import clusters
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.typefaces import Manner, Style, typefaces
from clair_desktop.output.pdf.variations import same_shape
from clair_desktop.support.resources import resource
from tests.output.pdf.reading import page_texts

ADDRESSES = {
    "北京市朝阳区建国门外大街甲6号　张伟": Manner.CHINESE_OR_KOREAN,
    "서울특별시 종로구 세종대로 209": Manner.CHINESE_OR_KOREAN,
    "Nguyễn Văn An, Hoàn Kiếm, Hà Nội": Manner.PARTNER,
    "グエン・ヴァン・アン（Nguyễn Văn An）氏": Manner.JAPANESE_AND_PARTNER,
    "ул. Новый Арбат, 36, Москва": Manner.PARTNER,
    "Αθήνα": Manner.PARTNER,
    "Timișoara": Manner.PARTNER,
    "กรุงเทพมหานคร ที่ทำการ น้ำ ปฏิบัติ ญี่ปุ่น": Manner.WESTERN,
}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("address", "manner"), ADDRESSES.items())
def test_an_address_abroad_is_drawn_and_copied_as_it_was_typed(
    tmp_path: Path, address: str, manner: Manner, style: Style
) -> None:
    assert typefaces().manner(address) is manner
    paper = Paper("宛名", "ja-JP", datetime(2026, 11, 20))  # noqa: DTZ001
    paper.new_sheet()
    paper.text(100, 100, address, Type(style, 12))
    path = tmp_path / "address.pdf"
    path.write_bytes(paper.finished())
    assert page_texts(path) == ["".join(address.split())]


@pytest.mark.parametrize(
    "name", ["張三", "𠮷田", "髙﨑", "邉見", "阳子さん", "東京都港区", "葛\U000e0100城", "Ω", "№ 3 α"]
)
def test_a_japanese_name_never_takes_the_chinese_form(name: str) -> None:
    assert typefaces().manner(name) not in {Manner.CHINESE_OR_KOREAN, Manner.PARTNER}


def test_no_word_is_mixed_from_two_designs() -> None:
    for text in ("Nguyễn", "Москва", "Ștefan", "북경", "张伟"):
        for style in Style:
            font = typefaces().font(style, text)
            assert len({font.glyph(one).face for one in clusters(text)}) == 1


def test_every_style_has_the_same_letters() -> None:
    """The check of glyphs asks 明朝 alone."""
    faces = [
        set(hb.Face(hb.Blob.from_file_path(str(resource("fonts", f"CLAIRPartner{name}.ttf")))).unicodes)
        for name in ("Serif-Regular", "Sans-Regular", "Sans-Bold")
    ]
    assert faces[1] == faces[2]
    western = {code for code in faces[1] if code < 0x2000}
    assert western == {code for code in faces[0] if code < 0x2000}
    for code in sorted(faces[0] | faces[1]):
        if not unicodedata.category(chr(code)).startswith("M"):  # marks stand on a letter
            assert [chr(code) for style in Style if typefaces().font(style, chr(code)).missing(chr(code))] == []


def test_a_thai_syllable_is_one_printed_character() -> None:
    assert list(clusters("ที่ทำน้ำ")) == ["ที่", "ทำ", "น้ำ"]
    font = typefaces().font(Style.MINCHO, "ที่")
    assert font.width("ที่") == font.width("ท")
    assert font.width("ทำ") > font.width("ท")


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("adobe", "moji"), [("葛\U000e0100", "葛\U000e0102"), ("辻\U000e0100", "辻\U000e0102")])
def test_a_form_is_the_same_by_the_selector_of_either_collection(style: Style, adobe: str, moji: str) -> None:
    font = typefaces().font(style, adobe)
    assert font.glyph(adobe) == font.glyph(moji) != font.glyph(adobe[0])
    assert font.substituted(moji) == []
    assert moji in same_shape(adobe)
    assert adobe in same_shape(moji)


def test_forms_that_only_one_font_has_keep_their_own_shape() -> None:
    font = typefaces().font(Style.MINCHO, "邉")
    forms = [f"邉{chr(selector)}" for selector in range(0xE010F, 0xE011E)]
    assert font.substituted("".join(forms)) == []
    assert len({font.glyph(form) for form in forms}) == len(forms)
