"""Underlined and raised words on paper: read as typed, told as what they are, lines ending where they ended before."""

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from clair_desktop.domain.emphasis import marked, plain
from clair_desktop.domain.filled_papers import FilledLetter
from clair_desktop.output.pdf.emphasised import runs_of
from clair_desktop.output.pdf.flow import BODY, Flow
from clair_desktop.output.pdf.lines import analysed
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style
from tests.output.pdf.papers import LETTER, form, pack_of
from tests.output.pdf.reading import page_texts, type_sizes

DEADLINE = marked(
    "このことについて、令和8年11月20日（金）<u>必着</u>で、別添の様式<sup>注1)</sup>により"
    "髙﨑（𠮷田）まで提出してください。なお、<u>期限を過ぎたものは受け付けません</u><sup>注2)</sup>ので、"
    "余裕をもって御準備くださいますようお願いいたします。"
)  # fmt: skip


def letter(text: str, language_letter: FilledLetter = LETTER) -> FilledLetter:
    return replace(language_letter, paragraphs=[text])


def lines(path: Path) -> str:
    return "".join("".join(page_texts(path)).split())


def printed(tmp_path: Path, *contents: FilledLetter) -> Path:
    path = tmp_path / "letter.pdf"
    print_pack(pack_of(*contents), path)
    return path


def test_the_text_reads_as_typed_by_two_readers(tmp_path: Path) -> None:
    path = printed(tmp_path, letter(DEADLINE))
    assert plain(DEADLINE) in lines(path)
    poppler = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    assert "11月20日（金）必着で" in poppler.replace("\n", "")
    assert "期限を過ぎたものは受け付けません" in poppler.replace("\n", "").replace(" ", "")


def test_a_justified_line_with_words_set_off_is_copied_without_a_space_that_nobody_typed(tmp_path: Path) -> None:
    """However its white falls: begun with more and more signs, so that every line is justified in many ways."""
    said = marked(
        "このことについて、別添のとおり依頼がありましたので、令和8年度の海外依頼調査について<u>関係書類</u>を添えて下記により"
        "送付しますから、よろしくお願いします。なお、<u>11月20日</u><sup>注1</sup>までに御回答ください。"
    )  # fmt: skip
    texts = [f"{'◎' * count}{said}" for count in range(1, 15)]
    path = printed(tmp_path, replace(LETTER, paragraphs=texts, items=[]))
    with pypdfium2.PdfDocument(path) as document:
        pdfium = "".join(page.get_textpage().get_text_range() for page in document)
    readers = [pdfium, *(_by_poppler(path, *how) for how in ((), ("-raw",)))]
    for copied in readers:
        whole = re.sub(r"[\r\n\f]", "", copied)
        assert [text for text in texts if plain(text) not in re.sub(r"[0-9]/[0-9]", "", whole)] == []


def _by_poppler(path: Path, *how: str) -> str:
    return subprocess.run(["pdftotext", *how, path, "-"], capture_output=True, check=True).stdout.decode()


def test_underlined_words_change_no_line(tmp_path: Path) -> None:
    text = "令和8年11月20日（金）必着で、別添の様式により提出してください。" * 4
    underlined = marked(text.replace("必着", "<u>必着</u>").replace("11月20日", "<u>11月20日</u>"))
    for width in range(90, 420, 17):
        bare = [(one.text, one.width) for one in analysed(text, Style.MINCHO).lines(width, 12, 12, hanging=True)]
        set_off = analysed(underlined, Style.MINCHO).lines(width, 12, 12, hanging=True)
        assert [one.text for one in set_off] == [one for one, _width in bare]
        assert [one.width for one in set_off] == pytest.approx([one for _text, one in bare])


def test_a_mark_of_reference_is_not_parted_from_its_word() -> None:
    passage = analysed(marked("別添の様式<sup>注1)</sup>により"), Style.MINCHO)
    for width in range(40, 130, 3):
        assert not any(one.text.startswith("注") for one in passage.lines(width, 12))


def test_a_justified_line_is_as_wide_with_words_set_off(tmp_path: Path) -> None:
    """The last character stands where it stands without any tags; measured by the other reader."""
    ends = []
    underlined = marked(plain(DEADLINE).replace("必着", "<u>必着</u>").replace("受け付け", "<u>受け付け</u>"))
    for name, text in (("bare", plain(DEADLINE)), ("set", underlined)):
        paper = Paper("文書", "ja-JP", datetime(2026, 11, 20, tzinfo=UTC))
        flow = Flow(paper)
        flow.begin()
        flow.put(text, BODY)
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(paper.finished())
        said = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True, check=True).stdout.decode()
        ends.append(max(float(one.split('"')[0]) for one in said.split('xMax="')[1:]))
    assert ends[0] == pytest.approx(ends[1], abs=0.6)


def spans(path: Path) -> list[tuple[str, str]]:
    found = []

    def walk(element: pikepdf.Object) -> None:
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            return
        if str(element.S) == "/Span":
            attributes = element.A
            kind = "underlined" if "/TextDecorationType" in attributes else ""
            found.append((str(element.P.S), kind + (" raised" if "/BaselineShift" in attributes else "")))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            walk(kid)

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot.K[0])
    return found


def test_whoever_hears_the_letter_is_told_what_is_set_off(tmp_path: Path) -> None:
    found = spans(printed(tmp_path, letter(DEADLINE)))
    assert ("/P", "underlined") in found
    assert ("/P", " raised") in found


def test_a_subject_a_head_and_an_item_may_be_underlined(tmp_path: Path) -> None:
    content = replace(
        LETTER,
        subject=marked("<u>至急</u>　海外調査について"),
        items=[(marked("<u>期限</u>"), marked("<u>11月20日</u>必着"))],
    )
    path = printed(tmp_path, content)
    assert "至急海外調査について" in lines(path)
    assert ("/H1", "underlined") in spans(path)
    assert ("/LBody", "underlined") in spans(path)


def test_a_raised_mark_is_never_below_eight_points(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    one = replace(form(), blocks=[marked("対象経費<sup>注1)</sup>は次のとおり。")])
    print_pack(pack_of(one, letter(DEADLINE)), path)
    assert min(type_sizes(path)) >= 8.0


def test_an_english_letter_keeps_its_words_apart(tmp_path: Path) -> None:
    english = marked("Applications <u>must arrive by 20 November 2026</u> on the form<sup>1)</sup> enclosed.")
    path = tmp_path / "en.pdf"
    print_pack(pack_of(replace(LETTER, paragraphs=[english], closing="")), path)
    with pypdfium2.PdfDocument(path) as document:
        said = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "Applications must arrive by 20 November 2026 on the form1) enclosed." in said


def test_underlined_white_is_a_line_to_write_on(tmp_path: Path) -> None:
    path = printed(tmp_path, letter(marked("担当者　<u>　　　　　　　　</u>　印は不要です。")))
    assert "担当者印は不要です。" in lines(path)


def test_a_line_to_write_on_stands_at_the_end_of_a_paragraph_too() -> None:
    with_blank = analysed(marked("担当者　<u>　　　　</u>"), Style.MINCHO).lines(400, 12)
    assert [one.width for one in with_blank] == [8000]
    (blank,) = [run for run in runs_of(with_blank[0], None, Alignment.START) if run.underlined]
    assert [blank.x + edge for edge in blank.underlined] == pytest.approx([48.0, 96.0])


def test_spread_and_centred_lines_carry_marks_too() -> None:
    paper = Paper("文書", "ja-JP", datetime(2026, 11, 20, tzinfo=UTC))
    paper.new_sheet()
    line = analysed(marked("<u>期</u>限"), Style.MINCHO).one_line(12)
    for alignment in Alignment:
        paper.line(100, 100, line, width=120, alignment=alignment)
    assert paper.sheet.texts == ["期限"] * len(Alignment)


def test_the_same_letter_gives_the_same_bytes(tmp_path: Path) -> None:
    first = printed(tmp_path, letter(DEADLINE)).read_bytes()
    assert printed(tmp_path, letter(DEADLINE)).read_bytes() == first
