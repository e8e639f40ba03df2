"""What is set between the papers of a pack: the contents, dividers before enclosures, and backs that stay blank."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import Cell, FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.flow import Flow
from clair_desktop.output.pdf.lines import Type
from clair_desktop.output.pdf.numbering import number as numbered
from clair_desktop.output.pdf.paper import MM, Paper
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style

if TYPE_CHECKING:
    from clair_desktop.output.pdf.enclosed import Bound  # loads what examines foreign files

_NUMBER, _NAME, _BLANK = Type(Style.BOLD, 20), Type(Style.MINCHO, 15), Type(Style.MINCHO, 9)
_FROM_TOP = 105 * MM
_WIDTHS = (2, 16, 2)


def language_of(pack: FilledPack) -> Language:
    """That of the pack, or where it holds both the one it begins with."""
    known = set(Language)
    told = pack.language if pack.language in known or not pack.documents else pack.documents[0].language
    return Language.EN if told == Language.EN else Language.JA


def voice_of(pack: FilledPack) -> words.Voice:
    """How what stands between the papers is said."""
    return words.Voice(language_of(pack), bilingual=pack.language not in set(Language))


def contents_document(pack: FilledPack, bound: Sequence["Bound"], pages: Sequence[str]) -> FilledDocument:
    """The contents as a paper among the others; ``pages`` are the numbers of all that leaves the branch, in order."""
    voice = voice_of(pack)
    names = [document.name for document in pack.documents if not document.internal]
    enclosed = [one.name for one in bound]
    if pack.made_up.attached:
        files = [one.name for one in pack.enclosures if one.file_name]
        pages = [*pages, *[voice.says(words.ATTACHED)] * len(files)]
        enclosed += files
    names += [enclosure_title(voice, number, name) for number, name in enumerate(enclosed, start=1)]
    rows = [
        [Cell(str(number)), Cell(name), Cell(page, number=True)]
        for number, (name, page) in enumerate(zip(names, pages, strict=True), start=1)
    ]
    title = voice.says(words.CONTENTS, "\n")
    heads = [voice.says(head, "\n") for head in (words.NUMBER, words.PAPER, words.PAGE)]
    form = FilledForm(title=title, form_number="", note="", blocks=[FilledTable(heads, rows, _WIDTHS)])
    spoken = pack.language if voice.bilingual else voice.language.value
    return FilledDocument(plain(voice.says(words.CONTENTS)), spoken, form, internal=False)


def set_divider(paper: Paper, pack: FilledPack, number: int, one: "Bound") -> None:
    """A sheet that says which enclosure follows; the outline leads to it."""
    voice = voice_of(pack)
    flow = Flow(paper, pack.layout)
    flow.begin()
    paper.bookmark(enclosure_title(voice, number, one.name))
    flow.y = _FROM_TOP
    top = flow.y - 6 * MM
    shown = numbered(1, number, full=voice.is_japanese and pack.layout.full_digits)
    flow.put(voice.says(words.DIVIDER.filled(number=shown), "\n"), _NUMBER, alignment=Alignment.CENTRE)
    flow.skip(4 * MM)
    flow.put(one.name, _NAME, alignment=Alignment.CENTRE)
    for y in (top, flow.y + 6 * MM):
        paper.rule(flow.x, y, flow.x + flow.width, y)


def set_blank(paper: Paper, pack: FilledPack) -> None:
    """A back that is blank on purpose, and says so."""
    paper.new_sheet()
    sheet = paper.sheet
    said = voice_of(pack).says(words.BLANK)
    paper.text(0, sheet.height / 2, said, _BLANK, width=sheet.width, alignment=Alignment.CENTRE)


def enclosure_title(voice: words.Voice, number: int, name: str) -> str:
    """What the contents and the outline call an enclosure; its name stands once."""
    if voice.bilingual:
        return f"{plain(voice.says(words.DIVIDER.filled(number=number)))}\u3000{name}"
    return words.ENCLOSURE.in_(voice.language).replace("{number}", str(number)).replace("{name}", name)


def enclosure_titles(pack: FilledPack, bound: Sequence["Bound"]) -> list[str]:
    return [enclosure_title(voice_of(pack), number, one.name) for number, one in enumerate(bound, start=1)]
