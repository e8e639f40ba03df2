"""集計: cases and amounts of a year by programme, state, body, country or category; shown, printed and exported."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import PDF, WORKBOOK, Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries
    from clair_desktop.services.statistics import Figure, Statistic

    Write = Callable[[Statistic, Path, Language, str | None], object]

# What is counted, in the order of the table's columns after the group.
MEASURES: Sequence[tuple[str, Wording]] = (
    ("cases", Wording("件数", "Cases")),
    ("requested", Wording("申請額（円）", "Requested (JPY)")),
    ("awarded", Wording("決定額（円）", "Awarded (JPY)")),
    ("final_amount", Wording("確定額（円）", "Final (JPY)")),
)
ALL_YEARS = Wording("全年度", "All years")
ALL_PROGRAMMES = Wording("全事業", "All programmes")


@dataclass(frozen=True, slots=True)
class StatisticWish:
    """``year`` and ``programme`` are None where all are counted together."""

    year: FiscalYear | None
    by: str
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line: the number of cases and the amounts in yen, in the order of ``MEASURES``."""

    label: Wording
    figures: Sequence[int]


@dataclass(frozen=True, slots=True)
class StatisticSheet:
    """Everything the room shows; ``total`` counts each case once, even where it stands in several lines."""

    wish: StatisticWish
    years: Sequence[tuple[FiscalYear | None, Wording]]
    programmes: Sequence[tuple[str | None, Wording]]
    groups: Sequence[tuple[str, Wording]]
    lines: Sequence[FigureLine]
    total: FigureLine


class StatisticsView(Protocol):
    def show_statistic(self, sheet: StatisticSheet) -> None: ...

    def show_written(self, path: Path) -> None: ...

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
        """Whether the person let it be printed; a printer that fails is a refusal."""
        ...


class StatisticsPresenter:
    """Opens at the latest year that has cases."""

    def __init__(self, view: StatisticsView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        years = office.statistics.years()
        self._wish = StatisticWish(FiscalYear(years[0]) if years else None, "programme")
        self._written: Path | None = None

    def start(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Counts anew."""
        from clair_desktop.services.statistics import GROUPS

        counted = self._counted()
        programmes = [(key, one.name) for key, one in self._office.programmes().items()]
        self._view.show_statistic(
            StatisticSheet(
                wish=self._wish,
                years=[*((one, one.label()) for one in self._years()), (None, ALL_YEARS)],
                programmes=[(None, ALL_PROGRAMMES), *programmes],
                groups=list(GROUPS.items()),
                lines=[_line(one) for one in counted.lines],
                total=_line(counted.total),
            )
        )

    def choose(self, wish: StatisticWish) -> None:
        self._wish = wish
        self.reload()

    def export(self) -> None:
        """Writes the table as a workbook where the person says."""
        target = self._shell.pick_save(
            Wording("集計をExcelへ書き出す", "Export to Excel"), self._name("xlsx"), [WORKBOOK]
        )
        if target is not None:
            self._write(self._office.statistic_papers.export, target)

    def save_pdf(self) -> None:
        """Writes the table as a PDF where the person says."""
        target = self._shell.pick_save(Wording("集計をPDFで保存", "Save as PDF"), self._name("pdf"), [PDF])
        if target is not None:
            self._write(self._office.statistic_papers.print, target)

    def print(self) -> None:
        """Prints the table as the PDF has it; what the printer has taken is noted."""
        from clair_desktop.services.releases import How

        with tempfile.TemporaryDirectory(prefix="clair-") as folder:
            out = Path(folder) / self._name("pdf")
            try:
                papers, counted, programme = self._office.statistic_papers, self._counted(), self._wish.programme
                papers.print(counted, out, self._language, programme, how=None)
                if self._view.send_to_printer(out, out.stem, monochrome=self._office.paper_styles.get().monochrome):
                    papers.note(counted, out, self._language, programme, how=How.PRINTED)
                    self._shell.say(Wording("印刷に送りました。", "Sent to the printer."))
            except Refusal as refusal:
                self._shell.refuse(refusal)

    def open_folder(self) -> None:
        if self._written:
            self._shell.open_folder(self._written.parent)

    def _write(self, write: "Write", target: Path) -> None:
        try:
            write(self._counted(), target, self._language, self._wish.programme)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._written = target
        self._view.show_written(target)

    def _counted(self) -> "Statistic":
        year = self._wish.year.start_year if self._wish.year else None
        return self._office.statistics.of_year(year, self._wish.by, self._wish.programme)

    def _years(self) -> list[FiscalYear]:
        """Years with cases, and the one looked at even where its last case has gone."""
        looked_at = {self._wish.year.start_year} if self._wish.year else set()
        return [FiscalYear(year) for year in sorted({*self._office.statistics.years(), *looked_at}, reverse=True)]

    def _name(self, ending: str) -> str:
        year = self._wish.year.prefix() if self._wish.year else "all"
        return f"{self._office.branch.get().branch}_statistics_{self._wish.by}_{year}.{ending}"


def _line(one: "Figure") -> FigureLine:
    return FigureLine(one.label, [one.cases, *(one.amounts[key] for key, _name in MEASURES[1:])])
