"""Working days of a branch: weekends, 国民の祝日, the turn of the year, and what its own body adds (自治法第4条の2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from clair_desktop.domain.holidays import JAPAN, NO_HOLIDAYS, HolidayTable
from clair_desktop.domain.wording import Wording

_DAY = timedelta(days=1)
_LONGEST = 40  # no stretch of closed days comes near
_WEEKEND = {5: Wording("土曜日", "Saturday"), 6: Wording("日曜日", "Sunday")}
_TURN_OF_YEAR = Wording("年末年始の休日", "turn of the year")


class Moving(StrEnum):
    """Where a deadline goes that falls on a closed day; fixed days of guidelines do not move by themselves."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


MOVING_WORDS = {
    Moving.NONE: Wording("動かさない", "stays"),
    Moving.NEXT: Wording("翌開庁日", "next working day"),
    Moving.PREVIOUS: Wording("前開庁日", "previous working day"),
}


class LocalDay(StrEnum):
    """A day on which one body alone is closed, by its ordinance."""

    OKINAWA = "0623"
    HIROSHIMA = "0806"


LOCAL_DAYS = {
    LocalDay.OKINAWA: (6, 23, Wording("慰霊の日", "Okinawa Memorial Day")),
    LocalDay.HIROSHIMA: (8, 6, Wording("平和記念日", "Hiroshima Peace Memorial Day")),
}
_OF_BRANCH = {"470007": LocalDay.OKINAWA, "341002": LocalDay.HIROSHIMA}


def local_days_of(branch: str | None) -> frozenset[LocalDay]:
    """What the branch chosen brings with it, until the branch says otherwise."""
    own = _OF_BRANCH.get(branch or "")
    return frozenset({own}) if own else frozenset()


@dataclass(frozen=True, slots=True)
class Closure:
    """Why the branch is closed on a day; ``settled`` is False where the holiday is not announced yet (未確定)."""

    name: Wording
    settled: bool = True

    @property
    def said(self) -> Wording:
        return self.name if self.settled else Wording(f"{self.name.ja}（未確定）", f"{self.name.en} (not settled)")


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The branch's calendar. The table is loaded when it is first asked; ``moving`` by ``programme.deadline``."""

    load: Callable[[], HolidayTable] = lambda: NO_HOLIDAYS
    local: frozenset[LocalDay] = frozenset()
    moving: Mapping[str, Moving] = field(default_factory=dict)

    @property
    def table(self) -> HolidayTable:
        return self.load()

    def closure(self, day: date) -> Closure | None:
        """Why the branch is closed; None on a working day."""
        holiday = self.table.holiday(JAPAN, day)
        if holiday:
            return Closure(holiday.name, holiday.settled)
        for one in self.local:
            month, number, name = LOCAL_DAYS[one]
            if (day.month, day.day) == (month, number):
                return Closure(name)
        if (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3):
            return Closure(_TURN_OF_YEAR)
        return Closure(_WEEKEND[day.weekday()]) if day.weekday() in _WEEKEND else None

    def is_open(self, day: date) -> bool:
        return self.closure(day) is None

    def covers(self, day: date) -> bool:
        """Whether the holidays of its year are known at all."""
        return self.table.covers(JAPAN, day)

    def moved(self, day: date, moving: Moving) -> date:
        """The day itself if it is open or nothing moves it, else the open day after or before it."""
        if moving is Moving.NONE:
            return day
        step = _DAY if moving is Moving.NEXT else -_DAY
        return next(one for n in range(_LONGEST) if self.is_open(one := day + n * step))

    def add(self, day: date, count: int) -> date:
        """The ``count``-th working day after a day, or before it where the count is negative; the day is not counted."""
        step, left = (_DAY if count > 0 else -_DAY), abs(count)
        while left:
            day += step
            left -= self.is_open(day)
        return day

    def left(self, today: date, day: date) -> int:
        """Working days after today up to and with the day; negative where it is past."""
        if day < today:
            return -self.left(day, today)
        return sum(self.is_open(today + n * _DAY) for n in range(1, (day - today).days + 1))

    def doubtful(self, first: date, last: date) -> bool:
        """Whether a holiday that is not settled, or a year without known holidays, lies between."""
        if not (self.covers(first) and self.covers(last)):
            return True
        return any(not one.settled for one in self.table.between(JAPAN, first, last))


WEEKENDS_ONLY = WorkingDays()
