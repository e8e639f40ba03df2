"""One rule in full: how it stands in two years, who says so, and where the branch enters a value with its source."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.rule_lines import ComparedRule, ShownRule
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import Badge, Flow, button, column, keyed, label, pane, row, rule, scrolling
from clair_desktop.views.typed_texts import TypedTexts

Enters = Callable[[str, str, str, str], None]


class StandingPart(QWidget):
    """How one rule stands in one year: in words, its value, who says so and when somebody looked."""

    def __init__(self) -> None:
        super().__init__()
        self._year, self._badge = label(bold=True), Badge()
        self._value, self._source = label(bold=True, wraps=True), label(name="sub", wraps=True)
        head = Flow()
        for piece in (self._year, self._badge):
            head.addWidget(piece)
        self.setLayout(column(head, self._value, self._source, gap=4))

    def show_standing(self, year: FiscalYear, shown: ShownRule, language: Language) -> None:
        self._year.setText(year.label().in_(language))
        self._badge.put(shown.standing.words.in_(language), shown.standing.tone)
        self._value.setText(shown.value.in_(language))
        self._source.setText(_told(shown, language))

    def texts(self) -> list[str]:
        return [self._year.text(), self._badge.text(), self._value.text(), self._source.text()]


class RuleEntry(QWidget):
    """Texts go up as typed; ``enters`` gets the rule's key, the value, the source's title and the place in it."""

    def __init__(self, enters: Enters, withdraws: Callable[[str], None]) -> None:
        super().__init__()
        self._enters, self._withdraws = enters, withdraws
        self._language = Language.JA
        self._shown: ShownRule | None = None
        self._refused = False
        self._label = label(size=theme.HEAD, bold=True, wraps=True)
        self._now, self._then = StandingPart(), StandingPart()
        self._explained, self._heading = label(name="sub", wraps=True), label(bold=True, wraps=True)
        self.value, self.title, self.place = (AskedLine(self._enter) for _ in range(3))
        self.typed = TypedTexts({"value": self.value, "source_title": self.title, "locator": self.place})
        self.enter = button(name="primary", act=self._enter)
        self.withdraw = button(act=self._withdraw)
        margins = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        shown = column(self._label, self._now, rule(), self._then, rule(), gap=6)
        asked = column(self._heading, self._explained, self.value, self.title, self.place, gap=theme.SPACE)
        buttons = row(self.enter, self.withdraw, None)
        self.setLayout(column(scrolling(pane(column(shown, asked, buttons, None, gap=theme.GAP, margins=margins)))))

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
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

    def show_rule(self, programme: str, compared: ComparedRule | None, year: FiscalYear, beside: FiscalYear) -> None:
        """Another rule or year, or the same one read anew; what was typed of each stays with it."""
        _ = words(self._language)
        self.setEnabled(compared is not None)
        if compared is None:
            return
        shown = compared.now
        self.typed.show((programme, shown.key, year), {})
        self.typed.quiet()
        self._shown = shown
        self._label.setText(shown.label.in_(self._language))
        self._now.show_standing(year, shown, self._language)
        self._then.show_standing(beside, compared.then, self._language)
        self._heading.setText(
            _("Enter what the branch was told for %(year)s") % {"year": year.label().in_(self._language)}
        )
        self.value.name(_("Value"), "V", shown.example.in_(self._language))
        self.withdraw.setVisible(shown.entered)

    def complain(self, field: str, wording: Wording) -> None:
        box = {"source_title": self.title, "locator": self.place}.get(field, self.value)
        box.complain(wording.in_(self._language))
        self._refused = True

    def shown_texts(self) -> list[str]:
        """What is said of the rule: its name, then of each year how it stands, its value, who says so."""
        return [self._label.text(), *self._now.texts(), *self._then.texts()]

    def _enter(self) -> None:
        if self._shown is None:
            return
        self.typed.quiet()
        before, self._refused = self.typed.take(), False
        self._enters(self._shown.key, self.value.text(), self.title.text(), self.place.text())
        if self._refused:
            self.typed.restore(before)

    def _withdraw(self) -> None:
        if self._shown is not None:
            self._withdraws(self._shown.key)


def _told(shown: ShownRule, language: Language) -> str:
    _ = words(language)
    if shown.source is None:
        return _("No document that was read gives a value for this year. Cases are not judged by it.")
    said = f"{shown.source.title.in_(language)}　{shown.source.locator.in_(language)}".strip()
    checked = _("%(mark)s, checked on %(day)s") % {
        "mark": shown.mark.in_(language),
        "day": printed_date(shown.source.checked_on, language),
    }
    return f"{said}\n{checked}"
