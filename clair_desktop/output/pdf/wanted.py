"""What a finished pack must hold, page by page, worked out from its papers before the file is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from clair_desktop.domain.filled_papers import FilledDocument, FilledPack
from clair_desktop.domain.proofs import Fact
from clair_desktop.output.pdf.paper import Sheet
from clair_desktop.output.pdf.proof_sources import SourcePage, source_pages


@dataclass(frozen=True, slots=True)
class WantedPage:
    """One page as it was asked for: its number, the lines placed on it, and whose it is.

    ``document`` counts the pack's documents; a bound page has its ``source`` instead.
    """

    number: str
    placed: Sequence[str] = ()
    document: int | None = None
    source: SourcePage | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A whole pack as it was asked for.

    ``bookmarks`` are titles with page numbers from 1; ``contents`` the lines of a contents page, each a title and the
    page it must name, and ``contents_on`` the pages it stands on, from 1.
    """

    pack: FilledPack
    pages: Sequence[WantedPage]
    bookmarks: Sequence[tuple[str, int]]
    facts: Sequence[Fact] = ()
    contents: Sequence[tuple[str, str]] = ()
    contents_on: Sequence[int] = ()
    attached: Mapping[str, str] = field(default_factory=dict)  # files by name, with their SHA-256


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """A sheet of the pack's own at its place in the finished file (from 0); ``document`` is what stands on it."""

    place: int
    number: str
    sheet: Sheet
    document: FilledDocument | None


@dataclass(frozen=True, slots=True)
class BoundFile:
    """An enclosure at its place in the finished file (from 0); ``source`` is None for a picture."""

    name: str
    source: bytes | Path | None
    place: int
    numbers: Sequence[str]
    title: str  # what the outline calls it
    leads: int  # where the outline and the contents lead: to the file, or to the divider before it


def wanted_of(
    pack: FilledPack, own: Sequence[OwnSheet], bound: Sequence[BoundFile], facts: Sequence[Fact] = ()
) -> Wanted:
    """The pages in the order of the file, each document's bookmark at its first page."""
    places = {id(document): place for place, document in enumerate(pack.documents)}
    pages = {one.place: WantedPage(one.number, one.sheet.texts, places.get(id(one.document))) for one in own}
    for file in bound:
        sources = source_pages(file.name, file.source, len(file.numbers))
        for offset, (number, source) in enumerate(zip(file.numbers, sources, strict=True)):
            pages[file.place + offset] = WantedPage(number, source=source)
    first: dict[int, tuple[str, int]] = {}
    for one in own:
        if one.document is not None:
            first.setdefault(id(one.document), (one.document.name, one.place + 1))
    bookmarks = chain(first.values(), ((file.title, file.leads + 1) for file in bound))
    return Wanted(pack, [pages[place] for place in sorted(pages)], list(bookmarks), facts)
