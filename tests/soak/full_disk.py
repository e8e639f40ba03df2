"""A disk that fills up at any byte of any act: refused in words, nothing lost, and it works again once there is room."""

import os
import random
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.model.connection import FILE_NAME
from tests.soak.clerk import Clerk
from tests.soak.examination import complaints
from tests.soak.kill import Loss

ACTS_PER_FOLDER = 150


def filled_up_while_working(seconds: float, seed: int) -> Counter[str]:
    """Let no file grow beyond a limit a little above the present size, act until refused, lift it and act again."""
    chance, tally = random.Random(seed), Counter[str]()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with tempfile.TemporaryDirectory() as name:
            folder, said = Path(name), [(0, 0)]
            clerk = Clerk(
                folder, chance.randrange(2**32), lambda operation, draft, said=said: said.append((operation, draft))
            )
            while len(said) < ACTS_PER_FOLDER and time.monotonic() < until:
                tally["refused"] += _act_until_refused(clerk, folder, chance)
                if clerk._look() != said[-1]:
                    raise Loss(f"{said[-1]} was acknowledged, {clerk._look()} is kept")
                clerk.act()
                problems = complaints(folder)
                if problems:
                    raise Loss("; ".join(problems))
            tally["acts"] += len(said)
            clerk.database.close()
    return tally


def _act_until_refused(clerk: Clerk, folder: Path, chance: random.Random) -> bool:
    size = (folder / FILE_NAME).stat().st_size
    _limit(size + chance.randint(-size // 2, 120_000))
    try:
        for _ in range(40):
            clerk.act()
    except Refusal:
        return True
    finally:
        _limit(resource.RLIM_INFINITY)
    return False


def _limit(size: int) -> None:
    """Beyond this many bytes no file of this process may grow; the system then fails the write."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


if os.name == "nt":
    raise ImportError("Windows has no limit of this kind")
