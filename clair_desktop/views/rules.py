"""規程: the rules of a programme in two years side by side, how they differ in words, and the entry beside them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QTabWidget, QWidget

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.notices import NoticeQuestion, NoticesPresenter, NoticeWish, ShownNotice
from clair_desktop.presenters.rule_lines import ComparedRule, ShownRule
from clair_desktop.presenters.rules import RulesPresenter, RulesSheet
from clair_desktop.support.i18n import words
from clair_desktop.support.watch import Watch
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, offer
from clair_desktop.views.elements import Badge, button, column, keyed, label, pane, row
from clair_desktop.views.letters import LettersPart
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.notices import NoticeDialog, SimulatingDialog, TakingDialog
from clair_desktop.views.rule_entry import RuleEntry

_ROOMY = 1000  # pixels from which the table has room for how a rule stands
_STANDINGS = (2, 4)  # the columns that say it


class RulesPage(QWidget):
    """Implements ``presenters.rules.RulesView`` and ``presenters.notices.NoticesView``; which rule is chosen is the view's own."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: RulesSheet | None = None
        self.simulating: SimulatingDialog | None = None
        self._make_controls()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: RulesPresenter, notices: NoticesPresenter) -> None:
        self._presenter, self._notices = presenter, notices

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Rulebook"))
        self._asked_programme.name(_("Programme"), "P")
        self._asked_year.name(_("Project year"), "Y")
        self._asked_beside.name(_("Year beside it"), "B")
        self.only.setText(keyed(_("Only what is to be confirmed"), "O"))
        self.differing.setText(keyed(_("Only what differs"), "D"))
        self.table.setAccessibleName(_("Rules"))
        self.make.setText(keyed(_("Make a rule notice…"), "M"))
        self.take.setText(keyed(_("Take a rule notice…"), "N"))
        self.entry.set_language(language)
        self.letters.set_language(language)
        for place, name in enumerate((_("Rules"), _("Wording and addressee"))):
            self.tabs.setTabText(place, name)

    # RulesView

    def show_rules(self, sheet: RulesSheet) -> None:
        self._sheet = sheet
        years = [(one.label().in_(self._language), one) for one in sheet.years]
        offer(self.programme, [(name.in_(self._language), key) for key, name in sheet.programmes], sheet.programme)
        offer(self.year, years, sheet.year)
        offer(self.beside, years, sheet.beside)
        self._tell_count(sheet.to_confirm)
        self._show_lines()

    def show_complaint(self, field: str, wording: Wording) -> None:
        self.entry.complain(field, wording)

    def is_typing(self) -> bool:
        """Whether something is typed here that was not entered."""
        return self.entry.typed.waiting() or self.letters.entry.typed.waiting()

    def take_notice(self, path: Path) -> None:
        """A notice that was dropped on the window."""
        self._notices.take_file(path)

    # NoticesView

    def show_simulating(self, watch: Watch) -> None:
        self.hide_simulating()
        self.simulating = SimulatingDialog(self, self._language, watch)
        self.simulating.open()

    def hide_simulating(self) -> None:
        if self.simulating is not None:
            self.simulating.finish()
            self.simulating = None

    def ask_notice(self, asked: NoticeQuestion) -> NoticeWish | None:
        return NoticeDialog(self, self._language, asked).ask()

    def ask_taking(self, shown: ShownNotice) -> bool:
        return TakingDialog(self, self._language, shown).ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # How it is built

    def _make_controls(self) -> None:
        self._title = label(size=theme.TITLE, bold=True)
        self.programme, self.year, self.beside = QComboBox(), QComboBox(), QComboBox()
        boxes = self.programme, self.year, self.beside
        self._asked_programme, self._asked_year, self._asked_beside = map(AskedBox, boxes)
        self.programme.setMinimumWidth(240)
        for box in boxes:
            box.activated.connect(self._choose)
        self.only, self.differing = QCheckBox(), QCheckBox()
        for check in (self.only, self.differing):
            check.toggled.connect(lambda _on: self._show_lines())
        self._count = Badge()
        self.make, self.take = button(act=self._make_notice), button(act=self._take_notice)
        self.table = LineTable[ComparedRule]("list")
        self.table.line_chosen.connect(self._show_chosen)
        self.entry = RuleEntry(self._enter, self._withdraw)
        self.letters = LettersPart(self._language)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)

    def _lay_out(self) -> None:
        chosen = row(self._asked_programme, self._asked_year, self._asked_beside, None, gap=theme.MARGIN)
        margins = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        kept = row(self.only, self.differing, self._count, None, gap=theme.MARGIN, margins=margins)
        head = column(row(self._title, None, self.make, self.take), chosen, gap=theme.SPACE, margins=margins)
        listed = column(kept, row(self.table, self.entry, gap=0), gap=0)
        listed.setStretch(1, 1)
        rules = QWidget()
        rules.setLayout(listed)
        self.tabs.addTab(rules, "")
        self.tabs.addTab(self.letters, "")
        layout = column(pane(head), self.tabs, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _fit(self) -> None:
        """Where there is little room, how a rule stands is read beside the table only."""
        narrow = self.width() < _ROOMY
        self.entry.setFixedWidth(330 if narrow else 380)
        for place in _STANDINGS:
            self.table.setColumnHidden(place, narrow)
        self.table.fit()

    def _tell_count(self, count: int) -> None:
        _ = words(self._language)
        told = words(self._language).ngettext("%(count)d to confirm", "%(count)d to confirm", count) % {"count": count}
        self._count.put(told if count else _("All decided"), "warning" if count else "done")

    def _show_lines(self) -> None:
        if self._sheet is None:
            return
        chosen = self.table.chosen()
        rules = [one for one in self._sheet.rules if self._wanted(one)]
        self.table.show_lines(rule_columns(self._sheet, self._language), rules)
        self._fit()
        keys = [one.now.key for one in rules]
        if rules:
            self.table.choose(keys.index(chosen.now.key) if chosen and chosen.now.key in keys else 0)
        self._show_chosen()

    def _wanted(self, one: ComparedRule) -> bool:
        return not (self.only.isChecked() and one.now.decided) and (one.differs or not self.differing.isChecked())

    def _show_chosen(self) -> None:
        if self._sheet is not None:
            self.entry.show_rule(self._sheet.programme, self.table.chosen(), self._sheet.year, self._sheet.beside)

    # What the person does

    def _choose(self, _place: int) -> None:
        year, beside = self.year.currentData(), self.beside.currentData()
        self._presenter.choose(self.programme.currentData(), year, beside)

    def _make_notice(self) -> None:
        self._notices.make(self.year.currentData())

    def _take_notice(self) -> None:
        self._notices.take()

    def _enter(self, rule: str, text: str, source: str, locator: str) -> None:
        self._presenter.enter_rule(rule, text, source, locator)

    def _withdraw(self, rule: str) -> None:
        self._presenter.withdraw_rule(rule)


def rule_columns(sheet: RulesSheet, language: Language) -> list[LineColumn[ComparedRule]]:
    _ = words(language)
    heads: list[LineColumn[ComparedRule]] = [
        LineColumn(_("Rule"), lambda one: one.now.label.in_(language), widest=210),
        LineColumn(
            _("Difference"), lambda one: one.difference.words.in_(language), tone=lambda one: one.difference.tone
        ),
    ]
    sides: list[tuple[FiscalYear, Callable[[ComparedRule], ShownRule]]] = [
        (sheet.year, lambda one: one.now),
        (sheet.beside, lambda one: one.then),
    ]
    for year, side in sides:
        heads += _standing_and_value(year, side, language)
    return heads + [_source(year, side, language) for year, side in sides]


def _standing_and_value(
    year: FiscalYear, side: Callable[[ComparedRule], ShownRule], language: Language
) -> list[LineColumn[ComparedRule]]:
    _ = words(language)
    named = {"year": year.label().in_(language)}
    return [
        LineColumn(
            _("%(year)s: how it stands") % named,
            lambda one: side(one).standing.words.in_(language),
            tone=lambda one: side(one).standing.tone,
        ),
        LineColumn(_("%(year)s: value") % named, lambda one: side(one).value.in_(language), widest=170),
    ]


def _source(
    year: FiscalYear, side: Callable[[ComparedRule], ShownRule], language: Language
) -> LineColumn[ComparedRule]:
    _ = words(language)

    def told(one: ComparedRule) -> str:
        source = side(one).source
        return f"{source.title.in_(language)} {source.locator.in_(language)}" if source else ""

    return LineColumn(_("%(year)s: source") % {"year": year.label().in_(language)}, told, widest=260)
