"""A pack's papers in their languages: all of one after all of the other, or paper by paper as each is wanted.

On a bilingual page every label stands in both languages and an answer once where it is the same in both. Letters stay
two, the English one right after the Japanese; so do papers whose two sides are not made of the same parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clair_desktop.domain.emphasis import BESIDE, both, english
from clair_desktop.domain.filled_papers import (
    Cell,
    FilledBlock,
    FilledDocument,
    FilledFields,
    FilledForm,
    FilledPack,
    FilledPicture,
    FilledTable,
)
from clair_desktop.domain.pack_languages import PaperLanguage
from clair_desktop.domain.plain_blocks import Heading, Paragraph, SignatureLines
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.output.pdf import words

BILINGUAL = "both"
"""The language of a document whose pages hold both, and of a pack whose papers do."""


def joined(packs: Sequence[FilledPack], plan: Sequence[PaperLanguage]) -> tuple[FilledPack, Sequence[int | None]]:
    """The pack filled in one language or in both, with each paper as the plan has it.

    Besides, where each document of the packs has gone; None for one that is not wanted.
    """
    if len(packs) == 1 or all(wanted is PaperLanguage.BOTH for wanted in plan):
        documents = [document for pack in packs for document in pack.documents]
        return _joined(packs, documents), range(len(documents))
    documents, places = _in_turn(packs, plan)
    return replace(_joined(packs, documents), in_turn=True), [
        place for pack in packs for place in places[pack.language]
    ]


def _in_turn(
    packs: Sequence[FilledPack], plan: Sequence[PaperLanguage]
) -> tuple[list[FilledDocument], Mapping[str, list[int | None]]]:
    """Paper by paper, the English one right after the Japanese where they stay two; the enclosures come once."""
    filled = {Language(pack.language): pack.documents for pack in packs}
    documents: list[FilledDocument] = []
    places: dict[str, list[int | None]] = {language.value: [] for language in Language}
    for one, other, wanted in zip(filled[Language.JA], filled[Language.EN], plan, strict=True):
        made = _one_paper(one, other) if wanted is PaperLanguage.BILINGUAL else None
        for language, document in ((Language.JA, one), (Language.EN, other)):
            if made is None and wanted.says(language):
                documents.append(document)
            elif made is not None and language is Language.JA:
                documents.append(made)
            places[language.value].append(len(documents) - 1 if wanted.says(language) else None)
    return documents, places


def _joined(packs: Sequence[FilledPack], documents: Sequence[FilledDocument]) -> FilledPack:
    """Called and listed in the language of all that leaves the branch; in the one asked for first where there are two."""
    layout = max((pack.layout for pack in packs), key=lambda one: one.full_digits)
    spoken = {one.language for one in documents if not one.internal} or {one.language for one in documents}
    told = next((pack for pack in packs if {pack.language} == spoken), packs[0])
    language = told.language if {told.language} == spoken else BILINGUAL
    return replace(told, documents=documents, layout=layout, language=language)


def _one_paper(ja: FilledDocument, en: FilledDocument) -> FilledDocument | None:
    """The form with both languages; None where it is a letter, or its two sides differ in build."""
    if not isinstance(ja.content, FilledForm) or not isinstance(en.content, FilledForm) or ja.internal:
        return None
    one, other = ja.content, en.content
    if len(one.blocks) != len(other.blocks) or not all(map(_alike, one.blocks, other.blocks)):
        return None
    note = english(f"{words.NOTE.en}: {other.note}") if other.note else ""
    made = replace(
        one,
        title=both(one.title, other.title),
        form_number=both(one.form_number, other.form_number, "\u3000"),
        note=f"{one.note}\n{note}" if note and one.note != other.note else one.note,
        blocks=[block for pair in zip(one.blocks, other.blocks, strict=True) for block in _blocks(*pair)],
        day=both(one.day, other.day, "\u3000"),
        addressee=_lines(one.addressee, other.addressee),
        sender=_lines(one.sender, other.sender),
    )
    name = ja.name if ja.name == en.name else f"{ja.name}{BESIDE}{en.name}"
    return replace(ja, name=name, language=BILINGUAL, content=made)


def _alike(one: FilledBlock, other: FilledBlock) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, FilledFields) and isinstance(other, FilledFields):
        return [label.ja for label, _cell in one.rows] == [label.ja for label, _cell in other.rows]
    if isinstance(one, FilledTable) and isinstance(other, FilledTable):
        return (len(one.heads), len(one.rows)) == (len(other.heads), len(other.rows))
    return True


def _blocks(one: FilledBlock, other: FilledBlock) -> Iterator[FilledBlock]:
    match one, other:
        case FilledFields(), FilledFields():
            rows = zip(one.rows, other.rows, strict=True)
            yield FilledFields(
                [(Wording(label.ja, other.en), _cell(cell, second)) for (label, cell), (other, second) in rows]
            )
        case FilledTable(), FilledTable():
            yield _table(one, other)
        case FilledPicture(), FilledPicture():
            alt = f"{one.alt}{BESIDE}{other.alt}"
            yield replace(one, caption=both(one.caption, other.caption), alt=alt)
        case _:
            yield from _words(one, other)


def _words(one: FilledBlock, other: FilledBlock) -> Iterator[FilledBlock]:
    match one, other:
        case Heading(), Heading():
            yield Heading(same(both(one.text.ja, other.text.en)))
        case Paragraph(), Paragraph():
            yield Paragraph(same(one.text.ja))
            if one.text.ja != other.text.en:
                yield Paragraph(same(english(other.text.en)))
        case str(), str():
            yield one
            if one != other:
                yield english(other)
        case SignatureLines(), SignatureLines():
            yield SignatureLines([same(both(label.ja, label.en, BESIDE)) for label in one.labels])
        case _:
            yield one


def _table(one: FilledTable, other: FilledTable) -> FilledTable:
    pairs = zip(one.rows, other.rows, strict=True)
    total = _row(one.total, other.total) if one.total and other.total else one.total
    widths = [max(pair) for pair in zip(one.widths, other.widths, strict=True)]
    return replace(
        one,
        heads=[both(*pair) for pair in zip(one.heads, other.heads, strict=True)],
        rows=[_row(*pair) for pair in pairs],
        widths=widths,
        total=total,
        unit=both(one.unit, other.unit or "", " ") if one.unit else None,
    )


def _row(one: Sequence[Cell], other: Sequence[Cell]) -> list[Cell]:
    return [_cell(cell, second) for cell, second in zip(one, other, strict=True)]


def _cell(one: Cell, other: Cell) -> Cell:
    """Boxes to tick stand once, each with its words in both languages."""
    ticks = zip(one.ticks, other.ticks, strict=False)
    told = [(both(label, second, BESIDE), ticked) for (label, ticked), (second, _ticked) in ticks]
    return replace(one, text=both(one.text, other.text), ticks=told if one.ticks else one.ticks)


def _lines(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """What reads alike in both, such as the head's own name, stands once."""
    return [*one, *(english(line) for line in other if line not in one)]
