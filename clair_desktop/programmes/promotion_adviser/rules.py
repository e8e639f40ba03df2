"""What the brochure of June 2025 says of promotion advisers; how often is counted against the branch's own file."""

from collections.abc import Iterator

from clair_desktop.blocks.conditions import type_chosen
from clair_desktop.blocks.dispatch_days import DAY_FINDINGS, days_lie_in_the_year, times_run_forward
from clair_desktop.blocks.dispatch_terms import DISPATCH_TERMS
from clair_desktop.blocks.earlier_uses import counted, numbers_of, of_year, project_of
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.parties import AuthorityKind
from clair_desktop.domain.publications import BUSINESS_PLAN_2015, brochure
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.promotion_adviser.fields import IMPLEMENTATION

KEY = "promotion_adviser"
_LISTED_AS = {AuthorityKind.PREFECTURE: ("都道府県",), AuthorityKind.SPECIAL_WARD: ("市区町村", "特別区")}
_JA, _EN = "プロモーションアドバイザー事業", "プロモーションアドバイザー (promotion advisers)"
CHAPTER = brochure(Wording(_JA, _EN))
BODIES = brochure(Wording(f"{_JA}・対象団体", f"{_EN}, eligible bodies"))
SUPPORT = brochure(Wording(f"{_JA}・支援内容", f"{_EN}, support"))
TIMES = brochure(Wording(f"{_JA}・派遣回数", f"{_EN}, number of dispatches"))
COSTS = brochure(Wording(f"{_JA}・経費", f"{_EN}, costs"))

RULES = [
    Rule("eligible_bodies", Wording("対象団体", "eligible bodies"), str, by_year({2025: "都道府県・市町村"}, BODIES)),
    Rule(
        "planning_stage",
        Wording("企画段階の支援", "support at the planning stage"),
        bool,
        [*by_year({2015: True}, BUSINESS_PLAN_2015), *by_year({2025: True}, CHAPTER)],
    ),
    Rule("kinds_of_support", Wording("支援内容", "kinds of support"), bool, by_year({2025: True}, SUPPORT)),
    Rule(
        "dispatches_per_project",
        Wording("1事業の派遣回数", "dispatches per project"),
        int,
        by_year({2025: 2}, TIMES),
    ),
    Rule("projects_per_body", Wording("原則の事業数", "projects in principle"), int, by_year({2025: 2}, TIMES)),
    Rule("costs_borne", Wording("クレアの負担", "borne by CLAIR"), str, by_year({2025: "旅費交通費、謝礼金"}, COSTS)),
    Rule("counts_per_fiscal_year", Wording("回数・事業数を年度ごとに数える", "counted by fiscal year"), bool),
    *DISPATCH_TERMS,
]


def body_is_named(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The text says 都道府県・市町村 where other programmes say 市区町村: a special ward is asked about, not refused."""
    body, listed = facts.names.authority(facts.text("applicant")), str(book.value("eligible_bodies") or "")
    working = Wording(f"対象団体：{listed}", f"Eligible (in Japanese): {listed}") if listed else None
    words = _LISTED_AS.get(body.kind, ("市町村", "市区町村")) if body else ()
    named = any(word in listed for word in words) if body else None
    if body and body.kind is AuthorityKind.SPECIAL_WARD and listed and not named:
        wording = Wording(
            "対象団体の記載に特別区はありません。申請できるかを本部に確認してください。",
            "The text does not name special wards. Ask headquarters whether this one may apply.",
        )
        source = book.source("eligible_bodies")
        yield Finding("eligible_body", Verdict.UNDECIDED, wording, "applicant", working, source)
        return
    yield book.judge(
        "eligible_body",
        named,
        needs=["eligible_bodies"],
        field="applicant",
        met=Wording("対象団体に当たります。", "The body is among those eligible."),
        not_met=Wording("対象団体に当たりません。", "The body is not among those eligible."),
        working=working,
    )


def project_is_being_planned(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Advice is described for the planning stage; a project under way is not excluded in words."""
    stage, source = facts.text("stage"), book.source("planning_stage")
    if stage == IMPLEMENTATION and source:
        wording = Wording(
            "企画段階（市場調査、事業戦略）での支援と記されています。実施段階で受けられるかを本部に確認してください。",
            "Support is described for the planning stage. Ask headquarters whether it is given at this one.",
        )
        yield Finding("planning_stage", Verdict.UNDECIDED, wording, "stage", source=source)
        return
    yield book.judge(
        "planning_stage",
        True if stage else None,
        needs=["planning_stage"],
        field="stage",
        met=Wording("企画段階の事業です。", "The project is at the planning stage."),
        not_met=Wording("企画段階の事業ではありません。", "The project is not at the planning stage."),
    )


def dispatches_of_the_project(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """「1事業につき2回まで」: the text names no period, so it decides only where both readings agree."""
    title = project_of(facts.answers)
    if not title or not facts.text("applicant"):
        return
    earlier = [one for one in facts.earlier_of(KEY) if project_of(one.answers) == title]
    elsewhere = counted(facts, "dispatches_unrecorded")
    in_year, ever = len(of_year(earlier, book)) + elsewhere + 1, len(earlier) + elsewhere + 1
    most, numbers = book.yen("dispatches_per_project"), numbers_of(earlier)
    working = Wording(
        f"今回を含め{book.year.label().ja}{in_year}回、通算{ever}回（台帳：{numbers.ja}、台帳外{elsewhere}回）",
        f"with this one {in_year} in {book.year.label().en}, {ever} in all (on file: {numbers.en}; elsewhere "
        f"{elsewhere})",
    )
    yield _within(
        "dispatches_of_project",
        "dispatches_per_project",
        (in_year, ever),
        book,
        met=Wording("この事業の派遣回数は範囲内です。", "The dispatches for this project are within the limit."),
        not_met=Wording(
            f"1事業の派遣は{most}回までです。別の事業であれば事業名を分け、同じ事業であれば取り下げてください。",
            f"A project may have {most} dispatches. If this is another project give it its own title, else withdraw.",
        ),
        working=working,
    )


def projects_of_the_body(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """「原則2事業まで」: a third is no refusal, it needs a reason that headquarters weighs."""
    title = project_of(facts.answers)
    if not title or not facts.text("applicant"):
        return
    earlier = facts.earlier_of(KEY)
    elsewhere = counted(facts, "projects_unrecorded")
    in_year, ever = (
        len({project_of(one.answers) for one in group} | {title}) + elsewhere
        for group in (of_year(earlier, book), earlier)
    )
    most, numbers = book.yen("projects_per_body"), numbers_of(earlier)
    working = Wording(
        f"この事業を含め{book.year.label().ja}{in_year}事業、通算{ever}事業（台帳：{numbers.ja}、台帳外{elsewhere}事業）",
        f"with this one {in_year} in {book.year.label().en}, {ever} in all (on file: {numbers.en}; elsewhere "
        f"{elsewhere})",
    )
    found = _within(
        "projects_of_body",
        "projects_per_body",
        (in_year, ever),
        book,
        met=Wording("事業数は原則の範囲内です。", "The number of projects is within the principle."),
        not_met=Wording(f"原則{most}事業までです。", f"In principle a body has {most} projects."),
        working=working,
    )
    yield found if found.verdict is not Verdict.NOT_MET else _exception(facts, found)


def _exception(facts: Facts, found: Finding) -> Finding:
    reason = facts.text("exception_reason")
    if not reason:
        wording = Wording(
            f"{found.message.ja}「3事業目以降とする理由」を入力してください。",
            f"{found.message.en} Give the reason for another one.",
        )
        return Finding(
            found.rule, Verdict.UNDECIDED, wording, "exception_reason", found.working, found.source, missing=True
        )
    wording = Wording(
        f"{found.message.ja}理由を添えて本部の判断を求めます。", f"{found.message.en} Headquarters weighs the reason."
    )
    return Finding(found.rule, Verdict.UNDECIDED, wording, "exception_reason", found.working, found.source)


def _within(
    rule: str, limit: str, counts: tuple[int, int], book: Rulebook, *, met: Wording, not_met: Wording, working: Wording
) -> Finding:
    """Judged by the count of the year or by the count in all, whichever the rulebook says; by both where it does not."""
    most, by_fiscal_year, (in_year, ever) = book.yen(limit), book.value("counts_per_fiscal_year"), counts
    readings = {count <= (most or 0) for count in counts}
    needs = [limit]
    if len(readings) > 1 and by_fiscal_year is None and most is not None:
        wording = Wording(
            "年度ごとに数えれば範囲内、通算すれば範囲を超えます。数える期間の定めが確認できません。",
            "Counted by the year it is within the limit, counted in all it is above. No source says which counts.",
        )
        return Finding(rule, Verdict.UNDECIDED, wording, "title", working, book.source(limit))
    if len(readings) > 1:
        needs.append("counts_per_fiscal_year")
    holds = (in_year if by_fiscal_year else ever) <= (most or 0)
    return book.judge(rule, holds, needs=needs, field="title", met=met, not_met=not_met, working=working)


CHECKS = [
    body_is_named,
    project_is_being_planned,
    type_chosen(
        "kinds_of_support",
        "kinds_of_support",
        "support",
        Wording("助言・情報提供・視察や調査", "advice, information, visits and surveys"),
    ),
    dispatches_of_the_project,
    projects_of_the_body,
    days_lie_in_the_year,
    times_run_forward,
]

FINDING_NAMES = {
    **DAY_FINDINGS,
    "eligible_body": Wording("対象団体", "Eligible bodies"),
    "planning_stage": Wording("事業の段階", "Stage of the project"),
    "kinds_of_support": Wording("支援内容", "Kinds of support"),
    "dispatches_of_project": Wording("1事業の派遣回数", "Dispatches per project"),
    "projects_of_body": Wording("団体の事業数", "Projects of the body"),
}
