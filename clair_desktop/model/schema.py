"""Whether a file of cases is this program's and of its time; bringing an older one up to date, refusing all others."""

from enum import Enum, auto
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.connection import APPLICATION_ID, BACKUPS, SCHEMA, connect, driver, pragma
from clair_desktop.support.clock import Clock

_MAGIC = b"SQLite format 3\0"

FOREIGN = Wording(
    "「{name}」はこのプログラムのデータではありません。変更せずに閉じました。別のフォルダーを選ぶか、このファイルを移してください。",
    "“{name}” is not this program's data. It was left as it is. Choose another folder, or move the file away.",
)
UNREADABLE = Wording(
    "「{name}」を読み取れません。変更せずに閉じました。もう一度開いても同じときは、「{backups}」フォルダーの控えから戻してください。",
    "“{name}” cannot be read. It was left as it is. If it stays so on opening again, restore a copy from “{backups}”.",
)
NEWER = Wording(
    "「{name}」は新しい版のプログラムで作られています（データの版 {file}、このプログラムの版 {program}）。"
    "プログラムを更新してください。",
    "“{name}” was made by a newer program (data version {file}, this program's {program}). Please update the program.",
)


class Standing(Enum):
    """A file of cases as this program finds it."""

    ABSENT = auto()
    OLDER = auto()
    CURRENT = auto()
    NEWER = auto()
    FOREIGN = auto()


def standing(path: Path) -> tuple[Standing, int]:
    """The file's standing and the number of its newest migration. Nothing of it is changed."""
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return Standing.ABSENT, 0
    if not path.is_file() or not _claims_to_be_ours(path):
        return Standing.FOREIGN, 0
    connection = connect(path, read_only=True)
    try:
        application, version = pragma(connection, "application_id"), pragma(connection, "user_version")
        empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    finally:
        connection.close()
    if empty and application in (0, APPLICATION_ID):  # made, and killed before its first commit
        return Standing.ABSENT, 0
    return _of(application, version), version


def prepare(path: Path, clock: Clock) -> None:
    """Create the file, or bring it up to date after a verified backup; refuse in words what cannot be opened."""
    try:
        found, version = standing(path)
    except driver.DatabaseError as fault:
        if fault.sqlite_errorcode not in (driver.SQLITE_NOTADB, driver.SQLITE_CORRUPT):
            raise
        raise Refusal(UNREADABLE.filled(name=path.name, backups=BACKUPS)) from fault
    if found is Standing.FOREIGN:
        raise Refusal(FOREIGN.filled(name=path.name))
    if found is Standing.NEWER:
        raise Refusal(NEWER.filled(name=path.name, file=version, program=SCHEMA))
    if found is Standing.CURRENT:
        return
    if found is Standing.OLDER:
        from clair_desktop.model.backup import back_up

        back_up(path, reason=f"before-{SCHEMA:04}", clock=clock)
    from clair_desktop.model.upgrading import upgrade

    upgrade(path)


def _claims_to_be_ours(path: Path) -> bool:
    """By its first bytes, so that somebody else's database is not even connected to."""
    with path.open("rb") as file:
        header = file.read(100)
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") in (0, APPLICATION_ID)


def _of(application: int, version: int) -> Standing:
    if application != APPLICATION_ID:
        return Standing.FOREIGN
    if version == SCHEMA:
        return Standing.CURRENT
    return Standing.NEWER if version > SCHEMA else Standing.OLDER
