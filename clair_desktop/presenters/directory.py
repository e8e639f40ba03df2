"""The directory beside its bodies: divisions, branches, and who answers for a country."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.coverage import Purpose, Routing, RoutingVerdict
from clair_desktop.domain.directory import Attribute
from clair_desktop.domain.divisions import DIVISIONS, Division
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.offices import overseas_office as office_of
from clair_desktop.domain.parties import Country
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.branch_choice import BranchChoice, BranchFinder
from clair_desktop.presenters.ports import Shell
from clair_desktop.services.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries


@dataclass(frozen=True, slots=True)
class DivisionLine:
    """A division and the programmes whose papers it receives, with the addresses printed for them."""

    division: Division
    tel: str
    programmes: Sequence[Wording]
    emails: Sequence[str]
    source: Source | None


@dataclass(frozen=True, slots=True)
class DirectorySheet:
    """All that does not depend on a search."""

    divisions: Sequence[DivisionLine]
    branches: Sequence[BranchChoice]
    countries: Sequence[Country]
    today: date


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """Who answers for a country, and why."""

    country: Wording
    day: date
    offices: Sequence[Wording]
    verdict: RoutingVerdict
    reason: Wording
    sources: Sequence[Source]


class DirectoryView(Protocol):
    def show_directory(self, sheet: DirectorySheet) -> None: ...

    def show_branches(self, branches: Sequence[BranchChoice]) -> None: ...

    def show_route(self, route: RouteSheet) -> None: ...

    def show_complaint(self, field: str, wording: Wording) -> None: ...


class DirectoryPresenter:
    """Reads what is typed, asks the domain, shows whole answers."""

    def __init__(self, view: DirectoryView, office: "Office", shell: Shell, language: Language) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._today = office.clock.today()
        self._finder = BranchFinder(office.names, self._today)
        self._names = load_gazetteer()
        self._branch_typed = ""

    def start(self) -> None:
        """Shows everything; again after a change, which keeps what was searched."""
        self._view.show_directory(
            DirectorySheet(
                divisions=[self._division(one) for one in DIVISIONS.values()],
                branches=self._finder.find(self._branch_typed),
                countries=self._names.countries,
                today=self._today,
            )
        )

    def search_branches(self, text: str) -> None:
        self._branch_typed = text
        self._view.show_branches(self._finder.find(text))

    def route(self, country: str, area: str, purpose: Purpose, day: str) -> None:
        """Which office answers; a country or a day that does not read is said beside its field."""
        found = self._names.find_country(folded(country))
        if found is None:
            self._view.show_complaint("country", _no_country(country))
            return
        try:
            on = read_day(folded(day)) if day.strip() else self._today
            routing = self._office.directory.route(found.code, area.strip() or None, purpose, on)
        except Malformed as complaint:
            self._view.show_complaint("day", complaint.wording)
            return
        except Refusal as refusal:
            self._view.show_complaint(refusal.field or "country", refusal.wording)
            return
        self._view.show_route(_route_sheet(found, on, routing))

    def copied(self) -> None:
        self._shell.say(Wording("クリップボードにコピーしました。", "Copied to the clipboard."))

    def _division(self, one: Division) -> DivisionLine:
        body = self._office.directory.body(one.key)
        said = body.current(Attribute.TEL, self._today)
        served = {key: p.name for key, p in self._office.programmes().items() if p.desk == one.key}
        written = (self._office.directory.addressee(key, self._today).email for key in served)
        general = body.value(Attribute.EMAIL, self._today)
        emails = dict.fromkeys(email for email in (*written, general) if email)
        tel = (said.value or "") if said else ""
        return DivisionLine(one, tel, list(served.values()), list(emails), said.source if said else None)


def _route_sheet(country: Country, on: date, routing: Routing) -> RouteSheet:
    offices = [office_of(key).name for key in routing.offices]
    return RouteSheet(country.name, on, offices, routing.verdict, routing.reason, routing.sources)


def _no_country(text: str) -> Wording:
    if not text.strip():
        return Wording("国・地域を入力してください。", "Enter a country or territory.")
    return Wording(
        f"「{text}」という国・地域は見つかりません。国名かISOコード2文字を入力してください。",
        f"No country “{text}” is known. Enter its name or two-letter ISO code.",
    )
