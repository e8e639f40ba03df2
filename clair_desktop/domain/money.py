"""Integer yen, rates as fractions, rounding down to a unit, and arithmetic that can be shown."""

from fractions import Fraction

from clair_desktop.domain.wording import Wording


def yen(amount: int) -> Wording:
    """How an amount stands in running text: 1,234,000円 / ¥1,234,000; negative ones with △ in Japanese."""
    sign_ja, sign_en = ("△", "-") if amount < 0 else ("", "")
    return Wording(f"{sign_ja}{abs(amount):,}円", f"{sign_en}¥{abs(amount):,}")


def round_down(amount: Fraction | int, unit: int) -> int:
    """The largest multiple of ``unit`` yen not above ``amount``: 「以内」 admits no other direction."""
    return int(amount // unit) * unit


def decimal_text(number: Fraction) -> str:
    """1,200 or 1.25: exact wherever decimals can say it, and to twelve places where they cannot."""
    places = next((places for places in range(12) if 10**places % number.denominator == 0), 12)
    whole, rest = divmod(round(abs(number) * 10**places), 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole:,}.{rest:0{places}}" if places else f"{sign}{whole:,}"


def rate_text(rate: Fraction) -> Wording:
    if rate == 1:
        return Wording("総額", "the whole amount")
    return Wording(f"{rate.numerator}/{rate.denominator}", f"{rate.numerator}/{rate.denominator}")
