"""Verbs on the calendar of the branch and the clocks of the overseas offices; they change nothing."""

import argparse
from datetime import datetime

from clair_desktop.cli import shown
from clair_desktop.cli.session import Session
from clair_desktop.domain.dialling import NumberLine
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.office_guidance import Guidance
from clair_desktop.domain.office_hours import JAPAN_TIME, SharedDay
from clair_desktop.domain.office_words import difference, standing, summer
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.working_days import Closure, Moving
from clair_desktop.services.office_sheets import as_text

_DOUBTFUL = Wording("休日が未確定の年を含みます。", "Holidays of one of these years are not announced yet.")
_NOT_COVERED = Wording("休日の表にない年です。要確認", "The table of holidays does not hold this year; to be confirmed")
_LEFT = Wording("今日から{n}開庁日", "{n} working days from today")


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
        "standing": shown.both(standing(now, settled=sheet.settled)),
        "difference": shown.both(difference(now)),
        "summer_time": shown.both(summer(now)),
        "holidays_known": now.holidays_known,
        "hours_assumed": str(sheet.hours),
        "hours_settled": sheet.settled,
        "numbers": [_number(one) for one in sheet.numbers],
        "advice": [_advice(one, language) for one in sheet.advice],
        "shared": [_shared(one) for one in sheet.shared],
    }
    session.say(answer, as_text(sheet, language))


def _number(line: NumberLine) -> dict[str, object]:
    said = line.entry.statement
    return {
        "attribute": said.attribute.value,
        "value": said.value,
        "standing": line.entry.standing.value,
        "dialling": shown.dialling(line.dialling),
    }


def _advice(one: Guidance, language: Language) -> dict[str, object]:
    return {"text": shown.both(one.text), "source": shown.source(one.source, language) if one.source else None}


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
