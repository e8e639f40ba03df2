"""The part of a rule notice that is about letters: wording and addressees, as JSON and back.

A file has it from format 2 on.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

from clair_desktop.domain.letters import HeadquartersAddress
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Malformed, Refusal, cited
from clair_desktop.domain.typed import read_text
from clair_desktop.domain.wording import Wording
from clair_desktop.services.letter_checks import checked_address, checked_text, demand_document, find_part
from clair_desktop.services.letter_records import AddresseeEntry, Entry, TextEntry, kept_address

_Sent = Mapping[str, object]
_Programmes = Mapping[str, Programme]
_YEARS = range(1988, 2101)
_One = TypeVar("_One", TextEntry, AddresseeEntry)


def kept_text(one: TextEntry) -> dict[str, object]:
    text = {"ja": one.text.ja, "en": one.text.en}
    place = {"programme": one.programme, "document": one.document, "part": one.part, "year": one.year}
    return place | {"text": text} | kept_entry(one.entry)


def kept_addressee(one: AddresseeEntry) -> dict[str, object]:
    return {"programme": one.programme, "year": one.year, "to": kept_address(one.to)} | kept_entry(one.entry)


def kept_entry(entry: Entry) -> dict[str, object]:
    return {
        "source_title": entry.source_title,
        "locator": entry.locator,
        "checked_on": entry.checked_on.isoformat(),
    }


def unknown_letters(texts: Sequence[_Sent], addressees: Sequence[_Sent], programmes: _Programmes) -> list[Wording]:
    """What this program has no place for: a document or part that a newer one has added, or a programme."""
    found = []
    for number, one in enumerate(texts, start=1):
        names = [cited(str(one.get(key))) for key in ("programme", "document", "part")]
        programme = programmes.get(str(one.get("programme")))
        if programme is None or find_part(programme, str(one.get("document")), str(one.get("part"))) is None:
            told = "・".join(names)
            found.append(Wording(f"文面の{number}件目：「{told}」", f"Wording {number}: “{' / '.join(names)}”"))
    for number, one in enumerate(addressees, start=1):
        if str(one.get("programme")) not in programmes:
            name = cited(str(one.get("programme")))
            found.append(Wording(f"宛名の{number}件目：「{name}」", f"Addressee {number}: “{name}”"))
    return found


def read_texts(sent: Sequence[_Sent], programmes: _Programmes, faulty: list[Wording]) -> list[TextEntry]:
    """Every text; those that cannot be read are told in ``faulty``."""
    return _each(
        sent,
        lambda one: _text(one, programmes),
        lambda one: (one.programme, one.document, one.part, one.year),
        Wording("文面の", "Wording"),
        faulty,
    )


def read_addressees(sent: Sequence[_Sent], faulty: list[Wording]) -> list[AddresseeEntry]:
    return _each(sent, _addressee, lambda one: (one.programme, one.year), Wording("宛名の", "Addressee"), faulty)


def _each(
    sent: Sequence[_Sent],
    read: Callable[[_Sent], _One],
    key: Callable[[_One], object],
    what: Wording,
    faulty: list[Wording],
) -> list[_One]:
    found: dict[object, _One] = {}
    for number, one in enumerate(sent, start=1):
        try:
            entry = read(one)
        except Malformed as complaint:
            said = complaint.wording
        except Refusal as refusal:
            said = refusal.wording
        else:
            if key(entry) not in found:
                found[key(entry)] = entry
                continue
            said = Wording("同じものが二度あります。", "It stands twice.")
        faulty.append(Wording(f"{what.ja}{number}件目：{said.ja}", f"{what.en} {number}: {said.en}"))
    return list(found.values())


def _text(one: _Sent, programmes: _Programmes) -> TextEntry:
    programme = programmes[str(one["programme"])]
    document, part = str(one["document"]), str(one["part"])
    known = find_part(programme, document, part)
    if known is None:
        raise Malformed(Wording("この文書の部分がありません。", "The document has no such part."))
    text = checked_text(programme, demand_document(programme, document), known, _wording(one.get("text")))
    return TextEntry(programme.key, document, part, _year(one), text, _entry(one))


def _addressee(one: _Sent) -> AddresseeEntry:
    to = one.get("to")
    if not isinstance(to, dict):
        raise Malformed(Wording("宛名を読めません。", "The addressee cannot be read."))
    email = to.get("email", "")
    division, title, address = (_wording(to.get(key)) for key in ("division", "title", "address"))
    mail = email if isinstance(email, str) else ""
    checked = checked_address(HeadquartersAddress(division, title, address, mail))
    return AddresseeEntry(str(one["programme"]), _year(one), checked, _entry(one))


def _wording(sent: object) -> Wording:
    sides = cast("Mapping[str, object]", sent) if isinstance(sent, dict) else {}
    ja, en = sides.get("ja"), sides.get("en")
    if not isinstance(ja, str) or not isinstance(en, str):
        raise Malformed(Wording("日英の文面を読めません。", "The text in both languages cannot be read."))
    return Wording(ja, en)


def _year(one: _Sent) -> int:
    year = one.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or year not in _YEARS:
        told = cited(str(year))
        raise Malformed(Wording(f"年度「{told}」を読めません。", f"The year “{told}” cannot be read."))
    return year


def _entry(one: _Sent) -> Entry:
    title, locator, day = one.get("source_title"), one.get("locator", ""), one.get("checked_on")
    if not isinstance(title, str) or not isinstance(locator, str) or not read_text(title).strip():
        raise Malformed(Wording("根拠がありません。", "It gives no source."))
    try:
        checked_on = date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        checked_on = None
    if checked_on is None:
        raise Malformed(Wording("確認日を読めません。", "The day it was checked cannot be read."))
    return Entry(read_text(title).strip(), read_text(locator).strip(), checked_on)
