"""A register as headquarters sends it back: the very file that was handed out, changed by other hands."""

from pathlib import Path

import openpyxl

from clair_desktop.services.office import Office
from tests.services.casework import GRANT, grant

HEADS = {
    "outcome": "本部の決定",
    "amount": "決定した額（円）",
    "conditions": "条件・理由",
    "number": "本部の文書番号",
    "on": "決定日",
}


def transmitted(office: Office, *titles: str) -> list[str]:
    """Grants that lie at headquarters; their numbers."""
    numbers = []
    for place, title in enumerate(titles, start=1):
        sheet = grant(office, title=title)
        office.steps.take(sheet.number, "transmit", document_number=f"国際第{100 + place}号")
        numbers.append(sheet.number)
    return numbers


class Returned:
    """The register, with what headquarters did to it."""

    def __init__(self, office: Office, folder: Path, programme: str = GRANT, year: int = 2025) -> None:
        self.path = office.registers.export(programme, year, folder).path
        self.book = openpyxl.load_workbook(self.path)

    def answer(self, case: str, /, *, part: str = "", **told: object) -> "Returned":
        """Fills headquarters' columns of a case's row."""
        sheet = self.book["data_answers"]
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, 1).value == case and (not part or part in [c.value for c in sheet[row]]):
                for key, value in told.items():
                    sheet.cell(row, self.column("answers", HEADS[key])).value = value
        return self

    def column(self, register: str, head: str) -> int:
        return [cell.value for cell in self.book[f"data_{register}"][1]].index(head) + 1

    def put(self, register: str, number: str, head: str, value: object) -> "Returned":
        """Changes a cell of a case's first row."""
        sheet = self.book[f"data_{register}"]
        row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == number)
        sheet.cell(row, self.column(register, head)).value = value
        return self

    def rows(self, register: str) -> list[list[object]]:
        return [[cell.value for cell in row] for row in self.book[f"data_{register}"].iter_rows(min_row=2)]

    def rewrite(self, register: str, rows: list[list[object]]) -> "Returned":
        """The table's rows anew; its frame is left to whoever opens the file."""
        sheet = self.book[f"data_{register}"]
        formats = [cell.number_format for cell in sheet[2]]
        sheet.delete_rows(2, sheet.max_row)
        for row, values in enumerate(rows, start=2):
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = value
                sheet.cell(row, column).number_format = formats[column - 1]
        return self

    def save(self, path: Path | None = None) -> Path:
        for sheet in self.book:
            for name in list(sheet.tables):
                del sheet.tables[name]
        self.book.save(path or self.path)
        return path or self.path
