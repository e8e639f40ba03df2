"""From the command line's words to a window; and the window's own trial for the self-test."""

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.support.clock import SystemClock
from clair_desktop.support.paths import data_folder, log_folder, signed_in
from clair_desktop.views import theme
from clair_desktop.views.faults import FaultBook
from clair_desktop.views.shell import QtShell


def main(argv: Sequence[str]) -> int:
    """Opens the window on ``--data FOLDER`` (the user's own folder unless given) in ``--language``."""
    data, language = _options(argv)
    qt = application()
    FaultBook(data or log_folder(), language or Language.JA).install()
    try:
        desktop = Desktop(data or data_folder(), clock=SystemClock(), who=signed_in(), language=language)
    except Refusal as refusal:
        QtShell(QWidget(), language or Language.JA, lambda _line: None).refuse(refusal)
        return 1
    desktop.open()
    return qt.exec()


def application() -> QApplication:
    """The application in its own clothes; an existing one is used as it is."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication([sys.argv[0]])
    made.setApplicationName("clair_desktop")
    theme.wear(made)
    return made


def probe(folder: Path) -> Mapping[str, object]:
    """Opens the window on a data folder, opens its first case, turns to every page, and tells what was seen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = application()
    desktop = Desktop(folder, clock=SystemClock(), who=signed_in(), language=Language.JA)
    desktop.open()
    desktop.wait()
    if desktop.office is None or not desktop.office.cases.lines():
        raise RuntimeError("the window found no case in the folder")
    first = desktop.office.cases.lines()[0]
    desktop.open_case(first.id)
    shown = [key for key in desktop.window.navigation if desktop.window.go(key).isVisible()]
    fields = len(desktop.pane().form.frames)
    desktop.window.close()
    qt.processEvents()
    return {"case": first.number, "fields": fields, "pages": shown}


def _options(argv: Sequence[str]) -> tuple[Path | None, Language | None]:
    given = dict(pairwise(argv))
    data, language = given.get("--data"), given.get("--language")
    known = {one.value: one for one in Language}
    return (Path(data) if data else None), known.get(language or "")
