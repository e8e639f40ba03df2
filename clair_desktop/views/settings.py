"""設定: the branch and its sender block, language and data, and what the program is made of."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QTabWidget, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.branch_choice import BranchChoice
from clair_desktop.presenters.settings import About, ProfileSheet, SettingsPresenter
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.branch_picker import BranchDialog
from clair_desktop.views.elements import button, column, keyed, label, pane, row
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.settings_branch import BranchPane
from clair_desktop.views.settings_days import DaysPane
from clair_desktop.views.settings_papers import PapersPane

_MARGINS = (theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)


class SettingsPage(QWidget):
    """Implements ``presenters.settings.SettingsView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._title = label(size=theme.TITLE, bold=True)
        self.branch = BranchPane(self._save, self._change_branch)
        self.papers = PapersPane(language)
        self.rules = button(name="link", act=self._open_rules)
        self._make_language()
        self._folder_label, self.folder = label(bold=True), label(wraps=True)
        self.folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._folder_note = label(name="sub", wraps=True)
        self.open_folder = button(act=self._open_folder)
        self._version, self._licence = label(size=theme.HEAD, bold=True), label(wraps=True)
        self.parts = LineTable[tuple[str, str]]("list")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.days = DaysPane()
        for tab in (self.branch, self.papers, self.days, self._language_and_data(), self._about()):
            self.tabs.addTab(tab, "")
        head = pane(row(self._title, None, self.rules, margins=(theme.MARGIN, theme.GAP, theme.MARGIN, theme.SPACE)))
        layout = column(head, self.tabs, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_language(language)

    def bind(self, presenter: SettingsPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Settings"))
        tabs = (
            _("Branch and sender"),
            _("Look of papers"),
            _("Days and deadlines"),
            _("Language and data"),
            _("About this program"),
        )
        for place, name in enumerate(tabs):
            self.tabs.setTabText(place, name)
        self._language_label.setText(_("Language of the window"))
        self._language_note.setText(_("Changes at once. Papers are printed in the language chosen for each."))
        self._folder_label.setText(_("Data folder"))
        self._folder_note.setText(
            _("Cases, enclosures and printed packs lie here and nowhere else. The program uses no network.")
        )
        self.open_folder.setText(keyed(_("Open the folder"), "O"))
        self._licence.setText(
            _(
                "MIT licence. It is built on the parts below, which keep their own licences; the full texts are in the "
                "file LICENSE and, in an installed copy, in the folder “licences”."
            )
        )
        self.parts.setAccessibleName(_("Parts and their licences"))
        self.branch.set_language(language)
        self.papers.set_language(language)
        self.days.set_language(language)
        self.rules.setText(keyed(_("Rules of each year, and what to confirm"), "R"))

    # SettingsView

    def show_profile(self, sheet: ProfileSheet) -> None:
        self.branch.show_profile(sheet)
        self.languages[sheet.language].setChecked(True)

    def show_about(self, about: About) -> None:
        _ = words(self._language)
        self._version.setText(_("CLAIR Desktop %(version)s") % {"version": about.version})
        self.folder.setText(str(about.folder))
        columns: list[LineColumn[tuple[str, str]]] = [
            LineColumn(_("Part"), lambda part: part[0]),
            LineColumn(_("Licence"), lambda part: part[1]),
        ]
        self.parts.show_lines(columns, about.parts, stretch=1)

    def show_complaint(self, field: str, wording: Wording) -> None:
        self.branch.complain(field, wording)

    def is_typing(self) -> bool:
        """Whether something is typed here that was not saved."""
        return self.branch.is_typing() or self.papers.is_typing() or self.days.is_typing()

    def ask_branch(self, find: Callable[[str], Sequence[BranchChoice]]) -> str | None:
        return BranchDialog(self, self._language, find).ask()

    # What the person does

    def _save(self, texts: Mapping[str, str], flags: Mapping[str, bool]) -> None:
        self._presenter.save(texts, flags)

    def _change_branch(self) -> None:
        self._presenter.change_branch()

    def _open_rules(self) -> None:
        self._presenter.open_rules()

    def _open_folder(self) -> None:
        self._presenter.open_folder()

    def _choose_language(self) -> None:
        chosen = next(language for language, radio in self.languages.items() if radio.isChecked())
        if chosen is not self._language:
            self._presenter.choose_language(chosen)

    # How it is built

    def _make_language(self) -> None:
        self._language_label, self._language_note = label(bold=True), label(name="sub", wraps=True)
        self.languages = {Language.JA: QRadioButton("日本語(&J)"), Language.EN: QRadioButton("&English")}
        group = QButtonGroup(self)
        for radio in self.languages.values():
            group.addButton(radio)
            radio.clicked.connect(self._choose_language)

    def _language_and_data(self) -> QWidget:
        languages = column(self._language_label, self._language_note, row(*self.languages.values(), None), gap=4)
        data = column(self._folder_label, self.folder, self._folder_note, row(self.open_folder, None), gap=6)
        return pane(column(languages, data, None, gap=28, margins=_MARGINS))

    def _about(self) -> QWidget:
        head = pane(column(self._version, self._licence, gap=6, margins=_MARGINS))
        layout = column(head, self.parts, gap=0)
        layout.setStretch(1, 1)
        return pane(layout)
