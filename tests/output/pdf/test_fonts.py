"""Any name of the register is drawn in its own shape and can be copied out again; what cannot be drawn is named."""

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest

from clair_desktop.output.pdf.characters import clusters, code_points, is_within
from clair_desktop.output.pdf.faces import Face
from clair_desktop.output.pdf.fonts import UnprintableCharacter
from clair_desktop.output.pdf.lines import Passage, Type, analysed
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style, typefaces
from clair_desktop.support.resources import resource
from tests.output.pdf.reading import font_files, page_texts

WORDS = ["髙﨑", "𠮷", "葛\U000e0100", "か\u309a", "①㈱", "邉\U000e010f", "都", "Łódź", "——", "￥1,200,000"]


def test_a_sign_lies_within_a_range_from_its_first_sign_to_its_last() -> None:
    ranges = "××一龥\U00020000\U0003ffff"
    assert [one for one in "Ö×Ø東一龥龦𠮷" if is_within(one, ranges)] == list("×東一龥𠮷")


@pytest.mark.parametrize(("text", "wide"), [("東京の、", "“×※東"), ("Tokyo", "※東")])
def test_some_signs_are_wide_only_among_japanese(text: str, wide: str) -> None:
    font = typefaces().font(Style.MINCHO, text)
    assert [sign for sign in "“×※東A" if font.width(sign) >= 900] == list(wide)


def printed(tmp_path: Path, *texts: str) -> Path:
    paper = Paper("氏名", "ja-JP", datetime(2026, 11, 20, 9, 0))  # noqa: DTZ001 - the file's day, not an instant
    paper.new_sheet()
    for number, text in enumerate(texts):
        style = tuple(Style)[number % 3]
        paper.text(100, 100 + 20 * number, text, Type(style, 12))
    path = tmp_path / "names.pdf"
    path.write_bytes(paper.finished())
    return path


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("word", WORDS)
def test_a_printed_name_reads_back_character_by_character(tmp_path: Path, word: str, style: Style) -> None:
    paper = Paper("氏名", "ja-JP", datetime(2026, 11, 20))  # noqa: DTZ001
    paper.new_sheet()
    paper.text(100, 100, word, Type(style, 12))
    path = tmp_path / "name.pdf"
    path.write_bytes(paper.finished())
    assert page_texts(path) == [word]


def test_poppler_reads_the_names_too(tmp_path: Path) -> None:
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext comes with Debian's poppler-utils, not with Windows")
    path = printed(tmp_path, *WORDS)
    found = subprocess.run([reader, "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    assert found.split() == WORDS


def test_every_font_is_embedded_and_none_is_helvetica(tmp_path: Path) -> None:
    fonts = dict(font_files(printed(tmp_path, *WORDS)))
    assert all(fonts.values())
    assert all(re.fullmatch(r"/[A-Z]{6}\+(BIZUD|IPAmj).*", name) for name in fonts)


def test_a_face_used_in_several_styles_is_embedded_once(tmp_path: Path) -> None:
    path = printed(tmp_path, "𠮷", "𠮷", "𠮷")
    assert [name[8:] for name, _ in font_files(path)] == ["IPAmjMincho", "BIZUDMincho-Regular"] or [
        name[8:] for name, _ in font_files(path)
    ] == ["IPAmjMincho"]


def test_a_variation_sequence_has_a_shape_of_its_own() -> None:
    font = typefaces().font(Style.MINCHO, "葛")
    assert font.glyph("葛\U000e0100").number != font.glyph("葛").number
    assert font.missing("葛\U000e0100") == []


def test_a_variation_the_fonts_lack_is_told_and_drawn_in_its_ordinary_shape() -> None:
    font = typefaces().font(Style.MINCHO, "葛")
    assert font.substituted("葛\U000e01ef飾区") == ["葛\U000e01ef"]
    assert font.missing("葛\U000e01ef飾区") == []
    assert font.glyph("葛\U000e01ef") == font.glyph("葛")


@pytest.mark.parametrize(
    "text", ["🙂", "नमस्ते", "مرحبا", "\u0e48", "a\u0e48", "\ue000", "\U000f0000", "\x07", "m\u0304", "1\ufe0f\u20e3"]
)
def test_what_no_font_has_is_missing_and_never_drawn(text: str) -> None:
    missing = typefaces().missing(text)
    assert missing
    with pytest.raises(UnprintableCharacter):
        typefaces().font(Style.MINCHO, text).glyph(missing[0])


def test_each_missing_character_is_named_once_in_reading_order() -> None:
    assert typefaces().missing("髙🙂ש🙂\n") == ["🙂", "ש"]
    assert code_points("🙂") == "U+1F642"


def test_a_register_s_kanji_is_never_normalised() -> None:
    for kanji in "神福都朗隆塚晴":
        assert list(clusters(kanji + "\U000e0100")) == [kanji + "\U000e0100"]
        assert list(clusters(f"{kanji}か\u3099")) == [kanji, "が"]


def test_only_kana_and_latin_are_composed() -> None:
    assert list(clusters("か\u3099か\u309ae\u0301葛\U000e0100")) == ["が", "か\u309a", "é", "葛\U000e0100"]


def test_format_characters_that_show_nothing_are_left_out() -> None:
    assert "".join(clusters("宮\u200b城\ufeff県")) == "宮城県"


def test_quotation_marks_are_wide_in_japanese_and_narrow_in_english() -> None:
    japanese = typefaces().font(Style.MINCHO, "“宮城”")
    english = typefaces().font(Style.MINCHO, "“Miyagi”")
    assert japanese.width("“") == 1000
    assert english.width("“") == 500
    assert english.width("’") < 320


def test_kanji_keep_their_full_width_and_letters_their_own() -> None:
    font = typefaces().font(Style.MINCHO, "宮A")
    assert [font.width(one) for one in "宮（）、。１—"] == [1000] * 7
    assert font.width("i") < font.width("W") < 1000


def test_reportlab_draws_with_the_same_font() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

    font = typefaces().font(Style.MINCHO, "宮")
    pdfmetrics.registerFont(font)
    buffer = BytesIO()
    canvas = Canvas(buffer, initialFontName=font.fontName)
    canvas.setFont(font.fontName, 12)
    canvas.drawRightString(400, 700, "宮城県𠮷")
    canvas.save()
    assert b"IPAmjMincho" in buffer.getvalue()
    assert font.stringWidth("宮城県𠮷", 12) == 48


def test_the_same_text_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import sys, hashlib; from datetime import datetime; from clair_desktop.output.pdf.paper import Paper;"
        "from clair_desktop.output.pdf.lines import Type; from clair_desktop.output.pdf.typefaces import Style;"
        "p = Paper('題', 'ja-JP', datetime(2026, 11, 20)); p.new_sheet(); p.bookmark('一');"
        "[p.text(90, 90 + 20 * i, t, Type(s, 11)) for i, s in enumerate(Style) for t in ['髙﨑𠮷葛\U000e0100 ABC']];"
        "print(hashlib.sha256(p.finished()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ
            | {"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": epoch, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, epoch in (("0", "Asia/Tokyo", "0"), ("1", "UTC", ""), ("4711", "America/New_York", "1"))
    }
    assert len(digests) == 1


def test_a_tab_or_a_space_of_any_kind_is_drawn_as_white() -> None:
    assert typefaces().missing("電話\t022\u00a0211\u202f2972\u2009") == []
    assert Passage("電話\t022", Style.MINCHO).one_line(12).text == "電話 022"


def test_a_subset_asked_for_by_code_points_is_the_very_one_asked_for_by_glyphs() -> None:
    path = resource("fonts", "BIZUDMincho-Regular.ttf")
    known, fresh = Face(path), Face(path)
    glyphs = (0, *(known.glyph(one) for one in "宮城県支部髙﨑1"))
    assert known.subset(glyphs) == fresh.subset(glyphs)


def test_a_subset_with_a_variant_holds_it_too() -> None:
    face = Face(resource("fonts", "BIZUDMincho-Regular.ttf"))
    glyphs = (0, face.glyph("葛"), face.glyph("葛\U000e0100"))
    assert len(set(face.subset(glyphs)[2])) == 3


def test_a_label_that_recurs_stands_at_each_of_its_places() -> None:
    paper = Paper("氏名", "ja-JP", datetime(2026, 11, 20))  # noqa: DTZ001
    paper.new_sheet()
    label = analysed("　担当者氏名", Style.MINCHO).one_line(10)
    paper.line(100, 100, label)
    paper.line(100, 130, label, width=200, alignment=Alignment.END)
    paper.line(100, 160, label, width=200, alignment=Alignment.SPREAD)
    paper.line(120, 190, label)
    drawn = [one.split(" Tm ") for one in paper.sheet.operators if one.startswith("BT")]
    assert [float(place.split()[5]) for place, _ in drawn] == [110, 250, 110, 130]
    assert drawn[0][1] == drawn[1][1] == drawn[3][1] != drawn[2][1]
    assert paper.sheet.texts == ["担当者氏名"] * 4
