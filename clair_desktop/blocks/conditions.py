"""Conditions answered はい or いいえ, each resting on a ruling of the year."""

from collections.abc import Iterator, Sequence

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.programme import Check
from clair_desktop.domain.rulings import Finding, Rulebook
from clair_desktop.domain.wording import Wording


def answered_yes(facts: Facts, key: str) -> bool | None:
    """True or False as answered, None where nothing is answered yet."""
    answer = facts.text(key)
    return None if not answer else answer == "yes"


def condition(rule: str, need: str, field: str, *, wanted: bool, met: Wording, not_met: Wording) -> Check:
    """The check that a question is answered as the ruling ``need`` wants it."""

    def as_wanted(facts: Facts, book: Rulebook) -> Iterator[Finding]:
        answer = answered_yes(facts, field)
        holds = None if answer is None else answer is wanted
        yield book.judge(rule, holds, needs=[need], field=field, met=met, not_met=not_met)

    return as_wanted


def type_chosen(rule: str, need: str, field: str, what: Wording) -> Check:
    """The check that a project falls under at least one of the types that the year's text lists."""

    def is_chosen(facts: Facts, book: Rulebook) -> Iterator[Finding]:
        chosen = facts.answers.get(field)
        named: Sequence[object] = chosen if isinstance(chosen, tuple) else ()
        yield book.judge(
            rule,
            True if named else None,
            needs=[need],
            field=field,
            met=Wording(f"{what.ja}のいずれかに該当します。", f"The project is one of {what.en}."),
            not_met=Wording("", ""),
        )

    return is_chosen
