"""Whether a file is one that the branch released: the very file, the same pages saved anew, altered ones, or none of ours."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.release_tables import LedgerRow
from clair_desktop.services.desk import Desk
from clair_desktop.services.releases import HOW_WORDS, How, Releases, state_name

if TYPE_CHECKING:
    from clair_desktop.output.pdf.page_marks import FileMarks

_CLAIM = re.compile(r"CLAIR:([^:]+):([^:]+-P\d+):([0-9A-F]{64})")
_ON_COVER = re.compile(r"(\S{1,40}-P\d{2,})\s+((?:[0-9a-f]{4}\s*){4})")
_UNREADABLE = Wording(
    "「{path}」を読めません。ファイルの場所を確かめてください。", "“{path}” cannot be read. Check where it is."
)
_NOT_PDF = Wording(
    "「{name}」はPDFとして開けません。PDFのファイルを選んでください。",
    "“{name}” does not open as a PDF. Choose a PDF file.",
)
_OTHER_COUNT = Wording(
    "発行したものは{wanted}ページ、このファイルは{found}ページです。",
    "It was released with {wanted} pages; this file has {found}.",
)
_OTHER_WORDS = Wording(
    "{page}ページ：文字が発行したものと違います。", "Page {page}: its text is not what was released."
)
_OTHER_DRAWING = Wording(
    "{page}ページ：文字は同じですが、描かれたもの（図、印、書込みなど）が発行したものと違います。",
    "Page {page}: the same text, but what is drawn (pictures, marks, notes) is not what was released.",
)
_OTHER_FILE = Wording(
    "添付ファイル「{name}」が、発行したものと違います。", "The attached file “{name}” is not what was released."
)
_OTHER_CONTENT = Wording(
    "書類番号{pack_id}の内容の照合値が、発行したものと違います。",
    "The content hash it gives for {pack_id} is not that of the pack released.",
)


class Standing(StrEnum):
    """What a file turned out to be."""

    RELEASED = "released"
    RESAVED = "resaved"
    ALTERED = "altered"
    UNKNOWN = "unknown"


STANDING_WORDS = {
    Standing.RELEASED: Wording("支部が発行したファイルそのものです。", "It is the very file the branch released."),
    Standing.RESAVED: Wording(
        "支部が発行した書類を保存し直したもので、全ページが発行したものと一致します。",
        "It is a released pack that was saved anew; every page is as it was released.",
    ),
    Standing.ALTERED: Wording(
        "支部が発行した書類と称していますが、発行したものと違います。",
        "It says that it is a released pack, but it is not what was released.",
    ),
    Standing.UNKNOWN: Wording(
        "支部が発行した書類の記録にありません。", "No record of the branch says that it was released."
    ),
}


@dataclass(frozen=True, slots=True)
class Printing:
    """One time that the pack was released, as the ledger holds it."""

    case_number: str
    case_title: str
    pack_id: str
    name: Wording
    state: Wording
    language: str
    document_number: str | None
    on: date
    made_at: datetime
    made_by: str
    how: str
    reason: str
    pages: int
    content_sha256: str

    def told(self) -> Wording:
        """In a few lines: which pack of which case, in what state, on what day, by whom."""
        how = HOW_WORDS[How(self.how)]
        number = self.document_number or "－"
        days = {one: printed_date(self.on, one) for one in Language}
        if not self.case_number:
            return Wording(
                f"案件によらない書類　{self.name.ja}（{self.pages}ページ）\n　文書：{number}　{days[Language.JA]}\n"
                f"　{how.ja}：{self.made_at:%Y-%m-%d %H:%M}　{self.made_by}",
                f"Papers of no case: {self.name.en} ({self.pages} pages)\n  Letter: {number}, {days[Language.EN]}\n"
                f"  {how.en}: {self.made_at:%Y-%m-%d %H:%M}, {self.made_by}",
            )
        return Wording(
            f"案件{self.case_number}　{self.case_title}\n　書類：{self.name.ja}（{self.pack_id}、{self.pages}ページ）\n"
            f"　文書：{number}　{days[Language.JA]}\n　案件の状態：{self.state.ja}\n"
            f"　{how.ja}：{self.made_at:%Y-%m-%d %H:%M}　{self.made_by}",
            f"Case {self.case_number}: {self.case_title}\n  Papers: {self.name.en} ({self.pack_id}, {self.pages} pages)\n"
            f"  Letter: {number}, {days[Language.EN]}\n  State of the case: {self.state.en}\n"
            f"  {how.en}: {self.made_at:%Y-%m-%d %H:%M}, {self.made_by}",
        )


@dataclass(frozen=True, slots=True)
class Verified:
    """A file and what it is; ``differences`` say where it is not what was released, ``printings`` when that was."""

    path: Path
    sha256: str
    standing: Standing
    printings: Sequence[Printing] = ()
    differences: Sequence[Wording] = ()


class Verifying:
    """Files held against the ledger."""

    def __init__(self, desk: Desk, releases: Releases) -> None:
        self._desk = desk
        self._releases = releases

    def verify(self, path: Path) -> Verified:
        """Nothing is written; a file that is no PDF is refused in words."""
        digest = _digest(path)
        with self._desk.database.reading() as work:
            printed = work.ledger.with_hash(digest)
        if printed:
            return Verified(path, digest, Standing.RELEASED, self._shown(printed))
        found = _marks(path)
        pack_id, content = claimed(found)
        with self._desk.database.reading() as work:
            printed = work.ledger.of_pack(pack_id) if pack_id else []
        if not printed:
            return Verified(path, digest, Standing.UNKNOWN)
        differences = [*_differences(found, printed, content), *self._attached_otherwise(found, pack_id)]
        if differences and set(differences) <= set(_drawn_otherwise(found)) and self._looks_alike(path, pack_id, found):
            differences = []
        standing = Standing.ALTERED if differences else Standing.RESAVED
        return Verified(path, digest, standing, self._shown(printed), differences)

    def _looks_alike(self, path: Path, pack_id: str, found: "FileMarks") -> bool:
        """Another program may write every page its own way; then the pack is made again and the two are looked at."""
        from clair_desktop.output.pdf.likeness import unlike_pages

        with tempfile.TemporaryDirectory(prefix="clair-") as folder:
            made = Path(folder) / "again.pdf"
            try:
                _row, _number, written = self._releases.made(pack_id, made)
            except Refusal:
                return False
            return written.pages == len(found.pages) and not unlike_pages(path, made)

    def _attached_otherwise(self, found: "FileMarks", pack_id: str) -> Iterator[Wording]:
        wanted = self._releases.attached(pack_id)
        for name in sorted(wanted.keys() | found.attached.keys()):
            if found.attached.get(name) != wanted.get(name):
                yield _OTHER_FILE.filled(name=name)

    def _shown(self, rows: Sequence[LedgerRow]) -> list[Printing]:
        return [
            Printing(
                row.case_number, row.case_title, row.pack_id, Wording(row.name_ja, row.name_en),
                state_name(self._desk, row.programme, row.state), row.language, row.document_number, row.on_date,
                row.made_at, row.made_by, row.how, row.reason, row.pages, row.content_sha256,
            )
            for row in rows
        ]  # fmt: skip


def claimed(found: "FileMarks") -> tuple[str, str]:
    """The pack that the file says it is, and of what content: by its properties, or by the line on its cover."""
    told = _CLAIM.search(found.keywords.upper())
    if told:
        return told[2], told[3].lower()
    shown = _ON_COVER.search(found.first_page)
    return (shown[1], "".join(shown[2].split())) if shown else ("", "")


def _differences(found: "FileMarks", printed: Sequence[LedgerRow], content: str) -> Iterator[Wording]:
    """Against the printing that it is most like: the program may have laid the same content out anew since."""
    told = [list(_against(found, row)) for row in printed]
    if not printed[-1].content_sha256.startswith(content):
        yield _OTHER_CONTENT.filled(pack_id=printed[-1].pack_id)
    yield from min(told, key=len)


def _drawn_otherwise(found: "FileMarks") -> Iterator[Wording]:
    return (_OTHER_DRAWING.filled(page=page) for page in range(1, len(found.pages) + 1))


def _against(found: "FileMarks", row: LedgerRow) -> Iterator[Wording]:
    marks = row.page_marks["pages"]
    if len(found.pages) != len(marks):
        yield _OTHER_COUNT.filled(wanted=len(marks), found=len(found.pages))
    for page, (there, (drawn, said)) in enumerate(zip(found.pages, marks, strict=False), start=1):
        if there.said != said:
            yield _OTHER_WORDS.filled(page=page)
        elif there.drawn != drawn:
            yield _OTHER_DRAWING.filled(page=page)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise Refusal(_UNREADABLE.filled(path=path), field="file") from fault


def _marks(path: Path) -> "FileMarks":
    from clair_desktop.output.pdf.page_marks import file_marks

    found = file_marks(path)
    if found is None:
        raise Refusal(_NOT_PDF.filled(name=path.name), field="file")
    return found
