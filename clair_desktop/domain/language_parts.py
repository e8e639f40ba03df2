"""Which language part of Belgium or Switzerland a typed place lies in: Paris supports activities in the French part only.

General knowledge, not CLAIR's (language_parts.tsv): what is not listed, or lies in a bilingual canton or region, is for a
person to decide.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from clair_desktop.support.tables import table_rows


class Part(StrEnum):
    FRENCH = "french"
    OTHER = "other"
    UNDECIDED = "undecided"


_EXCEPTED = re.compile(r"以外|除|\bnon\b|\bnot\b|\bexcept\b|\boutside\b")
_V_SOUNDS = str.maketrans({"ヴ": "ブ"})


def language_part(country: str, area: str) -> Part:
    """The part in which everything named in ``area`` lies; undecided where names are unknown, mixed or excepted."""
    found = {part for text in re.split(r"[、，,;；/／\n]", area) if text.strip() for part in _parts(country, text)}
    return found.pop() if len(found) == 1 else Part.UNDECIDED


def _parts(country: str, text: str) -> set[Part]:
    folded = _folded(text)
    if _EXCEPTED.search(folded):
        return {Part.UNDECIDED}
    found = set()
    for name, part, as_word in _names(country):
        if name in folded:
            folded, count = as_word.subn(" ", folded)
            if count:
                found.add(part)
    return found or {Part.UNDECIDED}


@cache
def _names(country: str) -> Sequence[tuple[str, Part, re.Pattern[str]]]:
    """The names of a country's parts, longest first, and how each is found: of all languages and of its own places."""
    rows = [
        (_folded(row["name"]), Part(row["part"]))
        for row in table_rows("language_parts")
        if row["country"] in ("", country)
    ]
    return [(name, part, _as_word(name)) for name, part in sorted(rows, key=lambda pair: -len(pair[0]))]


def _as_word(name: str) -> re.Pattern[str]:
    """Latin names as whole words; Japanese of one or two letters only alone (スパ, but not スパイス)."""
    edge = r"(?<![a-zア-ヴー]){}(?![a-zア-ヴー])" if len(name) < 3 else r"(?<![a-z]){}(?![a-z])"
    return re.compile(edge.format(re.escape(name)))


def _folded(text: str) -> str:
    """Small letters without accents, dots and hyphens as spaces, ヴァ, ヴィ and so on as バ, ビ."""
    parts = unicodedata.normalize("NFKD", text)
    bare = unicodedata.normalize("NFKC", "".join(mark for mark in parts if not 0x0300 <= ord(mark) <= 0x036F))
    for small, syllable in zip("ァィェォ", "バビベボ", strict=True):
        bare = bare.replace("ヴ" + small, syllable)
    return re.sub(r"[\W_]+", " ", bare.casefold().translate(_V_SOUNDS)).strip()
