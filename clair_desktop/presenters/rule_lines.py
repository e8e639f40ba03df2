"""Rules in words: how each stands in a year, its value, who says so, and how one may be typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from clair_desktop.domain.eras import english_date, japanese_date
from clair_desktop.domain.money import rate_text
from clair_desktop.domain.rulings import MARK_WORDS, Rule, Ruling, Source, Standing, Value
from clair_desktop.domain.wording import Wording, same
from clair_desktop.presenters.words import Tag

DECIDED = Tag(Wording("決定済", "decided"), "done")
ENTERED = Tag(Wording("支部入力", "entered here"), "primary")
CARRIED = Tag(Wording("要確認（{year}の定め）", "to confirm (rule of {year})"), "warning")
UNKNOWN = Tag(Wording("定めが確認できません", "no provision known"), "notice")

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


def shown_rule(rule: Rule, standing: Standing, *, entered: bool) -> ShownRule:
    ruling = standing.ruling
    return ShownRule(
        key=rule.key,
        label=rule.label,
        standing=_tag(standing, entered=entered),
        decided=standing.decided,
        entered=entered,
        value=value_words(ruling.value) if ruling else same("―"),
        source=ruling.source if ruling else None,
        mark=MARK_WORDS[ruling.source.mark] if ruling else Wording("", ""),
        example=EXAMPLES[rule.kind],
    )


def value_words(value: Value) -> Wording:
    if isinstance(value, bool):
        return Wording("適用する", "applies") if value else Wording("適用しない", "does not apply")
    if isinstance(value, int):
        return same(f"{value:,}")
    if isinstance(value, Fraction):
        return rate_text(value)
    if isinstance(value, date):
        return Wording(japanese_date(value), english_date(value))
    return same(str(value))


def _tag(standing: Standing, *, entered: bool) -> Tag:
    if standing.ruling is None:
        return UNKNOWN
    if standing.carried_forward:
        return _carried(standing.ruling)
    return ENTERED if entered else DECIDED


def _carried(ruling: Ruling) -> Tag:
    return Tag(CARRIED.words.filled(year=ruling.decided_for.label()), CARRIED.tone)
