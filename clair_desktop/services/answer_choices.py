"""The clerk's choices upon what differs: which answers are recorded with them, and what is still to be decided."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clair_desktop.domain.answering import Difference, Kind, Option, Planned
from clair_desktop.domain.intake import At
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

_ROW = "row:"
_NOTHING = Wording("（記録なし）", "(nothing recorded)")


@dataclass(frozen=True, slots=True)
class Decided:
    """What is recorded: steps, and returned values by case and question; ``left_out`` counts answers that are not."""

    planned: Sequence[Planned]
    taken: Mapping[str, Mapping[str, object]]
    undecided: Sequence[Difference]
    left_out: int


def with_doubles(
    planned: Sequence[Planned], differences: Sequence[Difference]
) -> tuple[list[Planned], list[Difference]]:
    """Answers with the differences they wait for; a case answered twice is one more difference."""
    found = list(differences)
    by_place: dict[tuple[str, str | None], list[Planned]] = defaultdict(list)
    for one in planned:
        by_place[one.case, one.part].append(one)
    for (case, part), ones in by_place.items():
        if len(ones) > 1:
            found.append(_doubled(case, part, ones))
    waits = [replace(one, decided_by=[d.key for d in found if d.case == one.case]) for one in planned]
    return waits, found


def decide(planned: Sequence[Planned], differences: Sequence[Difference], choices: Mapping[str, str]) -> Decided:
    by_key = {one.key: one for one in differences}
    for key, option in choices.items():
        _demand_known(by_key, key, option)
    chosen = {key: choices.get(key, one.default) for key, one in by_key.items()}
    kept = [one for one in planned if _counts(one, by_key, chosen)]
    taken: dict[str, dict[str, object]] = defaultdict(dict)
    for key, one in by_key.items():
        if one.kind is Kind.FIGURE and chosen[key] == Option.TAKE.value:
            taken[one.case][one.field] = one.value
    undecided = [one for key, one in by_key.items() if chosen[key] is None]
    return Decided(kept, taken, undecided, len(planned) - len(kept))


def _counts(plan: Planned, by_key: Mapping[str, Difference], chosen: Mapping[str, str | None]) -> bool:
    """Whether every difference that the answer waits for lets it be recorded."""
    for key in plan.decided_by:
        option = chosen[key]
        if option is None or option == Option.LEAVE.value:
            return False
        if by_key[key].kind is Kind.DUPLICATED and _is_answered_twice(key) and option != f"{_ROW}{plan.row}":
            return False
        if by_key[key].kind is Kind.RECORDED and plan.only_answers and option != Option.TAKE.value:
            return False
    return True


def _is_answered_twice(key: str) -> bool:
    return key.startswith("answers/") and key.endswith("/rows")


def _doubled(case: str, part: str | None, ones: Sequence[Planned]) -> Difference:
    said = [
        Wording(
            f"{one.row}行目「{one.outcome.words.ja}」{one.on:%Y-%m-%d} {one.number}".strip(),
            f"row {one.row}, {one.outcome.words.en}, {one.on:%Y-%m-%d} {one.number}".strip(),
        )
        for one in ones
    ]
    alike = all(_same(one, ones[0]) for one in ones)
    options = [*(f"{_ROW}{one.row}" for one in ones), Option.LEAVE.value]
    key = "/".join(["answers", *filter(None, (case, part)), "rows"])
    at = At("", f"{ones[1].row}:{ones[1].row}", Wording("行", "Row"))
    told = Wording("、".join(one.ja for one in said), "; ".join(one.en for one in said))
    return Difference(key, Kind.DUPLICATED, case, at, _NOTHING, _NOTHING, told, options, options[0] if alike else None)


def _same(one: Planned, other: Planned) -> bool:
    return replace(one, row=0, decided_by=()) == replace(other, row=0, decided_by=())


def _demand_known(by_key: Mapping[str, Difference], key: str, option: str) -> None:
    known = by_key.get(key)
    if known is None:
        raise Refusal(
            Wording(f"「{key}」という相違はありません。", f"There is no difference “{key}”."), field="choices"
        )
    if option not in known.options:
        listed = "、".join(known.options)
        raise Refusal(
            Wording(
                f"「{key}」に「{option}」は選べません（{listed}）。", f"“{option}” is no choice for “{key}” ({listed})."
            ),
            field="choices",
        )
