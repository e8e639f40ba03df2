"""The calls of a year in one table: which are set up, which sources know, how near their deadlines are."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clair_desktop.domain.calls import ANSWER_WORDS, CallAnswer
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language
from clair_desktop.presenters.call_lines import CallLine, left_tag
from clair_desktop.support.i18n import words
from clair_desktop.views.call_days import CallDaysPane
from clair_desktop.views.elements import row
from clair_desktop.views.line_table import LineColumn, LineTable

if TYPE_CHECKING:
    from clair_desktop.presenters.calls import CallKey, CallsPresenter, CallsSheet

_ROOMY = 1000


class CallListPart(QWidget):
    """The table, and beside it the chosen call; Enter goes on to its answers, or to setting it up."""

    answers_wanted = Signal(object)  # a CallKey

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._today = date.min
        self.table = LineTable[CallLine]("list")
        self.table.line_chosen.connect(self._show_chosen)
        self.table.line_opened.connect(self._go_on)
        self.days = CallDaysPane(language, self._go_on)
        self.setLayout(row(self.table, self.days, gap=0))
        self.set_language(language)

    def bind(self, presenter: "CallsPresenter") -> None:
        self.days.bind(presenter)

    def set_language(self, language: Language) -> None:
        self._language = language
        self.table.setAccessibleName(words(language)("Calls of the year"))
        self.days.set_language(language)

    def show_calls(self, sheet: "CallsSheet") -> None:
        chosen = self.table.chosen()
        place = self.table.currentIndex().row()
        self._today = sheet.today
        self.table.show_lines(call_columns(self._language), sheet.lines)
        self._fit()
        self._choose(chosen.key if chosen else None, place)
        self._show_chosen()

    def choose(self, key: "CallKey") -> None:
        self._choose(key, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self, key: "CallKey | None", otherwise: int) -> None:
        """The call that was chosen; where it has gone or changed its place, the nearest one."""
        keys = [one.key for one in self.table.lines.lines]
        if keys:
            place = keys.index(key) if key in keys else min(max(otherwise, 0), len(keys) - 1)
            self.table.choose(place)

    def _fit(self) -> None:
        self.days.setFixedWidth(330 if self.width() < _ROOMY else 350)
        self.table.fit()

    def _show_chosen(self) -> None:
        self.days.show_call(self.table.chosen(), self._today)

    def _go_on(self) -> None:
        line = self.table.chosen()
        if line is None:
            return
        if line.set_up:
            self.answers_wanted.emit(line.key)
        else:
            self.days.make.setFocus()


def call_columns(language: Language) -> list[LineColumn[CallLine]]:
    _ = words(language)
    heads: list[LineColumn[CallLine]] = [
        LineColumn(_("Call"), lambda line: line.name.in_(language), widest=216),
        LineColumn(_("Standing"), lambda line: line.standing.words.in_(language), tone=lambda line: line.standing.tone),
        _left("branch_deadline", _("Branch's deadline"), language),
        _left("deadline", _("Headquarters'"), language),
    ]
    counts = [_count(answer, language) for answer in (CallAnswer.OPEN, CallAnswer.APPLYING, CallAnswer.NOTHING)]
    return [*heads, *counts, _day("deadline", _("Must arrive"), language)]


def _left(field: str, head: str, language: Language) -> LineColumn[CallLine]:
    return LineColumn(
        head,
        lambda line: left_tag(line.day(field)).words.in_(language),
        lambda line: _day_of(line, field),
        tone=lambda line: left_tag(line.day(field)).tone,
    )


def _day(field: str, head: str, language: Language) -> LineColumn[CallLine]:
    def told(line: CallLine) -> str:
        one = line.day(field)
        return f"{printed_date(one.day, language)} {one.hour}".strip() if one and one.day else ""

    return LineColumn(head, told, lambda line: _day_of(line, field))


def _day_of(line: CallLine, field: str) -> date | None:
    one = line.day(field)
    return one.day if one else None


def _count(answer: CallAnswer, language: Language) -> LineColumn[CallLine]:
    return LineColumn(
        ANSWER_WORDS[answer].in_(language),
        lambda line: str(line.counts[answer]) if line.set_up else "",
        lambda line: line.counts[answer] if line.set_up else None,
        number=True,
    )
