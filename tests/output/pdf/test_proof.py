"""The proof of a finished pack: a file that was tampered with on its way to the disk is refused, in words, and not written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from clair_desktop.domain.filled_papers import Cell, FilledFields, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.proofs import Fact, FactKind, misread
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf import packs
from clair_desktop.output.pdf.packs import print_pack
from clair_desktop.output.pdf.proof import NotProven, prove
from clair_desktop.output.pdf.wanted import Wanted
from tests.output.pdf.foreign import foreign_pdf
from tests.output.pdf.papers import ENGLISH_LETTER, LETTER, PACK, document, enclosure, form, pack_of, table_form

REQUESTED = Wording("助成申請額", "Amount requested")


def claim(amount: str) -> FilledForm:
    blocks = [FilledFields([(REQUESTED, Cell(amount, number=True, source=REQUESTED))])]
    return replace(form(), title="助成申請書", blocks=blocks)


def yen(value: int, said: str, number: int = 1) -> Fact:
    return Fact(number, "requested", REQUESTED, FactKind.AMOUNT, str(value), said)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "進達.pdf"


@pytest.fixture
def tampered(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Prints a pack whose file is changed behind the program's back before it is proven; gives the faults in Japanese."""

    def printed(pack: FilledPack, change: Callable[[Path], None], facts: list[Fact] | None = None) -> list[str]:
        print_pack(pack, path)
        before = path.read_bytes()

        def changed_first(part: Path, wanted: Wanted):
            change(part)
            return prove(part, wanted)

        monkeypatch.setattr(packs, "prove", changed_first)
        with pytest.raises(NotProven) as refused:
            print_pack(pack, path, facts=facts or [])
        assert path.read_bytes() == before
        assert [one.name for one in path.parent.iterdir()] == [path.name]
        assert "発行しませんでした" in refused.value.wording.ja
        return [one.ja for one in refused.value.details]

    return printed


def rewritten(change: Callable[[pikepdf.Pdf], None]) -> Callable[[Path], None]:
    def act(part: Path) -> None:
        with pikepdf.open(part, allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(part)

    return act


def test_a_sound_pack_is_proven_with_all_that_was_compared(path: Path) -> None:
    facts = [yen(3_000_000, "3,000,000円")]
    printed = print_pack(pack_of(LETTER, claim("3,000,000円")), path, facts=facts)
    assert printed.proof is not None
    assert (printed.proof.pages, dict(printed.proof.facts), printed.proof.bookmarks) == (2, {"amount": 1}, 2)
    assert printed.proof.texts > 15
    assert not printed.proof.remarks


def test_a_figure_that_was_changed_in_the_file_is_named_with_its_page(path: Path, tampered) -> None:
    other = path.with_name("他.pdf")
    print_pack(pack_of(LETTER, claim("2,999,000円")), other)
    content = other.read_bytes()
    other.unlink()
    pack = pack_of(LETTER, claim("3,000,000円"))
    told = tampered(pack, lambda part: part.write_bytes(content), [yen(3_000_000, "3,000,000円")])
    assert told == [
        "2ページ：「3,000,000円」がありません。",
        "「助成申請書」：助成申請額「3,000,000円」がありません。",
        "「助成申請書」：助成申請額は記録では「3,000,000円」ですが、そのとおり印字されていません。",
    ]


def test_a_paper_that_says_another_figure_than_the_record_is_refused(path: Path) -> None:
    with pytest.raises(NotProven) as refused:
        print_pack(pack_of(LETTER, claim("2,999,000円")), path, facts=[yen(3_000_000, "3,000,000円")])
    assert refused.value.details[0].en.startswith("“助成申請書”: Amount requested is “3,000,000円”")
    assert not path.exists()


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("13,000,000円", "3,000,000円"),
        ("3,000,000,000", "3,000,000"),
        ("12.5", "12"),
        ("1,200", "200"),
        ("11 April 2026", "1 April 2026"),
    ],
)
def test_a_figure_is_not_found_within_a_longer_one(path: Path, printed: str, said: str) -> None:
    with pytest.raises(NotProven):
        print_pack(pack_of(LETTER, claim(printed)), path, facts=[yen(0, said)])
    print_pack(pack_of(LETTER, claim(said)), path, facts=[yen(0, said)])


def test_a_figure_or_day_that_means_another_thing_in_one_language_is_found() -> None:
    right = [
        yen(3_000_000, "3,000,000円"),
        yen(3_000_000, "¥3,000,000"),
        yen(-5_000, "△5,000円"),
        yen(-5_000, "-¥5,000"),
    ]
    days = [
        Fact(0, "starts", REQUESTED, FactKind.DAY, "2026-04-01", said) for said in ("令和8年4月1日", "1 April 2026")
    ]
    assert not list(misread([*right, *days]))
    wrong = [yen(3_000_000, "¥2,999,000"), replace(days[1], said="4 January 2026"), yen(1, "unknown")]
    assert list(misread([*right, *wrong])) == wrong


def test_a_day_in_both_calendars_or_full_width_is_read_and_two_years_that_differ_are_found() -> None:
    said = ("令和8年（2026年）4月1日", "令和８年４月１日", "令和８年（2026年）４月１日")
    days = [Fact(0, "starts", REQUESTED, FactKind.DAY, "2026-04-01", one) for one in said]
    assert not list(misread(days))
    wrong = replace(days[0], said="令和8年（2025年）4月1日")
    assert list(misread([*days, wrong])) == [wrong]


def drop_a_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[2]


def swap_pages(pdf: pikepdf.Pdf) -> None:
    second = pdf.pages[1]
    pdf.pages.insert(3, second)
    del pdf.pages[1]


def empty_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Contents = pdf.make_stream(b"")


def lead_astray(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[1] = pikepdf.OutlineItem(outline.root[1].title, 0)


def add_a_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("見積書", 0))


def take_the_glyphs(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        glyphs = font.DescendantFonts[0].CIDToGIDMap
        glyphs.write(bytes(len(glyphs.read_bytes())))


def test_a_page_that_was_dropped_is_counted(tampered) -> None:
    assert tampered(PACK, rewritten(drop_a_page)) == ["全5ページのはずが、4ページです。"]


def test_pages_that_were_swapped_carry_the_wrong_numbers_and_lines(tampered) -> None:
    told = tampered(PACK, rewritten(swap_pages))
    assert any(one.startswith("2ページ：") for one in told)
    assert "2ページ：通し番号「2/5」がありません。" in told
    assert "3ページ：通し番号「3/5」がありません。" in told


def test_a_page_that_became_blank_is_named(tampered) -> None:
    assert "2ページ：白紙です。" in tampered(PACK, rewritten(empty_a_page))


def test_a_bookmark_that_leads_elsewhere_is_named(tampered) -> None:
    title = PACK.documents[1].name
    assert tampered(PACK, rewritten(lead_astray)) == [f"しおり「{title}」が2ページを指していません。"]


def test_a_bookmark_too_many_is_named(tampered) -> None:
    assert tampered(PACK, rewritten(add_a_bookmark)) == ["あるはずのないしおり「見積書」があります。"]


def test_a_page_that_draws_boxes_for_its_characters_is_named_although_its_text_reads_well(tampered) -> None:
    told = tampered(pack_of(LETTER), rewritten(take_the_glyphs))
    assert told == ["1ページ：書体にない文字（□）があります。"]


def test_a_bound_page_that_lost_its_content_is_named_with_its_file(tampered) -> None:
    pack = pack_of(LETTER, enclosures=[enclosure("要綱.pdf", foreign_pdf("Leaflet of Fuji"))])

    def lose(pdf: pikepdf.Pdf) -> None:
        streams = list(pdf.pages[1].Contents)
        pdf.pages[1].Contents = pikepdf.Array([streams[0], streams[-1]])

    assert tampered(pack, rewritten(lose)) == ["2ページ：添付資料「要綱.pdf」の1ページ目の内容がそろっていません。"]


def test_a_page_that_is_blank_in_its_own_file_is_only_remarked(path: Path) -> None:
    blank = pikepdf.new()
    blank.add_blank_page(page_size=(595, 842))
    source = path.with_name("白紙.pdf")
    blank.save(source)
    printed = print_pack(pack_of(LETTER, enclosures=[enclosure("白紙.pdf", source.read_bytes())]), path)
    assert printed.proof is not None
    assert [one.ja for one in printed.proof.remarks] == ["2ページは、添付資料「白紙.pdf」の1ページ目が元から白紙です。"]


def test_contents_that_name_another_page_are_refused(path: Path) -> None:
    contents = FilledTable(["番号", "書類", "頁"], [[Cell("1"), Cell("助成申請書"), Cell("3", number=True)]], [1, 5, 1])
    pack = pack_of(table_form(contents), claim("3,000,000円"))
    seen: list[Wanted] = []
    original = packs.prove
    try:
        packs.prove = lambda part, wanted: (seen.append(wanted), original(part, wanted))[1]
        print_pack(pack, path)
    finally:
        packs.prove = original
    right = replace(seen[0], contents=[("助成申請書", "3")], contents_on=[1])
    assert prove(path, right).pages == 2
    with pytest.raises(NotProven) as refused:
        prove(path, replace(right, contents=[("助成申請書", "2")]))
    assert [one.ja for one in refused.value.details] == ["目次で「助成申請書」が2ページになっていません。"]


def test_both_languages_are_looked_for_in_their_own_papers(path: Path) -> None:
    english = document(ENGLISH_LETTER, "en")
    pack = replace(PACK, documents=[document(LETTER), english])
    told = Fact(1, "reply_by", Wording("回答希望期限", "Reply by"), FactKind.DAY, "2027-01-29", "29 January 2027")
    assert print_pack(pack, path, facts=[told]).proof is not None
    with pytest.raises(NotProven):
        print_pack(pack, path, facts=[replace(told, document=0)])


def test_a_file_that_is_no_pdf_is_refused(path: Path, tampered) -> None:
    assert tampered(PACK, lambda part: part.write_bytes(b"%PDF-1.7\n")) == ["できたファイルを開けません。"]


KIND = Wording("新規・継続の別", "New or continuing")
CHOICES = [("新規", True), ("継続（内容の拡充）", False), ("継続", False)]


def choosing(ticks: list[tuple[str, bool]]) -> FilledForm:
    return replace(form(), title="助成申請書", blocks=[FilledFields([(KIND, Cell("", source=KIND, ticks=ticks))])])


def chosen(said: str) -> Fact:
    return Fact(0, "novelty", KIND, FactKind.CHOICE, "new", said)


def in_contents(old: bytes, new: bytes) -> Callable[[Path], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            contents = page.obj["/Contents"]
            for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
                held = stream.read_bytes()
                if old in held:
                    stream.write(held.replace(old, new, 1))

    return rewritten(change)


def test_every_box_is_proven_with_its_tick_or_without(path: Path) -> None:
    said = "☑新規☐継続（内容の拡充）☐継続"
    printed = print_pack(pack_of(choosing(CHOICES)), path, facts=[chosen(said)])
    assert printed.proof is not None
    assert dict(printed.proof.facts) == {"choice": 1}


def test_a_tick_that_is_not_that_of_the_record_is_refused(path: Path) -> None:
    for said in ("☐新規☐継続（内容の拡充）☑継続", "☑新規☐継続（内容の拡充）☑継続", "☑新規☐継続"[:-3] + "☑継続"):
        with pytest.raises(NotProven) as refused:
            print_pack(pack_of(choosing(CHOICES)), path, facts=[chosen(said)])
        assert "新規・継続の別" in refused.value.details[0].ja
        assert not path.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<FEFF2611>", b"<FEFF2610>"),  # told as empty, drawn as ticked
        (b"1.2 w", b"EMC /Artifact BMC 1.2 w"),  # the stroke is no longer the box's
        (b" re S\nEMC", b" re S\n1.2 w 10 10 m 12 8 l 16 14 l S\nEMC"),  # a tick drawn into an empty box
        (b"/ActualText <FEFF2610>", b"/Alt <FEFF2610>"),  # a box that nothing is told of
    ],
)
def test_a_box_that_was_ticked_or_emptied_in_the_file_is_named(path: Path, tampered, old: bytes, new: bytes) -> None:
    faults = tampered(pack_of(choosing(CHOICES)), in_contents(old, new))
    assert any("チェック欄が、記録のとおり印字されていません" in fault for fault in faults)


def test_boxes_of_many_choices_are_counted_over_the_pages_they_go_on_to(path: Path) -> None:
    many = [(f"選択肢{n}（国際交流に関する事業）" * 3, n % 7 == 3) for n in range(1, 90)]
    assert print_pack(pack_of(choosing(many)), path).pages > 1
