"""The report on FY2005, the call of FY2024 and the brochure of 2025: 1/2 then, the whole amount since, nothing between."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from clair_desktop.blocks import grant_limits, grant_terms, partners, public_funding
from clair_desktop.blocks.advance import ADVANCE_RULE
from clair_desktop.blocks.applicant import LOCAL_AUTHORITY, applicant_is_eligible, applicant_is_named
from clair_desktop.blocks.conditions import condition
from clair_desktop.blocks.grant_checks import COURSE_CHECKS
from clair_desktop.blocks.grant_limits import most
from clair_desktop.blocks.grant_terms import PARAMETERS, call_rules
from clair_desktop.blocks.partners import (
    JointReading,
    counts_others,
    is_npo,
    joint_caps,
    joint_reading,
    links_to_authority,
)
from clair_desktop.blocks.project import NOVELTY_CONTINUING, NOVELTY_NEW
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import MODEL_PROJECTS_2024, brochure, in_place, model_project_report
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording

REPORT_2005 = model_project_report(Wording("自治体国際協力促進事業（モデル事業）", "model project grants"))
BODIES_2005 = in_place(REPORT_2005, "対象となる団体", "eligible bodies")
PROJECTS_2005 = in_place(REPORT_2005, "対象となる事業", "eligible projects")
AMOUNT_2005 = in_place(REPORT_2005, "助成金の交付", "the grant")
PERIOD_2005 = in_place(REPORT_2005, "事業実施期間", "period of execution")
CALL_2024 = MODEL_PROJECTS_2024
PROJECTS_2024 = in_place(CALL_2024, "助成の対象となる事業", "eligible projects")
AMOUNT_2024 = in_place(CALL_2024, "助成金額", "amount of the grant")
BODIES_2024 = in_place(CALL_2024, "対象団体", "eligible bodies")
PERIOD_2024 = in_place(CALL_2024, "助成対象期間", "period")
WINDOW_2024 = in_place(CALL_2024, "申し込み期間", "period of the call")
CHAPTER = brochure(Wording("自治体国際協力促進事業（モデル事業）・事業内容", "model project grants"))

_BODIES = "地方自治体、地域国際化協会、これらと連携するNGO"
_EXCLUDED_2024 = "国、地方公共団体およびこれに準ずる機関"

RULES = [
    Rule(
        "eligible_bodies",
        Wording("助成対象団体", "eligible bodies"),
        str,
        [
            *by_year({2005: "都道府県、市区町村、これらと連携するNGO"}, BODIES_2005),
            *by_year({2024: _BODIES}, BODIES_2024),
            *by_year({2025: _BODIES}, CHAPTER),
        ],
    ),
    Rule(
        "ngo_through_authority",
        Wording("NGOへの助成は地方自治体を通じて行う", "NGOs are funded through a local authority"),
        bool,
        by_year({2005: True}, BODIES_2005, carries=False),
    ),
    Rule("pioneering", Wording("先駆的な事業", "pioneering projects"), bool,
         [*by_year({2005: True}, REPORT_2005), *by_year({2024: True}, PROJECTS_2024), *by_year({2025: True}, CHAPTER)]),
    Rule("new_or_enlarged", Wording("新規又は内容の拡充", "new or enlarged"), bool, by_year({2024: True}, PROJECTS_2024)),
    Rule("not_funding_only", Wording("資金供与だけの除外", "no mere funding"), bool,
         [*by_year({2005: True}, PROJECTS_2005), *by_year({2024: True}, PROJECTS_2024)]),
    Rule("not_survey_only", Wording("調査だけの除外", "no mere survey"), bool, by_year({2024: True}, PROJECTS_2024)),
    public_funding.excluded_funding(
        [*by_year({2005: "国等"}, PROJECTS_2005), *by_year({2024: _EXCLUDED_2024}, PROJECTS_2024)]
    ),
    Rule(
        "rate",
        Wording("助成率", "rate"),
        Fraction,
        [
            *by_year({2005: Fraction(1, 2)}, AMOUNT_2005, carries=False),  # the year it became 総額以内 is not known
            *by_year({2024: Fraction(1)}, AMOUNT_2024),
            *by_year({2025: Fraction(1)}, CHAPTER),
        ],
    ),
    Rule("cap_single", Wording("上限額（単独）", "cap (single)"), int,
         [*by_year({2005: 3_000_000}, AMOUNT_2005), *by_year({2024: 3_000_000}, AMOUNT_2024),
          *by_year({2025: 3_000_000}, CHAPTER)]),
    Rule("cap_joint", Wording("上限額（共同）", "cap (joint)"), int,
         [*by_year({2005: 5_000_000}, AMOUNT_2005), *by_year({2024: 5_000_000}, AMOUNT_2024),
          *by_year({2025: 5_000_000}, CHAPTER)]),
    # FY2005 says 「複数の地方自治体」; since then 「複数の地方自治体など」, which leaves others open.
    counts_others(by_year({2005: False}, AMOUNT_2005, carries=False)),
    Rule("years_at_most", Wording("助成対象期間（原則・年）", "period (in principle, years)"), int,
         [*by_year({2024: 1}, PERIOD_2024), *by_year({2025: 1}, CHAPTER)]),
    *call_rules(
        deadline=by_year({2024: date(2023, 10, 31)}, WINDOW_2024),
        begins=by_year({2005: "4月1日"}, PERIOD_2005, carries=False),
        ends=by_year({2005: "3月31日"}, PERIOD_2005, carries=False),
    ),
    ADVANCE_RULE,
    *PARAMETERS,
]  # fmt: skip


def body_is_eligible(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """An NGO needs a local authority or association beside it; in FY2005 the money went through the authority."""
    if not is_npo(facts):
        yield from applicant_is_eligible(facts, book)
        return
    through = book.standing("ngo_through_authority")
    if links_to_authority(facts) and not through.decided:
        source = book.standing("eligible_bodies").ruling
        wording = Wording(
            "地方自治体等と連携するNGOですが、NGOが自ら申請できるか、定めが確認できません。",
            "The NGO works with a local authority or association; whether it may apply itself is not known.",
        )
        yield Finding(
            "applicant_eligible",
            Verdict.UNDECIDED,
            wording,
            "applicant_kind",
            source=source.source if source else None,
        )
        return
    yield book.judge(
        "applicant_eligible",
        False,
        needs=["ngo_through_authority" if through.decided else "eligible_bodies"],
        field="applicant_kind",
        met=Wording("NGOが申請できます。", "The NGO may apply."),
        not_met=Wording(
            "NGOは地方自治体等と連携する場合に限り対象です。地方自治体が申請してください。",
            "An NGO is eligible only with a local authority or association, which should apply.",
        ),
    )


def _reading(facts: Facts, book: Rulebook) -> JointReading | None:
    return joint_reading(facts, book, frozenset({LOCAL_AUTHORITY}))


def _applicable(facts: Facts, book: Rulebook) -> list[str]:
    return joint_caps("cap_single", _reading(facts, book))


def joint_is_read(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from partners.joint_is_read(_reading(facts, book), Wording("地方自治体", "local authorities"))


def new_or_enlarged(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Every year is examined anew: a later year of a plan continues, and must be enlarged."""
    novelty, year = facts.text("novelty"), facts.count(facts.answers, "plan_year")
    continues = novelty == NOVELTY_CONTINUING or (novelty == NOVELTY_NEW and year is not None and year > 1)
    working = None
    if year is not None and year > 1:
        working = Wording(f"全体計画の{year}年目＝継続", f"year {year} of the plan = continuing")
    yield book.judge(
        "new_or_enlarged",
        None if not novelty else not continues,
        needs=["new_or_enlarged"],
        field="novelty",
        met=Wording(
            "新規の事業又は内容の拡充が図られる継続事業です。", "The project is new, or continuing and enlarged."
        ),
        not_met=Wording(
            "複数年の計画も年度ごとに審査され、2年目以降は内容の拡充が要ります。",
            "A plan of several years is examined every year; from the second on it must be enlarged.",
        ),
        working=working,
    )


def within_years(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """「原則1年間」: a longer period is not refused but to be confirmed."""
    starts, ends, most_years = facts.day("starts"), facts.day("ends"), book.yen("years_at_most")
    if not starts or not ends or not most_years or ends < starts:
        return
    longer = (ends.year - starts.year, ends.month, ends.day) >= (most_years, starts.month, starts.day)
    if longer:
        source = book.standing("years_at_most").ruling
        wording = Wording(
            f"助成対象期間は原則{most_years}年間です。複数年にわたる場合も年度ごとに申請します。",
            f"The period is {most_years} year in principle; longer projects apply every year.",
        )
        yield Finding("period_years", Verdict.UNDECIDED, wording, "ends", None, source.source if source else None)


def within_window(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Only FY2005's period is known to the day."""
    if book.standing("execution_ends").ruling:
        yield from grant_terms.within_window("window", facts, book)


def within_rate(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from grant_limits.within_rate("rate", facts, book)


def within_cap(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    caps = ("cap_single", "cap_joint")
    yield from grant_limits.within_cap("cap", _applicable(facts, book), facts, book, all_caps=caps, asks="joint")


def no_excluded_funding(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from public_funding.no_excluded_funding("double_funding", facts, book)


def grant_maximum(facts: Facts, book: Rulebook) -> int | None:
    """The lesser of the share and the cap in yen; None for the years whose rate is not known."""
    return most(_applicable(facts, book), facts, book)


CHECKS = [
    applicant_is_named,
    body_is_eligible,
    partners.joint_bodies_stand,
    partners.branches_are_named,
    joint_is_read,
    condition(
        "pioneering",
        "pioneering",
        "pioneering",
        wanted=True,
        met=Wording("先駆的な事業です。", "The project is pioneering."),
        not_met=Wording("先駆的な役割を果たす事業が対象です。", "Only pioneering projects are eligible."),
    ),
    new_or_enlarged,
    condition(
        "funding_only",
        "not_funding_only",
        "funding_only",
        wanted=False,
        met=Wording("資金供与だけの事業ではありません。", "The project does more than provide funds."),
        not_met=Wording("資金供与だけの事業は対象外です。", "A project that only provides funds is excluded."),
    ),
    condition(
        "survey_only",
        "not_survey_only",
        "survey_only",
        wanted=False,
        met=Wording("調査だけの事業ではありません。", "The project does more than survey."),
        not_met=Wording("調査だけの事業は対象外です。", "A project that only surveys is excluded."),
    ),
    no_excluded_funding,
    within_rate,
    within_cap,
    within_window,
    within_years,
    *COURSE_CHECKS,
]

FINDINGS = {
    "pioneering": Wording("先駆性", "Pioneering"),
    "new_or_enlarged": Wording("新規・拡充", "New or enlarged"),
    "funding_only": Wording("資金供与だけ", "Mere funding"),
    "survey_only": Wording("調査だけ", "Mere survey"),
    "double_funding": Wording("他の公的助成", "Other public funding"),
    "rate": Wording("助成率", "Rate"),
    "cap": Wording("上限額", "Cap"),
    "period_years": Wording("助成対象期間", "Length of the period"),
}
