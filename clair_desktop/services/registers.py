"""The branch's registers: shown on screen and handed to headquarters as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clair_desktop import __version__
from clair_desktop.domain.hand_overs import Form
from clair_desktop.domain.intake import edition_hash
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import FilledWorkbook, Register
from clair_desktop.domain.rulings import Finding
from clair_desktop.domain.whole_registers import keyed, whole_registers
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.csv_files import Lacking, lacking_in
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.hand_overs import HandedFile, Handing, HandOvers, Packed, Parcel
from clair_desktop.services.reading import facts_of, sheet_of
from clair_desktop.services.register_proof import told_otherwise, unlike
from clair_desktop.services.register_rows import RegisterFilling
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.wanted_papers import judged_case

_OTHER = {Language.JA: Language.EN, Language.EN: Language.JA}
_UNLIKE = Wording(
    "日本語と英語の台帳で数値か日付が一致しないため、書き出しませんでした。",
    "The workbook would hold other figures or days in Japanese than in English, so it was not written.",
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A register handed out: ``rows`` counts its cases, ``number`` the hand-over, ``files`` all that was written.

    ``otherwise`` is what released packs told of its cases otherwise.
    """

    path: Path
    rows: int
    sha256: str
    otherwise: Sequence[Wording] = ()
    number: int = 0
    files: Sequence[HandedFile] = ()


@dataclass(frozen=True, slots=True)
class MadeExport:
    """An export that is ready to be put in its place."""

    packed: Packed
    rows: int
    otherwise: Sequence[Wording]


class Registers:
    """Registers by programme and project year."""

    def __init__(self, desk: Desk, branch: BranchSettings, hand_overs: HandOvers) -> None:
        self._desk = desk
        self._branch = branch
        self._hand_overs = hand_overs

    def years(self, programme: str) -> list[int]:
        """Project years that have cases of the programme, the latest first."""
        with self._desk.database.reading() as work:
            return sorted({line.project_year for line in work.cases.listing(programme)}, reverse=True)

    def rows(self, programme: str, year: int, language: Language) -> FilledWorkbook:
        """Every register of the programme and year, ready to show."""
        edition = self._desk.edition(programme, year)
        return self._filled(edition, self._sheets(edition), language, whole_registers(edition))

    def branch_code(self) -> str:
        """The branch whose registers these are; empty until it is chosen."""
        return self._branch.get().branch or ""

    def keyed(self, edition: Edition, language: Language, number: int = 0) -> FilledWorkbook:
        """The registers as they are handed out, with the keys that programs know their rows by."""
        return self._keyed(edition, self._sheets(edition), language, number)

    def lacking(self, programme: str, year: int, language: Language = Language.JA) -> list[Lacking]:
        """What CP932 lacks of the registers, place by place, with what might stand for it."""
        return lacking_in(self.keyed(self._desk.edition(programme, year), language))

    def _sheets(self, edition: Edition) -> list[CaseSheet]:
        with self._desk.database.reading() as work:
            rows = work.cases.of_year(edition.programme.key, edition.year.start_year)
            return [sheet_of(self._desk, work, row, edition=edition) for row in rows]

    def _keyed(self, edition: Edition, sheets: Sequence[CaseSheet], language: Language, number: int) -> FilledWorkbook:
        return self._filled(edition, sheets, language, [keyed(one) for one in whole_registers(edition)], number)

    def _filled(
        self,
        edition: Edition,
        sheets: Sequence[CaseSheet],
        language: Language,
        registers: Sequence[Register],
        number: int = 0,
    ) -> FilledWorkbook:
        profile = self._branch.get()
        filling = RegisterFilling(edition, profile, self._desk.names, language, self._judge)
        name = edition.programme.name
        label = edition.year.label(profile.era_style)
        return FilledWorkbook(
            title=Wording(f"{label.ja}　{name.ja}", f"{name.en}, {label.en}"),
            registers=[filling.register(one, sheets) for one in registers],
            meta=self._meta(edition, language, len(sheets), number),
            sample=any(sheet.sample for sheet in sheets) or profile.demonstration,
        )

    def _judge(self, sheet: CaseSheet) -> Sequence[Finding]:
        return judged_case(sheet, facts_of(self._desk, sheet)).findings

    def export(
        self,
        programme: str,
        year: int,
        out: Path,
        language: Language = Language.JA,
        handing: Handing | None = None,
        *,
        password: str | None = None,
    ) -> Exported:
        """Hand out headquarters' workbook, verified before it takes its place; a folder gets the default name."""
        return self.hand_out(self.make(programme, year, out, language, handing, password=password))

    def hand_out(self, made: "MadeExport") -> Exported:
        """Puts what was made in its place and notes it."""
        files = self._hand_overs.put(made.packed)
        first = files[0]
        return Exported(first.path, made.rows, first.sha256, made.otherwise, made.packed.parcel.number, files)

    def make(
        self,
        programme: str,
        year: int,
        out: Path,
        language: Language = Language.JA,
        handing: Handing | None = None,
        *,
        password: str | None = None,
    ) -> "MadeExport":
        """The files of an export, made aside and verified: this takes long, changes nothing and may be given up."""
        how = handing or Handing()
        target = self._target(programme, year, out, how.form)
        edition = self._desk.edition(programme, year)
        sheets = self._sheets(edition)
        number = self._hand_overs.next_number(programme, year)
        workbook = self._keyed(edition, sheets, language, number)
        if wrong := unlike(workbook, self._beside(workbook, edition, sheets, _OTHER[language])):
            raise Refusal(_UNLIKE, details=wrong)
        packed = self._hand_overs.make(Parcel(edition, number, workbook, how), target, language, locked_with=password)
        return MadeExport(packed, len(workbook.registers[0].rows), self._otherwise(edition, sheets))

    def _beside(
        self, book: FilledWorkbook, edition: Edition, sheets: Sequence[CaseSheet], language: Language
    ) -> FilledWorkbook:
        """The same workbook in the other language, its rows made only as they are looked at."""
        filling = RegisterFilling(edition, self._branch.get(), self._desk.names, language, self._judge)
        asked = [keyed(one) for one in whole_registers(edition)]
        registers = [
            filling.in_turn(one, sheets, len(held.rows)) for one, held in zip(asked, book.registers, strict=True)
        ]
        return replace(book, registers=registers)

    def _target(self, programme: str, year: int, out: Path, form: Form) -> Path:
        if out.is_dir():
            return out / self._hand_overs.name(programme, year, form)
        if not out.parent.is_dir():
            raise Refusal(
                Wording(
                    f"「{out.parent}」というフォルダーはありません。作るか、別の場所を選んでください。",
                    f"There is no folder “{out.parent}”. Make it, or choose another place.",
                ),
                field="out",
            )
        return out

    def _otherwise(self, edition: Edition, sheets: Sequence[CaseSheet]) -> list[Wording]:
        with self._desk.database.reading() as work:
            released = work.releases.of_year(edition.programme.key, edition.year.start_year)
        return told_otherwise(edition, sheets, released, self._desk.names)

    def _meta(self, edition: Edition, language: Language, cases: int, number: int) -> list[tuple[str, str | int]]:
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
            ("edition", edition_hash(edition)),
            ("hand_over", number),
            ("language", language.value),
            ("cases", cases),
        ]
