"""The list of cases, ready before anything heavy is loaded: it needs neither the office nor SQLAlchemy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from clair_desktop.domain.programme import Programme
from clair_desktop.model.listing import CaseFilter, CaseLine, CaseListing, CaseOrder
from clair_desktop.programmes import all_programmes

__all__ = ["CaseLine", "CaseOrder", "Listing", "Standing", "Wanted"]


class Standing(StrEnum):
    """Which cases are looked at."""

    OPEN = "open"
    SOON = "soon"  # open, and due within ``Wanted.days`` (or overdue)
    RETURNED = "returned"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases, in which order."""

    standing: Standing = Standing.OPEN
    programme: str | None = None
    project_year: int | None = None
    text: str = ""
    order: CaseOrder = CaseOrder.DUE
    descending: bool = False
    days: int = 7


class Listing:
    """Ids of the cases wanted, and their lines block by block."""

    def __init__(self, listing: CaseListing) -> None:
        self._listing = listing
        standings = [(key, state) for key, one in all_programmes().items() for state in one.workflow.states]
        self._closed = frozenset((programme, state.key) for programme, state in standings if state.closed)

    @classmethod
    def open_if_current(cls, folder: Path) -> "Listing | None":
        """None where there are no cases yet, or their file must be made ready by ``Office.open`` first."""
        found = CaseListing.open_if_current(folder)
        return None if found is None else cls(found)

    def close(self) -> None:
        self._listing.close()

    def programmes(self) -> Mapping[str, Programme]:
        return all_programmes()

    def ids(self, wanted: Wanted, today: date) -> Sequence[int]:
        within = wanted.standing
        chosen = CaseFilter(
            programme=wanted.programme,
            project_year=wanted.project_year,
            states=frozenset({"returned"}) if within is Standing.RETURNED else frozenset(),
            text=wanted.text,
            only=self._closed if within is Standing.CLOSED else frozenset(),
            never=self._closed if within in (Standing.OPEN, Standing.SOON) else frozenset(),
            due_by=today + timedelta(days=wanted.days) if within is Standing.SOON else None,
        )
        return self._listing.ids(chosen, wanted.order, descending=wanted.descending)

    def lines(self, ids: Sequence[int]) -> Sequence[CaseLine]:
        """The lines of these cases in this order; one that has gone since is left out."""
        return self._listing.rows(ids)

    def project_years(self) -> Sequence[int]:
        """The years of which there are cases, the latest first."""
        return sorted({year for _programme, year, _state in self._listing.counts()}, reverse=True)

    def stamp(self) -> int:
        """Differs once another program, such as the command line, has changed the cases."""
        return self._listing.stamp()
