# ruff: noqa: INP001 - a script beside its table, part of no package
"""Makes variations.tsv: which variation sequences of different collections ask for one and the same shape. See README.md.

Run it with an interpreter that has ``fonttools`` 4, upon HanaMinA.ttf of the Debian 12 package ``fonts-hanazono``::

    python resources/fonts/make_variations.py UNPACKED/usr/share/fonts/truetype/hanazono/HanaMinA.ttf
"""

import sys
from collections import defaultdict
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

_HERE = Path(__file__).resolve().parent
_HEAD = """# Variation sequences that ask for one shape: the kanji, then groups of selectors, all in hexadecimal.
# From HanaMinA 20170904, which draws the sequences of Adobe-Japan1, Hanyo-Denshi and Moji_Joho: two are one where its
# outlines are the same, point by point. Made by make_variations.py; do not edit.
"""


def main(hanazono: str) -> None:
    font = TTFont(hanazono, lazy=True)
    characters, glyphs = font.getBestCmap(), font.getGlyphSet()
    shapes: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    sequences = next(table.uvsDict for table in font["cmap"].tables if table.format == 14)
    for selector, entries in sorted(sequences.items()):
        for base, name in entries:
            pen = DecomposingRecordingPen(glyphs)
            glyphs[name or characters[base]].draw(pen)
            shapes[base][repr(pen.value)].append(selector)
    lines = []
    for base, by_shape in sorted(shapes.items()):
        groups = sorted(group for group in by_shape.values() if len(group) > 1)
        if groups:
            written = (" ".join(f"{selector:X}" for selector in group) for group in groups)
            lines.append("\t".join((f"{base:X}", *written)))
    (_HERE / "variations.tsv").write_text(_HEAD + "\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
