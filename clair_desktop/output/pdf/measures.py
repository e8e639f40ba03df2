"""One paragraph measured character by character, so that each line of it is found by one search and not piece by piece."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from clair_desktop.output.pdf.kinsoku import HANGING, TRIMMED_AT_END, spans
from clair_desktop.output.pdf.spacing import JOINT, ROUNDING

_HALF, _FULL = 500.0, 1000.0


class Filled(NamedTuple):
    """One line: its characters from ``start`` to before ``end``, and their width in 1/1000 em."""

    start: int
    end: int
    width: float
    ends_paragraph: bool


class Measures:
    """A text in which every code point is a character and no line ends; all lengths are in 1/1000 em."""

    def __init__(self, text: str, advances: list[float], joints: Sequence[int]) -> None:
        self._text = text
        self._advances = advances
        self._led = {place + 1 for place in joints}
        spaced = advances
        if self._led:
            spaced = advances.copy()
            for place in self._led:
                spaced[place] += JOINT
        self._run = list(accumulate(spaced, initial=0.0))
        self._spans = spans(text)
        self._reach = [self._run[end] for _, end in self._spans]

    def longest_piece(self) -> float:
        """0 where nothing but white stands."""
        return max([self._width(start, end) for start, end in self._spans], default=0.0)

    def filled(self, width: float, first_indent: float, *, hanging: bool) -> Sequence[Filled]:
        """The lines; none where a piece is wider than a line, which must then be cut."""
        lines: list[Filled] = []
        count, begins, start, room = len(self._spans), 0, 0, max(width, 0.0) - first_indent
        while begins < count:
            start = self._spans[begins][0] if lines else 0  # the white at a paragraph's head stays
            line, begins = self._line(begins, start, room, hanging=hanging)
            room = max(width, 0.0)
            if line is None or (begins < count and self._width(*self._spans[begins]) > room + ROUNDING):
                return ()
            lines.append(line)
        return lines

    def _line(self, begins: int, start: int, room: float, *, hanging: bool) -> tuple[Filled | None, int]:
        """The line that begins with this piece, and the piece with which the next one begins."""
        ends = bisect_right(self._reach, self._origin(start) + room + ROUNDING)
        if ends == len(self._spans):
            return self._until(start, ends - 1, 0.0, ends_paragraph=True), ends
        if spared := self._spared(start, ends, room, hanging=hanging):
            return self._until(start, ends, spared, ends_paragraph=ends + 1 == len(self._spans)), ends + 1
        return (self._until(start, ends - 1, 0.0, ends_paragraph=False) if ends > begins else None), ends

    def _until(self, start: int, piece: int, spared: float, *, ends_paragraph: bool) -> Filled:
        end = self._spans[piece][1]
        return Filled(start, end, self._width(start, end) - spared, ends_paragraph)

    def _spared(self, start: int, piece: int, room: float, *, hanging: bool) -> float:
        """What the piece's last sign gives up to end the line: its blank half, or all of its width where it may hang."""
        end = self._spans[piece][1]
        last, over = self._text[end - 1], self._width(start, end) - room - ROUNDING
        if last not in TRIMMED_AT_END or self._advances[end - 1] != _FULL:
            return 0.0
        if over <= _HALF:
            return _HALF
        return _FULL if hanging and last in HANGING and over <= _FULL else 0.0

    def _width(self, start: int, end: int) -> float:
        return self._run[end] - self._origin(start)

    def _origin(self, start: int) -> float:
        """The little space before a line's first character is none."""
        return self._run[start] + JOINT if start in self._led else self._run[start]
