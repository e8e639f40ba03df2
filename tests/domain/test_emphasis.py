"""What a wording sets off: tags that are right become marks, those that are not are told by name."""

import pytest

from clair_desktop.domain.emphasis import Emphasis, faults, filled, marked, plain, runs, uneven
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import read_text
from clair_desktop.domain.wording import Wording


def told(ja: str, en: str = "By post", *, small: bool = False, plain_text: bool = False) -> list[str]:
    return [one.ja for one in faults(Wording(ja, en), small=small, plain=plain_text)]


def test_words_are_set_off_and_read_without_their_tags() -> None:
    text = marked("令和8年11月20日（金）<u>必着</u>で、様式<sup>注1)</sup>により提出してください。")
    assert plain(text) == "令和8年11月20日（金）必着で、様式注1)により提出してください。"
    assert [(part, emphasis) for part, emphasis in runs(text) if emphasis] == [
        ("必着", Emphasis.UNDERLINED),
        ("注1)", Emphasis.RAISED),
    ]


def test_a_raised_mark_within_underlined_words_is_both() -> None:
    assert [emphasis for _part, emphasis in runs(marked("<u>必着<sup>注1)</sup></u>"))] == [
        Emphasis.UNDERLINED,
        Emphasis.UNDERLINED | Emphasis.RAISED,
    ]


@pytest.mark.parametrize(
    ("ja", "fault"),
    [
        ("<b>必着</b>", "日本語の文面の「<b>」は使えません。使えるのは、下線 <u>…</u> と上付き <sup>…</sup> です。"),
        ("<u>必着", "日本語の文面の「<u>」が、同じ段落の中で閉じられていません。「</u>」を入れてください。"),
        ("<u>必着\nとする</u>", "日本語の文面の「<u>」が、同じ段落の中で閉じられていません。「</u>」を入れてください。"),
        ("必着</u>", "日本語の文面の「</u>」に対応する始まりがありません。"),
        ("<u><sup>注</u></sup>", "日本語の文面の「</u>」は、先に「</sup>」で閉じてから使ってください。"),
        ("<u></u>必着", "日本語の文面の「<u>」と「</u>」の間に文字がありません。"),
    ],
)  # fmt: skip
def test_a_tag_at_fault_is_named(ja: str, fault: str) -> None:
    assert fault in told(ja)


def test_a_fault_of_the_english_text_is_told_as_its_own() -> None:
    (fault,) = faults(Wording("必着", "<u>must arrive"))
    assert fault.ja.startswith("英語の文面の")
    assert fault.en == "“<u>” in the English text is not closed within its paragraph. Put in “</u>”."


def test_small_print_is_not_raised_and_a_number_of_a_form_has_no_tags() -> None:
    assert told("様式<sup>注</sup>", small=True)
    assert not told("<u>様式</u>", small=True)
    assert told("<u>様式第1号</u>", plain_text=True)


def test_an_address_in_angle_brackets_and_a_comparison_are_no_tags() -> None:
    assert not told("宛先：<info@example.lg.jp>、面積<100m²、n<u", "to <info@example.lg.jp>")


def test_a_wording_at_fault_is_printed_as_it_stands() -> None:
    """It was entered before there were any tags."""
    assert marked("記号<u>を含む") == "記号<u>を含む"


def test_an_underlined_place_whose_answer_has_two_lines_is_underlined_on_both() -> None:
    text = filled(marked("<u>{places}</u>とする").replace("{places}", "宮城県\n福島県"))
    assert [list(runs(line)) for line in text.split("\n")] == [
        [("宮城県", Emphasis.UNDERLINED)],
        [("福島県", Emphasis.UNDERLINED), ("とする", Emphasis.NONE)],
    ]


def test_an_underlined_place_without_an_answer_leaves_nothing_behind() -> None:
    assert filled(marked("<u>{note}</u>").replace("{note}", "")) == ""


def test_what_is_set_off_in_one_language_only_is_said() -> None:
    (said,) = uneven(Wording("<u>必着</u>", "must arrive"))
    assert said == Wording("下線が、日本語に1か所、英語に0か所あります。", "Underlined: 1 in Japanese, 0 in English.")


def test_no_answer_can_hold_a_mark() -> None:
    with pytest.raises(Malformed, match=r"FDD2"):
        read_text("髙﨑\ufdd2一郎")
