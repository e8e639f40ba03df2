"""How letters are worded and addressed in a year, and what the branch enters where next year's differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clair_desktop.domain.document_parts import FORM_NUMBER, DocumentPart, parts_of
from clair_desktop.domain.documents import Document, Pack
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import (
    Correspondence,
    DeclaredDocument,
    EnteredAddressee,
    EnteredText,
    HeadquartersAddress,
    NumberStanding,
    declared_documents,
    declared_in,
    number_standing,
)
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.documents import Documents
from clair_desktop.services.entering import sourced
from clair_desktop.services.letter_checks import (
    checked_address,
    checked_text,
    demand_document,
    demand_part,
)
from clair_desktop.services.letter_lint import OfferedPlace, Remark, Version, lint, offered_places, versions
from clair_desktop.services.letter_records import (
    AddresseeEntry,
    Entry,
    TextEntry,
    addressee_row,
    correspondence,
    text_row,
)
from clair_desktop.services.printed import Printed
from clair_desktop.services.year_locks import demand_open_year


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a document in one year: what is declared, what is printed, and the entry it comes from, if any.

    A form's number has a ``number``; one of an earlier year is not printed.
    """

    part: DocumentPart
    text: Wording
    entered: EnteredText | None
    number: NumberStanding | None = None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document, the packs it stands in, and its parts in the year."""

    key: str
    name: Wording
    packs: Sequence[Pack]
    parts: Sequence[PartLine]


Entered = TextEntry | AddresseeEntry


class Letters:
    """Wording and addressees by programme and year; every entry is an act that undo takes back."""

    def __init__(self, desk: Desk, documents: Documents) -> None:
        self._desk = desk
        self._documents = documents

    def documents(self, programme: str, year: int) -> list[DocumentLine]:
        """The documents of a year whose wording may be entered, in the order of their packs."""
        edition = self._desk.edition(programme, year)
        declared = declared_documents(edition.programme.packs)
        return [_line(one, edition) for one in declared if one.document.stands_in(edition.year)]

    def addressee(self, programme: str, year: int) -> EnteredAddressee | None:
        """What was entered for the year or an earlier one; ``None`` leaves the addressee of the branch's settings."""
        edition = self._desk.edition(programme, year)
        return edition.letters.addressee_in(edition.year)

    def today(self) -> date:
        return self._desk.clock.today()

    def years(self) -> list[int]:
        """The project years for which something was entered."""
        found = [self._desk.letters(key) for key in self._desk.programmes]
        texts = {one.year.start_year for kept in found for one in kept.texts}
        return sorted(texts | {one.year.start_year for kept in found for one in kept.addressees}, reverse=True)

    def enter(
        self,
        programme: str,
        document: str,
        part: str,
        year: int,
        text: Wording,
        *,
        source_title: str,
        locator: str = "",
    ) -> None:
        """Word a part of a document for one project year and those after it."""
        one = self.checked(programme, document, part, year, text, source_title=source_title, locator=locator)
        declared = demand_document(self._desk.programme(programme), document).document
        title = Wording(f"文面の入力：{declared.name.ja}", f"Wording entered: {declared.name.en}")
        with self._desk.database.work(title) as work:
            self.put(work, one, self._desk.database.who)
        self._desk.changed()

    def checked(
        self, programme: str, document: str, part: str, year: int, text: Wording, *, source_title: str, locator: str
    ) -> TextEntry:
        """The entry as it would be kept; refused in words where it could not be printed."""
        declared = self._desk.programme(programme)
        known = demand_part(declared, document, part)
        kept = checked_text(declared, demand_document(declared, document), known, text)
        return TextEntry(programme, document, part, year, kept, self._entry(source_title, locator))

    def withdraw(self, programme: str, document: str, part: str, year: int) -> None:
        """Take an own text back; that of an earlier year stands again, or the declared one."""
        declared = self._desk.programme(programme)
        known = demand_part(declared, document, part)
        title = Wording(f"文面の取消：{known.name.ja}", f"Wording withdrawn: {known.name.en}")
        with self._desk.database.work(title) as work:
            demand_open_year(work, year)
            kept = work.text_revisions.get(programme, document, part, year)
            if kept is None:
                raise _nothing_entered(known.name, year)
            work.text_revisions.remove(kept)
        self._desk.changed()

    def enter_addressee(
        self, programme: str, year: int, to: HeadquartersAddress, *, source_title: str, locator: str = ""
    ) -> None:
        """Say whom letters of a project year, and of those after it, address at headquarters."""
        name = self._desk.programme(programme).name
        kept = checked_address(to)
        one = AddresseeEntry(programme, year, kept, self._entry(source_title, locator))
        with self._desk.database.work(Wording(f"宛名の入力：{name.ja}", f"Addressee entered: {name.en}")) as work:
            self.put(work, one, self._desk.database.who)
        self._desk.changed()

    def withdraw_addressee(self, programme: str, year: int) -> None:
        name = self._desk.programme(programme).name
        with self._desk.database.work(Wording(f"宛名の取消：{name.ja}", f"Addressee withdrawn: {name.en}")) as work:
            demand_open_year(work, year)
            kept = work.addressee_revisions.get(programme, year)
            if kept is None:
                raise _nothing_entered(Wording("宛名", "addressee"), year)
            work.addressee_revisions.remove(kept)
        self._desk.changed()

    def put(self, work: Work, one: Entered, by: str) -> None:
        """Keep an entry in the name of whoever says so; what papers of a locked year say is settled."""
        demand_open_year(work, one.year)
        at = self._desk.clock.now()
        if isinstance(one, TextEntry):
            work.text_revisions.put(text_row(one, by, at))
        else:
            work.addressee_revisions.put(addressee_row(one, by, at))

    def places(self, programme: str, document: str, part: str) -> list[OfferedPlace]:
        """What may stand in braces in a part, and what each is filled with."""
        declared = self._desk.programme(programme)
        return offered_places(declared, demand_document(declared, document), demand_part(declared, document, part))

    def lint(self, programme: str, document: str, part: str, text: Wording) -> list[Remark]:
        """What is to be said of a text before it is entered."""
        declared = self._desk.programme(programme)
        return lint(declared, demand_document(declared, document), demand_part(declared, document, part), text)

    def versions(self, programme: str, document: str, part: str) -> list[Version]:
        """Every text that was ever entered for a part, the latest first."""
        with self._desk.database.reading() as work:
            return versions(work, programme, document, part)

    def preview(
        self,
        programme: str,
        year: int,
        document: str,
        languages: Sequence[Language],
        out: Path,
        *,
        draft: Entered | None = None,
        case: str | None = None,
    ) -> Printed:
        """One document on paper as it would look with what is being typed, for a case or a worked example."""
        declared = demand_document(self._desk.programme(programme), document)
        edition = self._desk.edition(programme, year)
        edition = replace(edition, letters=overlaid(edition.letters, [draft] if draft else []))
        key = document.partition("/")
        return self._documents.single(edition, declared.packs[0].key, key[2], languages, out, case=case)

    def _entry(self, source_title: str, locator: str) -> Entry:
        document, place = sourced(source_title, locator)
        return Entry(document, place, self._desk.clock.today())


def overlaid(letters: Correspondence, entries: Sequence[Entered]) -> Correspondence:
    """The letters as they would be with these entries; each takes the place of one of the same part and year."""
    texts = [one for one in entries if isinstance(one, TextEntry)]
    addressees = [one for one in entries if isinstance(one, AddresseeEntry)]
    new = correspondence(texts, addressees)
    replaced = {(one.document, one.part, one.year) for one in new.texts}
    years = {one.year for one in new.addressees}
    return Correspondence(
        [*(one for one in letters.texts if (one.document, one.part, one.year) not in replaced), *new.texts],
        [*(one for one in letters.addressees if one.year not in years), *new.addressees],
    )


def _line(declared: DeclaredDocument, edition: Edition) -> DocumentLine:
    standing = number_standing(declared, edition.year, edition.letters)
    entered = {one.part: one for one in edition.letters.texts_in(edition.year, declared.key)}
    printed = {one.key: one.text for one in parts_of(_in_edition(declared, edition))}
    parts = [
        PartLine(
            one,
            printed.get(one.key, Wording("", "")),
            entered.get(one.key),
            standing if one.key == FORM_NUMBER else None,
        )
        for one in parts_of(declared_in(declared.document, edition.year))
    ]
    return DocumentLine(declared.key, declared.document.name, declared.packs, parts)


def _in_edition(declared: DeclaredDocument, edition: Edition) -> Document:
    pack = next(one for one in edition.packs() if one.key == declared.packs[0].key)
    return next(one for one in pack.documents if one.key == declared.document.key)


def _nothing_entered(name: Wording, year: int) -> Refusal:
    label = FiscalYear(year).label()
    return Refusal(
        Wording(
            f"{label.ja}の「{name.ja}」に支部の入力はありません。",
            f"The branch has entered nothing for “{name.en}” in {label.en}.",
        )
    )
