"""経費内訳書 as a workbook of one printable sheet, with formulas (計算あり) or with the typed amounts (計算なし).

Both variants stand cell for cell in the same places, and every formula carries the number it gives.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import cast

from clair_desktop.domain.cost_sheet import VARIANT_WORDS, CostLine, CostSheet, Variant
from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.fields import Choice, Field, Rows, Yen
from clair_desktop.domain.parties import Names
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel import package, verify
from clair_desktop.output.excel.cells import Cell, Formula, Look, Value, letters, number
from clair_desktop.output.excel.guard import Place, guarded
from clair_desktop.output.excel.looks import SAMPLE_INK, Looks, looks
from clair_desktop.output.excel.meta_sheet import SAMPLE
from clair_desktop.output.excel.sheets import PageMarks, Sheet
from clair_desktop.output.excel.target import whole_file, write_through
from clair_desktop.output.excel.text_width import lines_taken, text_width

_NAME = Wording("経費内訳書", "Cost breakdown")
_TOTAL, _ELIGIBLE = Wording("総事業費", "Total cost"), Wording("うち助成対象経費", "of which eligible")
_FUNDING, _FUNDING_TOTAL = Wording("財源内訳", "Funding"), Wording("財源の合計", "Total of the funding")
_REQUESTED = Wording("助成金申請額", "Amount requested")
_YEN = Wording("（円）", " (JPY)")
_FUNCTIONS = {Rounding.DOWN: "ROUNDDOWN", Rounding.NEAREST: "ROUND", Rounding.UP: "ROUNDUP"}
_ALWAYS = frozenset({"detail", "unit_price", "quantity", "unit", "times"})
_NARROWEST, _WIDEST, _MARGIN = 8, 34, 2  # of a column, in half-width letters
_LINE, _AIR, _TALLEST = 13.0, 5.0, 409.0  # points of a row: a line of text, what is left around, what Excel shows
_HEAD_ROW = 6
_TAB = "1F4E79"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostWorkbook:
    """A case's sheet and what stands above it: programme and year, applicant, title; ``made_on`` is an ISO day."""

    sheet: CostSheet
    costs: Rows
    funding: Rows
    headings: tuple[str, str, str]
    branch: str
    made_on: str
    sample: bool


@dataclass(frozen=True, slots=True)
class WrittenCosts:
    """The file's hash, and the totals that both variants hold, in yen."""

    sha256: str
    total_cost: int
    eligible_cost: int
    requested: int


def write_cost_sheet(
    workbook: CostWorkbook, variant: Variant, path: Path, language: Language, names: Names
) -> WrittenCosts:
    """Write, read back, and only then put the file in its place; a ``Refusal`` leaves what was there."""
    title = f"{_NAME.in_(language)}（{VARIANT_WORDS[variant].in_(language)}）"
    sample = SAMPLE.in_(language) if workbook.sample else ""
    book = package.new_workbook(title, datetime.fromisoformat(workbook.made_on), sample)
    layout = _Layout(workbook, variant, language, names, looks(book, language, sample=workbook.sample))
    rows = layout.rows(title)
    widths = _widths(rows[_HEAD_ROW - 1 :])
    marks = PageMarks(
        programme=workbook.headings[0],
        branch=workbook.branch,
        name=title,
        made_on=workbook.made_on,
        sample=sample,
        tab_colour=SAMPLE_INK if workbook.sample else _TAB,
    )
    name = _NAME.in_(language)
    sheet = Sheet(
        name=name,
        rows=rows,
        widths=widths,
        heights=[_height(row, widths) if place >= _HEAD_ROW - 1 else _LINE + _AIR for place, row in enumerate(rows)],
        frozen_at=f"A{_HEAD_ROW + 1}",
        title_rows=f"{_HEAD_ROW}:{_HEAD_ROW}",
        marks=marks,
    )
    package.add_sheet(book, sheet, language)
    package.declare_print_form(book, name)
    with whole_file(path) as part:
        write_through(part, partial(package.save, book))
        _read_back(part, path, package.part_named(book, name), rows)
        sha256 = hashlib.sha256(part.read_bytes()).hexdigest()
    reckoned = workbook.sheet
    return WrittenCosts(sha256, reckoned.total_cost, reckoned.eligible_cost, reckoned.requested)


class _Layout:
    """The rows of cells, every one as wide as the table."""

    def __init__(
        self, workbook: CostWorkbook, variant: Variant, language: Language, names: Names, styles: Looks
    ) -> None:
        self._workbook = workbook
        self._reckons = variant is Variant.RECKONED
        self._language = language
        self._names = names
        self._styles = styles
        lines = workbook.sheet.lines
        self._columns = [
            one
            for one in workbook.costs.columns
            if one.required or one.key in _ALWAYS or any(one.key in line.row for line in lines)
        ]
        self._letters = {column.key: letters(place) for place, column in enumerate(self._columns, start=2)}

    def rows(self, title: str) -> list[list[Cell]]:
        sheet, styles = self._workbook.sheet, self._styles
        rows = [self._row({"": title}, styles.title)]
        rows += [self._row({"": self._text(heading, _NAME, 2)}, styles.subtitle) for heading in self._workbook.headings]
        rows += [self._row({}, styles.subtitle), self._heads(self._columns)]
        first = len(rows) + 1
        rows += [self._line(number, first + number - 1, line) for number, line in enumerate(sheet.lines, start=1)]
        rows += self._totals(first, len(rows))
        rows += [self._row({}, styles.subtitle), self._row({"": _FUNDING.in_(self._language)}, styles.subtitle)]
        rows.append(self._funding_heads())
        first = len(rows) + 1
        rows += [self._source(number, row) for number, row in enumerate(sheet.funding, start=1)]
        rows += self._funding_totals(first, len(rows))
        return rows

    def _row(self, values: Mapping[str, Value | Formula], look: Look, amount: Look | None = None) -> list[Cell]:
        """A row with values by column; "" is the first column, and amounts have a look of their own."""
        keys = ["", *(column.key for column in self._columns)]
        return [Cell(values.get(key), amount if amount and key == "amount" else look) for key in keys]

    def _heads(self, columns: Sequence[Field]) -> list[Cell]:
        heads: dict[str, Value | Formula] = {"": "No."}
        for column in columns:
            unit = _YEN.in_(self._language) if isinstance(column, Yen) else ""
            heads[column.key] = column.label.in_(self._language) + unit
        return self._row(heads, self._styles.printed_head)

    def _line(self, number_: int, at: int, line: CostLine) -> list[Cell]:
        cells = [Cell(number_, self._styles.printed_number)]
        for column in self._columns:
            value = self._shown(column, line.row.get(column.key), at)
            look = self._styles.printed_text
            if isinstance(value, float):
                look = self._styles.printed_fraction
            elif isinstance(value, int):
                look = self._styles.printed_number
            if column.key == "amount" and self._reckons:
                cells.append(Cell(self._reckoned(at, line), self._styles.printed_number))
            else:
                cells.append(Cell(value, look))
        return cells

    def _shown(self, column: Field, value: object, at: int) -> Value:
        if value is None:
            return None
        if isinstance(value, int | Fraction):
            return number(value)
        return self._text(column.printed(value, self._language, self._names), column.label, at)

    def _text(self, text: str, column: Wording, at: int) -> str | None:
        return guarded(text, Place(_NAME, column, at)) or None

    def _reckoned(self, at: int, line: CostLine) -> Value | Formula:
        """The amount as a formula over its own row; an amount that no factor gives stays as typed."""
        where = {key: f"{letter}{at}" for key, letter in self._letters.items()}
        if line.converts:
            per = str(line.row.get("rate_per", "1"))
            exact = f"ROUND({where['foreign_amount']}*{where['rate']}/{per},8)"
            return Formula(f"{_FUNCTIONS[line.rounding]}({exact},0)", line.amount)
        if line.multiplies:
            times = f"*{where['times']}" if "times" in line.row else ""
            return Formula(f"ROUND({where['unit_price']}*{where['quantity']}{times},0)", line.amount)
        return line.amount

    def _totals(self, first: int, last: int) -> Iterator[list[Cell]]:
        sheet, amounts = self._workbook.sheet, self._range("amount", first, last)
        eligible = cast(Choice, self._workbook.costs.column("eligibility")).option("eligible").label
        criterion = f'SUMIF({self._range("eligibility", first, last)},"{eligible.in_(self._language)}",{amounts})'
        yield self._total(_TOTAL, sheet.total_cost, f"SUM({amounts})")
        yield self._total(_ELIGIBLE, sheet.eligible_cost, criterion)

    def _total(self, name: Wording, amount: int, formula: str) -> list[Cell]:
        value: Value | Formula = Formula(formula, amount) if self._reckons else amount
        values: dict[str, Value | Formula] = {"cost_item": name.in_(self._language), "amount": value}
        return self._row(values, self._styles.total_text, self._styles.total_number)

    def _range(self, column: str, first: int, last: int) -> str:
        return f"{self._letters[column]}{first}:{self._letters[column]}{last}"

    def _funding_heads(self) -> list[Cell]:
        columns = {column.key: column for column in self._workbook.funding.columns}
        amount = columns["amount"].label.in_(self._language) + _YEN.in_(self._language)
        heads: dict[str, Value | Formula] = {
            "": "No.",
            "cost_item": columns["source"].label.in_(self._language),
            "detail": columns["detail"].label.in_(self._language),
            "amount": amount,
        }
        return self._row(heads, self._styles.printed_head)

    def _source(self, number_: int, row: Mapping[str, object]) -> list[Cell]:
        """Funding stands under the costs' columns: the source under the item, the amount under the amount."""
        columns = {column.key: column for column in self._workbook.funding.columns}
        shown = {key: self._shown(columns[key], row.get(key), number_) for key in columns}
        values: dict[str, Value | Formula] = {
            "": number_,
            "cost_item": shown["source"],
            "detail": shown["detail"],
            "amount": shown["amount"],
        }
        return self._row(values, self._styles.printed_text, self._styles.printed_number)

    def _funding_totals(self, first: int, last: int) -> Iterator[list[Cell]]:
        sheet = self._workbook.sheet
        yield self._total(_FUNDING_TOTAL, sheet.total_cost, f"SUM({self._range('amount', first, last)})")
        values: dict[str, Value | Formula] = {
            "cost_item": _REQUESTED.in_(self._language),
            "amount": sheet.requested,
        }
        yield self._row(values, self._styles.total_text, self._styles.total_number)


def _widths(table: Sequence[Sequence[Cell]]) -> list[float]:
    """What every column's longest text wants, within reason; the first holds running numbers."""
    longest = [max(text_width(_words(cell.value)) for cell in column) for column in zip(*table, strict=True)]
    return [5.0, *(float(max(_NARROWEST, min(_WIDEST, length + _MARGIN))) for length in longest[1:])]


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Spreadsheets do not make room for a text of two lines by themselves."""
    texts = zip((_words(cell.value) for cell in row), widths, strict=True)
    return min(_TALLEST, max(lines_taken(text, int(width) - 1) for text, width in texts) * _LINE + _AIR)


def _words(value: Value | Formula) -> str:
    given = _given(value)
    return f"{given:,}" if isinstance(given, int | float) else str(given or "")


def _read_back(part: Path, target: Path, member: str, rows: Sequence[Sequence[Cell]]) -> None:
    """Every cell as it is on the disk, formulas by what they give, against what it should be."""
    verify.check_whole(part, target)
    found = list(verify.rows_in(part, member, [False] * len(rows[0])))
    wanted = [[_given(cell.value) for cell in row] for row in rows]
    if found != wanted:
        raise verify.unlike(target, _NAME.ja)


def _given(value: Value | Formula) -> Value:
    if isinstance(value, Formula):
        return value.value
    return value or None if isinstance(value, str | date) else value
