"""Running numbers and marks on every page, and enclosures bound in after the papers that leave the branch."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.enclosed import Bound
from clair_desktop.output.pdf.lines import Alignment, Type, analysed
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.stamps import Stamp, stamp
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.watermark import watermark

_NUMBER = Type(Style.MINCHO, 9)
_MARK = Type(Style.BOLD, 10)
_SAMPLE = f"{words.SAMPLE.ja}\u3000{words.SAMPLE.en}"
_INTERNAL = f"{words.INTERNAL.ja}\u3000{words.INTERNAL.en}"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of the pack's own sheets and of the bound pages: what leaves the branch counts together.

    What stays with the branch stands last and is numbered apart, so that a pack without it has no gap.
    """

    own: Sequence[str]
    foreign: Sequence[str]
    places: Sequence[int]  # in the finished file, where each enclosure begins, counted from 0
    sheets: Sequence[int]  # in the finished file, where each own sheet stands


@dataclass(frozen=True, slots=True)
class Binding:
    """Where the enclosures go, and how the outline calls them: ``titles`` are empty where dividers bear them."""

    places: Sequence[int]
    titles: Sequence[str]
    documents: int  # that leave the branch: they stand in the outline before the enclosures
    sample: bool


def numbered(paper: Paper, bound: Sequence[Bound]) -> Numbering:
    """Every page in its order: each sheet, and after it the enclosures that follow it."""
    places, sheets, at = [0] * len(bound), [], 0
    for sheet in (None, *paper.sheets):
        if sheet is not None:
            sheets.append(at)
            at += 1
        for one in paper.bound_first if sheet is None else sheet.followed_by:
            places[one] = at
            at += bound[one].count
    internal = sum(sheet.internal for sheet in paper.sheets)
    total = at - internal
    own = [
        f"{words.INTERNAL.ja}\u3000{place - total + 1}/{internal}" if sheet.internal else f"{place + 1}/{total}"
        for sheet, place in zip(paper.sheets, sheets, strict=True)
    ]
    foreign = [f"{place + n + 1}/{total}" for place, one in zip(places, bound, strict=True) for n in range(one.count)]
    return Numbering(own, foreign, places, sheets)


def mark_sheet(paper: Paper, number: str, marks: Sequence[str] = (), *, sample: bool) -> None:
    """The number at the foot, and in a frame at the head what kind of paper it is."""
    sheet = paper.sheet
    paper.text(0, sheet.height - 12 * MM, number, _NUMBER, width=sheet.width, alignment=Alignment.CENTRE)
    framed = [*([_SAMPLE] if sample else []), *marks, *([_INTERNAL] if sheet.internal else [])]
    if framed:
        line = analysed("\u3000\u3000".join(framed), _MARK.style).one_line(_MARK.size)
        width = line.width * _MARK.size / 1000
        left, top = sheet.width - 20 * MM - width, 10 * MM
        paper.frame(left - 6, top, width + 12, 17, 0.8)
        paper.line(left, top + 12.4, line)
    if sample:
        paper.beneath(watermark(_SAMPLE, sheet.width, sheet.height))


def stamps(paper: Paper, numbers: Sequence[str], marks: Sequence[str], *, sample: bool) -> list[Stamp]:
    """What bound pages will carry; asked for before the paper is finished, so that its fonts hold the glyphs."""
    before = [*([_SAMPLE] if sample else []), *marks]
    return [_stamp(paper, "\u3000".join((*before, one))) for one in numbers]


def bind(content: bytes, bound: Sequence[Bound], stamped: Sequence[Stamp], binding: Binding, target: Path) -> None:
    """Writes the pack with the enclosures in their places, stamped and in the outline.

    What is bound in passes from file to file; however large it is, it is never held whole.
    """
    import pikepdf

    with ExitStack() as files, pikepdf.open(BytesIO(content)) as pdf:
        fonts = pdf.pages[0].obj["/Resources"]["/Font"]
        marks = iter(stamped)
        for place, one in zip(binding.places, bound, strict=True):
            pages = files.enter_context(pikepdf.open(one.file))
            for offset, (page, room) in enumerate(zip(pages.pages, one.rooms, strict=True)):
                pdf.pages.insert(place + offset, page)
                stamp(pdf.pages[place + offset], next(marks), fonts, room, _SAMPLE if binding.sample else "")
        if binding.titles:
            with pdf.open_outline() as outline:
                for number, (place, title) in enumerate(zip(binding.places, binding.titles, strict=True)):
                    outline.root.insert(binding.documents + number, pikepdf.OutlineItem(title, place))
        pdf.save(target, deterministic_id=True)


def titles(bound: Sequence[Bound]) -> list[str]:
    """What the outline calls the enclosures."""
    said = words.ENCLOSURE.ja
    return [
        said.replace("{number}", str(number)).replace("{name}", one.name) for number, one in enumerate(bound, start=1)
    ]


def _stamp(paper: Paper, text: str) -> Stamp:
    width = analysed(text, _NUMBER.style).natural_width(_NUMBER.size)
    return Stamp(paper.reserve(text, _NUMBER.style), width, _NUMBER.size)
