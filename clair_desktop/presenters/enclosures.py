"""The papers enclosed with the open case: added by dropping, choosing or pasting, named by kind, taken out again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.ports import ANY_FILE, Shell
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet, EnclosureLine

__all__ = ["EnclosureLine", "EnclosuresPresenter", "EnclosuresView"]


class EnclosuresView(Protocol):
    def show_enclosures(self, sheet: CaseSheet) -> None: ...

    def ask_looked_at(self, line: EnclosureLine, pages: Path) -> bool:
        """Shows the pages as they will be bound in; True where the person says that they are as they should be."""
        ...


class EnclosuresPresenter:
    """Every change is saved at once and can be undone."""

    def __init__(self, view: EnclosuresView, office: Office, shell: Shell) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._sheet: CaseSheet | None = None

    def show(self, sheet: CaseSheet) -> None:
        self._sheet = sheet
        self._view.show_enclosures(sheet)

    def choose(self, kind: str | None = None) -> None:
        """Asks for files and encloses them."""
        files = self._shell.pick_files(Wording("添付するファイルを選ぶ", "Choose files to enclose"), [ANY_FILE])
        self.add(files, kind)

    def add(self, files: Sequence[Path], kind: str | None = None) -> None:
        """Encloses files; a folder stands for the files in it."""
        whole = [inner for file in files for inner in _files_of(file)]
        if not whole:
            return
        done = Wording(f"{len(whole)}件を添付しました。", f"Enclosed {len(whole)}.")
        self._act(lambda number: self._office.enclosures.add(number, whole, kind), done)

    def remove(self, enclosure_id: int) -> None:
        gone = Wording("添付を外しました（元に戻せます）。", "Taken out; this can be undone.")
        self._act(lambda number: self._office.enclosures.remove(number, enclosure_id), gone)

    def set_kind(self, enclosure_id: int, kind: str | None) -> None:
        self._act(lambda number: self._office.enclosures.set_kind(number, enclosure_id, kind), None)

    def look(self, line: EnclosureLine) -> None:
        """Shows an enclosure's pages; what had to be looked at may be bound in once the person says so."""
        try:
            pages = self._office.enclosures.pages_of(line)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        if self._view.ask_looked_at(line, pages):
            noted = Wording("確認したことを記録しました。", "Noted that you have looked at it.")
            self._act(lambda number: self._office.enclosures.looked_at(number, line.id), noted)

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

    def _act(self, act: Callable[[str], CaseSheet], done: Wording | None) -> None:
        if self._sheet is None:
            return
        try:
            act(self._sheet.number)
        except Refusal as refusal:
            self._shell.refuse(refusal)
        else:
            if done:
                self._shell.say(done)


def _files_of(path: Path) -> list[Path]:
    return sorted(inner for inner in path.iterdir() if inner.is_file()) if path.is_dir() else [path]
