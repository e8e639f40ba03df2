"""What a made paper must hold, and what was found when it was read back: the proof that is kept with a release."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from clair_desktop.domain.eras import read_day
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Wording

_NEITHER_SIGN_NOR_DIGIT = re.compile("[^0-9.-]")
BOXES = "☐☑"  # how a choice is said: every box, empty or ticked, with its label
_OTHER_CALENDAR = re.compile(r"[（(](\d{4})年[）)]")  # 令和8年（2026年）11月20日


class FactKind(StrEnum):
    """What is compared beyond its letters: figures and days also mean the same in every language."""

    AMOUNT = "amount"
    COUNT = "count"
    DAY = "day"
    NAME = "name"
    CHOICE = "choice"
    TEXT = "text"


KIND_WORDS: Mapping[FactKind, Wording] = {
    FactKind.AMOUNT: Wording("金額", "Amounts"),
    FactKind.COUNT: Wording("数量", "Quantities"),
    FactKind.DAY: Wording("日付", "Days"),
    FactKind.NAME: Wording("名称", "Names"),
    FactKind.CHOICE: Wording("選択", "Choices"),
    FactKind.TEXT: Wording("記載事項", "Texts"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of the case that a document prints: where it is kept, what it is called, what it is, how it is said.

    ``document`` counts the pack's documents as they were filled; ``value`` is the kept value as text.
    """

    document: int
    key: str
    label: Wording
    kind: FactKind
    value: str
    said: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A file that was read back and found whole: what was compared, and what a person should know all the same."""

    pages: int
    facts: Mapping[str, int]  # by kind
    texts: int
    bookmarks: int
    remarks: Sequence[Wording] = ()

    def stored(self) -> dict[str, object]:
        return {
            "pages": self.pages,
            "facts": dict(self.facts),
            "texts": self.texts,
            "bookmarks": self.bookmarks,
            "remarks": [[one.ja, one.en] for one in self.remarks],
        }


def counted(facts: Sequence[Fact]) -> dict[str, int]:
    """How many values of each kind, in the order of the kinds."""
    found = Counter(one.kind for one in facts)
    return {kind.value: found[kind] for kind in FactKind if found[kind]}


def told(counts: Mapping[str, int]) -> Wording:
    """金額12・日付8・記載事項20."""
    named = [(KIND_WORDS[FactKind(kind)], number) for kind, number in counts.items()]
    return Wording(
        "・".join(f"{word.ja}{number}" for word, number in named),
        ", ".join(f"{word.en.lower()} {number}" for word, number in named),
    )


def misread(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Figures and days that say another thing in their language than the record holds: 3,000,000円 for 2,999,000."""
    for fact in facts:
        if fact.kind not in (FactKind.NAME, FactKind.CHOICE, FactKind.TEXT) and _meaning(fact) != fact.value:
            yield fact


def _meaning(fact: Fact) -> str:
    """The value that a reader takes from the paper; empty where he could take none."""
    try:
        if fact.kind is FactKind.DAY:
            return _day(folded(fact.said))
        return str(Fraction(_NEITHER_SIGN_NOR_DIGIT.sub("", folded(fact.said).replace("△", "-"))))
    except (Malformed, ValueError, ZeroDivisionError):
        return ""


def _day(said: str) -> str:
    """A day in one calendar, or in both where they mean the same year."""
    found, other = read_day(_OTHER_CALENDAR.sub("", said)), _OTHER_CALENDAR.search(said)
    return found.isoformat() if other is None or int(other[1]) == found.year else ""
