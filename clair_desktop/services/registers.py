"""The branch's registers: shown on screen and handed to headquarters as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop import __version__
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import (
    FilledWorkbook,
)
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel import exporting
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.reading import sheet_of
from clair_desktop.services.register_proof import told_otherwise, unlike
from clair_desktop.services.register_rows import RegisterFilling
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.support.jobs import run

_OTHER = {Language.JA: Language.EN, Language.EN: Language.JA}
_UNLIKE = Wording(
    "日本語と英語の台帳で数値か日付が一致しないため、書き出しませんでした。",
    "The workbook would hold other figures or days in Japanese than in English, so it was not written.",
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A written workbook; ``otherwise`` is what released packs told of its cases otherwise."""

    path: Path
    rows: int
    sha256: str
    otherwise: Sequence[Wording] = ()


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
        return self._filled(edition, self._sheets(edition), language)

    def _sheets(self, edition: Edition) -> list[CaseSheet]:
        with self._desk.database.reading() as work:
            rows = work.cases.of_year(edition.programme.key, edition.year.start_year)
            return [sheet_of(self._desk, work, row, edition=edition) for row in rows]

    def _filled(self, edition: Edition, sheets: Sequence[CaseSheet], language: Language) -> FilledWorkbook:
        profile = self._branch.get()
        filling = RegisterFilling(edition, profile, self._desk.names, language)
        name = edition.programme.name
        label = edition.year.label(profile.era_style)
        return FilledWorkbook(
            title=Wording(f"{label.ja}　{name.ja}", f"{name.en}, {label.en}"),
            registers=[filling.register(one, sheets) for one in edition.programme.registers],
            meta=self._meta(edition, language, len(sheets)),
            sample=any(sheet.sample for sheet in sheets) or profile.demonstration,
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
        edition = self._desk.edition(programme, year)
        sheets = self._sheets(edition)
        workbook, other = (self._filled(edition, sheets, one) for one in (language, _OTHER[language]))
        if wrong := unlike(workbook, other):
            raise Refusal(_UNLIKE, details=wrong)
        answered = run(self._desk.jobs, exporting.JOB, exporting.request(workbook, out, language))
        return Exported(
            out, len(workbook.registers[0].rows), exporting.result(answered).sha256, self._otherwise(edition, sheets)
        )

    def _otherwise(self, edition: Edition, sheets: Sequence[CaseSheet]) -> list[Wording]:
        with self._desk.database.reading() as work:
            released = work.releases.of_year(edition.programme.key, edition.year.start_year)
        return told_otherwise(edition, sheets, released, self._desk.names)

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
