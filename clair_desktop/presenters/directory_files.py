"""Lists of the directory taken in and given out, and update files: what would change is seen before it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.directory import BodyKind
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.presenters.bodies import BodiesPresenter
from clair_desktop.presenters.ports import WORKBOOK, FileKind, Shell

if TYPE_CHECKING:
    from clair_desktop.services.directory_intake import Intake
    from clair_desktop.services.office import Office

CSV: FileKind = (Wording("CSV（カンマ区切り）", "CSV"), ("csv",))
TABLE: FileKind = (Wording("Excel・CSV", "Excel or CSV"), ("xlsx", "csv"))
UPDATE: FileKind = (Wording("名簿の更新ファイル", "Directory update"), ("json",))


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """One value that would change."""

    body: Wording
    item: Wording
    before: Wording
    after: Wording
    row: int


@dataclass(frozen=True, slots=True)
class WrongCell:
    """A cell that does not read, and the cure."""

    where: Wording
    cure: Wording


@dataclass(frozen=True, slots=True)
class ShownIntake:
    """A file as it is looked at before anything is taken from it; an update file names who issued it."""

    name: str
    offered: Sequence[OfferedLine]
    wrong: Sequence[WrongCell]
    unchanged: int
    issued_by: str = ""
    issued_on: date | None = None


class DirectoryFilesView(Protocol):
    def ask_taking(self, shown: ShownIntake) -> bool:
        """Whether what is offered is to be taken, now that it and what is wrong have been seen."""
        ...


class DirectoryFiles:
    """Nothing is changed before the person has agreed; taking is one act that undo takes back."""

    def __init__(self, view: DirectoryFilesView, bodies: BodiesPresenter, office: "Office", shell: Shell) -> None:
        self._view = view
        self._bodies = bodies
        self._office = office
        self._shell = shell

    def import_list(self, kind: str) -> None:
        """A list of bodies; rows that say no kind are of the one chosen in the list."""
        path = self._shell.pick_file(Wording("名簿の一覧を取り込む", "Import a list"), [TABLE])
        if path is not None:
            self.take_list(path, kind)

    def take_list(self, path: Path, kind: str = "") -> None:
        """The same for a file that is named already."""
        service = self._office.directory_intake
        try:
            intake = service.read(path, BodyKind(kind) if kind else None)
            if self._view.ask_taking(_shown(intake)):
                self._tell_taken(service.take(intake, good_rows_only=True))
        except Refusal as refusal:
            self._shell.refuse(refusal)

    def export_list(self, kind: str) -> None:
        """All bodies, or those of the kind chosen in the list."""
        name = f"directory_{kind or 'all'}.xlsx"
        target = self._shell.pick_save(Wording("名簿を書き出す", "Export the directory"), name, [WORKBOOK, CSV])
        if target is None:
            return
        try:
            made = self._office.directory_export.export(target, BodyKind(kind) if kind else None)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._shell.say(
            Wording(
                f"「{target.name}」に{made.rows}行を書き出しました。", f"{made.rows} rows exported to “{target.name}”."
            )
        )

    def make_update(self) -> None:
        """What the branch entered, for other branches."""
        branch = self._office.branch.get()
        by = self._shell.ask_text(Wording("更新ファイルの作成者", "Issued by"), branch.name.ja)
        if by is None:
            return
        suggested = f"{branch.branch or 'branch'}_directory_update.json"
        target = self._shell.pick_save(Wording("更新ファイルを作る", "Make an update file"), suggested, [UPDATE])
        if target is None:
            return
        try:
            count = self._office.directory_updates.make(target, by)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._shell.say(
            Wording(f"「{target.name}」に{count}件を書き出しました。", f"{count} entries written to “{target.name}”.")
        )

    def take_update(self) -> None:
        path = self._shell.pick_file(Wording("更新ファイルを取り込む", "Take an update file"), [UPDATE])
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """The same for a file that is named already."""
        try:
            self._take(path)
        except Refusal as refusal:
            self._shell.refuse(refusal)

    def _take(self, path: Path) -> None:
        service = self._office.directory_updates
        update = service.read(path)
        shown = _shown(update.intake, update.issued_by, update.issued_on)
        if self._view.ask_taking(shown):
            self._tell_taken(service.take(update))

    def _tell_taken(self, count: int) -> None:
        self._shell.say(Wording(f"{count}件を取り込みました。", f"{count} changes were taken in."))
        self._bodies.reload()


def _shown(intake: "Intake", issued_by: str = "", issued_on: date | None = None) -> ShownIntake:
    body_alone = Wording("機関", "the body itself")
    offered = [
        OfferedLine(one.name, ATTRIBUTE_WORDS[one.after.attribute] if one.after else body_alone, *one.text, one.row)
        for one in intake.offered
    ]
    wrong = [
        WrongCell(Wording(f"{one.sheet}　{one.cell}".strip(), f"{one.sheet} {one.cell}".strip()), one.wording)
        for one in intake.complaints
    ]
    return ShownIntake(intake.name, offered, wrong, intake.unchanged, issued_by, issued_on)
