"""A past case copied into another year: answers carried, enclosures and outcomes not, judged by that year's rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain.answers import loaded
from clair_desktop.domain.rulings import Rule, Standing
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
class Copied:
    """The new case, the answers that could not be carried, and the rules that changed."""

    sheet: CaseSheet
    dropped: Sequence[str]
    changes: Sequence[RuleChange]


class Copying:
    def __init__(self, desk: Desk, cases: Cases) -> None:
        self._desk = desk
        self._cases = cases

    def copy(self, number: str, year: int) -> Copied:
        """Receive a new case of ``year`` with the answers of an earlier one."""
        old = self._cases.get(number)
        edition = self._desk.edition(old.edition.programme.key, year)
        wanted = {one.key for section in edition.sections() if section.stage == "" for one in section.fields}
        carried = {key: value for key, value in old.answers.items() if key in wanted}
        stored = {one.key: one.store(carried[one.key]) for one in old.edition.fields() if one.key in carried}
        answers = loaded((one for one in edition.fields() if one.key in carried), stored)
        sheet = self._cases.new(edition.programme.key, year, answers, sample=old.sample)
        known = {one.key for one in edition.fields()}
        dropped = [key for key in old.answers if key not in known]
        return Copied(
            sheet, dropped, rule_changes(self._desk, edition.programme.key, old.edition.year.start_year, year)
        )


def rule_changes(desk: Desk, programme: str, before: int, after: int) -> list[RuleChange]:
    """The rules of a programme whose value or standing differs between two project years."""
    old, new = desk.edition(programme, before).book, desk.edition(programme, after).book
    found = [RuleChange(rule, old.standing(key), new.standing(key)) for key, rule in new.rules.items()]
    return [one for one in found if _said(one.before) != _said(one.after)]


def _said(standing: Standing) -> tuple[object, bool]:
    return (standing.ruling.value if standing.ruling else None, standing.decided)
