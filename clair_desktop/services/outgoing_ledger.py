"""The ledger of registers handed out: what, when, to whom, how many cases, by which medium; on screen, paper, in Excel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import Cell, FilledTable
from clair_desktop.domain.hand_overs import FORM_WORDS, MEDIUM_WORDS, Form, Medium
from clair_desktop.domain.registers import ColumnKind, FilledColumn
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.model.hand_over_tables import HandOverRow
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.ledger_files import LedgerFiles, LedgerPaper, told

TITLE = Wording("データ持出し台帳", "Ledger of data handed out")
_LOCKED = {True: Wording("あり", "yes"), False: Wording("なし", "no")}
COLUMNS: Sequence[tuple[str, Wording, int]] = (
    ("on", Wording("提出日", "Handed out on"), 18),
    ("made_at", Wording("記録日時", "Recorded at"), 17),
    ("made_by", Wording("担当", "By"), 20),
    ("recipient", Wording("提出先", "To"), 24),
    ("medium", Wording("媒体", "Medium"), 16),
    ("file_name", Wording("ファイル名", "File"), 44),
    ("programme", Wording("事業", "Programme"), 30),
    ("project_year", Wording("実施年度（西暦）", "Project year"), 12),
    ("number", Wording("版", "No."), 6),
    ("form", Wording("形式", "Form"), 20),
    ("cases", Wording("件数（件）", "Cases"), 8),
    ("rows", Wording("行数（行）", "Rows"), 8),
    ("locked", Wording("パスワード", "Password"), 10),
    ("replaced", Wording("置き換えた文字", "Characters replaced"), 24),
    ("sha256", Wording("照合値（SHA-256）", "SHA-256"), 66),
    ("note", Wording("備考", "Note"), 30),
    ("branch_code", Wording("支部の団体コード", "Branch code"), 12),
)
_COUNTS = frozenset({"project_year", "number", "cases", "rows"})
_ON_PAPER = (
    Wording("提出日・担当", "When, by whom"),
    Wording("提出先・媒体", "To whom, medium"),
    Wording("ファイル", "File"),
    Wording("事業・年度・版", "Programme, year, no."),
    Wording("件数", "Cases"),
    Wording("パスワード", "Password"),
    Wording("照合値・備考", "Hash, note"),
)
_WIDTHS = (14, 15, 24, 18, 6, 8, 15)
_HASH_LINE = 16
_ALL = Wording("すべて", "everything")


@dataclass(frozen=True, slots=True)
class OutgoingFilter:
    """Which lines are wanted: any of whose words holds ``text``, handed out by a medium, from a day to a day."""

    text: str = ""
    medium: Medium | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OutgoingLine:
    """One file that was handed out."""

    id: int
    on: date
    made_at: datetime
    made_by: str
    recipient: str
    medium: Wording
    file_name: str
    programme: Wording
    project_year: int
    number: int
    form: Wording
    cases: int
    rows: int
    locked: Wording
    replaced: str
    sha256: str
    note: str
    branch_code: str
    sample: bool
    row: HandOverRow

    def said(self, key: str, language: Language) -> str:
        """One column as it is shown."""
        return told(getattr(self, key), language)


class OutgoingLedger:
    """Written by the act that handed out; here it is only read."""

    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._files = LedgerFiles(desk, branch, "handed_out", TITLE)

    def lines(self, wanted: OutgoingFilter | None = None) -> list[OutgoingLine]:
        """The latest first."""
        with self._desk.database.reading() as work:
            rows = work.hand_overs.all()
        chosen = wanted or OutgoingFilter()
        return [line for row in reversed(rows) if _fits(line := self._line(row), chosen)]

    def print(self, wanted: OutgoingFilter, out: Path, language: Language) -> LedgerPaper:
        """Write the lines as a PDF, read back before it takes its place."""
        heads = [one.in_(language) for one in _ON_PAPER]
        rows = [_on_paper(line, language) for line in self.lines(wanted)]
        table = FilledTable(heads, rows, _WIDTHS, landscape=True)
        return self._files.print(table, _wanted_words(wanted, language), out, language)

    def export(self, wanted: OutgoingFilter, out: Path, language: Language) -> LedgerPaper:
        """Write every column as a workbook."""
        columns = [FilledColumn(key, name, _kind(key), width) for key, name, width in COLUMNS]
        rows = [[_cell(line, key, language) for key, _name, _width in COLUMNS] for line in self.lines(wanted)]
        return self._files.export(columns, rows, _wanted_words(wanted, language), out, language)

    def _line(self, row: HandOverRow) -> OutgoingLine:
        known = self._desk.programmes.get(row.programme)
        replaced = cast("Mapping[str, str]", row.replaced)
        return OutgoingLine(
            row.id, row.on_date, row.made_at, row.made_by, row.recipient, MEDIUM_WORDS[Medium(row.medium)],
            row.file_name, known.name if known else same(row.programme), row.project_year, row.number,
            FORM_WORDS[Form(row.form)], row.cases, row.rows, _LOCKED[row.protected],
            "、".join(f"{one}→{instead}" for one, instead in replaced.items()), row.sha256, row.note,
            row.branch_code, row.sample, row,
        )  # fmt: skip


def _kind(key: str) -> ColumnKind:
    if key == "on":
        return ColumnKind.DATE
    return ColumnKind.NUMBER if key in _COUNTS else ColumnKind.TEXT


def _cell(line: OutgoingLine, key: str, language: Language) -> object:
    return getattr(line, key) if key == "on" or key in _COUNTS else line.said(key, language)


def _fits(line: OutgoingLine, wanted: OutgoingFilter) -> bool:
    if wanted.medium and line.row.medium != wanted.medium.value:
        return False
    if (wanted.since and line.on < wanted.since) or (wanted.until and line.on > wanted.until):
        return False
    held = folded("\n".join(line.said(key, one) for key, _name, _width in COLUMNS for one in Language)).casefold()
    return all(part in held for part in folded(wanted.text).casefold().split())


def _on_paper(line: OutgoingLine, language: Language) -> list[Cell]:
    year = (
        f"{line.project_year}年度 第{line.number}版"
        if language is Language.JA
        else f"{line.project_year}, no. {line.number}"
    )
    replaced = [line.replaced] if line.replaced else []
    note = [line.note] if line.note else []
    return [
        Cell(f"{line.said('on', language)}\n{line.made_by}"),
        Cell(f"{line.recipient}\n{line.medium.in_(language)}"),
        Cell(f"{line.file_name}\n{line.form.in_(language)}"),
        Cell(f"{line.programme.in_(language)}\n{year}"),
        Cell(str(line.cases), number=True),
        Cell(line.locked.in_(language)),
        Cell("\n".join([*_in_lines(line.sha256), *replaced, *note])),
    ]


def _in_lines(digest: str) -> list[str]:
    """A hash that leaves room for the other columns."""
    return [digest[at : at + _HASH_LINE] for at in range(0, len(digest), _HASH_LINE)]


def _wanted_words(wanted: OutgoingFilter, language: Language) -> str:
    """What was chosen, so that a printed part is not taken for the whole."""
    said = [wanted.text] if wanted.text else []
    if wanted.medium:
        said.append(MEDIUM_WORDS[wanted.medium].in_(language))
    if wanted.since or wanted.until:
        ends = [printed_date(one, language) if one else "" for one in (wanted.since, wanted.until)]
        said.append("～".join(ends) if language is Language.JA else " – ".join(ends))
    return "　".join(said) or _ALL.in_(language)
