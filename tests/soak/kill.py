"""The program killed at any moment of typing, saving, stepping, enclosing, undoing or opening; then examined."""

import os
import random
import select
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from clair_desktop.model.connection import FILE_NAME, connect
from clair_desktop.model.schema import Standing, prepare, standing
from clair_desktop.support.clock import SystemClock
from tests.soak.clerk import Clerk, Say
from tests.soak.examination import complaints

KILLS_PER_FOLDER = 60  # then a new office, so that files stay small and examinations quick


class Loss(Exception):
    """Something acknowledged was lost, or something was kept by half."""


def killed_while_working(seconds: float, seed: int) -> Counter[str]:
    """Kill a working clerk again and again; every act it acknowledged must be there, and no other by half."""
    chance, tally = random.Random(seed), Counter[str]()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with tempfile.TemporaryDirectory() as name:
            folder, acknowledged = Path(name), (0, 0)
            for _ in range(KILLS_PER_FOLDER):
                job = partial(_work, folder, chance.randrange(2**32))
                said = _run_and_kill(job, after_a_word=chance.random() < 0.8, moment=chance.expovariate(1 / 0.08))
                tally["acts"] += len(said)
                acknowledged = said[-1] if said else acknowledged
                tally["hot journals"] += _has_hot_journal(folder)
                tally["kills"] += 1
                if not (folder / FILE_NAME).exists() or standing(folder / FILE_NAME)[0] is Standing.ABSENT:
                    tally["killed before the first commit"] += 1
                    _demand(acknowledged == (0, 0), "the whole file is gone")
                    continue
                found = _demand_nothing_lost(folder, acknowledged)
                tally["kept, not yet acknowledged"] += found != acknowledged
                acknowledged = found
                if time.monotonic() > until:
                    break
    return tally


def killed_while_opening(seconds: float, seed: int) -> Counter[str]:
    """Kill the creation and the climb of a file; it must be old or new, never between, and climb at the next start."""
    chance, tally = random.Random(seed), Counter[str]()
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as name:
        template = Path(name) / "older"
        longest = _an_older_office(template)
        while time.monotonic() < until:
            folder = Path(name) / "office"
            shutil.rmtree(folder, ignore_errors=True)
            if older := chance.random() < 0.7:
                shutil.copytree(template, folder)
            else:
                folder.mkdir()
            job = partial(_open, folder / FILE_NAME)
            _run_and_kill(job, after_a_word=True, moment=chance.uniform(0, longest))
            tally["kills"] += 1
            found, _ = standing(folder / FILE_NAME)
            tally[found.name.lower()] += 1
            _demand(found in (Standing.CURRENT, Standing.OLDER if older else Standing.ABSENT), f"found {found}")
            prepare(folder / FILE_NAME, SystemClock())
            problems = complaints(folder)
            _demand(not problems, "; ".join(problems))
    return tally


def _an_older_office(folder: Path) -> float:
    """Make it, and give a time in seconds that its making took."""
    started = time.monotonic()
    clerk = Clerk(folder, 1, lambda operation, draft: None)
    took = time.monotonic() - started
    for _ in range(60):
        clerk.act()
    clerk.database.close()
    connection = connect(folder / FILE_NAME)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    return took


def _open(path: Path, say: Say) -> None:
    say(0, 0)
    prepare(path, SystemClock())


def _work(folder: Path, seed: int, say: Say) -> None:
    clerk = Clerk(folder, seed, say)
    while True:
        clerk.act()


def _run_and_kill(job: Callable[[Say], None], *, after_a_word: bool, moment: float) -> list[tuple[int, int]]:
    """Run the job in a child, kill it a moment in seconds after its start or first word; give what it had said."""
    heard, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(job, mouth)
    os.close(mouth)
    if after_a_word:
        select.select([heard], [], [], 60)
    select.select([], [], [], moment)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(heard, encoding="ascii") as ear:
        words = [line.split() for line in ear if line.endswith("\n")]
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise Loss("the clerk's program failed by itself")
    return [(int(operation), int(draft)) for operation, draft in words]


def _be_the_child(job: Callable[[Say], None], mouth: int) -> None:
    code = 3
    try:
        job(partial(_say, mouth))
        code = 0
    except BaseException as fault:  # noqa: BLE001 - the child must end here, whatever happens
        os.write(2, f"{fault!r}\n".encode())
    finally:
        os._exit(code)


def _say(mouth: int, operation: int, draft: int) -> None:
    os.write(mouth, f"{operation} {draft}\n".encode())


def _has_hot_journal(folder: Path) -> bool:
    journal = folder / f"{FILE_NAME}-journal"
    return journal.exists() and journal.stat().st_size > 0


def _demand_nothing_lost(folder: Path, acknowledged: tuple[int, int]) -> tuple[int, int]:
    """The newest act and the draft found; at most one more than was acknowledged, never less."""
    problems = complaints(folder)
    _demand(not problems, "; ".join(problems))
    connection = connect(folder / FILE_NAME, read_only=True)
    newest, count = connection.execute("SELECT coalesce(max(id), 0), count(*) FROM operations").fetchone()
    (drafted,) = connection.execute("SELECT coalesce(max(json_extract(texts, '$.n')), 0) FROM drafts").fetchone()
    connection.close()
    act, draft = acknowledged
    _demand(newest == count, "an act in the middle is missing")
    _demand(newest in (act, act + 1), f"act {act} was acknowledged, {newest} is kept")
    _demand(drafted >= draft or newest == act + 1, f"draft {draft} was acknowledged, {drafted} is kept")
    return newest, drafted


def _demand(holds: bool, what: str) -> None:
    if not holds:
        raise Loss(what)
