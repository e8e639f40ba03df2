"""One case by two rulebooks: only the checks that asked for a rule which stands otherwise are carried out twice."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from clair_desktop.domain.deadlines import Due
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.programme import Check, Edition
from clair_desktop.domain.rulings import Finding, WatchedRulebook

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Both:
    """What an edition says now and would say then; the same object where no rule that was asked for differs."""

    findings: tuple[list[Finding], list[Finding]]
    grant_maximum: tuple[int | None, int | None]
    due: tuple[list[Due], list[Due]]

    @property
    def differs(self) -> bool:
        return any(now is not then and now != then for now, then in (self.findings, self.grant_maximum, self.due))


class TwoEditions:
    """A programme in one year as its rulebook stands, and as it would stand."""

    def __init__(self, now: Edition, then: Edition) -> None:
        self.changed = frozenset(key for key in now.book.rules if _differs(now, then, key))
        self._watched = WatchedRulebook.of(now.book)
        self.now, self.then = replace(now, book=self._watched), then

    def judge(self, facts: Facts, state: str) -> Both:
        """A check sees the answers and the rules it asks for, nothing else: others need not be asked again."""
        before = self.now.missing(facts)
        after = list(before)
        same = True
        for check in self.now.programme.checks:
            found = self._twice(partial(_found, check, facts))
            before += found[0]
            after += found[1]
            same = same and found[0] is found[1]
        return Both(
            (before, before if same else after),
            self._twice(lambda edition: edition.grant_maximum(facts)),
            self._twice(lambda edition: edition.due(state, facts)),
        )

    def _twice(self, ask: Callable[[Edition], T]) -> tuple[T, T]:
        self._watched.seen.clear()
        now = ask(self.now)
        return now, now if self.changed.isdisjoint(self._watched.seen) else ask(self.then)


def _found(check: Check, facts: Facts, edition: Edition) -> list[Finding]:
    return list(check(facts, edition.book))


def _differs(now: Edition, then: Edition, key: str) -> bool:
    before, after = now.book.standing(key), then.book.standing(key)
    return (before.ruling, before.decided) != (after.ruling, after.decided)
