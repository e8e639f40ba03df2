"""担当事務所を調べる: a country, a purpose and a day, and which overseas office answers, with the documents that say so."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCompleter, QRadioButton, QVBoxLayout, QWidget

from clair_desktop.domain.coverage import Purpose, RoutingVerdict
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.parties import Country
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.directory import RouteSheet
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import Badge, button, column, empty, keyed, label, pane, row, rule, scrolling

_TONES = {RoutingVerdict.COVERED: "done", RoutingVerdict.CONSULT: "warning", RoutingVerdict.NONE: "notice"}
Asks = Callable[[str, str, Purpose, str], None]


class RoutePane(QWidget):
    """The questions on the left; the answer on the right says in words what it is and why."""

    def __init__(self, asks: Asks) -> None:
        super().__init__()
        self._asks = asks
        self._language = Language.JA
        self.country, self.area = AskedLine(self._ask, width=320), AskedLine(self._ask, width=320)
        self.day = AskedLine(self._ask, width=200)
        self._purpose_label = label()
        self.purposes = {purpose: QRadioButton() for purpose in Purpose}
        group = QButtonGroup(self)
        for radio in self.purposes.values():
            group.addButton(radio)
        self.purposes[Purpose.RESEARCH].setChecked(True)
        self.ask = button(name="primary", act=self._ask)
        self._answer = QVBoxLayout()
        self._answer.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)
        self._answer.setSpacing(theme.SPACE)
        self._lay_out()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.country.name(_("Country or territory"), "C", _("Name in Japanese or English, or the two-letter ISO code"))
        self.area.name(_("State, region or city"), "A", _("Only where it matters, as for Belgium and Switzerland"))
        self.day.name(_("Day"), "D", _("Empty: today. For example R8.4.1 or 2026-04-01"))
        self._purpose_label.setText(_("Purpose"))
        self.purposes[Purpose.RESEARCH].setText(keyed(_("Research on request"), "R"))
        self.purposes[Purpose.SUPPORT].setText(keyed(_("Support for activities abroad"), "S"))
        self.purposes[Purpose.CHARGE].setText(keyed(_("Office in charge of the country"), "G"))
        self.ask.setText(keyed(_("Look up the office"), "L"))
        self._hint(_("Enter a country: the office in charge, the reason and the documents appear here."))

    def offer(self, countries: Sequence[Country]) -> None:
        """The countries that the box completes, in the language shown."""
        completer = QCompleter([one.name.in_(self._language) for one in countries], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.country.line.setCompleter(completer)

    def show_route(self, sheet: RouteSheet) -> None:
        _ = words(self._language)
        empty(self._answer)
        verdicts = {
            RoutingVerdict.COVERED: _("covered"),
            RoutingVerdict.CONSULT: _("to consult"),
            RoutingVerdict.NONE: _("no office"),
        }
        offices = [one.in_(self._language) for one in sheet.offices]
        asked = f"{sheet.country.in_(self._language)}　{printed_date(sheet.day, self._language)}"
        self._answer.addWidget(label(asked, name="sub"))
        told = label("、".join(offices) or verdicts[sheet.verdict], size=theme.TITLE, bold=True)
        self._answer.addLayout(row(told, Badge(verdicts[sheet.verdict], _TONES[sheet.verdict]), None))
        self._answer.addWidget(label(sheet.reason.in_(self._language), wraps=True))
        self._answer.addWidget(rule())
        self._answer.addWidget(label(_("Documents that say so"), bold=True))
        for source in sheet.sources:
            self._answer.addWidget(self._source(source))
        self._answer.addStretch(1)

    def complain(self, field: str, wording: Wording) -> None:
        box = {"country": self.country, "area": self.area, "day": self.day}.get(field, self.country)
        box.complain(wording.in_(self._language))

    def _ask(self) -> None:
        for box in (self.country, self.area, self.day):
            box.complain("")
        purpose = next(one for one, radio in self.purposes.items() if radio.isChecked())
        self._asks(self.country.text(), self.area.text(), purpose, self.day.text())

    def _hint(self, text: str) -> None:
        empty(self._answer)
        self._answer.addWidget(label(text, name="sub", wraps=True))
        self._answer.addStretch(1)

    def _source(self, source: Source) -> QWidget:
        _ = words(self._language)
        said = f"{source.title.in_(self._language)}　{source.locator.in_(self._language)}"
        checked = _("checked on %(day)s") % {"day": printed_date(source.checked_on, self._language)}
        made = label(f"・{said}（{checked}）" + (f"\n　{source.url}" if source.url else ""), wraps=True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made

    def _lay_out(self) -> None:
        purposes = column(self._purpose_label, *self.purposes.values(), gap=2)
        asked = column(
            self.country, self.area, purposes, self.day, row(self.ask, None), None, gap=theme.GAP,
            margins=(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN),
        )  # fmt: skip
        left = scrolling(pane(asked))
        left.setFixedWidth(370)
        self.setLayout(row(left, scrolling(pane(self._answer)), gap=0))
