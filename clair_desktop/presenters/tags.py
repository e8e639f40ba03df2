"""A few words in a frame: states and deadlines as lists show them, always in words, which a colour only underlines."""

from datetime import date
from typing import NamedTuple

from clair_desktop.domain.wording import Wording

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


def due_tag(day: date, today: date) -> Tag:
    left = (day - today).days
    if left < 0:
        return Tag(Wording(f"{-left}日超過", f"{_days(-left)} late"), "error")
    if left == 0:
        return Tag(Wording("本日期限", "Due today"), "notice")
    return Tag(Wording(f"あと{left}日", f"{_days(left)} left"), "warning" if left <= SOON else "")


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
