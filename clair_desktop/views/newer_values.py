"""Above a pack that was printed before: what the directory says otherwise since, and which of the two the pages have."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.support.i18n import words
from clair_desktop.views.elements import button, column, label, row


class NewerValues(QWidget):
    """Hidden while there is nothing to choose."""

    def __init__(self, turned: Callable[[], None]) -> None:
        super().__init__()
        self.newest = False
        self._turned = turned
        self.told, self.turn = label(wraps=True), button(act=self._turn)
        self.setLayout(column(self.told, row(self.turn, None), gap=4))
        self.hide()

    def show_newer(self, differences: Sequence[Wording], language: Language, *, newest: bool) -> None:
        _ = words(language)
        self.newest = newest
        self.setVisible(bool(differences))
        head = _("The pages have the directory's values of now, no longer those that were printed:")
        if not newest:
            head = _("The directory has changed since this pack was printed. The pages keep what was printed:")
        self.told.setText("\n".join([head, *(f"・{one.in_(language)}" for one in differences)]))
        self.turn.setText(_("Keep the printed values") if newest else _("Use the newer values"))

    def _turn(self) -> None:
        self.newest = not self.newest
        self._turned()
