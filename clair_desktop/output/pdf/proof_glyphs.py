"""Whether a page draws the box that stands for a glyph no font has: read from its operators and its fonts' own maps."""

import re
from collections import defaultdict
from collections.abc import Mapping
from struct import unpack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_SHOWN = re.compile(rb"<<.*?>>|(/[^\s/]+) [\d.]+ Tf|<([0-9A-Fa-f]+)>", re.DOTALL)


def draws_a_box(page: "pikepdf.Page", maps: dict[int, bytes | None]) -> bool:
    """``maps`` remembers each font's map from codes to glyphs; only fonts the program itself embeds are asked."""
    import pikepdf

    fonts = page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
    shown = {name: codes for name, codes in _codes(page).items() if name in fonts}
    return any(_is_box(code, _map(fonts[name], maps)) for name, codes in shown.items() for code in codes)


def _codes(page: "pikepdf.Page") -> Mapping[str, set[int]]:
    """Every code that the page shows, once, by its font."""
    codes: dict[str, set[int]] = defaultdict(set)
    font = ""
    for name, written in _SHOWN.findall(content_of(page)):
        if name:
            font = name.decode("ascii", "replace")
        elif written and font:
            shown = bytes.fromhex(written.decode())
            codes[font].update(unpack(f">{len(shown) // 2}H", shown[: len(shown) // 2 * 2]))
    return codes


def content_of(page: "pikepdf.Page") -> bytes:
    import pikepdf

    contents = page.obj.get("/Contents")
    streams = contents if isinstance(contents, pikepdf.Array) else [contents] if contents is not None else []
    return b"\n".join(stream.read_bytes() for stream in streams)


def _map(font: "pikepdf.Object", maps: dict[int, bytes | None]) -> bytes | None:
    """Two bytes of glyph number per code; None where the code itself is the glyph, or the font is of another kind."""
    import pikepdf

    known = font.objgen[0]
    if known not in maps or not known:
        descendants = font.get("/DescendantFonts")
        mapped = descendants[0].get("/CIDToGIDMap") if descendants is not None else None
        maps[known] = mapped.read_bytes() if isinstance(mapped, pikepdf.Stream) else None
    return maps[known]


def _is_box(code: int, glyphs: bytes | None) -> bool:
    return code == 0 if glyphs is None else not any(glyphs[2 * code : 2 * code + 2])
