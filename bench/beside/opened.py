"""What an engine made is opened: every text must be there, every font embedded as a subset. Who drops text does not win."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pypdfium2

from bench.beside.content import Form
from clair_desktop.output.pdf.read_back import bare

_WHOLE = 1_000_000  # bytes: the fonts have five million, what a form needs of them is a tenth of that


def faults(path: Path, forms: Sequence[Form]) -> list[str]:
    """In words; empty where the file holds all that was asked for."""
    said = bare("".join(_texts(path)))
    lost = [text for one in forms for text in one.texts() if bare(text) not in said]
    faults = [f"{len(lost)} texts lost, first {lost[0]!r}"] if lost else []
    with pikepdf.open(path) as pdf:
        sizes = {str(font.get("/BaseFont")): _program(font) for page in pdf.pages for font in _fonts(page)}
    return [*faults, *(f"{name}: {size:,} bytes embedded" for name, size in sizes.items() if not 0 < size < _WHOLE)]


def pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _texts(path: Path) -> Iterator[str]:
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text_page = page.get_textpage()
            yield text_page.get_text_bounded()
            text_page.close()
            page.close()


def _fonts(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    resources = page.resources if "/Resources" in page.obj or "/Parent" in page.obj else pikepdf.Dictionary()
    yield from resources.get("/Font", pikepdf.Dictionary()).values()


def _program(font: pikepdf.Object) -> int:
    """How many bytes of a font program the file holds for this font."""
    holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    described = holder.get("/FontDescriptor", pikepdf.Dictionary())
    programs = [described[key] for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in described]
    return sum(len(program.read_raw_bytes()) for program in programs)
