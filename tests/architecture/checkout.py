"""The files of this checkout, as the architecture tests look at them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked_files() -> Iterator[Path]:
    """What git keeps or is about to keep; never what was built."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode("utf-8")
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return (path for path in paths if path.is_file())


def python_files(*folders: str) -> list[Path]:
    """The Python files of the checkout, or of some of its folders."""
    wanted = tuple(ROOT / folder for folder in folders) or (ROOT,)
    return [path for path in tracked_files() if path.suffix == ".py" and any(path.is_relative_to(w) for w in wanted)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
