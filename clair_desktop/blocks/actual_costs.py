"""What a project really cost, row by row, and that its totals are those the completion report states."""

from collections.abc import Iterator

from clair_desktop.blocks.costs import COST_BREAKDOWN
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Rows
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording

_COLUMNS = ("cost_item", "detail", "amount", "eligibility", "remarks")
ACTUAL_BREAKDOWN = Rows(
    key="actual_breakdown",
    label=Wording("経費内訳（実績）", "Cost breakdown (actual)"),
    total="amount",
    columns=[COST_BREAKDOWN.column(key) for key in _COLUMNS],
)
ACTUAL_FINDINGS = {"actual_total": Wording("実績の経費内訳", "Breakdown of the actual costs")}
_TOTALS = (
    ("actual_total_cost", Wording("総事業費（実績）", "total cost (actual)")),
    ("actual_eligible_cost", Wording("助成対象経費（実績）", "eligible cost (actual)")),
)


def actuals_agree(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The actual eligible cost is within the actual total, and the rows, where there are any, add up to both."""
    total, eligible = (facts.yen(key) for key, _ in _TOTALS)
    if total is not None and eligible is not None and eligible > total:
        wording = Wording(
            "助成対象経費（実績）が総事業費（実績）を超えています。",
            "The actual eligible cost is above the actual total.",
        )
        working = Wording(f"{eligible:,}円＞{total:,}円", f"¥{eligible:,} > ¥{total:,}")
        yield Finding("amount_order", Verdict.NOT_MET, wording, "actual_eligible_cost", working)
    rows = facts.rows(ACTUAL_BREAKDOWN.key)
    amounts = [(row.get("amount"), row.get("eligibility") == "eligible") for row in rows]
    found = (
        sum(amount for amount, _ in amounts if isinstance(amount, int)),
        sum(amount for amount, counts in amounts if counts and isinstance(amount, int)),
    )
    for (key, label), reckoned in zip(_TOTALS, found, strict=True):
        stated = facts.yen(key)
        if rows and stated is not None and stated != reckoned:
            wording = Wording(
                f"経費内訳（実績）の合計が{label.ja}と一致しません。",
                f"The rows of the actual costs do not add up to the {label.en}.",
            )
            working = Wording(
                f"内訳{reckoned:,}円、{label.ja}{stated:,}円、差{abs(stated - reckoned):,}円",
                f"rows ¥{reckoned:,}, {label.en} ¥{stated:,}, difference ¥{abs(stated - reckoned):,}",
            )
            yield Finding("actual_total", Verdict.NOT_MET, wording, key, working)
