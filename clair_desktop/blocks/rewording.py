"""What documents of every year say otherwise from project year 2026 on; earlier years print as they did.

The words are ours: no source gives the English of these letters.
"""

from collections.abc import Mapping
from dataclasses import replace

from clair_desktop.domain.document_parts import parts_of
from clair_desktop.domain.documents import Document, Rewording
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Wording

SINCE = FiscalYear(2026)
MUST_ARRIVE = Wording("（<u>必着</u>）", " (<u>must arrive by this date</u>)")


def by(place: str) -> Wording:
    """A day by which papers must arrive, set off by an underline."""
    return Wording(f"{{{place}}}{MUST_ARRIVE.ja}", f"{{{place}}}{MUST_ARRIVE.en}")


def reworded_2026(document: Document, **texts: str | Wording) -> Document:
    """The document with other words for some of its parts, by their keys; a plain text is the English of the part."""
    declared = {part.key: part.text for part in parts_of(document)}
    said: Mapping[str, Wording] = {
        key: text if isinstance(text, Wording) else Wording(declared[key].ja, text) for key, text in texts.items()
    }
    return replace(document, rewordings=[Rewording(SINCE, said)])


def forwarding(letter: Document, what: Wording) -> Document:
    """A letter that carries ``what`` of the applicant up to headquarters (進達), in the English of today."""
    return reworded_2026(
        letter,
        subject=f"{what.en[0].upper()}{what.en[1:]} ({{programme}}, {{fiscal_year}})",
        paragraph_1=f"Please find enclosed the {what.en} submitted by {{applicant_name}}, together with the supporting "
        "documents. The particulars are set out below.",
    )
