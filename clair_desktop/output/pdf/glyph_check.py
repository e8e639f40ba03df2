"""The check before every printing: a character that no font has is named to the clerk and never printed as a box."""

from collections.abc import Iterator, Sequence

from clair_desktop.domain.documents import (
    Cell,
    FilledDocument,
    FilledFields,
    FilledForm,
    FilledLetter,
    FilledPack,
    FilledTable,
    Heading,
    Paragraph,
)
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.output.pdf.characters import code_points
from clair_desktop.output.pdf.typefaces import typefaces

Placed = tuple[Wording, str]
"""A text and what it is called to the person who typed it."""

_MISSING = Wording(
    "「{place}」の文字「{character}」（{code}）は印刷用の書体にないため、印刷できません。別の文字に置き換えてください。",
    "“{place}” holds the character “{character}” ({code}), which no font of this program has. Replace it to print.",
)
_SUBSTITUTED = Wording(
    "「{place}」の異体字「{character}」（{code}）は、指定の字形がないため標準の字形で印刷します。",
    "“{place}”: the variant “{character}” ({code}) is printed in its ordinary form, the only one the fonts have.",
)


def check_glyphs(pack: FilledPack) -> list[Wording]:
    """Refuses a pack with an unprintable character; returns what will be printed in another form than asked for."""
    faces = typefaces()
    placed = list(dict.fromkeys(texts_of(pack)))
    missing = [_said(_MISSING, place, one) for place, text in placed for one in faces.missing(text)]
    if missing:
        raise Refusal(missing[0], details=missing)
    return [_said(_SUBSTITUTED, place, one) for place, text in placed for one in faces.substituted(text)]


def texts_of(pack: FilledPack) -> Iterator[Placed]:
    """Every text the pack will print."""
    yield Wording("表題", "Title"), pack.title
    for document in pack.documents:
        name = same(document.name)
        yield name, document.name
        content = document.content
        for place, text in _letter(content) if isinstance(content, FilledLetter) else _form(content):
            yield _within(document, place), text
    for enclosure in pack.enclosures:
        yield Wording("添付資料の名称", "Name of an enclosure"), enclosure.name


def _letter(letter: FilledLetter) -> Iterator[Placed]:
    yield Wording("文書番号", "Document number"), letter.number
    yield Wording("日付", "Date"), letter.day
    yield from _each(Wording("宛名", "Addressee"), (*letter.addressee, letter.salutation))
    yield from _each(Wording("発信者", "Sender"), (*letter.sender, letter.closing))
    yield Wording("件名", "Subject"), letter.subject
    yield from _each(Wording("本文", "Body"), letter.paragraphs)
    for head, text in letter.items:
        yield same(head), f"{head}\n{text}"
    yield from _each(Wording("添付書類", "Enclosures"), letter.enclosed)
    yield from _each(Wording("連絡先", "Contact"), letter.contact)


def _form(form: FilledForm) -> Iterator[Placed]:
    yield Wording("表題", "Title"), f"{form.form_number}\n{form.title}\n{form.number}\n{form.day}"
    yield from _each(Wording("宛名", "Addressee"), form.addressee)
    yield from _each(Wording("発信者", "Sender"), form.sender)
    yield Wording("備考", "Note"), form.note
    for block in form.blocks:
        yield from _block(block)


def _block(block: Heading | Paragraph | FilledFields | FilledTable | str) -> Iterator[Placed]:
    match block:
        case str():
            yield Wording("本文", "Body"), block
        case Heading() | Paragraph():
            yield Wording("本文", "Body"), f"{block.text.ja}\n{block.text.en}"
        case FilledFields():
            for label, cell in block.rows:
                yield label, f"{label.ja}\n{label.en}"
                yield from _cell(cell, label)
        case FilledTable():
            yield from _table(block)


def _table(table: FilledTable) -> Iterator[Placed]:
    yield from _each(Wording("表の見出し", "Head of a table"), (*table.heads, table.unit or ""))
    for number, row in enumerate((*table.rows, *([table.total] if table.total else [])), start=1):
        for head, cell in zip(table.heads, row, strict=True):
            yield from _cell(cell, Wording(f"{head}・{number}行目", f"{head}, row {number}"))


def _cell(cell: Cell, place: Wording) -> Iterator[Placed]:
    yield cell.source or place, "\n".join((cell.text, *(label for label, _ in cell.ticks)))


def _each(place: Wording, texts: Sequence[str]) -> Iterator[Placed]:
    for text in texts:
        yield place, text


def _within(document: FilledDocument, place: Wording) -> Wording:
    return Wording(f"{document.name}：{place.ja}", f"{document.name}: {place.en}")


def _said(wording: Wording, place: Wording, character: str) -> Wording:
    return wording.filled(place=place, character=character, code=code_points(character))
