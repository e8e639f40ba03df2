"""Times of day as clerks type them, kept as 14:30 and always local to where they happen."""

import re
from dataclasses import dataclass

from clair_desktop.domain.fields import Text
from clair_desktop.domain.parties import Names
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording

_COLON = re.compile(r"(?P<half>午前|午後)?(?P<h>\d{1,2}):(?P<m>\d{2})(?P<after>am|pm)?")
_WRITTEN = re.compile(r"(?P<half>午前|午後)?(?P<h>\d{1,2})時(?:(?P<m>\d{1,2})分|(?P<thirty>半))?")
_BARE = re.compile(r"(?P<h>\d{1,2})(?P<after>am|pm)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay(Text):
    """A time such as 14:30, 午後2時30分 or 2:30 pm."""

    is_time = True

    def parse(self, text: str, names: Names) -> str:
        plain = re.sub(r"[\s.]", "", folded(text)).casefold()
        match = _COLON.fullmatch(plain) or _WRITTEN.fullmatch(plain) or _BARE.fullmatch(plain)
        found = _clock(match.groupdict()) if match else None
        if found is None:
            raise Malformed(
                Wording(
                    f"「{cited(text)}」は時刻として読めません。「14:30」「午後2時30分」のように入力してください。",
                    f"“{cited(text)}” does not read as a time. Type it like 14:30 or 2:30 pm.",
                )
            )
        return found

    def printed(self, value: object, language: Language, names: Names) -> str:
        return time_text(str(value)).in_(language)


def minutes(clock: str) -> int:
    """The minutes since midnight of a kept time."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def time_text(clock: str) -> Wording:
    """午後2時30分, 2:30 p.m."""
    hour, minute = divmod(minutes(clock), 60)
    half_ja, half_en = ("午前", "a.m.") if hour < 12 else ("午後", "p.m.")
    tail = f"{minute}分" if minute else ""
    return Wording(f"{half_ja}{hour % 12}時{tail}", f"{hour % 12 or 12}:{minute:02} {half_en}")


def _clock(parts: dict[str, str | None]) -> str | None:
    """The 24-hour form; None where no clock shows such a time."""
    hour, minute = int(parts["h"] or 0), 30 if parts.get("thirty") else int(parts.get("m") or 0)
    half = {"午前": "am", "午後": "pm"}.get(parts.get("half") or "", parts.get("after"))
    if half and parts.get("half") and parts.get("after"):
        return None
    if half and hour > 12:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
