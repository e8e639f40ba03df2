"""Foreign money: currencies, the rate as a decimal that is kept exact, and its yen before and after rounding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from clair_desktop.domain.fields import Choice, Count, Option
from clair_desktop.domain.parties import Names
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Wording

# ISO 4217; the currencies of the countries that the overseas offices serve, and those quoted beside them.
_NAMES = {
    "USD": ("米ドル", "US dollar"), "EUR": ("ユーロ", "euro"), "GBP": ("英ポンド", "pound sterling"),
    "CNY": ("人民元", "Chinese yuan"), "KRW": ("韓国ウォン", "South Korean won"),
    "SGD": ("シンガポールドル", "Singapore dollar"), "AUD": ("豪ドル", "Australian dollar"),
    "NZD": ("ニュージーランドドル", "New Zealand dollar"), "CAD": ("カナダドル", "Canadian dollar"),
    "CHF": ("スイスフラン", "Swiss franc"), "HKD": ("香港ドル", "Hong Kong dollar"),
    "TWD": ("台湾ドル", "New Taiwan dollar"), "THB": ("タイバーツ", "Thai baht"),
    "VND": ("ベトナムドン", "Vietnamese dong"), "MYR": ("マレーシアリンギット", "Malaysian ringgit"),
    "IDR": ("インドネシアルピア", "Indonesian rupiah"), "PHP": ("フィリピンペソ", "Philippine peso"),
    "INR": ("インドルピー", "Indian rupee"), "LKR": ("スリランカルピー", "Sri Lankan rupee"),
    "MNT": ("モンゴルトゥグルグ", "Mongolian tögrög"), "BRL": ("ブラジルレアル", "Brazilian real"),
    "MXN": ("メキシコペソ", "Mexican peso"),
}  # fmt: skip
CURRENCIES = tuple(Option(code, Wording(f"{code} {ja}", f"{code} {en}")) for code, (ja, en) in _NAMES.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency(Choice):
    """A currency, kept by its ISO code; typed by code or name."""

    options: Sequence[Option] = CURRENCIES

    kind = "currency"

    def parse(self, text: str, names: Names) -> str:
        wanted = folded(text)
        for code, said in _NAMES.items():
            if wanted.upper().split(" ")[0] == code or wanted.casefold() in [name.casefold() for name in said]:
                return code
        raise Malformed(
            Wording(
                f"「{cited(text)}」という通貨は選べません。通貨コード3文字（例：USD）で入力してください。",
                f"“{cited(text)}” is no currency that can be chosen. Type its three-letter code, such as USD.",
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Count):
    """Yen for a unit of a currency, such as 149.52; never 0, and kept exact."""

    kind = "rate"

    def parse(self, text: str, names: Names) -> Fraction:
        rate = Count.parse(self, text.strip().removesuffix("円").removesuffix("yen"), names)
        if not 0 < rate <= 10_000:
            raise Malformed(
                Wording(
                    "換算レートは0を超え1万円以下の数で入力してください（例：149.52）。",
                    "A rate is above 0 and at most 10,000 yen, such as 149.52.",
                )
            )
        return rate


class Rounding(StrEnum):
    """How a fraction of a yen is treated."""

    DOWN = "down"
    NEAREST = "nearest"
    UP = "up"


_SAID = {"切捨": Rounding.DOWN, "切り捨": Rounding.DOWN, "四捨五入": Rounding.NEAREST, "切上": Rounding.UP,
         "切り上": Rounding.UP}  # fmt: skip


def rounding_said(words: str) -> Rounding | None:
    """What 「1円未満切捨て」 and the like ask for; None where the words say nothing of it."""
    return next((way for said, way in _SAID.items() if said in folded(words)), None)


def in_yen(amount: Fraction, rate: Fraction, per: int = 1) -> Fraction:
    """The exact yen of a foreign amount; ``rate`` is for ``per`` units, as won are quoted by the hundred."""
    return amount * rate / per


def rounded(amount: Fraction, way: Rounding) -> int:
    """Whole yen; half a yen goes up where the nearest is asked for."""
    if way is Rounding.DOWN:
        return int(amount // 1)
    return int(-(-amount // 1)) if way is Rounding.UP else int((amount + Fraction(1, 2)) // 1)


def exact_yen(row: Mapping[str, object]) -> Fraction | None:
    """The yen of a row in foreign money before rounding; None where the row does not state it whole."""
    amount, rate = row.get("foreign_amount"), row.get("rate")
    if not isinstance(amount, Fraction) or not isinstance(rate, Fraction):
        return None
    return in_yen(amount, rate, rate_per(row))


def rate_per(row: Mapping[str, object]) -> int:
    """For how many units of the currency a row's rate is quoted."""
    return int(str(row.get("rate_per", "1")))
