"""Foreign money: a decimal rate is kept exact, and only a stated rule decides the fraction of a yen."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.currency import CURRENCIES, Currency, Rate, Rounding, in_yen, rounded, rounding_said
from clair_desktop.domain.parties import Gazetteer
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Language, Wording

NOBODY = Gazetteer((), ())
RATE = Rate(key="rate", label=Wording("換算レート", "Rate"))
CURRENCY = Currency(key="currency", label=Wording("通貨", "Currency"))


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("149.52", "149.52"),
        ("１４９．５２円", "149.52"),
        ("149.52 yen", "149.52"),
        ("0.0098", "0.0098"),
        ("150", "150"),
    ],
)
def test_a_rate_is_read_exactly(typed, rate):
    assert RATE.accept(typed, NOBODY) == Fraction(rate)


@pytest.mark.parametrize("typed", ["0", "-1", "10,001", "約150", "1ドル149円", "1e3", "149.52.1"])
def test_what_is_no_rate_is_refused(typed):
    with pytest.raises(Malformed):
        RATE.accept(typed, NOBODY)


@given(st.decimals(min_value="0.0001", max_value=10_000, places=4))
def test_a_rate_that_is_shown_reads_back(number):
    rate = Fraction(number)
    for language in Language:
        assert RATE.parse(RATE.show(rate, language, NOBODY), NOBODY) == rate
    assert RATE.load(RATE.store(rate)) == rate


@pytest.mark.parametrize("typed", ["USD", "usd", "ＵＳＤ", "米ドル", "US Dollar", "USD 米ドル", "USD US dollar"])
def test_a_currency_is_known_by_code_or_name(typed):
    assert CURRENCY.accept(typed, NOBODY) == "USD"


def test_every_currency_that_is_shown_reads_back():
    for option in CURRENCIES:
        for language in Language:
            assert CURRENCY.parse(CURRENCY.show(option.key, language, NOBODY), NOBODY) == option.key


@pytest.mark.parametrize("typed", ["ドル", "XYZ", "円", "JPY"])
def test_a_currency_nobody_knows_or_that_could_be_several_is_refused(typed):
    with pytest.raises(Malformed):
        CURRENCY.accept(typed, NOBODY)


@pytest.mark.parametrize(
    ("amount", "rate", "per", "yen"),
    [("1234.56", "149.52", 1, "184591.4112"), ("1000000", "10.85", 100, "108500"), ("0.01", "149.52", 1, "1.4952")],
)
def test_yen_are_reckoned_without_losing_a_digit(amount, rate, per, yen):
    assert in_yen(Fraction(amount), Fraction(rate), per) == Fraction(yen)


@pytest.mark.parametrize(
    ("exact", "down", "nearest", "up"),
    [("184591.4112", 184_591, 184_591, 184_592), ("0.5", 0, 1, 1), ("108500", 108_500, 108_500, 108_500)],
)
def test_three_ways_to_round(exact, down, nearest, up):
    amount = Fraction(exact)
    assert [rounded(amount, way) for way in (Rounding.DOWN, Rounding.NEAREST, Rounding.UP)] == [down, nearest, up]


@given(st.fractions(min_value=0, max_value=10**9))
def test_rounding_moves_less_than_a_yen_and_down_never_up(amount):
    down, nearest, up = (rounded(amount, way) for way in (Rounding.DOWN, Rounding.NEAREST, Rounding.UP))
    assert down <= amount <= up
    assert up - down <= 1
    assert nearest in (down, up)


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("1円未満切捨て", Rounding.DOWN),
        ("１円未満の端数は切り捨てる", Rounding.DOWN),
        ("四捨五入", Rounding.NEAREST),
        ("円未満切上げ", Rounding.UP),
        ("切り上げ", Rounding.UP),
        ("本部に確認中", None),
        ("", None),
    ],
)
def test_the_words_of_a_rule_say_how(words, way):
    assert rounding_said(words) is way
