"""The table 「モデル事業の内訳（平成17年度）」 of the report, row by row, and its totals from the program's own statistics."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.wording import Language
from clair_desktop.programmes.model_project_grant.fiscal_2005 import PROJECTS_OF_FY2005
from clair_desktop.services.statistics import as_rows
from tests.services.casework import values

KEY = "model_project_grant"
SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"
COUNTRIES = {
    "中国": "CN",
    "韓国": "KR",
    "ロシア": "RU",
    "タイ": "TH",
    "カンボジア": "KH",
    "ブラジル": "BR",
    "アメリカ": "US",
}


@pytest.fixture(scope="module")
def table():
    """Heads, rows and totals as the document prints them: every row with as many cells as there are heads."""
    if not SOURCES.is_dir():
        missing = "the source documents are not beside the clone (shared/sources)"
        if os.environ.get("CI", "").casefold() in ("1", "true"):
            pytest.fail(missing)
        pytest.skip(missing)
    text = next(SOURCES.glob("002_*.txt")).read_text(encoding="utf-8")
    lines = text[text.index("自治体名\t対象分野") : text.index("➤ 事業実施期間")].splitlines()
    heads = lines[1].split("\t")
    rows = [line.split("\t") for line in lines[2:] if "○" in line]
    totals = next(line.split("\t") for line in lines if line.startswith("14 事業"))
    return heads, [row + [""] * (len(heads) - len(row)) for row in rows], totals


@pytest.fixture
def recorded(office):
    """The fourteen projects as cases of the branch, closed as projects of the past."""
    for example in PROJECTS_OF_FY2005:
        sheet = office.cases.new(KEY, 2005, values(office, KEY, 2005, example.answers))
        office.steps.take(sheet.number, "record_past_project", on=date(2006, 3, 31))
    return office


def printed(heads, row):
    """Body, field, fields in brackets and countries of one row of the table."""
    marked = {head: cell for head, cell in zip(heads[1:], row[1:], strict=True) if cell}
    fields = [head for head, cell in marked.items() if cell == "○" and head not in COUNTRIES]
    return row[0], fields, [head for head, cell in marked.items() if cell == "(○)"], {
        COUNTRIES[head] for head in marked if head in COUNTRIES
    }  # fmt: skip


def kept(office, example):
    answers = values(office, KEY, 2005, example.answers)
    fields = {option.key: option.label.ja for option in office.edition(KEY, 2005).field("field").options}
    number = re.search(r"\(\d\)", example.title.ja)
    body = office.names.authority(answers["applicant"]).name.ja + (number[0] if number else "")
    return body, [fields[answers["field"]]], [fields[one] for one in answers.get("other_fields", ())], {
        row["country"] for row in answers.get("places", ())
    }  # fmt: skip


@pytest.mark.parametrize("number", range(14))
def test_each_row_of_the_table_is_a_case_as_printed(office, table, number):
    heads, rows, _ = table
    assert len(rows) == len(PROJECTS_OF_FY2005) == 14
    assert kept(office, PROJECTS_OF_FY2005[number]) == printed(heads, rows[number])


def test_the_statistics_by_field_are_the_totals_of_the_table(recorded, table):
    heads, _, totals = table
    told = {head: int(cell) for head, cell in zip(heads[1:], totals[1:], strict=True) if cell and head not in COUNTRIES}
    found = recorded.statistics.of_year(2005, "category", KEY)
    assert {line.label.ja: line.cases for line in found.lines} == told
    assert found.total.cases == 14 == sum(told.values())


def test_the_statistics_by_country_are_the_totals_of_the_table(recorded, table):
    heads, _, totals = table
    told = {COUNTRIES[head]: int(cell) for head, cell in zip(heads[1:], totals[1:], strict=True) if head in COUNTRIES}
    found = recorded.statistics.of_year(2005, "country", KEY)
    assert {line.key: line.cases for line in found.lines if line.key} == told
    assert [line.cases for line in found.lines if not line.key] == [3]  # 山形市, 北九州市(1)(2)
    assert found.total.cases == 14


def test_ten_bodies_stand_in_the_statistics_as_the_report_counts_them(recorded):
    found = recorded.statistics.of_year(2005, "body", KEY)
    assert len(found.lines) == 10
    assert {line.label.ja: line.cases for line in found.lines if line.cases > 1} == {"京都府": 3, "福岡県北九州市": 3}


def test_the_table_that_is_printed_and_exported_ends_with_the_fourteen(recorded):
    for language in Language:
        rows = as_rows(recorded.statistics.of_year(2005, "category", KEY), language)
        assert rows[-1][1] == 14
        assert all(cell == 0 for row in rows[1:] for cell in row[2:])  # the report gives no amount of any project
