"""Bound pages beside the files they came from: as many drawn things, the same letters, nothing fallen out."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clair_desktop.output.pdf.read_back import bare


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What a page of an enclosed file holds; ``drawn`` counts its objects, of a picture there is one."""

    name: str
    number: int
    drawn: int
    letters: Counter[str]

    @property
    def blank(self) -> bool:
        return self.drawn == 0

    def is_whole_in(self, text: str, drawn: int) -> bool:
        """Whether the bound page holds at least as much, whatever was stamped on it besides."""
        return drawn >= self.drawn and self.letters <= Counter(bare(text))


def source_pages(name: str, source: bytes | Path | None, count: int) -> list[SourcePage]:
    """The pages of an enclosed file that gave ``count`` pages; None is a picture."""
    pages = [] if source is None else _of_a_pdf(name, source)
    # What the other engine cannot open, and a picture, is held to draw something.
    return pages if len(pages) == count else [SourcePage(name, n + 1, 1, Counter()) for n in range(count)]


def drawn_on(page: Any) -> int:
    """How many objects a page draws."""
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDFPage_CountObjects(page))


def _of_a_pdf(name: str, source: bytes | Path) -> list[SourcePage]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(source) as document:
            return [_page(name, number, document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        return []


def _page(name: str, number: int, page: Any) -> SourcePage:
    text_page = page.get_textpage()
    found = SourcePage(name, number + 1, drawn_on(page), Counter(bare(text_page.get_text_bounded())))
    text_page.close()
    page.close()
    return found
