"""A pack becomes one PDF: glyphs checked, documents set, enclosures bound in, file read back, then put in place."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import groupby
from pathlib import Path

from clair_desktop.domain.documents import FilledDocument, FilledLetter, FilledPack
from clair_desktop.domain.proofs import Fact, Proof
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.binding import Numbering, bind, mark_sheet, stamps
from clair_desktop.output.pdf.cover_mark import mark_cover
from clair_desktop.output.pdf.enclosed import Bound, opened
from clair_desktop.output.pdf.flow import Flow
from clair_desktop.output.pdf.forms import orientations, set_form
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.letters import set_letter
from clair_desktop.output.pdf.paper import Paper, Sheet
from clair_desktop.output.pdf.proof import prove
from clair_desktop.output.pdf.read_back import read_back
from clair_desktop.output.pdf.wanted import BoundFile, OwnSheet, Wanted, wanted_of

_JAPAN = timezone(timedelta(hours=9))


@dataclass(frozen=True, slots=True)
class PrintedPack:
    """What was written: the file, its pages and hash, and what was printed otherwise than typed."""

    path: Path
    pages: int
    sha256: str
    warnings: Sequence[Wording]
    proof: Proof | None = None


def print_pack(pack: FilledPack, path: Path, facts: Sequence[Fact] = ()) -> PrintedPack:
    """Write the pack to ``path``, replacing an older one only when the new one has been read back and proven.

    Raises ``Refusal`` for an unprintable character or an enclosure that cannot be bound in, before writing anything,
    and ``NotProven`` where the made file does not say what the pack and the ``facts`` of its case say.
    """
    warnings = check_glyphs(pack)
    bound = opened(pack.enclosures)
    paper = typeset(pack)
    numbering = _numbering(pack, paper, bound)
    sheets = list(paper.sheets)
    stamped = stamps(paper, numbering)
    numbers = _apart(paper) if pack.apart else [numbering.own(number + 1) for number in range(len(paper.sheets))]
    _label(pack, paper, numbering)
    content = paper.finished(lambda drawn, number: _marked(drawn, number, numbers[number - 1], pack), ours=not bound)
    if bound:
        content = bind(content, bound, stamped, numbering)
    wanted = _wanted(pack, list(zip(numbers, sheets, strict=True)), numbering, bound, facts)
    proofs: list[Proof] = []
    put_in_place(content, path, [page.placed for page in wanted.pages], lambda part: proofs.append(prove(part, wanted)))
    return PrintedPack(path, len(wanted.pages), hashlib.sha256(content).hexdigest(), warnings, proofs[0])


def _marked(paper: Paper, number: int, shown: str, pack: FilledPack) -> None:
    """The first sheet of a pack that goes to one receiver carries the mark of its release."""
    mark_sheet(paper, shown, sample=pack.sample)
    if pack.mark is not None and number == 1:
        paper.keyword(pack.mark.line)
        if not pack.apart:
            mark_cover(paper, pack.mark)


def _wanted(
    pack: FilledPack,
    sheets: Sequence[tuple[str, Sheet]],
    numbering: Numbering,
    bound: Sequence[Bound],
    facts: Sequence[Fact],
) -> Wanted:
    """The papers that stay with the branch stand after what is bound in."""
    documents = sorted(pack.documents, key=lambda one: one.internal)
    own = [
        OwnSheet(place + (numbering.bound if sheet.internal else 0), number, sheet, documents[sheet.document])
        for place, (number, sheet) in enumerate(sheets)
    ]
    numbers, place, files = iter(numbering.foreign()), numbering.leaving, []
    given = [one for one in pack.enclosures if one.content is not None]
    for number, (one, enclosed) in enumerate(zip(bound, given, strict=True), start=1):
        title = words.ENCLOSURE.ja.format(number=number, name=one.name)
        source = enclosed.content if enclosed.media_type == "application/pdf" else None
        files.append(BoundFile(one.name, source, place, [next(numbers) for _ in range(one.count)], title))
        place += one.count
    return wanted_of(pack, own, files, facts)


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


def _label(pack: FilledPack, paper: Paper, numbering: Numbering) -> None:
    """A viewer counts the pages as they are numbered: each receiver's for itself, the branch's own apart."""
    if pack.apart:
        together = [sheet.together for sheet in paper.sheets]
        for place in (at for at in range(len(together)) if not at or together[at] != together[at - 1]):
            paper.label(place)
        return
    if numbering.leaving:
        paper.label(0)
    if numbering.internal:
        paper.label(numbering.leaving + numbering.bound, f"{words.INTERNAL.ja}\u3000")


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
    with paper.within("Sect", language=_tag(language)):
        if isinstance(content, FilledLetter):
            set_letter(flow, content, language)
        else:
            set_form(flow, content, language, bilingual=document.language not in set(Language))


def put_in_place(
    content: bytes, path: Path, texts: Sequence[Sequence[str]], check: Callable[[Path], None] | None = None
) -> None:
    """Write beside the place, read back from the disk, and only then take the place of an older file.

    A pack brings a ``check`` of its own, which looks closer.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if check is None:
            read_back(part, texts)
        else:
            check(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def made_at(iso: str) -> datetime:
    """A day alone counts from midnight in Japan."""
    made = datetime.fromisoformat(iso)
    return made if made.tzinfo else made.replace(tzinfo=_JAPAN)


def _tag(language: str) -> str:
    return "en-GB" if language == Language.EN else "ja-JP"
