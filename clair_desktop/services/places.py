"""The values that a document's ``{places}`` take, in one language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clair_desktop.domain.documents import Asked
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.fields import Day, Rows
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.parties import Names
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile
from clair_desktop.services.receivers import Receiver
from clair_desktop.services.sheets import CaseSheet

_PLACE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")
_ACCEPTED = ("accepted", "conditional", "partial", "requested", "investigating", "questioned", "replied")
_DECLINED = ("declined", "cancelled")


@dataclass(frozen=True, slots=True)
class Places:
    """The case's answers in printed form, and what every document may say beside them."""

    sheet: CaseSheet
    profile: BranchProfile
    names: Names
    language: Language
    day: date
    number: str
    association: Wording
    receiver: Receiver | None = None

    def fill(self, wording: Wording) -> str:
        """The text with its places filled; one whose values are all missing comes out empty."""
        text = self.profile.papers.worded(wording.in_(self.language), self.language)
        asked = _PLACE.findall(text)
        values = {key: self.value(key) for key in asked}
        if asked and not any(values.values()):
            return ""
        return _PLACE.sub(lambda found: values[found[1]], text)

    def asked(self, wording: Wording) -> Asked | None:
        """The first question whose answer the text says; None where it says no answer."""
        found = (self._asked_by(key) for key in _PLACE.findall(wording.in_(self.language)))
        return next((one for one in found if one is not None), None)

    def _asked_by(self, key: str) -> Asked | None:
        table, _dot, column = key.partition(".")
        if column and self.receiver is not None:
            return Asked(table, self.receiver.number, column)
        first, _or, other = key.partition("_or_")
        key = other if self.language is Language.EN and other and self.value(other) else first
        return Asked(key) if self.sheet.edition.field(key) is not None else None

    def value(self, key: str) -> str:
        if "." in key:
            return self._of_the_row(key.partition(".")[2])
        if "_or_" in key:
            first, other = key.split("_or_")
            return (self.value(other) or self.value(first)) if self.language is Language.EN else self.value(first)
        found = self.sheet.edition.field(key)
        if found is not None and not isinstance(found, Rows):
            value = self.sheet.answers.get(key)
            printed = "" if value is None else found.printed(value, self.language, self.names)
            return self._dated(printed) if isinstance(found, Day) else printed
        return self._known(key)

    def _dated(self, text: str) -> str:
        return self.profile.papers.dated(text, self.language)

    def _of_the_row(self, column: str) -> str:
        if self.receiver is None:
            raise ValueError(f"the place “{column}” stands in a pack that is not made row by row")
        said = self.receiver.said(column, self.language)
        return self._dated(said) if self.receiver.says_days(column) else said

    def _known(self, key: str) -> str:
        known = {
            "branch": lambda: self.profile.name.in_(self.language),
            "headquarters": lambda: self.association.in_(self.language),
            "applicant_name": lambda: self.sheet.applicant_name.in_(self.language),
            "programme": lambda: self.sheet.edition.programme.name.in_(self.language),
            "fiscal_year": lambda: self._year(self.sheet.edition.year),
            "call_year": lambda: self._year(self._call_year()),
            "case_number": lambda: self.sheet.number,
            "document_number": lambda: self.number,
            "date": lambda: self._dated(printed_date(self.day, self.language)),
            "countries": lambda: self._listed(self._countries()),
            "offices": lambda: self._listed(line.name for line in self.sheet.parts),
            "accepted_offices": lambda: self._listed(p.name for p in self.sheet.parts if p.state.key in _ACCEPTED),
            "declined_offices": lambda: self._listed(p.name for p in self.sheet.parts if p.state.key in _DECLINED),
        }
        return known[key]()

    def _year(self, year: FiscalYear) -> str:
        return self._dated(year.label(self.profile.era_style).in_(self.language))

    def _call_year(self) -> FiscalYear:
        edition = self.sheet.edition
        return FiscalYear(edition.year.start_year - edition.programme.called_ahead)

    def _listed(self, names: Iterable[Wording]) -> str:
        return (self.profile.papers.comma if self.language is Language.JA else "; ").join(
            name.in_(self.language) for name in names
        )

    def _countries(self) -> list[Wording]:
        rows = self.sheet.answers.get("places", ())
        codes = [str(row["country"]) for row in rows if "country" in row] if isinstance(rows, tuple) else []
        found = [self.names.country(code) for code in dict.fromkeys(codes)]
        return [country.name for country in found if country]
