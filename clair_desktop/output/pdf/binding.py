"""Running numbers and marks on every page, and enclosures bound in after the papers that leave the branch."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.enclosed import Bound
from clair_desktop.output.pdf.lines import Type, analysed
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.stamps import Pen, Stamp
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.watermark import watermark

if TYPE_CHECKING:
    import pikepdf

_NUMBER = Type(Style.MINCHO, 9)
_MARK = Type(Style.BOLD, 10)
_SAMPLE = f"{words.SAMPLE.ja}\u3000{words.SAMPLE.en}"
_INSIDE = Wording(f"{words.INTERNAL.ja}\u3000{{}}/{{}}", f"{words.INTERNAL.en} {{}}/{{}}")
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
        _INSIDE.in_(Language(sheet.language)).format(place - total + 1, internal)
        if sheet.internal
        else f"{place + 1}/{total}"
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
    """What bound pages will carry; asked for before the paper is finished, so that its fonts hold the glyphs.

    Each character is looked up once, however many pages there are.
    """
    if not numbers:
        return []
    before = _stamp(paper, "".join(f"{one}\u3000" for one in ([_SAMPLE] if sample else []) + list(marks)))
    signs = {sign: _stamp(paper, sign) for sign in sorted(set("".join(numbers)))}
    return [_joined(before, [signs[sign] for sign in number]) for number in numbers]


def _joined(before: Stamp, signs: Sequence[Stamp]) -> Stamp:
    runs = [*before.runs, *(run for sign in signs for run in sign.runs)]
    return Stamp(runs, before.width + sum(sign.width for sign in signs), _NUMBER.size)


def _stamp(paper: Paper, text: str) -> Stamp:
    if not text:
        return Stamp([], 0.0, _NUMBER.size)
    width = analysed(text, _NUMBER.style).natural_width(_NUMBER.size)
    return Stamp(paper.reserve(text, _NUMBER.style), width, _NUMBER.size)


def bind(content: bytes, bound: Sequence[Bound], stamped: Sequence[Stamp], binding: Binding, target: Path) -> None:
    """Writes the pack with the enclosures in their places, stamped and in the outline.

    What is bound in passes from file to file; however large it is, it is never held whole.
    """
    import pikepdf

    with ExitStack() as files, pikepdf.open(BytesIO(content)) as pdf:
        parts = [files.enter_context(pikepdf.open(one.file)) for one in bound]
        _interleave(pdf, parts, binding.places)
        foreign = {
            place + n: room
            for place, one in zip(binding.places, bound, strict=True)
            for n, room in enumerate(one.rooms)
        }
        texts = dict(zip(foreign, stamped, strict=True))
        pen = Pen(pdf, pdf.pages[0 if 0 not in foreign else -1].obj["/Resources"]["/Font"])
        for place, page in enumerate(pdf.pages):
            if place in foreign:
                pen.stamp(page, texts[place], foreign[place], _SAMPLE if binding.sample else "")
        if binding.titles:
            with pdf.open_outline() as outline:
                for number, (place, title) in enumerate(zip(binding.places, binding.titles, strict=True)):
                    outline.root.insert(binding.documents + number, pikepdf.OutlineItem(title, place))
        pdf.save(target, deterministic_id=True, compress_streams=False)


def _interleave(pdf: "pikepdf.Pdf", parts: Sequence["pikepdf.Pdf"], places: Sequence[int]) -> None:
    """Puts the parts' pages at their places; own pages beyond the first of these are taken off and added again."""
    own = list(pdf.pages)
    rest = iter(own[places[0] :])
    del pdf.pages[places[0] :]
    at = places[0]
    for part, place in zip(parts, places, strict=True):
        for _ in range(place - at):
            pdf.pages.append(next(rest))
        pdf.pages.extend(part.pages)
        at = place + len(part.pages)
    for page in rest:
        pdf.pages.append(page)
