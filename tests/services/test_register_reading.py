"""A register read back from its file: the seals hold as long as only the looks were changed."""

import openpyxl
import pytest

from clair_desktop.output.excel import foreign
from clair_desktop.services.intake_cells import ForeignBook
from clair_desktop.services.register_reading import read_registers
from tests.services.casework import GRANT, grant


@pytest.fixture
def register(office, tmp_path):
    """Three grants in 宮城県支部's register; gives its path."""
    for title in ("富士のほうじ茶", "髙﨑の葛󠄀餅", "𠮷野の桜"):
        grant(office, title=title)
    return office.registers.export(GRANT, 2025, tmp_path / "台帳.xlsx").path


def read(office, path):
    return read_registers(ForeignBook(foreign.read({"path": str(path)}, lambda _: None)), office.names)


def test_a_register_reads_back_with_every_seal_whole(office, register):
    book = read(office, register)
    assert book.broken() == []
    assert book.facts["programme"] == GRANT
    assert [row.values["title"] for row in book.tables["cases"].rows] == ["富士のほうじ茶", "髙﨑の葛󠄀餅", "𠮷野の桜"]
    assert book.tables["cases"].rows[0].values["requested"] == 2_100_000


def test_sorted_filtered_dressed_and_with_columns_added_it_is_still_whole(office, register):
    book = openpyxl.load_workbook(register)
    sheet = book["data_cases"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    for place, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(place, column).value = value
    del sheet.tables["table_cases"]
    sheet.insert_cols(3)
    sheet["C1"], sheet["C2"] = "本部メモ", "要相談"
    sheet.insert_rows(1, 2)
    sheet["A1"] = "令和7年度　とりまとめ"
    sheet.row_dimensions[5].hidden = True
    sheet.title = "一覧"
    book.save(register)
    back = read(office, register)
    assert back.broken() == []
    assert back.tables["cases"].added == ["本部メモ"]
    assert back.tables["cases"].rows[1].hidden


def test_a_figure_altered_is_told_by_total_and_hash(office, register):
    book = openpyxl.load_workbook(register)
    sheet = book["data_cases"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("助成金申請額（円）") + 1).value = 2_100_001
    book.save(register)
    broken = read(office, register).broken()
    assert [(one.item, one.register) for one in broken] == [("total_yen", "cases"), ("sha256", "cases")]


def test_a_workbook_without_our_meta_sheet_is_none_of_ours(office, register):
    book = openpyxl.load_workbook(register)
    del book["meta"]
    book.save(register)
    assert read(office, register) is None
