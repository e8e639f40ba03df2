"""Foreign files bound into a pack: opened and refused by name before anything is written, then stamped and appended."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from clair_desktop.domain.documents import FilledEnclosure
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

if TYPE_CHECKING:
    import pikepdf  # in earnest only where a file is bound in: most packs have none

_ENCRYPTED = Wording(
    "添付資料「{name}」はパスワード又は権限で保護されたPDFのため、綴じ込めません。保護を解除したPDFに差し替えてください。",
    "The enclosure “{name}” is a protected PDF and cannot be bound in. Replace it by one without protection.",
)
_DAMAGED = Wording(
    "添付資料「{name}」は壊れているため開けません。元のファイルから作り直したものに差し替えてください。",
    "The enclosure “{name}” is damaged and cannot be opened. Replace it by a copy made anew from the original.",
)


@dataclass(frozen=True, slots=True)
class Bound:
    """An enclosed file as pages, ready to be appended."""

    name: str
    pages: "pikepdf.Pdf"

    @property
    def count(self) -> int:
        return len(self.pages.pages)


def demand_readable(name: str, content: bytes) -> None:
    """Refuses a protected or damaged PDF by its name, while the clerk still has the original at hand."""
    _foreign_pdf(name, content).close()


def page_count(content: bytes) -> int:
    """Pages of a PDF that has been found readable."""
    import pikepdf

    with pikepdf.open(BytesIO(content), suppress_warnings=True) as pdf:
        return len(pdf.pages)


def opened(enclosures: Sequence[FilledEnclosure]) -> list[Bound]:
    """The enclosures that can be bound in, in order; protected or damaged ones are refused by their name."""
    return [Bound(one.name, _pages(one, one.content)) for one in enclosures if one.content is not None]


def _pages(enclosure: FilledEnclosure, content: bytes) -> "pikepdf.Pdf":
    if enclosure.media_type == "application/pdf":
        return _foreign_pdf(enclosure.name, content)
    return _image(enclosure.name, content)


def _foreign_pdf(name: str, content: bytes) -> "pikepdf.Pdf":
    import pikepdf

    try:
        pdf = pikepdf.open(BytesIO(content), attempt_recovery=False, suppress_warnings=True)
        if not pdf.is_encrypted and len(pdf.pages):
            _read_through(pdf)
    except pikepdf.PasswordError as fault:
        raise Refusal(_ENCRYPTED.filled(name=name)) from fault
    except (pikepdf.PdfError, ValueError, RuntimeError) as fault:
        raise Refusal(_DAMAGED.filled(name=name)) from fault
    if pdf.is_encrypted:
        raise Refusal(_ENCRYPTED.filled(name=name))
    if not len(pdf.pages):
        raise Refusal(_DAMAGED.filled(name=name))
    return pdf


def _read_through(pdf: "pikepdf.Pdf") -> None:
    """Decode every page's content, so that a page that would come out blank is found now; keep filled-in fields."""
    import pikepdf

    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        streams = contents if isinstance(contents, pikepdf.Array) else [contents] if contents is not None else []
        for stream in streams:
            stream.read_bytes()
    if "/AcroForm" in pdf.Root:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("print")


def _image(name: str, content: bytes) -> "pikepdf.Pdf":
    import img2pdf
    import pikepdf
    from PIL import Image, UnidentifiedImageError

    a4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
    border = (img2pdf.mm_to_pt(15), img2pdf.mm_to_pt(15))
    layout = img2pdf.get_layout_fun(a4, None, border, img2pdf.FitMode.shrink, auto_orient=True)
    try:
        made = img2pdf.convert(_opaque(content), layout_fun=layout, nodate=True, rotation=img2pdf.Rotation.ifvalid)
        return pikepdf.open(BytesIO(made))
    except (img2pdf.ImageOpenError, UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as fault:
        raise Refusal(_DAMAGED.filled(name=name)) from fault


def _opaque(content: bytes) -> bytes:
    """The picture itself, or, where it is transparent, the picture on white paper."""
    from PIL import Image

    with Image.open(BytesIO(content)) as picture:
        picture.load()
        if picture.mode not in {"LA", "PA", "RGBA"} and "transparency" not in picture.info:
            return content
        seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    flat = BytesIO()
    paper.convert("RGB").save(flat, "PNG")
    return flat.getvalue()
