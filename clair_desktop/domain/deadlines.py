"""By when something must be where: arrival (必着) or postmark (消印), which are never mixed up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from clair_desktop.domain.eras import english_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.rulings import Rulebook
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import MOVING_WORDS, Closure, Moving


class Arrival(StrEnum):
    MUST_ARRIVE = "must_arrive"
    POSTMARK = "postmark"


ARRIVAL_WORDS = {
    Arrival.MUST_ARRIVE: Wording("必着", "must arrive"),
    Arrival.POSTMARK: Wording("消印有効", "postmark"),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline that counts while a case stands in one of ``states``; ``due`` is None when nothing gives the day.

    ``moving`` says where it goes from a closed day: nowhere, unless a source or the branch says so. One that ``happens``
    is a day on which something takes place (出発日), not one by which something must be done.
    """

    key: str
    label: Wording
    states: Sequence[str]
    due: Callable[[Facts, Rulebook], date | None]
    arrival: Arrival | None = None
    moving: Moving = Moving.NONE
    happens: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of one case, resolved; ``day`` is None where it is yet undecided (要確認).

    ``stated`` is the day as the rule gives it, ``closure`` why the branch is closed on it, ``moving`` where it went.
    """

    deadline: Deadline
    day: date | None
    stated: date | None = None
    closure: Closure | None = None
    moving: Moving = Moving.NONE

    @property
    def remark(self) -> Wording | None:
        """What the clerk must know of a deadline on a closed day."""
        return on_a_closed_day(self.stated, self.closure, self.moving, self.day)


def resolved(programme: str, deadline: Deadline, stated: date | None, facts: Facts) -> Due:
    """The deadline on its day, moved where that day is closed and the branch has said where to."""
    closure = facts.days.closure(stated) if stated and not deadline.happens else None
    if stated is None or closure is None:
        return Due(deadline, stated, stated)
    moving = facts.days.moving.get(f"{programme}.{deadline.key}", deadline.moving)
    return Due(deadline, facts.days.moved(stated, moving), stated, closure, moving)


def on_a_closed_day(stated: date | None, closure: Closure | None, moving: Moving, day: date | None) -> Wording | None:
    """「5月6日は閉庁日（振替休日）です…」; None where the day is open."""
    if stated is None or closure is None or day is None:
        return None
    why = closure.said
    if moving is Moving.NONE:
        return Wording(
            f"{stated.month}月{stated.day}日は閉庁日（{why.ja}）です。繰下げ・繰上げの定めは確認できません。その日までに届くよう手配してください。",
            f"{english_date(stated)} is no working day ({why.en}). Whether it moves is in no document: let it arrive by then.",
        )
    where = MOVING_WORDS[moving]
    return Wording(
        f"{stated.month}月{stated.day}日は閉庁日（{why.ja}）のため、{where.ja}の{day.month}月{day.day}日です。",
        f"{english_date(stated)} is no working day ({why.en}): the {where.en} is {english_date(day)}.",
    )


def in_time(
    due: date, arrival: Arrival, *, sent: date, arrived: date | datetime | None, hour: time | None = None
) -> bool | None:
    """Whether a paper was in time: by its arrival where it must arrive, by its sending where the postmark counts.

    None while it must arrive and has not; a paper sent after the day is late either way. Where the deadline names an
    ``hour``, an arrival on the very day is judged by its time, and is open while that is not known.
    """
    if arrival is Arrival.POSTMARK or sent > due:
        return sent <= due
    if arrived is None:
        return None
    day = arrived.date() if isinstance(arrived, datetime) else arrived
    if day != due or hour is None:
        return day <= due
    return arrived.time() <= hour if isinstance(arrived, datetime) else None
