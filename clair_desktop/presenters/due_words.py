"""A deadline's day as a line of the list has room for it; light enough for the list that stands before anything else."""

from datetime import date

from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import WorkingDays

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def due_on_words(day: date, today: date, days: WorkingDays | None) -> Wording:
    """A deadline's day as a list has room for it: 12月11日（金）開庁日9日."""
    month_day = date_with_weekday(day).rsplit("年", 1)[1] if day.year == today.year else date_with_weekday(day)
    ja, en = month_day, f"{WEEKDAYS[day.weekday()]} {english_date(day)}"
    if days is None or day <= today or days.doubtful(today, day):
        return Wording(ja, en)
    left = days.left(today, day)
    return Wording(f"{ja} 開庁日{left}日", f"{en}, {left} working")
