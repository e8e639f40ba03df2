"""Items about single cells: one fact each, numbers as numbers, no looks by spaces, no machine's own characters, years."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from clair_desktop.domain.machine_reading import Holding
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.checking_grid import Spot
from clair_desktop.output.excel.checking_sheets import CheckedSheet, Table, cell_at

_UNITS = (
    "円|千円|万円|百万円|億円|人|名|件|回|か国|ヶ国|カ国|%|％|泊|団体|歳|枚|部|台|個|時間|JPY|USD|yen|persons?|people"
)
_NUMBER = r"[▲△−+-]?[¥$]?\d[\d,]*(?:\.\d+)?"
_WHOLE_NUMBER = re.compile(rf"\(?{_NUMBER}\)?\s*(?:{_UNITS})?", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?:[▲△−]\s*\d[\d,]*(?:\.\d+)?|[¥$]\d[\d,]*|\d{{1,3}}(?:,\d{{3}})+|{_NUMBER}\s*(?:{_UNITS}))", re.IGNORECASE
)
_TWO_NUMBERS = re.compile(
    rf"{_NUMBER}\s*(?:{_UNITS})?\s*[(（/／、，;；]\s*{_NUMBER}\s*(?:{_UNITS})?\s*[)）]?", re.IGNORECASE
)
_DATE_LIKE = re.compile(r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,2})?")
_CODES = re.compile(
    r"コード|番号|電話|郵便|年度|ハッシュ|code|number|\bno\b|no\.|№|\bid\b|phone|tel|fax|postal|year|sha|version|版",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[、，,;；／/・]")
_SPACED = re.compile(r"(?:[^\x00-\x7f][ 　]+){2,}[^\x00-\x7f]")  # 合　計　額: a letter, a space, a letter
_SPACED_HEAD = re.compile(r"(?:[^\x00-\x7f][ 　]+)+[^\x00-\x7f]")
_ERA_YEAR = re.compile(
    r"(?:(明治|大正|昭和|平成|令和)\s*(\d{1,2}|元)\s*年度?.*|([MTSHR])\s*(\d{1,2})(?:\s*年度?|[./-]\d{1,2}[./-]\d{1,2}))",
    re.IGNORECASE,
)
_ERA_BEGINS = {
    "明": 1868,
    "大": 1912,
    "昭": 1926,
    "平": 1989,
    "令": 2019,
    "m": 1868,
    "t": 1912,
    "s": 1926,
    "h": 1989,
    "r": 2019,
}
_SIGNS_KNOWN = frozenset({"***", "X", "x", "Ｘ"})
_ORDINARY = frozenset("¥‖－～￢￠￡—–‐‑•·…‥©®°±²³×÷")
Said = tuple[str, Holding, Wording]  # the item, how it stands, the sentence
_SHORT = 30
_REMEMBERED = 1 << 14  # texts; registers say the same again and again


class Told(NamedTuple):
    """What is to be said of a cell under an item."""

    item: str
    holding: Holding
    cell: str
    heading: str
    value: str
    message: Wording


def said_of_cells(sheet: CheckedSheet) -> Iterator[Told]:
    """Of every cell of every table; a form's wording is its author's."""
    for table in sheet.tables:
        yield from _heads(table)
    for column in sheet.cells.columns:  # all that is asked of a column while it is unpacked
        if not sheet.is_form:
            yield from _odd(sheet, column)
        for table in sheet.tables:
            if column in table.columns:
                yield from _column(table, column)


def _odd(sheet: CheckedSheet, column: int) -> Iterator[Told]:
    for row, cell in sheet.cells.column(column):
        if cell.kind == "s" and (said := _characters(cell.text)):
            yield Told("2-9", said[0], cell_at(row, column), "", cell.text, said[1])


def is_numeric(table: Table, column: int) -> bool:
    """Whether a column holds numbers, be it spelled as words; codes and years are no amounts."""
    if not table.rows_below(column) or _CODES.search(table.head(column)):
        return False
    cells = table.below(column)
    numbers = sum(cell.kind == "n" or (cell.is_text and is_number(cell.text)) for _, cell in cells)
    return 2 * numbers > len(cells)


@lru_cache(maxsize=_REMEMBERED)
def is_number(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).strip()
    return bool(_WHOLE_NUMBER.fullmatch(plain)) and not (plain.isdigit() and plain.startswith("0") and len(plain) > 1)


def _heads(table: Table) -> Iterator[Told]:
    top = table.span[0]
    for column in table.columns:
        text = table.at(top, column).text
        if text != text.strip() or "\n" in text or _SPACED_HEAD.fullmatch(text.strip()):
            yield _told("2-4", Holding.BROKEN, table, (top, column), _LOOKS)
        if _lacks_western(table, top, column, text):
            yield _told("2-10", Holding.BROKEN, table, (top, column), _WESTERN)


def _column(table: Table, column: int) -> Iterator[Told]:
    numeric, coded = is_numeric(table, column), bool(_CODES.search(table.head(column)))
    yield from _years(table, column)
    for row, cell in table.below(column):
        if cell.kind == "s":
            for item, holding, message in _said_of_text(cell.text, numeric, coded):
                yield _told(item, holding, table, (row, column), message)
    blanks = len(table.rows) - len(table.rows_below(column))
    if numeric and blanks:
        said = _BLANKS.filled(count=blanks)
        yield _told("2-12", Holding.UNJUDGED, table, (table.span[0], column), said)


@lru_cache(maxsize=_REMEMBERED)
def _said_of_text(text: str, numeric: bool, coded: bool) -> Sequence[Said]:
    """What a text says of itself in a column of numbers or of words, of codes or of other things."""
    said: list[Said] = []
    if text != text.strip() or "\n" in text or "  " in text or "　　" in text or _SPACED.fullmatch(text):
        said.append(("2-4", Holding.BROKEN, _LOOKS))
    plain = unicodedata.normalize("NFKC", text).strip()
    facts, number = _facts(text, plain), _number(text, plain, numeric, coded)
    return [*said, *(one for one in (facts, number) if one)]


def _years(table: Table, column: int) -> Iterator[Told]:
    """A column of years is an axis of time; a year among other words may be quoted from a paper."""
    cells = table.below(column)
    lacking = [row for row, cell in cells if cell.kind == "s" and _lacks_western(table, row, column, cell.text)]
    holding = Holding.BROKEN if 2 * len(lacking) > len(cells) else Holding.UNJUDGED
    yield from (_told("2-10", holding, table, (row, column), _WESTERN) for row in lacking)


def _facts(text: str, plain: str) -> Said | None:
    if _TWO_NUMBERS.fullmatch(plain) and not _DATE_LIKE.fullmatch(plain) and not re.fullmatch(r"[\d,]+", plain):
        return "2-1", Holding.BROKEN, _TWO_FACTS
    if len(text) <= _SHORT and _LISTED.search(text) and not is_number(text) and not re.search(r"[\d.。]", text):
        return "2-1", Holding.UNJUDGED, _LIST
    return None


def _number(text: str, plain: str, numeric: bool, coded: bool) -> Said | None:
    if not numeric:
        among = not coded and _AMOUNT.fullmatch(plain)
        return ("2-2", Holding.UNJUDGED, _AMONG_WORDS) if among else None
    if is_number(text):
        return "2-2", Holding.BROKEN, _AS_TEXT
    if text.strip() in _SIGNS_KNOWN:
        return None
    is_sign = not any(letter.isalnum() for letter in text)
    return ("2-12", Holding.BROKEN, _SIGN) if is_sign else ("2-2", Holding.BROKEN, _WORDS)


def _lacks_western(table: Table, row: int, column: int, text: str) -> bool:
    """A year of the Japanese calendar without the common era in the cell or in one beside it."""
    western = _western(text)
    if not western:
        return False
    beside = [table.at(row + down, column + right) for down, right in ((0, -1), (0, 1), (-1, 0), (1, 0))]
    return western not in text and not any(western in cell.text for cell in beside)


@lru_cache(maxsize=_REMEMBERED)
def _western(text: str) -> str:
    """The common era of a text that is a year or day of the Japanese calendar; empty of any other."""
    found = _ERA_YEAR.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return ""
    era, year = (found[1] or found[3]).casefold(), found[2] or found[4]
    return str(_ERA_BEGINS[era[0]] + (0 if year == "元" else int(year) - 1))


@lru_cache(maxsize=_REMEMBERED)
def _characters(text: str) -> tuple[Holding, Wording] | None:
    odd = dict.fromkeys(letter for letter in text if letter > "\x7f" and _oddness(letter))
    if not odd:
        return None
    broken = [letter for letter in odd if _oddness(letter) is Holding.BROKEN]
    if broken:
        return Holding.BROKEN, _MACHINE.filled(letters=_listed(broken))
    return Holding.UNJUDGED, _NAME_LETTER.filled(letters=_listed(list(odd)))


@cache
def _oddness(letter: str) -> Holding | None:
    """Signs outside of JIS X 0208 depend on the machine; letters may be those of a name, which nobody may change."""
    if letter in _ORDINARY or letter in "\n\t":
        return None
    category = unicodedata.category(letter)
    if category == "Co" or "\uff61" <= letter <= "\uff9f":
        return Holding.BROKEN
    try:
        letter.encode("iso2022_jp")
    except UnicodeEncodeError:
        if category[0] in "LM":
            is_latin = unicodedata.name(letter, "").startswith("LATIN")
            return None if is_latin and letter < "\u0250" else Holding.UNJUDGED
        return Holding.BROKEN
    return None


def _listed(letters: list[str]) -> str:
    return "、".join(f"{one if one.isprintable() else ''}（U+{ord(one):04X}）" for one in letters[:5])


def _told(item: str, holding: Holding, table: Table, spot: Spot, message: Wording) -> Told:
    row, column = spot
    return Told(item, holding, cell_at(row, column), table.head(column), table.at(row, column).text, message)


_LOOKS = Wording(
    "空白又は改行で体裁を整えています。取り除いてください。", "Spaces or line breaks shape the text. Take them out."
)
_WESTERN = Wording(
    "和暦だけで書かれています。西暦を同じセルか隣の列に加えてください。",
    "The year is in the Japanese calendar only. Add the common era in the cell or in the column beside it.",
)
_TWO_FACTS = Wording(
    "1つのセルに数値が2つあります。列を分けてください。", "The cell holds two numbers. Give each a column of its own."
)
_LIST = Wording(
    "区切り記号があります。2つ以上のデータなら、列か行を分けてください。",
    "A dividing mark stands in the cell. If it holds more than one fact, give each its own cell.",
)
_AS_TEXT = Wording(
    "数値が文字列です。単位・カンマ・記号を除き、数値として入力してください。",
    "The number is a text. Enter it as a number, without unit, commas or signs.",
)
_AMONG_WORDS = Wording(
    "文字の列に数量らしい文字列があります。数値として使うなら、数値の列に分けてください。",
    "Among words stands what reads as an amount. If it is to be reckoned with, give it a column of numbers.",
)
_WORDS = Wording(
    "数値の列に文字があります。備考の列へ移してください。",
    "There are words in a column of numbers. Move them to a column for notes.",
)
_SIGN = Wording(
    "数値の列に意味の定まらない記号があります。該当なしは0、データなしは***、秘匿はXのように統一してください。",
    "A sign without a set meaning stands in a column of numbers. Use 0, *** or X as it fits.",
)
_BLANKS = Wording(
    "数値の列に空欄が{count}件あります。未定・該当なし・0のどれかは、ファイルからは分かりません。",
    "{count} cells of this column of numbers are blank; whether they mean none, or not yet, the file does not say.",
)
_MACHINE = Wording(
    "機種依存文字があります：{letters}。ほかの表し方に直してください。",
    "It holds characters that depend on the machine: {letters}. Write them otherwise.",
)
_NAME_LETTER = Wording(
    "JIS X 0208にない字があります：{letters}。氏名・地名の字なら直さないでください。",
    "It holds letters outside JIS X 0208: {letters}. If they belong to a name, leave them.",
)
