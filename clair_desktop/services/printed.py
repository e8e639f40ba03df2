"""A pack that was printed: what it is, and what it is recorded by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.documents import Spot
from clair_desktop.domain.making_up import AS_EVER, MakeUp
from clair_desktop.domain.wording import Wording
from clair_desktop.services.letter_values import LetterValues
from clair_desktop.services.releases import Content

if TYPE_CHECKING:
    from clair_desktop.output.pdf.packs import PrintedPack


@dataclass(frozen=True, slots=True)
class Printed:
    """A pack that was printed and read back; ``warnings`` say what was drawn otherwise than typed."""

    path: Path
    sha256: str
    pages: int
    pack: str
    language: str
    document_number: str | None
    warnings: Sequence[Wording] = ()
    used: LetterValues | None = None
    made_up: MakeUp = AS_EVER
    made: "Made | None" = None
    spots: Sequence[Spot] = ()  # where answers stand in the file

    @property
    def pack_id(self) -> str:
        """The number of the pack, where it is one of a case's own."""
        return self.made.content.mark.pack_id if self.made else ""

    @property
    def content_sha256(self) -> str:
        return self.made.content.mark.content_sha256 if self.made else ""


@dataclass(frozen=True, slots=True)
class Made:
    """What a printing of a case's own pack is recorded by."""

    content: Content
    written: "PrintedPack"
    name: Wording
    day: date
