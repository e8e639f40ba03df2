"""Is this file the one we released? The very file, saved anew, altered, of another case, or none of ours."""

import re
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.verifying import Standing
from tests.services.casework import burial, changed, grant, pdf

JA = Language.JA


@pytest.fixture
def released(office, tmp_path) -> Path:
    """Fuji's application, sent on 24 September 2026."""
    sheet = office.steps.take(grant(office).number, "transmit", on=date(2026, 9, 24), document_number="国際第101号")
    (sent,) = (office.folder / "packs" / sheet.number).iterdir()
    copy = tmp_path / "受け取った書類.pdf"
    copy.write_bytes(sent.read_bytes())
    return copy


def saved_anew(path: Path, change=lambda pdf: None, **how) -> Path:
    target = path.with_name(f"{path.stem}（保存し直し）.pdf")
    with pikepdf.open(path) as opened:
        change(opened)
        opened.save(target, **how)
    return target


def test_the_very_file_is_known_with_its_case_state_and_day(office, released):
    found = office.verifying.verify(released)
    assert found.standing is Standing.RELEASED
    (printing,) = found.printings
    assert (printing.case_number, printing.pack_id, printing.how) == ("R8-0001", "R8-0001-P01", "sent")
    assert (printing.document_number, printing.on) == ("国際第101号", date(2026, 9, 24))
    assert "申請書一式（進達）（R8-0001-P01" in printing.told().ja
    assert "令和8年9月24日" in printing.told().ja


def test_the_same_pages_saved_by_another_program_are_as_released(office, released):
    for how in ({"linearize": True}, {"object_stream_mode": pikepdf.ObjectStreamMode.disable}):
        assert office.verifying.verify(saved_anew(released, **how)).standing is Standing.RESAVED


def test_without_its_properties_the_cover_still_says_which_pack_it_is(office, released):
    def forget(opened: pikepdf.Pdf) -> None:
        del opened.docinfo["/Keywords"]

    assert office.verifying.verify(saved_anew(released, forget)).standing is Standing.RESAVED


def test_pages_written_in_another_way_are_looked_at(office, released):
    """A print-to-PDF program draws the same page with other operators."""

    def rewrite(opened: pikepdf.Pdf) -> None:
        for page in opened.pages:
            page.contents_add(b"q Q", prepend=True)

    assert office.verifying.verify(saved_anew(released, rewrite)).standing is Standing.RESAVED


def test_a_figure_that_was_altered_is_named_by_its_page(office, released):
    """Two digits of the amount changed places in the file."""

    def alter(opened: pikepdf.Pdf) -> None:
        page = opened.pages[2]
        content = page.Contents.read_bytes()
        shown = re.search(rb"(?<!ActualText )<[0-9a-fA-F]{8,}", content)
        assert shown is not None
        first, code = shown.start(), shown[0][1:5]
        page.Contents = opened.make_stream(content[: first + 1] + code + content[first + 1 :])

    found = office.verifying.verify(saved_anew(released, alter))
    assert found.standing is Standing.ALTERED
    assert [one.ja for one in found.differences] == ["3ページ：文字が発行したものと違います。"]


def test_a_stroke_drawn_over_a_page_is_named(office, released):
    def strike(opened: pikepdf.Pdf) -> None:
        opened.pages[0].contents_add(b"q 3 w 100 600 m 400 600 l S Q")

    found = office.verifying.verify(saved_anew(released, strike))
    assert found.standing is Standing.ALTERED
    assert [one.en for one in found.differences] == [
        "Page 1: the same text, but what is drawn (pictures, marks, notes) is not what was released."
    ]


def test_a_page_that_was_left_out_is_counted(office, released):
    def drop(opened: pikepdf.Pdf) -> None:
        del opened.pages[-1]

    found = office.verifying.verify(saved_anew(released, drop))
    assert found.standing is Standing.ALTERED
    assert found.differences[0].ja.startswith("発行したものは")


def test_another_content_under_the_same_number_is_altered(office, released):
    def claim(opened: pikepdf.Pdf) -> None:
        opened.docinfo["/Keywords"] = f"CLAIR:R8-0001:R8-0001-P01:{'A' * 64}"

    found = office.verifying.verify(saved_anew(released, claim))
    assert found.standing is Standing.ALTERED
    assert found.differences[0].ja == "書類番号R8-0001-P01の内容の照合値が、発行したものと違います。"


def test_a_file_of_nobody_and_one_that_was_only_looked_at_are_unknown(office, tmp_path):
    stranger = tmp_path / "見積書.pdf"
    stranger.write_bytes(pdf(2))
    assert office.verifying.verify(stranger).standing is Standing.UNKNOWN
    sheet = grant(office)
    seen = office.documents.preview(sheet, "application", [JA], tmp_path / "案.pdf")
    assert office.verifying.verify(seen.path).standing is Standing.UNKNOWN


def test_an_earlier_pack_of_the_case_is_known_as_that_one(office, tmp_path):
    sheet = burial(office)
    first = office.documents.print(sheet.number, "sounding", [JA], tmp_path / "前.pdf")
    changed(office, sheet, title="別の件名")
    office.documents.print(sheet.number, "sounding", [JA], tmp_path / "後.pdf")
    (printing,) = office.verifying.verify(first.path).printings
    assert printing.pack_id == f"{sheet.number}-P01"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused_in_words(office, papers, content):
    with pytest.raises(Refusal) as refused:
        office.verifying.verify(papers("名簿.pdf", content))
    assert refused.value.wording.ja == "「名簿.pdf」はPDFとして開けません。PDFのファイルを選んでください。"


def test_a_file_that_is_not_there_is_refused_in_words(office, tmp_path):
    with pytest.raises(Refusal, match="cannot be read"):
        office.verifying.verify(tmp_path / "ない.pdf")
