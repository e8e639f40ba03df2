"""RES-01 … RES-08: who goes through the branch, where can be asked, and by when."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clair_desktop.domain.coverage import Purpose, Routing, route
from clair_desktop.domain.deadlines import Deadline
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Row
from clair_desktop.domain.publications import CHECKED_ON, brochure
from clair_desktop.domain.rulings import Finding, Mark, Rule, Rulebook, Source, Verdict, by_year
from clair_desktop.domain.wording import Wording, same
from clair_desktop.domain.workflow import PartPlan
from clair_desktop.programmes.overseas_research.fields import OFFICES

CHAPTER = brochure(Wording("海外依頼調査・依頼方法", "海外依頼調査 (research on request), how to ask"))
PAGE = Source(
    Wording("自治体国際化協会ウェブページ「海外依頼調査」", "CLAIR web page on research requests (in Japanese)"),
    Wording("依頼の手続", "how to ask"),
    Mark.WEB,
    CHECKED_ON,
)

RULES = [
    Rule("via_branch", Wording("支部経由", "through the branch"), bool, by_year({2025: True}, CHAPTER)),
    Rule("within_office_countries", Wording("調査地域", "area of research"), bool, by_year({2025: True}, CHAPTER)),
    Rule("least_days", Wording("回答までに要する日数の下限", "least days for a reply"), int),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
]


def routing(facts: Facts, row: Row) -> Routing | None:
    """Which office answers for one row on the day of the facts; None while the row names no country."""
    country, area = row.get("country"), row.get("area")
    if not isinstance(country, str):
        return None
    return route(country, area if isinstance(area, str) else None, Purpose.RESEARCH, facts.on)


def through_the_branch(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Local authorities come through the branch; related bodies turn to headquarters themselves."""
    if facts.text("requester_kind") in ("related_body", "other_body"):
        yield Finding(
            "RES-01",
            Verdict.NOT_MET,
            Wording(
                "地方自治関係団体等は、支部を経由せず本部（企画調査課）へ直接依頼します。「本部へ案内」で相談として記録してください。",
                "Such a body asks headquarters directly. Record it with “Refer to headquarters”.",
            ),
            "requester_kind",
            source=PAGE,
        )
    elif facts.text("requester_kind") == "local_authority":
        yield book.judge(
            "RES-01",
            True,
            needs=["via_branch"],
            field="requester_kind",
            met=Wording("地方公共団体は支部を経由して打診します。", "A local authority sounds out through the branch."),
            not_met=Wording("", ""),
        )


def named_requester(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    if facts.text("requester_kind") not in ("", "local_authority") and not facts.text("requester_name"):
        wording = Wording("「団体名」を入力してください。", "Enter the requester's name.")
        yield Finding("required", Verdict.UNDECIDED, wording, "requester_name", missing=True)


def countries_have_offices(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A country without an office is 要相談: kept, said why, never dropped."""
    for number, row in enumerate(facts.rows("places"), start=1):
        found = routing(facts, row)
        if found is None or row.get("office"):
            continue
        name = facts.names.country(str(row["country"]))
        label = name.name if name else Wording(str(row["country"]), str(row["country"]))
        if found.verdict == "covered":
            yield book.judge(
                "RES-03",
                True,
                needs=["within_office_countries"],
                field="places",
                met=Wording(f"{label.ja}：{found.reason.ja}", f"{label.en}: {found.reason.en}"),
                not_met=Wording("", ""),
            )
        else:
            wording = Wording(f"{label.ja}：要相談。{found.reason.ja}", f"{label.en}: to consult. {found.reason.en}")
            source = found.sources[0] if found.sources else None
            yield Finding("RES-03", Verdict.UNDECIDED, wording, "places", source=source, row=number)


def chosen_office_has_a_reason(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    for number, row in enumerate(facts.rows("places"), start=1):
        if row.get("office") and not row.get("office_reason"):
            wording = Wording(
                f"{number}行目：事務所を指定した理由を入力してください。",
                f"Row {number}: say why the office was chosen.",
            )
            yield Finding("RES-08", Verdict.UNDECIDED, wording, "places", missing=True, row=number)


def states_of_the_usa(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Laws differ by state: name it, or say that the survey is federal."""
    for number, row in enumerate(facts.rows("places"), start=1):
        if row.get("country") == "US" and not row.get("area") and row.get("nationwide") != "yes":
            wording = Wording(
                f"{number}行目：アメリカ合衆国は州ごとに制度が異なります。州を記入するか「連邦・全国の調査」を選んでください。",
                f"Row {number}: laws differ by state in the USA. Name the state or mark the survey as federal.",
            )
            yield Finding("RES-04", Verdict.UNDECIDED, wording, "places", source=PAGE, row=number)


def questions_are_asked(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The 質問票 is free in form: rows here, or the requester's own file enclosed."""
    if not facts.rows("questions") and "questionnaire" not in facts.enclosed:
        wording = Wording(
            "質問事項を入力するか、依頼団体の質問票を添付してください。",
            "Enter the questions or enclose the questionnaire.",
        )
        yield Finding("questionnaire", Verdict.UNDECIDED, wording, "questions", source=PAGE, missing=True)


def reply_leaves_time(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The day asked for must lie ahead; the least number of days is undecided until the branch enters it."""
    wanted = facts.day("reply_by")
    if wanted is None:
        return
    left = (wanted - facts.on).days
    if left <= 0:
        wording = Wording("回答希望期限が過ぎています。", "The day asked for has passed.")
        yield Finding("RES-06", Verdict.NOT_MET, wording, "reply_by", source=PAGE)
        return
    least = book.yen("least_days")
    if least is not None and left < least:
        wording = Wording(
            f"回答希望期限まで{left}日です（目安{least}日）。調査先選定・質問書作成・出張等の日数を見込んでください。",
            f"Only {left} days are left before the reply is wanted (least: {least}).",
        )
        yield Finding("RES-06", Verdict.UNDECIDED, wording, "reply_by", source=PAGE)


CHECKS = [
    through_the_branch,
    named_requester,
    countries_have_offices,
    chosen_office_has_a_reason,
    states_of_the_usa,
    questions_are_asked,
    reply_leaves_time,
]


FINDINGS = {
    "questionnaire": Wording("質問票", "Questionnaire"),
    "RES-01": Wording("RES-01 支部経由", "RES-01 Through the branch"),
    "RES-03": Wording("RES-03 調査地域", "RES-03 Area of research"),
    "RES-04": Wording("RES-04 アメリカの州", "RES-04 State of the USA"),
    "RES-06": Wording("RES-06 回答希望期限", "RES-06 Time for the reply"),
    "RES-08": Wording("RES-08 担当事務所", "RES-08 Office in charge"),
}


def parts(facts: Facts, book: Rulebook) -> Sequence[PartPlan]:
    """One part per overseas office, and one 要相談 part per country that none answers for."""
    names = {option.key: option.label for option in OFFICES}
    by_key: dict[str, list[Wording]] = {}
    reasons: dict[str, list[Wording]] = {}
    for row in facts.rows("places"):
        found = routing(facts, row)
        if found is None:
            continue
        country = facts.names.country(str(row["country"]))
        label = country.name if country else Wording(str(row["country"]), str(row["country"]))
        chosen = row.get("office")
        keys = [str(chosen)] if chosen else list(found.offices) or [f"consult:{row['country']}"]
        for key in keys:
            by_key.setdefault(key, []).append(label)
            reasons.setdefault(key, []).append(same(str(row.get("office_reason", ""))) if chosen else found.reason)
    return [_plan(key, countries, names, reasons[key]) for key, countries in by_key.items()]


def _plan(key: str, countries: Sequence[Wording], names: dict[str, Wording], reasons: Sequence[Wording]) -> PartPlan:
    listed, reason = _each_once(countries, "、", ", "), _each_once(reasons, "", " ")
    consult = key not in names
    who = Wording("要相談", "To consult") if consult else names[key]
    name = Wording(f"{who.ja}（{listed.ja}）", f"{who.en} ({listed.en})")
    return PartPlan(key, name, "consult" if consult else "awaiting", reason)


def _each_once(texts: Sequence[Wording], ja: str, en: str) -> Wording:
    return Wording(ja.join(dict.fromkeys(one.ja for one in texts)), en.join(dict.fromkeys(one.en for one in texts)))


def _reply_day(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("reply_by")


def _sound_out_by(facts: Facts, book: Rulebook) -> date | None:
    wanted, least = facts.day("reply_by"), book.yen("least_days")
    return wanted - timedelta(days=least) if wanted and least is not None else wanted


DEADLINES = [
    Deadline(
        "sounding",
        Wording("打診の期限（回答希望期限から）", "Sound out by"),
        ["received", "checking", "returned"],
        _sound_out_by,
    ),
    Deadline(
        "reply",
        Wording("回答希望期限", "Reply requested by"),
        ["sounded", "accepted", "conditional", "partial", "requested", "investigating", "replied"],
        _reply_day,
    ),
]
