"""海外事務所 and 本部: what each dated document printed of an office, and which statement holds today."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.directory import OfficeSheet, Statement
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import column, label, pane, row
from clair_desktop.views.line_table import LineColumn, LineTable


class OfficesPane(QWidget):
    """The offices on the left, the chosen one's statements on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._language = Language.JA
        self.offices = LineTable[OfficeSheet]("list")
        self.offices.setFixedWidth(210)
        self.offices.line_chosen.connect(self._show_office)
        self._name = label(size=theme.HEAD, bold=True)
        self._explained = label(name="sub", wraps=True)
        self.statements = LineTable[Statement]("list")
        self.statements.setWordWrap(True)
        self.statements.setAlternatingRowColors(True)
        shown = column(self._name, self._explained, margins=(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP))
        self.setLayout(row(self.offices, pane(column(pane(shown), self.statements, gap=0)), gap=0))

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.offices.setAccessibleName(_("Offices"))
        self._explained.setText(
            _(
                "Every statement with the document that prints it. What a later document leaves out is kept here, "
                "but it is not printed on papers."
            )
        )

    def show_offices(self, sheets: Sequence[OfficeSheet]) -> None:
        _ = words(self._language)
        place = max(self.offices.currentIndex().row(), 0)
        self.offices.show_lines(
            [LineColumn(_("Office"), lambda sheet: sheet.name.in_(self._language))], sheets, stretch=0
        )
        self.offices.choose(place)

    def _show_office(self) -> None:
        sheet = self.offices.chosen()
        if sheet is None:
            return
        self._name.setText(sheet.name.in_(self._language))
        self.statements.setAccessibleName(sheet.name.in_(self._language))
        self.statements.show_lines(statement_columns(self._language), sheet.statements, stretch=1)
        self.statements.resizeRowsToContents()
        for place in range(len(sheet.statements)):
            self.statements.setRowHeight(place, self.statements.rowHeight(place) + theme.SPACE)


def statement_columns(language: Language) -> list[LineColumn[Statement]]:
    _ = words(language)

    def standing(said: Statement) -> str:
        if not said.current:
            return _("earlier")
        return _("current") if said.printed else _("left out there")

    def document(said: Statement) -> str:
        day = printed_date(said.seen_on, language) if said.seen_on else _("undated")
        return said.source.title.in_(language) + "\n" + _("relied on from %(day)s") % {"day": day}

    return [
        LineColumn(_("Item"), lambda said: said.attribute.in_(language)),
        LineColumn(_("As printed"), lambda said: said.text.in_(language), widest=250),
        LineColumn(_("How it stands"), standing, tone=_tone),
        LineColumn(_("Document"), document, lambda said: (said.seen_on is not None, said.seen_on), widest=240),
        LineColumn(
            _("Checked on"),
            lambda said: printed_date(said.source.checked_on, language),
            lambda said: said.source.checked_on,
        ),
    ]


def _tone(said: Statement) -> str:
    if not said.current:
        return "off"
    return "done" if said.printed else "notice"
