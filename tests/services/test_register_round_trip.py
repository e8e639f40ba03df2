"""Whatever a register is given to hold, it gives back the same, and its seal holds: write, read, compare."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.output.excel import foreign
from clair_desktop.output.excel.guard import flat, forbidden
from clair_desktop.output.excel.workbook import write_workbook
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.intake_cells import ForeignBook
from clair_desktop.services.register_reading import RegisterBook, read_registers

KINDS = (ColumnKind.TEXT, ColumnKind.TEXT, ColumnKind.YEN, ColumnKind.NUMBER, ColumnKind.DATE)
KEYS = ("case_number", "title", "requested", "participants", "received_on")
META = [("programme", "economic_grant"), ("made_on", "2026-11-20"), ("project_year", 2026)]
NAUGHTY = [
    "=1+1",
    "@SUM(A1)",
    "'",
    "_x0041_",
    "葛\U000e0100",
    "𠮷野家",
    "か\u3099",
    "\u200b",
    "𝒳",
    "<&>\"'",
    "002",
    "TRUE",
    "1e5",
]
TEXTS = st.one_of(st.sampled_from(NAUGHTY), st.text(max_size=60)).filter(lambda one: forbidden(one) is None)
ROWS = st.lists(
    st.tuples(
        TEXTS,
        TEXTS,
        st.none() | st.integers(-(10**12), 10**12),
        st.none() | st.integers(0, 10**14),
        st.none() | st.dates(date(1900, 3, 1), date(2100, 12, 31)),
    ),
    max_size=6,
)


def written_and_read(rows, path: Path) -> RegisterBook:
    columns = [FilledColumn(key, same(key), kind, 12) for key, kind in zip(KEYS, KINDS, strict=True)]
    register = FilledRegister("cases", Wording("案件一覧", "Cases"), columns, rows)
    write_workbook(FilledWorkbook(same("台帳"), [register], META, sample=False), path, Language.JA, on_paper=False)
    book = read_registers(ForeignBook(foreign.read({"path": str(path)}, lambda _: None)), load_gazetteer())
    assert book is not None
    return book


def as_held(row) -> list[object]:
    return [(flat(value) or None) if isinstance(value, str) else value for value in row]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
@given(ROWS)
def test_what_is_written_is_what_is_read_and_the_seal_holds(rows):
    with tempfile.TemporaryDirectory() as folder:
        book = written_and_read(rows, Path(folder, "台帳.xlsx"))
    held = [row for row in map(as_held, rows) if any(value is not None for value in row)]
    if len(held) == len(rows):  # a row of nothing at all is no row
        assert book.broken() == []
    read = [[row.values[key] for key in KEYS] for row in book.tables["cases"].rows] if "cases" in book.tables else []
    assert read == held
    assert not [one for one in book.findings if one.importance.value == "error"]


def test_the_longest_text_goes_through_and_one_longer_is_refused(tmp_path):
    row = ("R8-0001", "富" * 32_767, 10**12, None, None)
    (read,) = written_and_read([row], tmp_path / "台帳.xlsx").tables["cases"].rows
    assert read.values["title"] == row[1]
    with pytest.raises(Refusal) as refused:
        written_and_read([(row[0], row[1] + "士", *row[2:])], tmp_path / "台帳.xlsx")
    assert "32,767" in refused.value.wording.ja


def test_control_characters_are_named_and_refused(tmp_path):
    with pytest.raises(Refusal) as refused:
        written_and_read([("R8-0001", "富士\x07市", None, None, None)], tmp_path / "台帳.xlsx")
    assert "U+0007" in refused.value.wording.ja
