"""The papers enclosed with a case: kept as bytes in the file of cases, named by their hash."""

import mimetypes
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clair_desktop.domain.enclosed import Condition, Remark, Remarked
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import CaseRow, EnclosureRow
from clair_desktop.model.work import Work
from clair_desktop.output.pdf.foreign.found import PDF
from clair_desktop.output.pdf.foreign.refusals import NOT_AS_KEPT
from clair_desktop.services.conditions import condition_of, keep_condition
from clair_desktop.services.desk import Desk
from clair_desktop.services.foreign_files import ForeignFile
from clair_desktop.services.reading import MERGED_TYPES, sheet_of
from clair_desktop.services.sheets import CaseSheet, EnclosureLine
from clair_desktop.services.year_locks import demand_editable

MOST_MEGABYTES = 256
_SIGNATURES = {
    b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png",
    b"II*\x00": "image/tiff", b"MM\x00*": "image/tiff",
}  # fmt: skip
_HEAD = 1024  # a PDF may have foreign bytes before its own; more than this no viewer passes over


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may be enclosed, and what was found in it; None where it is sent as a file."""

    file: ForeignFile
    condition: Condition | None


class Enclosures:
    """Adding, naming and taking out enclosures."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def examine(self, files: Sequence[Path]) -> list[Examined]:
        """Reads and examines files without keeping them: the part that takes time, where no window waits for it."""
        read = [_foreign(file) for file in files]
        merged = [one for one in read if one.media_type in MERGED_TYPES]
        found = dict(zip(merged, self._desk.foreign.bound(merged), strict=True))
        return [Examined(one, found[one].condition if one in found else None) for one in read]

    def convert(self, line: EnclosureLine) -> Examined:
        """A Word or Excel file that is enclosed, as PDF; a person must look at it before it is bound in."""
        made = self._desk.foreign.converted(line.name, self._content_of(line))
        (bound,) = self._desk.foreign.bound([made])
        remarks = (Remarked(Remark.CONVERTED), *bound.condition.remarks)
        return Examined(made, replace(bound.condition, remarks=remarks))

    def add(self, number: str, files: Sequence[Path], kind: str | None = None) -> CaseSheet:
        """Enclose files, all or none; one that cannot be read or bound is refused by its name."""
        return self.keep(number, self.examine(files), kind)

    def add_as_pdf(self, number: str, line: EnclosureLine) -> CaseSheet:
        """Enclose the PDF of an enclosed Word or Excel file beside it."""
        return self.keep(number, [self.convert(line)], line.kind, after=line)

    def keep(
        self, number: str, files: Sequence[Examined], kind: str | None = None, *, after: EnclosureLine | None = None
    ) -> CaseSheet:
        """Keeps examined files with the case, last, or right ``after`` another enclosure."""
        title = Wording("添付：{number}", "Enclosed: {number}").filled(number=number)
        with self._desk.database.work(title) as work:
            row = work.cases.get(number)
            demand_editable(work, row)
            self._demand_kind(row.programme, row.project_year, kind)
            position = len(work.enclosures.of(row.id)) if after is None else _enclosed(work, row, after.id).position
            for offset, one in enumerate(files):
                if one.condition:
                    keep_condition(work, one.file.sha256, one.condition)
                work.enclosures.add(
                    EnclosureRow(
                        case_id=row.id,
                        kind=kind,
                        name=one.file.name,
                        media_type=one.file.media_type,
                        sha256=work.enclosures.add_content(one.file.content),
                        size=len(one.file.content),
                        pages=one.condition.pages if one.condition else None,
                        position=position + offset,
                    )
                )
        return self._reread(number)

    def remove(self, number: str, enclosure_id: int) -> CaseSheet:
        """Take an enclosure out; undo brings it back."""
        title = Wording("添付の取り外し：{number}", "Enclosure removed: {number}").filled(number=number)
        with self._desk.database.work(title) as work:
            row = work.cases.get(number)
            demand_editable(work, row)
            work.enclosures.remove(_enclosed(work, row, enclosure_id))
        return self._reread(number)

    def set_kind(self, number: str, enclosure_id: int, kind: str | None) -> CaseSheet:
        """Say which of the programme's papers an enclosure is."""
        title = Wording("添付の種類：{number}", "Kind of enclosure: {number}").filled(number=number)
        with self._desk.database.work(title) as work:
            row = work.cases.get(number)
            demand_editable(work, row)
            self._demand_kind(row.programme, row.project_year, kind)
            _enclosed(work, row, enclosure_id).kind = kind
        return self._reread(number)

    def looked_at(self, number: str, enclosure_id: int) -> CaseSheet:
        """A person has looked at what had to be looked at in an enclosure; it may now be bound in."""
        title = Wording("添付の確認：{number}", "Enclosure looked at: {number}").filled(number=number)
        with self._desk.database.work(title) as work:
            enclosed = _enclosed(work, work.cases.get(number), enclosure_id)
            condition = condition_of(work, enclosed.sha256)
            if condition is not None:
                keep_condition(work, enclosed.sha256, replace(condition, seen_by=self._desk.database.who or "?"))
        return self._reread(number)

    def pages_of(self, line: EnclosureLine) -> Path:
        """A file with the pages of an enclosure as they would be bound in, for looking at."""
        file = ForeignFile(line.name, line.media_type, self._content_of(line), line.sha256)
        return self._desk.foreign.bound([file])[0].file

    def _content_of(self, line: EnclosureLine) -> bytes:
        with self._desk.database.reading() as work:
            return work.enclosures.content(line.sha256, NOT_AS_KEPT.filled(name=line.name))

    def save_as(self, enclosure_id: int, target: Path) -> None:
        """Write an enclosed file out as it came."""
        with self._desk.database.reading() as work:
            row = work.enclosures.get(enclosure_id)
            content = work.enclosures.content(row.sha256, NOT_AS_KEPT.filled(name=row.name))
        try:
            target.write_bytes(content)
        except OSError as fault:
            raise Refusal(
                Wording(
                    f"「{target.name}」に書き込めません。別の場所を選んでください。",
                    f"“{target.name}” cannot be written. Choose another place.",
                )
            ) from fault

    def _demand_kind(self, programme: str, year: int, kind: str | None) -> None:
        kinds = self._desk.edition(programme, year).programme.enclosures
        if kind is not None and kind not in {one.key for one in kinds}:
            listed = ", ".join(one.key for one in kinds)
            raise Refusal(
                Wording(f"添付の種類「{kind}」はありません（{listed}）。", f"There is no kind “{kind}” ({listed}).")
            )

    def _reread(self, number: str) -> CaseSheet:
        with self._desk.database.reading() as work:
            sheet = sheet_of(self._desk, work, work.cases.get(number))
        self._desk.changed(sheet.id)
        return sheet


def media_type_of(name: str, content: bytes) -> str:
    """What a file is, by its first bytes where they tell, else by its name."""
    for signature, media_type in _SIGNATURES.items():
        if content.startswith(signature):
            return media_type
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if guessed == PDF and b"%PDF-" in content[:_HEAD]:
        return PDF
    return "application/octet-stream" if guessed in _SIGNATURES.values() else guessed


def _foreign(file: Path) -> ForeignFile:
    name, content = _name(file), content_of(file)
    return ForeignFile.of(name, media_type_of(name, content), content)


def _name(file: Path) -> str:
    """The file's name as it can be kept and printed; bytes that are no text become a mark."""
    return os.fsencode(file.name).decode("utf-8", "replace")


def _enclosed(work: Work, row: CaseRow, enclosure_id: int) -> EnclosureRow:
    """An enclosure of this very case; one that is gone, or belongs to another, is refused."""
    found = next((one for one in work.enclosures.of(row.id) if one.id == enclosure_id), None)
    if found is None:
        raise no_such_enclosure(row.number)
    return found


def no_such_enclosure(number: str) -> Refusal:
    return Refusal(
        Wording(
            f"案件{number}にその添付書類はありません。画面を開き直して確かめてください。",
            f"Case {number} has no such enclosure. Open the case again.",
        )
    )


def content_of(file: Path) -> bytes:
    """The bytes of a file; an empty, huge or unreadable one is refused by its name."""
    try:
        size = file.stat().st_size
        if size > MOST_MEGABYTES * 1024**2:
            raise Refusal(
                Wording(
                    f"「{file.name}」は{size // 1024 // 1024}MBあり、{MOST_MEGABYTES}MBを超えています。分けるか縮めてください。",
                    f"“{file.name}” has {size // 1024 // 1024} MB, above {MOST_MEGABYTES} MB. Split or shrink it.",
                )
            )
        content = file.read_bytes()
    except OSError as fault:
        raise Refusal(
            Wording(
                f"「{file.name}」を読めません。ファイルの場所と、他のプログラムで開いていないかを確かめてください。",
                f"“{file.name}” cannot be read. Check where it is and whether another program holds it.",
            )
        ) from fault
    if not content:
        raise Refusal(Wording(f"「{file.name}」は空のファイルです。", f"“{file.name}” is empty."))
    return content
