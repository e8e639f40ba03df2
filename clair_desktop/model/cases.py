"""Cases and their parts, as they are kept."""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import Integer, func, select
from sqlalchemy import cast as as_type
from sqlalchemy.orm import Session

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.belongings import Belongings
from clair_desktop.model.connection import CaseFile
from clair_desktop.model.faults import CHANGED_ELSEWHERE
from clair_desktop.model.listing import CaseFilter, CaseLine, CaseListing, CaseOrder, YearKind
from clair_desktop.model.tables import CaseRow, PartRow

NO_SUCH_CASE = Wording("案件「{number}」は見つかりません。", "There is no case “{number}”.")
NO_SUCH_PART = Wording("この案件に「{key}」の部分はありません。", "This case has no part “{key}”.")


class Cases:
    """Every case; ``version`` is the one the user was shown, and an older one is refused."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, case: CaseRow) -> CaseRow:
        self._session.add(case)
        self._session.flush()
        return case

    def get(self, number: str, *, version: int | None = None) -> CaseRow:
        case = self._session.scalar(select(CaseRow).where(CaseRow.number == number))
        return _current(case, number, version)

    def by_id(self, case_id: int, *, version: int | None = None) -> CaseRow:
        return _current(self._session.get(CaseRow, case_id), str(case_id), version)

    def remove(self, case: CaseRow) -> None:
        """Remove a case whose belongings have been removed before."""
        self._session.delete(case)
        self._session.flush()

    def next_number(self, prefix: str) -> str:
        """The number after the highest of this prefix, such as ``R8-0001``; safe against others while in a work."""
        running = as_type(func.substr(CaseRow.number, len(prefix) + 2), Integer)
        ours = CaseRow.number.startswith(f"{prefix}-", autoescape=True)
        highest = self._session.scalar(select(func.max(running)).where(ours)) or 0
        return f"{prefix}-{highest + 1:04}"

    def listing(
        self,
        programme: str | None = None,
        year: int | None = None,
        state: str | None = None,
        text: str = "",
        *,
        year_kind: YearKind = YearKind.PROJECT,
        only: frozenset[tuple[str, str]] = frozenset(),
    ) -> list[CaseLine]:
        """Lines of the cases found, in the order of their numbers."""
        self._session.flush()
        driver_connection = self._session.connection().connection.driver_connection
        lines = CaseListing(cast("CaseFile", driver_connection), lent=True)
        states = frozenset({state}) if state else frozenset()
        chosen = CaseFilter(programme, year, year_kind, states, text, only=only)
        return lines.rows(lines.ids(chosen, CaseOrder.NUMBER))

    def of_year(self, programme: str, project_year: int) -> Sequence[CaseRow]:
        """Whole cases of one programme and year, in the order in which they came."""
        chosen = select(CaseRow).where(CaseRow.programme == programme, CaseRow.project_year == project_year)
        return self._session.scalars(chosen.order_by(CaseRow.id)).all()


class Parts(Belongings[PartRow]):
    def __init__(self, session: Session) -> None:
        super().__init__(session, PartRow, PartRow.position)

    def get(self, case_id: int, key: str) -> PartRow:
        part = next((part for part in self.of(case_id) if part.key == key), None)
        if part is None:
            raise Refusal(NO_SUCH_PART.filled(key=key), field="part")
        return part


def _current(case: CaseRow | None, asked_for: str, version: int | None) -> CaseRow:
    if case is None:
        raise Refusal(NO_SUCH_CASE.filled(number=asked_for), field="number")
    if version is not None and case.version != version:
        raise Refusal(CHANGED_ELSEWHERE)
    return case
