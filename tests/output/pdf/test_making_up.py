"""The same papers made up for each receiver: contents that are right, dividers, fronts, marks of a copy."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from clair_desktop.domain.filled_papers import FilledPack, PageLayout
from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.output.pdf.enclosed import examined
from clair_desktop.output.pdf.foreign.examination import examine
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.paper import MM
from clair_desktop.output.pdf.typesetting import typeset
from tests.output.pdf.foreign import changed, foreign_pdf
from tests.output.pdf.papers import COSTS, ENGLISH_LETTER, LETTER, PACK, document, enclosure, form, pack_of, table_form
from tests.output.pdf.reading import dark_share, page_texts

QUOTATION, PLAN = foreign_pdf("Quotation p1", "Quotation p2", "Quotation p3"), foreign_pdf("Plan p1")
EVERYTHING = MakeUp(contents=True, dividers=True, fronts=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "進達.pdf"


def enclosed(**changes: object) -> FilledPack:
    files = [enclosure("見積書.pdf", QUOTATION), enclosure("図面.pdf", PLAN)]
    return pack_of(LETTER, form(), table_form(COSTS), enclosures=files, **changes)


def printed(pack: FilledPack, path: Path) -> list[str]:
    assert print_pack(pack, path).pages == len(page_texts(path))
    return page_texts(path)


def outline(path: Path) -> list[tuple[str, int]]:
    """The outline's entries with the page they lead to, from 1."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as entries:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        return [(str(one.title), numbers[_target(pdf, one)]) for one in entries.root]


def _target(pdf: pikepdf.Pdf, entry: pikepdf.OutlineItem) -> tuple[int, int]:
    found = entry.destination
    if isinstance(found, pikepdf.String | pikepdf.Name):
        found = pdf.Root.Dests[f"/{str(found).lstrip('/')}"]
    return found[0].objgen


@pytest.mark.parametrize(
    ("language", "title", "head", "divider"),
    [("en", "Contents", "No.PaperPage", "Enclosure 2: 図面.pdf"),
     ("both", "目次 / Contents", "番号No.書類Paper頁Page", "添付資料2 / Enclosure 2\u3000図面.pdf")],
)  # fmt: skip
def test_contents_dividers_and_outline_speak_the_packs_language(
    path: Path, language: str, title: str, head: str, divider: str
) -> None:
    pack = replace(enclosed(made_up=EVERYTHING), language=language)
    if language == "en":
        pack = replace(pack, documents=[replace(one, language="en") for one in pack.documents])
    texts, entries = printed(pack, path), dict(outline(path))
    assert head in texts[entries[title] - 1]
    assert re.sub(r"\s", "", divider) in texts[entries[title] - 1]
    assert divider in entries
    assert "Enclosure2" in texts[entries[divider] - 1]
    assert any("Thispageisintentionallyleftblank" in text for text in texts)


@pytest.mark.parametrize("dividers", [False, True])
@pytest.mark.parametrize("fronts", [False, True])
def test_the_contents_give_the_page_on_which_each_paper_begins(path: Path, dividers: bool, fronts: bool) -> None:
    texts = printed(enclosed(made_up=MakeUp(contents=True, dividers=dividers, fronts=fronts)), path)
    entries = dict(outline(path))
    contents = texts[entries["目次"] - 1]
    for name, page in entries.items():
        if name != "目次":
            title = re.sub(r"\s", "", name)
            assert f"{title}{page}" in contents, (name, page)
    assert "Quotationp1" in texts[entries["添付資料1　見積書.pdf"] - 1 + (0 if not dividers else 2 if fronts else 1)]


def test_contents_of_many_pages_still_count_themselves(path: Path) -> None:
    files = [enclosure(f"資料{number:03}.pdf", PLAN) for number in range(1, 91)]
    texts = printed(pack_of(LETTER, enclosures=files, made_up=MakeUp(contents=True)), path)
    contents = sum("資料0" in text and "Planp1" not in text for text in texts)
    assert contents > 1
    assert f"添付資料90資料090.pdf{len(texts)}" in "".join(texts)
    assert dict(outline(path))["添付資料90　資料090.pdf"] == len(texts)


def test_backs_are_counted_with_the_pages_bound_in_before_them() -> None:
    """The divider of the second enclosure is page 6, a back, though only the third sheet of the pack's own."""
    files = [enclosure("見積書.pdf", QUOTATION), enclosure("図面.pdf", PLAN)]
    pack = pack_of(LETTER, enclosures=files, made_up=MakeUp(dividers=True), layout=PageLayout(left=40, mirrored=True))
    with examined(pack.enclosures) as bound:
        dividers = typeset(pack, bound).sheets[1:]
    edges = [re.search(r"w ([0-9.]+) [0-9.]+ m", " ".join(sheet.operators))[1] for sheet in dividers]
    assert [float(edge) for edge in edges] == pytest.approx([20 * MM, 20 * MM], abs=0.01)  # pages 2 and 6


def test_each_enclosure_has_a_divider_with_its_number_and_name(path: Path) -> None:
    texts = printed(enclosed(made_up=MakeUp(dividers=True)), path)
    at = next(number for number, text in enumerate(texts) if "添付資料1見積書.pdf" in text)
    assert "Quotationp1" in texts[at + 1]
    assert "添付資料2図面.pdf" in texts[at + 4]
    assert "Planp1" in texts[at + 5]
    assert [page for name, page in outline(path) if name.startswith("添付資料")] == [at + 1, at + 5]


def test_for_printing_on_both_sides_each_part_begins_on_a_front(path: Path) -> None:
    texts = printed(enclosed(made_up=EVERYTHING), path)
    assert all(page % 2 for _, page in outline(path))
    starts = [number for number, text in enumerate(texts, start=1) if "Quotationp1" in text or "Planp1" in text]
    assert all(page % 2 for page in starts)
    assert any("余白" in text for text in texts)


def test_every_page_is_numbered_in_turn_blank_ones_too(path: Path) -> None:
    texts = printed(enclosed(made_up=EVERYTHING), path)
    assert all(f"{number}/{len(texts)}" in text for number, text in enumerate(texts, start=1))


def test_a_copy_says_on_every_page_whose_it_is(path: Path) -> None:
    texts = printed(enclosed(made_up=MakeUp(copy=PackCopy.BRANCH, dividers=True)), path)
    assert all("支部控" in text for text in texts)
    assert "支部控" not in "".join(printed(enclosed(made_up=MakeUp(copy=PackCopy.HEADQUARTERS)), path))


def test_each_paper_of_a_copy_says_it_in_its_own_language(path: Path) -> None:
    papers = [document(LETTER), document(ENGLISH_LETTER, "en")]
    japanese, english = printed(replace(pack_of(LETTER), documents=papers, made_up=MakeUp(copy=PackCopy.BRANCH)), path)
    assert ("支部控" in japanese, "Branchcopy" in japanese) == (True, False)
    assert ("支部控" in english, "Branchcopy" in english) == (False, True)


def test_what_stays_with_the_branch_stands_after_the_enclosures_on_a_front(path: Path) -> None:
    checklist = document(form(), internal=True)
    pack = enclosed(made_up=EVERYTHING)
    pack = FilledPack(
        **{**{name: getattr(pack, name) for name in pack.__slots__}, "documents": [*pack.documents, checklist]}
    )
    texts = printed(pack, path)
    assert "部内用1/" in texts[-1] or "部内用2/" in texts[-1]
    internal = next(number for number, text in enumerate(texts, start=1) if "部内用1/" in text)
    assert internal % 2


def test_without_options_a_pack_is_what_it_was(path: Path) -> None:
    plain = print_pack(PACK, path).sha256
    assert print_pack(pack_of(*[one.content for one in PACK.documents], made_up=MakeUp()), path).sha256 != ""
    assert print_pack(PACK, path).sha256 == plain


@pytest.mark.parametrize(("box", "upright"), [([0, 0, 842, 1191], True), ([0, 0, 1191, 842], False)])
def test_a_larger_page_is_shrunk_whole_to_a4(tmp_path: Path, box: list[int], upright: bool) -> None:
    source, target = tmp_path / "a3", tmp_path / "a4.pdf"
    source.write_bytes(changed(foreign_pdf("Plan"), MediaBox=box))
    found = examine("図面.pdf", "application/pdf", source, target, shrunk=True)
    (remark,) = [one for one in found.condition.remarks if not one.is_quiet]
    assert remark.wording.ja.startswith("1頁（A3）はA4に縮めて")
    with pikepdf.open(target) as pdf:
        width, height = (float(edge) for edge in pdf.pages[0].mediabox[2:])
    assert (width < height) is upright
    assert sorted((round(width), round(height))) == [595, 842]
    assert page_texts(target) == ["Plan"]


def test_a_turned_larger_page_is_shrunk_as_it_is_seen(tmp_path: Path) -> None:
    source, target = tmp_path / "a3", tmp_path / "a4.pdf"
    turned = changed(foreign_pdf("Plan"), MediaBox=[0, 0, 842, 1191], Rotate=90)
    source.write_bytes(turned)
    before = tmp_path / "before.pdf"
    before.write_bytes(turned)
    examine("図面.pdf", "application/pdf", source, target, shrunk=True)
    spot = (0.3, 0.1, 0.4, 0.2)
    assert dark_share(target, 0, spot) == pytest.approx(dark_share(before, 0, spot), abs=0.02)
    assert dark_share(target, 0, (0, 0, 1, 1)) > 0
