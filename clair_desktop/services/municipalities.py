"""The register of 市区町村 and wards, the postal codes, and of which day the tables are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clair_desktop.domain.branches import Branch, branch, branch_for
from clair_desktop.domain.parties import AuthorityKind, whole_code
from clair_desktop.domain.place_names import plain
from clair_desktop.domain.place_search import Place, PlaceSearch
from clair_desktop.domain.postal import PostalPlace
from clair_desktop.domain.wards import Ward
from clair_desktop.domain.wording import Wording
from clair_desktop.services.desk import Desk
from clair_desktop.services.postal import PostalCodes
from clair_desktop.support.tables import table_rows

WARD = Wording("行政区", "ward of a designated city")
KINDS = {
    AuthorityKind.PREFECTURE: Wording("都道府県", "prefecture"),
    AuthorityKind.DESIGNATED_CITY: Wording("指定都市", "designated city"),
    AuthorityKind.CITY: Wording("市", "city"),
    AuthorityKind.SPECIAL_WARD: Wording("特別区", "special ward"),
    AuthorityKind.TOWN: Wording("町", "town"),
    AuthorityKind.VILLAGE: Wording("村", "village"),
}


@dataclass(frozen=True, slots=True)
class TableSource:
    """Where a shipped table comes from; ``as_of`` is the day of its data, where they have one."""

    title: Wording
    source: Wording
    as_of: date | None
    checked_on: date


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place with what an official asks next: what kind it is and which branch serves it."""

    place: Place
    kind: Wording
    branch: Branch
    designated_on: date | None

    @property
    def city(self) -> Place | None:
        """Of a ward: the city that applies for it."""
        return self.place.city if isinstance(self.place, Ward) else None


class Municipalities:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._postal = PostalCodes(desk.names)

    def find(self, text: str) -> Sequence[PlaceLine]:
        """Whom a text may mean, the exact names first; a whole code whose check digit is wrong raises ``Malformed``."""
        typed = plain(text).replace("-", "")
        if typed.isascii() and typed.isdigit() and len(typed) == 6:
            whole_code(typed)
        return [self.line(place) for place in self._search.places(text)]

    def within(self, prefecture: str) -> Sequence[PlaceLine]:
        """A prefecture by the two digits of its code, and everything in it."""
        names = self._desk.names
        places: list[Place] = [*names.authorities, *names.wards.all]
        inside = [one for one in places if one.code[:2] == prefecture]
        return [self.line(place) for place in sorted(inside, key=lambda one: one.code)]

    def line(self, place: Place) -> PlaceLine:
        body = place.city if isinstance(place, Ward) else place
        own = branch(body.code)
        kind = WARD if isinstance(place, Ward) else KINDS[place.kind]
        designated = own.designated_on if own and body is place else None
        return PlaceLine(place, kind, branch_for(body.code, self._desk.clock.today()), designated)

    def postal(self, typed: str) -> Sequence[PostalPlace]:
        """Every place that a postal code may stand for; what is no code raises ``Malformed``."""
        return self._postal.find(typed)

    def postal_beginning(self, digits: str) -> Sequence[PostalPlace]:
        """Every place whose postal code begins with these digits."""
        return self._postal.beginning(digits)

    @cached_property
    def _search(self) -> PlaceSearch:
        return PlaceSearch(self._desk.names)


def table_source(table: str) -> TableSource:
    """Of which day a shipped table is, and of whose data."""
    row = next(row for row in table_rows("tables") if row["table"] == table)
    as_of = date.fromisoformat(row["as_of"]) if row["as_of"] else None
    return TableSource(
        Wording(row["title_ja"], row["title_en"]),
        Wording(row["source_ja"], row["source_en"]),
        as_of,
        date.fromisoformat(row["checked_on"]),
    )
