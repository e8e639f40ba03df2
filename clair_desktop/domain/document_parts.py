"""The parts of a document whose wording may be replaced, by key, and the document with other words in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clair_desktop.domain.documents import Block, Document, Form, Item, Letter
from clair_desktop.domain.plain_blocks import Heading, Paragraph
from clair_desktop.domain.wording import Wording, same

SUBJECT, TITLE, BODY, NOTE, FORM_NUMBER = "subject", "title", "body", "note", "form_number"
PARAGRAPHS = "paragraph_"

_NUMBERED = re.compile(r"(paragraph|heading|item)_([1-9][0-9]?)(_head|_text)?")
_KINDS: Mapping[str, type[Heading] | type[Paragraph]] = {"paragraph": Paragraph, "heading": Heading}
_NAMES: Mapping[str, Wording] = {
    SUBJECT: Wording("件名", "Subject"),
    TITLE: Wording("表題", "Title"),
    BODY: Wording("本文全体", "Whole body"),
    NOTE: Wording("注記", "Note"),
    FORM_NUMBER: Wording("様式番号", "Form number"),
}


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A text of a document. An ``optional`` one may be left out; ``text`` is what is declared."""

    key: str
    name: Wording
    text: Wording
    optional: bool = False


def parts_of(document: Document) -> list[DocumentPart]:
    """What may be worded otherwise, in the order of the page; a paper without a text for a part shows it empty."""
    layout = document.layout
    return list(_letter_parts(layout) if isinstance(layout, Letter) else _form_parts(layout))


def reworded(document: Document, texts: Sequence[tuple[str, Wording]]) -> Document:
    """The document with these texts laid over its own, one after another; parts it does not have are passed over."""
    layout = document.layout
    for key, text in texts:
        layout = _letter_with(layout, key, text) if isinstance(layout, Letter) else _form_with(layout, key, text)
    return document if layout is document.layout else replace(document, layout=layout)


def _letter_parts(letter: Letter) -> Iterator[DocumentPart]:
    yield DocumentPart(SUBJECT, _NAMES[SUBJECT], letter.subject)
    yield DocumentPart(BODY, _NAMES[BODY], _joined(letter.paragraphs))
    for number, paragraph in enumerate(letter.paragraphs, start=1):
        yield DocumentPart(f"paragraph_{number}", _paragraph(number), paragraph, optional=True)
    for number, item in enumerate(letter.items, start=1):
        head = Wording(f"記{number}の見出し", f"Item {number}: head")
        yield DocumentPart(f"item_{number}_head", head, item.head)
        text = Wording(f"記{number}の内容", f"Item {number}: text")
        yield DocumentPart(f"item_{number}_text", text, item.text, optional=True)


def _form_parts(form: Form) -> Iterator[DocumentPart]:
    yield DocumentPart(FORM_NUMBER, _NAMES[FORM_NUMBER], form.form_number or same(""), optional=True)
    yield DocumentPart(TITLE, _NAMES[TITLE], form.title)
    for number, paragraph in enumerate(_of_kind(form, Paragraph), start=1):
        yield DocumentPart(f"paragraph_{number}", _paragraph(number), paragraph, optional=True)
    for number, heading in enumerate(_of_kind(form, Heading), start=1):
        name = Wording(f"見出し{number}", f"Heading {number}")
        yield DocumentPart(f"heading_{number}", name, heading)
    yield DocumentPart(NOTE, _NAMES[NOTE], form.note or same(""), optional=True)


def _paragraph(number: int) -> Wording:
    return Wording(f"本文第{number}段落", f"Paragraph {number}")


def _joined(paragraphs: Sequence[Wording]) -> Wording:
    return Wording("\n".join(one.ja for one in paragraphs), "\n".join(one.en for one in paragraphs))


def _of_kind(form: Form, kind: type[Heading] | type[Paragraph]) -> list[Wording]:
    return [block.text for block in form.blocks if isinstance(block, Paragraph | Heading) and isinstance(block, kind)]


def _letter_with(letter: Letter, key: str, text: Wording) -> Letter:
    if key == SUBJECT:
        return replace(letter, subject=text)
    if key == BODY:
        return replace(letter, paragraphs=split_body(text))
    kind, place, side = _place(key)
    if kind == "paragraph" and place < len(letter.paragraphs):
        return replace(letter, paragraphs=[*letter.paragraphs[:place], text, *letter.paragraphs[place + 1 :]])
    if kind == "item" and place < len(letter.items):
        item = letter.items[place]
        made = Item(text, item.text) if side == "_head" else Item(item.head, text)
        return replace(letter, items=[*letter.items[:place], made, *letter.items[place + 1 :]])
    return letter


def split_body(text: Wording) -> list[Wording]:
    """A line is a paragraph; both languages have as many."""
    return [Wording(ja, en) for ja, en in zip(text.ja.split("\n"), text.en.split("\n"), strict=True)]


def _form_with(form: Form, key: str, text: Wording) -> Form:
    if key == TITLE:
        return replace(form, title=text)
    if key == NOTE:
        return replace(form, note=text if text.ja else None)
    if key == FORM_NUMBER:
        return replace(form, form_number=text if text.ja else None)
    kind, place, _side = _place(key)
    wanted = _KINDS.get(kind)
    return replace(form, blocks=list(_blocks_with(form.blocks, wanted, place, text))) if wanted else form


def _blocks_with(
    blocks: Sequence[Block], kind: type[Heading] | type[Paragraph], wanted: int, text: Wording
) -> Iterator[Block]:
    place = 0
    for block in blocks:
        if isinstance(block, kind):
            if place != wanted:
                yield block
            elif text.ja:
                yield kind(text)
            place += 1
        else:
            yield block


def _place(key: str) -> tuple[str, int, str]:
    """The kind, its place from 0 and which side of it; an unknown key has no kind."""
    found = _NUMBERED.fullmatch(key)
    return (found[1], int(found[2]) - 1, found[3] or "") if found else ("", 0, "")
