"""The program for one data folder, from the first paint to the last draft.

The list is painted from the quick listing before anything heavy is imported; the office is opened after that.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLibraryInfo, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from clair_desktop.app import pages
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.instance import SingleInstance
from clair_desktop.presenters.case_list import CaseListPresenter
from clair_desktop.presenters.ports import Tasks
from clair_desktop.services.listing import Listing
from clair_desktop.support.clock import Clock
from clair_desktop.views.cases_page import CasesPage
from clair_desktop.views.main_window import CASES, Intents, MainWindow
from clair_desktop.views.qt_tasks import QtTasks
from clair_desktop.views.shell import QtShell

if TYPE_CHECKING:
    from clair_desktop.app.case_desk import CaseDesk
    from clair_desktop.presenters.dropping import Dropping
    from clair_desktop.presenters.main_window import MainWindowPresenter
    from clair_desktop.services.office import Office
    from clair_desktop.views.case_entry import CaseEntryPane

LOOK_AGAIN = 3000  # milliseconds between looks at whether another program has changed the cases
LEAVE = Wording(
    "保存していない入力があります。下書きとして残し、次に開いたときに続けられます。",
    "Something typed is not saved. It is kept as a draft, to be taken up when you open the program again.",
)

LOSE = Wording(
    "この画面に入力したものがまだ登録されていません。終了すると失われます。",
    "What you have typed on this page has not been entered yet. It is lost when you quit.",
)


class Desktop:
    """Holds everything that lives as long as the window; a second window on the same folder is refused."""

    def __init__(
        self, folder: Path, *, clock: Clock, who: str, language: Language | None = None, tasks: Tasks | None = None
    ) -> None:
        self._folder, self._clock, self._who = folder, clock, who
        self._instance = SingleInstance(folder)
        self._memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        remembered = {one.value: one for one in Language}.get(str(self._memory.value("language", "")))
        self._chosen = language or remembered
        self.language = self._chosen or Language.JA
        self._tasks = tasks or QtTasks()
        self.office: Office | None = None
        self._listing: Listing | None = None
        self._seen = 0  # the newest act that the window shows
        self._desk: CaseDesk | None = None
        self._main: MainWindowPresenter | None = None
        self._list: CaseListPresenter | None = None
        self._dropping: Dropping | None = None
        self._reloads: dict[str, Callable[[], None]] = {}
        self._stale: set[str] = set()
        self._watch = QTimer(interval=LOOK_AGAIN)
        self._watch.timeout.connect(self.look)
        self.cases = CasesPage(self.language, self._receive, self._put_away)
        self.window = MainWindow(self.language, self._intents())
        self.shell = QtShell(self.window, self.language, self.window.say)
        self._translator = QTranslator()

    def open(self) -> None:
        """Shows the window with the cases in it, then opens the office behind it."""
        listing = Listing.open_if_current(self._folder)
        if listing is not None:
            self._show_list(listing)
        self.window.go(CASES)
        geometry = self._memory.value("geometry")
        if geometry is None or not self.window.restoreGeometry(geometry):
            self.window.fit_screen()
        self.window.show_folder(str(self._folder))
        self.window.show()
        self.cases.list.focus_table()

    def wait(self) -> None:
        """Lets the window live until the office is there."""
        while self._main is None and self.window.isVisible():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def speak(self, language: Language) -> None:
        """The whole window in another language, at once."""
        self.language = language
        self._memory.setValue("language", language.value)
        self.shell.set_language(language)
        self._speak_qt()
        self.window.set_language(language)
        self.cases.set_language(language)
        if self._desk is not None:
            self._desk.speak(language)
        for key, page in self.window.pages().items():
            if key != CASES:
                pages.retitle(page, language)
                self._start_page(key, page)

    def open_case(self, case_id: int) -> None:
        if self.office is None:
            return
        if self._desk is None:
            from clair_desktop.app.case_desk import CaseDesk

            entry = self.cases.make_entry()
            self._desk = CaseDesk(entry, self.office, self.shell, self.language, self.open_case, tasks=self._tasks)
            self.window.typing = self._desk.pane.is_typing
        self._desk.entry.show(case_id)
        self.window.go(CASES)
        self.cases.show_entry(case_id)

    def desk(self) -> "CaseDesk | None":
        """The open case, if it is the one on screen."""
        shown = self._desk is not None and self.window.page() == CASES and self._desk.pane.isVisible()
        return self._desk if shown else None

    def pane(self) -> "CaseEntryPane":
        """The entry of the open case."""
        if self._desk is None:
            raise LookupError("no case was opened yet")
        return self._desk.pane

    # The office arrives

    def bring_office(self) -> None:
        """The window is drawn; what may be slow follows."""
        self._speak_qt()
        self._tasks.run(_import_office, self._open_office, _raise)

    def _open_office(self, office: "type[Office]") -> None:
        try:
            self.office = office.open(self._folder, clock=self._clock, who=self._who)
        except Refusal as refusal:
            self.shell.refuse(refusal)
            self.window.close()
            return
        if self.office.branch.get().branch is None and not self._begin(self.office):
            self.window.close()
            return
        if self._listing is None and (listing := Listing.open_if_current(self._folder)):
            self._show_list(listing)
        self._take_office(self.office)

    def _begin(self, office: "Office") -> bool:
        """The first start: which branch this is, or the demonstration; False where the person leaves without."""
        from clair_desktop.presenters.first_start import FirstStartPresenter
        from clair_desktop.views.first_start import FirstStartDialog

        dialog = FirstStartDialog(self.window, self.language)
        presenter = FirstStartPresenter(dialog, office, self.shell, self.language)
        dialog.bind(presenter)
        presenter.start()
        return dialog.ask()

    def _take_office(self, office: "Office") -> None:
        from clair_desktop.app.dropping import take_drops
        from clair_desktop.presenters.main_window import MainWindowPresenter

        kept = office.branch.get().language
        if self._chosen is None and kept is not self.language:
            self.speak(kept)
        if self._list is not None:
            self._list.take_office(office)
            self._list.start()
        self._main = MainWindowPresenter(self.window, office, self.shell, self._hear)
        self._main.start()
        self._dropping = take_drops(self, office, self._tasks)
        self._remember_act()
        self._watch.start()

    def _show_list(self, listing: Listing) -> None:
        self._listing = listing
        self._list = CaseListPresenter(self.cases.list, listing, self.shell, self._clock, self.open_case)
        self.cases.list.bind(self._list)
        self._list.start()

    # What the person asks for

    def _intents(self) -> Intents:
        return Intents(
            build=self._build,
            visited=self._visited,
            speak=self.speak,
            undo=lambda: self._main.undo() if self._main else None,
            receive=self._receive,
            find=self._find,
            save=lambda: self._desk.pane.save_now() if self._desk else None,
            print=lambda: self._desk.print() if self._desk else None,
            open_unfinished=self._open_unfinished,
            throw_unfinished_away=lambda: self._main.throw_unfinished_away() if self._main else None,
            activated=self.look,
            painted=lambda: self.bring_office(),  # noqa: PLW0108 - a measurement puts its own in its place
            may_close=self._may_close,
            drop=lambda files: self._dropping.drop(files) if self._dropping else None,
            open=lambda: self._dropping.choose() if self._dropping else None,
        )

    def _build(self, key: str) -> QWidget:
        if key == CASES:
            return self.cases
        page = pages.build(key, self.language)
        self._start_page(key, page)
        return page

    def _start_page(self, key: str, page: QWidget) -> None:
        if self.office is None:
            self._stale.add(key)
            return
        self._reloads[key] = pages.start(
            page,
            self.office,
            self.shell,
            self.language,
            tasks=self._tasks,
            speak=self.speak,
            go=self.window.go,
            opens=self.open_case,
        )

    def _visited(self, key: str) -> None:
        """A page that was changed behind its back is read anew when it is looked at."""
        if key in self._stale:
            self._stale.discard(key)
            if key in self._reloads:
                self._reloads[key]()
            else:
                self._start_page(key, self.window.pages()[key])

    def _receive(self) -> None:
        if self._list is not None:
            self.window.go(CASES)
            if self._list.receive():
                self.pane().begin()

    def _find(self) -> None:
        self.window.go(CASES)
        self.cases.find_case()

    def _open_unfinished(self, case_id: int) -> None:
        self.open_case(case_id)
        if self._main is not None:
            self._main.forget_unfinished()

    def _put_away(self) -> None:
        if self._desk is not None:
            self._desk.entry.leave()

    def _may_close(self) -> bool:
        quit_ = Wording("終了する", "Quit")
        if self.window.typing() and not self.shell.confirm(LEAVE, quit_):
            return False
        for typed in pages.typed_in(self.window.pages()):
            self.window.go(typed)
            if not self.shell.confirm(LOSE, quit_):
                return False
        self._memory.setValue("geometry", self.window.saveGeometry())
        self._watch.stop()
        pages.let_go(self.window)
        for held in (self._desk, self._listing, self.office):
            if held is not None:
                held.close()
        self._instance.release()
        return True

    # What changes

    def _hear(self, cases: frozenset[int]) -> None:
        if self._list is not None:
            self._list.reload()
        self._remember_act()
        if self._desk is not None:
            self._desk.hear(cases)
        self._stale = set(self._reloads)
        self._visited(self.window.page())

    def look(self) -> None:
        """Whether another program, such as the command line, has changed the cases meanwhile."""
        if self._listing is not None and self._main is not None and self._listing.last_act() != self._seen:
            self._main.look_again()

    def _remember_act(self) -> None:
        self._seen = self._listing.last_act() if self._listing is not None else 0

    def _speak_qt(self) -> None:
        """Qt's own words: the menus of text boxes, the dialogs for files."""
        app = QApplication.instance()
        if app is None:
            return
        app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.language is Language.JA and self._translator.load("qtbase_ja", folder):
            app.installTranslator(self._translator)


def _import_office() -> "type[Office]":
    """In a thread, so that the window stays alive: the libraries behind it cost more than all of Qt."""
    from clair_desktop.services.office import Office

    return Office


def _raise(fault: Exception) -> None:
    raise fault
