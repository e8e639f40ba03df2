"""What the time is at an overseas office, whether it may be reached, and when its day meets Japan's.

Opening hours are in no document: those of Japan are the usual ones of an office, those abroad are ours (DESIGN).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from zoneinfo import ZoneInfo

from clair_desktop.domain.holidays import HolidayTable
from clair_desktop.domain.office_places import OfficePlace
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import Closure, WorkingDays

JAPAN_TIME = timezone(timedelta(hours=9), "JST")
TWO_WEEKS = 14
_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_DAY = timedelta(days=1)
_WEEKEND = {5: Wording("土曜日", "Saturday"), 6: Wording("日曜日", "Sunday")}


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when on one day."""

    begins: time
    ends: time

    @classmethod
    def read(cls, kept: str) -> "Hours":
        """The kept form, 09:00-17:00."""
        found = _SPAN.fullmatch(kept)
        if found is None:
            raise ValueError(kept)
        first, second, third, fourth = (int(part) for part in found.groups())
        return cls(time(first, second), time(third, fourth))

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"


JAPAN_HOURS = Hours(time(8, 30), time(17, 15))
USUAL_HOURS = Hours(time(9), time(17))  # DESIGN: nothing is published; the branch may say otherwise


class Reach(StrEnum):
    """Whether somebody may be expected to answer."""

    OPEN = "open"
    BEFORE = "before"
    MIDDAY = "midday"
    AFTER = "after"
    CLOSED = "closed"


REACH_WORDS = {
    Reach.OPEN: Wording("執務時間内", "Within hours"),
    Reach.BEFORE: Wording("始業前", "Before hours"),
    Reach.MIDDAY: Wording("昼休みの時間帯", "Midday break"),
    Reach.AFTER: Wording("終業後", "After hours"),
    Reach.CLOSED: Wording("休み", "Closed"),
}


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The first day on which an office's clock stands differently, and by how much it is then ahead of Japan's."""

    day: date
    ahead: timedelta


@dataclass(frozen=True, slots=True)
class LocalTime:
    """An office at one moment. ``ahead`` is negative where its clock is behind Japan's; ``why`` if it is closed."""

    place: OfficePlace
    local: datetime
    ahead: timedelta
    summer: bool
    reach: Reach
    why: Closure | None
    worked: bool  # a weekend that is worked in exchange for a day off
    change: ClockChange | None
    holidays_known: bool


def local_closure(table: HolidayTable, place: OfficePlace, day: date) -> Closure | None:
    """Why nobody is expected there on a local day: a public holiday, a weekend; None on a working day."""
    holiday = table.holiday(place.office, day)
    if holiday:
        return Closure(holiday.name, holiday.settled)
    if day.weekday() in _WEEKEND and not table.worked(place.office, day):
        return Closure(_WEEKEND[day.weekday()])
    return None


def local_time(place: OfficePlace, at: datetime, hours: Hours, table: HolidayTable) -> LocalTime:
    """How an office stands at a moment, which must know its time zone."""
    local = at.astimezone(ZoneInfo(place.zone))
    closure = local_closure(table, place, local.date())
    return LocalTime(
        place=place,
        local=local,
        ahead=_ahead(local),
        summer=bool(local.dst()),
        reach=_reach(local.time(), hours, place, closure),
        why=closure,
        worked=table.worked(place.office, local.date()),
        change=_next_change(local),
        holidays_known=table.covers(place.office, local.date()),
    )


def ahead_words(ahead: timedelta) -> Wording:
    """日本より14時間遅い, 14 hours behind Japan."""
    whole, rest = divmod(abs(int(ahead.total_seconds())) // 60, 60)
    ja = f"{whole}時間" + (f"{rest}分" if rest else "")
    en = f"{whole} hour{'' if whole == 1 else 's'}" + (f" {rest} minutes" if rest else "")
    if not ahead:
        return Wording("日本と同じ", "same as Japan")
    if ahead < timedelta(0):
        return Wording(f"日本より{ja}遅い", f"{en} behind Japan")
    return Wording(f"日本より{ja}早い", f"{en} ahead of Japan")


def _ahead(local: datetime) -> timedelta:
    offset = local.utcoffset()
    return (offset or timedelta(0)) - timedelta(hours=9)


def _reach(now: time, hours: Hours, place: OfficePlace, closure: Closure | None) -> Reach:
    if closure:
        return Reach.CLOSED
    if now < hours.begins:
        return Reach.BEFORE
    if place.midday and place.midday[0] <= now < place.midday[1]:
        return Reach.MIDDAY
    return Reach.OPEN if now < hours.ends else Reach.AFTER


def _next_change(local: datetime) -> ClockChange | None:
    """Within a year; summer time always changes in the night, so noon tells."""
    noon = local.replace(hour=12, minute=0, second=0, microsecond=0, fold=0)
    before = _ahead(noon)
    for ahead in range(1, 366):
        later = noon + ahead * _DAY
        if _ahead(later) != before:
            return ClockChange(later.date(), _ahead(later))
    return None


@dataclass(frozen=True, slots=True)
class SharedSpan:
    """A stretch in which both are at work, told on both clocks."""

    japan_begins: datetime
    japan_ends: datetime
    begins: datetime
    ends: datetime

    @property
    def length(self) -> timedelta:
        return self.japan_ends - self.japan_begins


@dataclass(frozen=True, slots=True)
class SharedDay:
    """A day of Japan: when both are at work, or why they are not."""

    day: date
    spans: Sequence[SharedSpan]
    closed_here: Closure | None
    closed_there: Closure | None


def shared_days(
    place: OfficePlace,
    days: WorkingDays,
    first: date,
    *,
    here: Hours = JAPAN_HOURS,
    there: Hours = USUAL_HOURS,
    count: int = TWO_WEEKS,
) -> list[SharedDay]:
    """Day by day from ``first``, the hours in which both are at work."""
    return [_shared(place, days, first + n * _DAY, here, there) for n in range(count)]


def _shared(place: OfficePlace, days: WorkingDays, day: date, here: Hours, there: Hours) -> SharedDay:
    ours = (_moment(day, here.begins, JAPAN_TIME), _moment(day, here.ends, JAPAN_TIME))
    met = list(_meetings(place, day, ours, there))
    closures = [(span, local_closure(days.table, place, span.begins.date())) for span in met]
    closed_here = days.closure(day)
    spans = [] if closed_here else [span for span, closure in closures if closure is None]
    there_too = None if met else local_closure(days.table, place, day)
    closed_there = next((closure for _span, closure in closures if closure), there_too)
    return SharedDay(day, spans, closed_here, None if spans else closed_there)


def _meetings(place: OfficePlace, day: date, ours: tuple[datetime, datetime], there: Hours) -> Iterator[SharedSpan]:
    """Where the hours meet, whoever is closed: the local day may be the day before or after."""
    zone = ZoneInfo(place.zone)
    for local_day in (day - _DAY, day, day + _DAY):
        begins = max(ours[0], _moment(local_day, there.begins, zone))
        ends = min(ours[1], _moment(local_day, there.ends, zone))
        if begins < ends:
            yield SharedSpan(
                begins.astimezone(JAPAN_TIME),
                ends.astimezone(JAPAN_TIME),
                begins.astimezone(zone),
                ends.astimezone(zone),
            )


def _moment(day: date, at: time, zone: timezone | ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


def there_in_japan(place: OfficePlace, day: date, there: Hours) -> tuple[datetime, datetime]:
    """An office's hours of one local day, told on Japan's clock."""
    zone = ZoneInfo(place.zone)
    return (
        _moment(day, there.begins, zone).astimezone(JAPAN_TIME),
        _moment(day, there.ends, zone).astimezone(JAPAN_TIME),
    )
