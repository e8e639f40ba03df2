"""One font file, mapped into memory by HarfBuzz; nothing of it is read before a glyph is asked for."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from clair_desktop.output.pdf.characters import is_selector
from clair_desktop.output.pdf.packing import deflated

_UNUSED_IN_PDF = (
    "GSUB GPOS GDEF BASE JSTF DSIG vhea vmtx VORG cmap name OS/2 post gasp meta kern STAT hdmx VDMX LTSH PCLT FFTM prop"
)


class Face:
    """Glyphs, widths and outlines of one file in ``resources/fonts``; widths are in 1/1000 em."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._code_points: dict[int, int] = {
            0: 0
        }  # of glyphs that have been asked for, by the code point they stand for
        # Packs of one programme share their labels: the same glyphs of a face are asked for again and again.
        self._program = lru_cache(maxsize=16)(self._subset)

    def __repr__(self) -> str:
        return f"Face({self._path.name})"

    @cached_property
    def hb_face(self) -> Any:
        import uharfbuzz as hb

        return hb.Face(hb.Blob.from_file_path(str(self._path)))

    @cached_property
    def _font(self) -> Any:
        import uharfbuzz as hb

        return hb.Font(self.hb_face)

    @cached_property
    def _selectors(self) -> frozenset[int]:
        return frozenset(self.hb_face.variation_selectors)

    @cached_property
    def _em(self) -> float:
        return 1000 / int(self.hb_face.upem)

    def glyph(self, cluster: str) -> int:
        """The glyph that shows exactly this cluster, or 0. A variation sequence needs an entry in cmap format 14."""
        if len(cluster) == 1:
            return self._nominal(ord(cluster))
        if len(cluster) == 2 and is_selector(cluster[1]):
            return self._variant(ord(cluster[0]), ord(cluster[1]))
        return self._ligature(cluster)

    def width(self, glyph: int) -> float:
        return float(self._font.get_glyph_h_advance(glyph) * self._em)

    def draw(self, glyph: int, pen: Any) -> None:
        """The outline in 1/1000 em."""
        import uharfbuzz as hb

        font = hb.Font(self.hb_face)
        font.scale = (1000, 1000)
        font.draw_glyph_with_pen(glyph, pen)

    @cached_property
    def postscript_name(self) -> str:
        return (self.hb_face.get_name(6) or "Font").replace(" ", "")

    @cached_property
    def descriptor(self) -> str:
        """Measures for the PDF's font descriptor, in 1/1000 em, as they are written there."""
        os2, head = self._table("OS/2"), self._table("head")
        capitals = _signed(os2, 88) if _unsigned(os2, 0) > 1 else _signed(os2, 68)
        box = " ".join(str(round(_signed(head, offset) * self._em)) for offset in (36, 38, 40, 42))
        return (
            f"/Flags 4 /ItalicAngle {_signed(self._table('post'), 4)} /CapHeight {round(capitals * self._em)} "
            f"/Ascent {round(_signed(os2, 68) * self._em)} /Descent {round(_signed(os2, 70) * self._em)} "
            f"/StemV {50 + round((_unsigned(os2, 4) / 65) ** 2)} /FontBBox [{box}]"
        )

    def subset(self, glyphs: Sequence[int]) -> tuple[bytes, int, list[int]]:
        """A font program of these glyphs alone, packed; its length unpacked; and the glyphs' numbers in it.

        The first is 0, as in every font. In whatever order glyphs are met, their program is the same.
        """
        program, length, numbers = self._program(tuple(sorted(set(glyphs))))
        return program, length, [numbers[glyph] for glyph in glyphs]

    def _subset(self, glyphs: tuple[int, ...]) -> tuple[bytes, int, Mapping[int, int]]:
        import uharfbuzz as hb

        wanted = hb.SubsetInput()
        # Asked for by code points HarfBuzz looks up these alone; asked for by glyphs it walks through the whole font.
        code_points = [self._code_points.get(glyph) for glyph in glyphs]
        if None in code_points:
            wanted.glyph_set.update(glyphs)
        else:
            wanted.unicode_set.update(code_points[1:])
        # Hints serve low-resolution screens; without them the file is a fifth smaller.
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
        wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _UNUSED_IN_PDF.split())
        plan = hb.SubsetPlan(self.hb_face, wanted)
        numbers = plan.old_to_new_glyph_mapping
        program: bytes = plan.execute().blob.data
        return deflated(program), len(program), {glyph: numbers[glyph] for glyph in glyphs}

    def _table(self, tag: str) -> bytes:
        return bytes(self.hb_face.reference_table(tag).data)

    def _nominal(self, code_point: int) -> int:
        glyph: int = self._font.get_nominal_glyph(code_point) or 0
        if glyph:
            self._code_points[glyph] = code_point
        return glyph

    def _variant(self, base: int, selector: int) -> int:
        if selector not in self._selectors:
            return 0
        return self._font.get_variation_glyph(base, selector) or 0

    def _ligature(self, cluster: str) -> int:
        """か゚ and Thai syllables have a glyph but no code point: the font's own composition (ccmp) names it."""
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        if buffer.script == "Thai":  # HarfBuzz would take ำ apart, and our syllables hold it whole
            buffer.script = "Latn"
        hb.shape(self._font, buffer, {"kern": False, "liga": False, "dlig": False})
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        return glyphs[0] if len(glyphs) == 1 else 0


def _signed(table: bytes, offset: int) -> int:
    return int.from_bytes(table[offset : offset + 2], "big", signed=True)


def _unsigned(table: bytes, offset: int) -> int:
    return int.from_bytes(table[offset : offset + 2], "big")
