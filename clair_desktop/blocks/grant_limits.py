"""How much may be asked for: the share of the eligible cost, the cap, and the floor, each with its arithmetic."""

from collections.abc import Iterator, Sequence

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.money import rate_text, round_down
from clair_desktop.domain.rulings import Finding, Rulebook, Source, Verdict
from clair_desktop.domain.wording import Wording

CAP_BY_PLACE = {"abroad": "cap_abroad", "japan": "cap_in_japan"}


def cap_by_place(facts: Facts) -> list[str]:
    """The cap of the main location: one rule, or none while the location is not answered."""
    key = CAP_BY_PLACE.get(facts.text("place"))
    return [key] if key else []


def share(facts: Facts, book: Rulebook, cost: str = "eligible_cost") -> int | None:
    """The rate's share of the eligible cost (never of the total cost) in yen, rounded down to the unit."""
    base, rate = facts.yen(cost), book.rate("rate")
    return None if base is None or rate is None else round_down(base * rate, book.yen("rounding_unit") or 1)


def share_working(facts: Facts, book: Rulebook, cost: str = "eligible_cost") -> Wording | None:
    base, rate, amount = facts.yen(cost), book.rate("rate"), share(facts, book, cost)
    if base is None or rate is None or amount is None:
        return None
    unit = book.yen("rounding_unit")
    rounding = (
        Wording(f"{unit:,}円未満切捨て", f"rounded down to ¥{unit:,}")
        if unit
        else Wording(
            "1円未満切捨て。端数処理の単位は要確認", "rounded down to ¥1; the rounding unit is to be confirmed"
        )
    )
    said = rate_text(rate)
    return Wording(
        f"{base:,}円×{said.ja}＝{amount:,}円（{rounding.ja}）", f"¥{base:,} × {said.en} = ¥{amount:,} ({rounding.en})"
    )


def _rate_rules(book: Rulebook) -> list[str]:
    """The unit judges too once it is known: one of an earlier year never fails a case."""
    return ["rate", "rounding_unit"] if book.yen("rounding_unit") else ["rate"]


def within_rate(rule: str, facts: Facts, book: Rulebook) -> Iterator[Finding]:
    requested, limit = facts.yen("requested"), share(facts, book)
    holds = None if requested is None or limit is None else requested <= limit
    yield book.judge(
        rule,
        holds,
        needs=_rate_rules(book),
        field="requested" if facts.yen("eligible_cost") is not None else "eligible_cost",
        met=Wording("申請額は助成率の範囲内です。", "The amount requested is within the rate."),
        not_met=Wording(
            f"申請額{requested or 0:,}円が助成率による額{limit or 0:,}円を超えています。",
            f"The amount requested ¥{requested or 0:,} is above the share ¥{limit or 0:,}.",
        ),
        working=share_working(facts, book),
        mend=at_most(limit),
    )


def at_most(limit: int | None) -> Wording | None:
    """What mends an amount requested that is above a limit."""
    if limit is None:
        return None
    return Wording(
        f"助成金申請額を{limit:,}円以下にしてください（財源内訳も合わせます）。",
        f"Request ¥{limit:,} or less, and make the funding agree.",
    )


def within_cap(
    rule: str, caps: Sequence[str], facts: Facts, book: Rulebook, *, all_caps: Sequence[str], asks: str
) -> Iterator[Finding]:
    """``caps`` holds the rule that applies; none while ``asks`` is unanswered, two while the sources leave it open."""
    if len(caps) > 1:
        yield _within_either(rule, caps, facts, book)
        return
    key = caps[0] if caps else None
    requested = facts.yen("requested")
    cap = book.yen(key) if key else None
    working = None
    if cap is not None and requested is not None:
        working = Wording(f"上限額{cap:,}円に対し{requested:,}円", f"¥{requested:,} against a cap of ¥{cap:,}")
    yield book.judge(
        rule,
        None if requested is None or cap is None else requested <= cap,
        needs=[key] if key else all_caps,
        field="requested" if key else asks,
        met=Wording("申請額は上限額の範囲内です。", "The amount requested is within the cap."),
        not_met=Wording("申請額が上限額を超えています。", "The amount requested is above the cap."),
        working=working,
        mend=at_most(cap),
    )


def _within_either(rule: str, caps: Sequence[str], facts: Facts, book: Rulebook) -> Finding:
    """Met below the lower cap and not met above the higher one, whichever applies; between them it is undecided."""
    requested, known = facts.yen("requested"), [cap for key in caps if (cap := book.yen(key)) is not None]
    if requested is None or len(known) < len(caps):
        empty = Wording("申請額が未入力です。", "No amount is requested yet.")
        return book.judge(rule, None, needs=caps, field="requested", met=empty, not_met=empty)
    low, high = min(known), max(known)
    working = Wording(
        f"上限額{low:,}円又は{high:,}円に対し{requested:,}円", f"¥{requested:,} against a cap of ¥{low:,} or ¥{high:,}"
    )
    if low < requested <= high:
        wording = Wording(
            "「共同」に当たるかどうかで上限額が変わります。本部に確認してください。",
            "The cap depends on whether this counts as joint. Ask headquarters.",
        )
        return Finding(rule, Verdict.UNDECIDED, wording, "requested", working, _source(book, caps))
    return book.judge(
        rule,
        requested <= low,
        needs=caps,
        field="requested",
        met=Wording(
            "どちらの上限額でも申請額は範囲内です。", "The amount requested is within the cap, whichever applies."
        ),
        not_met=Wording(
            "どちらの上限額でも申請額が超えています。", "The amount requested is above the cap, whichever applies."
        ),
        working=working,
        mend=at_most(low),
    )


def above_floor(rule: str, facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The floor is included. Whether it binds the awarded and the final amount too, no source says."""
    floor, requested = book.yen("floor"), facts.yen("requested")
    holds = None if floor is None or requested is None else requested >= floor
    working = None
    if floor is not None and requested is not None:
        sign, said = ("≧", "≥") if holds else ("＜", "<")
        working = Wording(f"{requested:,}円{sign}下限額{floor:,}円", f"¥{requested:,} {said} the floor of ¥{floor:,}")
    yield book.judge(
        rule,
        holds,
        needs=["floor"],
        field="requested",
        met=Wording("申請額は下限額以上です。", "The amount requested is not below the floor."),
        not_met=Wording("申請額が下限額に達していません。", "The amount requested is below the floor."),
        working=working,
    )
    names = {"awarded": Wording("決定額", "awarded"), "final_amount": Wording("確定額", "final")}
    for key, name in names.items():
        amount = facts.yen(key)
        if floor is None or amount is None or amount >= floor:
            continue
        wording = Wording(
            f"{name.ja}が下限額を下回ります。下限額が申請額だけの定めかどうか、本部に確認してください。",
            f"The {name.en} amount is below the floor. Ask headquarters whether the floor binds it.",
        )
        below = Wording(f"{amount:,}円＜下限額{floor:,}円", f"¥{amount:,} < the floor of ¥{floor:,}")
        yield Finding(f"floor_{key}", Verdict.UNDECIDED, wording, key, below, _source(book, ["floor"]))


def final_within_share(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The final amount is reckoned on what was actually spent."""
    final, limit = facts.yen("final_amount"), share(facts, book, "actual_eligible_cost")
    if final is None or facts.yen("actual_eligible_cost") is None:
        return
    yield book.judge(
        "final_share",
        None if limit is None else final <= limit,
        needs=_rate_rules(book),
        field="final_amount",
        met=Wording("確定額は実績に助成率を乗じた額の範囲内です。", "The final amount is within the rate."),
        not_met=Wording(
            f"確定額{final:,}円が、実績に助成率を乗じた額{limit or 0:,}円を超えています。",
            f"The final amount ¥{final:,} is above the share ¥{limit or 0:,} of the actual cost.",
        ),
        working=share_working(facts, book, "actual_eligible_cost"),
    )


def most(caps: Sequence[str], facts: Facts, book: Rulebook) -> int | None:
    """The lesser of share and cap in yen; None while either is unknown or the applicable cap is open."""
    amount, cap = share(facts, book), book.yen(caps[0]) if len(caps) == 1 else None
    return None if amount is None or cap is None else min(amount, cap)


def _source(book: Rulebook, keys: Sequence[str]) -> Source | None:
    return next((s.ruling.source for key in keys if (s := book.standing(key)).ruling), None)


LIMIT_FINDINGS = {
    "floor_awarded": Wording("下限額と決定額", "Floor and award"),
    "floor_final_amount": Wording("下限額と確定額", "Floor and final amount"),
    "final_share": Wording("確定額と助成率", "Final amount and rate"),
}
