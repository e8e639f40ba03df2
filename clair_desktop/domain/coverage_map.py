"""How every country and territory stands for a purpose on a day: the table behind the map, and what the map shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from clair_desktop.domain.coverage import Purpose, Routing, RoutingVerdict, coverage, route
from clair_desktop.domain.parties import Country
from clair_desktop.domain.wording import Wording
from clair_desktop.support.tables import table_rows

PURPOSES = {
    Purpose.RESEARCH: Wording("海外依頼調査（担当地域）", "Research on request (area in charge)"),
    Purpose.SUPPORT: Wording("海外活動支援（対象地域）", "Support for activities abroad (area of support)"),
    Purpose.CHARGE: Wording("所管", "Office in charge"),
}
Point = tuple[float, float]


class Standing(StrEnum):
    """``PART`` is covered in a part only; ``ASKED`` are the territories no document mentions."""

    COVERED = "covered"
    PART = "part"
    ASKED = "asked"
    NOBODY = "nobody"


STANDINGS = {
    Standing.COVERED: Wording("担当あり", "covered"),
    Standing.PART: Wording("一部の地域のみ", "in part only"),
    Standing.ASKED: Wording("本部に確認（自動で割り当てない）", "ask headquarters (never routed)"),
    Standing.NOBODY: Wording("担当なし・要相談", "no office: consult"),
}


@dataclass(frozen=True, slots=True)
class CountryStanding:
    """One line of the table; ``office`` is the key of the office that answers, wholly or in part."""

    country: Country
    standing: Standing
    office: str
    routing: Routing


@dataclass(frozen=True, slots=True)
class Outline:
    """One ring of coast and borders, in degrees of longitude and latitude; without a code it is nobody's question."""

    code: str
    points: Sequence[Point]

    @property
    def box(self) -> tuple[float, float, float, float]:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


def standings(countries: Iterable[Country], purpose: Purpose, on: date) -> Sequence[CountryStanding]:
    """Every country but Japan, in the order given."""
    return [_standing(one, purpose, on) for one in countries if one.code != "JP"]


def _standing(country: Country, purpose: Purpose, on: date) -> CountryStanding:
    routing = route(country.code, None, purpose, on)
    if routing.verdict is RoutingVerdict.COVERED:
        return CountryStanding(country, Standing.COVERED, routing.offices[0], routing)
    table = coverage()
    if (purpose, country.code) in table.asked:
        return CountryStanding(country, Standing.ASKED, "", routing)
    row = table.row(purpose, country.code, on)
    if row and row.french_part_only and row.holds(on):
        return CountryStanding(country, Standing.PART, row.office, routing)
    return CountryStanding(country, Standing.NOBODY, "", routing)


@cache
def outlines() -> Sequence[Outline]:
    """The shipped outlines, the largest first, so that what lies within another is drawn upon it."""
    found = [Outline(row["code"], _points(row["points"])) for row in table_rows("outlines")]
    return sorted(found, key=lambda one: -_extent(one))


def _points(text: str) -> Sequence[Point]:
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in text.split(" "))]


def _extent(one: Outline) -> float:
    west, south, east, north = one.box
    return (east - west) * (north - south)
