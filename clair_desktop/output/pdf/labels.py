"""Address labels on a sheet of A4: twelve or twenty-four of one size, without gaps, centred on the sheet."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.filled_papers import FilledDocument, FilledForm, FilledPack
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf.addressed import addressed_lines
from clair_desktop.output.pdf.flow import baseline_in
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.lines import Line, Type
from clair_desktop.output.pdf.packs import PrintedPack, put_in_place
from clair_desktop.output.pdf.paper import LONG_EDGE, MM, SHORT_EDGE, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.typesetting import made_at
from clair_desktop.output.pdf.watermark import watermark

_EDGE = 6 * MM  # kept free inside each label: printers pull paper askew by a millimetre or two
_LEADING = 1.3
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68)  # of the wanted type, until the address fits; smaller is not read by a postman
_NAME, _LINE = Type(Style.MINCHO, 13), Type(Style.MINCHO, 10.5)
_SAMPLE = "見本\u3000SPECIMEN"


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Columns and rows of labels; millimetres."""

    columns: int
    rows: int
    width: float
    height: float

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """The upper left corner of a label in points from that of the sheet, counted along the rows."""
        row, column = divmod(place, self.columns)
        left = (SHORT_EDGE - self.columns * self.width * MM) / 2
        top = (LONG_EDGE - self.rows * self.height * MM) / 2
        return left + column * self.width * MM, top + row * self.height * MM


LABEL_SHEETS: Mapping[int, LabelSheet] = {12: LabelSheet(2, 6, 86.4, 42.3), 24: LabelSheet(3, 8, 66.0, 33.9)}


@dataclass(frozen=True, slots=True)
class AddressLabel:
    """The addressee's lines, the last with its honorific; postal code and address where they are known.

    ``name_first`` is how it is done abroad, where the address ends with the country.
    """

    addressee: Sequence[str]
    postal_code: str = ""
    lines: Sequence[str] = ()
    name_first: bool = False


def print_labels(
    labels: Sequence[AddressLabel], path: Path, sheet: LabelSheet, *, title: str, made_on: str, first: int = 1,
    sample: bool = False,
) -> PrintedPack:  # fmt: skip
    """Print the labels from the ``first`` free place of a sheet on; read back before the file takes its place."""
    warnings = check_glyphs(_as_pack(labels, title, made_on, sample=sample))
    paper = Paper(title, "ja-JP", made_at(made_on))
    for number, label in enumerate(labels, start=first - 1):
        place = number % sheet.count
        if place == 0 or not paper.sheets:
            paper.new_sheet()
            if sample:
                paper.beneath(watermark(_SAMPLE, paper.sheet.width, paper.sheet.height))
        _draw(paper, sheet, place, _lines(label, sheet))
    texts = [one.texts for one in paper.sheets]
    content = paper.finished()
    put_in_place(content, path, texts)
    return PrintedPack(path, len(texts), hashlib.sha256(content).hexdigest(), warnings)


def _lines(label: AddressLabel, sheet: LabelSheet) -> list[Line]:
    """The label's lines in the largest type that fits; an address that never does is refused by its name."""
    width, height = sheet.width * MM - 2 * _EDGE, sheet.height * MM - 2 * _EDGE
    for share in _SIZES:
        lines = [line for text, type_ in _texts(label) for line in _broken(text, type_, share, width)]
        if sum(line.size * _LEADING for line in lines) <= height:
            return lines
    raise Refusal(
        Wording(
            f"「{label.addressee[0]}」の宛名が{sheet.count}面のラベルに収まりません。住所を短くするか、12面にしてください。",
            f"The address of “{label.addressee[0]}” does not fit a label of {sheet.count} per sheet. Shorten it, or use 12.",
        ),
        field="lines",
    )


def _texts(label: AddressLabel) -> Iterator[tuple[str, Type]]:
    name = [(line, _LINE if label.name_first else _NAME) for line in label.addressee]
    if label.name_first:
        yield from name
    if label.postal_code:
        yield f"〒{label.postal_code}", _LINE
    for line in label.lines:
        yield line, _LINE
    if not label.name_first:
        yield from name


def _broken(text: str, type_: Type, share: float, width: float) -> Sequence[Line]:
    return addressed_lines(text, type_, width, type_.size * share)


def _draw(paper: Paper, sheet: LabelSheet, place: int, lines: Sequence[Line]) -> None:
    """In the middle of the label's height, beginning at its left."""
    left, top = sheet.corner(place)
    taken = sum(line.size * _LEADING for line in lines)
    y = top + (sheet.height * MM - taken) / 2
    for line in lines:
        leading = line.size * _LEADING
        width = sheet.width * MM - 2 * _EDGE
        baseline = y + baseline_in(leading, line.size)
        paper.line(left + _EDGE, baseline, line, width=width, alignment=Alignment.START)
        y += leading


def _as_pack(labels: Sequence[AddressLabel], title: str, made_on: str, *, sample: bool) -> FilledPack:
    """The labels as the check of glyphs reads papers, each under its own name."""
    documents = [
        FilledDocument(
            label.addressee[0],
            Language.JA.value,
            FilledForm(label.addressee[0], "", "", [*label.addressee, *label.lines, label.postal_code]),
            internal=False,
        )
        for label in labels
    ]
    return FilledPack(title, "", Language.JA.value, documents, [], sample, made_on)
