"""What each document of a pack must say, in its own language, and whether its pages say it."""

import re
from collections.abc import Iterator, Sequence

from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import (
    Cell,
    FilledBlock,
    FilledDocument,
    FilledFields,
    FilledForm,
    FilledLetter,
    FilledPicture,
    FilledTable,
)
from clair_desktop.domain.plain_blocks import Heading, Paragraph, SignatureLines
from clair_desktop.domain.proofs import Fact, FactKind
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.output.pdf.characters import clusters
from clair_desktop.output.pdf.read_back import bare

Said = tuple[Wording, str]
"""A text that must stand, and what it is called to the person who is told of it."""

_EXACT = frozenset({FactKind.AMOUNT, FactKind.COUNT, FactKind.DAY})
_NO_DIGIT_BEFORE, _NO_DIGIT_BEHIND = r"(?<![\d.,])", r"(?!\d|[.,]\d)"
_LEAST_PIECE = 2  # characters of a text that ends on the next sheet


def texts_of(document: FilledDocument) -> Iterator[Said]:
    """Every text the document was filled with; lines of one text follow one another."""
    language = Language.EN if document.language == Language.EN else Language.JA
    content = document.content
    if isinstance(content, FilledLetter):
        yield from _letter(content, language)
    else:
        yield from _form(content, language)
        if document.language not in set(Language):
            yield from _second_labels(content)


def _second_labels(form: FilledForm) -> Iterator[Said]:
    """The English labels of a bilingual page."""
    for block in form.blocks:
        if isinstance(block, FilledFields):
            yield from ((label, label.en) for label, _cell in block.rows)


def stands(text: str, pages: Sequence[str]) -> bool:
    """Whether a text stands whole on one of the pages (bare texts), or runs from a page on to the next ones."""
    wanted = _drawn(text)
    if any(wanted in page for page in pages):
        return True
    return any(_runs_on(wanted, pages[number:]) for number in range(len(pages)))


def fact_stands(fact: Fact, pages: Sequence[str], raw: Sequence[str]) -> bool:
    """Figures and days must stand by themselves, not within a longer figure; ``raw`` keeps the white between words."""
    if fact.kind not in _EXACT:
        return all(stands(line, pages) for line in fact.said.split("\n"))
    written = r"\s*".join(re.escape(character) for character in fact.said if not character.isspace())
    # 10月3日 is no part of a longer figure, whatever stands behind it.
    before = _NO_DIGIT_BEFORE if fact.said[:1].isdigit() else ""
    after = _NO_DIGIT_BEHIND if fact.said[-1:].isdigit() else ""
    alone = re.compile(f"{before}{written}{after}")
    return any(alone.search(page) for page in raw)


def _drawn(text: str) -> str:
    """A text as the pages give it back: typed characters that are never drawn have gone, kana have their marks."""
    return bare("".join(clusters(plain(text))))


def _runs_on(wanted: str, pages: Sequence[str]) -> bool:
    if not wanted:
        return True
    if not pages or len(wanted) < _LEAST_PIECE:
        return bool(pages) and wanted in pages[0]
    if wanted in pages[0]:
        return True
    length = _longest(wanted, pages[0])
    return length >= _LEAST_PIECE and _runs_on(wanted[length:], pages[1:])


def _longest(wanted: str, page: str) -> int:
    """How much of the text's beginning the page holds."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if wanted[:middle] in page:
            low = middle
        else:
            high = middle - 1
    return low


def _letter(letter: FilledLetter, language: Language) -> Iterator[Said]:
    yield Wording("文書番号", "Document number"), letter.number
    yield Wording("日付", "Date"), letter.day
    yield from _each(Wording("宛名", "Addressee"), letter.addressee)
    yield from _each(Wording("発信者", "Sender"), letter.sender)
    yield Wording("件名", "Subject"), letter.subject
    yield from _each(Wording("本文", "Body"), letter.paragraphs)
    for head, text in ((head, text) for head, text in letter.items if text.strip()):
        yield same(head), head
        yield from _each(same(head), text.split("\n"))
    yield from _each(Wording("添付書類", "Enclosures"), letter.enclosed)
    yield from _each(Wording("連絡先", "Contact"), letter.contact)
    if language is Language.EN:
        yield Wording("敬辞", "Salutation"), letter.salutation
    yield Wording("結語", "Closing"), letter.closing


def _form(form: FilledForm, language: Language) -> Iterator[Said]:
    yield Wording("様式番号", "Form number"), form.form_number
    yield Wording("表題", "Title"), form.title
    yield Wording("文書番号", "Document number"), form.number
    yield Wording("日付", "Date"), form.day
    yield from _each(Wording("宛名", "Addressee"), form.addressee)
    yield from _each(Wording("発信者", "Sender"), form.sender)
    yield Wording("備考", "Note"), form.note
    for block in form.blocks:
        yield from _block(block, language)


def _block(block: FilledBlock, language: Language) -> Iterator[Said]:
    match block:
        case str():
            yield from _each(Wording("本文", "Body"), block.split("\n"))
        case Heading() | Paragraph():
            yield from _each(Wording("本文", "Body"), block.text.in_(language).split("\n"))
        case FilledFields():
            for label, cell in block.rows:
                yield label, label.in_(language)
                yield from _cell(label, cell)
        case FilledPicture():
            yield Wording("写真の説明", "Caption"), block.caption
        case SignatureLines():
            yield from _each(Wording("署名欄", "Signature"), [one.in_(language) for one in block.labels])
        case FilledTable():
            yield from _table(block)


def _table(table: FilledTable) -> Iterator[Said]:
    yield from ((same(head), head) for head in table.heads)
    yield Wording("単位", "Unit"), table.unit or ""
    for number, row in enumerate((*table.rows, *([table.total] if table.total else [])), start=1):
        for head, cell in zip(table.heads, row, strict=True):
            yield from _cell(Wording(f"{head}・{number}行目", f"{head}, row {number}"), cell)


def _cell(label: Wording, cell: Cell) -> Iterator[Said]:
    for line in cell.text.split("\n"):
        yield label, line
    for tick, _ticked in cell.ticks:
        yield label, tick


def _each(label: Wording, texts: Sequence[str]) -> Iterator[Said]:
    for text in texts:
        yield label, text
