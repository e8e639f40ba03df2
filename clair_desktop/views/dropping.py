"""Files that were dropped on the window: what each of them is, and what shall be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.dropping import Chosen, Offer
from clair_desktop.support.i18n import words
from clair_desktop.support.watch import Watch
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, empty, keyed, label, row
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.work_line import WorkLine

_MARGINS = (20, 16, 20, 16)
_FEW = 160  # pixels for the list of several files


class Droppings:
    """Implements ``presenters.dropping.DroppingView`` over the window."""

    def __init__(self, window: QWidget, line: WorkLine, language: Callable[[], Language]) -> None:
        self._window = window
        self._line = line
        self._language = language

    def ask_way(self, offers: Sequence[Offer]) -> Chosen | None:
        return WayDialog(self._window, self._language(), offers).ask()

    def ask_password(self, name: str, why: Wording) -> str | None:
        from clair_desktop.views.password import PasswordDialog

        return PasswordDialog(self._window, self._language(), name, why.in_(self._language())).ask()

    def show_working(self, told: Wording, watch: Watch) -> None:
        self._line.set_language(self._language())
        self._line.show_working(told, watch)

    def hide_working(self) -> None:
        self._line.hide_working()


class WayDialog(QDialog):
    """What each file is, what may be done with it, and a way back that is the default where there is nothing to do."""

    def __init__(self, over: QWidget, language: Language, offers: Sequence[Offer]) -> None:
        super().__init__(over)
        _ = words(language)
        self._language, self._offers = language, offers
        self.setWindowTitle(_("What is this file?"))
        self.files = LineTable[Offer]("list")
        self.files.setAccessibleName(_("Files"))
        self.files.show_lines(_columns(language), offers, stretch=0)
        self.files.setVisible(len(offers) > 1)
        self.files.setFixedHeight(_FEW)
        self._name, self._kind = label(bold=True, wraps=True), label(size=theme.HEAD, wraps=True)
        self.facts, self.remark = label(name="sub", wraps=True), label(name="error", wraps=True)
        self._asked = label(_("What shall be done with it?"))
        self._group = QButtonGroup(self)
        self._lines = QVBoxLayout()
        self.ways: list[QRadioButton] = []
        self.do = button(keyed(_("Do it"), "D"), name="primary", act=self.accept)
        self.back = button(_("Go back"), act=self.reject)
        layout = column(
            self.files, self._name, self._kind, self.facts, self.remark, self._asked, self._lines, None,
            row(None, self.back, self.do), gap=theme.SPACE, margins=_MARGINS,
        )  # fmt: skip
        self.setLayout(layout)
        self.resize(min(640, over.width() - 40), 360 + (_FEW if len(offers) > 1 else 0))
        self.files.line_chosen.connect(self._show)
        self.files.choose(0)
        self._show()

    def ask(self) -> Chosen | None:
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        return self.chosen()

    def chosen(self) -> Chosen | None:
        offer, place = self._offer(), self._group.checkedId()
        return Chosen(offer, offer.ways[place][0]) if 0 <= place < len(offer.ways) else None

    def _offer(self) -> Offer:
        return self.files.chosen() or self._offers[0]

    def _show(self) -> None:
        offer, to = self._offer(), self._language
        self._name.setText(offer.path.name)
        self._kind.setText(offer.kind.in_(to))
        self.facts.setText("\n".join(f"{name.in_(to)}：{value.in_(to)}" if to is Language.JA else
                                     f"{name.in_(to)}: {value.in_(to)}" for name, value in offer.facts))  # fmt: skip
        self.facts.setVisible(bool(offer.facts))
        self.remark.setText(offer.remark.in_(to) if offer.remark else "")
        self.remark.setVisible(offer.remark is not None)
        self._show_ways(offer)

    def _show_ways(self, offer: Offer) -> None:
        for one in self.ways:
            self._group.removeButton(one)
        empty(self._lines)
        self.ways = [QRadioButton(told.in_(self._language).replace("&", "&&")) for _way, told in offer.ways]
        for place, one in enumerate(self.ways):
            self._group.addButton(one, place)
            self._lines.addWidget(one)
        self._asked.setVisible(bool(self.ways))
        self.do.setEnabled(bool(self.ways))
        if self.ways:
            self.ways[0].setChecked(True)
            self.ways[0].setFocus()
        self.do.setDefault(bool(self.ways))
        self.back.setDefault(not self.ways)


def _columns(language: Language) -> list[LineColumn[Offer]]:
    _ = words(language)
    return [
        LineColumn(_("File"), lambda one: one.path.name, widest=320),
        LineColumn(_("What it is"), lambda one: one.kind.in_(language), widest=300),
    ]
