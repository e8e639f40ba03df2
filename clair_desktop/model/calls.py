"""Calls, the bodies that were asked, and where the branch writes to them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from clair_desktop.model.tables import AddressRow, CallBodyRow, CallRow, CaseRow

BodyKey = tuple[str, str]  # a local authority's code, or "" and another body's name


class CallCase(NamedTuple):
    """A case as a call's list shows it."""

    number: str
    applicant: str
    applicant_name: str
    state: str
    received_on: date


class Calls:
    """Calls by programme, project year and round."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, project_year: int | None = None) -> Sequence[CallRow]:
        """Every call (of a year), the latest year first."""
        chosen = select(CallRow).order_by(CallRow.project_year.desc(), CallRow.programme, CallRow.round)
        if project_year is not None:
            chosen = chosen.where(CallRow.project_year == project_year)
        return self._session.scalars(chosen).all()

    def find(self, programme: str, project_year: int, round_: int) -> CallRow | None:
        chosen = select(CallRow).filter_by(programme=programme, project_year=project_year, round=round_)
        return self._session.scalar(chosen)

    def add(self, call: CallRow) -> CallRow:
        self._session.add(call)
        self._session.flush()
        return call

    def remove(self, call: CallRow) -> None:
        """Remove a call made by mistake, with the bodies asked."""
        for body in self.bodies(call.id):
            self._session.delete(body)
        self._session.flush()
        self._session.delete(call)
        self._session.flush()

    def bodies(self, call_id: int) -> Sequence[CallBodyRow]:
        """The bodies asked: local authorities in code order, then the others by name."""
        order = (CallBodyRow.body == "", CallBodyRow.body, CallBodyRow.name)
        return self._session.scalars(select(CallBodyRow).where(CallBodyRow.call_id == call_id).order_by(*order)).all()

    def ask(self, call_id: int, bodies: Sequence[BodyKey]) -> None:
        self._session.add_all([CallBodyRow(call_id=call_id, body=body, name=name) for body, name in bodies])
        self._session.flush()

    def take_back(self, body: CallBodyRow) -> None:
        self._session.delete(body)
        self._session.flush()

    def cases(self, programme: str, project_year: int) -> list[CallCase]:
        """Every case received for a programme's year, in the order in which they came."""
        chosen = select(CaseRow.number, CaseRow.applicant, CaseRow.applicant_name, CaseRow.state, CaseRow.received_on)
        of_year = chosen.where(CaseRow.programme == programme, CaseRow.project_year == project_year)
        return [CallCase(*row) for row in self._session.execute(of_year.order_by(CaseRow.id))]


class Addresses:
    """Addresses as the branch entered them; a body without one is written to by its name alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Mapping[BodyKey, AddressRow]:
        return {(row.body, row.name): row for row in self._session.scalars(select(AddressRow))}

    def get(self, body: BodyKey) -> AddressRow | None:
        return self._session.scalar(select(AddressRow).filter_by(body=body[0], name=body[1]))

    def put(self, body: BodyKey, *, postal_code: str, lines: str, section: str) -> None:
        """Keep an address in place of an earlier one; one that says nothing is forgotten."""
        kept = self.get(body)
        if not (postal_code or lines or section):
            if kept is not None:
                self._session.delete(kept)
        elif kept is None:
            row = AddressRow(body=body[0], name=body[1], postal_code=postal_code, lines=lines, section=section)
            self._session.add(row)
        else:
            kept.postal_code, kept.lines, kept.section = postal_code, lines, section
        self._session.flush()
