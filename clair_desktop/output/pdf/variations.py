"""One shape asked for in two ways: Adobe-Japan1, Hanyo-Denshi and Moji_Joho give the forms of a kanji selectors of their own."""

from collections.abc import Sequence
from functools import cache

from clair_desktop.support.resources import resource


def same_shape(sequence: str) -> Sequence[str]:
    """The other sequences of the same kanji that ask for the very shape this one asks for."""
    base, selector = sequence[0], sequence[1]
    groups = _groups().get(base, ())
    return [base + other for group in groups if selector in group for other in group if other != selector]


@cache
def _groups() -> dict[str, list[str]]:
    """By kanji, the selectors that belong together."""
    lines = resource("fonts", "variations.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {_characters(base): [_characters(group) for group in groups] for base, *groups in rows}


def _characters(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split(" "))
