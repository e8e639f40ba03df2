"""Two people saved upon the same case: what each of them entered, field by field, so that nothing is lost unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clair_desktop.domain.fields import Field, RowTexts, Texts
from clair_desktop.domain.wording import Wording

Typed = str | Sequence[RowTexts]


class Side(StrEnum):
    """Whose answer is kept."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which what was typed here and what was saved elsewhere differ; ``side`` is the one offered."""

    key: str
    label: Wording
    mine: str
    theirs: str
    side: Side


def conflicts(fields: Sequence[Field], base: Texts | None, mine: Texts, theirs: Texts) -> list[Conflict]:
    """Every difference. Where only one of the two changed what both began with, that one's answer is offered."""
    found = []
    for field in fields:
        ours, others = _typed(mine.get(field.key)), _typed(theirs.get(field.key))
        if ours == others:
            continue
        untouched = base is not None and _typed(base.get(field.key)) == ours
        side = Side.THEIRS if untouched else Side.MINE
        found.append(Conflict(field.key, field.label, _lines(ours), _lines(others), side))
    return found


def merged(mine: Texts, theirs: Texts, sides: Mapping[str, Side]) -> Texts:
    """What was typed here, with their answer where it was chosen."""
    return {key: theirs.get(key, text) if sides.get(key) is Side.THEIRS else text for key, text in mine.items()}


def _typed(text: Typed | None) -> object:
    """For comparing: blanks at the ends and empty cells make no difference."""
    if text is None or isinstance(text, str):
        return (text or "").strip()
    return [{key: cell for key, cell in row.items() if cell} for row in text]


def _lines(typed: object) -> str:
    if isinstance(typed, list):
        return "\n".join(" / ".join(row.values()) for row in typed)
    return str(typed)
