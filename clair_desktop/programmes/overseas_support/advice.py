"""What the offices' advice says of days and local times wished for, and of documents. None of it blocks."""

from collections.abc import Iterator
from datetime import date, timedelta

from clair_desktop.blocks.clock_times import minutes, time_text
from clair_desktop.blocks.overseas_places import offices_of
from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.holidays import Holiday
from clair_desktop.domain.office_places import OFFICE_PLACES, OfficePlace, place_in
from clair_desktop.domain.publications_abroad import ADVICE_BEIJING, ADVICE_SEOUL, ADVICE_SINGAPORE
from clair_desktop.domain.rulings import NOT_KNOWN, Finding, Rule, Rulebook, Source, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_support.completeness import wanted
from clair_desktop.programmes.overseas_support.meetings import Slot, slots_of
from clair_desktop.programmes.overseas_support.reminders import REMINDER_NAMES, reminders_of_the_offices

NEW_YEAR = Rule("lunar_new_year", Wording("シンガポールの旧正月の日", "day of Lunar New Year in Singapore"), date)
WRITTEN_REQUEST = "written_request"

# The lunar new year never falls outside 21 January to 21 February; a week on either side is looked at.
_EARLIEST, _LATEST = (1, 14), (2, 28)
_WEEK = timedelta(days=7)
_LUNCH = (minutes("11:30"), minutes("13:30"))
_LONG_LUNCH_ENDS = minutes("15:00")
_AROUND = Wording(
    "{said}：旧正月の前後に当たります。別の時期にしてください。",
    "{said}: it falls around the lunar new year. Choose another time.",
)


def beijing_days_and_hours(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Weekends, holidays and the long midday break; a weekend that is worked in exchange is said to be one."""
    for slot in slots_of(facts):
        if slot.office != "beijing":
            continue
        yield from _beijing_day(slot, facts)
        if slot.begins is not None and slot.ends is not None:
            yield from _midday(slot, slot.begins, slot.ends)


def _beijing_day(slot: Slot, facts: Facts) -> Iterator[Finding]:
    table = facts.days.table
    holiday, weekend = table.holiday("beijing", slot.day), slot.day.weekday() >= 5
    if not holiday and not weekend:
        return
    wording = Wording(
        f"{slot.said.ja}：中国では土日・祝日の面会は受け入れられない可能性が高いため、平日にしてください。",
        f"{slot.said.en}: on weekends and holidays an appointment is usually refused. Choose a weekday.",
    )
    if weekend and table.worked("beijing", slot.day):
        wording = Wording(
            f"{slot.said.ja}：中国では振替出勤日ですが、土日です。面会できるかを先方に確かめてください。",
            f"{slot.said.en}: a weekend worked in exchange for a day off. Ask whether they will receive you.",
        )
    working = _named(holiday) if holiday else None
    yield Finding("beijing_day", Verdict.UNDECIDED, wording, slot.field, working, ADVICE_BEIJING, row=slot.row)


def _named(holiday: Holiday) -> Wording:
    """From which table a holiday is known, and by which name."""
    day, said = holiday.day, holiday.said
    return Wording(
        f"{date_with_weekday(day)} {said.ja}（{holiday.source}）", f"{english_date(day)}: {said.en} ({holiday.source})"
    )


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
        yield Finding("beijing_hours", Verdict.UNDECIDED, wording, slot.field, working, ADVICE_BEIJING, row=slot.row)
    elif _LUNCH[1] <= begins < _LONG_LUNCH_ENDS:
        wording = Wording(
            f"{slot.said.ja}：所により午後の勤務は午後3時からです。先方の勤務時間を確かめてください。",
            f"{slot.said.en}: in places work resumes at 3 p.m. only. Check their hours.",
        )
        yield Finding("beijing_hours", Verdict.UNDECIDED, wording, slot.field, working, ADVICE_BEIJING, row=slot.row)


def _span(begins: int, ends: int) -> Wording:
    first, last = (time_text(f"{at // 60 % 24:02}:{at % 60:02}") for at in (begins, ends))
    return Wording(f"{first.ja}～{last.ja}", f"{first.en} – {last.en}")


def singapore_new_year(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Many are away around the lunar new year: on the day the branch has entered, else on the table's."""
    standing = book.standing(NEW_YEAR.key)
    entered = None if standing.carried_forward else standing.ruling
    for slot in slots_of(facts):
        if slot.country != "SG" or not _EARLIEST <= (slot.day.month, slot.day.day) <= _LATEST:
            continue
        if entered and isinstance(entered.value, date):
            yield _around(slot, entered.value, entered.source)
        elif not facts.days.table.covers("singapore", slot.day):
            yield _unknown_new_year(slot, book)
        else:
            yield from _near_the_table(slot, facts)


def _unknown_new_year(slot: Slot, book: Rulebook) -> Finding:
    unknown = NOT_KNOWN.filled(label=NEW_YEAR.label, year=book.year.label())
    wording = Wording(
        f"{slot.said.ja}：旧正月の前後は長期休暇をとる人が多い時期です。{unknown.ja}",
        f"{slot.said.en}: many are on leave around the lunar new year. {unknown.en}",
    )
    return Finding("singapore_new_year", Verdict.UNDECIDED, wording, slot.field, source=ADVICE_SINGAPORE, row=slot.row)


def _near_the_table(slot: Slot, facts: Facts) -> Iterator[Finding]:
    """A day that is far from the new year needs no word; an estimate (未確定) is called one."""
    around = facts.days.table.between("singapore", slot.day - _WEEK, slot.day + _WEEK)
    new_year = next((one for one in around if one.name.en.startswith("Chinese New Year")), None)
    if new_year:
        wording, working = _AROUND.filled(said=slot.said), _named(new_year)
        yield Finding(
            "singapore_new_year", Verdict.UNDECIDED, wording, slot.field, working, ADVICE_SINGAPORE, row=slot.row
        )


def _around(slot: Slot, new_year: date, source: Source) -> Finding:
    near = abs(slot.day - new_year) <= _WEEK
    working = Wording(
        f"旧正月{date_with_weekday(new_year)}の前後7日", f"7 days before and after {english_date(new_year)}"
    )
    clear = Wording(f"{slot.said.ja}：旧正月の前後ではありません。", f"{slot.said.en}: not around the lunar new year.")
    verdict, message = (Verdict.UNDECIDED, _AROUND.filled(said=slot.said)) if near else (Verdict.MET, clear)
    return Finding("singapore_new_year", verdict, message, slot.field, working, source, row=slot.row)


def holidays_at_the_place(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A public holiday where an office of ours stands is one for the body too, or very likely so: ask."""
    for slot in slots_of(facts):
        place = place_in(slot.country)
        if place is None or place is OFFICE_PLACES["beijing"]:  # where the advice itself speaks of holidays
            continue
        holiday = facts.days.table.holiday(place.office, slot.day)
        if holiday:
            yield _holiday(slot, place, holiday)


def _holiday(slot: Slot, place: OfficePlace, holiday: Holiday) -> Finding:
    where, name = place.holidays_of, holiday.said
    wording = Wording(
        f"{slot.said.ja}：{where.ja}の祝日（{name.ja}）です。訪問先も休みでないかを確かめるか、別の日にしてください。",
        f"{slot.said.en}: a public holiday in {where.en} ({name.en}). Ask whether they are open, or choose another day.",
    )
    source = ADVICE_SINGAPORE if place.office == "singapore" else None
    return Finding("local_holiday", Verdict.UNDECIDED, wording, slot.field, _named(holiday), source, row=slot.row)


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


ADVICE_CHECKS = [
    reminders_of_the_offices,
    beijing_days_and_hours,
    singapore_new_year,
    holidays_at_the_place,
    seoul_wants_a_document,
]
ADVICE_FINDINGS = {
    **REMINDER_NAMES,
    "beijing_day": Wording("北京：曜日", "Beijing: day"),
    "beijing_hours": Wording("北京：時間帯", "Beijing: hours"),
    "singapore_new_year": Wording("シンガポール：旧正月", "Singapore: lunar new year"),
    "local_holiday": Wording("現地の祝日", "Public holiday there"),
    "seoul_document": Wording("ソウル：文書", "Seoul: written document"),
}
