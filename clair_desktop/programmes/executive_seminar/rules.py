"""Tokyo first, then the host: seven days, five for Beijing, nothing for Korea; each length by region and year."""

from collections.abc import Iterator
from datetime import date, timedelta

from clair_desktop.blocks.travel import trip_in_its_fiscal_year, trip_runs_forward
from clair_desktop.domain.deadlines import Arrival, Deadline
from clair_desktop.domain.eras import english_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.publications_abroad import SEMINAR_CHAPTER, STUDY_TOUR_2019
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Ruling, Verdict, by_year
from clair_desktop.domain.wording import Wording


def _days(region: str, *rulings: Ruling) -> Rule:
    """The length of the whole seminar for one office's region, in days."""
    name = overseas_office(region).name
    return Rule(
        f"days_{region}",
        Wording(f"受入期間（{name.ja}管内、日）", f"days for the region of the {name.en}"),
        int,
        rulings,
    )


_SEVEN, _FIVE = by_year({2025: 7}, SEMINAR_CHAPTER), by_year({2025: 5}, SEMINAR_CHAPTER)
RULES = [
    Rule("invites_to_japan", Wording("招へいの方向", "direction"), bool, by_year({2025: True}, SEMINAR_CHAPTER)),
    _days("new_york", *_SEVEN),
    _days("london", *by_year({2019: 7}, STUDY_TOUR_2019), *_SEVEN),
    _days("paris", *_SEVEN),
    _days("singapore", *_SEVEN),
    _days("sydney", *_SEVEN),
    _days("beijing", *_FIVE),
    _days("seoul"),  # the brochure lists the other six
    Rule("tokyo_first", Wording("前半は東京セミナー", "Tokyo first"), bool, by_year({2025: True}, SEMINAR_CHAPTER)),
    Rule("headquarters_deadline", Wording("本部への提出期限（必着）", "headquarters' deadline (must arrive)"), date),
    Rule("branch_lead_days", Wording("支部締切の前倒し日数", "the branch's lead (days)"), int),
    Rule("cost_split", Wording("費用負担の定め", "provision on costs"), str),
    Rule("retention_years", Wording("書類の保存年数", "years the papers are kept"), int),
]


def invites_to_japan(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The visits of Japanese executives to France are another thing and not mixed in."""
    if direction := facts.text("direction"):
        yield book.judge(
            "direction",
            direction == "to_japan" or book.value("invites_to_japan") is False,
            needs=["invites_to_japan"],
            field="direction",
            met=Wording("海外の幹部を日本に招へいします。", "Executives from abroad come to Japan."),
            not_met=Wording(
                "海外の幹部を日本に招へいする事業です。日本の幹部の海外訪問は含まれません。",
                "The seminar brings executives to Japan; visits the other way are not part of it.",
            ),
        )


def length_by_region(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    region, starts, ends = facts.text("region"), facts.day("starts"), facts.day("ends")
    if not region:
        return
    name, rule = overseas_office(region).name, f"days_{region}"
    if region == "seoul" and book.value(rule) is None:
        wording = Wording(
            f"{name.ja}管内の受入期間は資料に書かれていません。実施の有無を本部に御確認ください。",
            f"The document does not list the region of the {name.en}. Ask headquarters whether it is held.",
        )
        yield Finding("length", Verdict.UNDECIDED, wording, "region", source=SEMINAR_CHAPTER)
    elif starts and ends and ends >= starts:
        days, told = (ends - starts).days + 1, book.yen(rule)
        working = Wording(f"{days}日間", f"{days} days")
        if told is not None:
            working = Wording(f"{days}日間（定めは{told}日間）", f"{days} days (told: {told})")
        yield book.judge(
            "length",
            days == told,
            needs=[rule],
            field="ends",
            met=Wording("受入期間は定めのとおりです。", "The length is as told."),
            not_met=Wording(
                f"{name.ja}管内の受入期間は{told}日間です。", f"For the region of the {name.en} it is {told} days."
            ),
            working=working,
        )


def tokyo_before_the_host(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    tokyo, host = facts.day("tokyo_to"), facts.day("host_from")
    if tokyo and host:
        yield book.judge(
            "order",
            tokyo <= host or book.value("tokyo_first") is False,
            needs=["tokyo_first"],
            field="host_from",
            met=Wording("東京セミナーの後に地方自治体交流事業を行います。", "The Tokyo part comes first."),
            not_met=Wording("前半は東京セミナー、後半が地方自治体交流事業です。", "The Tokyo part must come first."),
        )


def parts_within_the_seminar(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    starts, ends = facts.day("starts"), facts.day("ends")
    for first, last, what in (
        ("tokyo_from", "tokyo_to", Wording("東京セミナー", "The Tokyo part")),
        ("host_from", "host_to", Wording("地方自治体交流事業", "The part at the host")),
    ):
        begins, stops = facts.day(first), facts.day(last)
        if not (starts and ends and begins and stops):
            continue
        if begins < starts or stops > ends or stops < begins:
            wording = Wording(
                f"{what.ja}の期間が全体の期間に収まっていません。", f"{what.en} does not lie within the seminar."
            )
            yield Finding("parts", Verdict.NOT_MET, wording, first)


def programme_within_its_part(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    for number, row in enumerate(facts.rows("programme"), start=1):
        day, phase = row.get("day"), str(row.get("phase", ""))
        first, last = facts.day(f"{phase}_from"), facts.day(f"{phase}_to")
        if isinstance(day, date) and first and last and not first <= day <= last:
            wording = Wording(
                f"日程案{number}行目：日付がその区分の期間の外です。", f"Programme, row {number}: outside its part."
            )
            yield Finding("programme", Verdict.NOT_MET, wording, "programme", row=number)


def programme_without_gaps(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Days at the host of which the draft says nothing yet."""
    first, last, rows = facts.day("host_from"), facts.day("host_to"), facts.rows("programme")
    if not rows or first is None or last is None or last < first:
        return
    told = {row.get("day") for row in rows}
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    empty = [day for day in days if day not in told]
    if empty:
        listed = Wording("、".join(f"{d.month}月{d.day}日" for d in empty), ", ".join(map(english_date, empty)))
        wording = Wording(
            f"日程案に記載のない日があります：{listed.ja}", f"The programme leaves days empty: {listed.en}"
        )
        yield Finding("programme", Verdict.UNDECIDED, wording, "programme")


def costs_are_told(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """How host and CLAIR share the costs is in no document."""
    said = Wording(f"費用負担の定め：{book.value('cost_split')}", f"Provision on costs: {book.value('cost_split')}")
    yield book.judge("costs", True, needs=["cost_split"], field="cost_split", met=said, not_met=said)


CHECKS = [
    invites_to_japan,
    length_by_region,
    tokyo_before_the_host,
    trip_runs_forward,
    trip_in_its_fiscal_year,
    parts_within_the_seminar,
    programme_within_its_part,
    programme_without_gaps,
    costs_are_told,
]
FINDING_NAMES = {
    "direction": Wording("招へいの方向", "Direction"),
    "length": Wording("受入期間", "Length"),
    "order": Wording("東京が先", "Tokyo first"),
    "parts": Wording("前半・後半の期間", "The two parts"),
    "programme": Wording("日程案", "Programme"),
    "trip": Wording("全体の期間", "Dates"),
    "fiscal_year": Wording("年度", "Fiscal year"),
    "costs": Wording("費用負担", "Costs"),
}


def _headquarters_day(facts: Facts, book: Rulebook) -> date | None:
    return book.day_of_year("headquarters_deadline")


def _branch_day(facts: Facts, book: Rulebook) -> date | None:
    day, lead = book.day_of_year("headquarters_deadline"), book.yen("branch_lead_days")
    return day - timedelta(days=lead) if day and lead is not None else None


def _starts(facts: Facts, book: Rulebook) -> date | None:
    return facts.day("starts")


DEADLINES = [
    Deadline(
        "headquarters",
        Wording("本部提出期限", "To headquarters"),
        ["invited", "received", "checking", "returned"],
        _headquarters_day,
        Arrival.MUST_ARRIVE,
    ),
    Deadline(
        "branch",
        Wording("支部締切", "Branch's own deadline"),
        ["invited", "returned"],
        _branch_day,
        Arrival.MUST_ARRIVE,
    ),
    Deadline(
        "start", Wording("セミナー開始", "Seminar begins"), ["chosen", "adjusting", "agreed"], _starts, happens=True
    ),
]
