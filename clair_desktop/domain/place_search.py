"""Places by a part of what they are called, for lists that narrow while one types: local authorities and wards."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from clair_desktop.domain.parties import AuthorityKind, Gazetteer, LocalAuthority
from clair_desktop.domain.place_names import kana_key, kanji_key, plain, romaji_key
from clair_desktop.domain.wards import Ward

Place = LocalAuthority | Ward


@dataclass(frozen=True, slots=True)
class _Keys:
    """One place in every way it may be typed; ``name`` and the rest tell whether it begins so."""

    place: Place
    code: str
    full: str
    name: str
    kana: str
    full_kana: str
    latin: str
    romaji: str


class PlaceSearch:
    """Whom a text names first, then who begins so, then everyone whose full name, reading, romaji or code holds it."""

    def __init__(self, names: Gazetteer) -> None:
        self._names = names

    def authorities(self, text: str) -> Sequence[LocalAuthority]:
        """Bodies that may apply: a ward leads to its city."""
        found = (one.city if isinstance(one, Ward) else one for one in self.places(text))
        return list(dict.fromkeys(found))

    def places(self, text: str) -> Sequence[Place]:
        if not plain(text):
            return ()
        named: list[Place] = [*self._named(text)]
        already = {one.code for one in named}
        beginning, holding = self._latin(text) if plain(text).isascii() else self._japanese(text)
        return [*named, *(one for one in (*beginning, *holding) if one.code not in already)]

    def _named(self, text: str) -> list[Place]:
        """Bodies of exactly this name; where there are none, wards are named themselves and not their city."""
        wards = self._names.wards.find(text)
        found = self._names.find_authorities(text)
        if {one.code for one in found} == {one.city.code for one in wards}:
            return [*wards]
        return [*found, *wards]

    def _latin(self, text: str) -> tuple[list[Place], list[Place]]:
        typed, spelled = plain(text), romaji_key(text)
        if typed.isdigit():
            return [one.place for one in self._keys if one.code.startswith(typed)], []
        held = [one for one in self._keys if typed in one.latin or (spelled and spelled in one.romaji)]
        return _apart([(one, one.romaji.startswith(spelled)) for one in held])

    def _japanese(self, text: str) -> tuple[list[Place], list[Place]]:
        kanji, kana = kanji_key(text), kana_key(text)
        held = [one for one in self._keys if kanji in one.full or kana in one.full_kana]
        return _apart([(one, one.name.startswith(kanji) or one.kana.startswith(kana)) for one in held])

    @cached_property
    def _keys(self) -> Sequence[_Keys]:
        """Made at the first search; the prefectures and cities come in the order of their codes."""
        places: list[Place] = [*self._names.authorities, *self._names.wards.all]
        before = {one.code[:2]: one.kana for one in self._names.authorities if one.kind is AuthorityKind.PREFECTURE}
        return [_keys(one, before[one.code[:2]]) for one in sorted(places, key=lambda one: one.code)]


def _keys(one: Place, prefecture: str) -> _Keys:
    full, full_kana = one.full_name.ja, prefecture + one.kana
    if isinstance(one, Ward):
        full_kana = prefecture + one.city.kana + one.kana
    elif one.kind is AuthorityKind.PREFECTURE:
        full_kana = one.kana
    else:
        full = full.replace(one.name.ja, one.county + one.name.ja)
    return _Keys(
        one, one.code, kanji_key(full), kanji_key(one.name.ja), kana_key(one.kana), kana_key(full_kana), plain(one.full_name.en),
        romaji_key(one.romaji),
    )  # fmt: skip


def _apart(held: Sequence[tuple[_Keys, bool]]) -> tuple[list[Place], list[Place]]:
    return [one.place for one, begins in held if begins], [one.place for one, begins in held if not begins]
