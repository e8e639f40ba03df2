"""Open cases and their few belongings in long columns, for what looks at thousands of them at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, func, select, update
from sqlalchemy.orm import Session

from clair_desktop.domain.typed import folded
from clair_desktop.model.column_types import Json
from clair_desktop.model.tables import CaseRow, DecisionRow, EnclosureRow

_AT_ONCE = 500  # rows in memory while a year is read through


class OpenCaseRow(NamedTuple):
    """What judging a case needs of its row."""

    id: int
    number: str
    state: str
    title: str
    received_on: date
    due_on: date | None
    sample: bool
    answers: Json


class BodyCaseRow(NamedTuple):
    """A case of one body, of whatever programme and year."""

    id: int
    number: str
    programme: str
    project_year: int
    state: str
    received_on: date
    sample: bool
    applicant: str
    answers: Json


_OPEN = (
    CaseRow.id, CaseRow.number, CaseRow.state, CaseRow.title, CaseRow.received_on, CaseRow.due_on, CaseRow.sample,
    CaseRow.answers,
)  # fmt: skip
_OF_BODY = (
    CaseRow.id, CaseRow.number, CaseRow.programme, CaseRow.project_year, CaseRow.state, CaseRow.received_on,
    CaseRow.sample, CaseRow.applicant, CaseRow.answers,
)  # fmt: skip


class Caseload:
    """Reads by programme and year; nothing of it loads more than a few hundred cases at a time."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_years(self, programme: str, closed: Collection[str]) -> list[int]:
        """The project years that have open cases of the programme, in order."""
        chosen = select(CaseRow.project_year).where(CaseRow.programme == programme, CaseRow.state.not_in(closed))
        return list(self._session.scalars(chosen.distinct().order_by(CaseRow.project_year)))

    def count_open(self, programme: str, year: int, closed: Collection[str]) -> int:
        chosen = select(func.count()).select_from(CaseRow).where(*_of_year(programme, year))
        return int(self._session.scalar(chosen.where(CaseRow.state.not_in(closed))) or 0)

    def open_cases(
        self, programme: str, year: int, closed: Collection[str], *, after: int = 0, most: int = _AT_ONCE
    ) -> list[OpenCaseRow]:
        """The next open cases in the order in which they came, those beyond the case ``after``."""
        chosen = select(*_OPEN).where(*_of_year(programme, year), CaseRow.state.not_in(closed), CaseRow.id > after)
        return [OpenCaseRow(*row) for row in self._session.execute(chosen.order_by(CaseRow.id).limit(most))]

    def enclosed_kinds(self, cases: Sequence[int]) -> Mapping[int, frozenset[str]]:
        """The kinds of enclosure that are there, by case."""
        chosen = select(EnclosureRow.case_id, EnclosureRow.kind).where(EnclosureRow.case_id.in_(cases))
        found: defaultdict[int, set[str]] = defaultdict(set)
        for case_id, kind in self._session.execute(chosen.where(EnclosureRow.kind.is_not(None))):
            found[case_id].add(str(kind))
        return {case_id: frozenset(kinds) for case_id, kinds in found.items()}

    def decisions(self, cases: Sequence[int]) -> Mapping[int, Sequence[DecisionRow]]:
        """What posts have decided, by case."""
        chosen = select(DecisionRow).where(DecisionRow.case_id.in_(cases))
        found: defaultdict[int, list[DecisionRow]] = defaultdict(list)
        for row in self._session.scalars(chosen.order_by(DecisionRow.id)):
            found[row.case_id].append(row)
        return dict(found)

    def of_authorities(self, codes: Collection[str]) -> Mapping[str, Sequence[BodyCaseRow]]:
        """Every case of some local authorities, by their codes."""
        found: defaultdict[str, list[BodyCaseRow]] = defaultdict(list)
        for row in self._received(CaseRow.applicant.in_(codes)):
            found[row.applicant].append(row)
        return dict(found)

    def of_body(self, name: str) -> list[BodyCaseRow]:
        """Every case of a body that has no code, by its name, widths apart."""
        return self._received(CaseRow.id.in_(self._named(name)))

    def _received(self, condition: ColumnElement[bool]) -> list[BodyCaseRow]:
        chosen = select(*_OF_BODY).where(condition).order_by(CaseRow.received_on, CaseRow.id)
        return [BodyCaseRow(*row) for row in self._session.execute(chosen)]

    def set_due_days(self, days: Mapping[int, date | None]) -> None:
        """Keep the day a list shows. It follows from the rules, so it is no change that an open window must hear of."""
        if days:
            self._session.flush()
            statement = (
                update(CaseRow.__table__)  # type: ignore[arg-type]  # the table of a mapped class is one
                .where(CaseRow.__table__.c.id == bindparam("case"))
                .values(due_on=bindparam("day"))
            )
            self._session.execute(statement, [{"case": case, "day": day} for case, day in days.items()])

    def _named(self, name: str) -> list[int]:
        wanted = folded(name)
        nameless = select(CaseRow.id, CaseRow.applicant_name).where(CaseRow.applicant == "")
        return [case for case, typed in self._session.execute(nameless) if folded(typed) == wanted]


def _of_year(programme: str, year: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return CaseRow.programme == programme, CaseRow.project_year == year
