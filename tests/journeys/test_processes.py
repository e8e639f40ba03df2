"""The program as a process: what it loads before it is seen, at 150 %, killed while somebody types."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT
from tests.journeys.desks import furnish, office_in
from tests.presenters.entries import GRANT

HEAVY = {"sqlalchemy", "alembic", "openpyxl", "reportlab", "uharfbuzz", "pikepdf", "pypdfium2", "img2pdf", "babel"}

FIRST_PAINT = """
import json, sys
from pathlib import Path
from clair_desktop.app.desktop import Desktop
from clair_desktop.app.starting import application
from clair_desktop.support.clock import SystemClock

app = application()
desktop = Desktop(Path(sys.argv[1]), clock=SystemClock(), who="担当者")
seen = []
desktop.bring_office = lambda: seen.append({name.split(".")[0] for name in sys.modules})
desktop.open()
while not seen:
    app.processEvents()
line = desktop.cases.list.model.line(0)
print(json.dumps({"modules": sorted(seen[0]), "state": line.state.words.ja, "cases": desktop.cases.list.model.rowCount()}))
"""

SCALED = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from clair_desktop.app.desktop import Desktop
from clair_desktop.app.starting import application
from clair_desktop.support.clock import SystemClock

app = application()
desktop = Desktop(Path(sys.argv[1]), clock=SystemClock(), who="担当者")
desktop.open()
desktop.window.resize(910, 486)
desktop.wait()
desktop.open_case(desktop.cases.list.model.id_at(0))
app.processEvents()
picture = desktop.window.grab()
save = desktop.pane().save
corner = save.mapTo(desktop.window, save.rect().bottomRight())
print(json.dumps({
    "scale": picture.devicePixelRatio(), "width": picture.width(), "right": corner.x(), "bottom": corner.y(),
}))
desktop.window.close()
"""

TYPING = """
import os, sys
from pathlib import Path
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from clair_desktop.app.desktop import Desktop
from clair_desktop.app.starting import application
from clair_desktop.support.clock import SystemClock

app = application()
desktop = Desktop(Path(sys.argv[1]), clock=SystemClock(), who="担当者")
desktop.open()
desktop.wait()
desktop.open_case(int(sys.argv[2]))
pane, said = desktop.pane(), ""
for number in range(1000):
    event = QInputMethodEvent("", [])
    event.setCommitString(f"{number},")
    QApplication.sendEvent(pane.form.frames["contents"].box, event)
    while pane.form.is_waiting():
        app.processEvents()
    print(number, flush=True)  # what was said is kept
"""


def run(script: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables}
    order = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(order, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done


def test_the_list_is_seen_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    furnish(tmp_path, GRANT)
    run(FIRST_PAINT, str(tmp_path))  # the first window remembers the programmes
    told = json.loads(run(FIRST_PAINT, str(tmp_path)).stdout)
    assert (told["cases"], told["state"]) == (1, "支部受付")
    assert HEAVY & set(told["modules"]) == set()


def test_at_150_percent_nothing_leaves_the_window(tmp_path: Path) -> None:
    furnish(tmp_path, GRANT)
    told = json.loads(run(SCALED, str(tmp_path), QT_SCALE_FACTOR="1.5").stdout)
    assert told["scale"] == pytest.approx(1.5)
    assert told["width"] == pytest.approx(1365, abs=2)
    assert told["right"] <= 910
    assert told["bottom"] <= 486


@pytest.mark.parametrize("moment", [1, 4])
def test_what_was_typed_survives_a_kill(tmp_path: Path, moment: int) -> None:
    case = furnish(tmp_path, GRANT)[0]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    order = [sys.executable, "-c", TYPING, str(tmp_path), str(case.id)]
    with subprocess.Popen(order, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as typing:
        assert typing.stdout is not None
        for _line in range(moment):
            said = int(typing.stdout.readline())
        typing.kill()
    with office_in(tmp_path) as office:
        draft = office.drafts.find(case.id)
        assert draft is not None
        kept = draft.texts["contents"]
        assert isinstance(kept, str)
        assert "".join(f"{number}," for number in range(said + 1)) in kept
        assert office.cases.get(case.number).answers == case.answers
