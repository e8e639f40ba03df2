"""Amounts, quantities and words as clerks type or paste them."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clair_desktop.domain.refusal import LONGEST_CITED, Malformed, cited
from clair_desktop.domain.typed import LONGEST_TEXT, read_count, read_text, read_yen


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("0", 0),
        ("1200000", 1_200_000),
        ("1,200,000", 1_200_000),
        ("１，２００，０００", 1_200_000),
        ("１、２００、０００円", 1_200_000),
        ("1,200,000円", 1_200_000),
        ("1,200,000 円", 1_200_000),
        ("¥1,200,000", 1_200_000),
        ("￥1,200,000－", 1_200_000),
        ("\\1,200,000-", 1_200_000),
        ("金1,200,000円", 1_200_000),
        ("金１，２００，０００円也", 1_200_000),
        ("JPY 1,200,000", 1_200_000),
        ("1,200千円", 1_200_000),
        ("１２００千円", 1_200_000),
        ("120万円", 1_200_000),
        ("120万", 1_200_000),
        ("1.2百万円", 1_200_000),
        ("1億2,000万円", 120_000_000),
        ("5千万円", 50_000_000),
        ("3万5千円", 35_000),
        ("0.5万円", 5_000),
        ("△300", -300),
        ("▲300円", -300),
        ("-300", -300),
        ("−300", -300),
        ("　1,200,000　", 1_200_000),
    ],
)
def test_an_amount_is_read_however_it_is_typed(typed, amount):
    assert read_yen(typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "", "円", "千円", "金　円", "百二十万円", "約120万円", "120万円程度", "1,200,000円（税込）", "1.200.000", "1,20,000", "1200,000",
        "1,2", "①1,200,000円", "10²", "½", "1e6", "0x10", "1_000", "12.5", "1.2円", "5千5千", "5千5万", "1億12,000万", "USD 100", "$100",
        "NaN", "∞", "1/2", "100%", "９" * 5000, "--5", "1 200 0,00", "\x00", "120万円120万円",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_and_told_how_to_type_it(typed):
    with pytest.raises(Malformed) as refused:
        read_yen(typed)
    assert refused.value.wording.ja.endswith("。")
    assert refused.value.wording.en.endswith(".")
    assert len(refused.value.wording.ja) < 160


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", "3"), ("１２", "12"), ("1.5", "1.5"), ("3人", "3"), ("2 日", "2"), ("2ブース", "2"), ("3ケース", "3"), ("1,000部", "1000"),
        ("3人・日", "3"), ("12人/回", "12"), ("3 days", "3"), ("0", "0"),
    ],
)  # fmt: skip
def test_a_quantity_drops_its_counter(typed, number):
    assert read_count(typed) == Fraction(number)


@pytest.mark.parametrize(
    "typed", ["3万", "2千個", "1.5億", "5割", "50%", "-1", "△1", "3×4", "1/2", "②", "", "人", "9" * 400, "1e5"]
)
def test_a_quantity_never_drops_what_changes_it(typed):
    with pytest.raises(Malformed) as refused:
        read_count(typed)
    assert "3人" in refused.value.wording.ja


@given(st.integers(-(10**12), 10**12))
def test_an_amount_written_with_commas_reads_as_itself(amount):
    assert read_yen(f"{amount:,}") == amount
    assert read_yen(f"{amount:,}円".translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))) == amount


def complaint_of(reader, text):
    try:
        reader(text)
    except Malformed as complaint:
        return complaint
    return None


@given(st.text(max_size=30))
@example("1" * 16)
def test_any_text_is_an_amount_or_refused_in_words(text):
    for complaint in (complaint_of(read_yen, text), complaint_of(read_count, text)):
        assert complaint is None or (complaint.wording.ja and complaint.wording.en)


def test_pasted_line_ends_become_one_kind():
    assert read_text("一行\r\n二行\v三行\r四行\u2028五行") == "一行\n二行\n三行\n四行\n五行"


def test_words_are_kept_exactly():
    words = "髙﨑　𠮷野家 葛\U000e0100城\t①㈱ Ōita\n"
    assert read_text(words) == words


@pytest.mark.parametrize(
    ("bad", "code"), [("\x00", "U+0000"), ("\x07", "U+0007"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")]
)
def test_a_character_no_paper_can_carry_is_named_with_its_place(bad, code):
    with pytest.raises(Malformed) as refused:
        read_text(f"富士の{bad}ほうじ茶")
    for said in (refused.value.wording.ja, refused.value.wording.en):
        assert code in said
        assert "4" in said


def test_a_text_of_30_000_characters_is_kept_and_one_of_a_novel_is_refused():
    assert read_text("茶" * 30_000) == "茶" * 30_000
    with pytest.raises(Malformed) as refused:
        read_text("茶" * (LONGEST_TEXT + 1))
    assert "100,001" in refused.value.wording.ja


@given(st.text())
def test_a_complaint_cites_a_text_briefly_on_one_line(text):
    assert len(cited(text)) <= LONGEST_CITED + 1
    assert "\n" not in cited(text)
