"""What a rule notice would do: which open cases change verdict, amount or deadline, and by which rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import CaseRow
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.notices import Notice, Notices
from clair_desktop.services.reading import facts_of, judged, sheet_of
from clair_desktop.services.sheets import CaseSheet, Judged


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One rule whose finding would change: from which verdict to which, and what it would say."""

    rule: str
    before: Verdict | None
    after: Verdict
    message: Wording


@dataclass(frozen=True, slots=True)
class Effect:
    """What the notice would do to one case; amounts in yen."""

    number: str
    programme: str
    project_year: int
    title: str
    verdict: tuple[Verdict, Verdict]
    grant_maximum: tuple[int | None, int | None]
    due: tuple[date | None, date | None]
    changes: Sequence[FindingChange]


class Simulator:
    """Judges every open case twice: as the rules stand, and as they would."""

    def __init__(self, desk: Desk, notices: Notices) -> None:
        self._desk = desk
        self._notices = notices

    def effects(self, notice: Notice) -> list[Effect]:
        """The open cases that a notice touches; nothing is changed."""
        found: list[Effect] = []
        years = {(entry.programme, year) for entry in notice.entries for year in self._years(entry.programme)}
        with self._desk.database.reading() as work:
            for key, year in sorted(years):
                now = self._desk.edition(key, year)
                then = self._desk.programmes[key].edition(FiscalYear(year), self._notices.overlay(notice, key))
                found += self._of_year(work, now, then)
        return found

    def _years(self, programme: str) -> set[int]:
        with self._desk.database.reading() as work:
            return {line.project_year for line in work.cases.listing(programme)}

    def _of_year(self, work: Work, now: Edition, then: Edition) -> Iterator[Effect]:
        for row in work.cases.of_year(now.programme.key, now.year.start_year):
            if not now.programme.workflow.state(row.state).closed:
                effect = self._effect(work, row, now, then)
                if effect is not None:
                    yield effect

    def _effect(self, work: Work, row: CaseRow, now: Edition, then: Edition) -> Effect | None:
        sheet = sheet_of(self._desk, work, row)
        facts = facts_of(self._desk, sheet)
        before, after = judged(now, facts, sheet.decisions), judged(then, facts, sheet.decisions)
        due = _due(now, sheet, self._desk), _due(then, sheet, self._desk)
        amounts = before.grant_maximum, after.grant_maximum
        changes = _changes(before, after)
        if before.verdict is after.verdict and amounts[0] == amounts[1] and due[0] == due[1] and not changes:
            return None
        return Effect(
            row.number,
            row.programme,
            row.project_year,
            row.title,
            (before.verdict, after.verdict),
            amounts,
            due,
            changes,
        )


def _due(edition: Edition, sheet: CaseSheet, desk: Desk) -> date | None:
    return next((due.day for due in edition.due(sheet.state.key, facts_of(desk, sheet)) if due.day), None)


def _changes(before: Judged, after: Judged) -> list[FindingChange]:
    old = {_identity(one): one for one in before.findings}
    changed = []
    for one in after.findings:
        earlier = old.get(_identity(one))
        if earlier is None or earlier.verdict is not one.verdict or earlier.message != one.message:
            changed.append(FindingChange(one.rule, earlier.verdict if earlier else None, one.verdict, one.message))
    return changed


def _identity(finding: Finding) -> tuple[str, str | None, int | None]:
    return finding.rule, finding.field, finding.row
