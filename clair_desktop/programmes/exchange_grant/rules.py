"""IEX-01 … IEX-06: the brochure of June 2025, the summary of FY2026 and the notes on a second round."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from clair_desktop.blocks import grant_limits, grant_terms, partners, public_funding
from clair_desktop.blocks.advance import ADVANCE_RULE
from clair_desktop.blocks.conditions import answered_yes, condition, type_chosen
from clair_desktop.blocks.grant_checks import BODY_CHECKS, COURSE_CHECKS
from clair_desktop.blocks.grant_limits import CAP_BY_PLACE, cap_by_place, most
from clair_desktop.blocks.grant_terms import PARAMETERS, before_award_words, call_rules
from clair_desktop.blocks.project import NOVELTY_NEW
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import EXCHANGE_2026, EXCHANGE_SECOND_ROUND, brochure, in_place
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording

CHAPTER = brochure(Wording("国際交流事業の財政支援", "国際交流事業の財政支援 (grants for exchange projects)"))
BODIES = in_place(CHAPTER, "国際交流事業の財政支援・助成対象団体", "grants for exchange projects, eligible bodies")
PROJECTS = in_place(CHAPTER, "国際交流事業の財政支援・助成対象事業", "grants for exchange projects, eligible projects")
AMOUNT = in_place(CHAPTER, "国際交流事業の財政支援・助成額", "grants for exchange projects, amount")
SUMMARY = in_place(EXCHANGE_2026, "一目でわかる基本情報", "table of basic facts")
SUMMARY_PROJECTS = in_place(EXCHANGE_2026, "助成の対象となる団体・事業", "eligible bodies and projects")
SECOND_ROUND_START = in_place(EXCHANGE_SECOND_ROUND, "1(5) 2次募集の事業着手", "1(5), start in the second round")
ANNIVERSARIES = in_place(EXCHANGE_SECOND_ROUND, "1(3) 継続事業", "1(3), continuing projects")
CONTRIBUTIONS = in_place(EXCHANGE_SECOND_ROUND, "2 助成対象経費・負担金", "2, eligible cost: contributions")

_LISTED = "都道府県、市区町村、地域国際化協会"
_HALF = Fraction(1, 2)

RULES = [
    Rule(
        "eligible_bodies",
        Wording("助成対象団体", "eligible bodies"),
        str,
        [*by_year({2025: _LISTED}, BODIES), *by_year({2026: _LISTED}, SUMMARY)],
    ),
    Rule(
        "new_projects",
        Wording("新規の事業", "new projects"),
        bool,
        [*by_year({2025: True}, PROJECTS), *by_year({2026: True}, SUMMARY_PROJECTS)],
    ),
    Rule(
        "expansion_and_participation",
        Wording("交流の発展と住民の参画", "growth and participation"),
        bool,
        [*by_year({2025: True}, PROJECTS), *by_year({2026: True}, SUMMARY_PROJECTS)],
    ),
    Rule(
        "project_types",
        Wording("事業の5区分", "the five types"),
        bool,
        [*by_year({2025: True}, PROJECTS), *by_year({2026: True}, SUMMARY_PROJECTS)],
    ),
    Rule(
        "rate", Wording("助成率", "rate"), Fraction, [*by_year({2025: _HALF}, AMOUNT), *by_year({2026: _HALF}, SUMMARY)]
    ),
    Rule(
        "cap_abroad",
        Wording("上限額（主として海外）", "cap (mainly abroad)"),
        int,
        [*by_year({2025: 5_000_000}, AMOUNT), *by_year({2026: 5_000_000}, SUMMARY)],
    ),
    Rule(
        "cap_in_japan",
        Wording("上限額（主として国内）", "cap (mainly in Japan)"),
        int,
        [*by_year({2025: 3_000_000}, AMOUNT), *by_year({2026: 3_000_000}, SUMMARY)],
    ),
    *call_rules(
        deadline=by_year({2026: date(2025, 10, 31)}, SUMMARY),
        begins=by_year({2026: "4月1日"}, SUMMARY),
        ends=by_year({2026: "2月28日"}, SUMMARY),
    ),
    Rule("by_email", Wording("電子メールでの提出", "sent by e-mail"), bool, by_year({2026: True}, SUMMARY)),
    public_funding.excluded_funding([]),
    Rule("joint_allowed", Wording("共同での申請", "joint applications"), bool),
    ADVANCE_RULE,
    *PARAMETERS,
]


def new_or_marked(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """New projects; what is said of continuing ones is of another year or cut short, so those stay undecided."""
    novelty = facts.text("novelty")
    is_new = novelty == NOVELTY_NEW if novelty else None
    if is_new is False and (facts.text("anniversary") == "yes" or facts.text("distinctive")):
        wording = Wording(
            "継続事業です。周年・節目の事業や先駆的な事業は対象となり得ますが、この年度の定めは確認できません。"
            "本部に確認してください。",
            "It continues. Anniversaries and pioneering projects may be eligible, but the year's text is not known. "
            "Ask headquarters.",
        )
        yield Finding("IEX-01b", Verdict.UNDECIDED, wording, "novelty", source=ANNIVERSARIES)
        return
    yield book.judge(
        "IEX-01",
        is_new,
        needs=["new_projects"],
        field="novelty",
        met=Wording("新規に実施する事業です。", "The project is new."),
        not_met=Wording("新規に実施する事業が対象です。", "Only new projects are eligible."),
    )


def within_rate(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from grant_limits.within_rate("IEX-03", facts, book)


def within_cap(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    caps = tuple(CAP_BY_PLACE.values())
    yield from grant_limits.within_cap("IEX-03-cap", cap_by_place(facts), facts, book, all_caps=caps, asks="place")


def within_window(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from grant_terms.within_window("IEX-04", facts, book)


def sent_by_email(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    how = facts.text("submitted_by")
    if how:
        yield book.judge(
            "IEX-04-email",
            how == "email",
            needs=["by_email"],
            field="submitted_by",
            met=Wording("電子メールで提出しています。", "It was sent by e-mail."),
            not_met=Wording("電子メールで提出します（メール必着）。", "It must be sent by e-mail."),
        )


def contributions_in_public_interest(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """負担金: the only text on them gives no year, so it warns and never decides."""
    if answered_yes(facts, "contribution_included") is not True:
        return
    public = answered_yes(facts, "contribution_in_public_interest")
    wording = Wording(
        "負担金は、公益性の高い団体へのもので、この事業に使われるものに限るとする資料があります（年度の記載なし）。",
        "A text without a year admits contributions only to bodies in the public interest and for this project.",
    )
    if public is not True:
        wording = Wording(
            f"{wording.ja}この負担金は当てはまらないおそれがあります。", f"{wording.en} This one may not qualify."
        )
    yield Finding("IEX-05", Verdict.UNDECIDED, wording, "contribution_included", source=CONTRIBUTIONS)


def second_round_starts_after_award(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """2次募集: start only after the notice of the award, by a text that gives no year."""
    awarded, began = facts.day("award_day"), facts.day("first_order_on") or facts.day("starts")
    if facts.text("call_round") != "second" or awarded is None or began is None or began >= awarded:
        return
    wording = Wording(
        "2次募集では、交付決定通知の後に着手する事業が対象とする資料があります（年度の記載なし）。",
        "A text without a year says that a project of the second round must start after the notice of the award.",
    )
    working = before_award_words(began, awarded)
    yield Finding("IEX-06", Verdict.UNDECIDED, wording, "first_order_on", working, SECOND_ROUND_START)


def no_excluded_funding(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from public_funding.no_excluded_funding("double_funding", facts, book)


def grant_maximum(facts: Facts, book: Rulebook) -> int | None:
    """The lesser of the share and the cap in yen; there is no floor."""
    return most(cap_by_place(facts), facts, book)


CHECKS = [
    *BODY_CHECKS,
    partners.joint_applications_known,
    new_or_marked,
    condition(
        "IEX-01-expansion",
        "expansion_and_participation",
        "expansion_expected",
        wanted=True,
        met=Wording("交流の拡大や発展が見込まれます。", "The exchange is expected to grow."),
        not_met=Wording("交流の拡大や発展が見込まれる事業が対象です。", "The exchange must be expected to grow."),
    ),
    condition(
        "IEX-01-participation",
        "expansion_and_participation",
        "participation_expected",
        wanted=True,
        met=Wording("住民などの幅広い参画が見込まれます。", "Wide participation is expected."),
        not_met=Wording("住民などの幅広い参画が見込まれる事業が対象です。", "Wide participation must be expected."),
    ),
    type_chosen("IEX-02", "project_types", "category", Wording("5つの事業区分", "the five types")),
    within_rate,
    within_cap,
    within_window,
    sent_by_email,
    contributions_in_public_interest,
    second_round_starts_after_award,
    no_excluded_funding,
    *COURSE_CHECKS,
]

FINDINGS = {
    "IEX-01": Wording("IEX-01 新規", "IEX-01 New project"),
    "IEX-01b": Wording("IEX-01b 継続の事業", "IEX-01b Continuing project"),
    "IEX-01-expansion": Wording("IEX-01 交流の発展", "IEX-01 Growth"),
    "IEX-01-participation": Wording("IEX-01 住民の参画", "IEX-01 Participation"),
    "IEX-02": Wording("IEX-02 事業区分", "IEX-02 Category"),
    "IEX-03": Wording("IEX-03 助成率", "IEX-03 Rate"),
    "IEX-03-cap": Wording("IEX-03 上限額", "IEX-03 Cap"),
    "IEX-04": Wording("IEX-04 実施期間", "IEX-04 Period"),
    "IEX-04-email": Wording("IEX-04 提出の方法", "IEX-04 Sent by e-mail"),
    "IEX-05": Wording("IEX-05 負担金", "IEX-05 Contributions"),
    "IEX-06": Wording("IEX-06 2次募集の着手", "IEX-06 Start in the second round"),
    "double_funding": Wording("他の公的助成", "Other public funding"),
}
