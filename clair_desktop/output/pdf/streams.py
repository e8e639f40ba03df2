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


class Written(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """An object written out by ourselves."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        return self.text.encode("ascii")


def stream(content: bytes | str, *, packed: bool = True, **entries: object) -> Any:
    return _Stream(content.encode("ascii") if isinstance(content, str) else content, entries, packed=packed)
