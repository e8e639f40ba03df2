"""Who travels and when: the delegation (団員名簿) and the itinerary (行程表), and what must agree in them."""

from collections.abc import Iterator
from datetime import date

from clair_desktop.blocks.clock_times import TimeOfDay
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Day, Option, Rows, Text
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording

TRAVEL_FINDINGS = {
    "trip": Wording("期間", "Dates of the trip"),
    "delegation": Wording("訪問団員名簿", "Delegation"),
    "itinerary": Wording("行程表", "Itinerary"),
    "fiscal_year": Wording("年度", "Fiscal year"),
}

DELEGATION = Rows(
    key="delegation",
    label=Wording("訪問団員名簿", "Delegation"),
    hint=Wording("団長は1人。ローマ字は旅券の表記", "One head; names in Roman letters as in the passport"),
    columns=[
        Text(key="name", label=Wording("氏名", "Name (Japanese)"), required=True),
        Text(key="romaji", label=Wording("氏名（ローマ字）", "Name")),
        Choice(
            key="member_of",
            label=Wording("区分", "Belongs to"),
            options=[
                Option("executive", Wording("首長部局", "Executive")),
                Option("assembly", Wording("議会", "Assembly")),
                Option("school_board", Wording("教育委員会", "Board of education")),
                Option("company", Wording("企業・団体", "Company or other body")),
            ],
        ),
        Text(key="body", label=Wording("所属", "Section (Japanese)"), required=True),
        Text(key="title", label=Wording("職名", "Title (Japanese)"), required=True),
        Text(key="title_en", label=Wording("所属・職名（英語）", "Title and section")),
        Choice(
            key="role",
            label=Wording("役割", "Role"),
            required=True,
            options=[
                Option("head", Wording("団長", "Head of delegation")),
                Option("member", Wording("団員", "Member")),
                Option("interpreter", Wording("通訳", "Interpreter")),
            ],
        ),
        Text(key="languages", label=Wording("使用言語", "Languages")),
    ],
)

ITINERARY = Rows(
    key="itinerary",
    label=Wording("行程表", "Itinerary"),
    hint=Wording("時刻は現地時間", "Local times"),
    columns=[
        Day(key="day", label=Wording("月日", "Date"), required=True),
        TimeOfDay(key="time", label=Wording("時刻（現地）", "Local time")),
        Text(key="place", label=Wording("場所", "Place (Japanese)"), required=True),
        Text(key="place_en", label=Wording("場所（英語）", "Place")),
        Text(key="event", label=Wording("用務", "Programme (Japanese)"), required=True, lines=2),
        Text(key="event_en", label=Wording("用務（英語）", "Programme"), lines=2),
        Text(key="contact", label=Wording("現地の連絡先", "Contact on the spot")),
        Text(key="transport", label=Wording("移動手段", "Transport")),
        Text(key="overnight", label=Wording("宿泊地", "Overnight in")),
    ],
)


def trip_runs_forward(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    starts, ends = facts.day("starts"), facts.day("ends")
    if starts and ends and ends < starts:
        wording = Wording(
            "終了日が開始日より前です。日付を確かめてください。", "It ends before it begins. Check the days."
        )
        yield Finding("trip", Verdict.NOT_MET, wording, "ends")


def trip_in_its_fiscal_year(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A trip over 31 March belongs to two fiscal years, and no document says which of them counts."""
    starts, ends, year = facts.day("starts"), facts.day("ends"), book.year
    if starts is None or ends is None or ends < starts:
        return
    if year.first_day <= starts and ends <= year.last_day:
        return
    wording = Wording(
        f"期間が{year.label().ja}の外に及びます。どの年度の案件とするかを本部に御確認ください。",
        f"The dates reach beyond {year.label().en}. Ask headquarters which fiscal year counts.",
    )
    yield Finding("fiscal_year", Verdict.UNDECIDED, wording, "starts")


def days_within_trip(facts: Facts, field: str, column: str, rule: str, what: Wording) -> Iterator[Finding]:
    """Every dated row lies between the first and the last day of the trip."""
    starts, ends = facts.day("starts"), facts.day("ends")
    for number, row in enumerate(facts.rows(field), start=1):
        day = row.get(column)
        if not isinstance(day, date):
            continue
        if (starts and day < starts) or (ends and day > ends):
            wording = Wording(
                f"{what.ja}{number}行目：日付が期間の外です。行程か期間を直してください。",
                f"{what.en}, row {number}: the day lies outside the trip. Correct one of them.",
            )
            yield Finding(rule, Verdict.NOT_MET, wording, field, row=number)


def itinerary_within_trip(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield from days_within_trip(facts, "itinerary", "day", "itinerary", ITINERARY.label)


def one_head_of_delegation(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    rows = facts.rows("delegation")
    heads = [number for number, row in enumerate(rows, start=1) if row.get("role") == "head"]
    if rows and len(heads) != 1:
        wording = Wording(
            f"団長は1人にしてください（いまは{len(heads)}人）。", f"Name one head of delegation (now {len(heads)})."
        )
        yield Finding("delegation", Verdict.UNDECIDED, wording, "delegation", missing=True)


def names_in_plain_letters(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Names in Roman letters are kept as typed; one that no passport carries is pointed out."""
    for number, row in enumerate(facts.rows("delegation"), start=1):
        romaji = row.get("romaji")
        if isinstance(romaji, str) and not romaji.isascii():
            wording = Wording(
                f"訪問団員名簿{number}行目：ローマ字に旅券にない文字があります。旅券の表記を確かめてください。",
                f"Delegation, row {number}: the name has letters no passport carries. Check it.",
            )
            yield Finding("delegation", Verdict.UNDECIDED, wording, "delegation", row=number)
