"""The branch's registers: shown on screen and handed to headquarters as a workbook."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import cast

from clair_desktop import __version__
from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Rows, Yen
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.registers import (
    Column,
    ColumnKind,
    FilledColumn,
    FilledRegister,
    FilledWorkbook,
    Register,
)
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel import exporting
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.reading import sheet_of
from clair_desktop.services.sheets import CaseSheet, PartLine
from clair_desktop.support.jobs import run

_HEADS: Mapping[str, Wording] = {
    "case_number": Wording("受付番号", "Case no."),
    "fiscal_year": Wording("実施年度", "Fiscal year"),
    "branch": Wording("支部", "Branch"),
    "branch_code": Wording("支部コード", "Branch code"),
    "applicant": Wording("団体コード", "Authority code"),
    "applicant_name": Wording("団体名", "Local authority"),
    "state": Wording("状態", "State"),
    "received_on": Wording("受付日", "Received on"),
    "due_on": Wording("期限", "Due on"),
    "document_number": Wording("文書番号", "Document no."),
    "transmitted_on": Wording("本部提出日", "Transmitted on"),
    "part": Wording("事務所キー", "Office key"),
    "part_name": Wording("担当事務所", "Overseas office"),
    "part_state": Wording("事務所別の状態", "State by office"),
    "part_answered_on": Wording("回答日", "Answered on"),
    "part_note": Wording("備考", "Note"),
    "countries": Wording("対象国（ISO）", "Countries (ISO)"),
    "offices": Wording("担当事務所", "Offices"),
}
_DATES = frozenset({"received_on", "due_on", "transmitted_on", "part_answered_on"})
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Exported:
    path: Path
    rows: int
    sha256: str


class Registers:
    """Registers by programme and project year."""

    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def years(self, programme: str) -> list[int]:
        """Project years that have cases of the programme, the latest first."""
        with self._desk.database.reading() as work:
            return sorted({line.project_year for line in work.cases.listing(programme)}, reverse=True)

    def rows(self, programme: str, year: int, language: Language) -> FilledWorkbook:
        """Every register of the programme and year, ready to show or to write."""
        edition = self._desk.edition(programme, year)
        with self._desk.database.reading() as work:
            sheets = [sheet_of(self._desk, work, row) for row in work.cases.of_year(programme, year)]
        filled = [self._filled(register, edition, sheets, language) for register in edition.programme.registers]
        name = edition.programme.name
        label = edition.year.label(self._branch.get().era_style)
        return FilledWorkbook(
            title=Wording(f"{label.ja}　{name.ja}", f"{name.en}, {label.en}"),
            registers=filled,
            meta=self._meta(edition, language, len(sheets)),
            sample=any(sheet.sample for sheet in sheets) or self._branch.get().demonstration,
        )

    def export(self, programme: str, year: int, out: Path, language: Language = Language.JA) -> Exported:
        """Write headquarters' workbook in a process of its own, verified before it takes its place."""
        if not out.parent.is_dir():
            raise Refusal(
                Wording(
                    f"「{out.parent}」というフォルダーはありません。作るか、別の場所を選んでください。",
                    f"There is no folder “{out.parent}”. Make it, or choose another place.",
                ),
                field="out",
            )
        workbook = self.rows(programme, year, language)
        answered = run(self._desk.jobs, exporting.JOB, exporting.request(workbook, out, language))
        return Exported(out, len(workbook.registers[0].rows), exporting.result(answered).sha256)

    def _meta(self, edition: Edition, language: Language, cases: int) -> list[tuple[str, str | int]]:
        profile = self._branch.get()
        return [
            ("program_version", __version__),
            ("programme", edition.programme.key),
            ("programme_name", edition.programme.name.in_(language)),
            ("project_year", edition.year.start_year),
            ("fiscal_year", edition.year.label(profile.era_style).in_(language)),
            ("branch_code", profile.branch or ""),
            ("branch", profile.name.in_(language)),
            ("made_on", self._desk.clock.today().isoformat()),
            ("cases", cases),
        ]

    def _filled(
        self, register: Register, edition: Edition, sheets: Sequence[CaseSheet], language: Language
    ) -> FilledRegister:
        asked = edition.field(register.of)
        inner = asked.columns if isinstance(asked, Rows) else ()
        columns = [_column(column, edition, inner, language) for column in register.columns]
        rows = [
            [self._value(column, sheet, row, inner, language) for column in register.columns]
            for sheet in sheets
            for row in _rows_of(register, sheet)
        ]
        return FilledRegister(register.key, register.name, columns, rows)

    def _value(
        self, column: Column, sheet: CaseSheet, row: Row | PartLine, inner: Sequence[Field], language: Language
    ) -> object:
        if isinstance(row, Mapping):
            found = next((one for one in inner if one.key == column.source), None)
            if found is not None:
                return self._typed(found, row.get(found.key), language)
        if isinstance(row, PartLine) and column.source.startswith("part"):
            return _part_value(column.source, row, language)
        asked = None if column.source in _HEADS else sheet.edition.field(column.source)
        if asked is not None:
            return self._typed(asked, sheet.answers.get(asked.key), language)
        return self._spine(column.source, sheet, language)

    def _typed(self, asked: Field, value: object, language: Language) -> object:
        """Amounts and days stay what they are; everything else is its printed text."""
        if value is None or isinstance(value, int | date | Fraction):
            return value
        text = asked.printed(value, language, self._desk.names)
        return text.replace("\n", "、" if language is Language.JA else "; ") if isinstance(asked, Choices) else text

    def _spine(self, source: str, sheet: CaseSheet, language: Language) -> object:
        profile = self._branch.get()
        spine: Mapping[str, Callable[[], object]] = {
            "case_number": lambda: sheet.number,
            "fiscal_year": lambda: sheet.edition.year.label(profile.era_style).in_(language),
            "branch": lambda: profile.name.in_(language),
            "branch_code": lambda: profile.branch or "",
            "applicant": lambda: str(sheet.answers.get("applicant", "")),
            "applicant_name": lambda: sheet.applicant_name.in_(language),
            "state": lambda: sheet.state.label.in_(language),
            "received_on": lambda: sheet.received_on,
            "due_on": lambda: next((due.day for due in sheet.due if due.day), None),
            "document_number": lambda: _first_sending(sheet)[1],
            "transmitted_on": lambda: _first_sending(sheet)[0],
            "countries": lambda: _countries(sheet),
            "offices": lambda: "、".join(line.name.in_(language) for line in sheet.parts),
        }
        return spine[source]()


def _countries(sheet: CaseSheet) -> str:
    rows = cast("Sequence[Row]", sheet.answers.get("places", ()))
    return ",".join(dict.fromkeys(str(row["country"]) for row in rows if "country" in row))


def _rows_of(register: Register, sheet: CaseSheet) -> Iterator[Row | PartLine]:
    if register.of == "":
        yield {}
    elif register.of == "parts":
        yield from sheet.parts
    else:
        yield from cast("Sequence[Row]", sheet.answers.get(register.of, ()))


def _part_value(source: str, line: PartLine, language: Language) -> object:
    return {
        "part": line.key,
        "part_name": line.name.in_(language),
        "part_state": line.state.label.in_(language),
        "part_answered_on": line.answered_on,
        "part_note": line.note,
    }[source]


def _first_sending(sheet: CaseSheet) -> tuple[date | None, str | None]:
    """The day and number of the first letter that left the branch for headquarters."""
    packs = {pack.key: pack for pack in sheet.edition.programme.packs}
    numbered = {
        step.key for step in sheet.edition.programme.workflow.transitions if step.numbered and step.issues in packs
    }
    sent = next((event for event in sheet.events if event.step in numbered), None)
    return (sent.on, sent.document_number) if sent else (None, None)


def _column(column: Column, edition: Edition, inner: Sequence[Field], language: Language) -> FilledColumn:
    asked = next((one for one in inner if one.key == column.source), None)
    if asked is None and column.source not in _HEADS:
        asked = edition.field(column.source)
    head = column.head or (asked.label if asked else _HEADS[column.source])
    return FilledColumn(
        column.source,
        head,
        column.kind or _kind(asked, column.source),
        column.width,
        _choices(asked, column, edition, language),
    )


def _kind(asked: Field | None, source: str) -> ColumnKind:
    if isinstance(asked, Yen):
        return ColumnKind.YEN
    if isinstance(asked, Count):
        return ColumnKind.NUMBER
    if isinstance(asked, Day) or source in _DATES:
        return ColumnKind.DATE
    return ColumnKind.TEXT


def _choices(asked: Field | None, column: Column, edition: Edition, language: Language) -> list[str]:
    if column.kind is not ColumnKind.CHOICE:
        return []
    if isinstance(asked, Choice | Choices):
        return [option.label.in_(language) for option in asked.options]
    flow = edition.programme.workflow
    states = flow.parts.states if column.source == "part_state" and flow.parts else flow.states
    return [state.label.in_(language) for state in states]
