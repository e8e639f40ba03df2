"""Work in a thread of its own, its outcome delivered to the window; see ``presenters.ports.Tasks``."""

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class _Outcome(QObject):
    """Lives in the window's thread; what is emitted elsewhere is settled here."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self.settle, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def settle(self, act: Callable[[], None]) -> None:
        act()


class QtTasks:
    """For waiting and for importing. What keeps Python itself busy would hold up the window and goes into a process.

    Plain threads: a ``QRunnable`` is deleted by Qt behind Python's back, whose memory of it then stands for another object.
    """

    def __init__(self) -> None:
        self._pending: set[_Outcome] = set()

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        outcome = _Outcome()
        self._pending.add(outcome)

        def settled(act: Callable[[], None]) -> Callable[[], None]:
            def settle() -> None:
                self._pending.discard(outcome)
                act()

            return settle

        def attempt() -> None:
            try:
                result = work()
            except Exception as fault:  # noqa: BLE001 - whoever asked decides what to do about it
                outcome.arrived.emit(settled(partial(failed, fault)))
            else:
                outcome.arrived.emit(settled(partial(done, result)))

        Thread(target=attempt, daemon=True).start()
