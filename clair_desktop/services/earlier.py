"""The cases that went before one: read when a check first asks, which most never do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from clair_desktop.domain.answers import loaded
from clair_desktop.domain.facts import Answers, Earlier
from clair_desktop.domain.fields import Field
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.workflow import Tone
from clair_desktop.model.caseload import BodyCaseRow
from clair_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Receipt:
    """When a case came: what was received before it counts as earlier, specimens among specimens only."""

    on: date
    case_id: int
    sample: bool = False

    def follows(self, row: BodyCaseRow) -> bool:
        return (row.received_on, row.id) < (self.on, self.case_id) and row.sample == self.sample


class EarlierCases(Sequence[Earlier]):
    """Cases that are read only once somebody looks."""

    def __init__(self, read: Callable[[], Sequence[Earlier]]) -> None:
        self._read = read
        self._found: Sequence[Earlier] | None = None

    @property
    def _cases(self) -> Sequence[Earlier]:
        if self._found is None:
            self._found = self._read()
        return self._found

    def __len__(self) -> int:
        return len(self._cases)

    @overload
    def __getitem__(self, place: int) -> Earlier: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Earlier]: ...
    def __getitem__(self, place: int | slice) -> Earlier | Sequence[Earlier]:
        return self._cases[place]


class Precedents:
    """All cases of a body, kept for as long as this object is: one reading through many cases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._by_body: dict[tuple[str, str], list[tuple[BodyCaseRow, Earlier]]] = {}
        self._fields: dict[tuple[str, int], Sequence[Field]] = {}
        self._rows: dict[str, Sequence[BodyCaseRow]] = {}
        self._expected: set[str] = set()

    def expect(self, cases: Iterable[Mapping[str, object]]) -> None:
        """The answers of the cases that come next: whoever asks first has the cases of all their bodies read at once."""
        self._expected = {str(answers.get("applicant") or "") for answers in cases} - {""}

    def before(self, receipt: Receipt | None, answers: Answers) -> EarlierCases:
        """What the applicant of these answers asked for earlier; everything where no case holds them yet."""
        code, name = str(answers.get("applicant", "")), str(answers.get("requester_name", ""))
        return EarlierCases(
            lambda: [
                earlier
                for row, earlier in self._of(code, "" if code else name)
                if (receipt.follows(row) if receipt else not row.sample)
            ]
        )

    def _of(self, code: str, name: str) -> Iterable[tuple[BodyCaseRow, Earlier]]:
        if not code and not name.strip():
            return ()
        if (code, name) not in self._by_body:
            rows = self._of_authority(code) if code else self._of_named(name)
            known = [row for row in rows if row.programme in self._desk.programmes]
            self._by_body[code, name] = [(row, self._earlier(row)) for row in known]
        return self._by_body[code, name]

    def _of_authority(self, code: str) -> Sequence[BodyCaseRow]:
        if code not in self._rows:
            wanted = (self._expected | {code}) - self._rows.keys()
            with self._desk.database.reading() as work:
                found = work.caseload.of_authorities(wanted)
            self._rows |= {one: found.get(one, ()) for one in wanted}
        return self._rows[code]

    def _of_named(self, name: str) -> Sequence[BodyCaseRow]:
        with self._desk.database.reading() as work:
            return work.caseload.of_body(name)

    def _earlier(self, row: BodyCaseRow) -> Earlier:
        programme, year = self._desk.programmes[row.programme], FiscalYear(row.project_year)
        key = (row.programme, row.project_year)
        if key not in self._fields:
            self._fields[key] = list(programme.edition(year).fields())
        fields = self._fields[key]
        stopped = programme.workflow.state(row.state).tone is Tone.STOPPED
        return Earlier(row.number, row.programme, year, loaded(fields, row.answers), stopped)
