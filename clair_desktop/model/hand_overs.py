"""The ledger of registers that were handed out."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clair_desktop.model.hand_over_tables import HandOverRow


class HandOvers:
    """Every file that was handed out, the earliest first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, row: HandOverRow) -> HandOverRow:
        self._session.add(row)
        self._session.flush()
        return row

    def all(self) -> Sequence[HandOverRow]:
        return self._session.scalars(select(HandOverRow).order_by(HandOverRow.id)).all()

    def of(self, programme: str, project_year: int, number: int) -> Sequence[HandOverRow]:
        """The files of one hand-over."""
        chosen = select(HandOverRow).filter_by(programme=programme, project_year=project_year, number=number)
        return self._session.scalars(chosen.order_by(HandOverRow.id)).all()

    def last_number(self, programme: str, project_year: int) -> int:
        """The number of the newest hand-over of a programme and year; 0 where there was none."""
        highest = select(func.max(HandOverRow.number)).filter_by(programme=programme, project_year=project_year)
        return self._session.scalar(highest) or 0
