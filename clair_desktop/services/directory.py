"""Looking up bodies, what letters of a day say of them, countries and who is responsible."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.coverage import Purpose, Routing, route
from clair_desktop.domain.directory import Attribute, Body, BodyKind, Statement, Tongue
from clair_desktop.domain.divisions import DIVISIONS, Division
from clair_desktop.domain.parties import Country, LocalAuthority
from clair_desktop.domain.refusal import Refusal, cited
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory_assembly import Assembled, assemble
from clair_desktop.services.directory_tables import shipped_bodies

HEADQUARTERS = "headquarters"
_LATIN_ENDS = "\u0250"
_POSTAL = re.compile(r"〒?\s*(\d{3}-\d{4})\s+")


@dataclass(frozen=True, slots=True)
class MailAddress:
    """A body as an envelope of a day names it; ``statement`` is where the address stands, None where none is known."""

    body: str
    name: Wording
    postal_code: str
    lines: Sequence[str]
    section: str
    country: str
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where a programme's papers go: the division and, where a document names one, the e-mail address."""

    division: Division
    tel: str
    email: str | None
    statement: Statement | None


def headquarters_name(on: date) -> Wording:
    """What an addressee line of that day calls the association: 財団法人 until 31 March 2014, then 一般財団法人."""
    return association_name(shipped_bodies()[HEADQUARTERS], on)


def association_name(headquarters: Body, on: date) -> Wording:
    """By the day of the document; one from before anything is known goes by the oldest name."""
    japanese = [one for one in headquarters.history(Attribute.NAME) if one.tongue == Language.JA.value and one.usable]
    held = [one for one in japanese if one.holds(on)]
    oldest = min(japanese, key=lambda one: one.relied_from or date.min)
    name = max(held, key=lambda one: one.relied_from or date.min, default=oldest).value or ""
    english = headquarters.value(Attribute.NAME, on, language=Language.EN)
    return Wording(name, f"{english} (CLAIR)")


class Directory:
    """The directory as it stands now; read anew only after something was changed, by whomever."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._assembled: tuple[str, Assembled] | None = None

    def bodies(self, kind: BodyKind | None = None) -> Sequence[Body]:
        """Every body (of a kind) that stands, by kind and code; municipalities are among them."""
        return self._standing().finder.all(kind)

    def find(self, text: str, kind: BodyKind | None = None) -> Sequence[Body]:
        """Whom a typed text may mean, the best first; without a text, all of the kind."""
        return self._standing().finder.find(text, kind)

    def body(self, key: str) -> Body:
        """A body by its key, that of the survivor where it was merged; an unknown one is refused in words."""
        standing = self._standing()
        found = standing.bodies.get(standing.survivors.get(key, key))
        if found is None:
            raise Refusal(
                Wording(
                    f"名簿に「{cited(key)}」はありません。一覧か検索で確かめてください。",
                    f"The directory holds no “{cited(key)}”. Look it up in the list.",
                ),
                field="body",
            )
        return found

    def children(self, parent: str) -> Sequence[Body]:
        return [one for one in self.bodies() if one.parent == parent]

    def headquarters_name(self, on: date) -> Wording:
        return association_name(self.body(HEADQUARTERS), on)

    def mail_address(self, key: str, on: date, language: Language = Language.JA) -> MailAddress:
        """The body as an envelope of that day names it; no address is ever made up."""
        body = self.body(key)
        said = body.current(Attribute.ADDRESS, on, language=language)
        text = (said.value or "") if said else ""
        prefix = _POSTAL.match(text)
        postal = body.value(Attribute.POSTAL_CODE, on) or (prefix[1] if prefix else "")
        lines = [line for line in (text[prefix.end() :] if prefix else text).split("\n") if line]
        if not lines and body.code and body.kind is BodyKind.LOCAL_AUTHORITY:
            return self._typed_for_calls(body)
        section = body.value(Attribute.SECTION, on, language=language)
        return MailAddress(key, self.letter_name(body, on), postal, lines, section, body.country, said)

    def letter_name(self, body: Body, on: date) -> Wording:
        """The legal name of that day where a document gives one, else what the directory calls the body."""
        if body.key == HEADQUARTERS:
            return association_name(body, on)
        ja, en = (body.value(Attribute.NAME, on, language=one) for one in Language)
        return Wording(ja or en or body.name.ja, en or ja or body.name.en)

    def spoken_name(self, body: Body, on: date, language: Language) -> Wording:
        """The name of that day if a document gives one in this language, else what the directory calls the body.

        For English a name in another language of Latin letters counts: it is what stands at the office's door.
        """
        said = body.current(Attribute.NAME, on, language=language)
        if said is None or said.value is None:
            return body.name
        latin = language is Language.EN and all(one < _LATIN_ENDS for one in said.value)
        return self.letter_name(body, on) if latin or said.tongue in (language.value, Tongue.NONE) else body.name

    def addressee(self, programme: str, on: date) -> Addressee:
        """Whom a programme's papers go to on a day: by programme, never by division; no address is invented."""
        declared = self._desk.programme(programme)
        for key in (declared.desk, *DIVISIONS):
            said = self.body(key).current(Attribute.EMAIL, on, scope=programme)
            if said is not None:
                return Addressee(DIVISIONS[key], self.body(key).value(Attribute.TEL, on), said.value, said)
        email = declared.contact.email if declared.contact else None  # one that the files do not know yet
        return Addressee(DIVISIONS[declared.desk], self.body(declared.desk).value(Attribute.TEL, on), email, None)

    def authorities(self, text: str) -> Sequence[LocalAuthority]:
        return self._desk.names.find_authorities(text)

    def country(self, text: str) -> Country | None:
        return self._desk.names.find_country(text)

    def route(self, country: str, area: str | None, purpose: Purpose, on: date) -> Routing:
        """Which office answers for a place on a day."""
        return route(country, area, purpose, on)

    def _typed_for_calls(self, body: Body) -> MailAddress:
        """Where the branch writes to a municipality about calls, unless the directory itself knows better."""
        with self._desk.database.reading() as work:
            row = work.addresses.get((body.code, ""))
        if row is None:
            return MailAddress(body.key, body.name, "", (), "", body.country, None)
        lines = [line for line in row.lines.split("\n") if line]
        return MailAddress(body.key, body.name, row.postal_code, lines, row.section, body.country, None)

    def _standing(self) -> Assembled:
        with self._desk.database.reading() as work:
            if work.is_writing:  # an act that may yet be taken back is not remembered
                return assemble(self._desk.names, work.directory.bodies(), work.directory.statements())
            stamp = work.directory.stamp()
            if self._assembled is None or self._assembled[0] != stamp:
                kept = assemble(self._desk.names, work.directory.bodies(), work.directory.statements())
                self._assembled = stamp, kept
        return self._assembled[1]
