"""Pictures become A4 pages: every frame, upright as the camera says, on white, in colours that paper has."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.domain.enclosed import Remark, Remarked
from clair_desktop.output.pdf.foreign import refusals
from clair_desktop.output.pdf.foreign.refusals import refusal

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 250_000_000
MOST_FRAMES = 1_000
_FINEST = 600 * 297 / 25.4  # dots along the long side of A4 at 600 dpi
_PLAIN = {"1", "L", "RGB", "CMYK"}
# Decoders of damaged pictures raise any of these.
DECODER_FAULTS = (
    EOFError, OSError, ValueError, SyntaxError, TypeError, IndexError, KeyError,
    ZeroDivisionError, AttributeError,
)  # fmt: skip
_DEEP = {"I;16", "I;16B", "I;16L", "I", "F"}


def picture_pages(name: str, source: Path, target: Path) -> list[Remarked]:
    """Writes a PDF of the picture's frames; what cannot be shown is refused by name."""
    import img2pdf

    a4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
    border = (img2pdf.mm_to_pt(15), img2pdf.mm_to_pt(15))
    layout = img2pdf.get_layout_fun(a4, None, border, img2pdf.FitMode.shrink, auto_orient=True)
    reduced: list[int] = []
    try:
        with quiet_decoders():
            frames = list(_frames(name, source, reduced))
        made = img2pdf.convert(*frames, layout_fun=layout, nodate=True, rotation=img2pdf.Rotation.ifvalid)
        target.write_bytes(made)
    except (img2pdf.ImageOpenError, *DECODER_FAULTS) as fault:
        raise refusal(refusals.DAMAGED, name) from fault
    return [Remarked(Remark.PICTURE_REDUCED, tuple(reduced))] if reduced else []


@contextmanager
def quiet_decoders() -> Iterator[None]:
    """Decoders warn of odd tags, and of sizes that are looked at here in words of our own."""
    from PIL import Image

    usual = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = usual


def _frames(name: str, source: Path, reduced: list[int]) -> Iterator[bytes]:
    from PIL import Image, ImageSequence

    with Image.open(source) as picture:
        demand_size(name, picture)
        if picture.format in {"JPEG", "MPO"}:
            picture.load()
            yield source.read_bytes()
            return
        for number, frame in enumerate(ImageSequence.Iterator(picture), start=1):
            if number > MOST_FRAMES:
                raise refusal(refusals.TOO_MANY_PAGES, name, pages=f"{MOST_FRAMES:,}+", most=f"{MOST_FRAMES:,}")
            demand_size(name, frame)
            yield _written(frame, number, reduced)


def demand_size(name: str, frame: "Image.Image") -> None:
    if frame.width * frame.height > MOST_PIXELS:
        raise refusal(refusals.PICTURE_TOO_LARGE, name, size=f"{frame.width:,}×{frame.height:,}")


def _written(frame: "Image.Image", number: int, reduced: list[int]) -> bytes:
    """The frame as a file whose colours and depth every viewer knows."""
    from PIL import ImageOps

    resolution = frame.info.get("dpi")
    plain = plain_colours(ImageOps.exif_transpose(frame))
    if max(plain.size) > _FINEST:
        reduced.append(number)
        plain.thumbnail((int(_FINEST), int(_FINEST)))
        resolution = None
    written = BytesIO()
    known = {"dpi": resolution} if resolution and all(1 < float(one) < 5_000 for one in resolution) else {}
    if plain.mode == "CMYK":
        plain.save(written, "TIFF", compression="tiff_lzw", **known)
    else:
        plain.save(written, "PNG", compress_level=3, **known)
    return written.getvalue()


def plain_colours(frame: "Image.Image") -> "Image.Image":
    if frame.mode in _DEEP:
        return _of_eight_bits(frame)
    if frame.mode in {"LA", "PA", "RGBA", "La", "RGBa"} or "transparency" in frame.info:
        return _on_paper(frame.convert("RGBA"))
    return frame.copy() if frame.mode in _PLAIN else frame.convert("RGB")


def _of_eight_bits(frame: "Image.Image") -> "Image.Image":
    """Sixteen bits of grey, of which paper shows eight; other numbers are spread over their own range."""
    if frame.mode.startswith("I;16"):
        return frame.convert("I").point(lambda level: level / 256).convert("L")
    low, high = (float(edge) for edge in frame.getextrema())  # type: ignore[arg-type]  # one band, so two numbers
    grown = 255 / ((high - low) or 1)
    return frame.convert("F").point(lambda level: level * grown - low * grown).convert("L")


def _on_paper(seen: "Image.Image") -> "Image.Image":
    from PIL import Image

    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("RGB")
