"""1,000 cases to headquarters' workbook against loops of openpyxl that write the same cells and check nothing.

Ours guards every text, sets pages, lists and totals, and reads the file back before it counts.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from bench.measure import Measurement, compare
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.output.excel.workbook import write_workbook

_CASES = 1_000
_GOAL = 1.5
_STATES = ("支部受付", "本部提出済", "採択", "交付決定", "実績報告済", "額の確定", "完了")

_COLUMNS = (
    ("case_number", "受付番号", ColumnKind.TEXT),
    ("applicant", "団体コード", ColumnKind.TEXT),
    ("applicant_name", "団体名", ColumnKind.TEXT),
    ("fiscal_year", "実施年度", ColumnKind.TEXT),
    ("title", "事業名", ColumnKind.TEXT),
    ("category", "事業区分", ColumnKind.TEXT),
    ("place", "主たる実施地", ColumnKind.CHOICE),
    ("starts", "実施期間（開始）", ColumnKind.DATE),
    ("ends", "実施期間（終了）", ColumnKind.DATE),
    ("total_cost", "総事業費", ColumnKind.YEN),
    ("eligible_cost", "助成対象経費", ColumnKind.YEN),
    ("requested", "申請額", ColumnKind.YEN),
    ("awarded", "決定額", ColumnKind.YEN),
    ("state", "状態", ColumnKind.CHOICE),
    ("received_on", "受付日", ColumnKind.DATE),
    ("transmitted_on", "本部提出日", ColumnKind.DATE),
    ("document_number", "文書番号", ColumnKind.TEXT),
    ("section", "所属", ColumnKind.TEXT),
    ("phone", "電話", ColumnKind.TEXT),
)


def cases() -> FilledWorkbook:
    """A year of 1,000 grant cases in the columns of the grant's register."""
    columns = [
        FilledColumn(
            key, same(head), kind, 16, _STATES if key == "state" else ("海外", "国内") if key == "place" else ()
        )
        for key, head, kind in _COLUMNS
    ]
    register = FilledRegister("cases", Wording("案件一覧", "Cases"), columns, list(_rows()))
    meta = [("made_at", "2026-11-20T10:30:00+09:00"), ("fiscal_year", "令和8年度"), ("branch", "宮城県支部")]
    return FilledWorkbook(Wording("経済活動助成事業", "Economic activity grants"), [register], meta, False)


def _rows() -> Iterator[tuple[object, ...]]:
    for number in range(_CASES):
        begun = date(2026, 4, 1) + timedelta(days=number % 200)
        yield (
            *(f"R8-{number + 1:04d}", "222101", "静岡県富士市", "令和8年度"),
            *("富士のほうじ茶をはじめとした富士市特産品海外販路開拓事業", "海外販路開拓", "海外"),
            *(begun, begun + timedelta(days=90), 4_800_000 + number, 4_200_000, 2_100_000, 2_000_000),
            *(_STATES[number % 7], begun, begun + timedelta(days=7), f"国際第{number}号", "農政担当課", "0545-55-0123"),
        )


def run() -> Iterable[Measurement]:
    workbook = cases()
    with tempfile.TemporaryDirectory() as folder:
        ours, floor = Path(folder, "ours.xlsx"), Path(folder, "floor.xlsx")
        write_workbook(workbook, ours, Language.JA)
        sheets, styles = _written_cells(ours)
        yield compare(
            f"export of {_CASES:,} cases",
            lambda: write_workbook(workbook, ours, Language.JA),
            lambda: _append_styled(sheets, styles, floor),
            _GOAL,
            note="against the same cells in the same styles",
        )
        yield compare(
            f"export of {_CASES:,} cases",
            lambda: write_workbook(workbook, ours, Language.JA),
            lambda: _append_bare(sheets, floor),
            _GOAL,
            note="against the same values without any style",
        )


Sheets = Sequence[Sequence[Sequence[object]]]


def _written_cells(path: Path) -> tuple[Sheets, list[list[list[Any]]]]:
    """Every value that our workbook holds, sheet by sheet, and its font, fill, border, alignment and number format."""
    book = load_workbook(path)
    values = [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book]
    styles = [[list(row) for row in sheet.iter_rows()] for sheet in book]
    return values, styles


def _append_bare(sheets: Sheets, path: Path) -> None:
    book = Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)


def _append_styled(sheets: Sheets, styles: list[list[list[Any]]], path: Path) -> None:
    """The quickest ordinary loop: one style array per kind of cell, shared by all of them."""
    book = Workbook(write_only=True)
    for rows, looks in zip(sheets, styles, strict=True):
        sheet = book.create_sheet()
        shared: dict[int, Any] = {}
        for row, look in zip(rows, looks, strict=True):
            cells = []
            for value, styled in zip(row, look, strict=True):
                cell = WriteOnlyCell(sheet, value)
                style = shared.get(styled.style_id) or shared.setdefault(styled.style_id, _copied(styled, sheet))
                cell._style = style  # noqa: SLF001  # openpyxl's known short cut
                cells.append(cell)
            sheet.append(cells)
    book.save(path)


def _copied(styled: Any, sheet: Any) -> Any:
    cell = WriteOnlyCell(sheet)
    for part in ("font", "fill", "border", "alignment", "number_format"):
        setattr(cell, part, copy(getattr(styled, part)))
    return cell._style  # noqa: SLF001
