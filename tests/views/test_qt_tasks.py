"""Work elsewhere, its outcome in the window's thread."""

import threading
from functools import partial

from pytestqt.qtbot import QtBot

from clair_desktop.views.qt_tasks import QtTasks


def test_the_work_is_done_elsewhere_and_its_outcome_told_here(qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    QtTasks().run(threading.get_ident, lambda worker: told.append((worker, threading.get_ident())), raise_it)
    qtbot.waitUntil(lambda: bool(told))
    worker, here = told[0]
    assert worker != here == threading.get_ident()


def test_a_fault_of_the_work_is_told_here(qtbot: QtBot) -> None:
    told: list[Exception] = []
    QtTasks().run(lambda: int("八"), lambda _number: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ValueError)


def test_many_outcomes_arrive_each_once(qtbot: QtBot) -> None:
    tasks, told = QtTasks(), []
    for number in range(50):
        tasks.run(partial(abs, -number), told.append, raise_it)
    qtbot.waitUntil(lambda: len(told) == 50)
    assert sorted(told) == list(range(50))


def raise_it(fault: Exception) -> None:
    raise fault
