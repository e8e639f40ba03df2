"""持出し台帳: what left the branch, when, to whom and by which medium; every line in full below the table."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.outgoing import OutgoingPresenter, OutgoingSheet, SentLine
from clair_desktop.presenters.typed_days import TypedSpan
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.asked_day import AskedDay
from clair_desktop.views.elements import button, column, keyed, label, pane, row
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn

_DAY = 172  # pixels
_FIGURES = frozenset({"cases", "rows", "number", "project_year"})


class OutgoingPane(QWidget):
    """Implements ``presenters.outgoing.OutgoingView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: OutgoingSheet | None = None
        self.presenter: OutgoingPresenter | None = None
        self.search, self.medium = AskedLine(self._search), QComboBox()
        self._asked_medium = AskedBox(self.medium)
        self.since, self.until = AskedDay(language, width=_DAY), AskedDay(language, width=_DAY)
        for box in (self.since, self.until):
            box.line.goes_on = False
            box.line.returnPressed.connect(self._search)
            box.line.editingFinished.connect(self._search)
        self.medium.activated.connect(self._search)
        self.search.line.editingFinished.connect(self._search)
        self.pdf, self.export = button(drawing="save", act=self._save), button(act=self._export)
        self.folder, self.written = button(act=self._open), label(name="sub")
        self.folder.hide()
        self.table = LinePart[SentLine]((), (), language)
        self.count = label(name="sub", wraps=True)
        self.search.line.setMinimumWidth(280)
        asked = row(self.search, self._asked_medium, self.since, self.until, None, gap=theme.MARGIN)
        acts = row(self.pdf, self.export, self.written, self.folder, None)
        head = pane(column(asked, acts, self.count, gap=theme.SPACE, margins=(16, 12, 16, 8)))
        layout = column(head, self.table, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_language(language)

    def bind(self, presenter: OutgoingPresenter) -> None:
        self.presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.search.name(_("Search"), "S")
        self.search.line.setPlaceholderText(_("File, programme, to whom, note"))
        self._asked_medium.name(_("Medium"), "M")
        self.since.name(_("From"), "F")
        self.until.name(_("To"), "T")
        self.pdf.setText(keyed(_("Save as PDF"), "D"))
        self.export.setText(keyed(_("Write the Excel workbook"), "X"))
        self.folder.setText(keyed(_("Open the folder"), "O"))
        self.table.table.setAccessibleName(_("Ledger of data handed out"))
        if self._sheet is not None:
            self.show_outgoing(self._sheet)

    # OutgoingView

    def show_outgoing(self, sheet: OutgoingSheet) -> None:
        _, to = words(self._language), self._language
        self._sheet = sheet
        self.search.put(sheet.text)
        for box, typed in ((self.since, sheet.span.since), (self.until, sheet.span.until)):
            box.speak(to, sheet.today)
            box.put(typed)
        offer(self.medium, [(name.in_(to), one) for one, name in sheet.media], sheet.medium)
        self.table.set_language(to)
        self.table.show_lines([_column(key, name.in_(to), to) for key, name in sheet.heads], sheet.lines)
        told = _.ngettext("%(count)d line", "%(count)d lines", len(sheet.lines)) % {"count": len(sheet.lines)}
        nothing = _("Nothing has been handed out yet. Every register that is written leaves a line here.")
        is_searched = bool(sheet.text) or sheet.medium is not None or sheet.span != TypedSpan()
        self.count.setText(told if sheet.lines or is_searched else nothing)

    def show_written(self, path: Path) -> None:
        _ = words(self._language)
        self.written.setText(_("Written: %(name)s") % {"name": path.name})
        self.folder.show()

    def show_complaints(self, complaints: Mapping[str, Wording]) -> None:
        for field, box in (("since", self.since), ("until", self.until)):
            said = complaints.get(field)
            box.complain(said.in_(self._language) if said else "")

    def _search(self, *_place: int) -> None:
        sheet, wanted = self._sheet, (self.search.text(), self.medium.currentData(), self._span())
        if self.presenter is not None and sheet is not None and wanted != (sheet.text, sheet.medium, sheet.span):
            self.presenter.search(*wanted)

    def _span(self) -> TypedSpan:
        return TypedSpan(self.since.text(), self.until.text())

    def _save(self) -> None:
        if self.presenter is not None:
            self.presenter.save_pdf(self._language)

    def _export(self) -> None:
        if self.presenter is not None:
            self.presenter.export(self._language)

    def _open(self) -> None:
        if self.presenter is not None:
            self.presenter.open_folder()


def _column(key: str, name: str, language: Language) -> LineColumn[SentLine]:
    return LineColumn(name, lambda one: one.said[key].in_(language), number=key in _FIGURES, widest=260)
