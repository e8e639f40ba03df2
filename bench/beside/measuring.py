"""Runs an engine in a process of its own and tells what it took."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.beside.environment import peers_python
from bench.beside.opened import faults
from bench.beside.worker import AT_MOST, cases
from bench.measure import ROOT, as_installed

OURS = ("ours", "raw", "proven", "platypus", "qt", "libreoffice")  # these need nothing that our own environment lacks
_ENDED = -9, -24  # by the limit of processor seconds


class Fault(Exception):
    """An engine that is not here, fails, takes too long or drops something; the text says which."""


class TooSlow(Fault):
    """It was ended after ``AT_MOST`` seconds of the processor."""


class Taken(NamedTuple):
    """Seconds."""

    processor: float
    wall: float


def cold(engine: str, folder: Path) -> Taken:
    """A process from its start to its end, with one form printed."""
    before, begun = _of_ended(), time.perf_counter()
    _worker(engine, folder, "once", 1)
    return Taken(_of_ended() - before, time.perf_counter() - begun)


def _of_ended() -> float:
    """Processor seconds of the processes that have ended; where the system can, not in hundredths as ``os.times``."""
    if sys.platform == "win32":
        used = os.times()
        return used.children_user + used.children_system
    import resource

    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def warm(engine: str, folder: Path, act: str, rounds: int) -> float:
    """Processor seconds, as a median."""
    return float(median(json.loads(_worker(engine, folder, act, rounds))))


def demand_whole(engine: str, folder: Path, act: str, rounds: int) -> None:
    """The last file of an engine holds every text and embeds subsets of its fonts."""
    if found := faults(folder / f"{engine}-{act}.pdf", cases(act, rounds)[-1]):
        raise Fault("; ".join(found))


def _worker(engine: str, folder: Path, act: str, rounds: int) -> str:
    python = sys.executable if engine in OURS else str(peers_python())
    order = [python, "-m", "bench.beside.worker", engine, str(folder), act, str(rounds)]
    try:
        done = subprocess.run(order, cwd=ROOT, env=as_installed(), capture_output=True, encoding="utf-8", check=True)
    except subprocess.CalledProcessError as failed:
        if failed.returncode in _ENDED:
            raise TooSlow(f"not ready after {AT_MOST} s") from failed
        raise Fault((failed.stderr.strip().splitlines() or ["failed"])[-1][:120]) from failed
    return done.stdout.strip().splitlines()[-1]
