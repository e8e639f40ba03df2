"""A copy that carries its final name has been opened and checked; all others are swept away."""

from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.model import backup
from clair_desktop.model.backup import FaultyBackupError, back_up
from clair_desktop.model.connection import FILE_NAME, driver
from clair_desktop.model.database import Database
from clair_desktop.support.clock import FixedClock
from tests.model.records import RECEIVE, a_case
from tests.model.replay import tables_as_kept


def test_a_backup_holds_everything_and_opens_like_the_original(
    kept: Database, folder: Path, clock: FixedClock, tmp_path: Path
) -> None:
    with kept.work(RECEIVE) as work:
        a_case(work)
    copy = back_up(folder / FILE_NAME, reason="hand", clock=clock)
    restored = tmp_path / "restored"
    restored.mkdir()
    copy.rename(restored / FILE_NAME)
    assert tables_as_kept(restored) == tables_as_kept(folder)
    Database.open(restored, clock=clock, who="").close()


def test_a_backup_taken_while_an_act_is_unfinished_holds_what_was_kept_before(
    kept: Database, folder: Path, clock: FixedClock, tmp_path: Path
) -> None:
    with kept.work(RECEIVE) as work:
        a_case(work)
        copy = back_up(folder / FILE_NAME, reason="hand", clock=clock)
    (tmp_path / "copy").mkdir()
    copy.rename(tmp_path / "copy" / FILE_NAME)
    assert tables_as_kept(tmp_path / "copy")["cases"] == {}


def test_a_damaged_copy_never_gets_its_name(
    kept: Database, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup._copy

    def damaged(path: Path, part: Path) -> dict[str, int]:
        rows = copy(path, part)
        content = bytearray(part.read_bytes())
        content[4096:8192] = bytes(4096)
        part.write_bytes(content)
        return rows

    monkeypatch.setattr(backup, "_copy", damaged)
    with pytest.raises((FaultyBackupError, driver.DatabaseError)):
        back_up(folder / FILE_NAME, reason="hand", clock=clock)
    assert list((folder / "backups").glob("*.clair")) == []
    assert list((folder / "backups").glob("*.part*")) == []


def test_what_a_killed_backup_left_is_swept_by_the_next(kept: Database, folder: Path, clock: FixedClock) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "20261119-080000-hand-abcdef.part").write_bytes(b"half")
    copy = back_up(folder / FILE_NAME, reason="hand", clock=clock)
    assert sorted(path.suffix for path in (folder / "backups").iterdir()) == [".clair", ".json"]
    assert copy.exists()


def test_without_room_for_a_backup_the_clerk_is_told_how_much_is_needed(
    kept: Database, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_SPARE", 1 << 60)
    with pytest.raises(Refusal, match="There is no room for a backup"):
        back_up(folder / FILE_NAME, reason="hand", clock=clock)
