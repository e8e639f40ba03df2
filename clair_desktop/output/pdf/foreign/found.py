"""Which files can be bound in, and what an examination finds."""

from dataclasses import dataclass

from clair_desktop.domain.enclosed import Condition
from clair_desktop.output.pdf.foreign.room import Room

PDF = "application/pdf"
BOUND_TYPES = frozenset({PDF, "image/jpeg", "image/png", "image/tiff"})


@dataclass(frozen=True, slots=True)
class Examined:
    """The condition of a file whose plain pages now lie in another, and the room in each page's margins."""

    condition: Condition
    rooms: tuple[Room, ...]
