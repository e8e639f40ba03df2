"""The windows' tests, each in a Japanese and in an English window; the suite runs each in one of the two."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.soak.kill import Loss

_ROOT = Path(__file__).resolve().parents[2]
_PASSED = re.compile(r"^(\d+) passed", re.MULTILINE)
_LAST_LINES = 20


def every_window_in_both_languages(_seconds: float, _seed: int) -> Counter[str]:
    """Takes as long as it takes: there is no part of it that says anything of the rest."""
    order = [sys.executable, "-m", "pytest", "tests/views", "-q", "--numprocesses=auto", "--maxprocesses=4"]
    surroundings = {**os.environ, "CLAIR_WINDOWS_IN": "both"}
    done = subprocess.run(order, cwd=_ROOT, env=surroundings, capture_output=True, encoding="utf-8", check=False)
    passed = _PASSED.search(done.stdout)
    if done.returncode or passed is None:
        raise Loss("\n".join([*done.stdout.splitlines(), *done.stderr.splitlines()][-_LAST_LINES:]))
    return Counter({"tests of windows": int(passed.group(1))})
