"""Enclosures attached to the PDF in place of pages bound in: ours stays PDF/A, and every file is proven and known."""

import io
from hashlib import sha256

import pikepdf
import pytest

from clair_desktop.domain.making_up import MakeUp
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf import packs
from clair_desktop.output.pdf.attaching import attached_in
from clair_desktop.output.pdf.proof import NotProven
from clair_desktop.services.verifying import Standing
from tests.output.pdf.foreign import foreign_pdf
from tests.output.pdf.reading import page_texts
from tests.services.casework import burial

ATTACHED = MakeUp(attached=True, contents=True)
QUOTE, SHEET = foreign_pdf("見積 1,200,000円", "内訳"), b"PK\x03\x04 1,200,000"


@pytest.fixture
def number(office, papers):
    sheet = office.enclosures.add(
        burial(office).number, [papers("見積書.pdf", QUOTE), papers("内訳.xlsx", SHEET)], "other"
    )
    return sheet.number


def printed(office, number, out, **options):
    return office.documents.print(number, "sounding", [Language.JA], out, made_up=MakeUp(**options))


def test_every_enclosure_goes_as_it_was_enclosed_and_no_page_of_it_is_bound_in(office, number, tmp_path):
    bound = printed(office, number, tmp_path / "綴込み.pdf", contents=True)
    out = tmp_path / "一式.pdf"
    made = printed(office, number, out, contents=True, attached=True)
    enclosed = office.cases.get(number).enclosures
    assert made.pages == bound.pages - sum(one.pages or 0 for one in enclosed)
    with pikepdf.open(out) as pdf:
        assert {name[3:]: digest for name, digest in attached_in(pdf).items()} == {
            one.name: one.sha256 for one in enclosed
        }
        assert sha256(QUOTE).hexdigest() in attached_in(pdf).values()


def test_the_file_claims_what_pdf_a_3_asks_for(office, number, tmp_path):
    printed(office, number, tmp_path / "一式.pdf", attached=True)
    with pikepdf.open(tmp_path / "一式.pdf") as pdf:
        told = "".join(pdf.Root.Metadata.read_bytes().decode().split())
        assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in told
        assert "<pdfuaid:part>1</pdfuaid:part>" in told
        specs = list(pdf.Root.AF)
        assert len(specs) == len(pdf.attachments)
        for spec in specs:
            assert spec.AFRelationship == pikepdf.Name.Supplement
            assert str(spec.F) == str(spec.UF)
            stream = spec.EF.F
            assert str(stream.Subtype).count("/") == 2
            assert "/ModDate" in stream.Params


def test_without_anything_to_attach_it_stays_pdf_a_2(office, tmp_path):
    sheet = burial(office)
    for one in sheet.enclosures:
        sheet = office.enclosures.remove(sheet.number, one.id)
    printed(office, sheet.number, tmp_path / "一式.pdf", attached=True)
    with pikepdf.open(tmp_path / "一式.pdf") as pdf:
        assert "<pdfaid:part>2<" in pdf.Root.Metadata.read_bytes().decode()


def test_the_contents_and_the_list_of_enclosures_say_that_they_are_attached(office, number, tmp_path):
    printed(office, number, tmp_path / "一式.pdf", contents=True, attached=True)
    texts = page_texts(tmp_path / "一式.pdf")
    contents = next(one for one in texts if "目次" in one)
    assert "見積書.pdf" in contents
    assert "添付" in contents
    assert any("本PDFに添付（電子ファイル）" in one for one in texts)


def test_a_pack_with_files_is_known_made_again_and_missed_where_a_file_was_exchanged(office, number, tmp_path):
    out = tmp_path / "一式.pdf"
    made = printed(office, number, out, attached=True)
    assert office.verifying.verify(out).standing is Standing.RELEASED
    assert office.releases.again(made.pack_id, tmp_path / "昔.pdf").same_file
    anew, changed = tmp_path / "保存.pdf", tmp_path / "差替.pdf"
    with pikepdf.open(out) as pdf:
        pdf.save(anew)
        name = next(one for one in pdf.attachments if one.endswith("内訳.xlsx"))
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, b"PK 9,999,999", filename=name)
        pdf.save(changed)
    assert office.verifying.verify(anew).standing is Standing.RESAVED
    found = office.verifying.verify(changed)
    assert found.standing is Standing.ALTERED
    assert [one.ja for one in found.differences] == [f"添付ファイル「{name}」が、発行したものと違います。"]


def test_a_file_that_is_not_in_the_pdf_stops_the_release(office, number, tmp_path, monkeypatch):
    original = packs.attach
    monkeypatch.setattr(packs, "attach", lambda content, files, *rest: original(content, files[:-1], *rest))
    with pytest.raises(NotProven) as refused:
        printed(office, number, tmp_path / "一式.pdf", attached=True)
    assert "内訳.xlsx" in refused.value.details[0].ja
    assert not (tmp_path / "一式.pdf").exists()


def test_what_must_be_seen_is_not_attached_unseen(office, papers, tmp_path):
    truncated = foreign_pdf("一", "二", "三")
    sheet = office.enclosures.add(
        burial(office).number, [papers("見積書.pdf", truncated.replace(b"startxref", b"startxxxx"))], "other"
    )
    with pytest.raises(Refusal):
        printed(office, sheet.number, tmp_path / "一式.pdf", attached=True)


def test_the_same_case_gives_the_same_file(office, number, tmp_path):
    first = printed(office, number, tmp_path / "1.pdf", attached=True).sha256
    assert printed(office, number, tmp_path / "2.pdf", attached=True).sha256 == first


def test_the_choice_is_kept_for_the_copy(office):
    office.documents.keep_made_up(ATTACHED)
    assert office.documents.made_up() == ATTACHED


def test_a_foreign_pdf_whose_attachment_cannot_be_read_is_still_told_from_ours(office, tmp_path):
    path = tmp_path / "他.pdf"
    with pikepdf.open(io.BytesIO(QUOTE)) as pdf:
        pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, b"a", filename="a.txt")
        del pdf.attachments["a.txt"].obj["/EF"]
        pdf.save(path)
    assert office.verifying.verify(path).standing is Standing.UNKNOWN
