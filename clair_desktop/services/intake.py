"""Municipalities' workbooks coming back: read where they can do no harm, told cell by cell, taken in as one act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import cast

from clair_desktop.blocks.cost_sheet import has_cost_sheet
from clair_desktop.blocks.foreign_currency import rounding_of
from clair_desktop.domain.answers import stored
from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.intake import (
    FORMAT,
    META_KEYS,
    SCHEMA,
    SEAL,
    At,
    CellFinding,
    Importance,
    asked_fields,
    counted,
    edition_hash,
    seal,
)
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.work import Work
from clair_desktop.output.excel import annotated, foreign
from clair_desktop.services.apart import refused, run_apart
from clair_desktop.services.cases import Cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.intake_cells import ForeignBook
from clair_desktop.services.intake_changes import Change, base_of, merged
from clair_desktop.services.intake_judging import judged_cells
from clair_desktop.services.intake_marks import marked_copy
from clair_desktop.services.intake_reading import Filled, read_filled
from clair_desktop.services.sheets import CaseSheet

_META = At("meta", "", Wording("様式の情報", "Facts of the form"))


class Accept(StrEnum):
    """Everything or nothing, or what can be read: rows and answers with a fault are then left out."""

    ALL = "all"
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class Intake:
    """A workbook as it was read; nothing is kept yet. ``case`` is the one it belongs to, None for a new one."""

    path: Path
    edition: Edition
    form_id: str
    case: str | None
    version: int | None
    answers: Answers
    told: Answers
    findings: Sequence[CellFinding]
    changes: Sequence[Change]
    unchanged: int
    dropped: int
    password: str | None = field(default=None, repr=False)

    @property
    def counts(self) -> dict[str, int]:
        return counted(self.findings)

    @property
    def is_repeated(self) -> bool:
        """Whether taking it in would change nothing."""
        return self.case is not None and not self.changes


class Intakes:
    def __init__(self, desk: Desk, cases: Cases) -> None:
        self._desk = desk
        self._cases = cases

    def read(
        self,
        path: Path,
        *,
        case: str | None = None,
        as_new: bool = False,
        expected: tuple[str | None, int | None] = (None, None),
        password: str | None = None,
    ) -> Intake:
        """A dry run. The file is read in a process of its own; ``case`` or ``as_new`` overrule where it belongs.

        ``expected`` is the programme and year that it must be of, where that matters to whoever takes it in. A workbook
        that is locked is refused with the field ``password`` until it is given; it is never kept.
        """
        request = {"path": str(path.resolve()), "password": password}
        book = ForeignBook(run_apart(self._desk.jobs, foreign.JOB, request, path))
        edition = self._edition(path, book)
        _demand_expected(path, edition, *expected)
        language = Language.EN if book.meta("language") == Language.EN.value else Language.JA
        rounding = rounding_of(edition.book) if has_cost_sheet(edition) else Rounding.DOWN
        filled = read_filled(edition, book, self._desk.names, language, rounding)
        kept = None if as_new else self._kept(book.meta("form_id"))
        sheet = self._sheet(edition, case, kept)
        fields = asked_fields(edition)
        base = base_of(fields, kept) if sheet is not None and _case_of(kept) == sheet.number else None
        joined = merged(fields, filled, sheet.answers if sheet else {}, base, self._desk.names)
        findings = [*self._about_form(book, edition, filled), *filled.findings, *joined.conflicts]
        findings += self._twins(edition, sheet, filled, as_new=as_new)
        findings += judged_cells(self._cases, edition, sheet, joined.answers, filled)
        return Intake(
            path=path,
            edition=edition,
            form_id=book.meta("form_id"),
            case=sheet.number if sheet else None,
            version=sheet.version if sheet else None,
            answers=joined.answers,
            told=filled.answers,
            findings=findings,
            changes=joined.changes,
            unchanged=joined.unchanged,
            dropped=filled.dropped + len(filled.faulty),
            password=password,
        )

    def take(self, intake: Intake, accept: Accept = Accept.ALL) -> CaseSheet:
        """Keep what was read, as one act that can be undone; a file with faults only where that was asked for."""
        faults = [one for one in intake.findings if one.importance is Importance.ERROR]
        if faults and accept is Accept.ALL:
            raise Refusal(
                Wording(
                    f"「{intake.path.name}」に誤りが{len(faults)}件あるため、取り込みませんでした。",
                    f"“{intake.path.name}” has {len(faults)} faults; nothing was taken in.",
                ),
                field="file",
                details=[one.told for one in faults],
            )
        if intake.case is not None and not intake.changes:
            return self._cases.get(intake.case)
        title = Wording(f"Excelの取込み：{intake.path.name}", f"Taken in from Excel: {intake.path.name}")
        fields = asked_fields(intake.edition)
        known = stored(fields, {key: value for key, value in intake.told.items() if key in {f.key for f in fields}})

        def remember(work: Work, number: str) -> None:
            work.settings.put(_key(intake.form_id), {"case": number, "answers": known})

        if intake.case is None:
            programme, year = intake.edition.programme.key, intake.edition.year.start_year
            return self._cases.new(programme, year, intake.answers, title=title, beside=remember)
        return self._cases.save(intake.case, intake.answers, base_version=intake.version, title=title, beside=remember)

    def annotate(self, intake: Intake, out: Path, language: Language = Language.JA) -> None:
        """A copy to send back, with every faulty cell coloured and noted; the sender's file is left alone."""
        if out.resolve() == intake.path.resolve():
            raise Refusal(
                Wording(
                    "控えは、もとのファイルとは別の名前で保存してください。", "Save the marked copy under another name."
                ),
                field="annotated",
            )
        request = marked_copy(intake.path, out, intake.findings, language) | {"password": intake.password}
        run_apart(self._desk.jobs, annotated.JOB, request, intake.path)

    def _edition(self, path: Path, book: ForeignBook) -> Edition:
        """What the workbook was made for; another's, another version's or an altered one is refused in words."""
        if book.meta("format") != FORMAT:
            raise refused(
                path,
                Wording(
                    "このプログラムの記入用Excelではありません。支部が渡した記入用Excelに記入してもらってください。",
                    "it is not a workbook that this program made to be filled in. Have the branch's own workbook used.",
                ),
            )
        if book.meta("schema_version") != SCHEMA:
            version = book.meta("schema_version")
            raise refused(
                path,
                Wording(
                    f"様式の版が違います（{version}。この版が読めるのは{SCHEMA}）。プログラムを更新するか、新しい記入用Excelを渡してください。",
                    f"its form is of version {version}, and this program reads version {SCHEMA}. "
                    "Update the program, or hand out a new workbook.",
                ),
            )
        if book.meta(SEAL) != seal({key: book.meta(key) for key in META_KEYS}):
            raise refused(
                path,
                Wording(
                    "metaシートの情報が書き換えられています。新しい記入用Excelに記入してもらってください。",
                    "the facts on its meta sheet were altered. Have a new workbook filled in.",
                ),
            )
        programme, year = book.meta("programme"), book.meta("project_year")
        if programme not in self._desk.programmes:
            raise refused(
                path, Wording(f"事業「{programme}」は扱えません。", f"its programme “{programme}” is not known here.")
            )
        return self._desk.edition(programme, int(year))

    def _about_form(self, book: ForeignBook, edition: Edition, filled: Filled) -> Iterator[CellFinding]:
        if book.meta("edition") != edition_hash(edition):
            said = Wording(
                "この記入用Excelを作った後に、項目か選択肢が変わっています。読めた項目だけを取り込みます。",
                "Questions or choices have changed since this workbook was made. What can be read is taken in.",
            )
            yield CellFinding(_META, "edition_changed", Importance.WARNING, said)
        if book.has_links:
            said = Wording(
                "他のブックへのリンクがあります。リンク先は読まず、保存された値だけを読みました。",
                "It links to other workbooks. They were not opened; only saved values were read.",
            )
            yield CellFinding(_META, "external_links", Importance.WARNING, said)
        body, applicant = book.meta("body_code"), filled.answers.get("applicant")
        if body and applicant is not None and body != applicant:
            at = filled.places.get("applicant", _META)
            said = Wording(
                f"渡した団体（{body}）と申請団体（{applicant}）が違います。",
                f"The workbook was made for {body}, and the applicant is {applicant}.",
            )
            yield CellFinding(at, "other_body", Importance.WARNING, said)

    def _kept(self, form_id: str) -> object:
        with self._desk.database.reading() as work:
            return work.settings.get(_key(form_id))

    def _sheet(self, edition: Edition, case: str | None, kept: object) -> CaseSheet | None:
        """The case the workbook belongs to: the one named, else the one it was taken into before, if it still is."""
        number = case or _case_of(kept)
        if number is None:
            return None
        if case is None and not any(line.number == number for line in self._cases.lines(text=number)):
            return None
        sheet = self._cases.get(number)
        mine, its = (edition.programme.key, edition.year), (sheet.edition.programme.key, sheet.edition.year)
        if mine != its:
            ours, theirs = edition.programme.name, sheet.edition.programme.name
            raise Refusal(
                Wording(
                    f"案件{number}は{theirs.ja}（{sheet.edition.year.start_year}年度）です。"
                    f"ファイルは{ours.ja}（{edition.year.start_year}年度）のものです。",
                    f"Case {number} is of {theirs.en}, {sheet.edition.year.start_year}; "
                    f"the file is of {ours.en}, {edition.year.start_year}.",
                ),
                field="case",
            )
        return sheet

    def _twins(
        self, edition: Edition, sheet: CaseSheet | None, filled: Filled, *, as_new: bool
    ) -> Iterator[CellFinding]:
        """Another case of the same body and year: it may be the same application, typed by hand."""
        applicant = filled.answers.get("applicant")
        if sheet is not None or as_new or not applicant:
            return
        with self._desk.database.reading() as work:
            cases = work.calls.cases(edition.programme.key, edition.year.start_year)
        numbers = [one.number for one in cases if one.applicant == applicant]
        if numbers:
            listed = "、".join(numbers)
            said = Wording(
                f"同じ団体の案件があります（{listed}）。同じ申請なら、その案件を指定して取り込んでください。",
                f"The same body has a case already ({listed}). If it is this application, name the case.",
            )
            yield CellFinding(filled.places.get("applicant", _META), "other_case", Importance.WARNING, said)


def _demand_expected(path: Path, edition: Edition, programme: str | None, year: int | None) -> None:
    if programme in (None, edition.programme.key) and year in (None, edition.year.start_year):
        return
    name, of = edition.programme.name, edition.year.start_year
    raise refused(
        path,
        Wording(
            f"{name.ja}（{of}年度）の記入用Excelです。指定した事業・年度のものを選んでください。",
            f"it is a workbook of {name.en}, {of}. Choose one of the programme and year that you asked for.",
        ),
    )


def _key(form_id: str) -> str:
    return f"intake:{form_id}"


def _case_of(kept: object) -> str | None:
    return str(cast("dict[str, object]", kept)["case"]) if isinstance(kept, dict) else None
