"""The calendar on paper and as a file: a month on one sheet, the list of its entries, an .ics for other calendars."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.agenda import KIND_WORDS, WEEKDAYS, Entry, EntryKind, closed_words, month_words, weeks_of
from clair_desktop.domain.eras import date_with_weekday, english_date, printed_date
from clair_desktop.domain.filled_papers import Cell, FilledDocument, FilledForm, FilledPack, FilledTable
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.working_days import WorkingDays
from clair_desktop.services.agenda import EVERYTHING, Agenda
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.noted_papers import note_paper
from clair_desktop.services.releases import How
from clair_desktop.services.writing import not_written

if TYPE_CHECKING:
    from clair_desktop.output.pdf.packs import PrintedPack  # loads the libraries that print
    from clair_desktop.services.agenda_file import WrittenCalendar

_TITLE, _LIST = Wording("予定表", "Calendar"), Wording("予定一覧", "Agenda")
_HEADS = (
    Wording("日付", "Day"), Wording("時刻", "Time"), Wording("種別", "Kind"), Wording("予定", "What"), Wording("案件", "Case"),
)  # fmt: skip
_WIDTHS = (24, 14, 18, 70, 12)
_MADE_BY = Wording("作成：{branch}", "Made by {branch}")
_NOTHING = Wording("この期間の予定はありません。", "Nothing stands in this period.")


class AgendaPapers:
    def __init__(self, desk: Desk, branch: BranchSettings, agenda: Agenda) -> None:
        self._desk = desk
        self._branch = branch
        self._agenda = agenda

    def month(
        self,
        month: date,
        out: Path,
        language: Language,
        kinds: Iterable[EntryKind] = EVERYTHING,
        *,
        how: How | None = How.SAVED,
    ) -> "PrintedPack":
        """A month on a lying sheet, as it hangs on the wall; days grow with what stands on them."""
        weeks = weeks_of(month)
        entries, days = self._agenda.entries(weeks[0][0], weeks[-1][-1], kinds), self._desk.days()
        rows = [[Cell(_day_text(day, month, entries, days, language)) for day in week] for week in weeks]
        table = FilledTable([one.in_(language) for one in WEEKDAYS], rows, (1,) * 7, landscape=True, wall=True)
        return self._print(_month_title(month), table, out, language, how)

    def note_month(self, month: date, out: Path, language: Language, *, how: How) -> None:
        """The line in the ledger of a month that was made without one."""
        note_paper(self._desk, _month_title(month), [out], [language], how=how)

    def listed(
        self, first: date, last: date, out: Path, language: Language, kinds: Iterable[EntryKind] = EVERYTHING
    ) -> "PrintedPack":
        """Every entry of the days, one under the other."""
        entries = self._agenda.entries(first, last, kinds)
        rows = [_row(one, language) for one in entries] or [
            [Cell(""), Cell(""), Cell(""), Cell(_NOTHING.in_(language)), Cell("")]
        ]
        table = FilledTable([one.in_(language) for one in _HEADS], rows, _WIDTHS, landscape=True)
        spans = {one: f"{printed_date(first, one)}–{printed_date(last, one)}" for one in Language}
        title = Wording(f"{_LIST.ja}　{spans[Language.JA]}", f"{_LIST.en}　{spans[Language.EN]}")
        return self._print(title, table, out, language, How.SAVED)

    def calendar_file(
        self, first: date, last: date, out: Path, language: Language, kinds: Iterable[EntryKind] = EVERYTHING
    ) -> "WrittenCalendar":
        """An .ics file of the days for Outlook and other calendars."""
        from clair_desktop.services.agenda_file import write_calendar

        entries = self._agenda.entries(first, last, kinds)
        owner = self._branch.get().branch or "branch"
        return write_calendar(entries, out, language, owner=owner, made_at=self._desk.clock.now())

    def _print(
        self, name: Wording, table: FilledTable, out: Path, language: Language, how: How | None
    ) -> "PrintedPack":
        from clair_desktop.output.pdf.packs import print_pack

        title = name.in_(language)
        profile, today = self._branch.get(), self._desk.clock.today()
        made_by = _MADE_BY.filled(branch=profile.name).in_(language)
        day = profile.papers.dated(printed_date(today, language), language)
        form = FilledForm(title, "", "", [table, made_by], day=day)
        document = FilledDocument(title, language.value, form, internal=False)
        made_on, layout = today.isoformat(), profile.papers.layout
        pack = FilledPack(title, "", language.value, [document], [], profile.demonstration, made_on, layout=layout)
        try:
            made = print_pack(pack, out)
        except OSError as fault:
            raise not_written(out) from fault
        note_paper(self._desk, name, [out], [language], how=how)
        return made


def _month_title(month: date) -> Wording:
    said = month_words(month)
    return Wording(f"{_TITLE.ja}　{said.ja}", f"{_TITLE.en}　{said.en}")


def _day_text(day: date, month: date, entries: Sequence[Entry], days: WorkingDays, language: Language) -> str:
    number = str(day.day) if day.month == month.month else f"{day.month}/{day.day}"
    closed = closed_words(day, days)
    lines = [f"{number}　{closed.in_(language)}" if closed else number]
    standing = [one for one in entries if one.kind is not EntryKind.HOLIDAY and one.stands_on(day)]
    lines += [f"・{one.clock.in_(language)} {one.title.in_(language)}".replace("・ ", "・") for one in standing]
    return "\n".join(lines)


def _row(one: Entry, language: Language) -> list[Cell]:
    day = _day_words(one.first).in_(language)
    if one.last != one.first:
        day = f"{day}–{_day_words(one.last).in_(language)}"
    detail = one.about.in_(language)
    what = one.title.in_(language) + (f"\n{detail}" if detail else "")
    return [
        Cell(day),
        Cell(one.clock.in_(language)),
        Cell(KIND_WORDS[one.kind].in_(language)),
        Cell(what),
        Cell(one.number),
    ]


def _day_words(day: date) -> Wording:
    return Wording(date_with_weekday(day), english_date(day))
