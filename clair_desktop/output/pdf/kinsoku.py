"""Where a Japanese or English text may be broken: the unbreakable pieces of a text (禁則, JIS X 4051, strict)."""

import re
from collections.abc import Iterator

from clair_desktop.output.pdf.characters import LATIN, MARKS, SELECTORS

OPENING = "‘“‹„‚（〔［｛〈《「『【｟〘〖«〝\u2329([{"
CLOSING = "’”›）〕］｝〉》」』】｠〙〗»〟\u232a)]}"
STOPS = "。．、，｡､.,？！‼⁇⁈⁉?!"
NEVER_FIRST = (
    CLOSING + STOPS + "‐–〜゠-・：；:;･ヽヾゝゞ々〻ーｰﾞﾟ°′″℃¢％‰%℉"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
INSEPARABLE = "—―…‥"
TRIMMED_AT_END = frozenset("。、，．」』）〕］｝〉》】")
"""Full-width signs whose right half is blank and may go where the line ends."""
HANGING = frozenset("。、，．")
BREAKS_LONG_WORDS = frozenset("/-._@=&?,:;~+–")

# Even after a space these do not begin a line; a hyphen there is a minus or a dash between words, and may.
_NEVER_AFTER_SPACE = re.escape("".join(sign for sign in NEVER_FIRST if sign not in "‐–-")) + "/"
_SPACE = " \t\u3000\u2000-\u2006\u2008-\u200a\u205f"
SPACES = frozenset(" \t\u3000\u205f") | {
    chr(code) for code in range(0x2000, 0x200B) if code != 0x2007
}  # as _SPACE says
_GLUE = "\u00a0\u2007\u2011\u202f\u2060\ufeff\"'"  # nothing is broken on either side: no-break spaces, straight quotes
_DIGIT = "0-9０-９"
_THAI_LEADING, _THAI_TRAILING = "\u0e40\u0e41\u0e42\u0e43\u0e44", "\u0e2f\u0e30\u0e32\u0e45\u0e46"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_THAI = "\u0e01-\u0e5b"
_LETTER = f"{LATIN}{_DIGIT}Ａ-Ｚａ-ｚ\u0370-\u052f{_HANGUL}{_THAI}"
# What stands inside a word, number, address or file name without ending it, when a letter or digit follows.
_JOINT = re.escape("'’\"._@+~#%=&:/?,;*()|\\-–") + "\u00a0\u2007\u202f\u2060\u00ad\u200c\u200d，．"
_PREFIXED = "￥¥＄$￡£€＃#№＠@§〒"
_BEFORE_NUMBER = r"第|金|約|計|令和|平成|昭和|大正|[-−－△▲＋+±]|(?:JPY|USD|EUR|GBP|No\.|Tel\.?|Fax) "
_UNIT = (
    "円|ドル|ユーロ|ポンド|元|人|名|件|回|日間|日|月|年度|年間|年|時間|時|分|秒|号|条|項|章|節|頁|ページ|丁目|番地|番|階|歳|泊|部|枚|台|社|冊|"
    "本|点|倍|割|位|次|版|校|つ|週間|週|[かカヶケ箇](?:月|年|国語|国|所|条)|団体|種類|番目|人日|㎡|㎞|㎏|"
    " (?:km|kg|cm|mm|ha|yen|JPY|USD|EUR|GBP)(?![A-Za-z])"
)
_WORD = f"[=<>~^*|]*[{_LETTER}](?:[{_LETTER}{MARKS}{SELECTORS}]|[{_JOINT}]+(?=[{_LETTER}]))*"
_NUMBER = f"(?:(?<=[{_DIGIT}])[兆億万千百]+(?:[{_DIGIT}][{_DIGIT},.，．]*)?)*(?:(?<=[{_DIGIT}兆億万千百])(?:{_UNIT}))?"
_MARKED = f"[{MARKS}{SELECTORS}]*"
_OPENED = f"(?:[{re.escape(OPENING)}{_PREFIXED}]{_MARKED}[{_SPACE}]*)*"
_CLOSED = f"(?:[{re.escape(NEVER_FIRST)}]{_MARKED}|[/&_]|[{_SPACE}]+(?=[{_NEVER_AFTER_SPACE}]))*"
_CORE = f"(?:(?:{_BEFORE_NUMBER})(?=[{_DIGIT}]))?(?:{_WORD}{_NUMBER}|[{INSEPARABLE}]+|[^{_SPACE}\n]){_MARKED}"
_WHOLE = f"{_OPENED}{_CORE}{_CLOSED}"
_GLUED = rf"(?:[{_GLUE}]+|(?<=[{_LETTER}])(?=[(\[{{]))"  # and a bracket right behind a word: CLAIR(Tokyo)
# A text piece is a whole, and what is glued to it: group 3, empty, tells that the whole is there. So its pattern stands
# here only once, since compiling it takes a process several milliseconds.
_PIECE = re.compile(
    rf"(?P<line_end>\r?\n)|(?P<space>[{_SPACE}]+)|(?:(?(3){_GLUED}|[{_GLUE}]*)(?:{_WHOLE}()|(?(3)|(?!)){_CLOSED}))+"
)


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text cut wherever a line may end, each piece with its kind: "text", "space" or "line_end"."""
    for found in _PIECE.finditer(text):
        yield found.lastgroup or "text", found.group()


def spans(text: str) -> list[tuple[int, int]]:
    """Where each unbreakable piece of a text without line ends begins and ends; white between them belongs to none."""
    return [found.span() for found in _PIECE.finditer(text) if found.lastgroup is None]


def may_part(before: str, after: str) -> bool:
    """Whether a piece too long for any line may be cut between these two characters."""
    return not (
        after[0] in NEVER_FIRST
        or before[0] in OPENING
        or (before[0] in INSEPARABLE and after[0] in INSEPARABLE)
        or before[0] in _PREFIXED
        or before[0] in _THAI_LEADING
        or after[0] in _THAI_TRAILING
    )
