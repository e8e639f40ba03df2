"""クレアについて: the sentences by their section, searched as one types; the chosen one in full with its source."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.about import AboutLine, AboutPresenter
from clair_desktop.support.i18n import words
from clair_desktop.views.directory_lists import SearchedList, counted
from clair_desktop.views.elements import column
from clair_desktop.views.line_table import LineColumn

_TOLD = 96


class AboutPane(QWidget):
    """Implements ``presenters.about.AboutView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.list = SearchedList[AboutLine](self._search)
        self.list.table.line_chosen.connect(self._tell)
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setFixedHeight(_TOLD)
        layout = column(self.list, self.told, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.set_language(language)

    def bind(self, presenter: AboutPresenter) -> None:
        self._presenter = presenter
        self.list.begin_anew()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.list.name(language, _("Search About CLAIR"), _("Any word of a sentence or of its source"))
        self.told.setAccessibleName(_("The chosen line in full"))

    def show_about(self, lines: Sequence[AboutLine], whole: int) -> None:
        self.list.table.show_lines(about_columns(self._language), lines, stretch=1)
        self.list.tell(counted(self._language, lines, whole))
        if lines:
            self.list.table.choose(0)
        else:
            self.told.clear()

    def _search(self, text: str) -> None:
        self._presenter.search(text)

    def _tell(self) -> None:
        line = self.list.table.chosen()
        if line is None:
            return
        language, source = self._language, line.source
        checked = words(language)("checked on %(day)s") % {"day": printed_date(source.checked_on, language)}
        said = f"{source.title.in_(language)}　{source.locator.in_(language)}（{checked}）"
        self.told.setPlainText("\n".join([line.sentence.in_(language), said, *([source.url] if source.url else [])]))


def about_columns(language: Language) -> list[LineColumn[AboutLine]]:
    _ = words(language)
    return [
        LineColumn(_("Section"), lambda one: one.section.in_(language)),
        LineColumn(_("Sentence"), lambda one: one.sentence.in_(language), widest=600),
        LineColumn(_("Document"), lambda one: one.source.title.in_(language), widest=300),
    ]
