"""Our line breaking beside Unicode's LineBreakTest.txt (UAX #14), for every text of it that the fonts can print."""

import lzma
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clair_desktop.output.pdf.kinsoku import pieces
from clair_desktop.output.pdf.typefaces import typefaces

FOLDER = Path(__file__).parent / "unicode"
_CASES = FOLDER / "LineBreakTest-15.0.0.txt.xz"
# A paper holds none of these: line ends and tabs are taken out before, the rest asks for what no keyboard types.
_NOT_ON_PAPER = re.compile("[\t\x0b\x0c\r\n\x85\u2028\u2029\u200b]")


class Deviation(NamedTuple):
    """Classes before and after, the rule of UAX #14 that decides there (999: break elsewhere), and what we do instead."""

    before: str
    after: str
    rule: str
    ours: str


class Case(NamedTuple):
    text: str
    breaks: frozenset[int]
    classes: list[str]
    rules: list[str]


def cases() -> Iterator[Case]:
    for line in lzma.decompress(_CASES.read_bytes()).decode("utf-8").splitlines():
        data, _, comment = line.partition("#")
        if not data.strip():
            continue
        parts = data.split()
        text = "".join(chr(int(code, 16)) for code in parts[1::2])
        breaks = frozenset(place for place, mark in enumerate(parts[2::2], start=1) if mark == "÷")
        classes = [found.partition("_")[0] for found in re.findall(r"\((\w+)\) [×÷]", comment)]
        case = Case(text, breaks, classes, re.findall(r"[×÷] \[([\d.]+)\]", comment))
        if len(classes) == len(text) and not _NOT_ON_PAPER.search(text) and not typefaces().missing(text):
            yield case


def our_breaks(text: str) -> set[int]:
    """After which character a line may end; the spaces there are dropped."""
    breaks, place = set(), 0
    for kind, piece in pieces(text):
        if place and kind == "text":
            breaks.add(place)
        place += len(piece)
    return breaks


def measured() -> tuple[int, int, Counter[Deviation]]:
    """Texts, places within them, and where we differ."""
    texts = places = 0
    deviations: Counter[Deviation] = Counter()
    for case in cases():
        texts += 1
        ours = our_breaks(case.text)
        for place in range(1, len(case.text)):
            places += 1
            if (place in ours) != (place in case.breaks):
                does = "breaks" if place in ours else "holds"
                deviations[Deviation(case.classes[place - 1], case.classes[place], case.rules[place], does)] += 1
    return texts, places, deviations
