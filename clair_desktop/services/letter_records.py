"""Letters by year on their way to the file and back: what the branch enters, and what a closed case keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, cast

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import Correspondence, EnteredAddressee, EnteredText, HeadquartersAddress
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import AddresseeRevisionRow, TextRevisionRow
from clair_desktop.model.work import Work
from clair_desktop.services.rulebooks import entered_source

_Kept = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry comes from: the document somebody looked it up in, the place, the day, and who says so."""

    source_title: str
    locator: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A part of a document for one year, as it is typed, sent in a notice, or kept."""

    programme: str
    document: str
    part: str
    year: int
    text: Wording
    entry: Entry


@dataclass(frozen=True, slots=True)
class AddresseeEntry:
    """Headquarters' addressee for one year."""

    programme: str
    year: int
    to: HeadquartersAddress
    entry: Entry


class _Sourced(Protocol):
    source_title: str
    locator: str
    checked_on: date


def text_entry(row: TextRevisionRow) -> TextEntry:
    text = Wording(row.text_ja, row.text_en)
    return TextEntry(row.programme, row.document, row.part, row.year, text, _entry_of(row))


def addressee_entry(row: AddresseeRevisionRow) -> AddresseeEntry:
    to = HeadquartersAddress(
        Wording(row.division_ja, row.division_en),
        Wording(row.title_ja, row.title_en),
        Wording(row.address_ja, row.address_en),
        row.email,
    )
    return AddresseeEntry(row.programme, row.year, to, _entry_of(row))


def text_row(one: TextEntry, by: str, at: datetime) -> TextRevisionRow:
    return TextRevisionRow(
        programme=one.programme,
        document=one.document,
        part=one.part,
        year=one.year,
        text_ja=one.text.ja,
        text_en=one.text.en,
        source_title=one.entry.source_title,
        locator=one.entry.locator,
        checked_on=one.entry.checked_on,
        entered_by=by,
        entered_at=at,
    )


def addressee_row(one: AddresseeEntry, by: str, at: datetime) -> AddresseeRevisionRow:
    return AddresseeRevisionRow(
        programme=one.programme,
        year=one.year,
        division_ja=one.to.division.ja,
        division_en=one.to.division.en,
        title_ja=one.to.title.ja,
        title_en=one.to.title.en,
        address_ja=one.to.address.ja,
        address_en=one.to.address.en,
        email=one.to.email,
        source_title=one.entry.source_title,
        locator=one.entry.locator,
        checked_on=one.entry.checked_on,
        entered_by=by,
        entered_at=at,
    )


def entered_letters(work: Work, programme: str) -> Correspondence:
    """What the branch has entered of a programme's letters."""
    texts = [text_entry(row) for row in work.text_revisions.all_for(programme)]
    return correspondence(texts, [addressee_entry(row) for row in work.addressee_revisions.all_for(programme)])


def correspondence(texts: Iterable[TextEntry], addressees: Iterable[AddresseeEntry]) -> Correspondence:
    return Correspondence(
        [EnteredText(t.document, t.part, FiscalYear(t.year), t.text, _source(t.entry)) for t in texts],
        [EnteredAddressee(FiscalYear(one.year), one.to, _source(one.entry)) for one in addressees],
    )


def frozen_letters(letters: Correspondence) -> dict[str, object]:
    """What a closed case keeps of its letters: all that may stand in its papers, each with its source."""
    return {
        "texts": [
            {"document": t.document, "part": t.part, "year": t.year.start_year, "text": _both(t.text)} | _kept(t.source)
            for t in letters.texts
        ],
        "addressees": [
            {"year": one.year.start_year, "to": kept_address(one.to)} | _kept(one.source) for one in letters.addressees
        ],
    }


def thawed_letters(kept: _Kept) -> Correspondence:
    """The letters that a case was closed with; a file of an earlier program, which knew of none, has none."""
    texts = cast("Sequence[_Kept]", kept.get("texts", ()))
    addressees = cast("Sequence[_Kept]", kept.get("addressees", ()))
    return Correspondence(
        [EnteredText(str(t["document"]), str(t["part"]), _year(t), _wording(t["text"]), _source_of(t)) for t in texts],
        [EnteredAddressee(_year(one), read_address(cast(_Kept, one["to"])), _source_of(one)) for one in addressees],
    )


def kept_address(to: HeadquartersAddress) -> dict[str, object]:
    return {
        "division": _both(to.division),
        "title": _both(to.title),
        "address": _both(to.address),
        "email": to.email,
    }


def read_address(kept: _Kept) -> HeadquartersAddress:
    return HeadquartersAddress(
        _wording(kept["division"]), _wording(kept["title"]), _wording(kept["address"]), str(kept["email"])
    )


def _entry_of(row: _Sourced) -> Entry:
    return Entry(row.source_title, row.locator, row.checked_on)


def _source(entry: Entry) -> Source:
    return entered_source(entry.source_title, entry.locator, entry.checked_on)


def _kept(source: Source) -> dict[str, object]:
    return {
        "source_title": source.title.ja,
        "locator": source.locator.ja,
        "checked_on": source.checked_on.isoformat(),
    }


def _source_of(kept: _Kept) -> Source:
    title, locator = str(kept["source_title"]), str(kept["locator"])
    return entered_source(title, locator, date.fromisoformat(str(kept["checked_on"])))


def _both(wording: Wording) -> dict[str, str]:
    return {"ja": wording.ja, "en": wording.en}


def _wording(kept: object) -> Wording:
    sides = cast("Mapping[str, str]", kept)
    return Wording(sides["ja"], sides["en"])


def _year(kept: _Kept) -> FiscalYear:
    return FiscalYear(cast(int, kept["year"]))
