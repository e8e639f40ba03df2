"""The cost breakdown (経費内訳) and the funding (財源内訳): row tables whose totals must agree."""

from collections.abc import Iterator

from clair_desktop.blocks.foreign_currency import FOREIGN_COLUMNS, FOREIGN_FINDINGS
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Count, Field, Option, Rows, Section, Text, Yen
from clair_desktop.domain.money import decimal_text
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording

GRANT_SOURCE = "clair_grant"
PUBLIC_SOURCES = frozenset({"national", "prefectural", "municipal_other", "public_body"})

COST_BREAKDOWN = Rows(
    key="cost_breakdown",
    label=Wording("経費内訳", "Cost breakdown"),
    required=True,
    total="amount",
    columns=[
        Text(key="cost_item", label=Wording("費目", "Item"), required=True),
        Text(key="detail", label=Wording("内訳", "Details")),
        Yen(key="unit_price", label=Wording("単価", "Unit price")),
        Count(key="quantity", label=Wording("数量", "Quantity")),
        Text(key="unit", label=Wording("単位", "Unit")),
        Count(key="times", label=Wording("回数", "Times")),
        Yen(key="amount", label=Wording("金額", "Amount"), required=True),
        Choice(
            key="eligibility",
            label=Wording("対象・対象外", "Eligible"),
            required=True,
            options=[
                Option("eligible", Wording("対象", "Eligible")),
                Option("not_eligible", Wording("対象外", "Not eligible")),
            ],
        ),
        Text(key="remarks", label=Wording("備考（見積番号等）", "Remarks (quotation no. etc.)")),
        *FOREIGN_COLUMNS,
    ],
)

FUNDING = Rows(
    key="funding",
    label=Wording("財源内訳", "Funding"),
    required=True,
    total="amount",
    columns=[
        Choice(
            key="source",
            label=Wording("財源", "Source of funds"),
            required=True,
            options=[
                Option(GRANT_SOURCE, Wording("助成金（申請額）", "CLAIR grant (requested)")),
                Option("own_funds", Wording("一般財源", "Own general funds")),
                Option("fees", Wording("参加費等", "Participants' fees")),
                Option("donations", Wording("寄附金・協賛金", "Donations and sponsorship")),
                Option("national", Wording("国の助成", "National subsidy")),
                Option("prefectural", Wording("都道府県の助成", "Prefectural subsidy")),
                Option("municipal_other", Wording("他の市区町村の助成", "Another municipality's subsidy")),
                Option("public_body", Wording("これらに準ずる機関の助成", "Subsidy of a similar public body")),
                Option("other", Wording("その他", "Other")),
            ],
        ),
        Text(key="detail", label=Wording("内容", "Details")),
        Yen(key="amount", label=Wording("金額", "Amount"), required=True),
    ],
)

AMOUNTS: tuple[Field, ...] = (
    Yen(key="total_cost", label=Wording("総事業費", "Total cost"), required=True),
    Yen(key="eligible_cost", label=Wording("助成対象経費", "Eligible cost"), required=True),
    Yen(key="requested", label=Wording("助成金申請額", "Amount requested"), required=True),
)

COST_FINDINGS = {
    **FOREIGN_FINDINGS,
    "cost_row": Wording("経費内訳の行", "Row of the breakdown"),
    "cost_total": Wording("経費内訳の合計", "Total of the breakdown"),
    "eligible_total": Wording("対象経費の合計", "Total of eligible rows"),
    "funding_total": Wording("財源内訳の合計", "Total of the funding"),
    "funding_grant": Wording("財源の助成金", "Grant in the funding"),
    "amount_order": Wording("金額の大小", "Order of the amounts"),
    "period": Wording("実施期間", "Period"),
    "execution_window": Wording("実施期限", "End of the project"),
}

COSTS = Section("costs", Wording("経費と申請額", "Costs and amount requested"), [*AMOUNTS, COST_BREAKDOWN, FUNDING])


def rows_multiply_out(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """単価×数量×回数 must give the amount of each row that states them."""
    for number, row in enumerate(facts.rows("cost_breakdown"), start=1):
        price, quantity, amount = row.get("unit_price"), facts.count(row, "quantity"), row.get("amount")
        if not isinstance(price, int) or quantity is None or not isinstance(amount, int):
            continue
        times = facts.count(row, "times")
        reckoned = price * quantity * (1 if times is None else times)
        factors = f"{price:,}×{decimal_text(quantity)}" + ("" if times is None else f"×{decimal_text(times)}")
        working = Wording(f"{factors}＝{decimal_text(reckoned)}円", f"{factors} = ¥{decimal_text(reckoned)}")
        if reckoned != amount:
            wording = Wording(
                f"経費内訳{number}行目：単価×数量×回数が金額{amount:,}円と一致しません。",
                f"Cost breakdown row {number}: unit price × quantity × times does not give ¥{amount:,}.",
            )
            yield Finding("cost_row", Verdict.NOT_MET, wording, "cost_breakdown", working, row=number)


def breakdown_agrees(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The breakdown's total is the total cost; its eligible rows are the eligible cost."""
    if not facts.rows("cost_breakdown"):
        return
    total = facts.sum_of("cost_breakdown", "amount")
    eligible = sum(
        amount
        for row in facts.rows("cost_breakdown")
        if row.get("eligibility") == "eligible" and isinstance(amount := row.get("amount"), int)
    )
    yield from _agrees(facts, "cost_total", "total_cost", total, Wording("経費内訳の合計", "the breakdown's total"))
    eligible_words = Wording("経費内訳のうち対象の合計", "the eligible rows of the breakdown")
    yield from _agrees(facts, "eligible_total", "eligible_cost", eligible, eligible_words)


def funding_agrees(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The funding's total is the total cost; its grant row is the amount requested."""
    if not facts.rows("funding"):
        return
    total = facts.sum_of("funding", "amount")
    grant = sum(
        amount
        for row in facts.rows("funding")
        if row.get("source") == GRANT_SOURCE and isinstance(amount := row.get("amount"), int)
    )
    yield from _agrees(facts, "funding_total", "total_cost", total, Wording("財源内訳の合計", "the funding's total"))
    grant_words = Wording("財源内訳の助成金", "the grant in the funding")
    yield from _agrees(facts, "funding_grant", "requested", grant, grant_words)


def eligible_within_total(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    total, eligible = facts.yen("total_cost"), facts.yen("eligible_cost")
    if total is not None and eligible is not None and eligible > total:
        wording = Wording("助成対象経費が総事業費を超えています。", "The eligible cost is above the total cost.")
        working = Wording(f"{eligible:,}円＞{total:,}円", f"¥{eligible:,} > ¥{total:,}")
        yield Finding("amount_order", Verdict.NOT_MET, wording, "eligible_cost", working)


def amounts_descend(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """決定額 ≤ 申請額 and 確定額 ≤ 決定額, as far as they are entered."""
    for later, earlier in (("awarded", "requested"), ("final_amount", "awarded")):
        upper, amount = facts.yen(earlier), facts.yen(later)
        if upper is not None and amount is not None and amount > upper:
            names = {"requested": "申請額", "awarded": "決定額", "final_amount": "確定額"}
            english = {"requested": "requested", "awarded": "awarded", "final_amount": "final"}
            wording = Wording(
                f"{names[later]}{amount:,}円が{names[earlier]}{upper:,}円を超えています。",
                f"The {english[later]} amount ¥{amount:,} is above the {english[earlier]} amount ¥{upper:,}.",
            )
            yield Finding("amount_order", Verdict.NOT_MET, wording, later)


def _agrees(facts: Facts, rule: str, field: str, found: int, what: Wording) -> Iterator[Finding]:
    stated = facts.yen(field)
    if stated is None:
        return
    label = {"total_cost": "総事業費", "eligible_cost": "助成対象経費", "requested": "助成金申請額"}[field]
    english = {"total_cost": "total cost", "eligible_cost": "eligible cost", "requested": "amount requested"}[field]
    working = Wording(
        f"{what.ja}{found:,}円、{label}{stated:,}円、差{abs(found - stated):,}円",
        f"{what.en} ¥{found:,}, {english} ¥{stated:,}, difference ¥{abs(found - stated):,}",
    )
    verdict = Verdict.MET if found == stated else Verdict.NOT_MET
    agrees = found == stated
    wording = Wording(
        f"{what.ja}は{label}と一致しています。" if agrees else f"{what.ja}と{label}が一致しません。",
        f"{what.en[0].upper()}{what.en[1:]} {'equals' if agrees else 'differs from'} the {english}.",
    )
    yield Finding(rule, verdict, wording, field, working)
