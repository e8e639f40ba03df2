"""The cost breakdown as a sheet that can be reckoned again: 計算あり with formulas, 計算なし with the typed amounts."""

from collections.abc import Iterator, Mapping
from typing import cast

from clair_desktop.blocks.costs import breakdown_agrees, funding_agrees, rows_multiply_out
from clair_desktop.blocks.foreign_currency import foreign_rows_convert, rounding_of
from clair_desktop.domain.cost_sheet import CostLine, CostSheet
from clair_desktop.domain.currency import Rounding, exact_yen, rounded
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording

Row = Mapping[str, object]
_TOTALS = ("total_cost", "eligible_cost", "requested")


def has_cost_sheet(edition: Edition) -> bool:
    return edition.field("cost_breakdown") is not None and edition.field("funding") is not None


def cost_sheet(edition: Edition, facts: Facts) -> CostSheet:
    """The case's sheet; only for one without ``disagreements``."""
    way = rounding_of(edition.book)
    lines = [
        CostLine(row, cast(int, row["amount"]), row.get("eligibility") == "eligible", way)
        for row in facts.rows("cost_breakdown")
    ]
    totals = {key: facts.yen(key) or 0 for key in _TOTALS}
    return CostSheet(lines, facts.rows("funding"), **totals)


def disagreements(edition: Edition, facts: Facts) -> Iterator[Wording]:
    """Why the two variants would not say the same, row by row and total by total; nothing where they would."""
    for key in (*_TOTALS, "cost_breakdown", "funding"):
        asked = edition.field(key)
        if asked is not None and facts.answers.get(key) in (None, ()):
            yield Wording(f"「{asked.label.ja}」を入力してください。", f"Enter “{asked.label.en}”.")
    for number, row in enumerate(facts.rows("cost_breakdown"), start=1):
        if "amount" not in row or "eligibility" not in row:
            yield Wording(
                f"経費内訳{number}行目の金額と対象・対象外を入力してください。",
                f"Cost breakdown row {number}: enter the amount and whether it is eligible.",
            )
            return
    for check in (rows_multiply_out, foreign_rows_convert, breakdown_agrees, funding_agrees):
        for one in check(facts, edition.book):
            if one.verdict is Verdict.NOT_MET or one.missing:
                yield one.message
    yield from _rounded_otherwise(edition, facts)


def _rounded_otherwise(edition: Edition, facts: Facts) -> Iterator[Wording]:
    """While no rule of the year decides, the formula rounds as far as one is known, and down where none is."""
    if edition.book.standing("currency_rounding").decided:
        return
    way = rounding_of(edition.book)
    for number, row in enumerate(facts.rows("cost_breakdown"), start=1):
        exact, stated = exact_yen(row), row["amount"]
        if exact is None or stated not in (rounded(exact, Rounding.DOWN), rounded(exact, Rounding.UP)):
            continue
        if (reckoned := rounded(exact, way)) != stated:
            yield Wording(
                f"経費内訳{number}行目（外貨）：計算式では{reckoned:,}円です。端数処理を確かめてください。",
                f"Cost breakdown row {number} (foreign money): the formula gives ¥{reckoned:,}. Check the rounding.",
            )
