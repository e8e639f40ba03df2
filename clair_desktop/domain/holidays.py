"""Public holidays as the shipped table holds them: in Japan and where the seven overseas offices stand."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clair_desktop.domain.wording import Wording

JAPAN = "japan"


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    SUBSTITUTE = "substitute"  # 振替休日, a day in lieu
    BETWEEN = "between"  # 国民の休日 between two holidays
    WORKDAY = "workday"  # a weekend that is worked in exchange


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day at one place; ``settled`` is False while the day itself is an estimate (未確定)."""

    place: str
    day: date
    kind: DayKind
    name: Wording
    settled: bool
    source: str

    @property
    def said(self) -> Wording:
        """Its name, marked where it is not settled."""
        if self.settled:
            return self.name
        return Wording(f"{self.name.ja}（未確定）", f"{self.name.en} (not settled)")


@dataclass(frozen=True, slots=True)
class Coverage:
    """For which years the table holds a place, up to when its days are announced, and what to know of them."""

    place: str
    first_year: int
    last_year: int
    settled_until: int
    note: Wording
    source: str

    def holds(self, day: date) -> bool:
        return self.first_year <= day.year <= self.last_year


class HolidayTable:
    """Asked by place and day."""

    def __init__(self, days: Iterable[Holiday] = (), covered: Iterable[Coverage] = ()) -> None:
        found: dict[str, dict[date, list[Holiday]]] = defaultdict(lambda: defaultdict(list))
        for one in days:
            found[one.place][one.day].append(one)
        self._days = {place: dict(by_day) for place, by_day in found.items()}
        self._covered = {one.place: one for one in covered}

    def on(self, place: str, day: date) -> Sequence[Holiday]:
        """Everything the table says of a day: two holidays may share one, a worked weekend is told too."""
        return self._days.get(place, {}).get(day, ())

    def holiday(self, place: str, day: date) -> Holiday | None:
        """The first holiday of a day."""
        return next((one for one in self.on(place, day) if one.kind is not DayKind.WORKDAY), None)

    def worked(self, place: str, day: date) -> bool:
        """Whether a weekend is worked in exchange for a day off."""
        return any(one.kind is DayKind.WORKDAY for one in self.on(place, day))

    def between(self, place: str, first: date, last: date) -> list[Holiday]:
        """What the table says from a first to a last day, in order."""
        by_day = self._days.get(place, {})
        return [one for day in sorted(by_day) if first <= day <= last for one in by_day[day]]

    def coverage(self, place: str) -> Coverage | None:
        return self._covered.get(place)

    def covers(self, place: str, day: date) -> bool:
        known = self.coverage(place)
        return known is not None and known.holds(day)


NO_HOLIDAYS = HolidayTable()
