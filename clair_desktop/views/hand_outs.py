"""記入用Excel: bodies to tick, the programme and year, and what was written where."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.hand_outs import BodyLine, HandOutSheet, HandOutsPresenter
from clair_desktop.support.i18n import words
from clair_desktop.support.watch import Watch
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.elements import button, column, keyed, label, name_inner_buttons, pane, row
from clair_desktop.views.line_table import LineColumn
from clair_desktop.views.ticked_table import TickedTable
from clair_desktop.views.work_line import WorkLine

_MARGINS = (theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
_SPOKEN = ((Language.JA, Wording("日本語", "Japanese")), (Language.EN, Wording("英語", "English")))


class HandOutsPane(QWidget):
    """Implements ``presenters.hand_outs.HandOutsView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._sheet: HandOutSheet | None = None
        self.presenter: HandOutsPresenter | None = None
        self._make_controls()
        self.set_language(language)

    def bind(self, presenter: HandOutsPresenter) -> None:
        self.presenter = presenter

    def is_typing(self) -> bool:
        """Whether something is ticked that was not handed out."""
        return bool(self.bodies.ticks.ticked)

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._told.setText(
            _(
                "A workbook for each ticked body: it asks for the application and checks while it is filled in. "
                "What comes back is taken in on the next tab."
            )
        )
        self._asked_programme.name(_("Programme"), "P")
        self._asked_year.name(_("Project year"), "Y")
        self._asked_language.name(_("Language of the workbook"), "L")
        self.search.name(_("Search among the bodies"), "S")
        name_inner_buttons(self.search.line, _("Clear the search"))
        self.all.setText(keyed(_("Tick all shown"), "A"))
        self.none.setText(keyed(_("Untick all shown"), "U"))
        self.write.setText(keyed(_("Choose a folder and write"), "W"))
        self.folder.setText(keyed(_("Open the folder"), "O"))
        self.bodies.setAccessibleName(_("Bodies to hand a workbook to"))
        self.work.set_language(language)
        chosen = self.language.currentIndex()
        offer(self.language, [(name.in_(language), one) for one, name in _SPOKEN], None)
        self.language.setCurrentIndex(max(0, chosen))
        if self._sheet is not None:
            self.show_choices(self._sheet)

    # HandOutsView

    def show_choices(self, sheet: HandOutSheet) -> None:
        self._sheet = sheet
        offer(self.programme, [(one.name.in_(self._language), one.key) for one in sheet.programmes], sheet.programme)
        offer(self.year, [(one.label().in_(self._language), one) for one in sheet.years], sheet.year)
        self.bodies.show_lines(body_columns(self._language), sheet.bodies)
        self._show_count()

    def show_made(self, folder: Path, files: Sequence[str]) -> None:
        told = words(self._language).ngettext(
            "%(count)d workbook written to %(folder)s", "%(count)d workbooks written to %(folder)s", len(files)
        )
        self.made.setText(told % {"count": len(files), "folder": str(folder)})
        self.made.setToolTip("\n".join(files))
        self.bodies.ticks.ticked = set()
        self.bodies.tick_all(on=False)
        self.folder.show()
        self.folder.setFocus()

    def show_working(self, told: Wording, watch: Watch) -> None:
        self.work.show_working(told, watch)

    def hide_working(self) -> None:
        self.work.hide_working()

    def _make_controls(self) -> None:
        self._told, self.made, self.count = label(name="sub", wraps=True), label(wraps=True), label(bold=True)
        self.programme, self.year, self.language = QComboBox(), QComboBox(), QComboBox()
        self.programme.setMinimumWidth(240)
        self._asked_programme, self._asked_year = AskedBox(self.programme), AskedBox(self.year)
        self._asked_language, self.search = AskedBox(self.language), AskedLine()
        self.search.line.setClearButtonEnabled(True)
        self.search.line.textChanged.connect(self._search)
        self.bodies = TickedTable[BodyLine](lambda one: one.code)
        self.bodies.ticks_changed.connect(self._show_count)
        self.all = button(act=lambda: self.bodies.tick_all(on=True))
        self.none = button(act=lambda: self.bodies.tick_all(on=False))
        self.write = button(name="primary", act=self._write)
        self.folder = button(act=self._open_folder)
        self.folder.hide()
        self.programme.activated.connect(self._choose)
        self.year.activated.connect(self._choose)
        asked = row(self._asked_programme, self._asked_year, self._asked_language, self.search, gap=theme.MARGIN)
        asked.setStretch(3, 1)
        chosen = QWidget()
        chosen.setLayout(column(self._told, asked, gap=theme.SPACE))
        acts = QWidget()
        acts.setLayout(row(self.all, self.none, self.count, None, self.folder, self.write))
        self.work = WorkLine(chosen, acts, self.bodies)
        top = pane(column(chosen, margins=_MARGINS))
        foot = pane(column(self.made, self.work, acts, margins=(16, 8, 16, 8)), "bar")
        layout = column(top, self.bodies, foot, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _show_count(self) -> None:
        count = len(self.bodies.ticks.ticked)
        told = words(self._language).ngettext("%(count)d body ticked", "%(count)d bodies ticked", count)
        self.count.setText(told % {"count": count})
        self.write.setEnabled(bool(count))

    def _search(self, text: str) -> None:
        self.bodies.lines.keep(text)

    def _choose(self, _place: int) -> None:
        if self.presenter is not None:
            self.presenter.choose(self.programme.currentData(), self.year.currentData())

    def _write(self) -> None:
        ticked = self.bodies.ticks.ticked
        if self.presenter is not None and self._sheet is not None:
            chosen = [one.code for one in self._sheet.bodies if one.code in ticked]
            self.presenter.write(chosen, self.language.currentData())

    def _open_folder(self) -> None:
        if self.presenter is not None:
            self.presenter.open_folder()


def body_columns(language: Language) -> list[LineColumn[BodyLine]]:
    _ = words(language)
    return [
        LineColumn(_("Body"), lambda one: one.name.in_(language), lambda one: one.code, widest=420),
        LineColumn(_("Code"), lambda one: one.code),
        LineColumn(_("Kana"), lambda one: one.kana),
        LineColumn(_("Kind"), lambda one: one.kind.in_(language)),
    ]
