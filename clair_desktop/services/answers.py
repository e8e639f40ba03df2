"""Headquarters' answers coming back: read apart, merged with what was sent, decided by the clerk, recorded as one act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import cast

from clair_desktop.domain.answering import Difference, Kind, Planned
from clair_desktop.domain.fields import Rows
from clair_desktop.domain.intake import At, CellFinding, Importance, counted
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.sealing import SCHEMA
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.work import Work
from clair_desktop.output.excel import foreign
from clair_desktop.output.excel.plain_table import read_plain
from clair_desktop.services import answer_words as words
from clair_desktop.services.answer_choices import Decided, decide, with_doubles
from clair_desktop.services.answer_lists import ReadAnswers, from_list, from_register, plain_book
from clair_desktop.services.answer_matching import CaseFinder
from clair_desktop.services.answer_merge import Merge
from clair_desktop.services.answer_plans import Planner, taken_as
from clair_desktop.services.answer_taking import with_taken
from clair_desktop.services.apart import run_apart
from clair_desktop.services.case_packs import letter_after
from clair_desktop.services.cases import Cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.following import Following, FollowUp
from clair_desktop.services.intake_cells import ForeignBook
from clair_desktop.services.reading import facts_of, judged, sheet_of
from clair_desktop.services.register_reading import RegisterBook, read_registers
from clair_desktop.services.registers import Registers
from clair_desktop.services.sent_registers import sent_tables, tables_of
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.steps import Answered as AnsweredStep
from clair_desktop.services.steps import Steps

_META = At("meta", "", Wording("台帳の情報", "Facts of the register"))


class Accept(StrEnum):
    """Everything or nothing, or what can be recorded: rows with a fault or undecided are then left out."""

    ALL = "all"
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class HeadquartersAnswer:
    """A file as it was read; nothing is recorded yet. ``number`` is the hand-over it answers, None for an own list."""

    path: Path
    sha256: str
    edition: Edition
    number: int | None
    planned: Sequence[Planned]
    differences: Sequence[Difference]
    findings: Sequence[CellFinding]
    unanswered: int
    repeated: int

    @property
    def counts(self) -> dict[str, int]:
        return counted(self.findings)

    @property
    def undecided(self) -> list[Difference]:
        """What the clerk must decide before everything can be taken."""
        return [one for one in self.differences if one.default is None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was recorded, as case and step, and which letters now follow, as case and pack.

    ``altered`` are the cases into which returned values went; ``contradicted`` are those whose totals no longer agree
    with what was taken, each with its finding.
    """

    steps: Sequence[tuple[str, Wording]] = ()
    left_out: int = 0
    letters: Sequence[tuple[str, str]] = ()
    contradicted: Sequence[tuple[str, Finding]] = ()
    altered: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """What the file holds: a register of ours with what was sent, or a list."""

    edition: Edition
    answers: ReadAnswers
    number: int | None = None
    findings: Sequence[CellFinding] = ()
    differences: Sequence[Difference] = field(default_factory=list)


class Answers:
    def __init__(self, desk: Desk, cases: Cases, steps: Steps, registers: Registers, following: Following) -> None:
        self._desk = desk
        self._cases = cases
        self._steps = steps
        self._registers = registers
        self._following = following

    def read(
        self,
        path: Path,
        *,
        programme: str | None = None,
        year: int | None = None,
        columns: Mapping[str, str] | None = None,
        outcomes: Mapping[str, str] | None = None,
        password: str | None = None,
    ) -> HeadquartersAnswer:
        """A dry run. ``programme`` and ``year`` are needed for headquarters' own list, and checked for a register.

        ``columns`` says which head of a list stands for what; ``outcomes`` which of our words one of its own means.
        """
        book = self._book(path, password)
        register = read_registers(book, self._desk.names)
        if register is not None:
            source = self._of_register(path, register, book, programme, year)
        else:
            source = _Source(self._asked(path, programme, year), from_list(book, self._desk.names, columns or {}))
        digest = sha256(path.read_bytes()).hexdigest()
        taken_on = self._taken_on(digest)
        finder = CaseFinder(self._sheets(source.edition), self._registers.branch_code(), source.edition)
        planner = Planner(finder, self._desk, self._cases, outcomes or {})
        plans = planner.plan(source.answers.rows, taken_before=taken_on is not None)
        differences = [
            one for one in source.differences if one.kind is not Kind.STALE or one.case not in plans.repeated_cases
        ]
        planned, differences = with_doubles(plans.planned, [*differences, *plans.differences])
        findings = [*source.findings, *source.answers.findings, *plans.findings]
        if taken_on:
            findings.append(
                CellFinding(_META, "taken_before", Importance.ADVICE, words.TAKEN_BEFORE.filled(day=taken_on))
            )
        return HeadquartersAnswer(
            path, digest, source.edition, source.number, planned, differences, findings, plans.unanswered,
            plans.repeated,
        )  # fmt: skip

    def take(
        self, answer: HeadquartersAnswer, choices: Mapping[str, str] | None = None, accept: Accept = Accept.ALL
    ) -> Taken:
        """Record the answers with the clerk's choices as one act that can be undone; all of it or nothing."""
        decided = decide(answer.planned, answer.differences, choices or {})
        if accept is Accept.ALL:
            _demand_whole(answer, decided)
        if not decided.planned and not decided.taken:
            return Taken(left_out=decided.left_out)
        title = Wording(f"本部回答の取込み：{answer.path.name}", f"Headquarters' answer: {answer.path.name}")
        touched: set[int] = set()
        before = {number: self._not_met(number) for number in decided.taken}
        with self._desk.database.work(title) as work:
            for number in dict.fromkeys([*(one.case for one in decided.planned), *decided.taken]):
                touched.add(self._record(work, number, decided))
            work.settings.put(_key(answer.sha256), self._desk.clock.today().isoformat())
        self._desk.changed(*touched)
        letters = dict.fromkeys(self._letters(decided.planned))
        steps = [(one.case, one.step) for one in decided.planned]
        contradicted = [
            (number, one)
            for number, known in before.items()
            for one in self._not_met(number)
            if (one.message, one.working) not in [(each.message, each.working) for each in known]
        ]
        return Taken(steps, decided.left_out, list(letters), contradicted, list(decided.taken))

    def _not_met(self, number: str) -> list[Finding]:
        sheet = self._cases.get(number)
        found = judged(sheet.edition, facts_of(self._desk, sheet), sheet.decisions).findings
        return [one for one in found if one.verdict is Verdict.NOT_MET]

    def follow_up(self, taken: Taken, folder: Path, languages: Sequence[Language] = (Language.JA,)) -> list[FollowUp]:
        """Make the letters that pass the answers on."""
        return self._following.make(taken.letters, folder, languages, reason=_REASON)

    def _letters(self, planned: Sequence[Planned]) -> Iterator[tuple[str, str]]:
        """The letters that the recorded steps call for."""
        for one in planned:
            sheet = self._cases.get(one.case)
            flow = sheet.edition.programme.workflow
            step = (flow.parts if one.part and flow.parts else flow).transition(one.outcome.step)
            pack = letter_after(sheet, step) if step else None
            if pack is not None:
                yield one.case, pack.key

    def _record(self, work: Work, number: str, decided: Decided) -> int:
        """One case: what the answers fill in, then their steps."""
        plans = [one for one in decided.planned if one.case == number]
        row = work.cases.get(number, version=plans[0].version if plans else None)
        sheet = sheet_of(self._desk, work, row)
        told: dict[str, object] = {}
        for key, value in decided.taken.get(number, {}).items():
            field, taken = self._accepted(sheet, {**sheet.answers, **told}, key, value)
            told[field] = taken
        for one in plans:
            told.update(one.answers)
        if told:
            whole = {**sheet.answers, **told}
            self._cases.put(work, row, {key: value for key, value in whole.items() if value is not None})
        for one in plans:
            if not one.only_answers:
                self._steps.take_within(
                    work, row, AnsweredStep(one.outcome.step, one.part, one.on, one.number, one.note)
                )
        return row.id

    def _accepted(
        self, sheet: CaseSheet, answers: Mapping[str, object], place: str, value: object
    ) -> tuple[str, object]:
        """A returned value that the clerk takes; refused where its question would not take it from a hand either."""
        field, _, inner = place.partition("/")
        try:
            if not inner:
                return field, taken_as(sheet.edition.field(field), value, self._desk.names)
            rows = cast(Rows, sheet.edition.field(field))
            asked = next(one for one in rows.columns if one.key == inner.partition("/")[2])
            return with_taken(answers, place, taken_as(asked, value, self._desk.names))
        except Malformed as complaint:
            raise Refusal(complaint.wording, field=field) from complaint

    def _book(self, path: Path, password: str | None) -> ForeignBook:
        if path.suffix.casefold() == ".csv":
            return plain_book(iter([(one.name, one.rows) for one in read_plain(path)]))
        request = {"path": str(path.resolve()), "password": password}
        return ForeignBook(run_apart(self._desk.jobs, foreign.JOB, request, path))

    def _of_register(
        self, path: Path, read: RegisterBook, book: ForeignBook, programme: str | None, year: int | None
    ) -> _Source:
        edition = self._edition_of(path, read, programme, year)
        told = read.facts.get("hand_over", "")
        number = int(told) if told.isdigit() else 0
        key, of = edition.programme.key, edition.year.start_year
        with self._desk.database.reading() as work:
            sent, last = sent_tables(work.hand_overs.of(key, of, number)), work.hand_overs.last_number(key, of)
        language = Language.EN if read.facts.get("language") == Language.EN.value else Language.JA
        merge = Merge(edition, sent or None, tables_of(self._registers.keyed(edition, language)))
        answers = from_register(read, book, self._desk.names)
        findings = list(_about(read, number, last, is_known=bool(sent)))
        return _Source(edition, answers, number, findings, merge.differences(read.tables))

    def _edition_of(self, path: Path, read: RegisterBook, programme: str | None, year: int | None) -> Edition:
        facts = read.facts
        if facts.get("schema_version") != str(SCHEMA):
            raise _refused(path, next(iter(read.broken())).wording)
        branch = self._registers.branch_code()
        if branch and facts.get("branch_code") and facts["branch_code"] != branch:
            raise _refused(
                path,
                Wording(
                    f"別の支部（{facts.get('branch', '')} {facts['branch_code']}）の台帳です。",
                    f"it is the register of another branch ({facts.get('branch', '')} {facts['branch_code']}).",
                ),
            )
        key, of = facts["programme"], facts.get("project_year", "")
        if key not in self._desk.programmes or not of.isdigit():
            raise _refused(
                path, Wording(f"事業「{key}」{of}年度は扱えません。", f"programme “{key}”, {of}, is not known here.")
            )
        if programme not in (None, key) or year not in (None, int(of)):
            name = self._desk.programme(key).name
            raise _refused(
                path,
                Wording(
                    f"{name.ja}（{of}年度）の台帳です。指定した事業・年度のものを選んでください。",
                    f"it is the register of {name.en}, {of}. Choose one of the programme and year that you asked for.",
                ),
            )
        return self._desk.edition(key, int(of))

    def _asked(self, path: Path, programme: str | None, year: int | None) -> Edition:
        if programme is None or year is None:
            raise _refused(
                path,
                Wording(
                    "このプログラムの台帳ではありません。本部の一覧として読むには、事業と年度を指定してください。",
                    "it is no register of this program. To read it as headquarters' own list, say the programme and year.",
                ),
                field="programme",
            )
        return self._desk.edition(programme, year)

    def _sheets(self, edition: Edition) -> list[CaseSheet]:
        with self._desk.database.reading() as work:
            rows = work.cases.of_year(edition.programme.key, edition.year.start_year)
            return [sheet_of(self._desk, work, row) for row in rows]

    def _taken_on(self, digest: str) -> str | None:
        with self._desk.database.reading() as work:
            kept = work.settings.get(_key(digest))
        return str(kept) if kept else None


_REASON = "本部回答"


def _about(read: RegisterBook, number: int, last: int, *, is_known: bool) -> Iterator[CellFinding]:
    if not is_known:
        yield CellFinding(_META, "not_sent", Importance.WARNING, words.NOT_KNOWN_AS_SENT.filled(number=number))
    elif number < last:
        told = words.NOT_THE_LATEST.filled(number=number, last=last)
        yield CellFinding(_META, "not_the_latest", Importance.ADVICE, told)
    for broken in read.broken():
        if broken.item == "seal":
            why = broken.wording
            yield CellFinding(_META, "seal", Importance.WARNING, words.META_ALTERED.filled(why=why))
    for table in read.tables.values():
        for row in table.rows:
            if row.hidden:
                at = At(table.sheet, f"{row.row}:{row.row}", Wording("行", "Row"))
                yield CellFinding(at, "hidden", Importance.ADVICE, words.HIDDEN)


def _demand_whole(answer: HeadquartersAnswer, decided: Decided) -> None:
    faults = [one.told for one in answer.findings if one.importance is Importance.ERROR]
    if faults:
        raise Refusal(
            Wording(
                f"「{answer.path.name}」に記録できない行が{len(faults)}件あるため、何も記録しませんでした。",
                f"{len(faults)} rows of “{answer.path.name}” cannot be recorded; nothing was.",
            ),
            field="file",
            details=faults,
        )
    if decided.undecided:
        raise Refusal(
            Wording(
                f"確かめて決める相違が{len(decided.undecided)}件あるため、何も記録しませんでした。",
                f"{len(decided.undecided)} differences are to be decided first; nothing was recorded.",
            ),
            field="choices",
            details=[one.told for one in decided.undecided],
        )


def _key(digest: str) -> str:
    return f"answers:{digest}"


def _refused(path: Path, why: Wording, field: str = "file") -> Refusal:
    return Refusal(
        Wording(f"「{path.name}」を取り込めません：{why.ja}", f"“{path.name}” cannot be taken in: {why.en}"),
        field=field,
    )
