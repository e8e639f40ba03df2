"""Which faces a printed text is set in: 明朝 or ゴシック, wide or narrow quotation marks, IPAmj for rarer kanji."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from clair_desktop.output.pdf.faces import Face
from clair_desktop.output.pdf.fonts import StackFont
from clair_desktop.support.resources import resource


class Style(StrEnum):
    """明朝 for the body of papers, ゴシック for headings and labels."""

    MINCHO = "mincho"
    GOTHIC = "gothic"
    BOLD = "bold"


_FILES: Mapping[Style, tuple[str, str]] = {
    Style.MINCHO: ("BIZUDMincho-Regular.ttf", "BIZUDPMincho-Regular.ttf"),
    Style.GOTHIC: ("BIZUDGothic-Regular.ttf", "BIZUDPGothic-Regular.ttf"),
    Style.BOLD: ("BIZUDGothic-Bold.ttf", "BIZUDPGothic-Bold.ttf"),
}
_RARE_KANJI = "ipamjm.ttf"

# What keeps its full width; everything else, letters and digits, takes the proportional face. The dash — stays out:
# it is a full em only there.
_EAST_ASIAN = "\u2190-\u21ff\u2460-\u24ff\u2500-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_IN_JAPANESE_TEXT = re.compile(f"[{_EAST_ASIAN}‘’“”…‥‰′″※×÷±§¶°´¨]")
_IN_WESTERN_TEXT = re.compile(f"[{_EAST_ASIAN}※]")
_KANA_OR_KANJI = re.compile("[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")


# A single quotation mark has half an em to itself in BIZ UDP, which tears “authority’s” apart.
_TIGHT_QUOTES = {"‘": (209.0, 0.0), "’": (0.0, 200.0)}


class Typefaces:
    """The stacks of all styles; quotation marks are wide in Japanese text and narrow in a text without any kana."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}
        self._japanese = {style: self._stack(style, "", _IN_JAPANESE_TEXT, {}) for style in Style}
        self._western = {style: self._stack(style, "-western", _IN_WESTERN_TEXT, _TIGHT_QUOTES) for style in Style}

    def font(self, style: Style, text: str) -> StackFont:
        """The stack in which this text is set."""
        return (self._japanese if is_japanese(text) else self._western)[style]

    def missing(self, text: str) -> list[str]:
        """The characters of a text, line ends and tabs apart, which none of the shipped faces can draw."""
        return self.font(Style.MINCHO, text).missing(_without_line_ends(text))

    def substituted(self, text: str) -> list[str]:
        return self.font(Style.MINCHO, text).substituted(_without_line_ends(text))

    def all(self) -> Iterable[StackFont]:
        return (*self._japanese.values(), *self._western.values())

    def _stack(
        self, style: Style, suffix: str, full_width: re.Pattern[str], tightened: Mapping[str, tuple[float, float]]
    ) -> StackFont:
        faces = [self._face(name) for name in (*_FILES[style], _RARE_KANJI)]
        return StackFont(f"clair-{style}{suffix}", faces, full_width, tightened)

    def _face(self, name: str) -> Face:
        return self._faces.setdefault(name, Face(resource("fonts", name)))


@cache
def typefaces() -> Typefaces:
    """One for the process: faces stay mapped and looked-up glyphs stay known from pack to pack."""
    return Typefaces()


def is_japanese(text: str) -> bool:
    """Whether the text holds any kana, kanji or full-width sign."""
    return _KANA_OR_KANJI.search(text) is not None


def reads_as_japanese(text: str) -> bool:
    """Whether the text is a Japanese one, not an English sentence that quotes a Japanese name or title."""
    return len(_KANA_OR_KANJI.findall(text)) > len(_LATIN_WORD.findall(text))


def _without_line_ends(text: str) -> str:
    return text.translate({ord("\n"): " ", ord("\r"): None, ord("\t"): " "})
