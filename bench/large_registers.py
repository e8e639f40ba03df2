"""A joined register, 67 branches x 500 rows x 40 columns, and one of 100,000 rows, against raw loops over the same cells.

Ours guards every text, writes each day in both calendars, seals the table and reads the file back; the floor is
openpyxl's write-only loop with the same shared styles, and XlsxWriter in constant memory stands beside it; both write
the plain cells only. Each runs in a process of its own, so that its peak of memory is its own too.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.measure import Measurement
from clair_desktop.domain.registers import ColumnKind

_SIZES = (33_500, 100_000)
_COLUMNS = 40
_GOAL = 1.15
_FLAT = 1.15  # what 100,000 rows may take of memory against 33,500
KINDS = [
    (ColumnKind.TEXT, ColumnKind.TEXT, ColumnKind.YEN, ColumnKind.NUMBER, ColumnKind.DATE)[n % 5]
    for n in range(_COLUMNS)
]


def rows(count: int) -> Iterator[list[object]]:
    day = date(2026, 4, 1)
    for number in range(count):
        yield [
            (
                f"R8-{number:06d}",
                "富士のほうじ茶海外販路開拓",
                1_200_000 + number,
                number % 97,
                day + timedelta(number % 300),
            )[n % 5]
            for n in range(_COLUMNS)
        ]


def ours(path: Path, count: int) -> None:
    from clair_desktop.domain.registers import FilledColumn, FilledRegister, FilledWorkbook, RowsInTurn
    from clair_desktop.domain.wording import Language, Wording, same
    from clair_desktop.output.excel.workbook import write_workbook

    columns = [FilledColumn(f"column_{n}", same(f"項目{n}"), kind, 16) for n, kind in enumerate(KINDS)]
    name = Wording("案件一覧", "Cases")
    register = FilledRegister("cases", name, columns, RowsInTurn(count, lambda: rows(count)))
    meta = [("made_at", "2026-11-20T10:30:00+09:00"), ("programme", "economic_grant")]
    write_workbook(FilledWorkbook(name, [register], meta, sample=False), path, Language.JA, on_paper=False)


def raw(path: Path, count: int) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    formats = {ColumnKind.YEN: "#,##0", ColumnKind.NUMBER: "#,##0", ColumnKind.DATE: "yyyy-mm-dd", ColumnKind.TEXT: "@"}
    shared = []
    for kind in KINDS:
        cell = WriteOnlyCell(sheet)
        cell.font, cell.alignment, cell.number_format = (
            Font(name="BIZ UDGothic"),
            Alignment(vertical="top"),
            formats[kind],
        )
        shared.append(cell._style)  # noqa: SLF001  # openpyxl's known short cut
    for row in rows(count):
        cells = []
        for value, style in zip(row, shared, strict=True):
            cell = WriteOnlyCell(sheet, value)
            cell._style = style  # noqa: SLF001  # openpyxl's known short cut
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def xlsxwriter(path: Path, count: int) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    formats = {kind: book.add_format({"font_name": "BIZ UDGothic", "valign": "top"}) for kind in set(KINDS)}
    formats[ColumnKind.DATE].set_num_format("yyyy-mm-dd")
    for number, row in enumerate(rows(count)):
        for place, (value, kind) in enumerate(zip(row, KINDS, strict=True)):
            if isinstance(value, date):
                sheet.write_datetime(number, place, value, formats[kind])
            else:
                sheet.write(number, place, value, formats[kind])
    book.close()


WRITERS: dict[str, Callable[[Path, int], None]] = {"ours": ours, "raw": raw, "xlsxwriter": xlsxwriter}


def run() -> Iterable[Measurement]:
    peaks = {}
    for count in _SIZES:
        taken = {name: measured(name, count) for name in WRITERS}
        peaks[count] = taken["ours"][1]
        mine, floor, other = (taken[name][0] for name in WRITERS)
        yield Measurement(f"{count:,} rows x {_COLUMNS}", mine, floor, _GOAL, "against raw openpyxl, same styles")
        yield Measurement(f"{count:,} rows x {_COLUMNS}", mine, other, None, "against XlsxWriter")
    small, large = (peaks[count] for count in _SIZES)
    yield Measurement("peak memory (MB for ms)", large / 1000, small / 1000, _FLAT, "100,000 rows against 33,500")


def measured(name: str, count: int) -> tuple[float, float]:
    """Seconds and peak memory in MB of one writer in its own process; the better of two."""
    command = [sys.executable, "-m", "bench.large_registers", name, str(count)]
    told = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(2)]
    return min(one["seconds"] for one in told), min(one["peak"] for one in told)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        WRITERS[sys.argv[1]](Path(folder, "register.xlsx"), int(sys.argv[2]))
        spent = time.perf_counter() - begun
    print(json.dumps({"seconds": spent, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
