"""In which language each paper of the pack is made: a menu of the papers, each with its choices."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from clair_desktop.domain.pack_languages import PaperLanguage
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.pack_wishes import PaperLine
from clair_desktop.support.i18n import words
from clair_desktop.views.elements import keyed

Chosen = Callable[[str, PaperLanguage | None], None]


class PaperLanguages(QPushButton):
    """Tells which paper is to be in which language; none is "like the whole pack"."""

    def __init__(self, chosen: Chosen, usual: Callable[[], None]) -> None:
        super().__init__()
        self._language = Language.JA
        self._chosen = chosen
        self._papers: Sequence[PaperLine] = ()
        self._own: Mapping[str, PaperLanguage] = {}
        self._menu = QMenu(self)
        self.menus: list[QMenu] = []
        self.acts: dict[tuple[str, PaperLanguage | None], QAction] = {}
        self.usual = QAction(self)
        self.usual.triggered.connect(lambda _on: usual())
        self.setMenu(self._menu)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.setToolTip(_("A language for each paper of the pack; kept for this copy"))
        self.usual.setText(_("As the receiver reads it (usual)"))
        self.show_papers(self._papers, self._own)

    def show_papers(self, papers: Sequence[PaperLine], own: Mapping[str, PaperLanguage]) -> None:
        _ = words(self._language)
        self._papers, self._own = papers, own
        self.acts = {}
        self._menu.clear()
        for menu in self.menus:
            menu.deleteLater()  # its own act may be what is being carried out
        self.menus = []
        for paper in papers:
            self._add(paper)
        self._menu.addSeparator()
        self._menu.addAction(self.usual)
        self.setText(keyed(_("By paper (%(count)d)") % {"count": len(own)} if own else _("By paper"), "B"))
        self.setEnabled(bool(papers))

    def _add(self, paper: PaperLine) -> None:
        _ = words(self._language)
        chosen, name = self._own.get(paper.key), paper.name.in_(self._language).replace("&", "&&")
        menu = self._menu.addMenu(f"{name}\u3000[{chosen.label.in_(self._language)}]" if chosen else name)
        self.menus.append(menu)
        group = QActionGroup(menu)
        for choice in (None, *paper.choices):
            said = choice.label.in_(self._language) if choice else _("Like the whole pack")
            act = menu.addAction(said, lambda key=paper.key, one=choice: self._chosen(key, one))
            act.setCheckable(True)
            act.setChecked(choice is chosen)
            group.addAction(act)
            self.acts[paper.key, choice] = act
