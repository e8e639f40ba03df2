"""The verb that takes headquarters' answers in: a dry run tells, choices decide, taking records as one act."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import shown
from clair_desktop.cli.findings import finding
from clair_desktop.cli.parsing import add_verb, existing_folder
from clair_desktop.cli.session import Session
from clair_desktop.domain.answering import Difference, Planned, contradiction
from clair_desktop.domain.intake import IMPORTANCE_WORDS, Importance, grouped
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.answer_choices import decide
from clair_desktop.services.answer_lists import HEADS
from clair_desktop.services.answers import Accept, HeadquartersAnswer, Taken
from clair_desktop.services.following import FollowUp

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs

_FIRST = 20  # findings of one kind that are said in words; JSON holds all


def add_answers(verbs: "Verbs") -> None:
    verb = add_verb(verbs, "answers", answers, "本部の回答を取り込む / take headquarters' answers in")
    verb.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.csv")
    verb.add_argument("--dry-run", action="store_true", help="点検だけ / read and report only")
    verb.add_argument("--accept", choices=[one.value for one in Accept], default=Accept.ALL.value)
    verb.add_argument(
        "--choose",
        action="append",
        default=[],
        metavar="相違=選択",
        help="相違ごとの選択（繰返し可） / what you decide",
    )
    verb.add_argument("--programme", metavar="KEY", help="本部の一覧のとき必要 / needed for headquarters' own list")
    verb.add_argument("--year", type=int, metavar="N", help="実施年度（西暦） / project year")
    items = ", ".join(HEADS)
    verb.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="項目=見出し",
        help=f"見出しの対応 / which head is which: {items}",
    )
    verb.add_argument(
        "--outcome",
        action="append",
        default=[],
        metavar="○=採択",
        help="決定の言葉の対応 / which decision a word means",
    )
    verb.add_argument(
        "--letters", type=Path, metavar="FOLDER", help="通知の送付文を作る / make the letters that follow"
    )


def answers(session: Session, asked: argparse.Namespace) -> int:
    """Exit 1 when a row cannot be recorded or is undecided, so that scripts can tell; a dry run changes nothing."""
    folder = existing_folder(asked.letters, "letters") if asked.letters else None
    service = session.office.answers
    read = service.read(
        asked.file,
        programme=asked.programme,
        year=asked.year,
        columns=_pairs(asked.column, "column"),
        outcomes=_pairs(asked.outcome, "outcome"),
    )
    choices = _pairs(asked.choose, "choose", last=True)
    decided = decide(read.planned, read.differences, choices)
    faults = read.counts[Importance.ERROR.value] + len(decided.undecided)
    taken = Taken()
    if not asked.dry_run and (asked.accept == Accept.VALID.value or not faults):
        taken = service.take(read, choices, Accept(asked.accept))
    letters = service.follow_up(taken, folder) if folder else []
    _say(session, read, taken, letters)
    return 1 if faults else 0


def _say(session: Session, read: HeadquartersAnswer, taken: Taken, letters: list[FollowUp]) -> None:
    language = session.language
    answer = {
        "file": str(read.path),
        "programme": read.edition.programme.key,
        "project_year": read.edition.year.start_year,
        "hand_over": read.number,
        "taken": [{"case": case, "step": shown.both(step)} for case, step in taken.steps],
        "unanswered": read.unanswered,
        "repeated": read.repeated,
        "left_out": taken.left_out,
        "contradicted": [
            {"case": case, "rule": one.rule, "field": one.field, "message": shown.both(one.message)}
            for case, one in taken.contradicted
        ],
        "counts": read.counts,
        "planned": [_planned(one) for one in read.planned],
        "differences": [_difference(one) for one in read.differences],
        "findings": [finding(one, read.path, language) for one in read.findings],
        "letters": [shown.letter(one) for one in letters]
        or [{"case": case, "pack": pack} for case, pack in taken.letters],
    }
    session.say(answer, "\n".join(_lines(read, taken, letters, language)))


def _planned(one: Planned) -> dict[str, object]:
    return {
        "case": one.case,
        "part": one.part,
        "outcome": shown.both(one.outcome.words),
        "step": one.outcome.step,
        "state": shown.both(one.state),
        "on": one.on.isoformat(),
        "document_number": one.number or None,
        "note": one.note,
        "row": one.row,
        "waits_for": list(one.decided_by),
        "changes": [
            {"field": key, "label": shown.both(label), "before": shown.both(before), "after": shown.both(after)}
            for key, label, before, after in one.changes
        ],
    }


def _difference(one: Difference) -> dict[str, object]:
    return {
        "key": one.key,
        "kind": one.kind.value,
        "case": one.case or None,
        "sheet": one.at.sheet,
        "cell": one.at.cell,
        "heading": shown.both(one.at.heading),
        "sent": shown.both(one.sent),
        "current": shown.both(one.current),
        "returned": shown.both(one.returned),
        "options": list(one.options),
        "default": one.default,
        "why_not": shown.both(one.why_not) if one.why_not else None,
    }


def _lines(read: HeadquartersAnswer, taken: Taken, letters: list[FollowUp], language: Language) -> list[str]:
    joined = "、".join if language is Language.JA else ", ".join
    counts = [f"{IMPORTANCE_WORDS[one].in_(language)} {read.counts[one.value]}" for one in Importance]
    lines = [_outcome(read, taken).in_(language), joined(counts)]
    if taken.contradicted:
        lines.append(contradiction(taken.contradicted).in_(language))
    for one in read.planned:
        told = Wording(
            f"  {one.case} {one.part or ''}「{one.outcome.words.ja}」→{one.state.ja}",
            f"  {one.case} {one.part or ''} {one.outcome.words.en} → {one.state.en}",
        )
        lines.append(told.in_(language))
        lines += [
            f"    {label.in_(language)}: {before.in_(language)} → {after.in_(language)}"
            for _, label, before, after in one.changes
        ]
    for each in read.differences:
        lines.append(each.told.in_(language))
        lines.append(f"    --choose {each.key}={'|'.join(each.options)}")
    for _, _, findings in grouped(read.findings):
        lines += [each.told.in_(language) for each in findings[:_FIRST]]
        rest = len(findings) - _FIRST
        if rest > 0:
            lines.append(Wording(f"  ほか{rest}件", f"  and {rest} more").in_(language))
    return [*lines, *(shown.letter_line(one, language) for one in letters)]


def _outcome(read: HeadquartersAnswer, taken: Taken) -> Wording:
    if taken.steps:
        number = len(taken.steps)
        return Wording(f"{number}件の回答を記録しました。", f"Recorded: {number} answers.")
    if taken.altered:
        number = len(taken.altered)
        return Wording(
            f"{number}件の案件に、戻ってきた値を採りました。", f"Returned values were taken into {number} cases."
        )
    if read.repeated and not read.planned:
        return Wording(f"すべて記録済みです（{read.repeated}件）。", f"All recorded already ({read.repeated}).")
    return Wording("記録していません。", "Nothing was recorded.")


def _pairs(given: list[str], field: str, *, last: bool = False) -> dict[str, str]:
    """``left=right`` as typed; the last ``=`` divides where keys may hold one."""
    found = {}
    for pair in given:
        left, mark, right = pair.rpartition("=") if last else pair.partition("=")
        if not (left and mark and right):
            raise Refusal(
                Wording(f"「{pair}」は「左=右」の形で指定してください。", f"Write “{pair}” as left=right."), field=field
            )
        found[left] = right
    return found
