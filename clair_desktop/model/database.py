"""The file of cases, opened: one act of a user is one transaction is one operation of the journal."""

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Dialect, Engine, Pool, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import NullPool, QueuePool, StaticPool
from sqlalchemy.util import LRUCache

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.connection import FILE_NAME, CaseFile, connect, driver
from clair_desktop.model.faults import CHANGED_ELSEWHERE, OUTCOME_UNKNOWN, in_words
from clair_desktop.model.fresh import fresh_schema
from clair_desktop.model.instance import NOT_WRITABLE
from clair_desktop.model.listing import CaseListing
from clair_desktop.model.office import Drafts
from clair_desktop.model.schema import prepare
from clair_desktop.model.tables import JournalRow, OperationRow
from clair_desktop.model.work import Work
from clair_desktop.support.clock import Clock

_URL = "sqlite+pysqlite://"
_COMPILED: LRUCache[Any, Any] = LRUCache(1_000)  # statements, by what they ask


class Database:
    """All that is kept. ``who`` is the person or post that the journal names, and may change as people do."""

    def __init__(
        self,
        writer: Engine,
        reader: Engine,
        listing: Callable[[], CaseListing],
        *,
        clock: Clock,
        who: str,
        folder: Path | None = None,
    ) -> None:
        self.who = who
        self.folder = folder  # None where nothing is kept beyond this object
        self.listing = listing
        self._writer = writer
        self._reader = reader
        self._clock = clock
        self._running = threading.local()

    @classmethod
    def open(cls, folder: Path, *, clock: Clock, who: str) -> "Database":
        """Create or bring up to date the folder's file; a newer or a foreign one is refused and left as it is."""
        path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _spoken():
                prepare(path, clock)
        except OSError as fault:
            raise Refusal(NOT_WRITABLE.filled(folder=folder)) from fault
        writer = _engine(QueuePool, lambda: connect(path), "BEGIN IMMEDIATE")
        reader = _engine(QueuePool, lambda: connect(path, read_only=True), "BEGIN")
        listing = partial(_listing_of, path)
        return cls(writer, reader, listing, clock=clock, who=who, folder=folder)

    @classmethod
    def in_memory(cls, *, clock: Clock, who: str) -> "Database":
        """A database that lives as long as this object, for tests and trials; readers and writers share a connection."""
        connection = connect(":memory:")
        _blank().backup(connection)
        writer = _engine(StaticPool, lambda: connection, "PRAGMA query_only = OFF", "BEGIN")
        reader = _engine(StaticPool, lambda: connection, "PRAGMA query_only = ON", "BEGIN")
        return cls(writer, reader, lambda: CaseListing(connection, lent=True), clock=clock, who=who)

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()

    @contextmanager
    def work(self, title: Wording) -> Iterator[Work]:
        """One act of a user: leaving commits it, any exception undoes it, and where nothing changed nothing is kept."""
        with self._writing() as session:
            act = self._begin(session, title)
            connection = _driver_connection(session)
            before = connection.total_changes
            connection.slot.operation = act.id
            try:
                with self._as_running(Work(session, self._clock, act.id)) as work:
                    yield work
                session.flush()
            finally:
                connection.slot.operation = None
            if connection.total_changes == before:
                session.rollback()
                return
            if session.scalar(select(JournalRow.id).where(JournalRow.operation == act.id).limit(1)) is None:
                session.delete(act)
            self._commit(session, act)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """What is kept, at one moment; keep it short, for writers wait until it ends.

        Inside a work it is that work, which sees its own changes.
        """
        running: Work | None = getattr(self._running, "work", None)
        if running is not None:
            yield running
            return
        with (
            _spoken(),
            Session(self._reader, expire_on_commit=False) as session,
            self._as_running(Work(session, self._clock)) as work,
        ):
            yield work

    @contextmanager
    def drafting(self) -> Iterator[Drafts]:
        """A small transaction for what is being typed: no act, no journal."""
        with self._writing() as session:
            yield Drafts(session, self._clock)
            session.commit()

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if getattr(self._running, "work", None) is not None:
            raise RuntimeError("a work may not begin inside another, nor while reading")
        with _spoken(), Session(self._writer, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def _as_running(self, work: Work) -> Iterator[Work]:
        self._running.work = work
        try:
            yield work
        finally:
            self._running.work = None

    def _begin(self, session: Session, title: Wording) -> OperationRow:
        token = secrets.token_hex(8)
        act = OperationRow(title_ja=title.ja, title_en=title.en, who=self.who, at=self._clock.now(), token=token)
        session.add(act)
        session.flush()
        return act

    def _commit(self, session: Session, act: OperationRow) -> None:
        """An error while committing leaves the outcome unknown: the file itself is asked before anybody is told."""
        number, token = act.id, act.token
        try:
            session.commit()
        except DBAPIError:
            session.invalidate()
            if not self._has_arrived(number, token):
                raise

    def _has_arrived(self, number: int, token: str) -> bool:
        kept = select(OperationRow.id).where(OperationRow.id == number, OperationRow.token == token)
        try:
            self._reader.dispose()
            with Session(self._reader) as session:
                return session.scalar(kept) is not None
        except DBAPIError as fault:
            raise Refusal(OUTCOME_UNKNOWN) from fault


def _listing_of(path: Path) -> CaseListing:
    return CaseListing(connect(path, read_only=True))


def _engine(pool: type[Pool], creator: Callable[[], CaseFile], *begin: str) -> Engine:
    options = {"compiled_cache": _COMPILED}
    engine = create_engine(_URL, module=driver, poolclass=pool, creator=creator, execution_options=options)
    engine.dialect = _dialect()

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        for statement in begin:
            connection.exec_driver_sql(statement)

    return engine


@cache
def _blank() -> CaseFile:
    """An empty file of cases to copy, which is quicker than to make one anew."""
    made = connect(":memory:")
    made.executescript(fresh_schema())
    return made


@cache
def _dialect() -> Dialect:
    """One for readers, writers and every file of this process: a statement compiled for it is compiled once."""
    engine = create_engine(_URL, module=driver, poolclass=NullPool, creator=lambda: connect(":memory:"))
    with engine.connect():  # which tells it what this SQLite can do
        return engine.dialect


def _driver_connection(session: Session) -> CaseFile:
    return cast("CaseFile", session.connection().connection.driver_connection)


@contextmanager
def _spoken() -> Iterator[None]:
    """Faults that a user can mend, said in words; all others as they are."""
    try:
        yield
    except StaleDataError as fault:
        raise Refusal(CHANGED_ELSEWHERE) from fault
    except DBAPIError as fault:
        refusal = in_words(fault.orig)
        if refusal is None:
            raise
        raise refusal from fault
    except driver.Error as fault:
        refusal = in_words(fault)
        if refusal is None:
            raise
        raise refusal from fault
