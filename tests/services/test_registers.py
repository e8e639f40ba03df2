"""Headquarters' workbook as rows: text stays text, amounts stay numbers, parts and rows have sheets of their own."""

from datetime import date
from fractions import Fraction

import openpyxl
import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from tests.services.casework import GRANT, RESEARCH, changed, grant, research


def register(office, programme, year, key, language=Language.JA):
    (found,) = [one for one in office.registers.rows(programme, year, language).registers if one.key == key]
    keys = [column.key for column in found.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.rows]


def test_a_case_is_one_row_of_real_values(office):
    sheet = grant(office)
    office.steps.take(sheet.number, "transmit", on=date(2026, 9, 24), document_number="国際第101号")
    (row,) = register(office, GRANT, 2025, "cases")
    assert row["case_number"] == "R8-0001"
    assert row["applicant"] == "222101"
    assert row["applicant_name"] == "静岡県富士市"
    assert row["fiscal_year"] == "令和7年度"
    assert row["starts"] == date(2025, 5, 1)
    assert row["requested"] == 2_100_000
    assert row["awarded"] is None
    assert row["place"] == "海外"
    assert row["state"] == "本部提出済（審査中）"
    assert row["transmitted_on"] == date(2026, 9, 24)
    assert row["document_number"] == "国際第101号"
    english = register(office, GRANT, 2025, "cases", Language.EN)[0]
    assert (english["place"], english["fiscal_year"]) == ("Abroad", "FY2025")


def test_cost_and_funding_rows_have_sheets_of_their_own(office):
    grant(office)
    costs = register(office, GRANT, 2025, "costs")
    assert len(costs) == 5
    assert costs[3]["quantity"] == Fraction(3)
    assert costs[0]["amount"] == 1_200_000
    assert costs[4]["eligibility"] == "対象外"
    assert sum(row["amount"] for row in register(office, GRANT, 2025, "funding")) == 4_800_000


def test_each_office_of_a_research_request_is_a_row(office):
    sheet = research(office)
    assert register(office, RESEARCH, 2026, "parts") == []
    office.steps.take(sheet.number, "sound_out", document_number="国際第72号")
    office.steps.take(sheet.number, "decline", part="paris", on=date(2026, 12, 4), note="=1+1")
    rows = register(office, RESEARCH, 2026, "parts")
    assert [row["part"] for row in rows] == ["london", "paris", "new_york", "singapore"]
    assert (rows[1]["part_state"], rows[1]["part_answered_on"], rows[1]["part_note"]) == (
        "不可",
        date(2026, 12, 4),
        "=1+1",
    )
    (case,) = register(office, RESEARCH, 2026, "cases")
    assert case["countries"] == "GB,FR,US,SG,DE"
    assert "パリ事務所（フランス）" in case["offices"]


def test_only_the_cases_of_the_year_are_in_its_workbook(office):
    grant(office)
    grant(office, 2026)
    assert office.registers.years(GRANT) == [2026, 2025]
    assert len(register(office, GRANT, 2026, "cases")) == 1
    assert register(office, GRANT, 2024, "cases") == []


def test_every_chosen_value_is_one_of_its_columns_choices(office):
    grant(office)
    research(office)
    for programme, year in ((GRANT, 2025), (RESEARCH, 2026)):
        for language in Language:
            for sheet in office.registers.rows(programme, year, language).registers:
                for place, column in enumerate(sheet.columns):
                    if column.choices:
                        assert {row[place] for row in sheet.rows} <= {*column.choices, None}, column.key


def test_formulas_codes_and_strange_characters_stay_text_in_the_workbook(office, tmp_path):
    sheet = changed(
        office, grant(office), title="=1+1", contact="@SUM(A1)", phone="0012", email="+81-3", section="-2+3"
    )
    office.cases.save(sheet.number, {**sheet.answers, "representative": "𠮷野\t市長"})
    made = office.registers.export(GRANT, 2025, tmp_path / "一覧.xlsx")
    book = openpyxl.load_workbook(made.path)
    cells = {
        cell.value: cell
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }
    for text in ("=1+1", "@SUM(A1)", "0012", "+81-3", "-2+3", "222101"):
        assert cells[text].data_type == "s", text
    assert made.rows == 1


def test_an_export_that_cannot_be_written_is_said(office, tmp_path):
    grant(office)
    (tmp_path / "file").write_text("")
    for out in (tmp_path / "ない" / "x.xlsx", tmp_path / "file" / "x.xlsx"):
        with pytest.raises(Refusal) as refused:
            office.registers.export(GRANT, 2025, out)
        assert refused.value.wording.ja


def test_a_year_without_cases_gives_a_workbook_without_rows(office, tmp_path):
    assert office.registers.export(GRANT, 2030, tmp_path / "空.xlsx").rows == 0


def test_a_specimen_among_the_cases_marks_the_workbook(office):
    grant(office)
    assert not office.registers.rows(GRANT, 2025, Language.JA).sample
    office.cases.new(GRANT, 2025, {}, sample=True)
    assert office.registers.rows(GRANT, 2025, Language.JA).sample
