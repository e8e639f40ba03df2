"""Part of what a workbook says: the answers and rows that a person leaves out stay as the case has them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import cast

from clair_desktop.domain.facts import Answers
from clair_desktop.services.intake import Intake

ChangeKey = tuple[str, int | None]
"""A question, and the row within it where it is a table."""
_Rows = Sequence[Mapping[str, object]]


def without(intake: Intake, kept: Answers, left_out: Collection[ChangeKey]) -> Intake:
    """The same workbook, as though it agreed with the case in what is left out; the next reading offers it again."""
    if not left_out:
        return intake
    answers, told = dict(intake.answers), dict(intake.told)
    for field in {field for field, _ in left_out}:
        rows = {row for key, row in left_out if key == field}
        value = kept.get(field) if None in rows else _mixed(kept.get(field), answers.get(field), rows)
        told.pop(field, None)
        if value:
            answers[field] = value
        else:
            answers.pop(field, None)
    changes = [one for one in intake.changes if (one.field, one.row) not in left_out]
    return replace(intake, answers=answers, told=told, changes=changes)


def _mixed(before: object, after: object, kept: Collection[int | None]) -> tuple[Mapping[str, object], ...]:
    """Row by row: those that are kept as they were, the others as the file has them."""
    pairs = zip_longest(cast(_Rows, before or ()), cast(_Rows, after or ()))
    chosen = (was if number in kept else becomes for number, (was, becomes) in enumerate(pairs, start=1))
    return tuple(row for row in chosen if row is not None)
