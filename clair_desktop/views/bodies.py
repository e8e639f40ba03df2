"""機関: the list of all bodies on the left, the chosen one's sheet on the right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QMenu, QSplitter, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.bodies import BodiesPresenter, BodyLine, BodySheet
from clair_desktop.presenters.body_editing import BodyEditing, BodyQuestion, Keeps, MergeQuestion, ValueQuestion
from clair_desktop.presenters.directory_files import DirectoryFiles, ShownIntake
from clair_desktop.support.i18n import words
from clair_desktop.views.asked_box import offer
from clair_desktop.views.body_dialogs import BodyDialog, DuplicateDialog, ValueDialog
from clair_desktop.views.body_sheet import BodySheetPane
from clair_desktop.views.directory_intake import IntakeDialog
from clair_desktop.views.directory_lists import SearchedList, counted
from clair_desktop.views.directory_out import DirectoryOutPiece
from clair_desktop.views.elements import Flow, button, column, keyed, pane
from clair_desktop.views.line_table import LineColumn

_LIST_WIDTH, _NARROWEST = 400, 190  # pixels


class BodiesPane(QWidget):
    """Implements ``presenters.bodies.BodiesView`` and ``presenters.body_editing.EditingView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown = ""
        self.kinds = QComboBox()
        self.kinds.setMinimumContentsLength(8)
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kinds.activated.connect(lambda _row: self._search())
        self.list = SearchedList[BodyLine](lambda _text: self._search())
        self.list.search.setMinimumWidth(_NARROWEST)
        self.list.search.setMaximumWidth(_LIST_WIDTH)
        self.list.table.line_chosen.connect(self._choose)
        self.list.table.copied_lines.connect(self._copied)
        self.add = button(act=self._add)
        self.files = button()
        self._menu = QMenu(self.files)
        self.files.setMenu(self._menu)
        self.out = DirectoryOutPiece(self, language, self._kind)
        self.sheet = BodySheetPane(language, self._acts())
        tools = Flow()
        tools.addWidget(self.kinds)
        tools.addWidget(self.add)
        tools.addWidget(self.files)
        tools.addWidget(self.out.button)
        self.tools = tools
        left = QWidget()
        held = column(pane(column(tools, margins=(16, 12, 16, 0))), self.list, gap=0)
        held.setStretch(1, 1)
        left.setLayout(held)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.sheet)
        split.setSizes([_LIST_WIDTH, 780])
        split.setStretchFactor(1, 1)
        self.setLayout(column(split))
        self.set_language(language)

    def bind(self, presenter: BodiesPresenter, editing: BodyEditing, files: DirectoryFiles) -> None:
        self._presenter, self._editing, self._files = presenter, editing, files
        self.list.begin_anew()

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.kinds.setAccessibleName(_("Kind"))
        self.add.setText(keyed(_("Add a body"), "A"))
        self.files.setText(_("Files"))
        self._menu.clear()
        for text, act in (
            (_("Import a list (Excel or CSV)…"), self._import),
            (_("Export the list (Excel or CSV)…"), self._export),
            (_("Take an update file…"), self._take_update),
            (_("Make an update file…"), self._make_update),
        ):
            self._menu.addAction(text).triggered.connect(act)
        self.list.name(language, _("Search the directory"), _("Name, reading, romaji, code or number"))
        self.out.set_language(language)
        self.sheet.set_language(language)

    # BodiesView

    def show_kinds(self, kinds: Sequence[tuple[str, Wording]]) -> None:
        _ = words(self._language)
        chosen = self.kinds.currentData() or ""
        offer(self.kinds, [(_("All kinds"), ""), *((told.in_(self._language), key) for key, told in kinds)], chosen)

    def show_bodies(self, lines: Sequence[BodyLine], whole: int, chosen: str) -> None:
        self._shown = chosen
        self.list.table.blockSignals(True)
        self.list.table.show_lines(body_columns(self._language), lines, stretch=0)
        places = [place for place, one in enumerate(lines) if one.key == chosen]
        if places:
            self.list.table.choose(places[0])
        self.list.table.blockSignals(False)
        self.list.tell(counted(self._language, lines, whole))

    def show_sheet(self, sheet: BodySheet | None) -> None:
        self.sheet.show_sheet(sheet)

    def show_complaint(self, field: str, wording: Wording) -> None:
        self.sheet.day.complain(wording.in_(self._language))

    # EditingView

    def ask_value(self, question: ValueQuestion, keeps: Keeps) -> None:
        ValueDialog(self, self._language, question, keeps).exec()

    def ask_body(self, question: BodyQuestion, keeps: Keeps) -> None:
        BodyDialog(self, self._language, question, keeps).exec()

    def ask_duplicate(self, question: MergeQuestion) -> str | None:
        return DuplicateDialog(self, self._language, question).ask()

    # DirectoryFilesView

    def ask_taking(self, shown: ShownIntake) -> bool:
        return IntakeDialog(self, self._language, shown).ask()

    def _acts(self) -> dict[str, Callable[[], None]]:
        """What the sheet's buttons do, by their name; the presenters come after the window is built."""

        def edits(act: Callable[[BodyEditing], None]) -> Callable[[], None]:
            return lambda: act(self._editing)

        return {
            "look": self._look,
            "enter": edits(BodyEditing.enter),
            "correct": self._correct,
            "withdraw": lambda: self._withdraw(withdrawn=True),
            "restore": lambda: self._withdraw(withdrawn=False),
            "change": edits(BodyEditing.change_body),
            "merge": edits(BodyEditing.merge),
            "take_off": edits(BodyEditing.take_off),
            "undo": self._undo,
        }

    def _look(self) -> None:
        self._presenter.look_at(self.sheet.day.text())

    def _add(self) -> None:
        self._editing.add_body()

    def _import(self) -> None:
        self._files.import_list(self._kind())

    def _export(self) -> None:
        self._files.export_list(self._kind())

    def _take_update(self) -> None:
        self._files.take_update()

    def take_file(self, path: Path) -> None:
        """An update file that was dropped on the window."""
        self._files.take_file(path)

    def take_list(self, path: Path) -> None:
        """A list of bodies that was dropped on the window."""
        self._files.take_list(path)

    def _make_update(self) -> None:
        self._files.make_update()

    def _copied(self) -> None:
        self._presenter.copied()

    def _search(self) -> None:
        self._presenter.search(self.list.search.text(), self._kind())

    def _kind(self) -> str:
        return str(self.kinds.currentData() or "")

    def _choose(self) -> None:
        line = self.list.table.chosen()
        if line is not None and line.key != self._shown:
            self._shown = line.key
            self._presenter.choose(line.key)

    def _correct(self) -> None:
        value = self.sheet.chosen_value()
        if value is not None:
            self._editing.correct(value.key)

    def _withdraw(self, *, withdrawn: bool) -> None:
        value = self.sheet.chosen_value()
        if value is not None:
            self._editing.withdraw(value.key, withdrawn=withdrawn)

    def _undo(self) -> None:
        act = self.sheet.history.table.chosen()
        if act is not None:
            self._editing.undo(act.operation)


def body_columns(language: Language) -> list[LineColumn[BodyLine]]:
    _ = words(language)
    return [
        LineColumn(_("Body"), lambda one: one.name.in_(language), widest=230),
        LineColumn(_("Kind"), lambda one: one.kind.in_(language), widest=130),
        LineColumn(_("Code"), lambda one: one.code),
        LineColumn(_("Address"), lambda one: one.address, widest=260),
    ]
