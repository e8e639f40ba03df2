"""台帳: the sheets of headquarters' workbook as tables, with totals, a search within, and the way to Excel."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTabBar, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.money import decimal_text, yen
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.handing import HandingQuestion, HandingWish, LackingLine, Substitutes
from clair_desktop.presenters.registers import RegistersPresenter, RegistersSheet
from clair_desktop.support.i18n import words
from clair_desktop.support.watch import Watch
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine
from clair_desktop.views.elements import button, column, keyed, label, name_inner_buttons, pane, row, shortcut
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.work_line import WorkLine

Row = Sequence[object]
_FIGURES = (ColumnKind.YEN, ColumnKind.NUMBER)


class RegistersPage(QWidget):
    """The page; which programme and year is shown is the presenter's decision."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._page: RegistersSheet | None = None
        self._make_controls()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: RegistersPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._asked_programme.name(_("Programme"), "P")
        self._asked_year.name(_("Project year"), "Y")
        self.search.name(_("Search in this register"), "F")
        self.export.setText(keyed(_("Write the Excel workbook"), "E"))
        self.folder.setText(keyed(_("Open the folder"), "O"))
        self.sheets.setAccessibleName(_("Sheets of the register"))
        name_inner_buttons(self.search.line, _("Clear the search"))
        self.work.set_language(language)
        self._forget_written()

    def show_registers(self, page: RegistersSheet) -> None:
        if self._page and (self._page.programme, self._page.year) != (page.programme, page.year):
            self._forget_written()
        self._page = page
        self._offer(
            self.programme, [(one.name.in_(self._language), one.key) for one in page.programmes], page.programme
        )
        self._offer(self.year, [self._year_entry(place) for place in range(len(page.years))], page.year)
        self.export.setEnabled(page.workbook is not None)
        self._show_sheets()

    def show_written(self, path: Path, rows: int) -> None:
        _ = words(self._language)
        told = words(self._language).ngettext(
            "%(rows)d row written to %(name)s", "%(rows)d rows written to %(name)s", rows
        )
        self.written.setText(told % {"rows": rows, "name": path.name})
        self.written.setToolTip(str(path))
        self.folder.show()
        self.folder.setFocus()

    def show_working(self, told: Wording, watch: Watch) -> None:
        self._forget_written()
        self.work.show_working(told, watch)

    def hide_working(self) -> None:
        self.work.hide_working()

    def ask_handing(self, question: HandingQuestion) -> HandingWish | None:
        from clair_desktop.views.handing import HandingDialog

        return HandingDialog(self, self._language, question).ask()

    def ask_substitutes(self, lines: Sequence[LackingLine]) -> Substitutes | None:
        from clair_desktop.views.handing import SubstitutesDialog

        return SubstitutesDialog(self, self._language, lines).ask()

    def _make_controls(self) -> None:
        self.programme, self.year, self.search = QComboBox(), QComboBox(), AskedLine()
        self._asked_programme, self._asked_year = AskedBox(self.programme), AskedBox(self.year)
        self.programme.setMinimumWidth(250)
        self.year.setMinimumWidth(180)
        self.search.setFixedWidth(280)
        self.search.line.setClearButtonEnabled(True)
        self.export = button(name="primary", act=self._write)
        self.folder = button(act=self._open_folder)
        self.sheets, self.table = QTabBar(), LineTable[Row]("list")
        self.sheets.setDrawBase(False)
        self.sheets.setExpanding(False)
        self.totals, self.written = label(wraps=True), label(name="sub")
        self.empty = label(name="sub", wraps=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.programme.activated.connect(self._programme_chosen)
        self.year.activated.connect(self._year_chosen)
        self.search.line.textChanged.connect(self._searched)
        self.sheets.currentChanged.connect(lambda _place: self._show_sheet())
        shortcut("Ctrl+F", self, self.search.line.setFocus)

    def _lay_out(self) -> None:
        self.work = WorkLine(self.programme, self.year, self.export)
        head = row(self.work, None, self.written, self.folder)
        chosen = row(self._asked_programme, self._asked_year, self.search, None, self.export, gap=theme.MARGIN)
        shown = pane(column(self.sheets, self.table, pane(column(self.totals, margins=(16, 8, 16, 8)), "bar"), gap=0))
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(pane(column(None, self.empty, None, None, margins=(80, 0, 80, 0))))
        top = column(chosen, head, gap=theme.SPACE, margins=(16, 12, 16, 12))
        layout = column(pane(top), self._stack, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _offer(self, combo: QComboBox, entries: Sequence[tuple[str, object]], chosen: object) -> None:
        combo.clear()
        for place, (text, value) in enumerate(entries):
            combo.addItem(text, value)
            if value == chosen:
                combo.setCurrentIndex(place)

    def _year_entry(self, place: int) -> tuple[str, object]:
        _ = words(self._language)
        offered = cast(RegistersSheet, self._page).years[place]
        cases = words(self._language).ngettext("%(count)d case", "%(count)d cases", offered.cases)
        told = cases % {"count": offered.cases} if offered.cases else _("no case")
        return (
            _("%(year)s (%(cases)s)") % {"year": offered.year.label().in_(self._language), "cases": told},
            offered.year,
        )

    def _show_sheets(self) -> None:
        page = cast(RegistersSheet, self._page)
        place = max(self.sheets.currentIndex(), 0)
        self.sheets.blockSignals(True)
        while self.sheets.count():
            self.sheets.removeTab(0)
        for sheet in page.workbook.registers if page.workbook else ():
            self.sheets.addTab(sheet.name.in_(self._language))
        self.sheets.setCurrentIndex(min(place, self.sheets.count() - 1))
        self.sheets.blockSignals(False)
        self._stack.setCurrentIndex(0 if page.workbook else 1)
        if page.workbook:
            self._show_sheet()
        else:
            self._say_empty(page)

    def _say_empty(self, page: RegistersSheet) -> None:
        _ = words(self._language)
        name = next(one.name for one in page.programmes if one.key == page.programme)
        told = _(
            "There is no case of %(programme)s in %(year)s yet.\n"
            "Cases that are received appear here by themselves, as headquarters will see them."
        )
        self.empty.setText(
            told % {"programme": name.in_(self._language), "year": page.year.label().in_(self._language)}
        )

    def _sheet(self) -> FilledRegister | None:
        book = self._page.workbook if self._page else None
        place = self.sheets.currentIndex()
        return book.registers[place] if book and 0 <= place < len(book.registers) else None

    def _show_sheet(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        columns = [line_column(place, one, self._language) for place, one in enumerate(sheet.columns)]
        self.table.show_lines(columns, sheet.rows)
        self.table.setAccessibleName(sheet.name.in_(self._language))
        self._show_totals()

    def _searched(self, text: str) -> None:
        self.table.lines.keep(text)
        self._show_totals()

    def _show_totals(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        rows = self.table.lines.lines
        shown = words(self._language).ngettext("%(count)d row", "%(count)d rows", len(rows)) % {"count": len(rows)}
        self.totals.setText(" ／ ".join([shown, *totals(sheet.columns, rows, self._language)]))

    def _forget_written(self) -> None:
        self.written.setText("")
        self.folder.hide()

    def _write(self) -> None:
        self._presenter.export()

    def _open_folder(self) -> None:
        self._presenter.open_folder()

    def _programme_chosen(self, place: int) -> None:
        self._presenter.choose(self.programme.itemData(place))

    def _year_chosen(self, place: int) -> None:
        self._presenter.choose(self.programme.currentData(), self.year.itemData(place))


def line_column(place: int, filled: FilledColumn, language: Language) -> LineColumn[Row]:
    """A column of a register as a column of a table: values sort as what they are, not as they read."""
    return LineColumn(
        filled.head.in_(language),
        lambda line: value_text(line[place], filled.kind, language),
        lambda line: line[place],
        number=filled.kind in _FIGURES,
    )


def value_text(value: object, kind: ColumnKind, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return printed_date(value, language)
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, int) and kind in _FIGURES:
        return f"{value:,}"
    return str(value)


def totals(columns: Sequence[FilledColumn], rows: Sequence[Row], language: Language) -> list[str]:
    """The sum of every column of amounts over the rows shown, where any is known."""
    found = []
    for place, one in enumerate(columns):
        if one.kind is ColumnKind.YEN:
            known = [value for line in rows if isinstance(value := line[place], int)]
            found += [f"{one.head.in_(language)} {yen(sum(known)).in_(language)}"] if known else []
    return found
