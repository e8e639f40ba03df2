"""行政区: the wards of the designated cities. They are places and no 地方公共団体, so each of them finds its city."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from clair_desktop.domain.place_names import kana_key, kanji_key, plain, romaji_key, romaji_words
from clair_desktop.domain.wording import Wording

if TYPE_CHECKING:
    from clair_desktop.domain.parties import LocalAuthority

_SAID = frozenset({"ku", "ward", "shi", "city", "ken", "fu", "prefecture"})


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward with the city it is part of; its own six-digit code names no body that could apply."""

    code: str
    name: Wording
    city: "LocalAuthority"
    kana: str

    @property
    def full_name(self) -> Wording:
        """宮城県仙台市青葉区, Aoba Ward, Sendai City, Miyagi Prefecture."""
        of = self.city.full_name
        return Wording(of.ja + self.name.ja, f"{self.name.en}, {of.en}")

    @property
    def romaji(self) -> str:
        return self.name.en.rsplit(" ", 1)[0]


class Wards:
    """The wards by code and by every name they are typed with."""

    def __init__(self, wards: Iterable[Ward] = ()) -> None:
        self.all = tuple(wards)
        self._by_code = {one.code: one for one in self.all}

    def get(self, code: str) -> Ward | None:
        return self._by_code.get(code)

    def of_city(self, code: str) -> Sequence[Ward]:
        return [one for one in self.all if one.city.code == code]

    def find(self, text: str) -> Sequence[Ward]:
        """Those of a name, with or without the city and the prefecture before it: 青葉区, 仙台市青葉区, Aoba-ku Sendai."""
        if plain(text).isascii():
            names = [word for word in romaji_words(text.casefold()) if word not in _SAID]
            return self._by_romaji.get(frozenset(romaji_key(name) for name in names), ())
        return self._by_name.get(kanji_key(text)) or self._by_name.get(kana_key(text)) or ()

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[Ward]]:
        found: defaultdict[str, list[Ward]] = defaultdict(list)
        for one in self.all:
            city = one.city
            for before in ("", city.name.ja, city.full_name.ja):
                found[kanji_key(before + one.name.ja)].append(one)
            for before in ("", city.kana):
                found[kana_key(before + one.kana)].append(one)
        return found

    @cached_property
    def _by_romaji(self) -> Mapping[frozenset[str], Sequence[Ward]]:
        found: defaultdict[frozenset[str], list[Ward]] = defaultdict(list)
        for one in self.all:
            own, city = romaji_key(one.romaji), romaji_key(one.city.romaji)
            prefecture = romaji_key(one.city.prefecture.en.rsplit(" ", 1)[0])
            for names in {frozenset({own}), frozenset({own, city}), frozenset({own, city, prefecture})}:
                found[names].append(one)
        return found
