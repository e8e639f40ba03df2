"""時差・開庁: the seven offices above, the chosen one's days and words below; what is shown is decided elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.office_times import OfficeTimesPresenter, TimeLine, TimeSheet
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, keyed, label, pane, row
from clair_desktop.views.line_table import LineColumn, LineTable

_EVERY = 1000  # milliseconds between two looks at the clock; it is shown anew by the minute


class OfficeTimesPane(QWidget):
    """Implements ``presenters.office_times.OfficeTimesView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown = ""
        self._japan, self._title = label(bold=True), label(bold=True, wraps=True)
        self.copying, self.save = button(act=self._copy), button(act=self._save)
        self.offices, self.shared = LineTable[TimeLine]("list"), LineTable[Sequence[str]]("list")
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.offices.line_chosen.connect(self._choose)
        for table in (self.offices, self.shared):
            table.copied_lines.connect(self._tell_copied)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_EVERY)
        self._ticking.timeout.connect(self._tick)
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: OfficeTimesPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.copying.setText(keyed(_("Copy as text"), "T"))
        self.save.setText(keyed(_("Save as PDF"), "P"))
        self.offices.setAccessibleName(_("The overseas offices now"))
        self.told.setAccessibleName(_("The chosen office: time, dialling, advice"))

    # OfficeTimesView

    def show_offices(self, japan: str, lines: Sequence[TimeLine], chosen: str) -> None:
        _ = words(self._language)
        self._shown = chosen
        self._japan.setText(_("Japan now: %(time)s") % {"time": japan})
        self.offices.blockSignals(True)
        self.offices.show_lines(time_columns(self._language), lines, stretch=4)
        self.offices.choose(next(place for place, one in enumerate(lines) if one.office == chosen))
        self.offices.blockSignals(False)

    def show_sheet(self, sheet: TimeSheet) -> None:
        """The place read stays where it was while only the minute changes."""
        self._shown = sheet.office
        self._title.setText(sheet.shared_title)
        self.shared.setAccessibleName(sheet.shared_title)
        read, day = self.told.verticalScrollBar().value(), max(self.shared.currentIndex().row(), 0)
        if self.told.toPlainText() != sheet.told:
            self.told.setPlainText(sheet.told)
            self.told.verticalScrollBar().setValue(read)
        self.shared.show_lines([_cells(place, head) for place, head in enumerate(sheet.heads)], sheet.shared)
        self.shared.setSortingEnabled(False)  # the days stand in their order
        self.shared.choose(day)

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    # The clock is looked at only while the pane is seen.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.tick()
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticking.stop()
        super().hideEvent(event)

    def _choose(self) -> None:
        line = self.offices.chosen()
        if line is not None and line.office != self._shown:
            self._presenter.choose(line.office)

    def _tick(self) -> None:
        self._presenter.tick()

    def _tell_copied(self) -> None:
        self._presenter.copied()

    def _copy(self) -> None:
        self._presenter.copy()

    def _save(self) -> None:
        self._presenter.save_pdf()

    def _lay_out(self) -> None:
        head = row(self._japan, None, self.copying, self.save, margins=(16, 8, 16, 8))
        days = QWidget()
        held = column(pane(column(self._title, margins=(16, 6, 16, 6))), self.shared, gap=0)
        held.setStretch(1, 1)
        days.setLayout(held)
        below = QSplitter()
        below.addWidget(days)
        below.addWidget(self.told)
        below.setSizes([760, 420])
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(self.offices)
        whole.addWidget(below)
        whole.setSizes([theme.ROW * 8 + theme.SPACE, 220])
        for split in (below, whole):
            split.setChildrenCollapsible(False)
        layout = column(pane(head), whole, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def time_columns(language: Language) -> list[LineColumn[TimeLine]]:
    _ = words(language)
    return [
        LineColumn(_("Office"), lambda one: one.name),
        LineColumn(_("Local time"), lambda one: one.local),
        LineColumn(_("Difference"), lambda one: one.difference),
        LineColumn(_("Today there"), lambda one: one.today, widest=200),
        LineColumn(
            _("Open now?"),
            lambda one: one.standing.words.in_(language),
            tone=lambda one: one.standing.tone,
            widest=330,
        ),
        LineColumn(_("Summer time"), lambda one: one.summer, widest=330),
    ]


def _cells(place: int, head: str) -> LineColumn[Sequence[str]]:
    return LineColumn(head, lambda one: one[place])
