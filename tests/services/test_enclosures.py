"""The papers enclosed with a case: every kind of file a municipality sends, good and bad."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from tests.output.pdf.bad_files import tiff
from tests.output.pdf.foreign import changed
from tests.services.casework import burial, grant, pdf, research


def png(mode="RGB"):
    written = BytesIO()
    Image.new(mode, (40, 60), "white").save(written, "PNG")
    return written.getvalue()


def refused(office, sheet, file, said):
    before = office.cases.get(sheet.number)
    with pytest.raises(Refusal) as refusal:
        office.enclosures.add(sheet.number, [file])
    assert said in refusal.value.wording.ja
    assert file.name in refusal.value.wording.ja
    assert file.name in refusal.value.wording.en
    assert office.cases.get(sheet.number) == before


def test_files_are_enclosed_in_the_order_given_under_their_own_names(office, papers):
    sheet = grant(office)
    files = [
        papers("見積書（髙﨑商店）.pdf", pdf(2)),
        papers("図面 100%.png", png()),
        papers("内訳.xlsx", b"PK\x03\x04"),
    ]
    sheet = office.enclosures.add(sheet.number, files, "quotation")
    assert [line.name for line in sheet.enclosures] == ["見積書（髙﨑商店）.pdf", "図面 100%.png", "内訳.xlsx"]
    assert [line.merged for line in sheet.enclosures] == [True, True, False]
    assert [line.pages for line in sheet.enclosures] == [2, 1, None]
    assert {line.kind_label.ja for line in sheet.enclosures} == {"見積書"}


def test_two_files_of_one_name_are_two_enclosures(office, papers, tmp_path):
    sheet = grant(office)
    first = papers("見積書.pdf", pdf(1))
    other = tmp_path / "別"
    other.mkdir()
    (other / "見積書.pdf").write_bytes(pdf(3))
    sheet = office.enclosures.add(sheet.number, [first, other / "見積書.pdf", first])
    assert [(line.name, line.pages) for line in sheet.enclosures] == [
        ("見積書.pdf", 1),
        ("見積書.pdf", 3),
        ("見積書.pdf", 1),
    ]
    assert sheet.enclosures[0].sha256 == sheet.enclosures[2].sha256 != sheet.enclosures[1].sha256


def test_a_pdf_behind_a_password_is_refused_by_name(office, papers):
    locked = papers("秘密.pdf", pdf(1, encryption=pikepdf.Encryption(owner="x", user="y")))
    refused(office, grant(office), locked, "保護")


def test_a_pdf_that_only_restricts_printing_is_refused_by_name(office, papers):
    restricted = papers("制限.pdf", pdf(1, encryption=pikepdf.Encryption(owner="x", user="")))
    refused(office, grant(office), restricted, "保護")


@pytest.mark.parametrize("content", [b"%PDF-1.7\nrubbish", pdf(1)[:100], b"%PDF-"])
def test_a_broken_pdf_is_refused_by_name(office, papers, content):
    refused(office, grant(office), papers("壊れた.pdf", content), "壊れて")


def test_a_broken_picture_is_refused_by_name(office, papers):
    refused(office, grant(office), papers("写真.png", png()[:40]), "壊れて")


def test_an_empty_file_is_refused_by_name(office, papers):
    refused(office, grant(office), papers("空.pdf", b""), "空のファイル")


def test_a_missing_file_is_refused_by_name(office, tmp_path):
    refused(office, grant(office), tmp_path / "ない.pdf", "読めません")


def test_a_folder_is_refused_by_name(office, tmp_path):
    (tmp_path / "フォルダー").mkdir()
    refused(office, grant(office), tmp_path / "フォルダー", "読めません")


def test_one_bad_file_among_several_lets_none_in(office, papers):
    sheet = grant(office)
    with pytest.raises(Refusal):
        office.enclosures.add(sheet.number, [papers("良い.pdf", pdf()), papers("空.pdf", b"")])
    assert not office.cases.get(sheet.number).enclosures


def test_a_file_is_what_its_first_bytes_say_and_not_its_name(office, papers):
    sheet = grant(office)
    files = [papers("見積書.docx", pdf(1)), papers("実は文書.pdf", b"PK\x03\x04 not a pdf")]
    sheet = office.enclosures.add(sheet.number, files)
    assert [(line.media_type, line.merged) for line in sheet.enclosures] == [
        ("application/pdf", True),
        ("application/octet-stream", False),
    ]


def test_a_file_name_that_is_no_text_is_kept_with_a_mark(office, tmp_path):
    path = Path(str(tmp_path).encode().decode() + "/" + b"\xff\xfe.xlsx".decode("utf-8", "surrogateescape"))
    path.write_bytes(b"PK\x03\x04")
    sheet = office.enclosures.add(grant(office).number, [path])
    assert sheet.enclosures[0].name == "\ufffd\ufffd.xlsx"


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "1"])
def test_pictures_of_every_kind_are_bound_in(office, papers, tmp_path, mode):
    sheet = burial(office)
    office.enclosures.add(sheet.number, [papers(f"{mode}.png", png(mode))])
    printed = office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "一式.pdf")
    assert printed.pages > 2
    assert office.cases.get(sheet.number).enclosures[-1].pages == 1


def test_bound_enclosures_come_with_the_pack_and_others_are_listed_as_files(office, papers, tmp_path):
    sheet = burial(office)
    alone = office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "前.pdf")
    office.enclosures.add(
        sheet.number, [papers("図.png", png()), papers("統計.pdf", pdf(3)), papers("表.xlsx", b"PK\x03\x04")]
    )
    whole = office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "後.pdf")
    assert whole.pages == alone.pages + 4
    with pypdfium2.PdfDocument(whole.path) as document:
        text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    assert "統計.pdf" in text
    assert "表.xlsx" in text
    assert "別送（電子ファイル）" in text


def test_an_enclosure_is_named_taken_out_and_brought_back(office, papers):
    sheet = office.enclosures.add(grant(office).number, [papers("見積書.pdf", pdf())])
    (line,) = sheet.enclosures
    sheet = office.enclosures.set_kind(sheet.number, line.id, "quotation")
    assert sheet.enclosures[0].kind == "quotation"
    assert office.enclosures.set_kind(sheet.number, line.id, "quotation") == sheet
    assert not office.enclosures.remove(sheet.number, line.id).enclosures
    office.undo()
    assert office.cases.get(sheet.number).enclosures[0].sha256 == line.sha256
    assert office.enclosures.set_kind(sheet.number, line.id, None).enclosures[0].kind is None


def test_an_enclosure_of_another_case_is_not_touched(office, papers):
    mine = grant(office)
    theirs = office.enclosures.add(grant(office).number, [papers("見積書.pdf", pdf())])
    for act in (
        lambda: office.enclosures.remove(mine.number, theirs.enclosures[0].id),
        lambda: office.enclosures.set_kind(mine.number, 999, None),
    ):
        with pytest.raises(Refusal) as refusal:
            act()
        assert mine.number in refusal.value.wording.ja
    assert len(office.cases.get(theirs.number).enclosures) == 1


def test_a_kind_the_programme_does_not_know_is_refused(office, papers):
    sheet = grant(office)
    with pytest.raises(Refusal) as refusal:
        office.enclosures.add(sheet.number, [papers("見積書.pdf", pdf())], "japan_situation")
    assert "quotation" in refusal.value.wording.ja


def test_a_required_paper_counts_once_it_is_enclosed_as_such(office):
    sheet = research(office)
    assert sheet.enclosures[0].kind == "japan_situation"
    found = {one.rule for one in office.cases.judged(sheet).findings}
    assert "enclosure" not in found
    sheet = office.enclosures.set_kind(sheet.number, sheet.enclosures[0].id, "other")
    assert "enclosure" in {one.rule for one in office.cases.judged(sheet).findings}


def test_an_enclosed_file_is_written_out_as_it_came(office, papers, tmp_path):
    content = pdf(2)
    sheet = office.enclosures.add(grant(office).number, [papers("見積書.pdf", content)])
    office.enclosures.save_as(sheet.enclosures[0].id, tmp_path / "写し.pdf")
    assert (tmp_path / "写し.pdf").read_bytes() == content
    with pytest.raises(Refusal) as refusal:
        office.enclosures.save_as(sheet.enclosures[0].id, tmp_path / "ない" / "写し.pdf")
    assert "書き込めません" in refusal.value.wording.ja


def test_enclosing_nothing_changes_nothing(office):
    sheet = grant(office)
    assert office.enclosures.add(sheet.number, []) == sheet


@pytest.mark.parametrize("name", ["invoice\u202efdp.pdf", "a\nb.pdf", "x" * 200 + ".pdf"])
def test_a_strange_name_neither_hides_nor_stops_the_list_of_enclosures(office, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(pdf())
    sheet = office.enclosures.add(burial(office).number, [path])
    try:
        printed = office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "一式.pdf")
        refusal = None
    except Refusal as said:
        printed, refusal = None, said
    assert printed or "添付" in "".join(one.ja for one in (refusal.wording, *refusal.details))


def cut(pages=3):
    """A PDF whose end was lost on the way."""
    return pdf(pages)[:-40]


def test_a_repaired_file_is_enclosed_and_waits_for_a_persons_eye(office, papers, tmp_path):
    sheet = office.enclosures.add(burial(office).number, [papers("見積書.pdf", cut())])
    line = sheet.enclosures[-1]
    assert line.must_be_seen
    assert line.condition.remarks[0].wording.ja.startswith("修復しました")
    with pytest.raises(Refusal) as refusal:
        office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "一式.pdf")
    assert "「見積書.pdf」" in refusal.value.wording.ja
    assert "確認しました" in refusal.value.wording.ja
    assert not (tmp_path / "一式.pdf").exists()
    with pypdfium2.PdfDocument(office.enclosures.pages_of(line)) as pages:
        assert len(pages) == 3
    sheet = office.enclosures.looked_at(sheet.number, line.id)
    assert not sheet.enclosures[-1].must_be_seen
    assert sheet.enclosures[-1].condition.seen_by == "宮城県支部 担当者"
    assert office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "一式.pdf").pages > 3


def test_a_file_enclosed_again_needs_no_second_look(office, papers):
    content = cut()
    first = office.enclosures.add(burial(office).number, [papers("見積書.pdf", content)])
    office.enclosures.looked_at(first.number, first.enclosures[-1].id)
    again = office.enclosures.add(grant(office).number, [papers("写し.pdf", content)])
    assert not again.enclosures[-1].must_be_seen


def test_a_look_can_be_undone(office, papers):
    sheet = office.enclosures.add(burial(office).number, [papers("見積書.pdf", cut())])
    office.enclosures.looked_at(sheet.number, sheet.enclosures[-1].id)
    office.undo()
    assert office.cases.get(sheet.number).enclosures[-1].must_be_seen


def test_what_is_odd_about_a_file_is_told_with_every_pack(office, papers, tmp_path):
    sheet = office.enclosures.add(
        burial(office).number, [papers("図面.pdf", changed(pdf(), MediaBox=[0, 0, 842, 1191]))]
    )
    printed = office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "一式.pdf")
    (warning,) = printed.warnings
    assert warning.ja.startswith(
        "添付資料「図面.pdf」：1頁はA4より大きい用紙（A3）です。その大きさの用紙で印刷するか、"
    )


def test_a_kept_file_that_is_not_what_was_enclosed_is_refused_by_name(office, papers, tmp_path):
    """Somebody's tool changed the file of cases, or the disk did."""
    sheet = office.enclosures.add(burial(office).number, [papers("見積書.pdf", pdf(2))])
    line = sheet.enclosures[-1]
    spoil(office, line.sha256, b"%PDF-1.7 something else")
    for act in (
        lambda: office.documents.print(sheet.number, "sounding", [Language.JA], tmp_path / "一式.pdf"),
        lambda: office.enclosures.save_as(line.id, tmp_path / "写し.pdf"),
    ):
        with pytest.raises(Refusal) as refusal:
            act()
        assert "「見積書.pdf」" in refusal.value.wording.ja
        assert "SHA-256" in refusal.value.wording.ja
    assert not list(tmp_path.glob("一式*"))


def spoil(office, sha256, content):
    """Changes the kept bytes behind the program's back."""
    writer = office._desk.database._writer.raw_connection().driver_connection
    writer.execute("PRAGMA query_only = OFF")
    writer.execute("UPDATE contents SET bytes = ? WHERE sha256 = ?", [content, sha256])


def test_a_tiff_of_several_pages_is_bound_in(office, papers, tmp_path):
    fax = tiff(*(Image.new("1", (1728, 2200), 1) for _ in range(3)), compression="group4")
    sheet = office.enclosures.add(burial(office).number, [papers("ファクス.tif", fax)])
    assert (sheet.enclosures[-1].merged, sheet.enclosures[-1].pages) == (True, 3)


def test_a_pdf_behind_foreign_bytes_is_a_pdf(office, papers):
    sheet = office.enclosures.add(grant(office).number, [papers("見積書.pdf", b"HTTP/1.1 200 OK\r\n\r\n" + pdf(2))])
    assert (sheet.enclosures[0].media_type, sheet.enclosures[0].pages) == ("application/pdf", 2)
