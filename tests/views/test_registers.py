"""The page of registers: amounts stand right, days in the language's form, totals over what is shown."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.registers import ProgrammeChoice, RegistersSheet, YearChoice
from clair_desktop.views.registers import RegistersPage
from tests.presenters.stand import Remembering

COLUMNS = [
    FilledColumn("case_number", Wording("受付番号", "Case no."), ColumnKind.TEXT, 12),
    FilledColumn("applicant_name", Wording("団体名", "Local authority"), ColumnKind.TEXT, 20),
    FilledColumn("requested", Wording("助成金申請額", "Amount requested"), ColumnKind.YEN, 16),
    FilledColumn("quantity", Wording("数量", "Quantity"), ColumnKind.NUMBER, 8),
    FilledColumn("received_on", Wording("受付日", "Received on"), ColumnKind.DATE, 16),
]
ROWS = [
    ["R8-0001", "静岡県富士市", 2_100_000, Fraction(3, 2), date(2026, 4, 1)],
    ["R8-0002", "群馬県高崎市", 900_000, None, date(2026, 11, 20)],
    ["R8-0003", "宮城県", None, Fraction(3), None],
]
BOOK = FilledWorkbook(
    Wording("令和8年度　経済活動助成事業", "Economic grants, FY2026"),
    [
        FilledRegister("cases", Wording("案件一覧", "Cases"), COLUMNS, ROWS),
        FilledRegister("costs", Wording("経費内訳", "Costs"), COLUMNS[:3], ROWS[:1]),
    ],
    [],
    sample=False,
)


def sheet(book: FilledWorkbook | None = BOOK) -> RegistersSheet:
    programmes = [ProgrammeChoice("economic_grant", Wording("経済活動助成事業", "Economic grants"))]
    years = [YearChoice(FiscalYear(2026), 3), YearChoice(FiscalYear(2027), 0)]
    return RegistersSheet(programmes, years, "economic_grant", FiscalYear(2026), book)


@pytest.fixture
def presenter() -> Remembering:
    return Remembering()


@pytest.fixture(params=list(Language))
def page(qtbot, request, presenter) -> RegistersPage:
    made = RegistersPage(request.param)
    made.bind(presenter)
    qtbot.addWidget(made)
    made.show_registers(sheet())
    return made


def texts(page: RegistersPage, column: int) -> list[str]:
    model = page.table.lines
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_amounts_stand_right_with_separators(page) -> None:
    assert texts(page, 2) == ["2,100,000", "900,000", ""]
    side = page.table.lines.data(page.table.lines.index(0, 2), Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    assert texts(page, 3) == ["1.5", "", "3"]


def test_days_read_as_the_language_writes_them(qtbot, presenter) -> None:
    for language, first in ((Language.JA, "令和8年4月1日"), (Language.EN, "1 April 2026")):
        made = RegistersPage(language)
        qtbot.addWidget(made)
        made.bind(presenter)
        made.show_registers(sheet())
        assert texts(made, 4)[0] == first


def test_amounts_sort_as_amounts_and_what_is_not_known_stands_last(page) -> None:
    page.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert texts(page, 2) == ["900,000", "2,100,000", ""]
    page.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert texts(page, 2) == ["2,100,000", "900,000", ""]


def test_a_search_finds_old_and_wide_letters_and_the_totals_follow(page) -> None:
    page.search.put("Ｒ8-0002")
    assert texts(page, 1) == ["群馬県高崎市"]
    assert "900,000" in page.totals.text()
    assert "2,100,000" not in page.totals.text()
    page.search.put("")
    assert "3,000,000" in page.totals.text()


def test_another_sheet_shows_its_own_columns(page) -> None:
    page.sheets.setCurrentIndex(1)
    assert page.table.lines.columnCount() == 3
    assert page.table.lines.rowCount() == 1


def test_a_chosen_line_is_copied_with_tabs_between(page, qtbot) -> None:
    page.table.choose(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\t")[:3] == ["R8-0001", "静岡県富士市", "2,100,000"]


def test_a_year_without_cases_says_so_and_offers_no_export(page) -> None:
    page.show_registers(sheet(None))
    assert page.empty.text()
    assert not page.export.isEnabled()


def test_choosing_is_told_to_the_presenter(page, presenter) -> None:
    page.year.activated.emit(1)
    assert presenter.last("choose") == ("economic_grant", FiscalYear(2027))
    page.programme.activated.emit(0)
    assert presenter.last("choose") == "economic_grant"
    page.export.click()
    assert presenter.heard("export")


def test_what_was_written_is_said_and_its_folder_offered(page, presenter, tmp_path) -> None:
    page.show_written(tmp_path / "台帳.xlsx", 3)
    assert "台帳.xlsx" in page.written.text()
    page.folder.click()
    assert presenter.heard("open_folder")


def test_every_box_has_a_name_for_a_screen_reader(page) -> None:
    named = (page.programme, page.year, page.search.line, page.table, page.sheets)
    assert all(one.accessibleName() for one in named)


def test_what_was_written_is_not_said_of_another_year(page, tmp_path) -> None:
    page.show_written(tmp_path / "台帳.xlsx", 3)
    page.show_registers(replace(sheet(), year=FiscalYear(2027)))
    assert page.written.text() == ""
    assert not page.folder.isVisibleTo(page)
