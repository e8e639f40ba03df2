"""Who takes part: local authorities by their public code, countries by theirs, and how a typed name finds them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from clair_desktop.domain.place_names import country_key, kana_key, kanji_key, plain, romaji_key, romaji_words
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.wards import Ward, Wards
from clair_desktop.domain.wording import Wording


class AuthorityKind(StrEnum):
    PREFECTURE = "prefecture"
    DESIGNATED_CITY = "designated_city"
    CITY = "city"
    SPECIAL_WARD = "special_ward"
    TOWN = "town"
    VILLAGE = "village"


_CITIES = frozenset({AuthorityKind.DESIGNATED_CITY, AuthorityKind.CITY, AuthorityKind.SPECIAL_WARD})
_PREFECTURES = frozenset({AuthorityKind.PREFECTURE})
_SAID_KINDS: Mapping[str, frozenset[AuthorityKind]] = {
    "city": _CITIES,
    "shi": _CITIES,
    "ward": frozenset({AuthorityKind.SPECIAL_WARD}),
    "ku": frozenset({AuthorityKind.SPECIAL_WARD}),
    "town": frozenset({AuthorityKind.TOWN}),
    "machi": frozenset({AuthorityKind.TOWN}),
    "cho": frozenset({AuthorityKind.TOWN}),
    "village": frozenset({AuthorityKind.VILLAGE}),
    "mura": frozenset({AuthorityKind.VILLAGE}),
    "son": frozenset({AuthorityKind.VILLAGE}),
    "prefecture": _PREFECTURES,
    "metropolis": _PREFECTURES,
    "ken": _PREFECTURES,
    "fu": _PREFECTURES,
    "to": _PREFECTURES,
}
_COUNTY_WORDS = ("gun", "district", "county")
_KANA_ENDINGS = ("マチ", "チョウ", "ムラ", "ソン", "シ", "ク", "ケン", "フ", "ト")


def check_digit(five: str) -> str:
    """The sixth digit of a 全国地方公共団体コード: weights 6 5 4 3 2, modulus 11."""
    total = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2), strict=True))
    return str((11 - total % 11) % 10)


def whole_code(text: str) -> str:
    """The six-digit code of a typed one of five or six digits; raises ``Malformed`` with the digit it should end in."""
    digits = plain(text).replace("-", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) in (5, 6)):
        raise Malformed(
            Wording(
                f"「{text}」は団体コードとして読めません。6桁の数字（または検査数字を除く5桁）で入力してください。",
                f"“{text}” does not read as a local authority code. Type six digits, or five without the check digit.",
            )
        )
    right = digits[:5] + check_digit(digits[:5])
    if len(digits) == 6 and digits != right:
        raise Malformed(
            Wording(
                f"団体コード{digits}の検査数字（6桁目）が合いません。{digits[:5]}であれば{right}です。番号を確かめてください。",
                f"The check digit (the sixth) of {digits} is wrong: {digits[:5]} would make {right}. Check the number.",
            )
        )
    return right


@dataclass(frozen=True, slots=True)
class LocalAuthority:
    """A 地方公共団体 as it stands on the table's day; ``county`` is the 郡 of a town or village, or empty."""

    code: str
    name: Wording
    prefecture: Wording
    kana: str
    kind: AuthorityKind
    county: str = ""

    @property
    def full_name(self) -> Wording:
        """静岡県富士市, Fuji City, Shizuoka Prefecture."""
        if self.kind is AuthorityKind.PREFECTURE:
            return self.name
        return Wording(self.prefecture.ja + self.name.ja, f"{self.name.en}, {self.prefecture.en}")

    @property
    def romaji(self) -> str:
        """The name alone: Fuji."""
        return self.name.en.rsplit(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory by its ISO 3166-1 alpha-2 code."""

    code: str
    name: Wording
    aliases: tuple[str, ...] = ()


class Names(Protocol):
    """Who is meant by a code or a typed name."""

    def authority(self, code: str) -> LocalAuthority | None: ...

    def find_authorities(self, text: str) -> list[LocalAuthority]: ...

    def country(self, code: str) -> Country | None: ...

    def find_country(self, text: str) -> Country | None: ...


_Found = list[LocalAuthority]


class Gazetteer:
    """``Names`` over plain rows, which are read when they are first needed; so are the indexes for searching."""

    def __init__(
        self, authorities: Iterable[LocalAuthority], countries: Iterable[Country], wards: Iterable[Ward] = ()
    ) -> None:
        self._read = authorities, countries, wards
        self._by_kanji: dict[str, _Found] = {}
        self._by_kana: dict[str, _Found] = {}
        self._by_romaji: dict[str, _Found] = {}
        self._by_country: dict[str, Country] = {}

    @cached_property
    def authorities(self) -> Sequence[LocalAuthority]:
        return tuple(self._read[0])

    @cached_property
    def countries(self) -> Sequence[Country]:
        return tuple(self._read[1])

    @cached_property
    def wards(self) -> Wards:
        return Wards(self._read[2])

    @cached_property
    def _authorities(self) -> Mapping[str, LocalAuthority]:
        return {one.code: one for one in self.authorities}

    @cached_property
    def _countries(self) -> Mapping[str, Country]:
        return {one.code: one for one in self.countries}

    def authority(self, code: str) -> LocalAuthority | None:
        return self._authorities.get(code)

    def find_authorities(self, text: str) -> list[LocalAuthority]:
        """All that a text may mean: code, name with or without prefecture or ending, reading, romaji; in code order.

        A ward of a designated city is no body of its own: where nobody else is meant, it finds its city.
        """
        return self._bodies(text) or list(dict.fromkeys(ward.city for ward in self._wards(text)))

    def _bodies(self, text: str) -> _Found:
        self._index_authorities()
        typed = plain(text).replace("-", "").replace("’", "")
        if typed.isascii() and typed.isdigit():
            known = self.authority(typed + check_digit(typed) if len(typed) == 5 else typed)
            return [known] if known else []
        if typed.isascii():
            return self._by_latin(romaji_words(text))
        found = self._named(kanji_key(text), self._by_kanji, lambda one: kanji_key(one.name.ja))
        return found or self._named(kana_key(text), self._by_kana, lambda one: kana_key(one.kana))

    def _wards(self, text: str) -> Iterable[Ward]:
        typed = plain(text)
        if not (typed.isascii() and typed.isdigit()):
            return self.wards.find(text)
        known = self.wards.get(typed + check_digit(typed) if len(typed) == 5 else typed)
        return [known] if known else []

    def country(self, code: str) -> Country | None:
        return self._countries.get(code)

    def find_country(self, text: str) -> Country | None:
        """By ISO code, Japanese or English name, or one of the aliases."""
        if not self._by_country:
            for one in self.countries:
                for name in (one.code, one.name.ja, one.name.en, *one.aliases):
                    self._by_country.setdefault(country_key(name), one)
        return self._by_country.get(country_key(text))

    def _named(self, key: str, index: Mapping[str, _Found], whole: Callable[[LocalAuthority], str]) -> _Found:
        """Those of exactly this name, else those of this name within a prefecture, else those it is the stem of."""
        found = index.get(key, [])
        exact = [one for one in found if whole(one) == key]
        if found:
            return exact or found
        for prefecture in self._prefectures():
            rest = key.removeprefix(whole(prefecture))
            if rest != key and rest:
                within = [one for one in index.get(rest, []) if _lies_in(one, prefecture)]
                return [one for one in within if whole(one) == rest] or within
        return []

    def _by_latin(self, words: Sequence[str]) -> _Found:
        words = _without_county([word.casefold() for word in words])
        names = [word for word in words if word not in _SAID_KINDS]
        said = [_SAID_KINDS[word] for word in words if word in _SAID_KINDS]
        found = _of_kinds(self._by_romaji.get(romaji_key("".join(names)), []), said)
        if found or len(names) < 2:
            return found
        said = [kinds for kinds in said if kinds != _PREFECTURES]
        for prefecture in self._prefectures():
            rest = [name for name in names if romaji_key(name) != romaji_key(prefecture.romaji)]
            if len(rest) < len(names):
                place = romaji_key("".join(rest or names[:1]))  # Fukuoka City, Fukuoka Prefecture
                inside = [one for one in self._by_romaji.get(place, []) if _lies_in(one, prefecture)]
                if found := _of_kinds(inside, said):
                    return found
        return []

    def _prefectures(self) -> Iterable[LocalAuthority]:
        return (one for one in self.authorities if one.kind is AuthorityKind.PREFECTURE)

    def _index_authorities(self) -> None:
        if self._by_kanji:
            return
        by_kanji: defaultdict[str, _Found] = defaultdict(list)
        by_kana: defaultdict[str, _Found] = defaultdict(list)
        by_romaji: defaultdict[str, _Found] = defaultdict(list)
        for one in self.authorities:
            for key in {kanji_key(name) for name in (one.name.ja, one.county + one.name.ja, one.name.ja[:-1])}:
                by_kanji[key].append(one)
            for key in {kana_key(one.kana), kana_key(_without_ending(one.kana))}:
                by_kana[key].append(one)
            by_romaji[romaji_key(one.romaji)].append(one)
        self._by_kanji, self._by_kana, self._by_romaji = by_kanji, by_kana, by_romaji


def _lies_in(one: LocalAuthority, prefecture: LocalAuthority) -> bool:
    return one.code[:2] == prefecture.code[:2] and one is not prefecture


def _of_kinds(found: Iterable[LocalAuthority], said: Sequence[frozenset[AuthorityKind]]) -> _Found:
    return [one for one in found if all(one.kind in kinds for kinds in said)]


def _without_county(words: Sequence[str]) -> list[str]:
    """Katta-gun Shichikashuku-machi without Katta-gun."""
    places = [place for place, word in enumerate(words) if word.casefold() in _COUNTY_WORDS]
    return [word for place, word in enumerate(words) if place not in places and place + 1 not in places]


def _without_ending(kana: str) -> str:
    return next((kana.removesuffix(ending) for ending in _KANA_ENDINGS if kana.endswith(ending)), kana)
