"""How a register is handed out: what is asked before it leaves, and which characters stand for those CP932 lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clair_desktop.domain.hand_overs import FORM_WORDS, MEDIUM_WORDS, Form, Medium
from clair_desktop.domain.wording import Wording

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

FORMS: Sequence[tuple[Form, Wording]] = tuple(FORM_WORDS.items())
MEDIA: Sequence[tuple[Medium, Wording]] = tuple(MEDIUM_WORDS.items())
_TOLD = 3  # places of a character that are named


@dataclass(frozen=True, slots=True)
class HandingQuestion:
    """What is about to be handed out, and as which 版 it will be noted."""

    programme: Wording
    year: Wording
    number: int
    to: Wording


@dataclass(frozen=True, slots=True)
class HandingWish:
    """In which form, to whom, by which medium; the password is used once and kept nowhere."""

    form: Form = Form.XLSX
    to: str = ""
    medium: Medium = Medium.UNSAID
    note: str = ""
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LackingLine:
    """A character that CP932 lacks, where it stands, and what might stand for it, the nearest first."""

    cluster: str
    code: str
    count: int
    places: Wording
    candidates: Sequence[str]


def lacking_lines(office: "Office", programme: str, year: int) -> list[LackingLine]:
    """Each character once, with the places where it stands."""
    found: dict[str, list[Wording]] = {}
    candidates: dict[str, Sequence[str]] = {}
    for one in office.registers.lacking(programme, year):
        found.setdefault(one.cluster, []).append(one.place.wording)
        candidates[one.cluster] = one.candidates
    return [_line(cluster, places, candidates[cluster]) for cluster, places in found.items()]


def _line(cluster: str, places: Sequence[Wording], candidates: Sequence[str]) -> LackingLine:
    told = places[:_TOLD]
    more = len(places) - _TOLD
    rest = Wording(f"（ほか{more}か所）", f" (and {more} more)") if more > 0 else Wording("", "")
    said = Wording("／".join(one.ja for one in told) + rest.ja, "; ".join(one.en for one in told) + rest.en)
    code = "+".join(f"U+{ord(one):04X}" for one in cluster)
    return LackingLine(cluster, code, len(places), said, candidates)


Substitutes = Mapping[str, str]
