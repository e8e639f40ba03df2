"""The cost breakdown as a sheet that can be reckoned again: what it holds, and its two variants."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import cast

from clair_desktop.domain.currency import Rounding, exact_yen, rounded
from clair_desktop.domain.wording import Wording

Row = Mapping[str, object]


class Variant(StrEnum):
    """CLAIR gives the form in both: 05 経費内訳書（計算なし） and 06（計算あり）."""

    TYPED = "typed"
    RECKONED = "reckoned"


VARIANT_WORDS: Mapping[Variant, Wording] = {
    Variant.TYPED: Wording("計算なし", "typed amounts"),
    Variant.RECKONED: Wording("計算あり", "with formulas"),
}


@dataclass(frozen=True, slots=True)
class CostLine:
    """A row and how its amount comes about: by factors, from foreign money, or as typed."""

    row: Row
    amount: int
    eligible: bool
    rounding: Rounding = Rounding.DOWN

    @property
    def multiplies(self) -> bool:
        return "unit_price" in self.row and "quantity" in self.row

    @property
    def converts(self) -> bool:
        return exact_yen(self.row) is not None

    @property
    def reckoned(self) -> int | None:
        """The amount as the sheet would reckon it; None where the factors give no whole yen."""
        exact = exact_yen(self.row)
        if exact is not None:
            return rounded(exact, self.rounding)
        if not self.multiplies:
            return self.amount
        price, quantity = cast(int, self.row["unit_price"]), cast(Fraction, self.row["quantity"])
        product = price * quantity * cast(Fraction, self.row.get("times", Fraction(1)))
        return int(product) if product.denominator == 1 else None


@dataclass(frozen=True, slots=True)
class CostSheet:
    """Lines and funding of one case with the totals it states, all in yen."""

    lines: Sequence[CostLine]
    funding: Sequence[Row]
    total_cost: int
    eligible_cost: int
    requested: int
