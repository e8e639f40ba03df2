"""Verbs on the calendar of the branch and the clocks of the overseas offices; they change nothing."""

import argparse
from collections.abc import Sequence
from datetime import datetime

from clair_desktop.cli import shown
from clair_desktop.cli.session import Session
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.office_hours import JAPAN_TIME, REACH_WORDS, SharedDay, ahead_words
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.working_days import Closure, Moving

_DOUBTFUL = Wording("休日が未確定の年を含みます。", "Holidays of one of these years are not announced yet.")
_NOT_COVERED = Wording("休日の表にない年です。要確認", "The table of holidays does not hold this year; to be confirmed")
_LEFT = Wording("今日から{n}開庁日", "{n} working days from today")
_ASSUMED = Wording(
    "執務時間は公表資料になく、本プログラムの仮定です（{hours}）。",
    "No document gives its hours; those assumed here: {hours}.",
)


def deadline(session: Session, asked: argparse.Namespace) -> None:
    """Where a day falls, why the branch is closed on it, where it then goes and how many working days are left."""
    found = session.trial.days.reckon(asked.day, Moving(asked.policy), asked.workdays)
    remarks = [found.remark] if found.remark else []
    remarks += [_DOUBTFUL] if found.doubtful else []
    remarks += [] if found.covered else [_NOT_COVERED]
    answer = {
        "stated": found.stated.isoformat(),
        "policy": found.moving.value,
        "day": found.day.isoformat(),
        "closed": _closure(found.closure),
        "working_days_left": found.left,
        "settled": not found.doubtful and found.covered,
        "remarks": [shown.both(one) for one in remarks],
    }
    language = session.language
    lines = [printed_date(found.day, language), _LEFT.filled(n=found.left).in_(language)]
    session.say(answer, "\n".join([*lines, *(one.in_(language) for one in remarks)]))


def office_time(session: Session, asked: argparse.Namespace) -> None:
    """The time at an office, whether it may be reached and why not, and the hours shared over two weeks."""
    sheet = session.trial.days.office(asked.office, asked.at)
    now, language = sheet.now, session.language
    answer = {
        "office": asked.office,
        "zone": now.place.zone,
        "local": now.local.isoformat(),
        "ahead_minutes": int(now.ahead.total_seconds()) // 60,
        "reach": now.reach.value,
        "closed": _closure(now.why),
        "holidays_known": now.holidays_known,
        "hours_assumed": str(sheet.hours),
        "shared": [_shared(one) for one in sheet.shared],
    }
    reach = REACH_WORDS[now.reach].in_(language)
    why = f"（{now.why.said.in_(language)}）" if now.why else ""
    lines = [
        f"{printed_date(now.local.date(), language)} {now.local:%H:%M}　{ahead_words(now.ahead).in_(language)}",
        f"{reach}{why}",
        _ASSUMED.filled(hours=sheet.hours).in_(language),
    ]
    session.say(answer, "\n".join([*lines, *_shared_lines(sheet.shared, language)]))


def a_moment(text: str) -> datetime:
    """An ISO moment; without a zone it is Japan's time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(
            f"「{text}」は日時として読めません（例：2026-11-28T17:00）。 / not a moment, as in 2026-11-28T17:00"
        ) from fault
    return moment if moment.tzinfo else moment.replace(tzinfo=JAPAN_TIME)


def _closure(closure: Closure | None) -> dict[str, object] | None:
    return {"name": shown.both(closure.name), "settled": closure.settled} if closure else None


def _shared(day: SharedDay) -> dict[str, object]:
    return {
        "day": day.day.isoformat(),
        "spans": [[one.japan_begins.isoformat(), one.japan_ends.isoformat()] for one in day.spans],
        "closed_here": _closure(day.closed_here),
        "closed_there": _closure(day.closed_there),
    }


def _shared_lines(days: Sequence[SharedDay], language: Language) -> list[str]:
    """A line a day: the stretches on Japan's clock, else who is closed."""
    lines = []
    for one in days:
        spans = "、".join(f"{span.japan_begins:%H:%M}–{span.japan_ends:%H:%M}" for span in one.spans)
        closed = one.closed_here or one.closed_there
        lines.append(f"  {one.day.isoformat()}\t{spans or (closed.said.in_(language) if closed else '—')}")
    return lines
