"""The registers of a programme and year: looked at as headquarters will see them, and written as its workbook."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.hand_overs import Form
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import FilledWorkbook
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.directory_files import CSV
from clair_desktop.presenters.handing import HandingQuestion, HandingWish, LackingLine, Substitutes, lacking_lines
from clair_desktop.presenters.ports import WORKBOOK, Shell, Tasks
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.services.hand_overs import Handing
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries
    from clair_desktop.services.registers import MadeExport


@dataclass(frozen=True, slots=True)
class ProgrammeChoice:
    key: str
    name: Wording


@dataclass(frozen=True, slots=True)
class YearChoice:
    """A project year and how many cases it holds."""

    year: FiscalYear
    cases: int


@dataclass(frozen=True, slots=True)
class RegistersSheet:
    """Everything the page shows; ``workbook`` is None while the year has no case."""

    programmes: Sequence[ProgrammeChoice]
    years: Sequence[YearChoice]
    programme: str
    year: FiscalYear
    workbook: FilledWorkbook | None


_MOST_TOLD = 8
_OTHERWISE = Wording(
    "書き出しました。ただし、発行済みの書類と違う値があります。変更の届出などで正しく変わったものか確かめてください。",
    "The workbook was written. Some of its values are not those of released papers; check that they were meant to change.",
)
HEADQUARTERS = Wording("本部", "Headquarters")
SAVE_AS = Wording("台帳をExcelへ書き出す", "Export the registers to Excel")


_WORKING = Wording("台帳を書き出しています…", "Writing the registers…")


class RegistersView(WorkingView, Protocol):
    def show_registers(self, page: RegistersSheet) -> None: ...

    def show_written(self, path: Path, rows: int) -> None: ...

    def ask_handing(self, question: HandingQuestion) -> HandingWish | None:
        """In which form, to whom and by which medium the register leaves."""
        ...

    def ask_substitutes(self, lines: Sequence[LackingLine]) -> Substitutes | None:
        """What shall stand for each character that the old encoding lacks; None where the person goes back."""
        ...


class RegistersPresenter:
    """Decides which years are offered, and asks where a workbook shall lie."""

    def __init__(self, view: RegistersView, office: "Office", shell: Shell, language: Language, tasks: Tasks) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._working = Working(view, shell, tasks)
        self._language = language
        self._programme = next(iter(office.programmes()), "")
        self._year: FiscalYear | None = None
        self._shown: RegistersSheet | None = None
        self._written: Path | None = None

    def start(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Shows the registers as they now stand."""
        self._shown = self._page()
        self._view.show_registers(self._shown)

    def choose(self, programme: str, year: FiscalYear | None = None) -> None:
        """Another programme, at the year with the latest cases unless one is named."""
        self._programme, self._year = programme, year
        self.reload()

    def export(self) -> None:
        """Asks how it is handed out and where to, writes it, notes it in the ledger, and says what it holds."""
        page = self._shown
        if page is None or self._working.is_running:
            return
        wish = self._view.ask_handing(self._question(page))
        if wish is None:
            return
        replaced = self._substitutes(page) if wish.form is Form.CSV_CP932 else {}
        if replaced is None:
            return
        kinds = [WORKBOOK] if wish.form is Form.XLSX else [CSV]
        name = self._office.hand_overs.name(page.programme, page.year.start_year, wish.form)
        target = self._shell.pick_save(SAVE_AS, name, kinds)
        if target is not None:
            self._write(page, target, wish, replaced)

    def _write(self, page: RegistersSheet, target: Path, wish: HandingWish, replaced: Substitutes) -> None:
        handing = Handing(wish.form, wish.to, wish.medium, None, wish.note, replaced)
        programme, year, language = page.programme, page.year.start_year, self._language

        def make(watch: Watch) -> "MadeExport":
            """In a thread of its own: what it makes is put in its place by the window's."""
            registers = self._office.watched(watch).registers
            return registers.make(programme, year, target, language, handing, password=wish.password)

        self._working.run(_WORKING, make, self._hand_out)

    def _hand_out(self, made: "MadeExport") -> None:
        try:
            written = self._office.registers.hand_out(made)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._written = written.path
        self._view.show_written(written.path, written.rows)
        if written.otherwise:
            self._shell.tell(_told_otherwise(written.otherwise))

    def _question(self, page: RegistersSheet) -> HandingQuestion:
        programme, year = page.programme, page.year
        number = self._office.hand_overs.next_number(programme, year.start_year)
        return HandingQuestion(self._office.programmes()[programme].name, year.label(), number, HEADQUARTERS)

    def _substitutes(self, page: RegistersSheet) -> Substitutes | None:
        """What stands for characters that CP932 lacks; None where the person goes back."""
        lines = lacking_lines(self._office, page.programme, page.year.start_year)
        return self._view.ask_substitutes(lines) if lines else {}

    def open_folder(self) -> None:
        if self._written:
            self._shell.open_folder(self._written.parent)

    def _page(self) -> RegistersSheet:
        programmes = [ProgrammeChoice(key, one.name) for key, one in self._office.programmes().items()]
        years = self._years()
        year = self._year or years[0].year
        held = next((choice.cases for choice in years if choice.year == year), 0)
        rows = self._office.registers.rows(self._programme, year.start_year, self._language) if held else None
        return RegistersSheet(programmes, years, self._programme, year, rows)

    def _years(self) -> list[YearChoice]:
        """Years with cases first, the latest on top; then those with known rules, this year and the next."""
        held = Counter(line.project_year for line in self._office.cases.lines(programme=self._programme))
        this = FiscalYear.containing(self._office.clock.today()).start_year
        known = self._office.programmes()[self._programme].years_with_rulings()
        others = sorted({this, this + 1, *known} - set(held), reverse=True)
        return [YearChoice(FiscalYear(year), held[year]) for year in (*sorted(held, reverse=True), *others)]


def _told_otherwise(said: Sequence[Wording]) -> Wording:
    """A few of them; the rest is counted."""
    ja, en = ("\n".join(f"・{one.in_(language)}" for one in said[:_MOST_TOLD]) for language in Language)
    more = Wording(f"\n（ほか{len(said) - _MOST_TOLD}件）", f"\n(and {len(said) - _MOST_TOLD} more)")
    rest = more if len(said) > _MOST_TOLD else Wording("", "")
    return Wording(f"{_OTHERWISE.ja}\n{ja}{rest.ja}", f"{_OTHERWISE.en}\n{en}{rest.en}")
