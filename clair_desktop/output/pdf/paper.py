"""Sheets of A4 drawn through a ReportLab canvas: placed lines of text, rules and boxes. Same calls, same bytes.

Lengths are points and ordinates run down from the top edge, as a clerk would measure with a ruler.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from clair_desktop.domain.asked import Asked, Spot
from clair_desktop.output.pdf.emphasised import EmphasisedLine, Run, runs_of
from clair_desktop.output.pdf.lines import Line, Type, analysed
from clair_desktop.output.pdf.showing import Showing
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.structure import ARTIFACT, Element, Page, Structure, written_text
from clair_desktop.output.pdf.typefaces import Style, typefaces

if TYPE_CHECKING:
    from clair_desktop.output.pdf.ready_pictures import ReadyPicture  # loads what decodes pictures

MM = 72 / 25.4
SHORT_EDGE, LONG_EDGE = 210 * MM, 297 * MM
HAIRLINE = 0.5
Segment = tuple[float, float, float, float]
"""Of a rule: from where to where, each from the left and from the top."""


@dataclass(slots=True)
class Sheet:
    """One page while it is drawn; ``texts`` is every line placed on it, for the read-back."""

    width: float
    height: float
    internal: bool = False  # of a paper that never leaves the branch
    language: str = "ja"  # of the paper's own words
    document: int = 0  # which of the pack's documents it belongs to
    together: str = ""  # sheets that go to one receiver, where there are several, are counted together
    followed_by: list[int] = field(default_factory=list)  # the enclosures that are bound in after it
    texts: list[str] = field(default_factory=list)
    operators: list[str] = field(default_factory=list)
    beneath: list[str] = field(default_factory=list)
    page: Page = field(default_factory=Page)
    pictures: dict[str, Any] = field(default_factory=dict)  # by the names that the page's operators use
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
        self._bookmarks: dict[int, list[str]] = {}
        self._labels: list[str] = []
        self._pictures: dict[str, Any] = {}
        self._buffer = BytesIO()
        self._canvas = _canvas(self._buffer, title, language, made_at)
        self._objects: Any = self._canvas._doc  # noqa: SLF001 - ReportLab offers no other way to its object table
        self._showing = Showing(self._objects)

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
        self._bookmarks.setdefault(len(self.sheets) - 1, []).append(title)

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
        """One line of text; ``width`` is the measure it is aligned in, left out for text that begins at ``x``."""
        if isinstance(line, EmphasisedLine):
            self._emphasised(x, baseline, line, width, alignment)
            return
        shown = self._showing.line(line, width, alignment)
        if shown is None:
            return
        sheet = self.sheets[-1]
        sheet.texts.append(shown.text)
        if mark := sheet.page.mark(self.structure.owner(), shown.told):
            sheet.operators.append(mark)
        place = f"BT 1 0 0 1 {x + shown.shift:.2f} {sheet.height - baseline:.2f} Tm"
        sheet.operators.append(f"{place} {shown.operators} ET")

    def _emphasised(
        self, x: float, baseline: float, line: EmphasisedLine, width: float | None, alignment: Alignment
    ) -> None:
        """A line with words underlined or raised, run after run, each told as what it is."""
        if line.text.strip():
            self.sheet.texts.append(line.text)
        with nullcontext() if self.structure.in_text else self.within("P"):
            for run in runs_of(line, width, alignment):
                with self.structure.span(run.attributes) if run.attributes else nullcontext():
                    self._run(x + run.x, self.sheet.height - baseline, run)

    def _run(self, x: float, baseline: float, run: Run) -> None:
        shown = self._showing.run(run.line, run.widened, told=run.told) if run.line.clusters else None
        place = f"BT 1 0 0 1 {x:.2f} {baseline + run.rise:.2f} Tm"
        operators = [f"{place} {shown.operators} ET"] if shown else []
        if run.underlined:
            left, right, y = x + run.underlined[0], x + run.underlined[1], baseline - run.below
            operators.append(f"0.60 w {_number(left)} {_number(y)} m {_number(right)} {_number(y)} l S")
        if operators:
            self._put("\n".join(operators), self.structure.owner(), shown.told if shown else "")

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
        for (x, y, matrix), face, code in zip(places, *codes, strict=True):
            place = f"{matrix} {_number(x)} {_number(self.sheet.height - y)} Tm"
            shown.append(f"{place} {self._showing.selected(line, face)} <{code}> Tj")
        self._put(f"BT {' '.join(shown)} ET", self.structure.owner())

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float = HAIRLINE) -> None:
        top = self.sheets[-1].height
        self.drawn(f"{weight:.2f} w {x1:.2f} {top - y1:.2f} m {x2:.2f} {top - y2:.2f} l S")

    def rules(self, segments: Sequence[Segment], weight: float = HAIRLINE) -> None:
        """Many of one weight at once."""
        top = self.sheets[-1].height
        self.drawn(f"{weight:.2f} w")
        drawn = [f"{x1:.2f} {top - y1:.2f} m {x2:.2f} {top - y2:.2f} l S" for x1, y1, x2, y2 in segments]
        self.sheets[-1].operators += drawn

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

    def picture(self, place: tuple[float, float, float, float], one: "ReadyPicture", alt: str) -> None:
        """A picture at its place: from the left, from the top, width and height; drawn twice, it is in the file once."""
        from clair_desktop.output.pdf.streams import picture

        x, y, width, height = place
        name = f"Im{one.key}"
        if name not in self._pictures:
            self._pictures[name] = picture(one.content, one.width, one.height, one.space)
        self.sheet.pictures[name] = self._pictures[name]
        bottom = self.sheet.height - y - height
        shown = f"q {_number(width)} 0 0 {_number(height)} {_number(x)} {_number(bottom)} cm /{name} Do Q"
        with self.structure.figure(alt, (x, bottom, x + width, bottom + height)):
            self._put(shown, self.structure.owner())

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
        self, mark: Callable[["Paper", int], None] = lambda _paper, _page: None, *, ours: bool = True, part: int = 2
    ) -> bytes:
        """The PDF. ``mark`` is called for every sheet with its running number, counted from 1, and marks it aside.

        ``ours``: no page from elsewhere will be bound in, so that PDF/A (of this ``part``) and PDF/UA may be claimed.
        """
        from clair_desktop.output.pdf.archive import declare
        from clair_desktop.output.pdf.outline import declare_outline
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
        declare_outline(
            self._objects, [(place + 1, title) for place in self._bookmarks for title in self._bookmarks[place]]
        )
        reserve(self._objects, len(self.sheets))
        declare(self._objects, language=self._language, made_at=self._made_at, ours=ours, part=part)
        self._canvas.save()
        marked = [sheet.page for sheet in self.sheets]
        content = appended(self._buffer.getvalue(), self._objects, self.structure, marked)
        for page in marked:
            page.owners.clear()  # an element knows its pages: without this, no part of the tree would go by itself
        return content

    def reserve(self, text: str, style: Style) -> list[tuple[str, str]]:
        """Embed the glyphs of a text that will be stamped on other pages: font resource and hex code per character."""
        font = typefaces().font(style, text)
        codes = font.codes(text, self._objects)
        return [(font.getSubsetInternalName(face, self._objects), code) for face, code in zip(*codes, strict=True)]

    def _emit(self, sheet: Sheet, number: int) -> None:
        from clair_desktop.output.pdf.streams import PageObject, stream

        content = stream("\n".join((*sheet.beneath, "0 J 0 j", *sheet.operators, sheet.page.close())))
        self._objects.addPage(PageObject(number - 1, sheet.width, sheet.height, content, sheet.pictures))

    def _put(self, operators: str, owner: Element, told: str = "") -> None:
        sheet = self.sheets[-1]
        if mark := sheet.page.mark(owner, told):
            sheet.operators.append(mark)
        sheet.operators.append(operators)


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
