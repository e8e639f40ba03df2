"""What a rule notice would do: which open and draft cases change verdict, amount or deadline, and by which rule."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clair_desktop.domain.answers import read
from clair_desktop.domain.deadlines import Due
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Texts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Finding, Rulebook, Source, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.model.work import Work
from clair_desktop.services.caseload import OpenCase, open_cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.drafts import drafted_texts
from clair_desktop.services.earlier import Precedents
from clair_desktop.services.notices import Notice, Notices
from clair_desktop.services.reading import judged
from clair_desktop.services.sheets import Judged


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One rule whose finding would change; ``None`` stands for a finding that is not made."""

    rule: str
    before: Verdict | None
    after: Verdict | None
    message: Wording
    source: Source | None


@dataclass(frozen=True, slots=True)
class DueChange:
    """A deadline of the case's present state that would move."""

    deadline: str
    label: Wording
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What the notice would do to one case, or to what is typed into it and not saved (``draft``); amounts in yen."""

    number: str
    programme: str
    project_year: int
    title: str
    draft: bool
    verdict: tuple[Verdict, Verdict]
    grant_maximum: tuple[int | None, int | None]
    due: Sequence[DueChange]
    changes: Sequence[FindingChange]


class Simulator:
    """Judges every open case twice: as the rules stand, and as they would. Nothing is changed."""

    def __init__(self, desk: Desk, notices: Notices) -> None:
        self._desk = desk
        self._notices = notices

    def effects(self, notice: Notice) -> list[Effect]:
        """The cases that the notice touches, by programme, year and number of receipt."""
        with self._desk.database.reading() as work:
            drafts = drafted_texts(work)
            return [
                effect
                for key in sorted({entry.programme for entry in notice.entries})
                for now, then in self._editions(work, notice, key)
                for effect in self._of_year(work, now, then, drafts)
            ]

    def _editions(self, work: Work, notice: Notice, programme: str) -> Iterator[tuple[Edition, Edition]]:
        """The years whose rulebook the notice would change, as they are and as they would be."""
        declared, overlay = self._desk.programmes[programme], self._notices.overlay(notice, programme)
        for year in work.caseload.open_years(programme, declared.workflow.closed_states()):
            now, then = self._desk.edition(programme, year), declared.edition(FiscalYear(year), overlay)
            if _standings(now.book) != _standings(then.book):
                yield now, then

    def _of_year(self, work: Work, now: Edition, then: Edition, drafts: Mapping[int, Texts]) -> Iterator[Effect]:
        for case in open_cases(self._desk, work, now):
            yield from _effect(case, case.facts, now, then, draft=False)
            typed = self._typed(case, now, drafts[case.id]) if case.id in drafts else case.facts
            if typed.answers != case.facts.answers:
                yield from _effect(case, typed, now, then, draft=True)

    def _typed(self, case: OpenCase, edition: Edition, texts: Texts) -> Facts:
        """The case as it would be saved now; what cannot be read yet is as good as unanswered."""
        answers = read(edition.fields(), texts, self._desk.names).answers
        earlier = Precedents(self._desk).before(case.receipt, answers)
        return replace(case.facts, answers=answers, earlier=earlier)


def _standings(book: Rulebook) -> list[tuple[object, bool]]:
    standings = [book.standing(key) for key in book.rules]
    return [(one.ruling, one.decided) for one in standings]


def _effect(case: OpenCase, facts: Facts, now: Edition, then: Edition, *, draft: bool) -> Iterator[Effect]:
    before, after = judged(now, facts, case.decisions), judged(then, facts, case.decisions)
    amounts = before.grant_maximum, after.grant_maximum
    due = _due_changes(now.due(case.state.key, facts), then.due(case.state.key, facts))
    changes = _changes(before, after)
    if before.verdict is not after.verdict or amounts[0] != amounts[1] or due or changes:
        programme, year = now.programme.key, now.year.start_year
        verdicts = before.verdict, after.verdict
        yield Effect(case.number, programme, year, case.title, draft, verdicts, amounts, due, changes)


def _due_changes(before: Sequence[Due], after: Sequence[Due]) -> list[DueChange]:
    days = {one.deadline.key: one.day for one in before}
    return [
        DueChange(one.deadline.key, one.deadline.label, days[one.deadline.key], one.day)
        for one in after
        if days[one.deadline.key] != one.day
    ]


def _changes(before: Judged, after: Judged) -> list[FindingChange]:
    """Findings that are made otherwise, newly, or no longer; another source of the same sentence is no change."""
    old, new = _identified(before.findings), _identified(after.findings)
    changed = []
    for key, one in new.items():
        earlier = old.get(key)
        if earlier is None or _said(earlier) != _said(one):
            verdict = earlier.verdict if earlier else None
            changed.append(FindingChange(one.rule, verdict, one.verdict, one.message, one.source))
    gone = [one for key, one in old.items() if key not in new]
    return changed + [FindingChange(one.rule, one.verdict, None, one.message, one.source) for one in gone]


def _identified(findings: Sequence[Finding]) -> dict[tuple[str, str | None, int | None, int], Finding]:
    """By rule, place and how many of these there were before: a rule may find several things in one place."""
    counts: Counter[tuple[str, str | None, int | None]] = Counter()
    found = {}
    for one in findings:
        place = (one.rule, one.field, one.row)
        found[*place, counts[place]] = one
        counts[place] += 1
    return found


def _said(finding: Finding) -> tuple[Verdict, Wording, Wording | None]:
    return finding.verdict, finding.message, finding.working
