"""Finding a body of the directory as it is typed (goal: 20 ms, p95), and reading the files of the directory at all."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Measurement
from clair_desktop.domain.directory_search import BodyFinder
from clair_desktop.services.directory_assembly import assemble
from clair_desktop.services.directory_tables import shipped_bodies
from clair_desktop.services.gazetteer import load_gazetteer

ROOT = Path(__file__).resolve().parent.parent
_TYPED = (
    "みやぎけん",
    "宮城県支部",
    "miyagi",
    "Seoul",
    "keishin@clair",
    "03-5213",
    "ooita",
    "市民国際プラザ",
    "ふじし",
    "0411",
)


def run() -> Iterator[Measurement]:
    finder = assemble(load_gazetteer(), (), ()).finder
    finder.find("あ")  # the keys are made once
    taken = sorted(_seconds(finder, typed[:end]) for typed in _TYPED for end in range(1, len(typed) + 1))
    name = f"find among {len(finder.all()):,} bodies as typed, p95"
    yield Measurement(name, taken[int(len(taken) * 0.95)], 0.020, 1.0)
    begun = time.perf_counter()
    shipped_bodies.__wrapped__()
    yield Measurement("read the directory's files, when first asked for", time.perf_counter() - begun, 0.050, 1.0)
    yield Measurement(
        "read by the window's start (1 = read)", _read_at_start(), 0.5, 1.0, note="seconds stand for files"
    )


def _seconds(finder: BodyFinder, text: str) -> float:
    begun = time.perf_counter()
    finder.find(text)
    return time.perf_counter() - begun


def _read_at_start() -> float:
    """Whether a start with an opened office has read any file of the directory: 0 or 1, as the module's cache tells."""
    program = (
        "from clair_desktop.services.office import Office\n"
        "from clair_desktop.support.clock import SystemClock\n"
        "office = Office.in_memory(clock=SystemClock())\n"
        "office.cases.lines()\n"
        "from clair_desktop.services.directory_tables import shipped_bodies\n"
        "print(shipped_bodies.cache_info().currsize)\n"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return float(told.stdout)
