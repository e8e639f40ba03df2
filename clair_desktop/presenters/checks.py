"""点検: any workbook held against the items by which machines read data, one verdict an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.machine_reading import HOLDING_WORDS, Holding, ItemVerdict
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.intake_lines import FindingLine, finding_lines
from clair_desktop.presenters.ports import ANY_FILE, FileKind, Shell, Tasks
from clair_desktop.presenters.tags import Tag
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries
    from clair_desktop.services.workbook_checks import CheckedWorkbook

_CHOOSE = Wording("点検するブック又はCSVを選ぶ", "Choose a workbook or CSV file to check")
_KIND: FileKind = (Wording("Excel ブック・CSV", "Excel workbooks and CSV"), ("xlsx", "csv"))
_READING = Wording("「{name}」を点検しています…", "Checking “{name}”…")
_TONES = {Holding.HOLDS: "done", Holding.BROKEN: "error", Holding.UNJUDGED: "warning"}


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """An item and how it stands; ``findings`` name the first cells it is about."""

    number: str
    former: str
    name: Wording
    holding: Tag
    count: int
    findings: Sequence[FindingLine]


@dataclass(frozen=True, slots=True)
class ShownCheck:
    path: Path
    sheets: Sequence[str]
    forms: Sequence[str]
    counts: Sequence[Tag]
    lines: Sequence[VerdictLine]
    is_readable: bool


class ChecksView(WorkingView, Protocol):
    def show_check(self, shown: ShownCheck | None) -> None: ...

    def ask_password(self, name: str, why: Wording) -> str | None: ...


class ChecksPresenter:
    def __init__(self, view: ChecksView, office: "Office", shell: Shell, tasks: Tasks) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._working = Working(view, shell, tasks)
        self._shown: ShownCheck | None = None
        self._password: str | None = None

    def start(self) -> None:
        self._view.show_check(self._shown)

    def choose(self) -> None:
        path = self._shell.pick_file(_CHOOSE, [_KIND, ANY_FILE])
        if path is not None:
            self.read(path)

    def read(self, path: Path, password: str | None = None) -> None:
        def checking(watch: Watch) -> "CheckedWorkbook":
            return self._office.watched(watch).workbook_checks.check(path, password=password)

        def refused(refusal: Refusal) -> None:
            if refusal.field != "password":
                self._shell.refuse(refusal)
            elif (told := self._view.ask_password(path.name, refusal.wording)) is not None:
                self.read(path, told)

        def done(checked: "CheckedWorkbook") -> None:
            self._shown, self._password = _shown(checked), password
            self.start()

        self._working.run(_READING.filled(name=path.name), checking, done, refused)

    def read_again(self) -> None:
        if self._shown is not None:
            self.read(self._shown.path, self._password)


def _shown(checked: "CheckedWorkbook") -> ShownCheck:
    counts = [
        Tag(Wording(f"{words.ja} {number}", f"{words.en} {number}"), _TONES[one])
        for one, words in HOLDING_WORDS.items()
        if (number := checked.counts[one.value])
    ]
    lines = [_line(one) for one in checked.verdicts]
    return ShownCheck(checked.path, checked.sheets, checked.forms, counts, lines, checked.is_readable)


def _line(one: ItemVerdict) -> VerdictLine:
    holding = Tag(HOLDING_WORDS[one.holding], _TONES[one.holding])
    item = one.item
    return VerdictLine(item.number, item.former, item.name, holding, one.count, finding_lines(one.findings))
