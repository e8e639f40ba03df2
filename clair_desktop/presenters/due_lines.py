"""The deadlines of a case in words: by when, to be there or to be sent, how long is left, and what a closed day does."""

from datetime import date
from typing import NamedTuple

from clair_desktop.domain.deadlines import ARRIVAL_WORDS, Due
from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import WorkingDays
from clair_desktop.presenters.due_words import WEEKDAYS
from clair_desktop.presenters.tags import TO_CONFIRM, Tag, due_tag
from clair_desktop.services.sheets import CaseSheet

_HEADQUARTERS = "headquarters"  # whose day may have an hour, which the year's call names


class DueLine(NamedTuple):
    """``when`` is the day with its hour and whether the post's date counts; ``remark`` what to mind of a closed day."""

    label: Wording
    when: Wording
    left: Tag
    remark: Wording | None


def due_lines(sheet: CaseSheet, today: date) -> list[DueLine]:
    """Every deadline that counts now, the nearest first and the unknown last; a closed case has none."""
    if sheet.closed:
        return []
    known = sorted((one for one in sheet.due if one.day), key=lambda one: one.day or date.max)
    return [_line(one, sheet, today) for one in (*known, *(one for one in sheet.due if not one.day))]


def said(line: DueLine) -> Wording:
    """The whole line, as it is read aloud."""
    ja = [f"{line.label.ja}：{line.when.ja}" if line.when.ja else line.label.ja, line.left.words.ja]
    en = [f"{line.label.en}: {line.when.en}" if line.when.en else line.label.en, line.left.words.en]
    if line.remark:
        ja, en = [*ja, line.remark.ja], [*en, line.remark.en]
    return Wording("　".join(ja), " – ".join(en))


def _line(due: Due, sheet: CaseSheet, today: date) -> DueLine:
    label = due.deadline.label
    if due.day is None:
        return DueLine(label, Wording("", ""), TO_CONFIRM, None)
    hour = sheet.deadline_hour if due.deadline.key == _HEADQUARTERS else ""
    return DueLine(label, _when(due, due.day, hour), _left(due, due.day, today, sheet.days), due.remark)


def _left(due: Due, day: date, today: date, days: WorkingDays) -> Tag:
    """What takes place on its day is not late afterwards."""
    if due.deadline.happens and day < today:
        return Tag(Wording("済", "past"), "off")
    return due_tag(day, today, days)


def _when(due: Due, day: date, hour: str) -> Wording:
    arrival = ARRIVAL_WORDS.get(due.deadline.arrival) if due.deadline.arrival else None
    ja, en = f"{date_with_weekday(day)}{hour}", f"{WEEKDAYS[day.weekday()]} {english_date(day)}"
    en += f" {hour}" if hour else ""
    return Wording(f"{ja}{arrival.ja}", f"{en}, {arrival.en}") if arrival else Wording(ja, en)
