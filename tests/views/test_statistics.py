"""The room of statistics: the table, its totals, and the same figures as bars that need no colour to be read."""

import pytest
from PySide6.QtCore import Qt

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.statistics import FigureLine, StatisticSheet, StatisticWish
from clair_desktop.views.bar_chart import BarChart
from clair_desktop.views.statistics import StatisticsPage
from tests.presenters.stand import Remembering
from tests.views.accessibility import nameless

YEAR = FiscalYear(2026)
LINES = [
    FigureLine(Wording("静岡県富士市", "Fuji City"), [2, 4_200_000, 2_100_000, 0]),
    FigureLine(Wording("群馬県高崎市", "Takasaki City"), [1, 900_000, 0, 0]),
]
SHEET = StatisticSheet(
    wish=StatisticWish(YEAR, "body"),
    years=[(YEAR, YEAR.label()), (None, Wording("全年度", "All years"))],
    programmes=[(None, Wording("全事業", "All programmes"))],
    groups=[("programme", Wording("事業別", "By programme")), ("body", Wording("団体別", "By body"))],
    lines=LINES,
    total=FigureLine(Wording("合計", "Total"), [3, 5_100_000, 2_100_000, 0]),
)


@pytest.fixture
def presenter() -> Remembering:
    return Remembering()


@pytest.fixture(params=list(Language))
def page(qtbot, request, presenter) -> StatisticsPage:
    made = StatisticsPage(request.param)
    made.bind(presenter)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show_statistic(SHEET)
    made.show()
    return made


def test_figures_stand_in_the_table_and_the_total_below(page) -> None:
    page.table.choose(0)
    assert page.table.copied().split("\t")[1:] == ["2", "4,200,000", "2,100,000", "0"]
    assert "5,100,000" in page.totals.text()


def test_every_bar_is_as_long_as_its_figure_and_told_in_words(page) -> None:
    long, short = page.chart.bars_drawn()
    assert long.width() == pytest.approx(2 * short.width())
    told = page.chart.accessibleDescription()
    assert "2" in told
    assert any(name in told for name in ("静岡県富士市", "Fuji City"))


def test_the_bars_show_the_amount_that_is_chosen(page) -> None:
    page.measure.setCurrentIndex(1)
    page.measure.activated.emit(1)
    assert "4,200,000" in page.chart.accessibleDescription()


def test_bars_of_nothing_have_no_length(qtbot) -> None:
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.show_bars("件数", [("富士市", 0), ("高崎市", 0)])
    assert [bar.width() for bar in chart.bars_drawn()] == [0, 0]
    chart.grab()


def test_another_grouping_is_asked_for_by_the_keyboard(page, presenter, qtbot) -> None:
    page.group.setFocus()
    qtbot.keyClick(page.group, Qt.Key.Key_Up)
    page.group.activated.emit(page.group.currentIndex())
    assert presenter.last("choose") == StatisticWish(YEAR, "programme")


def test_paper_and_workbook_are_asked_for(page, presenter) -> None:
    for piece, verb in ((page.export, "export"), (page.save, "save_pdf"), (page.print, "print")):
        piece.click()
        assert presenter.heard(verb)


def test_what_was_written_is_said_and_its_folder_offered(page, presenter, tmp_path) -> None:
    page.show_written(tmp_path / "集計.pdf")
    assert "集計.pdf" in page.written.text()
    page.folder.click()
    assert presenter.heard("open_folder")


def test_a_language_keeps_the_measure_that_is_shown(page) -> None:
    page.measure.setCurrentIndex(2)
    for language in Language:
        page.set_language(language)
        assert page.measure.currentIndex() == 2


def test_all_that_can_be_acted_upon_has_a_name(page) -> None:
    assert nameless(page) == []
