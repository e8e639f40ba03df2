"""A pack becomes one PDF: glyphs checked, documents set, enclosures bound in, file read back, then put in place."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from itertools import groupby
from pathlib import Path

from clair_desktop.domain.documents import FilledDocument, FilledLetter, FilledPack, Spot
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf.binding import Numbering, bind, mark_sheet, stamps
from clair_desktop.output.pdf.enclosed import Bound, opened
from clair_desktop.output.pdf.flow import Flow
from clair_desktop.output.pdf.forms import orientations, set_form
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.letters import set_letter
from clair_desktop.output.pdf.paper import Paper
from clair_desktop.output.pdf.read_back import read_back

_JAPAN = timezone(timedelta(hours=9))


@dataclass(frozen=True, slots=True)
class PrintedPack:
    """What was written: the file, its pages and hash, and what was printed otherwise than typed."""

    path: Path
    pages: int
    sha256: str
    warnings: Sequence[Wording]
    spots: Sequence[Spot] = ()


def print_pack(pack: FilledPack, path: Path) -> PrintedPack:
    """Write the pack to ``path``, replacing an older one only when the new one has been read back.

    Raises ``Refusal`` for an unprintable character or an enclosure that cannot be bound in, before writing anything.
    """
    warnings = check_glyphs(pack)
    bound = opened(pack.enclosures)
    paper = typeset(pack)
    numbering = _numbering(pack, paper, bound)
    texts = [sheet.texts for sheet in paper.sheets]
    spots = [
        replace(spot, page=spot.page + (numbering.bound if sheet.internal else 0))
        for sheet in paper.sheets
        for spot in sheet.spots
    ]
    stamped = stamps(paper, numbering)
    numbers = _apart(paper) if pack.apart else [numbering.own(number + 1) for number in range(len(paper.sheets))]
    content = paper.finished(lambda drawn, number: mark_sheet(drawn, numbers[number - 1], sample=pack.sample))
    if bound:
        content = bind(content, bound, stamped, numbering)
    texts[numbering.leaving : numbering.leaving] = [[]] * numbering.bound
    put_in_place(content, path, texts)
    return PrintedPack(path, len(texts), hashlib.sha256(content).hexdigest(), warnings, spots)


def typeset(pack: FilledPack) -> Paper:
    """The pack's own documents on sheets, not yet numbered; those that never leave the branch come last."""
    paper = Paper(f"{pack.title}\u3000{pack.case_number}".strip(), _tag(pack.language), made_at(pack.made_on))
    for number, document in enumerate(sorted(pack.documents, key=lambda one: one.internal)):
        first = len(paper.sheets)
        _set_document(paper, document)
        for sheet in paper.sheets[first:]:
            sheet.internal, sheet.document = document.internal, number
            sheet.together = f"{document.language} {document.receiver}" if document.receiver else str(number)
    return paper


def _numbering(pack: FilledPack, paper: Paper, bound: Sequence[Bound]) -> Numbering:
    internal = sum(sheet.internal for sheet in paper.sheets)
    return Numbering(
        documents=sum(not document.internal for document in pack.documents),
        leaving=len(paper.sheets) - internal,
        bound=sum(one.count for one in bound),
        internal=internal,
        sample=pack.sample,
    )


def _apart(paper: Paper) -> list[str]:
    """What goes to different receivers is numbered for each by itself: a letter, or a letter and what goes with it."""
    letters = [list(sheets) for _, sheets in groupby(paper.sheets, key=lambda sheet: sheet.together)]
    return [f"{number}/{len(sheets)}" for sheets in letters for number in range(1, len(sheets) + 1)]


def _set_document(paper: Paper, document: FilledDocument) -> None:
    flow = Flow(paper)
    language = Language.EN if document.language == Language.EN else Language.JA
    content = document.content
    flow.begin(landscape=not isinstance(content, FilledLetter) and (orientations(content) or [False])[0])
    paper.bookmark(document.name)
    if isinstance(content, FilledLetter):
        set_letter(flow, content, language)
    else:
        set_form(flow, content, language, bilingual=document.language not in set(Language))


def put_in_place(content: bytes, path: Path, texts: Sequence[Sequence[str]]) -> None:
    """Write beside the place, read back from the disk, and only then take the place of an older file."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        read_back(part, texts)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def made_at(iso: str) -> datetime:
    """A day alone counts from midnight in Japan."""
    made = datetime.fromisoformat(iso)
    return made if made.tzinfo else made.replace(tzinfo=_JAPAN)


def _tag(language: str) -> str:
    return "en-GB" if language == Language.EN else "ja-JP"
