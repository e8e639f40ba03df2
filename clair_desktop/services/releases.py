"""Packs of cases as they are released: recorded with what they were made of, and made again as they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, cast

import clair_desktop
from clair_desktop.domain.filled_papers import FilledPack, ReleaseMark
from clair_desktop.domain.kept_papers import content_hash, kept, read_kept
from clair_desktop.domain.proofs import Fact, FactKind, Proof
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.release_tables import LedgerRow, ReleaseRow
from clair_desktop.model.work import Work
from clair_desktop.services.bound_enclosures import attached_files
from clair_desktop.services.desk import Desk
from clair_desktop.services.enclosed_papers import with_their_pictures
from clair_desktop.services.foreign_files import ForeignFile
from clair_desktop.services.reading import MERGED_TYPES
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.services.words import words
from clair_desktop.services.writing import not_written

if TYPE_CHECKING:
    from clair_desktop.output.pdf.enclosed import Bound
    from clair_desktop.output.pdf.packs import PrintedPack

NO_SUCH_PACK = Wording("発行済みの書類「{pack_id}」は見つかりません。", "No pack “{pack_id}” has been released.")
_NOT_THE_SAME = Wording(
    "書類「{pack_id}」の記録が発行した時の内容と一致しないため、印刷できません。控えから戻してください。",
    "The record of pack “{pack_id}” is not what was released, so it cannot be printed. Restore it from a backup.",
)


_RELEASED = "発行済み"
PageMarks = Sequence[Sequence[str]]
"""For every page what it draws and what it says, each as a short hash."""


class How(StrEnum):
    """How a paper came about."""

    SAVED = "saved"
    PRINTED = "printed"
    SENT = "sent"  # by a step of the case
    AGAIN = "again"  # a pack of another day, as it was


HOW_WORDS: Mapping[How, Wording] = {
    How.SAVED: Wording("保存", "Saved"),
    How.PRINTED: Wording("印刷", "Printed"),
    How.SENT: Wording("発行（手続）", "Sent by a step"),
    How.AGAIN: Wording("再発行", "Made again"),
}


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a pack with its hash, and the mark it carries: that of its release, or of the one it would be."""

    sheet: CaseSheet
    filled: FilledPack  # with its mark
    number: int
    facts: Sequence[Fact]

    @property
    def mark(self) -> ReleaseMark:
        return cast(ReleaseMark, self.filled.mark)


@dataclass(frozen=True, slots=True)
class Act:
    """How, why and what: one printing as it goes into the ledger."""

    how: How
    reason: str
    pack: str
    name: Wording
    language: str
    document_number: str | None
    day: date


@dataclass(frozen=True, slots=True)
class ReleasedPack:
    """A pack that was released, as a list shows it."""

    pack_id: str
    name: Wording
    state: Wording
    language: str
    document_number: str | None
    on: date
    pages: int
    content_sha256: str
    released_at: datetime
    released_by: str
    program: str
    proof: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class MadeAgain:
    """A past pack on paper again; ``same_file`` where even its bytes are those of then."""

    path: Path
    pages: int
    sha256: str
    pack_id: str
    content_sha256: str
    same_file: bool


class Releases:
    """The released packs of cases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self, sheet: CaseSheet, filled: FilledPack, facts: Sequence[Fact]) -> Content:
        """The pack with the mark it goes out under: the same content of the same case is always the same pack."""
        name = content_hash(filled)
        with self._desk.database.reading() as work:
            known = work.releases.of_content(sheet.id, name)
            number = known.number if known else work.ledger.next_pack_number(sheet.number)
        pack_id = known.pack_id if known else f"{sheet.number}-P{number:02}"
        mark = ReleaseMark(sheet.number, pack_id, name)
        return Content(sheet, replace(filled, mark=mark), number, facts)

    def note(self, work: Work, content: Content, written: "PrintedPack", act: Act, marks: PageMarks) -> None:
        """Record the pack, once for each content, and this printing of it."""
        if work.releases.of_content(content.sheet.id, content.mark.content_sha256) is None:
            self._release(work, content, written, act)
        entry = _entry(content)
        work.ledger.add(self._row(entry, content.mark, written, act, marks))

    def of(self, number: str) -> list[ReleasedPack]:
        """The released packs of a case, in their order."""
        with self._desk.database.reading() as work:
            rows = work.releases.of(work.cases.get(number).id)
        return [self._shown(row) for row in rows]

    def again(self, pack_id: str, out: Path, reason: str = "") -> MadeAgain:
        """Write a past pack as it was, whatever the case, the rules, the letters and the directory say today."""
        reason = words(reason, "reason")
        row, case_number, written = self.made(pack_id, out)
        with self._desk.database.reading() as work:
            printings = work.ledger.of_pack(pack_id)
        mark = ReleaseMark(case_number, pack_id, row.content_sha256)
        name = Wording(row.name_ja, row.name_en)
        act = Act(How.AGAIN, reason, row.pack, name, row.language, row.document_number, row.on_date)
        title_then = printings[0].case_title if printings else ""
        entry = _Entry(row.case_id, case_number, title_then, row.programme, row.state, row.number)
        marks = marks_of(written.path)
        title = Wording(f"再発行：{pack_id}", f"Made again: {pack_id}")
        with self._desk.database.work(title) as work:
            work.ledger.add(self._row(entry, mark, written, act, marks))
        same_file = written.sha256 in {one.sha256 for one in printings}
        return MadeAgain(out, written.pages, written.sha256, pack_id, row.content_sha256, same_file)

    def made(self, pack_id: str, out: Path) -> "tuple[ReleaseRow, str, PrintedPack]":
        """The same without noting it: the release, the number its case had, and the file."""
        from clair_desktop.output.pdf.packs import print_pack

        with self._desk.database.reading() as work:
            row = work.releases.find(pack_id)
            if row is None:
                raise Refusal(NO_SUCH_PACK.filled(pack_id=pack_id), field="pack_id")
            filled = self._kept_pack(work, row)
        mark = ReleaseMark(filled.case_number, pack_id, row.content_sha256)
        files = attached_files(self._desk, filled)
        try:
            made = with_their_pictures(self._desk, replace(filled, mark=mark))
            return row, filled.case_number, print_pack(made, out, self._bound(filled), attached=files)
        except OSError as fault:
            raise not_written(out) from fault

    def _kept_pack(self, work: Work, row: ReleaseRow) -> FilledPack:
        filled = read_kept(work.enclosures.content(row.stored_sha256))
        if content_hash(filled) != row.content_sha256:
            raise Refusal(_NOT_THE_SAME.filled(pack_id=row.pack_id))
        return filled

    def _bound(self, filled: FilledPack) -> "list[Bound]":
        """The enclosures as they were bound in; whoever released the pack has looked at them."""
        with self._desk.database.reading() as work:
            files = [
                ForeignFile(
                    one.name, one.media_type, work.enclosures.content(one.sha256), one.sha256, filled.made_up.shrunk
                )
                for one in filled.enclosures
                if one.media_type in MERGED_TYPES and not one.file_name
            ]
        found = self._desk.foreign.bound(files)
        return [replace(one, condition=replace(one.condition, seen_by=_RELEASED)) for one in found]

    def attached(self, pack_id: str) -> Mapping[str, str]:
        """The files that a released pack carries as attachments, by name, with their SHA-256."""
        with self._desk.database.reading() as work:
            row = work.releases.find(pack_id)
            filled = self._kept_pack(work, row) if row else None
        return {one.file_name: one.sha256 for one in filled.enclosures if one.file_name} if filled else {}

    def _release(self, work: Work, content: Content, written: "PrintedPack", act: Act) -> None:
        sheet = content.sheet
        stored = work.enclosures.add_content(kept(content.filled))
        row = ReleaseRow(
            case_id=sheet.id, pack_id=content.mark.pack_id, number=content.number, pack=act.pack,
            name_ja=act.name.ja, name_en=act.name.en, programme=sheet.edition.programme.key,
            project_year=sheet.edition.year.start_year, state=sheet.state.key, language=act.language,
            document_number=act.document_number, on_date=act.day, content_sha256=content.mark.content_sha256,
            stored_sha256=stored, pages=written.pages, told=told_values(content.facts),
            proof=cast(Proof, written.proof).stored(), program=clair_desktop.__version__,
            released_by=self._desk.database.who, released_at=self._desk.clock.now(),
        )  # fmt: skip
        work.releases.add(row)

    def _row(self, entry: "_Entry", mark: ReleaseMark, written: "PrintedPack", act: Act, marks: PageMarks) -> LedgerRow:
        return LedgerRow(
            made_at=self._desk.clock.now(), made_by=self._desk.database.who, how=act.how.value,
            case_id=entry.case_id, case_number=entry.number, case_title=entry.title, programme=entry.programme,
            pack_id=mark.pack_id, pack_number=entry.pack_number, name_ja=act.name.ja, name_en=act.name.en,
            language=act.language, document_number=act.document_number, state=entry.state, on_date=act.day,
            pages=written.pages, sha256=written.sha256, content_sha256=mark.content_sha256, reason=act.reason,
            page_marks={"pages": marks},
        )  # fmt: skip

    def _shown(self, row: ReleaseRow) -> ReleasedPack:
        return ReleasedPack(
            row.pack_id, Wording(row.name_ja, row.name_en), state_name(self._desk, row.programme, row.state), row.language,
            row.document_number, row.on_date, row.pages, row.content_sha256, row.released_at, row.released_by,
            row.program, row.proof,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    """Whose papers they are, as the ledger keeps it."""

    case_id: int | None
    number: str
    title: str
    programme: str
    state: str
    pack_number: int


def told_values(facts: Sequence[Fact]) -> dict[str, str]:
    """The figures, days and names a pack told, by key."""
    return {one.key: one.value for one in facts if one.kind is not FactKind.TEXT}


def state_name(desk: Desk, programme: str, state: str) -> Wording:
    """The state as its programme calls it; its key where the programme has it no longer."""
    known = desk.programmes.get(programme)
    states = known.workflow.states if known else ()
    return next((one.label for one in states if one.key == state), Wording(state, state))


def marks_of(path: Path) -> PageMarks:
    """The marks of a file that was made just now."""
    from clair_desktop.output.pdf.page_marks import file_marks

    found = file_marks(path)
    return [[one.drawn, one.said] for one in found.pages] if found else []


def _entry(content: Content) -> _Entry:
    sheet = content.sheet
    return _Entry(sheet.id, sheet.number, sheet.title, sheet.edition.programme.key, sheet.state.key, content.number)
