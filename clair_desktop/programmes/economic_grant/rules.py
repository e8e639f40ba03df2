"""ECO-01 … ECO-07 by the brochure of June 2025, and the parameters that no source gives."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from clair_desktop.blocks import grant_limits
from clair_desktop.blocks.advance import ADVANCE_RULE
from clair_desktop.blocks.conditions import answered_yes
from clair_desktop.blocks.costs import PUBLIC_SOURCES
from clair_desktop.blocks.foreign_currency import CURRENCY_ROUNDING
from clair_desktop.blocks.grant_checks import COURSE_CHECKS
from clair_desktop.blocks.grant_limits import CAP_BY_PLACE, cap_by_place, most
from clair_desktop.blocks.partners import branches_are_named, joint_applications_known, joint_bodies_stand
from clair_desktop.domain.eras import day_in_words
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import brochure
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, by_year
from clair_desktop.domain.wording import Wording

CHAPTER = brochure(Wording("経済活動助成事業", "経済活動助成事業 (grants for economic activities)"))
ITEM_1 = brochure(Wording("経済活動助成事業・対象事業①", "経済活動助成事業, eligible projects (1)"))
ITEM_2 = brochure(Wording("経済活動助成事業・対象事業②", "経済活動助成事業, eligible projects (2)"))
ITEM_3_1 = brochure(Wording("経済活動助成事業・対象事業③(1)", "経済活動助成事業, excluded (3)(1)"))
ITEM_3_2 = brochure(Wording("経済活動助成事業・対象事業③(2)", "経済活動助成事業, excluded (3)(2)"))
ITEM_3_3 = brochure(Wording("経済活動助成事業・対象事業③(3)", "経済活動助成事業, excluded (3)(3)"))
AMOUNT = brochure(Wording("経済活動助成事業・助成額", "経済活動助成事業, amount of the grant"))

RULES = [
    Rule("direct_involvement", Wording("直接関与", "direct involvement"), bool, by_year({2025: True}, ITEM_1)),
    Rule(
        "effect_and_reference",
        Wording("効果と参考性", "effect and value to others"),
        bool,
        by_year({2025: True}, ITEM_2),
    ),
    Rule("not_funding_only", Wording("資金供与だけの除外", "no mere funding"), bool, by_year({2025: True}, ITEM_3_1)),
    Rule(
        "no_public_funding",
        Wording("他の公的助成の除外", "no other public funding"),
        bool,
        by_year({2025: True}, ITEM_3_2),
    ),
    Rule(
        "eligible_above",
        Wording("助成対象経費の下限（超）", "eligible cost above"),
        int,
        by_year({2025: 2_000_000}, ITEM_3_3),
    ),
    Rule("rate", Wording("助成率", "rate"), Fraction, by_year({2025: Fraction(1, 2)}, AMOUNT)),
    Rule(
        "cap_abroad", Wording("上限額（主として海外）", "cap (mainly abroad)"), int, by_year({2025: 5_000_000}, AMOUNT)
    ),
    Rule(
        "cap_in_japan",
        Wording("上限額（主として国内）", "cap (mainly in Japan)"),
        int,
        by_year({2025: 3_000_000}, AMOUNT),
    ),
    Rule("rounding_unit", Wording("端数処理の単位（円）", "rounding unit (yen)"), int),
    CURRENCY_ROUNDING,
    Rule("headquarters_deadline", Wording("本部への提出期限（必着）", "headquarters' deadline (must arrive)"), date),
    Rule("branch_lead_days", Wording("支部締切の前倒し日数", "the branch's lead (days)"), int),
    Rule("via_branch", Wording("支部経由", "through the branch"), bool),
    Rule("joint_allowed", Wording("共同での申請", "joint applications"), bool),
    ADVANCE_RULE,
    Rule("start_after_award", Wording("交付決定後の着手", "start after the award"), bool),
    Rule("execution_ends_by", Wording("事業の実施期限", "project to end by"), date),
    Rule("report_due_days", Wording("実績報告の期限（完了後の日数）", "report due (days after completion)"), int),
    Rule("report_due_fixed", Wording("実績報告の期限（日）", "report due by"), date),
    Rule("change_threshold", Wording("変更承認を要する経費変更の割合", "change that needs approval (share)"), Fraction),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
]


def directly_involved(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield book.judge(
        "ECO-01",
        answered_yes(facts, "directly_involved"),
        needs=["direct_involvement"],
        field="directly_involved",
        met=Wording("地方公共団体が直接関与しています。", "The local authority is directly involved."),
        not_met=Wording(
            "地方公共団体が企画するなど直接関与する事業が対象です。",
            "The local authority must plan it or be directly involved.",
        ),
    )


def effect_and_reference(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    effect, useful = answered_yes(facts, "effect_expected"), answered_yes(facts, "useful_to_others")
    both = None if effect is None or useful is None else effect and useful
    yield book.judge(
        "ECO-02",
        both,
        needs=["effect_and_reference"],
        field="effect_expected" if effect is not True else "useful_to_others",
        met=Wording(
            "経済効果と他団体への参考性が見込まれます。", "An economic effect and value to others are expected."
        ),
        not_met=Wording(
            "将来的な経済効果と、他の地方公共団体の参考となることの両方が必要です。",
            "Both a future economic effect and value to other local authorities are needed.",
        ),
    )


def not_funding_only(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    only = answered_yes(facts, "funding_only")
    yield book.judge(
        "ECO-03",
        None if only is None else not only,
        needs=["not_funding_only"],
        field="funding_only",
        met=Wording("資金供与だけの事業ではありません。", "The project does more than provide funds."),
        not_met=Wording("資金供与だけの事業は対象外です。", "A project that only provides funds is excluded."),
    )


def no_public_funding(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Money from another local authority excludes too, such as a prefecture subsidising its town."""
    told = answered_yes(facts, "other_public_funding")
    rows = [row for row in facts.rows("funding") if row.get("source") in PUBLIC_SOURCES and row.get("amount")]
    receives = True if rows else told
    working = None
    if rows:
        amount = sum(value for row in rows if isinstance(value := row.get("amount"), int))
        working = Wording(f"財源内訳に公的助成{amount:,}円", f"public subsidies of ¥{amount:,} in the funding")
    yield book.judge(
        "ECO-04",
        None if receives is None else not receives,
        needs=["no_public_funding"],
        field="funding" if rows else "other_public_funding",
        met=Wording("国・地方公共団体等の助成を受けていません。", "There is no other public funding."),
        not_met=Wording(
            "国・地方公共団体・これらに準ずる機関の助成を受けている事業は対象外です。",
            "A project funded by the State, a local authority or a similar body is excluded.",
        ),
        working=working,
    )


def eligible_cost_above_floor(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    cost, floor = facts.yen("eligible_cost"), book.yen("eligible_above")
    working, holds = None, None
    if cost is not None and floor is not None:
        holds = cost > floor
        sign = "＞" if holds else "≦"
        working = Wording(f"{cost:,}円{sign}{floor:,}円", f"¥{cost:,} {'>' if holds else '<='} ¥{floor:,}")
    yield book.judge(
        "ECO-05",
        holds,
        needs=["eligible_above"],
        field="eligible_cost",
        met=Wording("助成対象経費は下限を超えています。", "The eligible cost is above the floor."),
        not_met=Wording(
            f"助成対象経費が{floor or 0:,}円以下の事業は対象外です。",
            f"A project with an eligible cost of ¥{floor or 0:,} or less is excluded.",
        ),
        working=working,
    )


def within_rate(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from grant_limits.within_rate("ECO-06", facts, book)


def within_cap(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    caps = tuple(CAP_BY_PLACE.values())
    yield from grant_limits.within_cap("ECO-07", cap_by_place(facts), facts, book, all_caps=caps, asks="place")


def ends_in_time(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Once a source gives the last day, the project ends by it."""
    ends, last = facts.day("ends"), book.day("execution_ends_by")
    if ends and last:
        yield book.judge(
            "execution_window",
            ends <= last,
            needs=["execution_ends_by"],
            field="ends",
            met=Wording("実施期限までに終わります。", "The project ends in time."),
            not_met=Wording("{last}までに終える必要があります。", "It must end by {last}.").filled(
                last=day_in_words(last)
            ),
        )


def grant_maximum(facts: Facts, book: Rulebook) -> int | None:
    """The lesser of the share and the cap in yen; 0 where the eligible cost is not above the floor."""
    cost, floor = facts.yen("eligible_cost"), book.yen("eligible_above")
    amount = most(cap_by_place(facts), facts, book)
    if cost is None or floor is None or amount is None:
        return None
    return amount if cost > floor else 0


CHECKS = [
    directly_involved,
    effect_and_reference,
    not_funding_only,
    no_public_funding,
    eligible_cost_above_floor,
    within_rate,
    within_cap,
    ends_in_time,
    joint_bodies_stand,
    branches_are_named,
    joint_applications_known,
    *COURSE_CHECKS,
]

FINDINGS = {
    "ECO-01": Wording("ECO-01 直接関与", "ECO-01 Direct involvement"),
    "ECO-02": Wording("ECO-02 経済効果と参考性", "ECO-02 Effect and value to others"),
    "ECO-03": Wording("ECO-03 資金供与だけ", "ECO-03 Mere funding"),
    "ECO-04": Wording("ECO-04 他の公的助成", "ECO-04 Other public funding"),
    "ECO-05": Wording("ECO-05 助成対象経費の下限", "ECO-05 Least eligible cost"),
    "ECO-06": Wording("ECO-06 助成率", "ECO-06 Rate"),
    "ECO-07": Wording("ECO-07 上限額", "ECO-07 Cap"),
}
