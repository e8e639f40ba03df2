"""Sheets become a file: openpyxl's write-only workbook, with rows handed over as finished text and no clock in it.

Why not cell by cell: decision 0050. The same sheets give the same bytes, and nothing is left in temporary files.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice, zip_longest
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.cells import row_text
from clair_desktop.output.excel.guard import escaped
from clair_desktop.output.excel.looks import SAMPLE_INK
from clair_desktop.output.excel.sheets import PRINT_FORM, DropDown, PageMarks, Sheet

_NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_AT_A_TIME = 200  # rows
_A4 = 9
_INCH = 25.4
_LONGEST_MARK = 60  # letters in one corner; a page header takes 255 altogether
_NOT_LISTED = Wording(
    "一覧にない値です。選択肢から選んでください。", "This value is not in the list. Choose one of its entries."
)


class Frame(BytesIO):
    """A sheet's file without its rows, which pass from here straight into the zip."""

    def __init__(self, rows: Iterator[str]) -> None:
        super().__init__()
        self._rows = rows

    def pieces(self) -> Iterator[bytes]:
        """The whole file, a few hundred rows at a time."""
        top, bottom = _NO_ROWS.split(self.getvalue(), maxsplit=1)
        yield top + b"<sheetData>"
        while some := "".join(islice(self._rows, _AT_A_TIME)):
            yield some.encode()
        yield b"</sheetData>" + bottom


class StreamedSheet(WorksheetWriter):  # type: ignore[misc]  # openpyxl ships no types
    """openpyxl's own writer of one sheet's frame; the rows are finished text that is never held whole."""

    def __init__(self, sheet: Any, rows: Iterator[str]) -> None:
        super().__init__(sheet, out=Frame(rows))

    def write_rows(self) -> None:
        self.write_top()
        file = self.xf.send(True)
        with file.element("sheetData"):
            pass
        self.xf.send(None)

    def cleanup(self) -> None:
        self.out.close()


class StillZip(ZipFile):
    """A zip whose members all bear the format's first day, so that the same content gives the same bytes."""

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        if not isinstance(filename, Frame):
            self.writestr(arcname, filename.getvalue())
            return
        with self.open(_member(arcname), "w") as part:
            for piece in filename.pieces():
                part.write(piece)

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_member(zinfo_or_arcname), data)


def _member(name: Any) -> ZipInfo:
    member = ZipInfo(str(name))
    member.compress_type = ZIP_DEFLATED
    member.create_system = 0  # else Windows and Linux differ
    return member


def new_workbook(title: str, made_at: datetime, subject: str) -> Any:
    """An empty write-only workbook that knows its title and its only time."""
    workbook = Workbook(write_only=True)
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.properties = DocumentProperties(
        creator="clair-desktop", title=title, subject=subject or None, created=moment, modified=moment
    )
    return workbook


def add_sheet(workbook: Any, sheet: Sheet, language: Language) -> None:
    """Adds the sheet with everything but its rows, which are taken when the workbook is saved."""
    made = workbook.create_sheet(sheet.name)
    for column, width in enumerate(sheet.widths, start=1):
        made.column_dimensions[get_column_letter(column)].width = width
    made.freeze_panes = sheet.frozen_at
    made.sheet_view.showGridLines = bool(sheet.table)
    if sheet.table:
        made.tables.add(_table(sheet))  # its add_table warns even of a table whose columns are named
    for drop_down in sheet.drop_downs:
        made.data_validations.append(_validation(drop_down, language))
    _set_page(made, sheet)
    tall = zip_longest(sheet.rows, sheet.heights)
    rows = (row_text(number, row, height) for number, (row, height) in enumerate(tall, start=1))
    made._writer = StreamedSheet(made, rows)  # noqa: SLF001  # the only way to give a sheet its own writer


def declare_print_form(workbook: Any, name: str) -> None:
    """The sheet says of itself that it is made to be printed, and that its data stand elsewhere for machines."""
    workbook.defined_names[PRINT_FORM] = DefinedName(PRINT_FORM, attr_text=f"{quote_sheetname(name)}!$A$1")


def save(workbook: Any, file: IO[bytes]) -> None:
    ExcelWriter(workbook, StillZip(file, "w", ZIP_DEFLATED)).save()


def _table(sheet: Sheet) -> Any:
    """An empty table still covers one blank row, as Excel demands."""
    extent = f"A1:{get_column_letter(len(sheet.heads))}{max(2, len(sheet.rows))}"
    return Table(
        displayName=sheet.table,
        name=sheet.table,
        ref=extent,
        autoFilter=AutoFilter(ref=extent),
        tableColumns=[TableColumn(id=number, name=escaped(head)) for number, head in enumerate(sheet.heads, start=1)],
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
    )


def _validation(drop_down: DropDown, language: Language) -> Any:
    letter = get_column_letter(drop_down.column)
    return DataValidation(
        type="list",
        formula1=drop_down.choices,
        sqref=f"{letter}2:{letter}{drop_down.last_row}",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=drop_down.head[:32],
        error=_NOT_LISTED.in_(language),
    )


def _set_page(made: Any, sheet: Sheet) -> None:
    """A4 landscape, all columns on one page's width, as many pages long as it takes."""
    made.sheet_properties.tabColor = sheet.marks.tab_colour
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = _A4
    made.page_setup.fitToWidth = 1
    made.page_setup.fitToHeight = 0
    made.print_title_rows = sheet.title_rows
    made.page_margins = PageMargins(
        left=12 / _INCH, right=12 / _INCH, top=20 / _INCH, bottom=16 / _INCH, header=9 / _INCH, footer=8 / _INCH
    )
    _set_marks(made, sheet.marks)


def _set_marks(made: Any, marks: PageMarks) -> None:
    made.oddHeader.left.text = _mark(marks.programme)
    made.oddHeader.center.text = _mark(marks.sample)
    made.oddHeader.center.font, made.oddHeader.center.size, made.oddHeader.center.color = "-,Bold", 14, SAMPLE_INK
    made.oddHeader.right.text = _mark(marks.branch)
    made.oddFooter.left.text = _mark(marks.name)
    made.oddFooter.center.text = "&P / &N"
    made.oddFooter.right.text = _mark(marks.made_on)


def _mark(text: str) -> str:
    """A text for a page's edge, where & begins an instruction."""
    return text[:_LONGEST_MARK].replace("&", "&&")


def part_named(workbook: Any, name: str) -> str:
    """In which member of the file the sheet stands."""
    return f"xl/worksheets/sheet{workbook.sheetnames.index(name) + 1}.xml"
