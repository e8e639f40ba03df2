"""Rest for the collector of reference cycles while very many small records are made that hold none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 50_000
"""How many more were made than went before the collector begins."""


@contextmanager
def without_collecting() -> Iterator[None]:
    """Looking for cycles took a quarter of the time of judging 10,000 cases or setting 1,000 forms, and freed nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def loading() -> Iterator[None]:
    """For an entry point: while its modules are loaded the collector rests; what they hold it never looks at.

    Afterwards it begins seldom: records of papers and cases go by themselves.
    """
    with without_collecting():
        yield
    gc.freeze()
    gc.set_threshold(OBJECTS)
