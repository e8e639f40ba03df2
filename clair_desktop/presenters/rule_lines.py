"""Rules in words: how each stands in a year, its value, who says so, and how one may be typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from clair_desktop.domain.rulings import MARK_WORDS, Rule, Ruling, Source, Standing, Value
from clair_desktop.domain.wording import Wording, same
from clair_desktop.presenters.words import Tag
from clair_desktop.services.ruling_words import value_words

DECIDED = Tag(Wording("決定済", "decided"), "done")
ENTERED = Tag(Wording("支部入力", "entered here"), "primary")
CARRIED = Tag(Wording("要確認（{year}の定め）", "to confirm (rule of {year})"), "warning")
UNKNOWN = Tag(Wording("定めが確認できません", "no provision known"), "notice")

SAME = Tag(Wording("同じ", "same"))
BOTH_UNKNOWN = Tag(Wording("どちらも定めなし", "known in neither"))
ONE_YEAR = Tag(Wording("一方だけ定めあり", "known in one year only"), "notice")
OTHER_VALUE = Tag(Wording("値が違う", "another value"), "primary")
OTHER_STANDING = Tag(Wording("値は同じ、確かさが違う", "same value, less certain"), "warning")

EXAMPLES: Mapping[type[Value], Wording] = {
    int: Wording("例：1,000円、120万円、30日", "For example 1,000 or 30"),
    Fraction: Wording("例：1/2、50%", "For example 1/2 or 50%"),
    date: Wording("例：令和8年10月30日、R8.10.30", "For example 30 October 2026 or R8.10.30"),
    bool: Wording("「はい」又は「いいえ」", "“はい” (yes) or “いいえ” (no)"),
    str: Wording("文字で入力", "Type the words"),
}


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule as a list shows it; ``entered`` ones may be withdrawn, undecided ones may be entered."""

    key: str
    label: Wording
    standing: Tag
    decided: bool
    entered: bool
    value: Wording
    source: Source | None
    mark: Wording
    example: Wording


@dataclass(frozen=True, slots=True)
class ComparedRule:
    """A rule in two years: ``now`` is the one that may be entered; ``difference`` says in words how they differ."""

    now: ShownRule
    then: ShownRule
    difference: Tag

    @property
    def differs(self) -> bool:
        return self.difference not in (SAME, BOTH_UNKNOWN)


def shown_rule(rule: Rule, standing: Standing, *, entered: bool) -> ShownRule:
    ruling = standing.ruling
    return ShownRule(
        key=rule.key,
        label=rule.label,
        standing=_tag(standing, entered=entered),
        decided=standing.decided,
        entered=entered,
        value=value_words(rule, ruling.value) if ruling else same("―"),
        source=ruling.source if ruling else None,
        mark=MARK_WORDS[ruling.source.mark] if ruling else Wording("", ""),
        example=EXAMPLES[rule.kind],
    )


def compared(rule: Rule, sides: Sequence[tuple[Standing, bool]]) -> ComparedRule:
    """The rule as it stands in the year looked at and in the one beside it, each with whether the branch entered it."""
    (now, entered), (then, entered_then) = sides
    difference = _difference(now, then)
    return ComparedRule(
        shown_rule(rule, now, entered=entered), shown_rule(rule, then, entered=entered_then), difference
    )


def _difference(now: Standing, then: Standing) -> Tag:
    if now.ruling is None and then.ruling is None:
        return BOTH_UNKNOWN
    if now.ruling is None or then.ruling is None:
        return ONE_YEAR
    if now.ruling.value != then.ruling.value:
        return OTHER_VALUE
    return SAME if now.decided == then.decided else OTHER_STANDING


def _tag(standing: Standing, *, entered: bool) -> Tag:
    if standing.ruling is None:
        return UNKNOWN
    if standing.carried_forward:
        return _carried(standing.ruling)
    return ENTERED if entered else DECIDED


def _carried(ruling: Ruling) -> Tag:
    return Tag(CARRIED.words.filled(year=ruling.decided_for.label()), CARRIED.tone)
