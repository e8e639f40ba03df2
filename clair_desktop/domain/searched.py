"""Text as it is searched: one spelling for widths, cases, kana and variant kanji. Names are never kept like this."""

import unicodedata
from collections.abc import Sequence

_PAIRS = (
    "髙高 﨑崎 嵜崎 濵浜 濱浜 邊辺 邉辺 齋斎 齊斎 斉斎 澤沢 廣広 國国 學学 櫻桜 冨富 嶋島 嶌島 德徳 眞真 惠恵 瀨瀬 "
    "渕淵 渊淵 槇槙 曻昇 栁柳 𠮷吉 靏鶴 靍鶴 龍竜 瀧滝 萬万 與与 條条 將将 籔藪 邨村 埜野 嶽岳 圓円 榮栄 壽寿 藏蔵 "
    "兒児 縣県 會会 團団 舘館"
)
_VARIANTS = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}
_KATAKANA = range(ord("ァ"), ord("ヶ") + 1)
_TO_HIRAGANA = {code: code - 0x60 for code in (*_KATAKANA, ord("ヽ"), ord("ヾ"))}
_SELECTORS = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
# Marks that pdfium puts where a line ends within a word, and that nobody typed.
_UNSEEN = {0x00AD: None, 0xFFFE: None, 0x0002: None, 0x0000: None}


def normalised(text: str) -> str:
    """The searched form: NFKC, small letters, hiragana, common kanji for variants, single spaces."""
    folded = unicodedata.normalize("NFKC", text.translate(_SELECTORS)).casefold()
    return " ".join(folded.translate(_TO_HIRAGANA).translate(_VARIANTS).split())


def says(text: str, wanted: str) -> bool:
    """Whether a text says what is wanted somewhere, as a ``Passage`` would find it; far quicker where it does not."""
    return _taken_apart(wanted) in _taken_apart(text)


class Passage:
    """A text of which each found place is told by the characters it was made of; white and line ends do not count."""

    def __init__(self, characters: Sequence[str]) -> None:
        folded = [_taken_apart(one) for one in characters]
        self._text = "".join(folded)
        self._from = [number for number, one in enumerate(folded) for _ in one]

    def places(self, wanted: str) -> list[tuple[int, int]]:
        """The first and the last character of every place that says what is wanted, none within another."""
        said = _taken_apart(wanted)
        found, at = [], self._text.find(said) if said else -1
        while at >= 0:
            found.append((self._from[at], self._from[at + len(said) - 1]))
            at = self._text.find(said, at + len(said))
        return found


def _taken_apart(text: str) -> str:
    """As ``normalised``, but the same character by character as all at once: voicing marks stand by themselves."""
    folded = unicodedata.normalize("NFKD", text.translate(_SELECTORS).translate(_UNSEEN)).casefold()
    return "".join(folded.translate(_TO_HIRAGANA).translate(_VARIANTS).translate(_HYPHENS).split())
