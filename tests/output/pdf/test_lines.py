"""Lines as a public office expects them: no 。 first, no （ last, numbers and words whole, nothing lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.output.pdf.kinsoku import INSEPARABLE, NEVER_FIRST, OPENING, pieces
from clair_desktop.output.pdf.lines import Line, Passage
from clair_desktop.output.pdf.spacing import JOINT, Alignment, gaps
from clair_desktop.output.pdf.typefaces import Style

SIZE = 10.0
TEXT = (
    "　令和8年4月1日付け宮国第123号で、「シンガポールにおける土葬の状況」（以下「本調査」という。）について、"
    "総額1,200,000円（￥1,200,000）のうち約35％を……——として要求した。Overseas research の結果は、"
    "https://www.example.lg.jp/kokusai/ichiran_2026-08.html に掲載するとともに、髙﨑・𠮷・葛\U000e0100の各氏へ送付する。"
    "シャッター、ヴァイオリン、佐々木、すゞき！　JPY 1,200,000 及び 12 km である（注：「第3条」による。）。"
)
ALPHABET = "あいう漢字カーァッ々、。，．「」（）『』！？…—・：ABCdef123,.%￥-/' 　円年\n"


def broken(text: str, width: float) -> list[Line]:
    return Passage(text, Style.MINCHO).lines(width, SIZE)


def without_white(text: str) -> str:
    return re.sub(r"\s", "", text)


def offences(text: str, lines: list[Line], width: float) -> list[str]:
    """Breaks that offend although the piece they cut would have fitted on a line of its own."""
    longest = Passage(text, Style.MINCHO).longest_piece(SIZE)
    if longest > width:
        return []
    found = []
    for line, following in pairwise(lines):
        if line.ends_paragraph or not line.clusters or not following.clusters:
            continue
        last, first = line.text.rstrip()[-1:], following.text.lstrip()[:1]
        if first and first in NEVER_FIRST and first != "-" and without_white(line.text):
            found.append(f"{first} begins a line")
        if last and last in OPENING:
            found.append(f"{last} ends a line")
        if last and first and last in INSEPARABLE and first in INSEPARABLE:
            found.append("…… is torn")
    return found


@pytest.mark.parametrize("width", range(60, 480, 7))
def test_an_official_sentence_is_broken_without_offence_at_any_width(width: int) -> None:
    lines = broken(TEXT, width)
    assert offences(TEXT, lines, width) == []
    assert without_white("".join(line.text for line in lines)) == without_white(TEXT)


@given(st.text(ALPHABET, max_size=120), st.floats(min_value=8, max_value=400))
def test_no_text_loses_a_character_or_overruns_its_line(text: str, width: float) -> None:
    lines = broken(text, width)
    assert without_white("".join(line.text for line in lines)) == without_white(text)
    assert all(line.width <= width * 1000 / SIZE + 1 or len(without_white(line.text)) <= 1 for line in lines)


@given(st.text(ALPHABET, min_size=1, max_size=120), st.floats(min_value=60, max_value=400))
def test_no_text_is_broken_with_offence(text: str, width: float) -> None:
    assert offences(text, broken(text, width), width) == []


@pytest.mark.parametrize("width", range(100, 300, 11))
def test_numbers_keep_their_units_and_signs(width: int) -> None:
    whole = ["令和8年", "第123号", "1,200,000円", "￥1,200,000", "35％", "12 km", "JPY 1,200,000", "第3条"]
    lines = [line.text for line in broken(TEXT, width)]
    for number in whole:
        assert any(number in line for line in lines), number


@pytest.mark.parametrize("width", range(90, 300, 13))
def test_latin_words_are_not_cut(width: int) -> None:
    lines = [line.text for line in broken(TEXT, width)]
    assert all(any(word in line for line in lines) for word in ("Overseas", "research"))


def test_an_address_longer_than_the_line_is_cut_after_its_marks_first() -> None:
    address = "https://www.example.lg.jp/kokusai/ichiran_2026-08.html"
    lines = [line.text for line in broken(address, 110)]
    assert "".join(lines) == address
    assert all(line[-1] in "/-._" for line in lines[:-1])


def test_a_word_without_marks_longer_than_the_line_is_still_shown_whole() -> None:
    lines = [line.text for line in broken("国際" + "x" * 100, 80)]
    assert "".join(lines) == "国際" + "x" * 100


def test_a_typed_indent_stays_at_every_paragraph_s_head() -> None:
    lines = broken("　第一の段落である。\n　第二の段落である。", 60)
    assert lines[0].text.startswith("　")
    heads = [following for line, following in pairwise(lines) if line.ends_paragraph]
    assert [head.text[0] for head in heads] == ["　"]


def test_an_empty_line_between_paragraphs_stays() -> None:
    assert [line.text for line in broken("宮城県\n\n富士市\n", 300)] == ["宮城県", "", "富士市", ""]


def test_the_space_at_a_break_is_dropped_and_other_spaces_stay() -> None:
    lines = [line.text for line in broken("Council of Local Authorities", 60)]
    assert [line.strip() for line in lines] == lines
    assert " ".join(lines) == "Council of Local Authorities"


def test_a_closing_sign_gives_up_its_blank_half_at_the_line_s_end() -> None:
    lines = broken("あいうえ。かき", 45)
    assert [line.text for line in lines] == ["あいうえ。", "かき"]
    assert lines[0].width == 4500


def test_a_justified_line_fills_its_measure_and_the_last_stays_short() -> None:
    width = 150
    *full, last = broken(TEXT[:80], width)
    for line in full:
        slack = width * 1000 / SIZE - line.width
        added = sum(gaps(line.clusters, slack, Alignment.JUSTIFIED, ends_paragraph=False).values())
        assert added == pytest.approx(slack, abs=1) or added == 0
    assert gaps(last.clusters, 5000, Alignment.JUSTIFIED, ends_paragraph=last.ends_paragraph) == {}


def test_justifying_widens_no_word_no_number_and_no_dash() -> None:
    text = "総額1,200円は——Tokyo 市"
    widened = gaps(list(text), 900, Alignment.JUSTIFIED, ends_paragraph=False)
    assert not any(text[i].isascii() and text[i + 1].isascii() and " " not in text[i : i + 2] for i in widened)
    assert text.index("——") not in widened


def test_a_spread_line_reaches_from_edge_to_edge() -> None:
    passage = Passage("文書番号", Style.MINCHO)
    line = passage.one_line(SIZE)
    assert line.spaced(3000, Alignment.SPREAD) == {0: 1000, 1: 1000, 2: 1000}


def test_a_little_space_stands_between_japanese_and_latin() -> None:
    line = Passage("令和8年（2026）のABC事業", Style.MINCHO).one_line(SIZE)
    widened = line.spaced(0, Alignment.START)
    assert {line.text[at : at + 2] for at in widened} == {"和8", "8年", "のA", "C事"}
    assert set(widened.values()) == {JOINT}
    assert line.width == pytest.approx(line.font.measure(line.clusters) + 4 * JOINT)


@pytest.mark.parametrize("text", ["宮城県", "Miyagi 2026", "「A」", "（1）", "１年", "—A", "葛\U000e0100城"])
def test_no_space_is_added_where_one_script_stands_alone_or_a_sign_is_between(text: str) -> None:
    assert Passage(text, Style.MINCHO).one_line(SIZE).spaced(0, Alignment.START) == {}


@given(st.text(ALPHABET, max_size=80), st.floats(min_value=60, max_value=400))
def test_a_line_is_as_wide_as_what_is_drawn(text: str, width: float) -> None:
    for line in broken(text, width):
        drawn = line.font.measure(line.clusters) + sum(line.spaced(0, Alignment.START).values())
        assert line.width == pytest.approx(drawn, abs=0.1) or line.width == pytest.approx(drawn - 500, abs=0.1)


def test_a_full_stop_may_hang_in_the_margin() -> None:
    hung = Passage("あいうえ。かき", Style.MINCHO).lines(40, SIZE, hanging=True)
    assert [line.text for line in hung] == ["あいうえ。", "かき"]
    assert hung[0].width == 4000
    assert [line.text for line in broken("あいうえ。かき", 40)] == ["あいう", "え。かき"]


def test_a_bracket_never_hangs() -> None:
    lines = Passage("（あいう）かき", Style.MINCHO).lines(40, SIZE, hanging=True)
    assert [line.text for line in lines] == ["（あい", "う）かき"]


@pytest.mark.parametrize("width", range(100, 400, 11))
def test_straight_quotes_and_no_break_spaces_hold_on_both_sides(width: int) -> None:
    text = '本会議で"国際交流"という語を用いた。第3条\u00a0第2項、CLAIR(自治体国際化協会)、Regarding "Council" and 10\u00a0人。'
    for line, following in pairwise(broken(text, width)):
        last, first = line.text[-1:], following.text[:1]
        assert first != '"' or not line.text.endswith(("で", "流"))
        assert first not in {"(", "\u00a0"}
        assert last not in {"(", "\u00a0"}


@given(st.text(ALPHABET, max_size=200))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(piece for _, piece in pieces(text)) == text


@given(st.text(ALPHABET.replace("\n", ""), max_size=120), st.sampled_from([30, 47.5, 90, 200]), st.booleans())
def test_a_paragraph_is_broken_alike_alone_and_before_another(text: str, width: float, hanging: bool) -> None:
    """One alone is broken by one search for each line, several piece by piece."""
    alone = Passage(f"あ{text}", Style.MINCHO).lines(width, SIZE, SIZE, hanging=hanging)
    among = Passage(f"あ{text}\nあ", Style.MINCHO).lines(width, SIZE, SIZE, hanging=hanging)
    told = [(one.text, one.width) for one in alone]
    assert told == [(one.text, one.width) for one in among[: len(told)]]
    assert [one.text for one in among[len(told) :]] == ["あ"]
