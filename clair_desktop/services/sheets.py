"""What screens and the command line are shown: whole, ready states of cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from clair_desktop.domain.deadlines import Due
from clair_desktop.domain.enclosed import Condition
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.fields import Texts
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import State, Transition
from clair_desktop.domain.working_days import WEEKENDS_ONLY, WorkingDays
from clair_desktop.output.pdf.foreign.conversion import CONVERTIBLE


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of a case: who answers, where it stands, what may be done next."""

    key: str
    name: Wording
    state: State
    note: str
    answered_on: date | None
    due_on: date | None
    next_steps: Sequence[Transition]
    reason: Wording


@dataclass(frozen=True, slots=True)
class EnclosureLine:
    """An enclosed file; ``merged`` ones are bound into the pack, the others go as files. ``size`` is in bytes."""

    id: int
    kind: str | None
    kind_label: Wording | None
    name: str
    media_type: str
    size: int
    pages: int | None
    merged: bool
    sha256: str
    condition: Condition | None = None  # None: sent as a file, or enclosed before files were examined

    @property
    def is_convertible(self) -> bool:
        """Whether LibreOffice, Word or Excel could make a PDF of it."""
        return not self.merged and Path(self.name).suffix.lower() in CONVERTIBLE

    @property
    def must_be_seen(self) -> bool:
        return self.condition is not None and self.condition.must_be_seen


@dataclass(frozen=True, slots=True)
class EventLine:
    """A step that was taken."""

    step: str
    part: str | None
    on: date
    document_number: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """A case with everything that follows from it on the day it was read."""

    id: int
    number: str
    edition: Edition
    answers: Answers
    state: State
    parts: Sequence[PartLine]
    due: Sequence[Due]
    enclosures: Sequence[EnclosureLine]
    events: Sequence[EventLine]
    decisions: Sequence["Decision"]
    received_on: date
    judged_on: date
    title: str
    applicant_name: Wording
    sample: bool
    closed: bool
    version: int
    created_at: datetime
    next_steps: Sequence[Transition]
    locked: Wording | None = None  # why it cannot be changed although it may be open: its year is locked
    made: Mapping[str, datetime] = field(default_factory=dict)  # letters of the last step since it was taken, by pack
    days: WorkingDays = WEEKENDS_ONLY
    deadline_hour: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """An undecided finding closed by a named post with a reason."""

    rule: str
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings of a case, what they come to, and the most a grant may be in yen."""

    findings: Sequence[Finding]
    verdict: Verdict
    grant_maximum: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and not saved, upon which version of the case."""

    texts: Texts
    base_version: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class HistoryChange:
    what: Wording
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    operation: int
    title: Wording
    who: str
    at: datetime
    undone: bool
    changes: Sequence[HistoryChange]
