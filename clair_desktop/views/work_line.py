"""A line that says what is being done, how far it has come, and lets one give it up; it is there only meanwhile."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.support.i18n import words
from clair_desktop.support.watch import Watch
from clair_desktop.views.elements import button, keyed, label, row

_LOOK = 100  # milliseconds between looks at the watch


class WorkLine(QWidget):
    """Implements ``presenters.working.WorkingView`` for a pane; what must not be touched meanwhile is given to it."""

    def __init__(self, *held: QWidget) -> None:
        super().__init__()
        self._held = held
        self._language = Language.JA
        self._wording: Wording | None = None
        self._watch: Watch | None = None
        self._before: QWidget | None = None  # what had the focus when the work began
        self._told, self.bar = label(), QProgressBar()
        self.bar.setMaximumWidth(240)
        self.stop = button(act=self._stop)
        self.setLayout(row(self._told, self.bar, self.stop, None))
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self.hide()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.stop.setText(keyed(_("Stop"), "X"))
        self._say()

    @property
    def is_working(self) -> bool:
        return self._watch is not None

    def show_working(self, told: Wording, watch: Watch) -> None:
        self._wording, self._watch = told, watch
        self._before = QApplication.focusWidget()
        self._say()
        for one in self._held:
            one.setEnabled(False)
        self.bar.setRange(0, 0)  # moves while nothing is known
        self.stop.setEnabled(True)
        self.show()
        self.stop.setFocus()
        self._timer.start()

    def hide_working(self) -> None:
        had_focus = self.stop.hasFocus()
        self._watch = None
        self._timer.stop()
        for one in self._held:
            one.setEnabled(True)
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.hide()

    def _stop(self) -> None:
        if self._watch is not None:
            self._watch.stop()
            self.stop.setEnabled(False)

    def _look(self) -> None:
        if self._watch is not None and self._watch.percent:
            self.bar.setRange(0, 100)
            self.bar.setValue(self._watch.percent)

    def _say(self) -> None:
        said = self._wording.in_(self._language) if self._wording else ""
        self._told.setText(said)
        self.bar.setAccessibleName(said)
