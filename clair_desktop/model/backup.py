"""Verified copies of the file of cases. No copy carries its final name before it has been opened and checked."""

import json
import secrets
import shutil
from hashlib import sha256
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.connection import BACKUPS, CaseFile, connect, pragma
from clair_desktop.support.clock import Clock

_SPARE = 200 << 20  # bytes that must stay free for the work that follows

NO_ROOM = Wording(
    "控えを取る空き容量が足りません（必要 {needed} MB、空き {free} MB）。「{folder}」のあるドライブを空けてください。",
    "There is no room for a backup ({needed} MB needed, {free} MB free). Make room on the drive of “{folder}”.",
)


class FaultyBackupError(Exception):
    """A copy did not pass its own check and was removed."""


def back_up(path: Path, *, reason: str, clock: Clock) -> Path:
    """A checked copy in ``backups/`` beside the file, with a small manifest; ``reason`` stands in its name."""
    folder = path.with_name(BACKUPS)
    folder.mkdir(exist_ok=True)
    _sweep(folder)
    _demand_room(path, folder)
    now = clock.now()
    final = folder / f"{now:%Y%m%d-%H%M%S}-{reason}-{secrets.token_hex(3)}{path.suffix}"
    part = final.with_suffix(".part")
    try:
        rows = _copy(path, part)
        version = _check(part, rows)
        manifest = {
            "sha256": sha256(part.read_bytes()).hexdigest(),
            "rows": rows,
            "user_version": version,
            "at": now.isoformat(),
            "reason": reason,
        }
        final.with_suffix(".json").write_text(json.dumps(manifest), encoding="utf-8")
        part.replace(final)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return final


def _sweep(folder: Path) -> None:
    """Remove what a killed backup left behind."""
    for leftover in folder.glob("*.part*"):
        leftover.unlink()


def _demand_room(path: Path, folder: Path) -> None:
    needed, free = path.stat().st_size * 2 + _SPARE, shutil.disk_usage(folder).free
    if free < needed:
        raise Refusal(NO_ROOM.filled(needed=needed >> 20, free=free >> 20, folder=folder))


def _copy(path: Path, part: Path) -> dict[str, int]:
    source, target = connect(path, read_only=True), connect(part)
    try:
        target.execute("PRAGMA journal_mode = DELETE")  # no side file may stay beside the copy
        source.execute("BEGIN")
        rows = _row_counts(source)
        source.backup(target)
        source.execute("COMMIT")
    finally:
        source.close()
        target.close()
    return rows


def _check(part: Path, rows: dict[str, int]) -> int:
    copy = connect(part, read_only=True)
    try:
        health = copy.execute("PRAGMA integrity_check").fetchall()
        dangling = copy.execute("PRAGMA foreign_key_check").fetchall()
        if health != [("ok",)] or dangling or _row_counts(copy) != rows:
            raise FaultyBackupError(f"{part.name}: {health[:3]} {dangling[:3]}")
        return pragma(copy, "user_version")
    finally:
        copy.close()


def _row_counts(connection: CaseFile) -> dict[str, int]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [name for (name,) in connection.execute(named).fetchall()]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608 - names from the file's own schema
