"""一覧の取込み: which column answers which question, what each row would change, and the rows that are taken in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QTabWidget, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.intake_lines import FindingLine
from clair_desktop.presenters.lists import ListChoices, ListsPresenter, ListWish, QuestionLine, RowLine, ShownList
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, offer
from clair_desktop.views.elements import button, column, keyed, label, pane, row
from clair_desktop.views.file_head import FileHead
from clair_desktop.views.file_pane import HEAD_MARGINS, FilePane
from clair_desktop.views.intake_columns import finding_columns, finding_told
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineColumn, LineTable
from clair_desktop.views.ticked_table import TickedTable
from clair_desktop.views.work_line import WorkLine

COLUMNS, ROWS, FINDINGS = range(3)


class ListsPane(FilePane):
    """Implements ``presenters.lists.ListsView``. Rows that can be taken are ticked until somebody unticks them."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._choices: ListChoices | None = None
        self.shown: ShownList | None = None
        self.presenter: ListsPresenter | None = None
        self._make()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: ListsPresenter) -> None:
        self.presenter = presenter

    def is_typing(self) -> bool:
        """Whether rows were chosen or columns matched that were neither taken in nor kept."""
        if self.shown is None or self.presenter is None:
            return False
        is_chosen = not self.shown.taken and self.rows.ticks.ticked != self._takeable()
        return is_chosen or self.presenter.is_matching

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.head.set_language(language)
        self._asked_programme.name(_("Programme"), "P")
        self._asked_year.name(_("Project year"), "Y")
        self._asked_body.name(_("Whose list it is"), "B")
        self._empty.setText(
            _(
                "Say of which programme and year the list is, then choose the municipality's own list.\n"
                "Its columns are matched to the questions; you see and change that before anything is kept."
            )
        )
        self.questions.setAccessibleName(_("Questions and columns"))
        self.rows.setAccessibleName(_("Rows; ticked ones are taken in"))
        self.findings.table.setAccessibleName(_("Findings"))
        for named, shown, key in ((self._head_name, self.answering, "C"), (self._key_name, self.key, "N")):
            text = _("Column that answers it") if key == "C" else _("Column that numbers the rows")
            named.setText(keyed(text, key))
            shown.setAccessibleName(text)
        self.keep.setText(keyed(_("Keep these columns for the next list"), "K"))
        self.mark.setText(keyed(_("Make a marked copy"), "M"))
        self.take.setText(keyed(_("Take in the ticked rows"), "T"))
        self.work.set_language(language)
        if self._choices is not None:
            self.show_choices(self._choices)
        self.show_list(self.shown)

    # ListsView

    def show_choices(self, choices: ListChoices) -> None:
        to, wish = self._language, choices.wish
        self._choices = choices
        offer(self.programme, [(one.name.in_(to), one.key) for one in choices.programmes], wish.programme)
        offer(self.year, [(one.label().in_(to), one) for one in choices.years], wish.year)
        offer(self.body, [(one.name.in_(to), one.code) for one in choices.bodies], wish.body)

    def show_list(self, shown: ShownList | None) -> None:
        before, self.shown = self.shown, shown
        self._stack.setCurrentIndex(1 if shown else 0)
        if shown is None:
            self.head.show_file(None, (), (), self._language)
            return
        unread = "、".join(shown.unread)
        facts = [shown.programme, shown.year, Wording(shown.sheet, shown.sheet)]
        facts += [Wording(f"読まない列：{unread}", f"columns not read: {unread}")] if unread else []
        self.head.show_file(shown.path, facts, shown.counts, self._language)
        self._show_tables(shown)
        if before is None or before.rows != shown.rows:
            self.rows.ticks.ticked = set(self._takeable())
        if before is None or before.path != shown.path:
            self.tabs.setCurrentIndex(COLUMNS)
        self._show_acts()

    def _make(self) -> None:
        self.head = FileHead(
            self._ask(lambda one: one.choose()), self._ask(lambda one: one.read_again()),
            self._ask(lambda one: one.put_away()),
        )  # fmt: skip
        self.programme, self.year, self.body = QComboBox(), QComboBox(), QComboBox()
        self._asked_programme, self._asked_year = AskedBox(self.programme), AskedBox(self.year)
        self._asked_body = AskedBox(self.body)
        for one in (self.programme, self.year, self.body):
            one.activated.connect(self._wish)
        self._empty = label(name="sub", wraps=True)
        self.questions = LineTable[QuestionLine]("list")
        self.questions.line_chosen.connect(self._show_answering)
        self.answering, self.key = QComboBox(), QComboBox()
        self.answering.activated.connect(self._match)
        self.key.activated.connect(self._know_by)
        self._head_name, self._key_name = _named(self.answering), _named(self.key)
        self.rows = TickedTable[RowLine](lambda one: one.number)
        self.rows.ticks_changed.connect(self._show_acts)
        self.findings = LinePart[FindingLine]((), (), self._language, finding_told)
        self.outcome = label(wraps=True)
        self.keep = button(act=self._ask(lambda one: one.keep()))
        self.mark = button(act=self._ask(lambda one: one.annotate(self._language)))
        self.take = button(name="primary", act=self._take)

    def _lay_out(self) -> None:
        chosen = row(self._asked_programme, self._asked_year, self._asked_body, None, gap=theme.MARGIN)
        asked = QWidget()
        asked.setLayout(chosen)
        matching = QWidget()
        lines = row(self._head_name, self.answering, self._key_name, self.key, None, self.keep, gap=theme.SPACE)
        inner = column(self.questions, pane(column(lines, margins=(16, 6, 16, 6)), "bar"), gap=0)
        inner.setStretch(0, 1)
        matching.setLayout(inner)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for one in (matching, self.rows, self.findings):
            self.tabs.addTab(one, "")
        acts = row(self.outcome, self.mark, self.take, margins=(16, 8, 16, 8))
        acts.setStretch(0, 1)
        foot = pane(acts, "bar")
        body = QWidget()
        shown = column(self.tabs, foot, gap=0)
        shown.setStretch(0, 1)
        body.setLayout(shown)
        self._stack = QStackedWidget()
        self._stack.addWidget(pane(column(None, self._empty, None, None, margins=(80, 0, 80, 0))))
        self._stack.addWidget(body)
        self.work = WorkLine(self.head, asked, self._stack)
        top = pane(column(self.head, asked, self.work, margins=HEAD_MARGINS))
        layout = column(top, self._stack, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _show_tables(self, shown: ShownList) -> None:
        _, to = words(self._language), self._language
        place = max(self.questions.currentIndex().row(), 0)
        self.questions.show_lines(question_columns(to), shown.questions)
        self.questions.choose(min(place, len(shown.questions) - 1))
        offer(self.key, [("", ""), *((one, one) for one in shown.heads)], shown.key)
        self._show_answering()
        self.rows.show_lines(row_columns(to), shown.rows)
        self.findings.set_language(to)
        self.findings.show_lines(finding_columns(to), shown.findings)
        matched = sum(bool(one.head) for one in shown.questions)
        self.tabs.setTabText(COLUMNS, _("Columns (%(count)d matched)") % {"count": matched})
        self.tabs.setTabText(ROWS, _("Rows (%(count)d)") % {"count": len(shown.rows)})
        self.tabs.setTabText(FINDINGS, _("Findings (%(count)d)") % {"count": len(shown.findings)})

    def _show_answering(self) -> None:
        line = self.questions.chosen()
        if self.shown is not None and line is not None:
            offer(self.answering, [("", ""), *((one, one) for one in self.shown.heads)], line.head)

    def _show_acts(self) -> None:
        shown = self.shown
        if shown is None:
            return
        _ = words(self._language)
        ticked = len(self.rows.ticks.ticked & self._takeable())
        self.take.setEnabled(bool(ticked) and not shown.taken and not shown.is_stale)
        self.mark.setEnabled(bool(shown.findings))
        if shown.is_stale:
            told = _("The cases have changed since the file was read. Read it again.")
        elif shown.taken:
            told = _("Taken into: %(cases)s") % {"cases": "、".join(shown.taken)}
        else:
            told = _("%(ticked)d of %(rows)d rows are taken in.") % {"ticked": ticked, "rows": len(shown.rows)}
        self.outcome.setText(told)

    def _takeable(self) -> set[object]:
        return {one.number for one in self.shown.rows if one.can_take} if self.shown else set()

    def _wish(self, _place: int) -> None:
        if self.presenter is not None:
            wish = ListWish(self.programme.currentData(), self.year.currentData(), self.body.currentData())
            self.presenter.wish(wish)

    def _match(self, _place: int) -> None:
        line = self.questions.chosen()
        if self.presenter is not None and line is not None and self.answering.currentData() != line.head:
            self.presenter.match(line.key, self.answering.currentData())

    def _know_by(self, _place: int) -> None:
        if self.presenter is not None and self.shown is not None and self.key.currentData() != self.shown.key:
            self.presenter.know_rows_by(self.key.currentData())

    def _take(self) -> None:
        if self.presenter is not None and self.shown is not None:
            ticked = self.rows.ticks.ticked
            self.presenter.take([one.number for one in self.shown.rows if one.can_take and one.number in ticked])

    def _ask(self, act: Callable[[ListsPresenter], None]) -> Callable[[], None]:
        def ask() -> None:
            if self.presenter is not None:
                act(self.presenter)

        return ask


def _named(box: QComboBox) -> QLabel:
    made = label()
    made.setTextFormat(Qt.TextFormat.AutoText)
    made.setBuddy(box)
    box.setMinimumWidth(150)
    box.setMaximumWidth(220)
    return made


def question_columns(language: Language) -> list[LineColumn[QuestionLine]]:
    _ = words(language)
    return [
        LineColumn(_("Question"), lambda one: one.label.in_(language), widest=340),
        LineColumn(_("Required"), lambda one: _("required") if one.required else ""),
        LineColumn(_("Column of the list"), lambda one: one.head, widest=340),
    ]


def row_columns(language: Language) -> list[LineColumn[RowLine]]:
    _ = words(language)
    return [
        LineColumn(_("Row"), lambda one: str(one.number), lambda one: one.number),
        LineColumn(_("State"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone),
        LineColumn(_("Goes to"), lambda one: one.case.in_(language), widest=140),
        LineColumn(_("What is wrong, and what to do"), lambda one: one.told.in_(language), widest=300),
        LineColumn(_("What changes"), lambda one: one.changes.in_(language), widest=620),
    ]
