"""An answer as a cell of a form or a table: its text, its side, its boxes; and the room a column needs."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import cast

from clair_desktop.domain.fields import Choice, Choices, Count, Day, Field, Text, Yen
from clair_desktop.domain.filled_papers import Cell
from clair_desktop.domain.parties import Names
from clair_desktop.domain.wording import Language

_NO_BREAK = "\u00a0"


def field_cell(asked: Field, value: object, language: Language, names: Names) -> Cell:
    if isinstance(asked, Choice | Choices):
        chosen = value if isinstance(value, tuple) else (value,)
        ticks = [(option.label.in_(language), option.key in chosen) for option in asked.options]
        return Cell("", source=asked.label, ticks=ticks)
    text = "" if value is None else asked.printed(value, language, names)
    if text and isinstance(asked, Count) and language is Language.JA:
        text += asked.unit
    return Cell(text, number=isinstance(asked, Yen | Count), source=asked.label)


def table_cell(asked: Field, value: object, language: Language, names: Names) -> Cell:
    """A cell of a row table: amounts without their unit, which stands above the table; an English day is not broken."""
    if value is None:
        return Cell("")
    if isinstance(asked, Day) and language is Language.EN:
        return Cell(asked.printed(value, language, names).replace(" ", _NO_BREAK), source=asked.label)
    if isinstance(asked, Yen):
        return Cell(f"{cast(int, value):,}", number=True, source=asked.label)
    return Cell(asked.printed(value, language, names), number=isinstance(value, Fraction), source=asked.label)


def column_width(asked: Field, rows: Sequence[Mapping[str, object]], language: Language, names: Names) -> float:
    """A relative width: what the longest entry of the column needs, within reason."""
    texts = [table_cell(asked, row.get(asked.key), language, names).text for row in rows]
    longest = max((_ems(line) for text in texts for line in text.split("\n")), default=0)
    most = 24 if isinstance(asked, Text) else 14
    return max(4.4, min(most, max(longest, _ems(asked.label.in_(language)) * 0.75)) + 1.8)


def _ems(text: str) -> float:
    return sum(0.55 if character < "\u0250" else 1.0 for character in text)
