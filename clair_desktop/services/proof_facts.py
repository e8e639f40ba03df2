"""The values of a case that its papers must hold, taken from what the documents declare and from what is on record."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from clair_desktop.domain.documents import Block, Document, FieldTable, Form, Letter, Pack, RowTable
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Rows, Yen
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.domain.placeholders import placeholders
from clair_desktop.domain.plain_blocks import Heading, Paragraph
from clair_desktop.domain.proofs import BOXES, Fact, FactKind
from clair_desktop.domain.wording import Wording, same
from clair_desktop.services.filling import Filling

_TOTAL = Wording("合計", "total")
_DATE = Wording("日付", "date")
_KINDS: Mapping[type[Field], FactKind] = {
    Yen: FactKind.AMOUNT,
    Count: FactKind.COUNT,
    Day: FactKind.DAY,
    Authority: FactKind.NAME,
    Country: FactKind.NAME,
}


def facts_on_paper(fillings: Sequence[Filling], pack: Pack) -> list[Fact]:
    """Every value that the pack's documents print, in the languages they print it in."""
    papers = [paper for filling in fillings for paper in filling.papers(pack)]
    return [fact for number, paper in enumerate(papers) for fact in _Paper(number, *paper).facts()]


class _Paper:
    """One document that is printed, and what fills it."""

    def __init__(self, number: int, filling: Filling, document: Document) -> None:
        self._number = number
        self._filling = filling
        self._layout = document.layout

    def facts(self) -> Iterator[Fact]:
        if isinstance(self._layout, Letter):
            yield from self._letter(self._layout)
        else:
            yield from self._form(self._layout)

    def _letter(self, letter: Letter) -> Iterator[Fact]:
        day = self._filling.day
        said = self._filling.dated(printed_date(day, self._filling.language))
        yield self._fact("date", _DATE, FactKind.DAY, day.isoformat(), said)
        texts = (letter.subject, *letter.paragraphs, *(item.text for item in letter.items))
        for text in texts:
            yield from self._placed(text)

    def _form(self, form: Form) -> Iterator[Fact]:
        for text in (form.title, *([form.note] if form.note else [])):
            yield from self._placed(text)
        for block in form.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Fact]:
        match block:
            case Heading() | Paragraph():
                yield from self._placed(block.text)
            case FieldTable():
                yield from self._fields(block.fields)
            case RowTable():
                yield from self._table(block)
            case _:
                return

    def _fields(self, keys: Sequence[str]) -> Iterator[Fact]:
        for asked, label, value in self._filling.answers_to(keys):
            if isinstance(asked, Rows):
                yield from self._table(RowTable(asked.key)) if value else ()
            elif isinstance(asked, Choice | Choices):
                yield from self._choice(asked, value)
            elif value not in (None, ""):
                said = self._filling.field_cell(asked, value).text
                yield self._answer(asked, asked.key, label, value, said)

    def _choice(self, asked: Choice | Choices, value: object) -> Iterator[Fact]:
        """A choice is said by all its boxes, so that one ticked too many is found as well."""
        if value in (None, ""):
            return
        ticks = self._filling.field_cell(asked, value).ticks
        said = "".join(f"{BOXES[ticked]}{label}" for label, ticked in ticks)
        chosen = value if isinstance(value, tuple) else (value,)
        yield self._fact(asked.key, asked.label, FactKind.CHOICE, ",".join(str(one) for one in chosen), said)

    def _table(self, table: RowTable) -> Iterator[Fact]:
        asked = cast(Rows, self._filling.sheet.edition.field(table.field))
        columns, rows = self._filling.columns(table), self._filling.rows(table)
        for number, row in enumerate(rows, start=1):
            for column in columns:
                value = row.get(column.key)
                said = self._filling.table_cell(column, value).text
                label = Wording(f"{column.label.ja}（{number}行目）", f"{column.label.en} (row {number})")
                if said:
                    yield self._answer(column, f"{asked.key}.{number}.{column.key}", label, value, said)
        if rows and asked.total in {column.key for column in columns}:
            amount = sum(one for row in rows if isinstance(one := row.get(asked.total or ""), int))
            label = Wording(f"{asked.label.ja}の{_TOTAL.ja}", f"{asked.label.en}: {_TOTAL.en}")
            yield self._fact(f"{asked.key}.total", label, FactKind.AMOUNT, str(amount), f"{amount:,}")

    def _placed(self, text: Wording) -> Iterator[Fact]:
        """What the ``{places}`` of a text must have become."""
        for key in placeholders(text.in_(self._filling.language)):
            said = self._filling.places.value(key)
            if said.strip():
                yield self._place(key, said)

    def _place(self, key: str, said: str) -> Fact:
        sheet, receiver = self._filling.sheet, self._filling.receiver
        if key == "date":
            return self._fact(key, _DATE, FactKind.DAY, self._filling.day.isoformat(), said)
        asked, value = sheet.edition.field(key), sheet.answers.get(key)
        if receiver is not None and "." in key:
            name = key.partition(".")[2]
            asked = next((one for one in receiver.table.columns if one.key == name), None)
            value, key = receiver.row.get(name), f"{receiver.table.key}.{receiver.number}.{name}"
        if asked is None or value is None:
            return self._fact(key, same(key), FactKind.TEXT, said, said)
        return self._answer(asked, key, asked.label, value, said)

    def _answer(self, asked: Field, key: str, label: Wording, value: object, said: str) -> Fact:
        kind = _KINDS.get(type(asked), FactKind.TEXT)
        stored = str(asked.store(value)) if kind in (FactKind.DAY, FactKind.COUNT) else str(value)
        return self._fact(key, label, kind, stored, said)

    def _fact(self, key: str, label: Wording, kind: FactKind, value: str, said: str) -> Fact:
        return Fact(self._number, key, label, kind, value, said)
