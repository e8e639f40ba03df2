"""A booklet: title and contents with page numbers, then chapter after chapter, every page numbered."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from clair_desktop.domain.booklets import Booklet, Chapter, Entry, Part
from clair_desktop.domain.filled_papers import FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.binding import mark_sheet
from clair_desktop.output.pdf.flow import SMALL, TEXT, Flow, no_running_head
from clair_desktop.output.pdf.forms import set_heading
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.lines import Type, analysed
from clair_desktop.output.pdf.packs import PrintedPack, put_in_place
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.tables import set_table
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.typesetting import made_at

_TITLE = Type(Style.GOTHIC, 22)
_CHAPTER = Type(Style.BOLD, 15)
_IN_CONTENTS = Type(Style.MINCHO, 10.5)
_CHAPTER_IN_CONTENTS = Type(Style.BOLD, 10.5)
_CONTENTS_LINE = 16.0
_NUMBER_WIDTH = 28.0
_INDENT = 14.0
_REST_WITH_SOME = 120.0  # a sentence and the first rows of the table under it, in points
_DOT, _DOT_STEP = 0.9, 4.0

Line = tuple[str, bool]
"""A line of the contents: its text and whether it is a chapter's."""


def print_booklet(booklet: Booklet, path: Path) -> PrintedPack:
    """Set twice: the first time tells on which page each entry begins. Read back before it takes its place."""
    warnings = check_glyphs(_as_pack(booklet))
    pages = _Setting(booklet, {}).pages
    setting = _Setting(booklet, pages)
    paper = setting.paper
    texts, count = [one.texts for one in paper.sheets], len(paper.sheets)
    content = paper.finished(lambda drawn, number: mark_sheet(drawn, f"{number}/{count}", sample=booklet.sample))
    put_in_place(content, path, texts)
    return PrintedPack(path, count, hashlib.sha256(content).hexdigest(), warnings)


class _Setting:
    """One run through the booklet; ``pages`` is where each line of the contents leads, by part and place."""

    def __init__(self, booklet: Booklet, known: dict[tuple[int, int], int]) -> None:
        tag = "en-GB" if booklet.parts[0].language is Language.EN else "ja-JP"
        self.paper = Paper(booklet.title, tag, made_at(booklet.made_on))
        self.pages: dict[tuple[int, int], int] = {}
        self._known = known
        self._flow = Flow(self.paper, booklet.layout)
        for number, part in enumerate(booklet.parts):
            self._set(number, part)

    def _set(self, number: int, part: Part) -> None:
        flow = self._flow
        flow.on_next_sheet = no_running_head
        flow.begin()
        self.paper.bookmark(part.title)
        self._head(part)
        for place, (text, is_chapter) in enumerate(_lines(part)):
            self._contents_line(text, self._known.get((number, place), 0), is_chapter=is_chapter)
        flow.on_next_sheet = partial(_running_head, title=part.title)
        place = 0
        for chapter in part.chapters:
            self._chapter(chapter, part, number, place)
            place += 1 + len(chapter.entries)
        flow.next_sheet()
        self._note(number, place, part.last_title)
        set_heading(flow, part.last_title)
        set_table(flow, part.last, words.Voice(part.language))

    def _head(self, part: Part) -> None:
        flow = self._flow
        flow.y += 8 * MM
        flow.put(part.title, _TITLE, leading=1.4, alignment=Alignment.CENTRE, kind="H1")
        flow.y += 4 * MM
        for told in part.told:
            flow.put(told, TEXT, leading=1.55)
        flow.y += 5 * MM
        set_heading(flow, part.contents)

    def _contents_line(self, text: str, page: int, *, is_chapter: bool) -> None:
        """The text, dots, and the page at the right; both runs take the same room."""
        flow = self._flow
        type_, left = (_CHAPTER_IN_CONTENTS, 0.0) if is_chapter else (_IN_CONTENTS, _INDENT)
        lines = analysed(text, type_.style).lines(flow.width - left - _NUMBER_WIDTH - 20, type_.size)
        flow.need(_CONTENTS_LINE * len(lines))
        for line in lines:
            self.paper.line(flow.x + left, flow.y + _CONTENTS_LINE * 0.7, line)
            flow.y += _CONTENTS_LINE
        baseline = flow.y - _CONTENTS_LINE * 0.3
        begins = flow.x + left + lines[-1].width * type_.size / 1000 + 6
        self._dots(begins, flow.x + flow.width - _NUMBER_WIDTH, baseline)
        self.paper.text(
            flow.x + flow.width - _NUMBER_WIDTH, baseline, str(page), type_, width=_NUMBER_WIDTH,
            alignment=Alignment.END,
        )  # fmt: skip

    def _dots(self, begins: float, ends: float, baseline: float) -> None:
        """Drawn, not typed: a receiver who searches or copies finds no rows of full stops."""
        first = (int(begins / _DOT_STEP) + 1) * _DOT_STEP
        if first < ends:
            y = self.paper.sheet.height - baseline
            dots = f"[0 {_DOT_STEP}] 0 d 1 J {_DOT} w {first:.2f} {y:.2f} m {ends:.2f} {y:.2f} l S"
            self.paper.drawn(f"q {dots} Q")

    def _chapter(self, chapter: Chapter, part: Part, number: int, place: int) -> None:
        flow = self._flow
        flow.next_sheet()
        self._note(number, place, chapter.title)
        flow.put(chapter.title, _CHAPTER, leading=1.6, alignment=Alignment.START, kind="H2")
        flow.y += 4
        for offset, entry in enumerate(chapter.entries, start=1):
            self._entry(entry, part.language, number, place + offset)
        if chapter.rest:
            flow.skip(8)
            flow.need(_REST_WITH_SOME)
            flow.put(chapter.rest_told, TEXT, leading=1.55)
            set_table(flow, chapter.rest, words.Voice(part.language))

    def _entry(self, entry: Entry, language: Language, number: int, place: int) -> None:
        set_heading(self._flow, entry.name)
        self.pages[number, place] = len(self.paper.sheets)
        if entry.told:
            self._flow.put(entry.told, SMALL, leading=1.5, alignment=Alignment.START)
            self._flow.y += 2
        set_table(self._flow, entry.table, words.Voice(language))

    def _note(self, number: int, place: int, title: str) -> None:
        self.pages[number, place] = len(self.paper.sheets)
        self.paper.bookmark(title)


def _running_head(flow: Flow, title: str) -> None:
    flow.put(title, SMALL, alignment=Alignment.END)
    flow.y += 4


def _lines(part: Part) -> Iterator[Line]:
    for chapter in part.chapters:
        yield chapter.title, True
        yield from ((entry.name, False) for entry in chapter.entries)
    yield part.last_title, True


def _as_pack(booklet: Booklet) -> FilledPack:
    """The booklet as the check of glyphs reads papers."""
    documents = []
    for part in booklet.parts:
        for chapter in part.chapters:
            documents += [_as_document(one.name, part.language, [one.told, one.table]) for one in chapter.entries]
            rest: list[str | FilledTable] = [chapter.rest_told, *([chapter.rest] if chapter.rest else [])]
            documents.append(_as_document(chapter.title, part.language, rest))
        own: list[str | FilledTable] = [*part.told, part.contents, part.last_title, part.last, words.NOTHING.ja]
        documents.append(_as_document(part.title, part.language, own))
    return FilledPack(
        booklet.title, "", booklet.parts[0].language.value, documents, [], booklet.sample, booklet.made_on
    )


def _as_document(name: str, language: Language, blocks: Sequence[str | FilledTable]) -> FilledDocument:
    return FilledDocument(name, language.value, FilledForm(name, "", "", list(blocks)), internal=False)
