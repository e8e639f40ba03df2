"""Questions and messages over the window, as ``presenters.ports.Shell`` asks for them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import FileKind
from clair_desktop.support.i18n import words

_Icon = QMessageBox.Icon
_Role = QMessageBox.ButtonRole


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
        box = self._box(_Icon.Warning if grave else _Icon.Question, self._in(question))
        do = box.addButton(self._in(action), _Role.AcceptRole)
        back = box.addButton(_("Go back"), _Role.RejectRole)
        box.setDefaultButton(back if grave else do)
        box.setEscapeButton(back)
        box.exec()
        return box.clickedButton() is do

    def tell(self, message: Wording) -> None:
        self._message(_Icon.Information, self._in(message))

    def refuse(self, refusal: Refusal) -> None:
        lines = [refusal.wording, *refusal.details]
        self._message(_Icon.Warning, "\n".join(map(self._in, lines)))

    def say(self, message: Wording) -> None:
        self._say(self._in(message))

    def ask_text(self, question: Wording, initial: str = "") -> str | None:
        dialog = QInputDialog(self._window)
        _ = words(self._language)
        dialog.setWindowTitle(self._title())
        dialog.setLabelText(self._in(question))
        dialog.setTextValue(initial)
        dialog.setOkButtonText(_("OK"))
        dialog.setCancelButtonText(_("Go back"))
        return dialog.textValue() if dialog.exec() else None

    def pick_file(self, title: Wording, kinds: Sequence[FileKind]) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self._window, self._in(title), "", self._filters(kinds))
        return Path(chosen) if chosen else None

    def pick_files(self, title: Wording, kinds: Sequence[FileKind]) -> Sequence[Path]:
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, self._in(title), "", self._filters(kinds))
        return [Path(one) for one in chosen]

    def pick_save(self, title: Wording, suggested: str, kinds: Sequence[FileKind]) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self._window, self._in(title), suggested, self._filters(kinds))
        if not chosen:
            return None
        ending = kinds[0][1][:1]
        return Path(chosen) if Path(chosen).suffix or not ending else Path(f"{chosen}.{ending[0]}")

    def pick_folder(self, title: Wording, start: Path | None = None) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, self._in(title), str(start or ""))
        return Path(chosen) if chosen else None

    def open_folder(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _message(self, icon: QMessageBox.Icon, text: str) -> None:
        _ = words(self._language)
        box = self._box(icon, text)
        box.addButton(_("Close"), _Role.AcceptRole)
        box.exec()

    def _box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = QMessageBox(icon, self._title(), text, QMessageBox.StandardButton.NoButton, self._window)
        box.setTextFormat(box.textFormat().PlainText)  # what was typed is never read as mark-up
        return box

    def _title(self) -> str:
        return words(self._language)("CLAIR Desktop")

    def _in(self, wording: Wording) -> str:
        return wording.in_(self._language)

    def _filters(self, kinds: Sequence[FileKind]) -> str:
        return ";;".join(f"{self._in(name)} ({_patterns(endings)})" for name, endings in kinds)


def _patterns(endings: Sequence[str]) -> str:
    return " ".join(f"*.{ending}" for ending in endings) if endings else "*"
