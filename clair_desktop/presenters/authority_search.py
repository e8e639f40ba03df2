"""Local authorities by a part of what they are called, for lists that narrow while one types."""

from collections.abc import Sequence

from clair_desktop.domain.parties import Gazetteer, LocalAuthority
from clair_desktop.domain.place_names import kana_key, kanji_key, plain, romaji_key


class AuthoritySearch:
    """Whom a text names first, then everyone whose full name, reading, romaji or code holds it."""

    def __init__(self, names: Gazetteer) -> None:
        self._names = names
        self._keys: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> Sequence[LocalAuthority]:
        named = self._names.find_authorities(text)
        already = {one.code for one in named}
        held = [one for one in self._names.authorities if one.code not in already and self._holds(one, text)]
        return [*named, *held]

    def _holds(self, one: LocalAuthority, text: str) -> bool:
        code, kanji, kana, latin, romaji = self._keys.get(one.code) or self._make_keys(one)
        typed = plain(text)
        if typed.isascii():
            spelled = romaji_key(text)
            return code.startswith(typed) or typed in latin or bool(spelled and spelled in romaji)
        return kanji_key(text) in kanji or kana_key(text) in kana

    def _make_keys(self, one: LocalAuthority) -> tuple[str, ...]:
        """The keys of one authority, made at its first search."""
        full = one.full_name.ja.replace(one.name.ja, one.county + one.name.ja)
        self._keys[one.code] = (
            one.code, kanji_key(full), kana_key(one.kana), plain(one.full_name.en), romaji_key(one.romaji),
        )  # fmt: skip
        return self._keys[one.code]
