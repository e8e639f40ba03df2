"""再依頼・ラベル: what is to be printed for which call, whom it goes to, and the pages of the very file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QWidget

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_letters import SHEETS, SPOKEN, LettersSheet, LetterWish, Paper, Recipient
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.asked_day import AskedDay
from clair_desktop.views.elements import Flow, button, column, keyed, label, mark, pane, row, scrolling
from clair_desktop.views.pages import PageView, PdfPages

if TYPE_CHECKING:
    from clair_desktop.presenters.call_letters import CallLettersPresenter

_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
_NAMED = 8  # bodies without an address that are named
_ROOMY = 1000


class LettersPart(QWidget):
    """The questions on the left, the pages on the right; an answer that is typed is taken by Enter or by the button."""

    addresses_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: LettersSheet | None = None
        self._make_boxes(language)
        self.make = button(act=self._choose)
        self.save, self.print = button(drawing="save", act=self._save), button(drawing="print", act=self._print)
        self.addresses = button(name="link", act=self.addresses_wanted.emit)
        self._to, self._warning = label(wraps=True), label(wraps=True)
        self._count, self._told = label(name="sub"), label(wraps=True)
        self.pages = PageView()
        self.pages.column.zoom = 0.8
        mark(self._warning, "ink", "warning")
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: "CallLettersPresenter") -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._asked_call.name(_("Call"), "C")
        self.papers[Paper.LETTERS].setText(keyed(_("Reminder letters"), "L"))
        self.papers[Paper.LABELS].setText(keyed(_("Address labels"), "A"))
        for key, name, _languages in SPOKEN:
            self.spoken[key].setText(name.in_(language))
            self.spoken[key].setAccessibleName(_("Language of the letters: %(name)s") % {"name": name.in_(language)})
        self.number.name(_("Document number"), "N")
        self.day.name(_("Day of the letter"), "D")
        self.each.setText(keyed(_("A file for each body"), "B"))
        self._asked_sheet.name(_("Labels on a sheet"), "T")
        self.first.name(_("First free place"), "F")
        self.every.setText(keyed(_("Those who answered too"), "W"))
        self.make.setText(keyed(_("Show the pages"), "M"))
        self.save.setText(keyed(_("Save as PDF"), "P"))
        self.print.setText(keyed(_("Print…"), "R"))
        self.addresses.setText(_("Enter the addresses"))
        self.pages.setAccessibleName(_("Pages of the letters"))

    # LettersView

    def show_letters(self, sheet: LettersSheet) -> None:
        self._sheet = sheet
        wish = sheet.wish
        offer(self.call, [(name.in_(self._language), key) for key, name in sheet.calls], wish.call)
        self.papers[wish.paper].setChecked(True)
        self.spoken[wish.spoken].setChecked(True)
        self.day.speak(self._language, sheet.today)
        for box, text in ((self.number, wish.document_number), (self.day, wish.on), (self.first, wish.first)):
            box.complain("")
            if not box.box.hasFocus():  # what is being typed is not taken away
                box.put(text)
        self._show_kind(wish.paper)
        self._tell_whom(sheet)

    def show_file(self, path: Path, warnings: Sequence[Wording]) -> None:
        _ = words(self._language)
        pages = PdfPages(path)
        self.pages.show_pages(pages)
        self.pages.setAccessibleDescription(pages.text(0))
        self._count.setText(_.ngettext("%(n)d page", "%(n)d pages", len(pages)) % {"n": len(pages)})
        self._tell([one.in_(self._language) for one in warnings], "warning")
        self._may_leave(True)

    def show_no_file(self, field: str, refusal: Refusal | None) -> None:
        _ = words(self._language)
        self.pages.show_pages(None)
        self._count.setText("")
        self._may_leave(False)
        if refusal is None:
            self._tell([_("No call is set up yet. Set one up on the page “Calls of the year”.")], "notice")
            return
        boxes = {"document_number": self.number, "on": self.day, "first": self.first}
        said = [one.in_(self._language) for one in (refusal.wording, *refusal.details)]
        if field in boxes:
            boxes[field].complain(said[0])
        self._tell(said, "error")

    def told(self) -> str:
        return "" if self._told.isHidden() else self._told.text()

    def whom(self) -> str:
        """To whom the papers go, and who of them has no address."""
        return "\n".join(one.text() for one in (self._to, self._warning) if not one.isHidden())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if hasattr(self, "_presenter"):
            self._presenter.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._asked.setFixedWidth(330 if self.width() < _ROOMY else 400)

    def _make_boxes(self, language: Language) -> None:
        self.call, self.sheet = QComboBox(), QComboBox()
        self._asked_call, self._asked_sheet = AskedBox(self.call), AskedBox(self.sheet, width=120)
        self.call.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.papers = {paper: button(name="chip", act=self._choose) for paper in Paper}
        self.spoken = {key: button(name="chip", act=self._choose) for key, _name, _languages in SPOKEN}
        for chips in (list(self.papers.values()), list(self.spoken.values())):
            group = QButtonGroup(self)
            for chip in chips:
                chip.setCheckable(True)
                group.addButton(chip)
        self.number, self.first = AskedLine(self._choose), AskedLine(self._choose, width=120)
        self.day = AskedDay(language)
        self.day.line.goes_on = False
        self.day.line.returnPressed.connect(self._choose)
        self.each, self.every = QCheckBox(), QCheckBox()
        for check in (self.each, self.every):
            check.clicked.connect(lambda _on: self._choose())
        for size in SHEETS:
            self.sheet.addItem(str(size), size)
        for box in (self.call, self.sheet):
            box.activated.connect(lambda _place: self._choose())

    def _lay_out(self) -> None:
        papers, spoken = Flow(), Flow()
        for line, chips in ((papers, list(self.papers.values())), (spoken, list(self.spoken.values()))):
            for chip in chips:
                line.addWidget(chip)
        self._letters, self._labels = QWidget(), QWidget()
        self._letters.setLayout(column(spoken, self.number, self.day, self.each, gap=theme.SPACE))
        sheet = row(self._asked_sheet, self.first, None, gap=theme.GAP)
        self._labels.setLayout(column(sheet, self.every, gap=theme.SPACE))
        whom = column(self._to, self._warning, row(self.addresses, None), gap=4)
        asked = column(
            self._asked_call, papers, self._letters, self._labels, row(self.make, None), whom, None, gap=theme.GAP,
            margins=_MARGINS,
        )  # fmt: skip
        self._asked = scrolling(pane(asked))
        acts = column(row(self._count, None, self.save, self.print), self._told, gap=6, margins=_MARGINS)
        right = column(pane(acts), self.pages, gap=0)
        right.setStretch(1, 1)
        both = row(self._asked, pane(right), gap=0)
        both.setStretch(1, 1)
        self.setLayout(both)

    def _show_kind(self, paper: Paper) -> None:
        self._letters.setVisible(paper is Paper.LETTERS)
        self._labels.setVisible(paper is Paper.LABELS)

    def _tell_whom(self, sheet: LettersSheet) -> None:
        _ = words(self._language)
        count = len(sheet.recipients)
        told = _.ngettext("Goes to %(count)d body", "Goes to %(count)d bodies", count) % {"count": count}
        self._to.setText(told if sheet.wish.call else "")
        missing = sheet.without_address
        without = _("Without an address (%(count)d): %(names)s") % {
            "count": len(missing), "names": self._names(missing)
        }  # fmt: skip
        self._warning.setText(without)
        self._warning.setVisible(bool(missing))
        self.addresses.setVisible(bool(missing))

    def _names(self, missing: Sequence[Recipient]) -> str:
        comma = "、" if self._language is Language.JA else ", "
        named = [one.name.in_(self._language) for one in missing[:_NAMED]]
        return comma.join(named) + (" …" if len(missing) > _NAMED else "")

    def _tell(self, lines: Sequence[str], tone: str) -> None:
        self._told.setText("\n".join(lines))
        mark(self._told, "ink", tone)
        self._told.setVisible(bool(lines))

    def _may_leave(self, may: bool) -> None:
        for act in (self.save, self.print):
            act.setEnabled(may)

    # What the person does

    def _choose(self) -> None:
        paper = next(paper for paper, chip in self.papers.items() if chip.isChecked())
        spoken = next(key for key, chip in self.spoken.items() if chip.isChecked())
        self._presenter.choose(
            LetterWish(
                call=self.call.currentData(),
                paper=paper,
                spoken=spoken,
                document_number=self.number.text(),
                on=self.day.text(),
                each=self.each.isChecked(),
                per_sheet=self.sheet.currentData(),
                first=self.first.text(),
                every=self.every.isChecked(),
            )
        )

    def _save(self) -> None:
        self._presenter.save()

    def _print(self) -> None:
        self._presenter.print()
