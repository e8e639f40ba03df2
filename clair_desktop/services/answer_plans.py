"""From headquarters' answers to steps: whose answer it is, which step records it, and why not where none does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import cast

from clair_desktop.domain.answering import Difference, GivenAnswer, Kind, Option, Planned
from clair_desktop.domain.fields import Day, Field, Text, Yen
from clair_desktop.domain.intake import CellFinding, Importance
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.parties import Names
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.domain.workflow import Guard, Transition
from clair_desktop.services.answer_matching import CaseFinder, where
from clair_desktop.services.answer_words import (
    AMOUNT_UNUSED,
    BLANK,
    BLOCKED,
    FUTURE,
    LOCKED,
    NEEDS,
    NO_DAY,
    NOT_OPEN,
    OVER_REQUESTED,
)
from clair_desktop.services.cases import Cases
from clair_desktop.services.desk import Desk
from clair_desktop.services.sheets import CaseSheet, EventLine, PartLine
from clair_desktop.services.words import document_number, words

_BY_HEAD = {"amount": Yen, "conditions": Text, "on": Day}


@dataclass(slots=True)
class Plans:
    """What would be taken, what there is to say, and how many rows hold no answer or one that is recorded already."""

    planned: list[Planned] = field(default_factory=list)
    findings: list[CellFinding] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    unanswered: int = 0
    repeated: int = 0
    repeated_cases: set[str] = field(default_factory=set)


class Planner:
    """Plans for the cases that ``finder`` finds; ``outcomes`` say what headquarters calls ours otherwise."""

    def __init__(self, finder: CaseFinder, desk: Desk, cases: Cases, outcomes: Mapping[str, str]) -> None:
        self._finder = finder
        self._edition = finder.edition
        self._cases = cases
        self._today = desk.clock.today()
        self._names = desk.names
        self._outcomes = outcomes
        self.made = Plans()

    def plan(self, rows: Sequence[GivenAnswer], taken_before: bool = False) -> Plans:
        for row in rows:
            if not row.is_given:
                self.made.unanswered += not row.faulty
                continue
            sheet, said = self._finder.case_of(row)
            self.made.findings += said
            if sheet is not None and not row.faulty:
                self._plan(row, sheet, taken_before=taken_before)
        return self.made

    def _plan(self, row: GivenAnswer, sheet: CaseSheet, *, taken_before: bool) -> None:
        outcome, said = self._finder.outcome_of(row, self._outcomes)
        part, also = self._finder.part_of(row, sheet)
        self.made.findings += [*said, *also]
        if outcome is None or also:
            return
        steps = part.next_steps if part else sheet.next_steps
        step = next((one for one in steps if one.key == outcome.step), None)
        event = _last_event(sheet, outcome.step, part)
        same_event = event is not None and row.on == event.on and row.number == (event.document_number or "")
        if event is not None and (step is None or taken_before or same_event):
            self._again(row, sheet, outcome, event, part)
        elif sheet.locked:
            self._say(row, "outcome", "locked", Importance.ERROR, LOCKED.filled(case=sheet.number, why=sheet.locked))
        elif step is None:
            self._not_open(row, sheet, outcome, part, steps)
        else:
            self._new(row, sheet, outcome, step, part)

    def _new(
        self, row: GivenAnswer, sheet: CaseSheet, outcome: Outcome, step: Transition, part: PartLine | None
    ) -> None:
        on = row.on or self._today
        if row.on is None:
            self._say(row, "on", "no_day", Importance.WARNING, NO_DAY)
        elif row.on > self._today:
            self._say(row, "on", "future", Importance.WARNING, FUTURE)
        answers = self._answers(row, sheet, outcome, on)
        self._amounts(row, sheet, outcome)
        hindrances = [*self._unsound(row, answers), *self._hindrances(sheet, step, answers)]
        for item, rule, wording in hindrances:
            self._say(row, item, rule, Importance.ERROR, wording)
        if hindrances:
            return
        self.made.planned.append(
            Planned(
                sheet.number,
                sheet.version,
                part.key if part else None,
                outcome,
                step.label,
                _state_after(self._edition, step, part),
                on,
                row.number,
                _note(row, outcome),
                row.row,
                answers,
                self._changes(sheet, answers),
            )
        )

    def _answers(self, row: GivenAnswer, sheet: CaseSheet, outcome: Outcome, on: date) -> dict[str, object]:
        """What the answer fills in of the case's own questions."""
        told: dict[str, object] = {}
        if outcome.amount and row.amount is not None:
            told[outcome.amount] = row.amount
        if outcome.conditions and row.conditions:
            told[outcome.conditions] = row.conditions
        if outcome.on:
            told[outcome.on] = on
        return {key: value for key, value in told.items() if sheet.answers.get(key) != value}

    def _amounts(self, row: GivenAnswer, sheet: CaseSheet, outcome: Outcome) -> None:
        if row.amount is None:
            return
        if not outcome.amount:
            self._say(row, "amount", "amount_unused", Importance.WARNING, AMOUNT_UNUSED.filled(outcome=outcome.words))
            return
        requested = sheet.answers.get("requested")
        if isinstance(requested, int) and row.amount > requested:
            wording = OVER_REQUESTED.filled(amount=f"{row.amount:,}", requested=f"{requested:,}")
            self._say(row, "amount", "over_requested", Importance.WARNING, wording)

    def _unsound(self, row: GivenAnswer, answers: Mapping[str, object]) -> Iterator[tuple[str, str, Wording]]:
        """What no question, letter or journal could take as it stands."""
        for key, value in answers.items():
            try:
                taken_as(self._edition.field(key), value, self._names)
            except Malformed as complaint:
                yield "amount" if isinstance(value, int) else "conditions", "unreadable", complaint.wording
        for item, check in (("number", document_number), ("conditions", partial(words, field="conditions"))):
            try:
                check(getattr(row, item))
            except Refusal as refusal:
                yield item, "unreadable", refusal.wording

    def _hindrances(
        self, sheet: CaseSheet, step: Transition, answers: Mapping[str, object]
    ) -> Iterator[tuple[str, str, Wording]]:
        """Why the step could not be taken with these answers: where it is told, the rule, the words."""
        whole = {**sheet.answers, **answers}
        for key in step.needs:
            if whole.get(key) in (None, "", ()):
                asked = self._edition.field(key)
                wording = NEEDS.filled(field=asked.label if asked else same(key), step=step.label)
                yield (
                    next((name for name, kind in _BY_HEAD.items() if isinstance(asked, kind)), "outcome"),
                    "needs",
                    wording,
                )
        if step.guard is Guard.READY:
            for one in self._cases.preview(sheet, whole).findings:
                if one.blocks:
                    yield "outcome", "blocked", BLOCKED.filled(why=one.message)

    def _again(
        self, row: GivenAnswer, sheet: CaseSheet, outcome: Outcome, event: EventLine, part: PartLine | None
    ) -> None:
        """An answer to what is recorded already: nothing where it says the same, else the clerk decides."""
        answers = self._answers(row, sheet, outcome, row.on or event.on)
        is_other = bool(row.number and row.number != (event.document_number or "")) or row.on not in (None, event.on)
        if not answers and not is_other:
            self.made.repeated += 1
            self.made.repeated_cases.add(sheet.number)
            return
        key = f"answers/{'/'.join(filter(None, (sheet.number, part.key if part else '')))}/recorded"
        options = [Option.KEEP.value, Option.TAKE.value] if answers else [Option.KEEP.value]
        before = _told(outcome, event.on, event.document_number or "", self._amount(sheet.answers, outcome))
        after = _told(outcome, row.on or event.on, row.number, row.amount)
        default = None if answers else Option.KEEP.value
        self.made.differences.append(
            Difference(key, Kind.RECORDED, sheet.number, row.at("outcome"), before, before, after, options, default)
        )
        self.made.repeated_cases.add(sheet.number)
        if answers and not sheet.closed:
            self.made.planned.append(
                Planned(
                    sheet.number,
                    sheet.version,
                    part.key if part else None,
                    outcome,
                    outcome.words,
                    sheet.state.label,
                    event.on,
                    "",
                    "",
                    row.row,
                    answers,
                    self._changes(sheet, answers),
                    decided_by=[key],
                    only_answers=True,
                )
            )

    def _amount(self, answers: Mapping[str, object], outcome: Outcome) -> int | None:
        value = answers.get(outcome.amount) if outcome.amount else None
        return value if isinstance(value, int) else None

    def _not_open(
        self, row: GivenAnswer, sheet: CaseSheet, outcome: Outcome, part: PartLine | None, steps: Sequence[Transition]
    ) -> None:
        state = part.state.label if part else sheet.state.label
        known = {one.step: one.words for one in self._edition.programme.outcomes}
        open_ = [known[one.key] for one in steps if one.key in known]
        listed = Wording("、".join(one.ja for one in open_) or "なし", ", ".join(one.en for one in open_) or "none")
        wording = NOT_OPEN.filled(case=sheet.number, state=state, outcome=outcome.words, open=listed)
        self._say(row, "outcome", "not_open", Importance.ERROR, wording)

    def _changes(self, sheet: CaseSheet, answers: Mapping[str, object]) -> list[tuple[str, Wording, Wording, Wording]]:
        found = []
        for key, value in answers.items():
            asked = cast("Field", self._edition.field(key))
            found.append((key, asked.label, self._shown(asked, sheet.answers.get(key)), self._shown(asked, value)))
        return found

    def _shown(self, asked: Field, value: object) -> Wording:
        return BLANK if value is None else Wording(*(asked.show(value, one, self._names) for one in Language))

    def _say(self, row: GivenAnswer, item: str, rule: str, importance: Importance, wording: Wording) -> None:
        self.made.findings.append(CellFinding(where(row, item), rule, importance, wording))


def _last_event(sheet: CaseSheet, step: str, part: PartLine | None) -> EventLine | None:
    mine = [one for one in sheet.events if one.step == step and one.part == (part.key if part else None)]
    return mine[-1] if mine else None


def _state_after(edition: Edition, step: Transition, part: PartLine | None) -> Wording:
    flow = edition.programme.workflow
    return flow.parts.state(step.target).label if part and flow.parts else flow.state(step.target).label


def _note(row: GivenAnswer, outcome: Outcome) -> str:
    """Words that no question takes go with the step."""
    return "" if outcome.conditions else row.conditions


def _told(outcome: Outcome, on: date, number: str, amount: int | None) -> Wording:
    said = [f"{on:%Y-%m-%d}", number, f"{amount:,}円" if amount is not None else ""]
    said_en = [f"{on:%Y-%m-%d}", number, f"JPY {amount:,}" if amount is not None else ""]
    return Wording(
        "　".join([outcome.words.ja, *filter(None, said)]), ", ".join([outcome.words.en, *filter(None, said_en)])
    )


def taken_as(asked: Field | None, value: object, names: Names) -> object:
    """A value of an answer as its question takes it; ``Malformed`` where it does not."""
    if isinstance(asked, Yen) and isinstance(value, int):
        return asked.parse(str(value), names)
    return asked.parse(value, names) if isinstance(asked, Text) and isinstance(value, str) else value
