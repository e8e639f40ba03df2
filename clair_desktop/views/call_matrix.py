"""団体別の回答: the matrix with its search and its filters, and beside it the chosen bodies."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from clair_desktop.domain.calls import ANSWER_WORDS, CallAnswer
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.call_lines import CallLine
from clair_desktop.presenters.call_matrix import KEEPS, Keep, MatrixSheet, MatrixWish, counted
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.call_answer import AnswerPane
from clair_desktop.views.call_matrix_table import MatrixTable
from clair_desktop.views.elements import button, column, keyed, label, name_inner_buttons, pane, row

if TYPE_CHECKING:
    from clair_desktop.presenters.calls import CallKey, CallsPresenter, CallsSheet

WAIT = 120  # milliseconds after the last letter before the bodies are searched
_ROOMY = 1000
_BAR = (theme.MARGIN, theme.SPACE, theme.MARGIN, theme.SPACE)


class MatrixPart(QWidget):
    """Which lines and which cell are chosen is the view's own."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._today = date.min
        self._lines: dict[CallKey, CallLine] = {}
        self._sheet: MatrixSheet | None = None
        self.call, self.keep, self.search = QComboBox(), QComboBox(), AskedLine()
        self._asked_call, self._asked_keep = AskedBox(self.call), AskedBox(self.keep)
        self.add = button(act=self._add)
        self.table, self.answer = MatrixTable("list"), AnswerPane(language)
        self._totals, self._nothing = label(wraps=True), label(name="sub", wraps=True)
        self._wire()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: "CallsPresenter") -> None:
        self._presenter = presenter
        self.answer.bind(presenter)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._asked_call.name(_("Call"), "C")
        self._asked_keep.name(_("Show"), "H")
        self.search.name(_("Search the bodies"), "S")
        self.search.line.setPlaceholderText(_("Name, reading or code"))
        name_inner_buttons(self.search.line, _("Clear the search"))
        self.add.setText(keyed(_("Add bodies to ask…"), "B"))
        self.table.setAccessibleName(_("Bodies and their answers"))
        self.answer.set_language(language)

    def show_calls(self, sheet: "CallsSheet") -> None:
        self._lines = {line.key: line for line in sheet.lines if line.set_up}
        self._today = sheet.today

    def show_matrix(self, sheet: MatrixSheet) -> None:
        _ = words(self._language)
        self._sheet = sheet
        calls = [(one.name.in_(self._language), one.key) for one in sheet.calls]
        offer(self.call, [(_("All calls of the year"), None), *calls], sheet.wish.call)
        offer(self.keep, [(name.in_(self._language), key) for key, name in KEEPS.items()], sheet.wish.keep)
        self.add.setEnabled(bool(sheet.calls))
        self.table.show_rows(sheet.columns, sheet.rows, self._language)
        self._stack.setCurrentIndex(0 if sheet.rows else 1)
        self._say_nothing(sheet)
        self._tell_totals(sheet)
        self._show_chosen()

    def told(self) -> str:
        """What the line of counts, or the empty page, says."""
        return self._totals.text() if self._stack.currentIndex() == 0 else self._nothing.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.answer.setFixedWidth(310 if self.width() < _ROOMY else 360)

    def _wire(self) -> None:
        self._waiting = QTimer(self, singleShot=True, interval=WAIT)
        self._waiting.timeout.connect(self._narrow)
        self.search.line.textChanged.connect(lambda _text: self._waiting.start())
        self.search.line.setClearButtonEnabled(True)
        for box in (self.call, self.keep):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(lambda _place: self._narrow())
        self.call.setMinimumContentsLength(12)
        self.keep.setMinimumContentsLength(8)
        self.table.cell_chosen.connect(self._show_chosen)
        self.table.line_opened.connect(self.answer.day.box.setFocus)

    def _lay_out(self) -> None:
        bar = row(self._asked_call, self._asked_keep, self.search, None, self.add, gap=theme.GAP, margins=_BAR)
        bar.setAlignment(self.add, Qt.AlignmentFlag.AlignBottom)
        shown = column(self.table, pane(column(self._totals, margins=(16, 6, 16, 6)), "bar"), gap=0)
        filled = QWidget()
        filled.setLayout(shown)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(pane(column(None, self._nothing, None, None, margins=(60, 0, 60, 0))))
        both = row(self._stack, self.answer, gap=0)
        both.setStretch(0, 1)
        layout = column(pane(bar), both, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _say_nothing(self, sheet: MatrixSheet) -> None:
        _ = words(self._language)
        if not sheet.calls:
            told = _("No call of this year is set up yet. Set one up on the page “Calls of the year”.")
        elif not sheet.total:
            told = _("Nobody is asked yet. “Add bodies to ask…” puts every municipality of the branch on the list.")
        else:
            told = _("No body matches. Choose “All bodies”, or change the search.")
        self._nothing.setText(told)

    def _tell_totals(self, sheet: MatrixSheet) -> None:
        _ = words(self._language)
        shown = words(self._language).ngettext("%(count)d body", "%(count)d bodies", len(sheet.rows))
        said = [shown % {"count": len(sheet.rows)}]
        if len(sheet.columns) == 1:
            counts = counted(sheet.rows, sheet.columns[0])
            said += [f"{ANSWER_WORDS[answer].in_(self._language)} {counts[answer]}" for answer in CallAnswer]
            said += [f"{_('Not asked')} {counts[None]}"]
        self._totals.setText(" ／ ".join(said))

    def _show_chosen(self) -> None:
        column_ = self.table.call()
        line = self._lines.get(column_.key) if column_ else None
        self.answer.show_cells(line, self.table.chosen_rows(), self._today)

    # What the person does

    def _narrow(self) -> None:
        keep = self.keep.currentData() or Keep.ALL
        self._presenter.narrow(MatrixWish(self.call.currentData(), keep, self.search.text()))

    def _add(self) -> None:
        from clair_desktop.views.call_asking import AskDialog

        current, keys = self.table.call(), list(self._lines)
        chosen = self.call.currentData() or (current.key if current else None)
        key = chosen if chosen in keys else keys[0]
        name = self._lines[key].name.in_(self._language)
        AskDialog(self, self._language, name, self._presenter.found, lambda wish: self._presenter.ask(key, wish)).ask()
