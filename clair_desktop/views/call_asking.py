"""Whom to ask: everyone the branch serves, some picked from the list of local authorities, others by their names."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QDialog, QPlainTextEdit, QRadioButton, QStackedWidget, QWidget

from clair_desktop.domain.parties import LocalAuthority
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.calls import AskWish
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine
from clair_desktop.views.elements import button, column, keyed, label, name_inner_buttons, row
from clair_desktop.views.line_table import LineColumn, LineTable

Find = Callable[[str], Sequence[LocalAuthority]]
_MARGINS = (20, 16, 20, 16)
_EVERY, _PICKED, _OTHERS = range(3)


class AskDialog(QDialog):
    """Stays open while something is refused, and says it there."""

    def __init__(
        self, over: QWidget, language: Language, call: str, find: Find, asks: Callable[[AskWish], Refusal | None]
    ) -> None:
        super().__init__(over)
        _ = words(language)
        self._language, self._find, self._asks = language, find, asks
        self._served = find("")
        self.setWindowTitle(_("Add bodies to ask"))
        self.ways = [QRadioButton() for _way in range(3)]
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._make_parts(language)
        self.trouble = label(name="error", wraps=True)
        self.trouble.hide()
        self.add = button(keyed(_("Add them"), "A"), name="primary", act=self._add)
        self.add.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        layout = column(
            label(call, bold=True, wraps=True), *self.ways, self._stack, self.trouble, row(None, back, self.add),
            gap=theme.SPACE, margins=_MARGINS,
        )  # fmt: skip
        layout.setStretch(4, 1)
        self.setLayout(layout)
        room = over.window().size()
        self.resize(min(620, room.width() - 60), min(560, room.height() - 60))
        self.ways[_EVERY].setChecked(True)

    def ask(self) -> None:
        self.exec()

    def _make_parts(self, language: Language) -> None:
        _ = words(language)
        every = _("Every municipality that this branch serves (%(count)d)") % {"count": len(self._served)}
        named = (keyed(every, "E"), keyed(_("Pick from the list"), "P"), keyed(_("Bodies without a code"), "W"))
        for place, (way, text) in enumerate(zip(self.ways, named, strict=True)):
            way.setText(text)
            way.toggled.connect(lambda on, shown=place: self._turn(shown) if on else None)
            self._group.addButton(way)
        self.search, self.table = AskedLine(), LineTable[LocalAuthority]("list")
        self.search.name(_("Search by name, reading or code"), "S")
        self.search.line.setClearButtonEnabled(True)
        name_inner_buttons(self.search.line, _("Clear the search"))
        self.search.line.textChanged.connect(self._show_found)
        self.table.setAccessibleName(_("Local authorities"))
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        others = AskedBox(self.names)
        others.name(_("Names, one on each line"), "N", _("For example an international association"))
        picked = QWidget()
        picked.setLayout(column(self.search, self.table, gap=theme.SPACE))
        told = _("Those on the list already stay as they are.")
        alone = QWidget()
        alone.setLayout(column(label(told, name="sub", wraps=True), None))
        for part in (alone, picked, others):
            self._stack.addWidget(part)
        self._show_found("")

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)

    def _show_found(self, text: str) -> None:
        _ = words(self._language)
        self.table.show_lines(
            [
                LineColumn(_("Code"), lambda one: one.code),
                LineColumn(_("Body"), lambda one: one.full_name.in_(self._language), widest=260),
                LineColumn(_("Reading"), lambda one: one.kana, widest=200),
            ],
            self._find(text) if text.strip() else self._served,
        )

    def _add(self) -> None:
        refusal = self._asks(self._wish())
        if refusal is None:
            self.accept()
            return
        self.trouble.setText(refusal.wording.in_(self._language))
        self.trouble.show()

    def _wish(self) -> AskWish:
        if self.ways[_EVERY].isChecked():
            return AskWish(every=True)
        if self.ways[_OTHERS].isChecked():
            return AskWish(others=[line for line in self.names.toPlainText().split("\n") if line.strip()])
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return AskWish(codes=[self.table.lines.lines[place].code for place in rows])
