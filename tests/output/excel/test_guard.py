"""What a municipality typed reaches headquarters as the text it is, or is refused with its place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.guard import Place, escaped, flat, guarded, is_risky, unescaped
from clair_desktop.output.excel.readback import read_register
from clair_desktop.output.excel.workbook import write_workbook
from tests.output.excel.books import book, register, titled

HERE = Place(Wording("案件一覧", "Cases"), Wording("事業名", "Project"), 3, "R8-0002")
HOSTILE = (
    *("=1+1", "=", "==", "=HYPERLINK(A1)", "=cmd|' /C calc'!A0", "+81-545-55-0123", "-1+1", "@SUM(A1)"),
    *("＝１＋１", "＋1", "－1", "＠富士", "0012", "1E5", "2026/4/1", "令和8年4月1日", "TRUE", "#N/A", "#REF!", "'0012"),
    *("_x0041_", "_x005F_x0041_", "_x000D_", "__x0041__x0042_", "_x", "a_x00e9_b", "_xD800_"),
    *(
        "髙﨑",
        "𠮷野家",
        "葛\U000e0100城市",
        "①㈱№℡㍻",
        "～〜－−",
        "ﾌｼﾞ",
        "عربى",
        "👩‍👩‍👧",
        "e\u0301",
        "\ufeff印",
        "\u200b",
    ),
    *("<b>&amp;\"'</b>", "]]>", "&#x41;", "<![CDATA[x]]>", "%00", "\\0", "${x}", "{{7*7}}", "&P / &N", "\ufffd"),
)


def test_hostile_text_stands_in_the_workbook_as_it_was_typed(tmp_path: Path) -> None:
    write_workbook(titled(*HOSTILE), tmp_path / "fuji.xlsx", Language.JA)
    assert [row["title"] for row in read_register(tmp_path / "fuji.xlsx", "cases")] == list(HOSTILE)


def test_no_text_becomes_a_formula_or_an_error(tmp_path: Path) -> None:
    write_workbook(titled(*HOSTILE), tmp_path / "fuji.xlsx", Language.JA)
    types = {cell.data_type for sheet in load_workbook(tmp_path / "fuji.xlsx") for row in sheet for cell in row}
    assert types == {"s", "n", "d"}


def test_a_text_that_looks_like_a_formula_stays_text_when_somebody_edits_its_cell(tmp_path: Path) -> None:
    write_workbook(titled("=1+1", "富士"), tmp_path / "fuji.xlsx", Language.JA)
    sheet = load_workbook(tmp_path / "fuji.xlsx")["data_cases"]
    assert [sheet["E2"].quotePrefix, sheet["E3"].quotePrefix] == [True, False]
    assert sheet["E3"].number_format == "@"


@pytest.mark.parametrize("letter", ["\x00", "\x01", "\x0b", "\x1f", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"])
def test_a_letter_that_excel_cannot_hold_is_refused_with_its_place(letter: str) -> None:
    with pytest.raises(Refusal) as refused:
        guarded(f"富士{letter}市", HERE)
    assert "「案件一覧」の「事業名」（3行目、R8-0002）" in refused.value.wording.ja
    assert f"U+{ord(letter):04X}" in refused.value.wording.en
    assert "“Project” of “Cases” (row 3, R8-0002)" in refused.value.wording.en


def test_a_refused_letter_leaves_the_earlier_workbook_alone(tmp_path: Path) -> None:
    target = tmp_path / "fuji.xlsx"
    target.write_bytes(b"the earlier one")
    with pytest.raises(Refusal, match="R8-0002"):
        write_workbook(titled("富士", "宮\x02城"), target, Language.JA)
    assert target.read_bytes() == b"the earlier one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_text_is_refused_rather_than_cut() -> None:
    assert guarded("字" * 32_767, HERE) == "字" * 32_767
    with pytest.raises(Refusal) as refused:
        guarded("字" * 32_768, HERE)
    assert "32,768字" in refused.value.wording.ja


def test_excel_counts_a_rare_kanji_as_two() -> None:
    with pytest.raises(Refusal):
        guarded("𠮷" * 16_384, HERE)


def test_the_longest_text_keeps_every_letter_in_the_file(tmp_path: Path) -> None:
    longest = "_x0041_" * 4_681
    write_workbook(titled(longest), tmp_path / "fuji.xlsx", Language.JA)
    assert read_register(tmp_path / "fuji.xlsx", "cases")[0]["title"] == longest


def test_choices_and_heads_are_guarded_too(tmp_path: Path) -> None:
    column = register().columns[8]
    bad = type(column)(column.key, column.head, column.kind, column.width, ("採\x07択",))
    filled = type(register())("cases", register().name, (bad,), [("採択",)])
    with pytest.raises(Refusal, match=r"U\+0007"):
        write_workbook(book(filled), tmp_path / "fuji.xlsx", Language.JA)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("　先頭の空白", "先頭の空白"),
        ("末尾 \n", "末尾"),
        ("1 土葬の状況\n  2 法制度", "1 土葬の状況／2 法制度"),
        ("一\n\n\n二", "一／二"),
        ("一\u2028二", "一／二"),
        ("品名\t数量", "品名 数量"),
        ("  ", ""),
    ],
)
def test_the_data_sheet_holds_no_spaces_or_breaks_for_looks(typed: str, kept: str) -> None:
    assert flat(typed) == kept


@given(st.text(alphabet=st.sampled_from("_x0041FDd \nA")))
def test_a_spelling_for_the_file_is_always_read_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text())
def test_whatever_is_not_refused_is_one_line_and_harmless(text: str) -> None:
    try:
        kept = flat(guarded(text, HERE))
    except Refusal:
        return
    assert kept == kept.strip()
    assert not set("\r\n\t") & set(kept)
    assert is_risky(kept) == kept.startswith(tuple("=+-@＝＋－＠"))


@settings(max_examples=25)
@given(st.lists(st.text(min_size=1), min_size=1, max_size=8))
def test_any_text_at_all_is_read_back_or_refused(tmp_path_factory: pytest.TempPathFactory, titles: list[str]) -> None:
    target = tmp_path_factory.mktemp("any") / "fuji.xlsx"
    try:
        write_workbook(titled(*titles), target, Language.EN)
    except Refusal:
        assert not target.exists()
        return
    kept = [flat(guarded(title, HERE)) or None for title in titles]
    assert [row["title"] for row in read_register(target, "cases")] == kept
