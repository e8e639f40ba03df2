"""Looking up bodies, countries and who is responsible; thin over what the domain holds."""

from collections.abc import Sequence
from datetime import date

from clair_desktop.domain.coverage import Purpose, Routing, route
from clair_desktop.domain.offices import OVERSEAS_OFFICES, Entity
from clair_desktop.domain.parties import Country, LocalAuthority
from clair_desktop.services.desk import Desk


class Directory:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def offices(self) -> Sequence[Entity]:
        return OVERSEAS_OFFICES

    def authorities(self, text: str) -> Sequence[LocalAuthority]:
        return self._desk.names.find_authorities(text)

    def country(self, text: str) -> Country | None:
        return self._desk.names.find_country(text)

    def route(self, country: str, area: str | None, purpose: Purpose, on: date) -> Routing:
        """Which office answers for a place on a day."""
        return route(country, area, purpose, on)
