"""書類の体裁: the boxes at the left, and a real letter beside them that changes as they do."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QGridLayout, QSplitter, QWidget

from clair_desktop.domain.emblems import Emblem
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.forms import SPOKEN
from clair_desktop.presenters.paper_style import (
    CHARACTERS,
    CHOICES,
    EMBLEM,
    FLAGS,
    MILLIMETRES,
    NAMES,
    Kind,
    PaperStylePresenter,
    Typed,
    emblem_texts,
)
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.elements import button, column, keyed, label, pane, row, scrolling
from clair_desktop.views.pages import PageView, PdfPages

PAUSE = 500  # milliseconds without a keystroke after which the paper is drawn anew


class PapersPane(QWidget):
    """Implements ``presenters.paper_style.PaperStyleView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._kept: Typed | None = None
        self._usual: Typed | None = None
        self._kinds: Sequence[Kind] = ()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.look)
        self._emblem: Emblem | None = None
        self.lines = {key: AskedLine() for key in (*MILLIMETRES, *CHARACTERS, *NAMES, *EMBLEM)}
        self.choices = {key: QComboBox() for key in CHOICES}
        self._asked = {key: AskedBox(box) for key, box in self.choices.items()}
        self.flags = {key: QCheckBox() for key in FLAGS}
        self._heads = [label(bold=True) for _ in range(5)]
        self._emblem_name = label(name="sub", wraps=True)
        self.pick, self.remove = button(act=self._pick), button(act=self._remove)
        self._note = label(name="sub", wraps=True)
        self.save = button(name="primary", act=self._save)
        self.discard, self.usual = button(act=self._discard), button(act=self._put_usual)
        self.kind, self.pages, self._trouble = QComboBox(), PageView(), label(name="error", wraps=True)
        self._asked_kind = AskedBox(self.kind, width=420)
        for box in (self.kind, *self.choices.values()):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(18)
        self.spoken = [button(name="chip") for _ in SPOKEN]
        self._lay_out()
        self._listen()
        self.set_language(language)

    def bind(self, presenter: PaperStylePresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        lines = {
            "top": _("Top (mm)"),
            "bottom": _("Bottom (mm)"),
            "left": _("Left, with binding (mm)"),
            "right": _("Right (mm)"),
            "gutter": _("Further binding (mm)"),
            "seal_room": _("Room for the seal (characters)"),
            "signer_ja": _("Name of who signs (Japanese)"),
            "signer_en": _("Name of who signs (English)"),
            "emblem_tall": _("Height of the emblem (mm)"),
            "emblem_alt_ja": _("What it shows, read aloud (Japanese)"),
            "emblem_alt_en": _("What it shows, read aloud (English)"),
        }
        for key, text in lines.items():
            self.lines[key].name(text, "", _("Left empty, the title stands alone") if key == "signer_ja" else "")
        asked = {
            "honorific": _("Honorific"),
            "comma": _("Comma of Japanese text"),
            "digits": _("Width of digits"),
            "emblem_place": _("Place of the emblem"),
        }
        for key, text in asked.items():
            self._asked[key].name(text)
            chosen = self.choices[key].currentData()
            offer(self.choices[key], [(name.in_(language), value) for value, name in CHOICES[key]], chosen)
        flags = {
            "mirrored": _("Two-sided: bind backs opposite"),
            "signs_for_association": _("Association's name over the title"),
            "both_calendars": _("Western year beside the Japanese"),
            "closed": _("End letters with 以上"),
            "monochrome": _("Ask the printer for black and white"),
        }
        for key, text in flags.items():
            self.flags[key].setText(text)
        heads = (_("Margins"), _("Addressee and sender"), _("Emblem of letters"), _("Writing"), _("Printing"))
        for head, text in zip(self._heads, heads, strict=True):
            head.setText(text)
        self._note.setText(
            _("Letters, forms and tables printed from now on obey this. What applicants typed is never changed.")
        )
        self.pick.setText(keyed(_("Choose a picture…"), "E"))
        self.remove.setText(keyed(_("Remove the emblem"), "M"))
        self._tell_emblem()
        self.save.setText(keyed(_("Save"), "S"))
        self.discard.setText(keyed(_("Discard changes"), "D"))
        self.usual.setText(keyed(_("Usual values"), "U"))
        self._asked_kind.name(_("Try it on"), "T")
        self.pages.setAccessibleName(_("The paper as it would look"))
        for chip, (name, _languages) in zip(self.spoken, SPOKEN, strict=True):
            chip.setText(name.in_(language))
        self.show_kinds(self._kinds)

    # PaperStyleView

    def show_style(self, style: Typed, usual: Typed) -> None:
        """What is kept; anything typed and not saved stays unless what is kept has changed."""
        typing = self.is_typing() and style == self._kept
        self._kept, self._usual = style, usual
        if not typing:
            self._put(style)
        self._tell_waiting()

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        chosen = self.kind.currentIndex()
        self._kinds = kinds
        offer(self.kind, [(one.name.in_(self._language), place) for place, one in enumerate(kinds)], max(chosen, 0))

    def show_emblem(self, emblem: Emblem) -> None:
        self._emblem = emblem
        texts, place = emblem_texts(emblem)
        for key, text in texts.items():
            self.lines[key].put(text)
        self.choices["emblem_place"].setCurrentIndex(self.choices["emblem_place"].findData(place))
        self._tell_emblem()
        self._changed()

    def show_complaints(self, complaints: Sequence[tuple[str, Wording]]) -> None:
        told = dict(complaints)
        for key, line in self.lines.items():
            line.tell(told[key].in_(self._language) if key in told else "")

    def show_paper(self, path: Path | None, trouble: Wording | None) -> None:
        """The reader's place on the paper stays."""
        if path is not None:
            place = self.pages.verticalScrollBar().value()
            self.pages.show_pages(PdfPages(path))
            self.pages.verticalScrollBar().setValue(place)
        self._trouble.setText(trouble.in_(self._language) if trouble else "")
        self._trouble.setVisible(trouble is not None)

    # What the person does

    def is_typing(self) -> bool:
        return self._kept is not None and self.typed() != self._kept

    def typed(self) -> Typed:
        return Typed(
            {key: line.text() for key, line in self.lines.items()},
            {key: str(box.currentData()) for key, box in self.choices.items()},
            {key: flag.isChecked() for key, flag in self.flags.items()},
            self._emblem,
        )

    def look(self) -> None:
        """Draws the paper, where it can be seen."""
        place = self.kind.currentData()
        if self.isVisible() and place is not None and self._kinds:
            chosen = next(number for number, chip in enumerate(self.spoken) if chip.isChecked())
            self._presenter.look(self.typed(), self._kinds[place], SPOKEN[chosen][1])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start(0)

    def _save(self) -> None:
        self._presenter.save(self.typed())

    def _discard(self) -> None:
        if self._kept is not None:
            self._put(self._kept)

    def _put_usual(self) -> None:
        if self._usual is not None:
            self._put(self._usual)

    def _pick(self) -> None:
        self._presenter.pick_emblem()

    def _remove(self) -> None:
        self._emblem = None
        self._tell_emblem()
        self._changed()

    def _tell_emblem(self) -> None:
        """The boxes ask only where there is something to print."""
        _ = words(self._language)
        one = self._emblem
        said = {"name": one.name, "width": one.width, "height": one.height} if one else {}
        self._emblem_name.setText(_("%(name)s (%(width)d × %(height)d dots)") % said if one else _("No emblem"))
        for box in (self.remove, *(self.lines[key] for key in EMBLEM), self._asked["emblem_place"]):
            box.setVisible(one is not None)

    def _put(self, style: Typed) -> None:
        self._emblem = style.emblem
        self._tell_emblem()
        for key, text in style.texts.items():
            self.lines[key].put(text)
            self.lines[key].tell("")
        for key, value in style.choices.items():
            self.choices[key].setCurrentIndex(max(0, self.choices[key].findData(value)))
        for key, on in style.flags.items():
            self.flags[key].setChecked(on)

    def _changed(self) -> None:
        self._tell_waiting()
        self._pause.start()

    def _tell_waiting(self) -> None:
        self.discard.setEnabled(self.is_typing())

    # How it is built

    def _listen(self) -> None:
        for line in self.lines.values():
            line.line.textChanged.connect(self._changed)
        for box in self.choices.values():
            box.currentIndexChanged.connect(self._changed)
        for flag in self.flags.values():
            flag.toggled.connect(self._changed)
        self.kind.activated.connect(lambda _place: self.look())
        group = QButtonGroup(self)
        for chip in self.spoken:
            chip.setCheckable(True)
            group.addButton(chip)
            chip.clicked.connect(self.look)
        self.spoken[0].setChecked(True)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        for place, key in enumerate(MILLIMETRES):
            grid.addWidget(self.lines[key], place // 2, place % 2, Qt.AlignmentFlag.AlignBottom)
        groups = (
            (grid, self.flags["mirrored"]),
            (self._asked["honorific"], self.flags["signs_for_association"], self.lines["signer_ja"],
             self.lines["signer_en"], self.lines["seal_room"]),
            (self._emblem_name, row(self.pick, self.remove, None), self.lines["emblem_tall"], self._asked["emblem_place"],
             self.lines["emblem_alt_ja"], self.lines["emblem_alt_en"]),
            (self._asked["comma"], self._asked["digits"], self.flags["both_calendars"], self.flags["closed"]),
            (self.flags["monochrome"],),
        )  # fmt: skip
        parts = [column(head, *group, gap=theme.SPACE) for head, group in zip(self._heads, groups, strict=True)]
        asked = pane(column(self._note, *parts, None, gap=theme.MARGIN, margins=(theme.MARGIN,) * 4))
        bar = row(
            self.save, self.discard, self.usual, None, margins=(theme.MARGIN, theme.SPACE, theme.MARGIN, theme.SPACE)
        )
        left = QWidget()
        held = column(scrolling(asked), pane(bar, "bar"), gap=0)
        held.setStretch(0, 1)
        left.setLayout(held)
        self._trouble.hide()
        shown = QWidget()
        kinds = row(self._asked_kind, *self.spoken, None, margins=(theme.GAP, theme.SPACE, theme.GAP, 0))
        beside = column(kinds, self._trouble, self.pages, gap=theme.SPACE)
        beside.setStretch(2, 1)
        shown.setLayout(beside)
        over = QSplitter(Qt.Orientation.Horizontal)
        over.addWidget(left)
        over.addWidget(shown)
        over.setSizes([430, 730])
        over.setChildrenCollapsible(False)
        self.setLayout(column(over, gap=0))
