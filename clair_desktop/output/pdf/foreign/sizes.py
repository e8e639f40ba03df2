"""Pages that are not an upright A4: larger, lying, turned, or with nothing on them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pikepdf

from clair_desktop.domain.enclosed import Remark, Remarked
from clair_desktop.output.pdf.foreign.boxes import MM, shown_size
from clair_desktop.output.pdf.foreign.opening import streams_of

SHORT, LONG = 210.0, 297.0
_SLACK = 6.0  # millimetres: American Letter and untrimmed scans still go through as A4
_KNOWN = {(297, 420): "A3", (420, 594): "A2", (594, 841): "A1", (841, 1189): "A0", (257, 364): "B4", (364, 515): "B3"}


def size_remarks(pdf: pikepdf.Pdf) -> Iterator[Remarked]:
    pages: dict[Remark, list[int]] = defaultdict(list)
    sizes: dict[str, None] = {}
    for number, page in enumerate(pdf.pages, start=1):
        for remark in _judged(page):
            pages[remark].append(number)
        if is_larger(page):
            sizes[size_name(page)] = None
    for remark, found in sorted(pages.items()):
        yield Remarked(remark, tuple(found), "、".join(sizes) if remark is Remark.LARGER_THAN_A4 else "")


def shrink(pdf: pikepdf.Pdf) -> None:
    """Puts each larger page whole upon an A4 page that lies as it does."""
    for number, page in enumerate(list(pdf.pages)):
        if is_larger(page):
            width, height = shown_size(page)
            edges = (LONG * MM, SHORT * MM) if width > height else (SHORT * MM, LONG * MM)
            smaller = pdf.add_blank_page(page_size=edges)
            smaller.add_overlay(page, pikepdf.Rectangle(0, 0, *edges))
            pdf.pages[number] = smaller
            del pdf.pages[-1]


def as_shrunk(remarks: Sequence[Remarked]) -> list[Remarked]:
    """What is said of pages that were larger, now that they are not."""
    larger = Remark.LARGER_THAN_A4
    return [replace(one, remark=Remark.SHRUNK) if one.remark is larger else one for one in remarks]


def is_larger(page: pikepdf.Page) -> bool:
    short, long = sorted(shown_size(page))
    return short > SHORT + _SLACK or long > LONG + _SLACK


def size_name(page: pikepdf.Page) -> str:
    """A3, or its measure."""
    short, long = sorted(shown_size(page))
    for (one, other), name in _KNOWN.items():
        if abs(short - one) <= _SLACK and abs(long - other) <= _SLACK:
            return name
    return f"{short:.0f}×{long:.0f}mm"


def _judged(page: pikepdf.Page) -> Iterator[Remark]:
    width, height = shown_size(page)
    if is_larger(page):
        yield Remark.LARGER_THAN_A4
    if width > height + 1:
        yield Remark.LYING
    if int(page.obj.get("/Rotate", 0)) % 360:
        yield Remark.TURNED
    if not any(stream.read_bytes().strip() for stream in streams_of(page)):
        yield Remark.EMPTY_PAGES
