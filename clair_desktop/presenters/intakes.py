"""取り込み: a municipality's workbook read and judged, its differences chosen, and taken in as one act."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.intake_lines import ChangeKey, ShownIntake, shown_intake
from clair_desktop.presenters.ports import WORKBOOK, Shell, Tasks
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.services.intake import Accept, Intake
from clair_desktop.services.intake_choice import without
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

_CHOOSE = Wording("記入された Excel を選ぶ", "Choose a workbook that was filled in")
_READING = Wording("「{name}」を読んでいます…", "Reading “{name}”…")
_MARKING = Wording("印を付けた控えを作っています…", "Making the marked copy…")
_SAVE_MARKED = Wording("印を付けた控えを保存する", "Save the marked copy")
_MARKED = Wording("「{name}」に控えを保存しました。", "The marked copy was saved as “{name}”.")
_TAKE = Wording("取り込む", "Take it in")
_VALID_ONLY = Wording(
    "誤りが{count}件あります。誤りのある項目と行を除いて、読めた値だけを取り込みます。",
    "There are {count} faults. Answers and rows with a fault are left out; only what could be read is taken in.",
)
_NOTHING_LEFT = Wording("取り込む値に印を付けてください。", "Tick what is to be taken in.")
_TAKEN = Wording(
    "{number}に取り込みました。「元に戻す」で一度に取り消せます。",
    "Taken into {number}. Undo takes all of it back at once.",
)


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where a workbook goes: to a case, or, without one, to a new one; ``None`` for both lets the file decide."""

    case: str | None = None
    as_new: bool = False


class IntakesView(WorkingView, Protocol):
    def show_intake(self, shown: ShownIntake | None) -> None: ...

    def ask_password(self, name: str, why: Wording) -> str | None:
        """The password of a workbook; it is used for this reading and never kept."""
        ...


class IntakesPresenter:
    """Nothing is kept before the person says so; what has changed meanwhile asks to be read anew."""

    def __init__(
        self, view: IntakesView, office: "Office", shell: Shell, tasks: Tasks, *, opens: Callable[[int], None]
    ) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._opens = opens
        self._working = Working(view, shell, tasks)
        self._intake: Intake | None = None
        self._belonging = Belonging()
        self._shown: ShownIntake | None = None

    @property
    def is_running(self) -> bool:
        return self._working.is_running

    def start(self) -> None:
        """Shows what was read as it now stands to the office."""
        if self._shown is not None and not self._working.is_running:
            self._shown = replace(self._shown, is_stale=self._is_stale())
        self._view.show_intake(self._shown)

    def choose(self) -> None:
        path = self._shell.pick_file(_CHOOSE, [WORKBOOK])
        if path is not None:
            self.read(path)

    def read(self, path: Path, belonging: Belonging | None = None, password: str | None = None) -> None:
        """A dry run; without a word on where it belongs the file decides. A locked workbook asks for its password."""
        wanted = belonging or Belonging()

        def reading(watch: Watch) -> Intake:
            intakes = self._office.watched(watch).intakes
            return intakes.read(path, case=wanted.case, as_new=wanted.as_new, password=password)

        def refused(refusal: Refusal) -> None:
            if refusal.field != "password":
                self._shell.refuse(refusal)
            elif (told := self._view.ask_password(path.name, refusal.wording)) is not None:
                self.read(path, belonging, told)

        told = _READING.filled(name=path.name)
        self._working.run(told, reading, lambda intake: self._show(intake, wanted), refused)

    def read_again(self, belonging: Belonging | None = None) -> None:
        """The same file, as it lies there now, for the same case or another."""
        if self._intake is not None:
            self.read(self._intake.path, belonging or self._belonging, self._intake.password)

    def take(self, left_out: Collection[ChangeKey] = ()) -> None:
        """Takes in all but what was left out; a file with faults only after a word."""
        intake, shown = self._intake, self._shown
        if intake is None or shown is None or not shown.can_take:
            return
        if shown.changes and {one.key for one in shown.changes} <= set(left_out):
            self._shell.tell(_NOTHING_LEFT)
            return
        if shown.faults and not self._shell.confirm(_VALID_ONLY.filled(count=shown.faults), _TAKE, grave=True):
            return
        try:
            chosen = without(intake, self._kept(intake), left_out)
            sheet = self._office.intakes.take(chosen, Accept.VALID if shown.faults else Accept.ALL)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._shown = replace(shown, taken=sheet.number, taken_id=sheet.id, taken_version=sheet.version, is_stale=False)
        self._shell.say(_TAKEN.filled(number=sheet.number))
        self._view.show_intake(self._shown)

    def annotate(self, language: Language) -> None:
        """A copy to send back, with every fault marked; the sender's file is left alone."""
        intake = self._intake
        if intake is None:
            return
        ending = Wording("点検結果", "findings").in_(language)
        target = self._shell.pick_save(_SAVE_MARKED, f"{intake.path.stem}_{ending}.xlsx", [WORKBOOK])
        if target is not None:
            self._working.run(
                _MARKING,
                lambda watch: self._office.watched(watch).intakes.annotate(intake, target, language),
                lambda _done: self._shell.say(_MARKED.filled(name=target.name)),
            )

    def open_case(self) -> None:
        if self._shown is not None and self._shown.taken_id is not None:
            self._opens(self._shown.taken_id)

    def put_away(self) -> None:
        """The file is not looked at any longer."""
        self._intake, self._shown = None, None
        self._view.show_intake(None)

    def _show(self, intake: Intake, belonging: Belonging) -> None:
        self._intake, self._belonging = intake, belonging
        self._shown = shown_intake(intake, self._office)
        self._view.show_intake(self._shown)

    def _kept(self, intake: Intake) -> dict[str, object]:
        return dict(self._office.cases.get(intake.case).answers) if intake.case else {}

    def _is_stale(self) -> bool:
        """Whether the case has changed since the file was held against it, or since it was taken in."""
        intake, shown = self._intake, self._shown
        if intake is None or shown is None:
            return False
        number, version = (shown.taken, shown.taken_version) if shown.taken else (intake.case, intake.version)
        if number is None:
            return False
        try:
            return self._office.cases.get(number).version != version
        except Refusal:
            return True
