"""印刷書類台帳: what was printed, when, by whom and why; a pack made again as it was, a file that is dropped verified."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ledger import HOW, LedgerEntry, LedgerPresenter, LedgerSheet, LedgerWish, Verdict
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, Line, offer
from clair_desktop.views.boxes import Around, DayBox
from clair_desktop.views.elements import Flow, button, column, keyed, label, mark, pane, row
from clair_desktop.views.line_table import LineColumn, LineTable

_SHOWN_HASH = 16


class LedgerPane(QWidget):
    """Implements ``presenters.ledger.LedgerView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setAcceptDrops(True)
        around = Around(language, date.min, _nothing, _nothing, lambda _text: ())
        self.text, self.how = Line(self._choose), QComboBox()
        self.since, self.until = DayBox(around), DayBox(around)
        self._make()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: LedgerPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._asked_text.name(_("Search"), "S")
        self._asked_how.name(_("Kind"), "K")
        self._asked_since.name(_("From"), "F")
        self._asked_until.name(_("To"), "T")
        self.text.setPlaceholderText(_("Case, papers, number, person, reason"))
        self.save.setText(keyed(_("Save as PDF"), "D"))
        self.export.setText(keyed(_("Write the Excel workbook"), "E"))
        self.again.setText(keyed(_("Print again as it was…"), "A"))
        self.again.setToolTip(_("Writes the chosen pack as it was on its day, whatever has changed since"))
        self.verify.setText(keyed(_("Verify a PDF…"), "V"))
        self.verify.setToolTip(_("Tells whether a PDF is one the branch released; a file may also be dropped here"))
        self.folder.setText(keyed(_("Open the folder"), "O"))
        self.table.setAccessibleName(_("Ledger of printed papers"))
        offer(self.how, [(name.in_(language), key) for key, name in HOW], self.how.currentData())

    # LedgerView

    def show_ledger(self, sheet: LedgerSheet) -> None:
        _ = words(self._language)
        for box in (self.since, self.until):
            box.around = replace(box.around, today=sheet.today, language=self._language)
        self.table.show_lines(ledger_columns(self._language), sheet.lines, stretch=3)
        self._count.setText(
            _("%(shown)d of %(whole)d lines") % {"shown": len(sheet.lines), "whole": sheet.whole}
            if sheet.whole
            else _("Nothing has been printed yet. Every print, save and step writes a line here.")
        )
        self._chosen()

    def show_complaints(self, complaints: Mapping[str, Wording]) -> None:
        for field, box in (("since", self._asked_since), ("until", self._asked_until)):
            said = complaints.get(field)
            box.complain(said.in_(self._language) if said else "")

    def show_verdict(self, verdict: Verdict) -> None:
        spoken = self._language
        said = [
            f"{verdict.name}　{verdict.words.in_(spoken)}",
            *(f"・{one.in_(spoken)}" for one in verdict.differences),
        ]
        told = [one.in_(spoken).replace("\n", " ") for one in verdict.printings]
        self.verdict.setText("\n".join([*said, *told]))
        mark(self.verdict, "ink", "done" if verdict.good else "error")
        self.verdict.show()

    def show_written(self, path: Path) -> None:
        _ = words(self._language)
        self.written.setText(_("Written: %(name)s") % {"name": path.name})
        self.written.setToolTip(str(path))
        self.written.show()
        self.folder.show()

    # What the person does

    def takes(self, files: Sequence[Path]) -> bool:
        """A PDF that is dropped here is verified."""
        return any(_is_pdf(str(one)) for one in files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(_is_pdf(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = [url.toLocalFile() for url in event.mimeData().urls() if _is_pdf(url.toLocalFile())]
        if found:
            event.acceptProposedAction()
            self._presenter.verify(Path(found[0]))

    def _choose(self) -> None:
        kind = str(self.how.currentData() or "")
        self._presenter.choose(LedgerWish(self.text.text(), kind, self.since.text(), self.until.text()))

    def _chosen(self) -> None:
        chosen = self.table.chosen()
        self.again.setEnabled(chosen is not None)
        self._detail.setText(_told(chosen, self._language) if chosen else "")

    def _again(self) -> None:
        chosen = self.table.chosen()
        if chosen is not None:
            self._presenter.again(chosen.pack_id)

    # How it is built

    def _make(self) -> None:
        self._asked_text, self._asked_how = AskedBox(self.text), AskedBox(self.how)
        self._asked_since, self._asked_until = AskedBox(self.since), AskedBox(self.until)
        self.text.setMinimumWidth(210)
        self.text.setClearButtonEnabled(True)
        self.text.editingFinished.connect(self._choose)
        self.how.activated.connect(lambda _place: self._choose())
        for box in (self.since, self.until):
            box.goes_on = False
            box.setFixedWidth(172)
            box.returnPressed.connect(self._choose)
            box.editingFinished.connect(self._choose)
        self.save, self.export = button(drawing="save", act=self._save), button(act=self._export)
        self.again, self.verify = button(act=self._again), button(name="primary", act=self._verify)
        self.folder, self.written = button(act=self._open_folder), label(name="sub")
        self.folder.hide()
        self.written.hide()
        self.table = LineTable[LedgerEntry]("list")
        self.table.line_chosen.connect(self._chosen)
        self.table.line_opened.connect(self._again)
        self._count, self._detail = label(name="sub", wraps=True), label(wraps=True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.verdict = label(wraps=True)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.verdict.hide()

    def _lay_out(self) -> None:
        asked, acts = Flow(theme.GAP), Flow()
        for box in (self._asked_text, self._asked_how, self._asked_since, self._asked_until):
            asked.addWidget(box)
        for piece in (self.verify, self.again, self.save, self.export, self.written, self.folder):
            acts.addWidget(piece)
        head = column(asked, acts, self._count, self.verdict, gap=theme.SPACE, margins=(16, 12, 16, 12))
        foot = pane(row(self._detail, margins=(16, 8, 16, 8)), "bar")
        layout = column(pane(head), self.table, foot, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _save(self) -> None:
        self._presenter.save_pdf()

    def _export(self) -> None:
        self._presenter.export()

    def _verify(self) -> None:
        self._presenter.pick()

    def _open_folder(self) -> None:
        self._presenter.open_folder()


def ledger_columns(language: Language) -> list[LineColumn[LedgerEntry]]:
    _ = words(language)
    return [
        LineColumn(_("When"), lambda one: one.when, widest=190),
        LineColumn(_("Kind"), lambda one: one.how, widest=120),
        LineColumn(_("Pack no."), lambda one: one.pack_id, widest=130),
        LineColumn(_("Case"), lambda one: one.case, widest=290),
        LineColumn(_("Papers"), lambda one: one.papers, widest=240),
        LineColumn(_("Letter"), lambda one: one.letter, widest=270),
        LineColumn(_("Pages"), lambda one: str(one.pages), lambda one: one.pages, number=True),
        LineColumn(_("By whom"), lambda one: one.by, widest=170),
        LineColumn(_("Reason"), lambda one: one.reason, widest=220),
    ]


def _told(one: LedgerEntry, language: Language) -> str:
    """What the table has no room for."""
    _ = words(language)
    return _("State of the case: %(state)s. File hash: %(file)s… Content hash: %(content)s…") % {
        "state": one.state,
        "file": one.file_hash[:_SHOWN_HASH],
        "content": one.content_hash[:_SHOWN_HASH],
    }


def _is_pdf(name: str) -> bool:
    return name.lower().endswith(".pdf")


def _nothing() -> None:
    """The boxes of a search keep no draft."""
