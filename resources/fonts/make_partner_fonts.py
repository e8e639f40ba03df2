# ruff: noqa: INP001 - a script beside its fonts, part of no package
"""Makes the CLAIR Partner fonts from Noto: the letters of partners abroad that no Japanese face has. See README.md.

Run it with an interpreter that has ``fonttools`` 4 and ``uharfbuzz``, upon the unpacked Debian 12 packages
``fonts-noto-cjk`` 20220127 and ``fonts-noto-core`` 20201225; the same inputs give the same bytes::

    python resources/fonts/make_partner_fonts.py UNPACKED/usr/share/fonts
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import uharfbuzz as hb
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

_HERE = Path(__file__).resolve().parent
_EM = 1000
_MADE = 3_850_000_000  # seconds since 1904: a fixed day, so that the bytes do not depend on the clock
_CHINESE, _KOREAN = "SC", "KR"
_OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org"
_COPYRIGHT = (
    "CLAIR Partner is made from Noto Sans/Serif CJK, (c) 2014-2021 Adobe (http://www.adobe.com/), and from Noto "
    "Sans/Serif, Noto Sans/Serif Thai and Noto Sans Symbols 2, Copyright 2010-2020 Google LLC."
)
Family = tuple[str, str, str, str, str]
# What each file is called, the faces of Latin, Thai and CJK it is made of, and its weight. Chinese and Korean come in
# one design, as rare kanji do: a heading that holds them is set in it too.
FAMILIES: Sequence[Family] = (
    ("Serif-Regular", "NotoSerif-Regular", "NotoSerifThai-Regular", "NotoSerifCJK-Regular", "Regular"),
    ("Sans-Regular", "NotoSans-Regular", "NotoSansThai-Regular", "", "Regular"),
    ("Sans-Bold", "NotoSans-Bold", "NotoSansThai-Bold", "", "Bold"),
)

_LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1E00, 0x1F00), *range(0x370, 0x530), *range(0x2010, 0x2028),
    0x2030, 0x2032, 0x2033, 0x2039, 0x203A, *range(0x20A0, 0x20C0), 0x2116, 0x2122, 0x2212,
)  # fmt: skip
_TICKS = (0x2610, 0x2611, 0x2612, 0x2713, 0x2714)
_THAI = (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))
_CHINESE_SIGNS = (*range(0x3000, 0x3016), *range(0xFF01, 0xFF5F))
_CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
_VOWELS = [*"\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e4d"]
_TONES = [*"\u0e48\u0e49\u0e4a\u0e4b\u0e4c"]
_SARA_AM = "\u0e33"


class _Source:
    """A face whose outlines are taken over, scaled to our em and made quadratic."""

    def __init__(self, path: Path, number: int = -1) -> None:
        self.font = TTFont(path, fontNumber=number, lazy=True)
        self.characters = self.font.getBestCmap()
        self._glyphs = self.font.getGlyphSet()
        self.scale = _EM / self.font["head"].unitsPerEm

    def outline(self, name: str) -> tuple[Glyph, int]:
        recorded = DecomposingRecordingPen(self._glyphs)
        self._glyphs[name].draw(recorded)
        pen = TTGlyphPen(None)
        quadratic = Cu2QuPen(pen, 1.0, reverse_direction="CFF " in self.font)
        recorded.replay(TransformPen(quadratic, (self.scale, 0, 0, self.scale, 0, 0)))
        return pen.glyph(), round(self._glyphs[name].width * self.scale)


class _Collected:
    """The glyphs of the font that is being made."""

    def __init__(self) -> None:
        self.glyphs: dict[str, Glyph] = {".notdef": _box()}
        self.advances = {".notdef": _EM}
        self.characters: dict[int, str] = {}
        self.ligatures: list[tuple[str, str]] = []  # characters and the glyph that shows them together

    def take(self, source: _Source, codes: Sequence[int]) -> None:
        for code in codes:
            if code in source.characters and code not in self.characters:
                name = self.characters[code] = f"u{code:04X}"
                self.glyphs[name], self.advances[name] = source.outline(source.characters[code])


def _box() -> Glyph:
    pen = TTGlyphPen(None)
    for corners in (((50, 0), (50, 800), (950, 800), (950, 0)), ((100, 50), (900, 50), (900, 750), (100, 750))):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def _syllables() -> Iterator[str]:
    """Every Thai consonant with the marks that may stand above and below it."""
    for consonant in _CONSONANTS:
        yield from (consonant + mark for mark in (*_VOWELS, *_TONES, _SARA_AM))
        yield from (consonant + vowel + tone for vowel, tone in product(_VOWELS, _TONES))
        yield from (consonant + tone + _SARA_AM for tone in _TONES)


def _take_thai(made: _Collected, source: _Source, path: Path) -> None:
    """Marks are placed here once by HarfBuzz and the font's own tables: each syllable becomes a glyph."""
    made.take(source, _THAI)
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    order = source.font.getGlyphOrder()
    parts: dict[str, str] = {}
    for text in _syllables():
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        pen = TTGlyphPen(made.glyphs)
        x = 0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            original = order[info.codepoint]
            name = parts.setdefault(original, f"thai.{original}")
            if name not in made.glyphs:
                made.glyphs[name], made.advances[name] = source.outline(original)
            at = (round((x + place.x_offset) * source.scale), round(place.y_offset * source.scale))
            pen.addComponent(name, (1, 0, 0, 1, *at))
            x += place.x_advance
        whole = "_".join(f"u{ord(one):04X}" for one in text)
        made.glyphs[whole], made.advances[whole] = pen.glyph(), round(x * source.scale)
        made.ligatures.append((text, whole))


def _korean() -> list[int]:
    """KS X 1001: the letters and the 2,350 syllables that Korean names and addresses are written with."""
    rows, cells = (*range(0xA4, 0xA5), *range(0xB0, 0xC9)), range(0xA1, 0xFF)
    return sorted(
        ord(one) for row, cell in product(rows, cells) if (one := bytes((row, cell)).decode("euc_kr", "ignore"))
    )


def _chinese(fonts: Path) -> list[int]:
    """GB 2312 and every ideograph of the first block that no Japanese face has."""
    japanese = set[int]()
    for name in ("BIZUDMincho-Regular.ttf", "ipamjm.ttf"):
        japanese |= set(TTFont(fonts / name, lazy=True).getBestCmap())
    codes = (bytes(pair) for pair in product(range(0xB0, 0xF8), range(0xA1, 0xFF)))
    gb2312 = {code.decode("gb2312", "ignore") for code in codes} - {""}
    return sorted({ord(one) for one in gb2312} | (set(range(0x4E00, 0xA000)) - japanese))


def _made(family: Family, noto: Path) -> _Collected:
    _, letters, thai, cjk, _ = family
    true_type, made = noto / "truetype" / "noto", _Collected()
    made.take(_Source(true_type / f"{letters}.ttf"), _LETTERS)
    made.take(_Source(true_type / "NotoSansSymbols2-Regular.ttf"), _TICKS)
    _take_thai(made, _Source(true_type / f"{thai}.ttf"), true_type / f"{thai}.ttf")
    if cjk:
        collection = noto / "opentype" / "noto" / f"{cjk}.ttc"
        made.take(_Source(collection, _number(collection, _KOREAN)), _korean())
        made.take(_Source(collection, _number(collection, _CHINESE)), (*_CHINESE_SIGNS, *_chinese(_HERE)))
    return made


def _number(collection: Path, region: str) -> int:
    """The place in the collection of the proportional face of a region."""
    for number in range(20):
        name = TTFont(collection, fontNumber=number, lazy=True)["name"].getDebugName(1)
        if name.endswith(f"CJK {region}") and "Mono" not in name:
            return number
    raise LookupError(region)


def _save(made: _Collected, name: str, weight: str) -> None:
    order = [".notdef", *sorted(made.glyphs.keys() - {".notdef"})]
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(made.characters)
    builder.setupGlyf(made.glyphs)
    table = builder.font["glyf"]
    bearings = {glyph: getattr(table[glyph], "xMin", 0) for glyph in order}
    builder.setupHorizontalMetrics({glyph: (made.advances[glyph], bearings[glyph]) for glyph in order})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    family = f"CLAIR Partner {name.partition('-')[0]}"
    names = {"familyName": family, "styleName": weight, "psName": f"CLAIRPartner{name}", "copyright": _COPYRIGHT}
    builder.setupNameTable({**names, "licenseDescription": _OFL, "version": "1.000"}, mac=False)
    bold = 700 if weight == "Bold" else 400
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=714, usWeightClass=bold, fsType=0)
    builder.setupPost(keepGlyphNames=False)
    rules = "\n".join(
        f"sub {' '.join(made.characters[ord(one)] for one in text)} by {glyph};" for text, glyph in made.ligatures
    )
    addOpenTypeFeaturesFromString(builder.font, f"feature ccmp {{\n{rules}\n}} ccmp;")
    builder.updateHead(created=_MADE, modified=_MADE)
    builder.font.recalcTimestamp = False
    builder.save(_HERE / f"CLAIRPartner{name}.ttf")


def main(noto: str) -> None:
    for family in FAMILIES:
        made = _made(family, Path(noto))
        _save(made, family[0], family[-1])
        print(family[0], len(made.characters), "characters", len(made.glyphs), "glyphs")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
