"""Characters that an old encoding lacks, and what might stand for them: offered to a person, never put in by itself."""

import unicodedata
from collections.abc import Iterator

# Pairs that official tables name, the left missing from CP932. 常用漢字表 (2010, cabinet notice 2), note (付) on forms:
# 塡 剝 頰 and 𠮟 may be shown as 填 剥 頬 叱 where a machine has no other; 表外漢字字体表 (2000): 鷗 with 鴎, 簡易慣用字体.
_OFFICIAL = {"塡": "填", "剝": "剥", "頰": "頬", "𠮟": "叱", "鷗": "鴎"}
# The same mark under two code points: Windows maps them onto one another (bestfit932).
_MARKS = {"—": "―", "〜": "～", "−": "－", "‖": "∥", "¢": "￠", "£": "￡", "¬": "￢"}
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
CP932 = "cp932"


def lacking(text: str, encoding: str = CP932) -> Iterator[str]:
    """What the encoding lacks, in the order of the text: a character, with the selector of its form if it has one."""
    for cluster in clusters(text):
        if not fits(cluster, encoding):
            yield cluster


def clusters(text: str) -> Iterator[str]:
    """The text cut so that a selector or a combining mark stays with the character it belongs to."""
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _belongs(text[place]):
            if begin < len(text):
                yield text[begin:place]
            begin = place


def candidates(cluster: str, encoding: str = CP932) -> list[str]:
    """What might stand for it, the nearest first; empty where nothing is known and a person must say.

    The character without the selector of its form, the character composed or decomposed as Unicode says, and what
    official tables name.
    """
    base = "".join(one for one in cluster if not _is_selector(one))
    plain = [base, unicodedata.normalize("NFC", base), _OFFICIAL.get(base, ""), _MARKS.get(base, "")]
    plain += [unicodedata.normalize("NFKC", base), _without_marks(base)]
    return list(dict.fromkeys(one for one in plain if one and one != cluster and fits(one, encoding)))


def fits(text: str, encoding: str = CP932) -> bool:
    """Whether the encoding keeps the text as it is: what it silently maps elsewhere does not fit."""
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeError:
        return False


def _belongs(letter: str) -> bool:
    return _is_selector(letter) or unicodedata.combining(letter) != 0


def _is_selector(letter: str) -> bool:
    return any(ord(letter) in span for span in _SELECTORS)


def _without_marks(text: str) -> str:
    """Latin letters without their accents: Malmö as Malmo."""
    if not all(unicodedata.name(one, "").startswith(("LATIN", "COMBINING")) for one in text):
        return ""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
