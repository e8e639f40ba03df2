"""What every ledger gives: a column in words, a PDF in the office's look that has its own line, a workbook of all columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from clair_desktop import __version__
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.registers import FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel import exporting
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.writing import not_written
from clair_desktop.support.jobs import run


@dataclass(frozen=True, slots=True)
class LedgerPaper:
    """What was written, and how many lines it holds."""

    path: Path
    sha256: str
    rows: int


def told(value: object, language: Language) -> str:
    """One column of a line as it is shown."""
    match value:
        case Wording():
            return value.in_(language)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return printed_date(value, language)
        case _:
            return str(value)


class LedgerFiles:
    """The files of one ledger; ``key`` names its table in the workbook."""

    def __init__(self, desk: Desk, branch: BranchSettings, key: str, title: Wording) -> None:
        self._desk, self._branch = desk, branch
        self._key, self._title = key, title

    def print(self, table: FilledTable, chosen: str, out: Path, language: Language) -> LedgerPaper:
        """Write the lines as a PDF, read back before it takes its place, and note that it was printed."""
        from clair_desktop.output.pdf.packs import print_pack

        profile, day, name = self._branch.get(), self._desk.clock.today(), self._title.in_(language)
        dated = profile.papers.dated(printed_date(day, language), language)
        form = FilledForm(name, "", f"{profile.name.in_(language)}　{chosen}", [table], day=dated)
        document = FilledDocument(name, language.value, form, internal=True)
        made_on, layout = day.isoformat(), profile.papers.layout
        pack = FilledPack(name, "", language.value, [document], [], profile.demonstration, made_on, layout=layout)
        try:
            written = print_pack(pack, out)
        except OSError as fault:
            raise not_written(out) from fault
        note_paper(self._desk, self._title, [out], [language])
        return LedgerPaper(out, written.sha256, len(table.rows))

    def export(
        self,
        columns: Sequence[FilledColumn],
        rows: Sequence[Sequence[object]],
        chosen: str,
        out: Path,
        language: Language,
    ) -> LedgerPaper:
        """Write every column as a workbook."""
        if not out.parent.is_dir():
            raise not_written(out)
        profile = self._branch.get()
        meta: list[tuple[str, str | int]] = [
            ("program_version", __version__),
            ("branch_code", profile.branch or ""),
            ("branch", profile.name.in_(language)),
            ("made_on", self._desk.clock.today().isoformat()),
            ("chosen", chosen),
        ]
        register = FilledRegister(self._key, self._title, columns, rows)
        workbook = FilledWorkbook(self._title, [register], meta, profile.demonstration)
        answered = run(self._desk.jobs, exporting.JOB, exporting.request(workbook, out, language))
        return LedgerPaper(out, exporting.result(answered).sha256, len(rows))
