"""Days and hours: the branch's working days, deadlines reckoned on them, and how an overseas office stands now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from clair_desktop.blocks.clock_times import TimeOfDay
from clair_desktop.domain.deadlines import on_a_closed_day
from clair_desktop.domain.dialling import NumberLine, numbers
from clair_desktop.domain.fields import Field
from clair_desktop.domain.holidays import JAPAN, Coverage
from clair_desktop.domain.office_guidance import GUIDANCE, Guidance
from clair_desktop.domain.office_hours import JAPAN_TIME, Hours, LocalTime, SharedDay, local_time, shared_days
from clair_desktop.domain.office_places import OFFICE_PLACES, OfficePlace
from clair_desktop.domain.parties import Gazetteer
from clair_desktop.domain.refusal import Malformed, Refusal, cited
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import Closure, LocalDay, Moving, WorkingDays, local_days_of
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.caseload import refresh_due_days
from clair_desktop.services.day_settings import TITLE, DaySettings, keep_days, read_days
from clair_desktop.services.desk import Desk
from clair_desktop.services.directory import Directory
from clair_desktop.services.holiday_tables import load_holidays

_TIME: Field = TimeOfDay(key="hours", label=Wording("時刻", "Time"))
_NOBODY = Gazetteer((), ())


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A deadline put to the branch's calendar: where it falls, why that is closed, where it goes, how long is left."""

    stated: date
    closure: Closure | None
    moving: Moving
    day: date
    left: int  # working days from today, the last day counted
    doubtful: bool
    covered: bool

    @property
    def remark(self) -> Wording | None:
        return on_a_closed_day(self.stated, self.closure, self.moving, self.day)


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """One overseas office at one moment, the hours shared with it, how it is dialled, and what it advises.

    ``settled`` is False while its hours are ours (要確認); ``coverage`` tells for which years its holidays are known.
    """

    now: LocalTime
    hours: Hours
    settled: bool
    japan: Hours
    shared: Sequence[SharedDay]
    numbers: Sequence[NumberLine]
    advice: Sequence[Guidance]
    coverage: Coverage | None


class Days:
    """Everything that needs the calendar of the branch or the clock of an office."""

    def __init__(self, desk: Desk, branch: BranchSettings, directory: Directory) -> None:
        self._desk = desk
        self._branch = branch
        self._directory = directory

    def calendar(self) -> WorkingDays:
        return self._desk.days()

    def settings(self) -> DaySettings:
        with self._desk.database.reading() as work:
            return read_days(work.settings)

    def local_days(self) -> frozenset[LocalDay]:
        """The branch's own closed days: as it said, else as the branch chosen brings them."""
        said = self.settings().local
        return local_days_of(self._branch.get().branch) if said is None else said

    def put(self, settings: DaySettings) -> None:
        """Keep the settings; the days in the lists follow, because deadlines may move."""
        with self._desk.database.work(TITLE) as work:
            keep_days(work.settings, settings)
            for programme in self._desk.programmes:
                refresh_due_days(self._desk, work, programme, 0)
        self._desk.changed()

    def put_hours(self, office: str, begins: str, ends: str) -> None:
        """When an office may be reached, as the branch has learnt it; typed as 9:00 or 午前9時."""
        kept = self.settings()
        self.put(replace(kept, hours={**kept.hours, place_of(office).office: typed_hours(begins, ends)}))

    def reckon(self, stated: date, moving: Moving = Moving.NONE, workdays: int = 0) -> Reckoned:
        """A day, or the ``workdays``-th working day from it, and where it goes if the branch is closed on it."""
        days, today = self.calendar(), self._desk.clock.today()
        reached = days.add(stated, workdays) if workdays else stated
        closure = days.closure(reached)
        day = days.moved(reached, moving)
        first, last = sorted((today, day))
        reckoned = min(first, stated), max(last, stated)
        return Reckoned(
            reached, closure, moving, day, days.left(today, day), days.doubtful(*reckoned), days.covers(day)
        )

    def office(self, key: str, at: datetime | None = None) -> OfficeSheet:
        """How an office stands at a moment (now unless said), and the hours shared from that day on."""
        place, settings, table = place_of(key), self.settings(), load_holidays()
        moment = at or self._desk.clock.now()
        hours = settings.hours_of(key)
        now = local_time(place, moment, hours, table)
        first = moment.astimezone(JAPAN_TIME).date()
        return OfficeSheet(
            now=now,
            hours=hours,
            settled=key in settings.hours,
            japan=settings.japan,
            shared=shared_days(place, self.calendar(), first, here=settings.japan, there=hours),
            numbers=numbers(self._directory.body(key), first),
            advice=GUIDANCE[key],
            coverage=table.coverage(key),
        )

    def offices(self, at: datetime | None = None) -> list[OfficeSheet]:
        """All seven at the same moment, in the directory's order."""
        moment = at or self._desk.clock.now()
        return [self.office(key, moment) for key in OFFICE_PLACES]

    def coverage(self) -> list[Coverage]:
        """For which years the holidays are known, Japan's first."""
        found = [load_holidays().coverage(place) for place in (JAPAN, *OFFICE_PLACES)]
        return [one for one in found if one]


def place_of(office: str) -> OfficePlace:
    if office not in OFFICE_PLACES:
        known = ", ".join(OFFICE_PLACES)
        raise Refusal(
            Wording(
                f"海外事務所「{cited(office)}」はありません。次のいずれかを指定してください：{known}",
                f"There is no overseas office “{cited(office)}”. Name one of: {known}",
            ),
            field="office",
        )
    return OFFICE_PLACES[office]


def typed_hours(begins: str, ends: str) -> Hours:
    """Both times as typed; the end must come after the beginning. Complaints name ``begins`` or ``ends``."""
    first, last = _typed_time("begins", begins), _typed_time("ends", ends)
    if first >= last:
        raise Refusal(
            Wording(
                f"終わりの時刻（{last}）は始まり（{first}）より後にしてください。",
                f"The hours must end ({last}) after they begin ({first}).",
            ),
            field="ends",
        )
    return Hours.read(f"{first}-{last}")


def _typed_time(field: str, text: str) -> str:
    try:
        return str(_TIME.parse(text, _NOBODY))
    except Malformed as complaint:
        raise complaint.at(field) from None
