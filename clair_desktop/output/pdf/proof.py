"""The proof of a pack: the made file is opened again and must say what it was filled with and what the case says.

Texts, figures, days and names are looked for in the text that another engine reads out of the file; running numbers,
bookmarks, bound pages and glyphs are held against what was asked for. A file that fails is never released.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import FilledDocument
from clair_desktop.domain.proofs import Fact, Proof, counted
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf.attaching import attached_in
from clair_desktop.output.pdf.proof_glyphs import draws_a_box
from clair_desktop.output.pdf.proof_sources import drawn_on
from clair_desktop.output.pdf.proof_texts import fact_stands, stands, texts_of
from clair_desktop.output.pdf.proof_ticks import boxes_on, is_choice, stands_in_the_form, ticks_of, wrong_ticks
from clair_desktop.output.pdf.read_back import bare, lost_line
from clair_desktop.output.pdf.wanted import Wanted, WantedPage

_REFUSED = Wording(
    "できあがったPDFを読み戻したところ、{count}件の誤りが見つかったため、発行しませんでした。ファイルは書き込んでいません。",
    "The finished PDF was read back and {count} faults were found, so it was not released. No file was written.",
)
_MOST_TOLD = 20
_UNREADABLE = Wording("できたファイルを開けません。", "The file that was made cannot be opened.")
_PAGES = Wording("全{wanted}ページのはずが、{found}ページです。", "It has {found} pages instead of {wanted}.")
_LOST = Wording("{page}ページ：「{text}」がありません。", "Page {page} lacks “{text}”.")
_NUMBER = Wording("{page}ページ：通し番号「{number}」がありません。", "Page {page} does not carry its number {number}.")
_BLANK = Wording("{page}ページ：白紙です。", "Page {page} is blank.")
_BOX = Wording("{page}ページ：書体にない文字（□）があります。", "Page {page} draws a box for a character no font has.")
_TEXT = Wording("「{document}」：{label}「{text}」がありません。", "“{document}” lacks its {label}: “{text}”.")
_FACT = Wording(
    "「{document}」：{label}は記録では「{said}」ですが、そのとおり印字されていません。",
    "“{document}”: {label} is “{said}” on record, and is not printed so.",
)
_TICK = Wording(
    "「{document}」：「{choice}」のチェック欄が、記録のとおり印字されていません。",
    "“{document}”: the box of “{choice}” is not printed as it is on record.",
)
_BOUND = Wording(
    "{page}ページ：添付資料「{name}」の{number}ページ目の内容がそろっていません。",
    "Page {page} does not hold all of page {number} of the enclosure “{name}”.",
)
_BOOKMARK = Wording(
    "しおり「{title}」が{page}ページを指していません。", "The bookmark “{title}” does not lead to page {page}."
)
_CONTENTS = Wording(
    "目次で「{title}」が{number}ページになっていません。", "The contents do not give page {number} for “{title}”."
)
_ATTACHED = Wording(
    "添付ファイル「{name}」が、添付したものと違うか、ありません。",
    "The attached file “{name}” is missing or is not what was enclosed.",
)
_SURPLUS = Wording("あるはずのないしおり「{title}」があります。", "There is a bookmark “{title}” that should not be.")
_BLANK_SOURCE = Wording(
    "{page}ページは、添付資料「{name}」の{number}ページ目が元から白紙です。",
    "Page {page} is blank as page {number} of the enclosure “{name}” is.",
)


class NotProven(Refusal):
    """The finished file is not what it must be; ``details`` name page and fault."""

    def __init__(self, faults: Sequence[Wording]) -> None:
        super().__init__(_REFUSED.filled(count=len(faults)), details=faults[:_MOST_TOLD])
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class _FoundPage:
    raw: str
    bare: str
    drawn: int


def prove(path: Path, wanted: Wanted) -> Proof:
    """What was found in the file on disk; raises ``NotProven`` with every fault there is."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            found = [_page(document[number]) for number in range(len(document))]
            bookmarks = [(one.get_title(), _target(one)) for one in document.get_toc()]
    except pypdfium2.PdfiumError as fault:
        raise NotProven([_UNREADABLE]) from fault
    faults = list(_faults(path, wanted, found, bookmarks))
    if faults:
        raise NotProven(faults)
    texts = sum(1 for document in wanted.pack.documents for _label, text in texts_of(document) if text.strip())
    return Proof(len(found), counted(wanted.facts), texts, len(bookmarks), list(_remarks(wanted)))


def _page(page: Any) -> _FoundPage:
    text_page = page.get_textpage()
    raw = text_page.get_text_bounded()
    drawn = drawn_on(page)
    text_page.close()
    page.close()
    return _FoundPage(raw, bare(raw), drawn)


def _target(bookmark: Any) -> int:
    leads = bookmark.get_dest()
    place = leads.get_index() if leads is not None else None
    return -1 if place is None else int(place) + 1


def _faults(
    path: Path, wanted: Wanted, found: Sequence[_FoundPage], bookmarks: Sequence[tuple[str, int]]
) -> Iterator[Wording]:
    if len(found) != len(wanted.pages):
        yield _PAGES.filled(wanted=len(wanted.pages), found=len(found))
        return
    for page, (asked, there) in enumerate(zip(wanted.pages, found, strict=True), start=1):
        yield from _page_faults(page, asked, there)
    yield from _document_faults(wanted, found)
    yield from _bookmark_faults(wanted.bookmarks, bookmarks)
    yield from _contents_faults(wanted, found)
    yield from _drawn_faults(path, wanted)


def _page_faults(page: int, asked: WantedPage, there: _FoundPage) -> Iterator[Wording]:
    if asked.source is None and not asked.placed:
        return
    lost = lost_line(asked.placed, there.bare)
    if lost is not None:
        yield _LOST.filled(page=page, text=lost)
    if bare(asked.number) not in there.bare:
        yield _NUMBER.filled(page=page, number=asked.number)
    if not there.drawn:
        yield _BLANK.filled(page=page)
    source = asked.source
    if source is not None and not source.is_whole_in(there.raw, there.drawn):
        yield _BOUND.filled(page=page, name=source.name, number=source.number)


def _document_faults(wanted: Wanted, found: Sequence[_FoundPage]) -> Iterator[Wording]:
    facts: dict[int, list[Fact]] = {}
    for fact in wanted.facts:
        facts.setdefault(fact.document, []).append(fact)
    for place, document in enumerate(wanted.pack.documents):
        own = [there for asked, there in zip(wanted.pages, found, strict=True) if asked.document == place]
        pages, raw = [one.bare for one in own], [one.raw for one in own]
        for label, text in dict.fromkeys(texts_of(document)):
            if text.strip() and not stands(text, pages):
                yield _TEXT.filled(document=document.name, label=label, text=plain(text))
        for fact in facts.get(place, ()):
            if not is_choice(fact) and not fact_stands(fact, pages, raw):
                yield _FACT.filled(document=document.name, label=fact.label, said=fact.said)


def _bookmark_faults(asked: Sequence[tuple[str, int]], there: Sequence[tuple[str, int]]) -> Iterator[Wording]:
    left = [(bare(title), page) for title, page in there]
    for title, page in asked:
        if (bare(title), page) in left:
            left.remove((bare(title), page))
        else:
            yield _BOOKMARK.filled(title=title, page=page)
            left = [one for one in left if one[0] != bare(title)]
    for title, _page_number in left:
        yield _SURPLUS.filled(title=title)


def _contents_faults(wanted: Wanted, found: Sequence[_FoundPage]) -> Iterator[Wording]:
    raw = "\n".join(found[page - 1].raw for page in wanted.contents_on)
    for title, number in wanted.contents:
        named = r"\s*".join(re.escape(character) for character in bare(title))
        if not re.search(rf"{named}\s*(?<!\d){re.escape(number)}(?!\d)", raw):
            yield _CONTENTS.filled(title=title, number=number)


def _drawn_faults(path: Path, wanted: Wanted) -> Iterator[Wording]:
    """What only the pages' own operators tell: glyphs that no font has, and boxes with their ticks."""
    import pikepdf

    maps: dict[int, bytes | None] = {}
    with pikepdf.open(path) as pdf:
        for page, asked in enumerate(wanted.pages, start=1):
            if asked.placed and draws_a_box(pdf.pages[page - 1], maps):
                yield _BOX.filled(page=page)
        for place, document in enumerate(wanted.pack.documents):
            own = [pdf.pages[number] for number, one in enumerate(wanted.pages) if one.document == place]
            yield from _tick_faults(document, own, [one for one in wanted.facts if one.document == place])
        found = attached_in(pdf)
    for name in sorted(wanted.attached.keys() | found.keys()):
        if found.get(name) != wanted.attached.get(name):
            yield _ATTACHED.filled(name=name)


def _tick_faults(document: FilledDocument, pages: Sequence[Any], facts: Sequence[Fact]) -> Iterator[Wording]:
    asked = ticks_of(document)
    boxes = [box for page in pages for box in boxes_on(page)] if asked else []
    for choice in wrong_ticks(asked, boxes):
        yield _TICK.filled(document=document.name, choice=choice)
    for fact in facts:
        if is_choice(fact) and not stands_in_the_form(fact, asked):
            yield _FACT.filled(document=document.name, label=fact.label, said=fact.said)


def _remarks(wanted: Wanted) -> Iterator[Wording]:
    for page, asked in enumerate(wanted.pages, start=1):
        if asked.source is not None and asked.source.blank:
            yield _BLANK_SOURCE.filled(page=page, name=asked.source.name, number=asked.source.number)
