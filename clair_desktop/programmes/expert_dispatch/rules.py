"""Who is sent, where to and for how long, each by its year; older pages give no year and decide none."""

from collections.abc import Iterator
from datetime import date, timedelta

from clair_desktop.blocks.travel import trip_in_its_fiscal_year, trip_runs_forward
from clair_desktop.domain.coverage import Purpose, RoutingVerdict, route
from clair_desktop.domain.deadlines import Deadline
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications_abroad import DISPATCH_CHAPTER, DISPATCH_SINGAPORE_2017
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording

_2025 = {2025: True}
_BOTH = [*by_year({2017: True}, DISPATCH_SINGAPORE_2017), *by_year(_2025, DISPATCH_CHAPTER)]
RULES = [
    Rule(
        "on_request",
        Wording("海外の要請に基づく派遣", "on request from abroad"),
        bool,
        by_year(_2025, DISPATCH_CHAPTER),
    ),
    Rule("to_china", Wording("派遣先：中国", "to China"), bool, by_year(_2025, DISPATCH_CHAPTER)),
    Rule("to_south_east_asia", Wording("派遣先：東南アジア", "to South-East Asia"), bool, _BOTH),
    Rule("to_india", Wording("派遣先：インド", "to India"), bool, _BOTH),
    Rule("to_sri_lanka", Wording("派遣先：スリランカ", "to Sri Lanka"), bool, by_year(_2025, DISPATCH_CHAPTER)),
    Rule("area_is_listed", Wording("派遣先の範囲", "area of dispatch"), bool, by_year(_2025, DISPATCH_CHAPTER)),
    Rule("usual_days", Wording("派遣期間の目安（日）", "usual days"), int, by_year({2025: 10}, DISPATCH_CHAPTER)),
    Rule("days_either_way", Wording("「おおむね」の幅（日）", "what “about” allows (days)"), int),
    Rule("officials_only", Wording("派遣者", "who is sent"), bool, by_year(_2025, DISPATCH_CHAPTER)),
    Rule("shared_costs", Wording("経費の分担", "sharing of costs"), bool, by_year(_2025, DISPATCH_CHAPTER)),
    Rule("registered_only", Wording("人材バンク登録の要否", "whether experts must be registered"), bool),
    Rule("report_due_days", Wording("帰国報告の期限（帰国後の日数）", "report due (days after return)"), int),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
]
# The ten countries of ASEAN in 2025, all of them in the Singapore Office's area of support.
_SOUTH_EAST_ASIA = frozenset("SG MY PH ID BN TH VN LA MM KH".split())
_PERHAPS_SOUTH_EAST_ASIA = frozenset({"TL"})
_AREA_RULES = {"CN": "to_china", "IN": "to_india", "LK": "to_sri_lanka"}


def on_request_from_abroad(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    if origin := facts.text("origin"):
        yield book.judge(
            "request",
            origin != "japanese_authority" or book.value("on_request") is False,
            needs=["on_request"],
            field="origin",
            met=Wording("海外の自治体などの要請に基づきます。", "A body abroad has asked for it."),
            not_met=Wording(
                "海外の自治体などの要請に基づいて派遣する事業です。日本の自治体からの申込みはできません。",
                "Experts are sent at the request of bodies abroad; a Japanese authority cannot apply.",
            ),
        )


def area_of_dispatch(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    country = facts.text("country")
    if not country:
        return
    found = route(country, facts.text("area") or None, Purpose.SUPPORT, facts.on)
    if country in {"HK", "MO", "TW"} or (country == "CN" and found.verdict is RoutingVerdict.CONSULT):
        yield Finding("area", Verdict.UNDECIDED, found.reason, "country", source=DISPATCH_CHAPTER)
    elif country in _PERHAPS_SOUTH_EAST_ASIA:
        wording = Wording(
            "「東南アジア」に含まれるかは資料からは決められません。本部に御確認ください。",
            "Whether it counts as South-East Asia cannot be told from the documents. Ask headquarters.",
        )
        yield Finding("area", Verdict.UNDECIDED, wording, "country", source=DISPATCH_CHAPTER)
    else:
        rule = "to_south_east_asia" if country in _SOUTH_EAST_ASIA else _AREA_RULES.get(country, "area_is_listed")
        yield book.judge(
            "area",
            book.value(rule) is (rule != "area_is_listed"),
            needs=[rule],
            field="country",
            met=Wording("派遣先の範囲に入る国です。", "The country is in the area of dispatch."),
            not_met=Wording(
                "派遣先は中国、東南アジア、インド、スリランカです。",
                "Experts are sent to China, South-East Asia, India and Sri Lanka.",
            ),
        )


def office_in_between(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Requests from China come through Beijing, all others through Singapore."""
    country, office = facts.text("country"), facts.text("via_office")
    if not country or not office or country in {"HK", "MO", "TW"}:
        return
    if (country == "CN") != (office == "beijing"):
        wording = Wording(
            "派遣先の国と取り次いだ海外事務所が合いません。中国は北京事務所、ほかはシンガポール事務所です。",
            "Country and office do not match: Beijing for China, Singapore for all others.",
        )
        yield Finding("office", Verdict.UNDECIDED, wording, "via_office", source=DISPATCH_CHAPTER)


def about_ten_days(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """「おおむね10日間程度」: ten days are met; how far one may be from them is in no document."""
    starts, ends, usual = facts.day("starts"), facts.day("ends"), book.yen("usual_days")
    if starts is None or ends is None or ends < starts:
        return
    days, width = (ends - starts).days + 1, book.yen("days_either_way")
    working = Wording(f"{days}日間", f"{days} days")
    if usual is not None:
        working = Wording(f"{days}日間（目安は{usual}日間程度）", f"{days} days (about {usual} are usual)")
    exact = days == usual
    yield book.judge(
        "period",
        exact or (usual is not None and width is not None and abs(days - usual) <= width),
        needs=["usual_days"] if exact else ["usual_days", "days_either_way"],
        field="ends",
        met=Wording("派遣期間は目安のとおりです。", "The period is as usual."),
        not_met=Wording("派遣期間が目安から離れています。", "The period is far from the usual one."),
        working=working,
    )


def officials_and_former_ones(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    rows = facts.rows("candidates")
    if rows:
        yield book.judge(
            "candidates",
            all(row.get("kind") in ("official", "former") for row in rows) or book.value("officials_only") is False,
            needs=["officials_only"],
            field="candidates",
            met=Wording("候補者は自治体職員（OBを含む）です。", "The candidates are officials, present or former."),
            not_met=Wording("派遣できるのは自治体職員（OBを含む）です。", "Only present or former officials are sent."),
        )


def candidates_consent(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    for number, row in enumerate(facts.rows("candidates"), start=1):
        if row.get("consents") != "yes":
            wording = Wording(
                f"候補者{number}行目：本人の同意を確かめてください。",
                f"Candidates, row {number}: make sure that the person consents.",
            )
            yield Finding("consent", Verdict.UNDECIDED, wording, "candidates", missing=True, row=number)


def registered_candidates(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """An older page sends registered experts only; whether that still holds is not known."""
    rows = facts.rows("candidates")
    if any(row.get("registered") != "yes" for row in rows):
        wanted = book.value("registered_only")
        yield book.judge(
            "register",
            wanted is not True,
            needs=["registered_only"],
            field="candidates",
            met=Wording("人材バンクの登録は求められていません。", "Registration is not asked for."),
            not_met=Wording("人材バンクに登録していない候補者がいます。", "A candidate is not in the register."),
        )


def host_bears_its_share(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    answer = facts.text("host_bears")
    if not answer:
        return
    working = Wording(
        "年度の記載のない案内では、協会：渡航費・災害補償費・旅行雑費、派遣先：国内移動・通訳・宿泊・食費",
        "a page without a year: CLAIR pays flights, accident cover and sundries; the host local travel, interpreting, "
        "lodging and meals",
    )
    yield book.judge(
        "costs",
        answer == "yes" or book.value("shared_costs") is False,
        needs=["shared_costs"],
        field="host_bears",
        met=Wording("経費は協会と派遣先で負担します。", "CLAIR and the host share the costs."),
        not_met=Wording("派遣先の負担が必要です。", "The host must bear its share."),
        working=working,
    )


CHECKS = [
    on_request_from_abroad,
    area_of_dispatch,
    office_in_between,
    trip_runs_forward,
    trip_in_its_fiscal_year,
    about_ten_days,
    host_bears_its_share,
    officials_and_former_ones,
    registered_candidates,
    candidates_consent,
]
FINDING_NAMES = {
    "request": Wording("要請の主体", "Who asks"),
    "area": Wording("派遣先", "Area of dispatch"),
    "office": Wording("取次ぎ", "Office in between"),
    "trip": Wording("派遣期間", "Period"),
    "fiscal_year": Wording("年度", "Fiscal year"),
    "period": Wording("派遣期間の長さ", "Length of the dispatch"),
    "costs": Wording("経費の分担", "Sharing of costs"),
    "candidates": Wording("派遣者", "Who is sent"),
    "register": Wording("人材バンク", "Register of experts"),
    "consent": Wording("本人の同意", "Consent"),
}


def _answer_by(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("answer_by")


def _starts(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("starts")


def _returns(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("ends")


def _report_by(facts: Facts, book: Rulebook) -> date | None:
    returned, days = facts.day("returned_on"), book.yen("report_due_days")
    return returned + timedelta(days=days) if returned and days is not None else None


DEADLINES = [
    Deadline("answer", Wording("照会の回答期限", "Answer to the enquiry"), ["enquired"], _answer_by),
    Deadline(
        "start",
        Wording("派遣開始予定", "Dispatch begins"),
        ["nominated", "selected", "consented", "agreed"],
        _starts,
        happens=True,
    ),
    Deadline("return", Wording("帰国予定", "Return"), ["dispatched"], _returns, happens=True),
    Deadline("report", Wording("帰国報告の期限", "Report"), ["returned_home"], _report_by),
]
