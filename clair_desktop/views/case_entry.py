"""One case: its head, its next steps, and the tabs for its answers, parts, enclosures, documents and history."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QTabWidget, QToolButton, QVBoxLayout, QWidget

from clair_desktop.domain.asked import Asked
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.fields import Texts
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.rulings import Finding
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import CaseEntryPresenter, Judged, Saving, ShownCase, StepWish
from clair_desktop.presenters.conflicts import Conflict, Side
from clair_desktop.presenters.copying import CopiedCase, CopyingPresenter, YearQuestion
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.conflicts import ConflictsPanel
from clair_desktop.views.copying import CopiedDialog, YearDialog
from clair_desktop.views.due_lines import DueLines
from clair_desktop.views.elements import (
    Badge,
    button,
    column,
    empty,
    keyed,
    label,
    mark,
    name_tool,
    pane,
    row,
    shortcut,
    tool,
)
from clair_desktop.views.enclosures import EnclosuresPane
from clair_desktop.views.entry_form import EntryForm
from clair_desktop.views.findings import FindingsPanel
from clair_desktop.views.history import HistoryPane
from clair_desktop.views.letter_line import LetterLine
from clair_desktop.views.parts import PartsPane
from clair_desktop.views.preview import PreviewPane
from clair_desktop.views.steps import StepBar

ENTRY, PARTS, ENCLOSURES, DOCUMENTS, HISTORY = range(5)


class CaseEntryPane(QWidget):
    """Implements ``presenters.case_entry.CaseEntryView`` and ``presenters.copying.CopyingView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        self._shown: ShownCase | None = None
        self._saving = Saving(False)
        self._build()
        self.set_language(language)

    def bind(self, presenter: CaseEntryPresenter) -> None:
        self._presenter = presenter
        self.form.bind(presenter)

    def bind_copying(self, copying: CopyingPresenter) -> None:
        self._copying = copying

    def set_language(self, language: Language) -> None:
        """The pane's own words; the case itself is shown anew by its presenter."""
        _ = words(language)
        self._language = language
        titles = (_("Entry"), _("Offices"), _("Enclosures"), _("Documents"), _("History"))
        for place, title in enumerate(titles):
            self.tabs.setTabText(place, title)
        self.tabs.tabBar().setAccessibleName(_("Parts of the case"))
        self.save.setText(keyed(_("Save"), "S"))
        self.save.setToolTip(_("Saves what is typed (Ctrl+S)"))
        self.discard.setText(keyed(_("Discard"), "D"))
        self.discard.setToolTip(_("Goes back to what was saved"))
        name_tool(self.close_case, _("Close the case"), "Esc")
        name_tool(self.menu, _("What else can be done with the case"))
        self.copy.setText(keyed(_("Copy into another year…"), "C"))
        self.findings.set_language(language)
        for one in (self.enclosures, self.documents, self.history):
            one.set_language(language)
        self._tell_saving()

    # CaseEntryView

    def show_case(self, shown: ShownCase) -> None:
        _ = words(self._language)
        sheet, self._shown = shown.sheet, shown
        self._number.setText(sheet.number)
        self._programme.setText(
            f"{sheet.edition.programme.name.in_(self._language)}　{sheet.edition.year.label().in_(self._language)}"
        )
        self._programme.setToolTip(self._programme.text())
        title = sheet.title or _("(no title yet)")
        self._title.setText(title)
        self._title.setToolTip(title)
        empty(self._badges)
        for tag in shown.tags:
            self._badges.addWidget(Badge(tag.words.in_(self._language), tag.tone or "off"))
        if sheet.sample:
            self._badges.addWidget(Badge("見本", "notice"))
        self.due.show_lines(shown.due, self._language)
        self.steps.show_steps(sheet.next_steps, self._language, shown.today)
        self.follows.show_letter(shown.follows, self._language)
        self.form.show_texts(sheet.edition, shown.texts, self._language, shown.today, closed=sheet.closed)
        self.form.unfold(_stages(shown))
        has_parts = sheet.edition.programme.workflow.parts is not None
        self.tabs.setTabVisible(PARTS, has_parts)
        if has_parts:
            self.parts.show_parts(sheet, self._language, shown.today)
        self.conflicts.hide()
        self.discard.setHidden(sheet.closed)
        self.save.setHidden(sheet.closed)
        self._tell_saving()

    def show_judged(self, judged: Judged, insisted: Sequence[Finding]) -> None:
        if self._shown is not None:
            self.findings.show_judged(judged, self._shown.sheet.edition)
            self.form.show_findings(judged.findings, insisted, self._language)
        if insisted:
            self.tabs.setCurrentIndex(ENTRY)
            self.findings.set_open(True)

    def show_field(self, key: str, text: "str | Sequence[Mapping[str, str]]", complaint: Malformed | None) -> None:
        self.form.show_field(key, text, complaint, self._language)

    def show_saving(self, saving: Saving) -> None:
        self._saving = saving
        self._tell_saving()

    def show_conflicts(self, found: Sequence[Conflict]) -> None:
        self.tabs.setCurrentIndex(ENTRY)
        self.conflicts.show_conflicts(found, self._language)

    def go_to(self, key: str) -> None:
        self.tabs.setCurrentIndex(ENTRY)
        self.form.go_to(key)

    def go_to_answer(self, asked: Asked) -> None:
        """The box of a value that stands on a page, in a table its cell."""
        self.tabs.setCurrentIndex(ENTRY)
        self.form.go_to(asked.field)
        self.form.go_to_cell(asked)

    def texts(self) -> Texts:
        return self.form.texts()

    # CopyingView

    def ask_year(self, question: YearQuestion) -> int | None:
        return YearDialog(self, self._language, question).ask()

    def show_copied(self, copied: CopiedCase) -> None:
        CopiedDialog(self, self._language, copied).exec()

    # What the person does

    def is_typing(self) -> bool:
        return self._shown is not None and self._saving.unsaved

    def told(self) -> str:
        """What is said about the saving."""
        return self._told.text()

    def banner(self) -> str:
        """What is said about an entry left unfinished; empty where there is none."""
        return "" if self._banner.isHidden() else self._banner_words.text()

    def begin(self) -> None:
        """Puts the cursor into the first question."""
        self.tabs.setCurrentIndex(ENTRY)
        first = next(iter(self.form.frames.values()), None)
        if first is not None:
            first.focus()

    def save_now(self) -> None:
        self.form.tell()
        self._presenter.save()

    def show_tab(self, place: int) -> None:
        if self.tabs.isTabVisible(place):
            self.tabs.setCurrentIndex(place)

    def _take(self, wish: StepWish) -> bool:
        return self._presenter.take_step(wish)

    def _open_letter(self, pack: str) -> None:
        self.tabs.setCurrentIndex(DOCUMENTS)
        self.documents.open_pack(pack)

    def _build(self) -> None:
        self._number, self._programme = label(bold=True), label(size=theme.CAPTION, name="sub")
        self._title = label(size=theme.TITLE, bold=True)
        for shrinks in (self._programme, self._title):  # neither keeps the pane from being narrow
            shrinks.setSizePolicy(shrinks.sizePolicy().Policy.Ignored, shrinks.sizePolicy().Policy.Preferred)
        self._badges = row(gap=6)
        self.close_case = tool("close", lambda: None)
        self.menu, menu = tool("more", lambda: None), QMenu(self)
        self.copy = menu.addAction("", lambda: self._copying.copy())  # noqa: PLW0108 - bound later
        self.menu.setMenu(menu)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.steps, self.due = StepBar(self._take), DueLines()
        self.follows = LetterLine(self._open_letter)
        top = row(self._number, self._badges)
        top.addWidget(self._programme, 1)
        top.addWidget(self.menu)
        top.addWidget(self.close_case)
        self._programme.setMinimumWidth(0)
        self._programme.setSizePolicy(self._title.sizePolicy())
        steps = QVBoxLayout()
        steps.setContentsMargins(0, 4, 0, 0)
        steps.addWidget(self.steps)
        steps.addWidget(self.follows)
        head = pane(column(top, self._title, self.due, steps, gap=2, margins=(20, 10, 12, 8)))
        self.conflicts = ConflictsPanel(self._resolve)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.parts = PartsPane(self._take)
        self.enclosures = EnclosuresPane(self._language)
        self.documents = PreviewPane(self._language)
        self.history = HistoryPane(self._language)
        for tab in (self._entry_tab(), self.parts, self.enclosures, self.documents, self.history):
            self.tabs.addTab(tab, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.tabs, 1)

    def _entry_tab(self) -> QWidget:
        self.form = EntryForm()
        self.findings = FindingsPanel(self._language, self.go_to, self._decide)
        shortcut("Ctrl+K", self, self.findings.toggle)
        self._told = label(size=theme.CAPTION, name="sub")
        self.discard = button(act=self._discard)
        self.save = button(name="primary", act=self.save_now)
        self._banner = QFrame()
        mark(self._banner, "tone", "notice")
        self._banner_words = label(wraps=True)
        self._banner.setLayout(row(self._banner_words, margins=(12, 8, 12, 8)))
        self._banner.hide()
        bar = pane(row(self._told, None, self.discard, self.save, margins=(20, 8, 20, 8)), "bar")
        made = QWidget()
        over = column(self._banner, self.conflicts, margins=(12, 0, 12, 0))
        made.setLayout(column(over, self.form, self.findings, bar, gap=0))
        return made

    def _decide(self, rule: str) -> None:
        self._presenter.decide(rule)

    def _discard(self) -> None:
        self._presenter.discard()

    def _resolve(self, sides: Mapping[str, Side]) -> None:
        self._presenter.resolve(sides)

    def _tell_saving(self) -> None:
        _ = words(self._language)
        saving = self._saving
        closed = self._shown is not None and self._shown.sheet.closed
        at = _moment(saving.drafted_at, self._language) if saving.drafted_at else ""
        if closed:
            told = _("This case is closed; its answers can be read but not changed.")
        elif not saving.unsaved:
            told = _("Everything is saved.")
        elif at:
            told = _("Not saved yet. Kept as a draft: %(at)s") % {"at": at}
        else:
            told = _("Not saved yet.")
        self._told.setText(told)
        self._told.setVisible(True)
        self.discard.setEnabled(saving.unsaved)
        self._banner.setVisible(saving.recovered)
        self._banner_words.setText(
            _("Unfinished entry of %(at)s: it is shown again below and not saved yet. Save it, or discard it.")
            % {"at": at}
        )


def _moment(at: datetime, language: Language) -> str:
    return f"{printed_date(at.date(), language)} {at:%H:%M}"


def _stages(shown: ShownCase) -> Mapping[str, bool]:
    """The later sections that matter now: a step needs them, or something stands in them."""
    needed = {key for step in shown.sheet.next_steps for key in step.needs}
    return {
        section.key: any(field.key in needed or shown.texts.get(field.key) for field in section.fields)
        for section in shown.sheet.edition.sections()
        if section.stage
    }
