"""Counting what a body has had before: the cases of the branch's own file, and what its file does not hold."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from clair_desktop.domain.facts import Answers, Earlier, Facts
from clair_desktop.domain.fields import Count
from clair_desktop.domain.rulings import Rulebook
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Wording


def unrecorded(key: str, label: Wording) -> Count:
    """The question for uses of the year that another branch, or an older register, holds."""
    hint = Wording("この台帳に案件がないものだけ", "Only those of which this file holds no case")
    return Count(key=key, label=label, hint=hint)


def counted(facts: Facts, key: str) -> int:
    """The whole number answered for ``key``; 0 where nothing is."""
    value = facts.answers.get(key)
    return int(value) if isinstance(value, Fraction) else 0


def project_of(answers: Answers) -> str:
    """The title of a project, as far as it tells projects apart: width, case and spaces do not."""
    return "".join(folded(str(answers.get("title", ""))).casefold().split())


def of_year(earlier: Iterable[Earlier], book: Rulebook) -> list[Earlier]:
    return [one for one in earlier if one.project_year == book.year]


def numbers_of(earlier: Sequence[Earlier]) -> Wording:
    """Their case numbers, so that a reader finds them again; a few and how many more."""
    if not earlier:
        return Wording("なし", "none")
    shown = [one.number for one in earlier[:5]]
    more = len(earlier) - len(shown)
    rest = Wording(f"ほか{more}件", f" and {more} more") if more else Wording("", "")
    return Wording("、".join(shown) + rest.ja, ", ".join(shown) + rest.en)
