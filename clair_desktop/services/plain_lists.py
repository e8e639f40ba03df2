"""Municipalities' own lists: columns matched to questions, shown before they count, and taken in as one act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from clair_desktop.domain.answers import stored
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.fields import Field
from clair_desktop.domain.intake import At, CellFinding, Importance, asked_fields, counted
from clair_desktop.domain.plain_lists import ListMapping, mappable, mapping_from, proposed, proposed_key
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.model.work import Work
from clair_desktop.output.excel import annotated, foreign
from clair_desktop.services.apart import refused, run_apart
from clair_desktop.services.cases import Cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.intake import Accept
from clair_desktop.services.intake_cells import ForeignBook
from clair_desktop.services.intake_changes import Change, base_of, merged
from clair_desktop.services.intake_judging import judged_cells
from clair_desktop.services.intake_marks import marked_copy
from clair_desktop.services.intake_reading import Filled
from clair_desktop.services.plain_list_reading import Headings, ReadRow, headings_in, rows_in
from clair_desktop.services.sheets import CaseSheet

_MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the list: the case it would change, None for a new one, and what is said of its cells."""

    number: int
    form_id: str
    case: str | None
    version: int | None
    answers: Answers
    told: Answers
    changes: Sequence[Change]
    findings: Sequence[CellFinding]

    @property
    def is_faulty(self) -> bool:
        return any(one.importance is Importance.ERROR for one in self.findings)

    @property
    def is_repeated(self) -> bool:
        """Whether taking it in would change nothing."""
        return self.case is not None and not self.changes


@dataclass(frozen=True, slots=True)
class ListIntake:
    """A list as it was read; nothing is kept yet. ``heads`` are all headings, ``unread`` those without a question."""

    path: Path
    edition: Edition
    mapping: ListMapping
    heads: Sequence[str]
    unread: Sequence[str]
    about: Sequence[CellFinding]
    rows: Sequence[ListRow]
    password: str | None = field(default=None, repr=False)

    @property
    def findings(self) -> list[CellFinding]:
        return [*self.about, *(one for row in self.rows for one in row.findings)]

    @property
    def counts(self) -> dict[str, int]:
        return counted(self.findings)


class PlainLists:
    def __init__(self, desk: Desk, cases: Cases) -> None:
        self._desk = desk
        self._cases = cases

    def kept(self, body: str, programme: str, year: int) -> ListMapping | None:
        """The mapping kept for a body's lists of a programme; an earlier year's where this one has none yet."""
        with self._desk.database.reading() as work:
            found = work.settings.starting(_kept_key(body, programme))
        mappings = [mapping_from(one) for one in found.values()]
        fitting = [one for one in mappings if one.year <= year]
        return replace(max(fitting, key=lambda one: one.year), year=year) if fitting else None

    def keep(self, mapping: ListMapping) -> None:
        said = Wording("列の対応づけの保存：{name}", "Mapping of columns kept: {name}")
        name = self._desk.programme(mapping.programme).name
        with self._desk.database.work(said.filled(name=name)) as work:
            _remember(work, mapping)

    def read(self, path: Path, mapping: ListMapping, *, password: str | None = None) -> ListIntake:
        """A dry run. A mapping without columns is filled in: with the one that is kept, else with a proposal."""
        request = {"path": str(path.resolve()), "password": password}
        book = ForeignBook(run_apart(self._desk.jobs, foreign.JOB, request, path))
        edition = self._desk.edition(mapping.programme, mapping.year)
        fields = asked_fields(edition)
        wanted = self._wanted(mapping, fields)
        heads = headings_in(book, fields, wanted)
        if heads is None:
            raise refused(path, _NO_HEADS)
        full = self._full(wanted, fields, heads)
        found = list(rows_in(book, heads, full, fields, self._desk.names))
        if len(found) > _MOST_ROWS:
            raise refused(path, _TOO_MANY.filled(most=_MOST_ROWS))
        unread = [head for head in heads.places if head not in {*full.columns.values(), full.key}]
        about = list(_about(heads, full, fields, unread))
        return ListIntake(
            path, edition, full, list(heads.places), unread, about, list(self._rows(edition, full, found)), password
        )

    def take(self, read: ListIntake, accept: Accept = Accept.ALL, rows: Sequence[int] | None = None) -> list[str]:
        """Keep the rows as one act that can be undone, and the mapping for the next time; gives the cases' numbers.

        ``rows`` chooses some by their numbers in the sheet. A faulty row is left out whole, where that was asked for.
        """
        chosen = [one for one in read.rows if rows is None or one.number in rows]
        faults = [found for one in chosen for found in one.findings if found.importance is Importance.ERROR]
        if faults and accept is Accept.ALL:
            said = _FAULTS.filled(name=same(read.path.name), count=len(faults))
            raise Refusal(said, field="file", details=[one.told for one in faults])
        title = Wording(f"一覧の取込み：{read.path.name}", f"List taken in: {read.path.name}")
        taken = [one for one in chosen if not one.is_faulty and not one.is_repeated]
        if not taken:
            return []
        with self._desk.database.work(title) as work:
            ids = dict(self._take(work, read, one) for one in taken)
            _remember(work, read.mapping)
        self._desk.changed(*ids.values())
        return list(ids)

    def annotate(self, read: ListIntake, out: Path, language: Language = Language.JA) -> None:
        """A copy to send back with every faulty cell coloured and noted; the sender's file is left alone."""
        if out.resolve() == read.path.resolve():
            raise Refusal(
                Wording("控えは、もとのファイルとは別の名前で保存してください。", "Save the copy under another name."),
                field="annotated",
            )
        request = marked_copy(read.path, out, read.findings, language) | {"password": read.password}
        run_apart(self._desk.jobs, annotated.JOB, request, read.path)

    def _wanted(self, mapping: ListMapping, fields: Sequence[Field]) -> ListMapping:
        unknown = [key for key in mapping.columns if key not in {one.key for one in mappable(fields)}]
        if unknown:
            said = Wording(f"項目「{unknown[0]}」は一覧から読めません。", f"No list answers “{unknown[0]}”.")
            raise Refusal(said, field="mapping")
        if mapping.columns:
            return mapping
        kept = self.kept(mapping.body, mapping.programme, mapping.year)
        return replace(kept, sheet=mapping.sheet or kept.sheet) if kept else mapping

    def _full(self, wanted: ListMapping, fields: Sequence[Field], heads: Headings) -> ListMapping:
        known = list(heads.places)
        fitting = wanted.fitting(known)
        if not wanted.columns:
            fitting = replace(fitting, columns=proposed(fields, known), key=proposed_key(known))
        return replace(fitting, sheet=heads.sheet)

    def _rows(self, edition: Edition, mapping: ListMapping, found: Sequence[ReadRow]) -> Iterator[ListRow]:
        lines = self._cases.lines(programme=mapping.programme, project_year=mapping.year)
        numbers, seen = {line.number for line in lines}, set[str]()
        for row in found:
            self._answer_for_body(mapping, row)
            form_id = _form_id(mapping, row)
            yield self._row(edition, row, form_id, numbers, is_twin=bool(row.key) and form_id in seen)
            seen.add(form_id)

    def _answer_for_body(self, mapping: ListMapping, row: ReadRow) -> None:
        """A town's own list need not name the town in every row; where it names another, that is said."""
        filled, body = row.filled, mapping.body
        if not body or "applicant" in filled.faulty:
            return
        told = filled.answers.setdefault("applicant", body)
        if told != body:
            said = _OTHER_BODY.filled(body=body, told=told)
            at = filled.places.get("applicant", row.at)
            filled.findings.append(CellFinding(at, "other_body", Importance.WARNING, said))

    def _row(self, edition: Edition, row: ReadRow, form_id: str, numbers: set[str], *, is_twin: bool) -> ListRow:
        filled = row.filled
        if is_twin or not row.key:
            said = _TWIN if is_twin else _NO_KEY
            filled.findings.append(CellFinding(row.at, "twin_row" if is_twin else "no_key", Importance.ERROR, said))
        with self._desk.database.reading() as work:
            kept = work.settings.get(f"intake:{form_id}")
        number = str(kept["case"]) if isinstance(kept, dict) and kept["case"] in numbers else None
        sheet = self._cases.get(number) if number else None
        fields = [one for one in asked_fields(edition) if one.key in {*filled.places, "applicant"}]
        joined = merged(
            fields, filled, sheet.answers if sheet else {}, base_of(fields, kept) if sheet else None, self._desk.names
        )
        findings = [*filled.findings, *joined.conflicts, *self._judged(edition, sheet, joined.answers, filled, row)]
        version = sheet.version if sheet else None
        return ListRow(row.number, form_id, number, version, joined.answers, filled.answers, joined.changes, findings)

    def _judged(
        self, edition: Edition, sheet: CaseSheet | None, answers: Answers, filled: Filled, row: ReadRow
    ) -> Iterator[CellFinding]:
        """What is missing or not met; what has no column stands at the row's first cell."""
        for one in judged_cells(self._cases, edition, sheet, answers, filled):
            yield one if one.at.cell else replace(one, at=At(row.at.sheet, row.at.cell, one.at.heading))

    def _take(self, work: Work, read: ListIntake, row: ListRow) -> tuple[str, int]:
        if row.case is None:
            kept = self._cases.receive(work, read.edition, row.answers)
        else:
            kept = work.cases.get(row.case, version=row.version)
            self._cases.put(work, kept, row.answers)
        fields = [one for one in asked_fields(read.edition) if one.key in row.told]
        known = stored(fields, {one.key: row.told[one.key] for one in fields})
        work.settings.put(f"intake:{row.form_id}", {"case": kept.number, "answers": known})
        return kept.number, kept.id


def _about(
    heads: Headings, mapping: ListMapping, fields: Sequence[Field], unread: Sequence[str]
) -> Iterator[CellFinding]:
    for head in unread:
        place = heads.places[head]
        yield CellFinding(At(place.sheet, place.cell, same(head), head), "unread_column", Importance.ADVICE, _UNREAD)
    answered = {*mapping.columns, *(["applicant"] if mapping.body else [])}
    for one in fields:
        if one.required and one.key not in answered:
            nowhere = At(heads.sheet, "", one.label)
            yield CellFinding(nowhere, "no_column", Importance.WARNING, _NO_COLUMN)


def _form_id(mapping: ListMapping, row: ReadRow) -> str:
    applicant = row.filled.answers.get("applicant", mapping.body)
    return f"list:{mapping.programme}:{mapping.year}:{applicant}:{row.key}"


def _kept_key(body: str, programme: str) -> str:
    return f"list_mapping:{body or '-'}:{programme}:"


def _remember(work: Work, mapping: ListMapping) -> None:
    work.settings.put(f"{_kept_key(mapping.body, mapping.programme)}{mapping.year}", mapping.as_json())


_NO_HEADS = Wording(
    "見出しの行が見つかりません。1行に2つ以上の項目名がある一覧か、列の対応づけを確かめてください。",
    "no row of headings is found. Check that a row bears two or more of the questions' names, or the mapping.",
)
_TOO_MANY = Wording("行が多すぎます（{most}行まで）。", "it has too many rows (at most {most}).")
_FAULTS = Wording(
    "「{name}」に誤りが{count}件あるため、取り込みませんでした。", "“{name}” has {count} faults; nothing was taken in."
)
_OTHER_BODY = Wording(
    "この一覧の団体（{body}）と違う団体（{told}）です。", "The list is {body}'s, and the row is of {told}."
)
_TWIN = Wording(
    "同じ番号（又は事業名）の行が上にあります。1つにするか、番号を変えてください。",
    "A row above has the same number or title. Keep one of them, or number them apart.",
)
_NO_KEY = Wording(
    "番号も事業名もないため、どの案件の行か分かりません。記入してください。",
    "Neither number nor title tells which case the row is of. Fill it in.",
)
_UNREAD = Wording("この列は読みません。", "This column is not read.")
_NO_COLUMN = Wording("必須の項目に当たる列がありません。", "No column answers this required question.")
