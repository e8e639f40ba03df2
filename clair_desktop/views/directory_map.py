"""担当地域の地図: purpose and day above, the picture with its legend, and the table behind it beside."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.coverage_map import PURPOSES, STANDINGS, CountryStanding, Standing
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.offices import OVERSEAS_OFFICES, overseas_office
from clair_desktop.domain.projection import REGIONS
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.directory_map import MapPresenter, MapSheet
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.elements import Flow, button, column, keyed, label, pane, row, scrolling
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.world_map import WorldMap, draw_land

_NUMBERS = {office.key: number for number, office in enumerate(OVERSEAS_OFFICES, start=1)}


class MapPane(QWidget):
    """Implements ``presenters.directory_map.MapView``; what is chosen in the table is chosen on the map, and back."""

    def __init__(self) -> None:
        super().__init__()
        self._language = Language.JA
        self.purpose, self.region = QComboBox(), QComboBox()
        self._asked_purpose, self._asked_region = AskedBox(self.purpose), AskedBox(self.region)
        self.day = AskedLine(self._choose, width=150)
        self.save = button(act=self._save)
        self._when, self._reason, self._note = (
            label(bold=True, wraps=True),
            label(wraps=True),
            label(name="mute", wraps=True),
        )
        self.map = WorldMap()
        self.table = LineTable[CountryStanding]("list")
        self._legend = Flow()
        self.purpose.activated.connect(lambda _place: self._choose())
        self.region.activated.connect(lambda place: self.map.show_region(REGIONS[place]))
        self.table.line_chosen.connect(self._show_chosen)
        self.map.country_chosen.connect(self._choose_country)
        self.map.steps.connect(self._step)
        self._lay_out()

    def bind(self, presenter: MapPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._asked_purpose.name(_("Purpose"), "P")
        self._asked_region.name(_("Part of the world"), "W")
        self.day.name(_("Day (empty: today)"), "D")
        self.save.setText(keyed(_("Save the map as PDF"), "M"))
        self.map.setAccessibleName(_("Map of the overseas offices' areas"))
        self.table.setAccessibleName(_("Countries and the office that answers"))
        self._note.setText(
            _(
                "A schematic drawing; borders and names express no position. Hong Kong, Macao and Taiwan are asked about."
            )
        )
        offer(self.region, [(one.name.in_(language), one.key) for one in REGIONS], self.map.region.key)

    # MapView

    def show_map(self, sheet: MapSheet) -> None:
        self.day.complain("")
        spoken = self._language
        offer(self.purpose, [(name.in_(spoken), key) for key, name in PURPOSES.items()], sheet.purpose)
        self._when.setText(f"{PURPOSES[sheet.purpose].in_(spoken)}　{printed_date(sheet.day, spoken)}")
        self.map.show_countries({one.country.code: self._shown(one) for one in sheet.lines})
        self._show_legend(sheet.lines)
        self.table.show_lines(standing_columns(spoken), sheet.lines)
        self.table.choose(0)

    def show_complaint(self, wording: Wording) -> None:
        self.day.complain(wording.in_(self._language))

    # What the person does

    def _choose(self) -> None:
        self._presenter.choose(Purpose(self.purpose.currentData()), self.day.text())

    def _save(self) -> None:
        self._presenter.save_pdf()

    def _show_chosen(self) -> None:
        line = self.table.chosen()
        if line:
            self.map.choose(line.country.code)
            said = line.routing.reason
            told = Wording(f"{line.country.name.ja}：{said.ja}", f"{line.country.name.en}: {said.en}")
            papers = _documents(line, self._language)
            cited = Wording(f"（根拠：{papers}）", f" (source: {papers})") if papers else Wording("", "")
            self._reason.setText(told.in_(self._language) + cited.in_(self._language))

    def _choose_country(self, code: str) -> None:
        lines = self.table.lines.lines
        place = next((place for place, one in enumerate(lines) if one.country.code == code), None)
        if place is not None:
            self.table.choose(place)

    def _step(self, way: int) -> None:
        place = self.table.currentIndex().row() + way
        if 0 <= place < len(self.table.lines.lines):
            self.table.choose(place)

    # How it looks

    def _shown(self, one: CountryStanding) -> tuple[Standing, int, str]:
        spoken = self._language
        office = overseas_office(one.office).name.in_(spoken) if one.office else ""
        said = "　".join(filter(None, (one.country.name.in_(spoken), office, STANDINGS[one.standing].in_(spoken))))
        return one.standing, _NUMBERS.get(one.office, 0), said

    def _show_legend(self, lines: Sequence[CountryStanding]) -> None:
        """Every office, and what else the map shows: where an office answers for a part, that office's own hatch."""
        while self._legend.count():
            item = self._legend.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()
        for office in OVERSEAS_OFFICES:
            number = _NUMBERS[office.key]
            self._legend.addWidget(_entry(Standing.COVERED, number, f"{number} {office.name.in_(self._language)}"))
        for number in sorted({_NUMBERS[one.office] for one in lines if one.standing is Standing.PART}):
            told = f"{number} {STANDINGS[Standing.PART].in_(self._language)}"
            self._legend.addWidget(_entry(Standing.PART, number, told))
        for standing, mark in ((Standing.ASKED, "? "), (Standing.NOBODY, "")):
            self._legend.addWidget(_entry(standing, 0, mark + STANDINGS[standing].in_(self._language)))

    def _lay_out(self) -> None:
        asked = row(self._asked_purpose, self.day, self._asked_region, self.save, None, gap=theme.GAP)
        picture = column(
            self._when, self.map, self._legend, self._reason, self._note, gap=theme.SPACE, margins=(16, 8, 12, 8)
        )
        picture.setStretch(1, 1)
        both = row(scrolling(pane(picture)), self.table, gap=0)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        head = column(asked, margins=(16, 8, 16, 8))
        layout = column(pane(head), both, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)


class _Swatch(QWidget):
    def __init__(self, standing: Standing, number: int) -> None:
        super().__init__()
        self._standing, self._number = standing, number
        self.setFixedSize(26, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_land(painter, QPolygonF(QRectF(1, 1, 24, 14)), self._standing, self._number)
        painter.end()


def _entry(standing: Standing, number: int, text: str) -> QWidget:
    made = QWidget()
    told = label(text, name="sub")
    told.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    made.setLayout(row(_Swatch(standing, number), told, gap=4))
    return made


def standing_columns(language: Language) -> list[LineColumn[CountryStanding]]:
    _ = words(language)

    def office(one: CountryStanding) -> str:
        return f"{_NUMBERS[one.office]} {overseas_office(one.office).name.in_(language)}" if one.office else "―"

    return [
        LineColumn(_("Country or territory"), lambda one: one.country.name.in_(language), widest=180),
        LineColumn(_("Office"), office),
        LineColumn(_("Standing"), lambda one: STANDINGS[one.standing].in_(language), widest=180),
        LineColumn(_("Documents that say so"), lambda one: _documents(one, language)),
    ]


def _documents(one: CountryStanding, language: Language) -> str:
    between = "／" if language is Language.JA else "; "
    return between.join(source.title.in_(language) for source in one.routing.sources)
