"""Objects of a PDF that ReportLab writes otherwise than PDF/A asks, or slowly.

Its own dictionaries ask every key and value in turn what it is; for one form that took as long as drawing it.
"""

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from clair_desktop.output.pdf.packing import deflated


class _Stream(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """A stream whose end stands on a line of its own (ISO 19005-2, 6.1.7.1), without a filter where none is meant."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: str) -> None:
        self._content = content
        self._entries = entries

    def format(self, _document: Any) -> bytes:
        entries = f"<<{self._entries}/Length {len(self._content)}>>\nstream\n"
        return b"".join((entries.encode("ascii"), self._content, b"\nendstream\n"))


class PageObject(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """A page of a tagged file."""

    __RefOnly__ = 1

    def __init__(self, place: int, width: float, height: float, content: Any, pictures: Mapping[str, Any]) -> None:
        self._entries = f"/MediaBox [0 0 {_short(width)} {_short(height)}] /StructParents {place} /Tabs /S"
        self._content = content
        self._pictures = pictures

    def format(self, document: Any) -> bytes:
        contents, parent = reference(document, self._content), reference(document, document.Pages)
        fonts = reference(document, document.idToObject["BasicFonts"], "BasicFonts")
        shown = "".join(f"/{name} {reference(document, one, name)} " for name, one in self._pictures.items())
        told = f"/XObject <<{shown}>> /ProcSet [/PDF /Text /ImageC]" if shown else "/ProcSet [/PDF /Text]"
        drawn = f"/Contents {contents} /Resources <</Font {fonts} {told}>>"
        return f"<</Type /Page /Parent {parent} {drawn} {self._entries}>>".encode("ascii")


def _short(length: float) -> str:
    return f"{length:.4f}".rstrip("0").rstrip(".")


class Written(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """An object written out by ourselves."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        return self.text.encode("ascii")


def stream(content: bytes | str, entries: str = "") -> Any:
    """A packed stream; ``entries`` are those besides its filter and length, as they are written."""
    return packed(deflated(content.encode("ascii") if isinstance(content, str) else content), entries)


def packed(content: bytes, entries: str = "") -> Any:
    """A stream of what is packed already."""
    return _Stream(content, f"{entries}/Filter /FlateDecode ")


def picture(content: bytes, width: int, height: int, space: str) -> Any:
    """A picture as JPEG, so many points wide and high, of this colour space."""
    size = f"/Width {width} /Height {height} /ColorSpace /{space} /BitsPerComponent 8 "
    return _Stream(content, f"/Type /XObject /Subtype /Image {size}/Filter /DCTDecode ")


def plain_stream(content: bytes, entries: str) -> Any:
    """A stream that every program can read, as metadata must be."""
    return _Stream(content, entries)


def reference(document: Any, thing: Any, name: str | None = None) -> str:
    """How other objects of the document point to this one."""
    return str(document.Reference(thing, name).format(document), "ascii")
