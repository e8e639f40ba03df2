"""The list of cases: search, chips, narrowing, the table, and the question for a new case."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.case_list import (
    STANDINGS,
    YEAR_KINDS,
    CaseListPresenter,
    ListChoices,
    NewCaseChoices,
    ShownLine,
    ShownList,
    Standing,
    YearKind,
)
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import offer
from clair_desktop.views.columns_model import COLUMNS, SORTABLE, TITLE, CaseModel, LineDelegate
from clair_desktop.views.elements import Flow, button, keyed, label, name_inner_buttons, row
from clair_desktop.views.icons import icon

WAIT = 120  # milliseconds after the last letter before the list is searched
FOLLOW = 150  # milliseconds a row is held before its case is opened beside the list


class CaseTable(QTableView):
    """The table; Enter opens the case, as a click does."""

    def __init__(self, opens: Callable[[], None]) -> None:
        super().__init__()
        self._opens = opens
        self.setObjectName("list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opens()
            return
        super().keyPressEvent(event)


class CaseListPane(QWidget):
    """Implements ``presenters.case_list.CaseListView``; ``receives`` begins a new case, as the menu does."""

    def __init__(self, language: Language, receives: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        self._choices = ListChoices((), ())
        self._receives = receives
        self._total = 0
        self._open: int | None = None
        self._marking = False
        self._build()
        self._wire()
        self.set_language(language)

    def bind(self, presenter: CaseListPresenter) -> None:
        self._presenter = presenter

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self._title.setText(_("Cases"))
        self.receive.setText(keyed(_("Receive a case"), "N"))
        self.receive.setToolTip(_("Choose a programme and a year, and begin a case (Ctrl+N)"))
        self.search.setPlaceholderText(_("Search title, body, number… (Ctrl+F)"))
        self.search.setAccessibleName(_("Search the cases"))
        name_inner_buttons(self.search, _("Clear the search"))
        self.programme.setAccessibleName(_("Programme"))
        self.year_kind.setAccessibleName(_("Which year"))
        self.year.setAccessibleName(_("Year"))
        self.table.setAccessibleName(_("Cases"))
        self.nothing.setText(_("No case matches. Choose “All”, or change the search."))
        for standing, chip in self.chips.items():
            chip.setText(STANDINGS[standing].in_(language))
        self._fill_choices()
        self._tell_count()
        self.model.set_language(language)
        for column, one in enumerate(COLUMNS):
            self.table.setColumnWidth(column, one.width_in(language))
        self.mark(self._open)

    # CaseListView

    def show_choices(self, choices: ListChoices) -> None:
        self._choices = choices
        self._fill_choices()

    def show_cases(self, shown: ShownList) -> None:
        self._total = len(shown.ids)
        self.model.show_ids(shown.ids)
        self.chips[shown.wanted.standing].setChecked(True)
        column = next(c for c, one in enumerate(COLUMNS) if one.order is shown.wanted.order)
        way = Qt.SortOrder.DescendingOrder if shown.wanted.descending else Qt.SortOrder.AscendingOrder
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, way)
        self.nothing.setVisible(not shown.ids)
        self.table.setVisible(bool(shown.ids))
        self._tell_count()
        self.mark(self._open)

    def mark(self, case_id: int | None) -> None:
        self._open = case_id
        found = self.model.row_of(case_id) if case_id is not None else None
        if found is None:
            self.table.clearSelection()
        elif found != self.table.currentIndex().row():
            self._put_current(found)

    def ask_new_case(self, choices: NewCaseChoices) -> tuple[str, int] | None:
        from clair_desktop.views.new_case import NewCaseDialog

        return NewCaseDialog(self, self._language, choices).ask()

    # What the person does

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self._put_current(0)

    def _put_current(self, row_number: int) -> None:
        """Moves to a row without opening its case."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.model.index(row_number, 0)
        self._marking = True
        self.table.selectionModel().setCurrentIndex(index, flags)
        self._marking = False
        self.table.scrollTo(index)

    def open_current(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            self._following.stop()
            self._presenter.open(self.model.id_at(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _build(self) -> None:
        self._title = label(size=theme.TITLE, bold=True)
        self.count = label(name="sub")
        self.receive = button(name="primary", drawing="plus")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", theme.current().sub), QLineEdit.ActionPosition.LeadingPosition).setText(
            "search"
        )
        self._chip_group = QButtonGroup(self)
        self.chips = {standing: button(name="chip") for standing in Standing}
        chips = Flow()
        for chip in self.chips.values():
            chip.setCheckable(True)
            self._chip_group.addButton(chip)
            chips.addWidget(chip)
        self.chips[Standing.OPEN].setChecked(True)
        self.programme, self.year_kind, self.year = QComboBox(), QComboBox(), QComboBox()
        for combo in (self.programme, self.year_kind, self.year):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            chips.addWidget(combo)
        self.table = CaseTable(self.open_current)
        self.model = CaseModel(self._fetch, self._language)
        self.table.setModel(self.model)
        self.table.setItemDelegate(LineDelegate(self.table, self.model))
        self.table.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.nothing = label(name="sub", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QVBoxLayout()
        head.setSpacing(theme.SPACE)
        head.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.SPACE)
        head.addLayout(row(self._title, self.count, None, self.receive, gap=theme.GAP))
        head.addWidget(self.search)
        head.addLayout(chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.nothing, 1)
        self.nothing.hide()

    def _wire(self) -> None:
        self._waiting = QTimer(self, singleShot=True, interval=WAIT)
        self._waiting.timeout.connect(lambda: self._presenter.search(self.search.text()))
        self._following = QTimer(self, singleShot=True, interval=FOLLOW)
        self._following.timeout.connect(self.open_current)
        self.search.textChanged.connect(lambda _text: self._waiting.start())
        self.search.returnPressed.connect(self.focus_table)
        self.receive.clicked.connect(lambda _on: self._receives())
        for standing, chip in self.chips.items():
            chip.clicked.connect(lambda _on, chosen=standing: self._presenter.choose_standing(chosen))
        self.programme.activated.connect(lambda _row: self._presenter.choose_programme(self.programme.currentData()))
        self.year_kind.activated.connect(lambda _row: self._presenter.choose_year_kind(self._kind()))
        self.year.activated.connect(lambda _row: self._presenter.choose_year(self.year.currentData()))
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        self.table.clicked.connect(lambda _index: self.open_current())
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)

    def _fetch(self, ids: Sequence[int]) -> Sequence[ShownLine]:
        return self._presenter.block(ids)

    def _sort(self, column: int) -> None:
        if column not in SORTABLE:
            return
        header = self.table.horizontalHeader()
        descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        self._presenter.sort(COLUMNS[column].order, descending=descending)

    def _follow(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and self._open is not None and not self._marking:
            self._following.start()

    def _fill_choices(self) -> None:
        _ = words(self._language)
        _fill(self.programme, _("All programmes"), self._choices.programmes, self._language)
        offer(self.year_kind, [(name.in_(self._language), kind) for kind, name in YEAR_KINDS.items()], self._kind())
        _fill(self.year, _("All years"), self._choices.years, self._language)

    def _kind(self) -> YearKind:
        return YearKind(self.year_kind.currentData() or YearKind.PROJECT)

    def _tell_count(self) -> None:
        _ = words(self._language)
        self.count.setText(_.ngettext("%(n)s case", "%(n)s cases", self._total) % {"n": f"{self._total:,}"})

    def _fit_columns(self) -> None:
        """Columns give way by their importance where the list is narrow."""
        for column, one in enumerate(COLUMNS):
            self.table.setColumnHidden(column, self.width() < one.narrowest)


def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[object, Wording]], language: Language) -> None:
    chosen = combo.currentData()
    combo.clear()
    combo.addItem(everything, None)
    for key, name in choices:
        combo.addItem(name.in_(language), key)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
