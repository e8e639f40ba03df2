"""Rows that belong to a case: its steps, enclosures, decisions and prints."""

from functools import cache
from hashlib import sha256
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, bindparam, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import ContentRow, DecisionRow, EnclosureRow, EventRow, PartRow, PrintRow

Owned = TypeVar("Owned", PartRow, EventRow, EnclosureRow, DecisionRow, PrintRow)

UNREADABLE = Wording(
    "添付書類の中身が記録と一致しません。控えから戻すか、もう一度添付してください。",
    "The content of an enclosure does not match its record. Restore it from a backup, or enclose it again.",
)


@cache
def _chosen(row: Any, order: Any) -> Any:
    """Made once, since every look at a case asks for five kinds."""
    return select(row).where(row.case_id == bindparam("case")).order_by(row.id if order is None else order, row.id)


class Belongings(Generic[Owned]):
    """The rows of one kind, case by case, in their own order and then as they came."""

    def __init__(self, session: Session, row: type[Owned], order: InstrumentedAttribute[int] | None = None) -> None:
        self._session = session
        self._chosen: Select[tuple[Owned]] = _chosen(row, order)

    def of(self, case_id: int) -> list[Owned]:
        return list(self._session.scalars(self._chosen, {"case": case_id}))

    def add(self, row: Owned) -> Owned:
        self._session.add(row)
        self._session.flush()
        return row

    def remove(self, row: Owned) -> None:
        self._session.delete(row)
        self._session.flush()

    def remove_all(self, case_id: int) -> None:
        for row in self.of(case_id):
            self.remove(row)


class Events(Belongings[EventRow]):
    def __init__(self, session: Session) -> None:
        super().__init__(session, EventRow)


class Prints(Belongings[PrintRow]):
    def __init__(self, session: Session) -> None:
        super().__init__(session, PrintRow)


class Decisions(Belongings[DecisionRow]):
    def __init__(self, session: Session) -> None:
        super().__init__(session, DecisionRow)

    def put(self, decision: DecisionRow) -> DecisionRow:
        """Record a decision; an earlier one on the same rule gives way and stays in the journal."""
        for earlier in self.of(decision.case_id):
            if earlier.rule == decision.rule:
                self.remove(earlier)
        return self.add(decision)


class Enclosures(Belongings[EnclosureRow]):
    """Enclosed files. Their bytes are kept once each, named by their hash, and never removed by an undo."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, EnclosureRow, EnclosureRow.position)

    def get(self, enclosure_id: int) -> EnclosureRow:
        return self._session.get_one(EnclosureRow, enclosure_id)

    def add_content(self, content: bytes) -> str:
        """Keep the bytes and give their SHA-256."""
        name = sha256(content).hexdigest()
        known = insert(ContentRow).prefix_with("OR IGNORE")
        self._session.execute(known, [{"sha256": name, "size": len(content), "data": content}])
        return name

    def content(self, name: str, unreadable: Wording = UNREADABLE) -> bytes:
        """The bytes of this SHA-256, checked against it; ``unreadable`` says which file it was."""
        content = self._session.scalar(select(ContentRow.data).where(ContentRow.sha256 == name))
        if content is None or sha256(content).hexdigest() != name:
            raise Refusal(unreadable)
        return content
