"""The calendar as an .ics file (RFC 5545): taken in twice, or again later, every entry still stands there once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from clair_desktop.domain.agenda import KIND_WORDS, Entry, EntryKind
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.writing import not_written
from clair_desktop.support.files import put_whole

_NAME = Wording("クレア支部の予定", "CLAIR branch calendar")
_LOCAL_TIME = Wording("現地時間", "local time")
_DAY = timedelta(days=1)
_BY_THE_CLOCK_HERE = frozenset({EntryKind.DEADLINE, EntryKind.CALL})
_JAPAN = "Asia/Tokyo"


@dataclass(frozen=True, slots=True)
class WrittenCalendar:
    path: Path
    entries: int


def write_calendar(
    entries: Sequence[Entry], out: Path, language: Language, *, owner: str, made_at: datetime
) -> WrittenCalendar:
    """Write the entries; ``owner`` (the branch's code) keeps two branches' entries apart in one calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//CLAIR desktop//JA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _NAME.in_(language))
    for one in entries:
        calendar.add_component(_event(one, language, owner, made_at))
    calendar.add_missing_timezones()
    try:
        put_whole(calendar.to_ical(), out)
    except OSError as fault:
        raise not_written(out) from fault
    return WrittenCalendar(out, len(entries))


def _event(entry: Entry, language: Language, owner: str, made_at: datetime) -> Event:
    """One entry. A later file carries a higher sequence, so that what moved moves there too."""
    event = Event()
    event.add("uid", f"{entry.key}.{owner}@clair-desktop")
    event.add("dtstamp", made_at)
    event.add("sequence", int(made_at.timestamp()) // 60)
    event.add("summary", entry.title.in_(language))
    event.add("categories", [KIND_WORDS[entry.kind].in_(language)])
    told = [entry.number, entry.about.in_(language), _zone_words(entry).in_(language)]
    described = "\n".join(one for one in told if one)
    if described:
        event.add("description", described)
    _when(event, entry)
    return event


def _when(event: Event, entry: Entry) -> None:
    if not entry.begins:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + _DAY)
        event.add("transp", "TRANSPARENT")
        return
    zone = ZoneInfo(_JAPAN) if entry.kind in _BY_THE_CLOCK_HERE else ZoneInfo(entry.zone) if entry.zone else None
    event.add("dtstart", _moment(entry.first, entry.begins, zone))
    if entry.ends:
        event.add("dtend", _moment(entry.last, entry.ends, zone))


def _moment(day: date, clock: str, zone: ZoneInfo | None) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), zone)


def _zone_words(entry: Entry) -> Wording:
    """A meeting where no clock is known floats: it stands at its hour on whatever clock the reader has."""
    floating = entry.begins and not entry.zone and entry.kind not in _BY_THE_CLOCK_HERE
    return _LOCAL_TIME if floating else Wording("", "")
