"""Rulings on their way to the file and back: those the branch enters, and the rulebook a closed case keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import cast

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Mark, Rule, Rulebook, Ruling, Source, Value
from clair_desktop.domain.wording import Wording, same


def kept_value(value: Value) -> object:
    """A ruling's value as JSON keeps it; the rule's kind reads it back."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Fraction) else value


def read_value(kept: object, kind: type[Value]) -> Value:
    if kind is date:
        return date.fromisoformat(str(kept))
    if kind is Fraction:
        return Fraction(str(kept))
    return cast(Value, kept)


def frozen(book: Rulebook) -> dict[str, object]:
    """The rulebook as a closed case keeps it: each rule's standing with its source."""
    rules: dict[str, object] = {}
    for key, rule in book.rules.items():
        ruling = rule.standing(book.year).ruling
        rules[key] = None if ruling is None else _kept_ruling(ruling)
    return {"year": book.year.start_year, "rules": rules}


def thawed(edition: Edition, kept: Mapping[str, object]) -> Edition:
    """The edition with the rulebook a case was closed with; rules declared since are unknown to it."""
    rulings = cast("Mapping[str, Mapping[str, object] | None]", kept["rules"])
    rules = {key: replace(rule, rulings=_rulings(rule, rulings.get(key))) for key, rule in edition.book.rules.items()}
    return replace(edition, book=Rulebook(edition.year, rules))


def _kept_ruling(ruling: Ruling) -> dict[str, object]:
    source = ruling.source
    return {
        "value": kept_value(ruling.value),
        "decided_for": ruling.decided_for.start_year,
        "title": [source.title.ja, source.title.en],
        "locator": [source.locator.ja, source.locator.en],
        "mark": source.mark.value,
        "checked_on": source.checked_on.isoformat(),
        "url": source.url,
    }


def _rulings(rule: Rule, kept: Mapping[str, object] | None) -> Sequence[Ruling]:
    if kept is None:
        return ()
    title, locator = cast("list[str]", kept["title"]), cast("list[str]", kept["locator"])
    url = kept["url"]
    source = Source(
        Wording(*title),
        Wording(*locator),
        Mark(str(kept["mark"])),
        date.fromisoformat(str(kept["checked_on"])),
        None if url is None else str(url),
    )
    return [Ruling(read_value(kept["value"], rule.kind), FiscalYear(cast(int, kept["decided_for"])), source)]


def entered_source(title: str, locator: str, checked_on: date) -> Source:
    """The source a branch gives for what it enters, as it typed it."""
    return Source(same(title), same(locator), Mark.ENTERED, checked_on)
