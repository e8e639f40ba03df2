"""Which faces a printed text is set in: 明朝 or ゴシック, wide or narrow quotation marks, IPAmj for rarer kanji, partners' own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from clair_desktop.output.pdf.characters import composed, is_within
from clair_desktop.output.pdf.faces import Face
from clair_desktop.output.pdf.fonts import Order, StackFont
from clair_desktop.support.resources import resource


class Style(StrEnum):
    """明朝 for the body of papers, ゴシック for headings and labels."""

    MINCHO = "mincho"
    GOTHIC = "gothic"
    BOLD = "bold"

    __hash__ = str.__hash__  # asked for with every text; that of Enum is four times as slow


_FILES: Mapping[Style, tuple[str, str, str]] = {
    Style.MINCHO: ("BIZUDMincho-Regular.ttf", "BIZUDPMincho-Regular.ttf", "CLAIRPartnerSerif-Regular.ttf"),
    Style.GOTHIC: ("BIZUDGothic-Regular.ttf", "BIZUDPGothic-Regular.ttf", "CLAIRPartnerSans-Regular.ttf"),
    Style.BOLD: ("BIZUDGothic-Bold.ttf", "BIZUDPGothic-Bold.ttf", "CLAIRPartnerSans-Bold.ttf"),
}
_RARE_KANJI = "ipamjm.ttf"
_CHINESE_AND_KOREAN = "CLAIRPartnerSerif-Regular.ttf"
# The faces of every stack.
_FIXED, _PROPORTIONAL, _LETTERS, _RARE, _PARTNER = range(5)


class Manner(StrEnum):
    """How a text is set as a whole, so that no word and no name is mixed from two designs."""

    JAPANESE = ""
    WESTERN = "-western"
    JAPANESE_AND_PARTNER = "-and-partner"
    """Japanese with words in letters that no Japanese face has: all its Latin is set in the partner's face."""
    PARTNER = "-partner"
    CHINESE_OR_KOREAN = "-chinese-or-korean"


# Ranges as is_within takes them. What keeps its full width; everything else, letters and digits, takes the
# proportional face. The dash — stays out: it is a full em only there.
_EAST_ASIAN = "\u2190\u21ff\u2460\ua4cf\uf900\ufaff\ufe30\ufe4f\uff00\uffef\U00020000\U0003ffff"
_IN_WESTERN_TEXT = f"※※{_EAST_ASIAN}"
_IN_JAPANESE_TEXT = f"§¨°±´´¶¶××÷÷‘’“”‥…‰‰′″{_IN_WESTERN_TEXT}"
_CYRILLIC_OR_THAI = "\u0400\u052f\u0e00\u0e7f"  # Japanese faces have Cyrillic at full width only
_ANY = "\0\U0010ffff"
_IDEOGRAPHS = "\u3400\u9fff\uf900\ufaff\U00020000\U0003ffff"

_KANA = re.compile("[\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
_KANA_OR_KANJI = re.compile("[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
# Rarely asked for, and compiled then: a wide range takes a millisecond.
_HANGUL = "[\uac00-\ud7a3]"
_LETTERS_WITH_MARKS = "[\u0100-\u024f\u1e00-\u1eff]"
_GREEK_OR_CYRILLIC_WORD = "[\u0370-\u052f]{2}"  # a single α or Ω is a Japanese sign
_PERHAPS_PARTNER = re.compile("[\u0100-\u024f\u0300-\u052f\u1e00-\u1eff]")
_ORDINARY = re.compile("[ -~\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]+")  # what most Japanese answers are made of


# A single quotation mark has half an em to itself in BIZ UDP, which tears “authority’s” apart.
_TIGHT_QUOTES = {"‘": (209.0, 0.0), "’": (0.0, 200.0)}
_KANJI_FACES = (_FIXED, _PROPORTIONAL, _RARE, _PARTNER)
_OWN_LETTERS = (_PROPORTIONAL, _FIXED, _RARE, _LETTERS, _PARTNER)
_PARTNER_LETTERS = (_LETTERS, _PROPORTIONAL, _FIXED, _RARE, _PARTNER)
_FOREIGN = Order(_CYRILLIC_OR_THAI, _PARTNER_LETTERS)
_ORDERS: Mapping[Manner, Sequence[Order]] = {
    Manner.JAPANESE: (Order(_IN_JAPANESE_TEXT, _KANJI_FACES), _FOREIGN, Order(_ANY, _OWN_LETTERS)),
    Manner.WESTERN: (Order(_IN_WESTERN_TEXT, _KANJI_FACES), _FOREIGN, Order(_ANY, _OWN_LETTERS)),
    Manner.JAPANESE_AND_PARTNER: (Order(_IN_JAPANESE_TEXT, _KANJI_FACES), Order(_ANY, _PARTNER_LETTERS)),
    Manner.PARTNER: (Order(_IN_WESTERN_TEXT, _KANJI_FACES), Order(_ANY, _PARTNER_LETTERS)),
    Manner.CHINESE_OR_KOREAN: (Order(_ANY, (_PARTNER, _FIXED, _PROPORTIONAL, _RARE)),),
}


class Typefaces:
    """The stacks of all styles; quotation marks are wide in Japanese text and narrow in a text without any kana."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}
        self._stacks = {(style, manner): self._stack(style, manner) for style in Style for manner in Manner}
        self._at_home: set[str] = set()  # ideographs that a Japanese face has

    def font(self, style: Style, text: str) -> StackFont:
        """The stack in which this text is set."""
        return self._stacks[style, self.manner(text)]

    def manner(self, text: str) -> Manner:
        if text.isascii():
            return Manner.WESTERN
        ordinary, kana = _ORDINARY.fullmatch(text), _KANA.search(text)
        if ordinary and kana:
            return Manner.JAPANESE
        japanese = is_japanese(text)
        if not kana and ((not ordinary and re.search(_HANGUL, text)) or self._is_chinese(text)):
            return Manner.CHINESE_OR_KOREAN
        if _PERHAPS_PARTNER.search(text) and self._needs_partner(text):
            return Manner.JAPANESE_AND_PARTNER if japanese else Manner.PARTNER
        return Manner.JAPANESE if japanese else Manner.WESTERN

    def missing(self, text: str) -> list[str]:
        """The characters of a text, line ends and tabs apart, which none of the shipped faces can draw."""
        return self.font(Style.MINCHO, text).missing(_without_line_ends(text))

    def substituted(self, text: str) -> list[str]:
        return self.font(Style.MINCHO, text).substituted(_without_line_ends(text))

    def all(self) -> Iterable[StackFont]:
        return self._stacks.values()

    def _stack(self, style: Style, manner: Manner) -> StackFont:
        faces = [self._face(name) for name in (*_FILES[style], _RARE_KANJI, _CHINESE_AND_KOREAN)]
        tightened = _TIGHT_QUOTES if manner is Manner.WESTERN else {}
        return StackFont(f"clair-{style}{manner}", faces, _ORDERS[manner], tightened)

    def _is_chinese(self, text: str) -> bool:
        """Without any kana, and with an ideograph that no Japanese face has, rare names' included."""
        if self._at_home.issuperset(text):
            return False
        faces = [self._face(name) for name in (_FILES[Style.MINCHO][_FIXED], _RARE_KANJI)]
        foreign = [
            one
            for one in set(text) - self._at_home
            if is_within(one, _IDEOGRAPHS) and not any(face.glyph(one) for face in faces)
        ]
        if not foreign:
            self._at_home.update(text)
        partner = self._face(_CHINESE_AND_KOREAN)
        return any(partner.glyph(one) for one in foreign)

    def _needs_partner(self, text: str) -> bool:
        """Whether a word has a letter that no Japanese face has at its own width, as Vietnamese and Russian words do."""
        if re.search(_GREEK_OR_CYRILLIC_WORD, text):
            return True
        own = self._face(_FILES[Style.MINCHO][_PROPORTIONAL])
        return any(not own.glyph(one) for one in re.findall(_LETTERS_WITH_MARKS, composed(text)))

    def _face(self, name: str) -> Face:
        face = self._faces.get(name)
        if face is None:
            face = self._faces[name] = Face(resource("fonts", name))
        return face


@cache
def typefaces() -> Typefaces:
    """One for the process: faces stay mapped and looked-up glyphs stay known from pack to pack."""
    return Typefaces()


def is_japanese(text: str) -> bool:
    """Whether the text holds any kana, kanji or full-width sign."""
    return _KANA_OR_KANJI.search(text) is not None


@lru_cache(maxsize=1024)
def reads_as_japanese(text: str) -> bool:
    """Whether the text is a Japanese one, not an English sentence that quotes a Japanese name or title."""
    return len(_KANA_OR_KANJI.findall(text)) > len(_LATIN_WORD.findall(text))


def _without_line_ends(text: str) -> str:
    return text.translate({ord("\n"): " ", ord("\r"): None, ord("\t"): " "})
