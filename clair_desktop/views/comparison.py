"""Over the pages: what differs from the pack that left before, and the pages of then beside those of now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.comparison import ComparedLine, Comparison, compared_lines, heading
from clair_desktop.support.i18n import words
from clair_desktop.views.elements import button, column, label, name_tool, row, tool
from clair_desktop.views.page_column import Look, Mark
from clair_desktop.views.page_reader import PageReader
from clair_desktop.views.pages import PdfPages

_LAYER = "changed"
_TALLEST = 110


class ComparisonPanel(QWidget):
    """Hidden until there is something to compare; ``back`` opens the pages of now again."""

    def __init__(self, reader: PageReader, back: Callable[[], PdfPages]) -> None:
        super().__init__()
        self._reader = reader
        self._back = back
        self._comparison: Comparison | None = None
        self.shows_before = False
        self.told = label(wraps=True)
        self.lines = QListWidget()
        self.lines.setMaximumHeight(_TALLEST)
        self.lines.setUniformItemSizes(True)
        self.lines.setSpacing(1)
        self.lines.currentRowChanged.connect(self._look_at)
        self.turn = button(name="chip", act=self._turn)
        self.turn.setCheckable(True)
        self.end = tool("close", self.hide_comparison)
        head = row(self.told, self.turn, self.end)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.lines, gap=4, margins=(20, 4, 12, 4)))
        self._found: Sequence[ComparedLine] = ()
        self.hide()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.turn.setText(_("Pages of then"))
        self.turn.setToolTip(_("Shows the pages that left before, with the same places marked"))
        self.lines.setAccessibleName(_("What differs"))
        name_tool(self.end, _("Close the comparison"))
        if self._comparison is not None and not self.isHidden():
            self._tell(self._comparison)

    def show_comparison(self, comparison: Comparison) -> None:
        """The first page that differs is turned to."""
        self._comparison, self.shows_before = comparison, False
        self.turn.setChecked(False)
        self._tell(comparison)
        self.show()
        self._mark()
        if self._found:
            self.lines.setCurrentRow(0)
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_comparison(self) -> None:
        """The pages of now stand there again, without marks."""
        self.turn_back()
        self.forget()

    def forget(self) -> None:
        """Other pages have come."""
        self._comparison, self.shows_before = None, False
        self._reader.view.column.mark((), _LAYER)
        self.hide()

    def turn_back(self) -> None:
        if self.shows_before:
            self._turn()

    def _tell(self, comparison: Comparison) -> None:
        self._found = compared_lines(comparison)
        self.told.setText(heading(comparison, self._reader.view.column.count()).in_(self._language))
        self.lines.clear()
        for one in self._found:
            self.lines.addItem(QListWidgetItem(one.told.in_(self._language)))
        self.lines.setVisible(bool(self._found))
        self.turn.setVisible(bool(self._found))

    def _turn(self) -> None:
        if self._comparison is None:
            return
        self.shows_before = not self.shows_before
        self.turn.setChecked(self.shows_before)
        self._reader.show_pages(PdfPages(self._comparison.release.path) if self.shows_before else self._back())
        self._mark()
        self._look_at(self.lines.currentRow())

    def _mark(self) -> None:
        marks = []
        for one in self._comparison.differences if self._comparison else ():
            page = one.before if self.shows_before else one.now
            marks += [Mark(page, QRectF(*place), Look.CHANGED) for place in one.places if page is not None]
        self._reader.view.column.mark(marks, _LAYER)

    def _look_at(self, place: int) -> None:
        if self._comparison is None or not 0 <= place < len(self._found):
            return
        line = self._found[place]
        page = line.before if self.shows_before else line.now
        if page is None:
            return
        self._reader.view.go_to_page(page)
        places = next((one.places for one in self._comparison.differences if one.now == line.now and one.places), ())
        if places:
            self._reader.view.go_to_place(page, QRectF(*places[0]))
