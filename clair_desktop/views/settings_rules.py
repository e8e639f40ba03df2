"""定めと要確認事項: every rule of a programme in a year, the undecided ones first where asked, and the entry beside."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.rule_lines import ShownRule
from clair_desktop.presenters.settings import RulesSheet
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox
from clair_desktop.views.elements import Badge, column, keyed, pane, row
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.rule_entry import Enters, RuleEntry

_ROOMY = 1000  # pixels from which the table has room for the sources
_SOURCE = 3  # the column that holds them


class RulesPane(QWidget):
    """Which programme and year is looked at is the presenter's; which rule is chosen is the view's."""

    def __init__(
        self, chooses: Callable[[str, FiscalYear], None], enters: Enters, withdraws: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._chooses = chooses
        self._language = Language.JA
        self._sheet: RulesSheet | None = None
        self.programme, self.year = QComboBox(), QComboBox()
        self._programme, self._year = AskedBox(self.programme), AskedBox(self.year)
        self.only = QCheckBox()
        self.only.toggled.connect(lambda _on: self._show_lines())
        self._count = Badge()
        self.table = LineTable[ShownRule]("list")
        self.table.line_chosen.connect(self._show_chosen)
        self.entry = RuleEntry(enters, withdraws)
        self.programme.activated.connect(lambda _place: self._choose())
        self.year.activated.connect(lambda _place: self._choose())
        only, count = column(None, self.only, margins=(0, 0, 0, 2)), column(None, self._count, margins=(0, 0, 0, 8))
        margins = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        head = row(self._programme, self._year, only, count, None, gap=theme.MARGIN, margins=margins)
        layout = column(pane(head), row(self.table, self.entry, gap=0), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._programme.name(_("Programme"), "P")
        self._year.name(_("Project year"), "Y")
        self.only.setText(keyed(_("Only what is to be confirmed"), "O"))
        self.table.setAccessibleName(_("Rules"))
        self.entry.set_language(language)

    def show_rules(self, sheet: RulesSheet) -> None:
        self._sheet = sheet
        for combo, entries, chosen in (
            (self.programme, [(name.in_(self._language), key) for key, name in sheet.programmes], sheet.programme),
            (self.year, [(one.label().in_(self._language), one) for one in sheet.years], sheet.year),
        ):
            combo.clear()
            for place, (text, value) in enumerate(entries):
                combo.addItem(text, value)
                if value == chosen:
                    combo.setCurrentIndex(place)
        self._tell_count(sheet.to_confirm)
        self._show_lines()

    def complain(self, field: str, wording: Wording) -> None:
        self.entry.complain(field, wording)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the source is read beside the table only."""
        narrow = self.width() < _ROOMY
        self.entry.setFixedWidth(330 if narrow else 380)
        self.table.setColumnHidden(_SOURCE, narrow)
        self.table.fit(stretch=0)

    def _tell_count(self, count: int) -> None:
        _ = words(self._language)
        told = words(self._language).ngettext("%(count)d to confirm", "%(count)d to confirm", count) % {"count": count}
        self._count.put(told if count else _("All decided"), "warning" if count else "done")

    def _show_lines(self) -> None:
        if self._sheet is None:
            return
        kept = self.table.chosen()
        rules = [one for one in self._sheet.rules if not (self.only.isChecked() and one.decided)]
        self.table.show_lines(rule_columns(self._language), rules)
        self._fit()
        keys = [one.key for one in rules]
        if rules:
            self.table.choose(keys.index(kept.key) if kept and kept.key in keys else 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.entry.show_rule(self.table.chosen())

    def _choose(self) -> None:
        self._chooses(self.programme.currentData(), self.year.currentData())


def rule_columns(language: Language) -> list[LineColumn[ShownRule]]:
    _ = words(language)

    def source(one: ShownRule) -> str:
        return f"{one.source.title.in_(language)} {one.source.locator.in_(language)}" if one.source else ""

    return [
        LineColumn(_("Rule"), lambda one: one.label.in_(language), widest=210),
        LineColumn(
            _("How it stands"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone
        ),
        LineColumn(_("Value"), lambda one: one.value.in_(language), widest=160),
        LineColumn(_("Source"), source, widest=190),
    ]
