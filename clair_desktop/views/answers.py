"""本部の回答: what differs and what to say to it, what would be recorded, and the letters that follow."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QTabWidget, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.answer_lines import DifferenceLine, PlannedLine, ShownAnswer
from clair_desktop.presenters.answers import AnswersPresenter, Asked, LetterLine, ListQuestion
from clair_desktop.presenters.intake_lines import FindingLine
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.answer_columns import answer_summary, difference_columns, difference_told, planned_columns
from clair_desktop.views.elements import Flow, button, column, empty, keyed, label, pane, row
from clair_desktop.views.file_head import FileHead
from clair_desktop.views.file_pane import HEAD_MARGINS, FilePane
from clair_desktop.views.intake_columns import finding_columns, finding_told
from clair_desktop.views.line_part import LinePart
from clair_desktop.views.line_table import LineTable
from clair_desktop.views.work_line import WorkLine

DIFFERENCES, PLANNED, FINDINGS = range(3)


class AnswersPane(FilePane):
    """Implements ``presenters.answers.AnswersView``."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.shown: ShownAnswer | None = None
        self.presenter: AnswersPresenter | None = None
        self._folder: Path | None = None
        self._make()
        self._lay_out()
        self.set_language(language)

    def bind(self, presenter: AnswersPresenter) -> None:
        self.presenter = presenter

    def is_typing(self) -> bool:
        """Whether something was decided and not recorded."""
        return self.presenter is not None and self.presenter.is_deciding

    def set_language(self, language: Language) -> None:
        _ = words(language)
        self._language = language
        self.head.set_language(language)
        self._empty.setText(
            _(
                "Choose the register that came back from headquarters, or headquarters' own list.\n"
                "It is compared with what was sent and with the cases as they stand; nothing is recorded before you say so."
            )
        )
        self.differences.table.setAccessibleName(_("Differences to decide"))
        self.planned.setAccessibleName(_("What would be recorded"))
        self.findings.table.setAccessibleName(_("Findings"))
        self.record.setText(keyed(_("Record the answers"), "T"))
        self.letters.setText(keyed(_("Make the letters"), "L"))
        self.open.setText(keyed(_("Open the folder"), "O"))
        self.work.set_language(language)
        self.show_answer(self.shown)

    # AnswersView

    def show_answer(self, shown: ShownAnswer | None) -> None:
        before, self.shown = self.shown, shown
        self._stack.setCurrentIndex(1 if shown else 0)
        if shown is None:
            self.head.show_file(None, (), (), self._language)
            return
        self._show_head(shown)
        self._show_tables(shown)
        if before is None or before.path != shown.path:
            self._folder = None
            self._show_made("")
            self.tabs.setCurrentIndex(DIFFERENCES if shown.differences else PLANNED if shown.planned else FINDINGS)
        self._show_acts(shown)

    def show_letters(self, made: Sequence[LetterLine], folder: Path) -> None:
        _ = words(self._language)
        self._folder = folder
        written = sum(one.refused is None for one in made)
        told = _.ngettext("%(count)d letter written.", "%(count)d letters written.", written) % {"count": written}
        refused = [f"{one.case}: {one.refused.in_(self._language)}" for one in made if one.refused]
        self._show_made("\n".join([told, *refused]))

    def ask_list(self, question: ListQuestion, why: Wording) -> Asked | None:
        from clair_desktop.views.answer_list import AnswerListDialog

        return AnswerListDialog(self, self._language, question, why.in_(self._language)).ask()

    def _make(self) -> None:
        self.head = FileHead(
            self._ask(lambda one: one.choose()), self._ask(lambda one: one.read_again()),
            self._ask(lambda one: one.put_away()),
        )  # fmt: skip
        self._empty = label(name="sub", wraps=True)
        self.differences = LinePart[DifferenceLine]((), (), self._language, difference_told)
        self.differences.table.line_chosen.connect(self._show_options)
        self._group, self._options = QButtonGroup(self), Flow(theme.GAP)
        self.options: list[QRadioButton] = []
        self.planned = LineTable[PlannedLine]("list")
        self.findings = LinePart[FindingLine]((), (), self._language, finding_told)
        self.outcome, self.made = label(wraps=True), label(wraps=True)
        self.record = button(name="primary", act=self._ask(lambda one: one.take()))
        self.letters = button(name="primary", act=self._ask(lambda one: one.make_letters(self._language)))
        self.open = button(act=self._open)

    def _lay_out(self) -> None:
        decide = pane(column(self._options, margins=(16, 6, 16, 6)), "bar")
        differing = QWidget()
        inner = column(self.differences, decide, gap=0)
        inner.setStretch(0, 1)
        differing.setLayout(inner)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for one in (differing, self.planned, self.findings):
            self.tabs.addTab(one, "")
        acts = QWidget()
        line = row(self.outcome, self.open, self.letters, self.record)
        line.setStretch(0, 1)
        acts.setLayout(column(self.made, line, gap=4))
        self.work = WorkLine(self.head, acts, self.tabs)
        body = QWidget()
        shown = column(self.tabs, pane(column(acts, margins=(16, 8, 16, 8)), "bar"), gap=0)
        shown.setStretch(0, 1)
        body.setLayout(shown)
        self._stack = QStackedWidget()
        self._stack.addWidget(pane(column(None, self._empty, None, None, margins=(80, 0, 80, 0))))
        self._stack.addWidget(body)
        layout = column(pane(column(self.head, self.work, margins=HEAD_MARGINS)), self._stack, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _show_head(self, shown: ShownAnswer) -> None:
        number = shown.number
        version = Wording(f"第{number}版", f"no. {number}") if number else Wording("本部の一覧", "headquarters' list")
        self.head.show_file(shown.path, (shown.programme, shown.year, version), shown.counts, self._language)

    def _show_tables(self, shown: ShownAnswer) -> None:
        _, to = words(self._language), self._language
        for one in (self.differences, self.findings):
            one.set_language(to)
        self.differences.show_lines(difference_columns(to), shown.differences)
        self.planned.show_lines(planned_columns(to), shown.planned)
        self.findings.show_lines(finding_columns(to), shown.findings)
        counts = {"count": len(shown.differences)}
        self.tabs.setTabText(DIFFERENCES, _("Differences (%(count)d)") % counts)
        self.tabs.setTabText(PLANNED, _("What would be recorded (%(count)d)") % {"count": len(shown.planned)})
        self.tabs.setTabText(FINDINGS, _("Findings (%(count)d)") % {"count": len(shown.findings)})
        self._show_options()

    def _show_options(self) -> None:
        """What may be said to the chosen difference."""
        line = self.differences.table.chosen()
        had_focus = any(one.hasFocus() for one in self.options)
        for one in self.options:
            self._group.removeButton(one)
        empty(self._options)
        self.options = []
        for place, (option, told) in enumerate(line.options if line else ()):
            made = QRadioButton(keyed(told.in_(self._language), str(place + 1)))
            made.setChecked(line is not None and option == line.chosen)
            made.clicked.connect(lambda _on, chosen=option: self._decide(chosen))
            made.setEnabled(self.shown is not None and self.shown.taken is None)
            self._group.addButton(made)
            self._options.addWidget(made)
            self.options.append(made)
        if line is not None and line.why_not is not None:
            self._options.addWidget(label(line.why_not.in_(self._language), name="sub", wraps=True))
        if had_focus:
            next((one for one in self.options if one.isChecked()), self.differences.table).setFocus()

    def _show_acts(self, shown: ShownAnswer) -> None:
        self.outcome.setText(answer_summary(shown, self._language))
        self.record.setVisible(shown.taken is None)
        self.record.setEnabled(shown.can_take and bool(shown.recorded or shown.altered))
        follows = shown.taken is not None and bool(shown.taken.letters)
        self.letters.setVisible(follows)
        self.letters.setEnabled(follows and not shown.is_stale)

    def _show_made(self, told: str) -> None:
        self.made.setText(told)
        self.made.setVisible(bool(told))
        self.open.setVisible(bool(told))

    def _decide(self, option: str) -> None:
        line = self.differences.table.chosen()
        if line is not None and self.presenter is not None:
            self.presenter.decide(line.key, option)

    def _open(self) -> None:
        if self.presenter is not None and self._folder is not None:
            self.presenter.open_folder(self._folder)

    def _ask(self, act: Callable[[AnswersPresenter], None]) -> Callable[[], None]:
        def ask() -> None:
            if self.presenter is not None:
                act(self.presenter)

        return ask
