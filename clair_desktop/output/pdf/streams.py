"""Objects of a PDF that ReportLab writes otherwise than PDF/A asks, or slowly."""

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject


class _Stream(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """A stream whose end stands on a line of its own (ISO 19005-2, 6.1.7.1), without a filter where none is meant."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: dict[str, object], *, packed: bool) -> None:
        self._content = zlib.compress(content) if packed else content
        self._entries = {**entries, **({"Filter": PDFName("FlateDecode")} if packed else {})}

    def format(self, document: Any) -> bytes:
        entries: bytes = PDFDictionary({**self._entries, "Length": len(self._content)}).format(document)
        return b"".join((entries, b"\nstream\n", self._content, b"\nendstream\n"))


class PageObject(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """A page of a tagged file. ReportLab's own asks every entry in turn what it is, which takes longer than drawing it."""

    __RefOnly__ = 1

    def __init__(self, place: int, width: float, height: float, content: Any) -> None:
        self._entries = f"/MediaBox [0 0 {_short(width)} {_short(height)}] /StructParents {place} /Tabs /S"
        self._content = content

    def format(self, document: Any) -> bytes:
        contents = document.Reference(self._content).format(document).decode("ascii")
        parent = document.Reference(document.Pages).format(document).decode("ascii")
        fonts = document.Reference(document.idToObject["BasicFonts"], "BasicFonts").format(document).decode("ascii")
        drawn = f"/Contents {contents} /Resources <</Font {fonts} /ProcSet [/PDF /Text]>>"
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


def stream(content: bytes | str, *, packed: bool = True, **entries: object) -> Any:
    return _Stream(content.encode("ascii") if isinstance(content, str) else content, entries, packed=packed)
