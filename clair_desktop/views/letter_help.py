"""Beside a text that is being worded: places to put in, remarks on it, its difference from the declared text, versions."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from clair_desktop.domain.emphasis import RAISE, UNDERLINE
from clair_desktop.domain.text_changes import Piece, TextChange
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.letters import LetterHelp, LetterRemarks
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, offer
from clair_desktop.views.elements import button, column, keyed, label, mark, row

# Left out and added are told by stroke and underline, not by colour alone.
_MARKED = {
    Piece.SAME: "{text}",
    Piece.LEFT_OUT: '<s style="color: {off}">{text}</s>',
    Piece.ADDED: '<u style="font-weight: bold">{text}</u>',
}


class LetterHelpBox(QWidget):
    """``inserts`` puts a place into the text, ``sets_off`` a tag around what is chosen in it, ``brings_back`` a version
    into the boxes; nothing is entered by any of them.
    """

    def __init__(
        self,
        inserts: Callable[[str], None],
        brings_back: Callable[[Wording], None],
        sets_off: Callable[[str, str], None],
    ) -> None:
        super().__init__()
        self._language = Language.JA
        self._help = LetterHelp((), ())
        self._inserts, self._brings_back = inserts, brings_back
        self.places, self.versions = QComboBox(), QComboBox()
        for box in (self.places, self.versions):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self._asked_place, self._asked_version = AskedBox(self.places), AskedBox(self.versions)
        self.insert, self.bring_back = button(act=self._insert), button(act=self._bring)
        self.underlines = button(act=lambda: sets_off(*UNDERLINE))
        self.raises = button(act=lambda: sets_off(*RAISE))
        self._set_off_told = label(name="sub", wraps=True)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(2)
        self._changes_head, self._changes = label(bold=True), QLabel()
        self._changes.setWordWrap(True)
        self._changes.setTextFormat(Qt.TextFormat.RichText)
        self._changes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._asked_place.name(_("Place to be filled"), "N")
        self._asked_version.name(_("Worded before"), "B")
        self.insert.setText(keyed(_("Put in"), "I"))
        self.bring_back.setText(keyed(_("Put this wording back"), "K"))
        self.underlines.setText(keyed(_("Underline"), "U"))
        self.raises.setText(keyed(_("Superscript"), "S"))
        self._set_off_told.setText(_("For words chosen in the text: <u>underlined</u>, <sup>raised</sup>"))
        self._changes_head.setText(_("Difference from the declared text"))
        self.show_help(self._help)

    def show_help(self, help_: LetterHelp) -> None:
        self._help = help_
        places: list[tuple[str, object]] = [
            (f"{{{key}}}　{name.in_(self._language)}", key) for key, name in help_.places
        ]
        offer(self.places, places, self.places.currentData())
        versions: list[tuple[str, object]] = [
            (told.in_(self._language), place) for place, (told, _text) in enumerate(help_.versions)
        ]
        offer(self.versions, versions, 0)
        for place, (_told, text) in enumerate(help_.versions):
            self.versions.setItemData(place, f"{text.ja}\n{text.en}", Qt.ItemDataRole.ToolTipRole)
        self._versions.setVisible(bool(help_.versions))

    def show_remarks(self, remarks: LetterRemarks) -> None:
        while (item := self._remarks.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.deleteLater()
        for one in remarks.remarks:
            made = label(one.words.in_(self._language), wraps=True)
            mark(made, "ink", one.tone)
            self._remarks.addWidget(made)
        told = [_marked(changes) for changes in remarks.changes.values() if _differs(changes)]
        self._changes.setText("<br>".join(told))
        self._changes_head.setVisible(bool(told))
        self._changes.setVisible(bool(told))

    def told(self) -> list[str]:
        """The remarks as they stand."""
        found = [self._remarks.itemAt(place).widget() for place in range(self._remarks.count())]
        return [one.text() for one in found if isinstance(one, QLabel)]

    def _insert(self) -> None:
        if self.places.currentData() is not None:
            self._inserts(str(self.places.currentData()))

    def _bring(self) -> None:
        place = self.versions.currentData()
        if place is not None:
            self._brings_back(self._help.versions[place][1])

    def _lay_out(self) -> None:
        places = row(self._asked_place, column(None, self.insert, gap=0), gap=theme.SPACE)
        places.setStretch(0, 1)
        set_off = column(row(self.underlines, self.raises, None), self._set_off_told, gap=4)
        self._versions = QWidget()
        self._versions.setLayout(column(self._asked_version, row(self.bring_back, None), gap=4))
        self.setLayout(
            column(places, set_off, self._remarks, self._changes_head, self._changes, self._versions, gap=theme.SPACE)
        )


def _differs(changes: Sequence[TextChange]) -> bool:
    return any(one.piece is not Piece.SAME for one in changes)


def _marked(changes: Sequence[TextChange]) -> str:
    off = theme.current().off
    pieces = (_MARKED[one.piece].format(text=escape(one.text).replace("\n", "<br>"), off=off) for one in changes)
    return "".join(pieces)
