"""The boxes for one part of a letter, or for the addressee, with what is declared above them and the source below."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.letters import LetterLine
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine
from clair_desktop.views.elements import Badge, button, column, keyed, label, pane, row, scrolling
from clair_desktop.views.letter_help import LetterHelpBox
from clair_desktop.views.typed_texts import TypedTexts

_ADDRESS = ("division_ja", "division_en", "title_ja", "title_en", "address_ja", "address_en", "email")


class AskedText(AskedBox):
    """A question answered in several lines; Tab goes on."""

    def __init__(self) -> None:
        self.long = QPlainTextEdit()
        self.long.setTabChangesFocus(True)
        self.long.setFixedHeight(92)
        super().__init__(self.long)

    def text(self) -> str:
        return self.long.toPlainText()

    def put(self, text: str) -> None:
        if text != self.long.toPlainText():
            self.long.setPlainText(text)


class LetterEntry(QWidget):
    """Texts go up as typed; ``typed`` is told of every keystroke."""

    def __init__(self, enters: Callable[[], None], withdraws: Callable[[], None], typed: Callable[[], None]) -> None:
        super().__init__()
        self._language = Language.JA
        self._line: LetterLine | None = None
        self._title, self._standing = label(size=theme.HEAD, bold=True, wraps=True), Badge()
        self._declared_head, self._declared = label(bold=True), label(name="sub", wraps=True)
        self._told, self.help = label(name="sub", wraps=True), LetterHelpBox(self._insert, self._bring_back)
        self.boxes: dict[str, AskedText | AskedLine] = {"ja": AskedText(), "en": AskedText()}
        self.boxes |= {key: AskedLine() for key in _ADDRESS}
        self.title, self.place = AskedLine(self._enter), AskedLine(self._enter)
        self.typed = TypedTexts({**self.boxes, "source_title": self.title, "locator": self.place})
        self._enters = enters
        self._refused = False
        self._last_side = "ja"
        self.enter = button(name="primary", act=self._enter)
        self.reset, self.withdraw = button(act=self._reset), button(act=withdraws)
        for side in ("ja", "en"):
            self._remember_side(side)
        for one in self.boxes.values():
            (one.long if isinstance(one, AskedText) else one.line).textChanged.connect(lambda *_given: typed())
        head = column(self._title, self._standing, self._declared_head, self._declared, gap=6)
        asked = column(self._told, *self.boxes.values(), self.help, self.title, self.place, gap=theme.SPACE)
        buttons = column(row(self.enter, self.withdraw, None), row(self.reset, None), gap=theme.SPACE)
        margins = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        self.setLayout(column(scrolling(pane(column(head, asked, buttons, None, gap=theme.GAP, margins=margins)))))

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._declared_head.setText(_("Declared text"))
        names = {
            "ja": _("Japanese text"), "en": _("English text"),
            "division_ja": _("Division (Japanese)"), "division_en": _("Division (English)"),
            "title_ja": _("Title of the addressee (Japanese)"), "title_en": _("Title of the addressee (English)"),
            "address_ja": _("Address (Japanese)"), "address_en": _("Address (English)"), "email": _("E-mail"),
        }  # fmt: skip
        for key, name in names.items():
            self.boxes[key].name(name, {"ja": "A", "en": "G"}.get(key, ""))
        self.help.set_language(language)
        self.title.name(_("Source (title of the document)"), "T")
        self.place.name(_("Place in it"), "L")
        self.enter.setText(keyed(_("Enter this text"), "E"))
        self.withdraw.setText(keyed(_("Withdraw the entry"), "W"))
        self.reset.setText(keyed(_("Put back the declared text"), "R"))

    def show_line(self, programme: str, line: LetterLine, texts: Mapping[str, str], year: FiscalYear) -> None:
        """Another part or year, or the same one read anew; what was typed of each stays with it."""
        _ = words(self._language)
        for key, one in self.boxes.items():
            one.setVisible(key in texts)
        self.typed.show((programme, line.document, line.part, year), texts)
        self.typed.quiet()
        self._line = line
        self._title.setText(f"{line.name.in_(self._language)}\n{line.paper.in_(self._language)}")
        self._standing.put(line.standing.words.in_(self._language), line.standing.tone)
        self._declared.setText("\n".join(dict.fromkeys((line.declared.ja, line.declared.en))))
        said = _("It stands from %(year)s on, until a later year is entered.") % {
            "year": year.label().in_(self._language)
        }
        self._told.setText(f"{said}\n{line.source}" if line.source else said)
        self.reset.setVisible(not line.is_addressee)
        self.help.setVisible(not line.is_addressee)
        self.withdraw.setVisible(line.own)

    def _remember_side(self, side: str) -> None:
        box = self.boxes[side]
        if isinstance(box, AskedText):
            box.long.cursorPositionChanged.connect(lambda: self._work_on(side, box))

    def _work_on(self, side: str, box: AskedText) -> None:
        if box.long.hasFocus():
            self._last_side = side

    def texts(self) -> dict[str, str]:
        """What is typed, by box, of the boxes that are asked."""
        asked = _ADDRESS if self._line is not None and self._line.is_addressee else ("ja", "en")
        return {key: self.boxes[key].text() for key in asked}

    def sourced(self) -> tuple[str, str]:
        return self.title.text(), self.place.text()

    def complain(self, field: str, wording: Wording) -> None:
        others: dict[str, AskedBox] = {"source_title": self.title, "locator": self.place, **self.boxes}
        asked = f"{field}_ja" if f"{field}_ja" in others else field
        usual = "division_ja" if self._line is not None and self._line.is_addressee else "ja"
        self._refused = True
        for box in others.values():
            box.complain("")
        others.get(asked, others[usual]).complain(wording.in_(self._language))

    def _enter(self) -> None:
        before, self._refused = self.typed.take(), False
        self._enters()
        if self._refused:
            self.typed.restore(before)

    def _insert(self, place: str) -> None:
        """At the cursor of the text that was last worked on."""
        box = self.boxes["en"] if self._last_side == "en" else self.boxes["ja"]
        if isinstance(box, AskedText):
            box.long.insertPlainText(f"{{{place}}}")
            box.long.setFocus()

    def _bring_back(self, text: Wording) -> None:
        self.boxes["ja"].put(text.ja)
        self.boxes["en"].put(text.en)

    def _reset(self) -> None:
        if self._line is not None:
            self.boxes["ja"].put(self._line.declared.ja)
            self.boxes["en"].put(self._line.declared.en)
