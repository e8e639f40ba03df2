"""The pages of one enclosure as they will be bound in, and the question whether they are as they should be."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.enclosures import EnclosureLine
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import button, column, keyed, label, mark, row
from clair_desktop.views.pages import PageView, PdfPages

_SIZE = (860, 640)


class EnclosurePages(QDialog):
    """Accepted when the person has looked and found nothing wrong."""

    def __init__(self, over: QWidget, language: Language, line: EnclosureLine, pages: Path) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Enclosure “%(file)s”") % {"file": line.name})
        self.resize(*_SIZE)
        found = line.condition.remarks if line.condition else ()
        self.remarks = label("\n".join(one.wording.in_(language) for one in found), wraps=True)
        mark(self.remarks, "ink", "warning" if line.must_be_seen else "")
        self.remarks.setVisible(bool(found))
        self.pages = PageView()
        drawn = PdfPages(pages)
        self.pages.show_pages(drawn)
        self.pages.setAccessibleName(_("Pages of the enclosure"))
        self.pages.setAccessibleDescription(drawn.text(0))
        self.looked = button(keyed(_("Looked at, nothing wrong"), "L"), name="primary", act=self.accept)
        self.looked.setVisible(line.must_be_seen)
        self.back = button(_("Close"), act=self.reject)
        acts = row(None, self.back, self.looked)
        whole = column(self.remarks, self.pages, acts, gap=theme.GAP, margins=(20, 16, 20, 16))
        whole.setStretch(1, 1)
        self.setLayout(whole)
