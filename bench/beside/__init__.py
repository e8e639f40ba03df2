"""Our forms beside those of other programs: same words, same two fonts embedded as subsets, each in a process of its own.

``python dev.py bench beside`` first installs the peers into an environment of their own (``requirements-bench.txt``);
no other command does. What every engine made is opened and its text compared: one that drops a text does not count.
"""

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from bench.measure import Measurement

ASKED_FOR = True  # only by name: it installs, and takes a quarter of an hour

PEERS = ("typst", "platypus", "qt", "fpdf2", "weasyprint", "libreoffice")
_LIKE_THE_FLOOR, _FASTER, _NEAR_TYPST = 1.15, 1.0, 2.0
_COLD_ROUNDS = 7
_WARM_ROUNDS = {"warm": 21, "pack": 7, "mass": 1}
_SLOW = ("libreoffice", "weasyprint", "fpdf2")
_TITLES = {"warm": "one form, warm", "pack": "12 forms, warm", "mass": "1,000 forms"}


def run() -> Iterator[Measurement]:
    from bench.beside.placing import place

    with tempfile.TemporaryDirectory(prefix="clair-bench-beside-") as name:
        folder = Path(name)
        place(folder, _WARM_ROUNDS)
        yield from _cold(folder)
        for act in _TITLES:
            yield from _warm(folder, act)


def _cold(folder: Path) -> Iterator[Measurement]:
    """In turn, so that a busy moment meets all."""
    from bench.beside.measuring import Fault, Taken, cold, demand_whole

    taken: dict[str, list[Taken]] = {engine: [] for engine in ("ours", "raw", *PEERS)}
    for number in range(_COLD_ROUNDS + 1):  # the first compiles and fills caches
        for engine, so_far in list(taken.items()):
            if engine in _SLOW and number > 2:
                continue
            try:
                so_far.append(cold(engine, folder))
                demand_whole(engine, folder, "once", 1)
            except Fault as fault:
                _tell(engine, "one form, cold", fault)
                del taken[engine]
    seconds = {engine: median(one.processor for one in rounds[1:]) for engine, rounds in taken.items()}
    for engine in (one for one in seconds if one != "ours"):
        goal = {"typst": _NEAR_TYPST, "raw": None}.get(engine, _FASTER)
        yield Measurement(f"one form, cold, {engine}", seconds["ours"], seconds[engine], goal, "process included")


def _warm(folder: Path, act: str) -> Iterator[Measurement]:
    """Ours is measured again beside each."""
    from bench.beside.measuring import Fault, TooSlow, demand_whole, warm
    from bench.beside.worker import AT_MOST

    for engine in ("raw", *PEERS, "proven"):
        rounds = _WARM_ROUNDS[act] if engine not in _SLOW else min(3, _WARM_ROUNDS[act])
        measured = partial(warm, folder=folder, act=act, rounds=rounds)
        note = "theirs is ours with check, reading back and proof" if engine == "proven" else ""
        try:
            theirs = measured(engine)
            demand_whole(engine, folder, act, rounds)
        except TooSlow:
            theirs, note = float(AT_MOST), "ended after so long"
        except Fault as fault:
            _tell(engine, _TITLES[act], fault)
            continue
        ours = measured("ours")
        goal = {"raw": _LIKE_THE_FLOOR, "proven": None}.get(engine, _FASTER)
        yield Measurement(f"{_TITLES[act]}, {engine}", ours, theirs, goal, note)


def _tell(engine: str, what: str, fault: Exception) -> None:
    print(f"{engine} is left out of “{what}”: {fault}", file=sys.stderr, flush=True)
