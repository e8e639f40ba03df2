"""予定: the month and its days, what stands on them, and the ways to paper and to other calendars."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.agenda import KIND_WORDS, Entry, EntryKind, closed_words, month_words, months_on, weeks_of
from clair_desktop.domain.eras import read_day
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import PDF, FileKind, Shell
from clair_desktop.presenters.tags import Tag, due_tag

if TYPE_CHECKING:
    from clair_desktop.domain.working_days import WorkingDays
    from clair_desktop.services.office import Office  # loads the database's libraries

ICS: FileKind = (Wording("予定表ファイル（iCalendar）", "iCalendar"), ("ics",))
KINDS: Mapping[EntryKind, Wording] = KIND_WORDS
_TONES = {
    EntryKind.DEADLINE: "error", EntryKind.CALL: "notice", EntryKind.APPOINTMENT: "primary", EntryKind.TRAVEL: "info",
    EntryKind.HOLIDAY: "off", EntryKind.OFFICE_HOLIDAY: "off",
}  # fmt: skip
_OVER = Tag(Wording("締切済", "Closed"), "off")
_WRITTEN = Wording("「{name}」を作りました（予定{count}件）。", "“{name}” was made (entries in it: {count}).")
_SENT = Wording("印刷に送りました。", "Sent to the printer.")


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One entry in words; ``left`` says how near a deadline is. ``opens`` where something can be gone to."""

    entry: Entry
    kind: Tag
    left: Tag | None

    @property
    def opens(self) -> bool:
        return self.entry.case_id is not None or self.entry.kind is EntryKind.CALL


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the month's sheet; ``closed`` says why the branch is closed, where more than its weekday does."""

    day: date
    inside: bool
    closed: Wording | None
    working: bool
    entries: Sequence[ShownEntry]


@dataclass(frozen=True, slots=True)
class CalendarSheet:
    """A month, its weeks, and everything that stands in it; ``chosen`` is the day looked at."""

    month: date
    heading: Wording
    chosen: date
    today: date
    kinds: frozenset[EntryKind]
    weeks: Sequence[Sequence[DayCell]]
    entries: Sequence[ShownEntry]

    def cell(self, day: date) -> DayCell:
        return next(one for week in self.weeks for one in week if one.day == day)


class CalendarView(Protocol):
    def show_calendar(self, sheet: CalendarSheet) -> None: ...

    def show_day(self, day: date) -> None:
        """Another day of the month shown."""
        ...

    def show_complaint(self, wording: Wording) -> None:
        """What was typed as a day is none."""
        ...

    def send_to_printer(self, path: Path, title: str, *, monochrome: bool) -> bool: ...


class CalendarPresenter:
    """Reads the cases once and turns pages over what it read, until something changes."""

    def __init__(
        self,
        view: CalendarView,
        office: "Office",
        shell: Shell,
        language: Language,
        *,
        opens: Callable[[int], None],
        go_to_calls: Callable[[], object],
    ) -> None:
        self._view, self._office, self._shell, self._language = view, office, shell, language
        self._opens, self._go_to_calls = opens, go_to_calls
        self._kinds = frozenset(EntryKind)
        self._day = office.clock.today()
        self._collected: Sequence[Entry] = ()
        self._sheet: CalendarSheet | None = None

    @property
    def looked_at(self) -> tuple[date, frozenset[EntryKind]]:
        """The day and the kinds, for the presenter that follows in another language."""
        return self._day, self._kinds

    def look_at(self, looked_at: tuple[date, frozenset[EntryKind]]) -> None:
        self._day, self._kinds = looked_at

    def start(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Reads the cases and calls anew."""
        self._collected = self._office.agenda.collected()
        self._show()

    def choose_day(self, day: date) -> None:
        """A day of the month shown is only marked; one outside brings its month."""
        self._day = day
        if self._sheet and (day.year, day.month) == (self._sheet.month.year, self._sheet.month.month):
            self._view.show_day(day)
        else:
            self._show()

    def move(self, days: int) -> None:
        if date.min.toordinal() <= self._day.toordinal() + days <= date.max.toordinal():
            self.choose_day(self._day + timedelta(days=days))

    def turn(self, months: int) -> None:
        """The same day of another month, or its last."""
        month = months_on(self._day, months)
        last = (months_on(month, 1) - timedelta(days=1)).day
        self.choose_day(month.replace(day=min(self._day.day, last)))

    def today(self) -> None:
        self.choose_day(self._office.clock.today())

    def go_to(self, text: str) -> bool:
        """A day as clerks type it; whether it read as one."""
        try:
            self.choose_day(read_day(folded(text).strip()))
        except Malformed as complaint:
            self._view.show_complaint(complaint.wording)
            return False
        return True

    def keep(self, kinds: frozenset[EntryKind]) -> None:
        self._kinds = kinds
        self._show()

    def open(self, shown: ShownEntry) -> None:
        """Goes to the case, or to the calls."""
        if shown.entry.case_id is not None:
            self._opens(shown.entry.case_id)
        elif shown.entry.kind is EntryKind.CALL:
            self._go_to_calls()

    def save_month(self) -> None:
        self._put(Wording("月の予定表をPDFで保存", "Save the month as PDF"), PDF, self._month_pdf)

    def save_list(self) -> None:
        self._put(Wording("予定一覧をPDFで保存", "Save the agenda as PDF"), PDF, self._list_pdf)

    def save_file(self) -> None:
        """What stands from the month shown on, for other calendars."""
        title = Wording("予定表ファイルを書き出す", "Export for other calendars")
        target = self._shell.pick_save(title, self._name("ics"), [ICS])
        if target is None:
            return
        try:
            made = self._office.agenda_papers.calendar_file(*self._span(), target, self._language, self._kinds)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._shell.say(_WRITTEN.filled(name=target.name, count=made.entries))

    def print(self) -> None:
        """The month as the PDF has it; what the printer has taken is noted."""
        from clair_desktop.services.releases import How

        with tempfile.TemporaryDirectory(prefix="clair-") as folder:
            out = Path(folder) / self._name("pdf")
            grey = self._office.paper_styles.get().monochrome
            try:
                papers = self._office.agenda_papers
                papers.month(self._month, out, self._language, self._kinds, how=None)
                if self._view.send_to_printer(out, out.stem, monochrome=grey):
                    papers.note_month(self._month, out, self._language, how=How.PRINTED)
                    self._shell.say(_SENT)
            except Refusal as refusal:
                self._shell.refuse(refusal)

    def _put(self, title: Wording, kind: FileKind, write: Callable[[Path], None]) -> None:
        target = self._shell.pick_save(title, self._name(kind[1][0]), [kind])
        if target is None:
            return
        try:
            write(target)
        except Refusal as refusal:
            self._shell.refuse(refusal)
            return
        self._shell.say(Wording(f"「{target.name}」を作りました。", f"“{target.name}” was made."))

    def _month_pdf(self, out: Path) -> None:
        self._office.agenda_papers.month(self._month, out, self._language, self._kinds)

    def _list_pdf(self, out: Path) -> None:
        self._office.agenda_papers.listed(*self._span(), out, self._language, self._kinds)

    @property
    def _month(self) -> date:
        return self._day.replace(day=1)

    def _span(self) -> tuple[date, date]:
        return self._month, months_on(self._month, 1) - timedelta(days=1)

    def _name(self, ending: str) -> str:
        return f"{self._office.branch.get().branch}_calendar_{self._month:%Y-%m}.{ending}"

    def _show(self) -> None:
        today, days = self._office.clock.today(), self._office.days.calendar()
        weeks = weeks_of(self._month)
        found = self._office.agenda.entries(weeks[0][0], weeks[-1][-1], self._kinds, self._collected)
        entries = [_shown(one, today, days) for one in found]
        first, last = self._span()
        self._sheet = CalendarSheet(
            month=self._month,
            heading=month_words(self._month),
            chosen=self._day,
            today=today,
            kinds=self._kinds,
            weeks=[[_cell(day, self._month, entries, days) for day in week] for week in weeks],
            entries=[one for one in entries if one.entry.first <= last and one.entry.last >= first],
        )
        self._view.show_calendar(self._sheet)


def _shown(entry: Entry, today: date, days: "WorkingDays") -> ShownEntry:
    return ShownEntry(entry, Tag(KIND_WORDS[entry.kind], _TONES[entry.kind]), _left(entry, today, days))


def _left(entry: Entry, today: date, days: "WorkingDays") -> Tag | None:
    """How near a deadline is; a call that is over waits for nobody, an open case is late."""
    if not entry.due:
        return None
    over = entry.kind is EntryKind.CALL and entry.first < today
    return _OVER if over else due_tag(entry.first, today, days)


def _cell(day: date, month: date, entries: Sequence[ShownEntry], days: "WorkingDays") -> DayCell:
    standing = [one for one in entries if one.entry.stands_on(day)]
    return DayCell(day, day.month == month.month, closed_words(day, days), days.is_open(day), standing)
