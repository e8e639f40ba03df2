"""Headquarters' answer as the window shows it: what is to be decided, what would be recorded, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.answering import KIND_WORDS, OPTION_WORDS, Difference, Kind, Planned
from clair_desktop.domain.eras import day_in_words
from clair_desktop.domain.wording import Wording, same
from clair_desktop.presenters.intake_lines import FindingLine, count_tags, finding_lines
from clair_desktop.presenters.tags import Tag
from clair_desktop.services.answer_choices import decide
from clair_desktop.services.answers import HeadquartersAnswer, Taken

UNDECIDED = Wording("（未決定）", "(undecided)")
_NO_CHOICE = Tag(Wording("要判断", "to decide"), "warning")
_CHOSEN = Tag(Wording("決定済", "decided"), "done")
_WAITS = Tag(Wording("保留", "waits"), "warning")
_COUNTS = Tag(Wording("記録する", "recorded"), "done")
_KIND_TONES = {Kind.FIGURE: "error", Kind.KEY: "error"}


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One thing to decide: what was sent, what the case says now, what came back, and what may be said to it."""

    key: str
    kind: Tag
    standing: Tag
    case: str
    heading: Wording
    cell: str
    sent: Wording
    current: Wording
    returned: Wording
    options: Sequence[tuple[str, Wording]]
    chosen: str | None
    choice: Wording
    why_not: Wording | None = None  # why the returned value cannot be taken


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What an answer would do to a case."""

    case: str
    part: str
    outcome: Wording
    state: Wording
    on: Wording
    number: str
    changes: Wording
    standing: Tag


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """All that the window shows of an answer; ``taken`` is what was recorded of it."""

    path: Path
    programme: Wording
    year: Wording
    number: int | None
    counts: Sequence[Tag]
    differences: Sequence[DifferenceLine]
    planned: Sequence[PlannedLine]
    findings: Sequence[FindingLine]
    undecided: int
    recorded: int
    faults: int
    unanswered: int
    repeated: int
    is_stale: bool = False
    taken: Taken | None = None
    altered: int = 0  # cases into which returned values would go

    @property
    def can_take(self) -> bool:
        return self.taken is None and not self.is_stale and bool(self.planned or self.differences)


def shown_answer(answer: HeadquartersAnswer, choices: Mapping[str, str]) -> ShownAnswer:
    decided = decide(answer.planned, answer.differences, choices)
    recorded = set(map(id, decided.planned))
    return ShownAnswer(
        path=answer.path,
        programme=answer.edition.programme.name,
        year=answer.edition.year.label(),
        number=answer.number,
        counts=count_tags(answer.counts),
        differences=[_difference(one, choices) for one in answer.differences],
        planned=[_planned(one, is_recorded=id(one) in recorded) for one in answer.planned],
        findings=finding_lines(answer.findings),
        undecided=len(decided.undecided),
        recorded=len(decided.planned),
        altered=len(decided.taken),
        faults=answer.counts["error"],
        unanswered=answer.unanswered,
        repeated=answer.repeated,
    )


def option_words(option: str) -> Wording:
    """What an option says; ``row:7`` picks one of rows that are there twice."""
    known = {one.value: words for one, words in OPTION_WORDS.items()}
    row = option.partition(":")[2]
    return known.get(option) or Wording(f"{row}行目を採る", f"Take row {row}")


def _difference(one: Difference, choices: Mapping[str, str]) -> DifferenceLine:
    chosen = choices.get(one.key, one.default)
    return DifferenceLine(
        key=one.key,
        kind=Tag(KIND_WORDS[one.kind], _KIND_TONES.get(one.kind, "notice")),
        standing=_CHOSEN if chosen else _NO_CHOICE,
        case=one.case,
        heading=one.at.heading,
        cell=f"{one.at.sheet} {one.at.cell}".strip(),
        sent=one.sent,
        current=one.current,
        returned=one.returned,
        options=[(option, option_words(option)) for option in one.options],
        chosen=chosen,
        choice=option_words(chosen) if chosen else UNDECIDED,
        why_not=one.why_not,
    )


def _planned(one: Planned, *, is_recorded: bool) -> PlannedLine:
    changes = [
        Wording(f"{label.ja}：{before.ja}→{after.ja}", f"{label.en}: {before.en} → {after.en}")
        for _field, label, before, after in one.changes
    ]
    told = [*changes, *([same(one.note)] if one.note else [])]
    return PlannedLine(
        case=one.case,
        part=one.part or "",
        outcome=one.outcome.words,
        state=one.state,
        on=day_in_words(one.on),
        number=one.number,
        changes=Wording("／".join(it.ja for it in told), "; ".join(it.en for it in told)),
        standing=_COUNTS if is_recorded else _WAITS,
    )
