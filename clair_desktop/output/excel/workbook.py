"""Headquarters' workbook: for each register a flat data sheet and a printable one, then lists and meta."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.registers import FilledWorkbook, RowsInTurn
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.output.excel import package, verify
from clair_desktop.output.excel.data_sheet import DataTable, data_sheet, data_table, fingerprint
from clair_desktop.output.excel.lists_sheet import choice_ranges, lists_sheet
from clair_desktop.output.excel.looks import SAMPLE_INK, Looks, looks
from clair_desktop.output.excel.meta_sheet import SAMPLE, made_at, meta_count, meta_lines, meta_sheet, told
from clair_desktop.output.excel.printable import printable_sheet
from clair_desktop.output.excel.ready import ReadyRegister, ready
from clair_desktop.output.excel.sheets import LISTS, META, PageMarks, Sheet, printable_name, sheet_name
from clair_desktop.output.excel.target import whole_file, write_through
from clair_desktop.output.excel.written import WrittenWorkbook

_DATA, _PAPER, _BEHIND = "1F4E79", "7F7F7F", "BFBFBF"  # colours of the tabs
_MARKED = Wording("【{}】", "[{}]")

Progress = Callable[[int], None]


def write_workbook(
    workbook: FilledWorkbook,
    path: Path,
    language: Language,
    progress: Progress = lambda _: None,
    *,
    on_paper: bool = True,
) -> WrittenWorkbook:
    """Writes, reads back and only then puts the file in its place; a ``Refusal`` leaves what was there.

    ``workbook.meta`` must say ``made_at`` or ``made_on`` (ISO 8601); its ``programme_name``, ``fiscal_year`` and
    ``branch`` stand on every page. Tables too long for anybody's paper are written without their printable sheets.
    """
    tables = [data_table(ready(register, language), language) for register in workbook.registers]
    progress(10)
    book = _assembled(workbook, tables, language, on_paper=on_paper)
    progress(20)
    with whole_file(path) as part:
        write_through(part, lambda file: package.save(book, file))
        progress(70)
        _read_back(part, path, book, tables)
        progress(95)
        sha256 = hashlib.sha256(part.read_bytes()).hexdigest()
    progress(100)
    return WrittenWorkbook(
        sha256,
        {table.register.key: len(table.rows) for table in tables},
        {table.register.key: table.tally.totals for table in tables},
        str(meta_lines(workbook, tables, language)[-1][-1]),
    )


def _assembled(workbook: FilledWorkbook, tables: Sequence[DataTable], language: Language, *, on_paper: bool) -> Any:
    """The workbook as openpyxl has it, with every sheet in place, ready to save."""
    sample = SAMPLE.in_(language) if workbook.sample else ""
    book = package.new_workbook(workbook.title.in_(language), made_at(workbook), sample)
    styles = looks(book, language, sample=workbook.sample)
    for sheet in _sheets(workbook, tables, language, styles, on_paper=on_paper):
        package.add_sheet(book, sheet, language)
    return book


def _sheets(
    workbook: FilledWorkbook, tables: Sequence[DataTable], language: Language, styles: Looks, *, on_paper: bool
) -> Iterator[Sheet]:
    """Data before paper: a program that reads the first sheet only gets the right one."""
    registers = [table.register for table in tables]
    ranges = choice_ranges(registers)
    names = [LISTS, META, *(sheet_name(register.key) for register in registers)]
    for table in tables:
        name = printable_name(table.register.name.in_(language), names)
        names.append(name)
        marks = _marks(workbook, language, name)
        yield data_sheet(table, styles, ranges, marks(_DATA))
        heading = _heading(workbook, table.register, language)
        if on_paper:
            yield printable_sheet(table.register, language, styles, heading, marks(_PAPER))
    behind = _marks(workbook, language, workbook.title.in_(language))(_BEHIND)
    yield lists_sheet(registers, styles, behind)
    lines = RowsInTurn(meta_count(workbook, tables), lambda: iter(meta_lines(workbook, tables, language)))
    yield meta_sheet(lines, language, styles, behind)


def _heading(workbook: FilledWorkbook, register: ReadyRegister, language: Language) -> str:
    sample = _MARKED.in_(language).format(SAMPLE.in_(language)) if workbook.sample else ""
    return " ".join(filter(None, (sample, workbook.title.in_(language), register.name.in_(language))))


def _marks(workbook: FilledWorkbook, language: Language, name: str) -> Callable[[str], PageMarks]:
    """The marks of a sheet, once its tab's colour is known; all tabs of a sample are red."""
    return lambda colour: PageMarks(
        programme=" ".join(filter(None, (_programme(workbook), told(workbook, "fiscal_year")))),
        branch=told(workbook, "branch"),
        name=name,
        made_on=printed_date(made_at(workbook).date(), language),
        sample=SAMPLE.in_(language) if workbook.sample else "",
        tab_colour=SAMPLE_INK if workbook.sample else colour,
    )


def _programme(workbook: FilledWorkbook) -> str:
    return told(workbook, "programme_name") or told(workbook, "programme")


def _read_back(part: Path, target: Path, book: Any, tables: Sequence[DataTable]) -> None:
    """Every cell of every data sheet as it is on the disk, against what it should be: rows and totals agree with it."""
    verify.check_whole(part, target)
    for table in tables:
        name = sheet_name(table.register.key)
        try:
            found = fingerprint(verify.rows_in(part, package.part_named(book, name), table.days))
        except ValueError as fault:  # misspelled, or no UTF-8
            raise verify.unlike(target, name) from fault
        if found != table.tally.fingerprint:
            raise verify.unlike(target, name)
