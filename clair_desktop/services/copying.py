"""A past case taken into another year: its answers go with it, its enclosures and outcomes do not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from clair_desktop.domain.answers import read
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.fields import Count, Field, Rows
from clair_desktop.domain.money import decimal_text
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import UNKNOWN, Rule, Rulebook, Standing
from clair_desktop.domain.wording import Wording
from clair_desktop.services.cases import Cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.sheets import CaseSheet


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that stands differently in the two years."""

    rule: Rule
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that could not go along, and why."""

    field: str
    label: Wording
    reason: Wording


@dataclass(frozen=True, slots=True)
class Copied:
    """The new case, the answers that could not be carried, and the rules that changed."""

    sheet: CaseSheet
    dropped: Sequence[Dropped]
    changes: Sequence[RuleChange]


NOT_ASKED = Wording("この年度には、この項目がありません。", "This year does not ask it.")


class Copying:
    def __init__(self, desk: Desk, cases: Cases) -> None:
        self._desk = desk
        self._cases = cases

    def copy(self, number: str, year: int) -> Copied:
        """Receive a new case of ``year`` with the answers of an earlier one, each read anew by that year's form."""
        old = self._cases.get(number)
        edition = self._desk.edition(old.edition.programme.key, year)
        answers, dropped = self._carried(old, edition)
        sheet = self._cases.new(edition.programme.key, year, answers, sample=old.sample)
        return Copied(sheet, dropped, rule_changes(old.edition.book, edition.book))

    def _carried(self, old: CaseSheet, edition: Edition) -> tuple[Answers, list[Dropped]]:
        """The application's answers: what later stages fill, such as the award, belongs to the old case alone."""
        asked = {one.key: one for section in edition.sections() if section.stage == "" for one in section.fields}
        applied = {one.key: one for section in old.edition.sections() if section.stage == "" for one in section.fields}
        given = {key: one for key, one in applied.items() if key in old.answers}
        natural = {key: _natural(one, asked[key], old.answers[key]) for key, one in given.items() if key in asked}
        reading = read(asked.values(), natural, self._desk.names)
        dropped = [Dropped(key, one.label, NOT_ASKED) for key, one in given.items() if key not in asked]
        dropped += [Dropped(str(one.field), asked[str(one.field)].label, one.wording) for one in reading.complaints]
        return reading.answers, dropped


def rule_changes(before: Rulebook, after: Rulebook) -> list[RuleChange]:
    """The rules whose value or standing differs; a closed case brings the rulebook it was judged with."""
    found = [
        RuleChange(rule, before.standing(key) if key in before.rules else UNKNOWN, after.standing(key))
        for key, rule in after.rules.items()
    ]
    return [one for one in found if _said(one.before) != _said(one.after)]


def _natural(asked: Field, wanted: Field, value: object) -> object:
    """The answer as a file of answers would give it, so that reading it anew judges it by the new form."""
    if isinstance(asked, Rows) and isinstance(wanted, Rows):
        columns, kept = {one.key: one for one in asked.columns}, {one.key: one for one in wanted.columns}
        rows = cast("Sequence[Mapping[str, object]]", value)
        return [
            {key: _natural(columns[key], kept[key], cell) for key, cell in row.items() if key in kept} for row in rows
        ]
    return decimal_text(cast(Fraction, value)) if isinstance(asked, Count) else asked.store(value)


def _said(standing: Standing) -> tuple[object, bool]:
    return (standing.ruling.value if standing.ruling else None, standing.decided)
