"""The findings as a list: the verdict in words, the arithmetic, the source, and the way to the field."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clair_desktop.domain.mending import no_source
from clair_desktop.domain.money import yen
from clair_desktop.domain.programme import Edition, common_name
from clair_desktop.domain.rulings import MARK_WORDS, Finding, Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.case_entry import Judged
from clair_desktop.presenters.words import counted, finding_tag
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.elements import Badge, Flow, button, empty, label, pane, row, rule, scrolling

TALLEST = 250


class FindingsPanel(QWidget):
    """One line that counts the findings, and under it, when opened, every one of them."""

    def __init__(self, language: Language, go_to: Callable[[str], None], decide: Callable[[str], None]) -> None:
        super().__init__()
        self._language = language
        self._go_to = go_to
        self._decide = decide
        self._judged: Judged | None = None
        self._edition: Edition | None = None
        self._listed: object = None
        self._links: dict[str, QPushButton] = {}
        self.opener = button(name="plain", drawing="check", act=self.toggle)
        self.opener.setCheckable(True)
        self._counts = QWidget()
        self._line = row(gap=6)
        self._counts.setLayout(self._line)
        self.maximum = label(bold=True)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(20, theme.SPACE, 20, theme.GAP)
        self._lines.setSpacing(theme.SPACE)
        self.list = scrolling(pane(self._lines))
        self.list.setMaximumHeight(TALLEST)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = row(self.opener, self._counts, None, self.maximum, margins=(12, 3, 20, 3))
        layout.addWidget(pane(head, "bar"))
        layout.addWidget(self.list)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        self._language = language
        self._listed = None
        _ = words(language)
        self.opener.setText(_("Check"))
        self.opener.setToolTip(_("Shows every finding with its arithmetic and its source (Ctrl+K)"))
        self.list.setAccessibleName(_("Findings"))
        if self._judged and self._edition:
            self.show_judged(self._judged, self._edition)

    def show_judged(self, judged: Judged, edition: Edition) -> None:
        self._judged, self._edition = judged, edition
        _ = words(self._language)
        empty(self._line)
        for tag in counted(judged.findings):
            self._line.addWidget(Badge(tag.words.in_(self._language), tag.tone))
        self.maximum.setVisible(judged.grant_maximum is not None)
        if judged.grant_maximum is not None:
            self.maximum.setText(_("Grant at most %(yen)s") % {"yen": yen(judged.grant_maximum).in_(self._language)})
        if self.list.isVisibleTo(self):
            self._list()

    def badges(self) -> list[Badge]:
        return self._counts.findChildren(Badge)

    def links(self) -> dict[str, QPushButton]:
        """The ways to the fields, of the findings listed."""
        return self._links

    def toggle(self) -> None:
        self.set_open(not self.list.isVisibleTo(self))

    def set_open(self, opened: bool) -> None:
        self.list.setVisible(opened)
        self.opener.setChecked(opened)
        if opened:
            self._list()

    def _list(self) -> None:
        if self._judged is None or self._edition is None or self._listed == list(self._judged.findings):
            return
        self._listed = list(self._judged.findings)
        empty(self._lines)
        self._links = {}
        for finding in sorted(self._judged.findings, key=_gravity):
            self._lines.addWidget(self._entry(finding, self._edition))
            self._lines.addWidget(rule())
        self._lines.addStretch(1)

    def _entry(self, finding: Finding, edition: Edition) -> QWidget:
        _ = words(self._language)
        tag = finding_tag(finding)
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(2)
        badge = Badge(tag.words.in_(self._language), tag.tone)
        grid.addWidget(badge, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(_selectable(self._said(finding, edition)), 0, 1)
        grid.setColumnMinimumWidth(0, 128)
        grid.setColumnStretch(1, 1)
        acts = Flow(4)
        field = edition.field(finding.field) if finding.field else None
        if field is not None:
            name = _("To “%(field)s”") % {"field": field.label.in_(self._language)}
            leads = button(name, name="link", act=partial(self._go_to, field.key))
            self._links.setdefault(field.key, leads)
            acts.addWidget(leads)
        if finding.can_be_decided:
            decide = button(_("Decide with a reason…"), name="link", act=partial(self._decide, finding.rule))
            decide.setToolTip(_("Records who decided this, and why; the finding then counts as met"))
            acts.addWidget(decide)
        notes = [self._working(finding), self._source(finding), self._mend(finding, edition)]
        place = 1
        for note in filter(None, notes):
            told = label(note, size=theme.CAPTION, name="sub", wraps=True)
            grid.addWidget(told, place, 1)
            place += 1
        if acts.count():
            grid.addLayout(acts, place, 1)
        return made

    def _said(self, finding: Finding, edition: Edition) -> str:
        """The rule by its name, and what it says; an answer or a paper that is wanting names itself."""
        message = finding.message.in_(self._language)
        if common_name(finding.rule):
            return message
        _ = words(self._language)
        name = edition.finding_name(finding.rule).in_(self._language)
        return _("%(rule)s: %(text)s") % {"rule": name, "text": message}

    def _working(self, finding: Finding) -> str:
        _ = words(self._language)
        return _("Reckoning: %(text)s") % {"text": finding.working.in_(self._language)} if finding.working else ""

    def _mend(self, finding: Finding, edition: Edition) -> str:
        """A finding that already says which answer is wanting is not said twice."""
        mend = edition.mend(finding)
        if mend is None or mend == finding.message:
            return ""
        _ = words(self._language)
        return _("To mend it: %(text)s") % {"text": mend.in_(self._language)}

    def _source(self, finding: Finding) -> str:
        source = finding.source
        _ = words(self._language)
        if source is None:
            return _("Source: %(none)s") % {"none": no_source(finding).in_(self._language)}
        told = f"{source.title.in_(self._language)} {source.locator.in_(self._language)}"
        mark_words = MARK_WORDS[source.mark].in_(self._language)
        return _("Source: %(source)s [%(mark)s, checked %(day)s]") % {
            "source": told,
            "mark": mark_words,
            "day": source.checked_on.isoformat(),
        }


def _gravity(finding: Finding) -> int:
    if finding.missing:
        return 1
    return {Verdict.NOT_MET: 0, Verdict.UNDECIDED: 2, Verdict.MET: 3}[finding.verdict]


def _selectable(text: str) -> QLabel:
    made = label(text, wraps=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
