"""What the panes of the Excel room share: a file read while the rest waits, a password asked for, two lists beside."""

from PySide6.QtWidgets import QSplitter, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.support.watch import Watch
from clair_desktop.views import theme
from clair_desktop.views.work_line import WorkLine

HEAD_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.SPACE)


class FilePane(QWidget):
    """A pane with a line of work; whoever is one makes ``work`` and keeps its language."""

    work: WorkLine
    _language: Language

    def ask_password(self, name: str, why: Wording) -> str | None:
        from clair_desktop.views.password import PasswordDialog

        return PasswordDialog(self, self._language, name, why.in_(self._language)).ask()

    def show_working(self, told: Wording, watch: Watch) -> None:
        self.work.show_working(told, watch)

    def hide_working(self) -> None:
        self.work.hide_working()


def beside(left: QWidget, right: QWidget, widths: tuple[int, int]) -> QSplitter:
    """Two lists side by side, neither of which can be pushed away; ``widths`` are pixels to begin with."""
    made = QSplitter()
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    made.addWidget(left)
    made.addWidget(right)
    made.setSizes(list(widths))
    return made
