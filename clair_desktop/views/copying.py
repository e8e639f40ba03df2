"""Copying a case into another year: the question before, and what is different afterwards."""

from PySide6.QtWidgets import QComboBox, QDialog, QTabWidget, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.copying import ChangedRule, CopiedCase, YearQuestion
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, offer
from clair_desktop.views.elements import button, column, keyed, label, row
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn

_MARGINS = (20, 16, 20, 16)
Dropped = tuple[Wording, Wording]


class YearDialog(QDialog):
    """Says what is carried and asks for the year."""

    def __init__(self, over: QWidget, language: Language, question: YearQuestion) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Copy into another year"))
        told = _(
            "Case %(number)s (%(year)s) is received once more, with the answers of its application. "
            "Enclosures, steps and outcomes stay with the old case."
        ) % {"number": question.number, "year": question.year.label().in_(language)}
        self.year = QComboBox()
        offer(self.year, [(one.label().in_(language), one) for one in question.years], question.usual)
        asked = AskedBox(self.year)
        asked.name(_("To project year"), "Y")
        self.copy = button(keyed(_("Copy"), "C"), name="primary", act=self.accept)
        self.copy.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        self.setLayout(
            column(label(told, wraps=True), asked, row(None, back, self.copy), gap=theme.GAP, margins=_MARGINS)
        )
        self.setMinimumWidth(440)

    def ask(self) -> int | None:
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        return int(self.year.currentData().start_year)


class CopiedDialog(QDialog):
    """Which rules stand differently for the new case, and which answers stayed behind and why."""

    def __init__(self, over: QWidget, language: Language, copied: CopiedCase) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Copy into another year"))
        told = _("%(old)s was copied to %(new)s (%(year)s)") % {
            "old": copied.old, "new": copied.new, "year": copied.year.label().in_(language)
        }  # fmt: skip
        advice = _("Check the marked rules before the new case goes on.")
        same = _("No rule stands differently; all answers were carried.")
        self.advice = label(advice if copied.changes or copied.dropped else same, wraps=True)
        self.changes = LinePart[ChangedRule](change_columns(language), copied.changes, language)
        self.dropped = LinePart[Dropped](dropped_columns(language), copied.dropped, language)
        self.changes.table.setAccessibleName(_("Rules that stand differently"))
        self.dropped.table.setAccessibleName(_("Answers not carried"))
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self.changes, _("Rules that stand differently (%(count)d)") % {"count": len(copied.changes)})
        tabs.addTab(self.dropped, _("Answers not carried (%(count)d)") % {"count": len(copied.dropped)})
        close = button(_("Close"), name="primary", act=self.accept)
        close.setDefault(True)
        head = column(label(told, bold=True, wraps=True), self.advice, gap=4)
        layout = column(head, tabs, row(None, close), gap=theme.GAP, margins=_MARGINS)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        room = over.window().size()
        self.resize(min(860, room.width() - 60), min(520, room.height() - 60))


def change_columns(language: Language) -> list[LineColumn[ChangedRule]]:
    _ = words(language)
    return [
        LineColumn(_("Rule"), lambda one: one.label.in_(language), widest=220),
        LineColumn(_("Before"), lambda one: one.before.value.in_(language), widest=140),
        LineColumn(
            _("Stood"), lambda one: one.before.standing.words.in_(language), tone=lambda one: one.before.standing.tone
        ),
        LineColumn(_("After"), lambda one: one.after.value.in_(language), widest=140),
        LineColumn(
            _("Stands"), lambda one: one.after.standing.words.in_(language), tone=lambda one: one.after.standing.tone
        ),
    ]


def dropped_columns(language: Language) -> list[LineColumn[Dropped]]:
    _ = words(language)
    return [
        LineColumn(_("Field"), lambda one: one[0].in_(language), widest=220),
        LineColumn(_("Reason"), lambda one: one[1].in_(language), widest=480),
    ]
