"""The columns of the directory's tables, by what their heads may be called in either language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clair_desktop.domain.directory import Attribute
from clair_desktop.domain.directory_words import ATTRIBUTE_WORDS
from clair_desktop.domain.place_names import plain
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.plain_table import ReadSheet, cell_name

BODY_COLUMNS: Mapping[str, Wording] = {
    "key": Wording("機関キー", "Body key"),
    "kind": Wording("種別", "Kind"),
    "name_ja": Wording("名称", "Name"),
    "name_en": Wording("英語名", "Name in English"),
    "kana": Wording("フリガナ", "Reading"),
    "code": Wording("団体コード", "Authority code"),
    "country": Wording("国・地域", "Country"),
    "parent": Wording("所属機関キー", "Parent key"),
}
STATEMENT_COLUMNS: Mapping[str, Wording] = {
    "attribute": Wording("項目", "Item"),
    "scope": Wording("範囲", "For"),
    "tongue": Wording("言語", "Language"),
    "value": Wording("値", "Value"),
    "valid_from": Wording("有効開始", "Valid from"),
    "valid_to": Wording("有効終了", "Valid to"),
    "seen_on": Wording("資料の日", "Day of the document"),
    "document": Wording("資料", "Document"),
    "locator": Wording("箇所", "Place in it"),
    "confidence": Wording("確からしさ", "Confidence"),
}
ALL_COLUMNS = {**BODY_COLUMNS, **STATEMENT_COLUMNS}
# In a list with one body a line, each attribute has a column of its own.
_LISTED = {one.value: words for one, words in ATTRIBUTE_WORDS.items() if one is not Attribute.NAME}
_ALSO = {
    "name_ja": ("団体名", "支部名", "協会名", "機関名"),
    "kana": ("カナ", "かな", "ふりがな", "よみ"),
    "code": ("コード", "全国地方公共団体コード"),
    "tel": ("電話", "TEL"),
    "fax": ("FAX", "ファックス"),
    "email": ("メール", "メールアドレス", "E-mail", "Eメール"),
    "web": ("URL", "ホームページ"),
    "address": ("住所",),
    "country": ("国",),
    "section": ("部署", "所属"),
    "document": ("根拠", "出典"),
    "recognised": ("認定日", "認定年月"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its place, as a complaint names it."""

    sheet: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by column; ``cells`` hold only what is filled in."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        found = self.cells.get(column)
        return found.text if found else ""

    def cell(self, column: str) -> Cell:
        """Where a complaint about a column points to; its first cell where that one is empty."""
        return self.cells.get(column) or next(iter(self.cells.values()))


def heads(language: Language) -> list[str]:
    return [words.in_(language) for words in ALL_COLUMNS.values()]


def is_directory(found: Sequence[str]) -> bool:
    """Whether heads are those of a list of bodies for the directory: by its key, or by name and kind."""
    columns = {_column(head) for head in found if head.strip()}
    return "key" in columns or {"name_ja", "kind"} <= columns


def table_rows(sheets: Sequence[ReadSheet], name: str) -> list[TableRow]:
    """The rows below the heads of every sheet that has any we know; a file without such a sheet is refused."""
    found = [row for sheet in sheets for row in _of_sheet(sheet)]
    if not found:
        known = [BODY_COLUMNS["name_ja"], BODY_COLUMNS["kind"], *STATEMENT_COLUMNS.values()]
        raise Refusal(
            Wording(
                f"「{name}」に名簿の見出しとデータがありません。1行目に「{'」「'.join(one.ja for one in known[:6])}」などの"
                "見出しを置いてください（書き出したファイルがひな形になります）。",
                f"“{name}” holds no rows under heads that are known. Row 1 should hold heads such as "
                f"{', '.join(one.en for one in known[:6])}; an exported file serves as a pattern.",
            )
        )
    return found


def _of_sheet(sheet: ReadSheet) -> list[TableRow]:
    if not sheet.rows:
        return []
    columns = [_column(head) for head in sheet.rows[0]]
    if "name_ja" not in columns and "key" not in columns:
        return []
    rows = []
    for number, row in enumerate(sheet.rows[1:], start=2):
        cells = {
            column: Cell(sheet.name, cell_name(number, place), text)
            for place, (column, text) in enumerate(zip(columns, row, strict=False), start=1)
            if column and text
        }
        if cells:
            rows.append(TableRow(sheet.name, number, cells))
    return rows


def _column(head: str) -> str:
    wanted = plain(head)
    for column, words in {**ALL_COLUMNS, **_LISTED}.items():
        if wanted in (column, plain(words.ja), plain(words.en), *(plain(one) for one in _ALSO.get(column, ()))):
            return column
    return ""
