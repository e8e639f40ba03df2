"""The peers' own environment, made when it is first asked for and thrown away with ``build``; ours is left alone."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

from bench.measure import ROOT

FOLDER = ROOT / "build" / "peers"
LOCK = ROOT / "requirements-bench.txt"
_PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_INSTALLED = FOLDER / "installed-lock"


def peers_python() -> Path:
    """The Python that has the peers, installed by their hashes."""
    wanted = hashlib.sha256(LOCK.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    if _INSTALLED.exists() and _INSTALLED.read_text("ascii") == wanted:
        return _PYTHON
    print(f"Installing what {LOCK.name} names into {FOLDER}", file=sys.stderr, flush=True)
    venv.EnvBuilder(with_pip=True, clear=True).create(FOLDER)
    order: list[str | Path] = [
        _PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    subprocess.run([*order, "--only-binary=:all:", "--requirement", LOCK], check=True)
    _INSTALLED.write_text(wanted, "ascii")
    return _PYTHON
