"""A pack becomes one PDF: glyphs checked, documents set, enclosures bound in, file read back, then put in place."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path

from clair_desktop.domain.asked import Spot
from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import FilledPack
from clair_desktop.domain.proofs import Fact, Proof
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.assembly import (
    contents_document,
    enclosure_titles,
    language_of,
    voice_of,
)
from clair_desktop.output.pdf.attaching import AttachedFile, attach
from clair_desktop.output.pdf.binding import Binding, Numbering, bind, mark_sheet, numbered, stamps
from clair_desktop.output.pdf.cover_mark import mark_cover
from clair_desktop.output.pdf.enclosed import Bound, demand_seen, examined, remarks_of
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.paper import Paper, Sheet
from clair_desktop.output.pdf.proof import prove
from clair_desktop.output.pdf.read_back import read_back
from clair_desktop.output.pdf.typesetting import divider, made_at, typeset
from clair_desktop.output.pdf.wanted import BoundFile, OwnSheet, Wanted, wanted_of
from clair_desktop.support.collecting import without_collecting


@dataclass(frozen=True, slots=True)
class PrintedPack:
    """What was written: the file, its pages and hash, and what was printed otherwise than typed."""

    path: Path
    pages: int
    sha256: str
    warnings: Sequence[Wording]
    proof: Proof | None = None
    spots: Sequence[Spot] = ()  # where answers stand in the file


@without_collecting()
def print_pack(
    pack: FilledPack,
    path: Path,
    bound: Sequence[Bound] | None = None,
    *,
    attached: Sequence[AttachedFile] = (),
    facts: Sequence[Fact] = (),
) -> PrintedPack:
    """Write the pack to ``path``, replacing an older one only when the new one has been read back and proven.

    ``bound`` are the enclosures as they were examined elsewhere; without them those of the pack are examined here.
    ``attached`` are put as files into the PDF where the pack is made up so, and no page of theirs is bound in.
    Raises ``Refusal`` for an unprintable character or an enclosure that cannot be bound in, before writing anything,
    and ``NotProven`` where the made file does not say what the pack and the ``facts`` of its case say.
    """
    warnings = check_glyphs(pack)
    if bound is not None:
        return _print(pack, path, bound, attached=attached, facts=facts, warnings=warnings)
    with examined(pack.enclosures) as opened:
        return _print(pack, path, opened, attached=attached, facts=facts, warnings=warnings)


def _print(
    given: FilledPack,
    path: Path,
    examined_files: Sequence[Bound],
    *,
    attached: Sequence[AttachedFile],
    facts: Sequence[Fact],
    warnings: Sequence[Wording],
) -> PrintedPack:
    demand_seen(examined_files)
    bound = [] if given.made_up.attached else examined_files
    pack = whole(given, bound)
    paper = typeset(pack, bound)
    numbering = numbered(paper, bound)
    sheets = list(paper.sheets)
    mark = pack.made_up.copy.mark
    marks = [mark.in_(language_of(pack))] if mark else []
    stamped = stamps(paper, numbering.foreign, marks, sample=pack.sample)
    numbers = _apart(paper) if pack.apart else numbering.own
    _label(pack, paper, numbering)
    content = paper.finished(
        lambda drawn, number: _marked(drawn, number, numbers[number - 1], pack),
        ours=not bound, part=3 if attached else 2,
    )  # fmt: skip
    binding = Binding(
        numbering.places,
        [] if pack.made_up.dividers else enclosure_titles(pack, bound),
        sum(not document.internal for document in pack.documents),
        pack.sample,
    )
    own = list(zip(numbers, sheets, strict=True))
    files = {one.file_name: one.sha256 for one in attached}
    wanted = replace(_wanted(given, pack, own, numbering, bound), facts=facts, attached=files)
    proofs: list[Proof] = []
    digest = put(
        path,
        lambda part: (
            _write(part, content, attached, made_at(pack.made_on))
            if not bound
            else bind(content, bound, stamped, binding, part)
        ),
        lambda part: proofs.append(prove(part, wanted)),
    )
    spots = [
        replace(spot, page=place) for place, sheet in zip(numbering.sheets, sheets, strict=True) for spot in sheet.spots
    ]
    return PrintedPack(path, len(wanted.pages), digest, [*warnings, *remarks_of(bound)], proofs[0], spots)


def _marked(paper: Paper, number: int, shown: str, pack: FilledPack) -> None:
    """Each sheet says in its own language which copy it is of; the first one of a pack for one receiver carries the mark
    of its release.
    """
    copy = pack.made_up.copy.mark
    spoken = [one for one in Language if one.value == paper.sheet.language] or list(Language)  # a bilingual page: both
    marks = [copy.in_(one) for one in spoken] if copy else []
    mark_sheet(paper, shown, marks, sample=pack.sample)
    if pack.mark is not None and number == 1:
        paper.keyword(pack.mark.line)
        if not pack.apart:
            mark_cover(paper, pack.mark)


def _wanted(
    given: FilledPack,
    pack: FilledPack,
    sheets: Sequence[tuple[str, Sheet]],
    numbering: Numbering,
    bound: Sequence[Bound],
) -> Wanted:
    """What was asked for; ``pack`` is the given one with its contents, whose lines must name the right pages."""
    documents = sorted(pack.documents, key=lambda one: one.internal)
    own = [
        OwnSheet(place, number, sheet, documents[sheet.document] if sheet.document >= 0 else None)
        for place, (number, sheet) in zip(numbering.sheets, sheets, strict=True)
    ]
    dividers: dict[int, int] = {}  # a blank back belongs to the divider before it
    for one in own:
        if one.document is None:
            dividers.setdefault(-1 - one.sheet.document, one.place)
    numbers, files = iter(numbering.foreign), []
    for number, (place, file, title) in enumerate(
        zip(numbering.places, bound, enclosure_titles(pack, bound), strict=True)
    ):
        shown = [next(numbers) for _ in range(file.count)]
        files.append(BoundFile(file.name, file.file, place, shown, title, dividers.get(number, place)))
    wanted = wanted_of(given, own, files)
    added = {id(one) for one in documents} - {id(one) for one in given.documents}
    if not added:
        return wanted
    counted = [one for one in documents if not one.internal and id(one) not in added]
    first = [next(sheet.place for sheet in own if sheet.document is one) + 1 for one in counted]
    lines = [*zip((one.name for one in counted), first, strict=True), *((file.title, file.leads + 1) for file in files)]
    told = plain(voice_of(pack).says(words.ATTACHED))
    return replace(
        wanted,
        contents=[
            *((title, str(page)) for title, page in lines),
            *((one.name, told) for one in pack.enclosures if one.file_name),
        ],
        contents_on=[sheet.place + 1 for sheet in own if id(sheet.document) in added],
    )


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
    enclosed = [first.get(divider(number), place) for number, place in enumerate(numbering.places)]
    return [str(place + 1) for place in (*papers, *enclosed)]


def _label(pack: FilledPack, paper: Paper, numbering: Numbering) -> None:
    """A viewer counts the pages as they are numbered: each receiver's for itself, the branch's own apart."""
    if pack.apart:
        together = [sheet.together for sheet in paper.sheets]
        for place in (at for at in range(len(together)) if not at or together[at] != together[at - 1]):
            paper.label(place)
        return
    places = list(zip(numbering.sheets, paper.sheets, strict=True))
    own = [place for place, sheet in places if sheet.internal]
    if len(own) < len(places) or numbering.places:
        paper.label(0)
    if own:
        paper.label(own[0], f"{words.INTERNAL.ja}\u3000")


def _apart(paper: Paper) -> list[str]:
    """What goes to different receivers is numbered for each by itself: a letter, or a letter and what goes with it."""
    letters = [list(sheets) for _, sheets in groupby(paper.sheets, key=lambda sheet: sheet.together)]
    return [f"{number}/{len(sheets)}" for sheets in letters for number in range(1, len(sheets) + 1)]


def put_in_place(content: bytes, path: Path, texts: Sequence[Sequence[str]]) -> str:
    """Write beside the place, read back from the disk, and only then take the place of an older file."""
    return put(path, lambda part: _written(part, content), lambda part: read_back(part, texts))


def put(path: Path, write: Callable[[Path], None], check: Callable[[Path], None]) -> str:
    """The same for a file that ``write`` makes piece by piece and ``check`` looks at; gives its SHA-256."""
    part = path.with_name(f"{path.name}.part")
    try:
        write(part)
        with part.open("rb+") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        check(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return digest


def _write(part: Path, content: bytes, attached: Sequence[AttachedFile], day: datetime) -> None:
    if attached:
        attach(content, attached, day, part)
    else:
        _written(part, content)


def _written(part: Path, content: bytes) -> None:
    with part.open("wb") as file:
        file.write(content)
