"""Workbooks as they come back from municipalities: handed out, filled in by test code, and spoilt in every odd way."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import coordinate_to_tuple

from clair_desktop.domain.fields import Choices, Rows
from clair_desktop.domain.intake import column_name, field_name, option_name
from clair_desktop.services.intake import Intake
from clair_desktop.services.office import Office

GRANT = "exchange_grant"
SENDAI = "041009"
MEMORIAL: Mapping[str, object] = {
    "applicant_kind": "地方公共団体",
    "representative": "仙台市長　髙﨑 𠮷郎",
    "section": "文化観光局 交流企画課",
    "contact": "主事　葛󠄀西 花子",
    "phone": "022-214-0000",
    "email": "koryu@example.jp",
    "joint": "単独",
    "title": "姉妹都市提携70周年記念事業",
    "category": ("sister_anniversary", "youth"),
    "starts": date(2026, 5, 1),
    "ends": date(2026, 11, 30),
    "purpose": "市民の相互訪問により、\n交流を次の世代へつなぐ。",
    "total_cost": 1_200_000,
    "eligible_cost": 1_000_000,
    "requested": 500_000,
    "places": [{"country": "アメリカ合衆国", "area": "リバーサイド市", "partner": "姉妹都市委員会"}],
    "cost_breakdown": [
        {"cost_item": "旅費", "unit_price": 50_000, "quantity": 20, "amount": 1_000_000, "eligibility": "対象"},
        {"cost_item": "食糧費", "amount": 200_000, "eligibility": "対象外"},
    ],
    "funding": [
        {"source": "助成金（申請額）", "amount": 500_000},
        {"source": "一般財源", "amount": 700_000},
    ],
}


class Form:
    """A workbook handed out, open for writing by the names of its cells."""

    def __init__(self, office: Office, path: Path, programme: str = GRANT, year: int = 2026) -> None:
        self.office, self.path = office, path
        self.edition = office.edition(programme, year)
        self.made = office.intake_forms.write(programme, year, path, body=SENDAI)
        self.book: Any = load_workbook(path)

    def at(self, name: str) -> tuple[Any, int, int]:
        sheet, _, cell = self.book.defined_names[name].attr_text.rpartition("!")
        row, column = coordinate_to_tuple(cell.replace("$", ""))
        return self.book[sheet.strip("'")], row, column

    def cell(self, key: str) -> Any:
        sheet, row, column = self.at(field_name(key))
        return sheet.cell(row, column)

    def row_cell(self, table: str, column: str, number: int, variant: str = "t") -> Any:
        sheet, row, place = self.at(column_name(variant, table, column))
        return sheet.cell(row + number, place)

    def fill(self, answers: Mapping[str, object]) -> "Form":
        for key, value in answers.items():
            asked = self.edition.field(key)
            if isinstance(asked, Rows):
                self._rows(key, value)  # type: ignore[arg-type]  # rows are given as rows
            elif isinstance(asked, Choices):
                for option in value:  # type: ignore[attr-defined]  # options are given as a tuple
                    sheet, row, column = self.at(option_name(key, option))
                    sheet.cell(row, column).value = "○"
            else:
                put(self.cell(key), value)
        return self

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path

    def _rows(self, key: str, rows: Sequence[Mapping[str, object]]) -> None:
        for number, row in enumerate(rows, start=1):
            for column, value in row.items():
                put(self.row_cell(key, column, number), value)


def put(cell: Any, value: object) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def parts(path: Path, change: Callable[[str, bytes], bytes | None], **added: bytes) -> Path:
    """The file with each part changed, or left out for None, and others added."""
    held = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in added.items():
            new.writestr(name.replace("__", "/"), content)
    path.write_bytes(held.getvalue())
    return path


def rules(intake: Intake, importance: str | None = None) -> set[str]:
    return {one.rule for one in intake.findings if importance in (None, one.importance.value)}


def told(intake: Intake, rule: str) -> tuple[str, str, str]:
    """Sheet, cell and value of the one finding of this rule."""
    (found,) = [one for one in intake.findings if one.rule == rule]
    return found.at.sheet, found.at.cell, found.at.value
