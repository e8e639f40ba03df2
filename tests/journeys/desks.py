"""A data folder with an office in it, and the program opened on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from clair_desktop.app.desktop import Desktop
from clair_desktop.domain.wording import Language
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from clair_desktop.support.clock import FixedClock
from clair_desktop.views.shell import QtShell
from tests.presenters.entries import worked
from tests.presenters.stand import MIYAGI, TODAY


class _Leaving(QtShell):
    """The test has ended; nobody is asked."""

    def confirm(self, *_asked: object) -> bool:
        return True


@contextmanager
def office_in(folder: Path) -> Iterator[Office]:
    """The office of a folder, as the command line would open it."""
    office = Office.open(folder, clock=FixedClock(TODAY), who="担当者")
    try:
        yield office
    finally:
        office.close()


def furnish(folder: Path, *programmes: str) -> list[CaseSheet]:
    """Makes an office of the folder, with a worked case of each programme named."""
    with office_in(folder) as office:
        office.branch.choose_branch(MIYAGI)
        return [worked(office, programme, 1) for programme in programmes]


@contextmanager
def opened(folder: Path, language: Language | None = Language.JA) -> Iterator[Desktop]:
    """The program on a folder, its office open; what it leaves open is closed."""
    desktop = Desktop(folder, clock=FixedClock(TODAY), who="担当者", language=language)
    desktop.open()
    desktop.window.resize(1366, 728)
    desktop.wait()
    desktop.window.activateWindow()
    try:
        yield desktop
    finally:
        desktop.shell = _Leaving(desktop.window, desktop.language, desktop.window.say)
        desktop.window.close()
        desktop.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def in_dialog(act: Callable[[QDialog], None]) -> None:
    """Acts in the dialog that is about to open."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
        else:
            QTimer.singleShot(10, wait)

    QTimer.singleShot(0, wait)


def press(label: str) -> Callable[[QDialog], None]:
    """Presses the button of a message by its words."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        next(button for button in dialog.buttons() if button.text() == label).click()

    return act
