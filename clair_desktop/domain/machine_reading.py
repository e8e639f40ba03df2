"""By which items it is judged whether machines can read a workbook: 総務省's 統一ルール (2020) and its successor.

The numbers are those of e-Stat's 「表記方法 Ver. 1.2」, with the number of 2020 beside them. The names were read from the
source of published checkers that cite them, not from the ministry's own paper: 要確認.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clair_desktop.domain.intake import CellFinding
from clair_desktop.domain.wording import Wording

_CIRCLED = re.compile("[\u2460-\u2473]")  # ① to ⑳


class Holding(StrEnum):
    """Some items no program can judge alone: whether a blank amount means none, or not yet."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNJUDGED = "cannot_be_judged"


HOLDING_WORDS: Mapping[Holding, Wording] = {
    Holding.HOLDS: Wording("適合", "holds"),
    Holding.BROKEN: Wording("不適合", "broken"),
    Holding.UNJUDGED: Wording("判定不能", "cannot be judged"),
}


@dataclass(frozen=True, slots=True)
class Item:
    number: str
    former: str
    name: Wording


ITEMS: Sequence[Item] = (
    Item("1", "1-1", Wording("ファイル形式はExcelかCSVか", "The file is Excel or CSV")),
    Item("2-1", "1-2", Wording("1セル1データか", "One fact in a cell")),
    Item("2-2", "1-3", Wording("数値は数値属性で、文字を含まないか", "Numbers are numbers, without letters")),
    Item("2-3", "1-4", Wording("セルを結合していないか", "No merged cells")),
    Item("2-4", "1-5", Wording("空白や改行で体裁を整えていないか", "No spaces or line breaks for looks")),
    Item("2-5", "1-6", Wording("項目名等を省略していないか", "No heading left out")),
    Item("2-6", "1-7", Wording("数式を数値に直しているか", "Formulas replaced by their values")),
    Item("2-7", "1-8", Wording("図形などのオブジェクトを使っていないか", "No pictures, charts or other objects")),
    Item("2-8", "1-9", Wording("データの単位を記載しているか", "Units are stated")),
    Item("2-9", "1-10", Wording("機種依存文字を使っていないか", "No characters that depend on the machine")),
    Item("2-10", "1-11", Wording("西暦で表すか、和暦に西暦を併記しているか", "Years in the common era, or beside the Japanese")),
    Item("2-11", "1-12", Wording("地域コード又は地域名を表記しているか", "Codes or names of the areas are given")),
    Item("2-12", "1-13", Wording("数値の列の特殊記号（秘匿等）", "Special signs in columns of numbers")),
    Item("3-1", "2-1", Wording("データが分断されていないか", "The data are not torn apart")),
    Item("3-2", "2-2", Wording("1シートに複数の表がないか", "No more than one table on a sheet")),
)  # fmt: skip
# The items of CSV files; those of the workbooks' that fit are asked again under their own numbers.
CSV_ITEMS: Sequence[Item] = (
    ITEMS[0],
    Item("4-1", "", Wording("変数行（項目名）から始まり、次の行からデータか", "Heads in the first row, data from the next")),
    Item("4-2", "", Wording("1フィールド1データか", "One fact in a field")),
    Item("4-3", "", Wording("数値は数値属性で、文字を含まないか", "Numbers are numbers, without letters")),
    Item("4-4", "", Wording("空白や改行で体裁を整えていないか", "No spaces or line breaks for looks")),
    Item("4-5", "", Wording("1行1データか", "One record in a row")),
    Item("4-6", "", Wording("項目名等を省略していないか", "No heading left out")),
    Item("4-7", "", Wording("データの単位を記載しているか", "Units are stated")),
    Item("4-8", "", Wording("機種依存文字を使っていないか", "No characters that depend on the machine")),
    Item("4-9", "", Wording("西暦で表すか、和暦に西暦を併記しているか", "Years in the common era, or beside the Japanese")),
    Item("4-10", "", Wording("地域コード又は地域名を表記しているか", "Codes or names of the areas are given")),
    Item("4-11", "", Wording("数値の列の特殊記号（秘匿等）", "Special signs in columns of numbers")),
    Item("4-12", "", Wording("各値を引用符で囲んでいるか", "Every value in quotation marks")),
    Item("4-13", "", Wording("データが分断されていないか", "The data are not torn apart")),
    Item("4-14", "", Wording("1ファイルに1セットのデータか", "One set of data in a file")),
)  # fmt: skip


def plain_numerals(text: str) -> str:
    """Official choices are numbered ①, which depends on the machine; a register says (1)."""
    return _CIRCLED.sub(lambda found: f"({ord(found[0]) - ord('①') + 1})", text)


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """How an item stands; ``count`` says how many cells it is about, ``findings`` names the first of them."""

    item: Item
    holding: Holding
    count: int
    findings: Sequence[CellFinding]
