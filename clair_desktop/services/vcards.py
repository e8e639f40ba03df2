"""Bodies as vCard 3.0 (RFC 2426), for the address books of mail programs and telephones; UTF-8, numbers as E.164."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clair_desktop.domain.dialling import e164
from clair_desktop.domain.directory import Attribute, Body, Statement
from clair_desktop.domain.directory_words import KIND_WORDS, SCOPE_WORDS
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory, MailAddress
from clair_desktop.services.directory_facts import Chosen
from clair_desktop.services.writing import not_written
from clair_desktop.support.files import put_whole

_LONGEST = 75  # octets in a line
_NUMBERS = {Attribute.TEL: "WORK,VOICE", Attribute.FAX: "WORK,FAX"}
_NOBODY = Wording(
    "選んだ機関には、連絡先として書き出せる値がありません。",
    "Nothing is known by which the bodies chosen can be reached.",
)


@dataclass(frozen=True, slots=True)
class WrittenCards:
    path: Path
    cards: int


class VCards:
    def __init__(self, desk: Desk, directory: Directory) -> None:
        self._desk = desk
        self._directory = directory

    def write(
        self, out: Path, chosen: Chosen, language: Language = Language.JA, on: date | None = None
    ) -> WrittenCards:
        """One card for each body with a number or an address; a number left out by the latest document is not given."""
        day = on or self._desk.clock.today()
        cards = [card for body in chosen.bodies(self._directory) if (card := self._card(body, language, day))]
        if not cards:
            raise Refusal(_NOBODY, field="body")
        _put(out, "".join(f"{_folded(line)}\r\n" for card in cards for line in card).encode())
        return WrittenCards(out, len(cards))

    def _card(self, body: Body, language: Language, day: date) -> list[str]:
        """Nothing for a body of which only the name is known."""
        address = self._directory.mail_address(body.key, day, language)
        reached = [*self._reached(body, language, day), *self._address(address)]
        if not reached:
            return []
        name = self._directory.spoken_name(body, day, language).in_(language)
        kana = [f"SORT-STRING:{_escaped(body.kana)}"] if body.kana and language is Language.JA else []
        return [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:clair-directory-{_escaped(body.key)}",
            f"FN:{_escaped(name)}",
            "N:;;;;",
            f"ORG:{_escaped(name)}" + (f";{_escaped(address.section)}" if address.section else ""),
            *kana,
            f"CATEGORIES:{_escaped(KIND_WORDS[body.kind].in_(language))}",
            *reached,
            f"REV:{day.isoformat()}",
            "END:VCARD",
        ]

    def _reached(self, body: Body, language: Language, day: date) -> Iterator[str]:
        """Numbers, mail addresses and pages in use; what one is for stands in a label of its own."""
        number = 0
        for one in body.in_use(day):
            line = _property(one, body.country)
            if line and one.scope:
                number += 1
                yield f"item{number}.{line}"
                yield f"item{number}.X-ABLabel:{_escaped(self._scope(one.scope).in_(language))}"
            elif line:
                yield line

    def _address(self, address: MailAddress) -> Iterator[str]:
        """Whole, in its street part: which of its words is the town is not known to the program."""
        if address.lines:
            country = self._desk.names.country(address.country)
            named = country.name.en if country else ""
            street = _escaped("\n".join(address.lines))
            yield f"ADR;TYPE=WORK:;;{street};;;{_escaped(address.postal_code)};{_escaped(named)}"

    def _scope(self, scope: str) -> Wording:
        programme = self._desk.programmes.get(scope)
        return programme.name if programme else SCOPE_WORDS.get(scope) or Wording(scope, scope)


def _property(one: Statement, country: str) -> str:
    """A number whose country's code is not known stands as it is printed."""
    if one.value is None:
        return ""
    if one.attribute in _NUMBERS:
        return f"TEL;TYPE={_NUMBERS[one.attribute]}:{e164(one.value, country) or _escaped(one.value)}"
    if one.attribute is Attribute.EMAIL:
        return f"EMAIL;TYPE=INTERNET:{_escaped(one.value)}"
    return f"URL:{_escaped(one.value)}" if one.attribute is Attribute.WEB else ""


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets; no character is cut in two."""
    parts: list[str] = [""]
    length = 0
    for character in line:
        octets = len(character.encode())
        if length + octets > _LONGEST:
            parts.append(" ")
            length = 1
        parts[-1] += character
        length += octets
    return "\r\n".join(parts)


def _put(out: Path, content: bytes) -> None:
    try:
        put_whole(content, out)
    except OSError as fault:
        raise not_written(out) from fault
