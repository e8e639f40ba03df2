"""A pack becomes one PDF: glyphs checked, documents set, enclosures bound in, file read back, then put in place."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

from clair_desktop.domain.documents import FilledDocument, FilledLetter, FilledPack
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.enclosed import Bound, opened
from clair_desktop.output.pdf.flow import Flow
from clair_desktop.output.pdf.forms import orientations, set_form
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.letters import set_letter
from clair_desktop.output.pdf.lines import Alignment, Type, analysed
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.read_back import read_back
from clair_desktop.output.pdf.stamps import Stamp, stamp
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.watermark import watermark

_JAPAN = timezone(timedelta(hours=9))
_NUMBER = Type(Style.MINCHO, 9)
_MARK = Type(Style.BOLD, 10)
_SAMPLE = f"{words.SAMPLE.ja}\u3000{words.SAMPLE.en}"


@dataclass(frozen=True, slots=True)
class PrintedPack:
    """What was written: the file, its pages and hash, and what was printed otherwise than typed."""

    path: Path
    pages: int
    sha256: str
    warnings: Sequence[Wording]


def print_pack(pack: FilledPack, path: Path) -> PrintedPack:
    """Write the pack to ``path``, replacing an older one only when the new one has been read back.

    Raises ``Refusal`` for an unprintable character or an enclosure that cannot be bound in, before writing anything.
    """
    warnings = check_glyphs(pack)
    bound = opened(pack.enclosures)
    paper = typeset(pack)
    texts = [sheet.texts for sheet in paper.sheets]
    total = len(paper.sheets) + sum(one.count for one in bound)
    content = _bound(pack, paper, bound, total)
    _put_in_place(content, path, total, texts)
    return PrintedPack(path, total, hashlib.sha256(content).hexdigest(), warnings)


def typeset(pack: FilledPack) -> Paper:
    """The pack's own documents on sheets, without running numbers."""
    paper = Paper(f"{pack.title}\u3000{pack.case_number}".strip(), _tag(pack.language), _made_at(pack.made_on))
    for document in pack.documents:
        _set_document(paper, document)
    return paper


def _set_document(paper: Paper, document: FilledDocument) -> None:
    flow = Flow(paper)
    language = Language.EN if document.language == Language.EN else Language.JA
    content = document.content
    flow.begin(landscape=not isinstance(content, FilledLetter) and (orientations(content) or [False])[0])
    paper.bookmark(document.name)
    first = len(paper.sheets)
    if isinstance(content, FilledLetter):
        set_letter(flow, content, language)
    else:
        set_form(flow, content, language, bilingual=document.language not in set(Language))
    if document.internal:
        for sheet in paper.sheets[first - 1 :]:
            sheet.mark = words.INTERNAL.in_(language)


def _bound(pack: FilledPack, paper: Paper, bound: Sequence[Bound], total: int) -> bytes:
    own = len(paper.sheets)
    numbers = range(own + 1, total + 1)
    stamps = [_stamp(paper, pack, f"{number}/{total}") for number in numbers]
    content = paper.finished(lambda sheet_paper, number: _mark(sheet_paper, pack, f"{number}/{total}"))
    return _appended(content, bound, stamps, _SAMPLE if pack.sample else "") if bound else content


def _mark(paper: Paper, pack: FilledPack, number: str) -> None:
    sheet = paper.sheet
    paper.text(0, sheet.height - 12 * MM, number, _NUMBER, width=sheet.width, alignment=Alignment.CENTRE)
    marks = [*([_SAMPLE] if pack.sample else []), *([sheet.mark] if sheet.mark else [])]
    if marks:
        line = analysed("\u3000".join(marks), _MARK.style).one_line(_MARK.size)
        width = line.width * _MARK.size / 1000
        left, top = sheet.width - 20 * MM - width, 10 * MM
        paper.frame(left - 6, top, width + 12, 17, 0.8)
        paper.line(left, top + 12.4, line)
    if pack.sample:
        paper.beneath(watermark(_SAMPLE, sheet.width, sheet.height))


def _stamp(paper: Paper, pack: FilledPack, number: str) -> Stamp:
    text = f"{_SAMPLE}\u3000{number}" if pack.sample else number
    width = analysed(text, _NUMBER.style).natural_width(_NUMBER.size)
    return Stamp(paper.reserve(text, _NUMBER.style), width, _NUMBER.size)


def _appended(content: bytes, bound: Sequence[Bound], stamps: Sequence[Stamp], sample: str) -> bytes:
    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = pdf.pages[0].obj["/Resources"]["/Font"]
        for number, one in enumerate(bound, start=1):
            first = len(pdf.pages)
            pdf.pages.extend(one.pages.pages)
            with pdf.open_outline() as outline:
                title = words.ENCLOSURE.ja.format(number=number, name=one.name)
                outline.root.append(pikepdf.OutlineItem(title, first))
        for page, text in zip(pdf.pages[-len(stamps) :], stamps, strict=True):
            stamp(page, text, fonts, sample)
        merged = BytesIO()
        pdf.save(merged, deterministic_id=True)
        return merged.getvalue()


def _put_in_place(content: bytes, path: Path, pages: int, texts: Sequence[Sequence[str]]) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        read_back(part, pages, texts)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _made_at(iso: str) -> datetime:
    """A day alone counts from midnight in Japan."""
    made = (
        datetime.combine(date.fromisoformat(iso), datetime.min.time())
        if len(iso) == 10
        else datetime.fromisoformat(iso)
    )
    return made if made.tzinfo else made.replace(tzinfo=_JAPAN)


def _tag(language: str) -> str:
    return "en-GB" if language == Language.EN else "ja-JP"
