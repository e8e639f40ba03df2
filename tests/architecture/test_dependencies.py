"""What is installed is what was chosen: locked by hash, explained, and free of the one defect that cost a version."""

import re
import subprocess
import sys
import tomllib

import pytest

from tests.architecture.checkout import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DIRECT = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
PEERS = PROJECT["dependency-groups"]["bench"]  # measured against, never shipped
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt")


def locked(name: str) -> dict[str, list[str]]:
    """``name==version`` to its hashes."""
    text = re.sub("#.*", "", (ROOT / name).read_text("utf-8")).replace("\\\n", " ")
    lines = [line.split(" --hash=") for line in text.splitlines() if line.strip()]
    return {line[0].split()[0]: [part.split()[0] for part in line[1:]] for line in lines}


def plain(name: str) -> str:
    return re.split(r"[=<>~! ]", name)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_exact_and_carries_a_hash(lock: str) -> None:
    requirements = locked(lock)
    assert requirements
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+", name) for name in requirements), requirements.keys()
    assert [name for name, hashes in requirements.items() if not hashes] == []
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", text) for hashes in requirements.values() for text in hashes)


def test_developing_runs_the_very_versions_that_are_shipped() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


def test_every_direct_dependency_is_locked_and_explained() -> None:
    names = {plain(requirement) for requirement in DIRECT}
    peers = {plain(requirement) for requirement in PEERS}
    assert names <= {plain(name) for name in locked("requirements-dev.txt")}
    assert peers <= {plain(name) for name in locked("requirements-bench.txt")}
    assert not peers & {plain(name) for name in locked("requirements-dev.txt")}
    table = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    explained = {line.split("|")[1].strip(" `").lower() for line in table.splitlines() if line.startswith("| `")}
    assert names | peers == explained


def test_a_hundred_thousand_calls_into_qt_leave_none_alive() -> None:
    """PySide6 6.12.0 lost a reference to None in every call without a result and aborted after some thousands."""
    lines = ("from PySide6.QtCore import QObject", "it = QObject()", "for i in range(100_000): it.setObjectName('x')")
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
