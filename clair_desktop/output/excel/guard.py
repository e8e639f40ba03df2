"""Text from outside on its way into a cell: it stays the text it is, or the workbook is refused."""

import re
from dataclasses import dataclass

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

LONGEST = 32_767  # UTF-16 units in one cell; Excel cuts the rest without a word
LINE_BREAK = "／"

# Category Cc but for tab and line ends, halves of surrogate pairs, and the two that are no characters at all.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BREAK = re.compile(r"\s*[\n\u2028\u2029]\s*")
_RISKY_STARTS = frozenset("=+-@＝＋－＠\t")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text would stand: the sheet's and the column's own names, the row as Excel counts, and whose row it is."""

    sheet: Wording
    column: Wording
    row: int
    case: str = ""

    def __str__(self) -> str:
        return self.wording.en

    @property
    def wording(self) -> Wording:
        case = Wording(f"、{self.case}", f", {self.case}") if self.case else Wording("", "")
        return Wording(
            f"「{self.sheet.ja}」の「{self.column.ja}」（{self.row}行目{case.ja}）",
            f"“{self.column.en}” of “{self.sheet.en}” (row {self.row}{case.en})",
        )


def guarded(text: str, place: Place) -> str:
    """The text as a cell may hold it, line ends made alike; what a workbook cannot hold is refused, never cut."""
    if found := _FORBIDDEN.search(text):
        raise Refusal(_unwritable(ord(found[0]), place.wording))
    if len(text) > LONGEST // 2 and len(text.encode("utf-16-le")) // 2 > LONGEST:
        raise Refusal(_too_long(len(text), place.wording))
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def is_plain(text: object) -> bool:
    """Whether it is sure at a glance that the text stands in a cell as it is: what is printable holds no such thing."""
    return isinstance(text, str) and text.isprintable() and 0 < len(text) <= LONGEST // 2


def forbidden(text: str) -> int | None:
    """The code of the first character that no XML can hold; None where there is none."""
    found = _FORBIDDEN.search(text)
    return ord(found[0]) if found else None


def flat(text: str) -> str:
    """The text in one line for the data sheet: no spaces or breaks for looks; 「／」 stands for a break."""
    line = text.strip()
    return line if line.isprintable() else _BREAK.sub(LINE_BREAK, line).replace("\t", " ")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula when somebody edits or copies the cell."""
    return text[:1] in _RISKY_STARTS


def escaped(text: str) -> str:
    """The text as the file must spell it, so that a literal ``_x0041_`` is not read back as A (ECMA-376 22.9.2.19)."""
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def unescaped(text: str) -> str:
    """The text that a spelling in the file means."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _unwritable(code: int, place: Wording) -> Wording:
    return Wording(
        f"{place.ja}に、Excelに書けない文字（U+{code:04X}）があります。"
        "案件のこの欄を開き、見えない文字を削除するか入力し直してください。",
        f"{place.en} holds a character that Excel cannot keep (U+{code:04X}). "
        "Open this field of the case and delete the invisible character or type the text again.",
    )


def _too_long(length: int, place: Wording) -> Wording:
    return Wording(
        f"{place.ja}の文章が長すぎます（{length:,}字。Excelの1セルは{LONGEST:,}字まで）。"
        "短くするか、別紙の添付書類にしてください。",
        f"The text in {place.en} is too long ({length:,} characters; a cell of Excel takes {LONGEST:,}). "
        "Shorten it or enclose it as a separate paper.",
    )
