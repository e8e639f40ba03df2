"""The worked case that shows what a pack looks like, and the year as of which it is shown."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from clair_desktop.domain.answers import read
from clair_desktop.domain.documents import Pack
from clair_desktop.domain.facts import Answers, Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.programme import Example, ExampleStep, Programme
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import PartFlow, Transition, Workflow
from clair_desktop.services.desk import Desk
from clair_desktop.services.sheets import PartLine


@dataclass(frozen=True, slots=True)
class Specimen:
    """A worked case as far as a pack of it has got; ``day`` is that of its letters, None where it has taken no step."""

    example: Example
    answers: Mapping[str, object]
    day: date | None
    taken: Sequence[ExampleStep] = ()  # by then

    @property
    def begun(self) -> "Specimen":
        """The case when it came in."""
        return _begun(self.example)

    def in_year(self, year: int) -> "Specimen":
        """The same case that many years later or earlier, all its days with it, so that they keep their order."""
        years = year - self.example.year
        moved = cast("Mapping[str, object]", _moved(self.answers, years))
        taken = [replace(step, on=_day_moved(step.on, years)) for step in self.taken]
        return Specimen(self.example, moved, _day_moved(self.day, years) if self.day else None, taken)

    def standing(self, flow: Workflow, planned: Sequence[PartLine]) -> list[PartLine]:
        """The planned parts as the steps taken by then have left them."""
        lines = list(planned)
        for step in self.taken:
            taken = flow.step_of(step.key, part=step.part is not None)
            if taken and flow.parts:
                lines = [_moved_on(one, step, taken, flow.parts) for one in lines]
        return lines


def specimen_of(desk: Desk, programme: Programme, key: str) -> Specimen:
    """The worked case that a pack shows; of one made row by row, the first that has a row for it."""
    pack = next((one for one in programme.packs if one.key == key), None)
    if pack is None:
        return _begun(programme.examples[0])
    if (pack.each or pack.needs.row) is not None:
        return _begun(_with_a_row(desk, programme, pack))
    return worked_for(programme, pack)


def worked_for(programme: Programme, pack: Pack) -> Specimen:
    """The worked case that a pack shows best: one that has got to the pack by its own steps, before any other; of the
    pack's first year, before earlier ones. Days and amounts are of one case.
    """
    since = max((one.since.start_year for one in pack.documents if one.since), default=0)
    in_order = sorted(programme.examples, key=lambda one: one.year < since)
    ways: Sequence[_Way] = (_called_for, _instead, _reached)
    found = (way(programme, one, pack) for way in ways for one in in_order)
    return next((one for one in found if one is not None), None) or _nearest(in_order, pack)


_Way = Callable[[Programme, Example, Pack], Specimen | None]


def _called_for(programme: Programme, example: Example, pack: Pack) -> Specimen | None:
    """The case at the step that sends the pack or calls for it, where it says by then all that the pack needs."""
    flow = programme.workflow
    for step in example.steps:
        takes = flow.step_of(step.key, part=step.part is not None)
        found = _at(example, step)
        if takes and pack.key in (takes.issues, *takes.followed_by) and _is_told(pack, found.answers):
            return found
    return None


def _instead(_programme: Programme, example: Example, pack: Pack) -> Specimen | None:
    """The case at the step that might have called for the pack."""
    step = example.instead.get(pack.key)
    return _at(example, step) if step else None


def _at(example: Example, last: ExampleStep) -> Specimen:
    """The case as the steps before the last, and the last itself, have left it."""
    course = list(example.steps)
    before = course[: course.index(last)] if last in course else [step for step in course if step.on <= last.on]
    taken = [*before, last]
    answers = {**example.answers, **{key: value for step in taken for key, value in step.answers.items()}}
    return Specimen(example, answers, last.on, taken)


def _is_told(pack: Pack, answers: Mapping[str, object]) -> bool:
    return all(answers.get(key) not in _EMPTY for key in pack.needs.answers)


def _nearest(examples: Sequence[Example], pack: Pack) -> Specimen:
    """Where no case gets to the pack: the one that in the end tells most of what it needs, or the first."""
    ends = [_in_the_end(one) for one in examples]
    told = [sum(one.answers.get(key) not in _EMPTY for key in pack.needs.answers) for one in ends]
    return ends[told.index(max(told))] if any(told) else _begun(examples[0])


def _in_the_end(example: Example) -> Specimen:
    answers = {**example.answers, **{key: value for step in example.steps for key, value in step.answers.items()}}
    return Specimen(example, answers, example.steps[-1].on if example.steps else None)


def _reached(programme: Programme, example: Example, pack: Pack) -> Specimen | None:
    """The case at the step that sends the pack, calls for it or says the last that it needs; None where none does."""
    flow = programme.workflow
    known = {step.key: step for step in (*flow.transitions, *(flow.parts.transitions if flow.parts else ()))}
    answers, met = dict(example.answers), False
    for step in example.steps:
        answers.update(step.answers)
        takes = known[step.key]
        met = met or pack.key in (takes.issues, *takes.followed_by) or bool(set(step.answers) & set(pack.needs.answers))
        if met and _is_told(pack, answers):
            return _at(example, step)
    return _begun(example) if pack.needs.answers and _is_told(pack, answers) else None


def _moved_on(line: PartLine, step: ExampleStep, taken: Transition, course: PartFlow) -> PartLine:
    """The part after a step of its own, or one of the case that moves it."""
    if step.part is None:
        moved = taken.moves_parts.get(line.state.key)
        return replace(line, state=course.state(moved)) if moved else line
    return replace(line, state=course.state(taken.target), answered_on=step.on) if step.part == line.key else line


def _begun(example: Example) -> Specimen:
    return Specimen(example, example.answers, example.steps[0].on if example.steps else None)


_EMPTY: tuple[object, ...] = (None, "", [])
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ERA_YEAR = re.compile(r"令和(\d+)年")


def _moved(value: object, years: int) -> object:
    """A typed answer with the days in it so many years later."""
    if years == 0:
        return value
    if isinstance(value, Mapping):
        return {key: _moved(one, years) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(one, years) for one in value]
    if not isinstance(value, str):
        return value
    if found := _DAY.fullmatch(value):
        return _day_moved(date(int(found[1]), int(found[2]), int(found[3])), years).isoformat()
    return _ERA_YEAR.sub(lambda era: f"令和{int(era[1]) + years}年", value)


def _day_moved(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def specimen_year(pack: Pack | None, example: Example) -> int:
    """The worked case's own year; of a paper that came later, its first."""
    year = FiscalYear(example.year)
    if pack is None or any(one.stands_in(year) for one in pack.documents):
        return example.year
    return min((one.since.start_year for one in pack.documents if one.since), default=example.year)


def specimen_name(programme: Programme, pack: Pack) -> Wording:
    """What the ledger calls it."""
    return Wording(f"見本：{programme.name.ja}　{pack.name.ja}", f"Specimen: {programme.name.en}, {pack.name.en}")


def _with_a_row(desk: Desk, programme: Programme, pack: Pack) -> Example:
    """For a pack made row by row, the first that has a row for it."""
    each = pack.each or pack.needs.row
    for example in programme.examples if each else ():
        answers: Answers = read(desk.edition(programme.key, example.year).fields(), example.answers, desk.names).answers
        facts = Facts(answers, desk.clock.today(), desk.names)
        if each and any(each.chosen(facts, row) for row in facts.rows(each.rows)):
            return example
    return programme.examples[0]
