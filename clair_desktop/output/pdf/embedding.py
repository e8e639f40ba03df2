"""What one PDF uses of one face, written as one Type0 font: subset, widths, glyph map, text map."""

import hashlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from clair_desktop.output.pdf.faces import Face
from clair_desktop.output.pdf.fonts import Glyph
from clair_desktop.output.pdf.streams import stream


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
        code = self._codes.get((cluster, glyph.number))
        if code is None:
            code = self._codes[cluster, glyph.number] = f"{len(self._glyphs):04x}"
            self._glyphs.append(glyph.number)
            self._texts.append(cluster)
            self._advances.append(glyph.width)
        return code

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls its delayed fonts by this name
        program, new_glyphs = self._face.subset(tuple(self._glyphs))
        name = PDFName(f"{self._tag()}+{self._face.postscript_name}")
        type0 = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([self._descendant(document, name, program, new_glyphs)]),
            "ToUnicode": document.Reference(stream(_text_map(self._texts[1:])), f"text{self.resource_name}"),
        }
        reference = document.Reference(PDFDictionary(type0), f"type0{self.resource_name}")
        document.idToObject["BasicFonts"].dict[self.resource_name[1:]] = reference

    def _descendant(self, document: Any, name: Any, program: bytes, new_glyphs: Sequence[int]) -> Any:
        own = self.resource_name
        glyph_map = b"".join(glyph.to_bytes(2, "big") for glyph in new_glyphs)
        identity = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        font = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(identity),
            "FontDescriptor": document.Reference(self._descriptor(document, name, program), f"measures{own}"),
            "DW": 1000,
            "W": self._widths(),
            "CIDToGIDMap": document.Reference(stream(glyph_map), f"glyphs{own}"),
        }
        return document.Reference(PDFDictionary(font), f"cid{own}")

    def _descriptor(self, document: Any, name: Any, program: bytes) -> Any:
        measures: dict[str, Any] = dict(self._face.descriptor)
        measures["FontBBox"] = PDFArray(measures["FontBBox"])
        file = document.Reference(stream(program, Length1=len(program)), f"file{self.resource_name}")
        return PDFDictionary({"Type": "/FontDescriptor", "FontName": name, **measures, "FontFile2": file})

    def _tag(self) -> str:
        """Six capitals before the name, as the standard asks; made from the glyphs, so two runs agree."""
        digest = hashlib.sha256(repr(self._glyphs).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _widths(self) -> Any:
        runs: list[Any] = []
        previous = None
        for code, advance in enumerate(self._advances):
            if advance == 1000:
                continue
            width = round(advance, 2)
            if previous is None or code != previous + 1:
                runs += [code, _flat([])]
            runs[-1].sequence.append(int(width) if width == int(width) else width)
            previous = code
        return _flat(runs)


def _flat(sequence: list[Any]) -> Any:
    array = PDFArray(sequence)
    array.multiline = False
    return array


def _text_map(texts: Sequence[str]) -> bytes:
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
        lines += [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
        lines.append("endbfchar")
    lines.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return "\n".join(lines).encode("ascii")
