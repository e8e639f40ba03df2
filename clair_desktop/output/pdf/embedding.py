"""What one PDF uses of one face, written as one Type0 font: subset, widths, glyph map, text map."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from clair_desktop.output.pdf.faces import Face
from clair_desktop.output.pdf.fonts import Glyph
from clair_desktop.output.pdf.packing import deflated
from clair_desktop.output.pdf.streams import Written, packed, reference

_FULL = 1000.0  # the width that is not written for each
_IDENTITY = "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"


class _Embedded(NamedTuple):
    """What stands in the file for these glyphs of a face, streams packed."""

    tag: str
    """Six capitals before the name, as the standard asks; made from the glyphs, so two runs agree."""
    program: bytes
    length: int
    widths: str
    glyph_map: bytes
    text_map: bytes


class EmbeddedFace:
    """Two-byte codes of one face in one document, given out in order of first use: same text, same bytes."""

    def __init__(self, face: Face, document: Any) -> None:
        self._face = face
        self.resource_name = f"/F{len(document.fontMapping) + 1}"
        document.fontMapping[repr(face)] = self.resource_name
        document.delayedFonts.append(self)
        self._codes: dict[tuple[str, int], str] = {}
        self._glyphs = [0]
        self._texts = ["\ufffd"]

    def code(self, cluster: str, glyph: Glyph) -> str:
        """Four hexadecimal digits. Two clusters that share a glyph get two codes: each must read back as itself."""
        drawn = (cluster, glyph.number)
        code = self._codes.get(drawn)
        if code is None:
            code = self._codes[drawn] = f"{len(self._glyphs):04x}"
            self._glyphs.append(glyph.number)
            self._texts.append(cluster)
        return code

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls its delayed fonts by this name
        told = _embedded(self._face, tuple(self._glyphs), tuple(self._texts))
        own, name = self.resource_name, f"/{told.tag}+{self._face.postscript_name}"
        file = reference(document, packed(told.program, f"/Length1 {told.length} "), f"file{own}")
        measures = f"<</Type /FontDescriptor /FontName {name} {self._face.descriptor} /FontFile2 {file}>>"
        descendant = (
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont {name} {_IDENTITY}"
            f" /FontDescriptor {reference(document, Written(measures), f'measures{own}')} /DW 1000 /W [{told.widths}]"
            f" /CIDToGIDMap {reference(document, packed(told.glyph_map), f'glyphs{own}')}>>"
        )
        type0 = (
            f"<</Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H"
            f" /DescendantFonts [{reference(document, Written(descendant), f'cid{own}')}]"
            f" /ToUnicode {reference(document, packed(told.text_map), f'text{own}')}>>"
        )
        document.idToObject["BasicFonts"].dict[own[1:]] = document.Reference(Written(type0), f"type0{own}")


@lru_cache(maxsize=16)  # forms of one kind begin with the same labels: what is met in them is met in the same order
def _embedded(face: Face, glyphs: tuple[int, ...], texts: tuple[str, ...]) -> _Embedded:
    """``texts`` are what the glyphs stand for, in the order of their codes."""
    program, length, new_glyphs = face.subset(glyphs)
    tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(repr(list(glyphs)).encode()).digest()[:6])
    glyph_map = b"".join([glyph.to_bytes(2, "big") for glyph in new_glyphs])
    text_map = _text_map(texts[1:]).encode("ascii")
    return _Embedded(tag, program, length, _widths(face, glyphs), deflated(glyph_map), deflated(text_map))


def _widths(face: Face, glyphs: Sequence[int]) -> str:
    runs: list[str] = []
    previous = None
    for code, advance in enumerate(map(face.width, glyphs)):
        if advance == _FULL:
            continue
        if previous is None or code != previous + 1:
            runs.append(f"{']' if runs else ''}{code} [")
        runs.append(f"{round(advance, 2):g} ")
        previous = code
    return f"{''.join(runs)}]" if runs else ""


def _text_map(texts: Sequence[str]) -> str:
    """The ToUnicode map: whole sequences in UTF-16, so that 𠮷 and 葛󠄀 can be searched and copied."""
    lines = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ]
    numbered = list(enumerate(texts, start=1))
    for start in range(0, len(numbered), 100):
        block = numbered[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04X}> <{_in_utf16(text)}>" for code, text in block]
        lines.append("endbfchar")
    lines.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return "\n".join(lines)


def _in_utf16(text: str) -> str:
    if len(text) == 1 and text <= "\uffff":
        return f"{ord(text):04X}"
    return text.encode("utf-16-be").hex().upper()
