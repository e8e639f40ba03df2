"""The workbook a municipality fills in, made of the programme's own questions: it checks while it is typed.

No macros and no links; every answer's cell has a name, so that moved, renamed and sorted sheets are read all the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.fields import Choice, Field, Section
from clair_desktop.domain.intake import SEAL, meta_name, seal
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel.intake_looks import FormLooks, put
from clair_desktop.output.excel.target import whole_file, write_through
from clair_desktop.output.excel.verify import check_whole

_INCH = 25.4
_LISTS, _META = Wording("選択肢", "Lists"), "meta"
_META_NOTE = Wording(
    "取込みに使う情報です。変更しないでください。", "The program reads these lines back. Please leave them as they are."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeForm:
    """One programme, year and municipality; ``authorities`` and ``countries`` are the names a cell may take."""

    title: Wording
    body_name: Wording
    branch: Wording
    sections: Sequence[Section]
    prefilled: Mapping[str, str]
    authorities: Sequence[str]
    countries: Sequence[str]
    rounding: Rounding
    meta: Mapping[str, str]
    made_on: str
    sample: bool
    language: Language

    def say(self, wording: Wording) -> str:
        return wording.in_(self.language)


class FormBook:
    """The workbook being made: names, lists and looks that all its sheets share."""

    def __init__(self, form: IntakeForm) -> None:
        self.form = form
        self.book: Any = Workbook()
        self.book.remove(self.book.active)
        self.looks = FormLooks()
        self._lists: dict[tuple[str, ...], str] = {}

    def sheet(self, name: str, widths: Sequence[float], *, landscape: bool) -> Any:
        """A protected sheet of A4 in which only the cells to fill in are open."""
        made = self.book.create_sheet(name)
        for column, width in enumerate(widths, start=1):
            made.column_dimensions[get_column_letter(column)].width = width
        made.protection.sheet = True  # against slips of the hand; there is no password
        made.protection.formatColumns = made.protection.formatRows = made.protection.insertRows = False
        made.sheet_view.showGridLines = False
        self._set_page(made, landscape)
        return made

    def name(self, name: str, sheet: Any, cell: str) -> None:
        """Names a cell or a range for the program that reads the workbook back."""
        place = ":".join(_absolute(part) for part in cell.split(":"))
        self.book.defined_names[name] = DefinedName(name, attr_text=f"{quote_sheetname(sheet.title)}!{place}")

    def listed(self, choices: Sequence[str]) -> str:
        """The name of a range that holds these choices; written words in a drop-down end at 255 characters."""
        return self._lists.setdefault(tuple(choices), f"list_{len(self._lists) + 1}")

    def finish(self) -> bytes:
        self._write_lists()
        self._write_meta()
        self.book.active = 0
        held = BytesIO()
        self.book.save(held)
        return held.getvalue()

    def _write_lists(self) -> None:
        made = self.sheet(self.form.say(_LISTS), [28.0] * len(self._lists), landscape=True)
        made.sheet_state = "hidden"  # two thousand names that nobody need print or read
        for column, (choices, name) in enumerate(self._lists.items(), start=1):
            for row, choice in enumerate(choices, start=1):
                put(made, f"{get_column_letter(column)}{row}", choice, self.looks.note)
            letter = get_column_letter(column)
            self.name(name, made, f"{letter}1:{letter}{len(choices)}")

    def _write_meta(self) -> None:
        made = self.sheet(_META, (20, 70), landscape=False)
        put(made, "A1", self.form.say(_META_NOTE), self.looks.line)
        facts = {**self.form.meta, SEAL: seal(self.form.meta)}
        for row, (key, value) in enumerate(facts.items(), start=2):
            put(made, f"A{row}", key, self.looks.note)
            put(made, f"B{row}", value, self.looks.note)
            self.name(meta_name(key), made, f"B{row}")

    def _set_page(self, made: Any, landscape: bool) -> None:
        made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        made.page_setup.orientation = "landscape" if landscape else "portrait"
        made.page_setup.paperSize = 9
        made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
        made.page_margins = PageMargins(
            left=12 / _INCH, right=12 / _INCH, top=18 / _INCH, bottom=16 / _INCH, header=8 / _INCH, footer=8 / _INCH
        )
        made.oddHeader.left.text = _mark(self.form.say(self.form.title))
        made.oddHeader.right.text = _mark(self.form.say(self.form.body_name))
        made.oddFooter.center.text = "&P / &N"
        made.oddFooter.right.text = _mark(self.form.made_on)
        if self.form.sample:
            made.oddHeader.center.text = _mark(self.form.say(Wording("見本", "SAMPLE")))


def write_intake_form(form: IntakeForm, path: Path) -> None:
    """Write the workbook whole or not at all."""
    from clair_desktop.output.excel import intake_entry, intake_tables

    book = FormBook(form)
    tables = intake_tables.planned(book)
    intake_entry.add_instructions(book, tables)
    intake_entry.add_entry(book, tables)
    for table in tables:
        intake_tables.add_table(book, table)
    content = book.finish()
    with whole_file(path) as part:
        write_through(part, lambda file: _put(file, content))
        check_whole(part, path)


def choices_of(book: FormBook, asked: Field) -> str:
    """The named range a cell's drop-down takes its words from; empty where there is none."""
    if isinstance(asked, Choice):
        return book.listed([option.label.in_(book.form.language) for option in asked.options])
    if isinstance(asked, Country):
        return book.listed(book.form.countries)
    return book.listed(book.form.authorities) if isinstance(asked, Authority) else ""


def is_asked_at_once(field: Field) -> bool:
    return field.required and field.required_when is None


def _put(file: Any, content: bytes) -> None:
    file.write(content)


def _absolute(cell: str) -> str:
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell[len(letters) :]}"


def _mark(text: str) -> str:
    return text[:60].replace("&", "&&")
