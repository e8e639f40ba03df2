"""What the branch says of days and hours: its own closed days, where deadlines move, when offices may be reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from clair_desktop.domain.office_hours import JAPAN_HOURS, USUAL_HOURS, Hours
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import LocalDay, Moving, WorkingDays, local_days_of
from clair_desktop.model.office import Settings
from clair_desktop.services.holiday_tables import load_holidays

KEY = "days_and_hours"
TITLE = Wording("開庁日・時間の設定", "Working days and hours")


@dataclass(frozen=True, slots=True)
class DaySettings:
    """``local`` is None while the branch chosen decides; ``hours`` by office where the branch has learnt them."""

    local: frozenset[LocalDay] | None = None
    moving: Mapping[str, Moving] = field(default_factory=dict)
    japan: Hours = JAPAN_HOURS
    hours: Mapping[str, Hours] = field(default_factory=dict)

    def hours_of(self, office: str) -> Hours:
        return self.hours.get(office, USUAL_HOURS)


def read_days(settings: Settings) -> DaySettings:
    """What is kept; what an older or newer version wrote and this one does not know is passed over."""
    kept = settings.get(KEY)
    if not isinstance(kept, dict):
        return DaySettings()
    local = kept.get("local")
    moving = cast("dict[str, str]", kept.get("moving", {}))
    hours = cast("dict[str, str]", kept.get("hours", {}))
    known = {one.value for one in Moving}
    return DaySettings(
        local=None if local is None else frozenset(one for one in LocalDay if one.value in cast("list[str]", local)),
        moving={key: Moving(value) for key, value in moving.items() if value in known},
        japan=Hours.read(str(kept.get("japan", JAPAN_HOURS))),
        hours={office: Hours.read(text) for office, text in hours.items()},
    )


def keep_days(settings: Settings, days: DaySettings) -> None:
    settings.put(
        KEY,
        {
            "local": None if days.local is None else sorted(one.value for one in days.local),
            "moving": {key: one.value for key, one in days.moving.items() if one is not Moving.NONE},
            "japan": str(days.japan),
            "hours": {office: str(one) for office, one in days.hours.items()},
        },
    )


def working_days(settings: Settings) -> WorkingDays:
    """The branch's calendar as its settings make it."""
    days = read_days(settings)
    local = days.local
    if local is None:
        profile = settings.get("branch_profile")
        code = profile.get("branch") if isinstance(profile, dict) else None
        local = local_days_of(code if isinstance(code, str) else None)
    return WorkingDays(load_holidays, local, days.moving)
