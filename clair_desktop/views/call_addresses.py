"""宛先: where each body asked is written to, those without an address first, and the boxes to enter one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_letters import LettersSheet, Recipient
from clair_desktop.presenters.suggestions import postal_addresses
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine
from clair_desktop.views.elements import button, column, keyed, label, name_inner_buttons, pane, row, scrolling
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.postal_offer import PostalOffer
from clair_desktop.views.typed_texts import TypedTexts

if TYPE_CHECKING:
    from clair_desktop.presenters.call_letters import CallLettersPresenter

_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
_ROOMY = 1000
_LINES = 84  # pixels for the lines of an address


class AskedLines(AskedBox):
    """A question answered in several lines; Tab goes on."""

    def __init__(self) -> None:
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_LINES)
        super().__init__(self.lines)

    def text(self) -> str:
        return self.lines.toPlainText()

    def put(self, text: str) -> None:
        if text != self.text():
            self.lines.setPlainText(text)


class AddressesPart(QWidget):
    """Which body is chosen, and whether only those without an address are listed, is the view's own."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._bodies: Sequence[Recipient] = ()
        self._shown: Recipient | None = None
        self.search, self.missing = AskedLine(), QCheckBox()
        self.table = LineTable[Recipient]("list")
        self._name, self._explained = label(size=theme.HEAD, bold=True, wraps=True), label(name="sub", wraps=True)
        self.postal, self.lines, self.section = AskedLine(width=160), AskedLines(), AskedLine(self._save)
        self.typed = TypedTexts({"postal_code": self.postal, "lines": self.lines, "section": self.section})
        self.save = button(name="primary", act=self._save)
        PostalOffer(self.postal.line, postal_addresses, takes=self._take_offered)
        PostalOffer(self.lines.lines, postal_addresses)
        self._lay_out()
        self.search.line.setClearButtonEnabled(True)
        self.search.line.textChanged.connect(self._search)
        self.missing.toggled.connect(lambda _on: self._show_bodies())
        self.table.line_chosen.connect(self._show_chosen)
        self.table.line_opened.connect(self.postal.box.setFocus)
        self.set_language(language)

    def bind(self, presenter: "CallLettersPresenter") -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.search.name(_("Search in the addresses"), "R")
        name_inner_buttons(self.search.line, _("Clear the search"))
        self.missing.setText(keyed(_("Only those without an address"), "W"))
        self.table.setAccessibleName(_("Addresses"))
        self._explained.setText(_("As on an envelope. The section stands behind the body's name, with 御中 after it."))
        self.postal.name(_("Postal code"), "P", _("For example 980-8570; offers its addresses"))
        self.lines.name(_("Address"), "A", _("One line under the other"))
        self.section.name(_("Section of the body"), "T")
        self.save.setText(keyed(_("Save the address"), "S"))

    def show_letters(self, sheet: LettersSheet) -> None:
        self._bodies = sheet.bodies
        self._show_bodies()

    def show_missing(self) -> None:
        """Those without an address, at the first of them."""
        self.missing.setChecked(True)
        if self.table.lines.lines:
            self.table.choose(0)
            self.postal.box.setFocus()

    def complain(self, field: str, wording: Wording) -> None:
        boxes = {"postal_code": self.postal, "section": self.section}
        boxes.get(field, self.lines).complain(wording.in_(self._language))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._entry.setFixedWidth(330 if self.width() < _ROOMY else 400)

    def _lay_out(self) -> None:
        bar = pane(row(self.search, self.missing, None, gap=theme.MARGIN, margins=(16, 8, 16, 8)))
        left = QWidget()
        held = column(bar, self.table, gap=0)
        held.setStretch(1, 1)
        left.setLayout(held)
        boxes = (self.postal, self.lines, self.section)
        asked = column(self._name, self._explained, *boxes, row(self.save, None), None, gap=theme.GAP, margins=_MARGINS)
        self._entry = scrolling(pane(asked))
        both = row(left, self._entry, gap=0)
        both.setStretch(0, 1)
        self.setLayout(both)

    def _search(self, text: str) -> None:
        self.table.lines.keep(text)
        self._show_chosen()

    def _show_bodies(self) -> None:
        """The chosen body stays chosen; where its address has just been entered, the next one is."""
        place, key = self.table.currentIndex().row(), self._shown.key if self._shown else None
        bodies = [one for one in self._bodies if not (self.missing.isChecked() and one.addressed)]
        self.table.show_lines(address_columns(self._language), bodies)
        keys = [one.key for one in self.table.lines.lines]
        if keys:
            self.table.choose(keys.index(key) if key in keys else min(max(place, 0), len(keys) - 1))
        self._show_chosen()

    def _show_chosen(self) -> None:
        _ = words(self._language)
        one = self._shown = self.table.chosen()
        self._entry.setEnabled(one is not None)
        if one is None:
            every = _("Every body has an address.") if self._bodies else _("Nobody is asked yet.")
            self._name.setText(every)
            return
        self._name.setText(one.name.in_(self._language))
        texts = {"postal_code": one.postal_code, "lines": one.lines, "section": one.section}
        self.typed.show(one.key, texts)

    def _take_offered(self, text: str) -> None:
        """A code's address goes into the lines; what stands there is replaced only where the person says so."""
        code, address = text.removeprefix("〒").split(" ", 1)
        self.postal.put(code)
        if self._presenter.may_replace(self.lines.text(), address):
            cursor = self.lines.lines.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(address)  # so that Ctrl+Z brings back what was there
            self.lines.lines.setTextCursor(cursor)
            self.lines.lines.setFocus()

    def _save(self) -> None:
        self.typed.quiet()
        one = self._shown
        if one is None:
            return
        texts = (self.postal.text(), self.lines.text(), self.section.text())
        before = self.typed.take()
        if not self._presenter.put_address(one.key, *texts):
            self.typed.restore(before)


def address_columns(language: Language) -> list[LineColumn[Recipient]]:
    _ = words(language)
    none = _("no address")
    return [
        LineColumn(_("Code"), lambda one: one.key[0] or "―"),
        LineColumn(_("Body"), lambda one: one.name.in_(language), widest=220),
        LineColumn(_("Postal code"), lambda one: one.postal_code),
        LineColumn(
            _("Address"),
            lambda one: one.lines.replace("\n", " ") if one.addressed else none,
            tone=lambda one: "" if one.addressed else "warning",
            widest=320,
        ),
        LineColumn(_("Section of the body"), lambda one: one.section, widest=180),
    ]
