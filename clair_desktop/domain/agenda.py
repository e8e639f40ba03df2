"""What stands on the calendar: deadlines of cases and calls, appointments, journeys and holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clair_desktop.domain.eras import english_month, japanese_year
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import WorkingDays


class EntryKind(StrEnum):
    """Whose business an entry is; the order is that of a day."""

    DEADLINE = "deadline"
    CALL = "call"
    APPOINTMENT = "appointment"
    TRAVEL = "travel"
    HOLIDAY = "holiday"
    OFFICE_HOLIDAY = "office_holiday"


KIND_WORDS = {
    EntryKind.DEADLINE: Wording("案件の期限", "Deadlines of cases"),
    EntryKind.CALL: Wording("募集", "Calls"),
    EntryKind.APPOINTMENT: Wording("面会・派遣", "Appointments"),
    EntryKind.TRAVEL: Wording("渡航・期間", "Journeys, periods"),
    EntryKind.HOLIDAY: Wording("日本の祝日", "Holidays in Japan"),
    EntryKind.OFFICE_HOLIDAY: Wording("事務所所在地の祝日", "Holidays at the offices"),
}
JAPAN_ZONE = "Asia/Tokyo"
WISHED = Wording("（希望）", " (wished for)")
WEEKDAYS = tuple(
    Wording(ja, en) for ja, en in zip("日月火水木金土", ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"), strict=True)
)
_ORDER = {kind: place for place, kind in enumerate(EntryKind)}


@dataclass(frozen=True, slots=True)
class Happening:
    """What a case's answers put on the calendar; times are 14:30 on the clock of ``country`` (Japan where empty)."""

    key: str
    kind: EntryKind
    first: date
    last: date
    title: Wording
    begins: str = ""
    ends: str = ""
    country: str = ""
    wished: bool = False  # asked for, and not fixed yet


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, ready to show. ``key`` is the same whenever it is read; ``zone`` a name of the tz database, if known.

    ``number`` names the case it leads to; ``detail`` says where it comes from or what to mind.
    """

    key: str
    kind: EntryKind
    first: date
    last: date
    title: Wording
    detail: Wording = Wording("", "")  # noqa: RUF009 - a Wording never changes
    begins: str = ""
    ends: str = ""
    zone: str = ""
    case_id: int | None = None
    number: str = ""
    place: str = ""  # whose holiday
    wished: bool = False
    due: bool = False  # something must be done by the day

    @property
    def order(self) -> tuple[date, int, str, str]:
        return self.first, _ORDER[self.kind], self.begins, self.key

    def stands_on(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def about(self) -> Wording:
        """What goes with it on paper; a holiday's detail only says which table it was taken from."""
        return Wording("", "") if self.kind in (EntryKind.HOLIDAY, EntryKind.OFFICE_HOLIDAY) else self.detail

    @property
    def clock(self) -> Wording:
        """14:30–15:30, 17:00, or nothing for a whole day; a meeting abroad is told on the clock of its place."""
        told = f"{self.begins}–{self.ends}" if self.ends else self.begins
        abroad = told and self.kind is EntryKind.APPOINTMENT and self.zone != JAPAN_ZONE
        return Wording(f"{told}（現地）", f"{told} local") if abroad else Wording(told, told)


def weeks_of(month: date) -> Sequence[Sequence[date]]:
    """The weeks that a month touches, each from Sunday to Saturday as Japanese wall calendars have them."""
    first = month.replace(day=1)
    day = first - timedelta(days=(first.weekday() + 1) % 7)
    weeks = []
    while (day.year, day.month) <= (first.year, first.month):
        weeks.append([day + timedelta(days=n) for n in range(7)])
        day += timedelta(days=7)
    return weeks


def months_on(month: date, count: int) -> date:
    """The first of the month so many months later; dates that no calendar has stay where they are."""
    number = month.year * 12 + month.month - 1 + count
    year, rest = divmod(number, 12)
    return date(year, rest + 1, 1) if date.min.year < year < date.max.year else month.replace(day=1)


def month_words(month: date) -> Wording:
    """令和8年（2026年）11月, November 2026."""
    ja = f"{japanese_year(month)}（{month.year}年）{month.month}月"
    return Wording(ja, english_month(month))


def closed_words(day: date, days: WorkingDays) -> Wording | None:
    """Why the branch is closed, where that is more than a weekend, which its column says."""
    closure = days.closure(day)
    weekend = closure is not None and day.weekday() >= 5 and closure.name.en in ("Saturday", "Sunday")
    return None if closure is None or weekend else closure.said
