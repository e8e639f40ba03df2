"""Which returned values a clerk may take into the case, as the case's own questions hold them; and why not, where not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from clair_desktop.domain.fields import Choice, Day, Field, Rows, Text, Yen
from clair_desktop.domain.machine_reading import plain_numerals
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.sealing import Plain
from clair_desktop.domain.whole_registers import LINE, whole_registers
from clair_desktop.domain.wording import Language, Wording

NOT_ASKED = Wording(
    "案件の入力項目ではない（プログラムが求めた値の）ため、採れません。",
    "It is no answer of the case but worked out by the program, so it cannot be taken.",
)
NO_CHOICE = Wording(
    "この項目の選択肢にない値のため、採れません。本部に確かめ、案件で選び直してください。",
    "It is none of the question's choices, so it cannot be taken. Ask headquarters and choose in the case.",
)
NOT_SIMPLE = Wording(
    "この種類の項目は表の値から戻せないため、採れません。案件で入力し直してください。",
    "A question of this kind cannot be read back from the table. Enter it in the case.",
)
LINES_MOVED = Wording(
    "送付後に案件でこの行が変わり、どの行の値か定まらないため、採れません。案件で入力し直してください。",
    "The line was changed in the case since it was sent, so it is not sure which line is meant. Enter it in the case.",
)


@dataclass(frozen=True, slots=True)
class Takable:
    """Where the value goes (``field``, or ``field/line/column`` for a line counted from 1); ``why_not`` else."""

    place: str = ""
    value: object = None
    why_not: Wording | None = None


def takable(
    edition: Edition, table: str, column: str, returned: Plain, row: tuple[Mapping[str, Plain], Mapping[str, Plain]]
) -> Takable:
    """``row`` is the row as it was sent and as it stands now."""
    if table == "cases":
        return _of(edition.field(column), column, returned)
    of = next((one.of for one in whole_registers(edition) if one.key == table), "")
    rows = edition.field(of)
    asked = next((one for one in rows.columns if one.key == column), None) if isinstance(rows, Rows) else None
    if asked is None:
        return Takable(why_not=NOT_ASKED)
    sent, now = row
    if sent != now or not now.get(LINE):
        return Takable(why_not=LINES_MOVED)
    return _of(asked, f"{of}/{now[LINE]}/{column}", returned)


def with_taken(answers: Mapping[str, object], line: str, value: object) -> tuple[str, object]:
    """The table of rows that ``line`` (``field/line/column``) is about, with the value in its place."""
    field, number, column = line.split("/")
    rows = [dict(row) for row in cast("Sequence[Mapping[str, object]]", answers.get(field, ()))]
    at = int(number) - 1
    rows[at] = {key: one for key, one in {**rows[at], column: value}.items() if one is not None}
    return field, tuple(rows)


def _of(asked: Field | None, place: str, returned: Plain) -> Takable:
    if asked is None:
        return Takable(why_not=NOT_ASKED)
    if isinstance(asked, Choice):
        if returned is None:
            return Takable(place, None)
        told = {plain_numerals(one.label.in_(language)): one.key for one in asked.options for language in Language}
        key = told.get(str(returned))
        return Takable(place, key) if key else Takable(why_not=NO_CHOICE)
    return Takable(place, returned) if isinstance(asked, Text | Yen | Day) else Takable(why_not=NOT_SIMPLE)
