"""The one file of cases and how it is connected to, in plain driver calls: quick enough for the first window."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as driver  # sqlcipher3 ships no types and offers the same calls
else:
    from sqlcipher3 import dbapi2 as driver

__all__ = [
    "APPLICATION_ID",
    "BACKUPS",
    "FILE_NAME",
    "SCHEMA",
    "CaseFile",
    "OperationSlot",
    "connect",
    "driver",
    "pragma",
]

FILE_NAME = "cases.clair"
BACKUPS = "backups"  # the folder beside it
APPLICATION_ID = 0x434C4152  # "CLAR"
SCHEMA = 6  # the newest migration; kept in the file as user_version
OLDEST_SQLITE = (3, 51, 3)  # earlier ones can corrupt a file that two connections write at once

_PRAGMAS = (
    "cipher_log_level = NONE",
    "busy_timeout = 5000",
    "foreign_keys = ON",
    "synchronous = EXTRA",
    "cache_size = -65536",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "recursive_triggers = ON",
)


class OperationSlot:
    """The operation that a connection is writing for; the journal's triggers ask for it."""

    def __init__(self) -> None:
        self.operation: int | None = None

    def current(self) -> int:
        if self.operation is None:
            raise LookupError("a kept record was changed outside an operation")
        return self.operation


class CaseFile(driver.Connection):
    """A connection to the cases, which knows the operation it writes for."""

    slot: OperationSlot


def connect(database: Path | str, *, read_only: bool = False) -> CaseFile:
    """A connection with every setting this program relies on; transactions are begun by hand."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} can damage files; {OLDEST_SQLITE} or newer is needed")
    connection = driver.connect(
        str(database), timeout=5, isolation_level=None, check_same_thread=False, factory=CaseFile
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        # A reader may still roll back what a killed program left half written, so the file is not opened as read-only.
        connection.execute("PRAGMA query_only = ON" if read_only else "PRAGMA journal_mode = TRUNCATE")
        connection.slot = OperationSlot()
        connection.create_function("clair_operation", 0, connection.slot.current)
    except driver.Error:
        connection.close()
        raise
    return connection


def pragma(connection: CaseFile, name: str) -> int:
    """The value of a numeric setting of the file, such as ``user_version``."""
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
