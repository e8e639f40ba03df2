"""Who may be supported, where, and what a request must hold; most of the procedure is in no public document."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clair_desktop.blocks.overseas_places import area_findings, chosen_office_has_a_reason, office_parts
from clair_desktop.blocks.travel import (
    itinerary_within_trip,
    names_in_plain_letters,
    one_head_of_delegation,
    trip_in_its_fiscal_year,
    trip_runs_forward,
)
from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.deadlines import Deadline
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import BROCHURE_SUPPORT_TABLE
from clair_desktop.domain.publications_abroad import LETTER_MODELS, SUPPORT_CHAPTER, SUPPORT_MENU
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import PartPlan
from clair_desktop.programmes.overseas_support.advice import ADVICE_CHECKS, ADVICE_FINDINGS, NEW_YEAR
from clair_desktop.programmes.overseas_support.completeness import COMPLETENESS_CHECKS, wanted

RULES = [
    Rule(
        "for_local_authorities", Wording("対象団体", "who is supported"), bool, by_year({2025: True}, SUPPORT_CHAPTER)
    ),
    Rule(
        "support_area", Wording("支援対象地域", "area of support"), bool, by_year({2025: True}, BROCHURE_SUPPORT_TABLE)
    ),
    Rule("menu", Wording("支援メニュー", "kinds of support"), bool, by_year({2025: True}, SUPPORT_MENU)),
    Rule("via_branch", Wording("支部経由の要否", "whether through the branch"), bool),
    Rule("lead_days", Wording("申込みから出発までの日数の下限", "least days before departure"), int),
    Rule("companies_may_join", Wording("民間企業の同行", "companies travelling along"), bool),
    Rule("cost_bearing", Wording("通訳・車両等の費用負担", "who bears costs such as interpreting"), str),
    NEW_YEAR,
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
]


def for_local_authorities(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """自治体 are supported; assemblies and boards of education are parts of theirs, of other bodies nothing is said."""
    organ = facts.text("organ")
    if organ == "other":
        wording = Wording(
            "自治体以外の団体を支援の対象とするかは資料に書かれていません。本部に御確認ください。",
            "Whether bodies other than local authorities are supported is not told. Ask headquarters.",
        )
        yield Finding("eligible", Verdict.UNDECIDED, wording, "organ", source=SUPPORT_CHAPTER)
    elif organ:
        said = Wording("自治体の海外活動です。", "It is an activity of a local authority.")
        yield book.judge("eligible", True, needs=["for_local_authorities"], field="organ", met=said, not_met=said)


def in_the_support_area(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from area_findings(facts, book, Purpose.SUPPORT, rule="area", needs=["support_area"])


def support_on_the_menu(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    if wanted(facts):
        said = Wording("支援メニューにある支援です。", "The support is on the published menu.")
        yield book.judge("menu", True, needs=["menu"], field="menu", met=said, not_met=said)


def route_is_known(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Whether requests must come through the branch is in no document; what the branch has entered is said."""
    said = Wording("支部を経由して申し込みます。", "The request goes through the branch.")
    if book.value("via_branch") is False:
        said = Wording("支部の経由は求められていません。", "It need not go through the branch.")
    yield book.judge("route", True, needs=["via_branch"], field=None, met=said, not_met=said)


def leaves_in_time(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Judged until the day of departure; afterwards the days left say nothing."""
    starts = facts.day("starts")
    if starts is None or starts < facts.on:
        return
    left, least = (starts - facts.on).days, book.yen("lead_days")
    working = Wording(f"出発まで{left}日", f"{left} days to departure")
    if least is not None:
        working = Wording(f"{working.ja}、下限{least}日", f"{working.en}, at least {least}")
    yield book.judge(
        "lead_time",
        least is None or left >= least,
        needs=["lead_days"],
        field="starts",
        met=Wording("出発までの日数は足りています。", "There is time enough before departure."),
        not_met=Wording("出発までの日数が足りません。", "There is too little time before departure."),
        working=working,
    )


def companies_travelling_along(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    if any(row.get("member_of") == "company" for row in facts.rows("delegation")):
        allowed = book.value("companies_may_join")
        yield book.judge(
            "companies",
            allowed is not False,
            needs=["companies_may_join"],
            field="delegation",
            met=Wording("民間企業の同行が認められています。", "Companies may travel along."),
            not_met=Wording("民間企業の同行は認められていません。", "Companies may not travel along."),
        )


def costs_are_settled(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Who pays interpreters and vehicles is in no document; what the branch has entered is shown beside the case."""
    used = "interpreter" in wanted(facts) or "yes" in (facts.text("interpreter"), facts.text("vehicle"))
    if used:
        told = str(book.value("cost_bearing") or "")
        said = Wording(f"費用負担の定め：{told}", f"Provision on costs: {told}")
        yield book.judge("costs", True, needs=["cost_bearing"], field="interpreter", met=said, not_met=said)


def letter_is_whole(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A letter that has been begun carries its day, addressee, salutation and signature."""
    begun = any(key.startswith("letter_") for key in facts.answers)
    lacking = [key for key in ("letter_day", "letter_to", "letter_dear", "letter_signed") if key not in facts.answers]
    if begun and lacking:
        wording = Wording(
            "訪問先への手紙に、日付・宛先・呼びかけ・署名者のいずれかがありません。",
            "The letter lacks its date, addressee, salutation or signature.",
        )
        yield Finding("letter", Verdict.UNDECIDED, wording, lacking[0], source=LETTER_MODELS)


CHECKS = [
    for_local_authorities,
    in_the_support_area,
    support_on_the_menu,
    chosen_office_has_a_reason,
    route_is_known,
    trip_runs_forward,
    trip_in_its_fiscal_year,
    leaves_in_time,
    *COMPLETENESS_CHECKS,
    itinerary_within_trip,
    one_head_of_delegation,
    names_in_plain_letters,
    companies_travelling_along,
    costs_are_settled,
    *ADVICE_CHECKS,
    letter_is_whole,
]
FINDING_NAMES = {
    "eligible": Wording("対象団体", "Who is supported"),
    "area": Wording("支援対象地域", "Area of support"),
    "menu": Wording("支援メニュー", "Support menu"),
    "office_chosen": Wording("事務所の指定", "Office chosen by hand"),
    "route": Wording("申込みの経路", "Route of the request"),
    "lead_time": Wording("出発までの日数", "Days to departure"),
    "visits": Wording("訪問希望先と日時", "Visits"),
    "questions": Wording("質問書", "Questions"),
    "companies": Wording("民間企業の同行", "Companies travelling along"),
    "costs": Wording("費用負担", "Costs"),
    "letter": Wording("訪問先への手紙", "Letter to a body"),
    **ADVICE_FINDINGS,
}


def parts(facts: Facts, book: Rulebook) -> Sequence[PartPlan]:
    return office_parts(facts, Purpose.SUPPORT, asked="awaiting", consult="consult")


def _departure(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("starts")


def _send_by(facts: Facts, book: Rulebook) -> date | None:
    starts, least = facts.day("starts"), book.yen("lead_days")
    return starts - timedelta(days=least) if starts and least is not None else None


def _return(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("ends")


_IN_THE_BRANCH = ["consulting", "received", "checking", "returned"]
DEADLINES = [
    Deadline("send", Wording("本部への送付期限", "Send to headquarters by"), _IN_THE_BRANCH, _send_by),
    Deadline(
        "departure",
        Wording("出発日", "Departure"),
        [*_IN_THE_BRANCH, "arranging", "arranged", "unavailable", "notified"],
        _departure,
        happens=True,
    ),
    Deadline("return", Wording("帰国日", "Return"), ["carried_out"], _return, happens=True),
]
