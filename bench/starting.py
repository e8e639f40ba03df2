"""From the start of the process to a window one can use, against a bare PySide6 window on the same machine.

Usable means painted with the cases in it and the event loop turning. The office opens behind the window after that; how
long until a case can be opened is told for information.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from bench.measure import ROOT, Act, Measurement, as_installed, compare

MANY = 10_000
PROGRAMME = "economic_grant"


def run() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory(prefix="clair-bench-") as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        _fill(few, 1)
        _fill(many, MANY)
        bare = partial(_seconds, "bare", few)
        yield compare("window, a few cases", partial(_seconds, "window", few), bare, 2.0)
        yield compare(f"window, {MANY:,} cases", partial(_seconds, "window", many), bare, 3.0)
        yield compare("until a case can be opened", partial(_seconds, "office", many), bare, None, rounds=5)
        yield _with_tables(few, partial(_seconds, "office", few))


def _with_tables(folder: Path, shipped: Act) -> Measurement:
    """With the directory's tables as shipped, against the same start with every one of them cut to its heads.

    They are read when somebody asks, so that the start cannot tell; two starts alike differ by a few in a hundred.
    """
    told = "with the directory's tables, against without"
    return compare(told, shipped, partial(_seconds, "without", folder), 1.1)


def _fill(folder: Path, cases: int) -> None:
    """An office with a few worked cases, the first copied as often as asked for by plain SQL."""
    from clair_desktop.domain.answers import read
    from clair_desktop.model.connection import FILE_NAME, connect
    from clair_desktop.services.office import Office
    from clair_desktop.support.clock import SystemClock

    office = Office.open(folder, clock=SystemClock(), who="bench")
    office.branch.choose_branch("040002")
    for example in office.programmes()[PROGRAMME].examples:
        fields = office.edition(PROGRAMME, example.year).fields()
        office.cases.new(PROGRAMME, example.year, read(fields, example.answers, office.names).answers)
    office.close()
    if cases == 1:
        return
    connection = connect(folder / FILE_NAME)
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(cases)") if name not in ("id", "number")]
    listed = ", ".join(columns)
    connection.slot.operation = 1
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        f"INSERT INTO cases (number, {listed}) SELECT ?, {listed} FROM cases WHERE id = 1",
        [(f"R8-{number:04}",) for number in range(1000, 1000 + cases)],
    )
    connection.execute("COMMIT")
    connection.close()


def _seconds(what: str, folder: Path) -> float:
    environment = {**as_installed(), "QT_LOGGING_RULES": "*=false"}
    begun = time.time()
    order = [sys.executable, __file__, what, str(folder)]
    told = subprocess.run(order, env=environment, stdout=subprocess.PIPE, check=True, cwd=ROOT)
    return float(told.stdout) - begun


def _bare() -> float:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("CLAIR"))
    window.resize(1366, 728)
    window.show()
    reached: list[float] = []

    def done() -> None:
        reached.append(time.time())
        app.quit()

    QTimer.singleShot(0, done)
    app.exec()
    return reached[0]


def _cut_tables() -> None:
    """No table and no file of the directory holds a line: whoever reads one while starting has less to read."""
    from clair_desktop.support import resources

    whole = resources.resource
    bare = Path(tempfile.mkdtemp(prefix="clair-bench-tables-"))

    def cut(*parts: str) -> Path:
        path = whole(*parts)
        if parts[0] not in ("tables", "directory") or not path.is_file():
            return path
        made = bare / "_".join(parts)
        if path.suffix == ".zip":
            made.write_bytes(b"PK\x05\x06" + bytes(18))
        else:
            made.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
        return made

    resources.resource = cut


def _ours(folder: Path, *, office: bool) -> float:
    from clair_desktop.app.desktop import Desktop
    from clair_desktop.app.starting import application
    from clair_desktop.support.clock import SystemClock

    app = application()
    desktop = Desktop(folder, clock=SystemClock(), who="bench")
    reached: list[float] = []
    if not office:
        # Asked for once the window is painted.
        patch.object(desktop, "bring_office", lambda: reached.append(time.time())).start()
    desktop.open()
    if office:
        desktop.wait()
        reached.append(time.time())
    while not reached:
        app.processEvents()
    return reached[0]


if __name__ == "__main__":
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "without":
        _cut_tables()
    moment = _bare() if what == "bare" else _ours(folder, office=what in ("office", "without"))
    print(repr(moment), flush=True)
    os._exit(0)  # the end of the process is not measured
