"""What the offices' advice says of days and local times wished for, and of documents. None of it blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from clair_desktop.blocks.clock_times import minutes, time_text
from clair_desktop.blocks.overseas_places import offices_of, routed
from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications_abroad import ADVICE_BEIJING, ADVICE_SEOUL, ADVICE_SINGAPORE
from clair_desktop.domain.rulings import NOT_KNOWN, Finding, Rule, Rulebook, Source, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_support.completeness import wanted
from clair_desktop.programmes.overseas_support.reminders import REMINDER_NAMES, reminders_of_the_offices

NEW_YEAR = Rule("lunar_new_year", Wording("シンガポールの旧正月の日", "day of Lunar New Year in Singapore"), date)
WRITTEN_REQUEST = "written_request"

# The lunar new year never falls outside 21 January to 21 February; a week on either side is looked at.
_EARLIEST, _LATEST = (1, 14), (2, 28)
_WEEK = timedelta(days=7)
_LUNCH = (minutes("11:30"), minutes("13:30"))
_LONG_LUNCH_ENDS = minutes("15:00")
_USUAL_LENGTH = 60  # minutes, where the request does not say how long the meeting takes


@dataclass(frozen=True, slots=True)
class Slot:
    """A time wished for, at a body in a country; ``begins`` and ``ends`` are minutes of the local day."""

    row: int
    country: str
    office: str | None
    day: date
    begins: int | None
    ends: int | None

    @property
    def said(self) -> Wording:
        return Wording(
            f"希望日時{self.row}行目（{date_with_weekday(self.day)}）", f"Time {self.row}, {english_date(self.day)}"
        )


def slots_of(facts: Facts) -> Iterator[Slot]:
    targets = facts.rows("targets")
    for number, row in enumerate(facts.rows("slots"), start=1):
        which, day = row.get("target"), row.get("day")
        if not isinstance(day, date) or not isinstance(which, Fraction) or not 1 <= which <= len(targets):
            continue
        target = targets[int(which) - 1]
        found = routed(facts, target.get("country"), target.get("area"), Purpose.SUPPORT)
        office = found.offices[0] if found and found.offices else None
        begins = minutes(str(row["time"])) if "time" in row else None
        length = row.get("duration")
        ends = begins + int(length if isinstance(length, Fraction) else _USUAL_LENGTH) if begins is not None else None
        yield Slot(number, str(target.get("country", "")), office, day, begins, ends)


def beijing_days_and_hours(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Saturdays, Sundays and the long midday break; China's holidays are in no document and stay to be checked."""
    for slot in slots_of(facts):
        if slot.office != "beijing":
            continue
        if slot.day.weekday() >= 5:
            wording = Wording(
                f"{slot.said.ja}：中国では土日・祝日の面会は受け入れられない可能性が高いため、平日にしてください。",
                f"{slot.said.en}: on weekends and holidays an appointment is usually refused. Choose a weekday.",
            )
            yield Finding("beijing_day", Verdict.UNDECIDED, wording, "slots", source=ADVICE_BEIJING, row=slot.row)
        if slot.begins is not None and slot.ends is not None:
            yield from _midday(slot, slot.begins, slot.ends)


def _midday(slot: Slot, begins: int, ends: int) -> Iterator[Finding]:
    said = _span(begins, ends)
    working = Wording(
        f"{said.ja}と昼休み午前11時30分～午後1時30分", f"{said.en} against the break 11:30 a.m. – 1:30 p.m."
    )
    if begins < _LUNCH[1] and ends > _LUNCH[0]:
        wording = Wording(
            f"{slot.said.ja}：中国の昼休みに重なります。時間をずらしてください。",
            f"{slot.said.en}: it falls in the midday break in China. Choose another time.",
        )
        yield Finding("beijing_hours", Verdict.UNDECIDED, wording, "slots", working, ADVICE_BEIJING, row=slot.row)
    elif _LUNCH[1] <= begins < _LONG_LUNCH_ENDS:
        wording = Wording(
            f"{slot.said.ja}：所により午後の勤務は午後3時からです。先方の勤務時間を確かめてください。",
            f"{slot.said.en}: in places work resumes at 3 p.m. only. Check their hours.",
        )
        yield Finding("beijing_hours", Verdict.UNDECIDED, wording, "slots", working, ADVICE_BEIJING, row=slot.row)


def _span(begins: int, ends: int) -> Wording:
    first, last = (time_text(f"{at // 60 % 24:02}:{at % 60:02}") for at in (begins, ends))
    return Wording(f"{first.ja}～{last.ja}", f"{first.en} – {last.en}")


def singapore_new_year(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Many are away around the lunar new year; its day is in none of our documents, so the branch enters it."""
    new_year = book.standing(NEW_YEAR.key)
    for slot in slots_of(facts):
        if slot.country != "SG" or not _EARLIEST <= (slot.day.month, slot.day.day) <= _LATEST:
            continue
        ruling = new_year.ruling
        if ruling is None or new_year.carried_forward or not isinstance(ruling.value, date):
            unknown = NOT_KNOWN.filled(label=NEW_YEAR.label, year=book.year.label())
            wording = Wording(
                f"{slot.said.ja}：旧正月の前後は長期休暇をとる人が多い時期です。{unknown.ja}",
                f"{slot.said.en}: many are on leave around the lunar new year. {unknown.en}",
            )
            yield Finding(
                "singapore_new_year", Verdict.UNDECIDED, wording, "slots", source=ADVICE_SINGAPORE, row=slot.row
            )
        else:
            yield _around(slot, ruling.value, ruling.source)


def _around(slot: Slot, new_year: date, source: Source) -> Finding:
    near = abs(slot.day - new_year) <= _WEEK
    working = Wording(
        f"旧正月{date_with_weekday(new_year)}の前後7日", f"7 days before and after {english_date(new_year)}"
    )
    wording = Wording(
        f"{slot.said.ja}：旧正月の前後に当たります。別の時期にしてください。",
        f"{slot.said.en}: it falls around the lunar new year. Choose another time.",
    )
    clear = Wording(f"{slot.said.ja}：旧正月の前後ではありません。", f"{slot.said.en}: not around the lunar new year.")
    verdict, message = (Verdict.UNDECIDED, wording) if near else (Verdict.MET, clear)
    return Finding("singapore_new_year", verdict, message, "slots", working, source, row=slot.row)


def seoul_wants_a_document(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """However short the visit, a Korean body asks for a written document."""
    if "seoul" not in offices_of(facts, Purpose.SUPPORT) or not _calls_on_somebody(facts):
        return
    if WRITTEN_REQUEST in facts.enclosed:
        wording = Wording("韓国の訪問先への文書が添付されています。", "The written request is enclosed.")
        yield Finding("seoul_document", Verdict.MET, wording, source=ADVICE_SEOUL)
        return
    wording = Wording(
        "韓国では短時間の訪問でも必ず文書を求められます。「訪問先への依頼文書」を作り、添付してください。",
        "In Korea a written document is always asked for, however short the visit. Enclose the written request.",
    )
    yield Finding("seoul_document", Verdict.UNDECIDED, wording, source=ADVICE_SEOUL)


def _calls_on_somebody(facts: Facts) -> bool:
    return "appointments" in wanted(facts) or bool(facts.rows("targets"))


ADVICE_CHECKS = [reminders_of_the_offices, beijing_days_and_hours, singapore_new_year, seoul_wants_a_document]
ADVICE_FINDINGS = {
    **REMINDER_NAMES,
    "beijing_day": Wording("北京：曜日", "Beijing: day"),
    "beijing_hours": Wording("北京：時間帯", "Beijing: hours"),
    "singapore_new_year": Wording("シンガポール：旧正月", "Singapore: lunar new year"),
    "seoul_document": Wording("ソウル：文書", "Seoul: written document"),
}
