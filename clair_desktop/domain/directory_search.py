"""Finding a body by whatever is typed: kanji old or new, kana, romaji with or without macrons, code, number, address."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clair_desktop.domain.directory import NUMBERS, Attribute, Body, BodyKind
from clair_desktop.domain.place_names import kana_key, kanji_key, plain, romaji_key

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ", "h": "ハヒフヘホ",
    "m": "マミムメモ", "y": "ヤ　ユ　ヨ", "r": "ラリルレロ", "w": "ワヰ　ヱヲ", "g": "ガギグゲゴ", "z": "ザジズゼゾ",
    "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ", "v": "　　ヴ　　",
}  # fmt: skip
_KANA = {
    letter: consonant + vowel for consonant, row in _ROWS.items() for letter, vowel in zip(row, "aiueo", strict=True)
}
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ン": "n"}
_KIND_ORDER = {kind: place for place, kind in enumerate(BodyKind)}


def romaji_of(kana: str) -> str:
    """A reading in Latin letters, for comparing only: whatever ``romaji_key`` makes alike need not be told apart."""
    letters: list[str] = []
    for letter in kana_to_katakana(kana):
        if letter in "ャュョ" and letters and letters[-1].endswith("i"):
            letters[-1] = letters[-1][:-1] + _SMALL[letter]
        elif letter == "ッ":
            letters.append("\0")
        else:
            letters.append(_KANA.get(letter) or _SMALL.get(letter) or ("" if letter == "ー" else letter))
    return re.sub(r"\0(.?)", r"\1\1", "".join(letters))


def kana_to_katakana(text: str) -> str:
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in text)


@dataclass(frozen=True, slots=True)
class _Keys:
    """What one body is found by."""

    body: Body
    kanji: str
    kana: str
    latin: str
    romaji: str
    digits: str

    def holds(self, word: "_Word") -> bool:
        if word.digits and word.digits in self.digits:
            return True
        if word.ascii:
            return word.plain in self.latin or bool(word.romaji and word.romaji in self.romaji)
        return word.kanji in self.kanji or bool(word.kana and word.kana in self.kana)

    def begins(self, word: "_Word") -> bool:
        starts = (
            (self.kanji, word.kanji),
            (self.kana, word.kana),
            (self.romaji, word.romaji),
            (self.digits, word.digits),
        )
        return any(typed and key.startswith(typed) for key, typed in starts)


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    kanji: str
    kana: str
    romaji: str
    digits: str
    ascii: bool


class BodyFinder:
    """The bodies of one moment; their keys are made at the first search."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self._bodies = sorted(
            bodies, key=lambda one: (_KIND_ORDER[one.kind], one.kind is not BodyKind.OVERSEAS_OFFICE and one.code)
        )
        self._keys: list[_Keys] = []

    def all(self, kind: BodyKind | None = None) -> list[Body]:
        return [one for one in self._bodies if kind is None or one.kind is kind]

    def find(self, text: str, kind: BodyKind | None = None) -> list[Body]:
        """Those that every typed word fits, names that begin so first; without a text all of the kind."""
        words = [_word(word) for word in text.split()]
        if not words:
            return self.all(kind)
        if not self._keys:
            self._keys = [_keys(one) for one in self._bodies]
        found = [one for one in self._keys if kind is None or one.body.kind is kind]
        for word in words:
            found = [one for one in found if one.holds(word)]
        found.sort(key=lambda one: not one.begins(words[0]))
        return [one.body for one in found]


def _word(typed: str) -> _Word:
    bare = plain(typed)
    digits = re.sub(r"\D", "", bare) if re.fullmatch(r"[\d\-+().]+", bare) else ""
    return _Word(bare, kanji_key(typed), kana_key(typed), romaji_key(typed), digits, bare.isascii())


def _keys(body: Body) -> _Keys:
    names = [body.name.ja, body.name.en, *_values(body, (Attribute.NAME, Attribute.ABBREVIATION))]
    latin = " ".join(plain(name) for name in (*names, *_values(body, (Attribute.EMAIL, Attribute.WEB))))
    spelled = [romaji_key(name) for name in names if plain(name).isascii()]
    numbers = [re.sub(r"\D", "", one) for one in _values(body, tuple(NUMBERS))]
    return _Keys(
        body=body,
        kanji="\n".join(kanji_key(name) for name in names),
        kana=kana_key(body.kana),
        latin=f"{latin} {body.key}",
        romaji="\n".join([romaji_key(romaji_of(body.kana)), *spelled]),
        digits="\n".join([body.code, *numbers]),
    )


def _values(body: Body, attributes: Sequence[Attribute]) -> list[str]:
    return [one.value for one in body.statements if one.attribute in attributes and one.value]
