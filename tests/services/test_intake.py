"""A municipality's workbook comes back: taken in as one act, once, and told cell by cell where it is wrong."""

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.intake import Accept
from tests.services.forms import GRANT, MEMORIAL, Form, rules, told


@pytest.fixture
def form(office, tmp_path):
    return Form(office, tmp_path / "041009_交流_2026.xlsx")


def test_what_the_town_filled_in_becomes_a_case(office, form) -> None:
    intake = office.intakes.read(form.fill(MEMORIAL).save())
    assert rules(intake, "error") == set()
    sheet = office.intakes.take(intake)
    assert sheet.answers["applicant"] == "041009"
    assert sheet.answers["representative"] == "仙台市長　髙﨑 𠮷郎"
    assert sheet.answers["contact"] == "主事　葛󠄀西 花子"
    assert sheet.answers["purpose"] == "市民の相互訪問により、\n交流を次の世代へつなぐ。"
    assert sheet.answers["category"] == ("sister_anniversary", "youth")
    assert sheet.answers["total_cost"] == 1_200_000
    assert [row["amount"] for row in sheet.answers["cost_breakdown"]] == [1_000_000, 200_000]


def test_a_dry_run_keeps_nothing(office, form) -> None:
    intake = office.intakes.read(form.fill(MEMORIAL).save())
    assert [one.after.ja for one in intake.changes if one.field == "requested"] == ["500,000"]
    assert office.cases.lines() == []


def test_the_same_file_twice_is_harmless(office, form) -> None:
    path = form.fill(MEMORIAL).save()
    first = office.intakes.take(office.intakes.read(path))
    again = office.intakes.read(path)
    assert again.case == first.number
    assert again.changes == []
    assert office.intakes.take(again).version == first.version
    assert len(office.cases.lines()) == 1


def test_taking_in_is_one_act_that_can_be_undone(office, form) -> None:
    path = form.fill(MEMORIAL).save()
    office.intakes.take(office.intakes.read(path))
    assert office.undo().ja == "Excelの取込み：041009_交流_2026.xlsx"
    assert office.cases.lines() == []
    assert office.intakes.read(path).case is None


def test_a_corrected_file_changes_what_it_corrects_and_shows_it_before_and_after(office, form) -> None:
    first = office.intakes.take(office.intakes.read(form.fill(MEMORIAL).save()))
    intake = office.intakes.read(form.fill({"requested": 450_000}).save())
    assert [(one.label.ja, one.before.ja, one.after.ja) for one in intake.changes] == [
        ("助成金申請額", "500,000", "450,000")
    ]
    assert office.intakes.take(intake).number == first.number
    assert office.cases.get(first.number).answers["requested"] == 450_000


def test_what_the_branch_put_right_since_is_not_undone_by_the_same_file(office, form) -> None:
    path = form.fill(MEMORIAL).save()
    first = office.intakes.take(office.intakes.read(path))
    office.cases.save(first.number, {**first.answers, "title_en": "70 years of sister ties", "phone": "022-214-1111"})
    assert office.intakes.read(path).changes == []


def test_an_answer_changed_on_both_sides_is_said(office, form) -> None:
    path = form.fill(MEMORIAL).save()
    first = office.intakes.take(office.intakes.read(path))
    office.cases.save(first.number, {**first.answers, "phone": "022-214-1111"})
    intake = office.intakes.read(form.fill({"phone": "022-214-2222"}).save())
    assert told(intake, "changed_since") == (*told(intake, "changed_since")[:2], "022-214-2222")


def test_a_wrong_cell_holds_the_whole_file_back_and_is_named(office, form) -> None:
    form.fill(MEMORIAL).cell("requested").value = "五十万くらい"
    intake = office.intakes.read(form.save())
    sheet, cell, value = told(intake, "unreadable")
    assert (sheet, cell, value) == ("申請内容", form.cell("requested").coordinate, "五十万くらい")
    with pytest.raises(Refusal, match="faults") as refused:
        office.intakes.take(intake)
    assert "五十万くらい" in refused.value.details[0].ja
    assert office.cases.lines() == []


def test_what_can_be_read_is_taken_row_by_row_where_that_is_asked_for(office, form) -> None:
    form.fill(MEMORIAL).row_cell("cost_breakdown", "amount", 2).value = "未定"
    intake = office.intakes.read(form.save())
    assert intake.dropped == 1
    sheet = office.intakes.take(intake, Accept.VALID)
    assert [row["cost_item"] for row in sheet.answers["cost_breakdown"]] == ["旅費"]


def test_an_answer_that_cannot_be_read_leaves_the_cases_own(office, form) -> None:
    first = office.intakes.take(office.intakes.read(form.fill(MEMORIAL).save()))
    form.cell("requested").value = "不明"
    sheet = office.intakes.take(office.intakes.read(form.fill({"phone": "022-214-2222"}).save()), Accept.VALID)
    assert (sheet.number, sheet.answers["requested"]) == (first.number, 500_000)
    assert sheet.answers["phone"] == "022-214-2222"


def test_what_is_missing_or_not_met_stands_at_its_cell_and_does_not_hold_back(office, form) -> None:
    intake = office.intakes.read(form.fill({**MEMORIAL, "requested": 2_000_000, "title": ""}).save())
    at = {(one.rule, one.at.cell) for one in intake.findings}
    assert ("required", form.cell("title").coordinate) in at
    assert rules(intake, "error") == set()
    assert "funding_grant" in rules(intake, "warning")


def test_a_body_with_a_case_already_is_pointed_out(office, form, tmp_path) -> None:
    first = office.intakes.take(office.intakes.read(form.fill(MEMORIAL).save()))
    other = Form(office, tmp_path / "別.xlsx").fill(MEMORIAL).save()
    assert "other_case" in rules(office.intakes.read(other), "warning")
    named = office.intakes.read(other, case=first.number)
    assert (named.case, list(named.changes)) == (first.number, [])


def test_a_case_of_another_programme_is_refused(office, form) -> None:
    from tests.services.casework import grant

    other = grant(office)
    path = form.fill(MEMORIAL).save()
    with pytest.raises(Refusal, match="the file is of"):
        office.intakes.read(path, case=other.number)


def test_the_cost_sheet_with_formulas_is_reckoned_here(office, form) -> None:
    form.fill({key: value for key, value in MEMORIAL.items() if key != "cost_breakdown"})
    for number, (item, price, quantity) in enumerate([("旅費", 50_000, 20), ("通訳", 40_000, 5)], start=1):
        for column, value in {
            "cost_item": item,
            "unit_price": price,
            "quantity": quantity,
            "eligibility": "対象",
        }.items():
            form.row_cell("cost_breakdown", column, number, "k").value = value
    intake = office.intakes.read(form.save())
    assert [row["amount"] for row in intake.answers["cost_breakdown"]] == [1_000_000, 200_000]
    assert rules(intake, "error") == set()


def test_both_cost_sheets_filled_in_are_one_too_many(office, form) -> None:
    form.fill(MEMORIAL).row_cell("cost_breakdown", "cost_item", 1, "k").value = "旅費"
    form.row_cell("cost_breakdown", "unit_price", 1, "k").value = 1
    form.row_cell("cost_breakdown", "quantity", 1, "k").value = 1
    form.row_cell("cost_breakdown", "eligibility", 1, "k").value = "対象"
    assert "both_sheets" in rules(office.intakes.read(form.save()), "error")


def test_an_announcement_has_no_workbook_to_fill_in(office, tmp_path) -> None:
    with pytest.raises(Refusal, match="takes no applications"):
        office.intake_forms.write("announcement", 2026, tmp_path / "a.xlsx")


def test_a_body_that_nobody_knows_is_refused(office, tmp_path) -> None:
    for code in ("999997", "041008", "仙台"):
        with pytest.raises(Refusal, match=code):
            office.intake_forms.write(GRANT, 2026, tmp_path / "a.xlsx", body=code)
    assert list(tmp_path.iterdir()) == []
