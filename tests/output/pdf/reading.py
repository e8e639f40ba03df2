"""Reading printed files as a receiver would."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2


def page_texts(path: Path) -> list[str]:
    """Each page's text without the spaces and line ends of its layout."""
    with pypdfium2.PdfDocument(path) as document:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]


def places(path: Path, *texts: str, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each text on a page, in points."""
    found = []
    with pypdfium2.PdfDocument(path) as pdf:
        text_page = pdf[page].get_textpage()
        for text in texts:
            start, count = text_page.search(text).get_next()
            boxes = [text_page.get_charbox(index) for index in range(start, start + count)]
            found.append(
                (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
            )
    return found


def type_sizes(path: Path) -> set[float]:
    with pikepdf.open(path) as pdf:
        found = [re.findall(rb"/F\d+ ([\d.]+) Tf", page.Contents.read_bytes()) for page in pdf.pages]
    return {float(size) for sizes in found for size in sizes}


def font_files(path: Path) -> Iterator[tuple[str, bool]]:
    """Name of every font used, and whether its program is in the file."""
    with pikepdf.open(path) as pdf:
        for font in pdf.pages[0].obj["/Resources"]["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            yield str(font["/BaseFont"]), "/FontFile2" in descriptor


def dark_share(path: Path, page: int, box: tuple[float, float, float, float]) -> float:
    """Share of dark pixels in a part of the visible page; the box in shares of width and height from the top left."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[page].render(scale=2, grayscale=True).to_pil()
    left, top, right, bottom = (
        round(share * edge) for share, edge in zip(box, (image.width, image.height) * 2, strict=True)
    )
    part = image.crop((left, top, right, bottom))
    histogram = part.histogram()
    return sum(histogram[:128]) / (part.width * part.height)


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))
