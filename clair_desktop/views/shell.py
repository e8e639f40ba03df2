"""Questions and messages over the window, as ``presenters.ports.Shell`` asks for them.

The dialogs are loaded when one is asked for: the window does not wait for them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import FileKind
from clair_desktop.support.i18n import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class QtShell:
    """Dialogs in the window's language. ``say`` is where a line of the status bar goes."""

    def __init__(self, window: QWidget, language: Language, say: Callable[[str], None]) -> None:
        self._window = window
        self._language = language
        self._say = say

    def set_language(self, language: Language) -> None:
        self._language = language

    def confirm(self, question: Wording, action: Wording, *, grave: bool = False) -> bool:
        _ = words(self._language)
        box = self._box("Warning" if grave else "Question", self._in(question))
        do = box.addButton(self._in(action), box.ButtonRole.AcceptRole)
        back = box.addButton(_("Go back"), box.ButtonRole.RejectRole)
        box.setDefaultButton(back if grave else do)
        box.setEscapeButton(back)
        box.exec()
        return box.clickedButton() is do

    def tell(self, message: Wording) -> None:
        self._message("Information", self._in(message))

    def refuse(self, refusal: Refusal) -> None:
        lines = [refusal.wording, *refusal.details]
        self._message("Warning", "\n".join(map(self._in, lines)))

    def say(self, message: Wording) -> None:
        self._say(self._in(message))

    def ask_text(self, question: Wording, initial: str = "") -> str | None:
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self._window)
        _ = words(self._language)
        dialog.setWindowTitle(self._title())
        dialog.setLabelText(self._in(question))
        dialog.setTextValue(initial)
        dialog.setOkButtonText(_("OK"))
        dialog.setCancelButtonText(_("Go back"))
        return dialog.textValue() if dialog.exec() else None

    def pick_file(self, title: Wording, kinds: Sequence[FileKind]) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileName(self._window, self._in(title), "", self._filters(kinds))
        return Path(chosen) if chosen else None

    def pick_files(self, title: Wording, kinds: Sequence[FileKind]) -> Sequence[Path]:
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileNames(self._window, self._in(title), "", self._filters(kinds))
        return [Path(one) for one in chosen]

    def pick_save(self, title: Wording, suggested: str, kinds: Sequence[FileKind]) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getSaveFileName(self._window, self._in(title), suggested, self._filters(kinds))
        if not chosen:
            return None
        ending = kinds[0][1][:1]
        return Path(chosen) if Path(chosen).suffix or not ending else Path(f"{chosen}.{ending[0]}")

    def pick_folder(self, title: Wording, start: Path | None = None) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self._window, self._in(title), str(start or ""))
        return Path(chosen) if chosen else None

    def open_file(self, path: Path) -> bool:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_folder(self, path: Path) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        folder = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _message(self, icon: str, text: str) -> None:
        _ = words(self._language)
        box = self._box(icon, text)
        box.addButton(_("Close"), box.ButtonRole.AcceptRole)
        box.exec()

    def _box(self, icon: str, text: str) -> "QMessageBox":
        from PySide6.QtWidgets import QMessageBox

        no_button = QMessageBox.StandardButton.NoButton
        box = QMessageBox(QMessageBox.Icon[icon], self._title(), text, no_button, self._window)
        box.setTextFormat(box.textFormat().PlainText)  # what was typed is never read as mark-up
        return box

    def _title(self) -> str:
        _ = words(self._language)
        return _("CLAIR Desktop")

    def _in(self, wording: Wording) -> str:
        return wording.in_(self._language)

    def _filters(self, kinds: Sequence[FileKind]) -> str:
        return ";;".join(f"{self._in(name)} ({_patterns(endings)})" for name, endings in kinds)


def _patterns(endings: Sequence[str]) -> str:
    return " ".join(f"*.{ending}" for ending in endings) if endings else "*"
