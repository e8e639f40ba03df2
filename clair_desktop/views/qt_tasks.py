"""Work in a thread of its own, its outcome delivered to the window; see ``presenters.ports.Tasks``."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")


class _Outcome(QObject):
    arrived = Signal(object)


class QtTasks:
    """For waiting and for importing. What keeps Python itself busy would hold up the window and goes into a process."""

    def __init__(self, pool: QThreadPool | None = None) -> None:
        self._pool = pool or QThreadPool.globalInstance()
        self._pending: set[_Outcome] = set()

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        outcome = _Outcome()
        self._pending.add(outcome)

        def attempt() -> None:
            try:
                result = work()
            except Exception as fault:  # noqa: BLE001 - whoever asked decides what to do about it
                outcome.arrived.emit(lambda fault=fault: failed(fault))
            else:
                outcome.arrived.emit(lambda: done(result))

        def deliver(settle: Callable[[], None]) -> None:
            self._pending.discard(outcome)
            settle()

        outcome.arrived.connect(deliver)
        self._pool.start(QRunnable.create(attempt))
