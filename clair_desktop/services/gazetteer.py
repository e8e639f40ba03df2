"""The shipped tables of local authorities and countries, read once."""

from collections.abc import Iterator
from functools import cache

from clair_desktop.domain.parties import AuthorityKind, Country, Gazetteer, LocalAuthority
from clair_desktop.domain.wording import Wording
from clair_desktop.support.resources import resource

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
    """Every local authority and country the program knows; where they come from: resources/tables/README.md."""
    return Gazetteer(_authorities(), _countries())


def _authorities() -> Iterator[LocalAuthority]:
    rows = list(_rows("local_authorities.tsv"))
    prefectures = {row[0][:2]: _name(row[3], row[5], "prefecture") for row in rows if row[6] == "prefecture"}
    for code, _, county, name, kana, romaji, kind in rows:
        yield LocalAuthority(code, _name(name, romaji, kind), prefectures[code[:2]], kana, AuthorityKind(kind), county)


def _name(ja: str, romaji: str, kind: str) -> Wording:
    ending = "Metropolis" if ja == "東京都" else _ENGLISH_ENDINGS[AuthorityKind(kind)]
    return Wording(ja, f"{romaji} {ending}")


def _countries() -> Iterator[Country]:
    for code, ja, en, aliases in _rows("countries.tsv"):
        yield Country(code, Wording(ja, en), tuple(aliases.split(";")) if aliases else ())


def _rows(name: str) -> Iterator[list[str]]:
    lines = resource("tables", name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])
