"""機関名簿: overseas offices, who answers for a country, headquarters, branches, municipalities."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget, QWidget

from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.branch_choice import BranchChoice
from clair_desktop.presenters.directory import (
    DirectoryPresenter,
    DirectorySheet,
    DivisionLine,
    RouteSheet,
)
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.about import AboutPane
from clair_desktop.views.bodies import BodiesPane
from clair_desktop.views.directory_lists import (
    SearchedList,
    branch_columns,
    counted,
    division_columns,
)
from clair_desktop.views.directory_map import MapPane
from clair_desktop.views.directory_places import PlacesPane
from clair_desktop.views.directory_route import RoutePane
from clair_desktop.views.elements import column, label, pane
from clair_desktop.views.line_table import LineTable
from clair_desktop.views.office_times import OfficeTimesPane


class DirectoryPage(QWidget):
    """Implements ``presenters.directory.DirectoryView``; each tab is a piece of its own."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._title = label(size=theme.TITLE, bold=True)
        self._copying = label(name="sub")
        self.bodies = BodiesPane(language)
        self.times = OfficeTimesPane(language)
        self.routing = RoutePane(self._route)
        self.map = MapPane()
        self.divisions = LineTable[DivisionLine]("list")
        self.branches = SearchedList[BranchChoice](self._search_branches)
        self.places = PlacesPane()
        self.about = AboutPane(language)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for tab in (
            self.bodies, self.times, self.routing, self.map, self.divisions, self.branches, self.places, self.about,
        ):  # fmt: skip
            self.tabs.addTab(tab, "")
        for table in (self.divisions, self.branches.table):
            table.copied_lines.connect(self._tell_copied)
        head = column(self._title, self._copying, gap=2, margins=(theme.MARGIN, theme.GAP, theme.MARGIN, theme.SPACE))
        layout = column(pane(head), self.tabs, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_language(language)

    def bind(self, presenter: DirectoryPresenter) -> None:
        """A new presenter has searched for nothing yet."""
        self._presenter = presenter
        self.branches.begin_anew()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Directory"))
        self._copying.setText(_("Ctrl+C copies the chosen lines, ready for a letter or a spreadsheet."))
        names = (
            _("Bodies"), _("Time and hours"), _("Who answers?"), _("Map of areas"), _("Headquarters"), _("Branches"),
            _("Municipalities, postal codes"), _("About CLAIR"),
        )  # fmt: skip
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.divisions.setAccessibleName(_("Headquarters"))
        self.bodies.set_language(language)
        self.times.set_language(language)
        self.about.set_language(language)
        self.routing.set_language(language)
        self.map.set_language(language)
        self.places.set_language(language)
        self.branches.name(
            language,
            _("Search the branches"),
            _("Name, reading, romaji or code; a town finds the branch that serves it"),
        )

    # DirectoryView

    def show_directory(self, sheet: DirectorySheet) -> None:
        self.routing.offer(sheet.countries)
        self.divisions.show_lines(division_columns(self._language), sheet.divisions)
        self.show_branches(sheet.branches)

    def show_branches(self, branches: Sequence[BranchChoice]) -> None:
        self.branches.table.show_lines(branch_columns(self._language), branches)
        self.branches.tell(counted(self._language, branches, len(branches)))

    def show_route(self, route: RouteSheet) -> None:
        self.routing.show_route(route)

    def show_complaint(self, field: str, wording: Wording) -> None:
        self.routing.complain(field, wording)

    def _route(self, country: str, area: str, purpose: Purpose, day: str) -> None:
        self._presenter.route(country, area, purpose, day)

    def _search_branches(self, text: str) -> None:
        self._presenter.search_branches(text)

    def _tell_copied(self) -> None:
        self._presenter.copied()
