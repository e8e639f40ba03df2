"""The files of this checkout, as the architecture tests look at them; git itself need not be installed."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def kept_files() -> Iterator[Path]:
    """What is kept with the sources; nothing that .gitignore calls built."""
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    built = [".git", *(line.strip("/") for line in lines if line and not line.startswith("#"))]
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if not any(fnmatch(name, pattern) for pattern in built))
        yield from (
            Path(folder, name) for name in sorted(names) if not any(fnmatch(name, pattern) for pattern in built)
        )


def python_files(*folders: str) -> list[Path]:
    """The Python files of the checkout, or of some of its folders."""
    wanted = tuple(ROOT / folder for folder in folders) or (ROOT,)
    return [path for path in kept_files() if path.suffix == ".py" and any(path.is_relative_to(w) for w in wanted)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
