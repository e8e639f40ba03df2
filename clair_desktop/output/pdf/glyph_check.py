"""The check before every printing: a character that no font has is named to the clerk and never printed as a box."""

from collections.abc import Iterator, Sequence

from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import (
    Cell,
    FilledBlock,
    FilledFields,
    FilledForm,
    FilledLetter,
    FilledPack,
    FilledPicture,
    FilledTable,
)
from clair_desktop.domain.plain_blocks import Heading, Paragraph, SignatureLines
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.output.pdf.characters import code_points
from clair_desktop.output.pdf.typefaces import typefaces

Placed = tuple[Wording, str]
"""A text and what it is called to the person who typed it."""

_NUMBER = Wording("文書番号", "Document number")
_DAY = Wording("日付", "Date")
_ADDRESSEE = Wording("宛名", "Addressee")
_SENDER = Wording("発信者", "Sender")
_BODY = Wording("本文", "Body")
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
    placed = list(dict.fromkeys((place, plain(text)) for place, text in texts_of(pack)))
    missing = [_said(_MISSING, place, one) for place, text in placed for one in faces.missing(text)]
    if missing:
        raise Refusal(missing[0], details=missing)
    return [_said(_SUBSTITUTED, place, one) for place, text in placed for one in faces.substituted(text)]


def texts_of(pack: FilledPack) -> Iterator[Placed]:
    """Every text the pack will print."""
    yield Wording("表題", "Title"), pack.title
    for document in pack.documents:
        content = document.content
        yield from (
            _letter(content, document.name) if isinstance(content, FilledLetter) else _form(content, document.name)
        )
        yield same(document.name), document.name
    for enclosure in pack.enclosures:
        yield Wording("添付資料の名称", "Name of an enclosure"), enclosure.name


def _letter(letter: FilledLetter, name: str) -> Iterator[Placed]:
    yield _part(name, _NUMBER), letter.number
    yield _part(name, _DAY), letter.day
    yield from _each(_part(name, _ADDRESSEE), (*letter.addressee, letter.salutation))
    yield from _each(_part(name, _SENDER), (*letter.sender, letter.closing))
    yield _part(name, Wording("件名", "Subject")), letter.subject
    yield from _each(_part(name, _BODY), letter.paragraphs)
    for head, text in letter.items:
        yield _part(name, same(head)), f"{head}\n{text}"
    yield from _each(_part(name, Wording("添付書類", "Enclosures")), letter.enclosed)
    yield from _each(_part(name, Wording("連絡先", "Contact")), letter.contact)


def _form(form: FilledForm, name: str) -> Iterator[Placed]:
    yield _part(name, Wording("表題", "Title")), f"{form.form_number}\n{form.title}"
    yield _part(name, _NUMBER), form.number
    yield _part(name, _DAY), form.day
    yield from _each(_part(name, _ADDRESSEE), form.addressee)
    yield from _each(_part(name, _SENDER), form.sender)
    yield _part(name, Wording("備考", "Note")), form.note
    for block in form.blocks:
        yield from _block(block, name)


def _block(block: FilledBlock, name: str) -> Iterator[Placed]:
    match block:
        case str():
            yield _part(name, _BODY), block
        case Heading() | Paragraph():
            yield _part(name, _BODY), f"{block.text.ja}\n{block.text.en}"
        case FilledFields():
            for label, cell in block.rows:
                yield _part(name, label), f"{label.ja}\n{label.en}"
                yield cell.source or _part(name, label), _said_in(cell)
        case FilledPicture():
            yield _part(name, Wording("写真の説明", "Caption")), block.caption
        case SignatureLines():
            yield from _each(_part(name, _BODY), [side for one in block.labels for side in (one.ja, one.en)])
        case FilledTable():
            yield from _table(block, name)


def _table(table: FilledTable, name: str) -> Iterator[Placed]:
    yield from _each(_part(name, Wording("表の見出し", "Head of a table")), (*table.heads, table.unit or ""))
    for number, row in enumerate((*table.rows, *([table.total] if table.total else [])), start=1):
        for head, cell in zip(table.heads, row, strict=True):
            column = cell.source or _part(name, same(head))
            yield Wording(f"{column.ja}・{number}行目", f"{column.en}, row {number}"), _said_in(cell)


def _said_in(cell: Cell) -> str:
    return "\n".join((cell.text, *(label for label, _ in cell.ticks)))


def _each(place: Wording, texts: Sequence[str]) -> Iterator[Placed]:
    for text in texts:
        yield place, text


def _part(document: str, part: Wording) -> Wording:
    return Wording(f"{document}：{part.ja}", f"{document}: {part.en}")


def _said(wording: Wording, place: Wording, character: str) -> Wording:
    return wording.filled(place=place, character=character, code=code_points(character))
