"""What a notice would change of the letters: each text and addressee beside what is printed now, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from clair_desktop.domain.document_parts import FORM_NUMBER, parts_of
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import HeadquartersAddress, number_standing
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.desk import Desk
from clair_desktop.services.letter_checks import demand_document
from clair_desktop.services.letter_records import AddresseeEntry, TextEntry, addressee_entry, text_entry
from clair_desktop.services.notice_files import Notice

ADDRESSEE = Wording("宛名", "Addressee")
OF_SETTINGS = Wording("支部の設定の宛名", "as in the branch's settings")
LEFT_OUT = Wording("（なし）", "(none)")


@dataclass(frozen=True, slots=True)
class LetterDifference:
    """One entry: what it is called, what is printed now, and what would be."""

    entry: TextEntry | AddresseeEntry
    programme: Wording
    label: Wording
    before: Wording
    after: Wording
    changes: bool


def letter_differences(desk: Desk, notice: Notice) -> list[LetterDifference]:
    editions: dict[tuple[str, int], Edition] = {}

    def edition(entry: TextEntry | AddresseeEntry) -> Edition:
        key = (entry.programme, entry.year)
        if key not in editions:
            editions[key] = desk.edition(*key)
        return editions[key]

    texts = [_of_text(one, edition(one)) for one in notice.texts]
    return texts + [_of_addressee(one, edition(one)) for one in notice.addressees]


def entered_in(desk: Desk, programmes: Iterable[str], year: int) -> tuple[list[TextEntry], list[AddresseeEntry]]:
    """What the branch itself has entered of these programmes' letters for one year."""
    texts: list[TextEntry] = []
    addressees: list[AddresseeEntry] = []
    with desk.database.reading() as work:
        for key in programmes:
            texts += [text_entry(row) for row in work.text_revisions.all_for(key) if row.year == year]
            addressees += [addressee_entry(row) for row in work.addressee_revisions.all_for(key) if row.year == year]
    return texts, addressees


def letter_line(one: LetterDifference, language: Language) -> str:
    """As it stands in a notice's preview."""
    year = FiscalYear(one.entry.year).label().in_(language)
    source = one.entry.entry.source_title
    after = one.after.in_(language).replace("\n", " / ")
    return f"{year} {one.programme.in_(language)} {one.label.in_(language)}: {after}（{source}）"


def address_words(to: HeadquartersAddress) -> Wording:
    """The addressee in one line."""
    ja = [to.division.ja, f"{to.title.ja} 様" if to.title.ja else "御中", to.address.ja, to.email]
    en = [to.title.en, to.division.en, to.address.en, to.email]
    return Wording(" ".join(one for one in ja if one), ", ".join(one for one in en if one))


def _of_text(entry: TextEntry, edition: Edition) -> LetterDifference:
    declared = demand_document(edition.programme, entry.document)
    part = next(one for one in parts_of(declared.document) if one.key == entry.part)
    label = Wording(f"{declared.document.name.ja}の{part.name.ja}", f"{declared.document.name.en}: {part.name.en}")
    before = _printed(entry, edition)
    stands = any(
        (one.document, one.part, one.year) == (entry.document, entry.part, edition.year) and one.text == entry.text
        for one in edition.letters.texts
    )
    return LetterDifference(entry, edition.programme.name, label, _told(before), _told(entry.text), not stands)


def _printed(entry: TextEntry, edition: Edition) -> Wording:
    """What stands on paper now; a form number of an earlier year does not."""
    declared = demand_document(edition.programme, entry.document)
    if entry.part == FORM_NUMBER:
        standing = number_standing(declared, edition.year, edition.letters)
        return standing.number.number if standing and not standing.carried_forward else same("")
    packs = {pack.key: pack for pack in edition.packs()}
    documents = {one.key: one for one in packs[declared.packs[0].key].documents}
    printed = documents.get(declared.document.key, declared.document)
    return next((one.text for one in parts_of(printed) if one.key == entry.part), same(""))


def _of_addressee(entry: AddresseeEntry, edition: Edition) -> LetterDifference:
    standing = edition.letters.addressee_in(edition.year)
    before = address_words(standing.to) if standing else OF_SETTINGS
    changes = standing is None or (standing.year, standing.to) != (edition.year, entry.to)
    return LetterDifference(entry, edition.programme.name, ADDRESSEE, before, address_words(entry.to), changes)


def _told(text: Wording) -> Wording:
    return text if text.ja else LEFT_OUT
