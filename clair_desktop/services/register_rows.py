"""Rows of a register: each case (or part, or row of a case) as the values its columns ask for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Rows, Yen
from clair_desktop.domain.machine_reading import plain_numerals
from clair_desktop.domain.parties import Names
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.registers import Column, ColumnKind, FilledColumn, FilledRegister, Register
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile
from clair_desktop.services.sheets import CaseSheet, PartLine

_HEADS: Mapping[str, Wording] = {
    "case_number": Wording("受付番号", "Case no."),
    "fiscal_year": Wording("実施年度", "Fiscal year"),
    "project_year": Wording("実施年度（西暦）", "Fiscal year (common era)"),
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
class RegisterFilling:
    """Fills the registers of one programme and year in one language."""

    edition: Edition
    profile: BranchProfile
    names: Names
    language: Language

    def register(self, register: Register, sheets: Sequence[CaseSheet]) -> FilledRegister:
        asked = self.edition.field(register.of)
        inner = asked.columns if isinstance(asked, Rows) else ()
        told = list(_with_common_era(register.columns))
        columns = [_column(column, self.edition, inner, self.language) for column in told]
        rows = [
            [self._value(column, sheet, row, inner) for column in told]
            for sheet in sheets
            for row in _rows_of(register, sheet)
        ]
        return FilledRegister(register.key, register.name, columns, rows)

    def _value(self, column: Column, sheet: CaseSheet, row: Row | PartLine, inner: Sequence[Field]) -> object:
        if isinstance(row, Mapping):
            found = next((one for one in inner if one.key == column.source), None)
            if found is not None:
                return self._typed(found, row.get(found.key))
        if isinstance(row, PartLine) and column.source.startswith("part"):
            return _part_value(column.source, row, self.language)
        asked = None if column.source in _HEADS else sheet.edition.field(column.source)
        if asked is not None:
            return self._typed(asked, sheet.answers.get(asked.key))
        return _SPINE[column.source](self, sheet)

    def _typed(self, asked: Field, value: object) -> object:
        """Amounts and days stay what they are; everything else is its printed text."""
        if value is None or isinstance(value, int | date | Fraction):
            return value
        text = asked.printed(value, self.language, self.names)
        if not isinstance(asked, Choice | Choices):
            return text
        return plain_numerals(text).replace("\n", "、" if self.language is Language.JA else "; ")


_SPINE: Mapping[str, Callable[[RegisterFilling, CaseSheet], object]] = {
    "case_number": lambda _, sheet: sheet.number,
    "fiscal_year": lambda filling, sheet: sheet.edition.year.label(filling.profile.era_style).in_(filling.language),
    "project_year": lambda _, sheet: str(sheet.edition.year.start_year),
    "branch": lambda filling, _: filling.profile.name.in_(filling.language),
    "branch_code": lambda filling, _: filling.profile.branch or "",
    "applicant": lambda _, sheet: str(sheet.answers.get("applicant", "")),
    "applicant_name": lambda filling, sheet: sheet.applicant_name.in_(filling.language),
    "state": lambda filling, sheet: sheet.state.label.in_(filling.language),
    "received_on": lambda _, sheet: sheet.received_on,
    "due_on": lambda _, sheet: next((due.day for due in sheet.due if due.day), None),
    "document_number": lambda _, sheet: _first_sending(sheet)[1],
    "transmitted_on": lambda _, sheet: _first_sending(sheet)[0],
    "countries": lambda _, sheet: _countries(sheet),
    "offices": lambda filling, sheet: "、".join(line.name.in_(filling.language) for line in sheet.parts),
}


def _with_common_era(columns: Sequence[Column]) -> Iterator[Column]:
    """A year of the Japanese calendar never stands alone where machines read it (表記方法 2-10)."""
    for column in columns:
        yield column
        if column.source == "fiscal_year":
            yield Column("project_year", width=10)


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
    packs = {pack.key: pack for pack in sheet.edition.packs()}
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
        return [plain_numerals(option.label.in_(language)) for option in asked.options]
    flow = edition.programme.workflow
    states = flow.parts.states if column.source == "part_state" and flow.parts else flow.states
    return [state.label.in_(language) for state in states]
