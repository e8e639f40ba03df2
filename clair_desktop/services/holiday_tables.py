"""The shipped tables of public holidays, read when they are first asked for; their origin: resources/tables/README.md."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from clair_desktop.domain.holidays import Coverage, DayKind, Holiday, HolidayTable
from clair_desktop.domain.wording import Wording
from clair_desktop.support.resources import resource


@cache
def load_holidays() -> HolidayTable:
    """Japan's holidays and those where the overseas offices stand."""
    return HolidayTable(_days(), _covered())


def _days() -> Iterator[Holiday]:
    names: dict[tuple[str, str], Wording] = {}
    for place, day, kind, ja, en, status, source in _rows("holidays.tsv"):
        name = names.setdefault((ja, en), Wording(ja, en))
        yield Holiday(place, date.fromisoformat(day), DayKind(kind), name, status == "settled", source)


def _covered() -> Iterator[Coverage]:
    for place, first, last, settled, ja, en, source in _rows("holiday_coverage.tsv"):
        yield Coverage(place, int(first), int(last), int(settled), Wording(ja, en), source)


def _rows(name: str) -> Iterator[list[str]]:
    lines = resource("tables", name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])
