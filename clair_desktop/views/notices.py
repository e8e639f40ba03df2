"""Rule notices: the question before one is made, and what one would change before it is taken."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QProgressBar, QTabWidget, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.notices import NoticeQuestion, NoticeWish, ShownDifference, ShownEffect, ShownNotice
from clair_desktop.support.i18n import words
from clair_desktop.support.watch import Watch
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine
from clair_desktop.views.elements import button, column, keyed, label, row
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn

_MARGINS = (20, 16, 20, 16)


class NoticeDialog(QDialog):
    """Asks for the year of a notice and for who issues it."""

    def __init__(self, over: QWidget, language: Language, asked: NoticeQuestion) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Make a rule notice"))
        told = label(
            _(
                "It holds what this branch entered for the year: rulings, wording and addressees with their sources, nothing else."
            ),
            wraps=True,
        )
        self.year = QComboBox()
        for one in asked.years:
            self.year.addItem(one.label().in_(language), one)
        self.year.setCurrentIndex(list(asked.years).index(asked.year))
        year, self.issuer = AskedBox(self.year), AskedLine()
        year.name(_("Project year"), "Y")
        self.issuer.name(_("Issued by"), "I")
        self.issuer.put(asked.issued_by)
        self.make = button(keyed(_("Choose where to save"), "S"), name="primary", act=self.accept)
        self.make.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        self.setLayout(column(told, year, self.issuer, row(None, back, self.make), gap=theme.GAP, margins=_MARGINS))
        self.setMinimumWidth(420)

    def ask(self) -> NoticeWish | None:
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        return NoticeWish(self.year.currentData(), self.issuer.text())


class SimulatingDialog(QDialog):
    """How far the judging of open cases has come; going back gives it up. The event loop keeps turning meanwhile."""

    def __init__(self, over: QWidget, language: Language, watch: Watch) -> None:
        super().__init__(over)
        _ = words(language)
        self._watch = watch
        self.setWindowTitle(_("Take a rule notice"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Open cases are being judged by the notice."))
        self.back = button(_("Go back"), act=self.reject)
        told = label(_("Open cases are being judged by the notice."), wraps=True)
        self.setLayout(column(told, self.bar, row(None, self.back), gap=theme.GAP, margins=_MARGINS))
        self.setMinimumWidth(420)
        self._timer = QTimer(self, interval=100)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def reject(self) -> None:
        """Says that the work is no longer wanted; the dialog goes when the work has ended."""
        self._watch.stop()
        self.back.setEnabled(False)

    def finish(self) -> None:
        self._timer.stop()
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()

    def _look(self) -> None:
        self.bar.setValue(self._watch.percent)


class TakingDialog(QDialog):
    """The differences a notice makes and the open cases it touches; taking is the person's word, going back default."""

    def __init__(self, over: QWidget, language: Language, shown: ShownNotice) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Take a rule notice"))
        told = _("“%(name)s”, issued by %(who)s on %(day)s") % {
            "name": shown.name, "who": shown.issued_by, "day": printed_date(shown.issued_on, language)
        }  # fmt: skip
        self.summary = label(_summary(shown, language), wraps=True)
        self.differences = LinePart[ShownDifference](difference_columns(language), shown.differences, language)
        self.effects = LinePart[ShownEffect](effect_columns(language), shown.effects, language)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.differences, _("What would change"))
        self.tabs.addTab(self.effects, _("Open cases it touches (%(count)d)") % {"count": len(shown.effects)})
        self.differences.table.setAccessibleName(_("What would change"))
        self.effects.table.setAccessibleName(_("Open cases"))
        self.take = button(keyed(_("Take the notice"), "T"), name="primary", act=self.accept)
        self.take.setEnabled(bool(shown.changes))
        back = button(_("Go back"), act=self.reject)
        back.setDefault(True)
        head = column(label(told, bold=True, wraps=True), self.summary, gap=4)
        layout = column(head, self.tabs, row(None, back, self.take), gap=theme.GAP, margins=_MARGINS)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        room = over.window().size()
        self.resize(min(1000, room.width() - 60), min(600, room.height() - 60))

    def ask(self) -> bool:
        return self.exec() == QDialog.DialogCode.Accepted


def _summary(shown: ShownNotice, language: Language) -> str:
    _ = words(language)
    if not shown.changes:
        return _("It changes nothing: every entry in it stands here already.")
    counts = {"changes": shown.changes, "all": len(shown.differences), "cases": len(shown.effects)}
    return (
        _("%(changes)d of its %(all)d entries would change what stands here. Open cases touched: %(cases)d.") % counts
    )


def difference_columns(language: Language) -> list[LineColumn[ShownDifference]]:
    _ = words(language)
    return [
        LineColumn(_("Change"), lambda one: one.change.words.in_(language), tone=lambda one: one.change.tone),
        LineColumn(_("Rule"), lambda one: one.rule.in_(language), widest=220),
        LineColumn(_("Now"), lambda one: one.before.in_(language), widest=140),
        LineColumn(
            _("How it stands"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone
        ),
        LineColumn(_("Then"), lambda one: one.after.in_(language), widest=140),
        LineColumn(_("Project year"), lambda one: one.year.label().in_(language)),
        LineColumn(_("Programme"), lambda one: one.programme.in_(language), widest=180),
        LineColumn(_("Source"), lambda one: one.source, widest=220),
    ]


def effect_columns(language: Language) -> list[LineColumn[ShownEffect]]:
    _ = words(language)
    return [
        LineColumn(_("Number"), lambda one: one.number),
        LineColumn(_("What changes"), lambda one: one.what.in_(language), widest=320),
        LineColumn(_("Why"), lambda one: one.why.in_(language), widest=320),
        LineColumn(_("Title"), lambda one: one.title, widest=200),
        LineColumn(_("Programme"), lambda one: one.programme.in_(language), widest=180),
    ]
