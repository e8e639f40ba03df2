"""記入用Excel: which programme and year, which bodies, where to; what was handed out is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import Shell, Tasks
from clair_desktop.presenters.registers import ProgrammeChoice
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.services.hand_outs import HandOut
from clair_desktop.services.municipalities import KINDS

if TYPE_CHECKING:
    from clair_desktop.services.intake_forms import HandedOut
    from clair_desktop.services.office import Office  # loads the database's libraries

ANY_BODY = Wording("（団体を決めない。記入する団体が選ぶ）", "(no body yet: whoever fills it in chooses)")
NOBODY = Wording("渡す団体に印を付けてください。", "Tick the bodies to hand it to.")
_FOLDER = Wording("記入用Excelを書き出すフォルダー", "Folder for the workbooks")
_WORKING = Wording("記入用Excelを作っています…", "Making the workbooks…")
_OVERWRITE = Wording("置き換える", "Replace them")
_YEARS = 3  # this one and those that are called for next
_TOLD = 8


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body that may be handed a workbook; its code is empty where nobody is named."""

    code: str
    name: Wording
    kana: str
    kind: Wording


@dataclass(frozen=True, slots=True)
class HandOutSheet:
    programmes: Sequence[ProgrammeChoice]
    years: Sequence[FiscalYear]
    programme: str
    year: FiscalYear
    bodies: Sequence[BodyLine]


class HandOutsView(WorkingView, Protocol):
    def show_choices(self, sheet: HandOutSheet) -> None:
        """What may be chosen; ticks stay as they are."""
        ...

    def show_made(self, folder: Path, files: Sequence[str]) -> None: ...


class HandOutsPresenter:
    def __init__(self, view: HandOutsView, office: "Office", shell: Shell, tasks: Tasks) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._working = Working(view, shell, tasks)
        self._programme = next(iter(office.hand_outs.programmes()), "")
        self._year = FiscalYear.containing(office.clock.today())
        self._folder: Path | None = None

    @property
    def is_running(self) -> bool:
        return self._working.is_running

    def start(self) -> None:
        self._view.show_choices(self._sheet())

    def choose(self, programme: str, year: FiscalYear) -> None:
        self._programme, self._year = programme, year
        self.start()

    def write(self, bodies: Sequence[str], language: Language) -> None:
        """Asks for a folder and writes one workbook for each body; files of the same names only on a word."""
        if not bodies:
            self._shell.tell(NOBODY)
            return
        folder = self._shell.pick_folder(_FOLDER, self._folder)
        if folder is None:
            return
        wish = HandOut(self._programme, self._year.start_year, bodies, language)
        there = [name for name in self._office.hand_outs.names(wish).values() if (folder / name).exists()]
        if there and not self._shell.confirm(_already(there), _OVERWRITE, grave=True):
            return
        self._folder = folder
        self._working.run(_WORKING, lambda watch: self._office.hand_outs.write(wish, folder, watch), self._tell)

    def open_folder(self) -> None:
        if self._folder:
            self._shell.open_folder(self._folder)

    def _tell(self, made: "Sequence[HandedOut]") -> None:
        self._view.show_made(made[0].path.parent, [one.path.name for one in made])

    def _sheet(self) -> HandOutSheet:
        office = self._office
        programmes = [ProgrammeChoice(key, one.name) for key, one in office.hand_outs.programmes().items()]
        this = FiscalYear.containing(office.clock.today()).start_year
        years = [FiscalYear(this + ahead) for ahead in range(_YEARS)]
        bodies = [BodyLine(one.code, one.full_name, one.kana, KINDS[one.kind]) for one in office.hand_outs.bodies()]
        anybody = BodyLine("", ANY_BODY, "", Wording("", ""))
        return HandOutSheet(programmes, years, self._programme, self._year, [anybody, *bodies])


def _already(names: Sequence[str]) -> Wording:
    listed = "\n".join(f"・{one}" for one in names[:_TOLD])
    more = len(names) - _TOLD
    return Wording(
        f"同じ名前のファイルが{len(names)}件あります。新しいものに置き換えますか。"
        f"\n{listed}" + (f"\n（ほか{more}件）" if more > 0 else ""),
        f"{len(names)} files of the same names are there. Replace them with new ones?"
        f"\n{listed}" + (f"\n(and {more} more)" if more > 0 else ""),
    )
