"""Released packs of cases, and the ledger of what was printed."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clair_desktop.model.release_tables import LedgerRow, ReleaseRow


class Releases:
    """The packs of cases that were released; one content of one case is one pack, however often it is printed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, case_id: int) -> Sequence[ReleaseRow]:
        """Those of a case, in the order they were released."""
        return self._session.scalars(select(ReleaseRow).filter_by(case_id=case_id).order_by(ReleaseRow.id)).all()

    def of_year(self, programme: str, project_year: int) -> dict[int, list[ReleaseRow]]:
        """Those of a programme and year by case, each in their order."""
        chosen = select(ReleaseRow).filter_by(programme=programme, project_year=project_year).order_by(ReleaseRow.id)
        found: dict[int, list[ReleaseRow]] = {}
        for row in self._session.scalars(chosen):
            found.setdefault(row.case_id, []).append(row)
        return found

    def find(self, pack_id: str) -> ReleaseRow | None:
        return self._session.scalar(select(ReleaseRow).filter_by(pack_id=pack_id))

    def of_content(self, case_id: int, content_sha256: str) -> ReleaseRow | None:
        return self._session.scalar(select(ReleaseRow).filter_by(case_id=case_id, content_sha256=content_sha256))

    def add(self, row: ReleaseRow) -> ReleaseRow:
        self._session.add(row)
        self._session.flush()
        return row


class Ledger:
    """Every paper that was printed, saved or sent, the earliest first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, row: LedgerRow) -> LedgerRow:
        self._session.add(row)
        self._session.flush()
        return row

    def all(self) -> Sequence[LedgerRow]:
        return self._session.scalars(select(LedgerRow).order_by(LedgerRow.id)).all()

    def with_hash(self, sha256: str) -> Sequence[LedgerRow]:
        return self._session.scalars(select(LedgerRow).filter_by(sha256=sha256).order_by(LedgerRow.id)).all()

    def of_pack(self, pack_id: str) -> Sequence[LedgerRow]:
        return self._session.scalars(select(LedgerRow).filter_by(pack_id=pack_id).order_by(LedgerRow.id)).all()

    def next_pack_number(self, case_number: str) -> int:
        """After the highest that any case of this number ever had, also one that has been deleted."""
        highest = select(func.max(LedgerRow.pack_number)).filter_by(case_number=case_number)
        return (self._session.scalar(highest) or 0) + 1
