"""Lists of the directory: the branches, which are searched, and headquarters' divisions."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.branch_choice import BranchChoice
from clair_desktop.presenters.directory import DivisionLine
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import column, label, name_inner_buttons, pane, row
from clair_desktop.views.line_table import LineColumn, LineTable

Line = TypeVar("Line")
WAIT = 120  # milliseconds after the last letter before the list is searched


class SearchedList(QWidget, Generic[Line]):
    """A search line over a table; what is found is decided elsewhere."""

    def __init__(self, searches: Callable[[str], None]) -> None:
        super().__init__()
        self.search, self.found = AskedLine(), label(name="sub")
        self.search.setFixedWidth(480)
        line = self.search.line
        line.setClearButtonEnabled(True)
        self.table = LineTable[Line]("list")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAIT)
        self._waiting.timeout.connect(lambda: searches(line.text()))
        line.textChanged.connect(lambda _text: self._waiting.start())
        head = row(self.search, self.found, None, gap=theme.MARGIN, margins=(16, 12, 16, 12))
        self.setLayout(column(pane(head), self.table, gap=0))

    def name(self, language: Language, text: str, note: str) -> None:
        self.search.name(text, "F", note)
        name_inner_buttons(self.search.line, words(language)("Clear the search"))
        self.table.setAccessibleName(text)

    def begin_anew(self) -> None:
        """Empties the search line without searching."""
        self.search.line.blockSignals(True)
        self.search.line.clear()
        self.search.line.blockSignals(False)
        self._waiting.stop()

    def tell(self, text: str) -> None:
        self.found.setText(text)


def branch_columns(language: Language) -> list[LineColumn[BranchChoice]]:
    _ = words(language)

    def designated(one: BranchChoice) -> str:
        return printed_date(one.designated_on, language) if one.designated_on else ""

    def found_by(one: BranchChoice) -> str:
        return one.because.in_(language) if one.because else ""

    return [
        LineColumn(_("Code"), lambda one: one.code),
        LineColumn(_("Branch"), lambda one: one.name.in_(language)),
        LineColumn(_("Reading"), lambda one: one.kana),
        LineColumn(_("Kind"), lambda one: _("designated city") if one.designated_on else _("prefecture")),
        LineColumn(_("Designated on"), designated, lambda one: one.designated_on),
        LineColumn(_("Serves"), found_by),
    ]


def division_columns(language: Language) -> list[LineColumn[DivisionLine]]:
    _ = words(language)

    def served(line: DivisionLine) -> str:
        return "、".join(name.in_(language) for name in line.programmes)

    def checked(line: DivisionLine) -> str:
        return printed_date(line.source.checked_on, language) if line.source else ""

    return [
        LineColumn(_("Department"), lambda line: line.division.department.in_(language)),
        LineColumn(_("Division"), lambda line: line.division.name.in_(language)),
        LineColumn(_("Telephone"), lambda line: line.tel),
        LineColumn(_("Programmes"), served),
        LineColumn(_("E-mail"), lambda line: "、".join(line.emails)),
        LineColumn(_("Document"), lambda line: line.source.title.in_(language) if line.source else ""),
        LineColumn(_("Checked on"), checked, lambda line: line.source.checked_on if line.source else None),
    ]


def counted(language: Language, shown: Sequence[object], whole: int) -> str:
    """How many were found, and that not all are shown where that is so."""
    _ = words(language)
    told = _.ngettext("%(count)d found", "%(count)d found", whole) % {"count": whole}
    if len(shown) == whole:
        return told
    return told + _(" (the first %(shown)d are shown)") % {"shown": len(shown)}
