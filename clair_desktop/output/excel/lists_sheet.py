"""The sheet of choices that drop-downs refer to by range: a list inside a cell's rule may hold 255 letters only."""

from collections.abc import Sequence

from clair_desktop.output.excel.cells import Cell
from clair_desktop.output.excel.looks import Looks
from clair_desktop.output.excel.ready import ReadyRegister
from clair_desktop.output.excel.sheets import LISTS, PageMarks, Sheet

HEADS = ("register", "column", "choice")  # the same in both languages: programs read them


def choice_ranges(registers: Sequence[ReadyRegister]) -> dict[tuple[str, ...], str]:
    """Where each set of choices stands; a set that several columns share stands once."""
    ranges: dict[tuple[str, ...], str] = {}
    begin = 2
    for choices in (column.choices for register in registers for column in register.columns):
        if choices and choices not in ranges:
            ranges[choices] = f"{LISTS}!$C${begin}:$C${begin + len(choices) - 1}"
            begin += len(choices)
    return ranges


def lists_sheet(registers: Sequence[ReadyRegister], looks: Looks, marks: PageMarks) -> Sheet:
    rows = [[Cell(head, looks.head) for head in HEADS]]
    written: set[tuple[str, ...]] = set()
    for register in registers:
        for column in register.columns:
            if column.choices not in written:
                written.add(column.choices)
                rows += [
                    [Cell(text, looks.text) for text in (register.key, column.key, choice)] for choice in column.choices
                ]
    return Sheet(
        name=LISTS,
        rows=rows,
        widths=(20, 24, 40),
        frozen_at="A2",
        table="table_lists",
        heads=HEADS,
        title_rows="1:1",
        marks=marks,
    )
