"""Whether machines can read a workbook: every item of e-Stat's 表記方法 judged, as a job in the confined process."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from clair_desktop.domain.intake import At, CellFinding, Importance
from clair_desktop.domain.machine_reading import CSV_ITEMS, ITEMS, Holding, ItemVerdict
from clair_desktop.domain.wording import Wording, same
from clair_desktop.output.excel import foreign
from clair_desktop.output.excel.acts import CHECKED
from clair_desktop.output.excel.checking_cells import Told, said_of_cells
from clair_desktop.output.excel.checking_csv import SAME_AS, SHEET, read_csv
from clair_desktop.output.excel.checking_facts import facts_of
from clair_desktop.output.excel.checking_grid import Grid
from clair_desktop.output.excel.checking_sheets import CheckedSheet, checked_sheets
from clair_desktop.output.excel.checking_tables import said_of_areas, said_of_sheets

JOB = "check_workbook"
_MOST_NAMED = 50  # cells of one item that are told one by one; all are counted
_LONGEST_VALUE = 200
_NO_TABLE = Wording(
    "データの表がないため、表についての項目は判定しません（印刷・記入用のシート）。",
    "There is no table of data, so items about tables are not judged (sheets to print or to fill in).",
)
_OF_TABLES = frozenset(
    {
        "2-1",
        "2-2",
        "2-4",
        "2-5",
        "2-6",
        "2-8",
        "2-9",
        "2-10",
        "2-11",
        "2-12",
        "3-1",
        "3-2",
        "4-2",
        "4-3",
        "4-4",
        "4-6",
        "4-7",
        "4-9",
        "4-10",
        "4-11",
        "4-13",
        "4-14",
    }
)
Json = dict[str, Any]


def check(asked: Mapping[str, Any], progress: Callable[[int], None]) -> Json:
    """The job's handler: what there is to say under each item, counted; an item without a word holds."""
    path = Path(asked["path"])
    if path.suffix.casefold() == ".csv":
        return _checked_csv(path)
    with foreign.opened(path, asked.get("password"), CHECKED) as book:
        told = book.read(progress, cells=Grid)
        facts = facts_of(book)
    sheets = list(checked_sheets(told, facts))
    return _counted(sheets, _said(sheets))


def _checked_csv(path: Path) -> Json:
    read = read_csv(path)
    sheets = list(checked_sheets(read.told, {SHEET: {"tables": [], "objects": []}}))
    as_csv = ((name, one._replace(item=SAME_AS[one.item])) for name, one in _said(sheets) if one.item in SAME_AS)
    return {**_counted(sheets, chain(as_csv, ((SHEET, one) for one in read.said))), "csv": True}


def _counted(sheets: Sequence[CheckedSheet], every: Iterable[tuple[str, Told]]) -> Json:
    said: dict[str, list[list[str]]] = defaultdict(list)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, one in every:
        counts[one.item][one.holding.value] += 1
        if counts[one.item][one.holding.value] <= _MOST_NAMED:
            said[one.item].append(_line(name, one))
    return {
        "sheets": [{"name": sheet.name, "form": sheet.is_form} for sheet in sheets],
        "tables": sum(len(sheet.tables) for sheet in sheets),
        "counts": counts,
        "said": said,
    }


def _said(sheets: Sequence[CheckedSheet]) -> Iterator[tuple[str, Told]]:
    for sheet in sheets:
        for one in (*said_of_sheets(sheet), *said_of_cells(sheet)):
            yield sheet.name, one
    yield from said_of_areas(sheets)


def verdicts(answer: Mapping[str, Any]) -> list[ItemVerdict]:
    """What the job answered, item by item."""
    return [_verdict(answer, item) for item in (CSV_ITEMS if answer.get("csv") else ITEMS)]


def _verdict(answer: Mapping[str, Any], item: Any) -> ItemVerdict:
    counts: Mapping[str, int] = answer["counts"].get(item.number, {})
    if not counts and not answer["tables"] and item.number in _OF_TABLES:
        nowhere = CellFinding(At("", "", item.name), item.number, Importance.ADVICE, _NO_TABLE)
        return ItemVerdict(item, Holding.UNJUDGED, 0, [nowhere])
    broken = counts.get(Holding.BROKEN.value, 0)
    unjudged = counts.get(Holding.UNJUDGED.value, 0)
    holding = Holding.BROKEN if broken else Holding.UNJUDGED if unjudged else Holding.HOLDS
    lines = sorted(answer["said"].get(item.number, ()), key=lambda line: line[4] != Holding.BROKEN.value)
    return ItemVerdict(item, holding, broken + unjudged, [_finding(item.number, line) for line in lines])


def _line(sheet: str, said: Told) -> list[str]:
    value = said.value[:_LONGEST_VALUE]
    return [sheet, said.cell, said.heading, value, said.holding.value, said.message.ja, said.message.en]


def _finding(item: str, line: Sequence[str]) -> CellFinding:
    sheet, cell, heading, value, holding, ja, en = line
    importance = Importance.ERROR if holding == Holding.BROKEN.value else Importance.ADVICE
    return CellFinding(At(sheet, cell, same(heading), value), item, importance, Wording(ja, en))
