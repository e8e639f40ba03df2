"""Taking an act back: the inverse of each of its changes, the last first, where nobody has changed the row since."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.hand_over_tables import HandOverRow
from clair_desktop.model.release_tables import LedgerRow, ReleaseRow
from clair_desktop.model.tables import Base, ContentRow, JournalRow, OperationRow

CHANGED_SINCE = Wording(
    "「{title}」の後に同じ記録が変更されているため、元に戻せません。後の操作を先に元に戻すか、内容を直接直してください。",
    "“{title}” cannot be undone: what it changed was changed again since. Undo the later act first, or correct by hand.",
)

_BOOKKEEPING = frozenset({"version", "updated_at"})  # not what anybody entered; an undo moves them on, never back


# What was printed or handed out stays so, and its ledger says it, also when the act that did it is taken back.
_STAYS = frozenset({LedgerRow.__tablename__, ReleaseRow.__tablename__, HandOverRow.__tablename__})


class _ChangedSince(Exception):
    pass


def take_back(session: Session, undone: OperationRow, now: datetime) -> None:
    """Apply the inverses of an act; where it refuses, the caller's savepoint takes back what was already applied."""
    session.flush()
    chosen = sa.select(JournalRow).where(JournalRow.operation == undone.id).order_by(JournalRow.id.desc())
    try:
        for change in session.scalars(chosen).all():
            if change.tbl != ContentRow.__tablename__ and not (change.kind == "I" and change.tbl in _STAYS):
                _take_back(session, change, now)
    except (_ChangedSince, IntegrityError) as reason:
        title = Wording(undone.title_ja, undone.title_en)
        raise Refusal(CHANGED_SINCE.filled(title=title)) from reason
    session.expire_all()


def _take_back(session: Session, change: JournalRow, now: datetime) -> None:
    row = _KeptRow(session, change)
    if change.kind == "I":
        row.demand(change.diff)
        row.delete()
    elif change.kind == "D":
        row.demand_gone()
        row.insert(change.diff)
    else:
        row.demand({name: new for name, (_, new) in change.diff.items()})
        row.update({name: old for name, (old, _) in change.diff.items()}, now)


class _KeptRow:
    """The row that a change was made to, in the values that the file and the journal keep."""

    def __init__(self, session: Session, change: JournalRow) -> None:
        table = Base.metadata.tables[change.tbl]
        (key,) = table.primary_key.columns
        self._session = session
        self._table = sa.table(table.name, *(sa.column(name) for name in table.columns.keys()))  # noqa: SIM118 - a collection of columns
        self._here = self._table.c[key.name] == (int(change.pk) if isinstance(key.type, sa.Integer) else change.pk)

    def demand(self, expected: Mapping[str, object]) -> None:
        names = [name for name in expected if name not in _BOOKKEEPING]
        columns = [sa.literal(1), *(self._table.c[name] for name in names)]
        found = self._session.execute(sa.select(*columns).where(self._here)).one_or_none()
        if found is None or list(found[1:]) != [expected[name] for name in names]:
            raise _ChangedSince

    def demand_gone(self) -> None:
        if self._session.execute(sa.select(sa.literal(1)).select_from(self._table).where(self._here)).first():
            raise _ChangedSince

    def delete(self) -> None:
        self._session.execute(sa.delete(self._table).where(self._here))

    def insert(self, values: Mapping[str, object]) -> None:
        version = values.get("version")
        later = {"version": version + 1} if isinstance(version, int) else {}
        self._session.execute(sa.insert(self._table).values({**values, **later}))

    def update(self, values: Mapping[str, object], now: datetime) -> None:
        back: dict[str, object] = {name: old for name, old in values.items() if name not in _BOOKKEEPING}
        if "version" in self._table.c:
            back["version"] = self._table.c.version + 1
        if "updated_at" in self._table.c:
            back["updated_at"] = now.isoformat()
        self._session.execute(sa.update(self._table).where(self._here).values(back))
