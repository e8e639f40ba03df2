"""Verbs on calls (募集): days, bodies asked, answers, reminder letters and labels."""

import argparse
from collections.abc import Mapping

from clair_desktop.cli import shown
from clair_desktop.cli.session import Session
from clair_desktop.domain.calls import ANSWER_WORDS, DAY_WORDS, CallAnswer, CallDay, CallDays
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.addresses import Address
from clair_desktop.services.call_days import CallEntry
from clair_desktop.services.call_sheets import AskedBody, CallSheet, LinkedCase
from clair_desktop.services.calls import CallKey

_CONFIRM = Wording("要確認", "to confirm")
_NONE = Wording("設定された募集はありません。", "No call has been set up.")


def new(session: Session, asked: argparse.Namespace) -> None:
    _say_call(session, session.office.calls.new(_key(asked), _entry(asked)))


def changed(session: Session, asked: argparse.Namespace) -> None:
    _say_call(session, session.office.calls.change(_key(asked), _entry(asked)))


def listed(session: Session, asked: argparse.Namespace) -> None:
    """The calls set up, and with ``--year`` the windows that sources give for calls not set up yet."""
    office = session.trial
    sheets = office.calls.all(asked.year)
    known = office.calls.known(asked.year) if asked.year else []
    answer = {
        "calls": [_head(sheet, session.language) for sheet in sheets],
        "known": [
            {"programme": one.programme.key, "name": shown.both(one.programme.name), "project_year": one.year}
            | {"days": _days(one.days, session.language)}
            for one in known
        ],
    }
    lines = [_line(sheet, session.language) for sheet in sheets]
    lines += [
        f"（{one.year}）\t{one.programme.name.in_(session.language)}\t{_deadline(one.days, session.language)}"
        for one in known
    ]
    session.say(answer, "\n".join(lines) or _NONE)


def show(session: Session, asked: argparse.Namespace) -> None:
    _say_call(session, session.office.calls.get(_key(asked)))


def ask(session: Session, asked: argparse.Namespace) -> None:
    calls, key = session.office.calls, _key(asked)
    if asked.take_back:
        calls.take_back(key, *asked.body, *(asked.other or ()))
    else:
        calls.ask(key, asked.body, asked.other or (), every=asked.all)
    _say_call(session, calls.get(key))


def answer(session: Session, asked: argparse.Namespace) -> None:
    body = session.office.calls.answer(_key(asked), asked.body, CallAnswer(asked.answer), on=asked.on, note=asked.note)
    words = ANSWER_WORDS[body.answer]
    session.say(_body(body), Wording(f"{body.name.ja}：{words.ja}", f"{body.name.en}: {words.en}"))


def remind(session: Session, asked: argparse.Namespace) -> None:
    languages = list(Language) if asked.lang == "both" else [Language(asked.lang)]
    made = session.office.reminders.remind(
        _key(asked), asked.out, languages, on=asked.on, document_number=asked.document_number, each=asked.each
    )
    found = {
        "paths": [str(path) for path in made.paths],
        "pages": made.pages,
        "bodies": [_body(one) for one in made.bodies],
        "warnings": [shown.both(one) for one in made.warnings],
    }
    count = len(made.bodies)
    session.say(found, Wording(f"{asked.out}（{count}団体）", f"{asked.out} ({count} bodies)"))


def labels(session: Session, asked: argparse.Namespace) -> None:
    made = session.office.reminders.labels(
        _key(asked), asked.out, per_sheet=asked.per_sheet, first=asked.first, every=asked.all
    )
    found = {
        "path": str(made.path),
        "pages": made.pages,
        "labels": made.labels,
        "warnings": [shown.both(one) for one in made.warnings],
    }
    session.say(found, Wording(f"{made.path}（{made.labels}枚）", f"{made.path} ({made.labels} labels)"))


def remove(session: Session, asked: argparse.Namespace) -> None:
    session.office.calls.remove(_key(asked))
    session.say({"removed": asked.programme}, Wording("募集を削除しました。", "The call was removed."))


def address(session: Session, asked: argparse.Namespace) -> None:
    """Show a body's address, or keep it where any part of it is given."""
    addresses = session.office.addresses
    body = addresses.body(asked.body, other=asked.other)
    kept = addresses.of(body)
    if asked.postal_code is not None or asked.line is not None or asked.section is not None:
        kept = addresses.put(
            body,
            Address(
                kept.postal_code if asked.postal_code is None else asked.postal_code,
                kept.lines if asked.line is None else "\n".join(asked.line),
                kept.section if asked.section is None else asked.section,
            ),
        )
    # An address that was not given is offered, every one of them, and never filled in.
    offered = session.office.municipalities.postal(kept.postal_code) if kept.postal_code and not kept.lines else ()
    found = {
        "body": body[0] or body[1],
        "postal_code": kept.postal_code,
        "lines": [line for line in kept.lines.split("\n") if line],
        "section": kept.section,
    } | ({"offered": [one.address for one in offered]} if offered else {})
    lines = [one for one in (kept.postal_code, kept.lines, kept.section) if one]
    session.say(found, "\n".join([*lines, *(f"？ {one.address}" for one in offered)]))


def _key(asked: argparse.Namespace) -> CallKey:
    return CallKey(asked.programme, asked.year, asked.round)


def _entry(asked: argparse.Namespace) -> CallEntry:
    return CallEntry(
        notice_on=asked.notice,
        opens=asked.opens,
        deadline=asked.deadline,
        hour=asked.hour,
        branch_deadline=asked.branch_deadline,
        begins=asked.begins,
        ends=asked.ends,
        source_title=asked.source or "",
        locator=asked.locator or "",
    )


def _say_call(session: Session, sheet: CallSheet) -> None:
    language = session.language
    lines = [_line(sheet, language), *_day_lines(sheet, language)]
    lines += [_body_line(body, language) for body in sheet.bodies]
    lines += [f"＋ {case.number}\t{case.name}\t{case.state.label.in_(language)}" for case in sheet.unasked]
    session.say(_call(sheet, language), "\n".join(lines))


def _line(sheet: CallSheet, language: Language) -> str:
    counts = "、".join(f"{ANSWER_WORDS[answer].in_(language)}{count}" for answer, count in sheet.counts.items())
    year, name = sheet.edition.year.label().in_(language), sheet.programme.name.in_(language)
    return f"{year}\t{name}\t{_deadline(sheet.days, language)}\t{counts}"


def _deadline(days: CallDays, language: Language) -> str:
    day = days.deadline.day
    return f"{printed_date(day, language)} {days.hour}".strip() if day else _CONFIRM.in_(language)


def _day_lines(sheet: CallSheet, language: Language) -> list[str]:
    said = {"notice_on": CallDay(sheet.notice_on)} if sheet.notice_on else {}
    lines = []
    for key, one in {**said, **_named(sheet.days)}.items():
        day = printed_date(one.day, language) if one.day else _CONFIRM.in_(language)
        words = f"「{one.words}」" if one.words else ""
        note = f"（{_CONFIRM.in_(language)}）" if one.carried_forward else ""
        lines.append(f"  {DAY_WORDS[key].in_(language)}: {day}{words}{note}")
    return lines


def _body_line(body: AskedBody, language: Language) -> str:
    cases = "、".join(case.number for case in body.cases)
    day = printed_date(body.answered_on, language) if body.answered_on else ""
    return "\t".join((body.key[0] or "―", body.name.in_(language), ANSWER_WORDS[body.answer].in_(language), day, cases))


def _named(days: CallDays) -> Mapping[str, CallDay]:
    return {
        "opens": days.opens,
        "deadline": days.deadline,
        "branch_deadline": days.branch_deadline,
        "begins": days.begins,
        "ends": days.ends,
    }


def _call(sheet: CallSheet, language: Language) -> dict[str, object]:
    return _head(sheet, language) | {
        "bodies": [_body(one) for one in sheet.bodies],
        "unasked": [_case(one) for one in sheet.unasked],
    }


def _head(sheet: CallSheet, language: Language) -> dict[str, object]:
    return {
        "programme": sheet.programme.key,
        "name": shown.both(sheet.programme.name),
        "project_year": sheet.edition.year.start_year,
        "round": sheet.round,
        "notice_on": sheet.notice_on.isoformat() if sheet.notice_on else None,
        "days": _days(sheet.days, language),
        "counts": {answer.value: count for answer, count in sheet.counts.items()},
    }


def _days(days: CallDays, language: Language) -> dict[str, object]:
    found: dict[str, object] = {
        key: {
            "day": one.day.isoformat() if one.day else None,
            "words": one.words,
            "to_confirm": one.day is None or one.carried_forward,
            "source": shown.source(one.source, language),
        }
        for key, one in _named(days).items()
    }
    return found | {"hour": days.hour}


def _body(body: AskedBody) -> dict[str, object]:
    return {
        "code": body.key[0] or None,
        "name": shown.both(body.name),
        "answer": body.answer.value,
        "answered_on": body.answered_on.isoformat() if body.answered_on else None,
        "late": body.late,
        "note": body.note,
        "reminded_on": body.reminded_on.isoformat() if body.reminded_on else None,
        "cases": [_case(one) for one in body.cases],
        "contradicts": body.contradicts,
    }


def _case(case: LinkedCase) -> dict[str, object]:
    return {
        "number": case.number,
        "name": case.name,
        "state": {"key": case.state.key, "label": shown.both(case.state.label)},
        "received_on": case.received_on.isoformat(),
        "late": case.late,
    }
