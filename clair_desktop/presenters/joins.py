"""統合: a folder of branches' registers looked over file by file, then joined to one workbook, never half."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.branches import branch
from clair_desktop.domain.intake import Importance
from clair_desktop.domain.joining import BranchFile
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.presenters.intake_lines import FindingLine, count_tags, finding_lines
from clair_desktop.presenters.ports import WORKBOOK, Shell, Tasks
from clair_desktop.presenters.tags import Tag
from clair_desktop.presenters.working import Working, WorkingView
from clair_desktop.support.watch import Watch

if TYPE_CHECKING:
    from clair_desktop.services.joining import Joined, ReadFolder
    from clair_desktop.services.office import Office  # loads the database's libraries

_CHOOSE = Wording("支部の台帳が入ったフォルダー", "Folder with the branches' registers")
_READING = Wording("「{name}」の台帳を読んでいます…", "Reading the registers in “{name}”…")
_WRITING = Wording("統合したブックを書き出しています…", "Writing the joined workbook…")
_SAVE = Wording("統合したブックを保存する", "Save the joined workbook")
_LEAVE_OUT = Wording(
    "誤りのあるファイルが{count}件あります。それらを除いて統合します。除いたファイルは、統合したブックの指摘に残ります。",
    "{count} files have faults. They are left out whole; the joined workbook names them among its findings.",
)
_JOIN = Wording("除いて統合する", "Join without them")
_JOINED = Tag(Wording("統合する", "joined"), "done")
_FAULTY = Tag(Wording("誤りあり", "faulty"), "error")
_REPLACED = Tag(Wording("新しい版あり", "a newer one is there"), "off")
NO_BRANCH = Wording("―", "–")


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of the folder and what becomes of it."""

    name: str
    standing: Tag
    branch: Wording
    programme: Wording
    year: str
    number: str
    findings: Sequence[FindingLine]


@dataclass(frozen=True, slots=True)
class ShownFolder:
    """A folder as it was read; ``written`` is the workbook it was joined to."""

    folder: Path
    files: Sequence[FileLine]
    missing: Sequence[Wording]
    counts: Sequence[Tag]
    joined: int
    faulty: int
    written: Path | None = None
    rows: int = 0
    leaves_out: bool = field(default=False)


class JoinsView(WorkingView, Protocol):
    def show_folder(self, shown: ShownFolder | None) -> None: ...

    def ask_password(self, name: str, why: Wording) -> str | None: ...


class JoinsPresenter:
    def __init__(self, view: JoinsView, office: "Office", shell: Shell, tasks: Tasks) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._working = Working(view, shell, tasks)
        self._read: ReadFolder | None = None
        self._shown: ShownFolder | None = None
        self._password: str | None = None
        self._out: Path | None = None

    def start(self) -> None:
        self._view.show_folder(self._shown)

    def choose(self) -> None:
        folder = self._shell.pick_folder(_CHOOSE, self._read.folder if self._read else None)
        if folder is not None:
            self.read(folder)

    def read(self, folder: Path, password: str | None = None) -> None:
        """Every register in it, its seals verified; nothing is written."""

        def reading(watch: Watch) -> "ReadFolder":
            return self._office.watched(watch).joining.read(folder, password=password, without=self._out)

        def done(read: "ReadFolder") -> None:
            self._read, self._password = read, password
            self._shown = self._folder(read)
            self.start()

        self._working.run(_READING.filled(name=folder.name), reading, done)

    def read_again(self) -> None:
        if self._read is not None:
            self.read(self._read.folder, self._password)

    def unlock(self) -> None:
        """The password that the locked ones among the files have in common."""
        if self._read is None:
            return
        why = Wording(
            "パスワードの付いたファイルに共通のパスワード", "The password that the locked files have in common"
        )
        password = self._view.ask_password(self._read.folder.name, why)
        if password is not None:
            self.read(self._read.folder, password)

    def join(self, language: Language) -> None:
        """Asks where, and writes the workbook; files with faults are left out only after a word."""
        read, shown = self._read, self._shown
        if read is None or shown is None:
            return
        leave_out = not read.is_whole
        if leave_out and not self._shell.confirm(_LEAVE_OUT.filled(count=shown.faulty), _JOIN, grave=True):
            return
        name = Wording("支部台帳の統合.xlsx", "registers joined.xlsx").in_(language)
        target = self._shell.pick_save(_SAVE, name, [WORKBOOK])
        if target is None:
            return

        def writing(watch: Watch) -> "Joined":
            return self._office.watched(watch).joining.join(read, target, language, leave_out=leave_out)

        self._working.run(_WRITING, writing, lambda joined: self._tell(joined, leaves_out=leave_out))

    def open_folder(self) -> None:
        if self._out is not None:
            self._shell.open_folder(self._out.parent)

    def _tell(self, joined: "Joined", *, leaves_out: bool) -> None:
        if self._read is None:
            return
        self._out = joined.path
        rows = sum(joined.rows.values())
        self._shown = self._folder(self._read, written=joined.path, rows=rows, leaves_out=leaves_out)
        self.start()

    def _folder(
        self, read: "ReadFolder", *, written: Path | None = None, rows: int = 0, leaves_out: bool = False
    ) -> ShownFolder:
        programmes = self._office.programmes()
        missing = [found.name for code in read.missing if (found := branch(code))]
        return ShownFolder(
            read.folder,
            [_line(one, {key: it.name for key, it in programmes.items()}) for one in read.files],
            missing,
            count_tags(read.counts),
            sum(one.counts for one in read.files),
            sum(one.is_faulty for one in read.files),
            written,
            rows,
            leaves_out,
        )


def _line(one: BranchFile, programmes: dict[str, Wording]) -> FileLine:
    found = branch(one.branch)
    standing = _FAULTY if one.is_faulty else _REPLACED if one.replaced else _JOINED
    return FileLine(
        one.name,
        standing,
        found.name if found else NO_BRANCH,
        programmes.get(one.programme, same(one.programme)),
        str(one.year or ""),
        str(one.number or ""),
        finding_lines(sorted(one.findings, key=lambda it: list(Importance).index(it.importance))),
    )
