"""Rows of a register: each case (or part, or row of a case) as the values its columns ask for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import cast
from uuid import UUID, uuid5

from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Rows, Yen
from clair_desktop.domain.machine_reading import plain_numerals
from clair_desktop.domain.parties import Names
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.registers import Column, ColumnKind, FilledColumn, FilledRegister, Register, RowsInTurn
from clair_desktop.domain.rulings import VERDICT_WORDS, Finding
from clair_desktop.domain.whole_registers import ANSWER_COLUMNS, ENCLOSURES, FINDINGS, KEYS, LINE
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile
from clair_desktop.services.sheets import CaseSheet, EnclosureLine, PartLine

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
    "case_title": Wording("件名", "Title of the case"),
    "case_key": Wording("案件ID", "Case ID"),
    "line": Wording("行番号", "Line"),
    "enclosure_kind": Wording("添付の種類", "Kind of enclosure"),
    "enclosure_name": Wording("ファイル名", "File name"),
    "enclosure_pages": Wording("ページ数（頁）", "Pages"),
    "enclosure_size": Wording("サイズ（バイト）", "Size (bytes)"),
    "enclosure_sha256": Wording("照合値（SHA-256）", "SHA-256"),
    "finding_rule": Wording("点検項目", "Rule"),
    "finding_verdict": Wording("判定", "Verdict"),
    "finding_message": Wording("内容", "What was found"),
    "finding_source": Wording("根拠", "Source"),
    "answer_outcome": Wording("本部の決定", "Headquarters' decision"),
    "answer_amount": Wording("決定した額", "Amount decided"),
    "answer_conditions": Wording("条件・理由", "Conditions or reasons"),
    "answer_number": Wording("本部の文書番号", "Headquarters' document no."),
    "answer_on": Wording("決定日", "Decided on"),
}
_DATES = frozenset({"received_on", "due_on", "transmitted_on", "part_answered_on", "answer_on"})
_NUMBERS = frozenset({"line"})
_NAMESPACE = UUID("5b1d7c1e-6b0f-5d0a-9c39-0d0f4a2c6e11")  # of the keys of cases; never to be changed
Row = Mapping[str, object]
RegisterRow = Row | PartLine | EnclosureLine | Finding
Judge = Callable[[CaseSheet], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class RegisterFilling:
    """Fills the registers of one programme and year in one language."""

    edition: Edition
    profile: BranchProfile
    names: Names
    language: Language
    judge: Judge = lambda _: ()

    def register(self, register: Register, sheets: Sequence[CaseSheet]) -> FilledRegister:
        return replace(self.in_turn(register, sheets, 0), rows=list(self._rows(register, sheets)))

    def in_turn(self, register: Register, sheets: Sequence[CaseSheet], count: int) -> FilledRegister:
        """The register whose ``count`` rows are made one by one whenever they are gone through."""
        inner = self._inner(register)
        columns = [_column(one, self.edition, inner, self.language) for one in _with_common_era(register.columns)]
        rows = RowsInTurn(count, lambda: self._rows(register, sheets))
        return FilledRegister(register.key, register.name, columns, rows)

    def _rows(self, register: Register, sheets: Sequence[CaseSheet]) -> Iterator[list[object]]:
        told, inner = list(_with_common_era(register.columns)), self._inner(register)
        for sheet in sheets:
            for number, row in enumerate(self._rows_of(register, sheet), start=1):
                yield [self._value(column, sheet, row, number, inner) for column in told]

    def _inner(self, register: Register) -> Sequence[Field]:
        asked = self.edition.field(register.of)
        return asked.columns if isinstance(asked, Rows) else ()

    def _value(self, column: Column, sheet: CaseSheet, row: RegisterRow, number: int, inner: Sequence[Field]) -> object:
        source = column.source
        if source == LINE:
            return number
        if isinstance(row, Mapping):
            found = next((one for one in inner if one.key == source), None)
            if found is not None:
                return self._typed(found, row.get(found.key))
        elif (value := self._of_row(source, row)) is not _NOT_OF_ROW:
            return value
        asked = None if source in _HEADS else sheet.edition.field(source)
        if asked is not None:
            return self._typed(asked, sheet.answers.get(asked.key))
        return None if source in ANSWER_COLUMNS else _SPINE[source](self, sheet)

    def _of_row(self, source: str, row: PartLine | EnclosureLine | Finding) -> object:
        """What a part, an enclosure or a finding tells of itself."""
        if isinstance(row, PartLine):
            return _part_value(source, row, self.language) if source.startswith("part") else _NOT_OF_ROW
        if isinstance(row, EnclosureLine):
            return _enclosure_value(source, row, self.language) if source.startswith("enclosure_") else _NOT_OF_ROW
        return self._finding_value(source, row) if source.startswith("finding_") else _NOT_OF_ROW

    def _finding_value(self, source: str, found: Finding) -> object:
        cited = found.source
        told = f"{cited.title.in_(self.language)} {cited.locator.in_(self.language)}".strip() if cited else ""
        return {
            "finding_rule": self.edition.finding_name(found.rule).in_(self.language),
            "finding_verdict": VERDICT_WORDS[found.verdict].in_(self.language),
            "finding_message": plain_numerals(found.message.in_(self.language)),
            "finding_source": plain_numerals(told),
        }[source]

    def _rows_of(self, register: Register, sheet: CaseSheet) -> Iterable[RegisterRow]:
        if register.of == "":
            return [{}]
        if register.of == FINDINGS:
            return self.judge(sheet)
        of: Mapping[str, Sequence[RegisterRow]] = {"parts": sheet.parts, ENCLOSURES: sheet.enclosures}
        return of.get(register.of) or cast("Sequence[Row]", sheet.answers.get(register.of, ()))

    def _typed(self, asked: Field, value: object) -> object:
        """Amounts and days stay what they are; everything else is its printed text."""
        if value is None or isinstance(value, int | date | Fraction):
            return value
        text = asked.printed(value, self.language, self.names)
        if not isinstance(asked, Choice | Choices):
            return text
        return plain_numerals(text).replace("\n", "、" if self.language is Language.JA else "; ")


def case_key(branch_code: str, sheet: CaseSheet) -> str:
    """What the case is known by everywhere and for good: no other case of any branch has the same."""
    return str(uuid5(_NAMESPACE, f"{branch_code}/{sheet.number}/{sheet.created_at.isoformat()}"))


_NOT_OF_ROW = object()
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
    "case_title": lambda _, sheet: sheet.title,
    "case_key": lambda filling, sheet: case_key(filling.profile.branch or "", sheet),
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


def _part_value(source: str, line: PartLine, language: Language) -> object:
    return {
        "part": line.key,
        "part_name": line.name.in_(language),
        "part_state": line.state.label.in_(language),
        "part_answered_on": line.answered_on,
        "part_note": line.note,
    }[source]


def _enclosure_value(source: str, line: EnclosureLine, language: Language) -> object:
    return {
        "enclosure_kind": plain_numerals(line.kind_label.in_(language)) if line.kind_label else "",
        "enclosure_name": line.name,
        "enclosure_pages": line.pages,
        "enclosure_size": line.size,
        "enclosure_sha256": line.sha256,
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
        sealed=column.source not in ANSWER_COLUMNS,
        printed=column.source not in KEYS,
    )


def _kind(asked: Field | None, source: str) -> ColumnKind:
    if isinstance(asked, Yen):
        return ColumnKind.YEN
    if isinstance(asked, Count) or source in _NUMBERS:
        return ColumnKind.NUMBER
    if isinstance(asked, Day) or source in _DATES:
        return ColumnKind.DATE
    return ColumnKind.TEXT


def _choices(asked: Field | None, column: Column, edition: Edition, language: Language) -> list[str]:
    if column.kind is not ColumnKind.CHOICE:
        return []
    if isinstance(asked, Choice | Choices):
        return [plain_numerals(option.label.in_(language)) for option in asked.options]
    if column.source == "finding_verdict":
        return [words.in_(language) for words in VERDICT_WORDS.values()]
    if column.source == "answer_outcome":
        return [one.words.in_(language) for one in edition.programme.outcomes]
    flow = edition.programme.workflow
    states = flow.parts.states if column.source == "part_state" and flow.parts else flow.states
    return [state.label.in_(language) for state in states]
