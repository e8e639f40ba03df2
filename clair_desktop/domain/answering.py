"""Headquarters' answer against what was sent and what stands now: what differs, and what the clerk may say to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as kept_field
from datetime import date
from enum import StrEnum

from clair_desktop.domain.intake import At
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.rulings import Finding
from clair_desktop.domain.wording import Wording


class Kind(StrEnum):
    """How a returned register differs from the one that was sent."""

    REMOVED = "removed"
    DUPLICATED = "duplicated"
    ADDED = "added"
    KEY = "key"
    FIGURE = "figure"
    STALE = "stale"
    RECORDED = "recorded"


KIND_WORDS: Mapping[Kind, Wording] = {
    Kind.REMOVED: Wording("行の欠落", "Row removed"),
    Kind.DUPLICATED: Wording("行の重複", "Row there twice"),
    Kind.ADDED: Wording("行の追加", "Row added"),
    Kind.KEY: Wording("案件IDの相違", "Key altered"),
    Kind.FIGURE: Wording("値の相違", "Value altered"),
    Kind.STALE: Wording("送付後の変更", "Changed since it was sent"),
    Kind.RECORDED: Wording("記録済みとの相違", "Recorded otherwise"),
}


class Option(StrEnum):
    """What the clerk may say: our value stays and the answer counts, the returned value is taken, the row is left out.

    Of rows that are there twice, ``row:7`` picks the one in row 7.
    """

    KEEP = "keep"
    TAKE = "take"
    LEAVE = "leave"


OPTION_WORDS: Mapping[Option, Wording] = {
    Option.KEEP: Wording("支部の値のまま回答を記録する", "Keep the branch's value and record the answer"),
    Option.TAKE: Wording("戻ってきた値を採る", "Take the returned value"),
    Option.LEAVE: Wording("この案件の回答を記録しない", "Leave this case's answer out"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing to decide. ``key`` names it in choices; without a default nothing is taken before it is decided."""

    key: str
    kind: Kind
    case: str
    at: At
    sent: Wording
    current: Wording
    returned: Wording
    options: Sequence[str]
    default: str | None
    field: str = ""  # the question whose returned value may be taken, or field/line/column
    value: object = None
    why_not: Wording | None = None  # why the returned value cannot be taken

    @property
    def told(self) -> Wording:
        head = Wording(f"{self.case} {self.at.heading.ja}".strip(), f"{self.case} {self.at.heading.en}".strip())
        said, why = KIND_WORDS[self.kind], self.why_not or Wording("", "")
        return Wording(
            f"［{said.ja}］{head.ja}：送付時 {self.sent.ja}／現在 {self.current.ja}／戻り {self.returned.ja}　{why.ja}".rstrip(),
            f"[{said.en}] {head.en}: sent {self.sent.en} / now {self.current.en} / returned {self.returned.en} {why.en}".rstrip(),
        )


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """Headquarters' answer to a case or a part of it, as it stands in a row."""

    sheet: str
    row: int
    case_key: str
    case_number: str
    part: str
    applicant: str
    applicant_name: str
    title: str
    outcome: str
    amount: int | None
    conditions: str
    number: str
    on: date | None
    places: Mapping[str, At] = kept_field(default_factory=dict)
    faulty: bool = False

    @property
    def is_given(self) -> bool:
        return bool(self.outcome or self.conditions or self.number or self.on) or self.amount is not None

    def at(self, item: str) -> At:
        """Where an item stands; the row itself where it stands nowhere."""
        return self.places.get(item) or At(self.sheet, f"{self.row}:{self.row}", Wording("行", "Row"))


@dataclass(frozen=True, slots=True)
class Planned:
    """A step that an answer takes: nothing is recorded yet. ``decided_by`` are the differences it waits for."""

    case: str
    version: int
    part: str | None
    outcome: Outcome
    step: Wording
    state: Wording
    on: date
    number: str
    note: str
    row: int
    answers: Mapping[str, object]
    changes: Sequence[tuple[str, Wording, Wording, Wording]]  # field, label, before, after
    decided_by: Sequence[str] = ()
    only_answers: bool = False  # the step was taken before; only what is asked beside it changes


def contradiction(found: Sequence[tuple[str, Finding]]) -> Wording:
    """What no longer agrees in cases into which returned values were taken, each with its arithmetic."""
    told = [
        Wording(
            f"{case}：{one.message.ja}" + (f"（{one.working.ja}）" if one.working else ""),
            f"{case}: {one.message.en}" + (f" ({one.working.en})" if one.working else ""),
        )
        for case, one in found
    ]
    return _CONTRADICTED.filled(
        told=Wording("\n".join(one.ja for one in told), "\n".join(one.en for one in told)),
    )


_CONTRADICTED = Wording(
    "採った値により、案件の中で合わなくなったものがあります。合計は本部に確かめてから案件で直してください。\n{told}",
    "What was taken no longer agrees with the rest of the case. Ask headquarters and correct the totals in the case.\n{told}",
)
