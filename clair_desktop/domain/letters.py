"""What the branch has entered of a programme's letters, by year: their wording, and whom at headquarters they address.

Wording carries: what was entered for a year stands in later ones until another is entered, and says that it does.
A form's number does not: one of an earlier year is to be confirmed, and is not printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clair_desktop.domain.document_parts import BODY, FORM_NUMBER, PARAGRAPHS, reworded
from clair_desktop.domain.documents import Document, Form, FormNumber, Pack
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class EnteredText:
    """One part of a document (``pack/document``) as the branch entered it for a project year."""

    document: str
    part: str
    year: FiscalYear
    text: Wording
    source: Source


@dataclass(frozen=True, slots=True)
class HeadquartersAddress:
    """Whom letters to headquarters address; without a title they go to the division itself (御中)."""

    division: Wording
    title: Wording
    address: Wording
    email: str


@dataclass(frozen=True, slots=True)
class EnteredAddressee:
    year: FiscalYear
    to: HeadquartersAddress
    source: Source


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Everything entered of one programme's letters, of whatever year."""

    texts: Sequence[EnteredText] = ()
    addressees: Sequence[EnteredAddressee] = ()

    def texts_in(self, year: FiscalYear, document: str) -> list[EnteredText]:
        """What stands in a year, in the order in which it is laid over; a whole body replaces earlier paragraphs."""
        latest: dict[str, EnteredText] = {}
        for one in sorted(self.texts, key=lambda one: (one.year, one.part != BODY)):
            if one.document == document and one.year <= year:
                if one.part == BODY:
                    latest = {key: kept for key, kept in latest.items() if not key.startswith(PARAGRAPHS)}
                latest[one.part] = one
        return sorted(latest.values(), key=lambda one: (one.year, one.part != BODY))

    def addressee_in(self, year: FiscalYear) -> EnteredAddressee | None:
        """The latest not after the year."""
        past = [one for one in self.addressees if one.year <= year]
        return max(past, key=lambda one: one.year, default=None)

    def up_to(self, year: FiscalYear) -> "Correspondence":
        """What may matter to a case of the year."""
        return Correspondence(
            [one for one in self.texts if one.year <= year], [one for one in self.addressees if one.year <= year]
        )


@dataclass(frozen=True, slots=True)
class DeclaredDocument:
    """A document that is printed in one pack or, word for word the same, in several; ``key`` names the first."""

    key: str
    packs: Sequence[Pack]
    document: Document


def declared_documents(packs: Sequence[Pack]) -> list[DeclaredDocument]:
    """The documents whose wording may be entered: all that leave the branch."""
    found: list[DeclaredDocument] = []
    for pack in packs:
        for document in pack.documents:
            if document.internal:
                continue
            place = next((n for n, one in enumerate(found) if one.document == document), None)
            if place is None:
                found.append(DeclaredDocument(f"{pack.key}/{document.key}", (pack,), document))
            else:
                known = found[place]
                found[place] = DeclaredDocument(known.key, (*known.packs, pack), document)
    return found


@dataclass(frozen=True, slots=True)
class NumberStanding:
    """A form's number in one year; one carried forward is to be confirmed and not printed."""

    document: DeclaredDocument
    number: FormNumber
    carried_forward: bool


def packs_in(packs: Sequence[Pack], year: FiscalYear, letters: Correspondence) -> list[Pack]:
    """The packs as they stand in a year: the documents of that year, numbered and worded as of that year."""
    laid = {id(pack): [one for one in pack.documents if one.stands_in(year)] for pack in packs}
    for known in declared_documents(packs):
        made = _in_year(known, year, letters)
        if made != known.document:
            for pack in known.packs:
                laid[id(pack)] = [made if one == known.document else one for one in laid[id(pack)]]
    return [pack.holding(laid[id(pack)]) for pack in packs]


def _in_year(known: DeclaredDocument, year: FiscalYear, letters: Correspondence) -> Document:
    standing = number_standing(known, year, letters)
    texts = [(one.part, one.text) for one in letters.texts_in(year, known.key) if one.part != FORM_NUMBER]
    if standing is not None and not standing.carried_forward:
        texts.append((FORM_NUMBER, standing.number.number))
    return reworded(declared_in(known.document, year), texts)


def declared_in(document: Document, year: FiscalYear) -> Document:
    """The document as it is declared for a year, before anything that the branch entered."""
    said = [pair for one in document.rewordings if one.since <= year for pair in one.texts.items()]
    return reworded(document, said)


def number_standings(packs: Sequence[Pack], year: FiscalYear, letters: Correspondence) -> Iterator[NumberStanding]:
    for known in declared_documents(packs):
        standing = number_standing(known, year, letters)
        if standing is not None:
            yield standing


def number_standing(known: DeclaredDocument, year: FiscalYear, letters: Correspondence) -> NumberStanding | None:
    """The latest number not after the year; what the branch entered for a year stands over what is declared for it."""
    if not isinstance(known.document.layout, Form):
        return None
    entered = [
        FormNumber(one.text, one.year, one.source)
        for one in letters.texts
        if (one.document, one.part) == (known.key, FORM_NUMBER)
    ]
    declared = known.document.layout.form_numbers
    past = [one for one in (*declared, *entered) if one.decided_for <= year]
    if not past:
        return None
    latest = max(enumerate(past), key=lambda place: (place[1].decided_for, place[0]))[1]
    return NumberStanding(known, latest, latest.decided_for != year)
