"""Little spaces between Japanese and Latin letters, and the white that justifying and spreading add."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from clair_desktop.output.pdf.characters import LATIN, MARKS, SELECTORS, joined

ROUNDING = 0.5  # 1/1000 em, far below what an eye or a printer sees
JOINT = 80.0
"""Between a Japanese and a Latin letter, in 1/1000 em: the widest that no reader takes for a typed space."""

_WIDEST_GAP = 150
_WIDEST_SPACE = 900
_WIDEST_LATIN_SPACE = 250  # of a line all of Latin words, which otherwise stays ragged
_JAPANESE = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WESTERN = f"{LATIN}0-9\u0370-\u052f"
# Of two neighbours one is Western and the other is not, but both are among those that count.
_JOINTS = re.compile(f"(?=[{_WESTERN}][^{_WESTERN}]|[^{_WESTERN}][{_WESTERN}])(?=[{_WESTERN}{_JAPANESE}]{{2}}).")
_MARK = re.compile(f"[{MARKS}{SELECTORS}]")
_WIDE = "\u2e80-\ua97f\uf900-\uffef\U00020000-\U0010ffff"  # — and … are not among them
_NARROW = re.compile(f"[^{_WIDE}]+")


class Alignment(Enum):
    START = auto()
    END = auto()
    CENTRE = auto()
    JUSTIFIED = auto()
    SPREAD = auto()  # 均等割付

    __hash__ = object.__hash__  # asked for with every line; that of Enum is four times as slow


def is_mixed(text: str) -> bool:
    """Whether a Japanese and a Latin letter stand side by side anywhere; marks on a letter are passed over."""
    return _JOINTS.search(text if text.isascii() else _MARK.sub("", text)) is not None


def joints(clusters: Sequence[str]) -> list[int]:
    """The printed characters behind which a little space stands."""
    return [found.start() for found in _JOINTS.finditer(_bases(clusters))]


def joins(before: str, after: str) -> bool:
    """Whether a little space stands between these two."""
    return _JOINTS.match(before[0] + after[0]) is not None


def gaps(clusters: Sequence[str], slack: float, alignment: Alignment, *, ends_paragraph: bool) -> dict[int, float]:
    """Extra 1/1000 em after each character's index; empty where the line should stay as it is.

    Justified lines widen between kanji and kana and at spaces, never inside words, numbers or ——.
    """
    last = len(clusters) - 1
    if slack <= ROUNDING or last < 1:
        return {}
    if alignment is Alignment.SPREAD:
        return dict.fromkeys(range(last), slack / last)
    if alignment is not Alignment.JUSTIFIED or ends_paragraph:
        return {}
    spaces = [i for i in range(1, last) if clusters[i] == " "] if " " in clusters else []
    kept = _kept(clusters)
    between = last - len(kept)
    share = slack / (len(spaces) + between) if spaces or between else 0
    if share <= _WIDEST_GAP:
        return _shared(last, share, kept) | dict.fromkeys(spaces, share)
    rest = (slack - _WIDEST_GAP * between) / len(spaces) if spaces else _WIDEST_SPACE + 1
    if rest > (_WIDEST_SPACE if between else _WIDEST_LATIN_SPACE):
        return {}
    return _shared(last, float(_WIDEST_GAP), kept) | dict.fromkeys(spaces, rest)


def _shared(last: int, share: float, kept: Iterable[int]) -> dict[int, float]:
    """The share behind each character before the last one, but for those that are kept as they are."""
    shared = dict.fromkeys(range(last), share)
    for index in kept:
        del shared[index]
    return shared


def _kept(clusters: Sequence[str]) -> set[int]:
    """Behind which a justified line never widens: it does beside a kanji, kana or full-width sign, not at a space or in ——."""
    text = _bases(clusters)
    has_spaces = " " in text
    kept: set[int] = set()
    for found in _NARROW.finditer(text):  # far fewer than the others
        start, end = found.span()
        kept.update(range(start, end - 1))
        if has_spaces:
            kept.update([index for index in range(start, end) if text[index] == " "])
            if text[start] == " ":
                kept.add(start - 1)
    return kept - {-1, len(text) - 1}


def _bases(clusters: Sequence[str]) -> str:
    """The characters without their marks."""
    text = joined(clusters)
    return text if len(text) == len(clusters) else "".join([one[0] for one in clusters])
