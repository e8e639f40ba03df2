"""Verbs on the branch as a whole: demonstration, workbook, rules."""

import argparse

from clair_desktop.cli import shown
from clair_desktop.cli.intake import demand_plain, hand_out
from clair_desktop.cli.looking_up import edition_asked
from clair_desktop.cli.registers import export_registers
from clair_desktop.cli.session import Session
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.rules import RuleLine


def demo(session: Session, asked: argparse.Namespace) -> None:
    """The whole main job: a branch, its cases through their steps, every pack and every workbook."""
    from clair_desktop.services.demonstration import demonstrate

    made = demonstrate(session.office, asked.out, session.note)
    answer = {
        "data": str(session.folder),
        "out": str(asked.out),
        "cases": [sheet.number for sheet in made.cases],
        "packs": [{"path": str(one.path), "pages": one.pages} for one in made.packs],
        "workbooks": [{"path": str(one.path), "rows": one.rows} for one in made.workbooks],
    }
    said = Wording(
        f"見本の支部を作りました。案件{len(made.cases)}件、書類一式{len(made.packs)}部、Excel {len(made.workbooks)}冊：{asked.out}",
        f"The demonstration branch is ready: {len(made.cases)} cases, {len(made.packs)} packs, "
        f"{len(made.workbooks)} workbooks in {asked.out}",
    )
    session.say(answer, said)


def branch(session: Session, asked: argparse.Namespace) -> None:
    settings = session.office.branch
    profile = settings.choose_branch(asked.code) if asked.code else settings.get()
    session.say({"branch": profile.branch, "name": shown.both(profile.name)}, profile.name)


def export(session: Session, asked: argparse.Namespace) -> None:
    if asked.intake:
        hand_out(session, asked)
        return
    demand_plain(asked)
    export_registers(session, asked)


def rules(session: Session, asked: argparse.Namespace) -> None:
    edition = edition_asked(session.trial, asked)
    lines = session.trial.rules.standing(edition.programme.key, asked.year)
    found = [_rule(line, session.language) for line in lines]
    words = [f"{line.rule.key}\t{line.rule.label.in_(session.language)}\t{_standing(line)}" for line in lines]
    session.say({"programme": edition.programme.key, "project_year": asked.year, "rules": found}, "\n".join(words))


def enter_rule(session: Session, asked: argparse.Namespace) -> None:
    edition = edition_asked(session.office, asked)
    session.office.rules.enter(
        edition.programme.key, asked.rule, asked.year, asked.value, source_title=asked.source, locator=asked.locator
    )
    rules(session, asked)


def withdraw_rule(session: Session, asked: argparse.Namespace) -> None:
    edition = edition_asked(session.office, asked)
    session.office.rules.withdraw(edition.programme.key, asked.rule, asked.year)
    rules(session, asked)


def _standing(line: RuleLine) -> str:
    if line.standing.ruling is None:
        return "unknown"
    return "carried_forward" if line.standing.carried_forward else "decided"


def _rule(line: RuleLine, language: Language) -> dict[str, object]:
    ruling = line.standing.ruling
    return {
        "key": line.rule.key,
        "label": shown.both(line.rule.label),
        "standing": _standing(line),
        "value": None if ruling is None else str(ruling.value),
        "entered": line.entered,
        "source": shown.source(ruling.source, language) if ruling else None,
    }
