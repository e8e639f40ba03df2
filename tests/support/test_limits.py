"""What reads files of others gets no more memory than it should need, and takes nobody with it."""

import subprocess
import sys

from tests.architecture.checkout import ROOT

PROGRAM = """
from clair_desktop.support.limits import limit_memory
LIMIT = 700 << 20
limit_memory(LIMIT)
try:
    held = bytearray(LIMIT)
except MemoryError:
    print("refused")
print(len(bytearray(50 << 20)))
"""


def test_a_confined_process_is_refused_memory_past_its_limit() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    assert told.stdout.split() == ["refused", str(50 << 20)]
