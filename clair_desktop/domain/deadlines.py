"""By when something must be where: arrival (必着) or postmark (消印), which are never mixed up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.rulings import Rulebook
from clair_desktop.domain.wording import Wording


class Arrival(StrEnum):
    MUST_ARRIVE = "must_arrive"
    POSTMARK = "postmark"


ARRIVAL_WORDS = {
    Arrival.MUST_ARRIVE: Wording("必着", "must arrive"),
    Arrival.POSTMARK: Wording("消印有効", "postmark"),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline that counts while a case stands in one of ``states``; ``due`` is None when nothing gives the day."""

    key: str
    label: Wording
    states: Sequence[str]
    due: Callable[[Facts, Rulebook], date | None]
    arrival: Arrival | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of one case, resolved; ``day`` is None where it is yet undecided (要確認)."""

    deadline: Deadline
    day: date | None


def in_time(due: date, arrival: Arrival, *, sent: date, arrived: date | None) -> bool | None:
    """Whether a paper was in time: by its arrival where it must arrive, by its sending where the postmark counts.

    None while it must arrive and has not; a paper sent after the day is late either way.
    """
    if arrival is Arrival.POSTMARK or sent > due:
        return sent <= due
    return None if arrived is None else arrived <= due
