"""A pack is one file that carries every value, numbers its pages, and is replaced only by one that reads back."""

import gc
import os
import re
import subprocess
import sys
import unicodedata
import weakref
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfdoc import PDFDocument

from clair_desktop.domain.filled_papers import Cell, FilledPack
from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.pdf import packs
from clair_desktop.output.pdf.enclosed import Bound
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.proof import NotProven
from clair_desktop.output.pdf.read_back import ReadBackFault, read_back
from clair_desktop.output.pdf.typesetting import typeset
from clair_desktop.support.collecting import without_collecting
from tests.output.pdf.foreign import foreign_pdf
from tests.output.pdf.papers import (
    COSTS,
    ENGLISH_LETTER,
    LETTER,
    NAMES,
    PACK,
    PURPOSE,
    QUESTIONS,
    document,
    enclosure,
    fields,
    form,
    pack_of,
    table_form,
)
from tests.output.pdf.reading import dark_share, font_files, page_texts, type_sizes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "進達.pdf"


def test_every_value_of_the_case_can_be_read_from_the_pack(path: Path) -> None:
    print_pack(PACK, path)
    read = "".join(page_texts(path))
    for text in (NAMES, PURPOSE, LETTER.subject, "1,200,000円", "19,152,000", "はい", "いいえ", ENGLISH_LETTER.subject):
        assert re.sub(r"\s", "", text) in read


def test_pages_are_numbered_over_the_whole_pack(path: Path) -> None:
    printed = print_pack(PACK, path)
    texts = page_texts(path)
    assert printed.pages == len(texts) == 5
    assert [text.endswith(f"{number}/5") for number, text in enumerate(texts, start=1)] == [True] * 5


def test_the_file_says_what_it_is(path: Path) -> None:
    print_pack(PACK, path)
    with pikepdf.open(path) as pdf:
        assert pdf.pdf_version == "1.7"
        assert str(pdf.Root["/Lang"]) == "ja-JP"
        assert str(pdf.docinfo["/Title"]) == "海外調査依頼書の進達　R8-0001"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261120000000+09'00'"
        assert pdf.Root["/ViewerPreferences"]["/PrintScaling"] == "/None"
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [one.name for one in PACK.documents]


def test_every_page_is_a4_and_every_font_embedded(path: Path) -> None:
    print_pack(replace(PACK, documents=[*PACK.documents, document(table_form(QUESTIONS))]), path)
    assert all(embedded for _, embedded in font_files(path))
    with pikepdf.open(path) as pdf:
        boxes = {tuple(round(float(edge)) for edge in page.mediabox) for page in pdf.pages}
    assert boxes == {(0, 0, 595, 842), (0, 0, 842, 595)}


def test_nothing_is_set_smaller_than_eight_points(path: Path) -> None:
    wide = replace(
        COSTS, heads=[f"見出し{n}" for n in range(14)], widths=[1] * 14, rows=[[Cell("12,345,678")] * 14], total=None
    )
    print_pack(pack_of(LETTER, form(PURPOSE * 40), table_form(wide)), path)
    assert min(type_sizes(path)) >= 8


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (print_pack(PACK, tmp_path / name) for name in ("1.pdf", "2.pdf"))
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.sha256 == second.sha256


def test_another_process_with_another_hash_seed_gives_the_same_bytes(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.output.pdf.papers import PACK;"
        "from clair_desktop.output.pdf.packs import print_pack; print(print_pack(PACK, Path(sys.argv[1])).sha256)"
    )
    digests = {print_pack(PACK, path).sha256}
    for seed in ("0", "99"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "America/New_York", "PYTHONPATH": str(Path.cwd())}
        ran = subprocess.run([sys.executable, "-c", program, path], env=environment, capture_output=True, check=True)
        digests.add(ran.stdout.decode().strip())
    assert len(digests) == 1


def test_a_missing_glyph_stops_printing_and_names_the_field(path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        print_pack(pack_of(LETTER, form(person="担当者　🙂ש")), path)
    assert "「担当者氏名」" in refusal.value.wording.ja
    assert "“Person in charge”" in refusal.value.wording.en
    assert "🙂" in refusal.value.wording.ja
    assert "U+1F642" in refusal.value.wording.ja
    assert [("ש" in one.ja, "U+05E9" in one.en) for one in refusal.value.details] == [(False, False), (True, True)]
    assert list(path.parent.iterdir()) == []


def test_an_older_file_stays_when_printing_is_refused(path: Path) -> None:
    print_pack(PACK, path)
    before = path.read_bytes()
    with pytest.raises(Refusal):
        print_pack(pack_of(form(person="\ue000")), path)
    assert path.read_bytes() == before


def test_a_missing_glyph_is_found_wherever_it_stands(path: Path) -> None:
    rows = [[Cell("1"), Cell("旅費"), Cell("नमस्ते"), Cell("1", number=True)]]
    with pytest.raises(Refusal, match="内容, row 1"):
        print_pack(pack_of(table_form(replace(COSTS, rows=rows, total=None))), path)
    with pytest.raises(Refusal, match="Subject"):
        print_pack(pack_of(replace(LETTER, subject="مرحبا")), path)


def test_a_variant_printed_in_its_ordinary_form_is_told(path: Path) -> None:
    printed = print_pack(pack_of(form(person="葛\U000e01ef城")), path)
    assert len(printed.warnings) == 1
    assert "「担当者氏名」" in printed.warnings[0].ja
    assert "U+845B U+E01EF" in printed.warnings[0].en


def test_a_sample_is_marked_on_every_page_and_stays_readable(path: Path) -> None:
    print_pack(replace(PACK, sample=True), path)
    texts = page_texts(path)
    assert all("見本SAMPLE" in text for text in texts)
    assert re.sub(r"\s", "", PURPOSE) in "".join(texts)
    assert dark_share(path, 0, (0.2, 0.3, 0.8, 0.7)) < 0.2


def test_papers_that_stay_in_the_branch_come_last_and_leave_no_gap_in_the_numbers(path: Path) -> None:
    content = foreign_pdf("Leaflet of Fuji")
    documents = [document(LETTER), document(table_form(COSTS), internal=True), document(form())]
    print_pack(replace(PACK, documents=documents, enclosures=[enclosure("要綱.pdf", content)]), path)
    texts = page_texts(path)
    assert ["部内用" in text for text in texts] == [False, False, False, True, True]
    numbers = ["1/3", "2/3", "3/3", "部内用1/2", "部内用2/2"]
    assert [number in text for number, text in zip(numbers, texts, strict=True)] == [True] * 5
    assert "LeafletofFuji" in texts[2]
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            LETTER.subject, "海外調査依頼書", "添付資料1　要綱.pdf", "経費内訳書",
        ]  # fmt: skip
    print_pack(replace(PACK, documents=[document(table_form(COSTS), "en", internal=True)]), path)
    assert "Forthebranchonly1/2" in page_texts(path)[0]


def test_a_file_that_does_not_read_back_is_never_put_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    print_pack(PACK, path)
    before = path.read_bytes()
    original = packs.typeset

    def forgetful(pack: FilledPack, bound: Sequence[Bound]) -> packs.Paper:
        paper = original(pack, bound)
        paper.sheets[0].texts.append("この行は描かれていない")
        return paper

    monkeypatch.setattr(packs, "typeset", forgetful)
    with pytest.raises(NotProven) as refused:
        print_pack(pack_of(form()), path)
    assert [one.ja for one in refused.value.details] == ["1ページ：「この行は描かれていない」がありません。"]
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_with_a_page_too_few_does_not_read_back(path: Path) -> None:
    print_pack(PACK, path)
    with pytest.raises(ReadBackFault, match="5 pages instead of 6"):
        read_back(path, [[]] * 6)


def test_both_languages_may_follow_one_another(path: Path) -> None:
    pack = replace(PACK, language="both", documents=[document(LETTER), document(form(), "both")])
    print_pack(pack, path)
    assert "担当者氏名Personincharge" in page_texts(path)[1]


def test_labels_stand_in_the_paper_s_own_language(path: Path) -> None:
    english = replace(form(), blocks=[fields()])
    print_pack(replace(PACK, language="en", documents=[document(english, "en")]), path)
    text = page_texts(path)[0]
    assert "Personincharge" in text
    assert "担当者氏名" not in text


@pytest.mark.parametrize("number", ["国𠮷第1号", "国葛\U000e0100第1号", "国\u200b第1号", "ﬁ第1号"])
def test_a_spread_number_reads_back_whatever_it_holds(path: Path, number: str) -> None:
    """pdfium leaves characters beyond U+FFFF out of a told text, and takes ligatures apart."""
    print_pack(pack_of(replace(LETTER, number=number)), path)
    assert unicodedata.normalize("NFKC", number.replace("\u200b", "")) in page_texts(path)[0]


def test_a_single_character_behind_white_is_not_lost(path: Path) -> None:
    rows = [[Cell("1"), Cell("　　腛\n鶻"), Cell("\u200b"), Cell("1", number=True)]]
    print_pack(pack_of(table_form(replace(COSTS, rows=rows))), path)
    assert "腛" in page_texts(path)[0]


RARE = st.lists(
    st.sampled_from([*"あア漢。（）-—…１éŁΩЖ①㈱■♪ﬁﾊ゛𠮷𡈽𩸽\u200b 　\n", "葛\U000e0100", "邉\U000e010f", "か\u309a"]),
    max_size=250,
).map("".join)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RARE, RARE, RARE)
def test_no_sound_paper_is_called_unreadable(path: Path, one: str, two: str, three: str) -> None:
    rows = [[Cell(one), Cell(two), Cell(three), Cell("1,200", number=True)]] * 2
    letter = replace(LETTER, subject=one, paragraphs=[two], items=[(one[:8], three)], contact=[three[:40]])
    print_pack(pack_of(letter, form(two, one), table_form(replace(COSTS, rows=rows)), sample=True), path)


def test_a_paper_goes_by_itself_once_it_is_written() -> None:
    """Else the sheets of a thousand forms would stay in memory until the collector came."""
    with without_collecting():
        paper = typeset(PACK)
        told = weakref.ref(paper)
        paper.finished()
        del paper
        assert told() is None


def test_nothing_of_a_file_stays_in_memory_however_many_are_made() -> None:
    def held() -> int:
        gc.collect()
        return sum(isinstance(one, PDFDocument) for one in gc.get_objects())

    before = held()
    for _ in range(3):
        typeset(PACK).finished()
    assert held() == before
