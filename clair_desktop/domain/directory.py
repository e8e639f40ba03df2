"""Bodies of the directory and what documents say of them: one statement per attribute, with validity and source.

Nothing is overwritten: an older document's number stays, and what a later document leaves out is a statement too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from clair_desktop.domain.place_names import plain
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Language, Wording, same


class BodyKind(StrEnum):
    HEADQUARTERS = "headquarters"
    DIVISION = "division"
    OVERSEAS_OFFICE = "overseas_office"
    BRANCH = "branch"
    ASSOCIATION = "international_association"
    PREFECTURAL_OFFICE = "prefectural_office"
    PARTNER = "partner"
    RELATED = "related"
    LOCAL_AUTHORITY = "local_authority"


class Attribute(StrEnum):
    NAME = "name"
    ABBREVIATION = "abbreviation"
    LEGAL_FORM = "legal_form"
    SECTION = "section"
    CONTACT = "contact"
    POSTAL_CODE = "postal_code"
    ADDRESS = "address"
    TEL = "tel"
    FAX = "fax"
    EMAIL = "email"
    WEB = "web"
    ACCESS = "access"
    DUTIES = "duties"
    OPENED = "opened"
    RECOGNISED = "recognised"
    DESIGNATED = "designated"
    STAFF = "staff"
    COUNT = "count"
    ENDOWMENT = "endowment"
    NOTE = "note"


class Tongue(StrEnum):
    """The language of a value; numbers have none, ``LOCAL`` is that of the body's own country."""

    NONE = ""
    JA = "ja"
    EN = "en"
    LOCAL = "local"


class Confidence(StrEnum):
    """How well a statement is founded; a rejected one is kept to be seen and is never used."""

    PRINTED = "printed"
    PAGE = "page"
    INFERRED = "inferred"
    ENTERED = "entered"
    REJECTED = "rejected"


# What is said in one language says nothing of the other; an address in whichever language takes the older one's place.
_BY_LANGUAGE = frozenset({Attribute.NAME, Attribute.ABBREVIATION, Attribute.DUTIES, Attribute.NOTE, Attribute.SECTION})
NUMBERS = frozenset({Attribute.TEL, Attribute.FAX})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one document says of one attribute; ``value`` is None where that document leaves it out.

    ``scope`` narrows it: the programme an address is for, the line a walk starts from. ``document`` is the key of a known
    document or the title that the branch gave. ``number`` is the kept row, ``over`` the shipped statement it replaces.
    """

    body: str
    attribute: Attribute
    value: str | None
    source: Source
    document: str
    confidence: Confidence
    scope: str = ""
    tongue: Tongue = Tongue.NONE
    valid_from: date | None = None
    valid_to: date | None = None
    seen_on: date | None = None
    number: int | None = None
    over: str = ""
    withdrawn: bool = False
    entered_by: str = ""
    entered_at: datetime | None = None

    @property
    def key(self) -> str:
        """What tells it from every other: what it is about and who says so when."""
        days = "/".join(one.isoformat() if one else "" for one in (self.valid_from, self.seen_on))
        return f"{self.body}/{self.attribute}/{self.scope}/{self.tongue}/{self.document}/{days}"

    @property
    def relied_from(self) -> date | None:
        """The first day it may be relied on; None for an undated document, which counts as the oldest."""
        return self.valid_from or self.seen_on

    @property
    def usable(self) -> bool:
        return not self.withdrawn and self.confidence is not Confidence.REJECTED

    def holds(self, on: date) -> bool:
        begun = self.relied_from is None or self.relied_from <= on
        return self.usable and begun and (self.valid_to is None or on <= self.valid_to)

    @property
    def text(self) -> Wording:
        """The value, or that this document does not print it; the latter is never put on a letter."""
        if self.value is not None:
            return same(self.value)
        year = self.seen_on.year if self.seen_on else ""
        return Wording(f"{year}年資料に記載なし", f"not printed in {year}".rstrip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body with everything that was ever said of it, the oldest first.

    ``code`` is the local authority it belongs to (or is). A body merged into another is that one's ``absorbed``.
    """

    key: str
    kind: BodyKind
    name: Wording
    kana: str = ""
    parent: str = ""
    code: str = ""
    country: str = ""
    statements: Sequence[Statement] = ()
    absorbed: Sequence[str] = ()
    withdrawn: bool = False
    kept: bool = False

    def history(self, attribute: Attribute, scope: str | None = None) -> list[Statement]:
        """Every statement on one attribute, the oldest first."""
        found = [one for one in self.statements if one.attribute is attribute]
        return [one for one in found if scope is None or one.scope == scope]

    def current(
        self, attribute: Attribute, on: date, *, scope: str = "", language: Language = Language.JA
    ) -> Statement | None:
        """The statement that a letter of that day goes by: the latest that holds, in the asked language if there is one."""
        held = [one for one in self.history(attribute, scope) if one.holds(on)]
        if attribute in _BY_LANGUAGE:
            spoken = [one for one in held if one.tongue == language.value]
            held = spoken or held
        return max(held, key=lambda one: _rank(one, language), default=None)

    def value(self, attribute: Attribute, on: date, *, scope: str = "", language: Language = Language.JA) -> str:
        """The value a letter of that day prints; empty where none is known or the latest document leaves it out."""
        found = self.current(attribute, on, scope=scope, language=language)
        return (found.value or "") if found else ""

    def in_use(self, on: date) -> list[Statement]:
        """Every statement that a letter of that day may go by, in the order of the attributes."""
        found: dict[str, Statement] = {}
        for attribute, scope, language in self._asked():
            said = self.current(attribute, on, scope=scope, language=language)
            if said is not None:
                found.setdefault(said.key, said)
        return sorted(found.values(), key=place_of)

    def _asked(self) -> list[tuple[Attribute, str, Language]]:
        asked: dict[tuple[Attribute, str, Language], None] = {}
        for one in self.statements:
            languages = tuple(Language) if one.attribute in _BY_LANGUAGE else (Language.JA,)
            asked.update(dict.fromkeys((one.attribute, one.scope, language) for language in languages))
        return list(asked)


def _rank(one: Statement, language: Language) -> tuple[date, bool, bool, int]:
    entered = one.confidence is Confidence.ENTERED
    return one.relied_from or date.min, one.tongue == language.value, entered, one.number or 0


_ORDER = {attribute: place for place, attribute in enumerate(Attribute)}


def place_of(one: Statement) -> tuple[int, str, date]:
    """How statements stand below one another: by attribute, by what it is for, the oldest first."""
    return _ORDER[one.attribute], one.scope, one.relied_from or date.min


class Standing(StrEnum):
    """How a statement stands on a day."""

    USED = "used"
    LEFT_OUT = "left_out"  # the latest document does not print it
    EARLIER = "earlier"
    LATER = "later"  # not yet on that day
    ENDED = "ended"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A statement on a body's timeline; ``against`` are those that say otherwise of the same days."""

    statement: Statement
    standing: Standing
    against: Sequence[Statement]
    spelling_only: bool  # those that say otherwise differ in spaces, marks or accents alone


def timeline(body: Body, on: date) -> list[TimelineEntry]:
    """Every value with how it stands on a day and what contradicts it."""
    used = {one.key for one in body.in_use(on)}
    return [_entry(body, one, on, used) for one in sorted(body.statements, key=place_of)]


def _entry(body: Body, one: Statement, on: date, used: set[str]) -> TimelineEntry:
    against = [other for other in body.history(one.attribute, one.scope) if _contradict(one, other)]
    spelling = bool(against) and all(_letters(other) == _letters(one) for other in against)
    return TimelineEntry(one, _standing(one, on, used), against, spelling)


def _standing(one: Statement, on: date, used: set[str]) -> Standing:
    if one.withdrawn:
        return Standing.WITHDRAWN
    if one.confidence is Confidence.REJECTED:
        return Standing.REJECTED
    if one.key in used:
        return Standing.USED if one.value is not None else Standing.LEFT_OUT
    if one.relied_from is not None and one.relied_from > on:
        return Standing.LATER
    return Standing.ENDED if one.valid_to is not None and one.valid_to < on else Standing.EARLIER


def _contradict(one: Statement, other: Statement) -> bool:
    """Whether two statements cannot both be right, as far as their days tell."""
    if one is other or one.withdrawn or other.withdrawn or _same(one, other):
        return False
    if one.attribute in _BY_LANGUAGE and one.tongue != other.tongue:
        return False
    ended = one.valid_to is not None and other.valid_from is not None and one.valid_to < other.valid_from
    begun = other.valid_to is not None and one.valid_from is not None and other.valid_to < one.valid_from
    return not (ended or begun)


def _same(one: Statement, other: Statement) -> bool:
    """Days of opening are compared by their year, which documents print in either calendar."""
    if one.attribute is Attribute.OPENED and one.value and other.value:
        return _year(one.value) == _year(other.value)
    return one.value == other.value


_ERA_BEGINS = {"昭和": 1925, "平成": 1988, "令和": 2018}
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)|(昭和|平成|令和)(元|\d+)")


def _year(printed: str) -> int | None:
    found = list(_YEAR.finditer(plain(printed)))
    western = next((int(match[1]) for match in found if match[1]), None)
    if western or not found:
        return western
    return _ERA_BEGINS[found[0][2]] + (1 if found[0][3] == "元" else int(found[0][3]))


def _letters(one: Statement) -> str:
    return re.sub(r"[\W_]", "", plain(one.value or ""))


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One attribute as each document prints it, side by side; None where a document says nothing of it at all."""

    attribute: Attribute
    scope: str
    tongues: Sequence[Tongue]
    said: Sequence[Statement | None]

    @property
    def differs(self) -> bool:
        values = {one.value for one in self.said if one is not None}
        return len(values) > 1


def editions(body: Body, documents: Sequence[str]) -> list[EditionLine]:
    """What the documents print of a body, one line per attribute and scope; one that none of them mentions is left out."""
    named: dict[tuple[Attribute, str, str], list[Statement]] = {}
    for one in sorted(body.statements, key=place_of):
        if one.document in documents and not one.withdrawn:
            apart = one.tongue if one.attribute in _BY_LANGUAGE else ""
            named.setdefault((one.attribute, one.scope, apart), []).append(one)
    lines = []
    for (attribute, scope, _), said in named.items():
        by_document = {one.document: one for one in said}
        tongues = tuple(dict.fromkeys(one.tongue for one in said))
        lines.append(EditionLine(attribute, scope, tongues, [by_document.get(document) for document in documents]))
    return lines


def merged(survivor: Body, absorbed: Iterable[Body]) -> Body:
    """One body with the statements of all; two histories stand beside one another, nothing is dropped."""
    others = list(absorbed)
    statements = [*survivor.statements, *(one for other in others for one in other.statements)]
    keys = [*survivor.absorbed, *(other.key for other in others)]
    return replace(survivor, statements=statements, absorbed=keys)
