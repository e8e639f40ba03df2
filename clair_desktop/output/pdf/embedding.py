"""What one PDF uses of one face, written as one Type0 font: subset, widths, glyph map, text map."""

import hashlib
from collections.abc import Sequence
from typing import Any

from clair_desktop.output.pdf.faces import Face
from clair_desktop.output.pdf.fonts import Glyph
from clair_desktop.output.pdf.streams import Written, packed, reference, stream

_FULL = 1000.0  # the width that is not written for each
_IDENTITY = "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"


class EmbeddedFace:
    """Two-byte codes of one face in one document, given out in order of first use: same text, same bytes."""

    def __init__(self, face: Face, document: Any) -> None:
        self._face = face
        self.resource_name = f"/F{len(document.fontMapping) + 1}"
        document.fontMapping[repr(face)] = self.resource_name
        document.delayedFonts.append(self)
        self._codes: dict[tuple[str, int], str] = {}
        self._glyphs = [0]
        self._advances = [face.width(0)]
        self._texts = ["\ufffd"]

    def code(self, cluster: str, glyph: Glyph) -> str:
        """Four hexadecimal digits. Two clusters that share a glyph get two codes: each must read back as itself."""
        drawn = (cluster, glyph.number)
        code = self._codes.get(drawn)
        if code is None:
            code = self._codes[drawn] = f"{len(self._glyphs):04x}"
            self._glyphs.append(glyph.number)
            self._texts.append(cluster)
            self._advances.append(glyph.width)
        return code

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls its delayed fonts by this name
        program, length, new_glyphs = self._face.subset(self._glyphs)
        own, name = self.resource_name, f"/{self._tag()}+{self._face.postscript_name}"
        file = reference(document, packed(program, f"/Length1 {length} "), f"file{own}")
        measures = f"<</Type /FontDescriptor /FontName {name} {self._face.descriptor} /FontFile2 {file}>>"
        glyph_map = b"".join([glyph.to_bytes(2, "big") for glyph in new_glyphs])
        descendant = (
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont {name} {_IDENTITY}"
            f" /FontDescriptor {reference(document, Written(measures), f'measures{own}')} /DW 1000 /W [{self._widths()}]"
            f" /CIDToGIDMap {reference(document, stream(glyph_map), f'glyphs{own}')}>>"
        )
        type0 = (
            f"<</Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H"
            f" /DescendantFonts [{reference(document, Written(descendant), f'cid{own}')}]"
            f" /ToUnicode {reference(document, stream(_text_map(self._texts[1:])), f'text{own}')}>>"
        )
        document.idToObject["BasicFonts"].dict[own[1:]] = document.Reference(Written(type0), f"type0{own}")

    def _tag(self) -> str:
        """Six capitals before the name, as the standard asks; made from the glyphs, so two runs agree."""
        digest = hashlib.sha256(repr(self._glyphs).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _widths(self) -> str:
        runs: list[str] = []
        previous = None
        for code, advance in enumerate(self._advances):
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
