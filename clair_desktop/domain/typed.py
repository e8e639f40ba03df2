"""Reading numbers and marks as clerks type them: full or half width, with commas, units and counters."""

import itertools
import re
import unicodedata
from fractions import Fraction

from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wording import Wording

_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−－ー", "-"))
_UNITS = {"": 1, "千": 1_000, "万": 10_000, "百万": 1_000_000, "億": 100_000_000}
_PART = re.compile(r"(\d+(?:\.\d+)?)(百万|千|万|億|)")


def folded(text: str) -> str:
    """For reading only, never for keeping: half width, trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


def read_yen(text: str) -> int:
    """Integer yen from 1,200,000円, １２００千円, 120万円, ¥1,200,000, 金1,200,000円, △300."""
    plain = re.sub(r"[,\s、¥￥\\]", "", folded(text).translate(_HYPHENS)).removeprefix("金")
    plain = plain.removesuffix("-").removesuffix("円").removesuffix("yen").removeprefix("JPY")
    negative = plain[:1] in ("-", "△", "▲")
    plain = plain.lstrip("-△▲")
    if not plain or not re.fullmatch(rf"(?:{_PART.pattern})+", plain):
        raise Malformed(
            Wording(
                f"「{text}」は金額として読めません。「1,200,000」「1,200千円」「120万円」のように入力してください。",
                f"“{text}” does not read as an amount. Type it like 1,200,000.",
            )
        )
    parts = [Fraction(number) * _UNITS[unit] for number, unit in _PART.findall(plain)]
    if not _descending([unit for _, unit in _PART.findall(plain)]):
        raise Malformed(
            Wording(f"「{text}」の単位の並びが正しくありません。", f"The units in “{text}” are out of order.")
        )
    amount = sum(parts, Fraction(0))
    if amount.denominator != 1:
        raise Malformed(Wording(f"「{text}」は1円未満の端数を含みます。", f"“{text}” holds a fraction of a yen."))
    return -int(amount) if negative else int(amount)


def _descending(units: list[str]) -> bool:
    sizes = [_UNITS[unit] for unit in units]
    return all(earlier > later for earlier, later in itertools.pairwise(sizes))


def read_count(text: str) -> Fraction:
    """A quantity such as 3, １２, 1.5 or 3人; the counter is dropped."""
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)\D{0,4}", folded(text).replace(",", "").translate(_HYPHENS))
    if not match:
        raise Malformed(Wording(f"「{text}」は数として読めません。", f"“{text}” does not read as a number."))
    return Fraction(match[1])
