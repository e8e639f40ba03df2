"""Verbs on the rules as they change: notices, their simulation, copying a case, statistics."""

import argparse
from collections.abc import Sequence
from datetime import date

from clair_desktop.cli import shown
from clair_desktop.cli.letters import letter_difference, letter_words
from clair_desktop.cli.session import Session
from clair_desktop.domain.rulings import VERDICT_WORDS
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.copying import RuleChange
from clair_desktop.services.cost_sheets import Variant
from clair_desktop.services.notices import Difference, LetterDifference
from clair_desktop.services.ruling_words import value_words
from clair_desktop.services.simulation import Effect
from clair_desktop.services.statistics import AMOUNTS, Figure, as_rows

OTHERWISE = Wording("{what}が変わります", "{what} is printed otherwise")
DRAFT = Wording("（下書き）", " (draft)")


def make_notice(session: Session, asked: argparse.Namespace) -> None:
    office = session.office
    issued_by = asked.by or office.branch.get().name.in_(Language.JA)
    notice = office.notices.make(asked.out, asked.year, issued_by, asked.programme or ())
    count = notice.count
    answer = {"path": str(asked.out), "entries": count, "issued_by": notice.issued_by}
    session.say(answer, Wording(f"{asked.out}（{count}件）", f"{asked.out} ({count} entries)"))


def show_notice(session: Session, asked: argparse.Namespace) -> None:
    office = session.trial
    notice = office.notices.read(asked.notice)
    _say_differences(session, office.notices.differences(notice), office.notices.letter_differences(notice))


def take_notice(session: Session, asked: argparse.Namespace) -> None:
    office = session.trial if asked.dry_run else session.office
    notice = office.notices.read(asked.notice)
    if asked.dry_run:
        _say_differences(session, office.notices.differences(notice), office.notices.letter_differences(notice))
    else:
        taken = office.notices.take(notice)
        _say_differences(session, taken.rulings, taken.letters, taken=True)


def simulate(session: Session, asked: argparse.Namespace) -> None:
    office = session.trial
    effects = office.simulator.effects(office.notices.read(asked.notice))
    lines = [_effect_line(one, session.language) for one in effects]
    none = Wording("影響を受ける案件はありません。", "No open case is affected.").in_(session.language)
    session.say({"effects": [_effect(one, session.language) for one in effects]}, "\n".join(lines) or none)


def copy_case(session: Session, asked: argparse.Namespace) -> None:
    office = session.office
    copied = office.copying.copy(asked.number, asked.year)
    found = office.cases.judged(copied.sheet)
    changes = [
        {
            "rule": one.rule.key,
            "label": shown.both(one.rule.label),
            "before": shown.both(value_words(one.rule, one.before.ruling.value if one.before.ruling else None)),
            "after": shown.both(value_words(one.rule, one.after.ruling.value if one.after.ruling else None)),
            "decided": one.after.decided,
        }
        for one in copied.changes
    ]
    answer = shown.case(copied.sheet, found, office.names, session.language)
    dropped = [
        {"field": one.field, "label": shown.both(one.label), "reason": shown.both(one.reason)} for one in copied.dropped
    ]
    answer |= {"dropped": dropped, "changed_rules": changes}
    number = copied.sheet.number
    said = Wording(
        f"{asked.number} を写して {number} を受け付けました。定めの変化{len(changes)}件。",
        f"Copied {asked.number} to {number}; {len(changes)} rules stand differently.",
    )
    lines = [said.in_(session.language)]
    lines += [f"  ・{one.label.in_(session.language)}: {one.reason.in_(session.language)}" for one in copied.dropped]
    lines += [f"  ・{_change_words(one).in_(session.language)}" for one in copied.changes]
    session.say(answer, "\n".join(lines))


def _change_words(one: RuleChange) -> Wording:
    before, after = (
        value_words(one.rule, side.ruling.value if side.ruling else None) for side in (one.before, one.after)
    )
    confirm = Wording("", "") if one.after.decided else Wording("（要確認）", " (to confirm)")
    label = one.rule.label
    return Wording(
        f"{label.ja}: {before.ja} → {after.ja}{confirm.ja}", f"{label.en}: {before.en} → {after.en}{confirm.en}"
    )


def cost_sheet(session: Session, asked: argparse.Namespace) -> None:
    made = session.office.cost_sheets.export(asked.number, Variant(asked.variant), asked.out, session.language)
    answer = {
        "path": str(made.path),
        "variant": made.variant.value,
        "sha256": made.sha256,
        "total_cost": made.total_cost,
        "eligible_cost": made.eligible_cost,
        "requested": made.requested,
    }
    session.say(answer, Wording(f"{made.path}（総事業費{made.total_cost:,}円）", f"{made.path} (¥{made.total_cost:,})"))


def statistics(session: Session, asked: argparse.Namespace) -> None:
    found = session.trial.statistics.of_year(asked.year, asked.by, asked.programme)
    rows = as_rows(found, session.language)
    answer = {
        "year": found.year,
        "by": found.by,
        "lines": [_figure(line) for line in found.lines],
        "total": _figure(found.total),
    }
    session.say(answer, "\n".join("\t".join(str(cell) for cell in row) for row in rows))


def _figure(line: Figure) -> dict[str, object]:
    return {"key": line.key, "label": shown.both(line.label), "cases": line.cases} | {
        key: line.amounts[key] for key in AMOUNTS
    }


def _say_differences(
    session: Session, differences: Sequence[Difference], letters: Sequence[LetterDifference], *, taken: bool = False
) -> None:
    found = [
        {
            "programme": one.entry.programme,
            "rule": one.entry.rule,
            "label": shown.both(one.rule.label),
            "year": one.entry.year,
            "before": shown.both(_before(one)),
            "after": shown.both(value_words(one.rule, one.entry.value)),
            "changes": one.changes,
            "source": one.entry.source_title,
        }
        for one in differences
    ]
    words = [
        f"{one.entry.year} {one.programme.in_(session.language)} {one.rule.label.in_(session.language)}: "
        f"{_before(one).in_(session.language)} → {value_words(one.rule, one.entry.value).in_(session.language)}"
        for one in differences
    ]
    words += [letter_words(one, session.language) for one in letters]
    none = Wording("変わる定めはありません。", "Nothing changes.").in_(session.language)
    answer = {"taken": taken, "differences": found, "letters": [letter_difference(one) for one in letters]}
    session.say(answer, "\n".join(words) or none)


def _before(one: Difference) -> Wording:
    ruling = one.before.ruling
    said = value_words(one.rule, ruling.value if ruling else None)
    if one.before.carried_forward:
        return Wording(f"{said.ja}（前年度までの資料）", f"{said.en} (from an earlier year)")
    return said


def _effect(one: Effect, language: Language) -> dict[str, object]:
    return {
        "number": one.number,
        "programme": one.programme,
        "project_year": one.project_year,
        "title": one.title,
        "verdict": [verdict.value for verdict in one.verdict],
        "grant_maximum": list(one.grant_maximum),
        "draft": one.draft,
        "due": [
            {
                "deadline": due.deadline,
                "label": shown.both(due.label),
                "before": _iso(due.before),
                "after": _iso(due.after),
            }
            for due in one.due
        ],
        "changes": [
            {
                "rule": change.rule,
                "before": change.before.value if change.before else None,
                "after": change.after.value if change.after else None,
                "message": shown.both(change.message),
                "source": shown.source(change.source, language),
            }
            for change in one.changes
        ],
        "letters": [shown.both(letter) for letter in one.letters],
    }


def _effect_line(one: Effect, language: Language) -> str:
    before, after = (VERDICT_WORDS[verdict].in_(language) for verdict in one.verdict)
    amounts = " → ".join("—" if amount is None else f"{amount:,}" for amount in one.grant_maximum)
    reasons = [f"{change.rule}: {change.message.in_(language)}" for change in one.changes]
    reasons += [f"{due.label.in_(language)}: {_iso(due.before) or '—'} → {_iso(due.after) or '—'}" for due in one.due]
    reasons += [OTHERWISE.filled(what=letter).in_(language) for letter in one.letters]
    draft = DRAFT.in_(language) if one.draft else ""
    return f"{one.number}{draft}\t{before} → {after}\t{amounts}\t{'; '.join(reasons)}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
