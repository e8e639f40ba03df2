"""What day and time it is, passed in so that tests and demonstrations can choose."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    def today(self) -> date: ...
    def now(self) -> datetime: ...


class SystemClock:
    """The PC's own clock, with its time zone."""

    def today(self) -> date:
        return self.now().date()

    def now(self) -> datetime:
        return datetime.now().astimezone()


class FixedClock:
    """A clock that stands still until it is set."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def today(self) -> date:
        return self._now.date()

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        self._now = now
