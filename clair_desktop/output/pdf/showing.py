"""The operators that show a line of text: faces, codes, and the white between characters."""

from collections.abc import Mapping, Sequence
from itertools import chain, compress, islice
from operator import ne
from typing import Any, NamedTuple

from clair_desktop.output.pdf.fonts import StackFont
from clair_desktop.output.pdf.lines import Line
from clair_desktop.output.pdf.spacing import Alignment

# A gap wider than this (1/1000 em) reads as a space when text is copied out, unless the line says what it is.
_READS_AS_SPACE = 80
_KEPT = 1024  # lines: as many as texts are kept analysed
_LAST_TOLD = "\uffff"  # pdfium leaves 𠮷 and selectors out of a text told this way; they stand for themselves


class Shown(NamedTuple):
    """A line as it is drawn anywhere in one paper."""

    line: Line
    text: str
    shift: float
    """Points from where it was put to its first character."""
    operators: str
    told: str
    """What it says to readers and copiers, where its white would mislead them."""


class Showing:
    """For one document. Labels and heads recur on every form: what a line needs is worked out once for each measure."""

    def __init__(self, objects: Any) -> None:
        self._objects = objects
        self._selections: dict[tuple[StackFont, int, float], str] = {}
        self._shown: dict[
            tuple[int, float | None, Alignment], Shown
        ] = {}  # each keeps its line, so that no number recurs

    def line(self, line: Line, width: float | None, alignment: Alignment) -> Shown | None:
        """None where nothing but white was typed.

        White at a line's head moves it and is not drawn: pdfium loses a single character behind it.
        """
        asked = (id(line), width, alignment)
        shown = self._shown.get(asked)
        if shown is None and line.clusters:
            shown = self._without_indent(line, width, alignment) if line.clusters[0].isspace() else None
            shown = shown or self._worked_out(line, width, alignment)
            if len(self._shown) == _KEPT:
                self._shown.clear()
            self._shown[asked] = shown
        return shown if shown and shown.text else None

    def run(self, line: Line, widened: Mapping[int, float], *, told: bool) -> Shown:
        """A part of a line that is placed by itself, with the white that the line has between its characters."""
        text = line.text
        wide = told and bool(widened) and max(widened.values()) > _READS_AS_SPACE and max(text) <= _LAST_TOLD
        return Shown(line, text, 0.0, self._operators(line, widened), text if wide else "")

    def selected(self, line: Line, face: int) -> str:
        """The operator that selects a face at the line's size."""
        asked = (line.font, face, line.size)
        selected = self._selections.get(asked)
        if selected is None:
            name = line.font.getSubsetInternalName(face, self._objects)
            selected = self._selections[asked] = f"{name} {line.size:.2f} Tf"
        return selected

    def _without_indent(self, line: Line, width: float | None, alignment: Alignment) -> Shown:
        white, rest = line.indent(), line.without_indent()
        if not rest.clusters:
            return Shown(line, "", white, "", "")
        shown = self._worked_out(rest, None if width is None else width - white, alignment)
        return shown._replace(line=line, shift=white + shown.shift)

    def _worked_out(self, line: Line, width: float | None, alignment: Alignment) -> Shown:
        slack = 0.0 if width is None else width * 1000 / line.size - line.width
        widened = line.spaced(slack, alignment)
        text = line.text
        wide = bool(widened) and max(widened.values()) > _READS_AS_SPACE and max(text) <= _LAST_TOLD
        shift = _shift(alignment, slack) * line.size / 1000
        return Shown(line, text, shift, self._operators(line, widened), text if wide else "")

    def _operators(self, line: Line, widened: Mapping[int, float]) -> str:
        faces, codes = line.font.codes(line.clusters, self._objects)
        ends = [*_changes(faces), len(faces)]
        if widened:
            return self._widened(line, faces, codes, ends, widened)
        runs = zip([0, *ends], ends, strict=False)
        return " ".join(
            [f"{self.selected(line, faces[start])} <{''.join(codes[start:end])}> Tj" for start, end in runs]
        )

    def _widened(
        self, line: Line, faces: Sequence[int], codes: list[str], ends: Sequence[int], widened: Mapping[int, float]
    ) -> str:
        """A gap before another face opens that face's array: pdfium forgets one that ends an array."""
        shown, opened, start = [], "", 0
        for end in ends:
            single = end - start == 1
            run = codes[start] if single else _parted(codes[start:end], list(map(widened.get, range(start, end - 1))))
            shown.append(f"{self.selected(line, faces[start])} [{opened}<{run}>] TJ")
            opened, start = f"{-widened[end - 1]:.2f}" if end - 1 in widened else "", end
        return " ".join(shown)


def _parted(codes: Sequence[str], gaps: Sequence[float | None]) -> str:
    """Codes of one face with the gaps between them; mostly all gaps are the same."""
    first = gaps[0] if gaps else None
    if gaps.count(first) == len(gaps):
        return ("" if first is None else f">{-first:.2f}<").join(codes)
    written = ["" if gap is None else f">{-gap:.2f}<" for gap in gaps]
    return "".join(chain.from_iterable(zip(codes, [*written, ""], strict=True)))


def _changes(faces: Sequence[int]) -> list[int]:
    """Where another face begins."""
    if faces.count(faces[0]) == len(faces):
        return []
    return list(compress(range(1, len(faces)), map(ne, faces, islice(faces, 1, None))))


def _shift(alignment: Alignment, slack: float) -> float:
    if alignment is Alignment.END:
        return slack
    return slack / 2 if alignment is Alignment.CENTRE else 0.0
