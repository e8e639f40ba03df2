"""Forms and annexes: title, field tables, row tables, notes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from clair_desktop.domain.documents import Cell, FilledFields, FilledForm, FilledTable, Heading, Paragraph
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.cells import PAD_X, Block, cell_block, stacked, text_block
from clair_desktop.output.pdf.flow import LABEL, NOTE, SMALL, TEXT, Flow
from clair_desktop.output.pdf.grids import Grid
from clair_desktop.output.pdf.letters import set_addressee, set_number_and_day, set_sender
from clair_desktop.output.pdf.lines import Alignment, Passage, Type, analysed
from clair_desktop.output.pdf.typefaces import Style

_TITLE = Type(Style.GOTHIC, 16)
_HEADING = Type(Style.BOLD, 11)
_SUBLABEL = Type(Style.GOTHIC, 8)
_LABEL_SHARE = 0.3
_TABLE_SIZES = (10, 9.5, 9, 8.5, 8)
_ANSWER_HEIGHT = 62.0  # room to write two or three lines by hand in a blank column
_LEAST_FIELD = 24.0
_SHORT = 8.5  # ems: 通訳・翻訳費 stays on one line


def set_form(flow: Flow, form: FilledForm, language: Language, *, bilingual: bool = False) -> None:
    """``bilingual`` prints every label in both languages."""
    flow.on_next_sheet = lambda: _running_head(flow, form.title, language)
    _set_head(flow, form)
    for block, lying in zip(form.blocks, orientations(form), strict=True):
        if lying != flow.landscape:
            flow.next_sheet(landscape=lying)
        _set_block(flow, block, language, bilingual=bilingual)
    if form.note:
        flow.skip(8)
        flow.put(f"{words.NOTE.in_(language)}\u3000{form.note}", NOTE, leading=1.45)


def orientations(form: FilledForm) -> list[bool]:
    """For each block, whether its sheet lies on its long edge; words stand with the table that follows them."""
    lying: list[bool] = []
    last = next((_lies(block) for block in reversed(form.blocks) if _lies(block) is not None), False)
    for block in reversed(form.blocks):
        own = _lies(block)
        lying.append(own if own is not None else lying[-1] if lying else bool(last))
    return lying[::-1]


def _lies(block: Heading | Paragraph | FilledFields | FilledTable | str) -> bool | None:
    if isinstance(block, FilledTable):
        return block.landscape
    return False if isinstance(block, FilledFields) else None


def _set_head(flow: Flow, form: FilledForm) -> None:
    if form.form_number:
        flow.put(form.form_number, LABEL)
    set_number_and_day(flow, form.number, form.day, TEXT)
    if form.addressee:
        flow.skip(4)
        set_addressee(flow, form.addressee, TEXT)
    if form.sender:
        flow.skip(4)
        set_sender(flow, form.sender, seal_omitted=False, type_=TEXT)
    flow.skip(12)
    flow.put(form.title, _TITLE, leading=1.4, alignment=Alignment.CENTRE)
    flow.y += 8


def _running_head(flow: Flow, title: str, language: Language) -> None:
    flow.put(f"{title}{words.CONTINUED.in_(language)}", SMALL, alignment=Alignment.START)
    flow.y += 4


def _set_block(
    flow: Flow,
    block: Heading | Paragraph | FilledFields | FilledTable | str,
    language: Language,
    *,
    bilingual: bool,
) -> None:
    match block:
        case Heading():
            set_heading(flow, block.text.in_(language))
        case Paragraph():
            _set_paragraph(flow, block.text.in_(language))
        case FilledFields():
            _set_fields(flow, block, language, bilingual=bilingual)
        case FilledTable():
            _set_table(flow, block, language)
        case str():
            _set_paragraph(flow, block)


def set_heading(flow: Flow, text: str) -> None:
    """Stays with at least a few lines of what it heads."""
    flow.skip(8)
    flow.need(70)
    flow.put(text, _HEADING, leading=1.5, alignment=Alignment.START)
    flow.y += 2


def _set_paragraph(flow: Flow, text: str) -> None:
    flow.put(text, TEXT, leading=1.55)
    flow.y += 5


def _set_fields(flow: Flow, table: FilledFields, language: Language, *, bilingual: bool) -> None:
    label_width = flow.width * _LABEL_SHARE
    grid = Grid(flow, (label_width, flow.width - label_width))
    for label, cell in table.rows:
        # Beside its label an amount is read from the left; only columns of figures stand right.
        value = cell_block(replace(cell, number=False), TEXT, flow.width - label_width)
        grid.row(
            (_label(label, language, label_width, bilingual=bilingual), value),
            least=_LEAST_FIELD,
            again=partial(_label, label, language, label_width, bilingual=bilingual, continued=True),
        )
    grid.close()
    flow.y += 6


def _label(label: Wording, language: Language, width: float, *, bilingual: bool, continued: bool = False) -> Block:
    end = words.CONTINUED.in_(language) if continued else ""
    main = text_block(label.in_(language) + end, LABEL, width, Alignment.START)
    other = label.en if language is Language.JA else label.ja
    if not bilingual or other == label.in_(language):
        return main
    return stacked(main, text_block(other, _SUBLABEL, width, Alignment.START))


def _set_table(flow: Flow, table: FilledTable, language: Language) -> None:
    size, widths = _fitted(table, flow.width)
    type_, head_type = Type(TEXT.style, size), Type(LABEL.style, min(LABEL.size, size))
    flow.need(90)
    if table.unit:
        flow.put(table.unit, LABEL, leading=1.5, alignment=Alignment.END)
    head = [
        text_block(text, head_type, width, Alignment.CENTRE) for text, width in zip(table.heads, widths, strict=True)
    ]
    grid = Grid(flow, widths, head)
    rows = table.rows or [_nothing(table, language)]
    least = _ANSWER_HEIGHT if _blank_columns(table) else 0
    total = _blocks(table.total, type_, widths) if table.total else None
    for number, row in enumerate(rows, start=1):
        blocks = _blocks(row, type_, widths)
        keep = max(block.height for block in total) if total and number == len(rows) else 0
        grid.row(blocks, least=least, again=partial(Block.whole, blocks[0]), keep=keep)
    if total:
        grid.row(total)
    grid.close()
    flow.y += 8


def _blocks(row: Sequence[Cell], type_: Type, widths: Sequence[float]) -> list[Block]:
    return [cell_block(cell, type_, width) for cell, width in zip(row, widths, strict=True)]


def _nothing(table: FilledTable, language: Language) -> Sequence[Cell]:
    return [Cell(words.NOTHING.in_(language) if index == 0 else "") for index in range(len(table.heads))]


def _blank_columns(table: FilledTable) -> bool:
    """Whether a column is left empty for a hand to write in."""
    columns = zip_longest(*table.rows, fillvalue=Cell(""))
    return any(all(not cell.text and not cell.ticks for cell in column) for column in columns)


def _fitted(table: FilledTable, measure: float) -> tuple[float, list[float]]:
    """The largest type at which no word or number of the table must be cut, and the columns' widths in points."""
    asked = [width * measure / sum(table.widths) for width in table.widths]
    columns = _columns(table)
    for size in _TABLE_SIZES:
        for one_line in (_SHORT * size, 0):
            least = [_least_width(column, size, one_line) for column in columns]
            if sum(least) <= measure:
                return size, _widened(asked, least)
    return _TABLE_SIZES[-1], asked


def _columns(table: FilledTable) -> list[list[Passage]]:
    rows = [*table.rows, *([table.total] if table.total else [])]
    return [
        [analysed(head, LABEL.style), *(analysed(text, TEXT.style) for text in {row[index].text for row in rows})]
        for index, head in enumerate(table.heads)
    ]


def _least_width(column: Sequence[Passage], size: float, one_line: float) -> float:
    """No word or number is cut, and no text up to ``one_line`` is broken."""
    natural = (passage.natural_width(size) for passage in column)
    longest = max(passage.longest_piece(size) for passage in column)
    return max(longest, *(width for width in natural if width <= one_line), 0) + 2 * PAD_X + 0.5


def _widened(asked: Sequence[float], least: Sequence[float]) -> list[float]:
    """Columns that would cut a number take what they need from those that have more than they need."""
    short = sum(max(need - width, 0) for width, need in zip(asked, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(asked, least, strict=True))
    if not short:
        return list(asked)
    share = short / spare
    return [max(need, width - max(width - need, 0) * share) for width, need in zip(asked, least, strict=True)]
