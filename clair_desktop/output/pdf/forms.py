"""Forms and annexes: title, field tables, row tables, notes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from clair_desktop.domain.emphasis import english, sides
from clair_desktop.domain.filled_papers import FilledBlock, FilledFields, FilledForm, FilledPicture, FilledTable
from clair_desktop.domain.plain_blocks import Heading, PageBreak, Paragraph, SignatureLines
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.annexes import Annexes
from clair_desktop.output.pdf.cells import Block, stacked, text_block
from clair_desktop.output.pdf.flow import LABEL, NOTE, SMALL, TEXT, Flow
from clair_desktop.output.pdf.grids import Grid
from clair_desktop.output.pdf.letters import set_addressee, set_number_and_day, set_sender
from clair_desktop.output.pdf.lines import Type, analysed
from clair_desktop.output.pdf.picture_blocks import set_picture
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.tables import set_table
from clair_desktop.output.pdf.typefaces import Style

_TITLE = Type(Style.GOTHIC, 16)
_HEADING = Type(Style.BOLD, 11)
_SUBLABEL = Type(Style.GOTHIC, 8)
_LABEL_SHARE = 0.3
_LEAST_FIELD = 24.0
_FEW_FIELDS = 8
_SIGNATURE = 30.0  # room to sign by hand, in points
_SIGNED_WIDTH = 210.0
_HEADING_WITH_SOME = 135.0  # a heading and the first rows of a table, in points


def set_form(flow: Flow, form: FilledForm, language: Language, *, bilingual: bool = False) -> None:
    """``bilingual`` prints every label in both languages."""
    title = sides(form.title)
    title, voice = Wording(title.ja.replace("\n", "　"), title.en.replace("\n", " ")), words.Voice(language, bilingual)
    annexes = Annexes(flow, title, voice)
    flow.on_next_sheet = partial(_running_head, title=title, voice=voice)
    _set_head(flow, form)
    for block, lying in zip(form.blocks, orientations(form), strict=True):
        if lying != flow.landscape:
            flow.next_sheet(landscape=lying)
        _set_block(flow, block, voice, annexes)
    if form.note:
        flow.skip(8)
        flow.put(f"{words.NOTE.in_(language)}\u3000{form.note}", NOTE, leading=1.45)
    annexes.set()


def orientations(form: FilledForm) -> list[bool]:
    """For each block, whether its sheet lies on its long edge; words stand with the table that follows them."""
    lying: list[bool] = []
    last = next((_lies(block) for block in reversed(form.blocks) if _lies(block) is not None), False)
    for block in reversed(form.blocks):
        own = _lies(block)
        lying.append(own if own is not None else lying[-1] if lying else bool(last))
    return lying[::-1]


def _lies(block: FilledBlock) -> bool | None:
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


def _running_head(flow: Flow, title: Wording, voice: words.Voice) -> None:
    flow.put(voice.says(_continued(title)), SMALL, alignment=Alignment.START)
    flow.y += 4


def _continued(title: Wording) -> Wording:
    return Wording(f"{title.ja}{words.CONTINUED.ja}", f"{title.en}{words.CONTINUED.en}")


def _set_block(flow: Flow, block: FilledBlock, voice: words.Voice, annexes: Annexes) -> None:
    language = voice.language
    match block:
        case Heading():
            set_heading(flow, block.text.in_(language))
        case Paragraph() | str():
            _set_paragraph(flow, block if isinstance(block, str) else block.text.in_(language))
        case FilledFields():
            _set_fields(flow, block, voice, annexes)
        case SignatureLines():
            _set_signatures(flow, [one.in_(language) for one in block.labels])
        case FilledPicture():
            set_picture(flow, block)
        case PageBreak():
            flow.need(flow.height)
        case FilledTable():
            set_table(flow, block, voice, annexes)


def set_heading(flow: Flow, text: str) -> None:
    """Stays with at least a few lines of what it heads."""
    flow.skip(8)
    flow.need(_HEADING_WITH_SOME)
    flow.put(text, _HEADING, leading=1.5, alignment=Alignment.START, kind="H2")
    flow.y += 2


def _set_paragraph(flow: Flow, text: str) -> None:
    flow.put(text, TEXT, leading=1.55)
    flow.y += 5


def _set_signatures(flow: Flow, labels: Sequence[str]) -> None:
    """At the right, all on one sheet: a label and a line to write on."""
    flow.skip(10)
    flow.need(_SIGNATURE * len(labels))
    column = max(analysed(one, TEXT.style).natural_width(TEXT.size) for one in labels)
    left = flow.width - column - _SIGNED_WIDTH
    for one in labels:
        baseline = flow.y + _SIGNATURE * 0.75
        with flow.paper.within("P"):
            flow.paper.text(flow.x + left, baseline, one, TEXT)
        flow.paper.rule(flow.x + left + column + 8, baseline + 3, flow.x + flow.width, baseline + 3)
        flow.y += _SIGNATURE
    flow.y += 6


def _set_fields(flow: Flow, table: FilledFields, voice: words.Voice, annexes: Annexes) -> None:
    label_width = flow.width * _LABEL_SHARE
    grid = Grid(flow, (label_width, flow.width - label_width), labelled=True)
    for label, cell in table.rows:
        # Beside its label an amount is read from the left; only columns of figures stand right.
        from_the_left = replace(cell, number=False) if cell.number else cell
        value = annexes.boxed(label, from_the_left, TEXT, flow.width - label_width)
        grid.row(
            (_label(label, voice, label_width), value),
            least=_LEAST_FIELD,
            again=partial(_label, _continued(label), voice, label_width),
        )
    grid.close()
    flow.y += 6


def _label(label: Wording, voice: words.Voice, width: float) -> Block:
    main = text_block(label.in_(voice.language), LABEL, width, Alignment.START)
    if not voice.bilingual or label.ja == label.en:
        return main
    return stacked(main, text_block(english(label.en), _SUBLABEL, width, Alignment.START))
