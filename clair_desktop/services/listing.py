"""The list of cases, ready before anything heavy is loaded: it needs neither the office nor SQLAlchemy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from clair_desktop.model.listing import CaseFilter, CaseLine, CaseListing, CaseOrder, YearKind
from clair_desktop.services.listed import Listed, ListedProgramme, ListedState, listed, remember, remembered

__all__ = ["CaseLine", "CaseOrder", "ListedProgramme", "ListedState", "Listing", "Standing", "Wanted", "YearKind"]


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
    year: int | None = None
    year_kind: YearKind = YearKind.PROJECT
    text: str = ""
    order: CaseOrder = CaseOrder.DUE
    descending: bool = False
    days: int = 7

    @property
    def closing_year(self) -> bool:
        return self.year is not None and self.year_kind is YearKind.CLOSING


class Listing:
    """Ids of the cases wanted, and their lines block by block."""

    def __init__(self, listing: CaseListing, folder: Path) -> None:
        self._listing = listing
        self._folder = folder
        known = remembered(folder)
        self._programmes: Listed = known if known is not None else self.declared()

    @classmethod
    def open_if_current(cls, folder: Path) -> "Listing | None":
        """None where there are no cases yet, or their file must be made ready by ``Office.open`` first."""
        found = CaseListing.open_if_current(folder)
        return None if found is None else cls(found, folder)

    def declared(self) -> Listed:
        """Reads the programmes' own declarations, from now on and for the next window."""
        from clair_desktop.programmes import all_programmes

        self._programmes = listed(all_programmes())
        remember(self._folder, self._programmes)
        return self._programmes

    def programmes(self) -> Listed:
        return self._programmes

    def close(self) -> None:
        self._listing.close()

    def ids(self, wanted: Wanted, today: date) -> Sequence[int]:
        within = wanted.standing
        closed, ended = self._closed(), within is Standing.CLOSED or wanted.closing_year
        chosen = CaseFilter(
            programme=wanted.programme,
            year=wanted.year,
            year_kind=wanted.year_kind,
            states=frozenset({"returned"}) if within is Standing.RETURNED else frozenset(),
            text=wanted.text,
            only=closed if ended else frozenset(),
            never=closed if within in (Standing.OPEN, Standing.SOON) else frozenset(),
            due_by=today + timedelta(days=wanted.days) if within is Standing.SOON else None,
        )
        return self._listing.ids(chosen, wanted.order, descending=wanted.descending)

    def lines(self, ids: Sequence[int]) -> Sequence[CaseLine]:
        """The lines of these cases in this order; one that has gone since is left out."""
        return self._listing.rows(ids)

    def years(self, kind: YearKind) -> Sequence[int]:
        """The years of which there are cases, the latest first; a case has a closing year once it is closed."""
        return self._listing.years(kind, self._closed() if kind is YearKind.CLOSING else frozenset())

    def _closed(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (programme, state)
            for programme, one in self._programmes.items()
            for state, shown in one.states.items()
            if shown.closed
        )

    def last_act(self) -> int:
        """Differs once anything was done to the cases, here or by another program such as the command line."""
        return self._listing.last_act()
