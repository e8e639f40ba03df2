"""The sender on an envelope: down at the lower left, across at the lower right, in English at the upper left."""

from collections.abc import Sequence

from clair_desktop.domain.mailing import Way, vertical
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.pdf.flow import baseline_in
from clair_desktop.output.pdf.lines import Line, Type, analysed
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.upright import height, set_column

_TYPE = Type(Style.MINCHO, 9)
_LARGER = 1.3  # on 角形2号
_LEADING = 1.3
_EDGE = 8 * MM
_FOOT = 14 * MM
_TALLEST = 0.5  # of the envelope, going down
_WIDEST = 0.34  # of an upright envelope: what the addressee leaves it
_WIDEST_ACROSS = 0.6  # beside the stamp of a lying one
_GAP = 3 * MM


def set_sender(paper: Paper, lines: Sequence[str], way: Way, *, large: bool) -> None:
    """Set it small and away from the addressee; a sender too long for its corner is refused, none sets nothing."""
    if not lines:
        return
    size = _TYPE.size * (_LARGER if large else 1)
    if way is Way.VERTICAL:
        _down(paper, lines, size)
    else:
        _across(paper, _broken(paper, lines, size), size, way)


def room_for_sender(paper: Paper, lines: Sequence[str], way: Way, *, large: bool) -> float:
    """Points above the foot of an envelope across that the addressee must leave free."""
    if not lines or way is not Way.HORIZONTAL:
        return 0.0
    size = _TYPE.size * (_LARGER if large else 1)
    return len(_broken(paper, lines, size)) * size * _LEADING + _GAP


def _down(paper: Paper, lines: Sequence[str], size: float) -> None:
    """Columns that end together at the foot, the first of them farthest right."""
    tallest = paper.sheet.height * _TALLEST
    columns = [one for text in lines for one in analysed(vertical(text), Style.MINCHO).lines(tallest, size)]
    advance = size * _LEADING
    if _EDGE + advance * len(columns) > paper.sheet.width * _WIDEST:
        raise _too_long()
    top = paper.sheet.height - _FOOT - max(map(height, columns))
    for place, line in enumerate(columns):
        middle = _EDGE + advance * (len(columns) - 1 - place) + size / 2
        set_column(paper, middle, top, line)


def _across(paper: Paper, lines: Sequence[Line], size: float, way: Way) -> None:
    leading = size * _LEADING
    taken = leading * len(lines)
    if taken > paper.sheet.height * 0.3 - _EDGE - (0 if way is Way.HORIZONTAL else _GAP):
        raise _too_long()
    width = max(line.width for line in lines) * size / 1000
    left, y = _EDGE, _EDGE
    if way is Way.HORIZONTAL:
        left, y = paper.sheet.width - _EDGE - width, paper.sheet.height - _EDGE - taken
    for line in lines:
        paper.line(left, y + baseline_in(leading, size), line, width=width, alignment=Alignment.START)
        y += leading


def _broken(paper: Paper, lines: Sequence[str], size: float) -> list[Line]:
    widest = paper.sheet.width * _WIDEST_ACROSS - _EDGE
    return [one for text in lines for one in analysed(text, Style.MINCHO).lines(widest, size)]


def _too_long() -> Refusal:
    return Refusal(
        Wording(
            "差出人が封筒の隅に収まりません。設定の支部の住所・部署を短くするか、差出人を印刷しないでください。",
            "The sender does not fit its corner of the envelope. Shorten the branch's address or section in the "
            "settings, or print no sender.",
        ),
        field="sender",
    )
