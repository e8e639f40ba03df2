"""予定: the month beside the list of the day or of the month; kinds are chosen, entries lead to their case."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QSplitter, QTabWidget, QWidget

from clair_desktop.domain.agenda import EntryKind
from clair_desktop.domain.eras import date_with_weekday, english_date, printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.calendar import KINDS, CalendarPresenter, CalendarSheet, ShownEntry
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import Flow, button, column, keyed, label, name_tool, pane, row, tool
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.month_grid import MonthGrid

_HEAD = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.SPACE)


class CalendarPage(QWidget):
    """Implements ``presenters.calendar.CalendarView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: CalendarSheet | None = None
        self._make()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: CalendarPresenter) -> None:
        self._presenter = presenter

    def hand_over(self, presenter: CalendarPresenter) -> None:
        """Another presenter, for another language, goes on where the one before stood."""
        before: CalendarPresenter | None = getattr(self, "_presenter", None)
        if before is not None:
            presenter.look_at(before.looked_at)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Schedule"))
        name_tool(self.before, _("Month before"), "PageUp")
        name_tool(self.after, _("Month after"), "PageDown")
        self.now.setText(keyed(_("Today"), "T"))
        self.wanted.name(_("Go to a day"), "G")
        for kind, box in self.kinds.items():
            box.setText(KINDS[kind].in_(language))
        self.file.setText(keyed(_("For other calendars (.ics)"), "I"))
        self.month_pdf.setText(keyed(_("Month as PDF"), "D"))
        self.list_pdf.setText(keyed(_("Agenda as PDF"), "L"))
        self.printed.setText(keyed(_("Print…"), "R"))
        self.tabs.setTabText(0, _("Day"))
        self.tabs.setTabText(1, _("Whole month"))
        self.grid.setAccessibleName(_("Month"))
        self.day_list.setAccessibleName(_("What stands on the day"))
        self.month_list.setAccessibleName(_("What stands in the month"))
        self._nothing.setText(_("Nothing stands on this day."))
        self._hint.setText(_("Arrows move the day, Page Up and Page Down the month; Enter goes to the day's list."))
        if self._sheet is not None:
            self.show_calendar(self._sheet)

    # CalendarView

    def show_calendar(self, sheet: CalendarSheet) -> None:
        self._sheet = sheet
        self.heading.setText(sheet.heading.in_(self._language))
        for kind, box in self.kinds.items():
            box.blockSignals(True)
            box.setChecked(kind in sheet.kinds)
            box.blockSignals(False)
        self.grid.show_sheet(sheet, self._language)
        self.month_list.show_lines(_columns(self._language, dated=True), sheet.entries, stretch=_WHAT + 1)
        self._show_day_list(sheet.chosen)

    def show_day(self, day: date) -> None:
        self.grid.show_day(day)
        self._show_day_list(day)

    def show_complaint(self, wording: Wording) -> None:
        self.wanted.complain(wording.in_(self._language))

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
        from clair_desktop.views.printing import ask_and_print

        return ask_and_print(path, title, self, monochrome=monochrome)

    # How it is built

    def _make(self) -> None:
        self._title, self.heading = label(size=theme.TITLE, bold=True), label(size=theme.HEAD, bold=True)
        self.before, self.after = tool("back", lambda: self._turn(-1)), tool("forward", lambda: self._turn(1))
        self.now = button(act=self._today)
        self.wanted = AskedLine(self._go, width=190)
        self.kinds = {kind: QCheckBox() for kind in EntryKind}
        for box in self.kinds.values():
            box.toggled.connect(self._keep)
        self.file, self.month_pdf = button(act=self._save_file), button(act=self._save_month)
        self.list_pdf, self.printed = button(act=self._save_list), button(act=self._print)
        self.grid = MonthGrid(self._move, self._turn, self._choose, self._enter, self._today)
        self.day_list, self.month_list = LineTable[ShownEntry]("list"), LineTable[ShownEntry]("list")
        for one in (self.day_list, self.month_list):
            one.line_opened.connect(self._open)
        self._nothing = label(name="sub")
        self._day, self._hint = label(size=theme.HEAD, bold=True), label(name="sub", size=theme.CAPTION, wraps=True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)

    def _lay_out(self) -> None:
        acts, kinds = Flow(), Flow(gap=theme.GAP)
        for piece in (self.file, self.month_pdf, self.list_pdf, self.printed):
            acts.addWidget(piece)
        for box in self.kinds.values():
            kinds.addWidget(box)
        turning = row(self.before, self.heading, self.after, self.now, None, gap=theme.SPACE)
        head = column(row(self._title, None, gap=theme.GAP), acts, row(turning, self.wanted), kinds, gap=theme.SPACE)
        head.setContentsMargins(*_HEAD)
        day = pane(
            column(self._day, self._nothing, self.day_list, gap=theme.SPACE, margins=(theme.GAP, theme.GAP, 0, 0))
        )
        self.tabs.addTab(day, "")
        self.tabs.addTab(self.month_list, "")
        shown = QWidget()
        shown.setLayout(column(self.grid, self._hint, gap=4, margins=(theme.MARGIN, 0, 0, 4)))
        both = QSplitter()
        both.addWidget(shown)
        both.addWidget(self.tabs)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setChildrenCollapsible(False)
        layout = column(pane(head), both, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _show_day_list(self, day: date) -> None:
        if self._sheet is None:
            return
        self._day.setText(date_with_weekday(day) if self._language is Language.JA else english_date(day))
        entries = self._sheet.cell(day).entries
        self.day_list.show_lines(_columns(self._language, dated=False), entries, stretch=_WHAT)
        self._nothing.setHidden(bool(entries))

    # What the person does

    def _turn(self, months: int) -> None:
        self._presenter.turn(months)

    def _move(self, days: int) -> None:
        self._presenter.move(days)

    def _choose(self, day: date) -> None:
        self._presenter.choose_day(day)

    def _today(self) -> None:
        self._presenter.today()

    def _enter(self) -> None:
        self.tabs.setCurrentIndex(0)
        if self.day_list.lines.lines:
            self.day_list.choose(0)
            self.day_list.setFocus()

    def _go(self) -> None:
        self.wanted.complain("")
        if self._presenter.go_to(self.wanted.text()):
            self.wanted.put("")
            self.grid.setFocus()

    def _keep(self) -> None:
        self._presenter.keep(frozenset(kind for kind, box in self.kinds.items() if box.isChecked()))

    def _open(self) -> None:
        table = self.month_list if self.tabs.currentIndex() else self.day_list
        chosen = table.chosen()
        if chosen is not None:
            self._presenter.open(chosen)

    def _save_file(self) -> None:
        self._presenter.save_file()

    def _save_month(self) -> None:
        self._presenter.save_month()

    def _save_list(self) -> None:
        self._presenter.save_list()

    def _print(self) -> None:
        self._presenter.print()


_WHAT = 1


def _columns(language: Language, *, dated: bool) -> Sequence[LineColumn[ShownEntry]]:
    _ = words(language)
    day: LineColumn[ShownEntry] = LineColumn(_("Day"), lambda one: _span(one, language), lambda one: one.entry.order)
    rest: list[LineColumn[ShownEntry]] = [
        LineColumn(_("Time"), lambda one: one.entry.clock.in_(language)),
        LineColumn(_("What"), lambda one: one.entry.title.in_(language)),
        LineColumn(_("Kind"), lambda one: one.kind.words.in_(language), tone=lambda one: one.kind.tone),
        LineColumn(
            _("Left"),
            lambda one: one.left.words.in_(language) if one.left else "",
            tone=lambda one: one.left.tone or "off" if one.left else "off",
        ),
        LineColumn(_("Remarks"), lambda one: one.entry.detail.in_(language)),
        LineColumn(_("Case"), lambda one: one.entry.number),
    ]
    return [day, *rest] if dated else rest


def _span(one: ShownEntry, language: Language) -> str:
    first, last = printed_date(one.entry.first, language), printed_date(one.entry.last, language)
    return first if first == last else f"{first}–{last}"
