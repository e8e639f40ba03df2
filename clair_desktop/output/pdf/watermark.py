"""The pale 見本 across a sheet: drawn as outlines, so that it never mixes with the text that is read or copied."""

from functools import cache
from math import atan2, cos, hypot, sin

from clair_desktop.output.pdf.lines import analysed
from clair_desktop.output.pdf.typefaces import Style

_GREY = 0.93
_SHARE_OF_DIAGONAL = 0.62


def watermark(text: str, width: float, height: float) -> str:
    """Operators that draw ``text`` along the rising diagonal of a page of this size, in points."""
    outline, length = _outline(text)
    scale = hypot(width, height) * _SHARE_OF_DIAGONAL / length
    angle = atan2(height, width)
    along, up = length / 2 * scale, 0.35 * 1000 * scale
    x = width / 2 - along * cos(angle) + up * sin(angle)
    y = height / 2 - along * sin(angle) - up * cos(angle)
    matrix = (scale * cos(angle), scale * sin(angle), -scale * sin(angle), scale * cos(angle))
    placed = " ".join(f"{value:.5f}" for value in matrix)
    return f"/Artifact BMC q {_GREY} g {placed} {x:.2f} {y:.2f} cm {outline} f Q EMC"


@cache
def _outline(text: str) -> tuple[str, float]:
    """Path operators in 1/1000 em, and how far they reach."""
    passage = analysed(text, Style.BOLD)
    pen, x = _PathPen(), 0.0
    for cluster in passage.one_line(1).clusters:
        pen.shift = x
        passage.font.draw(cluster, pen)
        x += passage.font.width(cluster)
    return " ".join(pen.operators), x


class _PathPen:
    """A pen in fontTools' protocol that writes PDF path operators; PDF has no quadratic curves, so they are raised."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self.shift = 0.0
        self._at = (0.0, 0.0)

    # The names are those HarfBuzz calls.
    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._to("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._to("l", point)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        first, second = ([a + (b - a) * 2 / 3 for a, b in zip(edge, control, strict=True)] for edge in (self._at, end))
        self._to("c", (first[0], first[1]), (second[0], second[1]), end)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._to("c", *points)

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def endPath(self) -> None:  # noqa: N802
        self.closePath()

    def _to(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.operators.append(" ".join(f"{x + self.shift:.0f} {y:.0f}" for x, y in points) + f" {operator}")
