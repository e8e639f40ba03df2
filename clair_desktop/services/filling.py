"""From a case to papers ready to be set: every place filled, every answer in its printed form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from clair_desktop.domain.asked import Asked
from clair_desktop.domain.documents import (
    Addressee,
    Block,
    Checklist,
    Document,
    EnclosureList,
    FieldTable,
    Form,
    Letter,
    Pack,
    PartTable,
    Party,
    Pictures,
    RowTable,
)
from clair_desktop.domain.emphasis import marked
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.fields import Day, Field, Rows, Yen
from clair_desktop.domain.filled_papers import (
    Cell,
    FilledBlock,
    FilledDocument,
    FilledEnclosure,
    FilledFields,
    FilledForm,
    FilledLetter,
    FilledPack,
    FilledTable,
)
from clair_desktop.domain.making_up import AS_EVER, MakeUp
from clair_desktop.domain.paper_style import CLOSED
from clair_desktop.domain.parties import Names
from clair_desktop.domain.plain_blocks import Heading, PageBreak, Paragraph, SignatureLines
from clair_desktop.domain.rulings import Finding
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.branch import BranchProfile
from clair_desktop.services.cells import column_width, field_cell, table_cell
from clair_desktop.services.checklist import checklist_blocks
from clair_desktop.services.enclosed_papers import EnclosedPapers, enclosure_name
from clair_desktop.services.left_out import LeftOut, left_out_table
from clair_desktop.services.letter_heads import LetterHeads
from clair_desktop.services.letter_values import LetterValues
from clair_desktop.services.letterhead import (
    contact_lines,
    emblem_of,
)
from clair_desktop.services.needed import sent_on, sent_on_labels
from clair_desktop.services.places import Places
from clair_desktop.services.receivers import Receiver
from clair_desktop.services.sheets import CaseSheet, EnclosureLine

_NO = Wording("No.", "No.")
_UNIT_YEN = Wording("（単位：円）", "(in yen)")
_TOTAL = Wording("合計", "Total")
_MISSING = Wording("（未添付）", " (not enclosed yet)")
_NO_ENCLOSURES = Wording("添付書類はありません。", "There are no enclosures.")


@dataclass(frozen=True, slots=True)
class Filling:
    """One printing: the case, how the branch signs, the day and number the letters carry, the language."""

    sheet: CaseSheet
    findings: Sequence[Finding]
    profile: BranchProfile
    names: Names
    language: Language
    day: date
    number: str
    values: LetterValues
    receivers: Sequence[Receiver] = ()  # of a pack that is made row by row
    receiver: Receiver | None = None  # the one whose papers are being filled
    made_up: MakeUp = AS_EVER
    left_out: Sequence[LeftOut] = ()  # enclosures of the case that do not go with the pack
    proven: Mapping[str, int] = field(default_factory=dict)  # how many values of each kind the proof compares

    def pack(self, pack: Pack) -> FilledPack:
        documents = [filling.document(one, pack) for filling, one in self.papers(pack)]
        return FilledPack(
            title=f"{pack.name.in_(self.language)}　{self.sheet.title}".strip(),
            case_number=self.sheet.number,
            language=self.language.value,
            documents=documents,
            enclosures=[self._enclosed(line) for line in self.enclosed.others] if pack.binds_enclosures else [],
            sample=self.sheet.sample,
            made_on=self.day.isoformat(),
            apart=pack.each is not None,
            layout=self.profile.papers.layout_in(self.language),
        )

    @property
    def enclosed(self) -> EnclosedPapers:
        return EnclosedPapers(self.sheet.enclosures, self.made_up)

    @property
    def places(self) -> Places:
        return Places(
            self.sheet, self.profile, self.names, self.language, self.day, self.number,
            self.values.association, self.receiver,
        )  # fmt: skip

    @property
    def heads(self) -> LetterHeads:
        return LetterHeads(self.sheet, self.profile, self.names, self.values.association, self.language)

    def papers(self, pack: Pack) -> "list[tuple[Filling, Document]]":
        """The documents that are filled, in their order; each receiver's with the filling that is his."""
        rows = [replace(self, receiver=one) for one in self.receivers] if pack.each else [self]
        return [(filling, document) for filling in rows for document in filling.own_papers(pack)]

    def own_papers(self, pack: Pack) -> list[Document]:
        """The pack's documents that have something to say; to a receiver of his own, something to tell him."""
        return [one for one in pack.documents if self._has_its_papers(one) and self._tells(one)]

    def _has_its_papers(self, document: Document) -> bool:
        return not document.only_with_enclosures or bool(self.sheet.enclosures)

    def _tells(self, document: Document) -> bool:
        """Whether one at least of an annex's tables has a row, where it goes to a receiver of his own or says only rows.

        A specimen shows the empty table, so that everybody sees what is asked.
        """
        if self.receiver is None and not (document.only_with_rows and self.sheet.id):
            return True
        blocks = document.layout.blocks if isinstance(document.layout, Form) else ()
        tables = [block for block in blocks if isinstance(block, RowTable)]
        return not tables or any(self.rows(table) for table in tables)

    def rows(self, table: RowTable) -> list[Mapping[str, object]]:
        return [row for _place, row in self._placed(table)]

    def _placed(self, table: RowTable) -> list[tuple[int, Mapping[str, object]]]:
        """The rows to print, each with its number in the entry, from 1."""
        answered = cast("Sequence[Mapping[str, object]]", self.sheet.answers.get(table.field, ()))
        number = self.receiver.number if self.receiver else None
        return [(place, row) for place, row in enumerate(answered, start=1) if table.shows(row, number)]

    def document(self, document: Document, pack: Pack) -> FilledDocument:
        layout = document.layout
        name = document.name.in_(self.language)
        content = self._letter(layout, pack, document) if isinstance(layout, Letter) else self._form(layout, pack)
        number = self.receiver.number if self.receiver else 0
        return FilledDocument(name, self.language.value, content, document.internal, number)

    def _letter(self, letter: Letter, pack: Pack, itself: Document) -> FilledLetter:
        places = self.places
        filled = [(self._worded(item.head), places.fill(item.text), item.text) for item in letter.items]
        said = [(head, text, places.asked(source)) for head, text, source in filled if text.strip()]
        enclosed = self._attached(pack, itself) if letter.lists_documents else []
        return FilledLetter(
            number=self.number,
            day=self.dated(printed_date(self.day, self.language)),
            addressee=self._addressee(letter.to),
            sender=self._filled(letter.signature) or self.heads.sender(letter.sender),
            seal_omitted=self.profile.seal_omitted and letter.sender is Party.BRANCH,
            subject=places.fill(letter.subject),
            paragraphs=[text for paragraph in letter.paragraphs if (text := places.fill(paragraph).rstrip())],
            items=[(head, text) for head, text, _asked in said],
            asked=[asked for _head, _text, asked in said],
            enclosed=enclosed,
            contact=self._contact(letter),
            salutation=self._salutation(letter.to) if self.language is Language.EN else "",
            emblem=emblem_of(self.profile, self.language) if letter.sender is Party.BRANCH else None,
            closing=CLOSED if self.profile.papers.closed and self.language is Language.JA else "",
        )

    def _contact(self, letter: Letter) -> Sequence[str]:
        return contact_lines(self.profile, self.language) if letter.contact is None else self._filled(letter.contact)

    def _filled(self, lines: Sequence[Wording]) -> list[str]:
        """The lines that have something to say; an answer of several lines stands on several."""
        return [part for line in lines for part in self.places.fill(line).split("\n") if part.strip()]

    def _form(self, form: Form, pack: Pack) -> FilledForm:
        """An addressed form of the first pack is dated by its receipt, a later one by the day it goes on."""
        first = pack.key == self.sheet.edition.packs()[0].key
        day = self.dated(printed_date(self.sheet.received_on if first else self.day, self.language))
        return FilledForm(
            title=self.places.fill(form.title),
            form_number=form.form_number.in_(self.language) if form.form_number else "",
            note=self.places.fill(form.note) if form.note else "",
            blocks=[filled for block in self._said(form.blocks) for filled in self._block(block)],
            day=day if form.to else "",
            addressee=self._addressee(form.to) if form.to else [],
            sender=self.heads.sender(form.sender) if form.sender else [],
        )

    def _attached(self, pack: Pack, itself: Document) -> list[str]:
        """The pack's other papers that leave the branch, then the enclosures."""
        others = [one for one in self.own_papers(pack) if one is not itself and not one.internal]
        papers = [one.name.in_(self.language) for one in others]
        if pack.merges_enclosures:
            lines = self.enclosed.others if pack.binds_enclosures else self.sheet.enclosures
            papers += [enclosure_name(line, self.language) for line in lines]
        return papers + self._still_to_enclose(pack)

    def _still_to_enclose(self, pack: Pack) -> list[str]:
        """What the letter sends on where its file does not stand among the enclosures: in a specimen, or looked at alone."""
        if not pack.needs.enclosed or (pack.merges_enclosures and sent_on(pack, self.sheet)):
            return []
        label = sent_on_labels(pack, self.sheet.edition)[-1].in_(self.language)
        return [label] if not self.sheet.id or sent_on(pack, self.sheet) else [f"{label}{_MISSING.in_(self.language)}"]

    def _addressee(self, party: Party | Addressee) -> list[str]:
        if isinstance(party, Addressee):
            return self._filled(party.lines)
        return self.heads.addressee(party)

    def dated(self, text: str) -> str:
        return self.profile.papers.dated(text, self.language)

    def _worded(self, wording: Wording) -> str:
        return marked(self.profile.papers.worded(wording.in_(self.language), self.language))

    def _label(self, label: Wording) -> Wording:
        return Wording(self.profile.papers.worded(label.ja, Language.JA), label.en)

    def field_cell(self, asked: Field, value: object) -> Cell:
        """An answer as the office prints it beside its label."""
        return self._styled(asked, field_cell(asked, value, self.language, self.names))

    def table_cell(self, asked: Field, value: object) -> Cell:
        """An answer as the office prints it in a row."""
        return self._styled(asked, table_cell(asked, value, self.language, self.names))

    def _styled(self, asked: Field, cell: Cell) -> Cell:
        """Days as the office writes them; what was typed stays as it was typed."""
        return replace(cell, text=self.dated(cell.text)) if isinstance(asked, Day) and cell.text else cell

    def _salutation(self, party: Party | Addressee) -> str:
        if isinstance(party, Addressee):
            return self.places.fill(party.salutation) or "Dear Sir or Madam,"
        return self.heads.salutation(party)

    def _enclosed(self, line: EnclosureLine) -> FilledEnclosure:
        attached = self.enclosed.attached_name(line)
        return FilledEnclosure(enclosure_name(line, self.language), line.media_type, None, line.sha256, attached)

    def _said(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks to print: where nothing is enclosed, no sentence announces what follows."""
        if self.sheet.enclosures or not any(isinstance(block, EnclosureList) for block in blocks):
            return list(blocks)
        after = [*blocks[1:], None]
        return [one for one, then in zip(blocks, after, strict=True) if not _announces(one, then)]

    def _block(self, block: Block) -> Iterator[FilledBlock]:
        match block:
            case Heading() | Paragraph():
                text = self.places.fill(block.text)
                yield type(block)(same(text))
            case FieldTable():
                yield FilledFields(tuple(self._field_rows(block.fields)))
                yield from self._tables_within(block.fields)
            case RowTable():
                yield self._row_table(block)
            case EnclosureList() | Pictures():
                yield from self._enclosures(block)
            case PartTable():
                yield from self._part_table()
            case SignatureLines() | PageBreak():
                yield block
            case Checklist():
                yield from checklist_blocks(self.sheet, self.findings, self.values, self.language, self.proven)
                yield from left_out_table(self.left_out, self.language)

    def _enclosures(self, block: EnclosureList | Pictures) -> Iterator[FilledBlock]:
        if isinstance(block, Pictures):
            yield from self.enclosed.pictures(block, self.language)
        else:
            yield self.enclosed.table(self.language) if self.sheet.enclosures else Paragraph(_NO_ENCLOSURES)

    def asked(self, keys: Sequence[str]) -> Iterator[Field]:
        sections = {section.key: section for section in self.sheet.edition.sections()}
        for key in keys:
            if key in sections:
                yield from sections[key].fields
            elif (one := self.sheet.edition.field(key)) is not None:
                yield one

    def answers_to(self, keys: Sequence[str]) -> Iterator[tuple[Field, Wording, object]]:
        """Each question with its label and its answer; an English paper that asks only for the Japanese title says the
        English one, where there is one.
        """
        listed = list(self.asked(keys))
        known = {one.key for one in listed}
        for asked in listed:
            english = self.sheet.edition.field(f"{asked.key}_en")
            value = self.sheet.answers.get(english.key) if english and english.key not in known else None
            if self.language is Language.EN and english and value:
                yield english, Wording(asked.label.ja, english.label.en.removesuffix(" in English")), value
            else:
                yield asked, asked.label, self.sheet.answers.get(asked.key)

    def _field_rows(self, keys: Sequence[str]) -> Iterator[tuple[Wording, Cell]]:
        for asked, label, value in self.answers_to(keys):
            if isinstance(asked, Rows) or (value in (None, "") and not asked.required):
                continue
            yield self._label(label), replace(self.field_cell(asked, value), asked=Asked(asked.key))

    def _tables_within(self, keys: Sequence[str]) -> Iterator[Heading | FilledTable]:
        """Row tables among the fields of a form stand below it, each under its own name."""
        for asked in self.asked(keys):
            if isinstance(asked, Rows) and self.sheet.answers.get(asked.key):
                yield Heading(self._label(asked.label))
                yield self._row_table(RowTable(asked.key))

    def _row_table(self, table: RowTable) -> FilledTable:
        asked = cast(Rows, self.sheet.edition.field(table.field))
        rows = self.rows(table)
        columns = self.columns(table)
        filled = [
            self._row(number, placed, columns, table) for number, placed in enumerate(self._placed(table), start=1)
        ]
        heads = [self._worded(column.label) for column in columns]
        widths = [column_width(column, rows, self.language, self.names) for column in columns]
        if table.numbered:
            heads, widths = [_NO.in_(self.language), *heads], [3.4, *widths]
        if table.blank_column:
            heads, widths = [*heads, table.blank_column.in_(self.language)], [*widths, 18.0]
        has_yen = any(isinstance(column, Yen) for column in columns)
        unit = _UNIT_YEN.in_(self.language) if has_yen else None
        total = self._total(asked, columns, rows, table) if asked.total and rows else None
        return FilledTable(
            heads, filled, widths, total, unit, table.landscape, to_fill_in=table.blank_column is not None
        )

    def columns(self, table: RowTable) -> list[Field]:
        """Those the table prints: what was asked for and anybody has answered, or must answer."""
        asked, rows = cast(Rows, self.sheet.edition.field(table.field)), self.rows(table)
        columns = [asked.column(key) for key in table.columns] if table.columns else list(asked.columns)
        return [c for c in columns if c.required or any(c.key in row for row in rows)]

    def _row(
        self, number: int, placed: tuple[int, Mapping[str, object]], columns: Sequence[Field], table: RowTable
    ) -> list[Cell]:
        place, row = placed
        cells = [
            replace(self.table_cell(column, row.get(column.key)), asked=Asked(table.field, place, column.key))
            for column in columns
        ]
        first = [Cell(str(number))] if table.numbered else []
        return [*first, *cells, *([Cell("")] if table.blank_column else [])]

    def _total(
        self, asked: Rows, columns: Sequence[Field], rows: Sequence[Mapping[str, object]], table: RowTable
    ) -> list[Cell]:
        amount = sum(value for row in rows if isinstance(value := row.get(asked.total or ""), int))
        cells = [Cell(f"{amount:,}", number=True) if c.key == asked.total else Cell("") for c in columns]
        word = Cell(_TOTAL.in_(self.language))
        return [word, *cells] if table.numbered else [word, *cells[1:]]

    def _part_table(self) -> Iterator[FilledTable]:
        if not self.sheet.parts:
            return
        heads = Wording("事務所", "Office"), Wording("状態", "State"), Wording("日付", "Day"), Wording("備考", "Note")
        rows = [
            [
                Cell(line.name.in_(self.language)),
                Cell(line.state.label.in_(self.language)),
                Cell(self.dated(printed_date(line.answered_on, self.language)) if line.answered_on else ""),
                Cell(line.note or line.reason.in_(self.language)),
            ]
            for line in self.sheet.parts
        ]
        yield FilledTable([head.in_(self.language) for head in heads], rows, [16, 10, 12, 20])


def _announces(block: Block, then: Block | None) -> bool:
    return isinstance(block, Paragraph) and isinstance(then, EnclosureList)
