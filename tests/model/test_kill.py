"""A short slice of the soak's campaigns: kills and full disks; and that their examination sees what it should."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clair_desktop.model.connection import FILE_NAME, CaseFile, connect
from tests.soak.clerk import Clerk
from tests.soak.examination import complaints

posix = pytest.mark.skipif(os.name == "nt", reason="forks; on Windows the frozen program is killed instead")


@posix
@pytest.mark.parametrize(("campaign", "seconds"), [("kill", 5), ("kill-opening", 2), ("full-disk", 3)])
def test_nothing_acknowledged_is_lost_and_nothing_is_kept_by_half(campaign: str, seconds: int) -> None:
    command = [sys.executable, "-m", "tests.soak", campaign, "--seconds", str(seconds), "--seed", "20261120"]
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert run.stdout.startswith(f"{campaign}: nothing lost ("), run.stdout + run.stderr
    assert (run.returncode, run.stderr) == (0, "")


@pytest.fixture
def worked(folder: Path) -> Iterator[CaseFile]:
    """A file that a clerk has worked in for a while, and a tool that writes past every safeguard."""
    clerk = Clerk(folder, 7, lambda operation, draft: None)
    for _ in range(60):
        clerk.act()
    clerk.database.close()
    assert complaints(folder) == []
    tool = connect(folder / FILE_NAME)
    tool.execute("PRAGMA foreign_keys = OFF")
    for (name,) in tool.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        tool.execute(f"DROP TRIGGER {name}")
    yield tool
    tool.close()


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE cases SET requested = 9999999 WHERE id = 1", "the journal does not tell"),
        ("UPDATE cases SET state = 'awarded' WHERE id = 1", "a case whose state no event explains"),
        ("UPDATE parts SET state = 'accepted' WHERE id = 1", "a part whose state no event explains"),
        ("DELETE FROM events WHERE id = (SELECT max(id) FROM events)", "a step taken by half"),
        ("DELETE FROM cases WHERE id = 1", "references to nothing"),
        (
            "DELETE FROM journal WHERE kind = 'U' AND id = (SELECT min(id) FROM journal WHERE kind = 'U')",
            "journal has a gap",
        ),
        ("DELETE FROM journal WHERE operation = (SELECT max(id) FROM operations)", "an act without a change"),
        ("UPDATE operations SET undone_by = NULL", "an undo that only one side knows"),
    ],
)
def test_the_examination_sees_every_half_kept_act(
    worked: CaseFile, folder: Path, statement: str, complaint: str
) -> None:
    worked.execute(statement)
    assert any(complaint in found for found in complaints(folder))


def test_the_examination_sees_a_damaged_page(worked: CaseFile, folder: Path) -> None:
    path = folder / FILE_NAME
    content = bytearray(path.read_bytes())
    content[-4096 * 3 : -4096 * 2] = b"\xff" * 4096
    path.write_bytes(content)
    assert complaints(folder)
