"""The seven boxes of a Japanese postal code (JIS, as 日本郵便 prescribes for upright envelopes), and digits in them."""

from clair_desktop.domain.mailing import EnvelopeSize
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style

BOX_WIDTH, BOX_HEIGHT = 5.7, 8.0
_LEFTS = (0.0, 7.0, 14.0, 21.6, 28.4, 35.2, 42.0)  # of each box within the row
ROW_WIDTH = _LEFTS[-1] + BOX_WIDTH
_HYPHEN = (20.05, 21.25)
_VERMILION = "0.91 0.27 0.14 RG"  # 朱色: neither black nor blue may be mixed in
_WEIGHTS = {False: (0.5, 0.3), True: (0.7, 0.4)}  # mm of the first three and the last four, 定形 and 定形外
_DIGIT = Type(Style.GOTHIC, 17)


def left_of_boxes(width: float, size: EnvelopeSize) -> float:
    """Millimetres from the left edge of an envelope so wide."""
    return width - size.boxes[1] - ROW_WIDTH


def set_postal_code(paper: Paper, digits: str, size: EnvelopeSize, *, boxes: bool) -> None:
    """Digits centred in their boxes; without ``boxes`` for envelopes that carry them already."""
    left, top = left_of_boxes(size.width, size), size.boxes[0]
    if boxes:
        _draw_boxes(paper, left, top, _WEIGHTS[size.large])
    baseline = (top + BOX_HEIGHT / 2) * MM + _DIGIT.size * 0.36
    for digit, offset in zip(digits, _LEFTS, strict=True):
        x = (left + offset) * MM
        paper.text(x, baseline, digit, _DIGIT, width=BOX_WIDTH * MM, alignment=Alignment.CENTRE)


def _draw_boxes(paper: Paper, left: float, top: float, weights: tuple[float, float]) -> None:
    paper.drawn(f"q {_VERMILION}")
    for number, offset in enumerate(_LEFTS):
        weight = weights[0 if number < 3 else 1]
        edges = ((left + offset) * MM, top * MM, BOX_WIDTH * MM, BOX_HEIGHT * MM)
        paper.frame(*edges, weight * MM)
    middle = (top + BOX_HEIGHT / 2) * MM
    paper.rule((left + _HYPHEN[0]) * MM, middle, (left + _HYPHEN[1]) * MM, middle, weights[0] * MM)
    paper.drawn("Q")
