"""Faults nobody foresaw: written to a file, and told once to the person, who keeps what was typed."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words

MOST_BYTES = 1024 * 1024  # beyond this the file of faults begins anew


class FaultBook:
    """The file of faults. ``install`` makes it hear of every exception that reaches Qt's loop."""

    def __init__(self, folder: Path, language: Language) -> None:
        self.path = folder / "faults.log"
        self.language = language
        self._telling = False

    def install(self) -> None:
        sys.excepthook = self.note

    def note(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, where)
            return
        import traceback  # with all it loads; nearly every run does without

        self._write("".join(traceback.format_exception(kind, fault, where)))
        if sys.stderr is not None:
            sys.__excepthook__(kind, fault, where)
        if QApplication.instance() is not None and not self._telling:
            self._telling = True  # a fault while this is shown must not pile up windows
            self._tell()
            self._telling = False

    def _write(self, text: str) -> None:
        from datetime import datetime

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            mode = "w" if self.path.exists() and self.path.stat().st_size > MOST_BYTES else "a"
            with self.path.open(mode, encoding="utf-8") as file:
                file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{text}\n")
        except OSError:
            return  # there is nowhere left to complain to

    def _tell(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        _ = words(self.language)
        told = _(
            "Something went wrong in the program. What you typed is kept as a draft. "
            "If it happens again, close the program, open it again, and pass this file on: %(file)s"
        ) % {"file": self.path}
        box = QMessageBox(QMessageBox.Icon.Critical, _("CLAIR Desktop"), told)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
