"""What a rule notice would do: which open and draft cases change verdict, amount or deadline, and by which rule."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clair_desktop.domain.answers import read
from clair_desktop.domain.deadlines import Due
from clair_desktop.domain.document_parts import BODY, PARAGRAPHS, parts_of
from clair_desktop.domain.documents import Document
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Texts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.judging_twice import TwoEditions
from clair_desktop.domain.letters import declared_documents
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Finding, Source, Verdict, overall
from clair_desktop.domain.wording import Wording
from clair_desktop.services.caseload import OpenCase, open_cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.drafts import drafted_texts
from clair_desktop.services.earlier import Precedents
from clair_desktop.services.letter_differences import ADDRESSEE
from clair_desktop.services.notices import Notice, Notices
from clair_desktop.services.reading import decided
from clair_desktop.support.collecting import without_collecting
from clair_desktop.support.watch import Watch

_TOLD_EVERY = 50  # cases


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
    """What the notice would do to one case, or to what is typed into it and not saved (``draft``); amounts in yen.

    ``letters`` names what its papers would print otherwise.
    """

    number: str
    programme: str
    project_year: int
    title: str
    draft: bool
    verdict: tuple[Verdict, Verdict]
    grant_maximum: tuple[int | None, int | None]
    due: Sequence[DueChange]
    changes: Sequence[FindingChange]
    letters: Sequence[Wording] = ()


class Simulator:
    """Judges every open case twice: as the rules stand, and as they would. Nothing is changed."""

    def __init__(self, desk: Desk, notices: Notices) -> None:
        self._desk = desk
        self._notices = notices

    def effects(self, notice: Notice, watch: Watch | None = None) -> list[Effect]:
        """The cases that the notice touches, by programme, year and number of receipt."""
        with self._desk.database.reading() as work:
            drafts = drafted_texts(work)
        years = [pair for key in notice.programmes for pair in self._editions(notice, key)]
        coming = self._count(years)
        found = list[Effect]()
        with without_collecting():
            for reached, effects in enumerate(self._of_years(years, drafts), start=1):
                found += effects
                if watch is not None and reached % _TOLD_EVERY == 0:
                    watch.reach(reached, coming)
        return found

    def _of_years(
        self, years: Sequence[tuple[Edition, Edition]], drafts: Mapping[int, Texts]
    ) -> Iterator[Iterator[Effect]]:
        """What the notice would do, case by case."""
        for now, then in years:
            editions, letters = TwoEditions(now, then), _letters(now, then)
            for case in open_cases(self._desk, now):
                yield self._of_case(case, editions, letters, drafts.get(case.id))

    def _count(self, years: Sequence[tuple[Edition, Edition]]) -> int:
        with self._desk.database.reading() as work:
            return sum(
                work.caseload.count_open(now.programme.key, now.year.start_year, now.programme.workflow.closed_states())
                for now, _then in years
            )

    def _editions(self, notice: Notice, programme: str) -> list[tuple[Edition, Edition]]:
        """The years whose rulebook or letters the notice would change, as they are and as they would be."""
        declared, overlay = self._desk.programmes[programme], self._notices.overlay(notice, programme)
        letters = self._notices.correspondence(notice, programme)
        with self._desk.database.reading() as work:
            years = work.caseload.open_years(programme, declared.workflow.closed_states())
        both = [
            (self._desk.edition(programme, year), declared.edition(FiscalYear(year), overlay, letters))
            for year in years
        ]
        return [(now, then) for now, then in both if TwoEditions(now, then).changed or _letters(now, then)]

    def _of_case(
        self, case: OpenCase, editions: TwoEditions, letters: Sequence[Wording], typed: Texts | None
    ) -> Iterator[Effect]:
        yield from _effect(case, case.facts, editions, letters)
        facts = self._typed(case, editions.now, typed) if typed is not None else case.facts
        if facts.answers != case.facts.answers:
            yield from _effect(case, facts, editions, (), draft=True)

    def _typed(self, case: OpenCase, edition: Edition, texts: Texts) -> Facts:
        """The case as it would be saved now; what cannot be read yet is as good as unanswered."""
        answers = read(edition.fields(), texts, self._desk.names).answers
        earlier = Precedents(self._desk).before(case.receipt, answers)
        return replace(case.facts, answers=answers, earlier=earlier)


def _effect(
    case: OpenCase, facts: Facts, editions: TwoEditions, letters: Sequence[Wording], *, draft: bool = False
) -> Iterator[Effect]:
    both = editions.judge(facts, case.state.key)
    if not both.differs and not letters:
        return
    before, after = (decided(one, case.decisions) for one in both.findings)
    verdicts = overall(before), overall(after)
    due, changes = _due_changes(*both.due), _changes(before, after)
    if verdicts[0] is not verdicts[1] or both.grant_maximum[0] != both.grant_maximum[1] or due or changes or letters:
        programme, year = editions.now.programme.key, editions.now.year.start_year
        yield Effect(
            case.number, programme, year, case.title, draft, verdicts, both.grant_maximum, due, changes, letters
        )


def _letters(now: Edition, then: Edition) -> list[Wording]:
    """What the papers of a year would print otherwise: each document's parts, and the addressee."""
    found = []
    before = {pack.key: {one.key: one for one in pack.documents} for pack in now.packs()}
    after = {pack.key: {one.key: one for one in pack.documents} for pack in then.packs()}
    for declared in declared_documents(now.programme.packs):
        pack, key = declared.packs[0].key, declared.document.key
        old, new = before[pack].get(key), after[pack].get(key)
        if old is not None and new is not None and old != new:
            found += [_part_of(declared.document.name, part) for part in _other_parts(old, new)]
    entered = [one.letters.addressee_in(one.year) for one in (now, then)]
    if (entered[0] and entered[0].to) != (entered[1] and entered[1].to):
        found.append(ADDRESSEE)
    return found


def _other_parts(old: Document, new: Document) -> list[Wording]:
    """The parts that differ; a whole body stands for its paragraphs."""
    texts = {one.key: one.text for one in parts_of(old)}
    differing = [one for one in parts_of(new) if texts.get(one.key) != one.text]
    whole = any(one.key == BODY for one in differing)
    return [one.name for one in differing if not (whole and one.key.startswith(PARAGRAPHS))]


def _part_of(document: Wording, part: Wording) -> Wording:
    return Wording(f"{document.ja}の{part.ja}", f"{document.en}: {part.en}")


def _due_changes(before: Sequence[Due], after: Sequence[Due]) -> list[DueChange]:
    days = {one.deadline.key: one.day for one in before}
    return [
        DueChange(one.deadline.key, one.deadline.label, days[one.deadline.key], one.day)
        for one in after
        if days[one.deadline.key] != one.day
    ]


def _changes(before: Sequence[Finding], after: Sequence[Finding]) -> list[FindingChange]:
    """Findings that are made otherwise, newly, or no longer; another source of the same sentence is no change."""
    if before is after:
        return []
    old, new = _identified(before), _identified(after)
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
