"""A CSV file as the checks see a sheet, and what only CSV files are asked: quotation marks, heads in row 1, even rows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from clair_desktop.domain.machine_reading import Holding
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.acts import CHECKED
from clair_desktop.output.excel.cells import letters
from clair_desktop.output.excel.checking_cells import Told, is_number
from clair_desktop.output.excel.checking_grid import Grid

SHEET = "CSV"
# The items of CSV files that ask what an item of workbooks asks.
SAME_AS: Mapping[str, str] = {
    "2-1": "4-2", "2-2": "4-3", "2-4": "4-4", "2-5": "4-6", "2-8": "4-7", "2-9": "4-8", "2-10": "4-9", "2-11": "4-10",
    "2-12": "4-11", "3-1": "4-13", "3-2": "4-14", "1": "1",
}  # fmt: skip
_FIELD = re.compile(r'("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|\n|\r|\Z)')
_LARGEST = 40 << 20  # bytes
_OTHER_MARKS = ("\t", ";")
_OLD = Wording(
    "文字コードがCP932（シフトJIS）です。UTF-8（BOM付き）で保存し直すと、どの文字も失われません。",
    "It is in CP932 (Shift JIS). Saved as UTF-8 with a mark it loses no character.",
)
_NO_MARK = Wording(
    "UTF-8ですがBOMがないため、Excelで開くと文字化けすることがあります。BOM付きで保存し直してください。",
    "It is UTF-8 without a mark, which Excel may show garbled. Save it with the mark (BOM).",
)
_LARGE = Wording("{most} MBを超えています。分けて点検してください。", "it is above {most} MB. Check it in parts.")
_NO_TEXT = Wording(
    "空か、文字コードがUTF-8でもCP932（シフトJIS）でもありません。",
    "it is empty, or neither UTF-8 nor CP932 (Shift JIS).",
)
_NO_HEADS = Wording(
    "1行目が項目名（変数名）ではありません。1行目に項目名を、2行目からデータを入れてください。",
    "Row 1 does not hold the heads. Put the heads in row 1 and the data below.",
)
_NO_COMMAS = Wording(
    "コンマで区切られていません（タブ又はセミコロン）。コンマ区切りで保存し直してください。",
    "Its values are divided by tabs or semicolons. Save it divided by commas.",
)
_UNEVEN = Wording(
    "この行の値は{found}個ですが、項目名は{heads}個です。1行に1件のデータを、項目の数だけ入れてください。",
    "This row has {found} values under {heads} heads. Give one record in a row, with a value for each head.",
)
_BARE = Wording(
    '値が引用符（"）で囲まれていません。各値を引用符で囲んでください。',
    'The value does not stand in quotation marks ("). Put every value in them.',
)


@dataclass(frozen=True, slots=True)
class ReadCsv:
    """``told`` is the file as a workbook of one sheet; ``said`` what only a CSV file is asked."""

    told: Mapping[str, Any]
    said: Iterable[Told]


def read_csv(path: Path) -> ReadCsv:
    """Raises a ``Refusal`` for a file that is too large or no text of a known encoding."""
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    text, encoding = _text(path, content)
    grid = _grid(path, text)
    said = chain(_about_encoding(encoding), _about_rows(text))
    return ReadCsv({"names": {}, "external": False, "sheets": [_sheet(grid)]}, said)


def _text(path: Path, content: bytes) -> tuple[str, str]:
    if 0 < len(content) <= _LARGEST and b"\0" not in content:
        for encoding in ("utf-8-sig", "cp932"):
            try:
                return content.decode(encoding), _named(encoding, content)
            except UnicodeDecodeError:
                continue
    raise CHECKED.refusal(path, _LARGE.filled(most=_LARGEST >> 20) if len(content) > _LARGEST else _NO_TEXT)


def _named(encoding: str, content: bytes) -> str:
    return "utf-8" if encoding == "utf-8-sig" and not content.startswith(b"\xef\xbb\xbf") else encoding


def _rows(text: str) -> Iterator[list[str]]:
    """Each row's fields as they are spelled, quotation marks and all."""
    row: list[str] = []
    at = 0
    while at < len(text):
        found = _FIELD.match(text, at)
        if found is None:  # a quotation mark in the midst of a value
            end = min((place for mark in ",\r\n" if (place := text.find(mark, at)) >= 0), default=len(text))
            row.append(text[at:end])
            at = end + 1
            continue
        row.append(found[1])
        at = found.end()
        if found[2] != ",":
            yield row
            row = []
    if row:
        yield row


def _value(spelled: str) -> str:
    return spelled[1:-1].replace('""', '"') if spelled[:1] == '"' and spelled[-1:] == '"' else spelled


def _grid(path: Path, text: str) -> Grid:
    made = Grid()
    for number, row in enumerate(_rows(text), start=1):
        for column, spelled in enumerate(row, start=1):
            if value := _value(spelled):
                made[f"{letters(column)}{number}"] = ["n" if number > 1 and is_number(value) else "s", value]
        if len(made) > CHECKED.cells:
            raise CHECKED.too_many_cells(path, sum(map(len, _rows(text))))
    return made


def _sheet(cells: Grid) -> dict[str, Any]:
    return {
        "name": SHEET, "hidden": False, "cells": cells, "merged": [], "hidden_rows": [], "hidden_columns": [],
    }  # fmt: skip


def _about_encoding(encoding: str) -> Iterator[Told]:
    if encoding != "utf-8-sig":
        wording = _OLD if encoding == "cp932" else _NO_MARK
        yield Told("1", Holding.UNJUDGED, "", "", encoding.upper(), wording)


def _about_rows(text: str) -> Iterator[Told]:
    heads = [_value(one) for one in next(_rows(text))]
    if len(heads) == 1 and any(mark in heads[0] for mark in _OTHER_MARKS):
        yield Told("4-1", Holding.BROKEN, "A1", "", heads[0], _NO_COMMAS)
    elif any(not one.strip() or is_number(one) for one in heads):
        yield Told("4-1", Holding.BROKEN, "A1", "", heads[0], _NO_HEADS)
    for number, row in enumerate(_rows(text), start=1):
        if len(row) != len(heads):
            wording = _UNEVEN.filled(found=len(row), heads=len(heads))
            yield Told("4-5", Holding.BROKEN, f"A{number}", "", _value(row[0]), wording)
        for column, spelled in enumerate(row, start=1):
            if spelled and spelled[:1] != '"':
                head = heads[column - 1] if column <= len(heads) else ""
                yield Told("4-12", Holding.BROKEN, f"{letters(column)}{number}", head, spelled, _BARE)
