"""The ledger of printed papers: what, when, by whom, how many pages, which file, and why; on screen, paper and in Excel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import Cell, FilledTable
from clair_desktop.domain.registers import ColumnKind, FilledColumn
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.release_tables import LedgerRow
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.ledger_files import LedgerFiles, LedgerPaper, told
from clair_desktop.services.releases import HOW_WORDS, How, state_name

TITLE = Wording("印刷書類台帳", "Ledger of printed papers")
_ALL = Wording("すべて", "everything")
LANGUAGE_WORDS: Mapping[str, Wording] = {
    "ja": Wording("日本語", "Japanese"),
    "en": Wording("英語", "English"),
    "both": Wording("日英", "Both"),
}
COLUMNS: Sequence[tuple[str, Wording, int]] = (
    ("made_at", Wording("日時", "When"), 17),
    ("made_by", Wording("担当", "By"), 20),
    ("how", Wording("区分", "How"), 14),
    ("case_number", Wording("案件番号", "Case no."), 12),
    ("case_title", Wording("件名", "Case"), 36),
    ("name", Wording("書類", "Papers"), 28),
    ("pack_id", Wording("書類番号", "Pack no."), 16),
    ("language", Wording("言語", "Language"), 9),
    ("document_number", Wording("文書番号", "Document no."), 16),
    ("on", Wording("文書の日付", "Day of the letter"), 18),
    ("state", Wording("案件の状態", "State of the case"), 16),
    ("pages", Wording("ページ数", "Pages"), 8),
    ("sha256", Wording("ファイルの照合値", "File hash"), 66),
    ("content_sha256", Wording("内容の照合値", "Content hash"), 66),
    ("reason", Wording("理由", "Reason"), 30),
)
_ON_PAPER = (
    Wording("日時・担当", "When, by whom"),
    Wording("案件", "Case"),
    Wording("書類", "Papers"),
    Wording("区分・理由", "How and why"),
    Wording("頁", "Pages"),
    Wording("照合値（ファイル／内容）", "Hash (file / content)"),
)
_WIDTHS = (12, 20, 20, 16, 5, 18)
_SHOWN_HASH = 16


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which lines are wanted: any of whose words holds ``text``, of one kind, made from a day to a day."""

    text: str = ""
    how: How | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One time that papers were printed."""

    id: int
    made_at: datetime
    made_by: str
    how: How
    case_number: str
    case_title: str
    name: Wording
    pack_id: str
    language: Wording
    document_number: str
    on: date
    state: Wording
    pages: int
    sha256: str
    content_sha256: str
    reason: Wording

    def said(self, key: str, language: Language) -> str:
        """One column as it is shown."""
        value = getattr(self, key)
        return told(HOW_WORDS[value] if isinstance(value, How) else value, language)


class PrintedLedger:
    """Written by the act that printed; here it is only read."""

    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._files = LedgerFiles(desk, branch, "printed_papers", TITLE)

    def lines(self, wanted: LedgerFilter | None = None) -> list[LedgerLine]:
        """The latest first."""
        with self._desk.database.reading() as work:
            rows = work.ledger.all()
        chosen = wanted or LedgerFilter()
        return [line for row in reversed(rows) if _fits(line := self._line(row), chosen)]

    def print(self, wanted: LedgerFilter, out: Path, language: Language) -> LedgerPaper:
        """Write the lines as a PDF, read back before it takes its place."""
        heads = [one.in_(language) for one in _ON_PAPER]
        rows = [_on_paper(line, language) for line in self.lines(wanted)]
        table = FilledTable(heads, rows, _WIDTHS, landscape=True)
        return self._files.print(table, _wanted_words(wanted, language), out, language)

    def export(self, wanted: LedgerFilter, out: Path, language: Language) -> LedgerPaper:
        """Write every column as a workbook."""
        columns = [
            FilledColumn(key, name, ColumnKind.NUMBER if key == "pages" else ColumnKind.TEXT, width)
            for key, name, width in COLUMNS
        ]
        rows: list[list[object]] = [
            [line.pages if key == "pages" else line.said(key, language) for key, _name, _width in COLUMNS]
            for line in self.lines(wanted)
        ]
        return self._files.export(columns, rows, _wanted_words(wanted, language), out, language)

    def _line(self, row: LedgerRow) -> LedgerLine:
        how = How(row.how)
        return LedgerLine(
            row.id, row.made_at, row.made_by, how, row.case_number, row.case_title,
            Wording(row.name_ja, row.name_en), row.pack_id, LANGUAGE_WORDS[row.language], row.document_number or "",
            row.on_date, state_name(self._desk, row.programme, row.state), row.pages, row.sha256, row.content_sha256,
            self._reason(row, how),
        )  # fmt: skip

    def _reason(self, row: LedgerRow, how: How) -> Wording:
        """What a step sent is there because of the step."""
        known = self._desk.programmes.get(row.programme)
        steps = {one.key: one.label for one in known.workflow.transitions} if known and how is How.SENT else {}
        return steps.get(row.reason, Wording(row.reason, row.reason))


def _fits(line: LedgerLine, wanted: LedgerFilter) -> bool:
    day = line.made_at.date()
    if (wanted.how and line.how is not wanted.how) or (wanted.since and day < wanted.since):
        return False
    if wanted.until and day > wanted.until:
        return False
    held = folded("\n".join(line.said(key, one) for key, _name, _width in COLUMNS for one in Language)).casefold()
    return all(part in held for part in folded(wanted.text).casefold().split())


def _on_paper(line: LedgerLine, language: Language) -> list[Cell]:
    numbered = f"{line.document_number}　" if line.document_number else ""
    return [
        Cell(f"{line.said('made_at', language)}\n{line.made_by}"),
        Cell(f"{line.case_number}\n{line.case_title}"),
        Cell(f"{line.name.in_(language)}（{line.language.in_(language)}）\n{numbered}{line.pack_id}"),
        Cell("\n".join(one for one in (line.said("how", language), line.reason.in_(language)) if one)),
        Cell(str(line.pages), number=True),
        Cell(f"{line.sha256[:_SHOWN_HASH]}\n{line.content_sha256[:_SHOWN_HASH]}"),
    ]


def _wanted_words(wanted: LedgerFilter, language: Language) -> str:
    """What was chosen, so that a printed part is not taken for the whole."""
    said = [wanted.text] if wanted.text else []
    if wanted.how:
        said.append(HOW_WORDS[wanted.how].in_(language))
    if wanted.since or wanted.until:
        ends = [printed_date(one, language) if one else "" for one in (wanted.since, wanted.until)]
        said.append("～".join(ends) if language is Language.JA else " – ".join(ends))
    return "　".join(said) or _ALL.in_(language)
