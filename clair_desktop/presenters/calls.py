"""募集: the calls of a project year, their days, and the municipalities asked with what they answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.calls import CallAnswer
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.parties import LocalAuthority
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.call_lines import (
    CallLine,
    line_of_call,
    line_of_unknown,
    line_of_window,
)
from clair_desktop.presenters.call_matrix import BodyKey, CallMatrix, MatrixSheet, MatrixWish
from clair_desktop.presenters.ports import Shell
from clair_desktop.services.call_cases import first_answers
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.calls import CallKey

if TYPE_CHECKING:
    from clair_desktop.services.call_sheets import CallSheet
    from clair_desktop.services.office import Office

# The window knows these by this module.
__all__ = ["AskWish", "BodyKey", "CallKey", "CallsPresenter", "CallsSheet", "CallsView", "MatrixWish", "Part"]

REMOVE = Wording("募集を削除する", "Remove the call")
REMOVED = Wording(
    "「{name}」の募集を、照会先{asked}団体の回答ごと削除します。案件は残ります。「元に戻す」で戻せます。",
    "The call “{name}” is removed with the answers of its {asked} bodies. Cases stay. Undo brings it back.",
)
DROP = Wording("照会先から外す", "Take off the list")
DROPPED = Wording(
    "{count}団体を照会先から外します。記録した回答も消えます。案件は残ります。「元に戻す」で戻せます。",
    "{count} bodies are taken off the list with their recorded answers. Cases stay. Undo brings them back.",
)
_DATED = ("notice_on", "opens", "deadline", "branch_deadline")
_WORDED = ("begins", "ends")


class Part(StrEnum):
    """Where in the room a complaint belongs."""

    DAYS = "days"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class CallsSheet:
    """The calls of a year: those set up, those that sources know, and the programmes of which nobody knows."""

    year: FiscalYear
    years: Sequence[FiscalYear]
    lines: Sequence[CallLine]
    today: date


@dataclass(frozen=True, slots=True)
class AskWish:
    """Whom to put on a list: all that the branch serves, some picked by their codes, others by their names."""

    every: bool = False
    codes: Sequence[str] = ()
    others: Sequence[str] = field(default_factory=tuple)


class CallsView(Protocol):
    def show_calls(self, sheet: CallsSheet) -> None: ...

    def show_matrix(self, sheet: MatrixSheet) -> None: ...

    def show_complaint(self, part: Part, field: str, wording: Wording) -> None: ...


class CallsPresenter:
    """Texts come as they are typed; what is refused is said at its place and nothing is kept."""

    def __init__(
        self, view: CallsView, office: "Office", shell: Shell, language: Language, *, opens: Callable[[int], None]
    ) -> None:
        self._view = view
        self._office = office
        self._shell = shell
        self._language = language
        self._opens = opens
        self._matrix = CallMatrix(office)
        self._year = self._usual_year()
        self._sheets: Mapping[CallKey, CallSheet] = {}
        self._wish = MatrixWish()

    def start(self) -> None:
        self.reload()

    @property
    def looked_at(self) -> tuple[int, MatrixWish]:
        """The year and what is kept in sight, for the presenter that follows in another language."""
        return self._year, self._wish

    def look_at(self, looked_at: tuple[int, MatrixWish]) -> None:
        self._year, self._wish = looked_at

    def reload(self) -> None:
        """Shows the calls as they now stand."""
        today, calendar = self._office.clock.today(), self._office.days.calendar()
        sheets = self._office.calls.all(self._year)
        set_up = [line_of_call(sheet, today, self._language, calendar) for sheet in sheets]
        self._sheets = {line.key: sheet for line, sheet in zip(set_up, sheets, strict=True)}
        known = [line_of_window(one, today, calendar) for one in self._office.calls.known(self._year)]
        held = {line.key.programme for line in (*set_up, *known)}
        unknown = [line_of_unknown(one, self._year) for key, one in self._runs().items() if key not in held]
        lines = [*set_up, *known, *unknown]
        self._view.show_calls(CallsSheet(FiscalYear(self._year), self._years(), lines, today))
        self._show_matrix()

    def choose_year(self, year: FiscalYear) -> None:
        self._year, self._wish = year.start_year, replace(self._wish, call=None)
        self.reload()

    def narrow(self, wish: MatrixWish) -> None:
        """Other bodies or another call in the matrix; nothing is read anew."""
        self._wish = wish
        self._show_matrix()

    def make(self, programme: str) -> CallKey | None:
        """Sets the next call of a programme up, with all that sources say of it already."""
        rounds = [key.round for key in self._sheets if key.programme == programme]
        key = CallKey(programme, self._year, max(rounds, default=0) + 1)
        try:
            sheet = self._office.calls.new(key)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return None
        name = sheet.programme.name
        self._shell.say(Wording(f"{name.ja}の募集を作りました。", f"The call for {name.en} was set up."))
        self.reload()
        return key

    def enter(self, key: CallKey, texts: Mapping[str, str]) -> bool:
        """Enters what was typed anew: only the texts that changed come here. An emptied day is taken back."""
        try:
            self._office.calls.change(key, _entry(texts))
        except (Refusal, Malformed) as complaint:
            self._view.show_complaint(Part.DAYS, complaint.field or "", complaint.wording)
            return False
        self._shell.say(Wording("募集の日を保存しました。", "The days of the call were saved."))
        self.reload()
        return True

    def remove(self, key: CallKey) -> None:
        sheet = self._sheets[key]
        asked = str(len(sheet.bodies))
        question = REMOVED.filled(name=sheet.programme.name, asked=Wording(asked, asked))
        if self._shell.confirm(question, REMOVE, grave=True):
            self._office.calls.remove(key)
            self.reload()

    def ask(self, key: CallKey, wish: AskWish) -> Refusal | None:
        """Puts bodies on the list; gives what was refused, to be said where it was asked."""
        try:
            added = self._office.calls.ask(key, wish.codes, wish.others, every=wish.every)
        except (Refusal, Malformed) as complaint:
            return Refusal(complaint.wording, field=complaint.field)
        self._tell_added(added)
        self.reload()
        return None

    def record(self, key: CallKey, bodies: Sequence[BodyKey], answer: CallAnswer, on: str, note: str | None) -> bool:
        """Records the same answer of all the bodies, in one act; a note of None leaves each its own."""
        try:
            self._office.calls.record(key, bodies, answer, on=_day("on", on), note=note)
        except (Refusal, Malformed) as complaint:
            self._view.show_complaint(Part.ANSWER, complaint.field or "", complaint.wording)
            return False
        count = len(bodies)
        self._shell.say(Wording(f"{count}団体の回答を記録しました。", f"Answers recorded: {count}."))
        self.reload()
        return True

    def add(self, key: CallKey, bodies: Sequence[BodyKey]) -> None:
        """Puts bodies of the matrix on the list of one of its calls."""
        self._tell_added(self._office.calls.add(key, bodies))
        self.reload()

    def drop(self, key: CallKey, bodies: Sequence[BodyKey]) -> None:
        """Takes bodies off the list; where answers would go with them, it asks first."""
        answered = [one for one in self._sheets[key].bodies if one.key in bodies and (one.answered_on or one.note)]
        count = str(len(bodies))
        if answered and not self._shell.confirm(DROPPED.filled(count=Wording(count, count)), DROP, grave=True):
            return
        try:
            self._office.calls.drop(key, bodies)
        except Refusal as refusal:
            self._view.show_complaint(Part.ANSWER, "body", refusal.wording)
            return
        self.reload()

    def open_case(self, number: str) -> None:
        self._opens(self._office.cases.get(number).id)

    def receive(self, key: CallKey, body: BodyKey) -> None:
        """Receives a case of the body for the call's programme and year, and opens it."""
        try:
            sheet = self._office.cases.new(key.programme, key.year, first_answers(self._sheets[key], body))
        except Refusal as refusal:
            self._view.show_complaint(Part.ANSWER, "body", refusal.wording)
            return
        self._shell.say(Wording(f"案件{sheet.number}を受け付けました。", f"Received case {sheet.number}."))
        self._opens(sheet.id)

    def found(self, text: str) -> Sequence[LocalAuthority]:
        """The bodies that a list offers: those the branch serves, or whomever a text names."""
        return self._matrix.found(text)

    def _show_matrix(self) -> None:
        if self._wish.call not in self._sheets:
            self._wish = replace(self._wish, call=None)
        self._view.show_matrix(self._matrix.sheet(self._sheets, self._wish))

    def _tell_added(self, added: int) -> None:
        said = Wording(f"{added}団体を照会先に加えました。", f"Bodies put on the list: {added}.")
        none = Wording("すべて既に照会先にあります。", "All of them are on the list already.")
        self._shell.say(said if added else none)

    def _runs(self) -> Mapping[str, Programme]:
        year = FiscalYear(self._year)
        return {
            key: one
            for key, one in self._office.programmes().items()
            if not (one.until and year > one.until) and not (one.since and year < one.since)
        }

    def _years(self) -> list[FiscalYear]:
        """Those with calls or with windows that sources know, and those around today; the latest first."""
        this = FiscalYear.containing(self._office.clock.today()).start_year
        held = {sheet.edition.year.start_year for sheet in self._office.calls.all()}
        known = {year for one in self._office.programmes().values() for year in one.years_with_rulings()}
        return [
            FiscalYear(year) for year in sorted({this - 1, this, this + 1, self._year, *held, *known}, reverse=True)
        ]

    def _usual_year(self) -> int:
        """The latest year with calls; before the first one, the year that is called for now."""
        held = [sheet.edition.year.start_year for sheet in self._office.calls.all()]
        return max(held, default=FiscalYear.containing(self._office.clock.today()).start_year + 1)


def _entry(texts: Mapping[str, str]) -> CallEntry:
    days = {key: _day(key, texts.get(key, "")) for key in _DATED}
    emptied = {key for key in (*_DATED, *_WORDED) if key in texts and not texts[key].strip()}
    begins, ends = (texts.get(key, "").strip() or None for key in _WORDED)
    return CallEntry(
        notice_on=days["notice_on"],
        opens=days["opens"],
        deadline=days["deadline"],
        branch_deadline=days["branch_deadline"],
        begins=begins,
        ends=ends,
        hour=texts.get("hour"),
        source_title=texts.get("source_title", ""),
        locator=texts.get("locator", ""),
        cleared=frozenset(emptied),
    )


def _day(field: str, text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return read_day(folded(text))
    except Malformed as complaint:
        raise complaint.at(field) from None
