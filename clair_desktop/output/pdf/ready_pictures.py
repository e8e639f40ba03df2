"""Pictures made ready for a page of ours: upright, on white, in grey or RGB, no finer than paper shows."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from clair_desktop.domain.emblems import COARSEST
from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.pictures import DECODER_FAULTS, demand_size, plain_colours, quiet_decoders
from clair_desktop.output.pdf.foreign.refusals import refusal

if TYPE_CHECKING:
    from PIL import Image

FINEST = 300
"""Dots per inch; what is finer is reduced."""

_QUALITY = 88


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A JPEG with its size in dots, and in points as large as it may be printed."""

    key: str
    content: bytes
    width: int
    height: int
    space: str
    printed: tuple[float, float]


def ready_picture(name: str, content: bytes, most: tuple[float, float], *, grey: bool = False) -> ReadyPicture:
    """The picture as large as ``most`` (points) and its own dots allow; what cannot be drawn is refused by its name."""
    try:
        with quiet_decoders():
            shown = plain_colours(_upright(name, content))
            shown = shown.convert("L") if grey else shown
            seen = shown if shown.mode in {"L", "RGB"} else shown.convert("L" if shown.mode == "1" else "RGB")
            printed = _printed(seen.size, most)
            dots = (round(printed[0] * FINEST / 72), round(printed[1] * FINEST / 72))
            if dots[0] < seen.width:
                seen = seen.resize((max(dots[0], 1), max(dots[1], 1)))
            written = BytesIO()
            seen.save(written, "JPEG", quality=_QUALITY, optimize=False)
    except DECODER_FAULTS as fault:
        raise refusal(refusals.DAMAGED, name) from fault
    made = written.getvalue()
    space = "DeviceGray" if seen.mode == "L" else "DeviceRGB"
    return ReadyPicture(sha256(made).hexdigest()[:16], made, seen.width, seen.height, space, printed)


def dots_of(name: str, content: bytes) -> tuple[int, int]:
    """Across and down, as the picture stands upright; one that cannot be drawn is refused by its name."""
    try:
        with quiet_decoders():
            return _upright(name, content).size
    except DECODER_FAULTS as fault:
        raise refusal(refusals.DAMAGED, name) from fault


def _upright(name: str, content: bytes) -> "Image.Image":
    from PIL import ImageOps

    opened = _opened(name, content)
    ImageOps.exif_transpose(opened, in_place=True)
    return opened


def _opened(name: str, content: bytes) -> "Image.Image":
    from PIL import Image

    opened = Image.open(BytesIO(content))
    demand_size(name, opened)
    opened.load()
    return opened


def _printed(dots: tuple[int, int], most: tuple[float, float]) -> tuple[float, float]:
    width, height = dots
    scale = min(most[0] / width, most[1] / height, 72 / COARSEST)
    return width * scale, height * scale
