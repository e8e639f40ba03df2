"""What counts as one printed character: a base with its marks and its variation selector.

Names are never normalised as a whole: NFC would turn the 神 (U+FA19) of a register into the ordinary 神.
Only kana with U+3099/309A and Latin letters with their marks are composed.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Sequence

THAI_MARKS = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e"
MARKS = f"\u0300-\u036f\u3099\u309a{THAI_MARKS}"
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

_BEYOND_ONE_CODE_POINT = re.compile(f"[{MARKS}{SELECTORS}{_INVISIBLE}]")
_CLUSTER = re.compile(f"[^{SELECTORS}][{MARKS}]*[{SELECTORS}]?", re.DOTALL)
_COMPOSABLE = re.compile(f"[\u3041-\u3096\u309d\u30a1-\u30fd][\u3099\u309a]|[{LATIN}][\u0300-\u036f]+")
_NEVER_DRAWN = re.compile(f"[{_INVISIBLE}]")

# Spaces and hyphens that faces lack, each with the glyph that looks the same; the text layer keeps what was typed.
STAND_INS = {"\u2010": "-", "\u2011": "\u2010", "\u2985": "\uff5f", "\u2986": "\uff60"} | dict.fromkeys(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " "
)


def clusters(text: str) -> Sequence[str]:
    """The printed characters of a text, in order; invisible format characters have gone."""
    if is_plain(text):
        return text
    return _CLUSTER.findall(composed(_NEVER_DRAWN.sub("", text)))


def joined(printed: Sequence[str]) -> str:
    """The text of printed characters; a plain text is kept as itself."""
    return printed if isinstance(printed, str) else "".join(printed)


def is_within(sign: str, ranges: str) -> bool:
    """Whether a code point lies in one of the ranges: each its first and its last sign, in rising order.

    For what is asked a few times: a pattern of wide ranges would take a process a millisecond each to compile.
    """
    at = bisect(ranges, sign)
    return at % 2 == 1 or ranges[at - 1 : at] == sign


def is_plain(text: str) -> bool:
    """Whether every code point of the text is a printed character of its own."""
    return not _BEYOND_ONE_CODE_POINT.search(text)


def is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def code_points(cluster: str) -> str:
    """How a character is named to the person who must replace it, for example ``U+20BB7``."""
    return " ".join(f"U+{ord(point):04X}" for point in cluster)


def composed(text: str) -> str:
    """Kana and Latin letters with their marks as one code point each, where there is one; nothing else is touched."""
    return _COMPOSABLE.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)
