"""What is done with a file that was dropped: the room it belongs to is shown, and its presenter goes on."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.presenters.dropping import Dropping, Way
from clair_desktop.presenters.ports import Tasks
from clair_desktop.views.dropping import Droppings
from clair_desktop.views.main_window import DIRECTORY, FORMS, REGISTERS, RULES

if TYPE_CHECKING:
    from clair_desktop.app.desktop import Desktop
    from clair_desktop.services.office import Office
    from clair_desktop.views.bodies import BodiesPane
    from clair_desktop.views.excel_room import ExcelRoom


def take_drops(desktop: "Desktop", office: "Office", tasks: Tasks) -> Dropping:
    view = Droppings(desktop.window, desktop.window.looking, lambda: desktop.language)
    does = _Does(desktop, office)
    ways = {
        Way.TAKE: does.take,
        Way.ANSWER: does.answer,
        Way.LIST: does.list_,
        Way.CHECK: does.check,
        Way.JOIN: does.join,
        Way.NOTICE: does.notice,
        Way.UPDATE: does.update,
        Way.BODIES: does.bodies,
        Way.VERIFY: does.verify,
    }
    return Dropping(
        view, office, desktop.shell, tasks, does=ways, encloses=does.enclose, open_case=lambda: _open_case(desktop)
    )


def _open_case(desktop: "Desktop") -> str:
    desk = desktop.desk()
    return desk.enclosures.number if desk is not None else ""


class _Does:
    def __init__(self, desktop: "Desktop", office: "Office") -> None:
        self._desktop = desktop
        self._office = office

    def take(self, path: Path, password: str | None) -> None:
        room = self._room()
        room.tabs.setCurrentWidget(room.intakes)
        if room.intakes.presenter is not None:
            room.intakes.presenter.read(path, password=password)

    def answer(self, path: Path, password: str | None) -> None:
        from clair_desktop.presenters.answers import Asked

        room = self._room()
        room.tabs.setCurrentWidget(room.answers)
        if room.answers.presenter is not None:
            room.answers.presenter.read(path, Asked(password=password))

    def list_(self, path: Path, password: str | None) -> None:
        room = self._room()
        room.tabs.setCurrentWidget(room.lists)
        if room.lists.presenter is not None:
            room.lists.presenter.read(path, password)

    def check(self, path: Path, password: str | None) -> None:
        room = self._room()
        room.tabs.setCurrentWidget(room.checks)
        if room.checks.presenter is not None:
            room.checks.presenter.read(path, password)

    def join(self, path: Path, password: str | None) -> None:
        room = self._room()
        room.tabs.setCurrentWidget(room.joins)
        if room.joins.presenter is not None:
            room.joins.presenter.read(path, password)

    def notice(self, path: Path, _password: str | None) -> None:
        from clair_desktop.views.rules import RulesPage

        page = self._desktop.window.go(RULES)
        if isinstance(page, RulesPage):
            page.take_notice(path)

    def update(self, path: Path, _password: str | None) -> None:
        self._bodies().take_file(path)

    def bodies(self, path: Path, _password: str | None) -> None:
        self._bodies().take_list(path)

    def _bodies(self) -> "BodiesPane":
        from clair_desktop.views.directory import DirectoryPage

        page = self._desktop.window.go(DIRECTORY)
        if not isinstance(page, DirectoryPage):
            raise TypeError(type(page).__name__)
        page.tabs.setCurrentWidget(page.bodies)
        return page.bodies

    def verify(self, path: Path, _password: str | None) -> None:
        from clair_desktop.presenters.ledger import LedgerPresenter
        from clair_desktop.views.forms import LEDGER, FormsPage

        page = self._desktop.window.go(FORMS)
        if isinstance(page, FormsPage):
            page.rooms.setCurrentIndex(LEDGER)
            LedgerPresenter(page.ledger, self._office, self._desktop.shell, self._desktop.language).verify(path)

    def enclose(self, paths: Sequence[Path]) -> None:
        from clair_desktop.views.case_entry import ENCLOSURES

        desk = self._desktop.desk()
        if desk is not None:
            desk.pane.show_tab(ENCLOSURES)
            desk.enclosures.add(paths)

    def _room(self) -> "ExcelRoom":
        from clair_desktop.views.excel_room import ExcelRoom

        page = self._desktop.window.go(REGISTERS)
        if not isinstance(page, ExcelRoom):
            raise TypeError(type(page).__name__)
        return page
