"""Lines of a cost table in foreign money: additive columns, and the check that their yen follow from the rate.

No source gives CLAIR's way of converting; what is asked is what anybody needs to reckon it again.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import cast

from clair_desktop.domain.currency import Currency, Rate, Rounding, exact_yen, rate_per, rounded, rounding_said
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Count, Day, Field, Option, Text
from clair_desktop.domain.money import decimal_text
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict
from clair_desktop.domain.wording import Wording

Row = Mapping[str, object]

CURRENCY_ROUNDING = Rule("currency_rounding", Wording("外貨換算の端数処理", "rounding of converted amounts"), str)
FOREIGN_COLUMNS: tuple[Field, ...] = (
    Count(key="foreign_amount", label=Wording("外貨額", "Foreign amount")),
    Currency(key="currency", label=Wording("通貨", "Currency")),
    Rate(key="rate", label=Wording("換算レート（円）", "Rate (yen)")),
    Choice(
        key="rate_per",
        label=Wording("レートの単位", "Rate for"),
        options=[
            Option("1", Wording("1通貨単位", "1 unit")),
            Option("100", Wording("100通貨単位", "100 units")),
        ],
    ),
    Day(key="rate_on", label=Wording("レートの日", "Day of the rate")),
    Text(key="rate_source", label=Wording("レートの出所", "Source of the rate")),
)
_NEEDED = ("foreign_amount", "currency", "rate", "rate_on", "rate_source")
_OPEN_DOWN = Wording(
    "経費内訳{row}行目（外貨）：1円未満を切り捨てた額と一致しています。端数処理は要確認です。",
    "Cost breakdown row {row} (foreign money): it is the amount rounded down to the yen. "
    "The rounding is to be confirmed.",
)
_OPEN_UP = Wording(
    "経費内訳{row}行目（外貨）：1円未満を切り上げた額です。端数処理の定めを確認するまでは、切り捨ててください。",
    "Cost breakdown row {row} (foreign money): it is rounded up to the yen. Until the rounding is confirmed, round down.",
)
FOREIGN_FINDINGS = {"foreign_row": Wording("外貨の換算", "Conversion of foreign money")}


def foreign_rows_convert(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """外貨額×レート, rounded by the rule, must give the yen of each row that states foreign money."""
    for number, row in enumerate(facts.rows("cost_breakdown"), start=1):
        if not any(key in row for key in _NEEDED):
            continue
        wanting = [column for column in FOREIGN_COLUMNS if column.key in _NEEDED and column.key not in row]
        if wanting:
            yield _incomplete(number, wanting)
        elif "amount" in row:
            yield _converted(number, row, book)


def _incomplete(number: int, wanting: list[Field]) -> Finding:
    listed = Wording("、".join(one.label.ja for one in wanting), ", ".join(one.label.en for one in wanting))
    wording = Wording(
        f"経費内訳{number}行目（外貨）：{listed.ja}を入力してください。",
        f"Cost breakdown row {number} (foreign money): enter {listed.en}.",
    )
    return Finding("foreign_row", Verdict.UNDECIDED, wording, "cost_breakdown", missing=True, row=number)


def _converted(number: int, row: Row, book: Rulebook) -> Finding:
    """Not met where no rounding could give the amount; which rounding is right only the year's rule decides."""
    exact, stated = cast(Fraction, exact_yen(row)), cast(int, row["amount"])
    low, high = rounded(exact, Rounding.DOWN), rounded(exact, Rounding.UP)
    way = rounding_said(str(book.value("currency_rounding") or ""))
    working = _working(row, exact)
    wrong = Wording(
        f"経費内訳{number}行目（外貨）：換算額が金額{stated:,}円と一致しません。",
        f"Cost breakdown row {number} (foreign money): the conversion does not give ¥{stated:,}.",
    )
    right = Wording(
        f"経費内訳{number}行目（外貨）：換算額は金額と一致しています。",
        f"Cost breakdown row {number} (foreign money): the conversion gives the amount.",
    )
    if stated not in (low, high):
        return Finding("foreign_row", Verdict.NOT_MET, wrong, "cost_breakdown", working, row=number)
    if low == high:
        return Finding("foreign_row", Verdict.MET, right, "cost_breakdown", working, row=number)
    if way is None:
        said = _OPEN_DOWN if stated == low else _OPEN_UP
        return Finding("foreign_row", Verdict.UNDECIDED, said.filled(row=number), "cost_breakdown", working, row=number)
    found = book.judge(
        "foreign_row",
        stated == rounded(exact, way),
        needs=["currency_rounding"],
        field="cost_breakdown",
        met=right,
        not_met=wrong,
        working=working,
    )
    return Finding(found.rule, found.verdict, found.message, found.field, working, found.source, row=number)


def rounding_of(book: Rulebook) -> Rounding:
    """How converted amounts are rounded: as the rulebook says, and down while it says nothing (never up by itself)."""
    return rounding_said(str(book.value("currency_rounding") or "")) or Rounding.DOWN


def _working(row: Row, exact: Fraction) -> Wording:
    amount, rate = (decimal_text(cast(Fraction, row[key])) for key in ("foreign_amount", "rate"))
    per = f"÷{rate_per(row)}" if rate_per(row) != 1 else ""
    reckoned = decimal_text(exact)
    return Wording(
        f"{row['currency']} {amount}×{rate}円{per}＝{reckoned}円",
        f"{row['currency']} {amount} × ¥{rate}{per} = ¥{reckoned}",
    )
