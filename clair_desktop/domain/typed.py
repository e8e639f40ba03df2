"""Reading numbers and marks as clerks type them: full or half width, with commas, units and counters."""

import re
import unicodedata
from fractions import Fraction

from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.wording import Wording

_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−－ー", "-"))
_UNITS = {
    "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "億": 100_000_000,
    "十億": 10**9, "百億": 10**10, "千億": 10**11, "兆": 10**12,
}  # fmt: skip
# Commas group three digits or none: 1,20,000 is a slip of the hand. More than 20 digits is no amount.
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?:\.\d{1,10})?"
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_PART = re.compile(rf"({_NUMBER})({_UNIT})?")
_AMOUNT = re.compile(
    rf"(?:金|JPY)?(?P<minus>[-△▲])?(?P<parts>(?=\d)(?:{_NUMBER}(?:{_UNIT}))*(?:{_NUMBER})?)(?:円|yen|JPY)?[-也]?",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<counter>[^\W\d_]{{0,8}}(?:[・/][^\W\d_]{{1,8}})?)")

LONGEST_TEXT = 100_000  # characters; some seventy printed pages
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")  # Word's soft return comes as \v
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def folded(text: str) -> str:
    """For reading only, never for keeping: half width, trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


def sound(text: str) -> str:
    """The text with halves of characters, which some keyboards leave, replaced by U+FFFD, so that it can be kept."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def read_text(text: str) -> str:
    """Words exactly as typed, save for the ends of lines; what no paper can carry is refused by its place."""
    plain = _LINE_ENDS.sub("\n", text)
    if found := _UNPRINTABLE.search(plain):
        code = f"U+{ord(found[0]):04X}"
        raise Malformed(
            Wording(
                f"印刷できない制御文字（{code}）が{found.start() + 1}文字目にあります。消して入力し直してください。",
                f"Character {found.start() + 1} is a control character ({code}) that cannot be printed. Delete it.",
            )
        )
    if len(plain) > LONGEST_TEXT:
        raise Malformed(
            Wording(
                f"{len(plain):,}文字あります（{LONGEST_TEXT:,}文字まで）。長い資料は添付してください。",
                f"The text has {len(plain):,} characters (at most {LONGEST_TEXT:,}). Enclose it as a file instead.",
            )
        )
    return plain


def read_yen(text: str) -> int:
    """Integer yen from 1,200,000円, １２００千円, 120万円, ¥1,200,000, 金1,200,000円, △300."""
    match = _AMOUNT.fullmatch(re.sub(r"[\s¥\\]", "", _digits(text).translate(_HYPHENS)))
    if match is None:
        raise Malformed(
            Wording(
                f"「{cited(text)}」は金額として読めません。「1,200,000」「1,200千円」「120万円」のように入力してください。",
                f"“{cited(text)}” does not read as an amount. Type it like 1,200,000.",
            )
        )
    amount, above = Fraction(0), Fraction(10**30)
    for number, unit in _PART.findall(match["parts"]):
        size = _UNITS.get(unit, 1)
        part = Fraction(number.replace(",", "")) * size
        if part >= above:
            raise Malformed(
                Wording(
                    f"「{cited(text)}」の単位の並びが正しくありません。「1億2,000万円」のように大きい単位から入力してください。",
                    f"The units in “{cited(text)}” are out of order. Type the larger unit first, or digits only.",
                )
            )
        amount, above = amount + part, Fraction(size)
    if amount.denominator != 1:
        raise Malformed(
            Wording(
                f"「{cited(text)}」は1円未満の端数を含みます。円単位で入力してください。",
                f"“{cited(text)}” holds a fraction of a yen. Type whole yen.",
            )
        )
    return -int(amount) if match["minus"] else int(amount)


def read_count(text: str) -> Fraction:
    """A quantity such as 3, １２, 1.5 or 3人; the counter is dropped, but 3万 is not taken for 3."""
    match = _COUNT.fullmatch(_digits(text))
    if match is None or any(sign in "百千万億兆割" for sign in match["counter"]):
        raise Malformed(
            Wording(
                f"「{cited(text)}」は数として読めません。「3」「1.5」「3人」のように入力してください。",
                f"“{cited(text)}” does not read as a number. Type it like 3, 1.5 or 3 days.",
            )
        )
    return Fraction(match["number"].replace(",", ""))


def _digits(text: str) -> str:
    """Half width, with one kind of comma; ① and ² are left as they are, for they are not 1 and 2."""
    plain = "".join(one if unicodedata.category(one) == "No" else unicodedata.normalize("NFKC", one) for one in text)
    return plain.replace("、", ",").strip()
