"""One engine in a process of its own: ``python -m bench.beside.worker ENGINE FOLDER ACT [ROUNDS]``.

``once``: one form, nothing measured here. ``warm``: the processor seconds of each of so many single forms, another one
each time, in a process that has printed two. ``pack``: of twelve in one file, after one such. ``mass``: of a thousand.
"""

import gc
import importlib
import json
import os
import sys
import time
from pathlib import Path

from bench.beside.content import Form, forms

AT_MOST = 60  # processor seconds
COUNTS = {"once": 1, "warm": 1, "pack": 12, "mass": 1_000}
WARMING = {"once": 0, "warm": 2, "pack": 1, "mass": 0}


def cases(act: str, rounds: int) -> list[list[Form]]:
    """What each round prints; the first ones only warm up."""
    count = COUNTS[act]
    return [forms(count, number * count) for number in range(rounds + WARMING[act])]


def main(engine: str, folder: str, act: str, rounds: str = "1") -> None:
    _limit()
    module = importlib.import_module(f"bench.beside.engines.{engine}")
    path = Path(folder) / f"{engine}-{act}.pdf"
    taken = []
    for number, printed in enumerate(cases(act, int(rounds))):
        if hasattr(module, "placed"):
            module.placed(printed, path)
        gc.collect()
        begun = _processor()
        module.make(printed, path)
        if number >= WARMING[act]:
            taken.append(_processor() - begun)
    print(json.dumps(taken))


def _limit() -> None:
    """Where the system can, a process that takes longer is ended, so that a busy machine makes nobody late."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (AT_MOST, AT_MOST))


def _processor() -> float:
    """Of this process, its threads, and the programs that it has started and that have ended."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


if __name__ == "__main__":
    main(*sys.argv[1:])
