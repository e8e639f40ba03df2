"""The emblem of an office: a picture at the head of its letters, so many millimetres high at one of three places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from clair_desktop.domain.wording import Language, Wording

TALL_LIMITS = (8, 30)
"""Its height in mm."""

WIDEST = 100
"""What it may take across, in mm."""

COARSEST = 100
"""Dots per inch; a picture is printed no larger than this leaves of it."""

_INCH = 25.4
_TALL = Wording(
    "紋章の高さは8〜30mmの整数で入力してください。", "Enter the emblem's height: a whole number from 8 to 30 mm."
)
_WIDE = Wording(
    "高さ{tall}mmでは幅が{across}mmになります。幅{widest}mmに収まるよう、高さを{most}mm以下にしてください。",
    "{tall} mm high, it would be {across} mm wide. For {widest} mm at most, enter no more than {most} mm.",
)
_COARSE = Wording(
    "この画像（{width}×{height}画素）は、高さ{most}mmまでなら粗くならずに印刷できます。高さを下げるか、細かい画像を選んでください。",
    "Of {width}×{height} dots, this picture prints clearly up to {most} mm. Enter less, or choose a finer picture.",
)
_NO_ALT = Wording(
    "紋章を見られない人に読み上げる説明を入力してください（例：宮城県の県章）。",
    "Say what the emblem shows, for whoever cannot see it (the emblem of Miyagi Prefecture).",
)


class EmblemPlace(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Emblem:
    """A kept picture by its hash, its size in dots as it stands upright, and how it is printed.

    ``content`` is there only until the profile that holds it is kept.
    """

    name: str
    sha256: str
    width: int
    height: int
    tall: int = 15  # in mm
    place: EmblemPlace = EmblemPlace.LEFT
    alt_ja: str = ""
    alt_en: str = ""
    content: bytes | None = field(default=None, compare=False, repr=False)

    @property
    def across(self) -> float:
        """In mm."""
        return self.tall * self.width / self.height

    def alt(self, language: Language) -> str:
        return self.alt_ja if language is Language.JA else self.alt_en or self.alt_ja


@dataclass(frozen=True, slots=True)
class FilledEmblem:
    """The emblem of a letter; ``grey`` where the office prints in black and white."""

    name: str
    sha256: str
    tall: int  # in mm
    place: EmblemPlace
    alt: str
    grey: bool = False
    content: bytes | None = None


def faults(emblem: Emblem) -> Iterator[tuple[str, Wording]]:
    """Why it cannot be printed so, by the box that says it."""
    least, most = TALL_LIMITS
    if not least <= emblem.tall <= most:
        yield "emblem_tall", _TALL
        return
    if emblem.across > WIDEST:
        fits = int(WIDEST * emblem.height / emblem.width)
        yield "emblem_tall", _WIDE.filled(tall=emblem.tall, across=round(emblem.across), widest=WIDEST, most=fits)
    clear = int(emblem.height / COARSEST * _INCH)
    if emblem.tall > clear:
        yield "emblem_tall", _COARSE.filled(width=emblem.width, height=emblem.height, most=clear)
    if not emblem.alt_ja.strip():
        yield "emblem_alt_ja", _NO_ALT
