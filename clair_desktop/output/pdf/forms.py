"""Forms and annexes: title, field tables, row tables, notes."""

from dataclasses import replace
from functools import partial

from clair_desktop.domain.documents import FilledFields, FilledForm, FilledTable, Heading, Paragraph
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.cells import Block, cell_block, stacked, text_block
from clair_desktop.output.pdf.flow import LABEL, NOTE, SMALL, TEXT, Flow
from clair_desktop.output.pdf.grids import Grid
from clair_desktop.output.pdf.letters import set_addressee, set_number_and_day, set_sender
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.tables import set_table
from clair_desktop.output.pdf.typefaces import Style

_TITLE = Type(Style.GOTHIC, 16)
_HEADING = Type(Style.BOLD, 11)
_SUBLABEL = Type(Style.GOTHIC, 8)
_LABEL_SHARE = 0.3
_LEAST_FIELD = 24.0
_FEW_FIELDS = 8
_HEADING_WITH_SOME = 135.0  # a heading and the first rows of a table, in points


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
    # A few fields above a wide table go with it; a form of many stands upright.
    return False if isinstance(block, FilledFields) and len(block.rows) > _FEW_FIELDS else None


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
    flow.put(form.title, _TITLE, leading=1.4, alignment=Alignment.CENTRE, kind="H1")
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
            set_table(flow, block, language)
        case str():
            _set_paragraph(flow, block)


def set_heading(flow: Flow, text: str) -> None:
    """Stays with at least a few lines of what it heads."""
    flow.skip(8)
    flow.need(_HEADING_WITH_SOME)
    flow.put(text, _HEADING, leading=1.5, alignment=Alignment.START, kind="H2")
    flow.y += 2


def _set_paragraph(flow: Flow, text: str) -> None:
    flow.put(text, TEXT, leading=1.55)
    flow.y += 5


def _set_fields(flow: Flow, table: FilledFields, language: Language, *, bilingual: bool) -> None:
    label_width = flow.width * _LABEL_SHARE
    grid = Grid(flow, (label_width, flow.width - label_width), labelled=True)
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
