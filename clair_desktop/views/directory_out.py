"""What the directory is put out as, and for whom; only what the chosen paper needs is asked."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from clair_desktop.domain.mailing import Way
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.directory_out import (
    BOXES,
    HONORIFICS,
    PER_SHEET,
    SENDER,
    SIZES,
    SPOKEN,
    WAYS,
    WHAT,
    Choices,
    DirectoryOut,
    OutQuestion,
)
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.elements import button, column, keyed, row

_MARGINS = (20, 16, 20, 16)
_ASKED_FOR: Mapping[str, tuple[str, ...]] = {
    "booklet": ("lang",),
    "sheet": ("lang",),
    "phones": ("lang",),
    "vcard": ("lang",),
    "labels": ("lang", "per_sheet", "first", "honorific"),
    "envelope": ("size", "way", "boxes", "window", "honorific", "sender"),
}
_IN_ONE_LANGUAGE = ("labels", "vcard")


class DirectoryOutPiece:
    """The button among the list's tools; implements ``presenters.directory_out.DirectoryOutView``."""

    def __init__(self, over: QWidget, language: Language, kind: Callable[[], str]) -> None:
        self._over, self._language, self._kind = over, language, kind
        self._dialog: OutDialog | None = None
        self.button = button(act=self._open)

    def bind(self, presenter: DirectoryOut) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        self._language = language
        self.button.setText(keyed(words(language)("Print and address"), "P"))

    # DirectoryOutView

    def ask_out(self, question: OutQuestion) -> None:
        self._dialog = OutDialog(self._over, self._language, question, self._presenter.make)
        self._dialog.exec()
        self._dialog = None

    def show_complaint(self, field: str, wording: Wording) -> None:
        if self._dialog:
            self._dialog.complain(field, wording)

    def _open(self) -> None:
        self._presenter.open(self._kind())


class OutDialog(QDialog):
    """Closes only once a file was made or the person goes back."""

    def __init__(
        self, over: QWidget, language: Language, question: OutQuestion, makes: Callable[[Mapping[str, str]], bool]
    ) -> None:
        super().__init__(over)
        _ = words(language)
        self._language, self._makes = language, makes
        self.setWindowTitle(_("Print and address"))
        self.boxes: dict[str, AskedBox] = {}
        self._combos: dict[str, QComboBox] = {}
        self._lines: dict[str, AskedLine] = {}
        what = self._choice("what", WHAT, _("What is made"), "W")
        whom = self._choice("whom", question.whom, _("For whom"), "F")
        lang = self._choice("lang", SPOKEN, _("Language"), "L")
        day = self._line("day", question.day, _("A letter of this day"), "D")
        size = self._choice("size", SIZES, _("Envelope"), "E")
        way = self._choice("way", WAYS, _("Direction"), "I")
        boxes = self._choice("boxes", BOXES, _("Postal-code boxes"), "X")
        window = self._line("window", "", _("Window: left, top, width, height in mm"), "N")
        window.name(_("Window: left, top, width, height in mm"), "N", _("Only for window envelopes, as in 20,15,90,45"))
        per_sheet = self._choice("per_sheet", PER_SHEET, _("Label sheet"), "S")
        first = self._line("first", "1", _("First free label"), "R")
        honorific = self._choice("honorific", HONORIFICS, _("Honorific"), "H")
        sender = self._choice("sender", SENDER, _("Sender"), "O")
        self.make = button(keyed(_("Make the file"), "M"), name="primary", act=self._make)
        self.make.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        self.setLayout(
            column(
                row(what, whom, gap=theme.GAP), row(day, lang, gap=theme.GAP), row(size, way, gap=theme.GAP),
                row(per_sheet, first, gap=theme.GAP), row(boxes, honorific, gap=theme.GAP), sender, window,
                row(None, back, self.make), gap=theme.GAP, margins=_MARGINS,
            )
        )  # fmt: skip
        self.setMinimumWidth(560)
        for field in ("what", "way"):
            self._combos[field].currentIndexChanged.connect(lambda _row: self._offer())
        self._offer()

    def texts(self) -> dict[str, str]:
        chosen = {field: str(combo.currentData() or "") for field, combo in self._combos.items()}
        return chosen | {field: line.text() for field, line in self._lines.items()}

    def complain(self, field: str, wording: Wording) -> None:
        self.boxes[field].complain(wording.in_(self._language))

    def _make(self) -> None:
        for box in self.boxes.values():
            box.complain("")
        if self._makes(self.texts()):
            self.accept()

    def _offer(self) -> None:
        """Only what the chosen paper needs."""
        what = str(self._combos["what"].currentData())
        asked = {"what", "whom", "day", *_ASKED_FOR[what]}
        if self._combos["way"].currentData() != Way.VERTICAL:
            asked.discard("boxes")
        if what == "envelope" and self._combos["way"].currentData() == Way.ENGLISH:
            asked.discard("honorific")
        for field, box in self.boxes.items():
            box.setVisible(field in asked)
        self._offer_languages(what)
        self.adjustSize()

    def _offer_languages(self, what: str) -> None:
        """Both in one file only where pages follow one another."""
        combo = self._combos["lang"]
        known = SPOKEN[:2] if what in _IN_ONE_LANGUAGE else SPOKEN
        if combo.count() != len(known):
            offer(combo, [(told.in_(self._language), key) for key, told in known], combo.currentData())

    def _choice(self, field: str, entries: Choices, text: str, key: str) -> AskedBox:
        combo = QComboBox()
        offer(combo, [(told.in_(self._language), value) for value, told in entries], entries[0][0])
        self._combos[field], self.boxes[field] = combo, AskedBox(combo)
        self.boxes[field].name(text, key)
        return self.boxes[field]

    def _line(self, field: str, text: str, told: str, key: str) -> AskedLine:
        made = AskedLine()
        made.put(text)
        made.name(told, key)
        self._lines[field] = self.boxes[field] = made
        return made
