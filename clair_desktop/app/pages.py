"""The pages beside the cases: each is built at its first visit, with what it needs loaded only then."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.ports import Page, Shell, Tasks
from clair_desktop.views.main_window import CALENDAR, CALLS, DIRECTORY, FORMS, REGISTERS, RULES, STATISTICS

if TYPE_CHECKING:
    from clair_desktop.services.office import Office

Reload = Callable[[], None]
Speak = Callable[[Language], None]
Go = Callable[[str], object]
Opens = Callable[[int], None]


@runtime_checkable
class _TypedIn(Protocol):
    def is_typing(self) -> bool: ...


def build(key: str, language: Language) -> QWidget:  # noqa: PLR0911 - one for each page, each loaded only there
    """A page without its presenter."""
    if key == CALENDAR:
        from clair_desktop.views.calendar import CalendarPage

        return CalendarPage(language)
    if key == CALLS:
        from clair_desktop.views.calls import CallsPage

        return CallsPage(language)
    if key == REGISTERS:
        from clair_desktop.views.registers import RegistersPage

        return RegistersPage(language)
    if key == FORMS:
        from clair_desktop.views.forms import FormsPage

        return FormsPage(language)
    if key == DIRECTORY:
        from clair_desktop.views.directory import DirectoryPage

        return DirectoryPage(language)
    if key == RULES:
        from clair_desktop.views.rules import RulesPage

        return RulesPage(language)
    if key == STATISTICS:
        from clair_desktop.views.statistics import StatisticsPage

        return StatisticsPage(language)
    from clair_desktop.views.settings import SettingsPage

    return SettingsPage(language)


def start(
    page: QWidget,
    office: "Office",
    shell: Shell,
    language: Language,
    *,
    tasks: Tasks,
    speak: Speak,
    go: Go,
    opens: Opens,
) -> Reload:
    """Gives the page a presenter that speaks the language, and starts it; answers with what reads the office anew."""
    if type(page).__name__ == "RulesPage":
        return _rules(page, office, shell, language, tasks)
    plain = {
        "RegistersPage": _registers,
        "FormsPage": _forms,
        "DirectoryPage": _directory,
        "StatisticsPage": _statistics,
    }
    if type(page).__name__ == "CallsPage":
        return _calls(page, office, shell, language, opens=opens)
    if type(page).__name__ == "CalendarPage":
        return _calendar(page, office, shell, language, opens=opens, go=go)
    made = plain.get(type(page).__name__)
    return made(page, office, shell, language) if made else _settings(page, office, shell, language, speak=speak, go=go)


def let_go(window: QWidget) -> None:
    """Closes every PDF that is looked at."""
    from clair_desktop.views.pages import PageView

    for view in window.findChildren(PageView):
        view.show_pages(None)


def typed_in(pages: Mapping[str, QWidget]) -> list[str]:
    """The pages that hold something typed and not entered; the open case keeps its own as a draft."""
    return [key for key, page in pages.items() if isinstance(page, _TypedIn) and page.is_typing()]


def retitle(page: QWidget, language: Language) -> None:
    cast("Page", page).set_language(language)


def _calendar(page: QWidget, office: "Office", shell: Shell, language: Language, *, opens: Opens, go: Go) -> Reload:
    from clair_desktop.presenters.calendar import CalendarPresenter
    from clair_desktop.views.calendar import CalendarPage

    view = cast("CalendarPage", page)
    presenter = CalendarPresenter(view, office, shell, language, opens=opens, go_to_calls=lambda: go(CALLS))
    view.hand_over(presenter)
    view.bind(presenter)
    presenter.start()
    return presenter.reload


def _calls(page: QWidget, office: "Office", shell: Shell, language: Language, *, opens: Opens) -> Reload:
    from clair_desktop.presenters.call_letters import CallLettersPresenter
    from clair_desktop.presenters.calls import CallsPresenter
    from clair_desktop.views.calls import CallsPage

    view = cast("CallsPage", page)
    presenter = CallsPresenter(view, office, shell, language, opens=opens)
    letters = CallLettersPresenter(view, office, shell, language)
    view.hand_over(presenter, letters)
    view.bind(presenter, letters)
    presenter.start()
    letters.start()

    def reload() -> None:
        presenter.reload()
        letters.reload()

    return reload


def _registers(page: QWidget, office: "Office", shell: Shell, language: Language) -> Reload:
    from clair_desktop.presenters.registers import RegistersPresenter
    from clair_desktop.views.registers import RegistersPage

    view = cast("RegistersPage", page)
    presenter = RegistersPresenter(view, office, shell, language)
    view.bind(presenter)
    presenter.start()
    return presenter.reload


def _forms(page: QWidget, office: "Office", shell: Shell, language: Language) -> Reload:
    from clair_desktop.presenters.blanks import BlanksPresenter
    from clair_desktop.presenters.forms import FormsPresenter
    from clair_desktop.presenters.ledger import LedgerPresenter
    from clair_desktop.views.forms import FormsPage

    view = cast("FormsPage", page)
    presenter, ledger = (
        FormsPresenter(view, office, shell, language),
        LedgerPresenter(view.ledger, office, shell, language),
    )
    view.bind(presenter)
    view.ledger.bind(ledger)
    blanks = BlanksPresenter(view.blanks, office, shell, language)
    view.blanks.bind(blanks)

    def start() -> None:
        presenter.start()
        ledger.start()
        blanks.start()

    start()
    return start


def _directory(page: QWidget, office: "Office", shell: Shell, language: Language) -> Reload:
    from clair_desktop.presenters.about import AboutPresenter
    from clair_desktop.presenters.bodies import BodiesPresenter
    from clair_desktop.presenters.body_editing import BodyEditing
    from clair_desktop.presenters.directory import DirectoryPresenter
    from clair_desktop.presenters.directory_files import DirectoryFiles
    from clair_desktop.presenters.directory_map import MapPresenter
    from clair_desktop.presenters.directory_out import DirectoryOut
    from clair_desktop.presenters.office_times import OfficeTimesPresenter
    from clair_desktop.presenters.places import PlacesPresenter
    from clair_desktop.views.directory import DirectoryPage

    view = cast("DirectoryPage", page)
    presenter = DirectoryPresenter(view, office, shell, language)
    bodies = BodiesPresenter(view.bodies, office, shell, language)
    view.bind(presenter)
    editing = BodyEditing(view.bodies, bodies, office, shell)
    view.bodies.bind(bodies, editing, DirectoryFiles(view.bodies, bodies, office, shell))
    view.bodies.out.bind(DirectoryOut(view.bodies.out, bodies, office, shell, language))
    about, areas = AboutPresenter(view.about), MapPresenter(view.map, office, shell, language)
    view.about.bind(about)
    view.map.bind(areas)
    areas.start()
    times = OfficeTimesPresenter(view.times, office, shell, language)
    view.times.bind(times)
    places = PlacesPresenter(view.places, office, shell)
    view.places.bind(places)

    def start() -> None:
        times.start()
        bodies.start()
        about.start()
        presenter.start()
        places.start()

    start()
    return start


def _rules(page: QWidget, office: "Office", shell: Shell, language: Language, tasks: Tasks) -> Reload:
    from clair_desktop.presenters.letters import LettersPresenter
    from clair_desktop.presenters.notices import NoticesPresenter
    from clair_desktop.presenters.rules import RulesPresenter
    from clair_desktop.views.rules import RulesPage

    view = cast("RulesPage", page)
    letters = LettersPresenter(view.letters, office, shell, language)
    view.letters.bind(letters)
    presenter = RulesPresenter(view, office, shell, language, letters.choose)
    view.bind(presenter, NoticesPresenter(view, office, shell, tasks))
    presenter.start()
    return presenter.reload


def _statistics(page: QWidget, office: "Office", shell: Shell, language: Language) -> Reload:
    from clair_desktop.presenters.statistics import StatisticsPresenter
    from clair_desktop.views.statistics import StatisticsPage

    view = cast("StatisticsPage", page)
    presenter = StatisticsPresenter(view, office, shell, language)
    view.bind(presenter)
    presenter.start()
    return presenter.reload


def _settings(page: QWidget, office: "Office", shell: Shell, language: Language, *, speak: Speak, go: Go) -> Reload:
    from clair_desktop.presenters.day_settings import DaySettingsPresenter
    from clair_desktop.presenters.paper_style import PaperStylePresenter
    from clair_desktop.presenters.settings import SettingsPresenter
    from clair_desktop.views.settings import SettingsPage

    view = cast("SettingsPage", page)
    presenter = SettingsPresenter(view, office, shell, language, speak=speak, go_to_rules=lambda: go(RULES))
    papers = PaperStylePresenter(view.papers, office, shell)
    days = DaySettingsPresenter(view.days, office, shell)
    view.bind(presenter)
    view.papers.bind(papers)
    view.days.bind(days)
    presenter.start()
    papers.start()
    days.start()

    def reload() -> None:
        presenter.reload()
        papers.reload()
        days.reload()

    return reload
