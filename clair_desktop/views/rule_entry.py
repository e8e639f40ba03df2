"""One rule in full: how it stands, who says so, and where the branch enters a value with its source."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.rule_lines import ShownRule
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import Badge, button, column, keyed, label, pane, row, rule, scrolling

Enters = Callable[[str, str, str, str], None]


class RuleEntry(QWidget):
    """Texts go up as typed; ``enters`` gets the rule's key, the value, the source's title and the place in it."""

    def __init__(self, enters: Enters, withdraws: Callable[[str], None]) -> None:
        super().__init__()
        self._enters, self._withdraws = enters, withdraws
        self._language = Language.JA
        self._shown: ShownRule | None = None
        self._label, self._badge = label(size=theme.HEAD, bold=True, wraps=True), Badge()
        self._value, self._source = label(bold=True, wraps=True), label(name="sub", wraps=True)
        self._explained, self._heading = label(name="sub", wraps=True), label(bold=True)
        self.value, self.title, self.place = (AskedLine(self._enter) for _ in range(3))
        self.enter = button(name="primary", act=self._enter)
        self.withdraw = button(act=self._withdraw)
        margins = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        shown = column(self._label, row(self._badge, None), self._value, self._source, rule(), gap=6)
        asked = column(self._heading, self._explained, self.value, self.title, self.place, gap=theme.SPACE)
        buttons = row(self.enter, self.withdraw, None)
        self.setLayout(column(scrolling(pane(column(shown, asked, buttons, None, gap=theme.GAP, margins=margins)))))

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._heading.setText(_("Enter what the branch was told"))
        self._explained.setText(
            _("The value applies to this year only and stands as entered by the branch wherever it is used.")
        )
        self.value.name(_("Value"), "V")
        self.title.name(
            _("Source (title of the document)"), "T", _("For example the guidelines of the year, or a notice")
        )
        self.place.name(_("Place in it"), "L", _("Article, page or number; may be left empty"))
        self.enter.setText(keyed(_("Enter this rule"), "E"))
        self.withdraw.setText(keyed(_("Withdraw the entry"), "W"))

    def show_rule(self, shown: ShownRule | None) -> None:
        """Another rule; what was typed for the one before is gone, what was typed for the same one stays."""
        _ = words(self._language)
        self.setEnabled(shown is not None)
        if shown is None:
            return
        if self._shown is None or self._shown.key != shown.key or self._shown.entered != shown.entered:
            for box in (self.value, self.title, self.place):
                box.put("")
        for box in (self.value, self.title, self.place):
            box.complain("")
        self._shown = shown
        self._label.setText(shown.label.in_(self._language))
        self._badge.put(shown.standing.words.in_(self._language), shown.standing.tone)
        self._value.setText(shown.value.in_(self._language))
        self._source.setText(self._told(shown))
        self.value.name(_("Value"), "V", shown.example.in_(self._language))
        self.withdraw.setVisible(shown.entered)

    def complain(self, field: str, wording: Wording) -> None:
        box = {"source_title": self.title, "locator": self.place}.get(field, self.value)
        box.complain(wording.in_(self._language))

    def shown_texts(self) -> list[str]:
        """What is said of the rule: its name, its value, who says so."""
        return [self._label.text(), self._value.text(), self._source.text()]

    def _told(self, shown: ShownRule) -> str:
        _ = words(self._language)
        if shown.source is None:
            return _("No document that was read gives a value for this year. Cases are not judged by it.")
        said = f"{shown.source.title.in_(self._language)}　{shown.source.locator.in_(self._language)}".strip()
        checked = _("%(mark)s, checked on %(day)s") % {
            "mark": shown.mark.in_(self._language),
            "day": printed_date(shown.source.checked_on, self._language),
        }
        return f"{said}\n{checked}"

    def _enter(self) -> None:
        if self._shown is None:
            return
        for box in (self.value, self.title, self.place):
            box.complain("")
        self._enters(self._shown.key, self.value.text(), self.title.text(), self.place.text())

    def _withdraw(self) -> None:
        if self._shown is not None:
            self._withdraws(self._shown.key)
