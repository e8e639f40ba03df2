"""What taking a workbook would change: merged with what the branch has done since, told before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from clair_desktop.domain.answers import loaded
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.fields import Field, Rows
from clair_desktop.domain.intake import At, CellFinding, Importance
from clair_desktop.domain.parties import Names
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.intake_reading import Filled

_CONFLICT = Wording(
    "前回の取込みの後に案件でも変わっています（案件：{kept}）。取り込むとファイルの値になります。",
    "It was changed in the case too since it was last taken in (the case has: {kept}). Taking it in puts the file's value.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One answer before and after; ``row`` counts from 1 in a table and is None elsewhere."""

    field: str
    label: Wording
    row: int | None
    before: Wording
    after: Wording


@dataclass(frozen=True, slots=True)
class Merged:
    answers: Answers
    changes: Sequence[Change]
    unchanged: int
    conflicts: Sequence[CellFinding]


def merged(fields: Sequence[Field], filled: Filled, kept: Answers, base: Answers | None, names: Names) -> Merged:
    """The case's answers with the file's laid over.

    An answer that the file repeats from the last time does not undo what the branch has put right since; without a
    last time a blank in the file takes nothing away.
    """
    result = dict(kept)
    changes: list[Change] = []
    conflicts: list[CellFinding] = []
    unchanged = 0
    for one in fields:
        new, old = filled.answers.get(one.key), kept.get(one.key)
        before = base.get(one.key) if base is not None else None
        untouched = one.key in filled.faulty or new == before or (new is None and base is None)
        if untouched or new == old:
            unchanged += new is not None and new == old
            continue
        if base is not None and old != before:
            at = filled.places.get(one.key, At("", "", one.label))
            said = _CONFLICT.filled(kept=_shown(one, old, names))
            conflicts.append(CellFinding(at, "changed_since", Importance.WARNING, said))
        if new is None:
            result.pop(one.key, None)
        else:
            result[one.key] = new
        changes += _changes(one, old, new, names)
    return Merged(result, changes, unchanged, conflicts)


def base_of(fields: Sequence[Field], kept: object) -> Answers | None:
    """What the same workbook said when it was last taken in; None where it never was."""
    if not isinstance(kept, dict):
        return None
    return loaded(fields, cast("dict[str, object]", kept.get("answers", {})))


def _changes(one: Field, old: object, new: object, names: Names) -> list[Change]:
    if not isinstance(one, Rows):
        return [Change(one.key, one.label, None, _shown(one, old, names), _shown(one, new, names))]
    before, after = (cast("Sequence[Mapping[str, object]]", rows or ()) for rows in (old, new))
    found: list[Change] = []
    for number in range(1, max(len(before), len(after)) + 1):
        was, becomes = (rows[number - 1] if number <= len(rows) else None for rows in (before, after))
        if was != becomes:
            found.append(Change(one.key, one.label, number, _row(one, was, names), _row(one, becomes, names)))
    return found


def _row(one: Rows, row: Mapping[str, object] | None, names: Names) -> Wording:
    if row is None:
        return Wording("（なし）", "(none)")
    said = []
    for language in Language:
        shown = (column.show(row[column.key], language, names) for column in one.columns if column.key in row)
        said.append("｜".join(shown))
    return Wording(*said)


def _shown(one: Field, value: object, names: Names) -> Wording:
    if value is None:
        return Wording("（空欄）", "(blank)")
    if isinstance(one, Rows):
        count = len(cast("Sequence[object]", value))
        return Wording(f"{count}行", f"{count} rows")
    return Wording(*(one.show(value, language, names).replace("\n", "、") for language in Language))
