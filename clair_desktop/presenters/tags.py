"""A few words in a frame: states and deadlines as lists show them, always in words, which a colour only underlines."""

from datetime import date
from typing import NamedTuple

from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import WorkingDays

SOON = 7  # days within which a deadline is called near


class Tag(NamedTuple):
    """``tone`` is one of ``views.theme.TONES``, or empty for plain words."""

    words: Wording
    tone: str = ""


NOTHING = Tag(Wording("―", "–"))
TO_CONFIRM = Tag(Wording("期限 要確認", "To confirm"), "warning")
_STATE_TONES = {"to_do": "primary", "waiting": "info", "done": "done", "stopped": "off"}


def state_tag(key: str, label: Wording, tone: str) -> Tag:
    """``tone`` is a value of ``domain.workflow.Tone``; what stands back with its applicant (差戻し) is called notice to."""
    return Tag(label, "notice" if key == "returned" else _STATE_TONES[tone])


def due_tag(day: date, today: date, days: WorkingDays | None = None) -> Tag:
    """How near a deadline is; with the branch's calendar also in working days, which are what is left to work in.

    Where a holiday until then is not settled, or its year not known, working days are not told: they might be wrong.
    """
    left = (day - today).days
    if left < 0:
        return Tag(Wording(f"{-left}日超過", f"{_days(-left)} late"), "error")
    if left == 0:
        return Tag(Wording("本日期限", "Due today"), "notice")
    tone = "warning" if left <= SOON else ""
    if days is None or days.doubtful(today, day):
        return Tag(Wording(f"あと{left}日", f"{_days(left)} left"), tone)
    working = days.left(today, day)
    en = f"{_days(left)} left ({working} working)"
    return Tag(Wording(f"あと{left}日（開庁日{working}日）", en), tone if working else "notice")


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
