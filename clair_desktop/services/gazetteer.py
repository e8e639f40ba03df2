"""The shipped tables of local authorities and countries, read once and only when somebody asks."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

from clair_desktop.domain.parties import AuthorityKind, Country, Gazetteer, LocalAuthority
from clair_desktop.domain.wards import Ward
from clair_desktop.domain.wording import Wording
from clair_desktop.support.tables import table_rows

Row = TypeVar("Row")
_ENGLISH_ENDINGS = {
    AuthorityKind.PREFECTURE: "Prefecture",
    AuthorityKind.DESIGNATED_CITY: "City",
    AuthorityKind.CITY: "City",
    AuthorityKind.SPECIAL_WARD: "City",
    AuthorityKind.TOWN: "Town",
    AuthorityKind.VILLAGE: "Village",
}


@cache
def load_gazetteer() -> Gazetteer:
    """Every local authority and country the program knows; where they come from: resources/tables/README.md.

    No table is opened before somebody is looked for: an office opens without them.
    """

    def wards() -> Iterator[Ward]:
        return _wards({one.code: one for one in made.authorities})

    made = Gazetteer(_Table(_authorities), _Table(_countries), _Table(wards))
    return made


class _Table(Generic[Row]):
    """Rows that are read each time they are gone through."""

    def __init__(self, read: Callable[[], Iterator[Row]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[Row]:
        return self._read()


def _authorities() -> Iterator[LocalAuthority]:
    rows = list(table_rows("local_authorities"))
    prefectures = {row["code"][:2]: _name(row) for row in rows if row["kind"] == "prefecture"}
    for row in rows:
        code, kind = row["code"], AuthorityKind(row["kind"])
        yield LocalAuthority(code, _name(row), prefectures[code[:2]], row["kana"], kind, row["county"])


def _wards(cities: Mapping[str, LocalAuthority]) -> Iterator[Ward]:
    for row in table_rows("designated_wards"):
        yield Ward(row["code"], Wording(row["name"], f"{row['romaji']} Ward"), cities[row["city"]], row["kana"])


def _name(row: Mapping[str, str]) -> Wording:
    ending = "Metropolis" if row["name"] == "東京都" else _ENGLISH_ENDINGS[AuthorityKind(row["kind"])]
    return Wording(row["name"], f"{row['romaji']} {ending}")


def _countries() -> Iterator[Country]:
    for row in table_rows("countries"):
        aliases = tuple(row["aliases"].split(";")) if row["aliases"] else ()
        yield Country(row["code"], Wording(row["ja"], row["en"]), aliases)
