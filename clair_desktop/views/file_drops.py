"""Files dropped anywhere on the window, caught before a text box takes their names."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from clair_desktop.views.work_line import WorkLine


@runtime_checkable
class _Takes(Protocol):
    """A part of the window that knows what to do with some files itself."""

    def takes(self, files: Sequence[Path]) -> bool: ...


class FileDrops(QObject):
    """Watches the window's handle, so that a file dropped upon a text box does not become text."""

    def __init__(self, window: QWidget, dropped: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._window = window
        self._dropped = dropped
        self._passed = False
        window.setAcceptDrops(True)

    def watch(self) -> None:
        """To be called when the window has a handle."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        drop = cast("QDropEvent", event)
        files = files_of(drop)
        if not files:
            return False
        if self._is_taken(drop.position().toPoint(), files):
            self._passed = True
            return False
        if self._passed:  # what was over a part of its own has left it
            self._passed = False
            QCoreApplication.sendEvent(watched, QDragLeaveEvent())
        drop.setDropAction(Qt.DropAction.CopyAction)
        drop.accept()
        if event.type() == QEvent.Type.Drop:
            self._dropped(files)
        return True

    def _is_taken(self, place: QPoint, files: Sequence[Path]) -> bool:
        over = self._window.childAt(place)
        while over is not None and over is not self._window:
            if isinstance(over, _Takes):
                return over.takes(files)
            over = over.parentWidget()
        return False


def files_of(event: QDropEvent) -> list[Path]:
    mime = event.mimeData()
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []


class LookingLine(WorkLine):
    """Above the pages while files are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(16, 6, 16, 6)
