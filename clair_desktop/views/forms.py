"""様式・文書: every pack of every programme as a tree, its specimen, and what a municipality must tell for it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QTabWidget, QTreeWidget, QTreeWidgetItem, QWidget

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.asked import OPTIONAL, REQUIRED, Asked
from clair_desktop.presenters.forms import SPOKEN, FormsPresenter, PackEntry, PackPage, ProgrammeEntry
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.blanks import BlanksPanel
from clair_desktop.views.elements import Badge, Flow, button, column, keyed, label, pane, row
from clair_desktop.views.ledger import LedgerPane
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.pages import PageView, PdfPages

PAPERS, LEDGER = range(2)  # the room's two sides
_TREE_LOOK = "QTreeView { border: none; outline: none; } QTreeView::item { padding: 6px 4px; }"
_ZOOM = 0.8  # of the room's width: about two thirds of a page at once
_KEY = Qt.ItemDataRole.UserRole
_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.SPACE)


class FormsPage(QWidget):
    """Implements ``presenters.forms.FormsView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.shown: PackPage | None = None  # what the page shows now
        self._title = label(size=theme.TITLE, bold=True)
        self._make_tree()
        self._make_head()
        self.pages = PageView()
        self.pages.column.zoom = _ZOOM
        self.trouble = label(name="error", wraps=True)
        self.trouble.hide()
        self.blanks = BlanksPanel(language)
        self.asked = LineTable[Asked]("list")
        self.asked.copied_lines.connect(self._tell_copied)
        self._enclosures = label(wraps=True)
        self.copy = button(act=self._copy_all)
        self.ledger = LedgerPane(language)
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: FormsPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Forms and documents"))
        self.tree.setAccessibleName(_("Programmes and their packs"))
        for place, (name, _languages) in enumerate(SPOKEN):
            self.spoken[place].setText(name.in_(language))
            self.spoken[place].setAccessibleName(_("Language of the specimen: %(name)s") % {"name": name.in_(language)})
        self.save.setText(keyed(_("Save as PDF"), "P"))
        self.copy.setText(keyed(_("Copy the list"), "C"))
        self.rooms.setTabText(0, _("Forms and documents"))
        self.rooms.setTabText(1, _("Ledger of printed papers"))
        self.ledger.set_language(language)
        self.tabs.setTabText(0, _("Specimen"))
        self.tabs.setTabText(1, _("What a municipality must tell"))
        self.tabs.setTabText(2, _("Headquarters' own blanks"))
        self.blanks.set_language(language)
        self.pages.setAccessibleName(_("Pages of the specimen"))
        self.asked.setAccessibleName(_("What a municipality must tell"))

    # FormsView

    def show_programmes(self, programmes: Sequence[ProgrammeEntry]) -> None:
        """The tree anew; what was chosen stays chosen, at first the first pack is."""
        chosen = (self.shown.programme.key, self.shown.pack.key) if self.shown else None
        tops = [self._programme_item(one) for one in programmes]
        packs = [top.child(place) for top in tops for place in range(top.childCount())]
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems(tops)
        self.tree.expandToDepth(0)
        if packs:
            self.tree.setCurrentItem(next((item for item in packs if item.data(0, _KEY) == chosen), packs[0]))
        self.tree.blockSignals(False)
        if packs:
            self._chosen()

    def show_pack(self, page: PackPage) -> None:
        self.shown = page
        self.blanks.programme = page.programme.key
        self._pack_name.setText(page.pack.name.in_(self._language))
        self._told.setText(self._about(page))
        self.spoken[[one for _name, one in SPOKEN].index(tuple(page.languages))].setChecked(True)
        self._show_specimen(page)
        self.asked.show_lines(asked_columns(self._language), page.asked, stretch=3)
        self._enclosures.setText(self._enclosed(page))

    def _show_specimen(self, page: PackPage) -> None:
        self.trouble.setText(page.trouble.in_(self._language) if page.trouble else "")
        self.trouble.setVisible(page.trouble is not None)
        self.save.setEnabled(page.specimen is not None)
        pages = PdfPages(page.specimen) if page.specimen else None
        self.pages.show_pages(pages)
        self.pages.setAccessibleDescription(pages.text(0) if pages else "")
        count = len(pages) if pages else 0
        told = words(self._language).ngettext("%(n)d page", "%(n)d pages", count) % {"n": count}
        self._count.put(told if pages else "", "off")

    def _about(self, page: PackPage) -> str:
        _ = words(self._language)
        source = page.programme.source
        return _("%(programme)s. To: %(desk)s. Source of the procedure: %(title)s, %(place)s") % {
            "programme": page.programme.name.in_(self._language),
            "desk": page.programme.desk.in_(self._language),
            "title": source.title.in_(self._language),
            "place": source.locator.in_(self._language),
        }

    def _enclosed(self, page: PackPage) -> str:
        _ = words(self._language)
        if not page.enclosures:
            return _("No enclosures are declared for this programme.")
        opens, closes, comma = ("（", "）", "、") if self._language is Language.JA else (" (", ")", ", ")
        listed = [
            one.label.in_(self._language)
            + opens
            + (REQUIRED if one.required else OPTIONAL).in_(self._language)
            + closes
            for one in page.enclosures
        ]
        return _("Enclosures: %(list)s") % {"list": comma.join(listed)}

    def _programme_item(self, one: ProgrammeEntry) -> QTreeWidgetItem:
        made = QTreeWidgetItem([one.name.in_(self._language)])
        made.setFont(0, theme.font(bold=True))
        made.setFlags(Qt.ItemFlag.ItemIsEnabled)
        made.setToolTip(0, one.desk.in_(self._language))
        made.addChildren([self._pack_item(one.key, pack) for pack in one.packs])
        return made

    def _pack_item(self, programme: str, pack: PackEntry) -> QTreeWidgetItem:
        _ = words(self._language)
        made = QTreeWidgetItem([pack.name.in_(self._language)])
        made.setData(0, _KEY, (programme, pack.key))
        for paper in pack.papers:
            told = paper.name.in_(self._language)
            held = _("%(paper)s (kept by the branch)") % {"paper": told} if paper.internal else told
            leaf = QTreeWidgetItem([held])
            leaf.setToolTip(0, paper.kind.in_(self._language))
            leaf.setData(0, _KEY, (programme, pack.key))
            made.addChild(leaf)
        return made

    def _chosen(self) -> None:
        key = self.tree.currentItem().data(0, _KEY)
        if key:
            self._presenter.choose(*key)

    def _speak(self, place: int) -> None:
        self._presenter.choose_languages(SPOKEN[place][1])

    def _save(self) -> None:
        self._presenter.save()

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.asked.all_copied()}\n{self._enclosures.text()}")
        self._tell_copied()

    def _tell_copied(self) -> None:
        self._presenter.copied()

    def _make_tree(self) -> None:
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setFixedWidth(290)
        self.tree.setIndentation(16)
        self.tree.setStyleSheet(_TREE_LOOK)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._chosen())

    def _make_head(self) -> None:
        self._pack_name, self._count = label(size=theme.HEAD, bold=True), Badge()
        self._told = label(name="sub", wraps=True)
        self.spoken = [button(name="chip", act=partial(self._speak, place)) for place in range(len(SPOKEN))]
        group = QButtonGroup(self)
        for chip in self.spoken:
            chip.setCheckable(True)
            group.addButton(chip)
        self.save = button(drawing="save", act=self._save)

    def _lay_out(self) -> None:
        named = QWidget()
        named.setLayout(row(self._pack_name, self._count, gap=theme.SPACE))
        acts = Flow()
        for piece in (named, *self.spoken, self.save):
            acts.addWidget(piece)
        head = column(acts, self._told, gap=6, margins=_MARGINS)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        specimen = column(self.trouble, self.pages, gap=0)
        specimen.setStretch(1, 1)
        told = row(self._enclosures, self.copy, gap=theme.MARGIN, margins=_MARGINS)
        told.setStretch(0, 1)
        asked = column(pane(told), self.asked, gap=0)
        asked.setStretch(1, 1)
        self.tabs.addTab(pane(specimen), "")
        self.tabs.addTab(pane(asked), "")
        self.tabs.addTab(self.blanks, "")
        right = column(pane(head), self.tabs, gap=0)
        right.setStretch(1, 1)
        titled = column(row(self._title, None, margins=_MARGINS), self.tree, gap=0)
        titled.setStretch(1, 1)
        left = pane(titled, "navigation")
        both = row(left, pane(right), gap=0)
        both.setStretch(1, 1)
        papers = QWidget()
        papers.setLayout(both)
        self.rooms = QTabWidget()
        self.rooms.setDocumentMode(True)
        self.rooms.addTab(papers, "")
        self.rooms.addTab(self.ledger, "")
        self.setLayout(column(self.rooms, gap=0))


def asked_columns(language: Language) -> list[LineColumn[Asked]]:
    _ = words(language)
    tones = {REQUIRED: "primary", OPTIONAL: "off"}
    return [
        LineColumn(_("Section"), lambda one: one.section.in_(language), widest=150),
        LineColumn(_("Question"), lambda one: one.label.in_(language), widest=230),
        LineColumn(_("Needed?"), lambda one: one.need.in_(language), tone=lambda one: tones.get(one.need, "warning")),
        LineColumn(_("How to answer"), lambda one: one.how.in_(language), widest=260),
        LineColumn(_("Note"), lambda one: one.hint.in_(language) if one.hint else "", widest=180),
    ]
