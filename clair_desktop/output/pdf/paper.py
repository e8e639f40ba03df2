"""Sheets of A4 drawn through a ReportLab canvas: placed lines of text, rules and boxes. Same calls, same bytes.

Lengths are points and ordinates run down from the top edge, as a clerk would measure with a ruler.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import Any

from clair_desktop.domain.documents import Asked, Spot
from clair_desktop.output.pdf.fonts import StackFont
from clair_desktop.output.pdf.lines import Line, Type, analysed
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.structure import ARTIFACT, Element, Page, Structure, written_text
from clair_desktop.output.pdf.typefaces import Style, typefaces

MM = 72 / 25.4
SHORT_EDGE, LONG_EDGE = 210 * MM, 297 * MM
HAIRLINE = 0.5
# A gap wider than this (1/1000 em) reads as a space when text is copied out, unless the line says what it is.
_READS_AS_SPACE = 80
_LAST_TOLD = "\uffff"  # pdfium leaves 𠮷 and selectors out of a text told this way; they stand for themselves


@dataclass(slots=True)
class Sheet:
    """One page while it is drawn; ``texts`` is every line placed on it, for the read-back."""

    width: float
    height: float
    internal: bool = False  # of a paper that never leaves the branch
    document: int = 0  # which of the pack's documents it belongs to
    together: str = ""  # sheets that go to one receiver, where there are several, are counted together
    followed_by: list[int] = field(default_factory=list)  # the enclosures that are bound in after it
    texts: list[str] = field(default_factory=list)
    operators: list[str] = field(default_factory=list)
    beneath: list[str] = field(default_factory=list)
    page: Page = field(default_factory=Page)
    spots: list[Spot] = field(default_factory=list)  # where answers stand; nothing of them is drawn


class Paper:
    """The pages of one PDF. Page numbers and other marks that need the page count are put on when it is finished."""

    def __init__(self, title: str, language: str, made_at: datetime) -> None:
        self.sheets: list[Sheet] = []
        self.structure = Structure()
        self._language = language
        self._made_at = made_at
        self.bound_first: list[int] = []  # the enclosures that are bound in before the first sheet
        self.bound_pages = 0  # of enclosures that come before the next sheet
        self._bookmarks: list[tuple[int, str]] = []
        self._labels: list[str] = []
        self._selections: dict[tuple[StackFont, int, float], str] = {}
        self._buffer = BytesIO()
        self._canvas = _canvas(self._buffer, title, language, made_at)
        self._objects: Any = self._canvas._doc  # noqa: SLF001 - ReportLab offers no other way to its object table

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def new_sheet(self, *, landscape: bool = False) -> Sheet:
        edges = (LONG_EDGE, SHORT_EDGE) if landscape else (SHORT_EDGE, LONG_EDGE)
        self.sheets.append(Sheet(*edges))
        return self.sheet

    def new_envelope(self, width: float, height: float) -> Sheet:
        """A page of another size, in points."""
        self.sheets.append(Sheet(width, height))
        return self.sheet

    def bookmark(self, title: str) -> None:
        """An entry of the outline that leads to the current sheet."""
        self._bookmarks.append((len(self.sheets) - 1, title))

    def label(self, page: int, prefix: str = "") -> None:
        """From this page on (counted from 0, pages bound in included) a viewer numbers anew, as the sheets are numbered."""
        spelt = f"/P {written_text(prefix)} " if prefix else ""
        self._labels.append(f"{page} <<{spelt}/S /D>>")

    def within(self, kind: str, *, language: str = "") -> AbstractContextManager[None]:
        """What is put meanwhile is of this kind: H1, P, L with LI, Lbl and LBody, Sect with its language."""
        return self.structure.within(kind, language=language)

    def aside(self) -> AbstractContextManager[None]:
        """What is put meanwhile is no part of the text: a page number, a repeated head."""
        return self.structure.again(ARTIFACT)

    def keyword(self, text: str) -> None:
        """A word among the file's properties, by which the file is known again."""
        self._objects.info.keywords = text

    def line(
        self,
        x: float,
        baseline: float,
        line: Line,
        *,
        width: float | None = None,
        alignment: Alignment = Alignment.START,
    ) -> None:
        """One line of text; ``width`` is the measure it is aligned in, left out for text that begins at ``x``.

        Typed white at its head moves it and is not drawn: pdfium loses a single character behind it.
        """
        if line.clusters and line.clusters[0].isspace():
            white = line.indent()
            x, width = x + white, None if width is None else width - white
            line = line.without_indent()
        if not line.clusters:
            return
        slack = 0.0 if width is None else width * 1000 / line.size - line.width
        widened = line.spaced(slack, alignment)
        x += _shift(alignment, slack) * line.size / 1000
        self.sheet.texts.append(line.text)
        place = f"BT 1 0 0 1 {_number(x)} {_number(self.sheet.height - baseline)} Tm"
        wide = bool(widened) and max(widened.values()) > _READS_AS_SPACE and max(line.text) <= _LAST_TOLD
        told = line.text if wide else ""
        self._put(f"{place} {self._shown(line, widened)} ET", self.structure.owner(), told)

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        type_: Type,
        *,
        width: float | None = None,
        alignment: Alignment = Alignment.START,
    ) -> None:
        """A short text that needs no breaking: a number, a label, a page mark."""
        line = analysed(text, type_.style).one_line(type_.size)
        self.line(x, baseline, line, width=width, alignment=alignment)

    def scattered(self, line: Line, places: Sequence[tuple[float, float, str]]) -> None:
        """A line whose characters stand each at a place of its own: origin from the left and the top, and its matrix."""
        self.sheet.texts.append(line.text)
        codes = line.font.codes(line.clusters, self._objects)
        shown = []
        for (x, y, matrix), (face, code) in zip(places, codes, strict=True):
            place = f"{matrix} {_number(x)} {_number(self.sheet.height - y)} Tm"
            shown.append(f"{place} {self._selected(line, face)} <{code.hex()}> Tj")
        self._put(f"BT {' '.join(shown)} ET", self.structure.owner())

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float = HAIRLINE) -> None:
        top = self.sheet.height
        ends = f"{_number(x1)} {_number(top - y1)} m {_number(x2)} {_number(top - y2)} l"
        self.drawn(f"{_number(weight)} w {ends} S")

    def frame(self, x: float, y: float, width: float, height: float, weight: float = HAIRLINE) -> None:
        corner = f"{_number(x)} {_number(self.sheet.height - y - height)}"
        self.drawn(f"{_number(weight)} w {corner} {_number(width)} {_number(height)} re S")

    def tick_box(self, x: float, baseline: float, size: float, *, ticked: bool) -> None:
        """A drawn square, with レ in it when ticked; it is told as ☑ or ☐."""
        edge = size * 0.78
        top = self.sheet.height - baseline + edge * 0.92
        square = f"0.60 w {_number(x)} {_number(top - edge)} {_number(edge)} {_number(edge)} re S"
        stroke = [(0.2, 0.5), (0.42, 0.78), (0.88, 0.12)]
        points = [f"{_number(x + edge * dx)} {_number(top - edge * dy)}" for dx, dy in stroke]
        tick = f"\n1.2 w {points[0]} m {points[1]} l {points[2]} l S" if ticked else ""
        self._put(f"{square}{tick}", self.structure.owner(), "☑" if ticked else "☐")

    def drawn(self, operators: str) -> None:
        """Rules, frames and pictures in PDF's own coordinates: no part of what is read."""
        self._put(operators, ARTIFACT)

    def spot(self, x: float, y: float, width: float, height: float, asked: Asked, *, sheet: int | None = None) -> None:
        """Remembers where an answer stands on the sheet, or an earlier one counted from 1; nothing is drawn."""
        page = (len(self.sheets) if sheet is None else sheet) - 1
        self.sheets[page].spots.append(Spot(page, x, y, width, height, asked))

    def beneath(self, operators: str) -> None:
        """Drawing operators in PDF's own coordinates, put under everything else on the sheet."""
        self.sheet.beneath.append(operators)

    def finished(
        self, mark: Callable[["Paper", int], None] = lambda _paper, _page: None, *, ours: bool = True
    ) -> bytes:
        """The PDF. ``mark`` is called for every sheet with its running number, counted from 1, and marks it aside.

        ``ours``: no page from elsewhere will be bound in, so that PDF/A and PDF/UA may be claimed.
        """
        from clair_desktop.output.pdf.archive import declare
        from clair_desktop.output.pdf.streams import Written
        from clair_desktop.output.pdf.tagging import appended, reserve

        pages, self.sheets = self.sheets, []
        for number, sheet in enumerate(pages, start=1):
            self.sheets.append(sheet)
            with self.aside():
                mark(self, number)
            self._emit(sheet, number)
        if self._labels:
            self._objects.Catalog.PageLabels = Written(f"<</Nums [{' '.join(self._labels)}]>>")
        reserve(self._objects, len(self.sheets))
        declare(self._objects, language=self._language, made_at=self._made_at, ours=ours)
        self._canvas.save()
        marked = [sheet.page for sheet in self.sheets]
        return appended(self._buffer.getvalue(), self._objects, self.structure, marked)

    def reserve(self, text: str, style: Style) -> list[tuple[str, str]]:
        """Embed the glyphs of a text that will be stamped on other pages: font resource and hex code per character."""
        font = typefaces().font(style, text)
        codes = font.codes(text, self._objects)
        return [(font.getSubsetInternalName(face, self._objects), code.hex()) for face, code in codes]

    def _emit(self, sheet: Sheet, number: int) -> None:
        self._canvas.setPageSize((sheet.width, sheet.height))
        for page, title in self._bookmarks:
            if page == number - 1:
                self._canvas.bookmarkPage(key := f"{number}-{title}")
                self._canvas.addOutlineEntry(title, key)
        self._canvas.showPage()
        from reportlab.pdfbase.pdfdoc import PDFName

        from clair_desktop.output.pdf.streams import stream

        page = self._objects.idToObject[f"Page{number}"]
        page.Contents = stream("\n".join((*sheet.beneath, "0 J 0 j", *sheet.operators, *sheet.page.close(), "")))
        # Attributes of this page alone: ReportLab would leave out keys it does not know.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number - 1, PDFName("S")

    def _put(self, operators: str, owner: Element, told: str = "") -> None:
        self.sheet.operators += (*self.sheet.page.mark(owner, told), operators)

    def _shown(self, line: Line, widened: dict[int, float]) -> str:
        codes = line.font.codes(line.clusters, self._objects)
        return self._widened(line, codes, widened) if widened else self._plain(line, codes)

    def _plain(self, line: Line, codes: Sequence[tuple[int, bytes]]) -> str:
        runs = [(face, b"".join([code for _, code in run])) for face, run in groupby(codes, itemgetter(0))]
        return " ".join(f"{self._selected(line, face)} <{run.hex()}> Tj" for face, run in runs)

    def _widened(self, line: Line, codes: Sequence[tuple[int, bytes]], widened: Mapping[int, float]) -> str:
        """A gap before another face opens that face's array: pdfium forgets one that ends an array."""
        written = {gap: _number(-gap) for gap in set(widened.values())}
        parts: list[str] = []
        current, pending = -1, ""
        for index, (face, code) in enumerate(codes):
            if face != current:
                parts.append(f"{'' if current < 0 else '>] TJ '}{self._selected(line, face)} [{pending}<")
                current = face
            elif pending:
                parts.append(f">{pending}<")
            parts.append(code.hex())
            pending = written[widened[index]] if index in widened else ""
        return "".join((*parts, ">] TJ"))

    def _selected(self, line: Line, face: int) -> str:
        asked = (line.font, face, line.size)
        selected = self._selections.get(asked)
        if selected is None:
            name = line.font.getSubsetInternalName(face, self._objects)
            selected = self._selections[asked] = f"{name} {_number(line.size)} Tf"
        return selected


def _shift(alignment: Alignment, slack: float) -> float:
    if alignment is Alignment.END:
        return slack
    return slack / 2 if alignment is Alignment.CENTRE else 0.0


def _number(value: float) -> str:
    return f"{value:.2f}"


def _canvas(buffer: BytesIO, title: str, language: str, made_at: datetime) -> Any:
    """A canvas that knows no clock and no un-embedded Helvetica."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

    first = typefaces().font(Style.MINCHO, "")
    pdfmetrics.registerFont(first)
    canvas = Canvas(
        buffer, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=language, initialFontName=first.fontName
    )
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _stamp_time(canvas._doc, title, made_at)  # noqa: SLF001 - neither has a public setter
    return canvas


def _stamp_time(document: Any, title: str, made_at: datetime) -> None:
    """ReportLab would read the PC's clock or environment; the file's day and identity follow the case alone."""
    from clair_desktop.output.pdf.archive import Info, identity

    document.info = Info(title, made_at)
    document.signature = identity(made_at)
