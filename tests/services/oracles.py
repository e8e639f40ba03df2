"""Other readers held against ours: python-calamine for every cell, LibreOffice for what it saves again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum

from clair_desktop.output.excel import foreign
from clair_desktop.output.excel.plain_table import cell_name

Plain = tuple[str, object]
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA")


def unlike_calamine(path: Path) -> Iterator[str]:
    """Every cell whose value differs, after the differences that are known and have their reason (``_reason``)."""
    ours, theirs = our_cells(path), calamine_cells(path)
    for sheet in {**ours, **theirs}:
        mine, other = ours.get(sheet, {}), theirs.get(sheet, {})
        for at in {**mine, **other}:
            before, after = mine.get(at), other.get(at)
            if before != after and not _reason(before, after):
                yield f"{path.name} {sheet}!{at}: we read {before}, calamine {after}"


def our_cells(path: Path) -> Mapping[str, Mapping[str, Plain]]:
    told = foreign.read({"path": str(path)}, lambda _: None)
    return {
        one["name"]: {at: plain for at, cell in one["cells"].items() if (plain := _ours(cell))}
        for one in told["sheets"]
    }


def calamine_cells(path: Path) -> Mapping[str, Mapping[str, Plain]]:
    book = CalamineWorkbook.from_path(path)
    sheets = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    return {name: dict(_theirs(book, name)) for name in sheets}


def _theirs(book: CalamineWorkbook, name: str) -> Iterator[tuple[str, Plain]]:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        return
    top, left = sheet.start
    for row, cells in enumerate(sheet.to_python(skip_empty_area=True), start=top + 1):
        for column, value in enumerate(cells, start=left + 1):
            if value != "":
                yield cell_name(row, column), _told(value)


def _told(value: object) -> Plain:
    if isinstance(value, bool):
        return "b", value
    if isinstance(value, int | float):
        return "n", float(value)
    if isinstance(value, datetime | date):
        return "d", value.isoformat()[:10]
    if isinstance(value, time):
        return "t", f"{value.hour:02}:{value.minute:02}"
    if isinstance(value, timedelta):
        return "span", value / timedelta(days=1)
    return ("e", value) if value in _ERRORS else ("s", value)


def _ours(cell: Sequence[object]) -> Plain | None:
    kind, text = str(cell[0]), str(cell[1])
    if not text:
        return None
    if kind in ("n", "bad_day"):
        return kind, float(text)
    return ("b", text == "1") if kind == "b" else (kind, text)


def _reason(ours: Plain | None, theirs: Plain | None) -> str:
    """Why a difference is known and harmless; "" where it is not."""
    return next((why for applies, why in _KNOWN if applies(ours or ("", ""), theirs or ("", ""))), "")


def _same_but_for_white_space(ours: Plain, theirs: Plain) -> bool:
    return {ours[0], theirs[0]} <= {"s", ""} and str(ours[1]).strip() == str(theirs[1]).strip()


_KNOWN: Sequence[tuple[Callable[[Plain, Plain], bool], str]] = (
    (
        lambda ours, theirs: ours[0] == "e" and theirs[0] == "",
        "an error value: calamine's list leaves it out, we name it, and the intake refuses it",
    ),
    (
        _same_but_for_white_space,
        "white space around a text that does not ask for it to be kept: we keep it, calamine does not",
    ),
    (
        lambda ours, theirs: ours[0] == "bad_day" and theirs[0] in ("n", "t", "d"),
        "a number before March 1900 in the format of a day: no day that Excel can tell, and the intake says so",
    ),
    (
        lambda ours, theirs: theirs[0] == "span" and ours[0] in ("t", "d", "n", "bad_day"),
        "a length of time such as [h]:mm: the intake asks for none, and takes the clock or the number",
    ),
    (
        lambda ours, theirs: ours[0] == "s" and theirs == ("e", ours[1]),
        "a text spelled like an error value: the file says which it is, calamine's list does not",
    ),
)
