"""The mark of a released pack on its cover: a QR code in the foot margin, and beside it the same for human eyes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from clair_desktop.domain.filled_papers import ReleaseMark
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style

_SIDE = 13 * MM  # 33 modules of 0.39 mm: an office scanner at 200 dots per inch gives each three dots
_FOOT, _EDGE = 6 * MM, 20 * MM  # from the lower edge and from the right one, where no text area and no hole is
_WORDS = Type(Style.GOTHIC, 8)
_GROUP = 4  # digits of the hash shown together
_SHOWN = 16  # of its 64 digits


def mark_cover(paper: Paper, mark: ReleaseMark) -> None:
    """Between the page number and the right margin of the current sheet, below everything else on it."""
    sheet = paper.sheet
    left, top = sheet.width - _EDGE - _SIDE, sheet.height - _FOOT - _SIDE
    dark = modules(mark.line)
    paper.drawn(" ".join(("0 g", *_squares(dark, left, _FOOT + _SIDE), "f")))
    for number, text in enumerate((mark.pack_id, shown_hash(mark.content_sha256))):
        baseline = top + _SIDE - 10 + number * 9.5
        paper.text(left - 70 * MM, baseline, text, _WORDS, width=68 * MM, alignment=Alignment.END)


def shown_hash(content_sha256: str) -> str:
    """The first digits in groups, as a person compares them."""
    shown = content_sha256[:_SHOWN]
    return " ".join(shown[start : start + _GROUP] for start in range(0, len(shown), _GROUP))


def modules(text: str) -> Sequence[Sequence[bool]]:
    """The code's rows from the top, dark modules true; a seventh of it may be soiled and it still reads."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = range(code.getModuleCount())
    return [[bool(code.isDark(row, column)) for column in size] for row in size]


def _squares(dark: Sequence[Sequence[bool]], left: float, top: float) -> Iterator[str]:
    """Rectangles in PDF's own coordinates, neighbours in a row drawn as one."""
    step = _SIDE / len(dark)
    for number, row in enumerate(dark):
        place = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                x, y = left + place * step, top - (number + 1) * step
                yield f"{x:.3f} {y:.3f} {length * step:.3f} {step:.3f} re"
            place += length
