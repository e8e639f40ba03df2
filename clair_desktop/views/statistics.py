"""集計: a table with its totals, the same figures as bars beside it, and the ways to paper and to Excel."""

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.statistics import (
    MEASURES,
    FigureLine,
    StatisticSheet,
    StatisticsPresenter,
    StatisticWish,
)
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, offer
from clair_desktop.views.bar_chart import BarChart
from clair_desktop.views.elements import Flow, button, column, keyed, label, pane, row, scrolling
from clair_desktop.views.line_table import LineColumn, LineTable

_ROOMY = 1000  # pixels from which the bars stand beside the table; below, one looks at either


class StatisticsPage(QWidget):
    """Implements ``presenters.statistics.StatisticsView``; which figure the bars show is the view's own."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: StatisticSheet | None = None
        self._make_controls()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: StatisticsPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Statistics"))
        self._asked_year.name(_("Project year"), "Y")
        self._asked_group.name(_("Grouped"), "G")
        self._asked_programme.name(_("Programme"), "P")
        self._asked_measure.name(_("Bars show"), "B")
        self.export.setText(keyed(_("Write the Excel workbook"), "E"))
        self.save.setText(keyed(_("Save as PDF"), "D"))
        self.print.setText(keyed(_("Print…"), "T"))
        self.folder.setText(keyed(_("Open the folder"), "O"))
        self.table.setAccessibleName(_("Statistics"))
        offer(self.measure, [(name.in_(language), key) for key, name in MEASURES], self.measure.currentData())
        self._forget_written()

    # StatisticsView

    def show_statistic(self, sheet: StatisticSheet) -> None:
        if self._sheet is None or self._sheet.wish != sheet.wish:
            self._forget_written()
        self._sheet = sheet
        spoken = self._language
        offer(self.year, [(name.in_(spoken), one) for one, name in sheet.years], sheet.wish.year)
        offer(self.group, [(name.in_(spoken), key) for key, name in sheet.groups], sheet.wish.by)
        offer(self.programme, [(name.in_(spoken), key) for key, name in sheet.programmes], sheet.wish.programme)
        group = next(name for key, name in sheet.groups if key == sheet.wish.by)
        self.table.show_lines(figure_columns(group.in_(spoken), spoken), sheet.lines, stretch=0)
        self.totals.setText(" ／ ".join([sheet.total.label.in_(spoken), *_told(sheet.total, spoken)]))
        self._draw()

    def show_written(self, path: Path) -> None:
        _ = words(self._language)
        self.written.setText(_("Written: %(name)s") % {"name": path.name})
        self.written.setToolTip(str(path))
        self.written.show()
        self.folder.show()
        self.folder.setFocus()

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
        from clair_desktop.views.printing import ask_and_print

        return ask_and_print(path, title, self, monochrome=monochrome)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _ROOMY
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # How it is built

    def _make_controls(self) -> None:
        self._title = label(size=theme.TITLE, bold=True)
        self.year, self.group, self.programme, self.measure = (QComboBox() for _box in range(4))
        boxes = self.year, self.group, self.programme, self.measure
        self._asked_year, self._asked_group, self._asked_programme, self._asked_measure = map(AskedBox, boxes)
        for box in (self.year, self.group, self.programme):
            box.activated.connect(self._choose)
        self.measure.activated.connect(lambda _place: self._draw())
        self.programme.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.programme.setMinimumContentsLength(14)
        self.export = button(name="primary", act=self._export)
        self.save, self.print = button(act=self._save_pdf), button(act=self._print)
        self.folder, self.written = button(act=self._open_folder), label(name="sub")
        self.table, self.totals, self.chart = LineTable[FigureLine]("list"), label(wraps=True), BarChart()

    def _lay_out(self) -> None:
        acts = Flow()
        for piece in (self.export, self.save, self.print, self.written, self.folder):
            acts.addWidget(piece)
        asked = (self._asked_year, self._asked_group, self._asked_programme, self._asked_measure)
        chosen = row(*asked, None, gap=theme.MARGIN)
        head = column(self._title, chosen, acts, gap=theme.SPACE, margins=(16, 12, 16, 12))
        counted = QWidget()
        counted.setLayout(column(self.table, pane(column(self.totals, margins=(16, 8, 16, 8)), "bar"), gap=0))
        drawn = scrolling(pane(column(self.chart, None, margins=(0, 0, 0, 0))))
        self._both = row(counted, drawn, gap=0)
        self._both.setStretch(0, 3)
        self._both.setStretch(1, 2)
        layout = column(pane(head), self._both, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _draw(self) -> None:
        if self._sheet is None:
            return
        place = max(self.measure.currentIndex(), 0)
        lines = self.table.lines.lines
        self.chart.show_bars(
            MEASURES[place][1].in_(self._language),
            [(line.label.in_(self._language), line.figures[place]) for line in lines],
        )

    def _forget_written(self) -> None:
        self.written.hide()
        self.folder.hide()

    # What the person does

    def _choose(self, _place: int) -> None:
        wish = StatisticWish(self.year.currentData(), self.group.currentData(), self.programme.currentData())
        self._presenter.choose(wish)

    def _export(self) -> None:
        self._presenter.export()

    def _save_pdf(self) -> None:
        self._presenter.save_pdf()

    def _print(self) -> None:
        self._presenter.print()

    def _open_folder(self) -> None:
        self._presenter.open_folder()


def figure_columns(group: str, language: Language) -> list[LineColumn[FigureLine]]:
    named: LineColumn[FigureLine] = LineColumn(group, lambda line: line.label.in_(language))
    return [named, *(_measure_column(place, language) for place in range(len(MEASURES)))]


def _measure_column(place: int, language: Language) -> LineColumn[FigureLine]:
    return LineColumn(
        MEASURES[place][1].in_(language),
        lambda line: f"{line.figures[place]:,}",
        lambda line: line.figures[place],
        number=True,
    )


def _told(line: FigureLine, language: Language) -> list[str]:
    figures = zip(MEASURES, line.figures, strict=True)
    return [f"{name.in_(language)} {figure:,}" for (_key, name), figure in figures]
