"""Whom or what a half-typed name may mean, so that it need not be typed out."""

from collections.abc import Sequence

from clair_desktop.domain.fields import Field, Rows, Text
from clair_desktop.domain.parties import Gazetteer, Names
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.domain.place_names import country_key
from clair_desktop.domain.place_search import PlaceSearch
from clair_desktop.domain.postal import is_postal_code
from clair_desktop.domain.wording import Language
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.postal import PostalCodes

MOST = 12


class Suggestions:
    """Texts a field reads without doubt: 222101 静岡県富士市, シンガポール."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._search = PlaceSearch(names) if isinstance(names, Gazetteer) else None

    def of(self, field: Field, column: str | None, text: str, language: Language) -> Sequence[str]:
        if isinstance(field, Rows) and column is not None:
            field = field.column(column)
        if isinstance(field, Authority) and self._search:
            found = self._search.authorities(text)[:MOST]
            return [field.show(one.code, language, self._names) for one in found]
        if isinstance(field, Country):
            return self._countries(text, language)
        if isinstance(field, Text) and is_postal_code(text) and isinstance(self._names, Gazetteer):
            return _addresses(self._names, text)
        return ()

    def _countries(self, text: str, language: Language) -> Sequence[str]:
        key = country_key(text)
        if not key or not isinstance(self._names, Gazetteer):
            return ()
        found = [
            one
            for one in self._names.countries
            if any(key in country_key(name) for name in (one.name.ja, one.name.en, one.code, *one.aliases))
        ]
        found.sort(key=lambda one: not country_key(one.name.in_(language)).startswith(key))
        return [one.name.in_(language) for one in found[:MOST]]


def postal_addresses(code: str) -> Sequence[str]:
    """All that a postal code may stand for, as an envelope begins: 〒980-8570 宮城県仙台市青葉区本町3丁目8-1."""
    return _addresses(load_gazetteer(), code)


def _addresses(names: Gazetteer, code: str) -> Sequence[str]:
    return [f"〒{one.printed_code} {one.address}" for one in PostalCodes(names).find(code)]
