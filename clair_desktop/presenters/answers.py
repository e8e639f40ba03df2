"""本部の回答: held against what was sent, decided difference by difference, recorded as one act, letters made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.answering import contradiction
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.answer_lines import ShownAnswer, shown_answer
from clair_desktop.presenters.ports import ANY_FILE, FileKind, Shell, Tasks
from clair_desktop.presenters.registers import ProgrammeChoice
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.services.answer_lists import HEADS
from clair_desktop.services.answers import Accept, HeadquartersAnswer, Taken
from clair_desktop.services.following import FollowUp
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

TABLE: FileKind = (Wording("Excel・CSV", "Excel or CSV"), ("xlsx", "csv"))
ITEMS: Sequence[str] = ("case_number", "applicant_name", "outcome", "amount", "conditions", "number", "on")
_CHOOSE = Wording("本部から戻った台帳・一覧を選ぶ", "Choose the register or list from headquarters")
_READING = Wording("「{name}」を送った台帳と比べています…", "Comparing “{name}” with what was sent…")
_LETTERS = Wording("通知の送付文を作っています…", "Making the letters…")
_RECORD = Wording("記録する", "Record them")
_PART_ONLY = Wording(
    "誤りのある行が{faults}件、決めていない相違が{undecided}件あります。それらを除いて{recorded}件の回答を記録します。",
    "{faults} rows have a fault and {undecided} differences are undecided. "
    "Without them {recorded} answers are recorded.",
)
_RECORDED = Wording(
    "{count}件の回答を記録しました。「元に戻す」で一度に取り消せます。",
    "{count} answers were recorded. Undo takes all of them back at once.",
)
_ALTERED = Wording(
    "{count}件の案件に、戻ってきた値を採りました。「元に戻す」で一度に取り消せます。",
    "Returned values were taken into {count} cases. Undo takes all of them back at once.",
)
_NOTHING = Wording("記録する回答がありません。", "There is no answer to record.")
_FOLDER = Wording("送付文を書き出すフォルダー", "Folder for the letters")


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """What is asked of headquarters' own list: of which programme and year, and which of its words mean what."""

    programmes: Sequence[ProgrammeChoice]
    years: Sequence[FiscalYear]
    programme: str
    year: FiscalYear
    heads: Mapping[str, Sequence[str]]
    outcomes: Mapping[str, Sequence[Outcome]]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read; ``columns`` and ``outcomes`` only of a list of headquarters' own."""

    programme: str | None = None
    year: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter of a case: written, or why it was not."""

    case: str
    refused: Wording | None


class AnswersView(WorkingView, Protocol):
    def show_answer(self, shown: ShownAnswer | None) -> None: ...

    def show_letters(self, made: Sequence[LetterLine], folder: Path) -> None: ...

    def ask_list(self, question: ListQuestion, why: Wording) -> Asked | None:
        """How headquarters' own list is to be read, since it is none of our registers."""
        ...

    def ask_password(self, name: str, why: Wording) -> str | None: ...


class AnswersPresenter:
    def __init__(self, view: AnswersView, office: "Office", shell: Shell, tasks: Tasks) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._working = Working(view, shell, tasks)
        self._answer: HeadquartersAnswer | None = None
        self._asked = Asked()
        self._choices: dict[str, str] = {}
        self._taken: Taken | None = None
        self._versions: dict[str, int] = {}
        self._acting = False

    @property
    def is_deciding(self) -> bool:
        """Whether something was decided that is not recorded."""
        return bool(self._choices) and self._taken is None

    def start(self) -> None:
        self._view.show_answer(self._shown())

    def reload(self) -> None:
        """The office has changed: what was compared may no longer hold."""
        if not self._acting:
            self.start()

    def choose(self) -> None:
        path = self._shell.pick_file(_CHOOSE, [TABLE, ANY_FILE])
        if path is not None:
            self.read(path)

    def read(self, path: Path, asked: Asked | None = None) -> None:
        """A dry run; a list of headquarters' own asks what it is, a locked file for its password."""
        wanted = asked or Asked()

        def reading(watch: Watch) -> HeadquartersAnswer:
            return self._office.watched(watch).answers.read(
                path,
                programme=wanted.programme,
                year=wanted.year,
                columns=wanted.columns,
                outcomes=wanted.outcomes,
                password=wanted.password,
            )

        self._working.run(
            _READING.filled(name=path.name),
            reading,
            lambda answer: self._show(answer, wanted),
            lambda refusal: self._refused(path, wanted, refusal),
        )

    def read_again(self) -> None:
        if self._answer is not None:
            self.read(self._answer.path, self._asked)

    def decide(self, key: str, option: str) -> None:
        self._choices[key] = option
        self.start()

    def take(self) -> None:
        """Records what is decided and sound as one act."""
        answer, shown = self._answer, self._shown()
        if answer is None or shown is None or not shown.can_take:
            return
        is_whole = not shown.faults and not shown.undecided
        if not is_whole:
            told = _PART_ONLY.filled(faults=shown.faults, undecided=shown.undecided, recorded=shown.recorded)
            if not self._shell.confirm(told, _RECORD, grave=True):
                return
        self._acting = True
        try:
            taken = self._office.answers.take(answer, self._choices, Accept.ALL if is_whole else Accept.VALID)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        finally:
            self._acting = False
        if not taken.steps and not taken.altered:
            self._shell.tell(_NOTHING)
            return
        self._taken = taken
        self._remember(dict.fromkeys([*(case for case, _step in taken.steps), *taken.altered]))
        self._shell.say(
            _RECORDED.filled(count=len(taken.steps)) if taken.steps else _ALTERED.filled(count=len(taken.altered))
        )
        if taken.contradicted:
            self._shell.tell(contradiction(taken.contradicted))
        self.start()

    def make_letters(self, language: Language) -> None:
        """The letters that pass the answers on, each in a file of its own."""
        taken = self._taken
        folder = self._shell.pick_folder(_FOLDER) if taken is not None else None
        if taken is None or folder is None:
            return
        self._acting = True

        def made(letters: Sequence[FollowUp]) -> None:
            self._acting = False
            self._view.show_letters([LetterLine(one.case, one.refused) for one in letters], folder)
            self._office.look_again()

        def refused(refusal: Refusal) -> None:
            self._acting = False
            self._shell.refuse(refusal)

        self._working.run(
            _LETTERS, lambda _watch: self._office.answers.follow_up(taken, folder, [language]), made, refused
        )

    def open_folder(self, folder: Path) -> None:
        self._shell.open_folder(folder)

    def put_away(self) -> None:
        self._answer, self._taken = None, None
        self._choices, self._versions = {}, {}
        self.start()

    def _show(self, answer: HeadquartersAnswer, asked: Asked) -> None:
        """What was decided of the same file stays decided where the question is still the same."""
        before = self._answer
        keys = {one.key: one.options for one in answer.differences}
        is_same = before is not None and before.path == answer.path
        kept = self._choices if is_same else {}
        self._choices = {key: option for key, option in kept.items() if option in keys.get(key, ())}
        self._answer, self._asked, self._taken = answer, asked, None
        self._remember(one.case for one in answer.planned)
        self.start()

    def _remember(self, cases: Iterable[str]) -> None:
        self._versions = {case: self._version(case) for case in cases}

    def _version(self, case: str) -> int:
        """As the case stands; none that is kept has -1."""
        try:
            return self._office.cases.get(case).version
        except Refusal:
            return -1

    def _shown(self) -> ShownAnswer | None:
        if self._answer is None:
            return None
        shown = shown_answer(self._answer, self._choices)
        is_stale = any(self._version(case) != version for case, version in self._versions.items())
        return replace(shown, taken=self._taken, is_stale=is_stale)

    def _refused(self, path: Path, asked: Asked, refusal: Refusal) -> None:
        if refusal.field == "password":
            password = self._view.ask_password(path.name, refusal.wording)
            if password is not None:
                self.read(path, replace(asked, password=password))
            return
        if refusal.field not in ("programme", "columns"):
            self._shell.refuse(refusal)
            return
        told = self._view.ask_list(self._question(asked), refusal.wording)
        if told is not None:
            self.read(path, replace(told, password=asked.password))

    def _question(self, asked: Asked) -> ListQuestion:
        office = self._office
        known = {key: one for key, one in office.programmes().items() if one.outcomes}
        this = FiscalYear.containing(office.clock.today()).start_year
        years = [FiscalYear(this + one) for one in (1, 0, -1, -2)]
        year = FiscalYear(asked.year) if asked.year is not None else FiscalYear(this)
        return ListQuestion(
            [ProgrammeChoice(key, one.name) for key, one in known.items()],
            years,
            asked.programme or next(iter(known), ""),
            year,
            {item: HEADS[item] for item in ITEMS},
            {key: one.outcomes for key, one in known.items()},
        )
