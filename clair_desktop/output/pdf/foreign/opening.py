"""Opens a foreign PDF whole, or repaired, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.boxes import visible_box
from clair_desktop.output.pdf.foreign.refusals import refusal

MOST_PAGES = 10_000
_FAULTS = (pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError, AttributeError)


def open_whole(name: str, source: Path) -> tuple[pikepdf.Pdf, bool]:
    """The file's pages, all readable, and whether it had to be repaired."""
    try:
        pdf, repaired = _opened(name, source)
    except pikepdf.PasswordError as fault:
        raise refusal(refusals.NEEDS_PASSWORD, name) from fault
    if pdf.is_encrypted:
        raise refusal(refusals.RESTRICTED, name)
    _demand_pages(name, pdf, repaired=repaired)
    return pdf, repaired


def _opened(name: str, source: Path) -> tuple[pikepdf.Pdf, bool]:
    try:
        return _with_its_pages(source, recover=False), False
    except pikepdf.PasswordError:
        raise
    except _FAULTS:
        pass
    try:
        return _with_its_pages(source, recover=True), True
    except pikepdf.PasswordError:
        raise
    except _FAULTS as fault:
        raise refusal(refusals.DAMAGED, name) from fault


def _with_its_pages(source: Path, *, recover: bool) -> pikepdf.Pdf:
    """Opened so far that its pages are known and each can be asked for its content."""
    pdf = pikepdf.open(source, attempt_recovery=recover, suppress_warnings=True)
    if not pdf.is_encrypted and len(pdf.pages) <= MOST_PAGES:
        for page in pdf.pages:
            for stream in streams_of(page):
                if not recover:
                    stream.read_bytes()
    return pdf


def _demand_pages(name: str, pdf: pikepdf.Pdf, *, repaired: bool) -> None:
    count = len(pdf.pages)
    if count > MOST_PAGES:
        raise refusal(refusals.TOO_MANY_PAGES, name, pages=f"{count:,}", most=f"{MOST_PAGES:,}")
    if not count:
        raise refusal(refusals.DAMAGED if repaired else refusals.NO_PAGES, name)
    for number, page in enumerate(pdf.pages, start=1):
        try:
            if repaired:
                _read(page)
        except _FAULTS as fault:
            raise refusal(refusals.DAMAGED_PAGE, name, page=number) from fault
        if not _has_size(page):
            raise refusal(refusals.NO_SIZE, name, page=number)


def _read(page: pikepdf.Page) -> None:
    for stream in streams_of(page):
        stream.read_bytes()


def streams_of(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    """A page's content; the array of streams may itself be damaged, then a fault is raised."""
    contents = page.obj.get("/Contents")
    if contents is None:
        return
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if not isinstance(stream, pikepdf.Stream):
            raise TypeError("the content of a page is no stream")
        yield stream


def _has_size(page: pikepdf.Page) -> bool:
    try:
        x0, y0, x1, y1 = visible_box(page)
    except _FAULTS:
        return False
    return x1 - x0 >= 1 and y1 - y0 >= 1
