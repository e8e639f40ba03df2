"""The documents of a case: which pack, in which language, and the pages of the very file that is saved or printed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QMenu, QToolButton, QVBoxLayout, QWidget

from clair_desktop.domain.making_up import AS_EVER, MakeUp, PackCopy
from clair_desktop.domain.pack_languages import PaperLanguage
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.comparison import Comparison
from clair_desktop.presenters.pack_wishes import SPOKEN, PackWish, ShownPacks
from clair_desktop.presenters.preview import PreviewPresenter
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import offer
from clair_desktop.views.boxes import Around, DayBox, LineBox
from clair_desktop.views.comparison import ComparisonPanel
from clair_desktop.views.elements import Flow, button, column, keyed, label, mark, name_tool, row, tool
from clair_desktop.views.making_up import MakingUp
from clair_desktop.views.newer_values import NewerValues
from clair_desktop.views.page_reader import PageReader, searches
from clair_desktop.views.page_search import Hit
from clair_desktop.views.pages import PdfPages
from clair_desktop.views.paper_languages import PaperLanguages


class PreviewPane(QWidget):
    """Implements ``presenters.preview.PreviewView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: ShownPacks | None = None
        self.packs, self.rows = QComboBox(), QComboBox()
        self.spoken = {key: button(name="chip") for key, _name in SPOKEN}
        self._group = QButtonGroup(self)
        for key, chip in self.spoken.items():
            chip.setCheckable(True)
            self._group.addButton(chip)
            chip.clicked.connect(partial(self._choose, key))
        self.save = button(drawing="save", act=self._save)
        self.print = button(drawing="print", act=self._print)
        self.make = button(act=self._choose)
        self.reader = PageReader(language, self._follow)
        self.comparison = ComparisonPanel(self.reader, self._pages_of_now)
        self.more, menu = tool("more", lambda: None), QMenu(self)
        self.compare = menu.addAction("", lambda: self._presenter.compare())  # noqa: PLW0108 - bound later
        self.open_outside = menu.addAction("", lambda: self._presenter.open_outside())  # noqa: PLW0108 - bound later
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.pages = self.reader.view
        self.pages.column.pressed, self.pages.column.leads = self._press, self._leads
        self._told = label(wraps=True)
        self._told.hide()
        self._newer = NewerValues(self._choose)
        self.papers = PaperLanguages(self._speak_paper, self._speak_as_usual)
        self.making_up = MakingUp(self._turn_to_copy, self._make_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(20, theme.GAP, 20, theme.SPACE)
        layout.addLayout(self._head)
        layout.addWidget(self.comparison)
        layout.addWidget(self.reader, 1)
        self._build()
        self.packs.activated.connect(lambda _row: self._turn())
        self.rows.activated.connect(lambda _row: self._choose())
        self.set_language(language)

    def bind(self, presenter: PreviewPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.packs.setAccessibleName(_("Pack"))
        self.rows.setAccessibleName(_("To whom"))
        self._rows_name.setText(_("To whom"))
        for key, name in SPOKEN:
            self.spoken[key].setText(name.in_(language))
            self.spoken[key].setAccessibleName(_("Language of the pack: %(name)s") % {"name": name.in_(language)})
        self.save.setText(keyed(_("Save as PDF"), "P"))
        self.print.setText(_("Print…"))
        self.print.setToolTip(_("Prints the pages shown here (Ctrl+P)"))
        self.make.setText(_("Make again"))
        self.reader.set_language(language)
        self.comparison.set_language(language)
        name_tool(self.more, _("What else can be done with the pages"))
        self.compare.setText(keyed(_("Compare with what was sent before"), "C"))
        self.open_outside.setText(keyed(_("Open in the system's viewer"), "V"))
        self.pages.setAccessibleName(_("Pages of the pack"))
        self.number.setAccessibleName(_("Document number"))
        self.day.setAccessibleName(_("Day of the letter"))
        self._number_name.setText(_("Document number"))
        self.reason.setPlaceholderText(_("Reason"))
        self.reason.setAccessibleName(_("Reason (for the ledger)"))
        self.reason.setToolTip(_("Why it is saved or printed; may be left empty"))
        self._day_name.setText(_("Day of the letter"))
        self.making_up.set_language(language)
        self.papers.set_language(language)
        if self._shown is not None:
            self.show_packs(self._shown)

    # PreviewView

    def in_sight(self) -> bool:
        return self.isVisible()

    def show_packs(self, shown: ShownPacks) -> None:
        self._shown = shown
        self.packs.clear()
        for key, name in shown.packs:
            self.packs.addItem(name.in_(self._language), key)
        self.packs.setCurrentIndex(max(0, self.packs.findData(shown.wish.pack)))
        self._show_rows(shown)
        self.spoken[shown.wish.spoken].setChecked(True)
        self.day.around = replace(self.day.around, today=shown.today, language=self._language)
        self._newer.newest = shown.wish.newest
        self.papers.show_papers(shown.papers, shown.wish.own)
        self.making_up.show_made_up(shown.wish.made_up, apart=bool(shown.rows))
        self.number.put(shown.wish.document_number)
        self.day.put(shown.wish.on)

    def show_file(self, path: Path, warnings: Sequence[Wording]) -> None:
        self.comparison.forget()
        self._path, pages = path, PdfPages(path)
        self.reader.show_pages(pages)
        self.pages.setAccessibleDescription(pages.text(0))
        self._tell([one.in_(self._language) for one in warnings], "warning")
        for act in (self.save, self.print, self.more):
            act.setEnabled(True)

    def show_newer(self, differences: Sequence[Wording], *, newest: bool) -> None:
        self._newer.show_newer(differences, self._language, newest=newest)

    def show_comparison(self, comparison: Comparison) -> None:
        self.comparison.show_comparison(comparison)

    def show_refusal(self, refusal: Refusal) -> None:
        self._newer.hide()
        self.comparison.forget()
        self.reader.show_pages(None)
        self._tell([one.in_(self._language) for one in (refusal.wording, *refusal.details)], "error")
        for act in (self.save, self.print, self.more):
            act.setEnabled(False)

    def told(self) -> str:
        """What is said instead of, or beside, the pages."""
        return "" if self._told.isHidden() else self._told.text()

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool:
        from clair_desktop.views.printing import ask_and_print

        self.comparison.turn_back()  # what is printed is what is seen
        return ask_and_print(path, title, self, self.pages.page(), monochrome=monochrome)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if hasattr(self, "_presenter"):
            self._presenter.look()

    def event(self, event: QEvent) -> bool:
        """Ctrl+F looks in the pages wherever the cursor is among the documents."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and searches(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if searches(event):
            self.reader.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _show_rows(self, shown: ShownPacks) -> None:
        """Only for a pack made row by row: all whose state asks for it, or one, as often as it is wanted."""
        _ = words(self._language)
        offered = [(_("All that are due"), None), *((name.in_(self._language), row) for row, name in shown.rows)]
        offer(self.rows, offered, shown.wish.row)
        self._to_whom.setVisible(bool(shown.rows))

    def _build(self) -> None:
        around = Around(self._language, date.min, _nothing, _nothing, lambda _text: ())
        self.number, self.day, self.reason = LineBox(around), DayBox(around), LineBox(around)
        self.reason.setMaximumWidth(240)
        self.number.setFixedWidth(180)
        self.day.setFixedWidth(216)
        self._number_name, self._day_name = label(size=theme.CAPTION), label(size=theme.CAPTION)
        for box in (self.number, self.day):
            box.goes_on = False
            box.returnPressed.connect(self._choose)
        for combo in (self.packs, self.rows):
            combo.setMinimumContentsLength(16)
        self._rows_name = label(size=theme.CAPTION)
        self._to_whom = _held(self._rows_name, self.rows)
        self._to_whom.hide()
        acts = Flow(theme.GAP)
        for act in (self.packs, *self.spoken.values(), self.papers):
            acts.addWidget(act)
        letter = Flow(theme.GAP)
        letter.addWidget(self._to_whom)
        for name, box in ((self._number_name, self.number), (self._day_name, self.day)):
            letter.addWidget(_held(name, box))
        letter.addWidget(_held(label(" ", size=theme.CAPTION), self.make))
        letter.addWidget(self.making_up)
        self._head.setSpacing(theme.SPACE)
        self._head.addLayout(acts)
        self._head.addLayout(letter)
        self._head.addLayout(row(None, self.reason, self.save, self.print, self.more))
        self._head.addWidget(self._told)
        self._head.addWidget(self._newer)
        mark(self._told, "ink", "error")

    def open_pack(self, pack: str) -> None:
        """Turns to a pack that somebody asked for elsewhere."""
        self._presenter.turn_to(pack)

    def _turn(self) -> None:
        self._presenter.turn_to(str(self.packs.currentData()))

    def _choose(self, spoken: str | None = None, *_on: object) -> None:
        self._presenter.choose(self._wish(spoken))

    def _turn_to_copy(self, copy: PackCopy) -> None:
        self._presenter.turn_to_copy(self._wish(), copy)

    def _make_up(self, made_up: MakeUp) -> None:
        self._presenter.make_up(replace(self._wish(), made_up=made_up))

    def _speak_paper(self, paper: str, chosen: PaperLanguage | None) -> None:
        self._presenter.speak_paper(self._wish(), paper, chosen)

    def _speak_as_usual(self) -> None:
        self._presenter.speak_as_usual(self._wish())

    def _wish(self, spoken: str | None = None) -> PackWish:
        """What the boxes say."""
        chosen = spoken or next(key for key, chip in self.spoken.items() if chip.isChecked())
        pack = str(self.packs.currentData())
        typed = self.number.text(), self.day.text()
        made_up = self._shown.wish.made_up if self._shown else AS_EVER
        own = self._shown.wish.own if self._shown else {}
        row = self.rows.currentData()
        return PackWish(pack, chosen, *typed, newest=self._newer.newest, row=row, made_up=made_up, own=own)

    def _pages_of_now(self) -> PdfPages:
        return PdfPages(self._path)

    def _press(self, page: int, at: QPointF) -> None:
        if self._leads(page, at):
            self._presenter.go_to_answer(page, at.x(), at.y())

    def _leads(self, page: int, at: QPointF) -> str:
        """Where a press would lead: the question whose answer stands there."""
        found = None if self.comparison.shows_before else self._presenter.answer_at(page, at.x(), at.y())
        return (
            words(self._language)("To the entry: %(question)s") % {"question": found.in_(self._language)}
            if found
            else ""
        )

    def _follow(self, hit: Hit) -> None:
        self.comparison.turn_back()
        at = hit.parts[0].center()
        self._presenter.go_to_answer(hit.page, at.x(), at.y())

    def _save(self) -> None:
        self._presenter.save_as(self.reason.text())

    def _print(self) -> None:
        self._presenter.print(self.reason.text())

    def _tell(self, lines: Sequence[str], tone: str) -> None:
        self._told.setText("\n".join(lines))
        mark(self._told, "ink", tone)
        self._told.setVisible(bool(lines))


def _held(*stacked: QWidget) -> QWidget:
    """A box under its caption."""
    held = QWidget()
    held.setLayout(column(*stacked, gap=2))
    return held


def _nothing() -> None:
    """The boxes of a letter keep no draft."""
