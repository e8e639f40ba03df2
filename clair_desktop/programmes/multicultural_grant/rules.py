"""MUL-01 … MUL-07 by the pages of FY2018 to FY2026; the rate is in no page, so it stays undecided until entered."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from clair_desktop.blocks import grant_limits, grant_terms, partners, public_funding
from clair_desktop.blocks.advance import ADVANCE_RULE
from clair_desktop.blocks.applicant import INTERNATIONAL_ASSOCIATION, LOCAL_AUTHORITY, has_own_branch
from clair_desktop.blocks.conditions import condition, type_chosen
from clair_desktop.blocks.grant_checks import BODY_CHECKS, COURSE_CHECKS
from clair_desktop.blocks.grant_limits import most
from clair_desktop.blocks.grant_terms import PARAMETERS, call_rules
from clair_desktop.blocks.partners import JointReading, counts_others, joint_caps, joint_reading
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import (
    MULTICULTURAL_2018,
    MULTICULTURAL_2020,
    MULTICULTURAL_2022,
    MULTICULTURAL_2023,
    MULTICULTURAL_2023_SHIZUOKA,
    MULTICULTURAL_2024,
    MULTICULTURAL_2026,
    brochure,
    in_place,
)
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Ruling, Value, Verdict, by_year
from clair_desktop.domain.wording import Wording

CHAPTER = brochure(
    Wording("多文化共生の政策・立案支援", "多文化共生の政策・立案支援 (grants for multicultural communities)")
)
FILE_SET = in_place(
    MULTICULTURAL_2026, "経費内訳書（様式1号-2、2号-2、3号-2）の注記", "note on the cost sheets (Forms 1-2, 2-2, 3-2)"
)
_PAGES = {
    2018: MULTICULTURAL_2018,
    2020: MULTICULTURAL_2020,
    2022: MULTICULTURAL_2022,
    2023: MULTICULTURAL_2023,
    2024: MULTICULTURAL_2024,
    2026: MULTICULTURAL_2026,
}
_BODIES = Wording("助成対象団体", "eligible bodies")
_PROJECTS = Wording("助成対象事業", "eligible projects")
_AMOUNT = Wording("助成金額", "amount of the grant")
_PERIOD = Wording("実施期間", "period of execution")
_WINDOW = Wording("受付期間", "period of the call")
_COUNTED = frozenset({LOCAL_AUTHORITY, INTERNATIONAL_ASSOCIATION})
_CAPS = ("cap_large", "cap_small", "cap_joint")


def _rulings(values: Mapping[int, Value], place: Wording) -> list[Ruling]:
    """One value per page, each by the page of its own year."""
    return [
        ruling
        for year, value in values.items()
        for ruling in by_year({year: value}, in_place(_PAGES[year], place.ja, place.en))
    ]


_LISTED = "都道府県、市区町村、地域国際化協会"
_JOINTLY = in_place(MULTICULTURAL_2023_SHIZUOKA, _BODIES.ja, _BODIES.en)

RULES = [
    Rule(
        "eligible_bodies",
        _BODIES,
        str,
        _rulings(dict.fromkeys((2020, 2022, 2023, 2024, 2026), _LISTED), _BODIES),
    ),
    Rule(
        "others_only_jointly",
        Wording("NPO法人等は共同・連携に限る", "NPOs only jointly"),
        bool,
        [*_rulings({2020: True, 2022: True, 2026: True}, _BODIES), *by_year({2023: True}, _JOINTLY)],
    ),
    Rule(
        "npo_legal_personality",
        Wording("NPO法人等の法人格", "legal personality of NPOs"),
        bool,
        _rulings({2020: True, 2023: True, 2024: True}, _BODIES),
    ),
    Rule(
        "project_types",
        Wording("事業の7区分", "the seven types"),
        bool,
        _rulings({2018: True, 2020: True, 2023: True, 2024: True}, _PROJECTS),
    ),
    Rule(
        "no_refinancing",
        Wording("財源組替え等の除外", "no refinancing of earlier projects"),
        bool,
        _rulings({2018: True, 2023: True}, _PROJECTS),
    ),
    Rule(
        "not_funding_only",
        Wording("資金供与だけの除外", "no mere funding"),
        bool,
        _rulings({2018: True, 2023: True}, _PROJECTS),
    ),
    public_funding.excluded_funding(_rulings({2023: "国やこれに準ずる機関"}, _PROJECTS)),
    Rule("rate", Wording("助成率", "rate"), Fraction),
    Rule(
        "cap_large",
        Wording("上限額（都道府県・指定都市）", "cap (prefectures, designated cities)"),
        int,
        _rulings({2023: 4_000_000, 2024: 4_000_000}, _AMOUNT),
    ),
    Rule(
        "cap_small",
        Wording("上限額（市区町村・地域国際化協会）", "cap (municipalities, associations)"),
        int,
        _rulings({2023: 3_000_000, 2024: 3_000_000}, _AMOUNT),
    ),
    Rule(
        "cap_joint",
        Wording("上限額（共同）", "cap (joint)"),
        int,
        _rulings({2023: 4_000_000, 2024: 4_000_000}, _AMOUNT),
    ),
    Rule("floor", Wording("下限額", "floor"), int, _rulings({2024: 500_000}, _AMOUNT)),
    counts_others([]),
    *call_rules(
        opens=_rulings(
            {
                2018: date(2017, 8, 4),
                2022: date(2021, 8, 2),
                2023: date(2022, 8, 1),
                2024: date(2023, 8, 1),
                2026: date(2025, 7, 14),
            },
            _WINDOW,
        ),
        deadline=_rulings(
            {
                2018: date(2017, 10, 6),
                2022: date(2021, 9, 30),
                2023: date(2022, 9, 30),
                2024: date(2023, 9, 29),
                2026: date(2025, 9, 30),
            },
            _WINDOW,
        ),
        ends=_rulings({2018: "2月末", 2022: "2月末", 2024: "2月末", 2026: "2月末"}, _PERIOD),
    ),
    ADVANCE_RULE,
    *PARAMETERS,
]


def _single_cap(facts: Facts, book: Rulebook) -> tuple[str, str] | None:
    """The finding and the cap of a body by itself, as it stood when the project year began."""
    kind, code = facts.text("applicant_kind"), facts.text("applicant")
    if kind == INTERNATIONAL_ASSOCIATION:
        return "MUL-04", "cap_small"
    if kind != LOCAL_AUTHORITY or not code:
        return None
    return ("MUL-03", "cap_large") if has_own_branch(code, book.year.first_day) else ("MUL-04", "cap_small")


def _reading(facts: Facts, book: Rulebook) -> JointReading | None:
    return joint_reading(facts, book, _COUNTED)


def _applicable(facts: Facts, book: Rulebook) -> list[str]:
    single = _single_cap(facts, book)
    return joint_caps(single[1] if single else None, _reading(facts, book))


def within_cap(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """By kind of body, or ¥4,000,000 per joint project whatever the number of bodies; others have no cap of their own."""
    if facts.text("applicant_kind") not in ("", *_COUNTED):
        return
    single, reading = _single_cap(facts, book), _reading(facts, book)
    is_single = reading is None or reading is JointReading.SINGLE
    rule = single[0] if single and is_single else "MUL-05" if not is_single else "MUL-04"
    asks = "joint" if single else "applicant_kind"
    yield from grant_limits.within_cap(rule, _applicable(facts, book), facts, book, all_caps=_CAPS, asks=asks)


def joint_is_read(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    who = Wording("地方公共団体・地域国際化協会", "local authorities or associations")
    yield from partners.joint_is_read(_reading(facts, book), who)


def several_projects(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The cap is per body: whether two projects of a body in a year share it, no page says."""
    single = _single_cap(facts, book)
    if single is None or _reading(facts, book) is not JointReading.SINGLE:
        return
    others = [
        amount
        for one in facts.earlier_of("multicultural_grant")
        if one.project_year == book.year
        and one.answers.get("joint") == "single"
        and isinstance(amount := one.answers.get("requested"), int)
    ]
    requested, cap = facts.yen("requested"), book.yen(single[1])
    if not others or requested is None or cap is None or requested + sum(others) <= cap:
        return
    total = requested + sum(others)
    wording = Wording(
        "同じ年度の別の申請と合わせると1団体あたりの上限額を超えます。合算するかどうか、本部に確認してください。",
        "With this body's other projects of the year it is above the cap per body. Ask headquarters whether they add up.",
    )
    working = Wording(
        f"{requested:,}円＋{sum(others):,}円＝{total:,}円＞{cap:,}円",
        f"¥{requested:,} + ¥{sum(others):,} = ¥{total:,} > ¥{cap:,}",
    )
    yield Finding("several_projects", Verdict.UNDECIDED, wording, "requested", working)


def above_floor(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from grant_limits.above_floor("MUL-06", facts, book)


def within_rate(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from grant_limits.within_rate("rate", facts, book)


def within_window(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from grant_terms.within_window("MUL-07", facts, book)


def no_excluded_funding(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from public_funding.no_excluded_funding("MUL-02-public", facts, book)


def grant_maximum(facts: Facts, book: Rulebook) -> int | None:
    """None while the rate is unknown; 0 where the most that could be granted is below the floor."""
    amount, floor = most(_applicable(facts, book), facts, book), book.yen("floor")
    if amount is None:
        return None
    return 0 if floor is not None and amount < floor else amount


CHECKS = [
    *BODY_CHECKS,
    joint_is_read,
    partners.npos_are_persons,
    type_chosen("MUL-01", "project_types", "category", Wording("7つの事業区分", "the seven types")),
    condition(
        "MUL-02-refinanced",
        "no_refinancing",
        "refinanced",
        wanted=False,
        met=Wording("財源の組替えを主とする事業ではありません。", "It does not mainly refinance an earlier project."),
        not_met=Wording("財源の組替えを主とする事業は対象外です。", "Mere refinancing is excluded."),
    ),
    condition(
        "MUL-02-fees",
        "no_refinancing",
        "fee_relief",
        wanted=False,
        met=Wording(
            "参加者負担の軽減を主とする事業ではありません。", "It does not mainly relieve participants of fees."
        ),
        not_met=Wording("参加者負担等の軽減を主とする事業は対象外です。", "Mere relief of fees is excluded."),
    ),
    condition(
        "MUL-02-funds",
        "not_funding_only",
        "funding_only",
        wanted=False,
        met=Wording("資金供与だけの事業ではありません。", "The project does more than provide funds."),
        not_met=Wording("資金供与だけの事業は対象外です。", "A project that only provides funds is excluded."),
    ),
    no_excluded_funding,
    within_rate,
    within_cap,
    several_projects,
    above_floor,
    within_window,
    *COURSE_CHECKS,
]

FINDINGS = {
    "MUL-01": Wording("MUL-01 事業区分", "MUL-01 Category"),
    "MUL-02-refinanced": Wording("MUL-02 財源の組替え", "MUL-02 Refinancing"),
    "MUL-02-fees": Wording("MUL-02 参加者負担の軽減", "MUL-02 Relief of fees"),
    "MUL-02-funds": Wording("MUL-02 資金供与だけ", "MUL-02 Mere funding"),
    "MUL-02-public": Wording("MUL-02 国等の助成", "MUL-02 State funding"),
    "MUL-03": Wording("MUL-03 上限額（都道府県・指定都市）", "MUL-03 Cap (prefecture, designated city)"),
    "MUL-04": Wording("MUL-04 上限額（市区町村・協会）", "MUL-04 Cap (municipality, association)"),
    "MUL-05": Wording("MUL-05 上限額（共同）", "MUL-05 Cap (joint)"),
    "MUL-06": Wording("MUL-06 下限額", "MUL-06 Floor"),
    "MUL-07": Wording("MUL-07 実施期間", "MUL-07 Period"),
    "rate": Wording("助成率", "Rate"),
    "several_projects": Wording("1団体あたりの上限額", "Cap per body"),
}
