"""What of one text differs from another, piece by piece: Japanese by character, anything else by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A place stays whole, a Latin word or number too, and every other character stands by itself.
_PIECE = re.compile(r"\{[^{}]*\}|[A-Za-z0-9À-ɏ’']+|.", re.DOTALL)


class Piece(StrEnum):
    SAME = "same"
    LEFT_OUT = "left_out"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class TextChange:
    piece: Piece
    text: str


def text_changes(before: str, after: str) -> Sequence[TextChange]:
    """The later text with what it left out of the earlier one where that stood."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    found: list[TextChange] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(TextChange(Piece.SAME, "".join(old[a:b])))
            continue
        found += [TextChange(Piece.LEFT_OUT, "".join(old[a:b]))] if b > a else []
        found += [TextChange(Piece.ADDED, "".join(new[c:d]))] if d > c else []
    return found
