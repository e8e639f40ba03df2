"""A pack wholly ours keeps (PDF/A-2u) and can be heard (PDF/UA-1): the structures the standards ask for, looked up in the file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from clair_desktop.domain.plain_blocks import SignatureLines
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.support.resources import resource
from tests.output.pdf.foreign import foreign_pdf
from tests.output.pdf.papers import COSTS, ENGLISH_LETTER, LETTER, PACK, document, enclosure, form, table_form

Node = Any


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    documents = [*PACK.documents, document(table_form(COSTS), internal=True)]
    path = print_pack(replace(PACK, documents=documents, sample=True), tmp_path_factory.mktemp("a") / "進達.pdf").path
    with pikepdf.open(path) as pdf:
        yield pdf


def kids(node: Node) -> list[Node]:
    held = node.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def elements(node: Node) -> Iterator[Node]:
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def kinds(node: Node) -> list[str]:
    return [str(kid.S)[1:] for kid in kids(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def metadata(pdf: pikepdf.Pdf) -> str:
    return bytes(pdf.Root.Metadata.read_bytes()).decode("utf-8")


def test_the_file_claims_its_standards(pack: pikepdf.Pdf) -> None:
    told = metadata(pack)
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in told
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "PDF/UA identification schema" in told
    assert "/Filter" not in pack.Root.Metadata


def test_metadata_and_document_information_agree(pack: pikepdf.Pdf) -> None:
    told = metadata(pack)
    assert f">{pack.docinfo['/Title']}</rdf:li>" in told
    assert f"<xmp:CreatorTool>{pack.docinfo['/Creator']}</xmp:CreatorTool>" in told
    assert f"<pdf:Producer>{pack.docinfo['/Producer']}</pdf:Producer>" in told
    assert str(pack.docinfo["/CreationDate"]) == str(pack.docinfo["/ModDate"]) == "D:20261120000000+09'00'"
    assert told.count("2026-11-20T00:00:00+09:00") == 2
    assert set(pack.docinfo.keys()) == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}


def test_colours_mean_the_same_everywhere(pack: pikepdf.Pdf) -> None:
    (intent,) = pack.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFA1"
    assert int(intent.DestOutputProfile.N) == 3
    assert intent.DestOutputProfile.read_bytes() == resource("icc", "srgb.icc").read_bytes()


def test_the_profile_names_no_platform_and_no_day_of_its_making() -> None:
    profile = resource("icc", "srgb.icc").read_bytes()
    assert profile[36:40] == b"acsp"
    assert profile[40:44] == bytes(4)


def test_every_stream_ends_on_a_line_of_its_own(tmp_path: Path) -> None:
    content = print_pack(PACK, tmp_path / "a.pdf").path.read_bytes()
    assert content.count(b"endstream") == len(re.findall(rb"\nendstream\nendobj", content))
    assert content.startswith(b"%PDF-1.7\n%")


def test_every_font_is_embedded_and_knows_its_text(pack: pikepdf.Pdf) -> None:
    fonts = {str(font.BaseFont): font for page in pack.pages for font in page.Resources.Font.values()}
    assert fonts
    for font in fonts.values():
        (descendant,) = font.DescendantFonts
        assert "/FontFile2" in descendant.FontDescriptor
        assert "/ToUnicode" in font
        assert isinstance(descendant.CIDToGIDMap, pikepdf.Stream)


def test_nothing_the_standards_forbid_is_in_the_file(pack: pikepdf.Pdf) -> None:
    assert not pack.is_encrypted
    assert not {"/AcroForm", "/OpenAction", "/AA", "/Names"} & set(pack.Root.keys())
    for page in pack.pages:
        assert not {"/Annots", "/AA", "/Group"} & set(page.obj.keys())
        assert "/XObject" not in page.Resources
        assert "/ExtGState" not in page.Resources


def test_the_paper_is_told_part_by_part_each_in_its_language(pack: pikepdf.Pdf) -> None:
    assert bool(pack.Root.MarkInfo.Marked)
    (root,) = kids(pack.Root.StructTreeRoot)
    assert str(root.S) == "/Document"
    assert kinds(root) == ["Sect"] * 5
    assert [str(part.Lang) for part in kids(root)] == ["ja-JP", "en-GB", "ja-JP", "ja-JP", "ja-JP"]
    for part in kids(root):
        assert kinds(part).count("H1") == 1
    assert {str(one.S) for one in elements(root)} <= {
        "/Sect", "/P", "/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD",
    }  # fmt: skip


def test_lists_and_tables_are_whole(pack: pikepdf.Pdf) -> None:
    for one in elements(pack.Root.StructTreeRoot):
        match str(one.S):
            case "/L":
                assert set(kinds(one)) == {"LI"}
            case "/LI":
                assert kinds(one) == ["Lbl", "LBody"]
            case "/Table":
                assert set(kinds(one)) == {"TR"}
                assert len({len(kids(row)) for row in kids(one)}) == 1
            case "/TR":
                assert set(kinds(one)) <= {"TH", "TD"}
            case "/TH":
                assert str(one.A.Scope) in {"/Row", "/Column"}


def test_a_table_over_two_sheets_is_one_table_with_one_head(pack: pikepdf.Pdf) -> None:
    tables = [one for one in elements(pack.Root.StructTreeRoot) if str(one.S) == "/Table"]
    (costs, _) = [one for one in tables if len(kids(one)) > 10]
    assert [kinds(row) for row in kids(costs)] == [["TH"] * 4, *[["TD"] * 4] * 57]


def test_every_mark_has_its_element_and_every_element_its_mark(pack: pikepdf.Pdf) -> None:
    owners = pack.Root.StructTreeRoot.ParentTree.Nums
    for place, page in enumerate(pack.pages):
        assert int(page.obj.StructParents) == int(owners[2 * place]) == place
        assert str(page.obj.Tabs) == "/S"
        marks = [int(one) for one in re.findall(rb"/MCID (\d+)>> BDC", page.Contents.read_bytes())]
        assert marks == list(range(len(owners[2 * place + 1])))
        for mark, owner in enumerate(owners[2 * place + 1]):
            held = [int(kid) for kid in kids(owner) if not isinstance(kid, pikepdf.Dictionary)]
            there = held if owner.Pg.objgen == page.obj.objgen else []
            others = [
                int(kid.MCID)
                for kid in kids(owner)
                if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid and kid.Pg.objgen == page.obj.objgen
            ]
            assert mark in {*there, *others}


def test_everything_drawn_is_either_told_or_an_artifact(pack: pikepdf.Pdf) -> None:
    for page in pack.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += name in {"BMC", "BDC"}
            depth -= name == "EMC"
            assert depth > 0 or name not in {"Tj", "TJ", "S", "f", "B"}, operands
        assert depth == 0


def test_a_spread_head_is_told_whole_and_what_follows_it_too(pack: pikepdf.Pdf) -> None:
    (told,) = re.findall(
        rb"/LBody <</ActualText <FEFF([0-9A-F]+)> /MCID \d+>> BDC", pack.pages[0].Contents.read_bytes()
    )[:1]
    assert bytes.fromhex(told.decode()).decode("utf-16-be") == "調査テーマ"


def test_annexes_and_lines_to_sign_on_are_told_and_sums_carried_over_stand_aside(tmp_path: Path) -> None:
    signed = SignatureLines([Wording("日付", "Date"), Wording("氏名（自署）", "Signature")])
    long = form("\n".join(f"{number:03}番目の段落。" for number in range(1, 121)))
    documents = [document(replace(long, blocks=[*long.blocks, signed])), document(table_form(COSTS))]
    with pikepdf.open(print_pack(replace(PACK, documents=documents), tmp_path / "a.pdf").path) as pdf:
        (first, costs) = kids(kids(pdf.Root.StructTreeRoot)[0])
        assert kinds(first)[-4:] == ["P", "H2", "P", "P"]
        test_everything_drawn_is_either_told_or_an_artifact(pdf)
        test_every_mark_has_its_element_and_every_element_its_mark(pdf)
        test_lists_and_tables_are_whole(pdf)
        (table,) = [one for one in elements(costs) if str(one.S) == "/Table"]
        assert len(kids(table)) == 1 + len(COSTS.rows) + 1


def test_page_numbers_and_marks_stand_aside(pack: pikepdf.Pdf) -> None:
    content = pack.pages[0].Contents.read_bytes()
    last_told = content.rindex(b"MCID")
    assert b"/Artifact BMC" in content[last_told:]


def test_a_ticked_box_is_told(pack: pikepdf.Pdf) -> None:
    contents = b"".join(page.Contents.read_bytes() for page in pack.pages)
    assert b"/ActualText <FEFF2611>" in contents
    assert b"/ActualText <FEFF2610>" in contents


def test_a_viewer_counts_as_the_sheets_are_numbered(pack: pikepdf.Pdf) -> None:
    (first, own, inside, branch) = pack.Root.PageLabels.Nums
    assert (int(first), str(own.S)) == (0, "/D")
    assert (int(inside), str(branch.P)) == (5, "部内用　")


def test_the_viewer_is_told_to_print_as_it_is(pack: pikepdf.Pdf) -> None:
    assert str(pack.Root.ViewerPreferences.PrintScaling) == "/None"
    assert bool(pack.Root.ViewerPreferences.DisplayDocTitle)


def test_a_pack_with_a_page_from_elsewhere_claims_nothing(tmp_path: Path) -> None:
    pack = replace(PACK, enclosures=[enclosure("要綱.pdf", foreign_pdf("From elsewhere"))])
    with pikepdf.open(print_pack(pack, tmp_path / "a.pdf").path) as pdf:
        told = metadata(pdf)
        assert "pdfaid:part" not in told
        assert "pdfuaid:part" not in told
        assert str(pdf.docinfo["/Title"]) in told


def test_letters_to_several_receivers_are_counted_each_for_itself(tmp_path: Path) -> None:
    apart = replace(PACK, documents=[document(LETTER), document(ENGLISH_LETTER, "en"), document(form())], apart=True)
    with pikepdf.open(print_pack(apart, tmp_path / "a.pdf").path) as pdf:
        assert [int(start) for start in list(pdf.Root.PageLabels.Nums)[::2]] == [0, 1, 2]


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    with pikepdf.open(print_pack(PACK, tmp_path / "a.pdf").path) as pdf:
        assert pdf.check_pdf_syntax() == []
