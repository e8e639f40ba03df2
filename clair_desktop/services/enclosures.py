"""The papers enclosed with a case: kept as bytes in the file of cases, named by their hash."""

import mimetypes
import os
from collections.abc import Sequence
from pathlib import Path

from clair_desktop.domain.documents import FilledEnclosure
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import CaseRow, EnclosureRow
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.reading import MERGED_TYPES, sheet_of
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.year_locks import demand_editable

MOST_BYTES = 100 * 1024 * 1024
_SIGNATURES = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


class Enclosures:
    """Adding, naming and taking out enclosures."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, number: str, files: Sequence[Path], kind: str | None = None) -> CaseSheet:
        """Enclose files, all or none; one that cannot be read or bound is refused by its name."""
        read = [(_name(file), content_of(file)) for file in files]
        pages = [_pages(name, media_type_of(name, content), content) for name, content in read]
        title = Wording("添付：{number}", "Enclosed: {number}").filled(number=number)
        with self._desk.database.work(title) as work:
            row = work.cases.get(number)
            demand_editable(work, row)
            self._demand_kind(row.programme, row.project_year, kind)
            position = len(work.enclosures.of(row.id))
            for offset, (name, content) in enumerate(read):
                media_type = media_type_of(name, content)
                work.enclosures.add(
                    EnclosureRow(
                        case_id=row.id,
                        kind=kind,
                        name=name,
                        media_type=media_type,
                        sha256=work.enclosures.add_content(content),
                        size=len(content),
                        pages=pages[offset],
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

    def save_as(self, enclosure_id: int, target: Path) -> None:
        """Write an enclosed file out as it came."""
        with self._desk.database.reading() as work:
            content = work.enclosures.content(work.enclosures.get(enclosure_id).sha256)
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
    return "application/octet-stream" if guessed in _SIGNATURES.values() else guessed


def _name(file: Path) -> str:
    """The file's name as it can be kept and printed; bytes that are no text become a mark."""
    return os.fsencode(file.name).decode("utf-8", "replace")


def _enclosed(work: Work, row: CaseRow, enclosure_id: int) -> EnclosureRow:
    """An enclosure of this very case; one that is gone, or belongs to another, is refused."""
    found = next((one for one in work.enclosures.of(row.id) if one.id == enclosure_id), None)
    if found is None:
        raise Refusal(
            Wording(
                f"案件{row.number}にその添付書類はありません。画面を開き直して確かめてください。",
                f"Case {row.number} has no such enclosure. Open the case again.",
            )
        )
    return found


def content_of(file: Path) -> bytes:
    """The bytes of a file; an empty, huge or unreadable one is refused by its name."""
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise Refusal(
                Wording(
                    f"「{file.name}」は{size // 1024 // 1024}MBあり、100MBを超えています。分けるか縮めてください。",
                    f"“{file.name}” has {size // 1024 // 1024} MB, above 100 MB. Split or shrink it.",
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


def _pages(name: str, media_type: str, content: bytes) -> int | None:
    """How many pages a file adds to a pack; one that could not be bound in is refused while it is at hand."""
    if media_type not in MERGED_TYPES:
        return None
    from clair_desktop.output.pdf.enclosed import opened

    return opened([FilledEnclosure(name, media_type, content)])[0].count
