"""The papers enclosed with the open case: added by dropping, choosing or pasting, named by kind, taken out again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import ANY_FILE, Shell, Tasks
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet, EnclosureLine

__all__ = ["EnclosureLine", "EnclosuresPresenter", "EnclosuresView"]

T = TypeVar("T")
_CONVERTED = Wording(
    "PDFを加えました。ページを見て確認してください。元のファイルを送らないときは、外してください。",
    "The PDF was added; please look at its pages. Take the original file out if it is not to be sent.",
)


class EnclosuresView(Protocol):
    def show_enclosures(self, sheet: CaseSheet) -> None: ...

    def ask_looked_at(self, line: EnclosureLine, pages: Path) -> bool:
        """Shows the pages as they will be bound in; True where the person says that they are as they should be."""
        ...


class EnclosuresPresenter:
    """Every change is saved at once and can be undone."""

    def __init__(self, view: EnclosuresView, office: Office, shell: Shell, tasks: Tasks | None = None) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._tasks = tasks
        self._sheet: CaseSheet | None = None

    def show(self, sheet: CaseSheet) -> None:
        self._sheet = sheet
        self._view.show_enclosures(sheet)

    @property
    def number(self) -> str:
        """The case whose papers these are; empty while there is none."""
        return self._sheet.number if self._sheet else ""

    def choose(self, kind: str | None = None) -> None:
        """Asks for files and encloses them."""
        files = self._shell.pick_files(Wording("添付するファイルを選ぶ", "Choose files to enclose"), [ANY_FILE])
        self.add(files, kind)

    def add(self, files: Sequence[Path], kind: str | None = None) -> None:
        """Encloses files; a folder stands for the files in it. The window stays free while they are examined."""
        whole = [inner for file in files for inner in _files_of(file)]
        if not whole or self._sheet is None:
            return
        number, enclosures = self._sheet.number, self._office.enclosures
        done = Wording(f"{len(whole)}件を添付しました。", f"Enclosed {len(whole)}.")
        if self._tasks is not None:
            self._shell.say(Wording("添付するファイルを調べています…", "Examining the files…"))
        self._elsewhere(
            lambda: enclosures.examine(whole), lambda read: self._act(lambda: enclosures.keep(number, read, kind), done)
        )

    def convert(self, line: EnclosureLine) -> None:
        """Makes a PDF of a Word or Excel file and encloses it beside the file."""
        if self._sheet is None:
            return
        number, enclosures = self._sheet.number, self._office.enclosures
        if self._tasks is not None:
            self._shell.say(Wording(f"「{line.name}」を変換しています…", f"Converting “{line.name}”…"))
        self._elsewhere(
            lambda: enclosures.convert(line),
            lambda made: self._act(lambda: enclosures.keep(number, [made], line.kind, after=line), _CONVERTED),
        )

    def _elsewhere(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._tasks is not None:
            self._tasks.run(work, done, self._failed)
            return
        try:
            result = work()
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            done(result)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, Refusal):
            raise fault
        self._shell.refuse(fault)

    def remove(self, enclosure_id: int) -> None:
        gone = Wording("添付を外しました（元に戻せます）。", "Taken out; this can be undone.")
        self._act(lambda: self._office.enclosures.remove(self.number, enclosure_id), gone)

    def set_kind(self, enclosure_id: int, kind: str | None) -> None:
        self._act(lambda: self._office.enclosures.set_kind(self.number, enclosure_id, kind), None)

    def look(self, line: EnclosureLine) -> None:
        """Shows an enclosure's pages; what had to be looked at may be bound in once the person says so."""
        try:
            pages = self._office.enclosures.pages_of(line)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        if self._view.ask_looked_at(line, pages):
            noted = Wording("確認したことを記録しました。", "Noted that you have looked at it.")
            self._act(lambda: self._office.enclosures.looked_at(self.number, line.id), noted)

    def save_as(self, line: EnclosureLine) -> None:
        target = self._shell.pick_save(
            Wording("添付ファイルを書き出す", "Save the enclosure as"), line.name, [ANY_FILE]
        )
        if target is None:
            return
        try:
            self._office.enclosures.save_as(line.id, target)
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            self._shell.say(Wording(f"「{target.name}」に書き出しました。", f"Saved as “{target.name}”."))

    def _act(self, act: Callable[[], CaseSheet], done: Wording | None) -> None:
        if self._sheet is None:
            return
        try:
            act()
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            if done:
                self._shell.say(done)


def _files_of(path: Path) -> list[Path]:
    return sorted(inner for inner in path.iterdir() if inner.is_file()) if path.is_dir() else [path]
