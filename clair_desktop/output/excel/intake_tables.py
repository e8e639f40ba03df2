"""The sheets for tables of rows; the cost breakdown has two, with the amounts typed or reckoned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter, quote_sheetname

from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.fields import Field, Rows, Yen
from clair_desktop.domain.intake import column_name, variants
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.intake_form import FormBook, choices_of
from clair_desktop.output.excel.intake_looks import help_of, put, validation
from clair_desktop.output.excel.sheets import printable_name
from clair_desktop.output.excel.text_width import text_width

_TYPED, _RECKONED = Wording("（計算なし）", " (typed)"), Wording("（計算あり）", " (formulas)")
_RESERVED = ("記入要領", "申請内容", "選択肢", "meta", "How to fill in", "Entry", "Lists")
_YEN, _REQUIRED, _TOTAL = Wording("（円）", " (JPY)"), Wording("＊", " *"), Wording("合計", "Total")
_NOTE = Wording("＊の列は必須です。1行に1件ずつ記入してください。", "Columns with * are required. One item a line.")
_NOTE_RECKONED = Wording(
    "金額は「単価×数量×回数」又は「外貨額×換算レート」から計算します。＊の列は必須です。",
    "The amount is unit price × quantity × times, or the foreign amount × its rate. Columns with * are required.",
)
_HEAD, _LINES, _COST_LINES = 4, 40, 100
_MANY = 8  # columns from which they share a page's width closely
_FUNCTIONS = {Rounding.DOWN: "ROUNDDOWN", Rounding.NEAREST: "ROUND", Rounding.UP: "ROUNDUP"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table and the names of its sheets, one for each variant."""

    rows: Rows
    sheets: Sequence[str]

    @property
    def lines(self) -> int:
        return _COST_LINES if len(self.sheets) > 1 else _LINES

    @property
    def is_empty(self) -> str:
        """A condition in Excel's own words: no line of any of its sheets has anything in its first column to fill."""
        place = next((n for n, one in enumerate(self.rows.columns, start=2) if one.required), 2)
        letter = get_column_letter(place)
        ranges = [f"{quote_sheetname(name)}!{letter}{_HEAD + 1}:{letter}{_HEAD + self.lines}" for name in self.sheets]
        return "+".join(f"COUNTA({one})" for one in ranges) + "=0"


def planned(book: FormBook) -> list[Table]:
    """Every table with the names its sheets will bear."""
    tables: list[Table] = []
    taken = list(_RESERVED)
    for section in book.form.sections:
        for one in section.fields:
            if isinstance(one, Rows):
                ends = ("",) if len(variants(one)) == 1 else (book.form.say(_TYPED), book.form.say(_RECKONED))
                names = []
                for end in ends:
                    names.append(printable_name(_short(book.form.say(one.label), 31 - len(end)) + end, taken))
                    taken.append(names[-1])
                tables.append(Table(one, names))
    return tables


def add_table(book: FormBook, table: Table) -> None:
    for variant, name in zip(variants(table.rows), table.sheets, strict=True):
        _TableSheet(book, table, variant, name).write()


class _TableSheet:
    """One sheet: a title, the total, the heads, and lines to fill in."""

    def __init__(self, book: FormBook, table: Table, variant: str, name: str) -> None:
        self._book, self._table, self._variant = book, table, variant
        self._columns = table.rows.columns
        self._letters = {one.key: get_column_letter(n) for n, one in enumerate(self._columns, start=2)}
        many = len(self._columns) > _MANY
        widths = [6.0, *(_width(book.form.say(self._head(one)), one, narrow=many) for one in self._columns)]
        self._sheet: Any = book.sheet(name, widths, landscape=True)

    def write(self) -> None:
        say, looks, sheet = self._book.form.say, self._book.looks, self._sheet
        put(sheet, "A1", say(self._book.form.title) + "　" + sheet.title, looks.title)
        put(sheet, "A2", say(_NOTE_RECKONED if self._variant == "k" else _NOTE), looks.line)
        put(sheet, f"A{_HEAD}", "No.", looks.head)
        for one in self._columns:
            letter = self._letters[one.key]
            put(sheet, f"{letter}{_HEAD}", say(self._head(one)), looks.head)
            self._book.name(column_name(self._variant, self._table.rows.key, one.key), sheet, f"{letter}{_HEAD}")
        sheet.row_dimensions[_HEAD].height = 34
        sheet.freeze_panes = f"B{_HEAD + 1}"
        sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
        self._total()
        for row in range(_HEAD + 1, _HEAD + 1 + self._table.lines):
            self._line(row)
        for one in self._columns:
            self._validate(one)

    def _head(self, one: Field) -> Wording:
        end = _YEN if isinstance(one, Yen) else Wording("", "")
        mark = _REQUIRED if one.required else Wording("", "")
        return Wording(one.label.ja + end.ja + mark.ja, one.label.en + end.en + mark.en)

    def _total(self) -> None:
        """Above the heads, so that added lines cannot push it away."""
        key = self._table.rows.total
        if key is None:
            return
        letter = self._letters[key]
        looks = self._book.looks
        put(self._sheet, "A3", self._book.form.say(_TOTAL), looks.line)
        reach = f"{letter}{_HEAD + 1}:{letter}{_HEAD + self._table.lines}"
        put(self._sheet, f"{letter}3", f"=SUM({reach})", looks.total, formula=True)

    def _line(self, row: int) -> None:
        looks = self._book.looks
        put(self._sheet, f"A{row}", row - _HEAD, looks.label)
        for one in self._columns:
            at = f"{self._letters[one.key]}{row}"
            if self._variant == "k" and one.key == "amount":
                put(self._sheet, at, f"={self._reckoned(row)}", looks.reckoned, formula=True)
            else:
                put(self._sheet, at, None, looks.entry(one))

    def _reckoned(self, row: int) -> str:
        """As the cost sheet reckons: foreign money rounded as the rulebook says, factors multiplied out."""
        at = {key: f"{letter}{row}" for key, letter in self._letters.items()}
        product = f"ROUND({at['unit_price']}*{at['quantity']}*IF(ISNUMBER({at['times']}),{at['times']},1),0)"
        known = f'IF(AND(ISNUMBER({at["unit_price"]}),ISNUMBER({at["quantity"]})),{product},"")'
        if "foreign_amount" not in at:
            return known
        per = f'IF(LEFT({at["rate_per"]},3)="100",100,1)'
        rounding = _FUNCTIONS[self._book.form.rounding]
        yen = f"{rounding}(ROUND({at['foreign_amount']}*{at['rate']}/{per},8),0)"
        return f"IF(AND(ISNUMBER({at['foreign_amount']}),ISNUMBER({at['rate']})),{yen},{known})"

    def _validate(self, one: Field) -> None:
        if self._variant == "k" and one.key == "amount":
            return
        letter = self._letters[one.key]
        first, last = f"{letter}{_HEAD + 1}", f"{letter}{_HEAD + self._table.lines}"
        made = validation(one, choices_of(self._book, one), first, self._book.form.language)
        if made is not None:
            made.add(f"{first}:{last}")
            self._sheet.data_validations.append(made)


def _short(label: str, longest: int) -> str:
    """A label as a sheet's name has room for it: without what stands in brackets, where it is too long."""
    if len(label) <= longest:
        return label
    return label.split("（", maxsplit=1)[0].split(" (", maxsplit=1)[0][:longest]


def _width(head: str, one: Field, *, narrow: bool) -> float:
    """Amounts and choices want little; heads may break over two lines, so that all columns fit a page's width."""
    least = (15 if narrow else 24) if one.kind == "text" and not help_of(one).ja else 11
    return float(min(30, max(least, text_width(head) // 2 + 3)))
