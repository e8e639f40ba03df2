"""Runs the measurements and prints them as a table; exit code 1 when a goal is missed."""

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

import bench
from bench.measure import table


def modules(names: Sequence[str]) -> list[ModuleType]:
    """The modules of this folder that measure something, or those asked for; some run only when they are."""
    found = {module.name for module in pkgutil.iter_modules(bench.__path__)}
    if unknown := [name for name in names if name not in found]:
        raise SystemExit(f"no measurement is called {', '.join(unknown)}")
    loaded = [
        importlib.import_module(f"bench.{name}") for name in sorted(found & set(names or found)) if name[0] != "_"
    ]
    return [module for module in loaded if hasattr(module, "run") and (names or not hasattr(module, "ASKED_FOR"))]


def main(names: Sequence[str]) -> int:
    measured = []
    for measurement in (one for module in modules(names) for one in module.run()):
        measured.append(measurement)
        print(f"{measurement.name}: {measurement.ratio:.2f}", file=sys.stderr, flush=True)  # the table comes last
    print(table(measured))
    return 0 if all(measurement.is_met for measurement in measured) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
