"""Whether each box of a form is drawn as the case has it: with its tick or without, told to a screen reader alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clair_desktop.domain.emphasis import BESIDE, plain
from clair_desktop.domain.filled_papers import FilledDocument, FilledFields, FilledForm, FilledTable
from clair_desktop.domain.proofs import BOXES, Fact, FactKind
from clair_desktop.output.pdf.proof_glyphs import content_of

if TYPE_CHECKING:
    import pikepdf

Tick = tuple[str, bool]  # a choice and whether it is ticked

_BOX = re.compile(rb"/ActualText <FEFF261([01])>[^>]*>> BDC(.*?)EMC", re.DOTALL)
_SQUARE, _STROKE = b" re S", b" l S"
_EMPTY, _TICKED = BOXES[0], BOXES[1]


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box as the file has it: what is told of it, and whether a stroke is drawn in it."""

    told: bool
    drawn: bool
    is_square: bool


def boxes_on(page: "pikepdf.Page") -> list[DrawnBox]:
    """In the order of reading, which is the order of drawing."""
    found = _BOX.finditer(content_of(page))
    return [DrawnBox(one[1] == b"1", _STROKE in one[2], _SQUARE in one[2]) for one in found]


def ticks_of(document: FilledDocument) -> list[Tick]:
    """Every choice that the document shows, in its order."""
    content = document.content
    return [tick for block in content.blocks for tick in _ticks_in(block)] if isinstance(content, FilledForm) else []


def _ticks_in(block: object) -> Iterator[Tick]:
    if isinstance(block, FilledFields):
        for _label, cell in block.rows:
            yield from cell.ticks
    if isinstance(block, FilledTable):
        for row in block.rows:
            for cell in row:
                yield from cell.ticks


def wrong_ticks(wanted: Sequence[Tick], found: Sequence[DrawnBox]) -> list[str]:
    """The choices whose box is missing, surplus or not as it must be; nothing where all are right."""
    if len(wanted) != len(found):
        return [label for label, _ticked in wanted]
    pairs = zip(wanted, found, strict=True)
    return [label for (label, ticked), box in pairs if not (box.is_square and box.told is box.drawn is ticked)]


def stands_in_the_form(fact: Fact, ticks: Sequence[Tick]) -> bool:
    """Whether the form shows the choices of the record, all of them together, ticked as they are on record."""
    asked = _asked(fact.said)
    places = range(len(ticks) - len(asked) + 1)
    return any(all(map(_is_told, ticks[start : start + len(asked)], asked)) for start in places)


def _is_told(shown: Tick, asked: Tick) -> bool:
    """Whether a box is the one on record; on a bilingual page its words are those of both languages."""
    words, label = plain(shown[0]), asked[0]
    told = words == label or words.startswith(label + BESIDE) or words.endswith(BESIDE + label)
    return told and shown[1] is asked[1]


def is_choice(fact: Fact) -> bool:
    return fact.kind is FactKind.CHOICE


def _asked(said: str) -> list[Tick]:
    parts = re.findall(f"([{_EMPTY}{_TICKED}])([^{_EMPTY}{_TICKED}]*)", said)
    return [(label, box == _TICKED) for box, label in parts]
