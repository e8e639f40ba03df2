"""A ruling's value as an official reads it."""

from datetime import date
from fractions import Fraction

from clair_desktop.domain.eras import day_in_words
from clair_desktop.domain.money import rate_text
from clair_desktop.domain.rulings import Rule, Value
from clair_desktop.domain.wording import Wording, same


def value_words(rule: Rule, value: Value | None) -> Wording:
    """1,000, 1/2, 令和8年10月30日, はい; the unit stands in the rule's label."""
    if value is None:
        return Wording("定めなし", "none")
    if isinstance(value, bool):
        return Wording("適用", "applies") if value else Wording("不適用", "does not apply")
    if isinstance(value, date):
        return day_in_words(value)
    if rule.kind is Fraction:
        return rate_text(Fraction(str(value)))
    return same(f"{value:,}" if isinstance(value, int) else str(value))
