"""The directory's kept rows: bodies, statements, and the values printed papers used."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clair_desktop.model.directory_tables import DirectoryBodyRow, DirectoryStatementRow, DirectoryUseRow
from clair_desktop.model.tables import JournalRow, OperationRow


class DirectoryEntries:
    """What the branch keeps over the shipped directory."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def stamp(self) -> str:
        """The newest act of all, so that one who remembers it knows whether anything may have changed since."""
        newest = select(OperationRow.token).order_by(OperationRow.id.desc()).limit(1)
        return self._session.scalar(newest) or ""

    def bodies(self) -> Sequence[DirectoryBodyRow]:
        return self._session.scalars(select(DirectoryBodyRow).order_by(DirectoryBodyRow.id)).all()

    def body(self, key: str) -> DirectoryBodyRow | None:
        return self._session.scalar(select(DirectoryBodyRow).where(DirectoryBodyRow.key == key))

    def statements(self) -> Sequence[DirectoryStatementRow]:
        return self._session.scalars(select(DirectoryStatementRow).order_by(DirectoryStatementRow.id)).all()

    def statement(self, number: int) -> DirectoryStatementRow | None:
        return self._session.get(DirectoryStatementRow, number)

    def over(self, shipped: str) -> DirectoryStatementRow | None:
        """The row that stands in the place of a shipped statement."""
        return self._session.scalar(select(DirectoryStatementRow).where(DirectoryStatementRow.over == shipped))

    def add(self, row: DirectoryBodyRow | DirectoryStatementRow) -> None:
        self._session.add(row)
        self._session.flush()

    def uses(self, case_id: int, pack: str) -> Sequence[DirectoryUseRow]:
        """What the prints of a pack used, the earliest first."""
        chosen = select(DirectoryUseRow).where(DirectoryUseRow.case_id == case_id, DirectoryUseRow.pack == pack)
        return self._session.scalars(chosen.order_by(DirectoryUseRow.id)).all()

    def note_use(self, use: DirectoryUseRow) -> None:
        self._session.add(use)
        self._session.flush()

    def remove_uses(self, case_id: int) -> None:
        for row in self._session.scalars(select(DirectoryUseRow).where(DirectoryUseRow.case_id == case_id)):
            self._session.delete(row)
        self._session.flush()

    def operations_on(self, keys: Sequence[str]) -> list[int]:
        """The acts that touched these bodies or what is said of them, the latest first; undone ones among them."""
        found: set[int] = set()
        for table, column in (
            (DirectoryBodyRow.__tablename__, "$.key"),
            (DirectoryStatementRow.__tablename__, "$.body"),
        ):
            begun = select(JournalRow.pk).where(
                JournalRow.tbl == table, JournalRow.kind == "I", func.json_extract(JournalRow.diff, column).in_(keys)
            )
            touched = select(JournalRow.operation).where(JournalRow.tbl == table, JournalRow.pk.in_(begun))
            found.update(self._session.scalars(touched))
        return sorted(found, reverse=True)
