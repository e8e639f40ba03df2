"""A pack becomes one PDF: glyphs checked, documents set, enclosures bound in, file read back, then put in place."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from itertools import groupby
from pathlib import Path

from clair_desktop.domain.documents import FilledDocument, FilledLetter, FilledPack
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf.assembly import contents_document, language_of, set_blank, set_divider
from clair_desktop.output.pdf.binding import Binding, bind, mark_sheet, numbered, stamps, titles
from clair_desktop.output.pdf.enclosed import Bound, demand_seen, examined, remarks_of
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


def print_pack(pack: FilledPack, path: Path, bound: Sequence[Bound] | None = None) -> PrintedPack:
    """Write the pack to ``path``, replacing an older one only when the new one has been read back.

    ``bound`` are the enclosures as they were examined elsewhere; without them those of the pack are examined here.
    Raises ``Refusal`` for an unprintable character or an enclosure that cannot be bound in, before writing anything.
    """
    warnings = check_glyphs(pack)
    if bound is not None:
        return _print(pack, path, bound, warnings)
    with examined(pack.enclosures) as opened:
        return _print(pack, path, opened, warnings)


def _print(pack: FilledPack, path: Path, bound: Sequence[Bound], warnings: Sequence[Wording]) -> PrintedPack:
    demand_seen(bound)
    pack = whole(pack, bound)
    paper = typeset(pack, bound)
    numbering = numbered(paper, bound)
    texts: list[list[str]] = [[] for _ in (*numbering.own, *numbering.foreign)]
    for place, sheet in zip(numbering.sheets, paper.sheets, strict=True):
        texts[place] = sheet.texts
    mark = pack.made_up.copy.mark
    marks = [mark.in_(language_of(pack))] if mark else []
    stamped = stamps(paper, numbering.foreign, marks, sample=pack.sample)
    numbers = _apart(paper) if pack.apart else numbering.own
    content = paper.finished(lambda drawn, number: mark_sheet(drawn, numbers[number - 1], marks, sample=pack.sample))
    binding = Binding(
        numbering.places,
        [] if pack.made_up.dividers else titles(bound),
        sum(not document.internal for document in pack.documents),
        pack.sample,
    )
    digest = put(
        path,
        texts,
        lambda part: bind(content, bound, stamped, binding, part) if bound else _written(part, content),
    )
    return PrintedPack(path, len(texts), digest, [*warnings, *remarks_of(bound)])


def whole(pack: FilledPack, bound: Sequence[Bound]) -> FilledPack:
    """The pack with its contents, counted on the finished parts until the numbers no longer change."""
    if not pack.made_up.contents or pack.apart:
        return pack
    documents = sorted(pack.documents, key=lambda one: one.internal)
    leaving = sum(not document.internal for document in documents)
    if not leaving:
        return pack
    pages = [""] * (leaving + len(bound))
    while True:
        contents = contents_document(pack, bound, pages)
        counted = replace(pack, documents=[*documents[:1], contents, *documents[1:]])
        paper = typeset(counted, bound)
        found = _first_pages(paper, bound, leaving)
        if found == pages:
            return counted
        pages = found


def _first_pages(paper: Paper, bound: Sequence[Bound], leaving: int) -> list[str]:
    """The page on which each paper, other than the contents, and each enclosure begins."""
    numbering = numbered(paper, bound)
    first: dict[int, int] = {}
    for place, sheet in zip(numbering.sheets, paper.sheets, strict=True):
        first.setdefault(sheet.document, place)
    papers = [first[number] for number in range(leaving + 1) if number != 1]
    enclosed = [first.get(_divider(number), place) for number, place in enumerate(numbering.places)]
    return [str(place + 1) for place in (*papers, *enclosed)]


def typeset(pack: FilledPack, bound: Sequence[Bound] = ()) -> Paper:
    """The pack's own sheets, not yet numbered; what never leaves the branch comes last."""
    paper = Paper(f"{pack.title}\u3000{pack.case_number}".strip(), _tag(pack.language), made_at(pack.made_on))
    fronts = pack.made_up.fronts and not pack.apart
    documents = sorted(pack.documents, key=lambda one: one.internal)
    leaving = sum(not one.internal for one in documents)
    for number, document in enumerate(documents):
        if number == leaving:
            _set_enclosures(paper, pack, bound)
        if fronts:
            _begin_on_front(paper, pack, bound)
        first = len(paper.sheets)
        _set_document(paper, document)
        for sheet in paper.sheets[first:]:
            sheet.internal, sheet.document = document.internal, number
            sheet.together = f"{document.language} {document.receiver}" if document.receiver else str(number)
    if leaving == len(documents):
        _set_enclosures(paper, pack, bound)
    return paper


def _set_enclosures(paper: Paper, pack: FilledPack, bound: Sequence[Bound]) -> None:
    """Where the enclosures go: after the last sheet that leaves the branch, each after its divider if it has one."""
    for number, one in enumerate(bound):
        if pack.made_up.dividers:
            if pack.made_up.fronts:
                _begin_on_front(paper, pack, bound)
            set_divider(paper, pack, number + 1, one)
            paper.sheet.document = _divider(number)
        if pack.made_up.fronts:
            _begin_on_front(paper, pack, bound)
        (paper.sheet.followed_by if paper.sheets else paper.bound_first).append(number)


def _begin_on_front(paper: Paper, pack: FilledPack, bound: Sequence[Bound]) -> None:
    """What comes next begins on a front: an odd count of pages gets a blank back."""
    there = [*paper.bound_first, *(one for sheet in paper.sheets for one in sheet.followed_by)]
    if paper.sheets and (len(paper.sheets) + sum(bound[one].count for one in there)) % 2:
        before = paper.sheet
        set_blank(paper, pack)
        paper.sheet.internal, paper.sheet.document = before.internal, before.document
        paper.sheet.together = before.together


def _divider(number: int) -> int:
    """Dividers are no documents of the pack; they count downwards."""
    return -1 - number


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


def put_in_place(content: bytes, path: Path, texts: Sequence[Sequence[str]]) -> str:
    """Write beside the place, read back from the disk, and only then take the place of an older file."""
    return put(path, texts, lambda part: _written(part, content))


def put(path: Path, texts: Sequence[Sequence[str]], write: Callable[[Path], None]) -> str:
    """The same for a file that ``write`` makes piece by piece; gives its SHA-256."""
    part = path.with_name(f"{path.name}.part")
    try:
        write(part)
        with part.open("rb+") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        read_back(part, texts)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return digest


def _written(part: Path, content: bytes) -> None:
    with part.open("wb") as file:
        file.write(content)


def made_at(iso: str) -> datetime:
    """A day alone counts from midnight in Japan."""
    made = datetime.fromisoformat(iso)
    return made if made.tzinfo else made.replace(tzinfo=_JAPAN)


def _tag(language: str) -> str:
    return "en-GB" if language == Language.EN else "ja-JP"
