"""The case list's quick way to the file: plain driver calls, so that the first window waits for no other library."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from clair_desktop.model.connection import FILE_NAME, CaseFile, connect, driver, pragma
from clair_desktop.model.schema import Standing, standing
from clair_desktop.model.search import matching


class CaseOrder(StrEnum):
    """What a list of cases can be ordered by."""

    DUE = "due_on"
    NUMBER = "number"
    RECEIVED = "received_on"
    UPDATED = "updated_at"
    PROGRAMME = "programme"
    STATE = "state"
    APPLICANT = "applicant"
    TITLE = "title"
    REQUESTED = "requested"


class YearKind(StrEnum):
    """Which year of a case is meant: a grant has three (domain.md §2.1)."""

    PROJECT = "project"
    CALL = "call"
    CLOSING = "closing"


# The fiscal year of the last step, which is the one that ended a closed case: three months back from its day.
_CLOSING = (
    "CAST(strftime('%Y', (SELECT max(on_date) FROM events WHERE events.case_id = cases.id), '-3 months') AS INTEGER)"
)
_YEARS = {YearKind.PROJECT: "project_year", YearKind.CALL: "call_year", YearKind.CLOSING: _CLOSING}

# An era's letter, then its years and running numbers by size: H31-0001, R8-0001, R10-0001.
_BY_NUMBER = "substr(number, 1, 1) {0}, length(number) {0}, number {0}"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases are listed; an empty filter lists all. ``closed`` names the states that end a case."""

    programme: str | None = None
    year: int | None = None
    year_kind: YearKind = YearKind.PROJECT
    states: frozenset[str] = frozenset()
    text: str = ""
    open_only: bool = False
    closed: frozenset[str] = frozenset()
    only: frozenset[tuple[str, str]] = frozenset()  # (programme, state): a state may end one programme's cases alone
    never: frozenset[tuple[str, str]] = frozenset()
    due_by: date | None = None


class CaseLine(NamedTuple):
    """A case as a list shows it; amounts in yen."""

    id: int
    number: str
    programme: str
    project_year: int
    state: str
    applicant: str
    applicant_name: str
    title: str
    received_on: date
    due_on: date | None
    requested: int | None
    awarded: int | None
    sample: bool
    version: int


_COLUMNS = ", ".join(CaseLine._fields)


class CaseListing:
    """Ordered ids of all cases found, and their lines block by block."""

    def __init__(self, connection: CaseFile, *, lent: bool = False) -> None:
        self._connection = connection
        self._lent = lent

    @classmethod
    def open_if_current(cls, folder: Path) -> "CaseListing | None":
        """A listing of the folder's cases; ``None`` where there are none yet or ``Database.open`` has work to do."""
        path = folder / FILE_NAME
        try:
            found, _ = standing(path)
            return cls(connect(path, read_only=True)) if found is Standing.CURRENT else None
        except (driver.Error, OSError):
            return None

    def close(self) -> None:
        """Let go of the file; a connection that was lent stays open for its owner."""
        if not self._lent:
            self._connection.close()

    def ids(
        self, chosen: CaseFilter | None = None, order: CaseOrder = CaseOrder.DUE, *, descending: bool = False
    ) -> "array[int]":
        """The ids of the cases found, in order; cases without a value of the order come last."""
        where, parameters = _condition(chosen or CaseFilter())
        query = f"SELECT id FROM cases{where} ORDER BY {_ordering(order, descending=descending)}"  # noqa: S608 - no text of the user's
        return array("q", (number for (number,) in self._connection.execute(query, parameters).fetchall()))

    def rows(self, ids: Sequence[int]) -> list[CaseLine]:
        """The lines of these cases in this order; one that has gone since is left out."""
        places = _places(ids)
        query = f"SELECT {_COLUMNS} FROM cases WHERE id IN ({places})"  # noqa: S608 - our own columns
        found = {row[0]: _line(row) for row in self._connection.execute(query, tuple(ids)).fetchall()}
        return [found[number] for number in ids if number in found]

    def counts(self) -> Mapping[tuple[str, int, str], int]:
        """How many cases there are of each programme, project year and state."""
        query = "SELECT programme, project_year, state, count(*) FROM cases GROUP BY programme, project_year, state"
        return {(programme, year, state): n for programme, year, state, n in self._connection.execute(query).fetchall()}

    def years(self, kind: YearKind, only: frozenset[tuple[str, str]]) -> list[int]:
        """The years of that kind of the cases in one of these (programme, state), the latest first."""
        where, parameters = _condition(CaseFilter(only=only))
        query = f"SELECT DISTINCT {_YEARS[kind]} FROM cases{where}"  # noqa: S608 - our own columns
        found = (year for (year,) in self._connection.execute(query, parameters).fetchall())
        return sorted((year for year in found if year is not None), reverse=True)

    def last_act(self) -> int:
        """The number of the newest act; drafts are none, so typing does not change it."""
        newest: int | None = self._connection.execute("SELECT max(id) FROM operations").fetchone()[0]
        return newest or 0

    def stamp(self) -> int:
        """A number that differs once another connection, such as the command line's, has changed the file."""
        return pragma(self._connection, "data_version")


def _condition(chosen: CaseFilter) -> tuple[str, tuple[object, ...]]:
    parts: list[tuple[str, Iterable[object]]] = []
    if chosen.programme is not None:
        parts.append(("programme = ?", (chosen.programme,)))
    if chosen.year is not None:
        parts.append((f"{_YEARS[chosen.year_kind]} = ?", (chosen.year,)))
    if chosen.states:
        parts.append((f"state IN ({_places(chosen.states)})", sorted(chosen.states)))
    if chosen.open_only and chosen.closed:
        parts.append((f"state NOT IN ({_places(chosen.closed)})", sorted(chosen.closed)))
    parts += _standings(chosen)
    if chosen.due_by is not None:
        parts.append(("due_on <= ?", (chosen.due_by.isoformat(),)))
    found, words = matching(chosen.text)
    if words:
        parts.append((found, words))
    where = " AND ".join(condition for condition, _ in parts)
    parameters = tuple(value for _, values in parts for value in values)
    return (f" WHERE {where}" if where else ""), parameters


def _standings(chosen: CaseFilter) -> Iterator[tuple[str, Iterable[object]]]:
    for pairs, membership in ((chosen.only, "IN"), (chosen.never, "NOT IN")):
        if pairs:
            values = ", ".join("(?, ?)" for _ in pairs)
            yield f"(programme, state) {membership} (VALUES {values})", chain.from_iterable(sorted(pairs))


def _ordering(order: CaseOrder, *, descending: bool) -> str:
    way = "DESC" if descending else "ASC"
    if order is CaseOrder.NUMBER:
        return f"{_BY_NUMBER.format(way)}, id"
    return f"{order.value} {way} NULLS LAST, id"


def _places(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _line(row: tuple[object, ...]) -> CaseLine:
    line = CaseLine._make(row)
    received_on, due_on = str(line.received_on), line.due_on
    return line._replace(
        received_on=date.fromisoformat(received_on),
        due_on=None if due_on is None else date.fromisoformat(str(due_on)),
        sample=bool(line.sample),
    )
