"""本部の様式: the blanks imported so far, with what may be done to each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.blank_mapping import BlankMapping
from clair_desktop.presenters.blanks import BlankLine, BlanksPresenter, ImportQuestion, Imports
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, offer
from clair_desktop.views.blank_mapping import BlankMappingDialog
from clair_desktop.views.body_dialogs import KeepingDialog
from clair_desktop.views.elements import Flow, button, column, keyed, label, pane, row
from clair_desktop.views.line_table import LineColumn, LineTable

_MARGINS = (16, 12, 16, 12)


class BlanksPanel(QWidget):
    """Implements ``presenters.blanks.BlanksView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.programme = ""  # the one chosen beside this panel, which a new file is most likely of
        self.table = LineTable[BlankLine]("list")
        self.table.line_chosen.connect(self._allow)
        self.table.line_opened.connect(self._map)
        self._told = label(name="sub", wraps=True)
        self.add, self.map = button(name="primary", act=self._add), button(act=self._map)
        self.fill, self.remove = button(act=self._fill), button(act=self._remove)
        acts = Flow()
        for one in (self.add, self.map, self.fill, self.remove):
            acts.addWidget(one)
        layout = column(pane(column(self._told, acts, gap=theme.GAP, margins=_MARGINS)), self.table, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_language(language)

    def bind(self, presenter: BlanksPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._told.setText(
            _(
                "A file of headquarters is kept as it came. Map its places once a year; a copy is then filled for a case."
            )
        )
        self.add.setText(keyed(_("Import a file…"), "I"))
        self.map.setText(keyed(_("Map the places…"), "M"))
        self.fill.setText(keyed(_("Fill for a case…"), "F"))
        self.remove.setText(keyed(_("Remove…"), "R"))
        self.table.setAccessibleName(_("Files of headquarters"))
        self._allow()

    # BlanksView

    def show_blanks(self, lines: Sequence[BlankLine]) -> None:
        chosen = self.table.chosen()
        key = (chosen.blank.programme, chosen.blank.year, chosen.blank.name) if chosen else None
        self.table.show_lines(self._columns(), lines, stretch=6)
        keys = [(one.blank.programme, one.blank.year, one.blank.name) for one in self.table.lines.lines]
        if lines:
            self.table.choose(keys.index(key) if key in keys else 0)
        self._allow()

    def ask_import(self, question: ImportQuestion, imports: Imports) -> None:
        ImportDialog(self, self._language, question, imports).exec()

    def ask_case(self, cases: Sequence[tuple[str, Wording]]) -> str | None:
        return CaseDialog(self, self._language, cases).ask()

    def open_mapping(self, mapping: BlankMapping) -> None:
        BlankMappingDialog(self, mapping).ask()

    def _columns(self) -> list[LineColumn[BlankLine]]:
        _ = words(self._language)
        return [
            LineColumn(_("Programme"), lambda one: one.programme.in_(self._language), widest=210),
            LineColumn(_("Year"), lambda one: str(one.blank.year)),
            LineColumn(_("Blank"), lambda one: one.blank.name, widest=200),
            LineColumn(_("Mapping"), lambda one: one.standing.in_(self._language), tone=lambda one: "done" if one.ready else "warning"),
            LineColumn(_("File"), lambda one: one.blank.file_name, widest=240),
            LineColumn(_("Places mapped"), lambda one: str(len(one.blank.matches)), lambda one: len(one.blank.matches), number=True),
            LineColumn(_("Source"), lambda one: one.blank.source, widest=240),
        ]  # fmt: skip

    def _allow(self) -> None:
        chosen = self.table.chosen()
        for one in (self.map, self.remove):
            one.setEnabled(chosen is not None)
        self.fill.setEnabled(chosen is not None and chosen.ready)

    def _add(self) -> None:
        self._presenter.add(self.programme)

    def _map(self) -> None:
        if chosen := self.table.chosen():
            self._presenter.map(chosen)

    def _fill(self) -> None:
        if chosen := self.table.chosen():
            self._presenter.fill(chosen)

    def _remove(self) -> None:
        if chosen := self.table.chosen():
            self._presenter.remove(chosen)


class ImportDialog(KeepingDialog):
    """What a file is: of which programme and year, what it is called, and with which notice it came."""

    def __init__(self, over: QWidget, language: Language, question: ImportQuestion, imports: Imports) -> None:
        super().__init__(over, language, Wording("様式の取込み", "Import a blank"), imports)
        _ = words(language)
        texts = question.texts
        programme = self._choice("programme", question.programmes, texts["programme"])
        programme.name(_("Programme"), "P")
        year = self._choice("year", question.years, texts["year"])
        year.name(_("Project year"), "Y")
        spoken = [("ja", Wording("日本語", "Japanese")), ("en", Wording("英語", "English"))]
        tongue = self._choice("language", spoken, texts["language"])
        tongue.name(_("Language of the blank"), "L")
        name = self._line("name", texts["name"])
        name.name(
            _("Name of the blank"),
            "N",
            _("As headquarters calls it: 様式第1号. Next year's file of the same name takes its mapping over."),
        )
        source = self._line("source", texts["source"])
        source.name(_("Source"), "S", _("The notice it came with, and its date"))
        self.keep.setText(keyed(_("Import"), "I"))
        file = label(question.file, bold=True, wraps=True)
        layout = column(
            file,
            programme,
            row(year, tongue, gap=theme.GAP),
            name,
            source,
            self._acts(),
            gap=theme.GAP,
            margins=_MARGINS,
        )
        self.setLayout(layout)
        name.line.setFocus()


class CaseDialog(QDialog):
    """Which case is to be written into a copy."""

    def __init__(self, over: QWidget, language: Language, cases: Sequence[tuple[str, Wording]]) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Fill for a case"))
        self.cases = QComboBox()
        offer(self.cases, [(told.in_(language), number) for number, told in cases], None)
        asked = AskedBox(self.cases)
        asked.name(_("Case"), "C")
        go = button(keyed(_("Choose where to save…"), "S"), name="primary", act=self.accept)
        go.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        self.setLayout(column(asked, row(None, back, go), gap=theme.GAP, margins=_MARGINS))
        self.setMinimumWidth(520)

    def ask(self) -> str | None:
        return str(self.cases.currentData()) if self.exec() == QDialog.DialogCode.Accepted else None
