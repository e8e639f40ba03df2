"""Verbs on the turn of the year."""

import argparse

from clair_desktop.cli import shown
from clair_desktop.cli.session import Session
from clair_desktop.domain.wording import Wording
from clair_desktop.services.year_locks import YearLock


def listed(session: Session, asked: argparse.Namespace) -> None:
    """The locked years, and with ``--year`` the open cases of one year."""
    office = session.trial
    locks = office.years.all()
    open_cases = office.years.open_cases(asked.year) if asked.year else []
    lines = [one.wording.in_(session.language) for one in locks]
    lines += [f"{line.number}\t{line.applicant_name}\t{line.title}" for line in open_cases]
    answer: dict[str, object] = {"locked": [_lock(one) for one in locks]}
    if asked.year:
        answer |= {"year": asked.year, "open": [line.number for line in open_cases]}
    none = Wording("締め切られた年度はありません。", "No year is locked.").in_(session.language)
    session.say(answer, "\n".join(lines) or none)


def lock(session: Session, asked: argparse.Namespace) -> None:
    made = session.office.years.lock(asked.year, carry=asked.carry or (), carry_open=asked.carry_open)
    _say(session, made)


def carry(session: Session, asked: argparse.Namespace) -> None:
    _say(session, session.office.years.carry(asked.number))


def unlock(session: Session, asked: argparse.Namespace) -> None:
    session.office.years.unlock(asked.year)
    session.say(
        {"unlocked": asked.year}, Wording(f"{asked.year}年度の締切りを解除しました。", f"FY{asked.year} unlocked.")
    )


def _say(session: Session, made: YearLock) -> None:
    carried = "、".join(made.carried)
    said = made.wording
    words = Wording(f"{said.ja}繰越し：{carried or 'なし'}", f"{said.en} Carried over: {carried or 'none'}")
    session.say(_lock(made), words)


def _lock(made: YearLock) -> dict[str, object]:
    return {
        "year": made.year,
        "by": made.by,
        "at": made.at.isoformat(),
        "carried": list(made.carried),
        "wording": shown.both(made.wording),
    }
