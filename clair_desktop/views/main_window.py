"""The window: navigation at the left, pages built at the first visit, menu, banner and status bar."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, empty, keyed, label, pane, row
from clair_desktop.views.file_drops import FileDrops, LookingLine
from clair_desktop.views.icons import icon

if TYPE_CHECKING:
    from clair_desktop.presenters.recovery import Unfinished

ROOMY = 1120  # below this width the navigation shows icons only
CASES, CALENDAR, CALLS, REGISTERS, FORMS, DIRECTORY, RULES, STATISTICS, SETTINGS = PAGES = (
    "cases", "calendar", "calls", "registers", "forms", "directory", "rules", "statistics", "settings",
)  # fmt: skip
USUAL = QSize(1366, 728)
FRAME = 32  # what the title bar takes of a screen
TALK = 8000  # milliseconds a line stays in the status bar


class Intents(NamedTuple):
    """What the person may ask of the window; ``app`` says what each does."""

    build: Callable[[str], QWidget]  # a page, at its first visit
    visited: Callable[[str], None]
    speak: Callable[[Language], None]
    undo: Callable[[], None]
    receive: Callable[[], None]
    find: Callable[[], None]
    save: Callable[[], None]
    print: Callable[[], None]
    open_unfinished: Callable[[int], None]
    throw_unfinished_away: Callable[[], None]
    activated: Callable[[], None]
    painted: Callable[[], None]  # once, when the window has been drawn for the first time
    may_close: Callable[[], bool]
    drop: Callable[[Sequence[Path]], None]  # files from elsewhere
    open: Callable[[], None]  # the same by the keyboard


class MainWindow(QMainWindow):
    """Implements ``presenters.main_window.MainWindowView``."""

    def __init__(self, language: Language, intents: Intents) -> None:
        super().__init__()
        self._language = language
        self._intents = intents
        self._pages: dict[str, QWidget] = {}
        self._branch = Wording("", "")
        self._demonstration = False
        self._painted = False
        self._offers: list[QPushButton] = []
        self._undo_title: Wording | None = None
        self._unfinished: Sequence[Unfinished] = ()
        self.typing: Callable[[], bool] = lambda: False
        self.looking = LookingLine()
        self._drops = FileDrops(self, intents.drop)
        self._build()
        self._make_menu()
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.setWindowTitle(_("CLAIR Desktop"))
        self._product.setText(_("CLAIR Desktop"))
        names = (
            _("Cases"),
            _("Schedule"),
            _("Calls"),
            _("Registers (room)"),
            _("Forms"),
            _("Directory"),
            _("Rulebook"),
            _("Statistics"),
            _("Settings"),
        )
        for number, (key, name) in enumerate(zip(PAGES, names, strict=True), start=1):
            chosen = self.navigation[key]
            chosen.setText("  " + name)
            chosen.setAccessibleName(name)
            chosen.setToolTip(f"{name}（Ctrl+{number}）" if language is Language.JA else f"{name} (Ctrl+{number})")
            self._go[key].setText(name)
        for spoken, chip in self.languages.items():
            chip.setChecked(spoken is language)
        self._name_menu()
        self._show_texts()

    # MainWindowView

    def show_branch(self, name: Wording, *, demonstration: bool) -> None:
        self._branch, self._demonstration = name, demonstration
        self._show_texts()

    def show_undo(self, title: Wording | None) -> None:
        self._undo_title = title
        self._show_texts()

    def show_unfinished(self, unfinished: "Sequence[Unfinished]") -> None:
        self._unfinished = unfinished
        self._show_texts()

    def is_typing(self) -> bool:
        return self.typing()

    # What the window does itself

    def go(self, key: str) -> QWidget:
        """Shows a page, building it at the first visit."""
        if key not in self._pages:
            self._pages[key] = self._intents.build(key)
            self._stack.addWidget(self._pages[key])
        self.navigation[key].setChecked(True)
        self._stack.setCurrentWidget(self._pages[key])
        self._intents.visited(key)
        return self._pages[key]

    def pages(self) -> Mapping[str, QWidget]:
        """The pages built so far."""
        return self._pages

    def page(self) -> str:
        return next((key for key, one in self._pages.items() if one is self._stack.currentWidget()), CASES)

    def branch(self) -> str:
        """The branch named in the window."""
        return self._office.text()

    def offers(self) -> list[QPushButton]:
        """The ways to the entries left unfinished."""
        return self._offers

    def say(self, text: str) -> None:
        self.statusBar().showMessage(text, TALK)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._intents.painted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drops.watch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._intents.activated()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._intents.may_close():
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._product = label(size=theme.HEAD, bold=True)
        self._office = label(size=theme.CAPTION, name="sub", wraps=True)
        self._group = QButtonGroup(self)
        self.navigation = {key: self._navigation(key) for key in PAGES}
        self.languages = {Language.JA: button("日本語", name="chip"), Language.EN: button("English", name="chip")}
        tongues = QButtonGroup(self)
        for spoken, chip in self.languages.items():
            chip.setCheckable(True)
            tongues.addButton(chip)
            chip.clicked.connect(lambda _on, chosen=spoken: self._intents.speak(chosen))
        self._titles = QWidget()
        self._titles.setLayout(column(self._product, self._office, gap=2, margins=(14, 12, 10, 12)))
        self._tongues = QWidget()
        self._tongues.setLayout(row(*self.languages.values(), None, gap=4, margins=(10, 8, 6, 10)))
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._titles)
        for one in self.navigation.values():
            side.addWidget(one)
        side.addStretch(1)
        side.addWidget(self._tongues)
        self._side = pane(side, "navigation")
        self._stack = QStackedWidget()
        self._banner = _strip("banner")
        self._banner_words = label("", bold=True)
        self._banner.setLayout(row(self._banner_words, None, margins=(16, 4, 16, 4)))
        self._offer = _strip("offer")
        self._offer_line = row(margins=(16, 6, 16, 6))
        self._offer.setLayout(self._offer_line)
        main = column(self._banner, self._offer, self.looking, self._stack, gap=0)
        whole = QWidget()
        inner = QWidget()
        inner.setLayout(main)
        whole.setLayout(row(self._side, inner, gap=0))
        self.setCentralWidget(whole)
        self._folder = QLabel()
        self.statusBar().addPermanentWidget(self._folder)
        self.setMinimumSize(760, 480)

    def fit_screen(self) -> None:
        """The usual size, or all of a smaller screen (1366×768 at 150 % has 910×512)."""
        room = self.screen().availableGeometry().adjusted(0, 0, 0, -FRAME)
        self.resize(USUAL.boundedTo(room.size()))
        if not room.contains(self.geometry()):
            self.move(room.topLeft())

    def show_folder(self, folder: str) -> None:
        self._folder.setText(folder)

    def _navigation(self, key: str) -> QToolButton:
        worn = theme.current()
        made = QToolButton()
        made.setObjectName("navigation")
        made.setIcon(icon(key, worn.sub, chosen=worn.primary, size=22))
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _on: self.go(key))
        self._group.addButton(made)
        return made

    def _make_menu(self) -> None:
        bar = self.menuBar()
        self._menus = [bar.addMenu("") for _place in range(3)]
        self._receive = self._action(self._intents.receive, "Ctrl+N")
        self._open = self._action(self._intents.open, "Ctrl+O")
        self._save = self._action(self._intents.save, "Ctrl+S")
        self._print = self._action(self._intents.print, "Ctrl+P")
        self._quit = self._action(self.close, "Ctrl+Q")
        self._undo = self._action(self._intents.undo, "Ctrl+Z")
        self._find = self._action(self._intents.find, "Ctrl+F")
        self._go = {
            key: self._action(partial(self.go, key), f"Ctrl+{place}") for place, key in enumerate(PAGES, start=1)
        }
        self._menus[0].addActions([self._receive, self._open, self._save, self._print])
        self._menus[0].addSeparator()
        self._menus[0].addAction(self._quit)
        self._menus[1].addActions([self._undo, self._find])
        self._menus[2].addActions(list(self._go.values()))

    def _action(self, act: Callable[[], object], keys: str) -> QAction:
        made = QAction(self)
        made.setShortcut(QKeySequence(keys))
        made.triggered.connect(lambda _on=False: act())
        return made

    def _name_menu(self) -> None:
        _ = words(self._language)
        for menu, name, key in zip(self._menus, (_("File"), _("Edit"), _("View")), "FEV", strict=True):
            menu.setTitle(keyed(name, key))
        self._receive.setText(keyed(_("Receive a case…"), "N"))
        self._open.setText(keyed(_("Open a file from elsewhere…"), "O"))
        self._save.setText(keyed(_("Save"), "S"))
        self._print.setText(keyed(_("Print…"), "P"))
        self._find.setText(keyed(_("Search the cases"), "F"))
        self._quit.setText(keyed(_("Quit"), "Q"))

    def _show_texts(self) -> None:
        _ = words(self._language)
        self._office.setText(self._branch.in_(self._language))
        self._office.setVisible(bool(self._office.text()))
        self._banner.setVisible(self._demonstration)
        self._banner_words.setText(_("Sample office (見本): every case and paper here is a sample."))
        self._undo.setEnabled(self._undo_title is not None)
        title = self._undo_title.in_(self._language) if self._undo_title else ""
        undo = _("Undo: %(what)s") % {"what": title} if title else _("Undo")
        self._undo.setText(keyed(undo.replace("&", "&&"), "U"))
        self._show_offer()

    def _show_offer(self) -> None:
        _ = words(self._language)
        empty(self._offer_line)
        self._offers = []
        self._offer.setVisible(bool(self._unfinished))
        if not self._unfinished:
            return
        told = _.ngettext(
            "%(n)d entry was left unfinished:", "%(n)d entries were left unfinished:", len(self._unfinished)
        )
        self._offer_line.addWidget(label(told % {"n": len(self._unfinished)}, bold=True))
        for one in self._unfinished[:4]:
            named = _("Open %(number)s") % {"number": one.number}
            opens = button(named, name="link", act=partial(self._intents.open_unfinished, one.case_id))
            opens.setToolTip(one.title)
            self._offers.append(opens)
            self._offer_line.addWidget(opens)
        self._offer_line.addStretch(1)
        self._offer_line.addWidget(button(_("Discard"), name="link", act=self._intents.throw_unfinished_away))

    def _fit(self) -> None:
        roomy = self.width() >= ROOMY
        self._side.setFixedWidth(theme.NAVIGATION if roomy else theme.NARROW_NAVIGATION)
        self._titles.setVisible(roomy)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if roomy else Qt.ToolButtonStyle.ToolButtonIconOnly
        for one in self.navigation.values():
            one.setToolButtonStyle(style)
        for chip in self.languages.values():
            chip.setVisible(roomy)


def _strip(name: str) -> QFrame:
    made = QFrame()
    made.setObjectName(name)
    made.hide()
    return made
