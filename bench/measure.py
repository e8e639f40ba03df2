"""How the measurements are taken: our way against a floor, in turn, in the same run; medians; a ratio with its goal."""

import gc
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measurement:
    """Seconds, as medians. ``goal`` is the highest ratio of ours to the floor; None: told for information only."""

    name: str
    ours: float
    floor: float
    goal: float | None
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def is_met(self) -> bool:
        return self.goal is None or self.ratio <= self.goal


def compare(name: str, ours: Act, floor: Act, goal: float | None, *, rounds: int = 9, note: str = "") -> Measurement:
    """Runs both in turn, so that a busy moment of the machine meets both; the first of each only warms up.

    An act that returns a ``float`` reports its own seconds, as one that starts a process does.
    """
    taken = [(seconds(ours), seconds(floor)) for _ in range(rounds + 1)][1:]
    return Measurement(name, median(o for o, _ in taken), median(f for _, f in taken), goal, note)


def seconds(act: Act) -> float:
    """How long the act took, or what it reports itself."""
    gc.collect()
    begun = time.perf_counter()
    reported = act()
    return reported if isinstance(reported, float) else time.perf_counter() - begun


def as_installed() -> dict[str, str]:
    """The surroundings of a measured process: compiled modules are kept and found again, as in the installed program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    bytecode = str(ROOT / "build" / "bytecode")
    return {"QT_QPA_PLATFORM": "offscreen", **kept, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": bytecode}


def table(measurements: Sequence[Measurement]) -> str:
    """One line each; plain ASCII, since a Windows console may not show more."""
    heads = ("measurement", "ours ms", "floor ms", "ratio", "goal", "")
    lines = [heads, *(_cells(one) for one in measurements)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heads))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _cells(one: Measurement) -> tuple[str, ...]:
    goal = "-" if one.goal is None else f"<= {one.goal:.2f}"
    mark = "" if one.goal is None else ("ok" if one.is_met else "MISSED")
    return (
        one.name,
        f"{one.ours * 1000:,.1f}",
        f"{one.floor * 1000:,.1f}",
        f"{one.ratio:.2f}",
        goal,
        " ".join(filter(None, (mark, one.note))),
    )
