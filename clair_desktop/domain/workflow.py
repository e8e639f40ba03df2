"""How a case proceeds, as data: states, transitions with their guards, and parts answered one by one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from clair_desktop.domain.wording import Wording


class Tone(StrEnum):
    """What a state means to the branch: to do here, waiting for others, well ended, ended otherwise."""

    TO_DO = "to_do"
    WAITING = "waiting"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class State:
    key: str
    label: Wording
    tone: Tone = Tone.TO_DO
    closed: bool = False


class Guard(StrEnum):
    """What a step demands of the findings: nothing, or that the case is complete and nothing is not met."""

    NONE = "none"
    READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A step somebody takes. ``will`` says, before it is pressed, what it will do."""

    key: str
    label: Wording
    will: Wording
    sources: Sequence[str]
    target: str
    guard: Guard = Guard.NONE
    needs: Sequence[str] = ()  # fields that must be answered before
    needs_part_in: Sequence[str] = ()  # at least one part must stand in one of these states
    issues: str | None = None  # the pack this step sends out
    followed_by: Sequence[str] = ()  # letters that pass it on; the first that there is in the year is offered after it
    numbered: bool = False  # the letter it sends carries a document number
    opens_parts: bool = False  # the case's parts are made by this step
    moves_parts: Mapping[str, str] = field(default_factory=dict)
    side: bool = False  # a step off the main road: withdrawal, revocation …


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A part that a case will have: its key (an overseas office, or ``consult:BR``), its name and why."""

    key: str
    name: Wording
    state: str
    reason: Wording


@dataclass(frozen=True, slots=True)
class PartFlow:
    """The parts of a case, each with its own state and steps.

    ``roll_up`` gives the case's state from its own state and those of its parts, and leaves it where they say nothing.
    """

    states: Sequence[State]
    transitions: Sequence[Transition]
    roll_up: Callable[[str, Sequence[str]], str]

    def state(self, key: str) -> State:
        return next(state for state in self.states if state.key == key)

    def open_from(self, state: str) -> list[Transition]:
        return [step for step in self.transitions if state in step.sources]

    def transition(self, key: str) -> Transition | None:
        return next((step for step in self.transitions if step.key == key), None)


@dataclass(frozen=True, slots=True)
class Workflow:
    """States and steps of a programme; the first state is where a received case begins."""

    states: Sequence[State]
    transitions: Sequence[Transition]
    parts: PartFlow | None = None

    @property
    def first(self) -> str:
        return self.states[0].key

    def state(self, key: str) -> State:
        return next(state for state in self.states if state.key == key)

    def open_from(self, state: str) -> list[Transition]:
        return [step for step in self.transitions if state in step.sources]

    def transition(self, key: str) -> Transition | None:
        return next((step for step in self.transitions if step.key == key), None)

    def step_of(self, key: str, *, part: bool) -> Transition | None:
        """A step that the case, or one of its parts, has taken."""
        course = self.parts if part and self.parts else self
        return course.transition(key)

    def closed_states(self) -> list[str]:
        return [state.key for state in self.states if state.closed]
