"""A span of days as somebody typed it: what it means, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.eras import read_day
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """From a day to a day, both included; what is empty sets no bound."""

    since: str = ""
    until: str = ""

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Raises ``Malformed`` for what reads as no day."""
        return _day(self.since), _day(self.until)

    @property
    def complaints(self) -> Mapping[str, Wording]:
        """What is wrong, by ``since`` and ``until``."""
        typed = {"since": self.since, "until": self.until}
        return {field: said for field, text in typed.items() if (said := _complaint(text))}


def _day(typed: str) -> date | None:
    return read_day(folded(typed)) if typed.strip() else None


def _complaint(typed: str) -> Wording | None:
    try:
        _day(typed)
    except Malformed as complaint:
        return complaint.wording
    return None
