"""A table whose chosen line is told in full below it."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views.elements import column
from clair_desktop.views.line_table import LineColumn, LineTable

Line = TypeVar("Line")
_TOLD = 110  # pixels for the chosen line


class LinePart(QWidget, Generic[Line]):
    """A cell may be too narrow for what it says; the line below the table is not."""

    def __init__(self, columns: Sequence[LineColumn[Line]], lines: Sequence[Line], language: Language) -> None:
        super().__init__()
        _ = words(language)
        self._columns = columns
        self.table = LineTable[Line]("list")
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setFixedHeight(_TOLD)
        self.told.setAccessibleName(_("The chosen line in full"))
        self._language = language
        self.table.line_chosen.connect(self._tell)
        layout = column(self.table, self.told, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.show_lines(columns, lines)

    def show_lines(self, columns: Sequence[LineColumn[Line]], lines: Sequence[Line]) -> None:
        """Other lines; the chosen place stays."""
        place = max(self.table.currentIndex().row(), 0)
        self._columns = columns
        self.table.show_lines(columns, lines)
        if lines:
            self.table.choose(min(place, len(lines) - 1))
        else:
            self.told.setPlainText(words(self._language)("None."))

    def _tell(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self.told.setPlainText(
                "\n".join(f"{one.head}: {one.text(line)}" for one in self._columns if one.text(line))
            )
