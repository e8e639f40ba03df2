"""Integer yen: how it is written, how it is rounded down, how quantities are written exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.money import decimal_text, rate_text, round_down, yen
from clair_desktop.domain.typed import read_count


@pytest.mark.parametrize(
    ("amount", "ja", "en"),
    [
        (0, "0円", "¥0"),
        (1_200_000, "1,200,000円", "¥1,200,000"),
        (-300, "△300円", "-¥300"),
        (10**12, "1,000,000,000,000円", "¥1,000,000,000,000"),
    ],
)
def test_amounts_stand_in_text_as_each_language_writes_them(amount, ja, en):
    assert (yen(amount).ja, yen(amount).en) == (ja, en)


@pytest.mark.parametrize(
    ("cost", "at_1", "at_1000"),
    [
        (2_000_001, 1_000_000, 1_000_000),
        (2_500_999, 1_250_499, 1_250_000),
        (9_999_999, 4_999_999, 4_999_000),
        (5_999_999, 2_999_999, 2_999_000),
        (300_001, 150_000, 150_000),
    ],
)
def test_half_of_a_cost_is_rounded_down_to_the_unit(cost, at_1, at_1000):
    assert round_down(cost * Fraction(1, 2), 1) == at_1
    assert round_down(cost * Fraction(1, 2), 1_000) == at_1000


@given(st.integers(0, 10**13), st.integers(1, 1_000), st.sampled_from([1, 10, 100, 1_000, 10_000]))
def test_rounding_down_never_exceeds_and_misses_by_less_than_a_unit(numerator, denominator, unit):
    amount = Fraction(numerator, denominator)
    rounded = round_down(amount, unit)
    assert rounded <= amount < rounded + unit
    assert rounded % unit == 0


def test_a_rate_is_read_aloud_as_the_guidelines_do():
    assert rate_text(Fraction(1, 2)).ja == "1/2"
    assert rate_text(Fraction(1)).ja == "総額"


@pytest.mark.parametrize(
    ("number", "text"),
    [("1200", "1,200"), ("1.5", "1.5"), ("0.05", "0.05"), ("1234567.89", "1,234,567.89"), ("1.2345678", "1.2345678")],
)
def test_a_quantity_keeps_every_decimal(number, text):
    assert decimal_text(Fraction(number)) == text


def test_a_third_is_written_to_twelve_places():
    assert decimal_text(Fraction(1, 3)) == "0.333333333333"
    assert decimal_text(Fraction(-1, 2)) == "-0.5"


@given(st.decimals(0, 10**12, places=6))
def test_a_quantity_that_is_shown_reads_as_the_same_quantity(number):
    assert read_count(decimal_text(Fraction(number))) == Fraction(number)
