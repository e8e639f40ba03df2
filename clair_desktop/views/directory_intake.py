"""What a list or an update file would change, and which of its cells are wrong, before anything is taken."""

from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.directory_files import OfferedLine, ShownIntake, WrongCell
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, keyed, label, row
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn

_MARGINS = (20, 16, 20, 16)


class IntakeDialog(QDialog):
    """Taking is the person's word; going back is default."""

    def __init__(self, over: QWidget, language: Language, shown: ShownIntake) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Take into the directory"))
        self.told = label(_told(shown, language), bold=True, wraps=True)
        self.summary = label(_summary(shown, language), wraps=True)
        self.offered = LinePart[OfferedLine](offered_columns(language), shown.offered, language)
        self.wrong = LinePart[WrongCell](wrong_columns(language), shown.wrong, language)
        self.offered.table.setAccessibleName(_("What would change"))
        self.wrong.table.setAccessibleName(_("Wrong cells"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.offered, _("What would change (%(count)d)") % {"count": len(shown.offered)})
        self.tabs.addTab(self.wrong, _("Wrong cells (%(count)d)") % {"count": len(shown.wrong)})
        self.tabs.setCurrentIndex(1 if shown.wrong else 0)
        take = _("Take the good rows only") if shown.wrong else _("Take it in")
        self.take = button(keyed(take, "T"), name="primary", act=self.accept)
        self.take.setEnabled(bool(shown.offered))
        back = button(_("Go back"), act=self.reject)
        back.setDefault(True)
        head = column(self.told, self.summary, gap=4)
        layout = column(head, self.tabs, row(None, back, self.take), gap=theme.GAP, margins=_MARGINS)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        room = over.window().size()
        self.resize(min(940, room.width() - 60), min(560, room.height() - 60))

    def ask(self) -> bool:
        return self.exec() == QDialog.DialogCode.Accepted


def _told(shown: ShownIntake, language: Language) -> str:
    if shown.issued_on is None:
        return shown.name
    return words(language)("“%(name)s”, issued by %(who)s on %(day)s") % {
        "name": shown.name,
        "who": shown.issued_by,
        "day": printed_date(shown.issued_on, language),
    }


def _summary(shown: ShownIntake, language: Language) -> str:
    _ = words(language)
    told = _("%(changes)d would change; %(same)d stand here already.") % {
        "changes": len(shown.offered),
        "same": shown.unchanged,
    }
    if not shown.wrong:
        return told
    return told + " " + _("Rows with a wrong cell are left out whole. Put them right in the file and take it in again.")


def offered_columns(language: Language) -> list[LineColumn[OfferedLine]]:
    _ = words(language)
    return [
        LineColumn(_("Row"), lambda one: str(one.row), lambda one: one.row, number=True),
        LineColumn(_("Body"), lambda one: one.body.in_(language), widest=230),
        LineColumn(_("Item"), lambda one: one.item.in_(language), widest=120),
        LineColumn(_("Now"), lambda one: one.before.in_(language), widest=200),
        LineColumn(_("Then"), lambda one: one.after.in_(language), widest=260),
    ]


def wrong_columns(language: Language) -> list[LineColumn[WrongCell]]:
    _ = words(language)
    return [
        LineColumn(_("Cell"), lambda one: one.where.in_(language)),
        LineColumn(_("What to do"), lambda one: one.cure.in_(language), widest=760),
    ]
