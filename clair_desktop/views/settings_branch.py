"""支部と差出人: what every letter of the branch carries, in Japanese and English side by side."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.settings import FLAGS, PLAIN, WORDED, ProfileSheet
from clair_desktop.presenters.suggestions import postal_addresses
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import Badge, button, column, keyed, label, pane, row, scrolling
from clair_desktop.views.postal_offer import PostalOffer

Saves = Callable[[Mapping[str, str], Mapping[str, bool]], None]


class BranchPane(QWidget):
    """The sender block. Enter goes on to the next box; nothing is kept until it is saved."""

    def __init__(self, saves: Saves, changes_branch: Callable[[], None]) -> None:
        super().__init__()
        self._saves = saves
        self._language = Language.JA
        self._sheet: ProfileSheet | None = None
        self._branch, self._sample = label(size=theme.HEAD, bold=True), Badge()
        self.change = button(act=changes_branch)
        keys = [f"{key}_{side}" for key in WORDED for side in Language] + list(PLAIN)
        self.lines = {key: AskedLine() for key in keys}
        PostalOffer(self.lines["postal_ja"].line, postal_addresses)
        self.flags = {key: QCheckBox() for key in FLAGS}
        self.save = button(name="primary", act=self._save)
        self._lay_out()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.change.setText(keyed(_("Change the branch…"), "B"))
        worded = {
            "sender_title": _("Sender's title"),
            "section": _("Section in charge"),
            "postal": _("Postal address"),
            "headquarters_title": _("Headquarters' addressee (title)"),
        }
        sides = {Language.JA: _("Japanese"), Language.EN: _("English")}
        for key, name in worded.items():
            for side, told in sides.items():
                self.lines[f"{key}_{side}"].name(_("%(name)s (%(language)s)") % {"name": name, "language": told})
        offers = _("A postal code such as 980-8570 offers its addresses")
        address = _("%(name)s (%(language)s)") % {"name": worded["postal"], "language": sides[Language.JA]}
        self.lines["postal_ja"].name(address, "", offers)
        self.lines["contact"].name(_("Contact (post)"), "", _("A post, such as 担当者 or 主事; no name is needed"))
        self.lines["phone"].name(_("Telephone"), "", _("As it is to be printed"))
        self.lines["email"].name(_("E-mail"))
        self.flags["seal_omitted"].setText(keyed(_("Print （公印省略） on letters"), "K"))
        self.flags["new_era_label"].setText(
            keyed(_("Write FY2019 as 令和元年度 (CLAIR's list writes 平成31年度)"), "G")
        )
        self.save.setText(keyed(_("Save"), "S"))

    def show_profile(self, sheet: ProfileSheet) -> None:
        """What is kept; a line that was typed in and not saved stays, unless what is kept has changed."""
        _ = words(self._language)
        self._branch.setText(sheet.name.in_(self._language) or _("No branch is chosen yet"))
        self._sample.put(_("Sample") if sheet.demonstration else "", "notice")
        before = self._sheet
        self._sheet = sheet
        for key, line in self.lines.items():
            typed = before is not None and line.text() != before.texts[key]
            if before is None or not typed or sheet.texts[key] != before.texts[key]:
                line.put(sheet.texts[key])
                line.complain("")
        for key, flag in self.flags.items():
            if before is None or flag.isChecked() == before.flags[key] or sheet.flags[key] != before.flags[key]:
                flag.setChecked(sheet.flags[key])

    def is_typing(self) -> bool:
        """Whether something here differs from what is kept."""
        if self._sheet is None:
            return False
        texts, flags = self._sheet.texts, self._sheet.flags
        typed = any(line.text().strip() != texts[key] for key, line in self.lines.items())
        return typed or any(flag.isChecked() != flags[key] for key, flag in self.flags.items())

    def complain(self, field: str, wording: Wording) -> None:
        self.lines[field].complain(wording.in_(self._language))

    def _save(self) -> None:
        for line in self.lines.values():
            line.complain("")
        texts = {key: line.text() for key, line in self.lines.items()}
        self._saves(texts, {key: flag.isChecked() for key, flag in self.flags.items()})

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.MARGIN)
        grid.setVerticalSpacing(theme.GAP)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, key in enumerate(WORDED):
            for side, language in enumerate(Language):
                grid.addWidget(self.lines[f"{key}_{language}"], place, side, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % 2, 1)
        for place, key in enumerate(PLAIN):
            grid.addWidget(self.lines[key], len(WORDED) + place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        head = row(self._branch, self._sample, self.change, None, gap=theme.GAP)
        margins = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        asked = column(head, grid, *self.flags.values(), None, gap=theme.GAP, margins=margins)
        held = pane(asked)
        held.setMaximumWidth(960)
        bar = pane(row(self.save, None, margins=(theme.MARGIN, theme.SPACE, theme.MARGIN, theme.SPACE)), "bar")
        beside = row(held, None)
        beside.setStretch(0, 40)
        layout = column(scrolling(pane(beside)), bar, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
