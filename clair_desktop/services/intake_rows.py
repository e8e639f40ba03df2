"""A table of the workbook: heads are known by their names, wherever they were moved; a row is taken whole or not."""

import re
from collections.abc import Mapping, Sequence

from clair_desktop.domain.cost_sheet import CostLine
from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.fields import Field, Row, Rows
from clair_desktop.domain.intake import At, CellFinding, Importance, column_name, variants
from clair_desktop.domain.parties import Names
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.intake_cells import Cell, ForeignBook, Place, given, read_otherwise

_CODE = re.compile(r"[(（]([0-9]{6})[)）]\s*$")
_SUMS = frozenset({"合計", "計", "小計", "総計", "総額", "total", "subtotal", "sum"})
_LOST = Wording(
    "列「{label}」が見つかりません（列の削除など）。記入用のExcelを使い直してください。",
    "The column “{label}” is gone, perhaps it was deleted. Use the workbook afresh.",
)
_BOTH = Wording(
    "経費内訳が「計算なし」と「計算あり」の両方に記入されています。どちらか一方だけにしてください。",
    "Both cost sheets, with formulas and without, are filled in. Leave only one of them.",
)
_SUM = Wording(
    "合計の行とみて読みませんでした。合計はプログラムが計算します。", "Taken for a line of totals and passed over."
)
_HIDDEN = Wording("非表示の行・列・シートにある行です。確かめてください。", "The row stands hidden. Please check it.")
_MERGED = Wording(
    "表の中でセルが結合されています。先頭の行の値としてだけ読みました。確かめてください。",
    "Cells of the table are merged. Their value counts for the first row only. Please check.",
)
_NO_AMOUNT = Wording(
    "単価・数量（又は外貨額・換算レート）から円単位の金額を計算できません。",
    "No amount in whole yen follows from unit price and quantity, or from the foreign amount and its rate.",
)
_OTHERWISE = Wording(
    "Excelの計算結果（{shown}円）と違うため、単価などから計算し直した{reckoned}円としました。",
    "Excel shows ¥{shown}; the amount was reckoned again from the factors as ¥{reckoned}.",
)


def entry_code(raw: object) -> object:
    """The code in 宮城県仙台市（041009）, which alone counts; anything else as it is."""
    match = _CODE.search(raw) if isinstance(raw, str) else None
    return match[1] if match else raw


class RowsReading:
    """One table being read."""

    def __init__(self, rows: Rows, book: ForeignBook, names: Names, language: Language, rounding: Rounding) -> None:
        self._rows, self._book, self._names = rows, book, names
        self._language, self._rounding = language, rounding
        self.findings: list[CellFinding] = []
        self.at: list[At] = []
        self.head = At("", "", rows.label)
        self.dropped = 0
        self.is_lost = False

    def read(self) -> Sequence[Row]:
        found: dict[str, list[tuple[Row, At]]] = {}
        for variant in variants(self._rows):
            heads = self._heads(variant)
            if heads:
                found[variant] = list(self._variant(variant, heads))
        if not found:
            self.is_lost = True
            return []
        filled = [rows for rows in found.values() if rows]
        if len(filled) > 1:
            self._say(filled[1][0][1], "both_sheets", Importance.ERROR, _BOTH)
            self.dropped += sum(len(rows) for rows in filled)
            self.is_lost = True
            return []
        rows = filled[0] if filled else []
        self.at = [at for _, at in rows]
        return [row for row, _ in rows]

    def _heads(self, variant: str) -> dict[str, Place]:
        """Where the columns stand now; a table without a required column cannot be read."""
        heads: dict[str, Place] = {}
        for one in self._rows.columns:
            place = self._book.named(column_name(variant, self._rows.key, one.key))
            if place is not None:
                heads[one.key] = place
                self.head = At(place.sheet, place.cell, self._rows.label) if not self.head.cell else self.head
                continue
            importance = Importance.ERROR if one.required else Importance.WARNING
            self._say(At("", "", self._rows.label), "lost_column", importance, _LOST.filled(label=one.label))
        sheets = {place.sheet for place in heads.values()}
        required = all(one.key in heads for one in self._rows.columns if one.required)
        return heads if len(sheets) == 1 and required else {}

    def _variant(self, variant: str, heads: Mapping[str, Place]) -> Sequence[tuple[Row, At]]:
        sheet = next(iter(heads.values())).sheet
        first = max(place.row for place in heads.values())
        self._tell_merges(sheet, first, heads)
        rows: list[tuple[Row, At]] = []
        for number in self._book.rows_below(sheet, first):
            places = {key: Place(sheet, number, place.column) for key, place in heads.items()}
            cells = {key: self._book.own(place) for key, place in places.items()}
            reckoned = variant == "k" and cells.get("amount", Cell()).formula
            if all(cell.is_empty for key, cell in cells.items() if not (reckoned and key == "amount")):
                continue
            if self._is_sum(places, cells):
                continue
            row = self._row(places, cells, reckoned)
            if row is None:
                self.dropped += 1
            elif row:
                rows.append((row, self._at(self._rows.columns[0], places, cells)))
        return rows

    def _at(self, one: Field, places: Mapping[str, Place], cells: Mapping[str, Cell]) -> At:
        key = one.key if one.key in places else next(iter(places))
        return At(places[key].sheet, places[key].cell, one.label, cells[key].text)

    def _is_sum(self, places: Mapping[str, Place], cells: Mapping[str, Cell]) -> bool:
        """A line of totals that somebody added: it bears the word alone, beside amounts."""
        if self._rows.total is None:
            return False
        words = {folded(cell.text).replace(" ", "").casefold() for cell in cells.values() if cell.kind == "s"}
        if not words or not words <= _SUMS:
            return False
        self._say(self._at(self._rows.columns[0], places, cells), "sum_row", Importance.WARNING, _SUM)
        return True

    def _row(self, places: Mapping[str, Place], cells: Mapping[str, Cell], reckoned: bool) -> Row | None:
        """The row's values; None where any of its cells is wrong."""
        row: dict[str, object] = {}
        wrong = False
        for one in self._rows.columns:
            if one.key not in cells or (reckoned and one.key == "amount"):
                continue
            at = At(places[one.key].sheet, places[one.key].cell, one.label, cells[one.key].text)
            value, is_wrong = self._value(one, cells[one.key], at)
            wrong = wrong or is_wrong
            if value is not None:
                row[one.key] = value
        if reckoned and not wrong:
            wrong = not self._reckon(row, places["amount"], cells["amount"])
        if any(self._book.is_hidden(place) for key, place in places.items() if not cells[key].is_empty):
            self._say(self._at(self._rows.columns[0], places, cells), "hidden", Importance.WARNING, _HIDDEN)
        return None if wrong else row

    def _value(self, one: Field, cell: Cell, at: At) -> tuple[object | None, bool]:
        if cell.is_empty and not cell.formula:
            return None, False
        raw, said = given(one, cell, at)
        self.findings += said
        if any(found.importance is Importance.ERROR for found in said):
            return None, True
        try:
            value = one.accept(entry_code(raw) if isinstance(one, Authority) else raw, self._names)
        except Malformed as complaint:
            self._say(at, "unreadable", Importance.ERROR, complaint.wording)
            return None, True
        if value is not None:
            self.findings += read_otherwise(one, cell, one.show(value, self._language, self._names), at)
        return value, False

    def _reckon(self, row: dict[str, object], place: Place, cell: Cell) -> bool:
        """The amount of a line with formulas is reckoned here, never taken from what a program once cached."""
        line = CostLine(row, 0, eligible=False, rounding=self._rounding)
        amount = line.reckoned if line.converts or line.multiplies else None
        at = At(place.sheet, place.cell, self._rows.column("amount").label, cell.text)
        if amount is None:
            self._say(at, "no_amount", Importance.ERROR, _NO_AMOUNT)
            return False
        row["amount"] = amount
        if cell.kind == "n" and cell.text != str(amount):
            said = _OTHERWISE.filled(shown=cell.text, reckoned=f"{amount:,}")
            self._say(at, "reckoned_otherwise", Importance.WARNING, said)
        return True

    def _tell_merges(self, sheet: str, head: int, heads: Mapping[str, Place]) -> None:
        columns = {place.column for place in heads.values()}
        for top, left, bottom, right in self._book.merges(sheet):
            if bottom > head and columns & set(range(left, min(right, left + 200) + 1)):
                place = Place(sheet, top, left)
                at = At(sheet, place.cell, self._rows.label, self._book.own(place).text)
                self._say(at, "merged", Importance.WARNING, _MERGED)

    def _say(self, at: At, rule: str, importance: Importance, wording: Wording) -> None:
        self.findings.append(CellFinding(at, rule, importance, wording))
