"""One body of the directory: the values of a day, the timeline, the documents side by side, and its history."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QTabWidget, QWidget

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.bodies import EDITIONS, ActLine, BodySheet, EditionRow, ValueLine
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedLine
from clair_desktop.views.elements import Badge, Flow, button, column, keyed, label, pane, row
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn

_FURTHER = ("change", "merge", "take_off")  # what concerns the body and not a value
_TOLD = 64  # pixels for the chosen line
_MARGINS = (theme.MARGIN, theme.SPACE, theme.MARGIN, theme.SPACE)


class BodySheetPane(QWidget):
    """Shows a sheet; what is done with it goes to the callables by name."""

    def __init__(self, language: Language, acts: dict[str, Callable[[], None]]) -> None:
        super().__init__()
        self._language = language
        self._sheet: BodySheet | None = None
        self._name, self._kind = label(size=theme.HEAD, bold=True, wraps=True), Badge()
        self._told = label(name="sub", wraps=True)
        self.day = AskedLine(acts["look"], width=220)
        self.acts = {key: button(act=act) for key, act in acts.items() if key not in ("look", *_FURTHER)}
        self.more, self._menu = button(), QMenu(self)
        self.further = {key: self._menu.addAction("") for key in _FURTHER}
        for key, action in self.further.items():
            action.triggered.connect(acts[key])
        self.more.setMenu(self._menu)
        self.used = LinePart[ValueLine](used_columns(language), [], language)
        self.timeline = LinePart[ValueLine](timeline_columns(language), [], language)
        self.editions = LinePart[EditionRow](edition_columns(language), [], language)
        self.history: LinePart[ActLine] = LinePart(act_columns(language), [], language)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part in (self.used, self.timeline, self.editions, self.history):
            self.tabs.addTab(part, "")
        self.tabs.currentChanged.connect(lambda _place: self._offer())
        for table in (self.timeline.table, self.history.table):
            table.line_chosen.connect(self._offer)
        self._lay_out()
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        names = (_("Values of the day"), _("Timeline"), _("Documents compared"), _("History"))
        for place, (name, part) in enumerate(zip(names, self._parts(), strict=True)):
            self.tabs.setTabText(place, name)
            part.table.setAccessibleName(name)
        self.day.name(_("A letter of this day"), "D", "")
        told = {
            "enter": keyed(_("Enter a value"), "V"), "correct": keyed(_("Correct"), "C"),
            "withdraw": keyed(_("Withdraw"), "W"), "restore": _("Use again"), "undo": _("Undo this act"),
        }  # fmt: skip
        for key, text in told.items():
            self.acts[key].setText(text)
        further = (_("Change the body"), _("Merge a duplicate"), _("Take off the directory"))
        for action, name in zip(self.further.values(), further, strict=True):
            action.setText(name)
        self.more.setText(keyed(_("This body"), "B"))

    def show_sheet(self, sheet: BodySheet | None) -> None:
        self._sheet = sheet
        self.setEnabled(sheet is not None)
        if sheet is None:
            return
        language = self._language
        self._name.setText(sheet.name.in_(language))
        self._kind.put(sheet.kind.in_(language), "info")
        self._told.setText(sheet.told.in_(language))
        self.day.complain("")
        if not self.day.line.hasFocus():
            self.day.put(printed_date(sheet.day, language))
        self.used.show_lines(used_columns(language), sheet.used)
        self.timeline.show_lines(timeline_columns(language), sheet.timeline)
        self.editions.show_lines(edition_columns(language), sheet.editions)
        self.history.show_lines(act_columns(language), sheet.history)
        self._offer()

    def chosen_value(self) -> ValueLine | None:
        """The statement that is chosen in the list shown."""
        part = {0: self.used, 1: self.timeline}.get(self.tabs.currentIndex())
        return part.table.chosen() if part else None

    def _parts(self) -> Sequence[LinePart[ValueLine] | LinePart[EditionRow] | LinePart[ActLine]]:
        return (self.used, self.timeline, self.editions, self.history)

    def _offer(self) -> None:
        """Only what can be done with what is chosen is offered."""
        value, act = self.chosen_value(), self.history.table.chosen()
        on_history = self.tabs.currentIndex() == 3
        self.acts["correct"].setEnabled(value is not None)
        self.acts["withdraw"].setEnabled(value is not None and not value.withdrawn)
        self.acts["restore"].setVisible(value is not None and value.withdrawn)
        self.acts["undo"].setVisible(on_history and act is not None and not act.undone and not act.undo)

    def _lay_out(self) -> None:
        buttons = Flow()
        for key in ("enter", "correct", "withdraw", "restore", "undo"):
            buttons.addWidget(self.acts[key])
        buttons.addWidget(self.more)
        title = row(self._name, self._kind, gap=theme.SPACE)
        title.setStretch(0, 1)
        top = row(column(title, self._told, None, gap=3), self.day, gap=theme.GAP)
        top.setStretch(0, 1)
        for part in self._parts():
            part.told.setFixedHeight(_TOLD)
        layout = column(pane(column(top, buttons, gap=theme.SPACE, margins=_MARGINS)), self.tabs, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def used_columns(language: Language) -> list[LineColumn[ValueLine]]:
    _ = words(language)
    return [
        LineColumn(_("Item"), lambda one: one.attribute.in_(language), widest=190),
        LineColumn(_("Value"), lambda one: one.text.in_(language), widest=330),
        LineColumn(
            _("How it stands"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone
        ),
        LineColumn(_("Dialled from Japan"), lambda one: one.from_japan),
        LineColumn(_("Dialled from abroad"), lambda one: one.dialled),
        LineColumn(_("Document"), lambda one: one.document.in_(language), widest=260),
    ]


def timeline_columns(language: Language) -> list[LineColumn[ValueLine]]:
    _ = words(language)
    return [
        LineColumn(_("Item"), lambda one: one.attribute.in_(language), widest=160),
        LineColumn(_("Validity"), lambda one: one.validity.in_(language), widest=170),
        LineColumn(_("Value"), lambda one: one.text.in_(language), widest=250),
        LineColumn(
            _("How it stands"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone
        ),
        LineColumn(_("Contradiction"), lambda one: one.against.in_(language), widest=220),
        LineColumn(_("Document"), lambda one: one.document.in_(language), widest=220),
        LineColumn(_("Founded on"), lambda one: one.confidence.in_(language)),
    ]


def edition_columns(language: Language) -> list[LineColumn[EditionRow]]:
    _ = words(language)

    def printed(place: int) -> Callable[[EditionRow], str]:
        return lambda one: one.said[place].in_(language)

    documents = [
        LineColumn(name.in_(language), printed(place), widest=200) for place, (_key, name) in enumerate(EDITIONS)
    ]
    return [
        LineColumn(_("Item"), lambda one: one.attribute.in_(language), widest=160),
        LineColumn(_("Difference"), lambda one: _("differs") if one.differs else "", tone=lambda _one: "warning"),
        *documents,
    ]


def act_columns(language: Language) -> list[LineColumn[ActLine]]:
    _ = words(language)

    def changed(act: ActLine) -> str:
        return "　".join(f"{name.in_(language)}: {old or '―'} → {new or '―'}" for name, old, new in act.changes)

    return [
        LineColumn(
            _("When"), lambda act: f"{printed_date(act.at.date(), language)} {act.at:%H:%M}", lambda act: act.at
        ),
        LineColumn(_("Act"), lambda act: act.title.in_(language), widest=320),
        LineColumn(_("Who"), lambda act: act.who),
        LineColumn(_("Undone"), lambda act: _("undone") if act.undone else "", tone=lambda _act: "off"),
        LineColumn(_("Changes"), changed, widest=400),
    ]
