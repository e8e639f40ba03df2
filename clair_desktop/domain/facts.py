"""What a check may know of a case: its answers, its enclosures, the day, and the names of bodies and countries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.parties import Names
from clair_desktop.domain.typed import folded
from clair_desktop.domain.working_days import WEEKENDS_ONLY, WorkingDays

Answers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another case of the branch; ``stopped`` where it ended without being carried out, and so counts nowhere."""

    number: str
    programme: str
    project_year: FiscalYear
    answers: Answers
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """One case on one day. ``enclosed`` holds the kinds of enclosure that are there.

    ``earlier`` are the cases received before this one, never later ones: a third use leaves the first two as they were.
    ``branch`` is the code of the branch that works the case, empty where that is not asked: none chosen, a sample, closed.
    ``days`` are the branch's working days and the holidays abroad; ``deadline_hour`` is 17:00 where the call names it.
    """

    answers: Answers
    on: date
    names: Names
    enclosed: frozenset[str] = frozenset()
    earlier: Sequence[Earlier] = ()
    branch: str = ""
    received_on: date | None = None
    days: WorkingDays = WEEKENDS_ONLY
    deadline_hour: str = ""

    def yen(self, key: str) -> int | None:
        value = self.answers.get(key)
        return value if isinstance(value, int) else None

    def text(self, key: str) -> str:
        value = self.answers.get(key)
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> date | None:
        value = self.answers.get(key)
        return value if isinstance(value, date) else None

    def rows(self, key: str) -> Sequence[Mapping[str, object]]:
        value = self.answers.get(key)
        return cast("Sequence[Mapping[str, object]]", value) if isinstance(value, tuple) else ()

    def sum_of(self, key: str, column: str) -> int:
        """The total of a yen column of a row table."""
        return sum(value for row in self.rows(key) if isinstance(value := row.get(column), int))

    def count(self, row: Mapping[str, object], column: str) -> Fraction | None:
        value = row.get(column)
        return value if isinstance(value, Fraction) else None

    def earlier_of(self, programme: str) -> list[Earlier]:
        """The same body's earlier cases of a programme, of every year, without those that were stopped."""
        body = _body(self.answers)
        found = [one for one in self.earlier if one.programme == programme and not one.stopped]
        return [one for one in found if body and _body(one.answers) == body]


def _body(answers: Answers) -> str:
    """A local authority by its code, any other body by its name as typed."""
    return str(answers.get("applicant") or folded(str(answers.get("requester_name", ""))))
