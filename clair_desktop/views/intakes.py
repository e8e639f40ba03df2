"""取り込み: what a workbook is, what is wrong in it, what it would change, and the words that take it in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTabWidget, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.intake_lines import ChangeLine, FindingLine, ReadLine, ShownIntake
from clair_desktop.presenters.intakes import Belonging, IntakesPresenter
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import offer
from clair_desktop.views.elements import Badge, FittedLabel, button, column, empty, keyed, label, pane, row
from clair_desktop.views.file_pane import HEAD_MARGINS, FilePane
from clair_desktop.views.intake_columns import change_columns, finding_columns, finding_told, read_columns, summary
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineTable
from clair_desktop.views.ticked_table import TickedTable
from clair_desktop.views.work_line import WorkLine

FINDINGS, CHANGES, READ = range(3)


class IntakesPane(FilePane):
    """Implements ``presenters.intakes.IntakesView``. Every difference is ticked until somebody unticks it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.shown: ShownIntake | None = None
        self.presenter: IntakesPresenter | None = None
        self._make_head()
        self._make_tables()
        self._make_foot()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: IntakesPresenter) -> None:
        self.presenter = presenter

    def is_typing(self) -> bool:
        """Whether differences were chosen and not taken in."""
        return self.shown is not None and self.shown.can_take and bool(self._left_out())

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.choose.setText(keyed(_("Choose a file"), "I"))
        self.again.setText(keyed(_("Read it again"), "R"))
        self.away.setText(keyed(_("Put it away"), "W"))
        self._place_name.setText(keyed(_("Goes to"), "G"))
        self.place.setAccessibleName(_("Goes to"))
        self.mark.setText(keyed(_("Make a marked copy"), "M"))
        self.open.setText(keyed(_("Open the case"), "O"))
        self._empty.setText(
            _(
                "Choose a workbook that a municipality has filled in, or drop it anywhere in the window.\n"
                "It is read and judged first; nothing is kept before you say so."
            )
        )
        self.findings.table.setAccessibleName(_("Findings"))
        self.changes.setAccessibleName(_("What would change; ticked lines are taken in"))
        self.read.setAccessibleName(_("What was read"))
        self.work.set_language(language)
        self.show_intake(self.shown)

    # IntakesView

    def show_intake(self, shown: ShownIntake | None) -> None:
        before, self.shown = self.shown, shown
        self._stack.setCurrentIndex(1 if shown else 0)
        self.again.setVisible(shown is not None)
        self.away.setVisible(shown is not None)
        if shown is None:
            self._name.put("")
            self._badges_of(None)
            return
        is_new = before is None or (before.path, before.place, before.changes) != (
            shown.path,
            shown.place,
            shown.changes,
        )
        self._show_facts(shown)
        self._show_tables(shown)
        if is_new:
            self.changes.ticks.ticked = {one.key for one in shown.changes}
            self.tabs.setCurrentIndex(FINDINGS if shown.findings else CHANGES)
        self._show_acts()

    def _make_head(self) -> None:
        self.choose = button(name="primary", act=self._ask(lambda one: one.choose()))
        self.again = button(act=self._ask(lambda one: one.read_again()))
        self.away = button(act=self._ask(lambda one: one.put_away()))
        self._name, self._facts = FittedLabel(), label(name="sub", wraps=True)
        self._badges = row(gap=6)

    def _make_tables(self) -> None:
        self.findings = LinePart[FindingLine]((), (), self._language, finding_told)
        self.changes = TickedTable[ChangeLine](lambda one: one.key)
        self.changes.ticks_changed.connect(self._show_acts)
        self.read = LineTable[ReadLine]("list")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for one in (self.findings, self.changes, self.read):
            self.tabs.addTab(one, "")

    def _make_foot(self) -> None:
        self.place, self.outcome = QComboBox(), label(wraps=True)
        self.place.setMinimumWidth(260)
        self.place.setMaximumWidth(340)
        self._place_name = label()
        self._place_name.setTextFormat(Qt.TextFormat.AutoText)
        self._place_name.setBuddy(self.place)
        self.place.activated.connect(self._choose_place)
        self.mark = button(act=self._annotate)
        self.open = button(act=self._ask(lambda one: one.open_case()))
        self.take = button(name="primary", act=self._take)

    def _lay_out(self) -> None:
        self._empty = label(name="sub", wraps=True)
        head = QWidget()
        head.setLayout(row(self._name, self.away, self.again, self.choose))
        acts = QWidget()
        to_place = row(self._place_name, self.place)
        acts.setLayout(column(self.outcome, row(to_place, None, self.mark, self.open, self.take), gap=theme.SPACE))
        self.work = WorkLine(head, acts, self.tabs)
        foot = pane(column(acts, margins=(16, 8, 16, 8)), "bar")
        self._shown_part = QWidget()
        body = column(self._facts_pane(), self.tabs, foot, gap=0)
        body.setStretch(1, 1)
        self._shown_part.setLayout(body)
        nothing = pane(column(None, self._empty, None, None, margins=(80, 0, 80, 0)))
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._shown_part)
        layout = column(pane(column(head, self.work, margins=HEAD_MARGINS)), self._stack, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _facts_pane(self) -> QWidget:
        facts = row(self._badges, self._facts, gap=theme.GAP, margins=(theme.MARGIN, 0, theme.MARGIN, theme.SPACE))
        facts.setStretch(1, 1)
        return pane(facts)

    def _show_facts(self, shown: ShownIntake) -> None:
        to = self._language
        self._name.put(shown.path.name)
        self._name.setToolTip(str(shown.path))
        self._facts.setText(
            " ／ ".join(one.in_(to) for one in (shown.programme, shown.year, shown.body) if one.in_(to))
        )
        self._badges_of(shown)
        offer(self.place, [(one.name.in_(to), one.number) for one in shown.places], shown.place)

    def _badges_of(self, shown: ShownIntake | None) -> None:
        empty(self._badges)
        for one in shown.counts if shown else ():
            self._badges.addWidget(Badge(one.words.in_(self._language), one.tone))

    def _show_tables(self, shown: ShownIntake) -> None:
        _, to = words(self._language), self._language
        self.findings.set_language(to)
        self.findings.show_lines(finding_columns(to), shown.findings)
        self.changes.show_lines(change_columns(to), shown.changes)
        self.read.show_lines(read_columns(to), shown.read, stretch=2)
        self.tabs.setTabText(FINDINGS, _("Findings (%(count)d)") % {"count": len(shown.findings)})
        self.tabs.setTabText(CHANGES, _("What would change (%(count)d)") % {"count": len(shown.changes)})
        self.tabs.setTabText(READ, _("What was read (%(count)d)") % {"count": len(shown.read)})

    def _show_acts(self) -> None:
        shown = self.shown
        if shown is None:
            return
        _ = words(self._language)
        self.take.setText(keyed(_("Take in what could be read") if shown.faults else _("Take it in"), "T"))
        chosen = bool(self.changes.ticks.ticked) or not shown.changes
        self.take.setEnabled(shown.can_take and chosen)
        self.take.setVisible(shown.taken is None)
        self.open.setVisible(shown.taken is not None)
        self.mark.setEnabled(bool(shown.findings))
        self.place.setEnabled(shown.taken is None)
        self.outcome.setText(summary(shown, len(self._left_out()), self._language))

    def _ask(self, act: Callable[[IntakesPresenter], None]) -> Callable[[], None]:
        def ask() -> None:
            if self.presenter is not None:
                act(self.presenter)

        return ask

    def _left_out(self) -> set[tuple[str, int | None]]:
        changes = self.shown.changes if self.shown else ()
        return {one.key for one in changes if one.key not in self.changes.ticks.ticked}

    def _take(self) -> None:
        if self.presenter is not None:
            self.presenter.take(self._left_out())

    def _annotate(self) -> None:
        if self.presenter is not None:
            self.presenter.annotate(self._language)

    def _choose_place(self, _place: int) -> None:
        """Another case: the file is held against that one."""
        number = self.place.currentData()
        if self.presenter is not None and self.shown is not None and number != self.shown.place:
            self.presenter.read_again(Belonging(number, as_new=number is None))
