"""Running numbers and marks on every page, and enclosures bound in after the papers that leave the branch."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.enclosed import Bound
from clair_desktop.output.pdf.foreign.room import Room
from clair_desktop.output.pdf.lines import Alignment, Type, analysed
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.stamps import Stamp, stamp
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.watermark import watermark

if TYPE_CHECKING:
    import pikepdf

_NUMBER = Type(Style.MINCHO, 9)
_MARK = Type(Style.BOLD, 10)
_SAMPLE = f"{words.SAMPLE.ja}\u3000{words.SAMPLE.en}"
_INTERNAL = f"{words.INTERNAL.ja}\u3000{words.INTERNAL.en}"


@dataclass(frozen=True, slots=True)
class Numbering:
    """How many documents and pages of each kind there are: papers that leave the branch and what is bound in count together.

    What stays with the branch stands last and is numbered apart, so that a pack without it has no gap.
    """

    documents: int  # that leave the branch
    leaving: int
    bound: int
    internal: int
    sample: bool

    def own(self, sheet: int) -> str:
        """The number of one of the pack's own sheets, counted from 1."""
        if sheet > self.leaving:
            return f"{words.INTERNAL.ja}\u3000{sheet - self.leaving}/{self.internal}"
        return f"{sheet}/{self.leaving + self.bound}"

    def foreign(self) -> list[str]:
        total = self.leaving + self.bound
        return [f"{number}/{total}" for number in range(self.leaving + 1, total + 1)]


def mark_sheet(paper: Paper, number: str, *, sample: bool) -> None:
    """The number at the foot, and in a frame at the head what kind of paper it is."""
    sheet = paper.sheet
    paper.text(0, sheet.height - 12 * MM, number, _NUMBER, width=sheet.width, alignment=Alignment.CENTRE)
    marks = [*([_SAMPLE] if sample else []), *([_INTERNAL] if sheet.internal else [])]
    if marks:
        line = analysed("\u3000\u3000".join(marks), _MARK.style).one_line(_MARK.size)
        width = line.width * _MARK.size / 1000
        left, top = sheet.width - 20 * MM - width, 10 * MM
        paper.frame(left - 6, top, width + 12, 17, 0.8)
        paper.line(left, top + 12.4, line)
    if sample:
        paper.beneath(watermark(_SAMPLE, sheet.width, sheet.height))


def stamps(paper: Paper, numbering: Numbering) -> list[Stamp]:
    """What bound pages will carry; asked for before the paper is finished, so that its fonts hold the glyphs."""
    return [_stamp(paper, f"{_SAMPLE}\u3000{one}" if numbering.sample else one) for one in numbering.foreign()]


def bind(content: bytes, bound: Sequence[Bound], stamped: Sequence[Stamp], numbering: Numbering, target: Path) -> None:
    """Writes the pack with the enclosures after its last page that leaves the branch, stamped and in the outline.

    What is bound in passes from file to file; however large it is, it is never held whole.
    """
    import pikepdf

    with ExitStack() as files, pikepdf.open(BytesIO(content)) as pdf:
        fonts = pdf.pages[0].obj["/Resources"]["/Font"]
        place = numbering.leaving
        with pdf.open_outline() as outline:
            for number, one in enumerate(bound, start=1):
                _insert(pdf, place, files.enter_context(pikepdf.open(one.file)))
                title = words.ENCLOSURE.ja.format(number=number, name=one.name)
                outline.root.insert(numbering.documents + number - 1, pikepdf.OutlineItem(title, place))
                place += one.count
        foreign = [(pdf.pages[numbering.leaving + at], room) for at, room in enumerate(_rooms(bound))]
        for (page, room), text in zip(foreign, stamped, strict=True):
            stamp(page, text, fonts, room, _SAMPLE if numbering.sample else "")
        pdf.save(target, deterministic_id=True)


def _insert(pdf: "pikepdf.Pdf", place: int, pages: "pikepdf.Pdf") -> None:
    for offset, page in enumerate(pages.pages):
        pdf.pages.insert(place + offset, page)


def _rooms(bound: Sequence[Bound]) -> Iterator[Room]:
    return (room for one in bound for room in one.rooms)


def _stamp(paper: Paper, text: str) -> Stamp:
    width = analysed(text, _NUMBER.style).natural_width(_NUMBER.size)
    return Stamp(paper.reserve(text, _NUMBER.style), width, _NUMBER.size)
