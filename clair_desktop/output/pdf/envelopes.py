"""Envelopes: the addressee from above down or across, the postal code in its boxes, and papers for window envelopes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.filled_papers import FilledDocument, FilledForm, FilledPack
from clair_desktop.domain.mailing import EnvelopeSize, Way, Window, postal_digits, vertical
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.addressed import addressed_lines
from clair_desktop.output.pdf.envelope_sender import room_for_sender, set_sender
from clair_desktop.output.pdf.flow import baseline_in
from clair_desktop.output.pdf.glyph_check import check_glyphs
from clair_desktop.output.pdf.lines import Line, Type, analysed
from clair_desktop.output.pdf.packs import PrintedPack, put_in_place
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.postal_boxes import BOX_HEIGHT, set_postal_code
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style
from clair_desktop.output.pdf.typesetting import made_at
from clair_desktop.output.pdf.upright import height, set_column
from clair_desktop.output.pdf.watermark import watermark

_SAMPLE = f"{words.SAMPLE.ja}\u3000{words.SAMPLE.en}"
_LEADING = 1.4
_SHARES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)  # of the wanted type, until all fits
_ADDRESS, _NAME = 14.0, 24.0  # vertical, on 長形3号
_ACROSS, _NAME_ACROSS = 14.0, 20.0
_ABROAD, _NAME_ABROAD = 13.0, 14.0
_IN_WINDOW, _NAME_IN_WINDOW = 10.5, 12.0
_LARGER = 1.4  # type on 角形2号
_FOOT = 22 * MM
_BELOW_BOXES = 7 * MM
_NAME_LOWER = 12 * MM  # than the address begins
_COLUMN = 1.5  # from column to column, of the type
_EDGE = 12 * MM
_FOLD = 99 * MM


@dataclass(frozen=True, slots=True)
class EnvelopeStyle:
    """``boxes``: the postal-code boxes are drawn too; ``window`` prints a sheet of A4 for a window envelope instead.

    ``sender``: the lines of the branch itself; none where its envelopes carry them already.
    """

    size: EnvelopeSize
    way: Way
    boxes: bool = True
    window: Window | None = None
    sender: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Addressed:
    """One envelope. ``country`` stands last and by itself on Japanese envelopes abroad; English lines end with it."""

    addressee: Sequence[str]
    honorific: str
    postal_code: str
    lines: Sequence[str]
    country: str = ""


def print_envelopes(
    envelopes: Sequence[Addressed], path: Path, style: EnvelopeStyle, *, title: str, made_on: str, sample: bool
) -> PrintedPack:
    """A page for each; read back before the file takes its place."""
    warnings = check_glyphs(_as_pack(envelopes, style.sender, title, made_on, sample=sample))
    paper = Paper(title, "en-GB" if style.way is Way.ENGLISH else "ja-JP", made_at(made_on))
    for one in envelopes:
        _set(paper, one, style)
        paper.bookmark(one.addressee[0])
        if sample:
            paper.beneath(watermark(_SAMPLE, paper.sheet.width, paper.sheet.height))
    texts = [sheet.texts for sheet in paper.sheets]
    content = paper.finished()
    put_in_place(content, path, texts)
    return PrintedPack(path, len(texts), hashlib.sha256(content).hexdigest(), warnings)


def _set(paper: Paper, one: Addressed, style: EnvelopeStyle) -> None:
    size = style.size
    if style.window:
        paper.new_sheet()
        _set_in_window(paper, one, style, style.window)
    elif style.way is Way.VERTICAL:
        paper.new_envelope(size.width * MM, size.height * MM)
        set_sender(paper, style.sender, style.way, large=size.large)
        _set_vertical(paper, one, style)
    else:
        paper.new_envelope(size.height * MM, size.width * MM)
        set_sender(paper, style.sender, style.way, large=size.large)
        _set_across(paper, one, style)


def _set_vertical(paper: Paper, one: Addressed, style: EnvelopeStyle) -> None:
    """The address from the right, under the boxes; the addressee in the middle, larger and a little lower."""
    size, larger = style.size, _LARGER if style.size.large else 1.0
    from_top, from_right = (edge * MM for edge in size.boxes)
    digits = postal_digits(one.postal_code)
    if digits:
        set_postal_code(paper, digits, size, boxes=style.boxes)
    top = from_top + BOX_HEIGHT * MM + _BELOW_BOXES
    room = paper.sheet.height - _FOOT - top
    name_size, names = _name_columns(one, room - _NAME_LOWER, larger)
    middle = paper.sheet.width / 2 + name_size * _COLUMN * (len(names) - 1) / 2
    right = paper.sheet.width - from_right - 2 * MM
    for share in _SHARES:
        type_size = _ADDRESS * larger * share
        columns = _address_columns(one.lines, type_size, room)
        left = right - type_size * (1 + _COLUMN * (len(columns) - 1))
        if left > middle + name_size / 2 + 2 * MM:
            break
    else:
        raise _too_long(one)
    for place, (line, indent) in enumerate(columns):
        set_column(paper, right - type_size * (0.5 + _COLUMN * place), top + indent, line)
    for place, line in enumerate(names):  # what follows the body's name ends where the column may end
        begins = top + room - height(line) if place else top + _NAME_LOWER
        set_column(paper, middle - name_size * _COLUMN * place, begins, line)


def _address_columns(lines: Sequence[str], size: float, room: float) -> list[tuple[Line, float]]:
    """Columns with how much lower they begin: what follows the first stands two characters lower."""
    columns: list[tuple[Line, float]] = []
    for number, text in enumerate(lines):
        indent = 2 * size if number else 0.0
        for line in analysed(vertical(text), Style.MINCHO).lines(room - indent, size):
            columns.append((line, indent if not columns or number else 2 * size))
    return columns


def _name_columns(one: Addressed, room: float, larger: float) -> tuple[float, list[Line]]:
    """The body, its section and whoever is meant, each a column; the last carries the honorific."""
    texts = [*one.addressee[:-1], f"{one.addressee[-1]}\u3000{one.honorific}".strip()]
    for share in _SHARES:
        size = _NAME * larger * share
        lines = [analysed(vertical(text), Style.MINCHO).one_line(size) for text in texts]
        if max(height(line) for line in lines) <= room:
            return size, lines
    raise _too_long(one)


def _set_across(paper: Paper, one: Addressed, style: EnvelopeStyle) -> None:
    abroad, larger = style.way is Way.ENGLISH, _LARGER if style.size.large else 1.0
    left = paper.sheet.width * (0.4 if abroad else 0.28)
    width, top = paper.sheet.width - left - _EDGE, paper.sheet.height * 0.3
    room = paper.sheet.height - _EDGE - top - room_for_sender(paper, style.sender, style.way, large=style.size.large)
    sizes = (_ABROAD, _NAME_ABROAD) if abroad else (_ACROSS, _NAME_ACROSS)
    lines = _fitted(one, style.way, (sizes[0] * larger, sizes[1] * larger), width, room)
    _draw(paper, lines, left, top + (room - _taken(lines)) / 3, width)


def _set_in_window(paper: Paper, one: Addressed, style: EnvelopeStyle, window: Window) -> None:
    """Within what shows through the window however the paper slides in its envelope."""
    left, top, width, room = (edge * MM for edge in visible(style.size, window))
    lines = _fitted(one, style.way, (_IN_WINDOW, _NAME_IN_WINDOW), width, room)
    _draw(paper, lines, left, top + (room - _taken(lines)) / 2, width)
    if not style.size.large:
        for fold in (_FOLD, 2 * _FOLD):
            paper.rule(3 * MM, fold, 8 * MM, fold)


def visible(size: EnvelopeSize, window: Window) -> tuple[float, float, float, float]:
    """Left, top, width and height (mm on the paper) that are seen wherever the paper lies; refused if that is nothing."""
    across, down = (size.width, size.height) if size.large else (size.height, size.width)
    paper = (210.0, 297.0) if size.large else (210.0, 99.0)
    width, height_ = window.width - (across - paper[0]), window.height - (down - paper[1])
    inside = window.left >= 0 and window.top >= 0
    inside = inside and window.left + window.width <= across and window.top + window.height <= down
    if width < 30 or height_ < 12 or not inside:
        raise Refusal(
            Wording(
                f"この窓では、紙がずれたときに宛名が隠れます（常に見えるのは幅{max(width, 0):g}mm、高さ{max(height_, 0):g}mm）。"
                "窓の位置と大きさ（左,上,幅,高さ：mm）を確かめてください。",
                f"Through this window the address may be hidden as the paper slides: only {max(width, 0):g} by "
                f"{max(height_, 0):g} mm are always seen. Check its left, top, width and height in mm.",
            ),
            field="window",
        )
    return window.left, window.top, width, height_


def _fitted(one: Addressed, way: Way, sizes: tuple[float, float], width: float, room: float) -> list[Line]:
    """The lines in the largest type that fits; an address that never does is refused by its name."""
    for share in _SHARES:
        lines = [
            line
            for text, type_ in _texts(one, way, sizes)
            for line in addressed_lines(text, type_, width, type_.size * share)
        ]
        if _taken(lines) <= room:
            return lines
    raise _too_long(one)


def _texts(one: Addressed, way: Way, sizes: tuple[float, float]) -> list[tuple[str, Type]]:
    line, name = Type(Style.MINCHO, sizes[0]), Type(Style.MINCHO, sizes[1])
    addressee = [(text, name) for text in one.addressee]
    if way is Way.ENGLISH:
        return [*addressee, *((text, line) for text in one.lines)]
    *first, (last, type_) = addressee
    named = [*first, (f"{last}\u3000{one.honorific}".rstrip(), type_)]
    postal = [(f"〒{one.postal_code}", line)] if one.postal_code else []
    return [*postal, *((text, line) for text in one.lines), *named, *([(one.country, line)] if one.country else [])]


def _taken(lines: Sequence[Line]) -> float:
    return sum(line.size * _LEADING for line in lines)


def _draw(paper: Paper, lines: Sequence[Line], left: float, top: float, width: float) -> None:
    y = top
    for line in lines:
        leading = line.size * _LEADING
        paper.line(left, y + baseline_in(leading, line.size), line, width=width, alignment=Alignment.START)
        y += leading


def _too_long(one: Addressed) -> Refusal:
    return Refusal(
        Wording(
            f"「{one.addressee[0]}」の宛名が封筒に収まりません。住所を短くするか、角形2号にしてください。",
            f"The address of “{one.addressee[0]}” does not fit the envelope. Shorten it, or use 角形2号 (kaku2).",
        ),
        field="lines",
    )


def _as_pack(
    envelopes: Sequence[Addressed], sender: Sequence[str], title: str, made_on: str, *, sample: bool
) -> FilledPack:
    """The envelopes as the check of glyphs reads papers, each under its own name."""
    own = [*sender, *map(vertical, sender)]
    documents = [
        FilledDocument(
            one.addressee[0],
            Language.JA.value,
            FilledForm(
                one.addressee[0], "", "",
                [*one.addressee, *one.lines, *map(vertical, [*one.lines, *one.addressee]), one.honorific, one.country,
                 *own],
            ),
            internal=False,
        )
        for one in envelopes
    ]  # fmt: skip
    return FilledPack(title, "", Language.JA.value, documents, [], sample, made_on)
