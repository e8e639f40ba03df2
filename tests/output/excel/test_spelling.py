"""Sheets read by the grammar of our own spelling say what a parser says, and never pass for what they are not."""

import io
import zipfile
from pathlib import Path

import pytest

from clair_desktop.domain.wording import Language
from clair_desktop.output.excel.foreign import read
from clair_desktop.output.excel.spelling import Misspelled, OwnSheet, unspelled
from clair_desktop.output.excel.workbook import write_workbook
from tests.output.excel.books import FUJI, book, register

ROW = '<row r="1"><c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c></row>'
SHEET = "<worksheet><sheetData>{}</sheetData></worksheet>"


def rewritten(path: Path, old: bytes, new: bytes) -> Path:
    """The same workbook with every sheet's XML spelled otherwise."""
    other = path.with_name("other.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for one in source.namelist():
            content = source.read(one)
            target.writestr(one, content.replace(old, new) if one.startswith("xl/worksheets/sheet") else content)
    return other


def told(path: Path) -> object:
    return read({"path": str(path), "password": None}, lambda _: None)["sheets"]


def test_a_register_reads_alike_by_our_grammar_and_by_a_parser(tmp_path):
    odd = (*FUJI[:2], "=富士 & <茶>\n_x0041_ 髙﨑", *FUJI[3:])
    path = tmp_path / "register.xlsx"
    write_workbook(book(register(FUJI, odd)), path, Language.JA)
    parsed = rewritten(path, b"<row r=", b"<row spans='1:9' r=")
    assert told(path) == told(parsed)


def test_columns_hidden_and_cells_merged_around_our_rows_are_seen(tmp_path):
    path = tmp_path / "register.xlsx"
    write_workbook(book(register(FUJI)), path, Language.JA)
    hidden = rewritten(path, b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    assert all(sheet["merged"] == ["A1:B1"] for sheet in told(hidden))


@pytest.mark.parametrize(
    "inner",
    [
        ROW.format("富士") + " ",
        ROW.format("富士<x/>"),
        ROW.format("富士&eacute;"),
        ROW.format("富士\r"),
        '<row r="1"><c r="A1" s="3"><f>1+1</f></c></row>',
        '<row r="1" hidden="1"><c r="A1" s="3"/></row>',
    ],
    ids=["between rows", "an element", "an entity", "a line end", "a formula without its result", "a hidden row"],
)
def test_what_is_spelled_otherwise_is_not_guessed_at(inner):
    def texts() -> list[str]:
        sheet = OwnSheet(io.BytesIO(SHEET.format(inner).encode()))
        return [unspelled(text) for _, cells in sheet.rows() for *_, text, _, _ in cells]

    with pytest.raises(Misspelled):
        texts()
