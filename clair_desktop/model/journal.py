"""Every change to a kept record, read from the journal: history for the reader, and the way back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from sqlalchemy import exists, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.directory_tables import DirectoryUseRow
from clair_desktop.model.hand_over_tables import HandOverRow
from clair_desktop.model.release_tables import LedgerRow, ReleaseRow
from clair_desktop.model.tables import Base, ContentRow, JournalRow, OperationRow, PrintRow
from clair_desktop.model.undo import take_back
from clair_desktop.support.clock import Clock

NOTHING_TO_UNDO = Wording("元に戻せる操作はありません。", "There is nothing to undo.")
UNDO_OF = Wording("元に戻す：{title}", "Undo: {title}")

_DIALECT = sqlite.dialect()
_NOTED = tuple(row.__tablename__ for row in (PrintRow, DirectoryUseRow, ReleaseRow, LedgerRow, HandOverRow, ContentRow))


class ChangeKind(StrEnum):
    ADDED = "I"
    CHANGED = "U"
    REMOVED = "D"


@dataclass(frozen=True, slots=True)
class Change:
    """One row's change: old and new value of each column concerned; ``None`` where there was or is none."""

    table: str
    key: str
    kind: ChangeKind
    columns: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act of a user and what it changed; ``undoes`` and ``undone_by`` name other acts."""

    operation: int
    title: Wording
    who: str
    at: datetime
    undoes: int | None
    undone_by: int | None
    changes: tuple[Change, ...]


class Journal:
    """``operation`` is the one that is being written, and will be the undo."""

    def __init__(self, session: Session, clock: Clock, operation: int | None) -> None:
        self._session = session
        self._clock = clock
        self._operation = operation

    def of_case(self, case_id: int) -> list[HistoryEntry]:
        """What happened to a case and all that belongs to it, the latest first."""
        chosen = select(JournalRow).where(JournalRow.case_id == case_id).order_by(JournalRow.id)
        by_operation = groupby(self._session.scalars(chosen), key=lambda row: row.operation)
        return [self._entry(operation, rows) for operation, rows in by_operation][::-1]

    def acts(self, operations: Sequence[int]) -> list[HistoryEntry]:
        """Certain acts with all that they changed, in the order asked for."""
        chosen = select(JournalRow).where(JournalRow.operation.in_(operations)).order_by(JournalRow.id)
        changed: dict[int, list[JournalRow]] = {}
        for row in self._session.scalars(chosen):
            changed.setdefault(row.operation, []).append(row)
        return [self._entry(operation, iter(changed.get(operation, []))) for operation in operations]

    def added(self, table: str, having: Mapping[str, object]) -> list[Mapping[str, object]]:
        """The rows ever added to a table that said this, as they were then, the earliest first."""
        chosen = select(JournalRow).where(JournalRow.tbl == table, JournalRow.kind == ChangeKind.ADDED.value)
        changes = (_change(row) for row in self._session.scalars(chosen.order_by(JournalRow.id)))
        rows = [{name: new for name, (_old, new) in change.columns.items()} for change in changes]
        return [row for row in rows if all(row.get(name) == value for name, value in having.items())]

    def last_undoable(self) -> Wording | None:
        """The title of the act that ``undo_last`` would undo."""
        last = self._last()
        return None if last is None else title_of(last)

    def undo_last(self) -> Wording:
        """Undo the newest act that is neither an undo nor undone; gives its title."""
        last = self._last()
        if last is None:
            raise Refusal(NOTHING_TO_UNDO)
        return self.undo(last.id)

    def undo(self, operation: int) -> Wording:
        """Undo one act, whole or not at all: a row that has changed since refuses it."""
        undone = self._session.get_one(OperationRow, operation)
        if undone.undone_by is not None or undone.undoes is not None:
            raise Refusal(NOTHING_TO_UNDO)
        undoing = self._session.get_one(OperationRow, self._operation)
        title = title_of(undone)
        with self._session.begin_nested():
            take_back(self._session, undone, self._clock.now())
        undoing.title_ja, undoing.title_en = UNDO_OF.ja.format(title=title.ja), UNDO_OF.en.format(title=title.en)
        undoing.undoes, undone.undone_by = undone.id, undoing.id
        self._session.flush()
        return title

    def _last(self) -> OperationRow | None:
        """A print that was noted is no change: what was printed stays printed, so undo passes it over."""
        changed = exists().where(JournalRow.operation == OperationRow.id, JournalRow.tbl.not_in(_NOTED))
        chosen = select(OperationRow).where(OperationRow.undoes.is_(None), OperationRow.undone_by.is_(None), changed)
        if self._operation is not None:
            chosen = chosen.where(OperationRow.id != self._operation)
        return self._session.scalar(chosen.order_by(OperationRow.id.desc()).limit(1))

    def _entry(self, operation: int, rows: Iterator[JournalRow]) -> HistoryEntry:
        act = self._session.get_one(OperationRow, operation)
        changes = tuple(map(_change, rows))
        return HistoryEntry(act.id, title_of(act), act.who, act.at, act.undoes, act.undone_by, changes)


def title_of(act: OperationRow) -> Wording:
    return Wording(act.title_ja, act.title_en)


def _change(row: JournalRow) -> Change:
    columns = {name: _values(row, name, kept) for name, kept in row.diff.items()}
    return Change(row.tbl, row.pk, ChangeKind(row.kind), columns)


def _values(row: JournalRow, column: str, kept: object) -> tuple[object, object]:
    if row.kind == ChangeKind.CHANGED and isinstance(kept, list):
        return _read(row.tbl, column, kept[0]), _read(row.tbl, column, kept[1])
    value = _read(row.tbl, column, kept)
    return (None, value) if row.kind == ChangeKind.ADDED else (value, None)


def _read(table: str, column: str, kept: object) -> object:
    """A kept value as the tables give it: a date, a truth, an object; as it stands where the column has gone."""
    columns = Base.metadata.tables[table].columns
    kind = columns[column].type if column in columns else None
    return kind.process_result_value(kept, _DIALECT) if isinstance(kind, TypeDecorator) else kept
