"""Every time at which somebody is to be met: wished for, or fixed; always on the local calendar and clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from clair_desktop.blocks.clock_times import minutes
from clair_desktop.blocks.happenings import period
from clair_desktop.blocks.overseas_places import routed
from clair_desktop.domain.agenda import EntryKind, Happening
from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.wording import Wording, same

_USUAL_LENGTH = 60  # minutes, where the request does not say how long the meeting takes
_OFF = frozenset({"declined", "cancelled"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at a body in a country; ``begins`` and ``ends`` are minutes of the local day. ``field`` holds it."""

    field: str
    row: int
    country: str
    office: str | None
    day: date
    begins: int | None
    ends: int | None
    body: str = ""

    @property
    def fixed(self) -> bool:
        return self.field == "targets"

    @property
    def said(self) -> Wording:
        day = date_with_weekday(self.day), english_date(self.day)
        if self.fixed:
            return Wording(f"訪問希望先{self.row}行目の確定日（{day[0]}）", f"Body {self.row}, fixed for {day[1]}")
        return Wording(f"希望日時{self.row}行目（{day[0]}）", f"Time {self.row}, {day[1]}")


def slots_of(facts: Facts) -> Iterator[Slot]:
    """Times wished for, then those that have been fixed and not called off."""
    targets = facts.rows("targets")
    for number, row in enumerate(facts.rows("slots"), start=1):
        which = row.get("target")
        if isinstance(which, Fraction) and 1 <= which <= len(targets):
            yield from _slot(facts, ("slots", number), targets[int(which) - 1], row)
    for number, target in enumerate(targets, start=1):
        if target.get("progress") not in _OFF:
            fixed = {name: target[f"confirmed_{name}"] for name in ("day", "time") if f"confirmed_{name}" in target}
            yield from _slot(facts, ("targets", number), target, fixed)


def _slot(
    facts: Facts, where: tuple[str, int], target: Mapping[str, object], row: Mapping[str, object]
) -> Iterator[Slot]:
    day = row.get("day")
    if not isinstance(day, date):
        return
    found = routed(facts, target.get("country"), target.get("area"), Purpose.SUPPORT)
    office = found.offices[0] if found and found.offices else None
    begins = minutes(str(row["time"])) if "time" in row else None
    length = row.get("duration")
    ends = begins + int(length if isinstance(length, Fraction) else _USUAL_LENGTH) if begins is not None else None
    yield Slot(*where, str(target.get("country", "")), office, day, begins, ends, str(target.get("body", "")))


_TRIP = period(Wording("渡航", "Journey"))


def happenings(facts: Facts) -> Iterator[Happening]:
    """The journey, meetings that are fixed, and times wished for at bodies where none is fixed yet."""
    yield from _TRIP(facts)
    slots = list(slots_of(facts))
    fixed = {one.body for one in slots if one.fixed}
    for slot in slots:
        if slot.fixed or slot.body not in fixed:
            yield Happening(
                f"{slot.field}{slot.row}",
                EntryKind.APPOINTMENT,
                slot.day,
                slot.day,
                same(slot.body),
                _clock(slot.begins),
                _clock(slot.ends),
                slot.country,
                wished=not slot.fixed,
            )


def _clock(minute: int | None) -> str:
    """As a clock shows it; a meeting over midnight ends with the day."""
    return "" if minute is None else f"{min(minute, 1439) // 60:02}:{min(minute, 1439) % 60:02}"
