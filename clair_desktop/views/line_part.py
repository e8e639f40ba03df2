"""A table whose chosen line is told in full below it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views.elements import column
from clair_desktop.views.line_table import LineColumn, LineTable

Line = TypeVar("Line")
_TOLD, _LEAST = 110, 46  # pixels for the chosen line


class LinePart(QWidget, Generic[Line]):
    """A cell may be too narrow for what it says; the line below the table is not."""

    def __init__(
        self,
        columns: Sequence[LineColumn[Line]],
        lines: Sequence[Line],
        language: Language,
        told: Callable[[Line, Language], str] | None = None,
    ) -> None:
        super().__init__()
        self._columns = columns
        self._in_full = told or self._column_by_column
        self.table = LineTable[Line]("list")
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self._language = language
        self.table.line_chosen.connect(self._tell)
        layout = column(self.table, self.told, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.set_language(language)
        self.show_lines(columns, lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.told.setFixedHeight(min(_TOLD, max(_LEAST, self.height() // 3)))

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.told.setAccessibleName(_("The chosen line in full"))

    def show_lines(self, columns: Sequence[LineColumn[Line]], lines: Sequence[Line]) -> None:
        """Other lines; the chosen place stays."""
        place = max(self.table.currentIndex().row(), 0)
        self._columns = columns
        self.table.show_lines(columns, lines)
        if lines:
            self.table.choose(min(place, len(lines) - 1))
        else:
            _ = words(self._language)
            self.told.setPlainText(_("None."))

    def _tell(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self.told.setPlainText(self._in_full(line, self._language))

    def _column_by_column(self, line: Line, _language: Language) -> str:
        return "\n".join(f"{one.head}: {one.text(line)}" for one in self._columns if one.text(line))
