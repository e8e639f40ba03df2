"""For whom a pack is made and what is added to it: a choice and a menu beside the pack."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from clair_desktop.domain.making_up import AS_EVER, OPTIONS, MakeUp, PackCopy
from clair_desktop.domain.wording import Language
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, keyed, label, row


class MakingUp(QWidget):
    """Shows a make-up and tells when another is chosen."""

    def __init__(self, copies: Callable[[PackCopy], None], made_up: Callable[[MakeUp], None]) -> None:
        super().__init__()
        self._made_up = made_up
        self._shown = AS_EVER
        self._name = label(size=theme.CAPTION)
        self.copies = QComboBox()
        self.copies.setMinimumContentsLength(12)
        self.copies.activated.connect(lambda _row: copies(self.copies.currentData()))
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.acts = {name: self._act(name) for name in OPTIONS}
        self.options = button()
        self.options.setMenu(self.menu)
        self.setLayout(column(self._name, row(self.copies, self.options, gap=theme.SPACE), gap=2))

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._name.setText(_("Made for"))
        self.copies.setAccessibleName(_("Made for"))
        self.copies.blockSignals(True)
        self.copies.clear()
        for copy in PackCopy:
            self.copies.addItem(copy.label.in_(language), copy)
        self.copies.blockSignals(False)
        for name, act in self.acts.items():
            act.setText(OPTIONS[name].in_(language))
        self.options.setText(keyed(_("Make-up"), "M"))
        self.options.setToolTip(_("What is added to the pack; kept for this copy"))
        self.show_made_up(self._shown)

    def show_made_up(self, made_up: MakeUp, *, apart: bool = False) -> None:
        """``apart``: letters to several receivers, to which nothing is added; they too can be bilingual."""
        self._shown = made_up
        self.copies.setCurrentIndex(self.copies.findData(made_up.copy))
        for name, act in self.acts.items():
            act.setChecked(bool(getattr(made_up, name)))
            act.setEnabled(not apart or name == "bilingual")

    def _act(self, name: str) -> QAction:
        act = QAction(self.menu)
        act.setObjectName(name)
        act.setCheckable(True)
        act.triggered.connect(lambda chosen: self._made_up(replace(self._shown, **{name: chosen})))
        self.menu.addAction(act)
        return act
