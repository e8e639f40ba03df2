"""Receiving, reading, saving and judging cases."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from clair_desktop.domain.answers import stored
from clair_desktop.domain.facts import Answers, Facts
from clair_desktop.domain.fields import Field, Rows
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.typed import sound
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.listing import CaseLine, YearKind
from clair_desktop.model.search import search_text
from clair_desktop.model.tables import CaseRow
from clair_desktop.model.work import Work
from clair_desktop.services.branch import own_branch
from clair_desktop.services.caseload import open_cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.earlier import Precedents
from clair_desktop.services.english_heads import english_heads
from clair_desktop.services.parts import open_parts, roll_up
from clair_desktop.services.reading import applicant_name, facts_of, judged, plans, sheet_of
from clair_desktop.services.sheets import CaseSheet, Judged
from clair_desktop.services.wanted_papers import judged_case
from clair_desktop.services.year_locks import demand_editable, demand_open_year

_FIRST, _LAST = FiscalYear(1988), FiscalYear(2099)  # CLAIR was founded in July 1988
Beside = Callable[[Work, str], None]  # what else an act keeps, given the case's number
_SPINE_AMOUNTS = ("total_cost", "eligible_cost", "requested", "awarded", "final_amount")


class Cases:
    """The cases of the branch."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def new(
        self,
        programme: str,
        year: int,
        answers: Answers | None = None,
        *,
        received_on: date | None = None,
        sample: bool = False,
        title: Wording | None = None,
        beside: Beside | None = None,
    ) -> CaseSheet:
        """Receive a case of a project year; a programme that takes no new cases is refused with its source.

        ``beside`` keeps more in the same act, of which ``title`` is then the name.
        """
        edition = self._desk.edition(programme, year)
        named = Wording("受付：{name}", "Received: {name}").filled(name=edition.programme.name)
        with self._desk.database.work(title or named) as work:
            row = self.receive(work, edition, answers or {}, received_on=received_on, sample=sample)
            if beside:
                beside(work, row.number)
        self._desk.changed(row.id)
        return self.get(row.number)

    def receive(
        self, work: Work, edition: Edition, answers: Answers, *, received_on: date | None = None, sample: bool = False
    ) -> CaseRow:
        """Receive a case as part of a larger act, whose maker says that it has changed."""
        day, year = received_on or self._desk.clock.today(), edition.year.start_year
        _demand_open(edition, day)
        demand_open_year(work, year)
        row = CaseRow(
            number=_number(work, FiscalYear.containing(day).prefix()),
            programme=edition.programme.key,
            call_year=year - 1 if edition.programme.called_ahead else year,
            project_year=year,
            state=edition.programme.workflow.first,
            received_on=day,
            sample=sample,
        )
        fill_row(self._desk, row, edition, answers)
        work.cases.add(row)
        refresh_due(self._desk, work, row)
        return row

    def get(self, number: str) -> CaseSheet:
        with self._desk.database.reading() as work:
            return sheet_of(self._desk, work, work.cases.get(number))

    def by_id(self, case_id: int) -> CaseSheet:
        with self._desk.database.reading() as work:
            return sheet_of(self._desk, work, work.cases.by_id(case_id))

    def save(
        self,
        number: str,
        answers: Answers,
        *,
        base_version: int | None = None,
        title: Wording | None = None,
        beside: Beside | None = None,
    ) -> CaseSheet:
        """Replace the answers; refused when the case has changed since ``base_version``, or is closed."""
        named = Wording("入力の保存：{number}", "Saved: {number}").filled(number=number)
        with self._desk.database.work(title or named) as work:
            row = work.cases.get(number, version=base_version)
            demand_editable(work, row)
            self.put(work, row, answers)
            if beside:
                beside(work, number)
        sheet = self.get(number)
        self._desk.changed(sheet.id)
        return sheet

    def put(self, work: Work, row: CaseRow, answers: Answers) -> None:
        """Replace the answers as part of a larger act; refused where the case is closed."""
        edition = self._desk.edition(row.programme, row.project_year)
        if edition.programme.workflow.state(row.state).closed:
            raise Refusal(
                Wording(
                    f"案件{row.number}は閉じられているため、入力を変えられません。必要なら「元に戻す」で閉じる前に戻してください。",
                    f"Case {row.number} is closed and cannot be changed. Undo the closing step first.",
                )
            )
        judged_before = self._undecided(work, row)
        fill_row(self._desk, row, edition, answers)
        self._drop_outlived(work, row, judged_before)
        self._complete_parts(work, row, edition)
        refresh_due(self._desk, work, row)
        work.drafts.drop(f"case:{row.id}")

    def _complete_parts(self, work: Work, row: CaseRow, edition: Edition) -> None:
        """A country that comes after the parts were opened gets its own part: it is never dropped."""
        if work.parts.of(row.id):
            sheet = sheet_of(self._desk, work, row)
            open_parts(work, row, list(plans(sheet.edition, facts_of(self._desk, sheet))))
            roll_up(work, row, edition)

    def _undecided(self, work: Work, row: CaseRow) -> Mapping[str, list[tuple[Wording, Wording | None]]]:
        """What stands undecided under each rule that a post has decided on."""
        decided = {one.rule for one in work.decisions.of(row.id)}
        if not decided:
            return {}
        sheet = sheet_of(self._desk, work, row)
        found = judged(sheet.edition, facts_of(self._desk, sheet)).findings
        return {rule: [(one.message, one.working) for one in found if one.rule == rule] for rule in decided}

    def _drop_outlived(self, work: Work, row: CaseRow, before: Mapping[str, object]) -> None:
        """A decision stands on what it was made about: where new answers change the finding, it is asked for again."""
        after = self._undecided(work, row)
        for decision in work.decisions.of(row.id):
            if after[decision.rule] != before[decision.rule]:
                work.decisions.remove(decision)

    def delete(self, number: str) -> None:
        """Remove a case received by mistake; the journal keeps it and undo brings it back."""
        title = Wording("案件の削除：{number}", "Deleted: {number}").filled(number=number)
        with self._desk.database.work(title) as work:
            row = work.cases.get(number)
            demand_editable(work, row)
            work.drafts.drop(f"case:{row.id}")
            work.directory.remove_uses(row.id)
            for kept in (work.parts, work.events, work.enclosures, work.decisions, work.prints):
                kept.remove_all(row.id)
            work.cases.remove(row)
        self._desk.changed()

    def judged(self, sheet: CaseSheet) -> Judged:
        return self._advised(sheet, facts_of(self._desk, sheet))

    def judged_open(self) -> Iterator[tuple[str, Judged]]:
        """Every open case of every programme as it stands today, by its number; ten thousand may pass."""
        for key, programme in self._desk.programmes.items():
            with self._desk.database.reading() as work:
                years = work.caseload.open_years(key, programme.workflow.closed_states())
            for year in years:
                edition = self._desk.edition(key, year)
                for case in open_cases(self._desk, edition):
                    yield case.number, judged(edition, case.facts, case.decisions)

    def judge(self, programme: str, year: int, answers: Answers, on: date | None = None) -> Judged:
        """Findings on answers that no case holds yet; every case of the body that was received counts as earlier."""
        earlier = Precedents(self._desk).before(None, answers)
        day, desk = on or self._desk.clock.today(), self._desk
        own = own_branch(desk)
        facts = Facts(answers, day, desk.names, earlier=earlier, branch=own, received_on=day, days=desk.days())
        return judged(self._desk.edition(programme, year), facts)

    def preview(self, sheet: CaseSheet, answers: Answers) -> Judged:
        """Findings on a case as if its answers were these, while they are typed."""
        return self._advised(replace(sheet, answers=answers), facts_of(self._desk, sheet, answers=answers))

    def _advised(self, sheet: CaseSheet, facts: Facts) -> Judged:
        found = judged_case(sheet, facts)
        return replace(found, findings=[*found.findings, *english_heads(self._desk, sheet, facts)])

    def lines(
        self,
        *,
        programme: str | None = None,
        project_year: int | None = None,
        call_year: int | None = None,
        closing_year: int | None = None,
        state: str | None = None,
        text: str = "",
    ) -> Sequence[CaseLine]:
        """The cases found by their numbers; of a closing year are those whose last step ended them in it."""
        given = {YearKind.PROJECT: project_year, YearKind.CALL: call_year, YearKind.CLOSING: closing_year}
        asked: dict[YearKind, int | None] = {kind: year for kind, year in given.items() if year is not None} or {
            YearKind.PROJECT: None
        }
        with self._desk.database.reading() as work:
            found = [
                work.cases.listing(
                    programme, year, state, sound(text), year_kind=kind,
                    only=self._closed() if kind is YearKind.CLOSING else frozenset(),
                )
                for kind, year in asked.items()
            ]  # fmt: skip
        others = [{line.id for line in lines} for lines in found[1:]]
        return [line for line in found[0] if all(line.id in ids for ids in others)]

    def _closed(self) -> frozenset[tuple[str, str]]:
        every = self._desk.programmes.items()
        return frozenset((key, state) for key, one in every for state in one.workflow.closed_states())


def fill_row(desk: Desk, row: CaseRow, edition: Edition, answers: Answers) -> None:
    """Write the answers and all that the spine repeats of them."""
    fields = list(edition.fields())
    row.answers = stored(fields, answers)
    row.applicant = str(answers.get("applicant", ""))
    name = applicant_name(desk, answers)
    row.applicant_name = name.ja
    row.title = str(answers.get(edition.programme.title_field, ""))
    for key in _SPINE_AMOUNTS:
        amount = answers.get(key)
        setattr(row, key, amount if isinstance(amount, int) else None)
    found = [row.number, row.applicant, name.ja, name.en, *_searchable(desk, fields, answers)]
    row.search_text = search_text(*found)


def refresh_due(desk: Desk, work: Work, row: CaseRow) -> None:
    """Keep the earliest known deadline of the present state beside the case, for lists."""
    sheet = sheet_of(desk, work, row)
    due_on = next((due.day for due in sheet.due if due.day), None)
    if row.due_on != due_on:
        row.due_on = due_on


def _number(work: Work, prefix: str) -> str:
    """The next number of a year; that of a deleted case is not given again, since papers may bear it."""
    free = int(work.cases.next_number(prefix).removeprefix(f"{prefix}-"))
    given = work.settings.get(f"last_number:{prefix}", 0)
    running = max(free, given + 1 if isinstance(given, int) else free)
    work.settings.put(f"last_number:{prefix}", running)
    return f"{prefix}-{running:04}"


def _searchable(desk: Desk, fields: Sequence[Field], answers: Answers) -> list[str]:
    found: list[str] = []
    for one in fields:
        value = answers.get(one.key)
        if value is None:
            continue
        if isinstance(one, Rows):
            for row in cast("Sequence[Mapping[str, object]]", value):
                found += _searchable(desk, one.columns, row)
        elif one.searchable:
            found += [one.printed(value, language, desk.names) for language in Language]
    return found


def _demand_open(edition: Edition, day: date) -> None:
    programme = edition.programme
    if not (_FIRST <= edition.year <= _LAST and _FIRST <= FiscalYear.containing(day) <= _LAST):
        raise Refusal(
            Wording(
                f"{edition.year.start_year}年度・{day}受付の案件は扱えません。年度と受付日を西暦で確かめてください。",
                f"A case of {edition.year.start_year} received on {day} is out of range. Check the year and the day.",
            ),
            field="year",
        )
    if programme.until and (edition.year > programme.until or not programme.takes_new_cases(day)):
        ended = programme.until.label()
        raise Refusal(
            Wording(
                f"{programme.name.ja}は{ended.ja}をもって終了しており、新しい案件を受け付けられません。"
                f"（{programme.source.title.ja} {programme.source.locator.ja}）",
                f"{programme.name.en} ended with {ended.en} and takes no new cases. ({programme.source.title.en})",
            )
        )
    if programme.since and edition.year < programme.since:
        begun = programme.since.label()
        raise Refusal(
            Wording(
                f"{programme.name.ja}は{begun.ja}に始まりました。年度を確かめてください。",
                f"{programme.name.en} began with {begun.en}. Check the year.",
            )
        )
